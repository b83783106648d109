#!/usr/bin/env python3
"""Writes a pack of N topic pages: generate.py FOLDER N. The sample's topic, with other ids and counts."""
import random
import sys
from pathlib import Path

TOPIC = """  <template id="topic">
    <heading/>
    <status-line/>
    <trend-chart type="line" field="value" target="step"><line field="ytd_value" label="Year to date"/></trend-chart>
    <row>
      <stack width="282.3">
        <table years="2">
          <column field="numerator"/><column field="denominator"/><column field="value"/><column field="ytd_value"/>
          <column field="target"/><column field="ytd_variance"/><column field="ytd_rag"/>
          <total-row/>
        </table>
        <rag-key/>
      </stack>
      <stack width="197.1"><commentary/><definition/></stack>
    </row>
  </template>
"""

INDICATOR = """  <indicator id="i{i}" title="Referrals that go on, area {i}" reference="Chart {i}" unit="percent" decimals="1"
             polarity="higher-is-better" measure="ratio" numerator="n{i}" denominator="d{i}" flow="yes"
             headline="ytd_value" variance="points">
    <target value="75"/>
    <bands><band colour="red" below="60"/><band colour="amber" from="60" below="75"/><band colour="green" from="75"/></bands>
    <definition>Assessments that follow a referral, as a share of all referrals in the month.</definition>
  </indicator>
"""

COMMENTARY = """In the month the share moved a little against the month before, within what the team expects at this time of
year. Staff have been moved to where referrals wait longest, and the backlog is smaller than it was.

The next quarter brings a new form, which takes less time to fill in. The service expects the share to rise again.
"""


def months(count):
    first = 2017 * 12 + 3
    return [f"{m // 12:04d}-{m % 12 + 1:02d}" for m in range(first, first + count)]


def write(folder, count, span):
    random.seed(1)
    data = folder / "data" / "bench"
    period = months(span)[-1]
    words = data / "commentary" / period
    words.mkdir(parents=True, exist_ok=True)
    (folder / "layouts").mkdir(exist_ok=True)
    sources, size = [], 400
    for start in range(0, count, size):
        ids = range(start, min(start + size, count))
        lines = ["period," + ",".join(f"n{i},d{i}" for i in ids)]
        for month in months(span):
            cells = []
            for _ in ids:
                d = random.randint(200, 400)
                cells += [str(random.randint(d // 2, d)), str(d)]
            lines.append(month + "," + ",".join(cells))
        (data / f"counts{start}.csv").write_text("\n".join(lines) + "\n")
        sources.append(f'  <source file="counts{start}.csv"/>\n')
    for i in range(count):
        (words / f"i{i}.md").write_text(COMMENTARY)
    (data / "catalogue.xml").write_text(
        '<catalogue title="Bench" organisation="Council" place="Place" year-start="4">\n'
        + "".join(sources) + "".join(INDICATOR.format(i=i) for i in range(count)) + "</catalogue>\n")
    (folder / "layouts" / "bench.xml").write_text(
        '<pack title="Bench" catalogue="../data/bench/catalogue.xml" paper="A4" first-page="1" duplex="yes">\n'
        + TOPIC + "".join(f'  <page template="topic" indicator="i{i}"/>\n' for i in range(count)) + "</pack>\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 16)
