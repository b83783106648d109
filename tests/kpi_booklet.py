"""The KPI booklet against its report, a part of scorecards.py: what stands at the head of each page, the columns, and how
many arrows and icons of each kind the rows and the tiles have. scorecard_figures.py looks at the cells.
"""
import collections
import json
import re
import subprocess

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
