"""A Slurm of one machine runs the job array of docs/scaling.md: shards come to the same bytes as one run; one that is killed is
queued again and makes what it had left; the last job brings all together. Left out where Slurm cannot be started."""
import os
import re
import shutil
import socket
import subprocess
import time

from lib.check import check, compare
from lib.pack import TOP, work_folder
from publish.run import CODES, Packs, differing, expect

NEEDED = ('munged', 'slurmctld', 'slurmd', 'sbatch', 'scontrol')
PATH = os.environ['PATH'] + ':/usr/sbin:/sbin'
SECONDS = 90  # for anything to happen
CONFIGURATION = '''ClusterName=one
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={work}/munge.socket
SlurmctldPort={port}
SlurmdPort={next_port}
StateSaveLocation={work}/state
SlurmdSpoolDir={work}/spool
SlurmctldPidFile={work}/slurmctld.pid
SlurmdPidFile={work}/slurmd.pid
SlurmctldLogFile={work}/slurmctld.log
SlurmdLogFile={work}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,sched_interval=1,bf_interval=1
MpiDefault=none
ReturnToService=2
KillWait=5
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=1000 State=UNKNOWN
PartitionName=packs Nodes={host} Default=YES MaxTime=INFINITE State=UP
'''
CGROUPS = 'CgroupPlugin=disabled\n'  # releases from 23.11 on ask for them where there may be none, as in a container


def why_not():
    """Why Slurm cannot be tried here; None where it can."""
    missing = [name for name in NEEDED if shutil.which(name, path=PATH) is None]
    if missing:
        return f'{", ".join(missing)} not installed'
    if os.geteuid() != 0 and subprocess.run(['sudo', '-n', 'true'], capture_output=True).returncode:
        return 'its daemons run as root, and sudo asks for a password'
    return None


def free_port():
    with socket.socket() as one:
        one.bind(('127.0.0.1', 0))
        return one.getsockname()[1]


class Slurm:
    """The daemons, and what is asked of them. Those that were started are ended, by their ids."""

    def __init__(self, work):
        self.work, self.started = work, []
        self.root = [] if os.geteuid() == 0 else ['sudo', '-n']
        self.variables = {**os.environ, 'PATH': PATH, 'SLURM_CONF': str(work / 'slurm.conf')}

    def start(self):
        host = socket.gethostname().split('.')[0]
        for name in ('state', 'spool'):
            (self.work / name).mkdir()
        (self.work / 'slurm.conf').write_text(CONFIGURATION.format(host=host, work=self.work, port=free_port(), next_port=free_port()))
        if tuple(map(int, re.findall(r'\d+', self.ask('slurmd', '-V'))[:2])) >= (23, 11):
            (self.work / 'cgroup.conf').write_text(CGROUPS)
        key = self.work / 'munge.key'
        key.write_bytes(os.urandom(1024))
        key.chmod(0o600)
        self.daemon('munged', '--force', '--foreground', f'--key-file={key}', f'--socket={self.work}/munge.socket',
                    f'--pid-file={self.work}/munged.pid', f'--log-file={self.work}/munged.log', f'--seed-file={self.work}/munged.seed',
                    '--num-threads=2')
        self.wait(lambda: (self.work / 'munge.socket').exists())
        self.daemon('slurmctld', '-D', '-i')
        self.daemon('slurmd', '-D', '-N', host)
        return self.wait(lambda: 'idle' in self.ask('sinfo', '-h', '-o', '%t'))

    def daemon(self, *command):
        log = open(self.work / f'{command[0]}.out', 'w')
        if self.root:
            command = [*self.root, 'env', f'SLURM_CONF={self.work}/slurm.conf', f'PATH={PATH}', *command]
        self.started.append(subprocess.Popen(command, env=self.variables, stdout=log, stderr=log, stdin=subprocess.DEVNULL))

    def stop(self):
        for process in reversed(self.started):
            if process.poll() is None:
                subprocess.run([*self.root, 'kill', str(process.pid)])
        for process in self.started:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                subprocess.run([*self.root, 'kill', '-9', str(process.pid)])
                process.wait()
        subprocess.run([*self.root, 'chown', '-R', str(os.getuid()), str(self.work)])  # to be removed by whom it is of

    def told(self):
        """The last that each daemon said; root's files are read as root."""
        return [f'{path.name}: {self.ask(*self.root, "tail", "-n", "3", str(path))}'
                for path in self.work.iterdir() if path.suffix in ('.out', '.log')]

    def ask(self, *command, folder=None, **variables):
        run = subprocess.run(command, cwd=folder, env={**self.variables, **variables}, capture_output=True, text=True)
        return run.stdout.strip() + run.stderr.strip()

    def wait(self, done):
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            if done():
                return True
            time.sleep(0.1)
        return False

    def tasks(self, job):
        """{task: state} of those that are not over."""
        rows = [line.split() for line in self.ask('squeue', '-h', '-r', '-j', job, '-o', '%K %T').splitlines()]
        return {row[0]: row[1] for row in rows if len(row) == 2}

    def is_over(self, job):
        return all(state in ('COMPLETED', 'FAILED') for state in self.tasks(job).values())


def script_of(name):
    """A file that docs/scaling.md shows."""
    return re.search(rf'<!-- file: {re.escape(name)} -->\n```\w+\n(.*?)^```', (TOP / 'docs/scaling.md').read_text(), re.M | re.S).group(1)


def lay_out(packs, program):
    """What the scripts of the document need, by the names that it uses."""
    for name in ('shard.sbatch', 'merge.sbatch'):
        packs.write(name, script_of(name).replace('--for-each organisations.csv', '--for-each data/organisations.csv')
                    .replace('layouts/councils.xml', 'layouts/visits.xml'))
    (packs.folder / 'logs').mkdir()
    (packs.folder / 'bin').mkdir()
    (packs.folder / 'bin/boardpack').symlink_to(program)


def check_array(slurm, packs, program):
    lay_out(packs, program)
    packs.harm('C40', 'wait')  # so that its shard lasts until it is killed
    packs.run(output='whole')
    variables = {'PATH': f'{packs.folder}/bin:{PATH}', 'LD_PRELOAD': str(packs.shim)}
    said = slurm.ask('sbatch', '--parsable', '--array=1-4', 'shard.sbatch', folder=packs.folder, **variables)
    job = said.split(';')[0]
    check('the job array is taken', '' if job.isdigit() else said)
    if not job.isdigit():
        return
    merge = slurm.ask('sbatch', '--parsable', f'--dependency=afterany:{job}', 'merge.sbatch', folder=packs.folder,
                      PATH=f'{packs.folder}/bin:{PATH}')
    others = set(CODES) - {'C40', 'C44'}  # the next of that shard
    all_others = lambda: others <= {path.stem for path in (packs.folder / 'out').glob('*.pdf')} and slurm.tasks(job).keys() == {'4'}
    check('three of four shards end, and all packs but those of the fourth', '' if slurm.wait(all_others) else str(slurm.tasks(job)))
    slurm.ask('scontrol', 'requeue', f'{job}_4')
    # A job that was queued again waits for two minutes, unless its time is set; in the second of its end it is refused.
    slurm.wait(lambda: slurm.tasks(job).get('4') == 'PENDING')
    packs.write('harm-ended', '')
    slurm.ask('scontrol', 'update', f'JobId={job}_4', 'StartTime=now+3')
    check('the shard that was killed runs again, and the merge behind it',
          '' if slurm.wait(lambda: slurm.is_over(job) and slurm.is_over(merge)) else str({**slurm.tasks(job), **slurm.tasks(merge)}))
    compare('by Slurm: the same bytes', len(CODES), differing(packs.files(), packs.files('whole')))
    rows = packs.manifest('out/run.csv') if (packs.folder / 'out/run.csv').exists() else []
    check('one manifest has them all, in the order of the list',
          expect('rows', [(row['code'], row['result']) for row in rows], [(code, 'published') for code in CODES]))
    log = packs.folder / f'logs/{job}_4.log'
    again = slurm.wait(lambda: log.exists() and 'up to date' in log.read_text())
    check('the second run of the shard left out what the first had made', '' if again else [
        log.read_text()[-400:] if log.exists() else 'no log', str(slurm.tasks(job)), *slurm.told()])


def main(program):
    reason = why_not()
    if reason is not None:
        print(f'Slurm is not tried: {reason}')
        check('left out', '')
        return
    shim = work_folder() / 'harm.so'
    subprocess.run(['cc', '-shared', '-fPIC', '-O1', TOP / 'tests/lib/harm.c', '-o', shim], check=True)
    slurm = Slurm(work_folder())
    try:
        started = slurm.start()
        check('munged, slurmctld and slurmd start', '' if started else slurm.told())
        if started:
            check_array(slurm, Packs(program, shim), program)
    finally:
        slurm.stop()
    check('the daemons are gone', [str(process.args) for process in slurm.started if process.poll() is None])
