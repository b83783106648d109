"""Organisations against each other: every rank, quartile, funnel limit and computed comparator of 32 councils and 24 trusts is
worked out again from the files as published, with Python's fractions, and what is published as rank is held against it."""
import csv
import math
import operator
import shutil
from fractions import Fraction
from statistics import NormalDist, quantiles

from lib.check import compare
from lib.pack import TOP, ask, read_csv, work_folder
from lib.reckon import printed, scaled

COUNCILS, TRUSTS = TOP / 'data/scottish-councils', TOP / 'data/nhs-ae'
LEAST_OF_QUARTERS, LEAST_MEMBERS = 4, 3
WIDTHS = {'95': NormalDist().inv_cdf(0.975), '998': NormalDist().inv_cdf(0.999)}
TOLD = ('rank', 'ranked', 'quartile', 'funnel', 'benchmark', 'counted')  # the fields looked at, by their first word
WORDS = ('far-above', 'above', 'within', 'below', 'far-below')


class Figure:
    """What an organisation reports: the figure, its counts where they are there."""

    def __init__(self, value, top=None, bottom=None):
        self.value, self.top, self.bottom = value, top, bottom


class Measure:
    """polarity: 'higher', 'lower' or ''; model: 'share', 'rate' or '' of how chance moves it; dispersed: limits allow for more
    than chance; by: {period: {code: Figure}}; of_nothing: {(period, code)} of those whose counts are 0 of 0"""

    def __init__(self, name, polarity, decimals, per=1, model='', pooled=False, dispersed=False):
        self.name, self.polarity, self.decimals, self.per = name, polarity, decimals, per
        self.model, self.pooled, self.dispersed, self.by, self.whole, self.apart = model, pooled, dispersed, {}, {}, {}
        self.of_nothing = set()

    def put(self, period, code, figure):
        self.by.setdefault(period, {})[code] = figure

    def put_share(self, period, code, top, bottom):
        """The share of counts that are there; of nothing there is none."""
        if bottom:
            self.put(period, code, Figure(top * self.per / bottom, top, bottom))
        elif top == bottom == 0:
            self.of_nothing.add((period, code))

    def why_none(self, period, code):
        return 'not_applicable' if (period, code) in self.of_nothing else 'missing'

    def settle(self, period):
        """(figures as whole numbers over one denominator, that, the average of all and how many are in it), worked out once:
        whole numbers are held against each other and added much faster than fractions."""
        if period not in self.whole:
            figures = self.by[period]
            over = math.lcm(*(figure.value.denominator for figure in figures.values()))
            wholes = {code: figure.value.numerator * (over // figure.value.denominator) for code, figure in figures.items()}
            self.whole[period] = wholes, over, pooled(self, figures.values())
        return self.whole[period]


# ------------------------------------------------------------------ the rules, once more

def rank(values, own, polarity):
    return 1 + sum(value > own if polarity == 'higher' else value < own for value in values)


def quantile(values, quarters):
    """R's type 7, four times over so that it is whole."""
    ordered = sorted(values)
    below, rest = divmod((len(ordered) - 1) * quarters, 4)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] * 4 + (ordered[above] - ordered[below]) * rest


def quartile(values, own, polarity):
    if len(values) < LEAST_OF_QUARTERS or len(set(values)) == 1:
        return None
    sign = -1 if polarity == 'higher' else 1
    turned = [sign * value for value in values]
    ends = [quantile(turned, quarters) for quarters in (1, 2, 3)]
    return 'abcd'[sum(sign * own * 4 > end for end in ends)]


def wilson(average, size, z):
    middle, scale = average + z * z / (2 * size), 1 + z * z / size
    reach = z * math.sqrt(average * (1 - average) / size + z * z / (4 * size * size))
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def byar(expected, z):
    above = expected + 1
    low = expected * (1 - 1 / (9 * expected) - z / (3 * math.sqrt(expected))) ** 3 if expected else 0.0
    return max(0.0, low), above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3


def spread(measure, figures, average):
    """Spiegelhalter's variance between organisations, tau squared: of scores on the scale of arcsines of roots, or of roots, the
    tenth at each end drawn in to where it begins."""
    counted = [figure for figure in figures if figure.bottom]
    if not measure.dispersed or not average:
        return 0.0
    share = float(average / measure.per)
    weights = [4 * float(figure.bottom) * (1 if measure.model == 'share' else share) for figure in counted]
    if measure.model == 'share':
        apart = [math.asin(math.sqrt(figure.top / figure.bottom)) - math.asin(math.sqrt(share)) for figure in counted]
    else:
        apart = [math.sqrt(float(figure.top / figure.bottom) / share) - 1 for figure in counted]
    scores = sorted(gap * math.sqrt(weight) for gap, weight in zip(apart, weights))
    tenths = quantiles(scores, n=10, method='inclusive')
    squares = sum(min(max(score, tenths[0]), tenths[-1]) ** 2 for score in scores)
    excess = squares - (len(scores) - 1)
    return max(0.0, excess / (sum(weights) - sum(weight * weight for weight in weights) / sum(weights)))


def widened(measure, share, size, z, between):
    error = 1 / (4 * size) if measure.model == 'share' else 1 / (4 * size * share)
    reach = z * math.sqrt(error + between)
    if measure.model == 'rate':
        return [share * max(0.0, 1 + side * reach) ** 2 for side in (-1, 1)]
    angle = math.asin(math.sqrt(share))
    return [math.sin(max(0.0, angle - reach)) ** 2, math.sin(min(math.pi / 2, angle + reach)) ** 2]


def limits(measure, average, size, z, between=0.0):
    if between:
        return [end * measure.per for end in widened(measure, float(average / measure.per), float(size), z, between)]
    if measure.model == 'share':
        return [end * measure.per for end in wilson(float(average / measure.per), float(size), z)]
    return [end / float(size) * measure.per for end in byar(float(average * size / measure.per), z)]


def pooled(measure, figures):
    counted = [figure for figure in figures if figure.bottom is not None]
    bottom = sum(figure.bottom for figure in counted)
    return (sum(figure.top for figure in counted) * measure.per / bottom if bottom else None), len(counted)


def funnel_place(measure, own, near, far):
    """As printed: what is printed like a limit is within it."""
    value, near, far = scaled(own, measure.decimals), *([scaled(Fraction(end), measure.decimals) for end in ends] for ends in (near, far))
    if value > near[1]:
        return WORDS[0 if value > far[1] else 1]
    if value < near[0]:
        return WORDS[4 if value < far[0] else 3]
    return WORDS[2]


# ------------------------------------------------------------------ what the program says

class Told:
    """The figures of one organisation's pack, and what is wrong with them."""

    def __init__(self, program, layout, code):
        rows = csv.reader(ask(program, 'figures', layout, '--organisation', code, '--quiet', '--allow-outside').splitlines())
        head = next(rows)
        at = [head.index(name) for name in ('indicator', 'field', 'period', 'value', 'printed', 'status')]
        cells = operator.itemgetter(*at)
        self.rows = {row[:3]: dict(zip(('value', 'printed', 'status'), row[3:]))
                     for row in map(cells, rows) if row[1].split(':')[0].split('_')[0] in TOLD}
        self.code, self.looked_at, self.wrong = code, 0, []

    def hold(self, measure, field, period, good, expected):
        row = self.rows.get((measure.name, field, period), {'value': 'nothing', 'printed': '', 'status': 'absent'})
        self.looked_at += 1
        if not good(row):
            self.wrong.append(f"{self.code} {measure.name} {field} {period} is {row['value']} ({row['printed']}) "
                              f"{row['status']}, and the files make {expected}")

    def word(self, measure, field, period, expected, why='not_applicable'):
        if expected is None:
            self.hold(measure, field, period, lambda row: (row['value'], row['status']) == ('', why), why)
        else:
            text = expected.upper() if field.startswith('quartile') else str(expected)
            self.hold(measure, field, period, lambda row: (row['value'], row['status']) == (text, 'present'), text)

    def number(self, measure, field, period, expected, why='missing'):
        """To ten decimals, and to the last digit as it is printed."""
        if expected is None:
            self.word(measure, field, period, None, why)
            return
        text = printed(expected, measure.decimals)
        self.hold(measure, field, period,
                  lambda row: row['status'] == 'present' and row['printed'] == text and
                  abs(Fraction(row['value'] or 0) - expected) <= Fraction(1, 2 * 10**10), f'{float(expected)} ({text})')

    def limit(self, measure, field, period, expected, why):
        if expected is None:
            self.word(measure, field, period, None, why)
            return
        self.hold(measure, field, period, lambda row: row['status'] == 'present' and
                  abs(float(row['value']) - expected) < 1e-8, expected)


def hold_place(told, measure, period, own, values, behind):
    ranked = own is not None and measure.polarity
    why = measure.why_none(period, told.code) if own is None else 'not_applicable'
    told.word(measure, f'rank{behind}', period, rank(values, own, measure.polarity) if ranked else None, why)
    told.word(measure, f'ranked{behind}', period, len(values))
    told.word(measure, f'quartile{behind}', period, quartile(values, own, measure.polarity) if ranked else None, why)


def hold_funnel(told, measure, period, own, average, count):
    average = average if count >= LEAST_OF_QUARTERS else None
    if period not in measure.apart:
        measure.apart[period] = spread(measure, measure.by[period].values(), average)
    placed = own is not None and own.bottom and average is not None
    told.number(measure, 'funnel_average', period, average)
    why, found = measure.why_none(period, told.code), {}
    for width, z in WIDTHS.items():
        found[width] = limits(measure, average, own.bottom, z, measure.apart[period]) if placed else (None, None)
        told.limit(measure, f'funnel_lower_{width}', period, found[width][0], why)
        told.limit(measure, f'funnel_upper_{width}', period, found[width][1], why)
    word = funnel_place(measure, own.value, found['95'], found['998']) if placed else None
    told.word(measure, 'funnel', period, word, why)


def hold_comparator(told, measure, period, name, figure, count):
    told.number(measure, f'benchmark:{name}', period, figure if count >= LEAST_MEMBERS else None)
    told.word(measure, f'counted:{name}', period, count)


def hold_nation(told, measure, period, average, count):
    if measure.pooled:
        hold_comparator(told, measure, period, 'nation', average, count)
    else:
        told.word(measure, 'benchmark:nation', period, None)
        told.word(measure, 'counted:nation', period, 0)


def mean(wholes, over):
    return (Fraction(sum(wholes), over * len(wholes)) if wholes else None), len(wholes)


def check_organisation(told, measures, groups):
    """groups: {column: {code: text}}"""
    for measure in measures:
        for period, figures in measure.by.items():
            wholes, over, (average, count) = measure.settle(period)
            own = wholes.get(told.code)
            hold_place(told, measure, period, own, list(wholes.values()), '')
            if measure.model:
                hold_funnel(told, measure, period, figures.get(told.code), average, count)
            hold_nation(told, measure, period, average, count)
            hold_comparator(told, measure, period, 'others',
                            *mean([whole for code, whole in wholes.items() if code != told.code], over))
            for column, texts in groups.items():
                members = {code: whole for code, whole in wholes.items() if texts[code] == texts[told.code]}
                hold_place(told, measure, period, own, list(members.values()), f':{column}')
                members.pop(told.code, None)
                hold_comparator(told, measure, period, column, *mean(list(members.values()), over))


def check_pack(program, name, layout, measures, groups):
    told = [Told(program, layout, code) for code in next(iter(groups.values()))]
    for organisation in told:
        check_organisation(organisation, measures, groups)
    compare(f'{name}: ranks, quartiles, funnels and comparators', sum(one.looked_at for one in told),
            [problem for one in told for problem in one.wrong])


# ------------------------------------------------------------------ packs

def write_pack(folder, head, sources, measures, columns):
    """The catalogue and a layout that shows nothing but one of its figures."""
    comparators = ['<comparator id="nation" title="Nation" computed="pooled" of="all"/>',
                   '<comparator id="others" title="Others" computed="mean" of="others"/>']
    comparators += [f'<comparator id="{column}" title="{column}" computed="mean" of="{column}"/>' for column in columns]
    indicators = [f'<indicator id="{name}" title="{name}" {rest}/>' for name, rest in measures]
    text = '\n'.join([f'<catalogue {head}>', *sources, *comparators, *indicators, '</catalogue>\n'])
    (folder / 'catalogue.xml').write_text(text, encoding='utf-8')
    (folder / 'pack.xml').write_text(
        f'<pack title="Ranks" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml">\n'
        f'<page id="one" indicator="{measures[0][0]}"><table><column field="value"/></table></page>\n</pack>\n', encoding='utf-8')


def polarity_word(polarity):
    return {'higher': 'higher-is-better', 'lower': 'lower-is-better', '': 'none'}[polarity]


def number(text):
    return Fraction(text) if text else None


def year_period(year):
    """The last quarter of a financial year, in which its figure is due."""
    return f'{year}-Q4'


def councils_measures():
    """Annual figures as published, those of which the counts are there from the counts too, and shares by quarter."""
    titles = {row['code']: row for row in read_csv(COUNCILS / 'indicators.csv')}
    codes = {row['LocalAuthority']: row['Code'] for row in read_csv(COUNCILS / 'organisations.csv')}
    kinds = {'CORP07': ('share', 100), 'CORP08': ('share', 100), 'SW06': ('rate', 1000)}
    measures, elements = {}, []
    for row in annual_rows():
        code, period, council = row['Code'], year_period(row['Year']), codes[row['LocalAuthority']]
        polarity = 'lower' if titles[code]['ranking'] == 'Ascending' else 'higher'
        if code not in measures:
            measures[code] = Measure(code, polarity, 3)
            elements.append((code, f'unit="average" decimals="3" polarity="{polarity_word(polarity)}" measure="value" '
                                   f'numerator="{code} LA_IndicatorReal"'))
        measures[code].put(period, council, Figure(number(row['LA_IndicatorReal'])))
        if code not in kinds or not row['LA_Den_Real']:
            continue
        model, per = kinds[code]
        name = f'{code}_counts'
        if name not in measures:
            dispersed = code != 'CORP07'
            measures[name] = Measure(name, polarity, 2, per, model, True, dispersed)
            unit = 'unit="percent" measure="ratio"' if model == 'share' else f'unit="rate" measure="rate" per="{per}"'
            unit += ' over-dispersion="yes"' if dispersed else ''
            elements.append((name, f'{unit} decimals="2" average-decimals="2" polarity="{polarity_word(polarity)}" '
                                   f'numerator="{code} LA_Numerator_real" denominator="{code} LA_Den_Real"'))
        top, bottom = number(row['LA_Numerator_real']), number(row['LA_Den_Real'])
        measures[name].put(period, council, Figure(top * per / bottom, top, bottom))
    for row in quarterly_rows():
        name = row['Code'].replace(' ', '_')
        if name not in measures:
            measures[name] = Measure(name, 'higher', 1, 100, 'share', True)
            elements.append((name, 'unit="percent" decimals="1" polarity="higher-is-better" measure="ratio" '
                                   f'numerator="{row["Code"]} Numerator" denominator="{row["Code"]} Denominator"'))
            measures[name + '_printed'] = Measure(name + '_printed', 'higher', 2)
            elements.append((name + '_printed', 'unit="average" decimals="2" polarity="higher-is-better" measure="value" '
                                                f'numerator="{row["Code"]} Value"'))
        if row['Value']:
            measures[name + '_printed'].put(row['Period'].replace(';', '-'), codes[row['LocalAuthority']],
                                            Figure(number(row['Value'])))
        measures[name].put_share(row['Period'].replace(';', '-'), codes[row['LocalAuthority']],
                                 number(row['Numerator']), number(row['Denominator']))
    return list(measures.values()), elements


def rows_of(path):
    with open(path, newline='', encoding='utf-8-sig') as file:
        return list(csv.DictReader(file))


def annual_rows():
    return rows_of(COUNCILS / 'annual.csv')


def quarterly_rows():
    return rows_of(COUNCILS / 'quarterly.csv')


def check_councils(program):
    folder = work_folder()
    for name in ('annual.csv', 'quarterly.csv', 'organisations.csv'):
        shutil.copyfile(COUNCILS / name, folder / name)
    measures, elements = councils_measures()
    sources = ['<organisations file="organisations.csv" code="Code" name="LocalAuthority"/>']
    for code in sorted({row['Code'] for row in annual_rows()}):
        sources.append(f'<source file="annual.csv" form="long" id="Code" period="Year" grain="year" series="{code} {{column}}" '
                       f'where="LocalAuthority={{LocalAuthority}}; Code={code}" optional="yes" '
                       'value="LA_IndicatorReal + LA_Numerator_real + LA_Den_Real"/>')
    sources.append('<source file="quarterly.csv" form="long" id="Code" period="Period" value="Value + Numerator + Denominator" '
                   'where="LocalAuthority={LocalAuthority}"/>')
    columns = ['FamilyPeople', 'FamilyPlace']
    write_pack(folder, 'title="Councils" organisation="{name}" place="{name}" grain="quarter"', sources, elements, columns)
    organisations = read_csv(COUNCILS / 'organisations.csv')
    groups = {column: {row['Code']: row[column] for row in organisations} for column in columns}
    check_pack(program, '32 councils', folder / 'pack.xml', measures, groups)


def trusts_measures():
    """Within four hours in type 1 departments, of the year to date; and admissions of 1,000 attendances, of no polarity."""
    rows = [row for row in read_csv(TRUSTS / 'ae_attendances.csv') if row['type'] == '1']
    within = Measure('within', 'higher', 1, 100, 'share', True)
    admitted = Measure('admitted', '', 1, 1000, 'rate', True)
    dispersed = Measure('dispersed', 'higher', 1, 100, 'share', True, True)
    by = {(row['org_code'], row['period'][:7]): row for row in rows}
    for (code, month), row in by.items():
        year, at = int(month[:4]), int(month[5:])
        first = year if at >= 4 else year - 1
        months = [f'{first + (m > 12)}-{(m - 1) % 12 + 1:02}' for m in range(4, 16)]
        so_far = [by.get((code, m)) for m in months[:months.index(month) + 1]]
        if None not in so_far:
            bottom = sum(Fraction(row['attendances']) for row in so_far)
            top = bottom - sum(Fraction(row['breaches']) for row in so_far)
            for measure in (within, dispersed):
                measure.put(month, code, Figure(top * 100 / bottom, top, bottom))
        top, bottom = Fraction(row['admissions']), Fraction(row['attendances'])
        admitted.put(month, code, Figure(top * 1000 / bottom, top, bottom))
    return [within, admitted, dispersed]


def check_trusts(program):
    folder = work_folder()
    for name in ('ae_attendances.csv', 'organisations.csv'):
        shutil.copyfile(TRUSTS / name, folder / name)
    sources = ['<organisations file="organisations.csv"/>',
               '<source file="ae_attendances.csv" form="long" id="type" period="period" where="type=1; org_code={code}" '
               'value="attendances + breaches + admissions" series="{column}"/>']
    within = ('unit="percent" decimals="1" polarity="higher-is-better" measure="ratio" flow="yes" headline="ytd_value" '
              'numerator="attendances - breaches" denominator="attendances"')
    elements = [('within', within), ('dispersed', f'{within} over-dispersion="yes"'),
                ('admitted', 'unit="rate" per="1000" decimals="1" polarity="none" measure="rate" '
                             'numerator="admissions" denominator="attendances"')]
    write_pack(folder, 'title="Trusts" organisation="{name}" place="{name}"', sources, elements, ['region'])
    groups = {'region': {row['code']: row['region'] for row in read_csv(TRUSTS / 'organisations.csv')}}
    check_pack(program, '24 trusts', folder / 'pack.xml', trusts_measures(), groups)


# ------------------------------------------------------------------ the ranks as published

def published_agreement(family):
    """How many of the published ranks are those of the published figures, and those of the counts; of how many."""
    column = 'FamilyRank' if family else 'ScotRank'
    places = {row['LocalAuthority']: row['FamilyPlace'] for row in read_csv(COUNCILS / 'organisations.csv')}
    by = {}
    for row in quarterly_rows():
        group = places[row['LocalAuthority']] if family else ''
        by.setdefault((row['Code'], row['Period'], group), []).append(row)
    count = of_figures = of_counts = 0
    for rows in by.values():
        figures = [Fraction(row['Value']) for row in rows if row['Value']]
        counts = [Fraction(row['Numerator']) / Fraction(row['Denominator']) for row in rows
                  if row['Denominator'] and Fraction(row['Denominator'])]
        for row in rows:
            if not row[column] or not row['Value'] or not row['Denominator'] or not Fraction(row['Denominator']):
                continue
            place = Fraction(row[column])
            count += 1
            of_figures += place == rank(figures, Fraction(row['Value']), 'higher')
            of_counts += place == rank(counts, Fraction(row['Numerator']) / Fraction(row['Denominator']), 'higher')
    return count, of_figures, of_counts


def check_published():
    """The published ranks are those of shares that were rounded to whole percent, in which many tie; the counts are rounded to 5,
    so that the ranks of theirs, which tie less, are others."""
    for family in (False, True):
        count, of_figures, of_counts = published_agreement(family)
        compare(f"{'Family' if family else 'Scot'}Rank is the rank of the rounded shares; of the counts {of_counts} of {count}",
                count, [] if of_figures == count else [f'{of_figures} of {count} are'])


def main(program):
    check_councils(program)
    check_trusts(program)
    check_published()
