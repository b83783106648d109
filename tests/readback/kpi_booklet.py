"""The KPI booklet against its report: what stands at the head of each page, the columns, and how many arrows and icons of
each kind the rows and the tiles have."""
import collections
import re

from lib.check import check
from lib.pack import Pack

COLUMNS = ['No.', 'Description', 'Lead officer', 'Collected', 'What is best', 'Unit', 'England', 'North East', 'Nbrs', '15/16',
           '16/17', 'Sep-16', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Sep number', 'Sep out of', 'Since Aug-17', 'Year end', 'Against target']
HEAD = ['Key performance indicators', 'Q2 2017/18', 'Position at 30 September 2017. Rates are per 10,000 children aged 0 to 17.',
        'Year to date: Sep and Sep-16 of 6 months, years and benchmarks of 12 (CSC 015: cover).']
# What is said once, before the table; and on the back of the booklet what is counted by the rows, most first.
GLANCE = ['September 2017 against August 2017', 'Against the year-end target', 'Extracted 3 November 2017']
BACK = ['Measures 51 of 51',
          'Officer A (17), Officer B (17), Officer C (3), unnamed (14)', '% (33), count (10), rate per 10,000 (8)']
# Filters of which the file records nothing are not there.
UNKNOWN = ['Not recorded', 'Assistant director', 'Service group']
# Arrows and icons in the words of the file, and what the rows come to; one is suppressed, and has no icon.
ICONS = {'better': 13, 'the same': 8, 'not as good': 10, 'not comparable': 19, 'better than the target': 9,
         'on target': 4, 'off target': 8, 'no target': 29}
TILES = [51, 13, 8, 10, 20, 9, 4, 8, 29, 1]


def main(program):
    pack = Pack(program, 'quarterly-kpi-booklet')
    pdf = pack.pdf
    table = max(pdf.tree.find('Table'), key=lambda table: len(list(table.find('TR'))))
    heads = [cell.text() for cell in next(table.find('THead')).find('TH')]
    check('each column of the report', [f'no "{column}"' for column in COLUMNS if column not in heads])
    pages = [page for page in pdf.text('-layout') if 'Description' in page and 'CSC ' in page]
    words = [' '.join(page.split()) for page in pages]
    check(f'the head of all {len(pages)} pages of the table',
          [f'page {i + 1}: no "{text}"' for i, page in enumerate(words) for text in HEAD if text not in page] or
          ([] if pages else 'no page'))
    glance, back = (next(section.text() for section in pdf.tree.find('Sect') if title in section.text())
                    for title in ('At a glance', 'About this booklet'))
    check('what stands before the table, and nowhere else',
          [f'no "{text}"' for text in GLANCE if text not in glance] + [f'no "{text}" on the back' for text in BACK if text not in back] +
          [f'"{text}" again' for text in GLANCE + BACK for page in words if text in page] +
          [f'"{text}" is there' for text in UNKNOWN if text in glance])
    check('each page that goes on says so', [f'page {i + 2}' for i, page in enumerate(words[1:]) if '(continued)' not in page])
    actions = next(table for table in pdf.tree.find('Table') if 'Action' in table.text() and 'Status' in table.text())
    check('an action of each measure that is off target', [] if len(list(actions.find('TR'))) == 1 + ICONS['off target'] else actions.text())
    sides = [[word for left, top, _, _, word in pdf.words(number) if top > 540 and re.fullmatch(r'\d[ab]', word)]
             for number in range(2, 3 + len(pages))]
    check('each half of a sheet has its own number',
          [] if sides == [[f'{i}a', f'{i}b'] for i in range(1, 2 + len(pages))] else f'{sides}')
    attention = next(table for table in pdf.tree.find('Table') if 'Why it is here' in table.text())
    rows = [[cell.text() for cell in row.children if not isinstance(cell, str)] for row in attention.find('TR')]
    ids = {node.get('short-title'): node.get('id') for node in pack.indicators.values()}
    led = [(ids[max((title for title in ids if row[0].startswith(title)), key=len)], row[-1]) for row in rows if re.fullmatch(r'\d+a', row[-1])]
    check(f'{len(led)} measures of the list lead to the page of their row',
          [f'{name}: page {number}' for name, number in led if not re.search(name + r'\b', words[int(number[:-1]) - 2])] or
          ([] if len(led) == ICONS['off target'] else f'{rows}'))
    done = [next(row.find('TH')).text() for row in list(actions.find('TR'))[1:]]
    numbered = [[re.fullmatch(r'(.*?) (?:[^·]*· )?(CSC \w+)', cell) for cell in pair]
                for pair in zip(done, (row[0] for row in rows if re.fullmatch(r'\d+a', row[-1])))]
    check('the actions in the order of the list, each with its number',
          [f'{pair}' for pair in numbered if None in pair or pair[0][2] != pair[1][2]] or
          [f'{pair[1][2]} is not {title}' for pair, (title, _) in zip(numbered, led) if pair[1][2] != title])
    half = '-layout', '-x', '421', '-y', '0', '-W', '421', '-H', '596', '-f', '2', '-l', '2'
    said = [int(word) for line in pdf.text(*half)[0].splitlines() if re.fullmatch(r'\s*\d+(\s+\d+){4}\s*(\[x\]\s*)?', line)
            for word in line.split() if word.isdigit()]
    check('tiles as the rows of the report make them', [] if said == TILES else f'{said}')
    tops = [sorted({top for left, top, _, _, word in pdf.words(number) if word == 'CSC' and left < 60})
            for number in range(3, 3 + len(pages))]
    starts = [min(top for left, top, _, _, word in pdf.words(number) if word == 'No.' and left < 60)
              for number in range(3, 3 + len(pages))]
    check('the table starts at one height on all its pages', [] if len(set(starts)) == 1 else f'{starts}')
    distances = re.findall(r'([\d.,]+) points?', ' '.join(row[2] for row in rows if re.fullmatch(r'\d+a', row[-1])))
    check('changes with the decimals of the figures beside them', [text for text in distances if '.' in text] or
          ([] if distances else 'none'))
    tile = [word for left, top, _, _, word in pdf.words(2) if word == '[x]' and left > 421]
    check('the tile of those without a figure has the sign of their rows', [] if tile else 'none')
    steps = {round(below - above, 1) for page in tops for above, below in zip(page, page[1:])}
    check('rows of one height', [] if len(steps) == 1 else f'{sorted(steps)}')
    icons = [''.join(icon.children).strip() for table in pdf.tree.find('Table') for icon in table.all() if icon.name == 'Span']
    found = collections.Counter(icons)
    check('arrows and icons as the tiles count them',
          [f'"{word}": {found[word]}, not {count}' for word, count in ICONS.items() if found[word] != count])
