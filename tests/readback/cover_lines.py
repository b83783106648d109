"""The lines of a cover, read back: each spans the months that there are, and every page has its first measure there before another has
its second."""
from lib import drawing
from lib.check import check
from lib.pack import TOP, publish, work_folder

MONTHS = [f'2018-{month:02}' for month in range(3, 8)]
PAGES = [11, 1, 2]  # measures of each
NAMES = [[f'P{page + 1}M{place + 1}' for place in range(count)] for page, count in enumerate(PAGES)]
SHOWN = NAMES[0][:7] + NAMES[1] + NAMES[2]
WHITE, WIDE = (255, 255, 255), 40


def write_pack():
    folder, ids = work_folder(), [name for page in NAMES for name in page]
    measures = ''.join(f'<indicator id="{name}" section="all" title="{name}" unit="count" measure="value" numerator="{name}"/>' for name in ids)
    (folder / 'counts.csv').write_text('\n'.join([','.join(['period', *ids])] + [
        ','.join([month, *(str(100 + (7 * i + 31 * j) % 50) for j in range(len(ids)))]) for i, month in enumerate(MONTHS)]))
    (folder / 'catalogue.xml').write_text(
        f'<catalogue title="Small" organisation="Council" place="Council" source="Council"><source file="counts.csv"/>'
        f'<section id="all" title="All"/>{measures}</catalogue>')
    pages = ''.join(f'<page title="Page {i + 1}">' + ''.join(f'<stack indicator="{name}"><key-figures/></stack>' for name in page) + '</page>'
                    for i, page in enumerate(NAMES))
    (folder / 'pack.xml').write_text(
        f'<pack title="Small pack" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml" period="2018-07" created="2018-08-10">'
        f'<page title="Cover" counted="no"><cover sparklines="yes"/></page>{pages}</pack>')
    return folder


def main(program):
    pdf = publish(program, write_pack() / 'pack.xml', '--allow-outside')
    names = [word for *_, word in pdf.words(1) if word.startswith('P') and 'M' in word]
    check('measures of every page', [] if names == SHOWN else f'{names}')
    shapes = [shape for shape in drawing.of_pdf(pdf.path, work_folder()) if shape.fill is None and shape.stroke == WHITE and shape.points]
    rules = [shape.box for shape in shapes if shape.size[1] < 0.1 and shape.size[0] > WIDE]
    lines = [shape.box for shape in shapes if shape.size[1] > 1]
    check('a line above each rule, from its left end on',
          [f'{box}' for box in rules if not any(abs(line[0] - box[0]) < 2 and line[2] > box[2] - 12 and line[3] < box[1] for line in lines)] or
          ([] if len(rules) == len(SHOWN) else f'{len(rules)} rules'))
