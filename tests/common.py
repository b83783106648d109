"""What the Python tests share: told checks, and how many were good."""
import os

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
passed = failed = 0


def check(name, problem):
    """A problem is what is wrong, in words; nothing where all is well."""
    global passed, failed
    if problem:
        failed += 1
        print(f'not ok  {name}\n          {problem}')
    else:
        passed += 1
        print(f'ok      {name}')


def finish():
    """The last line; gives the exit status."""
    print(f'{passed} passed, {failed} failed')
    return failed > 0 or passed == 0
