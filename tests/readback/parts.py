"""A pack of cover, pictures, tiles, panel, contents, key and notes, on three papers.

Its pictures are written here: an SVG, and a PNG of a few dots in three colours."""
import zlib

from lib.check import check
from lib.pack import TOP, comply, publish, work_folder
from lib.pdf import run

LAYOUT = """<?xml version="1.0" encoding="UTF-8"?>
<pack title="Key performance indicators" subtitle="Quarter 2" author="Performance team" status="Issue 1"
      created="2017-11-03" catalogue="{top}/data/north-east-2017-q2/catalogue.xml" fonts="{top}/fonts/fonts.xml"
      period="2017-09" first-page="125" {paper}>
  <page counted="no">
    <cover dated="Position at {{date}}" picture="logo.svg" alt="Crest of the council"/>
    <document-control><control label="For" value="Scrutiny committee"/></document-control>
  </page>
  <page title="Summary" right-hand="yes">
    <heading/>
    <tiles title="Trend"><tile count="direction_previous:up"/><tile count="direction_previous:absent"/></tiles>
    <selection-panel file="{top}/data/north-east-2017-q2/filters.csv" options="yes" title="Selected"/>
    <key/>
    <row><picture file="dots.png" alt="Three dots" width="1"/><picture file="dots.png" decorative="yes" width="1"/></row>
  </page>
  <page title="All measures"><heading/><contents figures="no" title="Contents"/></page>
  <page title="Placements"><divider size="page"/></page>
  <pages select="lead=Lead officer B" template="topic"/>
  <template id="topic"><heading/><divider title="Notes"/><notes attributes="collected"/></template>
</pack>
"""
PAPERS = {"A4 portrait": 'paper="A4"', "A4 landscape": 'paper="A4" orientation="landscape"',
          "A3 landscape": 'paper="A3" orientation="landscape"'}



def png(rows):
    def chunk(kind, data):
        return len(data).to_bytes(4, 'big') + kind + data + zlib.crc32(kind + data).to_bytes(4, 'big')
    head = len(rows[0]).to_bytes(4, 'big') + len(rows).to_bytes(4, 'big') + bytes([8, 2, 0, 0, 0])
    lines = b''.join(b'\0' + b''.join(row) for row in rows)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', zlib.compress(lines)) + chunk(b'IEND', b'')


def colour_spaces(pdf):
    return {line.split()[5] for line in run('pdfimages', '-list', pdf.path).splitlines()[2:]}


def problems_of(pdf):
    alts = sorted(node.alt for node in pdf.tree.all() if node.name == 'Figure')
    kinds, text = {node.name for node in pdf.tree.all()}, pdf.tree.text()
    if alts != ['Crest of the council', 'Three dots']:
        yield f'figures say {alts}'
    if not {'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody', 'TOC', 'TOCI', 'Link', 'H1', 'H2'} <= kinds:
        yield f'structure: {sorted(kinds)}'
    for words in ('Position at 30 September 2017', 'Issue 1', '3 November 2017', 'Scrutiny committee', '13 better',
                  '20 not comparable', '51 of 51', 'Lead officer B (17)', 'not recorded', 'year_to_date.'):
        if words not in text:
            yield f'not in the text: {words}'
    if sum(label is not None for label in pdf.labels) < 19:
        yield f'page labels: {pdf.labels}'
    parts = {item['title']: [kid['title'] for kid in item['kids']] for item in pdf.json['outlines']}
    if len(parts) != 3 or len(parts['Placements']) != 17:
        yield f'outline: {parts}'
    if colour_spaces(pdf) != {'rgb'}:
        yield f'raster pictures: {colour_spaces(pdf)}; the SVG is to stay lines'


def grey_problems(pdf):
    if colour_spaces(pdf) != {'gray'}:
        yield f'raster pictures: {colour_spaces(pdf)}'
    picture = work_folder() / 'page'
    run('pdftoppm', '-r', '40', '-singlefile', pdf.path, picture)
    dots = picture.with_suffix('.ppm').read_bytes().split(b'255\n', 1)[1]
    if any(dots[i] != dots[i + 1] or dots[i] != dots[i + 2] for i in range(0, len(dots), 3)):
        yield 'the cover has a colour'


def read(pdf):
    with open(pdf.path, 'rb') as file:
        return file.read()


def main(program):
    work, files = work_folder(), []
    (work / 'logo.svg').write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'
                                   '<rect width="9" height="10" fill="#801650"/></svg>')
    (work / 'dots.png').write_bytes(png([[b'\xff\0\0', b'\0\x80\0', b'\0\0\xff']]))
    layout = work / 'pack.xml'
    for name, paper in PAPERS.items():
        layout.write_text(LAYOUT.format(top=TOP, paper=paper), encoding='utf-8')
        pdf, again = (publish(program, layout, '--allow-outside') for _ in range(2))
        check(name, problems_of(pdf))
        check(f'{name}: the same bytes again', read(pdf) != read(again) and 'other bytes')
        files.append(pdf.path)
    grey = publish(program, layout, '--allow-outside', '--grey')
    check('pictures are grey in a grey pack', grey_problems(grey))
    check('PDF/UA-1 and PDF/A-2a', comply(*files, grey.path))
