"""Told checks, and how many were good."""
TOLD = 8  # problems of one check that are printed

passed = failed = 0


def check(name, problems):
    """What is wrong, in words or as a list of them; nothing where all is well."""
    compare(name, 1, problems)


def compare(name, count, problems):
    """So many things that were looked at, and what is wrong with some of them. Nothing to look at is wrong too."""
    global passed, failed
    told = [problems] if problems and isinstance(problems, str) else list(problems or [])
    told = told if count else ['there is nothing to look at']
    wrong = min(len(told), max(count, 1))
    failed += wrong
    passed += count - wrong if count else 0
    print(f'not ok  {name}' if wrong else f'ok      {name}')
    for problem in told[:TOLD]:
        print(f'          {problem}')
    if len(told) > TOLD:
        print(f'          and {len(told) - TOLD} more')


def finish():
    """The last line; gives the exit status."""
    print(f'{passed} passed, {failed} failed')
    return int(failed > 0 or passed == 0)
