"""The pages with several graphs of every layout that has headings of measures.

Each measure has its reference and its name, since when it was not updated, and the reason; each graph the figures of its
months; each list of key figures what `figures` says; and each data table, cell by cell.
"""
from lib import months
from lib.check import check, compare
from lib.pack import Pack, packs_with, read_csv
from lib.pdf import row_cells

USUAL = 'value change_last_year average_12 maximum_12'
ARROWS = {'up': 'rise', 'level': 'similar', 'down': 'fall'}


def one_line(words):
    return ' '.join(words.split())


class Graphs(Pack):
    @property
    def pages(self):
        return [node for node in self.root if node.tag in ('page', 'blank-page')]

    def last_month(self, indicator):
        """The month of the latest value, the pack's where it has one."""
        return max(month for one, field, month in self.figures
                   if one == indicator and field == 'value' and month <= self.period and self.printed(one, field, month))


def with_indicators(element, inherited=None):
    """Every block below an element, with the indicator that it is about."""
    for block in element:
        about = block.get('indicator', inherited)
        if block.get('indicators') and not block.get('indicator'):
            about = block.get('indicators').split(',')[0].strip()
        yield block, about
        yield from with_indicators(block, about)


def check_headings(name, pack, page, section, text):
    headings = [node.text() for node in section.find('H2')]
    missing = []
    for block, about in with_indicators(page):
        if block.tag != 'measure-heading':
            continue
        for one in (block.get('indicators') or about).split(','):
            indicator = pack.indicators[one.strip()]
            title = block.get('title') if block.get('title') and one.strip() == about else indicator.get('title')
            words = one_line(f'{indicator.get("reference")} {title}')
            last = pack.last_month(one.strip())
            flag = f'Not updated since {months.short_name(last)}' if last != pack.period else ''
            missing += [part for part, there in ((words, any(words in heading for heading in headings)),
                                                 (flag, flag in one_line(text))) if not there]
    check(f'{name}: references, names and flags', missing)


def check_graphs(name, pack, page, text):
    words, missing = text.split(), []
    for block, about in with_indicators(page):
        if block.tag != 'trend-chart':
            continue
        for one in [about] + [line.get('indicator') for line in block.findall('line')]:
            for month in months.up_to(pack.period, int(block.get('periods'))):
                figure = pack.printed(one, 'value', month)
                if figure and figure not in words:
                    missing.append(f'{one} {month} {figure}')
    check(f'{name}: the figure of each month in its graph', missing)


def key_figures(pack, block, about):
    """What each says at its end: a figure, and behind a change its arrow."""
    percent = pack.indicators[about].get('unit') == 'percent'
    for field in block.get('fields', USUAL).split():
        month = pack.last_month(about) if field == 'value' else pack.period
        printed = pack.printed(about, field, month)
        unit = '%' if percent or field.startswith('change_') else ''
        arrow = pack.printed(about, field.replace('change_', 'direction_'), month) if field.startswith('change_') else ''
        points = ''
        if printed and percent and field == 'change_last_year':
            now, then = (pack.printed(about, 'value', one) for one in (month, months.shift(month, -12)))
            by = int(now) - int(then)
            points = f' ({"+" if by > 0 else chr(0x2212) if by < 0 else ""}{abs(by)} points)'
        lacking = [one for one in (month, months.shift(month, -12)) if not pack.printed(about, 'value', one)]
        needs = f' ({months.short_name(lacking[0])} [x])' if lacking and field == 'change_last_year' else ''
        yield f'{printed}{unit}{points} {ARROWS.get(arrow, "")}'.strip() if printed else f'n/a{needs}'


def check_key_figures(name, pack, page, section):
    wanted = [figure for block, about in with_indicators(page) if block.tag == 'key-figures'
              for figure in key_figures(pack, block, about)]
    blocks = sum(block.tag == 'key-figures' for block, _ in with_indicators(page))  # behind them stands the page's key
    found = [item.text() for shown in list(section.find('L'))[:blocks] for item in shown.find('LBody')]
    wrong = [f'"{words}", expected {figure}' for words, figure in zip(found, wanted) if not words.endswith(f' {figure}')]
    compare(f'{name}: {len(wanted)} key figures', len(wanted), wrong if len(found) == len(wanted) else f'{len(found)} are there')


def expected_cells(pack, scorecard, indicator):
    """What a row of a data table has behind its months: those with a figure, then one cell for the months without."""
    for column in scorecard.iter('column'):
        last = months.shift(pack.period, int(column.get('period', 0)))
        for month in months.up_to(last, int(column.get('periods', 1))) if column.get('field') else []:
            yield pack.printed(indicator, column.get('field'), month) or column.get('absent')


def check_table(name, pack, page, section):
    scorecard, wrong, compared, rows = page.find('.//scorecard'), [], 0, {}
    for row in section.find('TR'):
        cells = row_cells(row)
        if cells:
            paged = any(column.get('show') == 'page' for column in scorecard.iter('column'))  # the last column
            rows[cells[0].text()] = [(cell.text(), cell.span('ColSpan')) for cell in cells[1:len(cells) - paged]]
    chosen = scorecard.get('indicators', ', '.join(pack.indicators)).split(', ')
    for key in chosen:
        indicator = pack.indicators[key]
        wanted = list(expected_cells(pack, scorecard, key))
        cells = rows.get(indicator.get('reference'), [])
        at = len(wanted) - sum(span for _, span in cells)
        for words, span in cells:
            noted = span > 1 and not any(wanted[at:at + span])
            if at >= 0 and not noted and words.split()[:1] != [wanted[at] or '[x]']:
                wrong.append(f'{key} column {at}: "{words}", expected {wanted[at] or "[x]"}')
            compared += at >= 0
            at += span
    there = rows.keys() & {node.get('reference') for node in pack.indicators.values()}
    if len(there) != len(chosen):
        wrong.append(f'{len(there)} rows, not {len(chosen)}')
    compare(f'{name}: {compared} cells of {len(rows)} rows', compared, wrong)


def check_notes(name, pack, text):
    notes = {row['note'] for path in pack.folder.glob('*.csv') for row in read_csv(path)
             if list(row) == ['measure', 'period', 'value', 'note'] and row['note']}
    check(f'{name}: notes of the data', [note for note in notes if note not in one_line(text)])


def texts_of(pdf, sections):
    """The text of the pages of each section, of which some go on to further ones."""
    starts = [min((pdf.pages.index(node.page) for node in [section, *section.all()] if node.page), default=None) for section in sections]
    texts, end = [], len(pdf.pages)
    for start in reversed(starts):
        texts.insert(0, '' if start is None else ' '.join(pdf.text()[start:end]))
        end = end if start is None else start
    return texts


def check_pack(pack):
    sections = list(pack.pdf.tree.find('Sect'))
    texts = texts_of(pack.pdf, sections)
    check(f'{pack.name}: a page a section', (len(pack.pages), len(sections)) != (len(texts),) * 2 and
          f'{len(pack.pages)} in the layout, {len(sections)} sections, {len(texts)} pages')
    for page, section, text in zip(pack.pages, sections, texts):
        title = f'{pack.name}, {page.get("id")}'
        if page.find('.//measure-heading') is not None:
            check_headings(title, pack, page, section, text)
            check_graphs(title, pack, page, text)
            check_key_figures(title, pack, page, section)
        if page.find('.//scorecard') is not None:
            check_table(title, pack, page, section)
        if page.find('.//notes') is not None:
            check_notes(title, pack, text)
    shown = {one.strip() for page in pack.pages for block, about in with_indicators(page)
             if block.tag in ('trend-chart', 'line') for one in [block.get('indicator') or about]}
    check(f'{pack.name}: a graph of each measure', set(pack.indicators) - shown)


def main(program):
    for pack in packs_with(program, 'key-figures', Graphs):
        check_pack(pack)
