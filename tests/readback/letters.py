"""Letters over periods, and figures on the colour of their letter: what the tree of a file says of them, worked out here from
the printed figures and the catalogue's key. No letter stands where none was judged or published."""
import shutil

from lib import months
from lib.check import check, compare
from lib.pack import TOP, Pack, comply, publish, work_folder
from lib.pdf import row_cells

WORDS = {'R': 'red', 'A': 'amber', 'G': 'green'}
ABSENT = {'missing': 'not available', 'not_applicable': 'not applicable', 'not_due': 'not due'}
FULL = 'January February March April May June July August September October November December'.split()
PERIODS, COLOURED = 12, 6

LAYOUT = f"""<?xml version="1.0" encoding="UTF-8"?>
<pack title="Letters" catalogue="../data/peterborough-2018-07/catalogue.xml" theme="theme.xml" fonts="../fonts/fonts.xml"
      period="2018-07" created="2018-08-10" paper="A4" orientation="landscape">
  <page title="Contents"><heading/><contents show="rag-history" periods="{PERIODS}"/></page>
  <page title="Scorecard">
    <heading/>
    <scorecard labels="above" group="section">
      <column show="reference"/>
      <column show="title"/>
      <column show="rag-history" periods="{PERIODS}"/>
      <columns heading="Month"><column field="value" periods="{COLOURED}" colour="rag"/></columns>
    </scorecard>
  </page>
  <page indicator="cp_plan_rate">
    <heading/>
    <table years="2"><column field="value" colour="rag"/><column field="rag"/></table>
    <topic-table><rows show="periods" count="{COLOURED}"/><measure indicator="cp_plan_rate" heading="Rate" colour="rag"/></topic-table>
    <rag-key/>
  </page>
</pack>
"""


def letter_of(pack, indicator, field, month):
    """The printed letter, or why there is none; and whether no key was in force."""
    row = pack.figures[indicator, field, month]
    since = pack.indicators[indicator].find('bands').get('from', '')
    return row['printed'], row['status'], month < since


def said(pack, indicator, month, first, last):
    node = pack.indicators[indicator]
    field = 'ytd_rag' if node.get('headline') == 'ytd_value' else 'rag'
    letter, status, before = letter_of(pack, indicator, field, month)
    name = FULL[int(month[5:]) - 1] + (f' {month[:4]}' if month in (first, last) else '')
    return f'{name} {WORDS[letter]}{" as published" if before else ""}' if letter else f'{name} {ABSENT[status]}'


def strip_words(pack, indicator):
    run = months.up_to(pack.period, PERIODS)
    return ', '.join(said(pack, indicator, month, run[0], run[-1]) for month in run)


def check_strips(pack, tree):
    strips = [span.alt for span in tree.all() if span.name == 'Span' and span.alt and ', ' in span.alt]
    references = [node.get('reference') for node in pack.indicators.values()]
    compare('strips of a scorecard and of contents', len(strips),
            [f'"{words}" is not there' for words in (strip_words(pack, id) for id in pack.indicators) if words not in strips])
    wanted = len(references) + 1  # the contents list the only page of an indicator
    check('one element each', len(strips) != wanted and f'{len(strips)} strips, expected {wanted}')


def check_colours(pack, tree):
    rows = {row_cells(row)[0].text(): row_cells(row) for table in tree.find('Table') for body in table.find('TBody')
            for row in body.find('TR') if len(row_cells(row)) == 3 + COLOURED}
    wrong = []
    for id, node in pack.indicators.items():
        cells = rows[node.get('reference')][3:]
        for month, cell in zip(months.up_to(pack.period, COLOURED), cells):
            letter = letter_of(pack, id, 'rag', month)[0]
            wanted = f'{letter} {pack.printed(id, "value", month)}'.strip()
            if cell.text() != wanted:
                wrong.append(f'{id} {month}: "{cell.text()}", not "{wanted}"')
    compare('figures on the colour of their letter', len(pack.indicators) * COLOURED, wrong)


def check_tables(pack, tree):
    """A table of months, and a topic table below it."""
    tables = [table for table in tree.find('Table')][-2:]
    run = months.up_to(pack.period, COLOURED)
    wrong = []
    for table in tables:
        said = [row_cells(row)[1].text() for body in table.find('TBody') for row in body.find('TR') if len(row_cells(row)) > 1]
        for month in run:
            wanted = f'{letter_of(pack, "cp_plan_rate", "rag", month)[0]} {pack.printed("cp_plan_rate", "value", month)}'
            if wanted not in said:
                wrong.append(f'{month}: "{wanted}" is not among {said}')
    compare('figures on the colour of their letter, in tables', len(tables) * len(run), wrong)


def main(program):
    pack = Pack(program, 'monthly-board-pack')
    folder = work_folder()
    for name in ('data', 'layouts', 'fonts'):
        shutil.copytree(TOP / name, folder / name)
    path = folder / 'layouts' / 'letters.xml'
    path.write_text(LAYOUT, encoding='utf-8')
    pdf = publish(program, path)
    check_strips(pack, pdf.tree)
    check_colours(pack, pdf.tree)
    check_tables(pack, pdf.tree)
    check('it complies', comply(pdf.path))
    check('in grey too', comply(publish(program, path, '--grey').path))
