"""Workbooks of figures say what `figures` says, cell by cell; they keep the rules of accessible spreadsheets; and nothing of
what a pack suppresses stands in any of their parts."""
import datetime
import shutil
import subprocess
import xml.etree.ElementTree as xml
from decimal import ROUND_HALF_UP, Decimal
from xml.sax.saxutils import escape

from lib.book import Book
from lib.check import check, compare
from lib.pack import SYMBOLS, TOP, Pack, ask, figures, names, work_folder

# The fields that have a column, in their order.
FIELDS = ('numerator', 'denominator', 'value', 'ytd_numerator', 'ytd_denominator', 'ytd_value', 'rolling_12_value', 'target',
          'variance', 'ytd_variance', 'rag', 'change_last_year', 'direction_previous', 'direction_last_year', 'spc_mean',
          'spc_upper', 'spc_lower', 'spc_variation', 'spc_assurance', 'rank', 'ranked', 'quartile', 'funnel')
AMONG = ('benchmark', 'counted', 'rank', 'quartile')  # of each computed comparator, behind these
PARTS = ('numerator', 'ytd_numerator')
LETTERS = {('rag', 'G'): 'Green', ('rag', 'A'): 'Amber', ('rag', 'R'): 'Red', ('quartile', 'A'): 'best quartile',
           ('quartile', 'B'): 'second quartile', ('quartile', 'C'): 'third quartile',
           ('quartile', 'D'): 'last quartile'}
SAYS_NOTHING = ('missing', 'not_applicable', 'not_due')
NAME_MAX = 31


def build(program, layout, ending, *options):
    path = work_folder() / f'figures.{ending}'
    ask(program, 'figures', layout, '--quiet', '-o', path, *options)
    return Book(path)


# ---------------------------------------------------------------- rules


def problems_of_table(sheet):
    """A table is named, begins below lines without a gap, is full, and its headings differ."""
    name, top, left, bottom, right = sheet.tables[0]
    if left != 0 or bottom != sheet.rows() - 1 or right != max(column for _, column in sheet.cells):
        yield f'{sheet.name}: the table {name} does not cover what is there'
    if not all(sheet.cells.get((row, 0)) for row in range(top)):
        yield f'{sheet.name}: a blank row above the table'
    empty = [(row, column) for row in range(top, bottom + 1) for column in range(right + 1)
             if sheet.cells.get((row, column)) in (None, '')]
    if empty:
        yield f'{sheet.name}: blank cells: {empty[:4]}'
    heads = [str(head).lower() for head in sheet.row(top)]
    if len(set(heads)) < len(heads):
        yield f'{sheet.name}: headings are alike: {heads}'
    if sheet.cells.get((1, 0)) != 'This worksheet contains one table.':
        yield f'{sheet.name}: its second cell is {sheet.cells.get((1, 0))}'
    used = {value for at, value in sheet.cells.items() if at[0] > top and value in SYMBOLS.values()}
    lines = ' '.join(str(sheet.cells[row, 0]) for row in range(top))
    if sheet.name != 'Notes' and not all(symbol in lines for symbol in used):
        yield f'{sheet.name}: shorthand {used} is not explained above the table: {lines}'


def problems_of_rules(book):
    known = [sheet.name for sheet in book.sheets]
    tables = [table[0].lower() for sheet in book.sheets for table in sheet.tables]
    if known[:4] != ['Cover', 'Contents', 'Notes', 'Latest'] or book.active != 0:
        yield f'sheets: {known}, {book.active} is shown first'
    if len({name.lower() for name in known}) < len(known) or max(map(len, known)) > NAME_MAX or len(set(tables)) < len(tables):
        yield f'names: {known}, {tables}'
    contents = book.sheet('Contents')
    if [target for _, target in sorted(contents.links.items())] != known[2:]:
        yield f'the contents lead to {contents.links}'
    for sheet in book.sheets:
        if not isinstance(sheet.cells.get((0, 0)), str):
            yield f'{sheet.name}: no title in its first cell'
        if sheet.merged or sheet.formulas:
            yield f'{sheet.name}: merged cells or formulas'
        if not set(sheet.links.values()) <= set(known):
            yield f'{sheet.name}: links to {sheet.links}'
        if len(sheet.tables) != (sheet.name != 'Cover'):
            yield f'{sheet.name}: {len(sheet.tables)} tables'
        elif sheet.tables:
            yield from problems_of_table(sheet)


def problems_of_properties(book, pack):
    """Title, creator, language, as the file has them."""
    title, author = (escape(pack.root.get(name) or pack.catalogue.get(other)) for name, other in
                     (('title', 'title'), ('author', 'organisation')))
    texts = book.text()
    for wanted in (f'<dc:title>{title}</dc:title>', f'<dc:creator>{author}</dc:creator>', 'en-GB</'):
        if wanted not in texts:
            yield f'not among the properties: {wanted}'
    organisation = pack.catalogue.get('organisation', '')
    if '{' not in organisation and organisation not in book.sheet('Cover').cells.values():
        yield f'the cover does not name {organisation}'


# ---------------------------------------------------------------- figures


def differs(cell, decimals, row):
    """What is wrong with a cell for a row of `figures`."""
    if row is None:
        return cell != '[z]'
    if row['status'] in SYMBOLS and row['status'] not in ('provisional', 'revised'):
        return cell != SYMBOLS[row['status']]
    printed = row['printed'].replace('\u2212', '-').replace(',', '').removeprefix('+')
    if not isinstance(cell, float):
        return cell.lower() not in (LETTERS.get((row['field'].split(':')[0], printed), printed).lower(), printed.replace('_', ' ').lower()) \
            and row['field'] not in ('spc_variation', 'spc_assurance', 'funnel')
    if ':' in printed:  # hours, with decimals
        hours, minutes = printed.lstrip('-').split(':')
        exact = any(abs(cell * scale - float(row['value'])) < 1e-6 for scale in (1, 60, 3600))
        near = abs(abs(cell) - int(hours) - int(minutes) / 60) <= 1 / 120 + 1e-9
        return decimals != 2 or not exact or not near or (cell < 0) != printed.startswith('-')
    decimals = max(decimals, len(printed.partition('.')[2]))  # where a threshold lies between, a page prints more than its column
    rounded = Decimal(repr(cell)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    held = float(row['value'])
    scales = [abs(cell * scale - held) <= 1e-9 * max(1, abs(held)) for scale in (1, 1e3, 1e6, 1e9)]
    return f'{rounded + 0:f}' != printed or not any(scales)


def expected_rows(told, indicator, period, periods):
    """The periods that have a row."""
    known = [when for when in periods if when <= period]
    status = {when: told[indicator, 'value', when]['status'] for when in known}
    counted = {when: told[indicator, 'numerator', when]['status'] for when in known}
    first = next((i for i, when in enumerate(known) if status[when] not in ('missing', 'not_due')
                  or counted[when] not in ('missing', 'not_due')), None)
    rows = [] if first is None else [when for when in known[first:] if status[when] != 'not_due']
    return rows or [period]


def fields_among(told, indicator):
    """Of the comparators that are computed, in their order: these have a figure of each period, not one of a year."""
    periods = {}
    for name, field, period in told:
        if name == indicator and field.split(':')[0] in AMONG:
            periods.setdefault(field, []).append(period)
    computed = [field.split(':')[1] for field in periods if field.startswith('benchmark:') and len(periods[field]) > 1]
    return tuple(field for comparator in computed for field in (f'{word}:{comparator}' for word in AMONG) if field in periods)


def check_indicator(sheet, told, indicator, rows):
    """(cells compared, problems)"""
    plain = (indicator, 'denominator', rows[-1]) not in told
    columns = [field for field in FIELDS + fields_among(told, indicator) if (indicator, field, rows[-1]) in told and not (plain and field in PARTS) and
               (field == 'value' or any(told[indicator, field, when]['status'] not in SAYS_NOTHING for when in rows))]
    top = sheet.tables[0][1]
    heads = sheet.row(top)
    problems, count = [], 0
    if len(heads) - 1 - (heads[-1] == 'Status') != len(columns) or sheet.rows() - top - 1 != len(rows):
        return 1, [f'{indicator}: columns {heads} for {columns}, {sheet.rows() - top - 1} rows for {len(rows)}']
    for at, when in enumerate(rows, top + 1):
        for column, field in enumerate(columns, 1):
            cell, row = sheet.cells[at, column], told[indicator, field, when]
            count += 1
            if differs(cell, sheet.decimals.get((at, column)), row):
                problems.append(f'{indicator} {field} {when}: {cell} for {row["value"]} {row["printed"]} {row["status"]}')
        marks = {told[indicator, field, when]['status'] for field in columns} & {'provisional', 'revised'}
        if heads[-1] == 'Status' and (sheet.cells[at, len(columns) + 1] != '[z]') != bool(marks):
            problems.append(f'{indicator} {when}: status {sheet.cells[at, len(columns) + 1]} for {marks}')
    return count, problems


# Columns of a sheet that all indicators share.
SHARED = {'Figure': 'value', 'Number': 'numerator', 'Out of': 'denominator', 'Year to date': 'ytd_value', 'Target': 'target',
          'Rolling 12 months': 'rolling_12_value', 'Variance': 'variance', 'RAG': 'rag',
          '% change on last year': 'change_last_year'}


def check_shared(sheet, told, rows, more={}):
    """A sheet of rows of (indicator, period)."""
    known = {**SHARED, **more}
    top = sheet.tables[0][1]
    heads = sheet.row(top)
    count, problems = 0, [] if sheet.rows() - top - 1 == len(rows) else [f'{sheet.name}: {sheet.rows()} for {len(rows)}']
    for at, (indicator, period) in enumerate(rows, top + 1):
        if sheet.cells[at, heads.index('Identifier')] != indicator:
            problems.append(f'{sheet.name}: {sheet.row(at)[:4]} for {indicator}')
        for column, head in enumerate(heads):
            row = told.get((indicator, known.get(head), period))
            if head == 'Number' and (indicator, 'denominator', period) not in told:
                row = None
            count += head in known
            if head in known and differs(sheet.cells[at, column], sheet.decimals.get((at, column)), row):
                problems.append(f'{sheet.name}: {indicator} {head} {period}: {sheet.cells[at, column]} for {row}')
    return count, problems


def check_figures(book, told, period, more={}):
    """(cells compared, problems): of the latest figures, and of each indicator's, or of all in one.
    more: {heading: field} of columns that all indicators share"""
    indicators = list(dict.fromkeys(key[0] for key in told))
    rows = {name: expected_rows(told, name, period, sorted({key[2] for key in told if key[:2] == (name, 'value')}))
            for name in indicators}
    count, problems = check_shared(book.sheet('Latest'), told, [(name, when[-1]) for name, when in rows.items()],
                                   more)
    if book.sheets[4].name == 'All figures':
        more = [check_shared(book.sheets[4], told, [(name, when) for name in indicators for when in rows[name]])]
    else:
        more = [check_indicator(sheet, told, name, rows[name]) for sheet, name in zip(book.sheets[4:], indicators)]
    return count + sum(counted for counted, _ in more), problems + [told for _, wrong in more for told in wrong]


def check_pack(program, pack):
    layout, name, period, told = pack.layout, pack.name, pack.period, figures(program, pack.layout)
    for ending in ('xlsx', 'ods'):
        book = build(program, layout, ending)
        check(f'{name}.{ending} keeps the rules', problems_of_rules(book))
        check(f'{name}.{ending} says what it is', problems_of_properties(book, pack))
        count, problems = check_figures(book, told, period)
        compare(f'{name}.{ending} says what figures says: {count} cells', count, problems)
        same = book.path.read_bytes() == build(program, layout, ending).path.read_bytes()
        check(f'{name}.{ending} comes again to the byte', [] if same else ['other bytes'])
        lint = [said for part in book.zip.namelist() if part.endswith(('.xml', '.rels'))
                for said in [subprocess.run(['xmllint', '--noout', '-'], input=book.zip.read(part), capture_output=True)]
                if said.returncode]
        check(f'{name}.{ending} is XML throughout', [str(said.stderr) for said in lint])


# ---------------------------------------------------------------- what is withheld, and what looks like a formula

PLANTED = '87654321'  # a count, and what an author wrote


def planted_pack():
    folder = work_folder() / 'pack'
    shutil.copytree(TOP / 'tests/cases/base', folder)
    (folder / 'fonts').mkdir(exist_ok=True)
    shutil.copy(TOP / 'fonts/fonts.xml', folder / 'fonts')
    counts = folder / 'data/small/counts.csv'
    lines = counts.read_text().splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith('2018-06,'))
    lines[at] = ','.join(['2018-06', PLANTED, *lines[at].split(',')[2:]])
    counts.write_text('\n'.join(lines) + '\n')
    catalogue = folder / 'data/small/catalogue.xml'
    text = catalogue.read_text()
    title = xml.fromstring(text).find('.//indicator').get('title')
    (folder / 'data/small/withheld.csv').write_text('id,figure,status,reason\nin_time,2018-06,suppressed,low numbers\n')
    catalogue.write_text(text.replace(f'title="{title}"', 'title="=1+1 +2 @SUM(A1)"')
                         .replace('<section ', '<statuses file="withheld.csv"/><section ', 1))
    return folder / 'layouts/pack.xml'


def check_planted(program):
    layout = planted_pack()
    told = figures(program, layout)
    check('the planted figure is withheld', [f'{key} {row}' for key, row in told.items() if PLANTED in str(row)] or
          ([] if any(row['status'] == 'suppressed' for row in told.values()) else ['nothing is suppressed']))
    for ending in ('xlsx', 'ods'):
        book = build(program, layout, ending)
        check(f'no part of the {ending} has it', 'it is there' if PLANTED in book.text() else [])
        texts = [value for sheet in book.sheets for value in sheet.cells.values() if value == '=1+1 +2 @SUM(A1)']
        check(f'what looks like a formula is text in the {ending}',
              [] if texts and not any(sheet.formulas for sheet in book.sheets) else ['it is not there as it is written'])


def check_grain(program, grain):
    """A pack by day, week, quarter, term or year: its periods, its hours, what is due in longer ones."""
    layout = TOP / 'tests/grains' / grain / 'layout.xml'
    told, period = figures(program, layout, '--allow-outside'), xml.parse(layout).getroot().get('period')
    for ending in ('xlsx', 'ods'):
        book = build(program, layout, ending, '--allow-outside')
        check(f'a pack by {grain} keeps the rules in {ending}', problems_of_rules(book))
        compare(f'a pack by {grain} says in {ending} what figures says', *check_figures(book, told, period))
    dates = any(isinstance(value, datetime.date) for sheet in book.sheets for value in sheet.cells.values())
    check(f'days are dates, and nothing else is, by {grain}', [] if dates == (grain == 'day') else ['it is not so'])


# Headings of what a pack of one of many has more.
STANDING = {'Rank': 'rank', 'Quartile': 'quartile', 'Nation': 'benchmark:nation', 'Figures in Nation': 'counted:nation',
            'Family group': 'benchmark:family', 'Figures in Family group': 'counted:family',
            'Rank, Family group': 'rank:family', 'Quartile, Family group': 'quartile:family', 'Neighbours': 'benchmark:near'}


def check_among(program):
    """A pack of one of many organisations has its place among them."""
    folder = work_folder() / 'pack'
    shutil.copytree(TOP / 'tests/cases/base', folder)
    shutil.copytree(TOP / 'tests/cases/figures-among', folder, dirs_exist_ok=True)
    (folder / 'fonts').mkdir(exist_ok=True)
    shutil.copy(TOP / 'fonts/fonts.xml', folder / 'fonts')
    command = (folder / 'command').read_text().split()
    layout, options = folder / command[1], command[2:]
    told = figures(program, layout, *options)
    period = max(key[2] for key in told if told[key]['field'] == 'rank' and told[key]['status'] == 'present')
    for ending in ('xlsx', 'ods'):
        book = build(program, layout, ending, *options, '--period', period)
        check(f'a pack of one of many keeps the rules in {ending}', problems_of_rules(book))
        compare(f'a pack of one of many says its place in {ending}',
                *check_figures(book, figures(program, layout, *options, '--period', period), period, STANDING))
        heads = book.sheet('Latest').row(book.sheet('Latest').tables[0][1])
        check('what compares has a column each among the latest', [head for head in STANDING if head not in heads])


def check_too_large(program):
    """A sheet of all figures beyond what anybody opens is refused, and no file is left."""
    folder, days, count = work_folder(), 2000, 101
    first = datetime.date(2015, 1, 1)
    lines = [f'{first + datetime.timedelta(day)},{day % 7}' for day in range(days)]
    (folder / 'counts.csv').write_text('period,visits\n' + '\n'.join(lines) + '\n')
    indicators = ''.join(f'<indicator id="i{i}" title="Visits {i}" unit="count" measure="value" numerator="visits" flow="yes"/>'
                         for i in range(count))
    (folder / 'catalogue.xml').write_text(f'<catalogue title="Visits" organisation="Trust" place="Town" grain="day">'
                                          f'<source file="counts.csv"/>{indicators}</catalogue>')
    (folder / 'pack.xml').write_text(f'<pack title="Visits" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml">'
                                     '<page id="one" indicator="i0"><heading/></page></pack>')
    ran = subprocess.run([program, 'figures', folder / 'pack.xml', '--allow-outside', '-o', folder / 'all.xlsx'], text=True,
                         capture_output=True)
    told = f'would have {days * count} rows and '
    check('more than two million cells are refused', [] if ran.returncode == 1 and told in ran.stderr and
          'a workbook takes 2000000 cells at most, write CSV instead' in ran.stderr and
          not (folder / 'all.xlsx').exists() else [str(ran.returncode), ran.stderr])


def main(program):
    check_among(program)
    for name in names():
        check_pack(program, Pack(program, name))
    for grain in ('day', 'week', 'quarter', 'term', 'year'):
        check_grain(program, grain)
    check_planted(program)
    check_too_large(program)
