"""Slips in a published table: tables of the sample pack with one slip each, made here from the CSV files, are audited: the
cell with the slip differs and its cause is named, every other cell agrees. Then the three tables as they were published."""
import csv
import subprocess
from fractions import Fraction

from lib import months
from lib.check import check
from lib.pack import work_folder
from lib.reckon import printed, ratio, total
from recompute.board_pack import DATA, LAYOUT, MONTHS, PERIOD, TOPICS, read_counts, read_targets

KEY_OF_LATER_MONTHS = ("early_help_rate", "re_referrals")  # no letter is printed before it
PUBLISHED = [month for month in MONTHS if month <= PERIOD]


def plain(number, decimals):
    return printed(number, decimals).replace("\u2212", "-").replace(",", "")


class Topic:
    def __init__(self, name):
        self.name = name
        file, top, bottom, self.scale, self.cumulative, self.relative, self.places, self.ytd_places = TOPICS[name]
        counts = dict(read_counts(file),
                      population_0_17=read_counts("chart_07_child_protection_plans")["population_0_17"])
        self.top, self.bottom, self.counts = counts[top], counts[bottom], counts
        self.targets = read_targets()

    def value(self, month):
        return ratio(self.top[month], self.bottom[month], self.scale)

    def ytd(self, month):
        return ratio(total(self.top, months.of_year(month)), total(self.bottom, months.of_year(month)), self.scale)

    def target(self, month):
        return self.targets[self.name, month]

    def variance(self, number, month):
        return (number / self.target(month) - 1) * 100 if self.relative else number - self.target(month)

    def table(self):
        """{(field, month): text}: every figure as it should have been printed."""
        cells = {}
        for month in PUBLISHED:
            cells["numerator", month] = str(self.top[month])
            cells["denominator", month] = f"{self.bottom[month]:,}"
            cells["value", month] = plain(self.value(month), 1) + "%"
            cells["target", month] = plain(self.target(month), 1)
            cells["variance", month] = plain(self.variance(self.value(month), month), self.places)
            if month < "2018-04" and self.name in KEY_OF_LATER_MONTHS:
                cells["rag", month] = ""
            if self.cumulative:
                cells["ytd_value", month] = plain(self.ytd(month), 1)
                cells["ytd_variance", month] = plain(self.variance(self.ytd(month), month), self.ytd_places)
        return cells


def without(series, months, lost):
    return sum(series[month] for month in months) - series[lost]


def slips():
    """(what, topic, {cell: text}, words of the cause)"""
    assessments, visits = Topic("referrals_to_assessment"), Topic("cic_visits_in_time")
    days, again, plans = Topic("assessments_within_45_days"), Topic("re_referrals"), Topic("cp_plan_rate")
    month, before = "2018-02", "2018-01"
    year = months.of_year(month)
    yield "a month repeated", assessments, {("value", month): plain(assessments.value(before), 1)}, "previous month"
    yield "a count repeated", visits, {("numerator", month): str(visits.top[before])}, "previous month"
    lost = ratio(without(assessments.top, year, "2017-09"), sum(assessments.bottom[one] for one in year), 100)
    yield "a numerator lost", assessments, {("ytd_value", month): plain(lost, 1)}, "numerator lost a month: 2017-09"
    lost = ratio(sum(again.top[one] for one in year), without(again.bottom, year, "2017-06"), 100)
    yield "a denominator lost", again, {("ytd_value", month): plain(lost, 1)}, "denominator lost a month: 2017-06"
    more = ratio(total(again.top, year) + again.top[month], total(again.bottom, year) + again.bottom[month], 100)
    yield "a month counted twice", again, {("ytd_value", month): plain(more, 1)}, f"counted twice: {month}"
    mixed = visits.value(month) / 100 - visits.target(month)
    yield "fraction and percentage", visits, {("variance", month): plain(mixed, 1)}, "fraction and percentage mixed"
    old = assessments.value("2018-05") - Fraction("75.1")
    yield "an old target", assessments, {("variance", "2018-05"): plain(old, 0)}, "last year's target"
    yield "an old target printed", assessments, {("target", "2018-05"): "75.1"}, "last year's target"
    placements = Topic("placement_stability")
    other = (placements.value(month) / placements.target(month) - 1) * 100
    yield "a relative variance", placements, {("variance", month): plain(other, 1)}, "variance of the other kind"
    other = plans.value(month) - plans.target(month)
    yield "a variance in points", plans, {("variance", month): plain(other, 1)}, "variance of the other kind"
    false = plain(visits.value(before), 1)
    off = Fraction(false) - visits.target(month)
    yield ("a variance of a false figure", visits,
           {("value", month): false, ("variance", month): plain(off, 1)}, "false figure")
    taken = ratio(days.top[month], days.bottom[month] - days.counts["sa_1_day"][month], 100)
    yield "a sub-count", days, {("value", month): plain(taken, 1)}, "sub-count (sa_1_day) subtracted"
    some = [one for one in year if one <= "2017-06"]
    taken = ratio(total(days.top, year),
                  total(days.bottom, year) - sum(days.counts["sa_1_day"][one] for one in some), 100)
    yield "a sub-count to date", days, {("ytd_value", month): plain(taken, 1)}, "sub-count (sa_1_day) subtracted"
    mean = sum(days.value(one) for one in year) / len(year)
    yield "a mean of months", days, {("ytd_value", month): plain(mean, 1)}, "mean of months"
    lost = -visits.variance(visits.value(month), month)
    yield "a sign lost", visits, {("variance", month): plain(lost, 1)}, "sign lost"
    text = plain(visits.value("2018-03"), 1)
    yield "digits swapped", visits, {("value", "2018-03"): text[1] + text[0] + text[2:]}, "digits swapped"
    yield "a month for the year", again, {("ytd_value", month): plain(again.value(month), 1)}, "the month's figure"


def audit_rows(program, layout, rows):
    path = work_folder() / "published.csv"
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([("indicator", "field", "period", "printed"), *rows])
    return audit(program, path, layout)


def audit(program, path, layout=LAYOUT):
    """(exit status, cells)"""
    answer = subprocess.run([program, "audit", str(layout), str(path)], stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, encoding="utf-8", check=False)
    return answer.returncode, list(csv.DictReader(answer.stdout.splitlines()))


def differing(found):
    return {(row["indicator"], row["field"], row["period"]): row for row in found if row["verdict"] != "agrees"}


def check_as_it_is(program, name, layout, cells):
    """cells: {(indicator, field, month): text}, without a slip."""
    status, found = audit_rows(program, layout, [(*key, text) for key, text in cells.items()])
    wrong = [str(row) for row in differing(found).values()]
    check(f"{name} as it is", wrong if wrong or (found and status == 0) else f"exit status {status}, {len(found)} cells")


def check_slip(program, what, topic, changed, cause):
    cells = topic.table()
    if any(cells[cell].rstrip("%") == text for cell, text in changed.items()):
        return check(what, "the slip changes nothing")
    cells.update(changed)
    status, found = audit_rows(program, LAYOUT, [(topic.name, *cell, text) for cell, text in cells.items()])
    wrong = {key[1:]: row["likely_cause"] for key, row in differing(found).items()}
    check(what, f"exit status {status}" if status != 1 else f"differ: {sorted(wrong)}" if set(wrong) != set(changed)
          else not any(cause in named for named in wrong.values()) and f"expected \"{cause}\" in {wrong}")


def check_published(program):
    """Chart 1: eleven figures and one letter are false, by three slips. Charts 7 and 16: every figure is right."""
    causes = {"value": "the previous month's figure repeated (2017-11)",
              "ytd_value": "a year to date whose denominator lost a month: 2017-12",
              "ytd_variance": "taken from a false figure"}
    for chart, count in (("01", 12), ("07", 0), ("16", 0)):
        wrong = differing(audit(program, DATA / f"published_chart_{chart}.csv")[1]).values()
        figures = [row for row in wrong if not row["field"].endswith("rag")]
        check(f"chart {chart}: {count} cells differ", (len(wrong) if count else len(figures)) != count and f"{wrong}")
        check(f"chart {chart}: their causes", [str(row) for row in figures
                                              if not row["likely_cause"].startswith(causes.get(row["field"], ""))])


def main(program):
    for name in TOPICS:
        check_as_it_is(program, name, LAYOUT, {(name, *cell): text for cell, text in Topic(name).table().items()})
    for slip in slips():
        check_slip(program, *slip)
    check_published(program)
