"""Small multiples, read back from published PDF: every point of every organisation's line on the one scale, its standard, the figure and
the rank beside its name, the alternative text; on wide and narrow pages, and with few and many. All is worked out here from the data."""
import csv
import shutil
from collections import defaultdict

from lib import drawing
from lib.check import check, compare
from lib.pack import TOP, comply, publish, work_folder

DATA = TOP / 'data/nhs-ae'
LINE, OWN_LINE, TARGET, NEAR = 1.2, 2.0, 1.0, 0.15
BRAND = (18, 67, 109)
MONTHS = 36
PAPERS = (('A4', 'portrait'), ('A5', 'portrait'), ('A4', 'landscape'), ('A3', 'landscape'))


def shares():
    """{organisation: [share within four hours of each month]}, by name; of three years up to March 2019."""
    with open(DATA / 'organisations.csv', newline='') as file:
        names = {row['code']: row['name'] for row in csv.DictReader(file)}
    counts = defaultdict(lambda: [0, 0])
    with open(DATA / 'ae_attendances.csv', newline='') as file:
        for row in csv.DictReader(file):
            for place, column in enumerate(('attendances', 'breaches')):
                counts[names.get(row['org_code']), row['period'][:7]][place] += int(row[column])
    months = [f'{2016 + (month + 3) // 12}-{(month + 3) % 12 + 1:02}' for month in range(MONTHS)]
    return {name: [100 * (1 - counts[name, month][1] / counts[name, month][0]) for month in months] for name in names.values()}


def write_pack(paper, orientation):
    folder = work_folder()
    for name in ('ae_attendances.csv', 'organisations.csv', 'rtt_timeseries.csv', 'actions.csv', 'days.csv', 'catalogue.xml'):
        shutil.copyfile(DATA / name, folder / name)
    (folder / 'pack.xml').write_text(
        f'<pack title="Trusts" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml" period="2019-03" paper="{paper}" '
        f'orientation="{orientation}"><page indicator="four_hours"><comparison-chart type="multiples" years="3">'
        '<reference value="95" label="Standard"/></comparison-chart></page></pack>')
    return folder


def lines_of(found, widths, dashed):
    return [shape for shape in found
            if shape.fill is None and any(abs(shape.width - width) < 0.01 for width in widths) and shape.dashed == dashed]


def places(line):
    """Where a line is in each month. A point on the way between its neighbours may not be written."""
    (left, _), (right, _) = line.points[0], line.points[-1]
    found = []
    for month in range(MONTHS):
        x = left + (right - left) * month / (MONTHS - 1)
        end = next(i for i in range(1, len(line.points)) if line.points[i][0] >= x - 0.2)
        (x0, y0), (x1, y1) = line.points[end - 1], line.points[end]
        found.append((x, y0 + (y1 - y0) * min(1, max(0, (x - x0) / (x1 - x0)))))
    return found


def line_problems(lines, wanted):
    """Each line has a point a month, and all go by one scale: so many points of paper a point of the share."""
    scales = []
    for line, (name, values) in zip(lines, wanted):
        if len(line.points) < MONTHS - 2:
            yield f'{name} has {len(line.points)} points'
            return
        points, low, high = places(line), min(values), max(values)
        bottom, top = points[values.index(low)][1], points[values.index(high)][1]
        scale = (bottom - top) / (high - low)
        scales.append(scale)
        for month, value in enumerate(values):
            if abs(points[month][1] - (bottom - (value - low) * scale)) > NEAR:
                yield f'{name}, month {month}: {value:.2f} is out of place'
    if scales and max(scales) - min(scales) > 0.02 * max(scales):
        yield f'not one scale: {min(scales):.3f} to {max(scales):.3f}'


def standard_problems(lines, standards, wanted):
    """The dashed line of each stands where its scale has 95."""
    if len(standards) != len(lines):
        yield f'{len(standards)} dashed lines for {len(lines)}'
        return
    for line, standard, (name, values) in zip(lines, standards, wanted):
        points, low, high = places(line), min(values), max(values)
        bottom, top = points[values.index(low)][1], points[values.index(high)][1]
        place = bottom - (95 - low) * (bottom - top) / (high - low)
        if abs(standard.centre[1] - place) > NEAR:
            yield f'{name}: the standard is at {standard.centre[1]:.2f}, expected {place:.2f}'


def told_problems(pdf, wanted):
    """Names with the figure and the rank beside them, on the page and in the alternative text."""
    text = ' '.join(' '.join(pdf.text()).split())
    alt = next(node.alt for node in pdf.tree.all() if node.alt and node.alt.startswith('Small multiples'))
    place = -1
    for name, values in wanted:
        latest, better = round(values[-1], 1), sum(other[-1] > values[-1] for _, other in wanted)
        if f'{latest:.1f}%' not in text or name not in text:
            yield f'{name} {latest:.1f}% is not on the page'
        found = alt.find(f' {name}, {better + 1}')
        if found <= place or f'March 2019 {latest:.1f}%' not in alt[found:]:
            yield f'{name}, {better + 1} is out of order in "{alt[:200]}"'
        place = found


def check_paper(program, paper, orientation, wanted, own):
    name = f'{paper} {orientation}'
    folder = write_pack(paper, orientation)
    pdf = publish(program, folder / 'pack.xml', '--allow-outside', '--organisation', own)
    found = drawing.of_pdf(pdf.path, folder)
    lines = lines_of(found, (LINE, OWN_LINE), False)
    if len(lines) != len(wanted):
        check(name, [f'{len(lines)} lines of {len(wanted)}'])
        return
    compare(f'{name}: points of lines', len(wanted) * MONTHS, list(line_problems(lines, wanted)))
    compare(f'{name}: standards', len(wanted), list(standard_problems(lines, lines_of(found, (TARGET,), True), wanted)))
    picked = [abs(line.width - OWN_LINE) < 0.01 for line in lines if line.stroke == BRAND]
    heavy = sum(abs(line.width - OWN_LINE) < 0.01 for line in lines)
    check(f'{name}: one is picked out, by colour and weight', [] if picked == [True] and heavy == 1 else ['not one'])
    compare(f'{name}: names, figures, ranks', len(wanted), list(told_problems(pdf, wanted)))
    check(f'{name}: complies', comply(pdf.path))


def main(program):
    wanted = sorted(shares().items(), key=lambda item: -item[1][-1])
    for paper, orientation in PAPERS:
        check_paper(program, paper, orientation, wanted, 'RBS')
