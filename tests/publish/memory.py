"""Without memory a run ends with a message and status 3, and leaves the old file: one allocation fails, anywhere in a run,
of the program or of a library; or all of the memory is limited. A run that gets through has made the same bytes."""
import os
import re
import resource
import subprocess

from lib.check import check, compare
from lib.pack import TOP, work_folder

RUNS = 60  # of each kind, each with another allocation that fails
KINDS = {'a PDF': ['publish'], 'an SVG': ['publish', '--page', 'visits', '--format', 'svg'],
         'a workbook': ['figures', '--format', 'xlsx'], 'a workbook of ODS': ['figures', '--format', 'ods']}
# cairo 1.18 crashes where it finishes an SVG, after two of some 6,500 allocations that fail, and after one of them leaves out
# the paper and says that all is well.
CAIRO_CRASHES, CRASHED = {'an SVG': 1}, -11
PAPER = re.compile(rb'<rect x="0" y="0"[^>]*fill:rgb\(100%,100%,100%\)[^>]*>\n')
# Only limited: where cairo fills shapes with pixels and finds no memory for an edge, it jumps into a function that has returned.
PICTURE = ['publish', '--page', 'visits', '--format', 'png', '--dpi', '300']
WORKBOOKS = '.xlsx', '.ods', '.xls'
STEP_KB, LIMITS, MOST_KB = 4000, 25, 1 << 22


def lay_out():
    """The pack of the cases, with fonts; gives its layout."""
    folder = work_folder()
    subprocess.run(['cp', '-r', TOP / 'tests/cases/base/data', TOP / 'tests/cases/base/layouts', TOP / 'fonts', folder], check=True)
    return folder / 'layouts' / 'pack.xml'


def run(program, layout, options, output, variables=None, before=None):
    return subprocess.run([program, options[0], layout, '--quiet', '-o', output, *options[1:]], capture_output=True, text=True,
                          errors='replace', env={**os.environ, **(variables or {})}, preexec_fn=before)


def problem_of(run, output, good):
    """What is wrong with a run that may have failed; the output was there before."""
    left = sorted(path.name for path in output.parent.iterdir() if path != output)
    if left:
        return f'left {left}'
    if run.returncode == 0:
        made = output.read_bytes()
        return None if made in (good, PAPER.sub(b'', good, count=1)) else 'status 0 and another file'
    if run.returncode != 3 or 'error: ' not in run.stderr:
        return f'status {run.returncode}: {run.stderr.strip()[:100]}'
    return None if output.read_bytes() in (b'old', good) else 'the old file is gone'


def check_allocations(program, shim, name, layout, options):
    folder = work_folder()
    output, counted = folder / 'out', work_folder() / 'count'
    run(program, layout, options, output, {'LD_PRELOAD': str(shim), 'FAIL_COUNT': str(counted)})
    good, total, wrong = output.read_bytes(), int(counted.read_text()), []
    crashes = CAIRO_CRASHES.get(name, 0)
    for at in range(RUNS):
        output.write_bytes(b'old')
        nth = 1 + at * (total - 1) // (RUNS - 1)
        ended = run(program, layout, options, output, {'LD_PRELOAD': str(shim), 'FAIL_NTH': str(nth)})
        problem = problem_of(ended, output, good)
        if ended.returncode == CRASHED and crashes > 0 and output.read_bytes() == b'old':
            crashes, problem = crashes - 1, None
        wrong += [f'allocation {nth} of {total}: {problem}'] if problem else []
        for path in folder.iterdir():
            path.unlink()
    compare(f'{name}: {RUNS} of {total} allocations fail, one a run', RUNS, wrong)


def look(program, path, variables):
    return subprocess.run([program, 'look', path], capture_output=True, text=True, errors='replace',
                          env={**os.environ, **variables})


def check_reading(program, shim, path):
    """A workbook is not damaged for which there is no memory."""
    counted, wrong = work_folder() / 'count', []
    good = look(program, path, {'LD_PRELOAD': str(shim), 'FAIL_COUNT': str(counted)}).stdout
    total = int(counted.read_text())
    for at in range(RUNS):
        nth = 1 + at * (total - 1) // (RUNS - 1)
        ended = look(program, path, {'LD_PRELOAD': str(shim), 'FAIL_NTH': str(nth)})
        if ended.returncode != 3 and (ended.returncode, ended.stdout) != (0, good):
            wrong.append(f'allocation {nth} of {total}: status {ended.returncode}: {ended.stderr.strip()[-100:]}')
    compare(f'{path.name} is read: {RUNS} of {total} allocations fail, one a run', RUNS if good else 0, wrong)


def run_within(program, layout, output, kilobytes):
    limit = 1024 * kilobytes
    return run(program, layout, PICTURE, output, before=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))


def enough_kilobytes(program, layout, output):
    """The least room, to a step, in which the picture is made: libraries of each machine take other room."""
    least, most = 0, MOST_KB
    while most - least > STEP_KB:
        middle = (least + most) // 2
        if run_within(program, layout, output, middle).returncode == 0:
            most = middle
        else:
            least = middle
    return most


def check_limits(program, layout):
    """A picture of many pixels, with less and less room."""
    folder, wrong = work_folder(), []
    output, seen = folder / 'out', set()
    run(program, layout, PICTURE, output)
    good, enough = output.read_bytes(), enough_kilobytes(program, layout, output)
    for at in range(LIMITS):
        output.write_bytes(b'old')
        ended = run_within(program, layout, output, max(STEP_KB, enough - at * STEP_KB))
        if ended.returncode == 127:  # not even its libraries were loaded
            continue
        seen.add(ended.returncode)
        problem = problem_of(ended, output, good)
        wrong += [f'{enough - at * STEP_KB} KB: {problem}'] if problem else []
    compare('a picture under limits of memory', len(seen), wrong if wrong or seen == {0, 3} else f'only status {seen}')


def main(program):
    shim = work_folder() / 'fail_nth.so'
    built = subprocess.run(['cc', '-shared', '-fPIC', '-O1', TOP / 'tests/lib/fail_nth.c', '-o', shim], capture_output=True, text=True)
    check('what lets allocations fail is built', built.stderr)
    layout = lay_out()
    for name, options in KINDS.items():
        check_allocations(program, shim, name, layout, options)
    for path in sorted(path for path in TOP.glob('tests/files/*/*') if path.suffix in WORKBOOKS):
        check_reading(program, shim, path)
    check_limits(program, layout)
