"""Every figure of a scorecard is the one that `PROGRAM figures` tells: a part of scorecards.py.

The table is read back from the tags of the published file, row by row, and each of its columns is looked up by what the
layout says it shows. A cell without a figure must hold no digit. The KPI booklet is held against its report too: what stands
at the head of each page, the columns, and how many arrows and icons of each kind the rows and the tiles have.
"""
import collections
import csv
import json
import os
import re
import subprocess
import xml.etree.ElementTree as xml

COLUMNS = ['No.', 'Description', 'Lead', 'Collected', 'What is best', 'Unit', 'England', 'North East', 'Nbrs', '2015/16',
           '2016/17', 'Sep-16', 'May-17', 'Jun-17', 'Jul-17', 'Aug-17', 'Sep-17', 'Sep-17 num.', 'Sep-17 den.', 'Trend',
           'Year end', 'Met']
HEAD = ['Children’s key performance indicators', 'Q2 2017/18', 'Children’s social care: position at 30 September 2017',
        'Extracted 3 November 2017, 09:00', 'All measures', 'Trend since the last report', 'Against the year-end target',
        'Assistant director', 'Lead officer', 'Service group']
# Arrows and icons in the words of the file, and what the report counted; one measure is suppressed, and has no arrow.
ICONS = {'better': 14, 'the same': 8, 'not as good': 11, 'not comparable': 17, 'better than the target': 9,
         'on target': 4, 'target missed': 8, 'no target': 30}
TILES = [51, 14, 8, 11, 18, 9, 4, 8, 30]

def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding='utf-8').stdout


def month_after(month, count):
    number = int(month[:4]) * 12 + int(month[5:]) - 1 + count
    return f'{number // 12}-{number % 12 + 1:02}'


def month_of(column, period):
    month = column.get('month', '0')
    return month if re.fullmatch(r'\d{4}-\d\d', month) else month_after(period, int(month))


def columns_of(scorecard, period):
    """(fields, month) for each column; no fields where it shows something else than a figure."""
    for column in scorecard.iter('column'):
        fields = [column.get(name) for name in ('field', 'otherwise') if column.get('field') and column.get(name)]
        own = not column.get('decimals')
        last = month_of(column, period)
        run_of = int(column.get('months', 1)) if fields else 1
        for i in range(run_of):
            yield (fields if own else []), month_after(last, i - run_of + 1)


def read_figures(program, layout):
    figures, fields = {}, collections.defaultdict(set)
    for row in csv.DictReader(run(program, 'figures', layout, '--format', 'csv').splitlines()):
        named = re.match('annual:|benchmark:', row['field'])  # the latest year of a comparator is the last one told
        figures[row['indicator'], row['field'], '' if named else row['period']] = row
        fields[row['indicator']].add(row['field'])
    return figures, fields


def wanted(figures, fields, indicator, names, month):
    """What a cell must say; None for a word, which is drawn as a letter or a shape."""
    name = next((name for name in names if name in fields[indicator]), names[0])
    named = re.match('annual:|benchmark:', name)
    row = figures.get((indicator, name.replace('/', '-'), '' if named else month))
    if name == 'target' and row is None:  # of a year to come
        return None
    if row is None or row['status'] in ('missing', 'not_applicable', 'suppressed'):
        return ''
    return row['printed'] if re.search(r'\d', row['printed']) else None


def cells_of(row):
    cells = []
    for cell in row.find('TH', 'TD'):
        if 'RowSpan' in cell.spans:  # the label of a group
            continue
        span = int(cell.spans.get('ColSpan', 1))
        cells += [cell.text().strip()] if span == 1 else [None] * span
    return cells


def check_figures(check, program, name, layout, tree):
    pack = xml.parse(layout).getroot()
    scorecard, period = next(pack.iter('scorecard')), pack.get('period')
    catalogue = xml.parse(os.path.join(os.path.dirname(layout), pack.get('catalogue'))).getroot()
    ids = collections.defaultdict(collections.deque)  # some share a reference, and follow each other
    for node in catalogue.iter('indicator'):
        ids[node.get('reference', node.get('id'))].append(node.get('id'))
    figures, fields = read_figures(program, layout)
    withheld = {one for (one, field, month), row in figures.items()
                if field == 'value' and month == period and row['status'] == 'suppressed'}
    columns = list(columns_of(scorecard, period))
    problems, compared = [], 0
    table = max(tree.find('Table'), key=lambda table: len(list(table.find('TR'))))
    for row in next(table.find('TBody')).find('TR'):
        cells = cells_of(row)
        if len(cells) != len(columns) or not ids[cells[0]]:
            continue
        indicator = ids[cells[0]].popleft()
        for cell, (names, month) in zip(cells, columns):
            if not names or cell is None:
                continue
            own = not names[0].startswith(('benchmark:', 'target'))
            text = '' if own and indicator in withheld else wanted(figures, fields, indicator, names, month)
            if text is None:
                continue
            compared += 1
            if (text and cell.split(' [')[0] != text) or (not text and re.search(r'\d', cell)):
                problems.append(f'{indicator} {names[0]} {month}: "{cell}", and "{text}" in the figures')
    check(f'{name}: {compared} cells say what the figures say', problems[:5] or not compared)


def described(objects, reference, in_table, found):
    node = objects.get(f'obj:{reference}', {}).get('value') if isinstance(reference, str) else reference
    if not isinstance(node, dict):
        return
    in_table = in_table or node.get('/S') == '/Table'
    if in_table and '/ActualText' in node:
        found[node['/ActualText'][2:]] += 1
    children = node.get('/K', [])
    for child in children if isinstance(children, list) else [children]:
        described(objects, child, in_table, found)


def check_booklet(check, name, pdf, tree):
    table = max(tree.find('Table'), key=lambda table: len(list(table.find('TR'))))
    heads = [' '.join(cell.text().split()) for cell in next(table.find('THead')).find('TH')]
    check(f'{name}: each column of the report', [f'no "{column}"' for column in COLUMNS if column not in heads])
    pages = [page for page in run('pdftotext', '-layout', pdf, '-').split('\f') if 'CSC ' in page]
    words = [' '.join(page.split()) for page in pages]
    check(f'{name}: the head of all {len(pages)} pages of the table',
          [f'page {i + 1}: no "{text}"' for i, page in enumerate(words) for text in HEAD if text not in page] or
          not pages)
    said = [[int(word) for line in page.splitlines() if re.fullmatch(r'[\d\s]*51(\s+\d+)+\s*', line)
             for word in line.split()] for page in pages]
    check(f'{name}: tiles as the report prints them', [f'{tiles}' for tiles in said if tiles != TILES])
    objects = json.loads(run('qpdf', '--json', pdf))['qpdf'][1]
    root = objects['obj:' + objects['trailer']['value']['/Root']]['value']
    found = collections.Counter()
    described(objects, root['/StructTreeRoot'], False, found)
    check(f'{name}: arrows and icons as the tiles count them',
          [f'"{word}": {found[word]}, not {count}' for word, count in ICONS.items() if found[word] != count])
