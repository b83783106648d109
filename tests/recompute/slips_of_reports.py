"""Slips in the tables of the reports: their figures as reports.py works them out, printed as reports print them, agree; and
slips made in them, one an indicator and many in one table, are found, no other cell is, and the true cause comes first."""
from fractions import Fraction

from lib import months
from lib.check import check
from lib.pack import TOP
from lib.reckon import printed, ratio, total
from recompute.reports import PACKS, Scorecard
from recompute.slips import audit_rows, check_as_it_is, differing

WORDS = {"up": "▲", "down": "▼", "level": "↔", "better": "better than target", "achieving": "achieving target",
         "missing": "missing target", "none": "", "R": "Red", "A": "Amber", "G": "Green"}


def short(cell):
    """As a spreadsheet has it."""
    value, decimals = cell[:2]
    if value is None or isinstance(value, str):
        return value or ""
    return printed(value, decimals, False).replace("\u2212", "-").replace(",", "")


def brackets(cell):
    """As a report has it: a fall in brackets, arrows as signs, a dash for nothing."""
    value = cell[0]
    if value is None or isinstance(value, str):
        return WORDS.get(value, value) if value else "-"
    text = printed(abs(value), cell[1], False) + "%"
    return f"({text})" if value < 0 and text.strip("0.%") else text


def whole(cell):
    """With no decimals at all."""
    value = cell[0]
    return short(cell) or "n/a" if value is None or isinstance(value, str) else short((value, 0))


def printable(cells):
    return {key: cell for key, cell in cells.items() if isinstance(cell[0], str) or cell[0] is None or cell[1] is not None}


def check_slips(program, layout, cells, slips):
    """slips: {(indicator, field): ({month: text}, words of the cause)}"""
    table = {key: short(cell) for key, cell in printable(cells).items()}
    changed = {(*key, month): text for key, (by_month, _) in slips.items() for month, text in by_month.items()}
    assert all(Fraction(table[key]) != Fraction(text) for key, text in changed.items())
    table.update(changed)
    wrong = differing(audit_rows(program, TOP / "layouts" / layout, [(*key, text) for key, text in table.items()])[1])
    check(f"{layout} slips", [str(key) for key in sorted(set(wrong) ^ set(changed))])
    for key, (by_month, cause) in slips.items():
        for month in by_month:
            named = wrong.get((*key, month), {"likely_cause": ""})["likely_cause"]
            check(f"{key} {month}", not named.split("; or ")[0].startswith(cause) and f"expected {cause} in {named}")


def lost_months(pack, cells):
    """Years to date that lost one month of a count, in it and in every month that follows."""
    slips = {}
    for at, row in enumerate(row for row in pack.indicators if row["ytd_method"] == "ratio_of_sums"):
        part, word = (("numerator", "numerator"), ("denominator", "denominator"))[at % 2]
        lost, by_month = f"2018-{7 + at % 4:02}", {}
        gone = pack.column(row[part], lost)
        for month in pack.months[pack.months.index(lost):]:
            sums = [total({one: pack.column(row[name], one) for one in pack.months}, months.of_year(month))
                    for name in ("numerator", "denominator")]
            sums[part == "denominator"] -= gone
            by_month[month] = short((ratio(*sums, 100), int(row["decimals"])))
        if all(Fraction(text) != Fraction(short(cells[row["id"], "ytd_value", month]))
               and abs(Fraction(text) - cells[row["id"], "ytd_value", month][0]) > Fraction(1, 10)
               for month, text in by_month.items()):
            slips[row["id"], "ytd_value"] = by_month, f"a year to date whose {word} lost a month: {lost}"
    assert len(slips) > 8, slips
    return slips


def lost_signs(cells, month):
    return {key[:2]: ({month: short((-cell[0], cell[1]))}, "sign lost") for key, cell in cells.items()
            if key[1] == "change_last_year" and key[2] == month and cell[0] and abs(cell[0]) >= 1}


def repeated_months(cells, before, month):
    """In every third measure, so that others stand between."""
    slips = {}
    for key, cell in list(cells.items()):
        earlier = cells.get((key[0], key[1], before), (None,))
        if key[1] == "value" and key[2] == month and cell[0] is not None and earlier[0] is not None \
                and abs(cell[0] - earlier[0]) > 2:
            slips[key[:2]] = {month: short(earlier)}, "the previous month's figure repeated"
    return dict(list(slips.items())[::3])


def main(program):
    worked_out = {name: pack() for name, pack in PACKS.items()}
    for layout, _, cells in worked_out.values():
        for manner in (short, brackets, whole):
            check_as_it_is(program, f"{layout} {manner.__name__}", TOP / "layouts" / layout,
                           {key: manner(cell) for key, cell in printable(cells).items()})
    layout, _, cells = worked_out["rotherham-2019-03"]
    pack = Scorecard(TOP / "data" / "rotherham-2019-03", "2018-01", "2019-03")
    check_slips(program, layout, cells, lost_months(pack, cells))
    for name, before in (("southampton-2018-06", "2018-05"), ("southampton-2015-06", "2015-05")):
        layout, month, cells = worked_out[name]
        check_slips(program, layout, cells, {**lost_signs(cells, month), **repeated_months(cells, before, month)})
