"""What is told by colour stays apart without it, in pixels.

RAG cells of the sample pack, the columns and lines of charts with six series each, and what picks one organisation and its group
out among others are published, rendered by poppler and looked at as they are printed in grey and as people without one kind of
cone see them.
"""
import functools
import itertools
import math
import re

from lib import drawing
from lib.check import check
from lib.pack import TOP, ask, publish, work_folder
from lib.pdf import Pdf, run

DPI = 300
NAMES = ['Aaa', 'Bbb', 'Ccc', 'Ddd', 'Eee', 'Fff']

# Machado, Oliveira and Fernandes (2009), severity 1, on linear light.
SIGHTS = {
    'full colour': ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    'grey': ((.2126, .7152, .0722),) * 3,
    'protanopia': ((.152286, 1.052583, -.204868), (.114503, .786281, .099216), (-.003882, -.048116, 1.051998)),
    'deuteranopia': ((.367322, .860646, -.227968), (.280085, .672501, .047413), (-.011820, .042940, .968881)),
    'tritanopia': ((1.255528, -.076749, -.178779), (-.078411, .930809, .147602), (.004733, .691367, .303900)),
}

LINEAR = [v / 255 / 12.92 if v <= 10 else ((v / 255 + .055) / 1.055) ** 2.4 for v in range(256)]


@functools.lru_cache(maxsize=None)
def lab(pixel, sight):
    """CIE L*a*b* (D65) of an RGB pixel as somebody sees it."""
    light = [LINEAR[v] for v in pixel]
    r, g, b = (min(1, max(0, sum(m * v for m, v in zip(row, light)))) for row in SIGHTS[sight])
    xyz = (.4124 * r + .3576 * g + .1805 * b) / .9505, .2126 * r + .7152 * g + .0722 * b, \
        (.0193 * r + .1192 * g + .9505 * b) / 1.089
    x, y, z = (v ** (1 / 3) if v > .008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


class Picture:
    """A page rendered at DPI; patches are asked for in points."""

    def __init__(self, pdf, page):
        path = work_folder() / 'page'
        run('pdftoppm', '-r', str(DPI), '-f', str(page), '-l', str(page), '-singlefile', pdf.path, path)
        data = path.with_suffix('.ppm').read_bytes()
        head = re.match(rb'P6\s+(\d+)\s+(\d+)\s+255\s', data)
        self.width, self.bytes = int(head[1]), data[head.end():]

    def patch(self, left, top, right, bottom):
        """Rows of pixels."""
        scale = DPI / 72
        first, last = round(left * scale), round(right * scale)
        starts = [3 * (y * self.width + first) for y in range(round(top * scale), round(bottom * scale))]
        return [[tuple(self.bytes[start + 3 * x:start + 3 * x + 3]) for x in range(last - first)] for start in starts]


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def roughness(rows, dx, dy):
    """How much lightness changes over a step."""
    return mean(abs(rows[y][x][0] - rows[y + dy][x + dx][0])
                for y in range(max(0, -dy), len(rows) - max(0, dy)) for x in range(len(rows[0]) - dx))


def texture(patch, sight):
    """The mean colour of a fill, and how rough it is level, along rising and along falling lines."""
    rows = [[lab(pixel, sight) for pixel in row] for row in patch]
    step = len(rows) // 5
    return [mean(pixel[i] for row in rows for pixel in row) for i in range(3)], \
        [roughness(rows, step, 0), roughness(rows, step, -step), roughness(rows, step, step)]


def fills_apart(a, b):
    """A difference that is seen at once: 14 in colour or lightness, or 10 in what a texture does to lightness."""
    colour = sum((x - y) ** 2 for x, y in zip(a[0], b[0])) ** .5
    return colour >= 14 or max(abs(x - y) for x, y in zip(a[1], b[1])) >= 10


def stroke(patch, sight):
    """A line: the colour of its ink, how much of its length has ink, how thick and how high it is, in points."""
    rows = [[lab(pixel, sight) for pixel in row] for row in patch]
    ink = [[pixel[0] < 93 for pixel in row] for row in rows]
    dark = sorted((pixel for row in rows for pixel in row), key=lambda pixel: pixel[0])[:200]
    columns = [sum(row[x] for row in ink) for x in range(len(ink[0]))]
    height = sum(any(row) for row in ink)
    return [mean(pixel[i] for pixel in dark) for i in range(3)], \
        mean(count > 0 for count in columns), mean(columns) * 72 / DPI, height * 72 / DPI


def strokes_apart(a, b):
    """14 in colour or lightness, a tenth of the length, a quarter of a point of thickness, or a point of height."""
    colour = sum((x - y) ** 2 for x, y in zip(a[0], b[0])) ** .5
    return colour >= 14 or abs(a[1] - b[1]) >= .1 or abs(a[2] - b[2]) >= .25 or abs(a[3] - b[3]) >= 1


def all_apart(what, things, see, apart):
    """things: {name: patch}"""
    for sight in SIGHTS:
        seen = {name: see(patch, sight) for name, patch in things.items()}
        alike = [f'{a} and {b} look alike: {seen[a]} {seen[b]}' for a, b in itertools.combinations(seen, 2)
                 if not apart(seen[a], seen[b])]
        check(f'{what}, {sight}', alike[0] if alike else '' if len(seen) > 1 else 'fewer than two are there')


def last_box(pdf, page, word):
    """Where a word stands the last time on a page: (left, top, right, bottom), in points."""
    return [box[:4] for box in pdf.words(page) if box[4] == word][-1]


def write_pack():
    """Six series that stay level, a tenth of the height apart; charts of them."""
    months = [f'{year}-{month:02}' for year in range(2014, 2019) for month in range(1, 13)]
    rows = [f'{month},' + ','.join(str(10 * (i + 1)) for i in range(6)) for month in months]
    folder = work_folder()
    (folder / 'counts.csv').write_text('period,' + ','.join('abcdef') + '\n' + '\n'.join(rows) + '\n')
    (folder / 'catalogue.xml').write_text('<catalogue title="T" organisation="O" place="P"><source file="counts.csv"/>'
                                          '<indicator id="i" title="I" unit="count" measure="value" numerator="a"/>'
                                          '</catalogue>')
    lines = ''.join(f'<line series="{series}" label="{name}"/>' for series, name in zip('abcdef', NAMES))
    others = lines[lines.index('/>') + 2:]
    charts = [f'<trend-chart type="stacked" periods="13" title="Columns" height="400pt">{lines}</trend-chart>'] + [
        f'<trend-chart from-zero="yes" together="yes" periods="{count}" title="Lines" height="400pt">{others}</trend-chart>'
        for count in (13, 60)]
    (folder / 'pack.xml').write_text(
        f'<pack title="T" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml" period="2018-12">' +
        ''.join(f'<page title="P" indicator="i">{chart}</page>' for chart in charts) + '</pack>')
    return folder / 'pack.xml'


def check_series(program):
    pdf = publish(program, write_pack(), '--allow-outside')
    picture, swatches = Picture(pdf, 1), {}
    for name in NAMES:
        left, top, _, bottom = last_box(pdf, 1, name)
        middle = (top + bottom) / 2
        swatches[name] = picture.patch(left - 8.5, middle - 2.5, left - 3.5, middle + 2.5)
    all_apart('columns', swatches, texture, fills_apart)
    for page, what in (2, 'lines with markers'), (3, 'lines without room for markers'):
        picture, lines = Picture(pdf, page), {}
        for name in ['I'] + NAMES[1:]:
            left, top, _, bottom = last_box(pdf, page, name)
            middle = (top + bottom) / 2
            lines[name] = picture.patch(left - 320, middle - 4, left - 20, middle + 4)
        all_apart(what, lines, stroke, strokes_apart)


def check_rag(program):
    """A cell of each colour, left of its letter: its lightness alone tells which it is."""
    layout = TOP / 'layouts' / 'monthly-board-pack.xml'
    pdf = publish(program, layout)
    frames = ask(program, 'publish', layout, '--dump', 'frames', '--quiet')
    cells, page = {}, 0
    for line in frames.splitlines():
        page += line.startswith('page ')
        found = re.match(r'  text (\S+) (\S+) .* table-bold 8.5 "([GAR])"', line)
        if found:
            cells.setdefault(found[3], (page, float(found[1]), float(found[2])))
    patches = {letter: Picture(pdf, page).patch(left - 3, baseline - 5, left - 1, baseline)
               for letter, (page, left, baseline) in cells.items()}
    for sight in SIGHTS:
        seen = {colour: mean(lab(pixel, sight)[0] for row in patch for pixel in row) for colour, patch in patches.items()}
        near = [f'{a} {seen[a]:.0f}, {b} {seen[b]:.0f}' for a, b in itertools.combinations(seen, 2)
                if abs(seen[a] - seen[b]) < 15]
        check(f'RAG cells by lightness, {sight}', near[0] if near else '' if len(seen) == 3 else f'only {sorted(seen)}')


def marks_apart(a, b):
    """Most of a patch, or its edge, differs at once: by 14 in colour and lightness in a tenth of its dots."""
    pairs = list(zip((dot for row in a for dot in row), (dot for row in b for dot in row)))
    return sum(math.dist(one, other) >= 14 for one, other in pairs) >= len(pairs) / 10


def look(patch, sight):
    return [[lab(pixel, sight) for pixel in row] for row in patch]


def write_organisations():
    """Twelve whose shares and sizes lie well apart: those of groups h and l in turn."""
    folder, names = work_folder(), 'ABCDEFGHIJKL'
    (folder / 'list.csv').write_text('code,name,group\n' + ''.join(
        f'{name},Town {name},{"hl"[i % 2]}\n' for i, name in enumerate(names)))
    (folder / 'counts.csv').write_text('code,month,top,all\n' + ''.join(
        f'{name},2018-12,{round((200 + 60 * i) * (40 + i * 35 % 60) / 100)},{200 + 60 * i}\n' for i, name in enumerate(names)))
    (folder / 'catalogue.xml').write_text(
        '<catalogue title="T" organisation="{name}" place="{name}"><organisations file="list.csv"/>'
        '<source file="counts.csv" where="code={code}" period="month" columns="top + all"/>'
        '<comparator id="group" title="Group" computed="mean" of="group"/><indicator id="i" title="I" unit="percent" measure="ratio" '
        'numerator="top" denominator="all" polarity="higher-is-better"/></catalogue>')
    charts = ''.join(f'<comparison-chart id="{kind}" type="{kind}" group="group" height="{height}pt"/>'
                     for kind, height in (('ranked', 240), ('funnel', 240), ('strip', 54)))
    (folder / 'pack.xml').write_text(f'<pack title="T" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml" period="2018-12">'
                                     f'<page indicator="i">{charts}</page></pack>')
    return folder


def organisations_drawn(kind, found):
    """{whose: shapes}"""
    brand, group = (18, 67, 109), (27, 118, 110)
    if kind == 'ranked':
        bars = [shape for shape in found if min(shape.size) > 8 and shape.size[0] > 40]
        return {'own': [bar for bar in bars if bar.fill == brand], 'group': [bar for bar in bars if bar.stroke == group and bar.width < 1],
                'others': [bar for bar in bars if bar.fill == (191, 191, 191)]}
    marks = [shape for shape in found if max(shape.size) < 11.5 and abs(shape.size[0] - 6) > 0.1]  # the key's is 6 wide
    return {'own': [mark for mark in marks if mark.fill == brand],
            'group': [mark for mark in marks if group in (mark.stroke, mark.fill)],
            'far': [mark for mark in marks if mark.stroke == (89, 89, 89) and mark.fill in (None, (89, 89, 89))],
            'within': [mark for mark in marks if mark.stroke == (89, 89, 89) and mark.fill == (255, 255, 255)]}


def check_organisations(program):
    """The inside of a bar, and the room that a mark takes."""
    folder = write_organisations()
    ask(program, 'publish', folder / 'pack.xml', '--allow-outside', '--quiet', '--organisation', 'F', '--chart', 'all',
        '-o', folder / 'out')
    for kind, count, half, apart in (('ranked', 3, 3, fills_apart), ('funnel', 4, 2.4, marks_apart), ('strip', 3, 3.5, marks_apart)):
        path = folder / f'out/{kind}.pdf'
        drawn = organisations_drawn(kind, drawing.of_pdf(path, folder))
        picture = Picture(Pdf(path), 1)
        patches = {whose: picture.patch(x - half, y - half, x + half, y + half)
                   for whose, shapes in drawn.items() if shapes for x, y in [shapes[0].centre]}
        check(f'organisations of a {kind} chart are of {count} kinds', '' if len(patches) == count else f'only {sorted(patches)}')
        all_apart(f'organisations of a {kind} chart', patches, texture if kind == 'ranked' else look, apart)


def main(program):
    check_series(program)
    check_organisations(program)
    check_rag(program)
