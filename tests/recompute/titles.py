"""Titles that are worked out hold: random series are published, and each title is taken apart and checked against the series.

What a title says is told here by its words alone; whether it holds follows from the numbers that were written into the data."""
import random
import re
from decimal import ROUND_HALF_UP, Decimal

from lib import months
from lib.check import compare
from lib.pack import TOP, ask, work_folder

ROUNDS, MEASURES, MONTHS, PERIOD = 8, 250, 18, '2018-07'
NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
         'December']
FIGURE = r'(?P<{0}>−?[\d,.]+)%'
MONTH = r'(?P<{0}>[A-Z][a-z]+ \d{{4}})'
NUMBERS = 'none one two three four five six seven eight nine ten eleven twelve'.split()
ASIDE = r'(?:, (?P<aside>above target|below target|on target|red again|red (?P<reds>\w+) months in a row))?'
TITLES = {kind: re.compile(pattern.format(figure=FIGURE.format('figure'), when=MONTH.format('when'),
                                          before=FIGURE.format('before'), then=MONTH.format('then')) + ASIDE)
          for kind, pattern in {
              'highest': 'Highest since {then}: {figure} in {when}', 'lowest': 'Lowest since {then}: {figure} in {when}',
              'highest shown': 'Highest of all shown: {figure} in {when}',
              'lowest shown': 'Lowest of all shown: {figure} in {when}',
              'risen': r'Risen (?P<count>\w+) months in a row, to {figure} in {when}',
              'fallen': r'Fallen (?P<count>\w+) months in a row, to {figure} in {when}',
              'rose': 'Rose from {before} in {then} to {figure} in {when}',
              'fell': 'Fell from {before} in {then} to {figure} in {when}',
              'level': '{figure} in {when}, the same as in {then}'}.items()}


def draw_series(chance):
    """Flat, wandering or drifting, some with gaps: numbers with two decimals."""
    step, drift, gaps = chance.choice([0.04, 0.5, 3]), chance.choice([0, 0, 0.6, -0.6]), chance.choice([0, 0, 0.1])
    level, series = chance.uniform(20, 80), []
    for _ in range(MONTHS):
        level = min(max(level + drift + chance.uniform(-step, step), 1), 99)
        series.append(None if chance.random() < gaps else Decimal(f'{level:.2f}'))
    return series


def write(folder, measures):
    periods = months.up_to(PERIOD, MONTHS)
    rows = [','.join(['period', *(f'm{i}' for i in range(len(measures)))])]
    rows += [','.join([period, *('' if series[at] is None else str(series[at]) for series, _ in measures)])
             for at, period in enumerate(periods)]
    (folder / 'data.csv').write_text('\n'.join(rows) + '\n')
    indicators = ''.join(
        f'<indicator id="i{i}" title="Measure {i}" unit="percent" measure="value" decimals="1" numerator="m{i}" '
        f'polarity="higher-is-better"><target value="{target}"/><bands><band colour="green" from="{target}"/>'
        f'<band colour="red" below="{target}"/></bands></indicator>' for i, (_, target) in enumerate(measures))
    (folder / 'catalogue.xml').write_text('<catalogue title="T" organisation="O" place="P">'
                                          f'<source file="data.csv" gaps="yes"/>{indicators}</catalogue>')
    charts = ''.join(f'<page indicator="i{i}"><trend-chart title="auto" periods="{MONTHS}"/></page>'
                     for i in range(len(measures)))
    (folder / 'pack.xml').write_text(f'<pack title="T" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml" '
                                     f'period="{PERIOD}">{charts}</pack>')
    return folder / 'pack.xml'


def month_of(words):
    name, year = words.split()
    return f'{year}-{NAMES.index(name) + 1:02}'


def printed(number):
    return number.quantize(Decimal('0.1'), ROUND_HALF_UP)


def main_holds(kind, said, shown):
    """Whether the sentence holds of the printed figures by month; gaps are None."""
    periods = months.up_to(PERIOD, MONTHS)
    sign = -1 if kind.startswith(('lowest', 'fallen', 'fell')) else 1
    last = shown[PERIOD]
    if 'count' in said:
        count = NUMBERS.index(said['count']) if said['count'] in NUMBERS else int(said['count'])
        run = [shown[period] for period in periods[-count - 1:]]
        return count >= 3 and None not in run and all(sign * (b - a) > 0 for a, b in zip(run, run[1:]))
    then = month_of(said['then']) if 'then' in said else None
    if kind in ('rose', 'fell', 'level'):
        before = shown[then]
        return before == Decimal(said.get('before', said['figure'])) and (
            last == before if kind == 'level' else sign * (last - before) > 0)
    between = [shown[period] for period in periods[:-1] if then is None or period > then]
    beaten = len(between) >= 6 and None not in between and all(sign * (last - other) > 0 for other in between)
    return beaten and (then is None or sign * (last - shown[then]) <= 0)


def aside_holds(said, series, shown, target):
    aside = said.get('aside')
    if aside is None:
        return True
    if not aside.startswith('red'):
        side = shown[PERIOD] - target
        return aside == ('above target' if side > 0 else 'below target' if side < 0 else 'on target')
    reds = 0
    for period in reversed(months.up_to(PERIOD, MONTHS)):
        if shown[period] is None or shown[period] >= target:
            break
        reds += 1
    return reds >= 2 and ('reds' not in said or said['reds'] in (str(reds), NUMBERS[reds] if reds < 13 else ''))


def problem(title, series, target):
    shown = dict(zip(months.up_to(PERIOD, MONTHS), [number and printed(number) for number in series]))
    if len(title.split()) > 15:
        return 'is longer than 15 words'
    for kind, pattern in TITLES.items():
        found = pattern.fullmatch(title)
        if found is None:
            continue
        said = {name: words for name, words in found.groupdict().items() if words is not None}
        if month_of(said['when']) != PERIOD or Decimal(said['figure']) != shown[PERIOD]:
            return 'names another figure'
        if not main_holds(kind, said, shown):
            return 'does not hold'
        return None if aside_holds(said, series, shown, target) else 'says the wrong thing of the target'
    said_nothing = shown[PERIOD] is None or not any(number is not None for number in series[:-1])
    return None if said_nothing and title.startswith('Measure ') else 'is none that is known'


def main(program):
    chance, wrong, count, kinds = random.Random(11), [], 0, set()
    for _ in range(ROUNDS):
        measures = [(draw_series(chance), Decimal(f'{chance.uniform(20, 80):.1f}')) for _ in range(MEASURES)]
        layout = write(work_folder(), measures)
        tree = ask(program, 'publish', layout, '--quiet', '--allow-outside', '--dump=elements')
        titles = re.findall(r'caption\n\s+heading \d\n\s+"(.*)"', tree)
        if len(titles) != MEASURES:
            wrong.append(f'{len(titles)} titles of {MEASURES}')
        for title, (series, target) in zip(titles, measures):
            count += 1
            kinds.add(next((kind for kind, pattern in TITLES.items() if pattern.fullmatch(title)), 'none'))
            if problem(title, series, target):
                wrong.append(f'"{title}" {problem(title, series, target)}: {[str(number) for number in series]}')
    compare('titles of random series hold', count, wrong)
    compare('titles of each kind are there', len(TITLES), sorted(set(TITLES) - kinds))
