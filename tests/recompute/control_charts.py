"""Control charts of made-up figures, worked out again by other means from the rules in
docs/definitions.md, and compared with every `spc_` field that `figures` prints."""
import csv
import random
from fractions import Fraction

from lib import months
from lib.check import check, compare
from lib.pack import TOP, figures, work_folder

MONTHS = months.from_to("2013-01", "2018-07")
CASES = 40

LAYOUT = """<?xml version="1.0" encoding="UTF-8"?>
<pack title="T" catalogue="../data/catalogue.xml" fonts="%s/fonts/fonts.xml" period="%s">
  <pages template="t" all="yes"/><template id="t"><heading/></template>
</pack>"""


def make_case(number):
    """Options, and a figure or None for each month: numerator and denominator."""
    wave, drift = random.choice([3, 30, 120]), random.choice([0, 0, 0, 2, -2, 4])
    figures = []
    for month in range(random.randint(2, len(MONTHS))):
        bottom = random.choice([1, 997, random.randint(300, 900)])
        figures.append(None if random.random() < 0.07 else (500 + random.randint(-wave, wave) + drift * month, bottom))
    places = sorted(random.sample(range(1, len(MONTHS)), random.choice([0, 0, 1, 2])))
    return {
        "id": f"i{number}", "figures": figures, "rebases": places,
        "better": random.choice(["higher-is-better", "lower-is-better", "none"]),
        "points": random.choice([6, 7]), "baseline": random.choice([0, 0, 2, 12, 13, 24]),
        "screening": random.random() < 0.5, "outside_counts": random.random() < 0.5,
        "target": random.choice([None, Fraction(500), Fraction(52, 5)]),
    }


def indicator_xml(case):
    number = case["id"][1:]
    baseline = f'baseline="{case["baseline"]}"' if case["baseline"] else ""
    target = f'<target value="{float(case["target"]):g}"/>' if case["target"] is not None else ""
    rebases = "".join(f'<rebase from="{MONTHS[place]}" reason="R"/>' for place in case["rebases"])
    return (f'<indicator id="{case["id"]}" title="I" unit="average" decimals="2" measure="ratio" per="1" '
            f'numerator="n{number}" denominator="d{number}" polarity="{case["better"]}">{target}<control-chart '
            f'points="{case["points"]}" {baseline} screening="{"yes" if case["screening"] else "no"}" '
            f'outside-counts="{"yes" if case["outside_counts"] else "no"}">{rebases}</control-chart></indicator>')


def write_pack(folder, cases):
    (folder / "data").mkdir()
    (folder / "layouts").mkdir()
    header = ["period"] + [f"{letter}{case['id'][1:]}" for case in cases for letter in "nd"]
    with open(folder / "data" / "counts.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for place, month in enumerate(MONTHS):
            cells = [case["figures"][place] if place < len(case["figures"]) else None for case in cases]
            writer.writerow([month] + [text for cell in cells for text in (cell or ("", ""))])
    catalogue = "".join(indicator_xml(case) for case in cases)
    (folder / "data" / "catalogue.xml").write_text(
        f'<catalogue title="T" organisation="O" place="P"><source file="counts.csv"/>{catalogue}</catalogue>')
    (folder / "layouts" / "pack.xml").write_text(LAYOUT % (TOP, MONTHS[-1]))


def lines_of(values, case):
    base = values[:case["baseline"]] if case["baseline"] else values
    ranges = [abs(after - before) for before, after in zip(base, base[1:])]
    mean = sum(base) / len(base)
    if not ranges:
        return mean, None
    if case["screening"]:
        limit = Fraction("3.267") * sum(ranges) / len(ranges)
        ranges = [step for step in ranges if step < limit] or ranges
    return mean, Fraction("2.66") * sum(ranges) / len(ranges)


def point_rule(values, place, mean, reach, case):
    """The first rule that holds for a point, and whether it speaks of high figures."""
    def beyond(value, distance):
        return reach is not None and abs(value - mean) > distance
    def near(value):
        return beyond(value, reach and reach * 2 / 3) and (case["outside_counts"] or not beyond(value, reach))
    value, run, count = values[place], case["points"], len(values)
    if beyond(value, reach):
        return "outside", value > mean
    for first in range(max(0, place - run + 1), min(place, count - run) + 1):
        window = values[first:first + run]
        steps = {(after > before) - (after < before) for before, after in zip(window, window[1:])}
        if steps in ({1}, {-1}):
            return "trend", steps == {1}
    for first in range(max(0, place - 2), min(place, count - 3) + 1):
        window = values[first:first + 3]
        one_side = all(x > mean for x in window) or all(x < mean for x in window)
        if one_side and near(value) and sum(near(x) for x in window) >= 2:
            return "two_of_three", value > mean
    for first in range(max(0, place - run + 1), min(place, count - run) + 1):
        window = values[first:first + run]
        if all(x > mean for x in window) or all(x < mean for x in window):
            return "shift", value > mean
    return None, False


def judgement(high, better):
    if better == "none":
        return "neither_high" if high else "neither_low"
    return "improvement" if high == (better == "higher-is-better") else "concern"


def assurance(mean, reach, case):
    target = case["target"]
    if target is None or reach is None or case["better"] == "none":
        return ""
    above, below = mean - reach >= target, mean + reach <= target
    if above if case["better"] == "higher-is-better" else below:
        return "consistently_passes"
    return "consistently_fails" if above or below else "hit_or_miss"


def expected(case):
    """{(field, month): the value printed, rounded}"""
    cells = {}
    ends = [0] + [place for place in case["rebases"] if place < len(case["figures"])] + [len(case["figures"])]
    for first, end in zip(ends, ends[1:]):
        months = [place for place in range(first, end) if case["figures"][place] is not None]
        values = [Fraction(*case["figures"][place]) for place in months]
        if not values:
            continue
        mean, reach = lines_of(values, case)
        for index, place in enumerate(months):
            rule, high = point_rule(values, index, mean, reach, case)
            name = judgement(high, case["better"]) if rule else "common"
            side = "" if not rule or name.startswith("neither") else "_high" if high else "_low"
            parts = {"mean": mean, "point": name, "rule": rule or "",
                     "variation": "" if reach is None else name + side,  # too few figures for limits
                     "assurance": assurance(mean, reach, case)}
            for field, factor in (("upper", 1), ("lower", -1), ("near_upper", Fraction(2, 3)),
                                  ("near_lower", Fraction(-2, 3))):
                parts[field] = "" if reach is None else mean + factor * reach
            for field, value in parts.items():
                cells[f"spc_{field}", MONTHS[place]] = value
    return cells


def agrees(wanted, row):
    if isinstance(wanted, str):
        return row["printed"] == wanted
    return row["value"] != "" and abs(Fraction(row["value"]) - wanted) <= Fraction(1, 10**10)


def main(program):
    random.seed(2)
    cases, folder = [make_case(number) for number in range(CASES)], work_folder()
    write_pack(folder, cases)
    wanted = {(case["id"], *key): value for case in cases for key, value in expected(case).items()}
    seen, rules, wrong = 0, set(), []
    for key, row in figures(program, folder / "layouts" / "pack.xml", "--allow-outside").items():
        if not row["field"].startswith("spc_"):
            continue
        value = wanted.pop(key, "")
        seen += 1
        rules.add(row["printed"] if row["field"] == "spc_rule" else "")
        if not agrees(value, row):
            wrong.append(f"{row}: expected {value if isinstance(value, str) else float(value)}")
    compare(f"{seen} cells of control charts", seen, wrong + [f"{key} is not there" for key in wanted])
    check("each rule holds somewhere", [rule for rule in ("outside", "trend", "two_of_three", "shift") if rule not in rules])
