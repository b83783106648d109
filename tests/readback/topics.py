"""Every cell of every published topic table, against what the program and the files say.

A table has a row for each period that its layout asks for and a column for each measure. Figures are those of
`boardpack figures`, counts of past years and raw columns those of the files. Each chart and each strip of words that the
layout asks for is there.
"""
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import groupby

from lib import months
from lib.check import check, compare
from lib.pack import SYMBOLS, Pack, packs_with
from readback.scorecard_cells import USUAL_DECIMALS

TO_DATE = {'value': 'ytd_value', 'numerator': 'ytd_numerator', 'denominator': 'ytd_denominator'}
USUAL = {'periods': 'In month', 'ytd': 'YTD', 'years': 'Annual trend', 'benchmarks': 'Benchmarks', 'target': 'Target'}
# What the description of a report names.
NAMED = {'monthly-performance-report': {
    'pages': ['Contacts', 'Contacts by source', 'Referrals', 'New assessments: started and completed',
              'New assessments: outcomes', 'Updated assessments: started and completed',
              'Section 47 investigations: started', 'Section 47 investigations: completed', 'Children in need (CIN)',
              'Initial child protection conferences', 'Child protection', 'Child protection: time periods',
              'Child protection: reviews, plans and visits', 'Looked after children',
              'Looked after children: reviews, plans and visits', 'Looked after children: health',
              'Looked after children: personal education plans', 'Care leavers', 'Looked after children: placements',
              'Fostering', 'Adoptions', 'Caseloads'],
    'notes': ['Team has disbanded - On-going cases have been absorbed into the remaining 5 Duty Teams',
              'New Definition 2018/19', 'Spring Term 2018', 'Summer Term 2018', 'Autumn Term 2018', 'Spring Term 2019'],
    'labels': ['In month performance', 'YTD', 'Annual trend', 'Latest benchmarking'],
    'words': ['As at month end: March 2019', 'Issue 1', 'run again', 'range to be set', 'Within limits'],
}}


def printed(number):
    """A count as a page prints it."""
    value = Fraction(number)
    return f'{int(value):,}' if value.denominator == 1 else f'{float(value):,.1f}'


class Topics(Pack):
    """What the cells of a pack's topic tables must say."""

    def __init__(self, program, name):
        super().__init__(program, name)
        self.notes = {(node.get('series'), month): node.get('text') for node in self.catalogue.iter('note')
                      for month in months.from_to(node.get('from'), node.get('to', self.period))}
        self.series, self.years = {}, {}
        for node in self.catalogue.iter('source'):
            prefix = f"{node.get('prefix')}." if node.get('prefix') else ''
            for line in self.lines(node) if node.get('form') is None else []:
                for column, text in line.items():
                    self.series[prefix + column, line.get('period')] = text
        for node in self.catalogue.iter('annual'):
            for line in self.lines(node) if node.get('series') else []:
                prefix = f"{line[node.get('prefix-column')]}." if node.get('prefix-column') else ''
                self.years[prefix + line[node.get('series')], line['year']] = line['value']

    def indicator_figure(self, name, field, period):
        kind, at = period
        if kind == 'periods':
            return self.printed(name, field, at)
        if kind == 'ytd':
            return self.printed(name, TO_DATE.get(field), self.period)
        if kind == 'years' and field != 'value':
            text = self.years.get((self.indicators[name].get(field), at), '')
            return printed(text) if text else ''
        if field != 'value':
            return ''
        text = self.printed(name, f"annual:{at.replace('/', '-')}" if kind == 'years' else f'benchmark:{at}', self.period)
        return text if kind == 'benchmarks' and '.' not in text else self.agreeing(text, self.indicators[name])

    @staticmethod
    def agreeing(text, node):
        """With as many decimals as the figures of the months above."""
        decimals = int(node.get('decimals', USUAL_DECIMALS.get(node.get('unit'), 0)))
        if decimals == 0 or node.get('unit') not in USUAL_DECIMALS or not text.replace(',', '').replace('.', '').isdigit():
            return text
        size = Decimal(text.replace(',', '')).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        return f'{size:,}'

    def unit_of(self, measure):
        return self.indicators[measure.get('indicator')].get('unit') if measure.get('indicator') else None

    def series_figure(self, measure, period):
        kind, at = period
        known = {'periods': self.series, 'years': self.years}.get(kind, {})
        text = known.get((measure.get('series'), at), '')
        if not text:
            return ''
        shown = [self.series.get((measure.get('series'), month), '') for month in months.up_to(self.period, 15)]
        parts = any(part and Fraction(part).denominator > 1 for part in shown)
        return f'{float(text):,.1f}' if parts and measure.get('decimals') is None else printed(text)

    def target_of(self, measure, field):
        """The target or the letter of a measure that shows the figure that is judged."""
        name = measure.get('indicator')
        if not name or measure.get('field', 'value') != 'value':
            return ''
        bands = self.indicators[name].find('bands')
        if bands is not None and bands.get('judges') == 'headline' and field == 'rag':
            return ''  # it leads with its year to date, and that alone is judged
        if field == 'ytd_rag' and not self.printed(name, 'ytd_value', self.period):
            return ''
        if field == 'target':
            return self.printed(name, field, self.period) or self.range_of(name)
        off = bands is not None and self.printed(name, 'target_status', self.period) == 'missing'
        return self.printed(name, field, self.period) or ('off' if off else '')

    def side_of(self, measure, text):
        """The sign of the green band that begins or ends with the target."""
        bands = self.indicators[measure.get('indicator')].find('bands') if measure.get('indicator') else None
        for band in bands.iter('band') if bands is not None and text.replace('.', '').isdigit() else []:
            for end, sign in (('from', '≥ '), ('above', '> '), ('to', '≤ '), ('below', '< ')):
                if band.get('colour') == 'green' and band.get(end) and Fraction(band.get(end)) == Fraction(text):
                    return sign
        return ''

    def range_of(self, name):
        """The figures that are green, where there is no single one to reach."""
        bands = self.indicators[name].find('bands')
        for band in bands.iter('band') if bands is not None else []:
            if band.get('colour') == 'green' and band.get('within'):
                around, within = Decimal(bands.get('around')), Decimal(band.get('within'))
                return f'{around - within} to {around + within}'
            if band.get('colour') == 'green' and band.get('from'):
                return f"{band.get('from')} to {band.get('to')}" if band.get('to') else f"≥ {band.get('from')}"
        return ''

    def cells(self, measure, period):
        """What a measure's columns say of a period; '' where there is no figure."""
        if period[0] == 'target':
            text = self.target_of(measure, period[1])
            percent = self.unit_of(measure) == 'percent' and text.replace('.', '').isdigit()
            side = self.side_of(measure, text) if period[1] == 'target' else ''
            return [''] * (measure.get('counts', 'no') != 'no') + [f'{side}{text}%' if text and percent else side + text]
        name, field, found = measure.get('indicator'), measure.get('field', 'value'), []
        if name is None:
            text = self.series_figure(measure, period)
            return [f'({text})' if text and measure.get('brackets') == 'yes' else text]
        part, whole = (self.indicator_figure(name, count, period) for count in ('numerator', 'denominator'))
        if measure.get('counts') == 'yes':
            found.append(f'{part} of {whole}' if part and whole else '')
        elif measure.get('counts') == 'numerator':
            found.append(part)
        value = self.indicator_figure(name, field, period)
        percent = field == 'value' and self.indicators[name].get('unit') == 'percent'
        return found + [f'{value}%' if value and percent else value]

    def signs(self, measure, period):
        """What stands in place of figures that are not there, a gap among periods by its sign, as of a year that a line
        names without a figure; of each column."""
        name, kind = measure.get('indicator'), period[0]
        counts = [measure.get('series')] if name is None else [self.indicators[name].get(count) for count in ('numerator', 'denominator')]
        if kind == 'years' and any(self.years.get((count, period[1])) == '' for count in counts):
            return [SYMBOLS['missing']] * (1 + (measure.get('counts', 'no') != 'no'))
        if name is None:
            return [SYMBOLS['missing'] if kind == 'periods' else None]
        counted = measure.get('counts', 'no')
        fields = {'no': (), 'yes': ('denominator', 'numerator'), 'numerator': ('numerator',)}[counted]

        def sign(parts):
            of = [TO_DATE.get(part, part) if kind == 'ytd' else part for part in parts]
            states = [self.figures.get((name, part, period[1]), {}).get('status') for part in of]
            shown = {'periods': ('missing', 'not_applicable'), 'ytd': ('missing',)}.get(kind, ())
            return next((SYMBOLS[state] for state in shown if state in states), None)
        return [sign(fields)] * bool(fields) + [sign((measure.get('field', 'value'),))]

    def rows(self, table):
        """(label, name, period) of each row."""
        for rows in table.iter('rows'):
            kind = rows.get('show')
            label = rows.get('label', USUAL[kind])
            if kind == 'periods':
                for month in months.up_to(self.period, int(rows.get('count', 13))):
                    yield label, months.short_name(month), (kind, month)
            elif kind == 'ytd':
                yield label, months.year_name(self.period, self.start), (kind, self.period)
            elif kind == 'years':
                for back in range(int(rows.get('count', 4)), 0, -1):
                    year = months.year_name(months.shift(self.period, -12 * back), self.start)
                    yield label, year, (kind, year)
            elif kind == 'target':
                for field, name in (('target', 'Target'), ('rag', f'RAG {months.short_name(self.period)}'),
                                    ('ytd_rag', 'RAG YTD')):
                    if any(self.target_of(measure, field) for measure in table.iter('measure')):
                        yield label, name, (kind, field)
            else:
                for node in self.catalogue.iter('comparator'):
                    yield label, node.get('short-title', node.get('title')), (kind, node.get('id'))

    def shown_rows(self, table):
        """The same, but rows that no measure has a figure in are one: its label, no name, no period."""
        for kind, group in groupby(self.rows(table), lambda row: row[2][0]):
            rows = list(group)
            filled = any(figure for _, _, period in rows for measure in table.iter('measure')
                         for figure in self.cells(measure, period))
            yield from rows if filled or kind == 'periods' else [(rows[0][0], '', None)]
        last = list(table.iter('rows'))[-1]
        judged = any(self.target_of(measure, field) for measure in table.iter('measure') for field in ('target', 'rag'))
        if last.get('show') == 'target' and not judged:
            yield last.get('label', USUAL['target']), '', None


def grid_of(table):
    """The body, cell by cell: each cell at all places that it spans. Gives (words, spans more than one place)."""
    grid, hanging = [], {}
    for body in table.find('TBody'):
        for row in body.find('TR'):
            cells, column, own = [], 0, list(row.find('TH', 'TD'))
            while own or hanging.get(column, (0, None))[0] > 0:
                left, cell = hanging.get(column, (0, None))
                if left > 0:
                    hanging[column] = (left - 1, cell)
                    cells.append(cell)
                    column += 1
                    continue
                node = own.pop(0)
                wide, high = node.span('ColSpan'), node.span('RowSpan')
                cell = (node.text(), wide > 1 or high > 1)
                for _ in range(wide):
                    hanging[column] = (high - 1, cell)
                    cells.append(cell)
                    column += 1
            grid.append(cells)
    return grid


def check_table(pack, page, table, found):
    grid, problems, looked = grid_of(found), [], 0
    wanted, measures = list(pack.shown_rows(table)), list(table.iter('measure'))
    if len(grid) != len(wanted):
        problems.append(f'{len(grid)} rows, not {len(wanted)}')
    head = ''.join(node.text() for node in found.find('THead')).replace(' ', '')
    for measure in measures:
        node = pack.indicators.get(measure.get('indicator'))
        name = measure.get('heading') or (node is not None and node.get('short-title', node.get('title')))
        if name and name.replace(' ', '') not in head:
            problems.append(f'no column "{name}"')
    for cells, (label, name, period) in zip(grid, wanted):
        if period is None:
            looked += 1
            nodes = [pack.indicators.get(measure.get('indicator')) for measure in measures]
            rules = [node.find('bands') for node in nodes if node is not None]
            unset = label == 'Target' and all(rule is not None and rule.get('unset') for rule in rules)
            says = f"{label}: {'range to be set' if unset else 'none'} for these measures"
            if {words for words, _ in cells} - {''} != {says}:
                problems.append(f'{cells[0][0]} does not say that there are none of {label}')
            continue
        figures = [figure for measure in measures for figure in pack.cells(measure, period)]
        signs = [sign for measure in measures for sign in pack.signs(measure, period)]
        if len(cells) != len(figures) + 2 or (cells[0][0], cells[1][0]) != (label, name):
            problems.append(f'the row {cells[:2]} of {len(cells)} cells is not {label}, {name}')
            continue
        for (words, spans), figure, sign in zip(cells[2:], figures, signs):
            looked += 1
            gap = sign if words in SYMBOLS.values() or not figure else None
            if words != (figure or gap or table.get('absent', words)) and not (spans and figure in words):
                problems.append(f'{name}: "{words}", not "{figure}"')
    compare(f'{page}: {looked} cells of {len(grid)} rows', looked, problems)


def check_notes(pack, page, table, found):
    """Notes of cells without figures are printed once over their months."""
    text, below = found.text(), pack.pdf.tree.text()  # that of one period stands below the table
    shown = [period[1] for _, _, period in pack.rows(table) if period[0] == 'periods']
    for measure in table.iter('measure'):
        node = pack.indicators.get(measure.get('indicator'))
        series = measure.get('series') or node.get('numerator')
        for note in sorted({pack.notes[series, month] for month in shown if (series, month) in pack.notes}):
            check(f'{page}: "{note}"', note not in text and note not in below and 'is not there')


def check_named(pack):
    named = NAMED.get(pack.name, {})
    text = ' '.join(' '.join(pack.pdf.text('-raw')).split())
    heads, tagged = {node.text() for node in pack.pdf.tree.find('H1')}, pack.pdf.tree.text()
    check(f'{pack.name}: a page for each topic of its description', [page for page in named.get('pages', []) if page not in heads])
    for part in ('notes', 'labels', 'words'):
        check(f'{pack.name}: {part} of its description',
              [words for words in named.get(part, []) if words not in tagged and words not in text])


def check_pages(pack):
    tables = [table for table in pack.pdf.tree.find('Table') if any(True for _ in table.find('TBody'))]
    titles = [node.text() for node in pack.pdf.tree.find('H1', 'H2', 'P')]
    charts, figures = 0, len(list(pack.pdf.tree.find('Figure')))
    for page in pack.root.iter('page'):
        name = f'{pack.name}, {page.get("id")}'
        for chart in page.iter('trend-chart'):
            charts += 1
            if chart.get('title') and chart.get('title') not in titles:
                check(f'{name}: chart "{chart.get("title")}"', 'is not there')
        for table in page.iter('topic-table'):
            first = next(iter(pack.rows(table)))[1]
            width = sum(len(pack.cells(measure, ('ytd', pack.period))) for measure in table.iter('measure')) + 2
            while tables:
                found = tables.pop(0)
                grid = grid_of(found)
                if grid and len(grid[0]) == width and grid[0][1][0] == first:
                    break
            else:
                check(name, 'its table is not there')
                continue
            check_table(pack, name, table, found)
            check_notes(pack, name, table, found)
    check(f'{pack.name}: {charts} charts', figures < charts and f'{figures} figures')


def main(program):
    for pack in packs_with(program, 'topic-table', Topics):
        check_named(pack)
        check_pages(pack)
