"""Months as 2018-07, and the years that they lie in."""
NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()


def shift(month, by):
    at = int(month[:4]) * 12 + int(month[5:]) - 1 + by
    return f'{at // 12}-{at % 12 + 1:02}'


def up_to(month, count):
    """So many months, this one the last."""
    return [shift(month, back) for back in range(1 - count, 1)]


def from_to(first, last):
    months = [first]
    while months[-1] < last:
        months.append(shift(months[-1], 1))
    return months


def of_year(month, start=4):
    """The months of a year that begins in month `start`, up to one."""
    return up_to(month, (int(month[5:]) - start) % 12 + 1)


def year_name(month, start=4):
    first = int(month[:4]) - (int(month[5:]) < start)
    return f'{first}/{(first + 1) % 100:02}'


def short_name(month):
    return f'{NAMES[int(month[5:]) - 1]}-{month[2:4]}'
