"""The packs of tests/grains, one by day, week, quarter, term and year, speak of their periods and of nothing else's.

Each is published in colour, in grey and, with its words taken out, in Welsh. Then two figures of a table that was made from
its figures are falsified, and an audit finds these two and no other.
"""
import csv
import io
import re
import subprocess

from lib.check import check, compare
from lib.pack import TOP, ask, comply, work_folder
from lib.pdf import Pdf
from readback import language
from readback.frames import check_frames

# What must stand on the pages of each: over tables, in a status line, below a chart, in a scorecard, of what is due later.
SAID = {
    'day': ('Day by day', 'on 4 July 2018, 2.1 points below', '14 June to 4 July 2018.',
            'in June 2018, 9% below the target of £175k; not due on 4 July 2018'),
    'week': ('Week by week', 'Week ending 8 July 2018', 'weeks ending 7 January to 8 July 2018.',
             'of those who answered in Q2 2018', 'not due in the week ending 8 July 2018'),
    'quarter': ('Quarter by quarter', 'of decisions in Q2 2018/19', 'Q1 2016/17 to Q2 2018/19.',
                'of staff in 2017/18', 'not due in Q2 2018/19'),
    'term': ('Term by term', 'of sessions in the spring term 2017/18', 'autumn term 2015/16 to spring term 2017/18.',
             '52.2 in 2016/17', 'not due in the spring term 2017/18'),
    'year': ('Year by year', 'of fires in 2017/18', '2008/09 to 2017/18.', '2013/14: Not counted: strike.'),
}
SAID_IN_WELSH = {
    'day': ('Ddydd wrth ddydd', 'ar 4 Gorffennaf 2018', 'o 14 Mehefin i 4 Gorffennaf 2018'),
    'week': ('Wythnos wrth wythnos', 'Wythnos yn diweddu 8 Gorffennaf 2018',
             'wythnosau yn diweddu 7 Ionawr i 8 Gorffennaf 2018'),
    'quarter': ('Chwarter wrth chwarter', 'yn Ch2 2018/19', 'o Ch1 2016/17 i Ch2 2018/19'),
    'term': ('Dymor wrth dymor', 'Tymor y gwanwyn 2017/18', 'tymor yr hydref 2015/16'),
    'year': ('Flwyddyn wrth flwyddyn', 'yn 2017/18', 'o 2008/09 i 2017/18'),
}
# Words of another grain; what is due in longer periods may speak of them.
STRANGE = {
    'day': r'\b(weeks?|quarters?|terms?)\b',
    'week': r'\b(months|terms?)\b|(?<!12-)\bmonth\b',
    'quarter': r'\b(weeks?|terms?|months)\b|(?<!12-)\bmonth\b',
    'term': r'\b(weeks?|quarters?|months)\b|(?<!12-)\bmonth\b',
    'year': r'\b(weeks?|months?|terms?)\b',
}


def folder(grain):
    return TOP / 'tests' / 'grains' / grain


def own_words(grain):
    """What the author wrote."""
    files = [*folder(grain).glob('*.xml'), *folder(grain).glob('commentary/*/*.md')]
    return ' '.join(' '.join(path.read_text(encoding='utf-8') for path in files).split()).lower()


def strange_words(grain, text):
    author = own_words(grain)
    found = (text[max(0, one.start() - 25):one.end() + 15] for one in re.finditer(STRANGE[grain], text, re.I))
    return [words for words in found if not any(part.lower() in author for part in re.findall(r'\S+ \S+ \S+', words))]


def check_english(program, grain):
    """Gives the file in colour."""
    files = []
    for options in ([], ['--grey']):
        pdf = work_folder() / f'{grain}.pdf'
        run = subprocess.run([program, 'publish', folder(grain) / 'layout.xml', '-o', pdf, '--allow-outside', *options],
                             capture_output=True, text=True)
        check(f'{grain} {" ".join(options)}: published', run.stderr if run.returncode else None)
        files += [pdf] if run.returncode == 0 else []
    if files:
        text = ' '.join(language.read_back(Pdf(files[0]))[1].split())
        compare(f'{grain}: it speaks of its periods', len(SAID[grain]), [words for words in SAID[grain] if words not in text])
        check(f'{grain}: it does not speak of others', strange_words(grain, text))
    return files[:1]


def check_welsh(program, grain):
    _, text = language.check_welsh(program, f'tests/grains/{grain}/layout.xml', ('tests/grains/' + grain, 'fonts'))
    text, said = ' '.join(text.split()), SAID_IN_WELSH[grain]
    compare(f'{grain}: it speaks of its periods in Welsh', len(said), [words for words in said if words not in text])


def falsified(printed):
    """Another figure that looks like it."""
    last = printed[-1]
    return printed[:-1] + str((int(last) + 5) % 10)


def check_audit(program, grain):
    """A table of the last eight periods of each field that is a number; two figures of different indicators altered."""
    layout = folder(grain) / 'layout.xml'
    figures = csv.DictReader(io.StringIO(ask(program, 'figures', layout, '--format', 'csv', '--quiet', '--allow-outside')))
    fields = ('numerator', 'denominator', 'value', 'ytd_value', 'target', 'variance', 'rag', 'change_previous')
    rows = [row for row in figures if row['field'] in fields and row['status'] == 'present' and row['printed']]
    periods = sorted({row['period'] for row in rows if row['field'] == 'value'})[-8:]
    rows = [row for row in rows if row['period'] in periods]
    values = [i for i, row in enumerate(rows) if row['field'] == 'value' and row['printed'][-1].isdigit()]
    false = {values[3], values[-2]}
    path = work_folder() / 'published.csv'
    with open(path, 'w', newline='', encoding='utf-8') as file:
        table = csv.writer(file)
        table.writerow(('indicator', 'field', 'period', 'printed'))
        table.writerows((row['indicator'], row['field'], row['period'],
                         falsified(row['printed']) if i in false else row['printed']) for i, row in enumerate(rows))
    run = subprocess.run([program, 'audit', layout, path, '--allow-outside'], capture_output=True, text=True)
    verdicts = [row['verdict'] for row in csv.DictReader(io.StringIO(run.stdout))]
    wrong = {i for i, verdict in enumerate(verdicts) if verdict != 'agrees'}
    told = [f'{rows[i]["indicator"]} {rows[i]["field"]} {rows[i]["period"]} {rows[i]["printed"]}: {verdicts[i]}'
            for i in sorted(wrong ^ false)]
    compare(f'{grain}: an audit finds the two of {len(rows)} figures that are false', len(verdicts) == len(rows) and 2,
            told + ([] if run.returncode == 1 else [f'exit status {run.returncode}: {run.stderr}']))


def main(program):
    files = []
    for grain in SAID:
        files += check_english(program, grain)
        check_welsh(program, grain)
        check_frames(program, grain, folder(grain) / 'layout.xml', '--allow-outside')
        check_audit(program, grain)
    check('PDF/UA-1 and PDF/A-2a', comply(*files) if files else 'no file')
