#include "chart_make.h"

#include "chart_filling.h"
#include "chart_reading.h"
#include "chart_span.h"
#include "icon.h"
#include "text.h"
#include "usage.h"

enum { COUNT_LINES_MIN = 4, COUNT_LINES_MAX = 6, SMALL_LINES_MIN = 3, SMALL_LINES_MAX = 4, SMALL_PT = 130 };

/* The run of periods up to the pack's without figures in the first series that is longest, after its first figure. */
static size_t longest_gap(const struct chart_draft *draft, size_t *first) {
    const struct chart_point *points = draft->chart->series[0].points;
    size_t longest = 0, run = 0;
    bool begun = false;
    for (size_t i = 0; i < draft->chart->category_count; i++) {
        bool period = draft->slots[i].kind == SLOT_PERIOD && draft->slots[i].period <= draft->composer->period;
        begun = period && (begun || points[i].present);
        run = begun && !points[i].present && !points[i].not_due ? run + 1 : 0;
        if (run > longest) {
            longest = run;
            *first = i + 1 - run;
        }
    }
    return longest;
}

/* The cells that a line's figure of a period rests on. */
static struct cell cell_of(const struct chart_draft *draft, const struct chart_line *line, int period,
                           bool denominator) {
    const struct indicator *indicator = chart_reading_indicator(draft, line);
    const struct series *series = line->series != NULL ? line->series : indicator->numerator;
    if (denominator && line->series == NULL && indicator->denominator != NULL)
        series = indicator->denominator;
    return series == NULL ? (struct cell){.status = STATUS_MISSING} : series_cell(series, period);
}

/* The reason that the data give for the longest gap, or what its status means. */
static void explain_gap(struct chart_draft *draft) {
    const struct chart_line *line = draft->asked->lines;
    size_t first = 0, length = draft->chart->series_count == 0 ? 0 : longest_gap(draft, &first);
    if (length == 0)
        return;
    enum status status = STATUS_PRESENT;
    for (size_t i = first; i < first + length; i++)
        for (int part = 0; part < 2; part++) {
            struct cell cell = cell_of(draft, line, draft->slots[i].period, part == 1);
            status = status_worse(status, cell.status);
            if (draft->chart->gap_note == NULL && status_is_absent(cell.status))
                draft->chart->gap_note = cell.note;
        }
    if (!status_is_absent(status))
        status = STATUS_MISSING;
    draft->chart->gap_symbol = status_words[status].symbol;
    usage_add_symbols(draft->composer, draft->chart->gap_symbol);
    if (draft->chart->gap_note == NULL)
        draft->chart->gap_note = text_capital(draft->composer->arena, words_status(draft->composer->words, status));
}

/* A scale that starts elsewhere than at zero is settled here, since the subtitle speaks of it. */
static void settle_scale(const struct chart_draft *draft, double height_pt) {
    struct chart *chart = draft->chart;
    const struct chart_traits *traits = &chart_traits[chart->kind];
    struct scale scale;
    bool small = height_pt < SMALL_PT;
    if (!traits->stacked && !traits->rows &&
        chart_scale(chart, false, small ? SMALL_LINES_MIN : COUNT_LINES_MIN, small ? SMALL_LINES_MAX : COUNT_LINES_MAX,
                    &scale) &&
        scale_low(&scale) > 0) {
        chart->scale = scale;
        usage_add_icon(draft->composer, ICON_CUT_AXIS);
    }
}

static int axis_decimals(const struct chart_draft *draft) {
    int most = 0;
    for (size_t i = 0; i < draft->asked->line_count && !chart_traits[draft->chart->kind].shares; i++) {
        const struct chart_line *line = &draft->asked->lines[i];
        if (line->second_axis || line->series != NULL)
            continue;
        int decimals = field_decimals(chart_reading_indicator(draft, line), line->field);
        most = decimals > most ? decimals : most;
    }
    return most;
}

/* True where the first axis has more than the indicator of the chart: its title says what. */
static bool shows_others(const struct trend_chart *asked) {
    for (size_t i = 0; i < asked->line_count; i++)
        if (!asked->lines[i].second_axis && (asked->lines[i].series != NULL || asked->lines[i].indicator != NULL))
            return true;
    return false;
}

/* What the figures of an axis are in; series are counts. */
static enum unit axis_unit(const struct chart_draft *draft, bool second_axis) {
    for (size_t i = 0; i < draft->asked->line_count; i++) {
        const struct chart_line *line = &draft->asked->lines[i];
        if (line->second_axis == second_axis)
            return line->series != NULL ? UNIT_COUNT : field_unit(chart_reading_indicator(draft, line), line->field);
    }
    return UNIT_COUNT;
}

/* A control chart that the catalogue does not know is one of lines. */
static enum chart_kind kind_of(const struct chart_draft *draft) {
    bool unknown = chart_traits[draft->asked->kind].spc && draft->indicator->control_chart == NULL;
    return unknown ? CHART_LINE : draft->asked->kind;
}

/* A chart of what is asked for, in the words and with the figures of an indicator. */
static struct chart *make(struct chart_draft *draft, const char *title) {
    struct chart *chart = draft->chart = arena_new(draft->composer->arena, struct chart);
    chart->words = draft->composer->words;
    chart->calendar = draft->composer->layout->catalogue->calendar;
    chart->kind = kind_of(draft);
    chart->pos = draft->pos;
    chart->subject = shows_others(draft->asked) && title != NULL ? title : draft->indicator->title;
    const char *place = draft->indicator->place;
    chart->place = place != NULL ? place : draft->composer->layout->catalogue->place;
    chart->unit = chart_traits[chart->kind].shares ? UNIT_PERCENT : axis_unit(draft, false);
    chart->second_unit = axis_unit(draft, true);
    chart->from_zero = draft->asked->from_zero;
    chart->decimals = axis_decimals(draft);
    const struct chart_filling *filling = chart_filling_of(chart->kind);
    filling->categories(draft);
    filling->series(draft);
    if (filling->settle != NULL)
        filling->settle(draft);
    explain_gap(draft);
    chart->least_span = chart_span_least(draft);
    return chart;
}

struct chart *chart_make(struct composer *composer, const struct block *block, const struct indicator *indicator,
                         double height_pt) {
    struct chart_draft draft = {
        .composer = composer, .asked = block_trend_chart(block), .pos = block->pos, .indicator = indicator};
    struct chart *chart = make(&draft, block->title);
    settle_scale(&draft, height_pt);
    return chart;
}

struct chart *chart_make_spark(struct composer *composer, const struct indicator *indicator, enum field field,
                               int periods) {
    struct chart_line line = {.field = field};
    const struct trend_chart asked = {.kind = CHART_SPARK,
                                      .lines = &line,
                                      .line_count = 1,
                                      .extent = {.periods = periods},
                                      .target = field_in_own_unit(indicator, field),
                                      .groups = {GROUP_PERIODS},
                                      .group_count = 1};
    struct chart_draft draft = {.composer = composer, .asked = &asked, .indicator = indicator};
    struct chart *chart = make(&draft, NULL);
    chart->subject = NULL;
    if (chart->series_count > 1)
        usage_add_icon(composer, ICON_TARGET_LINE);
    return chart;
}
