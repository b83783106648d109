"""A chart by itself says what it says in its pack: title, subtitle, alternative text; and its source. Its page is no larger."""
import re

from lib.check import check, compare
from lib.pack import TOP, ask, comply, publish, work_folder
from lib.pdf import Pdf, run

LAYOUT = TOP / 'layouts/graph-booklet.xml'
HEIGHT_MAX_PT = 420


def alts(pdf):
    return [node.alt for node in pdf.tree.all() if node.name == 'Figure']


def sizes(path):
    return [tuple(map(float, found)) for found in re.findall(r'Page +\d+ size: +([\d.]+) x ([\d.]+)',
                                                            run('pdfinfo', '-l', '-1', path))]


def problems_of(path, known):
    pdf, size = Pdf(path), sizes(path)
    text = ' '.join(pdf.tree.text().split())
    if len(size) != 1 or size[0][1] > HEIGHT_MAX_PT:
        yield f'{path.name}: pages of {size}'
    if len(alts(pdf)) != 1 or alts(pdf)[0] not in known:
        yield f'{path.name}: the alternative text is not that of the pack: {alts(pdf)}'
    if 'Source: ' not in text:
        yield f'{path.name}: no source: {text[-120:]}'
    if not any(node.name == 'H1' for node in pdf.tree.all()):
        yield f'{path.name}: no heading'


def check_ids(program):
    """An id in a template that several pages follow stands behind theirs; elsewhere it is the chart's."""
    folder = work_folder()
    layout = folder / 'layouts/pack.xml'
    layout.parent.mkdir()
    layout.write_text(f'''<?xml version="1.0" encoding="UTF-8"?>
<pack title="Small" catalogue="{TOP}/tests/cases/base/data/small/catalogue.xml" fonts="{TOP}/fonts/fonts.xml"
      period="2018-07">
  <template id="two"><trend-chart id="trend" field="value"/><trend-chart field="numerator"/></template>
  <page id="a" indicator="visits" template="two"/>
  <page id="b" indicator="visits" template="two"/>
  <page id="c" indicator="visits"><stack><trend-chart id="own" field="value"/><trend-chart field="value"/></stack></page>
</pack>''')
    ask(program, 'publish', layout, '--allow-outside', '--quiet', '--chart', 'all', '-o', f'{folder}/out')
    made = sorted(path.stem for path in (folder / 'out').iterdir())
    check('charts are known by their ids', [] if made == ['a', 'a-trend', 'b', 'b-trend', 'c', 'own'] else [str(made)])


def main(program):
    known = set(alts(publish(program, LAYOUT)))
    folder = work_folder()
    ask(program, 'publish', LAYOUT, '--quiet', '--chart', 'all', '-o', folder)
    files = sorted(folder.glob('*.pdf'))
    compare('each chart stands alone as it stands in the pack', len(files),
            [problem for path in files for problem in problems_of(path, known)])
    check('PDF/UA-1 and PDF/A-2a', comply(*files))
    for word, start in (('svg', b'<?xml'), ('png', b'\x89PNG')):
        path = folder / f'one.{word}'
        ask(program, 'publish', LAYOUT, '--quiet', '--chart', files[0].stem, '--format', word, '-o', path)
        first = path.read_bytes()
        ask(program, 'publish', LAYOUT, '--quiet', '--chart', files[0].stem, '--format', word, '-o', path)
        check(f'one chart as {word}', [] if first.startswith(start) and path.read_bytes() == first else ['not the same twice'])
    check_ids(program)
