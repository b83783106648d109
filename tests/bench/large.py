#!/usr/bin/env python3
"""Writes packs of one page by large files of data: large.py FOLDER. Each layout is FOLDER/layouts/NAME.xml."""
import random
import sys
from pathlib import Path

HEADINGS = "Indicator ID,Indicator Name,Area Code,Area Name,Area Type,Sex,Age,Time period,Value,Count"
AREAS, SERIES = 500, 10000
MONTHS = [f"{m // 12:04d}-{m % 12 + 1:02d}" for m in range(2010 * 12 + 3, 2010 * 12 + 123)]


def areas():
    """A million rows, of which one area's are kept."""
    yield HEADINGS
    for row in range(1000000):
        measure, area = row // AREAS % 20, row % AREAS
        month = 1990 * 12 + row // AREAS // 20
        yield (f'i{measure},"Admissions, under 15",E{area:08d},Area {area:03d},District,Persons,<15 yrs,'
               f"{month // 12:04d}-{month % 12 + 1:02d},{random.random() * 1000:.7f},{random.randrange(100000)}")


def long():
    yield "id,period,value"
    for series in range(SERIES):
        yield from (f"i{series},{month},{random.randrange(900)}" for month in MONTHS)


def wide():
    yield "period," + ",".join(f"i{series}" for series in range(SERIES))
    for month in MONTHS:
        yield month + "," + ",".join(str(random.randrange(900)) for _ in range(SERIES))


def across():
    yield "id," + ",".join(MONTHS)
    for series in range(SERIES):
        yield f"i{series}," + ",".join(str(random.randrange(900)) for _ in MONTHS)


SOURCES = {
    areas: 'form="long" where="Area Name=Area 123" period="Time period" id="Indicator ID" value="Value"',
    long: 'form="long"',
    wide: 'form="wide"',
    across: 'form="across" id="id"',
}


def main(folder):
    random.seed(1)
    for name in ("data", "layouts"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for rows, said in SOURCES.items():
        name = rows.__name__
        with open(folder / "data" / f"{name}.csv", "w") as file:
            file.writelines(row + "\n" for row in rows())
        (folder / "data" / f"{name}.xml").write_text(
            f'<catalogue title="Bench" organisation="Council" place="Place"><source file="{name}.csv" {said}/>\n'
            '<indicator id="one" title="Admissions" unit="count" polarity="none" measure="value" numerator="i17"/>'
            "</catalogue>\n")
        (folder / "layouts" / f"{name}.xml").write_text(
            f'<pack title="Bench" catalogue="../data/{name}.xml" paper="A4">'
            '<page id="one" indicator="one"><heading/></page></pack>\n')


if __name__ == "__main__":
    main(Path(sys.argv[1]))
