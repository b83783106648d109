#include "chart_make.h"

#include "chart_filling.h"
#include "chart_gaps.h"
#include "chart_reading.h"
#include "chart_span.h"
#include "text.h"

enum { COUNT_LINES_MIN = 4, COUNT_LINES_MAX = 6, SMALL_LINES_MIN = 3, SMALL_LINES_MAX = 4, SMALL_PT = 130 };

/* A scale that starts elsewhere than at zero is settled here, since the subtitle speaks of it. */
static void settle_scale(const struct chart_draft *draft, double height_pt) {
    struct chart *chart = draft->chart;
    const struct chart_traits *traits = &chart_traits[chart->kind];
    struct scale scale;
    bool small = height_pt < SMALL_PT;
    if (!traits->stacked && !traits->rows &&
        chart_scale(chart, CHART_AXIS_FIRST, small ? SMALL_LINES_MIN : COUNT_LINES_MIN,
                    small ? SMALL_LINES_MAX : COUNT_LINES_MAX, &scale) &&
        scale_low(&scale) > 0)
        chart->scale = scale;
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

/* What the figures of an axis are in. */
static struct scale_unit axis_unit(const struct chart_draft *draft, bool second_axis) {
    for (size_t i = 0; i < draft->asked->line_count; i++)
        if (draft->asked->lines[i].second_axis == second_axis)
            return chart_reading_unit(draft, &draft->asked->lines[i]);
    return (struct scale_unit){UNIT_COUNT, NULL};
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
    chart->unit = chart_traits[chart->kind].shares ? (struct scale_unit){UNIT_PERCENT, NULL} : axis_unit(draft, false);
    chart->second_unit = axis_unit(draft, true);
    chart->from_zero = draft->asked->from_zero;
    chart->decimals = axis_decimals(draft);
    const struct chart_filling *filling = chart_filling_of(chart->kind);
    filling->categories(draft);
    filling->series(draft);
    if (filling->settle != NULL)
        filling->settle(draft);
    chart_gaps_explain(draft);
    chart->least_span = chart_span_least(draft);
    return chart;
}

/* The measures of the lines, each once: `Contacts, Referrals`. */
static const char *names_of_lines(struct composer *composer, const struct trend_chart *asked) {
    const char *names = NULL;
    for (size_t i = 0; i < asked->line_count; i++) {
        const struct indicator *indicator = asked->lines[i].indicator;
        size_t before = 0;
        while (before < i && asked->lines[before].indicator != indicator)
            before++;
        if (indicator != NULL && before == i)
            names = names == NULL ? indicator->short_title
                                  : arena_printf(composer->arena, "%s, %s", names, indicator->short_title);
    }
    return names;
}

struct chart *chart_make(struct composer *composer, const struct block *block, const struct indicator *indicator,
                         double height_pt) {
    const struct trend_chart *asked = block_trend_chart(block);
    const char *title =
        block->title != NULL || !composer_is_led(composer, block) ? block->title : names_of_lines(composer, asked);
    struct chart_draft draft = {.composer = composer, .asked = asked, .pos = block->pos, .indicator = indicator};
    struct chart *chart = make(&draft, title);
    settle_scale(&draft, height_pt);
    return chart;
}

struct chart *chart_make_spark_over(struct composer *composer, const struct indicator *indicator, enum field field,
                                    struct extent extent, bool aim) {
    struct chart_line line = {.field = field};
    const struct trend_chart asked = {.kind = CHART_SPARK,
                                      .lines = &line,
                                      .line_count = 1,
                                      .extent = extent,
                                      .target = aim && field_in_own_unit(indicator, field),
                                      .groups = {GROUP_PERIODS},
                                      .group_count = 1};
    struct chart_draft draft = {.composer = composer, .asked = &asked, .indicator = indicator};
    struct chart *chart = make(&draft, NULL);
    chart->subject = NULL;
    return chart;
}

struct chart *chart_make_spark(struct composer *composer, const struct indicator *indicator, enum field field,
                               int periods, bool aim) {
    return chart_make_spark_over(composer, indicator, field, (struct extent){.periods = periods}, aim);
}
