"""Every figure of the sample pack's month tables is on its page.

What a row must say comes from `figures` and the layout's columns; what it says, from the words that poppler finds on the
month's line. Each row must agree word for word, in the order of the columns."""
from decimal import ROUND_HALF_UP, Decimal

from lib import months
from lib.check import compare
from lib.pack import SYMBOLS, Pack, read_csv

TABLE_WIDTH_PT = 283
TOTALS = {'numerator': 'ytd_numerator', 'denominator': 'ytd_denominator', 'rag': 'ytd_rag', 'variance': 'ytd_variance'}


def read_series(folder):
    series = {}
    for path in sorted(folder.glob('chart_*.csv')):
        for row in read_csv(path):
            for name, cell in row.items():
                series[name, row['period']] = f'{int(cell):,}' if cell.isdigit() else ''
    return series


def lines_from(words, label):
    """What stands to the right of each place where the label is printed, within the table."""
    for left, _, _, bottom, text in words:
        if text == label:
            line = [word for word in words if left < word[0] < left + TABLE_WIDTH_PT and abs(word[3] - bottom) < 3]
            yield [word[4] for word in sorted(line)]


def cell(pack, indicator, field, month):
    row = pack.figures.get((indicator, field, month))
    return (row['printed'] or SYMBOLS[row['status']]) if row else '[x]'


def decimals(text):
    return len(text.partition('.')[2])


def as_total(pack, indicator, column, month):
    """A cell of a month, with as many decimals as the total of its column has."""
    text = cell(pack, indicator, column.get('field'), month)
    total = cell(pack, indicator, column.get('total', TOTALS.get(column.get('field'), column.get('field'))), pack.period)
    if column.get('field') != 'variance' or decimals(total) <= decimals(text):
        return text
    exact = Decimal(pack.figures[indicator, 'variance', month]['value'])
    rounded = exact.quantize(Decimal(1).scaleb(-decimals(total)), ROUND_HALF_UP)
    return f'{rounded:+}'.replace('-', '−')


def month_row(pack, series, indicator, columns, month, totals):
    if month > pack.period:
        return [cell(pack, indicator, 'target', month)]
    cells = [series[column.get('series'), month] if column.get('series')
             else as_total(pack, indicator, column, month) if totals
             else cell(pack, indicator, column.get('field'), month) for column in columns]
    keyless = [column.get('field') in ('rag', 'ytd_rag') and text == '[z]' for column, text in zip(columns, cells)]
    return [word for text, none in zip(cells, keyless) for word in (('no', 'key') if none else (text,))]


def total_row(pack, series, indicator, columns):
    words = ['to', 'date']
    for column in columns:
        if column.get('series'):
            words.append(f"{sum(int(series[column.get('series'), month].replace(',', '')) for month in months.of_year(pack.period, pack.start)):,}")
        elif column.get('field') != 'value':
            field = column.get('total', TOTALS.get(column.get('field'), column.get('field')))
            words.append(cell(pack, indicator, field, pack.period))
    return words


def check_page(pack, series, indicator, table, words):
    columns = table.findall('column')
    wanted = [(months.short_name(month), month_row(pack, series, indicator, columns, month,
                                                      table.find('total-row') is not None))
              for month in sorted({month for _, _, month in pack.figures})]
    if table.find('total-row') is not None:
        wanted.append(('Year', total_row(pack, series, indicator, columns)))
    problems = []
    for label, figures in wanted:
        found = list(lines_from(words, label))
        if figures not in found:
            problems.append(f'{label}: expected {figures}, found {found}')
    compare(f'{pack.name}: the table of {indicator}', sum(len(figures) for _, figures in wanted), problems)


def main(program):
    pack = Pack(program, 'monthly-board-pack')
    series = read_series(pack.folder)
    templates = {one.get('id'): one for one in pack.root.iter('template')}
    heights = set()
    for number, spec in enumerate((one for one in pack.root if one.tag in ('page', 'blank-page')), 1):
        if spec.get('indicator'):
            table = templates.get(spec.get('template'), spec).find('.//table')
            check_page(pack, series, spec.get('indicator'), table, pack.pdf.words(number))
            heights |= {round(word[3]) for word, after in zip(pack.pdf.words(number), pack.pdf.words(number)[1:])
                        if word[4] == 'Month' and after[4] == 'by'}
    compare(f'{pack.name}: tables of all topics begin at one height', 1, len(heights) != 1 and [f'{sorted(heights)}'])
