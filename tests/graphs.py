#!/usr/bin/env python3
"""graphs.py PROGRAM: reads the pages with several graphs back, of every layout that has headings of measures.

Each measure has its reference and its name, since when it was not updated, and the reason; each graph the figures of its
months; each list of key figures what `figures` says; and each data table, cell by cell.
"""
import csv
import glob
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from common import TOP, check, finish
from scorecards import read_tree

NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()
USUAL = 'value change_last_year average_12 maximum_12'


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def one_line(words):
    return ' '.join(words.split())


def months_to(period, count):
    last = int(period[:4]) * 12 + int(period[5:]) - 1
    return [f'{month // 12}-{month % 12 + 1:02}' for month in range(last - count + 1, last + 1)]


def short_name(month):
    return f'{NAMES[int(month[5:]) - 1]}-{month[2:4]}'


class Pack:
    def __init__(self, program, layout, pdf):
        self.root = xml.parse(layout).getroot()
        self.period = self.root.get('period')
        catalogue = xml.parse(os.path.join(os.path.dirname(layout), self.root.get('catalogue'))).getroot()
        self.indicators = {node.get('id'): node for node in catalogue.iter('indicator')}
        rows = csv.DictReader(run(program, 'figures', layout, '--format', 'csv').splitlines())
        self.figures = {(row['indicator'], row['field'], row['period']): row for row in rows}
        self.pages = [node for node in self.root if node.tag in ('page', 'blank-page')]
        self.sections = list(read_tree(run('pdfinfo', '-struct-text', pdf).splitlines()).find('Sect'))
        self.texts = run('pdftotext', pdf, '-').split('\f')

    def printed(self, indicator, field, month):
        return self.figures.get((indicator, field, month), {}).get('printed', '')

    def last_month(self, indicator):
        """The month of the latest value, the pack's where it has one."""
        return max(month for one, field, month in self.figures
                   if one == indicator and field == 'value' and month <= self.period and self.printed(one, field, month))


def with_indicators(element, inherited=None):
    """Every block below an element, with the indicator that it is about."""
    for block in element:
        about = block.get('indicator', inherited)
        if block.get('indicators') and not block.get('indicator'):
            about = block.get('indicators').split(',')[0].strip()
        yield block, about
        yield from with_indicators(block, about)


def check_headings(name, pack, page, section, text):
    headings = [one_line(node.text()) for node in section.find('H2')]
    missing = []
    for block, about in with_indicators(page):
        if block.tag != 'measure-heading':
            continue
        for one in (block.get('indicators') or about).split(','):
            indicator = pack.indicators[one.strip()]
            title = block.get('title') if block.get('title') and one.strip() == about else indicator.get('title')
            words = one_line(f'{indicator.get("reference")} {title}')
            last = pack.last_month(one.strip())
            flag = f'Not updated since {short_name(last)}' if last != pack.period else ''
            missing += [part for part, there in ((words, any(words in heading for heading in headings)),
                                                 (flag, flag in one_line(text))) if not there]
    check(f'{name}: references, names and flags', missing)


def check_graphs(name, pack, page, text):
    words, missing = text.split(), []
    for block, about in with_indicators(page):
        if block.tag != 'trend-chart':
            continue
        for one in [about] + [line.get('indicator') for line in block.findall('line')]:
            for month in months_to(pack.period, int(block.get('months'))):
                figure = pack.printed(one, 'value', month)
                if figure and figure not in words:
                    missing.append(f'{one} {month} {figure}')
    check(f'{name}: the figure of each month in its graph', missing)


def key_figures(pack, block, about):
    percent = pack.indicators[about].get('unit') == 'percent'
    for field in block.get('fields', USUAL).split():
        month = pack.last_month(about) if field == 'value' else pack.period
        printed = pack.printed(about, field, month)
        yield printed + ('%' if percent or field.startswith('change_') else '') if printed else 'n/a'


def check_key_figures(name, pack, page, section):
    wanted = [figure for block, about in with_indicators(page) if block.tag == 'key-figures'
              for figure in key_figures(pack, block, about)]
    found = [one_line(item.text()).split()[-1] for item in section.find('LBody')]
    check(f'{name}: {len(wanted)} key figures', found != wanted and f'{found}, expected {wanted}')


def expected_cells(pack, scorecard, indicator):
    """What a row of a data table has behind its months: those with a figure, then one cell for the months without."""
    for column in scorecard.iter('column'):
        months = months_to(pack.period, int(column.get('months', 1)))
        for month in months if column.get('field') else []:
            yield pack.printed(indicator, column.get('field'), month) or column.get('absent')


def check_table(name, pack, page, section):
    scorecard, wrong, compared = page.find('.//scorecard'), [], 0
    rows = {}
    for row in section.find('TR'):
        heads, cells = list(row.find('TH')), list(row.find('TD'))
        if heads and cells:
            rows[heads[0].text().strip()] = [(one_line(cell.text()), int(cell.spans.get('ColSpan', 1))) for cell in cells]
    for key, indicator in pack.indicators.items():
        wanted = list(expected_cells(pack, scorecard, key))
        cells = rows.get(indicator.get('reference'), [])
        at = len(wanted) - sum(span for _, span in cells)
        for words, span in cells:
            noted = span > 1 and not any(wanted[at:at + span])
            if at >= 0 and not noted and words.split()[:1] != [wanted[at]]:
                wrong.append(f'{key} column {at}: "{words}", expected {wanted[at]}')
            compared += at >= 0
            at += span
    check(f'{name}: {compared} cells of {len(rows)} rows', wrong or len(rows) != len(pack.indicators))


def check_notes(name, pack, folder, text):
    notes = set()
    for path in glob.glob(f'{folder}/*.csv'):
        with open(path, encoding='utf-8') as file:
            rows = csv.DictReader(file)
            if rows.fieldnames == ['measure', 'period', 'value', 'note']:
                notes |= {row['note'] for row in rows if row['note']}
    check(f'{name}: notes of the data', [note for note in notes if note not in one_line(text)])


def check_pack(program, layout):
    name = os.path.basename(layout)[:-4]
    with tempfile.TemporaryDirectory() as folder:
        pdf = f'{folder}/pack.pdf'
        subprocess.run([program, 'publish', '--quiet', layout, '-o', pdf], check=True)
        pack = Pack(program, layout, pdf)
    check(f'{name}: a page a section', (len(pack.pages), len(pack.sections)) != (len(pack.texts) - 1,) * 2)
    for page, section, text in zip(pack.pages, pack.sections, pack.texts):
        title = f'{name}, {page.get("id")}'
        if page.find('.//measure-heading') is not None:
            check_headings(title, pack, page, section, text)
            check_graphs(title, pack, page, text)
            check_key_figures(title, pack, page, section)
        if page.find('.//scorecard') is not None:
            check_table(title, pack, page, section)
        if page.find('.//notes') is not None:
            check_notes(title, pack, os.path.dirname(os.path.join(TOP, 'layouts', pack.root.get('catalogue'))), text)
    shown = {one.strip() for page in pack.pages for block, about in with_indicators(page)
             if block.tag in ('trend-chart', 'line') for one in [block.get('indicator') or about]}
    check(f'{name}: a graph of each measure', set(pack.indicators) - shown)


def main():
    program = os.path.realpath(sys.argv[1])
    for layout in sorted(glob.glob(f'{TOP}/layouts/*.xml')):
        with open(layout, encoding='utf-8') as file:
            if re.search('<measure-heading', file.read()):
                check_pack(program, layout)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
