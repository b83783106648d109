#!/usr/bin/env python3
"""topics.py PROGRAM: every cell of every published topic table, against what the program and the files say.

A table has a row for each period that its layout asks for and a column for each measure. Figures are those of
`boardpack figures`, counts of past years and raw columns those of the files. Each chart and each strip of words that the
layout asks for is there.
"""
import csv
import glob
import io
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from fractions import Fraction

from common import TOP, check, finish
from scorecards import read_tree

MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()
TO_DATE = {'value': 'ytd_value', 'numerator': 'ytd_numerator', 'denominator': 'ytd_denominator'}
USUAL = {'months': 'In month', 'ytd': 'YTD', 'years': 'Annual trend', 'benchmarks': 'Benchmarks'}
# What the description of a report names.
NAMED = {'monthly-performance-report': {
    'pages': ['Contacts', 'Contacts by source', 'Referrals', 'New assessments: started and completed',
              'New assessments: outcomes', 'Updated assessments: started and completed',
              'Section 47 investigations: started', 'Section 47 investigations: completed', 'Children in need (CIN)',
              'Initial child protection conferences', 'Child protection', 'Child protection: time periods',
              'Child protection: reviews, plans and visits', 'Looked after children',
              'Looked after children: reviews, plans and visits', 'Looked after children: health',
              'Looked after children: personal education plans', 'Care leavers', 'Looked after children: placements',
              'Fostering', 'Adoptions', 'Caseloads'],
    'notes': ['Team has disbanded - On-going cases have been absorbed into the remaining 5 Duty Teams',
              'New Definition 2018/19', 'Spring Term 2018', 'Summer Term 2018', 'Autumn Term 2018', 'Spring Term 2019'],
    'labels': ['In month performance', 'YTD', 'Annual trend', 'Latest benchmarking'],
    'words': ['As at month end: March 2019', 'Issue 1', 'run again', 'range to be set', 'Within limits'],
}}


def shift(month, by):
    at = int(month[:4]) * 12 + int(month[5:]) - 1 + by
    return f'{at // 12}-{at % 12 + 1:02}'


def printed(number):
    """A count as a page prints it."""
    value = Fraction(number)
    return f'{int(value):,}' if value.denominator == 1 else f'{float(value):,.1f}'


class Pack:
    def __init__(self, program, name):
        self.layout = xml.parse(f'{TOP}/layouts/{name}.xml').getroot()
        path = os.path.join(TOP, 'layouts', self.layout.get('catalogue'))
        self.folder, self.catalogue = os.path.dirname(path), xml.parse(path).getroot()
        self.period = self.layout.get('period')
        self.start = int(self.catalogue.get('financial-year-start', 4))
        self.indicators = {node.get('id'): node for node in self.catalogue.iter('indicator')}
        self.notes = {}
        for node in self.catalogue.iter('note'):
            month = node.get('from')
            while month <= node.get('to', self.period):
                self.notes[node.get('series'), month] = node.get('text')
                month = shift(month, 1)
        said = subprocess.run([program, 'figures', f'{TOP}/layouts/{name}.xml'], capture_output=True, text=True, check=True)
        self.figures = {(row['indicator'], row['field'], row['period']): row['printed']
                        for row in csv.DictReader(io.StringIO(said.stdout))}
        self.series, self.years = {}, {}
        self.read_series()

    def lines(self, node):
        with open(os.path.join(self.folder, node.get('file')), newline='', encoding='utf-8') as file:
            return list(csv.DictReader(file))

    def read_series(self):
        for node in self.catalogue.iter('source'):
            prefix = f"{node.get('prefix')}." if node.get('prefix') else ''
            for line in self.lines(node) if node.get('form') is None else []:
                for column, text in line.items():
                    self.series[prefix + column, line['period']] = text
        for node in self.catalogue.iter('annual'):
            for line in self.lines(node) if node.get('series') else []:
                prefix = f"{line[node.get('prefix-column')]}." if node.get('prefix-column') else ''
                self.years[prefix + line[node.get('series')], line['year']] = line['value']

    def year_of(self, month):
        first = int(month[:4]) - (int(month[5:]) < self.start)
        return f'{first}/{(first + 1) % 100:02}'

    def indicator_figure(self, name, field, period):
        kind, at = period
        if kind == 'months':
            return self.figures.get((name, field, at), '')
        if kind == 'ytd':
            return self.figures.get((name, TO_DATE.get(field), self.period), '')
        if kind == 'years' and field != 'value':
            text = self.years.get((self.indicators[name].get(field), at), '')
            return printed(text) if text else ''
        if field != 'value':
            return ''
        return self.figures.get((name, f"annual:{at.replace('/', '-')}" if kind == 'years' else f'benchmark:{at}',
                                 self.period), '')

    def series_figure(self, measure, period):
        kind, at = period
        text = self.series.get((measure.get('series'), at), '') if kind == 'months' else \
            self.years.get((measure.get('series'), at), '') if kind == 'years' else ''
        return printed(text) if text else ''

    def cells(self, measure, period):
        """What a measure's columns say of a period; '' where there is no figure."""
        name, field, found = measure.get('indicator'), measure.get('field', 'value'), []
        if name is None:
            text = self.series_figure(measure, period)
            return [f'({text})' if text and measure.get('brackets') == 'yes' else text]
        part, whole = (self.indicator_figure(name, count, period) for count in ('numerator', 'denominator'))
        if measure.get('counts') == 'yes':
            found.append(f'{part} of {whole}' if part and whole else '')
        elif measure.get('counts') == 'numerator':
            found.append(part)
        value = self.indicator_figure(name, field, period)
        percent = field == 'value' and self.indicators[name].get('unit') == 'percent'
        return found + [f'{value}%' if value and percent else value]

    def rows(self, table):
        """(label, name, period) of each row."""
        for rows in table.iter('rows'):
            kind = rows.get('show')
            label = rows.get('label', USUAL[kind])
            if kind == 'months':
                for back in range(int(rows.get('count', 13)) - 1, -1, -1):
                    month = shift(self.period, -back)
                    yield label, f'{MONTHS[int(month[5:]) - 1]}-{month[2:4]}', (kind, month)
            elif kind == 'ytd':
                yield label, self.year_of(self.period), (kind, self.period)
            elif kind == 'years':
                for back in range(int(rows.get('count', 4)), 0, -1):
                    year = self.year_of(shift(self.period, -12 * back))
                    yield label, year, (kind, year)
            else:
                for node in self.catalogue.iter('comparator'):
                    yield label, node.get('short-title', node.get('title')), (kind, node.get('id'))


def words_of(node):
    return ''.join(node.words) + ''.join(words_of(child) for child in node.children)


def grid_of(table):
    """The body, cell by cell: each cell at all places that it spans. Gives (words, spans more than one place)."""
    grid, hanging = [], {}
    for body in table.find('TBody'):
        for row in body.find('TR'):
            cells, column, own = [], 0, list(row.find('TH', 'TD'))
            while own or hanging.get(column, (0, None))[0] > 0:
                left, cell = hanging.get(column, (0, None))
                if left > 0:
                    hanging[column] = (left - 1, cell)
                    cells.append(cell)
                    column += 1
                    continue
                node = own.pop(0)
                wide, high = int(node.spans.get('ColSpan', 1)), int(node.spans.get('RowSpan', 1))
                cell = (' '.join(words_of(node).split()), wide > 1 or high > 1)
                for _ in range(wide):
                    hanging[column] = (high - 1, cell)
                    cells.append(cell)
                    column += 1
            grid.append(cells)
    return grid


def check_table(pack, page, table, found):
    grid, problems, looked = grid_of(found), [], 0
    wanted = list(pack.rows(table))
    measures = list(table.iter('measure'))
    if len(grid) != len(wanted):
        problems.append(f'{len(grid)} rows, not {len(wanted)}')
    head = ''.join(''.join(words_of(node) for node in found.find('THead')).split())
    for measure in measures:
        node = pack.indicators.get(measure.get('indicator'))
        name = measure.get('heading') or (node is not None and node.get('short-title', node.get('title')))
        if name and ''.join(name.split()) not in head:
            problems.append(f'no column "{name}"')
    for cells, (label, name, period) in zip(grid, wanted):
        figures = [figure for measure in measures for figure in pack.cells(measure, period)]
        if len(cells) != len(figures) + 2 or (cells[0][0], cells[1][0]) != (label, name):
            problems.append(f'the row {cells[:2]} of {len(cells)} cells is not {label}, {name}')
            continue
        for (words, spans), figure in zip(cells[2:], figures):
            looked += 1
            same = words == (figure or table.get('absent', words)) or (spans and figure in words)
            if not same:
                problems.append(f'{name}: "{words}", not "{figure}"')
    check(f'{page}: {looked} cells of {len(grid)} rows', '; '.join(problems[:4]))


def check_notes(pack, page, table, found):
    """Notes of cells without figures are printed once over their months."""
    text = ' '.join(words_of(found).split())
    months = [period[1] for _, _, period in pack.rows(table) if period[0] == 'months']
    for measure in table.iter('measure'):
        node = pack.indicators.get(measure.get('indicator'))
        series = measure.get('series') or node.get('numerator')
        for note in sorted({pack.notes[series, month] for month in months if (series, month) in pack.notes}):
            check(f'{page}: "{note}"', note not in text and 'is not there')


def check_named(name, tree, pdf):
    named = NAMED.get(name, {})
    text = subprocess.run(['pdftotext', '-raw', pdf, '-'], capture_output=True, text=True, check=True).stdout
    text, heads = ' '.join(text.split()), {' '.join(words_of(node).split()) for node in tree.find('H1')}
    missing = [page for page in named.get('pages', []) if page not in heads]
    check(f'{name}: a page for each topic of its description', missing and f'missing {missing}')
    tagged = ' '.join(words_of(tree).split())
    for part in ('notes', 'labels', 'words'):
        missing = [words for words in named.get(part, []) if words not in tagged and words not in text]
        check(f'{name}: {part} of its description', missing and f'missing {missing}')


def check_pages(pack, name, tree):
    tables = [table for table in tree.find('Table') if any(True for _ in table.find('TBody'))]
    titles = [' '.join(words_of(node).split()) for node in tree.find('H1', 'H2', 'P')]
    charts, figures = 0, len(list(tree.find('Figure')))
    for page in pack.layout.iter('page'):
        for chart in page.iter('trend-chart'):
            charts += 1
            title = chart.get('title')
            if title and title not in titles:
                check(f'{name}, {page.get("id")}: chart "{title}"', 'is not there')
        for table in page.iter('topic-table'):
            first = next(iter(pack.rows(table)))[1]
            width = sum(len(pack.cells(measure, ('ytd', pack.period))) for measure in table.iter('measure')) + 2
            while tables:
                found = tables.pop(0)
                grid = grid_of(found)
                if grid and len(grid[0]) == width and grid[0][1][0] == first:
                    break
            else:
                check(f'{name}, {page.get("id")}', 'its table is not there')
                continue
            check_table(pack, f'{name}, {page.get("id")}', table, found)
            check_notes(pack, f'{name}, {page.get("id")}', table, found)
    check(f'{name}: {charts} charts', figures < charts and f'{figures} figures')


def main():
    program = os.path.realpath(sys.argv[1])
    for path in sorted(glob.glob(f'{TOP}/layouts/*.xml')):
        name = os.path.splitext(os.path.basename(path))[0]
        if not any(True for _ in xml.parse(path).getroot().iter('topic-table')):
            continue
        pack = Pack(program, name)
        with tempfile.TemporaryDirectory() as folder:
            pdf = f'{folder}/pack.pdf'
            subprocess.run([program, 'publish', '--quiet', path, '-o', pdf], check=True)
            said = subprocess.run(['pdfinfo', '-struct-text', pdf], capture_output=True, text=True, check=True)
            tree = read_tree(said.stdout.splitlines())
            check_named(name, tree, pdf)
        check_pages(pack, name, tree)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
