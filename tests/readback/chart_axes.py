"""The axes of every chart over periods that any layout publishes, read back from what is drawn.

Columns start at zero and none is wider than columns are; a scale that does not start at zero has its sign, says so in words, and
spans enough that small changes are no cliffs; a line of years to date breaks with each year; a gap has its reason, in it or below.
"""
import re

from lib import drawing
from lib.check import compare
from lib.pack import ask, packs_with, work_folder
from lib.pdf import Pdf

WIDEST, HIGHEST, NEAR = 22, 470, 0.6  # points
AXIS, DIVIDER, GAP, FIRST, SECOND = (118, 118, 118), (196, 196, 196), (244, 244, 244), (18, 67, 109), (128, 22, 80)
GROUND = ((255, 255, 255), GAP, (234, 240, 245))  # and ranges
LEAST_POINTS, LEAST_SHARE = 10, 0.2
TO_DATE = ('ytd_value', 'ytd_numerator', 'ytd_denominator', 'ytd_variance')
KINDS = ('Line chart', 'Column chart', 'Column and line chart', 'Control chart', 'Stacked column chart', 'Stacked columns')


def number(word):
    return float(word.replace(',', '').replace('\u2212', '-').rstrip('%'))


def is_number(word):
    return word.replace(',', '').replace('.', '').replace('\u2212', '').rstrip('%').isdigit()


def box_of(line):
    return drawing.around([(*point, *point) for point in line])


def is_box(line):
    left, top, right, bottom = box_of(line)
    return len(line) >= 4 and all(min(abs(x - left), abs(x - right)) < 0.02 and min(abs(y - top), abs(y - bottom)) < 0.02
                                  for x, y in line)


def is_square(one):
    """Of keys, and points."""
    return one[2] - one[0] < 6.2 and abs(one[2] - one[0] - one[3] + one[1]) < 0.2


class Chart:
    def __init__(self, path, folder):
        self.name, pdf = path.stem, Pdf(path)
        self.alt = next(node.alt for node in pdf.tree.all() if node.name == 'Figure')
        self.text = ' '.join(pdf.tree.text().split())
        self.words = list(pdf.words(1))
        self.shapes = drawing.of_pdf(path, folder)
        self.frames = self.base_lines()

    def base_lines(self):
        """[(left, right, height)] of the frames: the first of what is drawn in the axis' width."""
        level = [shape for shape in self.shapes if shape.stroke == AXIS and abs(shape.width - 0.75) < 0.01 and
                 all(len(line) == 2 and abs(line[0][1] - line[1][1]) < 0.01 for line in shape.lines)]
        return [(min(line[0][0], line[1][0]), max(line[0][0], line[1][0]), line[0][1]) for shape in level[:1] for line in shape.lines]

    def ticks(self, frame):
        """[(height, number)] left of a frame, from its foot upwards."""
        return sorted(((top + bottom) / 2, number(word)) for left, top, right, bottom, word in self.words
                      if is_number(word) and frame[0] - 9 < right < frame[0] - 2 and (top + bottom) / 2 < frame[2] + 5)[::-1]

    def columns(self):
        """[(box, frame)]; a zero's mark is no column."""
        boxes = {tuple(round(side, 1) for side in box_of(line)) for shape in self.shapes for line in shape.lines
                 if is_box(line) and shape.fill not in GROUND and not shape.dashed}
        placed = [(one, next((frame for frame in self.frames if frame[0] <= (one[0] + one[2]) / 2 <= frame[1]), None))
                  for one in boxes]
        return [(one, frame) for one, frame in placed if frame and one[3] - one[1] > 2 and not is_square(one)]

    def gaps(self):
        """Boxes of the fields of gaps."""
        return [box_of(line) for shape in self.shapes if shape.fill == GAP for line in shape.lines if is_box(line)]

    def dividers(self):
        return sorted({round(line[0][0], 1) for shape in self.shapes if shape.stroke == DIVIDER and shape.dashed
                       for line in shape.lines})

    def cut_signs(self):
        return [shape for shape in self.shapes if shape.stroke == AXIS and abs(shape.width - 0.75) < 0.01 and
                len(shape.lines) == 1 and len(shape.points) == 6 and shape.size[0] < 5 and 9 < shape.size[1] < 12]


def width_problems(chart):
    for one, _ in chart.columns():
        if one[2] - one[0] > WIDEST + NEAR:
            yield f'{chart.name}: a column {one[2] - one[0]:.1f} pt wide'


def zero_problems(chart):
    """Columns stand where a scale says 0, or hang from there, or stand on another of their stack."""
    columns = chart.columns()
    told = [((top + bottom) / 2, number(word)) for left, top, right, bottom, word in chart.words if is_number(word) and
            any(frame[0] - 9 < right < frame[0] - 2 or 2 < left - frame[1] < 6 for frame in chart.frames)]
    zeros, heights = [height for height, value in told if value == 0], [height for height, _ in told]
    for one, _ in columns:
        if one[3] < min(heights) or one[1] > max(heights) + 3:
            continue  # a letter beside a title, or of the key
        below = [other for other, _ in columns if abs(other[0] - one[0]) < NEAR and abs(other[1] - one[3]) < 1.6]
        if not below and not any(abs(side - zero) < 3 for side in (one[1], one[3]) for zero in zeros):
            yield f'{chart.name}: a column from {one[1]} to {one[3]}, 0 at {zeros}'


def cut_problems(chart):
    ticks = chart.ticks(chart.frames[0])
    if len(ticks) < 2:
        yield f'{chart.name}: {len(ticks)} numbers on its scale'
        return
    low, high = ticks[0][1], ticks[-1][1]
    told = 'scale starts at' in chart.text, 'scale starts at' in chart.alt, bool(chart.cut_signs())
    if set(told) != {low > 0}:
        yield f'{chart.name}: from {low}; words, alternative text and sign: {told}'
    percent = any(word.endswith('%') and is_number(word) for *_, word in chart.words)
    least = LEAST_POINTS if percent else LEAST_SHARE * low
    if low > 0 and high - low < least - 1e-6:
        yield f'{chart.name}: {low} to {high} spans less than {least}'


def gap_problems(chart):
    """Its reason stands in it, or its symbol and a note; a note where it is too narrow for the symbol."""
    noted = re.search(r'\[[xzc]\] [^\[]*: ', ' '.join(word for *_, word in chart.words))
    for left, top, right, bottom in chart.gaps():
        inside = [word for start, y, end, foot, word in chart.words
                  if left - 1 < (start + end) / 2 < right + 1 and top - 1 < (y + foot) / 2 < bottom + 1]
        if not any(word.isalpha() for word in inside) and not noted:
            yield f'{chart.name}: a gap at {left:.0f} to {right:.0f} without its reason: {inside}'


def page_problems(chart):
    """What stands below a chart alone, such as a key, does not make its page longer than a chart."""
    lowest = max(bottom for *_, bottom, _ in chart.words)
    if lowest > HIGHEST:
        yield f'{chart.name}: its page goes on to {lowest:.0f} pt'


def to_date_problems(chart, colour):
    """No part of the line goes on across the start of a year."""
    parts = [box_of(line) for shape in chart.shapes if shape.stroke == colour and shape.fill is None and shape.width < 2
             for line in shape.lines if len(line) > 1]
    if not any(right - left > 9 for left, _, right, _ in parts):
        yield f'{chart.name}: no line of years to date'
    for x in chart.dividers():
        if any(left < x - 1 and right > x + 1 for left, _, right, _ in parts):
            yield f'{chart.name}: the year to date goes on across {x:.0f}'


def line_to_date(chart):
    """The colour of a chart's line of years to date: its own, or the first of its lines; None where it has none."""
    first = chart.find('line')
    if chart.get('type', 'line') not in ('line', 'column', 'column-line'):
        return None
    if chart.get('field') in TO_DATE and chart.get('type', 'line') == 'line':
        return FIRST
    return SECOND if first is not None and first.get('field') in TO_DATE and first.get('mark') != 'column' else None


def check_to_date(pack, charts):
    """A chart alone is called by its page, where that has no other."""
    colours = {page.get('id') or page.get('indicator'): line_to_date(chart) for page in pack.root.iter('page') for chart in page.iter('trend-chart')}
    found = [(chart, colours[chart.name]) for chart in charts if colours.get(chart.name)]
    wanted = sum(colour is not None for colour in colours.values())
    if wanted:
        compare(f'{pack.name}: {wanted} lines of years to date break', wanted,
                [problem for chart, colour in found for problem in to_date_problems(chart, colour)] +
                ([] if len(found) == wanted else [f'{len(found)} charts were found']))


def check_small_lines(pack):
    """Those of the contents: two pieces where a year starts within, one of what does not start again."""
    page = next(page for page in pack.root.iter('page') if page.find('.//contents') is not None)
    folder = work_folder()
    ask(pack.program, 'publish', pack.layout, '--quiet', '--page', page.get('id', 'contents'), '-o', folder / 'contents.pdf')
    runs = [shape for shape in drawing.of_pdf(folder / 'contents.pdf', folder)
            if abs(shape.width - 0.9) < 0.01 and not shape.dashed and shape.stroke == FIRST and shape.size[0] > 3]
    shown = [pack.indicators[one.get('indicator')] for one in pack.root.iter('page') if one.get('indicator')]
    wanted = sum(2 if one.get('headline') == 'ytd_value' else 1 for one in shown)
    compare(f'{pack.name}: small lines of years to date break', wanted,
            [] if len(runs) == wanted else [f'{len(runs)} pieces, not {wanted}'])


def main(program):
    for pack in packs_with(program, 'trend-chart'):
        folder, drawn = work_folder(), work_folder()
        ask(program, 'publish', pack.layout, '--quiet', '--chart', 'all', '-o', folder)
        charts = [Chart(path, drawn) for path in sorted(folder.glob('*.pdf'))]
        charts = [chart for chart in charts if chart.alt.startswith(KINDS) and chart.frames]
        for what, find in (('columns are no wider than columns are', width_problems),
                           ('columns start at zero', zero_problems),
                           ('a cut scale is marked and spans enough', cut_problems),
                           ('gaps have reasons', gap_problems),
                           ('pages end below the charts', page_problems)):
            compare(f'{pack.name}, {len(charts)} charts: {what}', len(charts),
                    [problem for chart in charts for problem in find(chart)])
        check_to_date(pack, charts)
        if pack.root.find('.//contents[@sparklines="yes"]') is not None:
            check_small_lines(pack)
