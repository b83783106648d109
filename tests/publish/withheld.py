"""A suppressed figure of one organisation is in no other's pack: whatever it is, the files of all others are the same to the
byte, with ranks, averages, funnels, drawings, alternative texts and workbooks. Nor is it in its own where all of it is withheld."""
import subprocess

from lib.check import check, compare
from lib.pack import TOP, work_folder

CODES, WITHHELD = 'ABCDEFGH', 'C'
ORGANISATIONS = 'code,name,Family,Near\n' + ''.join(
    f'{code},Council {number},{"hill" if code < "E" else "fen"},{"B C" if code == "A" else "A C"}\n'
    for number, code in enumerate(CODES))
CATALOGUE = '''<catalogue title="Visits" organisation="{name}" place="{name}">
  <organisations file="organisations.csv"/>
  <source file="counts.csv" where="area={code}" flags="{column} flag">
    <word text="few" status="suppressed" note="Fewer than five"/>
  </source>
  <comparator id="all" title="All" computed="pooled" of="all"/>
  <comparator id="mean" title="Mean of all" computed="mean" of="all" min-members="1"/>
  <comparator id="others" title="Others" computed="pooled" of="others" min-members="1"/>
  <comparator id="family" title="Family" computed="mean" of="Family" min-members="1"/>
  <comparator id="near" title="Near" computed="pooled" of="Near" codes="yes" min-members="1"/>
  <indicator id="visits" title="Visits in time" unit="percent" measure="ratio" numerator="done" denominator="due"
             polarity="higher-is-better"/>
  <indicator id="year" title="Visits of the year" unit="percent" measure="ratio" numerator="done" denominator="due"
             polarity="higher-is-better" flow="yes" headline="ytd_value"/>
  <indicator id="sum" title="Left over" unit="percent" measure="ratio" numerator="due - done" denominator="due"
             polarity="lower-is-better" published="share"/>
</catalogue>
'''
LAYOUT = '''<pack title="Visits of {name}" catalogue="../data/catalogue.xml" period="2018-07" attach-data="xlsx">
  <page id="among" title="{name} among all"><heading/>
    <key-figures indicator="visits" fields="value rank quartile funnel"/>
    <comparison-chart type="funnel" indicator="visits"/>
    <comparison-chart type="ranked" indicator="visits" group="family">
      <reference benchmark="all"/><reference benchmark="near"/></comparison-chart>
    <comparison-chart type="ranked" indicator="year"/>
    <comparison-chart type="strip" indicators="visits, year, sum"/></page>
  <page indicator="sum"><heading/><benchmark-box counted="yes"/>
    <trend-chart type="line" field="value"><line comparator="family"/><line comparator="others"/></trend-chart>
    <table periods="2"><column field="value"/><column field="benchmark:all"/><column field="benchmark:others"/>
      <column field="benchmark:near"/><column field="rank"/><column field="rank:family"/></table></page>
  <page id="contents" title="Contents" listed="no"><contents ranks="yes"/></page>
</pack>
'''
# What stands in the data of the organisation whose figures are withheld: done, its flag, due, its flag, share, its flag.
HIDDEN = {
    'a word in place of a count': ('few,,{},,,', False),
    'a flag beside a count': ('{},c,104,,,', False),
    'a flag beside both counts and the share': ('{0},c,{0},c,{0},c', True),
    'a flag beside the published share': (',,,,{},c', True),
}
NUMBERS = 104, 61  # one of these
SHOWN = '{},,104,,,'
FILES = 7  # of each organisation


def lay_out(row):
    folder = work_folder()
    counts = ''.join(f'{code},2018-06,{80 + number},,{100 + number},,,\n' for number, code in enumerate(CODES)) + ''.join(
        f'{code},2018-07,' + (row if code == WITHHELD else f'{84 + 2 * number},,{100 + 3 * number},,,') + '\n'
        for number, code in enumerate(CODES))
    for path, text in {'data/organisations.csv': ORGANISATIONS, 'data/catalogue.xml': CATALOGUE, 'layouts/pack.xml': LAYOUT,
                       'data/counts.csv': 'area,period,done,done flag,due,due flag,share,share flag\n' + counts}.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text)
    subprocess.run(['cp', '-r', TOP / 'fonts', folder], check=True)
    return folder


def published(program, row):
    """{file's name: bytes} of all that is made of all organisations, and what was wrong."""
    folder, wrong = lay_out(row), []
    each = ['--for-each', 'data/organisations.csv', '--quiet']
    runs = [['-o', 'out/{code}.pdf', '--with-data'], ['--page', 'among', '--format', 'svg', '-o', 'out/{code}.svg'],
            *(['--organisation', code, f'--dump={stage}'] for code in CODES for stage in ('frames', 'elements', 'figures'))]
    files = {}
    for options in runs:
        own = '--organisation' in options
        run = subprocess.run([program, 'publish', 'layouts/pack.xml', *([] if own else each), *options], cwd=folder,
                             capture_output=True)
        wrong += [f'{options}: {run.stderr.decode()[:200]}'] if run.returncode else []
        if own:
            files[f'{options[1]}.{options[2]}'] = run.stdout
    (folder / 'out').mkdir(exist_ok=True)
    files.update({path.name: path.read_bytes() for path in (folder / 'out').iterdir()})
    return files, wrong


def main(program):
    for what, (row, alone) in HIDDEN.items():
        (one, wrong), (other, _) = (published(program, row.format(number)) for number in NUMBERS)
        seen = [name for name in one if alone or not name.startswith(WITHHELD)]
        check(f'{what}: packs are made', wrong + [f'{len(one)} files'] * (len(one) != FILES * len(CODES)))
        compare(f'{what}: the same files, whatever is withheld', len(seen),
                [f'{name} differs' for name in seen if one[name] != other.get(name)])
    (one, _), (other, _) = (published(program, SHOWN.format(number)) for number in NUMBERS)
    check('a figure that is not withheld is in the files of all others', [
        f'{name} does not differ' for name in one if name.endswith(('.pdf', '.xlsx', '.svg', 'frames')) and one[name] == other[name]])
