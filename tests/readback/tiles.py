"""Tiles over the whole catalogue of each pack: each says how many rows have its word.

What a tile must say is counted here from the lines of `figures`; what it says is read from the page's text."""
import collections

from lib.check import compare
from lib.pack import TOP, Pack, names, publish, work_folder

WORDS = {"target_status": ["better", "achieving", "missing", "none"], "direction_previous": ["up", "level", "down"],
         "direction_last_year": ["up", "level", "down"], "direction_annual": ["up", "level", "down"],
         "rag": ["green", "amber", "red"], "ytd_rag": ["green", "amber", "red"]}
PRINTED = {"green": "G", "amber": "A", "red": "R"}
# What the rows of a report come to. Its tiles count two more arrows, of rows without a
# figure, and the row that has a target and no figure among those without a target.
PUBLISHED = {"quarterly-kpi-booklet": {
    "direction_previous": [13, 8, 10, 20], "target_status": [9, 4, 8, 29, 1]}}


def due_rows(pack):
    """{(indicator, field): row} of the pack's period, or of the latest before it that was due."""
    rows = {}
    for (name, field, period), row in pack.figures.items():
        if period <= pack.period and row['status'] != 'not_due':
            rows[name, field] = max(rows.get((name, field), row), row, key=lambda one: one['period'])
    return rows


def count_rows(pack):
    counts = collections.Counter((field, row['printed']) for (_, field), row in due_rows(pack).items())
    wanted = {'all': [len(pack.indicators)]}
    for field, words in WORDS.items():
        numbers = [counts[field, PRINTED.get(word, word)] for word in words]
        wanted[field] = numbers + [len(pack.indicators) - sum(numbers)]
    return wanted


def write_layout(pack):
    tiles = ''.join(
        f'<tiles title="{field}">' + ''.join(f'<tile count="{field}:{word}" label="x"/>' for word in [*words, 'absent']) +
        '</tiles>' for field, words in WORDS.items())
    path = work_folder() / 'pack.xml'
    path.write_text(
        f'<pack title="Tiles" catalogue="{pack.layout.parent / pack.root.get("catalogue")}" fonts="{TOP}/fonts/fonts.xml" '
        f'orientation="landscape" period="{pack.period}"><page title="Tiles"><tiles title="all"><tile count="all" label="x"/>'
        f'</tiles>{tiles}</page></pack>', encoding='utf-8')
    return path


def read_tiles(pdf):
    tiles, title = {}, None
    for word in ' '.join(pdf.text('-layout')).split():
        if word in WORDS or word == 'all':
            title = word
            tiles[title] = []
        elif word.isdigit() and title is not None:
            tiles[title].append(int(word))
    return {field: numbers[:len(WORDS.get(field, [])) + 1] for field, numbers in tiles.items()}


def main(program):
    for name in names():
        pack = Pack(program, name)
        wanted, said = count_rows(pack), read_tiles(publish(program, write_layout(pack), '--allow-outside'))
        problems = [f'{field}: {said.get(field)}, {numbers} {whence}'
                    for whence, counts in (('by the rows', wanted), ('by the rows of the report', PUBLISHED.get(name, {})))
                    for field, numbers in counts.items() if said.get(field) != numbers]
        compare(f'{name}: tiles over {len(pack.indicators)} rows', sum(map(len, wanted.values())), problems)
