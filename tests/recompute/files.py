"""Data files as they are published (tests/files), each with a catalogue that says what it is: every value that is expected of a
file comes out of `figures`, and a trap gives its message.

A folder has the file untouched, its catalogue and a layout, and
  expected.csv       series,where,period,value,status: cells of the file
  map.csv            which indicator and field has the cells of a series and a place, and what they are multiplied by
A trap has trap.xml and trap-layout.xml beside a catalogue that gets out of it, and
  expected-messages  what `check` says of it, a line each, in any order"""
import csv
import re
import subprocess
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

from lib import check

NUMBER = re.compile(r'-?\d+(\.\d+)?')
DAY = re.compile(r'\d{4}-\d\d-\d\d')
FILES = Path(__file__).resolve().parent.parent / 'files'


def rows(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def run(program, command, layout):
    return subprocess.run([program, command, '--allow-outside', layout], capture_output=True, encoding='utf-8')


def as_written(period, grain, year_start):
    """A period of expected.csv, where a quarter is one of the calendar year, as a pack of that grain writes it. In a pack
    of a finer grain a year stands for its last period, in one of quarters a day for that it lies in."""
    year, _, rest = period.partition('-Q')
    if rest:
        month = int(rest) * 3 - 2
        start = int(year) - (month < year_start)
        quarter = (month - year_start) % 12 // 3 + 1
        return f'{year}-Q{quarter}' if year_start == 1 else f'{start}-{(start + 1) % 100:02}-Q{quarter}'
    if grain == 'quarter' and DAY.fullmatch(period):
        return as_written(f'{period[:4]}-Q{(int(period[5:7]) + 2) // 3}', grain, year_start)
    year, _, rest = period.partition('/')
    if rest and grain == 'month':
        return f'{int(year) + 1}-{year_start - 1:02}'
    return f'{year}-{rest}' if rest else period


def same(expected, factor, got):
    if NUMBER.fullmatch(expected) and NUMBER.fullmatch(got):
        return Decimal(got) == Decimal(expected) * Decimal(factor or 1)
    return got == expected


def look_at_messages(program, folder):
    wanted = (folder / 'expected-messages').read_text(encoding='utf-8').splitlines()
    said = run(program, 'check', folder / 'trap-layout.xml').stderr.splitlines()
    check.compare(f'{folder.name}: messages', len(wanted),
                  [f'not said: {line}' for line in wanted if not any(message.endswith(line) for message in said)])


def look_at_figures(program, folder):
    root = ElementTree.parse(folder / 'catalogue.xml').getroot()
    grain, start = root.get('grain', 'month'), int(root.get('year-start', '4'))
    places = {(row['series'], row['where']): row for row in rows(folder / 'map.csv')}
    out = run(program, 'figures', folder / 'layout.xml')
    figures = {(row['indicator'], row['field'], row['period']): row for row in csv.DictReader(out.stdout.splitlines())}
    expected, problems = [row for row in rows(folder / 'expected.csv') if row['status'] != 'error'], []
    for row in expected:
        place = places.get((row['series'], row['where']))
        if place is None:
            problems.append(f'{row["series"]}, {row["where"]}: has no place in map.csv')
            continue
        key = (place['indicator'], place['field'], as_written(row['period'], grain, start))
        got = figures.get(key, {'value': 'no such line', 'status': ''})
        if not same(row['value'], place.get('factor'), got['value']) or got['status'] != row['status']:
            problems.append(f'{row["series"]}, {row["where"]}, {row["period"]}: expected {row["value"]} {row["status"]}, '
                            f'got {got["value"]} {got["status"]} as {key}')
    check.compare(f'{folder.name}: figures', len(expected), problems)


def main(program):
    for folder in sorted(path for path in FILES.iterdir() if (path / 'catalogue.xml').exists()):
        if (folder / 'trap.xml').exists():
            look_at_messages(program, folder)
        if (folder / 'map.csv').exists():
            look_at_figures(program, folder)
