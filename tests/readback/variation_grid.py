"""Variation by assurance: each measure stands in the cell, behind the icon and on the link that its own figures say, for several organisations."""
from lib.check import compare
from lib.pack import TOP, Pack, figures, publish, work_folder

ROWS = {'improvement': 'Special cause, improving', 'common': 'Common cause', 'concern': 'Special cause, concerning',
        'neither': 'Special cause, neither'}
COLUMNS = {'consistently_passes': 'Consistently passes the target', 'hit_or_miss': 'Hits or misses the target',
           'consistently_fails': 'Consistently fails the target', '': 'Not judged against a target'}
ICONS = {'common': 'common cause', 'neither_high': 'unusually high', 'neither_low': 'unusually low'}


def wanted_of(pack, got):
    """{short title: (row, column, icon)}"""
    wanted = {}
    for node in pack.indicators.values():
        said = {field: got.get((node.get('id'), f'spc_{field}', pack.period), {}).get('value', '') for field in ('variation', 'assurance')}
        if said['variation']:
            kind = said['variation'].partition('_')[0]
            icon = ICONS.get(said['variation'], said['variation'].replace('_', ', '))
            wanted[node.get('short-title') or node.get('title')] = ROWS[kind], COLUMNS[said['assurance']], icon
    return wanted


def read_table(table):
    heads = [cell.text() for row in table.find('THead') for cell in row.find('TH') if cell.span('ColSpan') == 1 and cell.span('RowSpan') == 1]
    for row in next(table.find('TBody')).find('TR'):
        name, *cells = row.find('TH', 'TD')
        row_name = next(words for words in ROWS.values() if name.text().startswith(words))
        for head, cell in zip(heads, cells):
            for item in cell.find('LI'):
                icon = next(node.alt or node.text() for label in item.find('Lbl') for node in label.all())
                yield next(item.find('LBody')).text(), row_name, head, icon, any(True for _ in item.find('Link'))


def write_layout(pack):
    """A page with the grid of all measures that have a control chart."""
    path = work_folder() / 'grid.xml'
    path.write_text(f'<pack title="Grid" catalogue="{pack.layout.parent / pack.root.get("catalogue")}" fonts="{TOP}/fonts/fonts.xml" '
                    f'period="{pack.period}"><page title="Grid"><variation-grid/></page>'
                    '<pages template="measure" all="yes"/><template id="measure"><heading/></template></pack>', encoding='utf-8')
    return path


def main(program):
    pack = Pack(program, 'trust-board-report')
    layout = write_layout(pack)
    codes = [row['code'] for row in pack.lines(next(pack.catalogue.iter('organisations')))]
    for code in codes[::6]:
        choice = ('--organisation', code, '--allow-outside')
        wanted = wanted_of(pack, figures(program, layout, *choice))
        tables = [table for table in publish(program, layout, *choice).tree.find('Table')
                  if any(cell.text() == 'Assurance' and cell.span('ColSpan') == 4 for cell in table.find('TH'))]
        found = {title: (*place, icon) for table in tables for title, *place, icon, _ in read_table(table)}
        linked = all(link for table in tables for *_, link in read_table(table))
        compare(f'{code}: measures in their cells', len(wanted),
                [f'{title}: {found.get(title)}, expected {place}' for title, place in wanted.items() if found.get(title) != place]
                + [f'{title} is there and should not be' for title in found.keys() - wanted.keys()]
                + ([] if linked else ['a name leads to no page']))
