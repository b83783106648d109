#!/usr/bin/env python3
"""properties.py PROGRAM: what must hold of the figures of every pack, whatever they are: months add up to the year to date,
twelve months at its end are the year, the order of the rows of a file changes nothing, and a count that is taken out
leaves a gap, never a zero."""
import csv
import random
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
PACKS = {"monthly-board-pack": "2018-07", "monthly-performance-report": "2019-03", "quarterly-kpi-booklet": "2017-09",
         "monthly-scorecard": "2018-06", "graph-booklet": "2015-06"}
COUNTED_PACK = "monthly-board-pack"
TAKEN_OUT = "2018-05"
SUPPLIED = "early_help_rate"  # each of its counts is one of twelve months already


def figures(program, folder, pack):
    return subprocess.run([program, "figures", str(folder / "layouts" / f"{pack}.xml"), "--period", PACKS[pack], "--quiet"],
                          check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def by_cell(text):
    return {(row["indicator"], row["field"], row["period"]): row for row in csv.DictReader(text.splitlines())}


def value(cells, *key):
    text = cells.get(key, {"value": ""})["value"]
    return Fraction(text) if text else None


def months_before(month, how_many):
    """The months up to one, that one last."""
    at = int(month[:4]) * 12 + int(month[5:]) - 1
    return [f"{one // 12}-{one % 12 + 1:02}" for one in range(at - how_many + 1, at + 1)]


def of_the_year(month):
    return months_before(month, (int(month[5:]) - 4) % 12 + 1)


def sums(cells):
    """Every sum that is there is that of its months. A population stands in both as it is."""
    looked_at = wrong = 0
    for (name, field, month), row in cells.items():
        months = of_the_year(month) if field in ("ytd_numerator", "ytd_denominator") else \
            months_before(month, 12) if field in ("rolling_12_numerator", "rolling_12_denominator") else []
        parts = [value(cells, name, field.split("_")[-1], one) for one in months]
        if not row["value"] or not parts or None in parts or name == SUPPLIED:
            continue
        looked_at += 1
        if Fraction(row["value"]) not in (sum(parts), parts[-1] if field.endswith("denominator") else None):
            wrong += 1
            print(name, field, month, "is", row["value"], "and its months make", sum(parts))
    return looked_at, wrong


def ends_of_years(cells):
    looked_at = wrong = 0
    for (name, field, month), row in cells.items():
        if field not in ("ytd_numerator", "ytd_denominator", "ytd_value") or not month.endswith("-03") or not row["value"]:
            continue
        whole = value(cells, name, field.replace("ytd", "rolling_12"), month)
        if whole is None:
            continue
        looked_at += 1
        if Fraction(row["value"]) != whole:
            wrong += 1
            print(name, field, month, "is", row["value"], "and twelve months make", whole)
    return looked_at, wrong


def shuffle(path, chance):
    """The rows of a file below its header in another order."""
    with open(path, newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    chance.shuffle(rows)
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def take_out(path, month):
    """Leaves the first count of a month empty."""
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [",".join([line.split(",")[0], "", *line.split(",")[2:]]) if line.startswith(month) else line for line in lines]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def gaps(before, after):
    """A count that is gone is a gap, and so is all that is summed or divided with it."""
    looked_at = wrong = 0
    lost = {key[:2] for key, row in before.items() if key[2] == TAKEN_OUT and key[1] in ("numerator", "denominator")
            and row["value"] and not after[key]["value"]}
    for name, part in sorted(lost):
        follows = [("value", TAKEN_OUT), ("change_previous", TAKEN_OUT), ("rag", TAKEN_OUT), (part, TAKEN_OUT)]
        for month in months_before(PACKS[COUNTED_PACK], 3):
            follows += [(field, month) for field in (f"ytd_{part}", "ytd_value", "ytd_variance", "ytd_rag")]
            follows += [(f"rolling_12_{part}", month), ("rolling_12_value", month)] \
                if (name, f"rolling_12_{part}", month) in after else []
        for field, month in follows:
            row = after.get((name, field, month))
            looked_at += 1
            if row is not None and (row["value"] or row["printed"] or row["status"] != "missing"):
                wrong += 1
                print(name, field, month, "is", row["value"] or row["status"], "without the count of", TAKEN_OUT)
    return looked_at, wrong


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: properties.py PROGRAM")
    program, chance, results = sys.argv[1], random.Random(5), []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("layouts", "data", "fonts"):
            shutil.copytree(TOP / part, folder / part)
        answers = {pack: figures(program, TOP, pack) for pack in PACKS}
        for pack, answer in answers.items():
            results += [(f"sums of {pack}", *sums(by_cell(answer))), (f"ends of years of {pack}", *ends_of_years(by_cell(answer)))]
        for path in sorted((folder / "data").glob("*/*.csv")):
            shuffle(path, chance)
        results += [(f"rows of {pack} in another order", 1, int(figures(program, folder, pack) != answer))
                    for pack, answer in answers.items()]
        for path in sorted((folder / "data" / "peterborough-2018-07").glob("chart_*.csv")):
            take_out(path, TAKEN_OUT)
        before, after = by_cell(answers[COUNTED_PACK]), by_cell(figures(program, folder, COUNTED_PACK))
        results.append(("a count taken out", *gaps(before, after)))
    for what, looked_at, wrong in results:
        if wrong:
            print(f"{what}: {wrong} of {looked_at} wrong")
    wrong = sum(result[2] for result in results)
    looked_at = sum(result[1] for result in results)
    print(f"{looked_at - wrong} passed, {wrong} failed")
    sys.exit(1 if wrong or results[-1][1] < 100 else 0)


if __name__ == "__main__":
    main()
