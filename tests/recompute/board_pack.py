"""Works out every figure of the sample pack again, straight from the CSV files by the rules of the
published report, and compares each cell with what `figures` says. Nothing here reads the catalogue."""
from fractions import Fraction

from lib import months
from lib.check import compare
from lib.pack import TOP, figures, read_csv
from lib.reckon import change, expected_text, ratio, scaled, total

DATA = TOP / "data" / "peterborough-2018-07"
LAYOUT = TOP / "layouts" / "monthly-board-pack.xml"
PERIOD = "2018-07"
MONTHS = months.from_to("2017-04", "2019-03")

# file, numerator, denominator, scale, cumulative, variance is relative, decimals of variance and of that to date
TOPICS = {
    "contacts_to_referral": ("chart_01_contacts_referrals", "referrals", "contacts", 100, True, False, 1, 1),
    "referrals_to_assessment": ("chart_03_referrals_assessments", "assessments", "referrals", 100, True, False, 0, 1),
    "early_help_rate": ("chart_04_early_help", "rolling_12_published", "population_0_17", 10000, False, True, 1, 1),
    "assessments_within_45_days": ("chart_05_assessment_timescales", "sa_within_45", "sa_all", 100, True, False, 1, 1),
    "re_referrals": ("chart_06_re_referrals", "re_referrals", "referrals", 100, True, False, 1, 1),
    "cp_plan_rate": ("chart_07_child_protection_plans", "cp_plans", "population_0_17", 10000, False, True, 1, 1),
    "cp_visits_in_time": ("chart_09_cp_visits", "cp_visits_in_time", "cp_visits_due", 100, False, False, 1, 1),
    "placement_stability": ("chart_11_placement_stability", "cic_3plus_placements", "cic_total", 100, False, False, 1, 1),
    "cic_visits_in_time": ("chart_13_cic_visits", "cic_visits_in_time", "cic_visits_due", 100, False, False, 1, 1),
    "personal_education_plans": ("chart_16_peps", "peps_in_place", "cic_school_age", 100, False, False, 1, 1),
}

# The letter below the first limit, up to the second, and from it on; the first month that the key is meant for.
KEYS = {
    "contacts_to_referral": ("G", "26", "A", "30", "R", "2018-04"),
    "referrals_to_assessment": ("R", "90", "A", "95", "G", "2018-04"),
    "early_help_rate": ("R", "147", "A", "250", "G", "2018-04"),
    "assessments_within_45_days": ("R", "79", "A", "90", "G", "2018-04"),
    "re_referrals": ("G", "24", "A", "30", "R", "2018-04"),
    "cp_plan_rate": ("G", "51", "A", "53", "R", "2018-04"),
    "cp_visits_in_time": ("R", "90", "A", "98", "G", "2017-04"),
    "placement_stability": ("G", "5.6", "A", "10", "R", "2018-04"),
    "cic_visits_in_time": ("R", "90", "A", "98", "G", "2017-04"),
    "personal_education_plans": ("R", "95", "A", "98", "G", "2017-04"),
}


def read_counts(name):
    """{series: {month: whole number or None}}, with the sum that chart 5 prints and the population of both rates."""
    table = read_csv(DATA / f"{name}.csv")
    counts = {column: {row["period"]: int(row[column]) if row[column] else None for row in table}
              for column in table[0] if column != "period" and not column.startswith("published_rag")}
    if "sa_over_45" in counts:
        counts["sa_all"] = {month: None if within is None else within + counts["sa_over_45"][month]
                            for month, within in counts["sa_within_45"].items()}
    return counts


def published_letters(topic):
    """{month: the letter that the report printed}, of topics whose data have them."""
    return {row["period"]: row[column] or None for row in read_csv(DATA / f"{TOPICS[topic][0]}.csv")
            for column in row if column.startswith("published_rag")}


def letter(topic, number, month, reported):
    """By the key, which is judged on any figure; before it holds as published, which is of the reported one."""
    low, first, middle, second, high, since = KEYS[topic]
    if month < since:
        return published_letters(topic).get(month) if reported else None
    if number is None:
        return None
    tenths = scaled(number, 1)
    return low if tenths < Fraction(first) * 10 else middle if tenths < Fraction(second) * 10 else high


def variance(number, target, relative):
    if number is None or target is None:
        return None
    return (number / target - 1) * 100 if relative else number - target


def months_of(month, how_many):
    at = MONTHS.index(month)
    return MONTHS[at - how_many + 1:at + 1] if at + 1 >= how_many else []


def arrow(topic, number, before):
    """Up is better: where the first letter of the key is green, a fall."""
    if number is None or before is None:
        return None
    rise = scaled(number, 1) - scaled(before, 1)
    rise = -rise if KEYS[topic][0] == "G" else rise
    return "up" if rise > 0 else "down" if rise < 0 else "level"


def against_target(topic, number, target):
    if target is None:
        return "none"
    return {None: None, "up": "better", "level": "achieving", "down": "missing"}[arrow(topic, number, target)]


def put_history(topic, cells, month, reported):
    """What looks back: the last month, the same month of last year, the last twelve that are there."""
    history = [cells["value", one][0] for one in MONTHS[:MONTHS.index(month) + 1]]
    number = history[-1]
    for name, months in (("previous", 1), ("last_year", 12)):
        before = history[-1 - months] if len(history) > months else None
        cells["change_" + name, month] = (change(number, before), 0, True)
        cells["direction_" + name, month] = (arrow(topic, number, before), 0, False)
    there = [one for one in history[-12:] if one is not None]
    for name, found in (("average", sum(there) / len(there) if there else None), ("maximum", max(there, default=None)),
                        ("minimum", min(there, default=None))):
        cells[f"{name}_12", month] = (found, 1, False)
    cells["target_status", month] = (against_target(topic, reported, cells["target", month][0]), 0, False)


def work_out(topic, population, targets):
    """{(field, month): (value, decimals, plus)}; value is None where absent, a letter for a RAG."""
    name, top, bottom, scale, cumulative, relative, decimals, ytd_decimals = TOPICS[topic]
    counts = dict(read_counts(name), population_0_17=population)
    cells = {}
    for month in MONTHS:
        known = month <= PERIOD
        target = targets.get((topic, month))

        def put(field, value, places=0, plus=False):
            cells[field, month] = (value, places, plus)

        def put_rate(prefix, upper, lower):
            put(prefix + "numerator", upper)
            put(prefix + "denominator", lower)
            put(prefix + "value", ratio(upper, lower, scale), 1)
            return cells[prefix + "value", month][0]

        def put_judgement(prefix, number, places):
            put(prefix + "variance", variance(number, target, relative), places, True)
            put(prefix + "rag", letter(topic, number, month, cumulative == (prefix == "ytd_")))

        upper, lower = (counts[series][month] if known else None for series in (top, bottom))
        put("target", target, 1)
        put_judgement("", put_rate("", upper, lower), decimals)
        if cumulative:
            year = [one for one in MONTHS if ("2018-04" <= one) == ("2018-04" <= month) and one <= month]
            upper, lower = (total(counts[series], year) if known else None for series in (top, bottom))
            put_judgement("ytd_", put_rate("ytd_", upper, lower), ytd_decimals)
            twelve = months_of(month, 12)
            upper, lower = (total(counts[series], twelve) if known else None for series in (top, bottom))
            put_rate("rolling_12_", upper, lower)
        if topic == "early_help_rate":
            put_rate("rolling_12_", upper, lower)
        if known:
            put_history(topic, cells, month, cells["ytd_value" if cumulative else "value", month][0])
    return cells


def read_targets():
    return {(row["indicator"], month): Fraction(row["target"]) for row in read_csv(DATA / "targets.csv")
            for month in MONTHS if row["from_period"] <= month <= row["to_period"]}


def main(program):
    said = figures(program, LAYOUT, "--period", PERIOD)
    targets, population = read_targets(), read_counts("chart_07_child_protection_plans")["population_0_17"]
    nothing = {"value": "no such row", "printed": "", "status": ""}
    for topic in TOPICS:
        wrong, cells = [], work_out(topic, population, targets)
        for (field, month), cell in cells.items():
            row, (value, text) = said.pop((topic, field, month), nothing), expected_text(*cell)
            if (row["value"], row["printed"], row["status"] == "present") != (value, text, value != ""):
                wrong.append(f"{field} {month}: expected {value!r} {text!r}, found {row['value']!r} {row['printed']!r}"
                             f" {row['status']}")
        compare(f"{topic}: {len(cells)} cells", len(cells), wrong)
    left = [f"{key}: {row['value']}" for key, row in said.items()
            if not key[1].startswith("benchmark:") and (row["value"] or row["printed"])]
    compare("nothing else is said", len(said), left)
