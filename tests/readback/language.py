"""A pack prints no English but what its author wrote.

The source of the rooms that print holds no text but messages about mistakes. And every layout is published in Welsh:
what its author wrote is replaced by tokens that belong to no language, or left out where the program then prints words
of its own. What is left must be Welsh: in the text, in alternative texts, in the outline, in the links.
"""
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as xml

from lib.check import check
from lib.pack import TOP, ask, comply, names, work_folder
from lib.pdf import Pdf

# Rooms whose words are for the analyst, or for machines.
SILENT = ('base', 'parse', 'source', 'look', 'vocabulary', 'catalogue', 'layout', 'audit', 'font', 'lettering', 'artwork', 'pdf', 'export', 'app',
          'batch', 'guard', 'sqlite', 'odbc', 'workbook', 'spreadsheet')
OTHERS = ('action.c', 'condition.c', 'chart_kind.c', 'book_write.c', 'hyphens.c')  # words of data files and of conditions; sentences of the reference; what a module is needed for
# Text that can be a name of the catalogue's or the program's, or a sign.
NAMES = {('bands', 'around'), ('catalogue', 'code'), ('comparator', 'of'), ('comparator', 'series'), ('among', 'of'),
          ('tile', 'count'), ('column', 'series'), ('catalogue', 'currency'), ('indicator', 'currency')}


def text_attributes(program):
    """{(element, attribute): needed} of all attributes that hold words, from the program's own reference."""
    found, element = {}, None
    for line in ask(program, 'schema', '--format', 'markdown').splitlines():
        if line.startswith('### '):
            element = line[4:].strip('` ')
        cells = [cell.strip(' `') for cell in line.split('|')[1:-1]]
        if len(cells) == 4 and cells[1] == 'text' and (element, cells[0]) not in NAMES:
            found[element, cells[0]] = cells[2] == 'needed'
    return found


def token(made):
    """The next nonsense: Zqa, Zqb, ... Zqaa."""
    made.append(None)
    number, letters = len(made), ''
    while number:
        number, digit = divmod(number - 1, 20)
        letters = 'bcdfghjklmnpqrstvwxz'[digit] + letters
    return 'Zq' + letters


def make_nonsense(root, attributes, made, keep_optional):
    of_files = {part for source in root.iter('source') for part in source.iter()}  # they have the names of columns
    for element in root.iter():
        if element in of_files:
            continue
        if element.text and element.text.strip():
            element.text = token(made)
        for name in list(element.attrib):
            if (element.tag, name) not in attributes or (element.get('file') and name != 'title'):  # a file's columns have their names
                continue
            label = name.endswith('-label') or name == 'printed'
            alone = element.get('series') or (element.tag == 'page' and not element.get('indicator')) or \
                element.tag in ('columns', 'reference')
            if attributes[element.tag, name] or (keep_optional and not label) or alone:
                element.set(name, token(made))
            else:
                del element.attrib[name]


def lay_out(program, layout, folders, language, work):
    """A copy of a pack, and of the folders that it needs, with its words taken out; gives the layout's path."""
    shutil.rmtree(work, ignore_errors=True)
    for folder in folders:
        shutil.copytree(os.path.join(TOP, folder), os.path.join(work, folder))
    attributes, made = text_attributes(program), []
    path = os.path.join(work, layout)
    pack = xml.parse(path)
    catalogue_path = os.path.normpath(os.path.join(os.path.dirname(path), pack.getroot().get('catalogue')))
    catalogue = xml.parse(catalogue_path)
    make_nonsense(pack.getroot(), attributes, made, False)
    make_nonsense(catalogue.getroot(), attributes, made, True)
    pack.getroot().set('language', language)
    pack.write(path, encoding='UTF-8', xml_declaration=True)
    catalogue.write(catalogue_path, encoding='UTF-8', xml_declaration=True)
    shutil.rmtree(os.path.join(os.path.dirname(catalogue_path), 'commentary'), ignore_errors=True)
    return path


def strings(value):
    """All text strings of a part of a file."""
    if isinstance(value, str) and value.startswith('u:'):
        yield value[2:]
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)


def read_back(pdf):
    """(language, all that a reader of the file can see or hear)."""
    objects = dict(pdf.objects)
    trailer = objects.pop('trailer')['value']
    objects.pop('obj:' + trailer['/Info'])
    language = pdf.root.pop('/Lang')[2:]
    return language, ' '.join([*pdf.text('-layout'), *strings([one.get('value') for one in objects.values()])])


def words_of(text):
    return {word.lower() for word in re.findall(r'[^\W\d_]{3,}', text)}


def message_words(language):
    root = xml.parse(os.path.join(TOP, 'layouts', 'words', language + '.xml')).getroot()
    return words_of(' '.join(re.sub(r'{[^}]*}', ' ', word.text) for word in root))


def publish(program, layout, folders, language, work):
    path = lay_out(program, layout, folders, language, work)
    pdf = os.path.join(work, language + '.pdf')
    run = subprocess.run([program, 'publish', path, '-o', pdf, '--quiet', '--allow-outside'], capture_output=True, text=True)
    return (pdf, None) if run.returncode == 0 else (None, run.stderr[:2000])


def words_of_tables(layout):
    """What stands in the files of data beside a layout's catalogue: the author's words too."""
    path = TOP / layout
    catalogue = path.parent / xml.parse(path).getroot().get('catalogue')
    return {word for table in catalogue.parent.glob('*.csv') for word in words_of(table.read_text(encoding='utf-8'))}


def english_only():
    return message_words('en') - message_words('cy')


def check_english(program, layout, folders):
    path, problem = publish(program, layout, folders, 'en', work_folder())
    check(f'{layout} in English, its own words made nonsense', problem)
    said = words_of(read_back(Pdf(path))[1]) & english_only() if path else set()
    check(f'{layout}: it prints words of the message file', len(said) < 30 and f'only {sorted(said)}')


def check_welsh(program, layout, folders):
    """Gives the path of the file and its text; nothing where there is none."""
    path, problem = publish(program, layout, folders, 'cy', work_folder())
    check(f'{layout} in Welsh', problem)
    if path is None:
        return None, ''
    language, text = read_back(Pdf(path))
    check(f'{layout}: the file says that it is Welsh', language != 'cy' and f'/Lang is {language}')
    left = (words_of(text) & english_only()) - words_of_tables(layout)
    check(f'{layout}: no English word is left', left and ', '.join(sorted(left)))
    return path, text


TOKEN = re.compile(r'/\*.*?\*/|"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|#include[^\n]*|[^"\'/#]|[/#]', re.S)
PHRASE = re.compile(r'^"[A-Z][a-z]{2,}|[A-Za-z]{2,} [a-z]{2,}|[A-Za-z]{2,} %|%s [a-z]{2,}')


def statements(source):
    """The tokens of each statement: what stands between two semicolons or braces outside of parentheses."""
    statement, depth = [], 0
    for token in TOKEN.findall(source):
        if token[:2] == '/*' or token[0] == '#':
            continue
        depth += (token == '(') - (token == ')')
        if depth == 0 and token in ';{}':
            yield statement
            statement = []
        else:
            statement.append(token)
    yield statement


def check_source():
    """Text in C that is no message about a mistake: it would be printed in English whatever the language."""
    left = []
    for path in sorted((TOP / 'src').glob('*/*.c')):
        if path.parent.name in SILENT or path.name in OTHERS:
            continue
        for statement in statements(path.read_text(encoding='utf-8')):
            if not any(call in ''.join(statement) for call in ('diag_', '_Static_assert')):
                left += [f'{path.name}: {token}' for token in statement
                         if token[0] == '"' and PHRASE.search(re.sub(r'%[-.*0-9]*(zu|[a-z])', '%s', token))]
    check('the source holds no words that are printed', left)


def main(program):
    check_source()
    folders, files = ('layouts', 'data', 'fonts'), []
    for name in names():
        check_english(program, f'layouts/{name}.xml', folders)
        path, _ = check_welsh(program, f'layouts/{name}.xml', folders)
        files += [path] if path else []
    check('PDF/UA-1 and PDF/A-2a in Welsh', comply(*files) if files else 'no file')
