"""The two packs of open data, each for several of its organisations: what stands in them is worked out again from the files as
published, with Python's fractions. Ranks, quartiles and limits have a step of their own."""
import calendar
import csv
from fractions import Fraction
from xml.etree import ElementTree

from lib.check import compare
from lib.pack import TOP, figures
from lib.reckon import change, plain, printed

TRUSTS, COUNCILS = ('R1H', 'RBS', 'RBN', 'R1F'), ('S12000047', 'S12000049', 'S12000023', 'S12000050')
MONTHS = [f'{year}-{month:02}' for year in (2016, 2017, 2018, 2019) for month in range(1, 13)]
MONTHS = MONTHS[MONTHS.index('2016-04'):MONTHS.index('2019-03') + 1]
PERCENT = {'CHN09', 'CHN18', 'CHN22', 'CHN23', 'CORP07', 'CORP08', 'ENV06'}
DECIMALS = {'SW01': 2, 'SW08': 0, 'ENV04a': 0, 'CORP 09': 0, 'CORP 10': 0}
PER = {'CORP07': 100, 'CORP08': 100, 'SW01': 1000, 'SW06': 1000, 'SW08': 1000, 'ENV04a': 1000, 'CORP06b': 1, 'HSN04b': 1}
LATE = {'CHN09', 'CHN22', 'CHN23'}  # their 2022/23 is not there yet


def rows(path):
    with open(TOP / 'data' / path, encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file))


def problems(got, wanted):
    """What of {(indicator, field, period): (number, decimals)} is not in the figures; None: no figure."""
    for key, (number, decimals) in wanted.items():
        row = got.get(key, {})
        want = ('', '') if number is None else (plain(number), printed(number, decimals, key[1].startswith('change')))
        have = row.get('value', 'no such row'), row.get('printed', '') if number is not None else ''
        if have != want:
            yield f'{" ".join(key)}: {have}, expected {want}'


# ------------------------------------------------------------------ trusts

def sums(lines, kinds):
    """{month: [attendances, breaches, admissions]} of these types of department."""
    found = {}
    for line in lines:
        if line['type'] in kinds:
            counts = found.setdefault(line['period'][:7], [0, 0, 0])
            for i, column in enumerate(('attendances', 'breaches', 'admissions')):
                counts[i] += int(line[column])
    return found


def trust_figures(lines):
    every, major = sums(lines, {'1', '2', 'other'}), sums(lines, {'1'})
    shares = {'four_hours': lambda a, m: (a[0] - a[1], a[0]), 'four_hours_1': lambda a, m: (m[0] - m[1], m[0]),
              'type1_share': lambda a, m: (m[0], a[0]), 'conversion': lambda a, m: (a[2], a[0])}
    counts = {'attendances': 0, 'breaches': 1, 'admissions': 2}
    wanted = {}
    for name, parts in shares.items():
        year = None
        for month in MONTHS:
            top, bottom = parts(every[month], major[month])
            year = (top, bottom) if month.endswith('-04') else (year[0] + top, year[1] + bottom)
            wanted[name, 'numerator', month], wanted[name, 'denominator', month] = (top, 0), (bottom, 0)
            wanted[name, 'value', month] = Fraction(100 * top, bottom), 1
            wanted[name, 'ytd_value', month] = Fraction(100 * year[0], year[1]), 1
    for name, place in counts.items():  # by the day
        total, values = (0, 0), {}
        for i, month in enumerate(MONTHS):
            count, days = every[month][place], calendar.monthrange(int(month[:4]), int(month[5:]))[1]
            total = (count, days) if month.endswith('-04') else (total[0] + count, total[1] + days)
            values[month] = Fraction(count, days)
            wanted[name, 'numerator', month], wanted[name, 'denominator', month] = (count, 0), (days, 0)
            wanted[name, 'value', month], wanted[name, 'ytd_value', month] = (values[month], 0), (Fraction(*total), 0)
            if i >= 12:
                wanted[name, 'change_last_year', month] = change(values[month], values[MONTHS[i - 12]]), 0
    for month in MONTHS:
        wanted['four_hours', 'target', month] = Fraction(95), 1
    return wanted


def limits(values):
    """Mean and limits of an XmR chart whose baseline is the first 24, or all where there are fewer."""
    base = values[:24]
    mean = sum(base) / len(base)
    reach = Fraction('2.66') * sum(abs(b - a) for a, b in zip(base, base[1:])) / (len(base) - 1)
    return mean - reach, mean, mean + reach


def begun_anew(code, measure):
    """The month with which the last part of a measure's chart begins."""
    catalogue = ElementTree.parse(TOP / 'data/nhs-ae/catalogue.xml')
    node = next(one for one in catalogue.iter('indicator') if one.get('id') == measure)
    months = [one.get('from') for one in node.iter('rebase') if code in one.get('codes').split()]
    return max(months, default=MONTHS[0])


def trust_limits(wanted, code):
    """Of the last month, as printed: means of unlike fractions are cut."""
    for name, decimals in (('four_hours', 1), ('four_hours_1', 1), ('breaches', 0), ('attendances', 0), ('type1_share', 1),
                           ('admissions', 0), ('conversion', 1)):
        values = [Fraction(wanted[name, 'value', month][0]) for month in MONTHS if month >= begun_anew(code, name)]
        for field, number in zip(('spc_lower', 'spc_mean', 'spc_upper'), limits(values)):
            yield (name, field, MONTHS[-1]), printed(number, decimals)


# ------------------------------------------------------------------ councils

OF_PLACE = ('CORP06b', 'CORP08', 'CORP 09', 'CORP 10', 'ENV04a', 'ENV06', 'ECON03')  # compared by rural and urban


def families():
    """{(area, column): the other seven}"""
    areas = rows('scottish-councils/organisations.csv')
    return {(own['LocalAuthority'], column): [other['LocalAuthority'] for other in areas
                                               if other[column] == own[column] and other is not own]
            for own in areas for column in ('FamilyPeople', 'FamilyPlace')}


def annual_value(line):
    code = line['Code']
    if line['LA_Den_Real']:
        return Fraction(line['LA_Numerator_real']) / Fraction(line['LA_Den_Real']) * PER[code]
    return Fraction(line['LA_IndicatorReal']) * (100 if code in PERCENT else 1)


def council_values():
    """{(measure, period, area): figure}, and {(measure, period): Scotland's}"""
    values, scotland, sums_of_all = {}, {}, {}
    for line in rows('scottish-councils/annual.csv'):
        period = f'{line["Year"]}-Q4'
        values[line['Code'], period, line['LocalAuthority']] = annual_value(line)
        scotland.setdefault((line['Code'], period),
                            Fraction(line['Scotland_Indicator_Real']) * (100 if line['Code'] in PERCENT else 1))
    for line in rows('scottish-councils/quarterly.csv'):
        key = line['Code'], line['Period'].replace(';', '-')
        if Fraction(line['Denominator']):
            values[(*key, line['LocalAuthority'])] = Fraction(line['Value']) * 100
        total = sums_of_all.setdefault(key, [0, 0])
        total[0] += Fraction(line['Numerator'])
        total[1] += Fraction(line['Denominator'])
    return values, scotland | {key: top / bottom * 100 for key, (top, bottom) in sums_of_all.items()}


def council_figures(area, values, scotland, families_of):
    wanted = {}
    for (code, period), of_all in scotland.items():
        if period > '2023-24-Q1':
            continue
        decimals = DECIMALS.get(code, 1)
        wanted[code, 'value', period] = values.get((code, period, area)), decimals
        wanted[code, 'benchmark:scotland', period] = of_all, decimals
        column = 'FamilyPlace' if code in OF_PLACE else 'FamilyPeople'
        found = [values[code, period, other] for other in families_of[area, column] if (code, period, other) in values]
        wanted[code, 'benchmark:family', period] = sum(found) / len(found), decimals
    return wanted


def printed_alone(wanted):
    """A mean of many unlike fractions is cut behind its fifteenth decimal: what is printed is looked at."""
    return {key: printed(*value) for key, value in wanted.items() if key[1] == 'benchmark:family'}


def text_problems(got, wanted):
    for key, text in wanted.items():
        have = got.get(key, {}).get('printed', 'no such row')
        if have != text:
            yield f'{" ".join(key)}: {have}, expected {text}'


def members_told(column):
    """What the contents say of family groups: `**2**: Angus, Argyll & Bute.`"""
    groups = {}
    for area in rows('scottish-councils/organisations.csv'):
        groups.setdefault(area[column], []).append(area['LocalAuthority'])
    return [f'**{group}**: {", ".join(members)}.' for group, members in sorted(groups.items())]


def main(program):
    lines = rows('nhs-ae/ae_attendances.csv')
    for code in TRUSTS:
        got = figures(program, TOP / 'layouts/trust-board-report.xml', '--organisation', code)
        wanted = trust_figures([line for line in lines if line['org_code'] == code])
        compare(f'trust {code}: counts, shares, years to date', len(wanted), problems(got, wanted))
        drawn = dict(trust_limits(wanted, code))
        compare(f'trust {code}: limits', len(drawn), text_problems(got, drawn))
    names = {line['Code']: line['LocalAuthority'] for line in rows('scottish-councils/organisations.csv')}
    values, scotland = council_values()
    groups = families()
    layout = ElementTree.parse(TOP / 'layouts/council-benchmark-pack.xml')
    texts = [line for text in layout.iter('text') for line in (text.text or '').split('\n')]
    told = members_told('FamilyPeople') + members_told('FamilyPlace')
    compare('contents: who is in a family group', len(told), [line for line in told if line not in texts])
    for code in COUNCILS:
        got = figures(program, TOP / 'layouts/council-benchmark-pack.xml', '--organisation', code)
        wanted = council_figures(names[code], values, scotland, groups)
        means = printed_alone(wanted)
        exact = {key: value for key, value in wanted.items() if key not in means}
        compare(f'{names[code]}: figures, and Scotland', len(exact), problems(got, exact))
        compare(f'{names[code]}: family groups', len(means), text_problems(got, means))
        late = {(measure, 'value', '2022-23-Q4') for measure in LATE}
        compare(f'{names[code]}: what is not published yet', len(late),
                [' '.join(key) for key in late if got[key]['status'] != 'not_due'])
