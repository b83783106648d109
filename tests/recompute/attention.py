"""Which measures need attention, and why: the rule of docs/definitions.md a second time, over all packs and their last
periods. The figures are those of `figures`, which other steps work out from the CSV files; those of the board pack are
worked out from its CSV files here as well. What the program lists is read from the elements of a page."""
import calendar
import re
import subprocess
from fractions import Fraction

from lib.check import check, compare
from lib.pack import TOP, Pack, figures, names, work_folder
from lib.reckon import rounded
from recompute import board_pack

PERIODS = 4  # of each pack
ROWS = 99  # of the list
STEPS_LEAST, STEPS_MOST, PASSED_LEAST, LONG, MOST = 8, 24, 6, 3, 5
LIMIT = Fraction(3267, 1000)
GOOD = {"higher-is-better": 1, "lower-is-better": -1}
WATCHES = ["alone", "concern", "worse", "lowest", "long", "quarter", "moved", "better", "overdue"]
ORDER = ["G", "A", "R", "beyond", "on", "off", "qA", "qB", "qC", "qD"]  # how one stands, from good to bad
AIMS = {"better": "beyond", "achieving": "on", "missing": "off"}


SIGNAL, WATCH, NEWS, UNUSUAL, WORSE, MOVED_MOST, REST = 2, 3, 4, 5, 6, 7, 8  # groups behind those for decision and changed


class Measure:
    """What is known of one indicator in a pack of a period."""

    def __init__(self, node, rows, told, periods, period, place, year_ends):
        self.node, self.rows, self.told, self.place = node, rows, told, place
        self.id, self.good = node.get("id"), GOOD.get(node.get("polarity"), 0)
        self.to_date = node.get("headline") == "ytd_value"
        self.judged = self.reported = "ytd_value" if self.to_date else "value"
        self.periods = [one for one in periods if self.status(self.judged, one) != "not_due" and one <= period] or [period]
        last = self.due(period)
        none = self.printed("value", last) == ""
        ends = year_ends and last == period and self.printed("ytd_rag", last) == "R" != self.printed("rag", last)
        if self.printed("ytd_rag", last) and (none or ends):
            self.judged, self.to_date = "ytd_value", True

    def status(self, field, period):
        return self.rows.get((self.id, field, period), {}).get("status", "missing")

    def printed(self, field, period):
        return self.rows.get((self.id, field, period), {}).get("printed", "")

    def value(self, field, period):
        text = self.rows.get((self.id, field, period), {}).get("value", "")
        return Fraction(text) if re.fullmatch(r"-?[0-9.]+", text) else None

    def due(self, period):
        """The latest in which it was due; before all of them the period itself, which has no figure."""
        return max((one for one in self.periods if one <= period), default=period)

    def stands(self, period):
        letter = self.printed("ytd_rag" if self.to_date else "rag", period) if self.node.find("bands") is not None else ""
        if letter or self.judged != self.reported:
            return letter
        status = self.printed("target_status", period)
        if status in AIMS:
            return AIMS[status]
        quarter = self.printed("quartile", period)
        return "q" + quarter if quarter else ""

    def before(self, period):
        """The periods before one, the latest first."""
        return [one for one in reversed(self.periods) if one < period]


def step_of(measure, period):
    """The step to a period, and what is usual; None where it is not known."""
    earlier = measure.before(period)
    values = [measure.value("value", one) for one in [period, *earlier]]
    steps = [None if None in pair else pair[0] - pair[1] for pair in zip(values, values[1:])]
    usual = [abs(one) for one in steps[1:] if one is not None][:STEPS_MOST]
    return (steps or [None])[0], sum(usual) / len(usual) if len(usual) >= STEPS_LEAST else None


def is_worst(measure, period):
    """Worse in print than each of the last six figures or more, of what is no year to date."""
    printed = measure.printed("value", period)
    if not printed or not measure.good or measure.to_date or ":" in printed:
        return False
    decimals = len(printed.partition(".")[2])
    value, passed = rounded(measure.value("value", period), decimals), 0
    for one in measure.before(period):
        other = measure.value("value", one)
        if other is None:
            continue
        if measure.good * (rounded(other, decimals) - value) <= 0:
            break
        passed += 1
    return passed >= PASSED_LEAST


def variation(measure, period):
    """What its control chart says but common cause: concern, neither, improvement."""
    now = measure.printed("spc_variation", period)
    return "" if now in ("", "common") else now.partition("_")[0]


def is_signal(measure, period, then):
    """New, by what the chart said then."""
    was = measure.told.get((measure.id, "spc_variation", then), {}).get("printed", "") or "common"
    return bool(variation(measure, period)) and period > then and measure.printed("spc_variation", period) != was


def marked(measure, period):
    """So many figures in a row are marked alike."""
    points = [measure.printed("spc_point", one) for one in (period, *measure.before(period)) if measure.printed("spc_point", one)]
    other = [place for place, point in enumerate(points) if point != points[0]]
    return min(other, default=len(points))


def movement(measure, period):
    step, usual = step_of(measure, period)
    if not usual or step is None or abs(step) <= LIMIT * usual:
        return None
    return {1: "better", -1: "worse", 0: "moved"}[(step > 0) * measure.good - (step < 0) * measure.good]


def watch_of(measure, period, then, overdue):
    reasons = ["overdue"] * bool(overdue)
    now, run = measure.stands(period), 0
    for one in [period, *measure.before(period)]:
        if measure.stands(one) != now and measure.printed(measure.judged, one):
            break
        run += measure.stands(one) == now
    reasons += ["quarter"] * (now == "qD") + ["long"] * (now == "A" and run >= LONG)
    if period > then:
        reasons += ["lowest"] * (now == "A" and is_worst(measure, period))
        charted = measure.node.find("control-chart") is not None
        if charted:
            reasons += ["concern"] * (variation(measure, period) == "concern")
        else:
            reasons.append(movement(measure, period))
        reasons += ["alone"] * (measure.to_date and measure.printed("rag", period) == "R" and now in ("A", "G"))
    return min((one for one in reasons if one), key=WATCHES.index, default=None)


def green_of(measure):
    """[from, to] of the one green band, None for an open end; None where there are several, or other rules in other periods."""
    rules = measure.node.findall("bands")
    greens = [(rule, band) for rule in rules for band in rule.findall("band") if band.get("colour") == "green" and band.get("unset") != "yes"]
    if len(rules) != 1 or len(greens) != 1:
        return None
    rule, band = greens[0]
    if rule.get("around"):
        return [Fraction(rule.get("around")) + sign * Fraction(band.get("within")) for sign in (-1, 1)]
    ends = [next((band.get(word) for word in words if band.get(word)), None) for words in (("from", "above"), ("to", "below"))]
    return [None if one is None else Fraction(one) for one in ends]


def edge_passed(measure, value):
    """The end of its range of green that a figure without a target lies beyond."""
    low, high = green_of(measure) or (None, None)
    return low if low is not None and value < low else high if high is not None and value > high else None


def shortfall(measure, period):
    value, target = measure.value(measure.judged, period), measure.value("target", period)
    if target is None and value is not None:
        target = edge_passed(measure, value)
    return abs((value - target) / target) if target and value is not None else None


def basis(stands):
    return "target" if stands in AIMS.values() else "quarter" if stands.startswith("q") else "letter"


def worsened(measure, period):
    """Since the period before, in percent of then; None where that is not known."""
    then = (measure.before(period) or [period])[0]
    values = [measure.value(measure.judged, one) for one in (period, then)]
    if then == period or None in values or not values[1] or not measure.good:
        return None
    return -measure.good * (values[0] - values[1]) / abs(values[1])


def place_of(measure, period, then, overdue):
    """(group, what orders it in the group, reason); the group is REST for what is not listed."""
    now, was = measure.stands(period), measure.stands(then)
    quarters = now.startswith("q") and "qD" not in (now, was)
    met = {now, was} == {"beyond", "on"}
    changed = now and was and now != was and basis(now) == basis(was) and not quarters and not met
    far = shortfall(measure, period)
    size = (far is None, -(far or 0))
    if now in ("R", "off"):
        worse = worsened(measure, period)
        return 0, (not changed, *size, worse is None, -(worse or 0)), "changed" if changed else now
    if changed:
        worse = ORDER.index(now) > ORDER.index(was)
        return 1, (not worse, *size), "changed"
    kind = variation(measure, period)
    signal = is_signal(measure, period, then)
    if signal and kind == "concern":
        return SIGNAL, (-marked(measure, period),), "signal"
    watch = watch_of(measure, period, then, overdue)
    if signal and watch is None:
        return NEWS, (kind == "improvement", -marked(measure, period)), "signal"
    if watch is None and kind == "neither" and period > then:
        return UNUSUAL, (-marked(measure, period),), "unusual"
    if watch is None:
        return REST, (), None
    if watch in ("worse", "moved", "better"):
        step, usual = step_of(measure, period)
        times = abs(step / usual) if usual and step is not None else None
        size = (times is None, -(times or 0))
    return WATCH, (not overdue, WATCHES.index(watch), *size), watch


def has_share(pack, measure):
    """A count that is left to its share or rate: the one that the catalogue names, or the ratio that it is the numerator of."""
    node, good = measure.node, [one for one in pack.indicators.values() if one.get("polarity") in GOOD]
    shares = [one for one in good if one.get("id") == node.get("share") or
              (one.get("measure") != "value" and one.get("numerator") in (node.get("numerator"), measure.id))]
    return node.get("unit") == "count" and node in good and bool(shares)


def held(pack, measure, period):
    """What the catalogue calls its step, where a threshold says which are none: better, worse, moved, similar; else nothing."""
    threshold = measure.node.get("direction-threshold") or pack.catalogue.get("direction-threshold")
    way, step = measure.printed("direction_previous", period), step_of(measure, period)[0]
    if not threshold or not way or step is None:
        return ""
    return "similar" if way == "level" else {1: "better", -1: "worse", 0: "moved"}[(step > 0) * measure.good - (step < 0) * measure.good]


def is_complement(measure, others, period):
    """Of a share of which less is better: another says the same, of which more is."""
    if measure.good >= 0 or measure.node.get("unit") != "percent":
        return False
    for other in others:
        pairs = [(measure.value("value", one), other.value("value", one)) for one in (period, *measure.before(period))]
        both = [pair for pair in pairs if None not in pair]
        if (other.good > 0 and other.node.get("unit") == "percent" and len(both) >= STEPS_LEAST and pairs[0] in both and
                all(abs(100 - one - two) <= 1 for one, two in both)):
            return True
    return False


def add_most(pack, found, measures, period, then):
    """Where most stand in no way: those of them that moved most, by more than their usual step, in the rows that are free."""
    still = [one for one in measures if not one.stands(one.due(period))]
    rows = min(MOST, ROWS - sum(group < REST for group, *_ in found.values()))
    if 2 * len(still) <= len(measures):
        return
    moved = []
    for one in still:
        step, usual = step_of(one, one.due(period))
        fresh = one.due(period) > one.due(then) and one.printed(one.judged, one.due(period))
        charted = one.node.find("control-chart") is not None
        told = held(pack, one, one.due(period))
        enough = step and usual and (told not in ("", "similar") or (not told and abs(step) > usual))
        if found[one.id][0] == REST and fresh and enough and not charted and not has_share(pack, one) \
                and not is_complement(one, measures, one.due(period)):
            moved.append((0 if told == "worse" else 1, -abs(step / usual), one.place, one.id))
    moved = sorted(moved)
    for way, times, _, name in moved[:max(rows, sum(way == 0 for way, *_ in moved))]:
        found[name] = MOVED_MOST if way else WORSE, (way, times), "most"


def expected(pack, rows, told, period, day):
    periods = sorted({one for _, _, one in rows})
    then = max((one for one in periods if one < period), default="")
    node = pack.catalogue.find("actions")
    actions = [] if node is None else pack.lines(node)
    if node is not None and node.get("where"):
        actions = [one for one in actions if one[node.get("where").partition("=")[0]] == pack.catalogue.get("code")]
    overdue = {one["indicator"] for one in actions if one["status"] not in ("done", "stopped") and one["due"] < day}
    starts = int(pack.catalogue.get("year-start") or 4)
    year_ends = bool(re.fullmatch(r"\d{4}-\d\d", period)) and int(period[5:]) % 12 + 1 == starts
    measures = [Measure(one, rows, told, periods, period, place, year_ends) for place, one in enumerate(pack.indicators.values())]
    found = {one.id: place_of(one, one.due(period), one.due(then), one.id in overdue) for one in measures}
    add_most(pack, found, measures, period, then)
    listed = [one for one in measures if found[one.id][0] < REST]
    return sorted(((found[one.id], one.place, one.id) for one in listed)), measures


def last_day(period):
    """Of a month; of other periods none, before which nothing is due."""
    if not re.fullmatch(r"\d{4}-\d\d", period):
        return ""
    return f"{period}-{calendar.monthrange(int(period[:4]), int(period[5:]))[1]}"


def write_layout(pack, period, created):
    path = work_folder() / "pack.xml"
    path.write_text(f'<pack title="Attention" catalogue="{pack.layout.parent / pack.root.get("catalogue")}" '
                    f'fonts="{TOP}/fonts/fonts.xml" orientation="landscape" period="{period}"{created}>'
                    f'<page title="Attention"><attention most="{ROWS}"/></page></pack>', encoding="utf-8")
    return path


TITLES = [(0, "For decision"), (1, "Changed "), (1, "Moved o"), (1, "Moved into"), (SIGNAL, "New signal of a control chart"), (WATCH, "To watch"), (NEWS, "New signal, no concern"),
          (UNUSUAL, "Unusual, neither good nor bad"), (MOVED_MOST, "Moved most"), (WORSE, "Worse by ")]
# What the reason of a row must say, by why it is listed.
SAYS = {"R": "^Red( on the year to date)?( for the | in (each|all) |[.])", "off": "^Off target( [(]no RAG rating[)])?( for the | in (each|all) |[.])", "changed": r"^[A-Z].* to .*|^(Into|Out of) |^\d+(st|nd|rd|th)( equal)? of ",
        "alone": r"alone [(].*[)] is red[.]", "concern": ": concern[.]", "worse": r"(?i)\bworse (by .*)?than in .*, more than its average change of ",
        "lowest": "The (lowest|highest) ", "long": "^Amber( on the year to date)? (for the|in each|in all) ", "quarter": "^In the last quartile",
        "moved": r"(?i)\b(higher|lower) (by \S+ (\w+ )?)?than in .*, more than its average change of ", "signal": ": (concern|improvement|unusually (high|low))[.]", "unusual": ": unusually (high|low)[.]", "most": " than (in|on) .*, (more than|less than|as much as) its average change",
        "better": r"(?i)\bbetter (by \S+ (\w+ )?)?than in .*, more than its average change of ", "overdue": "[Oo]verdue"}


def without_abbreviations(elements):
    """Words go on over a short form that is said in full to who listens."""
    return re.sub(r'"\n +"', '', re.sub(r'\n +abbreviation [(].*[)](?=\n)', '', elements))


def listed_by(program, layout, pack):
    """[(group, indicator, the words of its row)] as the page has them."""
    run = subprocess.run([program, "publish", "--allow-outside", "--quiet", "--dump=elements", layout, "-o", layout.parent / "x.pdf"],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=True)
    short = {node.get("short-title") or node.get("title"): name for name, node in pack.indicators.items()}
    found, group = [], MOVED_MOST  # which has no heading where there is no other
    for row in without_abbreviations(run.stdout).split("header-cell row")[1:]:
        title = re.search('"([^"]*)', row)[1]
        head = [number for number, words in TITLES if title.startswith(words)]
        if head:
            group = head[0]
        else:
            name = max((one for one in short if title.startswith(one + " ")), key=len)
            found.append((group, short[name], " ".join(re.findall('^ *"(.*)"$', row.partition("paragraph")[2], re.M))))
    return found, run.stdout


LETTERS = {"R": "red", "A": "amber", "G": "green"}


def wrong_counts(text, measures, period):
    """What the page counts of letters, and how many measures have them; nothing where all are listed."""
    line = re.search(r'"Of (?:all |the )(\d+)(?: looked at here)?: (.*)[.]"', text)
    stands = [(one.stands(one.due(period)), one.judged != one.reported) for one in measures]
    wanted = [f"{stands.count((letter, by_year))} {word}{' on the year to date' if by_year else ''}" for letter, word in LETTERS.items()
              for by_year in (False, True) if (letter, by_year) in stands]
    got = re.findall(r"\d+ (?:red|amber|green)\b(?: on the year to date)?", line[2]) if line else wanted
    return [] if got == wanted and (not line or int(line[1]) == len(measures)) else [f"counts {line[0]}, expected {wanted}"]


def wrong_better(text, pack, wanted, measures, period, then):
    """How many of those without a row the note names as better by the catalogue's threshold."""
    listed = {name for _, _, name in wanted}
    named = sum(int(count) for count in re.findall(r'"Better by [^"]*[(](\d+)[)]:"', text))
    better = [one.id for one in measures if one.id not in listed and not one.stands(one.due(period)) and one.due(period) > one.due(then)
              and held(pack, one, one.due(period)) == "better" and one.node.find("control-chart") is None
              and not has_share(pack, one) and not is_complement(one, measures, one.due(period))]
    return [] if named == len(better) else [f"{named} are named as better, expected {better}"]


def wrong_words(got, wanted):
    """Rows whose reason says something else than why they are listed."""
    return [f"{name} does not name its rule: {words!r}" for _, name, words in got if re.search(r"(?i)\b(outside|trend|shift): (concern|improvement|unusually)", words)] + [f"{name} is listed for {place[2]} and says {words!r}" for (_, name, words), (place, _, _) in zip(got, wanted)
            if not re.search(SAYS[place[2]], words)]


def check_pack(program, pack):
    """Over its last periods; gives how many measures were looked at, and how many moved unusually."""
    periods = sorted({one for _, _, one in pack.figures if one <= pack.period})[-PERIODS:]
    looked = alarms = 0
    for period in periods:
        own = period == pack.period and pack.root.get("created")
        layout = write_layout(pack, period, f' created="{own}"' if own else "")
        rows = figures(program, layout, "--allow-outside")
        day = own or (last_day(period))
        then = max((one for _, _, one in rows if one < period), default="")
        charted = then and any(one.find("control-chart") is not None for one in pack.indicators.values())
        told = figures(program, write_layout(pack, then, ""), "--allow-outside") if charted else {}
        layout = write_layout(pack, period, f' created="{own}"' if own else "")
        wanted, measures = expected(pack, rows, told, period, day)
        got, text = listed_by(program, layout, pack)
        compare(f"{pack.name}, {period}: counts", len(measures), wrong_counts(text, measures, period))
        compare(f"{pack.name}, {period}: better", len(measures), wrong_better(text, pack, wanted, measures, period, then))
        compare(f"{pack.name}, {period}", len(measures),
                wrong_words(got, wanted) if [one[:2] for one in got] == [(place[0], name) for place, _, name in wanted]
                else [f"listed {got}", f"expected {[(place[0], place[2], name) for place, _, name in wanted]}"])
        looked += len(measures)
        alarms += sum(place[2] in ("worse", "better", "moved") for place, _, _ in wanted)
    return looked, alarms


def check_board_pack(program):
    """What the board pack lists, from its CSV files alone."""
    period, before, letters = "2018-07", "2018-06", {}
    targets = board_pack.read_targets()
    population = board_pack.read_counts("chart_07_child_protection_plans")["population_0_17"]
    for topic, (_, _, _, _, cumulative, *_) in board_pack.TOPICS.items():
        cells = board_pack.work_out(topic, population, targets)
        letters[topic] = [cells["ytd_rag" if cumulative else "rag", month][0] for month in (period, before)]
    wanted = {0: {one for one, (now, _) in letters.items() if now == "R"},
              1: {one for one, (now, then) in letters.items() if now != "R" and now != then}}
    pack = Pack(program, "monthly-board-pack")
    got, _ = listed_by(program, write_layout(pack, period, ' created="2018-08-10"'), pack)
    for group, names_of in wanted.items():
        check(f"the board pack from its CSV files: {['for decision', 'changed'][group]}",
              {name for place, name, _ in got if place == group} != names_of and f"{got}, expected {names_of}")


def main(program):
    looked = alarms = 0
    for name in names():
        counts = check_pack(program, Pack(program, name))
        looked, alarms = looked + counts[0], alarms + counts[1]
    check(f"steps are told of few measures: {alarms} of {looked}", alarms * 20 > looked and "too many")
    check_board_pack(program)
