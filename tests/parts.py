#!/usr/bin/env python3
"""parts.py PROGRAM: publishes a pack of cover, pictures, tiles, panel, contents, key and notes, and reads it back.

Its pictures are written here: an SVG, and a PNG of a few dots in three colours."""
import json
import re
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
LAYOUT = """<?xml version="1.0" encoding="UTF-8"?>
<pack title="Key performance indicators" subtitle="Quarter 2" author="Performance team" status="Issue 1"
      created="2017-11-03" catalogue="{top}/data/north-east-2017-q2/catalogue.xml" fonts="{top}/fonts/fonts.xml"
      period="2017-09" first-page="125" {paper}>
  <page counted="no">
    <cover dated="Position at {{date}}" picture="logo.svg" alt="Crest of the council"/>
    <document-control><control label="For" value="Scrutiny committee"/></document-control>
  </page>
  <page title="Summary" right-hand="yes">
    <heading/>
    <tiles title="Trend"><tile count="direction_previous:up"/><tile count="direction_previous:absent"/></tiles>
    <selection-panel file="{top}/data/north-east-2017-q2/filters.csv" options="yes" title="Selected"/>
    <key/>
    <row><picture file="dots.png" alt="Three dots" width="1"/><picture file="dots.png" decorative="yes" width="1"/></row>
  </page>
  <page title="All measures"><heading/><contents figures="no" title="Contents"/></page>
  <page title="Placements"><divider size="page"/></page>
  <pages select="lead=Lead officer B" template="topic"/>
  <template id="topic"><heading/><divider title="Notes"/><notes attributes="collected"/></template>
</pack>
"""
PAPERS = {"A4 portrait": 'paper="A4"', "A4 landscape": 'paper="A4" orientation="landscape"',
          "A3 landscape": 'paper="A3" orientation="landscape"'}


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def png(rows):
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    head = len(rows[0]).to_bytes(4, "big") + len(rows).to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
    lines = b"".join(b"\0" + b"".join(row) for row in rows)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def elements(pdf):
    """Every structure element as its dictionary."""
    objects = json.loads(run("qpdf", "--json", "--json-key=qpdf", pdf))["qpdf"][1]
    values = [entry.get("value") for entry in objects.values()]
    return [value for value in values if isinstance(value, dict) and "/S" in value and "/P" in value]


def text_of(pdf):
    """The words in reading order, as the tags have them."""
    lines = run("pdfinfo", "-struct-text", pdf).decode("utf-8").splitlines()
    said = (re.match(r' *"(.*)"$', line) for line in lines)
    return re.sub(r"\s+", " ", " ".join(line.group(1) for line in said if line))


def colour_spaces(pdf):
    return {line.split()[5] for line in run("pdfimages", "-list", pdf).decode().splitlines()[2:]}


def labels(pdf):
    return [page["label"] for page in json.loads(run("qpdf", "--json", "--json-key=pages", pdf))["pages"]]


def problems_of(pdf, program, layout):
    found = elements(pdf)
    alts = sorted(value["/Alt"][2:] for value in found if value["/S"] == "/Figure")
    kinds = {value["/S"] for value in found}
    text = text_of(pdf)
    if alts != ["Crest of the council", "Three dots"]:
        yield f"figures say {alts}"
    if not {"/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/LBody", "/TOC", "/TOCI", "/Link", "/H1", "/H2"} <= kinds:
        yield f"structure: {sorted(kinds)}"
    for words in ("Position at 30 September 2017", "Issue 1", "3 November 2017", "Scrutiny committee", "14 better",
                  "18 not comparable", "51 of 51", "Lead officer B (17)", "not recorded", "year_to_date."):
        if words not in text:
            yield f"not in the text: {words}"
    numbers = [label for label in labels(pdf) if label]
    if len(numbers) < 19:
        yield f"page labels: {numbers}"
    parts = {item["title"]: [kid["title"] for kid in item["kids"]] for item in
             json.loads(run("qpdf", "--json", "--json-key=outlines", pdf))["outlines"]}
    if len(parts) != 3 or len(parts["Placements"]) != 17:
        yield f"outline: {parts}"
    again = pdf.with_suffix(".again.pdf")
    run(program, "publish", layout, "-o", again, "--allow-outside", "--quiet")
    if again.read_bytes() != pdf.read_bytes():
        yield "other bytes the second time"
    if colour_spaces(pdf) != {"rgb"}:
        yield f"raster pictures: {colour_spaces(pdf)}; the SVG is to stay lines"


def check(name, problems):
    problems = list(problems)
    print(f"{'not ok' if problems else 'ok    '}  {name}")
    for problem in problems:
        print(f"          {problem}")
    return not problems


def grey_problems(program, layout, pdf):
    run(program, "publish", layout, "-o", pdf, "--allow-outside", "--quiet", "--grey")
    if colour_spaces(pdf) != {"gray"}:
        yield f"raster pictures: {colour_spaces(pdf)}"
    picture = pdf.with_suffix("")
    run("pdftoppm", "-r", "40", "-singlefile", pdf, picture)
    dots = Path(f"{picture}.ppm").read_bytes().split(b"255\n", 1)[1]
    if any(dots[i] != dots[i + 1] or dots[i] != dots[i + 2] for i in range(0, len(dots), 3)):
        yield "the cover has a colour"


def comply_problems(files):
    comply = subprocess.run([TOP / "tests/verapdf/comply", *files], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if comply.returncode == 1:
        yield comply.stdout.decode()[:2000]


def main():
    program, good = sys.argv[1], []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'
                                       '<rect width="9" height="10" fill="#801650"/></svg>')
        (work / "dots.png").write_bytes(png([[b"\xff\0\0", b"\0\x80\0", b"\0\0\xff"]]))
        files = []
        for name, paper in PAPERS.items():
            layout, pdf = work / "pack.xml", work / f"{name.replace(' ', '-')}.pdf"
            layout.write_text(LAYOUT.format(top=TOP, paper=paper), encoding="utf-8")
            run(program, "publish", layout, "-o", pdf, "--allow-outside", "--quiet")
            good.append(check(name, problems_of(pdf, program, layout)))
            files.append(pdf)
        grey = work / "grey.pdf"
        good.append(check("pictures are grey in a grey pack", grey_problems(program, layout, grey)))
        good.append(check("PDF/UA-1 and PDF/A-2a", comply_problems([*files, grey])))
    print(f"{sum(good)} passed, {len(good) - sum(good)} failed")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
