"""Titles that are worked out hold: random series are published, and each title is taken apart and checked against the series.

What a title says is told here by its words alone; whether it holds follows from the numbers that were written into the data."""
import random
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from lib import months
from lib.check import compare
from lib.pack import TOP, ask, work_folder
from recompute.control_charts import lines_of, point_rule

ROUNDS, MEASURES, MONTHS, PERIOD = 8, 250, 18, '2018-07'
NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
         'December']
FIGURE = r'(?P<{0}>−?[\d,.]+)%'
MONTH = r'(?P<{0}>[A-Z][a-z]+ \d{{4}})'
NUMBERS = 'none one two three four five six seven eight nine ten eleven twelve'.split()
ASIDE = r'(?:, (?P<aside>above target|below target|on target|still red|red (?P<reds>\w+) months in a row))?'
TITLES = {kind: re.compile(pattern.format(figure=FIGURE.format('figure'), when=MONTH.format('when'),
                                          before=FIGURE.format('before'), previous=FIGURE.format('previous'),
                                          then=MONTH.format('then')) + ASIDE)
          for kind, pattern in {
              'highest': 'Highest since {then}: {figure} in {when}', 'lowest': 'Lowest since {then}: {figure} in {when}',
              'highest shown': 'Highest of all shown: {figure} in {when}',
              'lowest shown': 'Lowest of all shown: {figure} in {when}',
              'as high': 'As high as in {then}: {figure} in {when}', 'as low': 'As low as in {then}: {figure} in {when}',
              'risen': r'Risen (?P<count>\w+) months in a row, to {figure} in {when}',
              'fallen': r'Fallen (?P<count>\w+) months in a row, to {figure} in {when}',
              'rose': 'Rose from {before} in {then} to {figure} in {when}',
              'fell': 'Fell from {before} in {then} to {figure} in {when}',
              'turned up': '{figure} in {when}, up from {previous}; {before} in {then}',
              'turned down': '{figure} in {when}, down from {previous}; {before} in {then}',
              'little': 'Little changed: {figure} in {when}, {before} in {then}',
              'level': '{figure} in {when}, the same as in {then}'}.items()}
CONTROL = {kind: re.compile(pattern.format(figure=FIGURE.format('figure'), when=MONTH.format('when')) + ASIDE)
           for kind, pattern in {
               'within': '(?P<limits>Within its usual range|Within its trial limits): {figure} in {when}',
               'crossed outside high': 'Rose above its upper limit, to {figure} in {when}',
               'crossed outside low': 'Fell below its lower limit, to {figure} in {when}',
               'outside high': 'Above its upper limit: {figure} in {when}', 'outside low': 'Below its lower limit: {figure} in {when}',
               'run outside high': r'Above its upper limit (?P<count>\w+) months in a row: {figure} in {when}',
               'run outside low': r'Below its lower limit (?P<count>\w+) months in a row: {figure} in {when}',
               'two_of_three high': 'Near its upper limit: {figure} in {when}',
               'two_of_three low': 'Near its lower limit: {figure} in {when}',
               'run shift high': r'(?P<count>\w+) months in a row above the mean: {figure} in {when}',
               'run shift low': r'(?P<count>\w+) months in a row below the mean: {figure} in {when}',
               'trend high': r'Risen (?P<count>\w+) months in a row, to {figure} in {when}',
               'trend low': r'Fallen (?P<count>\w+) months in a row, to {figure} in {when}'}.items()}
TRIAL_POINTS = 13  # fewer figures make trial limits
OPTIONS = {'points': 7, 'baseline': 0, 'screening': False, 'outside_counts': False}


CHART = '<control-chart points="7" screening="no" outside-counts="no"/>'


def draw_series(chance):
    """Flat, wandering or drifting, some with gaps: numbers with two decimals."""
    step, drift, gaps = chance.choice([0.04, 0.5, 3]), chance.choice([0, 0, 0.6, -0.6]), chance.choice([0, 0, 0.1])
    level, series = chance.uniform(20, 80), []
    for _ in range(MONTHS):
        level = min(max(level + drift + chance.uniform(-step, step), 1), 99)
        series.append(None if chance.random() < gaps else Decimal(f'{level:.2f}'))
    return series


def write(folder, measures, kind='line'):
    periods = months.up_to(PERIOD, MONTHS)
    rows = [','.join(['period', *(f'm{i}' for i in range(len(measures)))])]
    rows += [','.join([period, *('' if series[at] is None else str(series[at]) for series, _ in measures)])
             for at, period in enumerate(periods)]
    (folder / 'data.csv').write_text('\n'.join(rows) + '\n')
    indicators = ''.join(
        f'<indicator id="i{i}" title="Measure {i}" unit="percent" measure="value" decimals="1" numerator="m{i}" '
        f'polarity="higher-is-better"><target value="{target}"/><bands><band colour="green" from="{target}"/>'
        f'<band colour="red" below="{target}"/></bands>{CHART if kind == "control" else ""}</indicator>'
        for i, (_, target) in enumerate(measures))
    (folder / 'catalogue.xml').write_text('<catalogue title="T" organisation="O" place="P">'
                                          f'<source file="data.csv" gaps="yes"/>{indicators}</catalogue>')
    charts = ''.join(f'<page indicator="i{i}"><trend-chart type="{kind}" title="auto" periods="{MONTHS}"/></page>'
                     for i in range(len(measures)))
    (folder / 'pack.xml').write_text(f'<pack title="T" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml" '
                                     f'period="{PERIOD}">{charts}</pack>')
    return folder / 'pack.xml'


def month_of(words):
    name, year = words.split()
    return f'{year}-{NAMES.index(name) + 1:02}'


def printed(number):
    return number.quantize(Decimal('0.1'), ROUND_HALF_UP)


def usual_step(series):
    """Of the figures before the last."""
    steps = [abs(b - a) for a, b in zip(series[:-1], series[1:-1]) if None not in (a, b)]
    return sum(steps) / len(steps) if len(steps) >= 8 else None


def is_little(series, then):
    """A change of less than a usual step, or than one unit of what is printed."""
    change, usual = abs(series[-1] - series[months.up_to(PERIOD, MONTHS).index(then)]), usual_step(series)
    return change < Decimal('0.1') or (usual is not None and change < usual)


def main_holds(kind, said, shown, series):
    """Whether the sentence holds of the printed figures by month; gaps are None."""
    periods = months.up_to(PERIOD, MONTHS)
    sign = -1 if kind.startswith(('lowest', 'as low', 'fallen', 'fell')) else 1
    last = shown[PERIOD]
    if 'count' in said:
        count = NUMBERS.index(said['count']) if said['count'] in NUMBERS else int(said['count'])
        run = [shown[period] for period in periods[-count - 1:]]
        return (count >= 3 and None not in run and all(sign * (b - a) > 0 for a, b in zip(run, run[1:])) and
                not is_little(series, periods[-count - 1]))
    then = month_of(said['then']) if 'then' in said else None
    if kind.startswith('turned'):
        step = 1 if kind == 'turned up' else -1
        return (shown[then] == Decimal(said['before']) and shown[periods[-2]] == Decimal(said['previous']) and
                step * (last - shown[periods[-2]]) > 0 > step * (last - shown[then]) and not is_little(series, then))
    if kind in ('rose', 'fell', 'level', 'little'):
        before = shown[then]
        return before == Decimal(said.get('before', said['figure'])) and (
            last == before if kind == 'level' else last != before and is_little(series, then) if kind == 'little'
            else sign * (last - before) > 0 and not is_little(series, then))
    between = [shown[period] for period in periods[:-1] if then is None or period > then]
    beaten = len(between) >= 6 and None not in between and all(sign * (last - other) > 0 for other in between)
    if kind.startswith('as '):
        return beaten and last == shown[then]
    return beaten and (then is None or sign * (last - shown[then]) < 0)


def aside_holds(said, series, shown, target):
    aside = said.get('aside')
    if aside is None:
        return True
    if 'red' not in aside:
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
        if not main_holds(kind, said, shown, series):
            return 'does not hold'
        return None if aside_holds(said, series, shown, target) else 'says the wrong thing of the target'
    said_nothing = shown[PERIOD] is None or not any(number is not None for number in series[:-1])
    return None if said_nothing and title.startswith('Measure ') else 'is none that is known'


def control_problem(title, series, target):
    """The same of a control chart, whose rules are worked out again."""
    there, last = [number for number in series if number is not None], series[-1]
    shown = dict(zip(months.up_to(PERIOD, MONTHS), [number and printed(number) for number in series]))
    if len(title.split()) > 15:
        return 'is longer than 15 words'
    if last is None or len(there) < 2:
        return None if title.startswith('Measure ') else 'speaks of nothing'
    values = [Fraction(number) for number in there]
    mean, reach = lines_of(values, OPTIONS)
    rule, high = point_rule(values, len(values) - 1, mean, reach, OPTIONS)
    for kind, pattern in CONTROL.items():
        found = pattern.fullmatch(title)
        if found is None:
            continue
        said = {name: words for name, words in found.groupdict().items() if words is not None}
        if kind != 'within' and not kind.endswith(f'{rule} {"high" if high else "low"}') or kind == 'within' and rule is not None:
            return f'does not hold: {rule}, {high}'
        if Decimal(said['figure']) != shown[PERIOD] or not aside_holds(said, series, shown, target):
            return 'names another figure, or the wrong target'
        if kind == 'within' and (said['limits'] == 'Within its trial limits') != (len(there) < TRIAL_POINTS):
            return 'takes trial limits for others, or others for trial limits'
        return None if run_holds(kind, said, series, mean, reach) else 'counts wrong'
    broken = None in series[-7:] or rule == 'trend'
    return None if title.startswith('Measure ') and broken else 'is none that is known'


def run_holds(kind, said, series, mean, reach):
    """Whether so many figures up to the last lie on that side."""
    sign, level = (1 if kind.endswith('high') else -1), mean
    if 'outside' in kind:
        level = mean + sign * reach
    run = 0
    for number in reversed(series):
        if number is None or sign * (Fraction(number) - level) <= 0:
            break
        run += 1
    if kind.startswith('run'):
        return said['count'].lower() in (NUMBERS[run] if run < 13 else '', str(run))
    if kind.startswith('crossed'):
        return run == 1 and series[-2] is not None
    return run == 1 or 'outside' not in kind


def check_parts(chance, program):
    """Stacks, bars and small multiples of random figures, whose titles follow from these alone."""
    folder = work_folder()
    numbers = [[chance.randint(0, 60) for _ in range(4)] for _ in range(60)]
    rows = [','.join(['period', *(f's{i}_{k}' for i in range(60) for k in range(4))])]
    rows += [','.join([period, *(str(number) for row in numbers for number in row)]) for period in months.up_to(PERIOD, 3)]
    (folder / 'data.csv').write_text('\n'.join(rows) + '\n')
    indicators = ''.join(f'<indicator id="i{i}_{k}" title="Part {k}" unit="count" measure="value" numerator="s{i}_{k}" polarity="lower-is-better">'
                         '<target value="30"/></indicator>' for i in range(60) for k in range(4))
    (folder / 'catalogue.xml').write_text('<catalogue title="T" organisation="O" place="P"><source file="data.csv"/>'
                                          f'{indicators}</catalogue>')
    pages, wanted = [], []
    for i, row in enumerate(numbers):
        lines = ''.join(f'<line series="s{i}_{k}" label="Part {k}"/>' for k in range(4))
        bars = ''.join(f'<line indicator="i{i}_{k}" field="value" label="Part {k}"/>' for k in range(4))
        names = ', '.join(f'i{i}_{k}' for k in range(4))
        pages.append(f'<page indicator="i{i}_0"><trend-chart type="stacked" title="auto">{lines}</trend-chart>'
                     f'<trend-chart type="bars" title="auto">{bars}</trend-chart>'
                     f'<trend-chart type="multiples" indicators="{names}"/></page>')
        wanted += [stack_title(row), bars_title(row), meet_title(row)]
    (folder / 'pack.xml').write_text(f'<pack title="T" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml" '
                                     f'period="{PERIOD}">{"".join(pages)}</pack>')
    tree = ask(program, 'publish', folder / 'pack.xml', '--quiet', '--allow-outside', '--dump=elements')
    titles = re.findall(r'caption\n\s+heading \d\n\s+"(.*)"', tree)
    wrong = [f'"{title}", expected "{want}"' for title, want in zip(titles, wanted) if title != want]
    compare('titles of stacks, bars and small multiples follow from their figures', len(wanted),
            wrong + ([] if len(titles) == len(wanted) else [f'{len(titles)} titles']))


def stack_title(row):
    if sum(row) == 0 or row.count(max(row)) > 1:
        return 'Part 0'
    share = (Decimal(100 * max(row)) / sum(row)).quantize(Decimal(1), ROUND_HALF_UP)
    return f'Largest part in July 2018: Part {row.index(max(row))}, {share}%'


def bars_title(row):
    if row.count(max(row)) > 1 or row.count(min(row)) > 1:
        return 'Part 0'
    return f'Highest: Part {row.index(max(row))}, {max(row)}; lowest: Part {row.index(min(row))}, {min(row)}'


def meet_title(row):
    does = [f'Part {k}' for k, number in enumerate(row) if number <= 30]
    other = [f'Part {k}' for k, number in enumerate(row) if number > 30]
    return ['None of four meets its target', f'One of four meets its target: {"".join(does)}', 'Two of four meet their target',
            f'All but one of four meet their target; {"".join(other)} does not', 'All four meet their target'][len(does)]


def titles_of(program, measures, kind):
    tree = ask(program, 'publish', write(work_folder(), measures, kind), '--quiet', '--allow-outside', '--dump=elements')
    return re.findall(r'caption\n\s+heading \d\n\s+"(.*)"', tree)


def main(program):
    for kind, patterns, told in (('line', TITLES, problem), ('control', CONTROL, control_problem)):
        chance, wrong, count, kinds = random.Random(11), [], 0, set()
        for _ in range(ROUNDS):
            measures = [(draw_series(chance), Decimal(f'{chance.uniform(20, 80):.1f}')) for _ in range(MEASURES)]
            titles = titles_of(program, measures, kind)
            if len(titles) != MEASURES:
                wrong.append(f'{len(titles)} titles of {MEASURES}')
            for title, (series, target) in zip(titles, measures):
                count += 1
                kinds.add(next((name for name, pattern in patterns.items() if pattern.fullmatch(title)), 'none'))
                what = told(title, series, target)
                if what:
                    wrong.append(f'"{title}" {what}: {[str(number) for number in series]}')
        compare(f'titles of random series hold, {kind}', count, wrong)
        compare(f'titles of each kind are there, {kind}', len(patterns), sorted(set(patterns) - kinds))
    check_parts(random.Random(12), program)
