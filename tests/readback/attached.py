"""A pack holds its figures as a file where its layout says so (PDF/A-3a), and `--with-data` writes them beside it."""
import re
import shutil
import subprocess

from lib.check import check
from lib.pack import TOP, ask, comply, work_folder

LAYOUT = TOP / 'layouts/graph-booklet.xml'
TYPES = {'xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
         'ods': 'application/vnd.oasis.opendocument.spreadsheet', 'csv': 'text/csv'}


def layout_with(folder, word):
    """The layout, in a copy of all that it names."""
    if not (folder / 'layouts').exists():
        for name in ('layouts', 'data', 'fonts'):
            shutil.copytree(TOP / name, folder / name)
    path = folder / 'layouts/pack.xml'
    path.write_text(re.sub(r'<pack ', f'<pack attach-data="{word}" ', LAYOUT.read_text(), count=1))
    return path


def publish(program, layout, path, *options):
    ask(program, 'publish', layout, '--quiet', '-o', path, *options)
    return path


def objects(pdf):
    return subprocess.run(['qpdf', '--qdf', '--object-streams=disable', pdf, '-'], capture_output=True).stdout


def held(pdf):
    """{name: bytes} of the files inside."""
    folder = work_folder()
    subprocess.run(['pdfdetach', '-saveall', '-o', folder, pdf], check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def problems_of(pdf, word, wanted):
    text = objects(pdf)
    for what in (b'/AFRelationship /Data', b'/Desc (The figures of this pack)', b'/ModDate (D:2015', b'/AF [',
                 b'<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
                 b'/Subtype /' + TYPES[word].replace('/', '#2f').encode()):
        if what not in text and what.replace(b'#2f', b'#2F') not in text:
            yield f'not in the file: {what}'
    inside = held(pdf)
    if inside != {f'pack.{word}': wanted}:
        yield f'inside are {[(name, len(value)) for name, value in inside.items()]}'


def main(program):
    folder = work_folder()
    files = []
    for word in TYPES:
        layout, place = layout_with(folder, word), folder / word
        place.mkdir()
        pdf = publish(program, layout, place / 'pack.pdf', '--with-data')
        wanted = place / f'wanted.{word}'
        ask(program, 'figures', layout, '--quiet', '-o', wanted)
        check(f'the {word} inside is what figures writes', problems_of(pdf, word, wanted.read_bytes()))
        beside = (place / f'pack.{word}').read_bytes() == wanted.read_bytes()
        check(f'the {word} beside is the same', [] if beside else ['it differs'])
        (place / 'again').mkdir()
        again = publish(program, layout, place / 'again/pack.pdf')
        check(f'a pack with a {word} comes again to the byte', [] if again.read_bytes() == pdf.read_bytes() else ['it differs'])
        files.append(pdf)
    check('PDF/UA-1 and PDF/A-3a', comply(*files))
    plain = publish(program, layout_with(folder, 'no'), folder / 'plain.pdf', '--with-data')
    text = objects(plain)
    check('without it a pack holds nothing, and is PDF/A-2a',
          [said for said in (b'/EmbeddedFile', b'/AF ', b'<pdfaid:part>3') if said in text] or comply(plain))
    check('--with-data alone writes a workbook', [] if (folder / 'plain.xlsx').exists() else ['none is there'])
    page = publish(program, layout_with(folder, 'xlsx'), folder / 'contacts.pdf', '--page', 'contacts')
    check('a page by itself holds nothing', sorted(held(page)))
