"""Every cell of every published scorecard, against what the program and the files say.

Figures are those of `boardpack figures`, words those of the catalogue, its files and the commentary, arrows those of the
directions. A measure stands in one row, and a column of the layout in it for each of its months.
"""
import re
import xml.etree.ElementTree as xml
from decimal import ROUND_HALF_UP, Decimal

from lib import months
from lib.check import check, compare
from lib.pack import SYMBOLS, TOP, Pack, packs_with
from lib.pdf import row_cells

WORDS = {word.get('id'): word.text for word in xml.parse(TOP / 'layouts/words/en.xml').getroot()}
NUMBER_WORDS = {'up': 'rise', 'level': 'similar', 'down': 'fall'}
# What the description of a report names: headings of its columns.
NAMED = {'monthly-scorecard': ['Ref', 'Indicator', 'Owner', 'reporter', 'intended outcome', '% change on', 'DoT', 'Average',
                               'Max.', '%?', 'Benchmarks', 'Stat. nbrs', 'England', 'South East', 'Target', '2018/19',
                               'Commentary', 'Jun 2017', 'Jul 2017', 'Aug 2017', 'Sep 2017',
                               'Oct 2017', 'Nov 2017', 'Dec 2017', 'Jan 2018', 'Feb 2018', 'Mar 2018', 'Apr 2018',
                               'May 2018', 'Jun 2018']}


def plain(words):
    """Without the marks of CommonMark, with single spaces; a line can end behind a stroke."""
    return ' '.join(re.sub(r'\*\*|(?m:^#.*$)', '', words or '').split()).replace('/ ', '/')


class Scorecards(Pack):
    """What the cells of a pack's scorecards must say."""

    def __init__(self, program, name):
        super().__init__(program, name)
        self.rows = {}  # indicators of a reference, in order
        for node in self.indicators.values():
            self.rows.setdefault(node.get('reference', node.get('id')), []).append(node)
        self.fields = {key[:2] for key in self.figures}
        self.attributes = {}
        for node in self.catalogue.iter('attributes'):
            for row in self.lines(node):
                self.attributes.setdefault(row[node.get('id', 'indicator')], {}).update(row)
        self.years = [(node, row) for node in self.catalogue.iter('targets') for row in self.lines(node)]

    def attribute(self, node, name):
        own = [one.get('value') for one in node.iter('attribute') if one.get('name') == name]
        said = own + [self.attributes.get(node.get('id'), {}).get(name), node.get(name)]
        return next((one for one in said if one), None)

    def target_of_year(self, id, month):
        """Of a year to come, which has no figures: as the file has it."""
        column = months.year_name(month, self.start)
        return next((row.get(column) for node, row in self.years if row.get(node.get('id', 'indicator')) == id), None)

    def commentary(self, id):
        path = self.folder / 'commentary' / self.period / f'{id}.md'
        return plain(path.read_text(encoding='utf-8')) if path.exists() else None


class Slot:
    def __init__(self, column, month):
        self.column, self.month = column, month
        self.field = (column.get('field') or '').replace('/', '-')


def slots_of(pack, card):
    found = []
    for column in card.iter('column'):
        month, run = column.get('period', '0'), int(column.get('periods', 1)) if column.get('field') else 1
        last = month if re.fullmatch(r'\d{4}-\d\d', month) else months.shift(pack.period, int(month))
        found += [Slot(column, one) for one in months.up_to(last, run)]
    return found


def absent_words(card, column, status):
    words = column.get('absent', card.get('absent'))
    if status == 'not_applicable':
        words = column.get('not-applicable', words)
    return SYMBOLS[status] if status == 'suppressed' or words is None else words


def is_judged_by_share(pack, node):
    """What the key says of counts: that none has a triangle where its percentage or rate is judged."""
    shares = [other for other in pack.catalogue.iter('indicator') if other.get('polarity', 'none') != 'none' and
              (other.get('id') == node.get('share') or other.get('measure') in ('ratio', 'rate') and
               other.get('numerator') == node.get('numerator'))]
    return node.get('unit') == 'count' and node.get('polarity', 'none') != 'none' and bool(shares)


def icon_word(pack, node, slot, row):
    style = slot.column.get('icon')
    if style not in ('line', 'triangle'):
        return ''  # other styles are not looked at
    if row is None or row['status'] != 'present':
        return None
    direction = row['printed']
    of_number = pack.catalogue.get('direction') == 'number'
    if style == 'triangle' and is_judged_by_share(pack, node):
        return WORDS['direction-share']
    better = {'lower-is-better': 'down', 'higher-is-better': 'up'}.get(node.get('polarity'))
    if style == 'line':
        return NUMBER_WORDS[direction]
    if better is None:
        return None
    return 'similar' if direction == 'level' else 'better' if direction == (better if of_number else 'up') else 'not as good'


USUAL_DECIMALS = {'percent': 1, 'rate': 1, 'days': 1, 'average': 1, 'minutes': 0, 'weeks': 1}
LIMITS = ('spc_lower', 'spc_upper')
OF_FIGURES = ('value', 'ytd_value', 'rolling_12_value', 'maximum_12', 'minimum_12')


def shared_decimals(pack, card, node, field, value):
    """Figures of one unit agree in a column, past years and benchmarks too; None: each has its own."""
    def own(one):
        return int(one.get('decimals', USUAL_DECIMALS[one.get('unit')]))
    if (node.get('format') or pack.catalogue.get('format')) == 'compact':
        return compact_decimals(pack, node, value) if ':' in field or field in OF_FIGURES else None
    if node.get('unit') not in USUAL_DECIMALS:
        return None
    if (':' not in field and field not in OF_FIGURES) or own(node) == 0:  # what is published in whole numbers stays so
        return None
    chosen = card.get('indicators')
    names = chosen and [name.strip() for name in chosen.split(',')]
    return max(own(one) for one in pack.indicators.values()
               if one.get('unit') == node.get('unit') and (names is None or one.get('id') in names)) or None


def compact_decimals(pack, node, value):
    """Compact figures have their own; worked out ones one where an arrow stands beside two that are alike."""
    last = [pack.figures.get((node.get('id'), 'value', months.shift(pack.period, -back)), {}).get('printed') for back in (0, 1)]
    alike = all(last) and last[0] == last[1]
    told = alike and pack.printed(node.get('id'), 'direction_previous', pack.period) in ('up', 'down')
    return 1 if told and re.match(r'-?\d', value) and Decimal(value) != int(Decimal(value)) else None


def figure_words(column, row, shared):
    """As `figures` prints it, or with the decimals of the column."""
    decimals = column.get('decimals') or shared
    if decimals is None or not re.match(r'[-\d]', row['value']):
        return row['printed']
    size = Decimal(row['value']).quantize(Decimal(1).scaleb(-int(decimals)), ROUND_HALF_UP)
    sign = '\u2212' if size < 0 else '+' if size > 0 and row['field'].startswith(('change', 'variance')) else ''
    return f'{sign}{abs(size):,}'


def reason_of(pack, id, month):
    """Why a month has no figure, as the file of statuses says."""
    node = pack.catalogue.find('statuses')
    reasons = [] if node is None else [line['reason'] for line in pack.lines(node) if (line['id'], line['figure']) == (id, month)]
    return (reasons or [''])[0]


def expected(pack, card, slot, node):
    """What a cell says; None where this test has no opinion."""
    column, id = slot.column, node.get('id')
    show, field = column.get('show'), slot.field
    if show:
        return {'reference': node.get('reference', id), 'title': node.get('title'),
                'short-title': node.get('short-title', node.get('title')), 'sparkline': '',
                'percent-mark': 'P' if node.get('unit') == 'percent' else '',
                'commentary': pack.commentary(id) or absent_words(card, column, 'missing')}.get(show)
    if column.get('attribute'):
        said = pack.attribute(node, column.get('attribute')) or absent_words(card, column, 'not_applicable')
        return next((one.get('as') for one in column.iter('value') if one.get('is') == said), said)
    if not field:
        return None
    if column.get('otherwise') and (id, field) not in pack.fields:
        field = column.get('otherwise')
    row = pack.figures.get((id, field, slot.month)) or pack.figures.get((id, field, pack.period if ':' in field else ''))
    if pack.figures[id, 'value', pack.period]['status'] == 'suppressed' and not field.startswith(('benchmark', 'target')):
        return '[c]'
    if field == 'target' and (row is None or row['status'] != 'present'):
        none = (id, field) not in pack.fields
        aim = pack.target_of_year(id, slot.month)
        adds_up = node.get('unit') == 'count' and node.get('covers', 'period') == 'period' and aim and aim[0].isdigit()
        return f'{aim} a year' if adds_up else aim or absent_words(card, column, 'not_applicable' if none else 'missing')
    if field.startswith('direction') or field in ('rag', 'ytd_rag', 'target_status'):
        word = icon_word(pack, node, slot, row) if field.startswith('direction') else ''
        return None if word == '' else word or absent_words(card, column, 'not_applicable')
    status = row['status'] if row else 'missing' if ':' in field else 'not_applicable'
    if status not in ('present', 'provisional', 'revised'):
        reason = reason_of(pack, id, slot.month) if field == 'value' and status == 'not_applicable' else ''
        return reason or absent_words(card, column, status)
    if field in ('spc_variation', 'spc_assurance'):
        return WORDS[f"{field}_{row['printed']}".replace('_', '-')]
    words = figure_words(column, row, shared_decimals(pack, card, node, field, row['value'])) + ('' if status == 'present' else f' {SYMBOLS[status]}')
    if column.get('icon') and field.startswith('change'):
        word = icon_word(pack, node, slot, pack.figures.get((id, field.replace('change', 'direction'), slot.month)))
        words += f' {word}' if word else ''
    return words


def rows_of(tables):
    """{reference: cells from left to right, a list for each of its rows}; a cell that spans others stands in each place.
    Tables that are parts of one are joined."""
    rows = {}
    for table in tables:
        seen = {}
        for row in table.find('TR'):
            cells = row_cells(row)
            if not cells:
                continue
            reference = cells[0].text()
            copies, at = rows.setdefault(reference, []), seen.get(reference, 0)
            seen[reference] = at + 1
            copies += [[]] if at == len(copies) else []
            for cell in cells[1:]:
                span = cell.span('ColSpan')
                copies[at].extend([(plain(cell.text()), span)] * span)
    return rows


def check_card(pack, card, tables):
    slots = slots_of(pack, card)
    problems, looked = [], 0
    whole = [table for table in tables if any(len(slots) - 1 == len(copies[0]) for copies in rows_of([table]).values())]
    chosen = card.get('select') or card.get('indicators')
    listed = card.get('indicators', ', '.join(pack.indicators)).split(', ')
    references = {pack.indicators[one].get('reference', one) for one in listed if one in pack.indicators}
    own = [table for table in whole if set(rows_of([table])) & set(pack.rows) == references]
    rows = rows_of(own or whole or tables)  # a folded one has its columns in two
    wanted_rows = [(reference, node, (rows.get(reference, [])[at:] or [[]])[0])
                   for reference, nodes in pack.rows.items() for at, node in enumerate(nodes)]
    for reference, node, cells in [one for one in wanted_rows if one[2] or not chosen]:
        if len(cells) != len(slots) - 1:
            problems.append(f'{reference} has {len(cells)} cells, not {len(slots) - 1}')
            continue
        for slot, (words, span) in zip(slots[1:], cells):
            wanted = expected(pack, card, slot, node)
            if wanted is None:
                continue
            below = slot.column.get('below')
            wanted = plain(f'{wanted} {pack.attribute(node, below) or ""}' if below else wanted)
            if slot.field == 'average_12':
                wanted = average_of(pack, node, slot.month, wanted)
            if slot.column.get('other-years') == 'yes':
                wanted, words = other_targets(pack, node, wanted), words.replace(' a year', '')
            row = pack.figures.get((node.get('id'), slot.field, slot.month))
            if slot.field in LIMITS:
                words = words.removesuffix(' †')  # of a poor guide; which these are is a case of its own
            noted = span > 1 and row is not None and row['status'] in ('missing', 'not_due', 'not_applicable')  # the words of a note
            looked += 1
            if words != wanted and not noted:
                problems.append(f'{reference}, {slot.column.attrib} {slot.month}: "{words}", not "{wanted}"')
    compare(f'{pack.name}: {looked} cells say what figures and files say', looked, problems)


def average_of(pack, node, month, average):
    """Behind an average of twelve months of how many it is, where some that are due have no figure."""
    rows = [pack.figures.get((node.get('id'), 'value', one)) for one in months.up_to(month, 12)]
    rows = [row for row in rows if row is not None and row['status'] != 'not_due']
    there = sum(row['printed'] != '' for row in rows)
    return average if there in (0, len(rows)) else f'{average} Average of {there} month{"s" * (there > 1)}'


def other_targets(pack, node, own):
    """The target of the year and those of others, without the word of those that are of a year."""
    targets, year = pack.catalogue.find('targets'), months.year_name(pack.period, pack.start)
    lines = [line for line in pack.lines(targets) if line[targets.get('id')] == node.get('id')]
    others = [f'{name}: {value}' for line in lines for name, value in line.items()
              if re.fullmatch(r'\d{4}/\d\d', name) and value and name != year]
    return ' '.join([own.replace(' a year', ''), *others])


def main(program):
    for pack in packs_with(program, 'scorecard', Scorecards):
        if pack.catalogue.get('grain', 'month') != 'month':
            continue  # columns go by months here
        tables = [table for table in pack.pdf.tree.find('Table') if set(rows_of([table])) & set(pack.rows)]
        head = ' '.join(head.text() for table in tables for head in table.find('THead'))
        if pack.name in NAMED:
            check(f'{pack.name}: the columns that its description names',
                  [word for word in NAMED[pack.name] if word not in head])
        for card in pack.root.iter('scorecard'):
            check_card(pack, card, tables)
