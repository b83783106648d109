"""What an author wrote in commentary, read back from the published file: footnotes with their links, tables, lists, quotations.

Every word of it is in the text of the page, in the order in which it was written, and each footnote can be reached from its
mark and left again."""
import re

from lib.check import check, compare
from lib.pack import TOP, comply, publish, work_folder

LAYOUT = f'''<pack title="Notes" catalogue="{TOP}/tests/cases/base/data/small/catalogue.xml" period="2018-07" created="2018-08-10"
  commentary="commentary" fonts="{TOP}/fonts/fonts.xml" %s>
  <page indicator="visits" title="Visits"><heading/>%s</page>
</pack>
'''
PAGES = {'plain': '<commentary/>',
         'two blocks': '<commentary/><text>One[^a] more.\n\n[^a]: Of a second block.\n</text>',
         'beside': '<row><stack width="2"><commentary/></stack><stack><definition/></stack></row>',
         'scorecard': '<scorecard><column show="title"/><column show="commentary" width="2"/></scorecard>'}
DIVIDED = (TOP / 'tests/cases/dump-hyphens/data/small/commentary/2018-07/visits.md').read_text()
COMMENTARY = (TOP / 'tests/cases/dump-markdown/data/small/commentary/2018-07/visits.md').read_text()


def words_of(markdown):
    """The words of a paragraph of commentary, without its marks."""
    plain = re.sub(r'\]\([^)]*\)|\[\^\w+\]:?|^[|:\- ]+$', ' ', markdown, flags=re.M)
    return re.findall(r'[\w.,]*\w', plain.replace('[x]', ' '))


def missing_words(pdf, markdown):
    text = pdf.tree.text()
    return [f'not in the text: {word}' for word in words_of(markdown) if word not in text]


def note_problems(pdf, notes):
    """Each note has an identifier of its own, a label that leads back, and a mark that leads to its page."""
    found = [value['value'] for value in pdf.objects.values()
             if isinstance(value.get('value'), dict) and value['value'].get('/S') == '/Note']
    names = [note.get('/ID') for note in found]
    links = [value['value'] for value in pdf.objects.values()
             if isinstance(value.get('value'), dict) and value['value'].get('/Subtype') == '/Link']
    said = [link.get('/Contents', 'u:')[2:] for link in links]
    if len(found) != notes or len(set(names)) != notes or None in names:
        yield f'{notes} notes asked for, there are {len(found)}: {names}'
    tree = pdf.value(pdf.root['/StructTreeRoot'])
    if sorted(pdf.value(tree['/IDTree'])['/Names'][::2]) != sorted(names):
        yield 'the identifiers are in no tree'
    for link in links:
        if '/Dest' not in link and '/A' not in link:
            yield f'a link leads nowhere: {link}'
    for number in range(1, 1 + min(notes, 3)):
        if f'Footnote {number}' not in said or f'{number}, back to the text' not in said:
            yield f'footnote {number} cannot be reached and left: {said}'


def table_problems(pdf):
    tables = [node for node in pdf.tree.all() if node.name == 'Table' and 'Team1' in next(node.find('TH')).text()]
    if len(tables) != 1:
        return [f'there are {len(tables)} tables']
    heads = [(cell.text(), cell.attributes.get('Scope')) for cell in tables[0].find('TH')]
    cells = [cell.text() for cell in tables[0].find('TD')]
    expected = [('Team1', 'Column'), ('Visits', 'Column'), ('Share', 'Column'), ('What is being done', 'Column'),
                ('North', 'Row'), ('South3', 'Row')]
    return [f'{heads} {cells}'] if heads != expected or cells[:2] != ['1,204.5', '12%'] or len(cells) != 6 else []


def number_is_right(pdf):
    """The figures of a column end on one line: at their decimal points."""
    words = {word[4]: word for word in pdf.words(1)}
    whole, point = words['98'], words['1,204.5']
    width = (point[2] - point[0]) / len('1,204.5')
    gap = (point[2] - whole[2]) / width
    return [] if 0.8 < gap < 2.2 else [f'98 ends {gap:.1f} letters before 1,204.5']


def hyphen_problems(pdf):
    """Words are divided at the ends of lines by soft hyphens, and are whole without them; headings have none."""
    said = '\n'.join(pdf.tree.outline())
    if '\u00ad' not in said:
        yield 'no word is divided'
    if any('\u00ad' in line for heading in pdf.tree.find('H1', 'H2', 'H3') for line in heading.outline()):
        yield 'a heading is divided'
    yield from missing_words(pdf, DIVIDED)


def main(program):
    work = work_folder()
    folder = work / 'commentary/2018-07'
    folder.mkdir(parents=True)
    (folder / 'visits.md').write_text(COMMENTARY)
    files = {}
    for name, blocks in PAGES.items():
        (work / 'pack.xml').write_text(LAYOUT % ('', blocks))
        files[name] = publish(program, work / 'pack.xml', '--allow-outside')
    (work / 'pack.xml').write_text(LAYOUT % ('language="cy"', PAGES['plain']))
    welsh = publish(program, work / 'pack.xml', '--allow-outside')
    compare('every word that was written is in the file', len(files) * len(words_of(COMMENTARY)),
            [f'{name}: {problem}' for name, pdf in files.items() for problem in missing_words(pdf, COMMENTARY)])
    compare('footnotes have identifiers, and links there and back', len(files),
            [f'{name}: {problem}' for name, pdf in files.items()
             for problem in note_problems(pdf, 4 if name == 'two blocks' else 3)])
    compare('a table has heads of columns and rows', len(files),
            [f'{name}: {problem}' for name, pdf in files.items() for problem in table_problems(pdf)])
    check('figures stand on their decimal points', number_is_right(files['plain']))
    said = welsh.tree.outline()
    check('links of footnotes are told in Welsh', [] if 'Troednodyn 1' in '\n'.join(said) else 'they are not')
    (folder / 'visits.md').write_text(DIVIDED)
    (work / 'pack.xml').write_text(LAYOUT % ('', '<row><stack width="110pt"><commentary/></stack><stack/></row>'))
    narrow = publish(program, work / 'pack.xml', '--allow-outside')
    check('words that are divided in a narrow column are whole for who reads or copies them', hyphen_problems(narrow))
    check('PDF/UA-1 and PDF/A-2a', comply(*(pdf.path for pdf in [*files.values(), welsh, narrow])))
