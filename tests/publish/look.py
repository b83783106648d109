"""What `look` proposes can be pasted: a catalogue of it reads the file that was looked at, or asks what only people know."""
import html
import re
import subprocess

from lib.check import compare
from lib.pack import TOP, work_folder

# What a proposal has to leave open, and what is said then.
OPEN = {
    'trap_ambiguous_dates.csv': 'may be 7 January 2018 or 1 July 2018',
    'trap_duplicate_rows.csv': 'has two figures for 2 June 2023',
    'phl_collections_report.csv': 'of="?"',
    'mhclg_rsx_2024-25.xlsx': 'unknown series "?"',
    'nhs_ae_1904.xlsx': 'two columns are called "A&E attendances"',
    'ine_population_pivot.xlsx': 'of="?"',
    'ofsted_providers_places.ods': 'of="?"',
}
WORKBOOKS = ('.xlsx', '.ods', '.xls')
CATALOGUE = '''<catalogue title="T" organisation="O" place="P" {attributes}>
{source}
{indicators}
</catalogue>
'''
INDICATOR = '  <indicator id="i{number}" title="T" unit="count" measure="value" negative="yes" numerator="{series}"/>'
LAYOUT = '''<pack title="T" catalogue="catalogue.xml" fonts="{fonts}">
  <page indicator="i0"><heading/><table><column field="value"/></table></page>
</pack>
'''


def series_of(source, path):
    """Series of the proposal: those of its columns, or the first row's where rows name them."""
    named = re.findall(r'<column heading="[^"]*" series="([^"]*)"', source)
    if named:
        return named
    if path.suffix in WORKBOOKS:
        return ['?']
    heading = html.unescape(re.search(r' id="([^"]*)"', source)[1])
    column = re.search(r'<column heading="([^"]*)"', source)
    looked = subprocess.run(['python3', '-c', 'import csv, sys; rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig")));'
                             'at = next(i for i, row in enumerate(rows) if sys.argv[2] in row);'
                             'print(rows[at + 1][rows[at].index(sys.argv[2])])', path, heading],
                            capture_output=True, text=True, check=True).stdout.strip()
    return [html.escape(looked) + (f' {column[1]}' if column else '')]


def problem_of(program, path):
    look = subprocess.run([program, 'look', path], capture_output=True, text=True)
    proposed = re.search(r'<catalogue (.*) \.\.\.>, to begin with:\n\n(.*)', look.stdout, re.S)
    if look.returncode != 0 or proposed is None:
        return f'{path.name}: status {look.returncode}: {look.stderr[:200]}'
    folder = work_folder()
    (folder / path.name).write_bytes(path.read_bytes())
    indicators = '\n'.join(INDICATOR.format(number=i, series=series) for i, series in enumerate(series_of(proposed[2], path)))
    (folder / 'catalogue.xml').write_text(CATALOGUE.format(attributes=proposed[1], source=proposed[2], indicators=indicators))
    (folder / 'layout.xml').write_text(LAYOUT.format(fonts=TOP / 'fonts/fonts.xml'))
    check = subprocess.run([program, 'figures', folder / 'layout.xml', '--allow-outside'], capture_output=True, text=True)
    if path.name in OPEN:
        return None if OPEN[path.name] in check.stderr else f'{path.name}: not asked: {check.stderr[:300]}'
    return None if check.returncode == 0 and ',present\n' in check.stdout else f'{path.name}: {check.stderr[:400]}'


def main(program):
    paths = [path for path in sorted((TOP / 'tests/files').glob('*/**/*'))
             if path.suffix in ('.csv', '.txt', *WORKBOOKS) and path.name not in ('map.csv', 'expected.csv')]
    compare('what look proposes reads the file', len(paths), [problem for path in paths if (problem := problem_of(program, path))])
