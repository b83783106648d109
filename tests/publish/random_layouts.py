"""Layouts made at random: every block and kind of chart, nested, on all papers, as packs, booklets and single pages.

What is published complies, lies on its page, and nothing on a page lies over another thing; what cannot be set is refused in words.
python3 tests/publish/random_layouts.py PROGRAM COUNT [SEED] tries so many; the step itself makes the same 40 each time."""
import collections
import os
import random
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

if __name__ == '__main__':
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lib.check import check, compare, finish
from lib.pack import TOP, comply, work_folder

COUNT, SEED, BATCH = 40, 11, 100
# Months with one's own figures alone, and those of many organisations, with what is due by month and by year.
CATALOGUES = {'peterborough-2018-07': '2018-07', 'southampton-2015-06': '2015-06', 'nhs-ae': '2019-03'}
# What an author is told who asks for more than a page holds. All else that is refused is a fault.
REFUSALS = re.compile(
    r'the table needs|points high and a page has|the widths of|the columns (left|right)? ?|the column "|leave less than|would become|'
    r'a booklet cuts it|needs more room|is too (narrow|small|low|wide)|has no scale in common|have no scale in common|'
    r'take the target out|the condition of no page holds|at least \d+ points|room for|no indicator is|is not drawn|cannot be drawn|draws nothing|too little to draw it in|the foot of a page takes|wide and|points wide')
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30" fill="#123"/></svg>'
WORDS = 'Visits to children in care that were made in time rose in June and fell again in July, as in the two years before it.'.split()


class Maker:
    """One layout. What it uses is counted, so that nothing is left out for good."""

    def __init__(self, seed, used):
        self.random, self.used = random.Random(seed), used
        self.catalogue = self.random.choice(list(CATALOGUES))
        root = xml.parse(TOP / 'data' / self.catalogue / 'catalogue.xml').getroot()
        self.indicators = [node.get('id') for node in root.iter('indicator')]
        self.compares = root.find('organisations') is not None
        self.charts = 0

    def chance(self, share):
        return self.random.random() < share

    def element(self, name, inner='', **attributes):
        self.used[name] += 1
        said = ''.join(f' {key.rstrip("_").replace("_", "-")}="{value}"' for key, value in attributes.items() if value is not None)
        return f'<{name}{said}>{inner}</{name}>'

    def words(self, most):
        return ' '.join(self.random.choice(WORDS) for _ in range(self.random.randint(1, most)))

    def some(self, most, least=1):
        return ', '.join(self.random.sample(self.indicators, min(self.random.randint(least, most), len(self.indicators))))

    def markdown(self):
        def heading():
            return f'{"#" * self.random.randint(1, 5)} {self.words(9)}'

        def items():
            return '\n'.join(f'{mark} {self.words(12)}' for mark in self.random.choice((['-'] * 3, ['1.', '2.'], ['-', '  -'])))

        parts = [heading, items, lambda: self.words(80), lambda: f'> {self.words(20)}', lambda: f'**{self.words(4)}** and *{self.words(3)}*',
                 lambda: f'| {self.words(2)} | {self.words(2)} |\n|---|---|\n| {self.words(3)} | {self.words(6)} |',
                 lambda: f'{self.words(9)} on {{page}} of {{pages}}', lambda: f'[{self.words(3)}](https://example.org)']
        return '\n\n'.join(self.random.choice(parts)() for _ in range(self.random.randint(1, 4)))

    # blocks
    def heading(self):
        return self.element('heading', subtitle=self.words(5) if self.chance(.2) else None, note='Page {page}' if self.chance(.2) else None)

    def text(self):
        return self.element('text', '\n' + self.markdown() + '\n', size='note' if self.chance(.2) else None)

    def divider(self):
        return self.element('divider', title=self.words(5), size=self.random.choice((None, 'band', 'page')),
                            note=self.words(9) if self.chance(.3) else None)

    def measure_heading(self):
        return self.element('measure-heading', indicators=self.some(2) if self.chance(.4) else None)

    def plain(name):
        return lambda self: self.element(name)

    def table(self):
        fields = self.random.sample(('numerator', 'denominator', 'value', 'target', 'variance', 'rag', 'change_last_year'), self.random.randint(1, 3))
        return self.element('table', ''.join(self.element('column', field=field) for field in fields), years=self.random.choice((1, 2)))

    def trend_chart(self):
        kind = self.random.choice(('line', 'column', 'column-line', 'grouped', 'stacked', 'stacked-100', 'bars', 'control', 'multiples'))
        self.used[f'chart {kind}'] += 1
        self.charts += 1
        line = {'column-line': '<line field="numerator" mark="column" axis="second"/>', 'bars': '<line field="value" label="One"/>', 'grouped': '<line field="value"/><line field="average_12"/>',
                'stacked': '<line field="numerator"/><line field="denominator"/>',
                'stacked-100': '<line field="numerator"/><line field="denominator"/>'}.get(kind, '')
        shape = {'height': self.random.choice((None, '90pt', '150pt'))}
        if kind != 'bars':
            shape['years'] = self.random.choice((None, 1, 2))
        return self.element('trend-chart', line, type=kind, id=f'chart{self.charts}', target=self.random.choice((None, 'step')) if not line else None,
                            indicators=self.some(4, 2) if kind == 'multiples' else None,
                            **shape)

    def comparison_chart(self):
        if not self.compares:
            return self.trend_chart()
        self.charts += 1
        kind = self.random.choice(('funnel', 'ranked', 'strip'))
        self.used[f'comparison {kind}'] += 1
        return self.element('comparison-chart', type=kind, id=f'chart{self.charts}')

    def key_figures(self):
        return self.element('key-figures', fields=self.random.choice((None, 'value target', 'value average_12 maximum_12')))

    def contents(self):
        return self.element('contents', **self.random.choice(({}, {'figures': 'no'}, {'sparklines': 'yes'})))

    def scorecard(self, deep=0):
        columns = ['<column show="reference"/>', '<column show="short-title"/>'] + self.random.sample(
            ('<column field="value" periods="3"/>', '<column field="target"/>', '<column field="rag"/>', '<column show="commentary" width="1"/>',
             '<column show="sparkline"/>', '<column field="direction_previous" icon="arrow"/>', '<column show="rag-history" periods="6"/>',
             '<columns heading="Both"><column field="value"/><column field="change_last_year"/></columns>'), self.random.randint(1, 3))
        return self.element('scorecard', ''.join(columns), labels=self.random.choice((None, 'above')), indicators=self.some(9) if self.chance(.5) else None,
                            group='section' if self.chance(.5) else None)

    def topic_table(self):
        measures = ''.join(self.element('measure', indicator=name) for name in self.random.sample(self.indicators, 2))
        return self.element('topic-table', '<rows show="periods" count="4"/><rows show="years" count="2"/>' + measures)

    def tiles(self):
        return self.element('tiles', '<tile count="all" label="All"/><tile count="rag:red"/><tile count="rag:green"/>', title=self.words(3))

    def attention(self):
        return self.element('attention', most=self.random.choice((None, 3)))

    def variation_grid(self):
        return self.element('variation-grid', indicators=self.some(9) if self.chance(.5) else None)

    def actions(self):
        return self.element('actions')

    def selection_panel(self):
        return self.element('selection-panel', '<group attribute="section" title="Section"/>')

    def notes(self):
        return self.element('notes', years=1)

    def glossary(self):
        return self.element('glossary')

    def key(self):
        return self.element('key', of=self.random.choice((None, 'page', 'pack')))

    def picture(self):
        return self.element('picture', file='picture.svg', **self.random.choice(({'alt': 'A field'}, {'decorative': 'yes'})))

    def document_control(self):
        return self.element('document-control', '<control label="For" value="Committee, pages to {pages}"/>')

    def row(self, deep):
        self.used['row'] += 1
        return f'<row>{"".join(self.block(deep + 1) for _ in range(2 if deep else self.random.choice((2, 2, 3))))}</row>'

    def stack(self, deep):
        self.used['stack'] += 1
        title = f' title="{self.words(4)}"' if self.chance(.3) else ''
        return f'<stack{title}>{"".join(self.block(deep + 1) for _ in range(self.random.choice((1, 2, 2, 3))))}</stack>'

    BLOCKS = [heading, text, text, divider, measure_heading, plain('status-line'), table, trend_chart, trend_chart, trend_chart, comparison_chart,
              key_figures, plain('rag-key'), plain('benchmark-box'), contents, scorecard, scorecard, topic_table, tiles, attention, variation_grid, actions,
              selection_panel, plain('commentary'), plain('definition'), notes, glossary, key, picture, document_control]

    def block(self, deep):
        if deep < 4 and self.chance(.24):
            return self.random.choice((self.row, self.stack) if deep < 2 else (self.stack,))(deep)
        made = self.random.choice(self.BLOCKS)(self)
        return made if not self.chance(.06) else re.sub(r'^<([a-z-]+)', r'<\1 when="' + self.random.choice(
            ('rag=red', 'not rag=red', 'has target or has actions', 'has commentary and has rag')) + '"', made, count=1)

    def page(self):
        attributes = {'indicator': self.random.choice(self.indicators), 'id': f'page{self.random.randrange(10 ** 9)}',
                      'title': self.words(5) if self.chance(.3) else None, 'orientation': 'landscape' if self.chance(.2) else None,
                      'paper': self.random.choice(('A5', 'A4', 'A3', 'Letter')) if self.chance(.1) else None,
                      'right-hand': 'yes' if self.chance(.1) else None, 'counted': 'no' if self.chance(.1) else None}
        if attributes['title'] is None:
            del attributes['title']
        inner = (self.heading() if self.chance(.7) else '') + ''.join(
            self.block(0) + ('<page-break/>' if self.chance(.06) else '') for _ in range(self.random.randint(1, 5)))
        self.used['page-break'] += inner.count('<page-break')
        return self.element('page', inner, **{key.replace('-', '_'): value for key, value in attributes.items()})

    def pack(self):
        landscape = self.chance(.3)
        cover = self.element('page', self.element('cover', sparklines='yes' if self.chance(.5) else None), title='Cover', counted='no', listed='no')
        attributes = {'title': self.words(7), 'catalogue': f'../data/{self.catalogue}/catalogue.xml', 'period': CATALOGUES[self.catalogue],
                      'created': '2019-08-10', 'status': 'Draft', 'author': 'Team', 'paper': self.random.choice(('A4', 'A4', 'A5', 'A3', 'Letter')),
                      'orientation': 'landscape' if landscape else None, 'fold': '28pt' if landscape and self.chance(.2) else None,
                      'duplex': self.random.choice((None, 'yes')), 'facing_pages': 'yes' if self.chance(.1) else None,
                      'first_page': self.random.choice((None, 97)), 'page_number': self.random.choice((None, 'of-pages')),
                      'bleed': '3mm' if self.chance(.2) else None, 'language': self.random.choice((None, None, 'cy')),
                      'footer': 'Of {pages} this is {page}' if self.chance(.2) else None,
                      'booklet_theme': 'themes/booklet.xml', 'theme': self.random.choice((None, 'theme.xml', 'themes/dense.xml'))}
        pages = (cover if self.chance(.3) else '') + ''.join(self.page() for _ in range(self.random.randint(1, 3)))
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + self.element('pack', pages + ('<blank-page/>' if self.chance(.2) else ''), **attributes)


TEXT = re.compile(r'^  text (\S+) (\S+) (\S+) \S+ (\S+) \S+ (\S+)( turned| over| down)? "(.*)"$')
BOX = re.compile(r'^  (fill|chart|picture) (\S+) (\S+) (\S+) (\S+) (\S+)')


class Page:
    def __init__(self, line):
        self.label, self.width, self.height = line, *map(float, re.search(r'([\d.]+)x([\d.]+)$', line).groups())
        self.boxes, self.last = [], None  # (left, top, right, bottom, what)

    def add_text(self, found):
        x, y, width, size = (float(found[i]) for i in (1, 2, 3, 5))
        along, up = {None: ((1, 0), (0, -1)), ' turned': ((0, -1), (-1, 0)), ' over': ((-1, 0), (0, 1)), ' down': ((0, 1), (1, 0))}[found[6]]
        ends = [(x, y), (x + along[0] * width + up[0] * size * .6, y + along[1] * width + up[1] * size * .6)]
        self.add(*(min(end[i] for end in ends) for i in (0, 1)), *(max(end[i] for end in ends) for i in (0, 1)), f'"{found[7]}"')
        if found[4] != 'artifact':
            self.last = found[4]

    def add(self, left, top, right, bottom, what):
        self.boxes.append((left, top, right, bottom, what))

    def outside(self):
        return [f'{self.label}: {what} lies outside' for left, top, right, bottom, what in self.boxes
                if left < -.5 or top < -.5 or right > self.width + .5 or bottom > self.height + .5]

    def over_another(self):
        near, told = 1.2, []
        boxes = sorted(box for box in self.boxes if box[4] != 'fill')
        for i, one in enumerate(boxes):
            for other in boxes[i + 1:]:
                if other[0] > one[2] - near:
                    break
                if min(one[3], other[3]) - max(one[1], other[1]) > near and min(one[2], other[2]) - max(one[0], other[0]) > near:
                    told.append(f'{self.label}: {one[4]} and {other[4]} lie over each other')
        return told


def pages_of(frames):
    pages = []
    for line in frames.splitlines():
        text, box = TEXT.match(line), BOX.match(line)
        if line.startswith('page '):
            pages.append(Page(line))
        elif text:
            pages[-1].add_text(text)
        elif box:
            x, y, width, height = map(float, box.groups()[1:5])
            pages[-1].add(x, y, x + width, y + height, box[1])
    return pages


def run(program, *arguments):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, errors='replace')


class Trial:
    """The layouts, what came of them, and what is wrong."""

    def __init__(self, program, folder):
        self.program, self.folder, self.used = program, folder, collections.Counter()
        self.files, self.refused, self.wrong, self.placed = [], [], [], []
        for name in ('data', 'fonts', 'layouts'):
            os.symlink(TOP / name, folder / name) if name == 'fonts' else shutil.copytree(TOP / name, folder / name)
        (folder / 'layouts/picture.svg').write_text(PICTURE)

    def make(self, seed):
        maker = Maker(seed, self.used)
        layout = self.folder / f'layouts/{seed}.xml'
        layout.write_text(maker.pack(), encoding='utf-8')
        how = maker.random.choice(([], [], [], ['--booklet'], ['--booklet', '--marks', 'both'], ['--grey'], ['--page', 'all']))
        if 'page' in ''.join(how):
            return self.publish(seed, layout, how, self.folder / f'pages{seed}')
        return self.publish(seed, layout, how, self.folder / f'{seed}.pdf')

    def publish(self, seed, layout, how, path):
        done = run(self.program, 'publish', layout, '--quiet', '--allow-outside', *how, '-o', path)
        told = [line for line in done.stderr.splitlines() if ' error: ' in line]
        if done.returncode == 1 and told:
            self.refused.append(seed)
            self.wrong += [f'{seed}: {line[:300]}' for line in told if not REFUSALS.search(line)]
        elif done.returncode:
            self.wrong.append(f'{seed}: exit status {done.returncode}: {done.stderr[:200]}')
        else:
            self.files += sorted(path.glob('*.pdf')) if path.is_dir() else [path]
            frames = run(self.program, 'publish', layout, '--quiet', '--allow-outside', *[word for word in how if word not in ('--page', 'all')], '--dump', 'frames')
            for page in pages_of(frames.stdout):
                self.placed += [f'{seed}: {told}' for told in page.outside() + page.over_another()]


def every_word():
    """The blocks and kinds of chart that a layout can have."""
    schema = (TOP / 'layouts/layout.xsd').read_text()
    stack = re.search(r'complexType name="stack">(.*?)</xs:choice>', schema, re.S)[1]
    trend = re.search(r'complexType name="trend-chart">.*?name="type".*?</xs:attribute>', schema, re.S)[0]
    return set(re.findall(r'element name="([a-z-]+)"', stack)) | {f'chart {kind}' for kind in re.findall(r'enumeration value="([a-z0-9-]+)"', trend)}


def try_all(program, count, seed):
    trial = Trial(program, work_folder())
    for i in range(count):
        trial.make(seed * 100000 + i)
    compare(f'{count} layouts made at random, {len(trial.refused)} of them refused in words', count, trial.wrong)
    check('a half of them or more is published', len(trial.refused) * 2 > count and f'{len(trial.refused)} are refused')
    check('every block and every kind of chart is among them', sorted(every_word() - set(trial.used)))
    check('what is published lies on its page, and not over another thing', trial.placed)
    left = []
    for i in range(0, len(trial.files), BATCH):
        left += comply(*trial.files[i:i + BATCH])
    compare(f'PDF/UA-1 and PDF/A-2a (veraPDF), {len(trial.files)} files', len(trial.files), left)


def main(program):
    try_all(program, COUNT, SEED)


if __name__ == '__main__':
    try_all(os.path.realpath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else SEED)
    sys.exit(finish())
