#include "chart_gaps.h"

#include "character.h"
#include "chart_reading.h"

/* What is known of a figure that is not there. */
struct absence {
    enum status status;
    const char *note;  /* of the data; may be NULL */
    const char *words; /* of a figure in words; may be NULL */
    bool of_nothing;   /* its counts are there, and the denominator is zero */
};

static bool is_zero(const struct series *series, int period) {
    struct fraction number = series == NULL ? fraction_none() : series_cell(series, period).number;
    return fraction_present(number) && fraction_sign(number) == 0;
}

static struct absence field_absence(const struct chart_draft *draft, const struct chart_line *line, int period) {
    const struct indicator *indicator = chart_reading_indicator(draft, line);
    const struct figure *figure = figure_at(figures_of(draft->composer->figures, indicator), line->field, period);
    return (struct absence){.status = figure->status,
                            .words = figure->words,
                            .note = indicator_absence_note(indicator, period),
                            .of_nothing = line->field == FIELD_VALUE && is_zero(indicator->denominator, period)};
}

/* Of a line's figure of a period; a status that is none of an absent one where it is there. */
static struct absence absence_of(const struct chart_draft *draft, const struct chart_line *line, int period) {
    if (line->series != NULL) {
        struct cell cell = series_cell(line->series, period);
        return (struct absence){.status = cell.status, .note = cell.note, .words = cell.words};
    }
    if (line->comparator != NULL)
        return (struct absence){
            .status = figure_among(figures_of(draft->composer->figures, chart_reading_indicator(draft, line)),
                                   line->comparator, AMONG_BENCHMARK, period)
                          ->status};
    return field_absence(draft, line, period);
}

/* Of the first line of the first axis that has no figure where one is due. */
static struct absence category_absence(const struct chart_draft *draft, int period) {
    for (size_t i = 0; i < draft->asked->line_count; i++) {
        if (draft->asked->lines[i].second_axis)
            continue;
        struct absence absence = absence_of(draft, &draft->asked->lines[i], period);
        if (status_is_absent(absence.status) && absence.status != STATUS_NOT_DUE)
            return absence;
    }
    return (struct absence){.status = STATUS_PRESENT};
}

static const char *reason_of(const struct chart_draft *draft, const struct absence *absence) {
    const struct words *words = draft->composer->words;
    if (absence->note != NULL)
        return absence->note;
    if (absence->status == STATUS_IN_WORDS && absence->words != NULL)
        return absence->words;
    return absence->of_nothing ? words_get(words, WORD_GAP_OF_NOTHING) : words_status(words, absence->status);
}

/* What was due and is not there; what is missing before there ever are any is no gap. */
static bool is_told(const struct absence *absence, bool begun) {
    bool plain = absence->status == STATUS_MISSING && absence->note == NULL && !absence->of_nothing;
    return status_is_absent(absence->status) && absence->status != STATUS_NOT_DUE && (!plain || begun);
}

/* True where a line had a figure before the first period shown: what is missing there is no beginning. */
static bool begun_before(const struct chart_draft *draft, const struct chart_line *line) {
    const struct indicator *indicator = chart_reading_indicator(draft, line);
    size_t i = 0;
    while (i < draft->chart->category_count && draft->slots[i].kind != SLOT_PERIOD)
        i++;
    if (line->comparator != NULL || i == draft->chart->category_count)
        return false;
    int period = line->series != NULL ? line->series->first : figures_of(draft->composer->figures, indicator)->first;
    while (period < draft->slots[i].period && status_is_absent(absence_of(draft, line, period).status))
        period++;
    return period < draft->slots[i].period;
}

static bool is_reported(const struct chart_draft *draft, size_t category) {
    return draft->slots[category].kind == SLOT_PERIOD && draft->slots[category].period <= draft->composer->period;
}

static const char *explain(const struct chart_draft *draft, const struct absence *absence) {
    const char *reason = reason_of(draft, absence);
    characters_check(draft->composer, reason, draft->pos);
    return reason;
}

void chart_gaps_explain_series(const struct chart_draft *draft, const struct chart_line *line,
                               struct chart_series *series) {
    bool begun = begun_before(draft, line);
    for (size_t i = 0; i < draft->chart->category_count; i++) {
        begun |= series->points[i].present;
        if (series->points[i].present || !is_reported(draft, i))
            continue;
        struct absence absence = absence_of(draft, line, draft->slots[i].period);
        if (!is_told(&absence, begun))
            continue;
        series->points[i].gap_status = absence.status;
        series->points[i].gap_reason = explain(draft, &absence);
    }
}

/* Lines are asked for first, so that each has the series of its number. A stack that lacks a part is not drawn at all.
 */
static size_t line_total(const struct chart_draft *draft) {
    size_t series = draft->chart->series_count, lines = draft->asked->line_count;
    return chart_traits[draft->chart->kind].stacked ? 0 : series < lines ? series : lines;
}

/* Others that go on beside a gap would make it theirs too. */
static void explain_each(const struct chart_draft *draft) {
    size_t own = 0;
    for (size_t i = 0; i < line_total(draft); i++)
        own += draft->asked->lines[i].comparator == NULL;
    for (size_t i = 0; i < line_total(draft) && own > 1; i++)
        if (draft->asked->lines[i].comparator == NULL)
            chart_gaps_explain_series(draft, &draft->asked->lines[i], &draft->chart->series[i]);
}

/* True where a line is of what the first one is of, such as its year to date: a gap of that is one of the chart. */
static bool is_same_measure(const struct chart_draft *draft, const struct chart_line *line) {
    const struct chart_line *first = draft->asked->lines;
    const struct indicator *indicator = chart_reading_indicator(draft, first);
    return line->comparator != NULL ||
           (line->mark == MARK_LINE && !line->second_axis && line->series == first->series &&
            chart_reading_indicator(draft, line) == indicator);
}

/* True where the chart's own measure, and each other one, has no figure. */
static bool is_empty(const struct chart_draft *draft, size_t category) {
    for (size_t i = 0; i < line_total(draft); i++)
        if ((i == 0 || !is_same_measure(draft, &draft->asked->lines[i])) &&
            draft->chart->series[i].points[category].present)
            return false;
    return true;
}

/* True where what other measures lack, they lack for the same reason: else each tells its own. */
static bool is_shared(const struct chart_draft *draft, size_t category) {
    const struct chart_series *series = draft->chart->series;
    for (size_t i = 1; i < line_total(draft); i++)
        if (!is_same_measure(draft, &draft->asked->lines[i]) && series[i].points[category].gap_reason != NULL &&
            !point_same_gap(&series[i].points[category], &series[0].points[category]))
            return false;
    return true;
}

void chart_gaps_explain_rows(const struct chart_draft *draft, struct chart_series *series) {
    for (size_t i = 0; i < draft->chart->category_count; i++) {
        struct absence absence = absence_of(draft, draft->slots[i].line, draft->slots[i].period);
        if (series->points[i].present || !status_is_absent(absence.status))
            continue;
        series->points[i].gap_status = absence.status;
        series->points[i].gap_reason = explain(draft, &absence);
    }
}

void chart_gaps_explain(struct chart_draft *draft) {
    struct chart *chart = draft->chart;
    if (chart->series_count == 0 || draft->asked->line_count == 0)
        return;
    bool begun = begun_before(draft, &draft->asked->lines[0]);
    explain_each(draft);
    for (size_t i = 0; i < chart->category_count; i++) {
        if (!is_reported(draft, i))
            continue;
        struct absence absence = category_absence(draft, draft->slots[i].period);
        begun |= chart->series[0].points[i].present;
        if (!is_told(&absence, begun) || !is_empty(draft, i) || !is_shared(draft, i))
            continue;
        chart->categories[i].gap_status = absence.status;
        chart->categories[i].gap_reason = explain(draft, &absence);
    }
}
