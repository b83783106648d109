"""What must hold of the figures of every pack, whatever they are: months add up to the year to date,
twelve months at its end are the year, the order of the rows of a file changes nothing, and a count that is taken out
leaves a gap, never a zero."""
import csv
import random
import shutil
from fractions import Fraction

from lib import months
from lib.check import check, compare
from lib.pack import TOP, ask, names, work_folder

COUNTED_PACK = "monthly-board-pack"
TAKEN_OUT = "2018-05"
SUPPLIED = "early_help_rate"  # each of its counts is one of twelve months already


def figures(program, folder, pack):
    return ask(program, "figures", folder / "layouts" / f"{pack}.xml", "--quiet")


def by_cell(text):
    return {(row["indicator"], row["field"], row["period"]): row for row in csv.DictReader(text.splitlines())}


def value(cells, *key):
    text = cells.get(key, {"value": ""})["value"]
    return Fraction(text) if text else None


def check_sums(pack, cells):
    """Every sum that is there is that of its months. A population stands in both as it is."""
    looked_at, wrong = 0, []
    for (name, field, month), row in cells.items():
        summed = months.of_year(month) if field in ("ytd_numerator", "ytd_denominator") else \
            months.up_to(month, 12) if field in ("rolling_12_numerator", "rolling_12_denominator") else []
        parts = [value(cells, name, field.split("_")[-1], one) for one in summed]
        if not row["value"] or not parts or None in parts or name == SUPPLIED:
            continue
        looked_at += 1
        if Fraction(row["value"]) not in (sum(parts), parts[-1] if field.endswith("denominator") else None):
            wrong.append(f"{name} {field} {month} is {row['value']}, and its months make {sum(parts)}")
    if looked_at:
        compare(f"sums of {pack}", looked_at, wrong)


def check_ends_of_years(pack, cells):
    looked_at, wrong = 0, []
    for (name, field, month), row in cells.items():
        if field not in ("ytd_numerator", "ytd_denominator", "ytd_value") or not month.endswith("-03") or not row["value"]:
            continue
        whole = value(cells, name, field.replace("ytd", "rolling_12"), month)
        if whole is None:
            continue
        looked_at += 1
        if Fraction(row["value"]) != whole:
            wrong.append(f"{name} {field} {month} is {row['value']}, and twelve months make {whole}")
    if looked_at:
        compare(f"ends of years of {pack}", looked_at, wrong)


def shuffle(path, chance):
    """The rows of a file below its header in another order."""
    with open(path, newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    if '' in header:
        return  # titles stand above them
    chance.shuffle(rows)
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def take_out(path, month):
    """Leaves the first count of a month empty."""
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [",".join([line.split(",")[0], "", *line.split(",")[2:]]) if line.startswith(month) else line for line in lines]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def check_gaps(before, after):
    """A count that is gone is a gap, and so is all that is summed or divided with it."""
    looked_at, wrong = 0, []
    lost = {key[:2] for key, row in before.items() if key[2] == TAKEN_OUT and key[1] in ("numerator", "denominator")
            and row["value"] and not after[key]["value"]}
    for name, part in sorted(lost):
        follows = [(field, TAKEN_OUT) for field in ("value", "change_previous", "rag", part)]
        for month in months.from_to(TAKEN_OUT, "2018-07"):
            follows += [(field, month) for field in (f"ytd_{part}", "ytd_value", "ytd_variance", "ytd_rag")]
            follows += [(f"rolling_12_{part}", month), ("rolling_12_value", month)] \
                if (name, f"rolling_12_{part}", month) in after else []
        for field, month in follows:
            row = after.get((name, field, month))
            looked_at += 1
            if row is not None and (row["value"] or row["printed"] or row["status"] != "missing"):
                wrong.append(f"{name} {field} {month} is {row['value'] or row['status']} without the count of {TAKEN_OUT}")
    compare("a count taken out", looked_at, wrong if looked_at >= 100 else [f"only {looked_at} cells follow from it"])


def main(program):
    chance, folder = random.Random(5), work_folder()
    for part in ("layouts", "data", "fonts"):
        shutil.copytree(TOP / part, folder / part)
    answers = {pack: figures(program, TOP, pack) for pack in names()}
    for pack, answer in answers.items():
        check_sums(pack, by_cell(answer))
        check_ends_of_years(pack, by_cell(answer))
    for path in sorted((folder / "data").glob("*/*.csv")):
        shuffle(path, chance)
    for pack, answer in answers.items():
        check(f"rows of {pack} in another order", figures(program, folder, pack) != answer and "other figures")
    for path in sorted((folder / "data" / "peterborough-2018-07").glob("chart_*.csv")):
        take_out(path, TAKEN_OUT)
    check_gaps(by_cell(answers[COUNTED_PACK]), by_cell(figures(program, folder, COUNTED_PACK)))
