#!/usr/bin/env python3
"""Writes a pack of a council among so many, of 20 measures by 48 months, and four comparators: peers.py FOLDER COUNCILS."""
import random
import sys
from pathlib import Path

MEASURES = range(20)
MONTHS = [f"{2014 + month // 12}-{month % 12 + 1:02d}" for month in range(48)]
COMPARATORS = {"nation": "pooled all", "others": "mean others", "family": "mean family", "region": "mean region"}


def write(folder, councils):
    random.seed(1)
    (folder / "layouts").mkdir(parents=True)
    (folder / "organisations.csv").write_text(
        "code,name,family,region\n" + "".join(f"C{i},Council {i},{i % 20},{i % 9}\n" for i in range(councils)))
    with open(folder / "counts.csv", "w") as file:
        file.write("area,period," + ",".join(f"n{i},d{i}" for i in MEASURES) + "\n")
        for council in range(councils):
            for month in MONTHS:
                counts = ",".join(f"{random.randrange(50, 500)},{random.randrange(500, 700)}" for _ in MEASURES)
                file.write(f"C{council},{month},{counts}\n")
    comparators = [(name, *said.split()) for name, said in COMPARATORS.items()]
    (folder / "catalogue.xml").write_text(
        '<catalogue title="Bench" organisation="{name}" place="{name}">\n'
        '  <organisations file="organisations.csv"/>\n  <source file="counts.csv" where="area={code}"/>\n'
        + "".join(f'  <comparator id="{name}" title="{name}" computed="{how}" of="{of}"/>\n' for name, how, of in comparators)
        + "".join(f'  <indicator id="i{i}" title="Visits {i}" unit="percent" measure="ratio" numerator="n{i}" denominator="d{i}" '
                  'polarity="higher-is-better"/>\n' for i in MEASURES) + "</catalogue>\n")
    (folder / "layouts" / "peers.xml").write_text(
        '<pack title="{name}" catalogue="../catalogue.xml"><page id="one" indicator="i0"><heading/></page></pack>\n')


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
