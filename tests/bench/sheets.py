#!/usr/bin/env python3
"""Writes packs of one page by a workbook of 10,000 rows of 40 columns: sheets.py FOLDER. Each layout is FOLDER/layouts/NAME.xml:
its texts stand in the cells (`plain`), or are shared by them (`shared`)."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from lib.workbook import Raw, sheet, xlsx  # noqa: E402

ROWS, COLUMNS, MONTHS = 10000, 40, 100
CATALOGUE = """<catalogue title="T" organisation="O" place="P">
  <source file="{name}.xlsx" period="period" series="{{area}} {{column}}"/>
  <indicator id="i" title="T" unit="average" measure="value" numerator="Area 7 n3"/>
</catalogue>
"""
LAYOUT = '<pack title="T" catalogue="../data/{name}.xml" fonts="../fonts/fonts.xml"><page indicator="i"><heading/></page></pack>'


def rows():
    yield ["period", "area"] + [f"n{at}" for at in range(COLUMNS - 2)]
    for row in range(ROWS):
        month = 2010 * 12 + row % MONTHS
        yield [f"{month // 12}-{month % 12 + 1:02}", f"Area {row // MONTHS}"] + [row * at % 99991 / 8 for at in range(COLUMNS - 2)]


def shared(table, strings):
    for row in table:
        yield [Raw(f"<v>{strings.setdefault(cell, len(strings))}</v>", 't="s"') if isinstance(cell, str) else cell for cell in row]


def main(folder):
    for name in ("plain", "shared"):
        strings = {}
        table = list(rows() if name == "plain" else shared(rows(), strings))
        texts = "".join(f"<si><t>{text}</t></si>" for text in strings)
        for part, content in (("layouts", LAYOUT), ("data", CATALOGUE)):
            (folder / part).mkdir(parents=True, exist_ok=True)
            (folder / part / f"{name}.xml").write_text(content.format(name=name))
        (folder / "data" / f"{name}.xlsx").write_bytes(xlsx({"Data": sheet(table)}, strings=texts))


main(Path(sys.argv[1]))
