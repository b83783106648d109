#include "chart_axis.h"
#include "chart_filling.h"
#include "chart_reading.h"
#include "chart_rebases.h"
#include "chart_series.h"
#include "control_phase.h"
#include "due.h"
#include "spc_signs.h"
#include "words.h"

/* What a control chart has beyond a line: its mean and limits, and the classes of its points. */

/* The lines of a control chart, in the order in which they are drawn. */
static const struct {
    enum field field;
    enum chart_mark mark;
    enum word name;
    enum colour colour;
} chart_lines[] = {
    {FIELD_SPC_MEAN, MARK_MEAN, WORD_SPC_MEAN, COLOUR_SECOND_TEXT},
    {FIELD_SPC_UPPER, MARK_LIMIT, WORD_SPC_UPPER_LIMIT, COLOUR_AXIS},
    {FIELD_SPC_LOWER, MARK_LIMIT, WORD_SPC_LOWER_LIMIT, COLOUR_AXIS},
    {FIELD_SPC_NEAR_UPPER, MARK_NEAR, WORD_FIELD_SPC_NEAR_UPPER, COLOUR_AXIS},
    {FIELD_SPC_NEAR_LOWER, MARK_NEAR, WORD_FIELD_SPC_NEAR_LOWER, COLOUR_AXIS},
};
enum { LINE_TOTAL = sizeof(chart_lines) / sizeof(*chart_lines) };

static bool starts_phase(const struct chart *chart, size_t category) {
    for (size_t i = 0; i < chart->rebase_count; i++)
        if (chart->rebases[i].category == category)
            return true;
    return false;
}

/* A line runs on through periods without a figure, but not into another phase. */
static void fill_line(struct chart_draft *draft, struct chart_series *series, enum field field, int decimals) {
    const struct figure_table *table = figures_of(draft->composer->figures, draft->indicator);
    const struct chart_slot *slots = draft->slots;
    for (size_t i = 0; i < draft->chart->category_count; i++) {
        if (slots[i].kind != SLOT_PERIOD)
            continue;
        const struct figure *figure = figure_at(table, field, slots[i].period);
        if (!status_is_absent(figure->status))
            chart_draft_set_point(draft, series, i,
                                  chart_reading_of(draft, draft->indicator, field, figure->value, decimals));
        else if (i > 0 && slots[i - 1].kind == SLOT_PERIOD && !starts_phase(draft->chart, i))
            series->points[i] = series->points[i - 1];
    }
}

/* Of the lines: one more where they lie so close that those of the figures would hide where. */
static int line_decimals(const struct chart_draft *draft, int latest) {
    enum { STEPS_LEAST = 10 };
    const struct figure_table *table = figures_of(draft->composer->figures, draft->indicator);
    const struct figure *upper = figure_at(table, FIELD_SPC_UPPER, latest),
                        *lower = figure_at(table, FIELD_SPC_LOWER, latest);
    int decimals = field_decimals(draft->indicator, FIELD_SPC_MEAN);
    struct fraction least =
        fraction_multiply(figure_step(draft->indicator, FIELD_SPC_MEAN, decimals), fraction_make(STEPS_LEAST, 1));
    if (status_is_absent(upper->status))
        return -1;
    struct fraction span = fraction_subtract(upper->value, lower->value);
    return fraction_sign(span) > 0 && fraction_compare(span, least) < 0 ? decimals + 1 : -1;
}

static void add_lines(struct chart_draft *draft, int latest) {
    int decimals = line_decimals(draft, latest);
    for (size_t i = 0; i < LINE_TOTAL; i++) {
        const char *name = words_get(draft->composer->words, chart_lines[i].name);
        struct chart_series *series = chart_draft_add_series(draft, name, chart_lines[i].mark);
        if (series == NULL)
            return;
        series->colour = chart_lines[i].colour;
        series->label_colour = COLOUR_SECOND_TEXT;
        fill_line(draft, series, chart_lines[i].field, decimals);
    }
}

static int first_drawn(const struct chart_draft *draft) {
    for (size_t i = 0; i < draft->chart->category_count; i++)
        if (draft->slots[i].kind == SLOT_PERIOD)
            return draft->slots[i].period;
    return draft->composer->period;
}

/* `of the 24 figures from April 2016 to March 2018`, where the lines begin; behind it how many are in each phase. */
static void put_phases(struct chart_draft *draft, struct chart_spc *spc) {
    const struct composer *composer = draft->composer;
    struct chart *chart = draft->chart;
    struct control_phase *phases;
    size_t count =
        control_phases(composer->arena, figures_of(composer->figures, draft->indicator), composer->period, &phases);
    for (size_t i = 0; i < count; i++) {
        bool drawn = i + 1 == count || phases[i + 1].from > first_drawn(draft);
        if (drawn && spc->rests_on == NULL && phases[i].rests > 0)
            spc->rests_on = words_format(
                composer->arena, composer->words, WORD_SPC_BASELINE, "count",
                arena_printf(composer->arena, "%zu", phases[i].rests), "when",
                due_from_to(composer, draft->indicator, phases[i].rests_first, phases[i].rests_last), NULL);
        for (size_t r = 0; r < chart->rebase_count; r++)
            if (chart->rebases[r].from == phases[i].from)
                chart->rebases[r].rests = phases[i].rests;
    }
    const struct control_phase *latest = &phases[count - 1];
    spc->outdated = latest->outdated;
    spc->restless = control_phase_is_restless(latest) ? latest->marked : 0;
    spc->rests = latest->rests;
}

/* The last period that has a point, for what is said of the latest. */
static int latest_period(const struct composer *composer, const struct figure_table *table) {
    for (int period = composer->period; period >= table->first; period--)
        if (!status_is_absent(figure_at(table, FIELD_SPC_POINT, period)->status))
            return period;
    return PERIOD_NONE;
}

static int word_at(const struct figure_table *table, enum field field, int period, int preset) {
    const struct figure *figure = figure_at(table, field, period);
    return status_is_absent(figure->status) ? preset : figure->word;
}

/* All figures are alike, and the limits with them. */
static bool is_still(const struct chart_draft *draft, const struct figure_table *table, int latest) {
    const struct figure *mean = figure_at(table, FIELD_SPC_MEAN, latest),
                        *upper = figure_at(table, FIELD_SPC_UPPER, latest);
    const struct chart_series *series = draft->chart->series;
    size_t first;
    double value;
    if (status_is_absent(upper->status) || fraction_compare(mean->value, upper->value) != 0 ||
        !point_first(series, 0, draft->chart->category_count, &first))
        return false;
    for (size_t i = first; i < draft->chart->category_count; i++)
        if (point_value(series, i, &value) && value != series->points[first].value)
            return false;
    return true;
}

/* Limits follow from the variation alone: a count can have one below zero, a share one above 100%. */
static bool is_below_zero(const struct indicator *indicator, const struct figure *lower) {
    return !status_is_absent(lower->status) && !indicator->negative && fraction_sign(lower->value) < 0;
}

static bool is_above_whole(const struct indicator *indicator, const struct figure *upper) {
    bool share = indicator->measure == MEASURE_RATIO && indicator->unit == UNIT_PERCENT;
    return !status_is_absent(upper->status) && share && fraction_compare(upper->value, fraction_make(100, 1)) > 0;
}

/* The mean and the limits, and what the points say. */
static void settle(struct chart_draft *draft) {
    const struct figure_table *table = figures_of(draft->composer->figures, draft->indicator);
    struct arena *arena = draft->composer->arena;
    size_t count = draft->chart->category_count;
    struct chart_spc *spc = arena_new(arena, struct chart_spc);
    enum spc_class *classes = arena_new_array(arena, count, enum spc_class);
    enum spc_rule *rules = arena_new_array(arena, count, enum spc_rule);
    int latest = latest_period(draft->composer, table);
    for (size_t i = 0; i < count; i++) {
        bool period = draft->slots[i].kind == SLOT_PERIOD;
        classes[i] =
            (enum spc_class)word_at(table, FIELD_SPC_POINT, period ? draft->slots[i].period : PERIOD_NONE, SPC_COMMON);
        rules[i] =
            (enum spc_rule)word_at(table, FIELD_SPC_RULE, period ? draft->slots[i].period : PERIOD_NONE, SPC_NO_RULE);
    }
    bool too_few = status_is_absent(figure_at(table, FIELD_SPC_VARIATION, latest)->status);
    *spc = (struct chart_spc){
        .classes = classes,
        .rules = rules,
        .latest_period = latest,
        .latest_rule = (enum spc_rule)word_at(table, FIELD_SPC_RULE, latest, SPC_NO_RULE),
        .too_few = too_few,
        .method = draft->asked->method,
        .still = is_still(draft, table, latest),
        .trial = !too_few && figure_at(table, FIELD_SPC_MEAN, latest)->status == STATUS_PROVISIONAL,
        .below_zero = is_below_zero(draft->indicator, figure_at(table, FIELD_SPC_LOWER, latest)),
        .above_whole = is_above_whole(draft->indicator, figure_at(table, FIELD_SPC_UPPER, latest)),
        .variation = (enum spc_variation)word_at(table, FIELD_SPC_VARIATION, latest, SPC_VARIATION_COMMON),
        .assurance = (enum spc_assurance)word_at(table, FIELD_SPC_ASSURANCE, latest, SPC_NO_ASSURANCE),
    };
    chart_rebases_add(draft);
    put_phases(draft, spc);
    if (!spc->still)
        add_lines(draft, latest);
    draft->chart->spc = spc;
}

const struct chart_filling chart_filling_spc = {.categories = chart_axis_fill,
                                                .series = chart_series_fill,
                                                .settle = settle,
                                                .set_above = spc_signs_set_icons,
                                                .set_below = spc_signs_set_note};
