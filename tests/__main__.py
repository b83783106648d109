"""python3 tests PROGRAM [STEP...]: what is looked at from outside: files that are published, figures, audits.

A step is a script in a room: readback/topics. One alone is run here, and tells each check; several run side by side, a line
each, and one that fails shows what it said. Without a step, all run."""
import concurrent.futures
import importlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from lib import check

HERE = Path(__file__).resolve().parent
ROOMS = ('publish', 'readback', 'pixels', 'recompute')


def all_steps():
    """Those that take longest begin first."""
    found = [f'{room}/{path.stem}' for room in ROOMS for path in sorted((HERE / room).iterdir())
             if path.suffix == '.py' or path.suffix == '.sh' and os.access(path, os.X_OK)]
    first = ('publish/single', 'readback/language', 'publish/booklet')
    return sorted(found, key=lambda step: step not in first)


def run_alone(program, step):
    script = HERE / f'{step}.sh'
    if script.exists():
        return subprocess.run([script, program]).returncode
    importlib.import_module(step.replace('/', '.')).main(program)
    return check.finish()


def run_apart(program, step):
    """(status, passed, failed, what it said, seconds)"""
    began = time.monotonic()
    run = subprocess.run([sys.executable, HERE, program, step], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                         encoding='utf-8', errors='replace')
    told = re.findall(r'^(\d+) passed, (\d+) failed$', run.stdout, re.M)
    good, bad = map(int, told[-1]) if told else (0, 0)
    return run.returncode, good, bad or int(run.returncode != 0), run.stdout, time.monotonic() - began


def run_all(program, steps):
    good = bad = 0
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as workers:
        runs = {workers.submit(run_apart, program, step): step for step in steps}
        for run in concurrent.futures.as_completed(runs):
            status, passed, failed, said, seconds = run.result()
            print(f'{"not ok" if failed else "ok    "}  {runs[run]}: {passed} passed, {failed} failed, {seconds:.0f} s',
                  flush=True)
            if failed:
                print(''.join(f'    {line}\n' for line in said.splitlines() if not line.startswith('ok ')), flush=True)
            good, bad = good + passed, bad + failed
    print(f'{good} passed, {bad} failed')
    return int(bad > 0 or good == 0)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program, known = os.path.realpath(sys.argv[1]), all_steps()
    steps = [re.sub(r'^(.*/)?tests/|\.(py|sh)$', '', step) for step in sys.argv[2:]] or known
    unknown = [step for step in steps if step not in known]
    if unknown:
        sys.exit(f'no step {", ".join(unknown)}; steps are: {" ".join(sorted(known))}')
    return run_alone(program, steps[0]) if len(steps) == 1 else run_all(program, steps)


if __name__ == '__main__':
    sys.exit(main())
