"""The KPI booklet against its report: what stands at the head of each page, the columns, and how many arrows and icons of
each kind the rows and the tiles have."""
import collections
import re

from lib.check import check
from lib.pack import Pack

COLUMNS = ['No.', 'Description', 'Lead', 'Collected', 'What is best', 'Unit', 'England', 'North East', 'Nbrs', '2015/16',
           '2016/17', 'Sep-16', 'May-17', 'Jun-17', 'Jul-17', 'Aug-17', 'Sep-17', 'Sep-17 num.', 'Sep-17 den.', 'On Aug-17',
           'Year end', 'Met']
HEAD = ['Children’s key performance indicators', 'Q2 2017/18', 'Children’s social care: position at 30 September 2017',
        'Extracted 3 November 2017, 09:00', 'All measures', 'September 2017 against August 2017', 'Against the year-end target',
        'Assistant director', 'Lead officer', 'Service group']
# Arrows and icons in the words of the file, and what the rows come to; one is suppressed, and has no icon.
ICONS = {'better': 13, 'the same': 8, 'not as good': 10, 'not comparable': 19, 'better than the target': 9,
         'on target': 4, 'target missed': 8, 'no target': 29}
TILES = [51, 13, 8, 10, 20, 9, 4, 8, 29, 1]


def main(program):
    pdf = Pack(program, 'quarterly-kpi-booklet').pdf
    table = max(pdf.tree.find('Table'), key=lambda table: len(list(table.find('TR'))))
    heads = [cell.text() for cell in next(table.find('THead')).find('TH')]
    check('each column of the report', [f'no "{column}"' for column in COLUMNS if column not in heads])
    pages = [page for page in pdf.text('-layout') if page.count('CSC ') > 9]
    words = [' '.join(page.split()) for page in pages]
    check(f'the head of all {len(pages)} pages of the table',
          [f'page {i + 1}: no "{text}"' for i, page in enumerate(words) for text in HEAD if text not in page] or
          ([] if pages else 'no page'))
    said = [[int(word) for line in page.splitlines() if re.fullmatch(r'[\d\s]*51(\s+\d+)+\s*', line)
             for word in line.split()] for page in pages]
    check('tiles as the rows of the report make them', [f'{tiles}' for tiles in said if tiles != TILES])
    icons = [''.join(icon.children).strip() for table in pdf.tree.find('Table') for icon in table.all() if icon.name == 'Span']
    found = collections.Counter(icons)
    check('arrows and icons as the tiles count them',
          [f'"{word}": {found[word]}, not {count}' for word, count in ICONS.items() if found[word] != count])
