"""Charts of organisations, read back from published PDF and SVG: where each mark lies, how long a bar is, where limits run, what is
picked out, whether labels are clear of each other, and what the alternative text says. All is worked out here from the files."""
import csv
import math
import shutil
from statistics import NormalDist

from lib import drawing
from lib.check import check, compare
from lib.pack import TOP, ask, work_folder
from lib.pdf import Pdf

COUNCILS = TOP / 'data/scottish-councils'
OWN = ('S12000033', 'S12000023', 'S12000049')  # Aberdeen City, Orkney Islands, Glasgow City
BRAND, GROUP, DARK, PALE, TEXT, GREY, WHITE = (18, 67, 109), (27, 118, 110), (89, 89, 89), (191, 191, 191), (31, 31, 31), (220, 220, 220), (255, 255, 255)
NEAR, HAIR = 0.2, 0.03  # points
CHARTS = ('funnel', 'rows', 'columns', 'strip')


class Council:
    def __init__(self, name, group, top, bottom, per):
        self.name, self.group, self.top, self.bottom = name, group, top, bottom
        self.value = top * per / bottom


class Measure:
    """The figures of all councils in the period, and what chance can do."""

    def __init__(self, name, councils, per, lower, decimals, unit):
        self.name, self.per, self.lower, self.decimals, self.unit = name, per, lower, decimals, unit
        self.councils = sorted(councils, key=lambda council: council.value * (1 if lower else -1))
        self.average = sum(c.top for c in councils) * per / sum(c.bottom for c in councils)

    def limits(self, size, share):
        """Of a share by Wilson's score, of a rate by Byar's approximation."""
        z = NormalDist().inv_cdf(0.5 + share / 2)
        if self.unit == '%':
            p, n = self.average / self.per, size
            middle, reach = p + z * z / 2 / n, z * math.sqrt(p * (1 - p) / n + (z / 2 / n) ** 2)
            return tuple((middle + sign * reach) / (1 + z * z / n) * self.per for sign in (-1, 1))
        count = self.average * size / self.per
        low = count * (1 - 1 / (9 * count) - z / 3 / math.sqrt(count)) ** 3
        high = (count + 1) * (1 - 1 / (9 * (count + 1)) + z / 3 / math.sqrt(count + 1)) ** 3
        return max(0, low) / size * self.per, high / size * self.per

    def side(self, council, share=0.998):
        low, high = self.limits(council.bottom, share)
        return (council.value > high) - (council.value < low)

    def rank(self, council):
        ahead = [c for c in self.councils if (c.value < council.value if self.lower else c.value > council.value)]
        return 1 + len(ahead)

    def printed(self, value):
        return f'{math.floor(value * 10 ** self.decimals + 0.5) / 10 ** self.decimals:,.{self.decimals}f}{self.unit}'

    def quantile(self, part):
        """R's type 7."""
        values = sorted(c.value for c in self.councils)
        at = part * (len(values) - 1)
        low = math.floor(at)
        return values[low] + (at - low) * (values[min(low + 1, len(values) - 1)] - values[low])


def rows_of(name):
    with open(COUNCILS / name, newline='', encoding='utf-8-sig') as file:
        return list(csv.DictReader(file))


def measures():
    groups = {row['LocalAuthority']: row['FamilyPlace'] for row in rows_of('organisations.csv')}
    crisis = [Council(row['LocalAuthority'], groups[row['LocalAuthority']], float(row['Numerator']), float(row['Denominator']), 100)
              for row in rows_of('quarterly.csv') if (row['Code'], row['Period']) == ('CORP 09', '2021-22;Q4') and row['Denominator']]
    again = [Council(row['LocalAuthority'], groups[row['LocalAuthority']], float(row['LA_Numerator_real']), float(row['LA_Den_Real']), 1000)
             for row in rows_of('annual.csv') if (row['Code'], row['Year']) == ('SW06', '2021-22') and row['LA_Den_Real']]
    return [Measure('crisis', crisis, 100, False, 1, '%'), Measure('again', again, 1000, True, 1, '')]


def write_pack():
    folder = work_folder()
    for name in ('annual.csv', 'quarterly.csv', 'organisations.csv'):
        shutil.copyfile(COUNCILS / name, folder / name)
    (folder / 'catalogue.xml').write_text('''<catalogue title="Councils" organisation="{name}" place="{name}" grain="quarter">
<organisations file="organisations.csv" code="Code" name="LocalAuthority"/>
<source file="quarterly.csv" period="Period" where="Code='CORP 09'; LocalAuthority={name}" columns="Numerator + Denominator" gaps="yes"/>
<source file="annual.csv" period="Year" grain="year" where="Code=SW06; LocalAuthority={name}"
        columns="LA_Numerator_real + LA_Den_Real"/>
<comparator id="family" title="Family group" computed="mean" of="FamilyPlace"/>
<indicator id="crisis" title="Crisis grants" unit="percent" measure="ratio" numerator="Numerator" denominator="Denominator"
           decimals="1" polarity="higher-is-better"/>
<indicator id="again" title="Readmissions" unit="rate" measure="rate" per="1000" numerator="LA_Numerator_real"
           denominator="LA_Den_Real" decimals="1" average-decimals="1" polarity="lower-is-better"/>
</catalogue>''', encoding='utf-8')
    chart = ('<comparison-chart id="{0}-funnel" type="funnel" group="family" height="250pt"/><page-break/>'
             '<comparison-chart id="{0}-rows" group="family" height="360pt"/>'
             '<comparison-chart id="{0}-columns" height="150pt"/><comparison-chart id="{0}-strip" type="strip" group="family"/>')
    pages = ''.join(f'<page id="{name}" indicator="{name}"><heading/>{chart.format(name)}</page>' for name in ('crisis', 'again'))
    (folder / 'pack.xml').write_text(f'<pack title="Councils" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml" '
                                     f'period="2021-22-Q4">{pages}</pack>', encoding='utf-8')
    return folder / 'pack.xml'


# ------------------------------------------------------------------ axes

def number(word):
    return float(word.replace(',', '').replace('−', '-').rstrip('%'))


def is_number(word):
    return word.replace(',', '').replace('.', '').replace('−', '').rstrip('%').isdigit()


def lines(found, width, level):
    """Places of the lines of so many points that lie level, or stand, from low to high."""
    across = 1 if level else 0
    return sorted(shape.centre[across] for shape in found if shape.fill is None and abs(shape.width - width) < 0.01 and
                  len(shape.points) == 2 and shape.size[across] < 0.01 and shape.size[1 - across] > 0.01)


def grid(found, level):
    return sorted(lines(found, 0.35, level) + lines(found, 0.75, level))


def ticks(pdf, places, level, beyond):
    """[(place, number)] of lines, by the words that stand beside them: left of `beyond`, or below it."""
    told = []
    for left, top, right, bottom, word in pdf.words(1):
        x, y = (left + right) / 2, (top + bottom) / 2
        near = [place for place in places if abs(place - (y if level else x)) < 3]
        if is_number(word) and near and (right <= beyond + 1 if level else 0 < y - beyond < 14):
            told.append((near[0], number(word)))
    return sorted(told)


class Axis:
    """From places to numbers, by its ends; by powers where its first number is not zero and its steps grow."""

    def __init__(self, told):
        (self.at, self.low), (self.end, self.high) = told[0], told[-1]
        self.powers = False
        middle = told[len(told) // 2]
        self.powers = self.low > 0 and len(told) > 2 and abs(self.place(middle[1]) - middle[0]) > 1

    def part(self, value):
        if self.powers:
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def place(self, value):
        return self.at + self.part(value) * (self.end - self.at)

    def value(self, place):
        part = (place - self.at) / (self.end - self.at)
        return self.low * (self.high / self.low) ** part if self.powers else self.low + part * (self.high - self.low)


# ------------------------------------------------------------------ a funnel

def mark_colours(measure, council, own):
    """The fill of its mark, hollow within the limits, and what it is drawn in."""
    if council.name == own.name:
        return BRAND, BRAND
    edge = GROUP if council.group == own.group else DARK
    return (edge if measure.side(council, 0.95) else WHITE), edge


def near(shape, x, y):
    return math.dist(shape.centre, (x, y)) < NEAR


def funnel_problems(measure, own, found, x_axis, y_axis):
    marks = [shape for shape in found if shape.stroke in (BRAND, GROUP, DARK) and shape.fill is not None and max(shape.size) < 11]
    for council in measure.councils:
        x, y = x_axis.place(council.bottom), y_axis.place(council.value)
        here = [shape for shape in marks if near(shape, x, y)]
        if mark_colours(measure, council, own) not in [(shape.fill, shape.stroke) for shape in here]:
            yield f'{council.name} is not at {x:.1f} {y:.1f} in its colour: {[(shape.fill, shape.stroke) for shape in here]}'
        if council is own and not any(shape.fill == BRAND and shape.size[0] > 6.5 for shape in here):
            yield f'{council.name} is not larger'
    extra = len(marks) - len(measure.councils)
    if extra not in (1, 2):  # the key of those within the limits, and of the group
        yield f'{len(marks)} marks of {len(measure.councils)}'
    if not any(abs(y - y_axis.place(measure.average)) < NEAR for y in
               [shape.centre[1] for shape in found if shape.stroke == TEXT and shape.size[1] < 0.01]):
        yield f'no line at the average, {measure.average:.3f}'


def curve_problems(measure, found, x_axis, y_axis):
    curves = [shape for shape in found if abs(shape.width - 0.9) < 0.01 and len(shape.points) > 20]
    if sorted(shape.dashed for shape in curves) != [False, False, True, True]:
        yield f'{len(curves)} curves'
    top, bottom = sorted((y_axis.at, y_axis.end))
    for index, shape in enumerate(sorted(curves, key=lambda shape: (shape.dashed, -shape.centre[1]))):
        seen = [(x, y) for x, y in shape.points if top < y < bottom and x_axis.value(x) > 0]
        sides = {y < y_axis.place(measure.average) for _, y in seen}
        if len(seen) < 10 or len(sides) != 1:
            yield f'curve {index} cannot be followed'
            continue
        share, upper = 0.95 if shape.dashed else 0.998, sides == {True}
        for x, y in seen[::3]:
            # Where the curve is steep, a hair to the side is much up and down.
            close = [y_axis.place(measure.limits(x_axis.value(place), share)[upper])
                     for place in (x - HAIR, x, x + HAIR) if x_axis.value(place) > 0]
            if not min(close) - NEAR <= y <= max(close) + NEAR:
                yield f'curve {index} at size {x_axis.value(x):.1f} is at {y:.2f}, expected {close}'


# ------------------------------------------------------------------ bars and strips

def bar_problems(measure, own, found, axis, rows, grouped):
    """A bar for each, in order, from zero to its figure."""
    bars = sorted([shape for shape in found if (shape.fill in (BRAND, PALE) or shape.stroke == GROUP and abs(shape.width - 0.7) < 0.01)
                   and abs(shape.box[0 if rows else 3] - axis.place(0)) < NEAR and min(shape.size) > 1.5],
                  key=lambda shape: shape.box[1 if rows else 0])
    if len(bars) != len(measure.councils):
        yield f'{len(bars)} bars of {len(measure.councils)}'
        return
    for council, bar in zip(measure.councils, bars):
        end = bar.box[2 if rows else 1]
        if abs(end - axis.place(council.value)) > NEAR:
            yield f'{council.name} ends at {axis.value(end):.2f}, expected {council.value:.2f}'
    own_bars = [i for i, bar in enumerate(bars) if bar.fill == BRAND]
    members = sum(c.group == own.group for c in measure.councils) - 1 if grouped else 0
    if [measure.councils[i].value for i in own_bars] != [own.value]:
        yield f'one\'s own is {own_bars}'
    if sum(bar.stroke == GROUP for bar in bars) != members:
        yield f'not {members} of the group'


def strip_problems(measure, own, found):
    """The better end at the right; the ends are the best and the worst."""
    strokes = [shape for shape in found if shape.stroke in (DARK, GROUP) and len(shape.points) == 2 and shape.size[0] < 0.01]
    spots = sorted(shape.centre[0] for shape in strokes)
    diamonds = [shape for shape in found if shape.fill == BRAND and max(shape.size) < 11]
    reach = sorted(spots + [shape.centre[0] for shape in diamonds])
    axis = Axis([(reach[0], measure.councils[-1].value), (reach[-1], measure.councils[0].value)])
    for council in measure.councils:
        if council is not own and not any(abs(spot - axis.place(council.value)) < NEAR for spot in spots):
            yield f'no stroke of {council.name}'
    if len(spots) != len(measure.councils) - 1:
        yield f'{len(spots)} strokes of {len(measure.councils)} councils'
    if len(diamonds) != 1 or abs(diamonds[0].centre[0] - axis.place(own.value)) > NEAR:
        yield f'one\'s own is not at {axis.place(own.value):.1f}'
    long = [shape.centre[0] for shape in found if shape.stroke == TEXT and abs(shape.width - 1.25) < 0.01]
    if len(long) != 1 or abs(long[0] - axis.place(measure.quantile(0.5))) > NEAR:
        yield f'the median is at {long}'
    band = [shape.box for shape in found if shape.fill == GREY]
    wanted = sorted(axis.place(measure.quantile(part)) for part in (0.25, 0.75))
    if len(band) != 1 or max(abs(band[0][0] - wanted[0]), abs(band[0][2] - wanted[1])) > NEAR:
        yield f'the middle half is {band}, expected {wanted}'


# ------------------------------------------------------------------ words

def ordinal(count):
    ending = 'th' if count % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')
    return f'{count}{ending}'


def place_words(measure, own):
    for share, limit in ((0.998, '99.8%'), (0.95, '95%')):
        if measure.side(own, share):
            return f"{'worse' if (measure.side(own, share) > 0) == measure.lower else 'better'} than the {limit} limit"
    return 'within the limits'


def alt_problems(measure, own, chart, alt):
    """What is said of one's own, of the first and the last, of those beyond."""
    joint = 'joint ' if sum(council.value == own.value for council in measure.councils) > 1 else ''
    among = f'{joint}{ordinal(measure.rank(own))} of {len(measure.councils)}'
    said = measure.printed(own.value)
    wanted = [f' {len(measure.councils)} organisations']
    if chart == 'funnel':
        sides = [measure.side(council) for council in measure.councils]
        wanted += [f'{own.name} {said} of {own.bottom:,.0f}, {among}, {place_words(measure, own)}.',
                   f'Beyond the 99.8% limits: {sides.count(1)} above, {sides.count(-1)} below.',
                   f'{measure.printed(measure.average)}.']
    else:
        last = [c.name for c in measure.councils if c.value == measure.councils[-1].value]
        first = [c.name for c in measure.councils if c.value == measure.councils[0].value]
        wanted += [f'{own.name} {said}, {among}.']
        if not any(f'First {name} {measure.printed(measure.councils[0].value)}' in alt for name in first):
            yield f'first is one of {first}: {alt}'
        if not any(f'last {name} {measure.printed(measure.councils[-1].value)}' in alt for name in last):
            yield f'last is one of {last}: {alt}'
    if chart == 'strip':
        wanted.append(f'Median {measure.printed(measure.quantile(0.5))}.')
    for words in wanted:
        if words not in alt:
            yield f'"{words}" is not in "{alt}"'


def label_problems(pdf, own):
    """Words keep clear of each other; one's own name is there."""
    words = pdf.words(1)
    for i, (left, top, right, bottom, word) in enumerate(words):
        for other in words[:i]:
            if left < other[2] - 0.2 and other[0] < right - 0.2 and top + 1.2 < other[3] - 1.2 and other[1] + 1.2 < bottom - 1.2:
                yield f'{word} lies on {other[4]}'
    if own.name.split()[0] not in ' '.join(word[4] for word in words):
        yield f'{own.name} is not named'


# ------------------------------------------------------------------ steps

def drawn_problems(measure, own, chart, pdf, found, told):
    """told: [numbers of the axes], once they are known, since an SVG has no words to read."""
    if chart == 'strip':
        return strip_problems(measure, own, found)
    rows = chart == 'rows'
    places = grid(found, not rows)
    if not told:
        level = [shape for shape in found if abs(shape.width - 0.35) < 0.01 and len(shape.points) == 2]
        told.append([value for _, value in ticks(pdf, places, not rows, max(shape.box[3] for shape in level) if rows else
                                                 min(shape.box[0] for shape in level))])
        told.append([value for _, value in ticks(pdf, lines(found, 0.5, False), False, max(places))] if chart == 'funnel' else [])
    if len(told[0]) != len(places):
        return [f'{len(places)} lines, {told[0]}']
    axis = Axis(list(zip(places, told[0])))
    if chart != 'funnel':
        return bar_problems(measure, own, found, axis, rows, rows)
    stops = lines(found, 0.5, False)
    if len(told[1]) != len(stops):
        return [f'{len(stops)} sizes, {told[1]}']
    sizes = Axis(list(zip(stops, told[1])))
    return [*funnel_problems(measure, own, found, sizes, axis), *curve_problems(measure, found, sizes, axis)]


def check_chart(measure, own, chart, folder):
    name = f'{measure.name}-{chart}'
    pdf = Pdf(folder / f'{name}.pdf')
    told = []
    for kind, found in ('PDF', drawing.of_pdf(pdf.path, folder)), ('SVG', drawing.shapes(folder / f'{name}.svg')):
        problems = list(drawn_problems(measure, own, chart, pdf, found, told))
        compare(f'{own.name}, {name} as {kind}', len(measure.councils), problems)
    figure = next(node for node in pdf.tree.all() if node.name == 'Figure')
    check(f'{own.name}, {name}: alternative text', list(alt_problems(measure, own, chart, figure.alt)))
    check(f'{own.name}, {name}: labels', list(label_problems(pdf, own)))


def main(program):
    layout, names = write_pack(), {row['Code']: row['LocalAuthority'] for row in rows_of('organisations.csv')}
    for code in OWN:
        folder = work_folder()
        for kind in ('pdf', 'svg'):
            ask(program, 'publish', layout, '--allow-outside', '--quiet', '--organisation', code, '--chart', 'all', '--format', kind,
                '-o', folder)
        for measure in measures():
            own = next(council for council in measure.councils if council.name == names[code])
            for chart in CHARTS:
                check_chart(measure, own, chart, folder)
