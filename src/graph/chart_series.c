#include "chart_series.h"

#include "chart_axis.h"
#include "chart_filling.h"
#include "chart_look.h"
#include "chart_reading.h"
#include "chart_target.h"
#include "chart_whose.h"
#include "due.h"
#include "text.h"

static bool any_point(const struct chart *chart, const struct chart_series *series) {
    size_t category;
    return point_first(series, 0, chart->category_count, &category);
}

static size_t columns_on(const struct trend_chart *asked, bool second_axis) {
    size_t count = 0;
    for (size_t i = 0; i < asked->line_count; i++)
        count += asked->lines[i].mark == MARK_COLUMN && asked->lines[i].second_axis == second_axis;
    return count;
}

static size_t columns_before(const struct trend_chart *asked, const struct chart_line *line) {
    size_t count = 0;
    for (const struct chart_line *other = asked->lines; other < line; other++)
        count += other->mark == MARK_COLUMN && other->second_axis == line->second_axis;
    return count;
}

/* Where all lines are of the chart's indicator, the first is named by its period: what it shows the title says. */
static bool names_period(const struct chart_draft *draft) {
    for (size_t i = 0; i < draft->asked->line_count; i++) {
        const struct chart_line *line = &draft->asked->lines[i];
        if (!line->second_axis && (line->series != NULL || line->indicator != NULL))
            return false;
    }
    return draft->asked->lines[0].mark == MARK_LINE;
}

/* Beside lines of others one's own is named by whose it is. */
static bool is_among_others(const struct chart_draft *draft) {
    for (size_t i = 0; i < draft->asked->line_count; i++)
        if (draft->asked->lines[i].comparator != NULL)
            return draft->asked->lines[0].comparator == NULL;
    return false;
}

/* True where each point of a line is of the twelve months up to its period. */
static bool is_of_twelve_months(const struct chart_draft *draft, const struct chart_line *line) {
    return line->series == NULL && (line->field == FIELD_ROLLING_12_VALUE ||
                                    (line->field == FIELD_VALUE && draft->indicator->covers == COVERS_TWELVE_MONTHS));
}

/* True for the last category of the periods that a series has a figure in. */
static bool last_period(const struct chart_draft *draft, const struct chart_series *series, size_t *category) {
    for (size_t i = draft->chart->category_count; i-- > 0;)
        if (draft->slots[i].kind == SLOT_PERIOD && series->points[i].present) {
            *category = i;
            return true;
        }
    return false;
}

/* `July`, `12 months to July`: what the last point of the chart's own line is of; NULL where it has none. */
static const char *latest_period(const struct chart_draft *draft, const struct chart_line *line,
                                 const struct chart_series *series) {
    struct composer *composer = draft->composer;
    size_t last;
    if (!last_period(draft, series, &last))
        return NULL;
    const char *period = due_name(composer, draft->indicator, draft->slots[last].period);
    return is_of_twelve_months(draft, line)
               ? words_format(composer->arena, composer->words, WORD_CHART_TWELVE_MONTHS_TO, "period", period, NULL)
               : text_capital(composer->arena, period);
}

bool chart_line_restarts(const struct chart_draft *draft, const struct chart_line *line) {
    const struct indicator *indicator = chart_reading_indicator(draft, line);
    if (line->series != NULL)
        return false;
    if (line->comparator != NULL)
        return indicator->reports_ytd || indicator->restarts;
    return field_table[line->field].restarts || (indicator->restarts && line->field == FIELD_VALUE);
}

/* True for the first period of a year on the axis. */
static bool starts_year(const struct chart_draft *draft, size_t category) {
    struct calendar calendar = draft->composer->layout->catalogue->calendar;
    const struct chart_slot *slot = &draft->slots[category], *before = slot - 1;
    return category > 0 && slot->kind == SLOT_PERIOD && before->kind == SLOT_PERIOD &&
           calendar_year(calendar, slot->period) != calendar_year(calendar, before->period);
}

struct chart_reading chart_line_reading(const struct chart_draft *draft, const struct chart_line *line,
                                        size_t category) {
    struct chart_reading reading = chart_reading_at(draft, line, &draft->slots[category]);
    reading.anew = chart_line_restarts(draft, line) && starts_year(draft, category);
    return reading;
}

/* Between groups the figure alone has room: its period is below it. */
static bool ends_with_periods(const struct chart *chart) {
    return chart->group_count > 0 && chart->groups[chart->group_count - 1].kind == GROUP_PERIODS;
}

static void add_line(struct chart_draft *draft, const struct chart_line *line, size_t index) {
    const struct trend_chart *asked = draft->asked;
    bool column = line->mark == MARK_COLUMN, sets = column && columns_on(asked, line->second_axis) > 1;
    struct chart_series *series = chart_draft_add_series(draft, chart_reading_name(draft, line), line->mark);
    if (series == NULL)
        return;
    if (line->comparator != NULL && index > 0)
        chart_look_other(series, chart_look_number(draft->composer->layout->catalogue, line->comparator, index - 1));
    else
        chart_look_line(series, column ? 0 : index);
    if (sets)
        chart_look_column(series, columns_before(asked, line));
    series->second_axis = line->second_axis;
    series->headline = index == 0 || (sets && !line->second_axis);
    for (size_t i = 0; i < draft->chart->category_count; i++)
        chart_draft_set_point(draft, series, i, chart_line_reading(draft, line, i));
    if (index == 0 && ends_with_periods(draft->chart) && is_among_others(draft))
        series->end_label = draft->chart->place;
    else if (index == 0 && names_period(draft))
        series->end_label = ends_with_periods(draft->chart) ? latest_period(draft, line, series) : "";
}

/* A line a comparator: the council's own in the colour of the measure, the others in theirs, each with its marker. */
static void add_benchmark_years(struct chart_draft *draft) {
    const struct catalogue *catalogue = draft->composer->layout->catalogue;
    size_t others = 0;
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const struct comparator *comparator = &catalogue->comparators[c];
        struct chart_series *series = chart_draft_add_series(draft, comparator->short_title, MARK_LINE);
        if (series == NULL)
            return;
        if (comparator->own)
            chart_look_line(series, 0);
        else
            chart_look_other(series, chart_look_number(catalogue, comparator, others));
        for (size_t i = 0; i < draft->chart->category_count; i++)
            if (draft->slots[i].kind == SLOT_BENCHMARK_YEAR)
                chart_draft_set_point(
                    draft, series, i,
                    chart_reading_benchmark(draft, draft->indicator, comparator, &draft->slots[i].year));
        if (!any_point(draft->chart, series))
            draft->chart->series_count--;
        else if (!comparator->own)
            others++;
    }
}

/* A line over all that is the council's own: periods, year to date, years. */
static void add_level(struct chart_draft *draft, const char *name, struct chart_reading reading, size_t look) {
    if (!fraction_present(reading.value))
        return;
    struct chart_series *series = chart_draft_add_series(draft, name, MARK_LEVEL);
    if (series == NULL)
        return;
    chart_look_other(series, look);
    for (size_t i = 0; i < draft->chart->category_count; i++)
        if (draft->slots[i].kind != SLOT_BENCHMARK && draft->slots[i].kind != SLOT_BENCHMARK_YEAR &&
            !chart_is_apart(draft->chart, i))
            chart_draft_set_point(draft, series, i, reading);
}

static void add_benchmark_levels(struct chart_draft *draft) {
    const struct catalogue *catalogue = draft->composer->layout->catalogue;
    struct arena *arena = draft->composer->arena;
    size_t others = 0;
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const char *year = NULL;
        if (catalogue->comparators[c].own)
            continue;
        struct chart_reading reading =
            chart_reading_benchmark(draft, draft->indicator, &catalogue->comparators[c], &year);
        const char *name = year == NULL ? ""
                                        : arena_printf(arena, "%s %s", catalogue->comparators[c].short_title,
                                                       calendar_year_printed(arena, year));
        add_level(draft, chart_whose_benchmark(draft, name), reading,
                  chart_look_number(catalogue, &catalogue->comparators[c], others++));
    }
}

static void add_references(struct chart_draft *draft) {
    for (size_t i = 0; i < draft->asked->reference_count; i++) {
        const char *name;
        const struct chart_reference *reference = &draft->asked->references[i];
        struct chart_reading reading = chart_reading_reference(draft, reference, &name);
        size_t look = chart_look_number(draft->composer->layout->catalogue, reference->comparator, i);
        add_level(draft, reference->label == NULL ? chart_whose_benchmark(draft, name) : name, reading, look);
    }
}

/* A figure at the end of a line is read as one of the period in which others end. */
static void tell_ends(struct chart_draft *draft) {
    size_t latest = 0, last;
    for (size_t i = 0; i < draft->chart->series_count; i++)
        if (last_period(draft, &draft->chart->series[i], &last))
            latest = last > latest ? last : latest;
    for (size_t i = 0; i < draft->chart->series_count && i < draft->asked->line_count; i++) {
        struct chart_series *series = &draft->chart->series[i];
        const struct chart_line *line = &draft->asked->lines[i];
        bool tells = line == draft->asked->lines && names_period(draft) && series->end_label != draft->chart->place;
        if (series->mark == MARK_LINE && !tells && last_period(draft, series, &last) && last < latest)
            series->ended = due_short(draft->composer, chart_reading_indicator(draft, line), draft->slots[last].period);
    }
}

void chart_series_fill(struct chart_draft *draft) {
    for (size_t i = 0; i < draft->asked->line_count; i++)
        add_line(draft, &draft->asked->lines[i], i);
    tell_ends(draft);
    chart_series_add_held(draft);
}

void chart_series_add_held(struct chart_draft *draft) {
    if (draft->asked->target)
        chart_target_add(draft);
    if (draft->asked->benchmarks == BENCHMARKS_YEARS)
        add_benchmark_years(draft);
    else if (draft->asked->benchmarks == BENCHMARKS_LINES)
        add_benchmark_levels(draft);
    add_references(draft);
}

const struct chart_filling chart_filling_axis = {.categories = chart_axis_fill, .series = chart_series_fill};
