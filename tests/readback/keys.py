"""What signs mean stands on each page that uses them, once.

The tree says which shapes, letters and symbols the blocks of a page use, and what its key explains; the text of each side of
paper says whether symbols are explained on that very side."""
import re

from lib.check import compare
from lib.pack import SYMBOLS, TOP, ask, names, publish

MEANING = {'missing': 'not available', 'not_applicable': 'not applicable', 'not_due': 'not due',
           'suppressed': 'suppressed, so that nobody can be identified', 'provisional': 'provisional',
           'revised': 'revised since the last issue'}
MARKERS = '"improvement"', '"concern"', '"unusually high or low"'  # below a control chart, which has a key of its own
SYMBOL = re.compile(r'\[[a-z]\]')


def sections(dump):
    """(id, signs that its blocks use, what its key says, whether it has a RAG key) of each page of the layout."""
    found, blocks = [], []
    for line in dump.splitlines():
        depth, words = len(line) - len(line.lstrip()), line.strip()
        while blocks and blocks[-1][0] >= depth:
            blocks.pop()
        if words.startswith('section '):
            found.append((words.split()[1], set(), [], []))
        elif words.startswith('block '):
            blocks.append((depth, words.split()[1]))
        if not found:
            continue
        kinds = [kind for _, kind in blocks]
        _, used, key, rag = found[-1]
        if 'rag-key' in kinds:
            rag.append(words)
        elif 'key' in kinds or ('trend-chart' in kinds and words in MARKERS):
            key.append(words.strip('"'))
        elif words.startswith('symbol '):
            used.add(re.search(r'\((.*)\)', words)[1])
        else:
            used.update(SYMBOL.findall(words) if words.startswith('"') else [])
            used.update(['n/a'] if re.search('(^"| )n/a"$', words) else [])
    return found


def explained(sign, key, rag):
    sign = sign.split(': ')[-1]
    if sign.endswith(' as published'):
        return any(words.strip('"').startswith('in outline: as published') for words in key + rag)
    if sign == 'off target' and any(words.strip('"').startswith('off target: ') for words in key + rag):
        return True  # a cell in place of a letter; an icon has the words alone
    if sign == 'similar' and any(words.startswith('change under ') for words in key):
        return True
    letter = rag and sign in ('Red', 'Amber', 'Green')
    if letter or any(words == sign or words.startswith(f'{sign} of ') for words in key):
        return True
    endings = [words.strip('"').lower() for words in key] + (['red', 'amber', 'green'] if rag else [])
    parts = sign.split(', ')  # of a strip of letters, which says each of its periods
    return len(parts) > 1 and all(any(part.lower().endswith(ending) for ending in endings) for part in parts)


def check_pages(name, dump):
    wrong, count = [], 0
    for page, used, key, rag in sections(dump):
        count += len(used)
        wrong += [f'{page}: nothing explains "{sign}"' for sign in sorted(used) if not explained(sign, key, rag)]
        wrong += [f'{page}: "{words}" is explained twice' for words in set(key) & {'better', 'not available', 'Red'}
                  if key.count(words) > 1]
    compare(f'{name}: each sign of a page in its key', count, wrong)


def check_sides(name, pdf, folded):
    """Each half of a folded side has a key of its own."""
    wrong, count = [], 0
    for number, text in enumerate(pdf.text('-layout'), 1):
        for status, symbol in SYMBOLS.items():
            if symbol not in text or text.count(symbol) == 1 and re.search(r'\b(?:no figure|not available)$', text, re.M):
                continue  # or beside the figure of a tile, whose label says what it is
            count += 1
            times = len(re.findall(re.escape(symbol) + r'\s+' + MEANING[status], text))
            if not 1 <= times <= 1 + folded:
                wrong.append(f'page {number}: {symbol} is explained {times} times')
    if count:
        compare(f'{name}: each symbol of a side on that side', count, wrong)


def main(program):
    for name in names():
        layout = TOP / f'layouts/{name}.xml'
        check_pages(name, ask(program, 'publish', layout, '--quiet', '--dump=elements'))
        check_sides(name, publish(program, layout), 'fold=' in layout.read_text())
