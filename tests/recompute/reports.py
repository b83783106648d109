"""Works out the figures of published reports again, straight from their CSV files by the rules of each report, and
compares each cell with what `figures` says. Nothing here reads a catalogue.

A pack is a function that gives its layout, its month, and {(indicator, field, month): (value, decimals)}: a number, a word
such as a RAG letter, or None for none; decimals None: not looked at; True behind them: with a plus. Nor is a field of a
month looked at that it says nothing of."""
import re
from fractions import Fraction

from lib import months
from lib.check import compare
from lib.pack import TOP, figures
from lib.pack import read_csv as rows
from lib.reckon import change, expected_text, number, ratio, rounded, total


def count_decimals(count):
    return 0 if count is None or count.denominator == 1 else 1


def places(figure):
    """How many decimals a figure was given with, but for zeros at its end."""
    return next(n for n in range(10) if figure is None or (figure * 10**n).denominator == 1)


# --- a monthly scorecard with topic tables


def holds(rule, figure):
    """`>=92`, `>20 <=20.2`, `14..20` both ends in, `!143.8..173.8` outside."""
    two = re.fullmatch(r"(!?)([\d.]+)\.\.([\d.]+)", rule)
    if two:
        inside = Fraction(two[2]) <= figure <= Fraction(two[3])
        return inside != bool(two[1])
    tests = {"<": figure.__lt__, "<=": figure.__le__, ">": figure.__gt__, ">=": figure.__ge__}
    return all(tests[sign](Fraction(limit)) for sign, limit in re.findall(r"([<>]=?)([\d.]+)", rule))


def as_printed(row, figure):
    return rounded(figure, int(row["decimals"]))


def letter(row, figure):
    """Green, then amber, then red, on the figure as printed. A figure that no rule holds has no letter."""
    if figure is None:
        return None
    shown = as_printed(row, figure)
    for colour in ("green", "amber", "red"):
        if row[f"{colour}_rule"] and holds(row[f"{colour}_rule"], shown):
            return colour[0].upper()
    return None


def arrow(row, now, before):
    """Up is better performance; where no way is better, up is a rise."""
    now, before = as_printed(row, now), as_printed(row, before)
    if now is None or before is None:
        return None
    rise = (now > before) - (now < before)
    return ("level", "up", "down")[-rise if row["polarity"] == "lower_is_better" else rise]


def topic_row(name, numerator, denominator="", unit="count", polarity="info", ytd="sum"):
    """What a topic page shows beside the summary, as a row of it."""
    return {"id": name, "numerator": numerator, "denominator": denominator, "unit": unit, "polarity": polarity,
            "ytd_method": ytd, "scale": "100" if denominator else "1", "decimals": "0" if unit == "count" else "1",
            "green_rule": "", "amber_rule": "", "red_rule": "", "is_new_definition": ""}


SOURCES = ("police", "education", "health", "internal_council", "public", "other_la", "others")
TOPIC_ROWS = [
    topic_row("referrals", "referrals.referrals"),
    topic_row("updated.2.1", "assessments_updated.started"),
    topic_row("updated.2.4", "assessments_updated.completed"),
    topic_row("updated.2.2", "assessments_updated.within_45_days_pct", "", "percent", "higher_is_better", "none"),
    topic_row("updated.2.3", "assessments_updated.open_past_45_days", "", "count", "lower_is_better", "none"),
] + [topic_row(f"source.{i}", f"contacts_by_source.{source}_referrals", f"contacts_by_source.{source}_contacts",
               "percent", "info", "ratio_of_sums") for i, source in enumerate(SOURCES, 1)]


class Scorecard:
    def __init__(self, folder, first, last):
        self.months = months.from_to(first, last)
        self.indicators = rows(folder / "indicators.csv") + TOPIC_ROWS
        self.tables = {}
        self.read_populations(folder)
        for name in {part.split(".")[0] for row in self.indicators
                     for part in row["numerator"].split("+") + [row["denominator"]] if part}:
            for row in rows(folder / f"{name}.csv") if name != "population" else []:
                for column, text in row.items():
                    self.tables.setdefault(f"{name}.{column}", {})[row["period"]] = \
                        number(text) if column != "period" else None
        self.annual = {(row["id"], row["year"]): number(row["value"]) for row in rows(folder / "annual.csv")}
        self.read_counts_of_years(rows(folder / "annual_series.csv"))
        self.benchmarks = {row.pop("id"): {name: number(text) for name, text in row.items() if name != "benchmark_year"}
                           for row in rows(folder / "benchmarks.csv")}
        self.published = {row["id"]: number(row["value"]) for row in rows(folder / "scorecard.csv")
                          if row["period"] == "2018/19"}
        self.not_due = {(row["id"], row["figure"]) for row in rows(folder / "statuses.csv") if row["status"] == "not_due"}

    def read_populations(self, folder):
        """By month where a rate was printed; in other months that of the rate that is there throughout."""
        found = {}
        for row in rows(folder / "population.csv"):
            for month in self.months if "/" not in row["from_period"] else []:
                if row["from_period"] <= month <= row["to_period"]:
                    found.setdefault("population." + row["measure"], {})[month] = number(row["population"])
        for name, by_month in found.items():
            self.tables[name] = {**found["population.lac"], **by_month}

    def read_counts_of_years(self, lines):
        """A year that no line gives follows from its counts, rounded as it is printed."""
        counts = {(f"{line['table']}.{line['series']}", line["year"]): number(line["value"]) for line in lines}
        for row in self.indicators:
            for name, year in counts:
                if name != row["numerator"] or (row["id"], year) in self.annual:
                    continue
                lower = counts.get((row["denominator"], year)) if row["denominator"] else None
                value = self.rate(row, counts[name, year], lower)
                if value is not None:
                    self.annual[row["id"], year] = as_printed(row, value)

    def column(self, name, month):
        """`a.x+b.y`, `a.x@rolling12`, or a column."""
        if "+" in name:
            parts = [self.column(part, month) for part in name.split("+")]
            return None if None in parts else sum(parts)
        if name.endswith("@rolling12"):
            source = name.removesuffix("@rolling12")
            return self.column(source.split(".")[0] + ".referrals_rolling12", month) if month < "2018-12" \
                else total(self.tables[source], self.last_12(month))
        return self.tables[name].get(month)

    def last_12(self, month):
        at = self.months.index(month)
        return self.months[at - 11:at + 1] if at >= 11 else []

    def rate(self, row, upper, lower):
        if not row["denominator"]:
            return upper
        return ratio(upper, lower, int(row["scale"])) if upper is not None and lower else None

    def sums(self, row, over):
        return tuple(total({month: self.column(row[part], month) for month in over}, over) if row[part] else None
                     for part in ("numerator", "denominator"))

    def indicator(self, row):
        cells = {}
        decimals = int(row["decimals"])
        adds_up = row["ytd_method"] in ("sum", "ratio_of_sums") or \
            (row["ytd_method"] == "published" and (row["unit"] == "count" or row["denominator"]))
        before = None
        for month in self.months:
            def put(field, value, places=None):
                cells[row["id"], field, month] = (value, places)

            def put_rate(prefix, upper, lower, value):
                put(prefix + "numerator", upper, count_decimals(upper))
                if row["denominator"]:
                    put(prefix + "denominator", lower, count_decimals(lower))
                put(prefix + "value", value, decimals)

            upper, lower = (self.column(row[part], month) if row[part] else None for part in ("numerator", "denominator"))
            value = self.rate(row, upper, lower)
            if row["id"] == "1.2" and value is None:
                value = self.column("contacts.decision_1_day_pct", month)
            put_rate("", upper, lower, value)
            put("rag", None if row.get("rule_note", "").endswith("judged on the YTD value") else letter(row, value))
            put("direction_previous", arrow(row, value, before))
            if (row["numerator"], month) not in self.not_due:  # an arrow looks back to the one before that was due
                before = value
            year_value = None
            if adds_up:
                upper, lower = self.sums(row, months.of_year(month))
                year_value = self.rate(row, upper, lower)
                put_rate("ytd_", upper, lower, year_value)
                upper, lower = self.sums(row, self.last_12(month))
                put_rate("rolling_12_", upper, lower, self.rate(row, upper, lower))
            if row["ytd_method"] == "published" and year_value is None:
                year_value = self.published[row["id"]] if month == self.months[-1] else None
                put("ytd_value", year_value, decimals)
            if row["ytd_method"] == "running":  # the figures of months are those of the year so far
                year_value = value
                put("ytd_value", year_value, decimals)
            if row["ytd_method"] != "none":
                put("ytd_rag", letter(row, year_value))
        last_year = self.annual.get((row["id"], "2017/18"))
        put("direction_annual", "new" if row["is_new_definition"].startswith("New")
            else arrow(row, value if row["ytd_method"] == "none" else year_value, last_year))
        for (name, year), figure in self.annual.items():
            if name == row["id"]:
                put(f"annual:{year.replace('/', '-')}", figure, max(decimals, places(figure)))
        for comparator, figure in self.benchmarks.get(row["id"], {}).items():
            put(f"benchmark:{comparator}", figure)
        return cells

    def work_out(self):
        cells = {}
        for row in self.indicators:
            cells.update(self.indicator(row))
        return cells


def rotherham():
    pack = Scorecard(TOP / "data" / "rotherham-2019-03", "2018-01", "2019-03")
    return "monthly-performance-report.xml", "2019-03", pack.work_out()


# --- reports of single figures: a line for each measure and month


def compact(figure):
    """0 as `0`, up to and including 10 one decimal, above it whole."""
    return 0 if figure is None or figure == 0 or rounded(figure, 1) > 10 else 1


def better(now, before, polarity):
    """Up is better, by figures that are rounded already."""
    if now is None or before is None:
        return None
    rise = (now > before) - (now < before)
    return ("level", "up", "down")[-rise if polarity == "smaller" else rise]


def rise_of_10(now, before, _polarity):
    """10% or more; from zero there is no percentage, and so no arrow."""
    rise = change(now, before)
    return None if rise is None else "up" if rise >= 10 else "down" if rise <= -10 else "level"


def change_places(off):
    """So many decimals that a change of 10% or more reads as one, and no other does."""
    return next(n for n in range(9) if off is None or (abs(off) >= 10) == (abs(rounded(off, n)) >= 10))


def by_month(path, id_column, value_column="value"):
    found = {}
    for row in rows(path):
        found.setdefault(row[id_column], {})[row["period"]] = number(row[value_column])
    return found


def put_figures(cells, name, month, figures, decimals, counts):
    """The value, its counts, and the last twelve months that are there. decimals: of a figure, and of an average."""
    for field, by_month_of in zip(("numerator", "denominator"), counts):
        count = by_month_of.get(month)
        cells[name, field, month] = (count, count_decimals(count))
    cells[name, "value", month] = (figures.get(month), decimals[0](figures.get(month)))
    there = [figures[one] for one in figures if months.shift(month, -11) <= one <= month and figures[one] is not None]
    if there:
        mean = sum(there) / len(there)
        cells[name, "average_12", month] = (mean, decimals[1](mean))
        for field, found in (("maximum_12", max(there)), ("minimum_12", min(there))):
            cells[name, field, month] = (found, decimals[0](found))


def put_comparisons(cells, name, month, figures, arrow_of, polarity):
    now = figures.get(month)
    for suffix, before in (("previous", months.shift(month, -1)), ("last_year", months.shift(month, -12))):
        off = change(now, figures.get(before))
        cells[name, "change_" + suffix, month] = (off, change_places(off) if arrow_of is rise_of_10 else 0, True)
        cells[name, "direction_" + suffix, month] = (arrow_of(now, figures.get(before), polarity), None)


def north_east():
    """May to August as printed, September from its counts; the arrow as printed, better is up. No polarity, no arrow;
    nor for measures that the report prints without one."""
    folder = TOP / "data" / "north-east-2017-q2"
    counts = {row["id"]: (number(row["numerator"]), number(row["denominator"])) for row in rows(folder / "latest.csv")}
    published = by_month(folder / "values.csv", "id")
    last_year = {row["id"]: number(row["value"]) for row in rows(folder / "annual.csv")
                 if row["year"] == "same_period_last_year"}
    hidden = {row["id"] for row in rows(folder / "statuses.csv") if row["status"] == "suppressed"}
    not_due = {(row["id"], row["figure"]) for row in rows(folder / "statuses.csv") if row["status"] == "not_due"}
    shown, now, cells = months.from_to("2017-05", "2017-09"), "2017-09", {}

    def whole(figure):  # a count has no decimals
        return 0 if figure is None or figure == int(figure) else compact(figure)

    def print_arrow(now, before, polarity):
        return better(rounded(now, compact(now)), rounded(before, compact(before)), polarity)

    for row in rows(folder / "indicators.csv"):
        name, is_count = row["id"], row["unit"] == "number"
        upper, lower = counts.get(name, (None, None))
        scale = {"number": 1, "percent": 100, "per_10000": 10000}[row["unit"]]
        figures = {} if name in hidden else {"2016-09": last_year.get(name), **published.get(name, {})}
        if upper is not None:
            figures[now] = upper if is_count else ratio(upper, lower, scale)
        target = number(row["year_end_target"])
        for month in shown:
            both = (figures, {}) if is_count else ({now: upper}, {now: lower})
            put_figures(cells, name, month, figures, (whole if is_count else compact,) * 2, both)
            put_comparisons(cells, name, month, figures, print_arrow, row["polarity"])
            earlier = [one for one in shown if one < month and (name, one) not in not_due]
            if (name, months.shift(month, -1)) in not_due and (name, month) not in not_due and earlier:  # the last that was due
                off = change(figures.get(month), figures.get(earlier[-1]))
                cells[name, "change_previous", month] = (off, 0, True)
            cells[name, "target", month] = (target, compact(target))
            if row["polarity"] == "none" or re.fullmatch(r"CSC (014|035|161|164|173|187|165|186|250|251|252b|260b)", name):
                for suffix in ("previous", "last_year"):
                    cells[name, "direction_" + suffix, month] = (None, None)
            figure = figures.get(month)
            status = {None: "none", "up": "better", "level": "achieving", "down": "missing"}[
                better(rounded(figure, compact(figure)), target, row["polarity"])]
            cells[name, "target_status", month] = ("none" if target is None else status if figure is not None else None, None)
    tally = [cells[row["id"], "direction_previous", now][0] for row in rows(folder / "indicators.csv")]
    printed_tally = [tally.count(word) for word in ("up", "level", "down", None)]
    assert printed_tally == [13, 8, 10, 20], printed_tally
    tally = [cells[row["id"], "target_status", now][0] for row in rows(folder / "indicators.csv")]
    printed_tally = [tally.count(word) for word in ("better", "achieving", "missing", "none")]
    assert printed_tally == [9, 4, 8, 29], printed_tally  # the report counts one without a figure among the last
    return "quarterly-kpi-booklet.xml", now, cells


def southampton_2018():
    """Thirteen months; nine percentages from counts, rounded before anything follows from them."""
    folder = TOP / "data" / "southampton-2018-06"
    values = by_month(folder / "values.csv", "ref")
    ratios = {row["ref"]: row for row in rows(folder / "ratios.csv")}
    parts = {row["ref"] for row in rows(folder / "values.csv") if number(row["value"]).denominator > 1}  # not whole in each month
    targets = {row["ref"]: row for row in rows(folder / "targets.csv")}
    shown, cells = months.from_to("2017-06", "2018-06"), {}
    for row in rows(folder / "indicators.csv"):
        name, figures, counts = row["ref"], values[row["ref"]], (values[row["ref"]], {})
        places = 1 if row["unit"] == "percent" and name in parts else 0
        if name in ratios:
            rule = ratios[name]
            counts = values[rule["numerator"]], values[rule["denominator"]]
            figures = {month: rounded(ratio(counts[0][month], counts[1][month], int(rule["scale"])), int(rule["decimals"]))
                       for month in shown}
        for month in shown:
            put_figures(cells, name, month, figures, (lambda _: places,) * 2, counts)
            put_comparisons(cells, name, month, figures, rise_of_10, row["polarity"])
            aim = targets.get(name, {}).get("2017/18" if month < "2018-04" else "2018/19", "")
            of_year = row["unit"] == "number" and "end of period" not in row["title"]
            cells[name, "target", month] = (None if aim == "TBC" or of_year else number(aim), places)
    return "monthly-scorecard.xml", shown[-1], cells


def southampton_2015():
    """Whole numbers; M3, LAC5-QL and, from the counts that alone make it, CP4 are worked out and never rounded before."""
    folder = TOP / "data" / "southampton-2015-06"
    values = by_month(folder / "measures.csv", "measure")
    inferred = by_month(folder / "inferred_numerators.csv", "measure", "inferred_numerator")
    shown, cells = months.from_to("2014-06", "2015-06"), {}
    for row in rows(folder / "indicators.csv"):
        name = row["ref"]
        counts = (inferred["CP4"], values["CP2"]) if name == "CP4" else \
            (values[row["numerator"]], values[row["denominator"]]) if row["numerator"] else (values[name], {})
        figures = {month: ratio(counts[0][month], counts[1][month], 100) for month in shown} if counts[1] else counts[0]
        for month in shown:
            put_figures(cells, name, month, figures, (lambda _: 0,) * 2, counts)
            put_comparisons(cells, name, month, figures, rise_of_10, "")
    return "graph-booklet.xml", shown[-1], cells


PACKS = {"rotherham-2019-03": rotherham, "north-east-2017-q2": north_east, "southampton-2018-06": southampton_2018,
         "southampton-2015-06": southampton_2015}

# --- comparison


def check_pack(program, name, layout, period, cells):
    said, wrong = figures(program, TOP / "layouts" / layout, "--period", period), []
    nothing = {"value": "", "printed": "", "status": ""}
    for key, cell in cells.items():
        row, (value, text) = said.pop(key, nothing), expected_text(*cell)
        text = row["printed"] if text is None else text
        if (row["value"], row["printed"], row["status"] == "present") != (value, text, value != ""):
            wrong.append(f"{key} expected {value!r} {text!r}, found {row['value']!r} {row['printed']!r} {row['status']}")
    looked_at = {key[1:] for key in cells}
    wrong += [f"{key} is not expected: {row['value']}" for key, row in said.items() if key[1:] in looked_at and row["value"]]
    compare(f"{name}: {len(cells)} cells", len(cells), wrong)


def main(program):
    for name, pack in PACKS.items():
        check_pack(program, name, *pack())
