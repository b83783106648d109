#!/usr/bin/env python3
"""tiles.py PROGRAM: publishes tiles over whole catalogues and looks whether each says what the rows say.

What a tile must say is counted here from the lines of `PROGRAM figures`; what it says is read from the page's text."""
import collections
import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
WORDS = {"target_status": ["better", "achieving", "missing", "none"], "direction_previous": ["up", "level", "down"],
         "direction_last_year": ["up", "level", "down"], "direction_annual": ["up", "level", "down"],
         "rag": ["green", "amber", "red"], "ytd_rag": ["green", "amber", "red"]}
PRINTED = {"green": "G", "amber": "A", "red": "R"}
# What a report printed above its rows.
PUBLISHED = {"quarterly-kpi-booklet": {
    "direction_previous": [14, 8, 11, 18], "target_status": [9, 4, 8, 30, 0]}}


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8").stdout


def count_rows(program, layout, period):
    counts, indicators = collections.Counter(), set()
    for row in csv.DictReader(run(program, "figures", layout, "--format", "csv").splitlines()):
        indicators.add(row["indicator"])
        if row["period"] == period:
            counts[row["field"], row["printed"]] += 1
    wanted = {}
    for field, words in WORDS.items():
        numbers = [counts[field, PRINTED.get(word, word)] for word in words]
        wanted[field] = numbers + [len(indicators) - sum(numbers)]
    return wanted, len(indicators)


def write_layout(path, catalogue, period):
    pages = "".join(
        f'<tiles title="{field}">' + "".join(f'<tile count="{field}:{word}" label="x"/>' for word in [*words, "absent"])
        + "</tiles>" for field, words in WORDS.items())
    path.write_text(
        f'<pack title="Tiles" catalogue="{catalogue}" fonts="{TOP}/fonts/fonts.xml" orientation="landscape" '
        f'period="{period}"><page title="Tiles"><tiles title="all"><tile count="all" label="x"/></tiles>{pages}</page>'
        '</pack>', encoding="utf-8")


def read_tiles(pdf):
    tiles, title = {}, None
    for word in run("pdftotext", "-layout", pdf, "-").split():
        if word in WORDS or word == "all":
            title = word
            tiles[title] = []
        elif word.isdigit() and title is not None:
            tiles[title].append(int(word))
    return {field: numbers[:len(WORDS.get(field, [])) + 1] for field, numbers in tiles.items()}


def check(program, name, work):
    layout = TOP / "layouts" / f"{name}.xml"
    text = layout.read_text(encoding="utf-8")
    period = re.search(r' period="([^"]*)"', text).group(1)
    catalogue = (layout.parent / re.search(r'catalogue="([^"]*)"', text).group(1)).resolve()
    wanted, total = count_rows(program, layout, period)
    written, pdf = work / f"{name}.xml", work / f"{name}.pdf"
    write_layout(written, catalogue, period)
    run(program, "publish", written, "-o", pdf, "--allow-outside")
    said = read_tiles(pdf)
    problems = [f"{field}: {said.get(field)}, {numbers} by the rows"
                for field, numbers in [*wanted.items(), ("all", [total])] if said.get(field) != numbers]
    problems += [f"{field}: {said.get(field)}, {numbers} in print"
                 for field, numbers in PUBLISHED.get(name, {}).items() if said.get(field) != numbers]
    print(f"{'not ok' if problems else 'ok    '}  {name}: {total} rows, {sum(map(len, wanted.values())) + 1} tiles")
    for problem in problems:
        print(f"          {problem}")
    return not problems


def main():
    names = ["monthly-board-pack", "monthly-performance-report", "quarterly-kpi-booklet", "monthly-scorecard",
             "graph-booklet"]
    with tempfile.TemporaryDirectory() as work:
        good = [check(sys.argv[1], name, Path(work)) for name in names]
    print(f"{sum(good)} passed, {len(good) - sum(good)} failed")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
