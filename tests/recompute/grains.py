"""Packs of days, weeks, months, quarters, terms and years, whose years start in five months: every figure is worked out
again from the rows of the file, with the calendar of Python. 29 February, a week 53, gaps, periods that do not apply or are not due."""
import csv
import datetime
import random
from fractions import Fraction

from lib.check import compare
from lib.pack import TOP, ask, work_folder
from lib.reckon import rounded

STARTS = (1, 4, 7, 9, 10)
LAST = 2020  # year of the data
FIRST = {'day': 2019, 'week': 2017, 'month': 2015, 'quarter': 2012, 'term': 2010, 'year': 2000}
MONTHS = {'month': 1, 'quarter': 3, 'term': 4, 'year': 12}
RANK = ['present', 'missing', 'not_applicable', 'not_due', 'suppressed']
SYMBOLS = {'missing': '', 'not_applicable': '[z]', 'not_due': '[n]', 'suppressed': '[c]'}
TARGET, GREEN, AMBER = Fraction(42), Fraction(40), Fraction(30)
ANNUALS = {2017: '41.5', 2018: '39.9', 2019: '50'}


class Periods:
    """The periods of a grain by their place; `year` of each, its text, and the place of the same a year ago."""

    def __init__(self, grain, start):
        self.grain, self.start = grain, start
        self.firsts = list(self.days())
        self.places = {first: place for place, first in enumerate(self.firsts)}
        self.names = [self.text(first) for first in self.firsts]
        self.years = [self.year(first) for first in self.firsts]
        self.ago = [self.year_ago(first) for first in self.firsts]

    def days(self):
        """The first day of each, from the year that starts in its FIRST to the end of the one that starts in LAST."""
        day = datetime.date(FIRST[self.grain], self.start, 1)
        end = datetime.date(LAST + 1, self.start, 1)
        if self.grain == 'week':
            day -= datetime.timedelta(day.weekday())
            day += datetime.timedelta(7 if self.year(day) < FIRST[self.grain] else 0)
        while self.year(day) <= LAST and day < end:
            yield day
            if self.grain in MONTHS:
                at = day.year * 12 + day.month - 1 + MONTHS[self.grain]
                day = datetime.date(at // 12, at % 12 + 1, 1)
            else:
                day += datetime.timedelta(7 if self.grain == 'week' else 1)

    def year(self, first):
        if self.grain == 'week':
            first += datetime.timedelta(3)
        return first.year - (first.month < self.start)

    def text(self, first):
        if self.grain == 'day':
            return first.isoformat()
        if self.grain == 'week':
            return '{}-W{:02}'.format(*first.isocalendar())
        if self.grain == 'month':
            return f'{first.year}-{first.month:02}'
        year = self.year(first)
        name = str(year) if self.start == 1 else f'{year}-{(year + 1) % 100:02}'
        number = ((first.month - self.start) % 12) // MONTHS[self.grain] + 1
        return name + {'quarter': f'-Q{number}', 'term': f'-T{number}', 'year': ''}[self.grain]

    def year_ago(self, first):
        """A place; one below zero where it lies before the data."""
        if self.grain == 'week':
            year, week, _ = first.isocalendar()
            weeks = datetime.date(year - 1, 12, 28).isocalendar()[1]
            before = datetime.date.fromisocalendar(year - 1, min(week, weeks), 1)
        elif first.month == 2 and first.day == 29:
            before = first.replace(year=first.year - 1, day=28)
        else:
            before = first.replace(year=first.year - 1)
        if before in self.places:
            return self.places[before]
        gone = (self.firsts[0] - before).days
        return -1 if gone <= {'day': 1, 'week': 7, 'month': 31, 'quarter': 92, 'term': 123, 'year': 366}[self.grain] else -2


def status(amount):
    return amount if isinstance(amount, str) else 'present'


def worst(amounts):
    return max((status(amount) for amount in amounts), key=RANK.index)


def sum_of(amounts):
    found = worst(amounts) if amounts else 'missing'
    return sum(amounts) if found == 'present' else found


def share(top, bottom):
    found = worst([top, bottom])
    if found != 'present':
        return found
    return Fraction(top * 100, bottom) if bottom else 'missing'


def of_two(a, b, make):
    found = worst([a, b])
    return make(a, b) if found == 'present' else found


def relative(now, before):
    return (now - before) / abs(before) * 100 if before else 'not_applicable'


def colour(figure):
    if status(figure) != 'present':
        return figure
    shown = rounded(figure, 1)
    return ('word', 'G' if shown >= GREEN else 'A' if shown >= AMBER else 'R')


def arrow(now, before):
    return ('word', 'up' if rounded(now, 1) > rounded(before, 1) else 'down' if rounded(now, 1) < rounded(before, 1) else 'level')


class Indicator:
    """A share of counts that add up (flow), or a plain count (no bottom)."""

    def __init__(self, periods, top, bottom):
        self.periods, self.top, self.bottom = periods, top, bottom
        self.value = [top[at] if bottom is None else share(top[at], bottom[at]) for at in range(len(top))]

    def stretch(self, series, places, at, skipped):
        """The counts of these places; those before `at` of a skipped kind in either series are left out."""
        kinds = [worst([self.top[place], self.bottom[place]]) for place in places]
        return [series[place] for place, kind in zip(places, kinds) if place == at or kind not in skipped]

    def sums(self, places, at, skipped, name, figures):
        top, bottom = (sum_of(self.stretch(series, places, at, skipped)) for series in (self.top, self.bottom))
        figures[f'{name}_numerator'], figures[f'{name}_denominator'] = top, bottom
        figures[f'{name}_value'] = share(top, bottom)

    def before(self, at):
        at -= 1
        while at >= 0 and self.value[at] == 'not_due':
            at -= 1
        return self.value[at] if at >= 0 else 'missing'

    def figures(self, at):
        periods, now = self.periods, self.value[at]
        found = {'numerator': self.top[at], 'value': now}
        year = [place for place in range(at + 1) if periods.years[place] == periods.years[at]]
        twelve = list(range(max(periods.ago[at], -1) + 1, at + 1))
        if self.bottom is not None:
            found |= {'denominator': self.bottom[at], **self.judged(found, 'value', '')}
        if self.bottom is not None and periods.grain != 'year':
            self.sums(year, at, ('not_applicable', 'not_due'), 'ytd', found)
            if periods.ago[at] >= -1:
                self.sums(twelve, at, ('not_due',), 'rolling_12', found)
            else:
                found |= {f'rolling_12_{part}': 'missing' for part in ('numerator', 'denominator', 'value')}
            found |= self.judged(found, 'ytd_value', 'ytd_')
        there = [self.value[place] for place in twelve if status(self.value[place]) == 'present']
        hidden = any(self.value[place] == 'suppressed' for place in twelve)
        for name, make in (('average_12', lambda some: Fraction(sum(some), len(some))), ('maximum_12', max), ('minimum_12', min)):
            found[name] = 'suppressed' if hidden else make(there) if there else 'missing'
        ago = self.value[periods.ago[at]] if periods.ago[at] >= 0 else 'missing'
        found['change_previous'] = of_two(now, self.before(at), relative)
        found['change_last_year'] = of_two(now, ago, relative)
        if self.bottom is not None:
            found |= self.aimed(found, at)
            found['direction_previous'] = of_two(now, self.before(at), arrow)
            found['direction_last_year'] = of_two(now, ago, arrow)
        if now == 'not_due':
            found = {name: figure if name == 'target' else 'not_due' for name, figure in found.items()}
        return found

    @staticmethod
    def judged(found, field, prefix):
        return {f'{prefix}variance': of_two(found[field], TARGET, lambda a, b: a - b), f'{prefix}rag': colour(found[field])}

    def aimed(self, found, at):
        """Against the target, and the last full year."""
        value, last = found['value'], ANNUALS.get(self.periods.years[at] - 1)
        reached = rounded(value, 1) if status(value) == 'present' else None
        verdict = None if reached is None else 'better' if reached > TARGET else 'achieving' if reached == TARGET else 'missing'
        return {'target': TARGET, 'target_status': value if reached is None else ('word', verdict),
                'direction_annual': of_two(found.get('ytd_value', value), Fraction(last), arrow) if last else 'missing'}


def limits(values):
    """The mean of a control chart, and its limits."""
    there = [value for value in values if status(value) == 'present']
    mean = Fraction(sum(there), len(there))
    ranges = [abs(b - a) for a, b in zip(there, there[1:])]
    reach = Fraction(266, 100) * Fraction(sum(ranges), len(ranges)) if ranges else None
    return {'spc_mean': mean} | ({'spc_upper': mean + reach, 'spc_lower': mean - reach} if ranges else {})


def made_up(periods, chance, every):
    """Counts with a denominator of few divisors; one of `every` is due."""
    top, bottom, plain = [], [], []
    for at in range(len(periods.names)):
        of = chance.choice((8, 16, 20, 40))
        top.append(chance.randrange(of))
        bottom.append(of)
        plain.append(chance.randrange(1, 90))
        luck = chance.random()
        if every > 1 and at % every < every - 1:
            top[-1] = bottom[-1] = plain[-1] = 'not_due'
        elif luck < .03:
            chance.choice((top, bottom, plain))[-1] = 'missing'
        elif luck < .06:
            top[-1] = bottom[-1] = 'not_applicable'
        elif luck < .065:
            top[-1] = 'suppressed'
    return top, bottom, plain


def write_pack(folder, periods, series):
    year = 'year' if periods.start == 1 else None
    (folder / 'counts.csv').write_text('\n'.join(
        [','.join(['period', *series])] + [','.join([name] + [SYMBOLS.get(cells[at], str(cells[at])) for cells in series.values()])
                                           for at, name in enumerate(periods.names)]) + '\n')
    names = {start: str(start) if year else f'{start}-{(start + 1) % 100:02}' for start in ANNUALS}
    annuals = [f'{name},{names[start]},{figure}' for name in ('share', 'rare') for start, figure in ANNUALS.items()]
    (folder / 'annual.csv').write_text('\n'.join(['id,year,value', *annuals]) + '\n')
    share_of = '''
<indicator id="{0}" title="{0}" unit="percent" measure="ratio" numerator="{0}_top" denominator="{0}_of" polarity="higher-is-better"
  flow="yes" variance="points"><target value="42"/><bands><band colour="green" from="40"/><band colour="amber" from="30" below="40"/>
  <band colour="red" below="30"/></bands></indicator>'''
    held = '''
<indicator id="held" title="Held" unit="count" measure="value" numerator="held" direction="none"><control-chart/></indicator>
<indicator id="seldom" title="Seldom" unit="count" measure="value" numerator="seldom" direction="none"><control-chart/></indicator>'''
    (folder / 'catalogue.xml').write_text(
        f'<catalogue title="T" organisation="O" place="P" grain="{periods.grain}" year-start="{periods.start}">'
        '<source file="counts.csv"/><annual file="annual.csv"/>'
        f'{share_of.format("share")}{share_of.format("rare")}{held}</catalogue>')
    (folder / 'pack.xml').write_text(
        f'<pack title="T" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml" period="{periods.names[-1]}"><page indicator="share"><heading/></page></pack>')


def differences(rows, name, periods, at, expected):
    for field, figure in expected.items():
        row = rows.get((name, field, periods.names[at]))
        if row is None:
            yield f'{name} {field} {periods.names[at]} is not told'
            continue
        if isinstance(figure, tuple):
            good = (row['value'], row['status']) == (figure[1], 'present')
        elif isinstance(figure, str):
            good = row['status'] == figure and row['value'] == ''
        else:
            good = row['status'] in ('present', 'provisional') and abs(Fraction(row['value']) - figure) < Fraction(1, 10**9)
        if not good:
            told = figure if isinstance(figure, (str, tuple)) else float(figure)
            yield f"{name} {field} {periods.names[at]} is {row['value']} {row['status']}, and its counts make {told}"


def check_pack(program, grain, start):
    periods, chance = Periods(grain, start), random.Random(f'{grain} {start}')
    share_top, share_bottom, held = made_up(periods, chance, 1)
    rare_top, rare_bottom, seldom = made_up(periods, chance, 3)
    folder = work_folder()
    write_pack(folder, periods, {'share_top': share_top, 'share_of': share_bottom, 'rare_top': rare_top,
                                 'rare_of': rare_bottom, 'held': held, 'seldom': seldom})
    told = ask(program, 'figures', folder / 'pack.xml', '--quiet', '--allow-outside')
    rows = {(row['indicator'], row['field'], row['period']): row for row in csv.DictReader(told.splitlines())}
    looked_at, wrong = 0, []
    for name, top, bottom in (('share', share_top, share_bottom), ('rare', rare_top, rare_bottom), ('held', held, None),
                              ('seldom', seldom, None)):
        indicator = Indicator(periods, top, bottom)
        lines = limits(top) if bottom is None else {}
        for at in range(len(periods.names)):
            expected = indicator.figures(at)
            expected |= {line: figure if status(top[at]) == 'present' else top[at] for line, figure in lines.items()}
            looked_at += len(expected)
            wrong += differences(rows, name, periods, at, expected)
    compare(f'{grain}s, years from month {start}', looked_at, wrong)


def main(program):
    for grain in ('day', 'week', 'month', 'quarter', 'term', 'year'):
        for start in STARTS:
            check_pack(program, grain, start)
