"""The tables of every scorecard, as a screen reader has them.

Every table is regular, its cells and what they span together; its head is tagged once, however often it is printed;
each measure is the head of one row; nothing of a suppressed measure is there.
"""
import re

from lib.check import check
from lib.pack import packs_with
from lib.pdf import row_cells


def widths(table):
    """How many columns each row of a table has, with what the rows above it hang down into it."""
    hanging, found = [], []
    for row in table.find('TR'):
        width = sum(1 for left in hanging if left > 0)
        hanging = [left - 1 for left in hanging if left > 1]
        for cell in row.find('TH', 'TD'):
            columns, rows = cell.span('ColSpan'), cell.span('RowSpan')
            width += columns
            hanging += [rows - 1] * columns if rows > 1 else []
        found.append(width)
    return found


def check_tables(name, tree):
    tables = list(tree.find('Table'))
    check(f'{name}: every table is regular', [f'rows of {set(widths(table))} columns' for table in tables
                                              if len(set(widths(table))) != 1] if tables else 'no table')
    heads = [len(list(table.find('THead'))) for table in tables if max(widths(table)) > 2]
    check(f'{name}: one head a table', (not heads or set(heads) != {1}) and f'{heads}')
    check(f'{name}: what is repeated is not tagged', '(continued)' in tree.text() and 'found "(continued)"')


def selected(card, pack):
    """The indicators of the sections that a scorecard selects; all without a selection."""
    sections = re.fullmatch(r'section=([^;]*)', card.get('select', ''))
    names = [name.strip() for name in sections[1].split('|')] if sections else None
    return [node for node in pack.indicators.values() if names is None or node.get('section') in names]


def check_rows(pack, card):
    wanted = [node.get('reference', node.get('id')) for node in selected(card, pack)]
    rows = {}
    card = max(pack.pdf.tree.find('Table'), key=lambda table: sum(
        cells[0].text() in wanted for cells in map(row_cells, table.find('TR')) if cells))
    for row in card.find('TR'):
        cells = [cell.text() for cell in row_cells(row)]
        if len(cells) > 1:
            rows.setdefault(cells[0], []).append(cells[1:])
    found = [reference for reference, copies in rows.items() for _ in copies]
    check(f'{pack.name}: a row for each of {len(wanted)} measures', sorted(found) != sorted(wanted) and
          f'{len(found)} rows, missing {sorted(set(wanted) - set(found))[:5]}')
    return rows


def check_suppressed(pack, rows):
    """A measure whose value is suppressed says [c] wherever it has figures, and no number."""
    for name, node in pack.indicators.items():
        if pack.figures[name, 'value', pack.period]['status'] == 'suppressed':
            [cells] = rows[node.get('reference', name)]
            numbers = [cell for cell in cells if re.fullmatch(r'[\d.,]+', cell)]
            check(f'{pack.name}: nothing but [c] in the row of {name}', (numbers or cells.count('[c]') != 11) and f'{cells}')


def main(program):
    for pack in packs_with(program, 'scorecard'):
        check_tables(pack.name, pack.pdf.tree)
        check_suppressed(pack, check_rows(pack, next(pack.root.iter('scorecard'))))
