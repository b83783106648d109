"""The lettering of every chart, read back from the published pages of all packs: no word lies on another, none is crossed by a
line or lies half on a column or a marker, and each figure beside a mark is that of its mark."""
import math
import random
import re

from lib import drawing
from lib.check import compare
from lib.pack import TOP, Pack, names, publish, work_folder

WHITE = (255, 255, 255)
LETTER_GAP = 2  # between two words of one label
WORD_GAP = 2.6    # within a word
SHRINK = 0.25     # of ink, that a hair does not count
GRID, AXIS, HAIRLINE = (220, 220, 220), (118, 118, 118), (196, 196, 196)
SEEDS = (1, 3, 8)
GRID_GAP = 1.5  # between a figure and the ends of a line of the scale that goes past it
SWATCH = 6  # of a key
NEAR = 4  # of a figure, to its mark
STACKED = 1.5  # what white between its parts takes of one
OVER_AN_AXIS = ('Line chart', 'Column chart', 'Column and line chart', 'Stacked column chart', 'Stacked columns', 'Control chart')


class Label:
    """Words that stand together on one line."""

    def __init__(self, words):
        self.words = words
        self.text = ' '.join(word['text'] for word in words)
        self.box = drawing.around([word['box'] for word in words])
        self.order = max(word['order'] for word in words)
        self.foot, self.colour = words[0]['foot'], words[0]['colour']

    @property
    def ink(self):
        left, top, right, bottom = self.box
        return left + SHRINK, top + SHRINK, right - SHRINK, bottom - SHRINK


class Drawing:
    """A chart on its page: what is painted within its figure, and the labels."""

    def __init__(self, alt, box, painted, words):
        self.alt, self.box = alt, box
        self.shapes = [(order, thing) for order, thing in enumerate(painted)
                       if isinstance(thing, drawing.Shape) and not drawing.outside(thing.box, grown(box, 3))]
        self.labels = list(labels_of(painted, words, box))

    def hidden(self, order, label, ink=None):
        """True where white, or its column, lies behind a label and over what was painted before."""
        return any(order < later < label.order and shape.fill is not None and
                   any(not drawing.outside(ink or label.ink, grown(drawing.around([(*p, *p) for p in line]))) for line in shape.lines)
                   for later, shape in self.shapes)


def grown(box, by=-0.5):
    return box[0] - 1 - by, box[1] - 1 - by, box[2] + 1 + by, box[3] + 1 + by


def apart(letters, text):
    """What poppler takes for one word though there is a gap in it: figures of two columns."""
    ends = [i for i in range(1, len(letters)) if letters[i][1].box[0] - letters[i - 1][1].box[2] > WORD_GAP]
    if len(letters) != len(text):
        return [(letters, text)] if letters else []
    return [(letters[start:end], text[start:end]) for start, end in zip([0, *ends], [*ends, len(letters)]) if letters]


def labels_of(painted, words, box):
    letters = [(order, thing) for order, thing in enumerate(painted) if isinstance(thing, drawing.Letter)]
    found = []
    for left, top, right, bottom, text in words:
        if left < box[0] - 1 or right > box[2] + 1 or top < box[1] - 3 or bottom > box[3] + 3:
            continue
        own = [(order, one) for order, one in letters if left < (one.box[0] + one.box[2]) / 2 < right and top < one.y < bottom]
        own.sort(key=lambda letter: letter[1].x)
        for part, text in apart(own, text):
            box_of = drawing.around([one.box for _, one in part])
            found.append({'text': text, 'box': box_of, 'order': max(order for order, _ in part),
                          'foot': part[0][1].y, 'colour': part[0][1].colour,
                          'left': left if part[0] is own[0] else box_of[0] - 0.3,
                          'right': right if part[-1] is own[-1] else box_of[2] + 0.3})
    found.sort(key=lambda word: (round(word['foot'], 1), word['left']))
    run = []
    for word in found:
        if run and (abs(word['foot'] - run[-1]['foot']) > 0.05 or not 0 < word['left'] - run[-1]['right'] < LETTER_GAP):
            yield Label(run)
            run = []
        run.append(word)
    if run:
        yield Label(run)


def crosses(start, end, box):
    """True where a line passes through a box."""
    enter, leave = 0, 1
    for axis in (0, 1):
        way, low, high = end[axis] - start[axis], box[axis] - start[axis], box[axis + 2] - start[axis]
        if way == 0:
            if low > 0 or high < 0:
                return False
            continue
        first, last = sorted((low / way, high / way))
        enter, leave = max(enter, first), min(leave, last)
    return enter <= leave


def stroke_crosses(shape, box):
    half = shape.width / 2
    wide = box[0] - half, box[1] - half, box[2] + half, box[3] + half
    return any(crosses(start, end, wide) for line in shape.lines for start, end in zip(line, line[1:]))


def overprints(chart):
    for i, label in enumerate(chart.labels):
        for other in chart.labels[:i]:
            if drawing.overlap(label.ink, other.ink):
                yield f'"{label.text}" lies on "{other.text}"'


def crossings(chart):
    for label in chart.labels:
        for order, shape in chart.shapes:
            if shape.stroke in (None, WHITE) or order > label.order:
                continue
            if stroke_crosses(shape, label.ink) and not chart.hidden(order, label):
                yield f'"{label.text}" is crossed by a line of {shape.stroke}, width {shape.width}'
                break


def beside_lines_of_scales(chart):
    """Figures that a line of a scale comes so near to that they seem to be what it stands for."""
    for label in chart.labels:
        left, top, right, bottom = label.ink
        for order, shape in chart.shapes:
            if is_number(label.text) and shape.stroke == GRID and order < label.order and stroke_crosses(
                    shape, (left - GRID_GAP, top, right + GRID_GAP, bottom)) and not chart.hidden(
                        order, label, (left - GRID_GAP, top, right + GRID_GAP, bottom)):
                yield f'"{label.text}" stands at the end of a line of the scale'
                break


def parts(shape):
    """The boxes of the shapes that one path fills."""
    return [drawing.around([(*point, *point) for point in line]) for line in shape.lines if len(line) > 2]


def half_covers(chart):
    """Columns and markers that a label, or the white behind it, lies half on."""
    for label in chart.labels:
        for order, shape in chart.shapes:
            if shape.fill in (None, WHITE) or order > label.order or min(shape.fill) > 238:
                continue
            for box in parts(shape):
                if drawing.overlap(label.ink, box) and drawing.outside(label.ink, grown(box)):
                    yield f'"{label.text}" lies half on a shape of {shape.fill}'


def charts_of(pdf):
    folder = work_folder()
    for number, page in enumerate(pdf.pages, 1):
        figures = [node for node in pdf.tree.all() if node.name == 'Figure' and node.page == page and 'BBox' in node.attributes
                   and 'chart,' in node.alt.lower()]
        if not figures:
            continue
        painted, words = drawing.painted(drawing.page_svg(pdf.path, folder, number)), pdf.words(number)
        height = pdf.height(number)
        for figure in figures:
            left, bottom, right, top = map(float, figure.attributes['BBox'])
            yield number, Drawing(figure.alt, (left, height - top, right, height - bottom), painted, words)


def is_number(text):
    return bool(re.fullmatch(r'[−-]?[\d,]*\.?\d+%?', text))


def number(text):
    return float(text.replace(',', '').replace('−', '-').rstrip('%'))


def step(text):
    """Half of the last digit that a figure has, and a hair."""
    return 0.5 / 10 ** len(text.rstrip('%').partition('.')[2])


class Axis:
    """From heights to numbers, by the numbers beside its lines."""

    def __init__(self, told):
        (self.low_at, self.low), (self.high_at, self.high) = max(told), min(told)
        self.top, self.bottom = self.high_at, self.low_at
        self.scale = (self.high - self.low) / (self.low_at - self.high_at)

    def value(self, height):
        return self.low + (self.low_at - height) * self.scale


def grid_of(chart):
    """The heights of the lines of the scales."""
    return {round(line[0][1], 1) for _, shape in chart.shapes if shape.stroke == GRID and shape.width < 0.5 for line in shape.lines
            if len(line) == 2 and abs(line[0][1] - line[1][1]) < 0.01 and abs(line[0][0] - line[1][0]) > 10}


def axes_of(chart):
    """The axis at the left, and above it that at the right; with them the labels that are numbers of a scale."""
    grid, sides, ticks = grid_of(chart), {False: [], True: []}, set()
    across = [point[0] for _, shape in chart.shapes if shape.stroke == GRID and shape.width < 0.5 for point in shape.points]
    for label in chart.labels:
        middle = label.foot - 0.355 * 7.5
        near = [height for height in grid if abs(height - middle) < 0.6]
        right = label.box[0] > max(across, default=0)
        if near and is_number(label.text) and (right or label.box[2] < min(across)):
            sides[right].append((near[0], number(label.text)))
            ticks.add(label)
    return [Axis(told) for told in sides.values() if len(told) > 1], ticks


def columns_of(chart):
    """(left, top, right, bottom) of columns, in colour or with an edge."""
    for _, shape in chart.shapes:
        if (shape.fill not in (None, WHITE) and min(shape.fill) < 239) or (shape.stroke and abs(shape.width - 0.7) < 0.01):
            for line in shape.lines:
                box = drawing.around([(*point, *point) for point in line])
                square = len(line) == 5 and all(min(x - box[0], box[2] - x) < 0.1 for x, _ in line)
                swatch = abs(box[2] - box[0] - SWATCH) < 0.1 and abs(box[3] - box[1] - SWATCH) < 0.1
                if square and box[3] - box[1] > 0.05 and not swatch:
                    yield box


def points_of(chart):
    """Where lines of figures go, and dots."""
    for _, shape in chart.shapes:
        heavy = shape.stroke not in (None, WHITE, GRID, AXIS, HAIRLINE) and not (shape.dashed and len(shape.lines[0]) == 2)
        for line in shape.lines if heavy and shape.width > 0.85 else []:
            for point in line:
                yield shape.stroke, point


def values_at(chart, axis, label):
    """What the marks say that a label is nearest to."""
    left, top, right, bottom = label.box
    found = []
    zero = axis.low_at + axis.low / axis.scale
    columns = [box for box in set(columns_of(chart)) if axis.top - 2 <= box[1] <= axis.bottom + 2]
    stood = [box for box in columns if min(right, box[2]) - max(left, box[0]) > 0.4 * min(right - left, box[2] - box[0])]
    if not stood:  # a narrow column that it is centred on
        stood = [box for box in columns if abs(left + right - box[0] - box[2]) < 1 and bottom < box[1] + 1]
    for box in columns if not stood else []:
        beside = max(left - box[2], box[0] - right)
        if 0 < beside < 20 and bottom > box[1] - 1 and top < box[3] + 1:  # where lines that end behind it let it stand
            found.append((beside / 4, axis.value(box[1] if box[1] < zero - 1 else box[3])))
    if abs(number(label.text)) < 4 * axis.scale and abs(bottom - zero) < 16:  # hardly a column is seen
        return [(0, number(label.text))]
    for box in stood:
        inside = box[1] - 0.5 <= top and bottom <= box[3] + 0.5
        end = box[1] if box[1] < zero - 1 else box[3]
        away = 0 if inside else min(abs(bottom - box[1]), abs(top - box[3]))
        found.append((away, (box[3] - box[1]) * axis.scale if inside and len(stood) > 1 else axis.value(end)))
    if len(stood) > 1:  # of a stack
        net = axis.value(min(box[1] for box in stood)) + min(0, axis.value(max(box[3] for box in stood)))
        found.append((abs(bottom - min(box[1] for box in stood)), net))
    for stroke, (x, y) in points_of(chart):
        away = max(left - x, x - right, 0), max(top - y, y - bottom, 0)
        # the figures of a line are in its colour
        if axis.top - 3 <= y <= axis.bottom + 3 and (stroke == label.colour or chart.alt.startswith('Control')):
            found.append((math.hypot(*away), axis.value(y)))
    return sorted(found)


def is_below_name(chart, label):
    """True of what a target is at, on the line below its name."""
    return any(abs(other.box[0] - label.box[0]) < 1 and 4 < label.foot - other.foot < 12 and not is_number(other.text)
               for other in chart.labels)


def strangers(chart):
    """Figures within the plot that are not those of the mark that is nearest."""
    if chart.alt.split(',')[0] not in OVER_AN_AXIS:
        return
    axes, ticks = axes_of(chart)
    for label in chart.labels:
        height = (label.box[1] + label.box[3]) / 2
        near = [axis for axis in axes if axis.top - 12 < height < axis.bottom + 3]
        if label in ticks or not is_number(label.text) or not near or is_below_name(chart, label):
            continue
        axis = min(near, key=lambda axis: max(axis.top - height, height - axis.bottom))
        values = values_at(chart, axis, label)
        slack = 2.5 if chart.alt.startswith('Control') else 1.5  # its points have edges
        allowed = [value for away, value in values if away <= values[0][0] + slack and away < 12]
        near = (STACKED if 'tacked' in chart.alt[:30] or 'of shares' in chart.alt[:30] else 0.3) * axis.scale
        if not any(abs(abs(value) - abs(number(label.text))) <= step(label.text) + near for value in allowed):
            yield f'"{label.text}" at {label.box[0]:.0f} {label.box[1]:.0f} stands at {values[:2]}'


def far_off(chart):
    """Figures straight over or under a column, further from its end than any other figure is. Parts of a stack have
    figures of others over and under them, and columns below a line those of its points."""
    if chart.alt.split(',')[0] != 'Column chart':
        return
    axes, ticks = axes_of(chart)
    columns = set(columns_of(chart))
    for label in chart.labels:
        left, top, right, bottom = label.box
        if label in ticks or not is_number(label.text):
            continue
        for box in columns:
            if abs(left + right - box[0] - box[2]) < 1 and (bottom < box[1] + 1 or top > box[3] - 1):
                away = min(abs(bottom - box[1]), abs(top - box[3]))
                if NEAR < away < 12:
                    yield f'"{label.text}" stands {away:.1f} points from its column'


def in_rows_of_ticks(chart):
    """Figures of lines that stand so near behind a number of the scale, and in its row, that they are read as another."""
    if chart.alt.split(',')[0] not in ('Line chart', 'Control chart'):
        return
    _, ticks = axes_of(chart)
    for label in chart.labels:
        if label not in ticks and is_number(label.text) and any(
                abs(label.foot - tick.foot) < 2 and 0 < label.box[0] - tick.box[2] < 20 for tick in ticks):
            yield f'"{label.text}" stands in the row of a number of the scale'


RULES = {'each figure at its own mark': strangers, 'no word on another': overprints,
         'no figure in the row of a tick': in_rows_of_ticks, 'each figure near its column': far_off,
         'no figure at the end of a line of a scale': beside_lines_of_scales,
         'no line through a word': crossings, 'no word half on a mark': half_covers}


def frame_of(chart):
    """(left, right) of the first frame: where its base line goes."""
    ends = [(min(line[0][0], line[1][0]), max(line[0][0], line[1][0])) for _, shape in chart.shapes
            if shape.stroke == AXIS and abs(shape.width - 0.75) < 0.01 and not shape.dashed
            for line in shape.lines if len(line) == 2 and abs(line[0][1] - line[1][1]) < 0.01]
    return min(ends) if ends else None


def shifted(charts):
    """Charts of the same months, one above the other, whose months stand elsewhere."""
    columns = {}
    for page, chart in charts:
        told = re.match(r'([^,]*), (\d+ months)\.', chart.alt)
        if told and told[1] in OVER_AN_AXIS and frame_of(chart) and 'years' not in chart.alt:
            columns.setdefault((page, round(chart.box[0]), round(chart.box[2]), told[2]), []).append(frame_of(chart))
    for (page, *_, months), frames in columns.items():
        if any(abs(one - other) > 0.3 for frame in frames for one, other in zip(frame, frames[0])):
            yield f'page {page}, charts of {months}: {[(round(left, 1), round(right, 1)) for left, right in frames]}'


# ------------------------------------------------------------------ charts of all kinds and sizes

MEASURES = {  # (measure, unit, decimals, count, denominator) of made-up data
    'share': ('percent', lambda chance: chance.randint(0, 100), lambda chance: 100),
    'high': ('percent', lambda chance: 960 + chance.randint(0, 40), lambda chance: 1000),
    'rate': ('rate', lambda chance: chance.randint(0, 400), lambda chance: 47715),
    'count': ('count', lambda chance: chance.randint(0, 9), None),
    'huge': ('count', lambda chance: chance.randint(0, 10 ** 9), None),
    'zero': ('count', lambda chance: 0, None),
    'even': ('count', lambda chance: 42, None)}
SHAPES = {
    'line': ('', 'years="2"', 'periods="13"', 'periods="60"', 'benchmarks="years" periods="13"', 'field="variance" periods="13"'),
    'column': ('', 'years="2"', 'periods="13"', 'periods="60"', 'field="change_previous_month" periods="13"',
               'groups="periods ytd years benchmarks" periods="13"'),
    'grouped': ('periods="4"', 'periods="13"', 'groups="periods years benchmarks" periods="4"'),
    'stacked': ('periods="4"', 'periods="13"', 'periods="24"'),
    'bars': ('', 'height="80pt"')}
SIZES = ('height="90pt"', 'height="150pt"', 'height="250pt"')
MONTHS = [f'{year}-{month:02}' for year in range(2013, 2019) for month in range(1, 13)][:67]


def write_data(folder, chance):
    (folder / 'data').mkdir()
    rows = ['period,' + ','.join(f'{name}_n,{name}_d' for name in MEASURES)]
    for month in MONTHS:
        cells = [(count(chance), of(chance) if of else 1) for _, count, of in MEASURES.values()]
        rows.append(month + ',' + ','.join(f'{number},{of}' for number, of in cells))
    (folder / 'data/data.csv').write_text('\n'.join(rows) + '\n')
    marks = [f'{name},{year},' + ','.join(str(chance.randint(1, 90)) for _ in range(3)) for name in MEASURES
             for year in ('2015-16', '2016-17')]
    (folder / 'data/benchmarks.csv').write_text('\n'.join(['indicator,year,own,north,south', *marks]) + '\n')
    indicators = ''.join(
        f'<indicator id="{name}" title="Measure {name}" short-title="{name.capitalize()}" unit="{unit}" '
        + (f'measure="{"rate" if unit == "rate" else "ratio"}" numerator="{name}_n" denominator="{name}_d" flow="yes"' if of else
           f'measure="value" numerator="{name}_n" flow="yes"') + (' per="10000"' if unit == 'rate' else '')
        + f' polarity="higher-is-better"><target to="2018-03" value="{chance.randint(0, 90)}"/>'
        + f'<target from="2018-04" value="{chance.randint(0, 90)}"/></indicator>'
        for name, (unit, _, of) in MEASURES.items())
    (folder / 'data/catalogue.xml').write_text(
        '<catalogue title="Cat" organisation="Example Council" place="Example" source="Made up">'
        '<source file="data.csv"/><benchmarks file="benchmarks.csv"/>'
        '<comparator id="own" title="Own" own="yes"/><comparator id="north" title="Northern neighbours" short-title="Nbrs"/>'
        f'<comparator id="south" title="South"/>{indicators}</catalogue>')


def chart_for(chance, kind, narrow=False):
    name = chance.choice([name for name in MEASURES if not narrow or name != 'huge'])
    like = [other for other, facts in MEASURES.items() if facts[0] == MEASURES[name][0] and other != name]
    shape, height = chance.choice([shape for shape in SHAPES[kind] if MEASURES[name][2] and not narrow or 'benchmarks' not in shape]), chance.choice(SIZES)
    height = '' if 'height' in shape else height
    lines = ''
    if kind in ('grouped', 'stacked', 'bars'):
        shown = ([name] + like)[:2]
        lines = ''.join(f'<line indicator="{one}"/>' for one in shown) + '<line field="numerator" label="Number" mark="column"/>' * (
            kind != 'bars' and MEASURES[name][0] == 'count')
        if kind != 'bars' and len(shown) + lines.count('Number') < 2:
            return ''
        shape += ' title="Several"'
    elif chance.random() < 0.5 and 'field' not in shape and MEASURES[name][2]:  # a number has no scale in common with a year's
        lines = '<line field="ytd_value" label="Year to date"/>'
    if kind != 'bars' and chance.random() < 0.6 and 'field' not in shape:
        shape += ' target="step"'
    return f'<trend-chart indicator="{name}" type="{kind}" {shape} {height}>{lines}</trend-chart>'


def write_pack(seed):
    """Every kind of chart at many widths, of data that make trouble."""
    chance, folder = random.Random(seed), work_folder()
    write_data(folder, chance)
    pages = []
    for paper in range(8):
        blocks = ''.join(chart_for(chance, kind) for kind in SHAPES for _ in range(2))
        side = ''.join(f'<row gap="8pt">{chart_for(chance, "line", True)}{chart_for(chance, "column", True)}</row>' for _ in range(2))
        pages.append(f'<page id="p{paper}" title="Page {paper}" indicator="share"><heading/>{blocks}{side}</page>')
    (folder / 'layouts').mkdir()
    paper = ('A4', 'A5', 'A4')[seed % 3]
    (folder / 'layouts/pack.xml').write_text(
        f'<pack title="Charts" catalogue="../data/catalogue.xml" period="2018-07" fonts="{TOP}/fonts/fonts.xml" paper="{paper}">'
        f'{"".join(pages)}</pack>')
    return folder / 'layouts/pack.xml'


def check_pack(name, pdf):
    charts = list(charts_of(pdf))
    for rule, problems_of in RULES.items():
        problems = [f'page {number}, {chart.alt[:50]}: {problem}' for number, chart in charts for problem in problems_of(chart)]
        compare(f'{name}: {rule}', sum(len(chart.labels) for _, chart in charts), problems)
    return charts


def near_misses(charts):
    """A figure that just misses its target is not told where the highest, which misses it too, has no room: it would be read as that."""
    for page, chart in charts:
        told = {label.text for label in chart.labels}
        highest = re.search(r'highest ([0-9.]+)%', chart.alt)
        if chart.alt.startswith('Line chart') and 'Visits to children in care in time' in chart.alt:
            yield from (f'page {page}: {words} and not {highest[1]}' for words in told
                        if is_number(words) and highest[1] not in told and 97 < number(words) < float(highest[1]))


def main(program):
    for name in names():
        pack = Pack(program, name)
        if any(node.tag in ('trend-chart', 'comparison-chart') for node in pack.root.iter()):
            charts = check_pack(name, pack.pdf)
            compare(f'{name}: months below the same months', len(charts), list(shifted(charts)))
            compare(f'{name}: a near miss is not told for the highest', len(charts), list(near_misses(charts)))
    for seed in SEEDS:
        check_pack(f'charts of seed {seed}', publish(program, write_pack(seed), '--allow-outside'))
