#!/usr/bin/env python3
"""printed.py PROGRAM LAYOUT FILE.pdf: looks for every figure of the pack's month tables on its page.

What a row must say comes from `PROGRAM figures` and the layout's columns; what it says, from the words that `pdftotext`
finds on the month's line. Each row must agree word for word, in the order of the columns."""
import csv
import re
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

TABLE_WIDTH_PT = 283
SYMBOLS = {"missing": "[x]", "not_applicable": "[z]", "suppressed": "[c]", "provisional": "[p]", "revised": "[r]"}
TOTALS = {"numerator": "ytd_numerator", "denominator": "ytd_denominator", "rag": "ytd_rag", "variance": "ytd_variance"}
NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def read_figures(program, layout):
    rows = csv.DictReader(run(program, "figures", layout, "--format", "csv").splitlines())
    return {(row["indicator"], row["field"], row["period"]): row for row in rows}


def read_series(folder):
    series = {}
    for path in sorted(folder.glob("chart_*.csv")):
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
            for name, cell in row.items():
                series[name, row["period"]] = f"{int(cell):,}" if cell and name != "period" else ""
    return series


def read_pages(pdf):
    """A list of pages, each a list of (left, bottom, word)."""
    word = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>')
    return [[(float(x), float(y), text) for x, y, text in word.findall(page)]
            for page in run("pdftotext", "-bbox", pdf, "-").split("<page ")[1:]]


def lines_from(words, label):
    """What stands to the right of each place where the label is printed, within the table."""
    for left, bottom, text in words:
        if text == label:
            line = [word for word in words if left < word[0] < left + TABLE_WIDTH_PT and abs(word[1] - bottom) < 3]
            yield [text for _, _, text in sorted(line)]


def cell(figures, indicator, field, month):
    row = figures.get((indicator, field, month))
    return (row["printed"] or SYMBOLS[row["status"]]) if row else "[x]"


def month_row(figures, series, indicator, columns, month, period):
    if month > period:
        return [cell(figures, indicator, "target", month)]
    return [series[column.get("series"), month] if column.get("series")
            else cell(figures, indicator, column.get("field"), month) for column in columns]


def total_row(figures, series, indicator, columns, year, period):
    words = ["to", "date"]
    for column in columns:
        if column.get("series"):
            words.append(f"{sum(int(series[column.get('series'), month].replace(',', '')) for month in year):,}")
        elif column.get("field") != "value":
            field = column.get("total", TOTALS.get(column.get("field"), column.get("field")))
            words.append(cell(figures, indicator, field, period))
    return words


def main():
    program, layout, pdf = sys.argv[1:]
    pack = xml.parse(layout).getroot()
    period = pack.get("period")
    figures = read_figures(program, layout)
    series = read_series(Path(layout).parent / Path(pack.get("catalogue")).parent)
    templates = {one.get("id"): one for one in pack.iter("template")}
    pages = read_pages(pdf)
    months = sorted({month for _, _, month in figures})
    year = [month for month in months if f"{int(period[:4]) - (period[5:] < '04')}-04" <= month <= period]
    found = missing = 0
    for number, spec in enumerate(one for one in pack if one.tag in ("page", "blank-page")):
        indicator = spec.get("indicator")
        if indicator is None:
            continue
        table = (templates[spec.get("template")] if spec.get("template") else spec).find(".//table")
        columns = table.findall("column")
        wanted = [(f"{NAMES[int(month[5:]) - 1]}-{month[2:4]}", month_row(figures, series, indicator, columns, month, period))
                  for month in months]
        if table.find("total-row") is not None:
            wanted.append(("Year", total_row(figures, series, indicator, columns, year, period)))
        for label, words in wanted:
            if any(line == words for line in lines_from(pages[number], label)):
                found += len(words)
            else:
                missing += 1
                print(f"page {number + 1} {indicator} {label}: expected {words}, found",
                      list(lines_from(pages[number], label)))
    print(f"{found} figures found")
    sys.exit(1 if missing or not found else 0)


if __name__ == "__main__":
    main()
