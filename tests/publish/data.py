"""Each example of docs/data.md is run: a file, the <source> that reads it, and what comes of it, as `check --dump=model` prints
it. Each row of its tables is run too: spellings of figures, words, flags and periods, and packs that files look like.

A block before a <source> is the file that it names; `<!-- file: PATH -->` above a block names another, or the same in another
encoding, or a sheet of a workbook: its cells as CSV, `2018-07-04` a date, all of them a table named tbl and the sheet. One of SQL
makes a database of SQLite, or what is in a data source of ODBC: the examples of these are run by publish/databases. A
<catalogue ...> above the <source> says what of it matters. Notes are looked at where one is shown."""
import csv
import datetime
import html
import re
import sqlite3
import subprocess

from lib.check import compare
from lib.pack import TOP, ask, work_folder
from lib.workbook import Raw, column, relations, sheet, styles, xlsx

BLOCK = re.compile(r'(?:<!-- file: (?P<path>\S+)(?: in (?P<encoding>\S+))? -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)^```', re.M | re.S)
CODE = re.compile(r'(?<!`)(?:``\s(.+?)\s``|`([^`]+)`)(?!`)')
USUAL = {'title': 'T', 'organisation': 'Example Council', 'place': 'Hackney', 'code': 'E09000012'}
INDICATOR = '''<indicator id="i{at}" title="T" unit="count" measure="value" negative="yes" numerator="{series}">
<definition>One.</definition></indicator>
'''
LAYOUT = f'<pack title="T" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml"><page indicator="i0"><heading/></page></pack>'
GRAINS = (('day', r'\d{4}-\d\d-\d\d'), ('week', r'\d{4}-W\d\d'), ('quarter', r'\d{4}-(\d\d-)?Q\d'), ('term', r'\d{4}-(\d\d-)?T\d'),
          ('month', r'\d{4}-(0[1-9]|1[0-2])'), ('year', r'\d{4}-\d\d|\d{4}'))


def attributes(**named):
    return ' '.join(f'{name}="{html.escape(value)}"' for name, value in named.items())


def answer(program, folder, source, series=(), **said):
    """What is said of a catalogue with this source, and the series that are read."""
    indicators = ''.join(INDICATOR.format(at=at, series=html.escape(name)) for at, name in enumerate(series)) or \
        '<constant id="one" value="1"/>' + INDICATOR.format(at=0, series='one')
    (folder / 'catalogue.xml').write_text(f'<catalogue {attributes(**{**USUAL, **said})}>\n{source}\n{indicators}</catalogue>')
    (folder / 'layout.xml').write_text(LAYOUT)
    period = re.search(r'<!-- published for (\S+) -->', source)
    run = subprocess.run([program, 'check', 'layout.xml', '--allow-outside', '--dump=model', '--verbose'] +
                         (['--period', period[1]] if period else []), cwd=folder, text=True, capture_output=True)
    return [line for line in run.stdout.splitlines() if line.startswith('series ') and not line.startswith('series one ')] + \
        [line for line in run.stderr.splitlines() if re.search(': (error|warning|note): ', line)]


def cell_of(text):
    """A day, a number or a text, as a sheet has it."""
    if re.fullmatch(r'\d{4}-\d\d-\d\d', text):
        return Raw(f'<v>{(datetime.date.fromisoformat(text) - datetime.date(1899, 12, 30)).days}</v>', 's="1"')
    return Raw(f'<v>{text}</v>') if re.fullmatch(r'-?\d+(\.\d+)?', text) else html.escape(text) or None


def workbook_of(sheets):
    """A workbook of these sheets, name: text, each of which is a table."""
    tables, cells = {}, {}
    for at, (name, text) in enumerate(sheets.items(), 1):
        rows = list(csv.reader(text.splitlines()))
        cells[name] = sheet([[cell_of(text) for text in row] for row in rows])
        tables[f'xl/worksheets/_rels/sheet{at}.xml.rels'] = relations(('t', 'table', f'../tables/table{at}.xml'))
        tables[f'xl/tables/table{at}.xml'] = f'<table name="tbl{name}" ref="A1:{column(len(rows[0]))}{len(rows)}"/>'
    return xlsx(cells, more=tables, look=styles(14))


def write_block(folder, block, sheets):
    """The file of a block; of a workbook, with the sheets that were there before."""
    path = folder / block['path']
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == '.xlsx':
        sheets.setdefault(path, {})[block['encoding']] = block['text']
        path.write_bytes(workbook_of(sheets[path]))
    else:
        path.write_bytes(block['text'].encode(block['encoding'] or 'utf-8'))


def examples(document):
    """(the text of a source, what the catalogue says, what is shown of the answer), with the files in the folder."""
    folder, waiting, sheets, blocks = work_folder(), None, {}, list(BLOCK.finditer(document))
    for block, behind in zip(blocks, blocks[1:] + [None]):
        if block['kind'] == 'sql':
            if block['path'].endswith('.sqlite'):
                sqlite3.connect(folder / block['path']).executescript(block['text']).connection.close()
        elif block['path']:
            write_block(folder, block, sheets)
        elif block['kind'] == 'csv':
            waiting = block['text']
        elif '<source ' in block['text']:
            if waiting is not None:
                (folder / re.search(r'file="(.*?)"', block['text'])[1]).write_text(waiting)
            waiting = None
            opened = re.match(r'\s*<catalogue ([^>]*?)[ .]*>', block['text'])
            said = dict(re.findall(r'([\w-]+)="(.*?)"', opened[1])) if opened else {}
            yield (folder, block['text'][opened.end() if opened else 0:].replace('</catalogue>', ''), said,
                   behind['text'].splitlines() if behind and behind['kind'] == 'text' else None)


def needs_server(example):
    return ' odbc="' in example[1]


def joined(lines):
    """Lines that are shown broken, the rest of each behind blanks."""
    return re.sub(r'\n +', ' ', '\n'.join(lines)).splitlines()


def example_problem(program, folder, source, said, shown):
    if shown is None:
        return f'no answer is shown: {source}'
    shown = joined(shown)
    names = [re.match(r'series (.*?)( \d{4}\S*=|$)', line)[1] for line in shown if line.startswith('series ')]
    came = answer(program, folder, source, names, **said)
    if not any(': note: ' in line for line in shown):
        came = [line for line in came if ': note: ' not in line]
    return None if shown == came else f'{source.strip()}\n  came: ' + '\n        '.join(came)


def rows(document, heading):
    """The cells of the table that begins so."""
    table = re.search(rf'^\| *{heading} *\|.*\n\|[-| ]+\n((?:\|.*\n)+)', document, re.M)
    for line in table[1].splitlines():
        yield [cell.strip().replace(r'\|', '|') for cell in re.split(r'(?<!\\)\|', line)[1:-1]]


def codes(cell):
    return [first or second for first, second in CODE.findall(cell)]


def read_figure(program, text, source='<source file="x.csv"/>'):
    """What one figure is read as; `an error` for none."""
    folder = work_folder()
    (folder / 'x.csv').write_text('period,n\n2018-07,"{}"\n'.format(text.replace('"', '""')))
    came = answer(program, folder, source)
    return came[0].removeprefix('series n 2018-07=') if came[0].startswith('series ') else 'an error'


def spelling_problems(program, document):
    """Of figures: each is read as what stands beside it, or as the only one there is."""
    for spelled, read, *_ in rows(document, 'a figure'):
        texts, figures = codes(spelled), [figure.strip() for figure in read.replace('−', '-').split(';')]
        for text, figure in zip(texts, figures * len(texts) if len(figures) == 1 else figures, strict=True):
            came = read_figure(program, text)
            yield None if came == figure else f'{text}: {came}'


def symbol(told):
    return {'missing': '[x]', 'not applicable': '[z]', 'suppressed': '[c]', 'not due': '[n]', 'in words': ''}[told.split(':')[0]]


def word_problems(program, document):
    for words, told in rows(document, 'a word'):
        for word in codes(words) + ([''] if words.startswith('nothing') else []):
            for text in {word, word.upper(), f'[{word}]' if word.isalpha() else word}:
                came, expected = read_figure(program, text), symbol(told) or text
                yield None if came == expected else f'{text}: {came}'


def flag_problems(program, document):
    for flags, told in rows(document, 'a flag'):
        for flag in codes(flags):
            number = re.search(r'\[.\]', told)
            expected = '12' + (number[0] if number else '') if 'number' in told else symbol(told)
            came = read_figure(program, f'12 [{flag}]')
            yield None if came == expected else f'{flag}: {came}'


def period_problems(program, document):
    """Each spelling is read by each pattern beside it, as the period that stands there."""
    for spelled, told, period in rows(document, 'a period'):
        patterns = [pattern for pattern in codes(told) if '=' not in pattern]
        more = ' '.join(code for code in codes(told) if '=' in code and not code.startswith('year-start'))
        start = re.search('year-start="(.*?)"', told)
        expected = codes(period)[0]
        grain = next(name for name, form in GRAINS if re.fullmatch(form, expected))
        for text, pattern in ((text, pattern) for text in codes(spelled) for pattern in patterns):
            folder = work_folder()
            (folder / 'x.csv').write_text(f'period,n\n"{text}",12\n')
            source = f'<source file="x.csv" period-pattern="{html.escape(pattern)}" {more}/>'
            came = answer(program, folder, source, **{'grain': grain, 'year-start': start[1] if start else '4'})
            yield None if came[0] == f'series n {expected}=12' else f'{text} by {pattern}: {came}'


def pack_problems(document):
    """What a row says is said by the catalogue of the pack that it leads to."""
    for _, told, pack in rows(document, 'your file'):
        path = re.search(r'\((\.\./(?:tests/files|data)/.*?)\)', pack)[1]
        catalogue = html.unescape((TOP / 'docs' / path).joinpath('catalogue.xml').read_text())
        for code in codes(told):
            yield None if code in catalogue else f'{path} has no {code}'


def unseen_problems(program, ran):
    """Every attribute of <source> and its children, and every choice, is in an example."""
    schema = ask(program, 'schema', '--format', 'markdown')
    for element in ('source', 'column', 'query', 'word', 'flag'):
        part = re.search(rf'^### `{element}`\n(.*?)^### ', schema[schema.index('### `catalogue`'):], re.M | re.S)[1]
        said = ' '.join(re.findall(rf'<{element} ([^<]*)>', ran))
        for attribute in re.findall(r'^\| `([\w-]+)` \|', part, re.M):
            yield None if f'{attribute}="' in said else f'<{element}> {attribute} is in no example'
    for choice in re.findall(r'`([a-z]+)`', ' '.join(re.findall(r'^\| `(?:form|bring-up|duplicates)` \| (.*?) \|', schema, re.M))):
        yield None if f'"{choice}"' in ran or choice in ('wide', 'error') else f'"{choice}" is in no example'


def told(name, problems):
    problems = list(problems)
    compare(name, len(problems), [problem for problem in problems if problem])


def main(program):
    document = (TOP / 'docs/data.md').read_text()
    found = list(examples(document))
    told('examples of data.md', (example_problem(program, *example) for example in found if not needs_server(example)))
    told('what can be said is in an example', unseen_problems(program, ' '.join(source for _, source, _, _ in found)))
    told('figures as they are written', spelling_problems(program, document))
    told('words', word_problems(program, document))
    told('flags', flag_problems(program, document))
    told('periods', period_problems(program, document))
    told('packs that files look like', pack_problems(document))
