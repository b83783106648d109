"""Workbooks as programs write them, and as no program should: each gives its figures, or one message that says what is wrong
with it and where."""
import os
import re
import subprocess
import time

from lib.check import compare
from lib.pack import TOP, work_folder
from lib.workbook import Raw, ods, relations, sheet, styles, xlsx, zipped

CATALOGUE = '''<catalogue title="T" organisation="O" place="P" data-as-at="2018-06-30">
  <source file="{file}" {attributes}>{inside}</source>
  <indicator id="i" title="T" unit="average" measure="value" numerator="n"/>
</catalogue>
'''
LAYOUT = '''<pack title="T" catalogue="catalogue.xml" fonts="{fonts}">
  <page indicator="i"><heading/><table><column field="value"/></table></page>
</pack>
'''
HEAD, APRIL, MAY = ['period', 'n'], ['2018-04', 5], ['2018-05', 6]
PLAIN = sheet([HEAD, APRIL, MAY])
BOTH = {'2018-04': '5', '2018-05': '6'}
OLE = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(504)
NAMES = '<definedNames><definedName name="{}"{}>{}</definedName></definedNames>'


def one(value, **more):
    """A workbook whose cell B2 is that."""
    return xlsx({'KPIs': sheet([HEAD, ['2018-04', value], MAY])}, **more)


def dated(*serials, form, **more):
    rows = [HEAD] + [[Raw(f'<v>{serial}</v>', 's="1"'), at] for at, serial in enumerate(serials, 5)]
    return xlsx({'KPIs': sheet(rows)}, look=styles(form), **more)


def ods_row(*cells, repeat=''):
    return f'<table:table-row {repeat}>{"".join(cells)}</table:table-row>'


def ods_text(text, attributes=''):
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>'


def ods_number(number):
    return f'<table:table-cell office:value-type="float" office:value="{number}"><text:p>x</text:p></table:table-cell>'


def ods_table(*rows, name='KPIs', head='', attributes=''):
    return f'<table:table table:name="{name}" {attributes}>{head}{"".join(rows)}</table:table>'


ODS_ROWS = [ods_row(ods_text('period'), ods_text('n')), ods_row(ods_text('2018-04'), ods_number(5)),
            ods_row(ods_text('2018-05'), ods_number(6))]
ODS_REST = ods_row('<table:table-cell table:number-columns-repeated="16384"/>', repeat='table:number-rows-repeated="1048573"')

# What is read: what it is, the file's name and bytes, attributes of the source, figures.
READ = [
    ('a plain sheet', 'a.xlsx', xlsx({'KPIs': PLAIN}), '', BOTH),
    ('capitals in the ending of the name', 'A.XLSX', xlsx({'KPIs': PLAIN}), '', BOTH),
    ('prefixes and the strict namespaces', 'a.xlsx', xlsx({'KPIs': PLAIN.replace('<', '<x:').replace('<x:/', '</x:').replace(
        'xmlns=', 'xmlns:x=').replace('schemas.openxmlformats.org/spreadsheetml/2006/main', 'purl.oclc.org/ooxml/spreadsheetml/main')}),
     '', BOTH),
    ('places left out of cells and rows', 'a.xlsx', xlsx({'KPIs': re.sub(' r="[A-Z]*[0-9]*"', '', PLAIN)}), '', BOTH),
    ('sheets by name and by number, in any order', 'a.xlsx', xlsx({'One': sheet([HEAD, ['2018-04', 1]]), 'Two': PLAIN}), 'sheet="2"', BOTH),
    ('a sheet by its name, whatever its capitals', 'a.xlsx', xlsx({'One': PLAIN, 'Two': PLAIN}), 'sheet="two"', BOTH),
    ('a sheet and a name with an ampersand', 'a.xlsx', xlsx({'One': PLAIN, 'A &amp; E': sheet([['x'] + HEAD, ['x'] + APRIL, ['x'] + MAY])},
     names=NAMES.format('kpis', '', "'A &amp; E'!$B$1:$C$3")), 'sheet="A &amp; E" range="kpis"', BOTH),
    ('the only sheet with a table', 'a.xlsx', xlsx({'Cover': sheet([['A title'], ['Words', 'and more']]), 'KPIs': PLAIN}), '', BOTH),
    ('a hidden sheet where it is named', 'a.xlsx', xlsx({'One': PLAIN, 'Two': (' state="veryHidden"', PLAIN)}), 'sheet="Two"', BOTH),
    ('a range', 'a.xlsx', xlsx({'KPIs': sheet([['x'], [None] + HEAD + [3], [9] + APRIL, [None] + MAY, ['Notes']])}), 'range="B2:C4"', BOTH),
    ('a range with its sheet', 'a.xlsx', xlsx({'A': PLAIN, "O'B": sheet([[None] + HEAD, [9] + APRIL, [None] + MAY])}),
     'range="\'O\'\'B\'!$B$1:$C$3"', BOTH),
    ('whole columns', 'a.xlsx', xlsx({'KPIs': sheet([['x'] + HEAD, ['x'] + APRIL, ['x'] + MAY])}), 'range="B:C"', BOTH),
    ('a name', 'a.xlsx', xlsx({'A': PLAIN, 'B b': sheet([['x'], HEAD, APRIL, MAY, ['x', 'y']])},
                              names=NAMES.format('kpis', '', "'B b'!$A$2:$B$4")), 'range="KPIs"', BOTH),
    ('a table, without its row of totals', 'a.xlsx', xlsx({'A': PLAIN, 'B': sheet([['x'], HEAD, APRIL, MAY, ['Total', 11]])}, more={
        'xl/worksheets/_rels/sheet2.xml.rels': relations(('r', 'table', '../tables/t.xml')),
        'xl/tables/t.xml': '<table name="T1" displayName="tblKPIs" ref="A2:B5" totalsRowCount="1"/>'}), 'table="tblKPIs"', BOTH),
    ('shared texts, in runs, with how they are pronounced', 'a.xlsx', xlsx({'KPIs': sheet([
        [Raw('<v>0</v>', 't="s"'), Raw('<v>1</v>', 't="s"')], APRIL, MAY])}, strings='<si><r><t>per</t></r><r><t>iod</t></r>'
        '<rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>n</t></si>'), '', BOTH),
    ('an escaped line end in a heading', 'a.xlsx', xlsx({'KPIs': sheet([['period', 'n_x000a_'], APRIL, MAY])}), '', BOTH),
    ('a formula with its value', 'a.xlsx', one(Raw('<f>2+3</f><v>5</v>')), '', BOTH),
    ('more digits than a number has', 'a.xlsx', one(Raw('<v>5.0000000000000000001</v>')), '', BOTH),
    ('an exponent', 'a.xlsx', one(Raw('<v>1.2500000000000001E-2</v>')), '', {'2018-04': '0.0125', '2018-05': '6'}),
    ('a number kept as text', 'a.xlsx', one('1,005 '), '', {'2018-04': '1005', '2018-05': '6'}),
    ('days by a built-in format', 'a.xlsx', dated(43191, 43221, form=14), 'period-pattern="yyyy-mm-dd"', BOTH),
    ('days by a format of their own', 'a.xlsx', dated(43191, 43221, form='[$-409]mmm\\-yy;@'), 'period-pattern="yyyy-mm-dd"', BOTH),
    ('days counted from 1904', 'a.xlsx', dated(41729, 41759, form='d mmmm yyyy', head='<workbookPr date1904="1"/>'),
     'period-pattern="yyyy-mm-dd"', BOTH),
    ('days counted from 1904, and an extension', 'a.xlsx', dated(41729, 41759, form=14, head='<workbookPr date1904="1"/>',
     names='<extLst><ext><x:workbookPr xmlns:x="x" chartTrackingRefBase="1"/></ext></extLst>'), 'period-pattern="yyyy-mm-dd"', BOTH),
    ('numbers whose format has letters in quotes', 'a.xlsx', xlsx({'KPIs': sheet([HEAD, ['2018-04', Raw('<v>5</v>', 's="1"')], [
        '2018-05', Raw('<v>6</v>', 's="2"')]])}, look=styles('0&quot; days&quot;', '[Red][&lt;0]#,##0;[h]:mm')), '', BOTH),
    ('a day written as a day', 'a.xlsx', xlsx({'KPIs': sheet([HEAD, [Raw('<v>2018-04-01T00:00:00Z</v>', 't="d"'), 5], MAY])}),
     'period-pattern="yyyy-mm-dd|yyyy-mm"', BOTH),
    ('merged headings', 'a.xlsx', xlsx({'KPIs': sheet([['period', 'All', None, 'Some'], [None, 'm', 'n', 'n'], ['2018-04', 1, 5, 0], [
        '2018-05', 2, 6, 0]], behind='<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>')}),
     'heading-rows="2" ,<column heading="All / n" series="n"/>', BOTH),
    ('merged labels of rows', 'a.xlsx', xlsx({'KPIs': sheet([['Area'] + HEAD, ['a'] + APRIL, [None] + MAY, ['b', '2018-04', 9]],
     behind='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')}), 'where="Area=a"', BOTH),
    ('cells beside the table', 'a.xlsx', xlsx({'KPIs': sheet([HEAD, APRIL + [None, 0.95], MAY + [None, 'a note']])}), '', BOTH),
    ('a row far below, where it is left out', 'a.xlsx', xlsx({'KPIs': PLAIN.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576">'
     '<v>1</v></c></row></sheetData>')}), 'until-blank="yes"', BOTH),
    ('what programs add behind the cells', 'a.xlsx', xlsx({'KPIs': PLAIN.replace('</worksheet>', '<extLst><ext><row r="1"><c r="A1"><v>7'
     '</v></c></row></ext></extLst></worksheet>')}), '', BOTH),
    ('an error that is explained', 'a.xlsx', one(Raw('<f>NA()</f><v>#N/A</v>', 't="e"')), ',<word text="#N/A" status="suppressed"/>',
     {'2018-05': '6'}),
    ('a truth as a label', 'a.xlsx', xlsx({'KPIs': sheet([HEAD + ['shown'], APRIL + [Raw('<v>1</v>', 't="b"')], ['2018-04', 9, Raw(
        '<v>0</v>', 't="b"')], MAY + [Raw('<v>1</v>', 't="b"')]])}), 'where="shown=TRUE"', BOTH),
    ('an ODS', 'a.ods', ods(ods_table(*ODS_ROWS)), '', BOTH),
    ('a million blank rows behind the table', 'a.ods', ods(ods_table(*ODS_ROWS, ODS_REST)), '', BOTH),
    ('cells that are repeated', 'a.ods', ods(ods_table(ods_row('<table:table-cell table:number-columns-repeated="3"/>', ods_text('period'),
     ods_text('n')), ods_row(ods_text('', 'table:number-columns-repeated="2"'), '<table:table-cell/>', ods_text('2018-04'), ods_number(5)))),
     '', {'2018-04': '5'}),
    ('merged cells of an ODS', 'a.ods', ods(ods_table(ods_row(ods_text('Area'), ods_text('period'), ods_text('n')), ods_row(ods_text(
        'a', 'table:number-rows-spanned="2" table:number-columns-spanned="1"'), ods_text('2018-04'), ods_number(5)), ods_row(
        '<table:covered-table-cell/>', ods_text('2018-05'), ods_number(6)))), 'where="Area=a"', BOTH),
    ('a text of an ODS in an attribute', 'a.ods', ods(ods_table(ODS_ROWS[0], ods_row('<table:table-cell office:value-type="string" '
     'office:string-value="A &amp; E"/>', ods_number(9)), *ODS_ROWS[1:], name='A &amp; E')), 'sheet="A &amp; E" where="period!=A &amp; E"', BOTH),
    ('a comment in a cell', 'a.ods', ods(ods_table(ODS_ROWS[0], ods_row(ods_text('2018-04').replace('<text:p>', '<office:annotation><text:p>'
     'note</text:p></office:annotation><text:p>', 1), ods_number(5)), ODS_ROWS[2])), '', BOTH),
    ('a database range', 'a.ods', ods(ods_table(ods_row(ods_text('x')), *ODS_ROWS) + ods_table(*ODS_ROWS, name='Two'), behind=
     '<table:database-ranges><table:database-range table:name="kpis" table:target-range-address="KPIs.A2:KPIs.B4"/>'
     '</table:database-ranges>'), 'table="kpis"', BOTH),
    ('a named range', 'a.ods', ods(ods_table(ods_row(ods_text('x')), *ODS_ROWS) + ods_table(*ODS_ROWS, name='Two'), behind=
     '<table:named-expressions><table:named-range table:name="kpis" table:cell-range-address="$KPIs.$A$2:.$B$4"/>'
     '</table:named-expressions>'), 'range="kpis"', BOTH),
    ('a named range in a sheet with an apostrophe', 'a.ods', ods(ods_table(ods_row(ods_text('x')), *ODS_ROWS, name="Women's") + ods_table(
        *ODS_ROWS, name='Two'), behind='<table:named-expressions><table:named-range table:name="kpis" table:cell-range-address="'
     '$\'Women\'\'s\'.$A$2:.$B$4"/></table:named-expressions>'), 'range="kpis"', BOTH),
]

BOMB = sheet([HEAD]).replace('</sheetData>', '<row>' + ' ' * (80 << 20) + '</row></sheetData>')
MILLION = ''.join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c><c r="B{at}"><v>1</v></c></row>' for at in range(2, 1048577))

# What is refused: and the message, of which `...` is left out.
REFUSED = [
    ('text under the name of a workbook', 'a.xlsx', b'period,n\n2018-04,5\n', '', 'a.xlsx: error: the file is a text file by its content, '
     'whatever its name says: .xlsx; let its name end in .csv'),
    ('a web page', 'a.xls', b'\n<HTML><table>', '', 'a.xls: error: the file is a web page by its content'),
    ('an XLSX under the name of an XLS', 'a.xls', xlsx({'KPIs': PLAIN}), '', 'is an Excel workbook (XLSX) by its content'),
    ('an XLS under the name of an XLSX', 'a.xlsx', OLE, '', 'is a workbook of Excel 97 to 2003 (XLS) by its content'),
    ('an ODS under the name of an XLSX', 'a.xlsx', ods(ods_table(*ODS_ROWS)), '', 'is an OpenDocument spreadsheet (ODS) by its content'),
    ('an empty file', 'a.xlsx', b'', '', 'a.xlsx: error: the file is empty'),
    ('an encrypted XLSX', 'a.xlsx', OLE + 'EncryptedPackage'.encode('utf-16-le'), '', 'the file is a workbook with a password; save it without'),
    ('an encrypted ODS', 'a.ods', ods('', more={'META-INF/manifest.xml': '<m><encryption-data/></m>'}), '', 'has a password; save it without'),
    ('a binary workbook', 'a.xlsx', zipped({'_rels/.rels': relations(
        ('r', 'officeDocument', 'xl/workbook.bin')), 'xl/workbook.bin': 'x'}), '', 'is a binary workbook (XLSB) by its content'),
    ('a binary workbook by its name', 'a.xlsb', zipped({'_rels/.rels': relations(('r', 'officeDocument', 'xl/workbook.bin')),
     'xl/workbook.bin': 'x'}), '', 'is a binary workbook (XLSB) by its content'),
    ('cells that are repeated over the whole sheet', 'a.ods', ods(ods_table(ODS_ROWS[0], ods_row(ods_text(
        '2018-04', 'table:number-columns-repeated="16384"'), repeat='table:number-rows-repeated="1048575"'))), '',
     'a.ods:KPIs: error: more than 50000000 cells; say which are needed: range="..."'),
    ('a ZIP that is no workbook', 'a.xlsx', zipped({'readme.txt': 'x'}), '', 'is a ZIP and no workbook'),
    ('a ZIP that breaks off', 'a.xlsx', xlsx({'KPIs': PLAIN})[:-40], '', 'a.xlsx: error: the workbook is damaged: it breaks off'),
    ('a part that leads out', 'a.xlsx', xlsx({'KPIs': PLAIN}, more={'xl/../../etc/passwd': 'x'}), '', 'which leads out of it'),
    ('a zip bomb', 'a.xlsx', xlsx({'KPIs': BOMB}), '', 'unpacks to more than 200 times its size'),
    ('many parts', 'a.xlsx', xlsx({'KPIs': PLAIN}, more={f'p{at}': '' for at in range(10001)}), '', 'has 10005 parts; at most 10000 are read'),
    ('a sheet that is no XML', 'a.xlsx', xlsx({'KPIs': PLAIN.replace('</row>', '', 1)}), '', 'the part "xl/worksheets/sheet1.xml" of the'),
    ('a DOCTYPE', 'a.xlsx', xlsx({'KPIs': '<!DOCTYPE worksheet [<!ENTITY a "b">]>' + PLAIN}), '', 'it has a DOCTYPE, which no workbook has'),
    ('elements deep in each other', 'a.xlsx', xlsx({'KPIs': PLAIN.replace('<sheetData>', '<a>' * 150 + '</a>' * 150 + '<sheetData>')}), '',
     'its elements lie deeper in each other'),
    ('a part that is not there', 'a.xlsx', xlsx({'KPIs': PLAIN}, more={'xl/_rels/workbook.xml.rels':
     relations(('r1', 'worksheet', 'worksheets/none.xml'))}), '', 'its part "xl/worksheets/none.xml" is not there'),
    ('rows out of their order', 'a.xlsx', xlsx({'KPIs': PLAIN.replace('<row r="3">', '<row r="1">')}), '',
     'a.xlsx:KPIs!1: error: the row stands behind row 2 in the file'),
    ('a row beyond the sheet', 'a.xlsx', xlsx({'KPIs': PLAIN.replace('<row r="3">', '<row r="99999999">')}), '', 'a row beyond the 1048576'),
    ('a shared text that is not there', 'a.xlsx', one(Raw('<v>7</v>', 't="s"'), strings='<si><t>a</t></si>'), '',
     'a.xlsx:KPIs!B2: error: the workbook is damaged: the cell has the shared text 7, and there are 1'),
    ('a formula without a value', 'a.xlsx', one(Raw('<f>SUM(C2:C9)</f><v></v>')), '', 'a.xlsx:KPIs!B2: error: n: "=SUM(C2:C9)" is a '
     'formula of which the file holds no value; open it in Excel or LibreOffice, which work it out, and save it'),
    ('a division by zero', 'a.xlsx', one(Raw('<f>1/0</f><v>#DIV/0!</v>', 't="e"')), '', 'a.xlsx:KPIs!B2: error: n: "#DIV/0!" is what a '
     'workbook shows where a formula fails; mend it there, or say what it means: <word text="#DIV/0!" status="missing"/>'),
    ('no value in an ODS', 'a.ods', ods(ods_table(ODS_ROWS[0], ods_row(ods_text('2018-04'), '<table:table-cell office:value-type="string" '
     'calcext:value-type="error" table:formula="of:=1/0"><text:p>Err:502</text:p></table:table-cell>'))), '', 'a.ods:KPIs!B2: error: n: "Err:502"'),
    ('a text where a figure should be', 'a.xlsx', one('five'), '', 'a.xlsx:KPIs!B2: error: n: "five"'),
    ('two figures of a period', 'a.xlsx', xlsx({'KPIs': sheet([HEAD, APRIL, ['2018-04', 6]])}), '', 'Rows 2 and 3: '),
    ('a sheet that is not there', 'a.xlsx', xlsx({'KPIs': PLAIN, 'Notes': PLAIN}), 'sheet="KPI"', '"a.xlsx" has no sheet "KPI"; did you mean "KPIs"?'),
    ('several tables', 'a.xlsx', xlsx({'One': PLAIN, 'Two': PLAIN}), '', '"a.xlsx" has tables in more than one sheet; say which: '
     'sheet="...", of "One", "Two"'),
    ('no table', 'a.xlsx', xlsx({'One': sheet([['a']]), 'Two': sheet([])}), '', 'no sheet of "a.xlsx" has a table'),
    ('a chart', 'a.xlsx', xlsx({'KPIs': PLAIN, 'Plot': PLAIN}, more={'xl/_rels/workbook.xml.rels': relations(
        ('r1', 'worksheet', 'worksheets/sheet1.xml'), ('r2', 'chartsheet', 'chartsheets/s.xml'))}), 'sheet="Plot"',
     '"Plot" is a sheet with a chart, which has no cells'),
    ('a table that is not there', 'a.xlsx', xlsx({'KPIs': PLAIN}), 'table="tbl"', '"a.xlsx" has no table "tbl"; it has no tables'),
    ('a range that is none', 'a.xlsx', xlsx({'KPIs': PLAIN}, names=NAMES.format('zone', '', 'KPIs!$A$1:$B$3')), 'range="zones"',
     'range="zones" is neither cells, such as B3:H40, nor a name that the workbook gives to a range; did you mean "zone"?'),
    ('a name of cells that are gone', 'a.xlsx', xlsx({'KPIs': PLAIN}, names=NAMES.format('zone', '', '#REF!')), 'range="zone"',
     '"zone" leads to cells that are no longer there (#REF!)'),
    ('a name that is a formula', 'a.xlsx', xlsx({'KPIs': PLAIN}, names=NAMES.format('zone', '', 'OFFSET(KPIs!$A$1,0,0,3,2)')), 'range="zone"',
     '"zone" is '),
    ('a range beside the cells', 'a.xlsx', xlsx({'KPIs': PLAIN}), 'range="D10:E20"', 'a.xlsx'),
    ('separators in a workbook', 'a.xlsx', xlsx({'KPIs': PLAIN}), 'separator="comma"', 'is a workbook, which has cells; leave encoding and separator out'),
    ('a sheet of a text file', 'a.csv', b'period,n\n2018-04,5\n', 'sheet="KPIs"', '"a.csv" is a text file by its name, which has no sheet; leave sheet out'),
    ('an XLS without a workbook in it', 'a.xls', OLE, '', 'a.xls: error: the file is an Office file of 1997 to 2003, and no workbook is found'),
]

WARNED = [
    ('hidden rows and columns', 'a.xlsx', xlsx({'KPIs': sheet([HEAD, APRIL, MAY], before='<cols><col min="2" max="16384" hidden="1"/></cols>',
     attributes={2: ' hidden="1"'})}), '', 'a.xlsx:KPIs: warning: hidden in the sheet and read all the same: row 2; column B'),
    ('columns that are hidden twice', 'a.xlsx', xlsx({'KPIs': sheet([HEAD + ['x', 'y'], APRIL, MAY + [1, 2]], before='<cols><col min="2" max="3" '
     'hidden="1"/><col min="2" max="3" hidden="1"/><col min="3" max="4" hidden="1"/></cols>')}), 'columns="n"',
     'read all the same: columns B to D\n'),
    ('hidden rows of an ODS', 'a.ods', ods(ods_table(ODS_ROWS[0], ODS_ROWS[1].replace('<table:table-row ', '<table:table-row table:visibility='
     '"filter" '), ODS_ROWS[2])), '', 'a.ods:KPIs: warning: hidden in the sheet and read all the same: row 2'),
]


def run(program, row):
    _, name, content, attributes, _ = row
    folder = work_folder()
    (folder / name).write_bytes(content)
    attributes, _, inside = attributes.partition(',<')
    (folder / 'catalogue.xml').write_text(CATALOGUE.format(
        file=name, attributes=attributes.strip().replace("'", '&apos;'), inside='<' + inside if inside else ''))
    (folder / 'layout.xml').write_text(LAYOUT.format(fonts=TOP / 'fonts/fonts.xml'))
    return subprocess.run([program, 'figures', '--allow-outside', 'layout.xml'], cwd=folder, capture_output=True, encoding='utf-8',
                          timeout=60)


def problem_of_figures(program, row):
    out = run(program, row)
    rows = [line.split(',') for line in out.stdout.splitlines()]
    got = {cells[2]: cells[3] for cells in rows if cells[:2] == ['i', 'value'] and cells[3]}
    return None if got == row[4] and out.returncode == 0 else f'{row[0]}: {got} {out.stderr[:300]}'


def problem_of_message(program, row, status):
    out = run(program, row)
    good = row[4] in out.stderr and out.returncode == status and (status == 0 or out.stderr.count('\n') == 1)
    return None if good else f'{row[0]}: status {out.returncode}: {out.stderr[:400]}'


def problem_of_million(program):
    """A sheet of a million rows, of which one is kept, takes seconds and little memory."""
    row = ('', 'a.xlsx', xlsx({'KPIs': sheet([HEAD]).replace('</sheetData>', MILLION + '</sheetData>')}), 'where="period=777" of="2018-04"', '')
    start, before = time.time(), os.times()
    out = run(program, row)
    used = os.times().children_user - before.children_user
    return None if out.returncode == 0 and used < 10 else f'{used:.1f} s of {time.time() - start:.1f}: {out.stderr[:300]}'


def main(program):
    compare('workbooks are read', len(READ), [found for row in READ if (found := problem_of_figures(program, row))])
    compare('what cannot be read is told', len(REFUSED), [found for row in REFUSED if (found := problem_of_message(program, row, 1))])
    compare('what is hidden is told', len(WARNED), [found for row in WARNED if (found := problem_of_message(program, row, 0))])
    compare('a million rows', 1, problem_of_million(program))
