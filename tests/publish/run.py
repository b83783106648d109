"""Packs of many organisations come to the same bytes however they are shared out: by one process or several, in shards, each
alone. One that fails harms no other; a run that is killed leaves nothing half written, and another one goes on from there."""
import csv
import os
import resource
import signal
import subprocess
import time
from pathlib import Path

from lib.check import check, compare
from lib.pack import TOP, work_folder

COUNT = 45
CODES = [f'C{number:02d}' for number in range(1, COUNT + 1)]
LAYOUT = '''<pack title="Visits of {name}" catalogue="../data/catalogue.xml" period="2018-07" commentary="../data/words/{folder}">
  <page indicator="visits"><heading/><status-line/><trend-chart type="line" field="value" target="step"/>
    <table><column field="numerator"/><column field="denominator"/><column field="value"/></table>
    <commentary/></page>
</pack>
'''
CATALOGUE = '''<catalogue title="Visits" organisation="{name}" place="{name}" code="{code}">
  <organisations file="organisations.csv"/>
  <source file="counts.csv" where="area={code}"/>
  <indicator id="visits" title="Visits in time" unit="percent" measure="ratio" numerator="done" denominator="due"
             polarity="higher-is-better" flow="yes"><target value="90"/></indicator>
</catalogue>
'''


class Packs:
    """A pack for many, in a folder of its own, and runs of it."""

    def __init__(self, program, shim):
        self.program, self.shim, self.folder = program, shim, work_folder()
        subprocess.run(['cp', '-r', TOP / 'fonts', self.folder], check=True)
        self.words = {code: f'words-{code}' for code in CODES}
        self.write('layouts/visits.xml', LAYOUT)
        self.write('data/catalogue.xml', CATALOGUE)
        self.write('data/counts.csv', 'area,period,done,due\n' + ''.join(
            f'{code},2018-{month:02d},{50 + number % 7 + month},{60 + number}\n' for number, code in enumerate(CODES)
            for month in range(4, 8)))
        self.list()

    def write(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

    def list(self):
        self.write('data/organisations.csv', 'code,name,folder\n' + ''.join(
            f'{code},Council {number},{self.words[code]}\n' for number, code in enumerate(CODES)))
        for code in CODES:
            self.write(f'data/words/{self.words[code]}/2018-07/visits.md', f'Of the visits of {code}.\n')

    def harm(self, code, word):
        self.words[code] = word
        self.list()

    def start(self, *options, layout='layouts/visits.xml', before=None, **variables):
        return subprocess.Popen([self.program, 'publish', layout, *options], cwd=self.folder, preexec_fn=before, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, **variables})

    def run(self, *options, output='out', **more):
        """(exit status, what it said)"""
        started = self.start('--for-each', 'data/organisations.csv', '-o', output + '/{code}.pdf', *options, **more)
        said = started.communicate()[0]
        return started.returncode, said

    def harmed(self, *options, **more):
        return self.run(*options, LD_PRELOAD=str(self.shim), **more)

    def files(self, output='out'):
        return {path.stem: path.read_bytes() for path in sorted((self.folder / output).glob('*.pdf'))}

    def manifest(self, path):
        with open(self.folder / path, newline='', encoding='utf-8') as file:
            return list(csv.DictReader(file))

    def left(self, output='out'):
        """What lies there and should not."""
        return [path.name for path in (self.folder / output).iterdir() if path.suffix not in ('.pdf', '.csv')]


def differing(one, other):
    return [f'{code}: differs' for code in CODES if one.get(code) != other.get(code) or code not in one]


def made(said, word):
    """The packs of which a run says a word, with -v."""
    return [Path(line.split(': ')[0]).stem for line in said.splitlines() if line.endswith(f'.pdf: {word}')]


def expect(what, got, wanted):
    return [] if got == wanted else [f'{what}: {got!r}, expected {wanted!r}'[:300]]


def check_sharing(program, shim):
    packs = Packs(program, shim)
    status, said = packs.run('--jobs', '1', '--manifest', 'out/run.csv')
    whole = packs.files()
    compare(f'{COUNT} packs, each another', COUNT,
            expect('status', status, 0) + expect('others', len(set(whole.values())), COUNT) + [said] * (status != 0))
    packs.run('--jobs', '3', output='three')
    compare('three at once: the same bytes', COUNT, differing(packs.files('three'), whole))
    for shard in (2, 3, 1):
        packs.run('--shard', f'{shard}/3', '--manifest', 'shards/run.csv', output='shards')
    compare('shards: the same bytes', COUNT, differing(packs.files('shards'), whole))
    status, said = packs.run('--manifest', 'shards/run.csv', '--resume', '-v', output='shards')
    check('shards are brought together, and none is made again',
          expect('status', status, 0) + expect('up to date', made(said, 'up to date'), CODES)
          + expect('the manifest', [(row['code'], row['sha256']) for row in packs.manifest('shards/run.csv')],
                   [(row['code'], row['sha256']) for row in packs.manifest('out/run.csv')]))
    (packs.folder / 'alone').mkdir()
    for code in CODES[::11]:
        packs.start('--organisation', code, '-o', f'alone/{code}.pdf').communicate()
    alone = packs.files('alone')
    compare('each alone: the same bytes', len(alone), [f'{code} differs' for code in alone if alone[code] != whole[code]])
    compare('the manifest has the digests of the files', COUNT, [
        row['code'] for row in packs.manifest('out/run.csv') if row['sha256'] != digest(packs.folder / row['file'])])


def digest(path):
    return subprocess.run(['sha256sum', path], capture_output=True, text=True).stdout[:64]


def check_resuming(program, shim):
    packs = Packs(program, shim)
    packs.run('--manifest', 'out/run.csv')
    again = lambda *options: made(packs.run('--manifest', 'out/run.csv', '--resume', '-v', *options)[1], 'published')
    check('nothing changed: none is made', expect('made', again(), []))
    packs.write('data/words/words-C07/2018-07/visits.md', 'Another sentence.\n')
    check('a file of one changed: that one is made', expect('made', again(), ['C07']))
    packs.write('data/words/words-C08/2018-07/visits.md', '')
    (packs.folder / 'data/words/words-C09/2018-07/visits.md').unlink()
    check('a file is blank, another is gone: these are made', expect('made', again(), ['C08', 'C09']))
    (packs.folder / 'out/C10.pdf').unlink()
    (packs.folder / 'out/C11.pdf').write_bytes(b'%PDF, but for a part')
    check('a file that was made is gone, another was written over: these are made', expect('made', again(), ['C10', 'C11']))
    packs.write('data/organisations.csv', (packs.folder / 'data/organisations.csv').read_text().replace('Council 3,', 'Town,'))
    check('the list of the catalogue changed: all are made', expect('made', again(), CODES))
    packs.write('data/catalogue.xml', CATALOGUE.replace('"90"', '"91"'))
    check('the catalogue changed: all are made', expect('made', again(), CODES))
    check('another option: all are made', expect('made', again('--grey'), CODES))
    check('the same option: none is made', expect('made', again('--grey'), []))
    check('data files are asked for: all are made', expect('made', again('--with-data'), CODES))
    check('they are there: none is made', expect('made', again('--with-data'), []))
    (packs.folder / 'out/C12.xlsx').unlink()
    (packs.folder / 'out/C13.xlsx').write_bytes(b'PK, but for a part')
    check('a data file is gone, another was written over: these are made', expect('made', again('--with-data'), ['C12', 'C13']))


def check_failing(program, shim):
    packs = Packs(program, shim)
    packs.run()
    good = packs.files()
    counts = packs.folder / 'data/counts.csv'
    before = counts.read_text()
    counts.write_text(before.replace('C05,2018-07,', 'C05,2018-07,x'))
    packs.write('out/C05.pdf', 'old')
    status, said = packs.run('--manifest', 'out/run.csv', '--jobs', '2')
    failed = [line for line in said.splitlines() if line.startswith('failed: ')]
    check('data with an error: status 1, told with file and line, the old file is there, all others are made',
          expect('status', status, 1) + expect('told', len(failed), 1)
          + expect('failed', failed and failed[0].startswith('failed: C05 Council 4: data/counts.csv:21:'), True)
          + expect('old', (packs.folder / 'out/C05.pdf').read_text(), 'old')
          + differing({**packs.files(), 'C05': good['C05']}, good)
          + expect('rows', [row['code'] for row in packs.manifest('out/run.csv') if row['result'] != 'published'], ['C05']))
    counts.write_text(before)
    status, said = packs.run('--manifest', 'out/run.csv', '--resume', '-v')
    check('the error is mended: all are there again', expect('status', status, 0) + differing(packs.files(), good))


def check_harm(program, shim):
    packs = Packs(program, shim)
    packs.run()
    good = packs.files()
    packs.harm('C04', 'crash')
    packs.harm('C30', 'no-memory')
    for jobs in ('1', '2'):
        for path in (packs.folder / 'out').iterdir():
            path.unlink()
        status, said = packs.harmed('--manifest', 'out/run.csv', '--jobs', jobs)
        reasons = {row['code']: row['message'] for row in packs.manifest('out/run.csv') if row['result'] == 'failed'}
        check(f'a crash, and no memory, {jobs} at once: status 3, of two packs alone',
              expect('status', status, 3) + expect('failed', sorted(reasons), ['C04', 'C30'])
              + expect('crash', 'ended by signal 11' in reasons.get('C04', ''), True)
              + expect('no memory', 'out of memory' in reasons.get('C30', ''), True)
              + differing({**packs.files(), 'C04': good['C04'], 'C30': good['C30']}, good) + packs.left())
    status, said = packs.run('--manifest', 'out/run.csv', '--resume', '-v')
    check('the harm is gone: two are made', expect('made', made(said, 'published'), ['C04', 'C30'])
          + expect('status', status, 0) + differing(packs.files(), good))


def check_full_disk(program, shim):
    packs = Packs(program, shim)
    packs.run('--shard', '1/9')
    before = packs.files()
    for path in (packs.folder / 'out').iterdir():
        path.write_bytes(b'old')
    status, said = packs.run('--shard', '1/9', before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)))
    check('a full disk: status 3, old files are there', expect('status', status, 3)
          + expect('files', set(packs.files().values()), {b'old'}) + expect('names', list(packs.files()), list(before))
          + packs.left())


def children(process):
    path = Path(f'/proc/{process.pid}/task/{process.pid}/children')
    return path.read_text().split() if path.exists() else []


def running(pids):
    """Those that are still there, after a moment for them to end."""
    for _ in range(100):
        alive = [pid for pid in pids if Path(f'/proc/{pid}/stat').exists()
                 and Path(f'/proc/{pid}/stat').read_text().rsplit(')', 1)[1].split()[0] != 'Z']
        if not alive:
            return []
        time.sleep(0.05)
    return alive


def check_stopping(program, shim, number, status):
    packs = Packs(program, shim)
    packs.run(output='whole')
    packs.harm('C40', 'wait')
    started = packs.start('--for-each', 'data/organisations.csv', '-o', 'out/{code}.pdf', '--manifest', 'out/run.csv', '--jobs',
                          '2', LD_PRELOAD=str(shim))
    for _ in range(400):  # until all but one are made, and a second more, after which the manifest says so
        if len(list((packs.folder / 'out').glob('*.pdf'))) == COUNT - 1:
            break
        time.sleep(0.05)
    time.sleep(0.2)
    born = children(started)
    started.send_signal(number)
    said = started.communicate()[0]
    name = signal.Signals(number).name
    rows = packs.manifest('out/run.csv') if (packs.folder / 'out/run.csv').exists() else []
    digests = [row['code'] for row in rows if row['sha256'] != digest(packs.folder / row['file'])]
    check(f'{name}: the run ends, its children end, nothing is left over',
          expect('status', started.returncode, status) + expect('children', bool(born), True)
          + expect('still running', running(born), []) + packs.left() + expect('digests', digests, []))
    if number != signal.SIGKILL:
        check(f'{name}: the manifest has what was made', expect('rows', len(rows), COUNT - 1))
    packs.harm('C40', 'words-C40')
    status, said = packs.run('--manifest', 'out/run.csv', '--resume', '-v')
    check(f'{name}: another run makes the rest', expect('status', status, 0) + expect('rest', 'C40' in made(said, 'published'), True)
          + differing(packs.files(), packs.files('whole')))


def main(program):
    shim = work_folder() / 'harm.so'
    built = subprocess.run(['cc', '-shared', '-fPIC', '-O1', TOP / 'tests/lib/harm.c', '-o', shim], capture_output=True, text=True)
    check('what does harm is built', built.stderr)
    check_sharing(program, shim)
    check_resuming(program, shim)
    check_failing(program, shim)
    check_harm(program, shim)
    check_full_disk(program, shim)
    for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)):
        check_stopping(program, shim, number, status)
