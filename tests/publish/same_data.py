"""The same data as a text file, as workbooks and in databases come to the same figures and to the same PDF, byte for byte.

tests/sources/kpi.csv is what all of them hold, and kpi.xls the same as LibreOffice saves it."""
import csv
import datetime
import os
import shutil
import sqlite3
import subprocess

from lib import postgres
from lib.check import check
from lib.pack import TOP, work_folder
from lib.workbook import Raw, ods, sheet, styles, xlsx
from publish.databases import ini

COLUMNS = 'visits', 'due', 'share', 'cost'
CATALOGUE = '''<catalogue title="Visits" organisation="Example Council" place="Hackney">
  <source {} period="month" period-pattern="yyyy-mm-dd"/>
  <indicator id="in_time" title="Visits in time" unit="percent" decimals="1" measure="ratio" numerator="visits" denominator="due"
             polarity="higher-is-better"><definition>One.</definition></indicator>
  <indicator id="share" title="Share" unit="average" decimals="4" measure="value" numerator="share"><definition>Two.</definition></indicator>
  <indicator id="cost" title="Cost" unit="average" decimals="2" measure="value" numerator="cost" negative="yes">
    <definition>Three.</definition></indicator>
</catalogue>'''
LAYOUT = f'''<pack title="Visits" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml" created="2018-09-01" period="2018-07">
  <page indicator="in_time"><heading/><trend-chart field="value" periods="13"/><table><column field="value"/><column field="numerator"/></table></page>
  <page indicator="share"><heading/><table><column field="value"/></table></page>
  <page indicator="cost"><heading/><trend-chart field="value" periods="13"/><table><column field="value"/></table></page>
</pack>'''


def data():
    with open(TOP / 'tests/sources/kpi.csv', encoding='utf-8', newline='') as file:
        return [[row['month']] + [row[name] for name in COLUMNS] for row in csv.DictReader(file)]


def sheet_cells():
    day = [(datetime.date.fromisoformat(row[0]) - datetime.date(1899, 12, 30)).days for row in data()]
    return [['month', *COLUMNS]] + [[Raw(f'<v>{at}</v>', 's="1"')] + [Raw(f'<v>{text}</v>') if text else None for text in row[1:]]
                                    for at, row in zip(day, data())]


def as_xlsx(folder):
    (folder / 'kpi.xlsx').write_bytes(xlsx({'KPIs': sheet(sheet_cells())}, look=styles(14)))


def as_ods(folder):
    texts = ''.join(f'<table:table-cell office:value-type="string"><text:p>{name}</text:p></table:table-cell>'
                    for name in ('month', *COLUMNS))
    rows = [f'<table:table-row>{texts}</table:table-row>']
    for month, *figures in data():
        cells = ''.join(f'<table:table-cell office:value-type="float" office:value="{text}"/>' if text else '<table:table-cell/>'
                        for text in figures)
        rows.append(f'<table:table-row><table:table-cell office:value-type="date" office:date-value="{month}"/>{cells}</table:table-row>')
    (folder / 'kpi.ods').write_bytes(ods(f'<table:table table:name="KPIs">{"".join(rows)}</table:table>'))


def as_sqlite(folder):
    connection = sqlite3.connect(folder / 'kpi.sqlite')
    connection.execute('CREATE TABLE kpi (month TEXT, visits INTEGER, due INTEGER, share REAL, cost REAL)')
    connection.executemany('INSERT INTO kpi VALUES (?, ?, ?, ?, ?)', [[text or None for text in row] for row in data()])
    connection.commit()
    connection.close()


def as_server(server):
    values = ', '.join('(' + ', '.join(f"'{text}'" if text else 'NULL' for text in row) + ')' for row in data())
    server.sql('CREATE TABLE kpi (month date, visits integer, due bigint, share double precision, cost numeric(12,2));'
               f'INSERT INTO kpi VALUES {values}')


def come_of(program, folder, source):
    """The figures and the PDF; what is said in place of them."""
    (folder / 'catalogue.xml').write_text(CATALOGUE.format(source))
    (folder / 'layout.xml').write_text(LAYOUT)
    runs = [subprocess.run([program, *command, 'layout.xml', '--allow-outside'], cwd=folder, capture_output=True, env={
        **os.environ, 'BOARDPACK_ODBC_USER': postgres.USER, 'BOARDPACK_ODBC_PASSWORD': postgres.PASSWORD})
        for command in (['figures'], ['publish', '--quiet', '-o', 'pack.pdf'])]
    if any(run.returncode for run in runs):
        return runs[0].stderr.decode(errors='replace')
    return runs[0].stdout, (folder / 'pack.pdf').read_bytes()


def main(program):
    folder = work_folder()
    for name in ('kpi.csv', 'kpi.xls'):
        shutil.copy(TOP / 'tests/sources' / name, folder)
    as_xlsx(folder)
    as_ods(folder)
    as_sqlite(folder)
    first = come_of(program, folder, 'file="kpi.csv"')
    check('CSV is published', first if isinstance(first, str) else None if first[0].count(b',present') > 80 else 'few figures')
    with postgres.server() as server:
        as_server(server)
        ini(folder, [server.source('warehouse'), f'[lite]\nDriver = SQLite3\nDatabase = {folder}/kpi.sqlite\n'])
        for source in ('file="kpi.xlsx"', 'file="kpi.ods"', 'file="kpi.xls"', 'file="kpi.sqlite"', 'odbc="lite" table="kpi"',
                       'odbc="warehouse" table="kpi"'):
            came = come_of(program, folder, source)
            check(f'{source} comes to the same bytes', came if isinstance(came, str) else
                  [what for what, one, other in zip(('figures', 'PDF'), first, came) if one != other])
