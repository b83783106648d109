"""A server of PostgreSQL of its own, in a temporary folder, reached by a socket there and by nothing else. It needs no service
manager, runs as another user where the test is root's (the server refuses that one), and ends with the test whatever happens."""
import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

USER, PASSWORD = 'planner', 'Nur-zum-Test-7391'


def programs():
    """The folder of the newest server that is installed."""
    found = sorted(Path('/usr/lib/postgresql').glob('*/bin/initdb'), key=lambda path: int(path.parts[-3]))
    if not found:
        raise FileNotFoundError('no server of PostgreSQL: ./dev setup installs it')
    return found[-1].parent


def as_server(*command):
    """A command as the user that may run a server; it ends when the test does."""
    other = ['--reuid', 'postgres', '--regid', 'postgres', '--init-groups'] if os.getuid() == 0 else []
    return ['setpriv', *other, '--pdeathsig', 'INT', *map(str, command)]


class Server:
    def __init__(self, folder):
        self.folder = folder

    def sql(self, text):
        subprocess.run([programs() / 'psql', '-q', '-h', self.folder, '-U', USER, '-d', 'postgres', '-v', 'ON_ERROR_STOP=1'],
                       input=text, text=True, check=True, capture_output=True,
                       env={**os.environ, 'PGPASSWORD': PASSWORD, 'PGCLIENTENCODING': 'UTF8'})

    def source(self, name, driver='PostgreSQL Unicode', **more):
        """An entry of odbc.ini."""
        entries = {'Driver': driver, 'Servername': self.folder, 'Port': 5432, 'Database': 'postgres', **more}
        return f'[{name}]\n' + ''.join(f'{key} = {value}\n' for key, value in entries.items() if value is not None)


def wait_until_ready(folder, server):
    for _ in range(600):
        if subprocess.run([programs() / 'pg_isready', '-q', '-h', folder]).returncode == 0:
            return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError('the server does not start: ' + (folder / 'log').read_text(errors='replace'))


@contextlib.contextmanager
def server():
    folder = Path(tempfile.mkdtemp(prefix='boardpack-server-'))
    running = None
    try:
        (folder / 'password').write_text(PASSWORD)
        if os.getuid() == 0:
            shutil.chown(folder, 'postgres')
            shutil.chown(folder / 'password', 'postgres')
        subprocess.run(as_server(programs() / 'initdb', '-D', folder / 'data', '-U', USER, '-A', 'scram-sha-256', '--no-sync',
                                 '-E', 'UTF8', '--locale', 'C.UTF-8', '--pwfile', folder / 'password'),
                       check=True, capture_output=True, cwd='/')
        with open(folder / 'log', 'wb') as log:
            running = subprocess.Popen(as_server(programs() / 'postgres', '-D', folder / 'data', '-k', folder, '-h', '',
                                                 '-c', 'fsync=off', '-c', 'shared_buffers=16MB',
                                                 '-c', 'dynamic_shared_memory_type=mmap'),
                                       stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd='/')
        wait_until_ready(folder, running)
        yield Server(folder)
    finally:
        if running is not None:
            running.send_signal(signal.SIGINT)
            running.wait(30)
        shutil.rmtree(folder, ignore_errors=True)
