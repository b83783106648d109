#!/usr/bin/env python3
"""scorecards.py PROGRAM: reads the published scorecards back, as a screen reader would.

Every table is regular, its cells and what they span together; its head is tagged once, however often it is printed;
each measure is the head of one row; nothing of a suppressed measure is there; figures are those of `figures`.
"""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from common import TOP, check, finish
from kpi_booklet import check_booklet

LAYOUTS = ('monthly-performance-report', 'quarterly-kpi-booklet', 'monthly-scorecard', 'graph-booklet')


class Node:
    def __init__(self, name):
        self.name, self.children, self.words, self.spans = name, [], [], {}

    def find(self, *names):
        for child in self.children:
            if child.name in names:
                yield child
            else:
                yield from child.find(*names)

    def text(self):
        return ''.join(self.words) + ''.join(child.text() for child in self.children)


def read_tree(lines):
    """The structure tree as pdfinfo prints it: a step of indentation a level; strings and spans below their element."""
    root = Node('root')
    stack = [(-1, root)]
    for line in lines:
        depth, words = len(line) - len(line.lstrip()), line.strip()
        if words.startswith('"'):
            stack[-1][1].words.append(words[1:-1])
        elif words.startswith('/'):
            name, value = words.split()[:2]
            stack[-1][1].spans[name[1:]] = value.lstrip('/')
        elif words:
            while stack[-1][0] >= depth:
                stack.pop()
            node = Node(re.split('[ :]', words)[0])
            stack[-1][1].children.append(node)
            stack.append((depth, node))
    return root


def widths(table):
    """How many columns each row of a table has, with what the rows above it hang down into it."""
    hanging, found = [], []
    for row in table.find('TR'):
        width = sum(1 for left in hanging if left > 0)
        hanging = [left - 1 for left in hanging if left > 1]
        for cell in row.find('TH', 'TD'):
            columns, rows = int(cell.spans.get('ColSpan', 1)), int(cell.spans.get('RowSpan', 1))
            width += columns
            hanging += [rows - 1] * columns if rows > 1 else []
        found.append(width)
    return found


def check_tables(name, tree):
    tables = list(tree.find('Table'))
    check(f'{name}: every table is regular', next((f'rows of {set(widths(table))} columns' for table in tables
                                                   if len(set(widths(table))) != 1), not tables and 'no table'))
    heads = [len(list(table.find('THead'))) for table in tables if max(widths(table)) > 2]
    check(f'{name}: one head a table', (not heads or heads.count(1) != len(heads)) and heads)
    check(f'{name}: what is repeated is not tagged', '(continued)' in tree.text() and 'found "(continued)"')


def selected(card, catalogue):
    """The indicators of the sections that a scorecard selects; all without a selection."""
    sections = re.fullmatch(r'section=([^;]*)', card.get('select', ''))
    names = [name.strip() for name in sections[1].split('|')] if sections else None
    return [node for node in catalogue.iter('indicator') if names is None or node.get('section') in names]


def check_rows(name, tree, card, catalogue):
    wanted = [node.get('reference', node.get('id')) for node in selected(card, catalogue)]
    rows = {}
    longest = max(tree.find('Table'), key=lambda table: len(list(table.find('TR'))))
    for row in longest.find('TR'):
        heads = [cell for cell in row.find('TH') if cell.spans.get('Scope') == 'Row' and 'RowSpan' not in cell.spans]
        if heads and list(row.find('TD')):
            rows.setdefault(heads[0].text(), []).append([cell.text().strip() for cell in row.find('TD')])
    found = [reference for reference, copies in rows.items() for _ in copies]
    check(f'{name}: a row for each of {len(wanted)} measures', sorted(found) != sorted(wanted) and
          f'{len(found)} rows, missing {sorted(set(wanted) - set(found))[:5]}')
    return rows


def main():
    program = os.path.realpath(sys.argv[1])
    for name in LAYOUTS:
        layout = f'{TOP}/layouts/{name}.xml'
        catalogue = xml.parse(os.path.join(TOP, 'layouts', xml.parse(layout).getroot().get('catalogue'))).getroot()
        with tempfile.TemporaryDirectory() as folder:
            pdf = f'{folder}/pack.pdf'
            subprocess.run([program, 'publish', '--quiet', layout, '-o', pdf], check=True)
            said = subprocess.run(['pdfinfo', '-struct-text', pdf], capture_output=True, text=True, check=True)
            tree = read_tree(said.stdout.splitlines())
            if name == 'quarterly-kpi-booklet':
                check_booklet(check, name, pdf, tree)
        check_tables(name, tree)
        rows = check_rows(name, tree, next(xml.parse(layout).getroot().iter('scorecard')), catalogue)
        if name == 'quarterly-kpi-booklet':
            cells = rows.get('CSC 188', [[]])[0]
            figures = [cell for cell in cells if re.fullmatch(r'[\d.,]+', cell)]
            check(f'{name}: nothing but [c] in a suppressed row',
                  (figures or cells.count('[c]') != 11) and f'{cells}')
    return finish()


if __name__ == '__main__':
    sys.exit(main())
