"""Pages and blocks with conditions: a pack has those for which they hold, worked out here from the printed figures, and names the others."""
import re
import shutil
import xml.etree.ElementTree as xml

from lib.check import check
from lib.pack import TOP, Pack, publish, work_folder


def letter(pack, indicator):
    """Of the figure that is reported."""
    node = pack.indicators[indicator]
    field = 'ytd_rag' if node.get('headline') == 'ytd_value' else 'rag'
    return pack.printed(indicator, field, pack.period)


def variant(pack, when):
    """The pack with a condition on each page of an indicator, in a folder of its own."""
    folder = work_folder()
    for name in ('data', 'layouts', 'fonts'):
        shutil.copytree(TOP / name, folder / name)
    root = xml.fromstring(pack.layout.read_text(encoding='utf-8'))
    for page in root.iter('page'):
        if page.get('indicator'):
            page.set('when', when)
    path = folder / 'layouts' / f'{pack.name}.xml'
    xml.ElementTree(root).write(path, encoding='utf-8')
    return path


def title(pack, indicator):
    """As the head of its page has it."""
    return pack.indicators[indicator].get('title')


def main(program):
    pack = Pack(program, 'monthly-board-pack')
    paged = [page.get('indicator') for page in pack.root.iter('page') if page.get('indicator')]
    for when, letters in (('rag=red', 'R'), ('rag=red|amber', 'RA'), ('not rag=red', 'AG'), ('has target', 'RAG')):
        pdf = publish(program, variant(pack, when))
        text = [' '.join(page.split()) for page in pdf.text('-raw')]
        wanted = [i for i in paged if letter(pack, i) in letters]
        left_out = [i for i in paged if i not in wanted]
        heads = [i for i in paged if any(pack.indicators[i].get('title') in page
                 for page in text if 'Contents and' not in page and 'What needs attention' not in page)]
        contents = next(page for page in text if 'Contents and' in page)
        listed = re.search(r'Not in this pack: (.*?)\.( |$)', contents)
        check(f'{when}: pages', heads != wanted and f'{heads}, expected {wanted}')
        named = listed.group(1).split('; ') if listed else []
        check(f'{when}: contents name the others',
              named != [title(pack, i) for i in left_out] and f'{named}, expected those of {left_out}')
        numbers = [number for label in pdf.labels for number in map(int, re.findall(r'[0-9]+', str(label))) if number >= 125]
        check(f'{when}: pages are numbered without a gap', numbers != list(range(125, 125 + len(numbers))) and numbers)
