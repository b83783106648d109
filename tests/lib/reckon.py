"""Exact numbers: rounded, written and put together by means other than the program's."""
from fractions import Fraction


def scaled(number, decimals):
    """The number times 10^decimals as a whole one, halves away from zero."""
    size = abs(number) * 10**decimals
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return -whole if number < 0 else whole


def rounded(number, decimals):
    return None if number is None else Fraction(scaled(number, decimals), 10**decimals)


def plain(number):
    """As figures are given, ten decimals at the most."""
    whole = scaled(number, 10)
    text = f'{abs(whole) // 10**10}.{abs(whole) % 10**10:010}'.rstrip('0').rstrip('.')
    return ('-' if whole < 0 else '') + text


def printed(number, decimals, plus=False):
    whole = scaled(number, decimals)
    text = f'{abs(whole) // 10**decimals:,}'
    if decimals:
        text += f'.{abs(whole) % 10**decimals:0{decimals}}'
    return ('\u2212' if whole < 0 else '+' if plus and whole > 0 else '') + text


def ratio(top, bottom, scale):
    return Fraction(top * scale, bottom) if top is not None and bottom else None


def total(series, months):
    """Nothing where a month is missing."""
    found = [series.get(month) for month in months]
    return None if not found or None in found else sum(found)


def change(number, before):
    """Relative change in percent, of the size of what was before; none from zero."""
    return None if number is None or not before else (number - before) / abs(before) * 100


def number(text):
    return Fraction(text) if text else None


def expected_text(value, decimals=None, plus=False):
    """(value, printed) of a figure; printed None: not looked at. A value may be a word, or None."""
    if value is None:
        return '', ''
    if isinstance(value, str):
        return value, value
    return plain(Fraction(value)), None if decimals is None else printed(Fraction(value), decimals, plus)
