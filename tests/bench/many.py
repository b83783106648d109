#!/usr/bin/env python3
"""Writes a pack of topic pages for 343 councils, whose counts lie in one file: many.py FOLDER PAGES."""
import random
import sys
from pathlib import Path

from generate import COMMENTARY, INDICATOR, TOPIC, months

COUNCILS = [f"E{number:08d}" for number in range(6000001, 6000344)]


def write(folder, pages):
    random.seed(1)
    data, span = folder / "data", months(24)
    words = data / "commentary" / span[-1]
    words.mkdir(parents=True)
    (folder / "layouts").mkdir()
    (folder / "organisations.csv").write_text(
        "code,name\n" + "".join(f"{code},Council {number}\n" for number, code in enumerate(COUNCILS, 1)))
    with open(data / "counts.csv", "w") as file:
        file.write("area,period," + ",".join(f"n{i},d{i}" for i in range(pages)) + "\n")
        for code in COUNCILS:
            for month in span:
                counts = [random.randint(200, 400) for _ in range(pages)]
                file.write(f"{code},{month}," + ",".join(f"{random.randint(d // 2, d)},{d}" for d in counts) + "\n")
    for i in range(pages):
        (words / f"i{i}.md").write_text(COMMENTARY)
    (data / "catalogue.xml").write_text(
        '<catalogue title="Bench" organisation="{name}" place="{name}" code="{code}" year-start="4">\n'
        '  <source file="counts.csv" where="area={code}"/>\n'
        + "".join(INDICATOR.format(i=i) for i in range(pages)) + "</catalogue>\n")
    (folder / "layouts" / "many.xml").write_text(
        '<pack title="{name}" catalogue="../data/catalogue.xml" paper="A4" first-page="1">\n'
        + TOPIC + "".join(f'  <page template="topic" indicator="i{i}"/>\n' for i in range(pages)) + "</pack>\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
