#include "chart_series.h"

#include "character.h"
#include "chart_reading.h"
#include "dated.h"
#include "figure_text.h"
#include "paragraph.h"

static const struct {
    enum colour line, label;
    enum chart_marker marker;
    enum chart_dash dash;
} looks[] = {
    {COLOUR_BRAND, COLOUR_BRAND, MARKER_DOT, DASH_NONE},
    {COLOUR_SECOND_SERIES, COLOUR_SECOND_SERIES, MARKER_NONE, DASH_NONE},
    {COLOUR_THIRD_SERIES, COLOUR_THIRD_TEXT, MARKER_SQUARE, DASH_LONG},
    {COLOUR_FOURTH_SERIES, COLOUR_FOURTH_SERIES, MARKER_DIAMOND, DASH_DOTTED},
    {COLOUR_FIFTH_SERIES, COLOUR_FIFTH_SERIES, MARKER_TRIANGLE, DASH_DOT_LONG},
    {COLOUR_SIXTH_SERIES, COLOUR_SIXTH_SERIES, MARKER_DOT, DASH_SHORT},
};
enum { LOOK_COUNT = sizeof(looks) / sizeof(*looks), FIRST_OTHER = 2 };

/* Columns side by side and on one another: neighbours differ in lightness or texture. */
static const struct {
    enum colour column, label;
    enum chart_fill fill;
} fills[FILL_COUNT] = {
    {COLOUR_BRAND, COLOUR_BRAND, FILL_SOLID},
    {COLOUR_PAST_COLUMN, COLOUR_SECOND_TEXT, FILL_PALE},
    {COLOUR_SECOND_SERIES, COLOUR_SECOND_SERIES, FILL_RISING},
    {COLOUR_FIFTH_SERIES, COLOUR_FIFTH_SERIES, FILL_HOLLOW},
    {COLOUR_THIRD_SERIES, COLOUR_THIRD_TEXT, FILL_DOTTED},
    {COLOUR_FOURTH_SERIES, COLOUR_FOURTH_SERIES, FILL_FALLING},
};

static void set_look(struct chart_series *series, size_t look) {
    series->colour = looks[look % LOOK_COUNT].line;
    series->label_colour = looks[look % LOOK_COUNT].label;
    series->marker = looks[look % LOOK_COUNT].marker;
    series->dash = looks[look % LOOK_COUNT].dash;
}

static void set_fill(struct chart_series *series, size_t set) {
    series->colour = fills[set % FILL_COUNT].column;
    series->label_colour = fills[set % FILL_COUNT].label;
    series->fill = fills[set % FILL_COUNT].fill;
}

/* NULL where there are as many as there can be. */
static struct chart_series *add_series(struct chart_draft *draft, const char *name, enum chart_mark mark, size_t look) {
    struct chart *chart = draft->chart;
    struct arena *arena = draft->composer->arena;
    if (chart->series_count == CHART_SERIES_MAX)
        return NULL;
    characters_check(draft->composer, name, draft->pos);
    draft->readings[chart->series_count] = arena_new_array(arena, chart->category_count + 1, struct chart_reading);
    struct chart_series *series = &chart->series[chart->series_count++];
    *series = (struct chart_series){
        .name = name, .mark = mark, .points = arena_new_array(arena, chart->category_count + 1, struct chart_point)};
    set_look(series, look);
    return series;
}

static void set_point(struct chart_draft *draft, struct chart_series *series, size_t category,
                      struct chart_reading reading) {
    draft->readings[series - draft->chart->series][category] = reading;
    series->points[category] = (struct chart_point){0};
    if (fraction_present(reading.value))
        series->points[category] = (struct chart_point){true, fraction_double(reading.value), reading.printed};
}

static bool any_point(const struct chart *chart, const struct chart_series *series) {
    size_t category;
    return point_first(series, 0, chart->category_count, &category);
}

static size_t columns_on(const struct trend_chart *asked, bool second_axis) {
    size_t count = 0;
    for (size_t i = 0; i < asked->line_count; i++)
        count += asked->lines[i].mark == CHART_LINE_COLUMN && asked->lines[i].second_axis == second_axis;
    return count;
}

static size_t columns_before(const struct trend_chart *asked, const struct chart_line *line) {
    size_t count = 0;
    for (const struct chart_line *other = asked->lines; other < line; other++)
        count += other->mark == CHART_LINE_COLUMN && other->second_axis == line->second_axis;
    return count;
}

/* Where all lines are of the chart's indicator, the first is named by its month: what it shows the title says. */
static bool names_month(const struct chart_draft *draft) {
    for (size_t i = 0; i < draft->asked->line_count; i++) {
        const struct chart_line *line = &draft->asked->lines[i];
        if (!line->second_axis && (line->series != NULL || line->indicator != NULL))
            return false;
    }
    return draft->asked->lines[0].mark == CHART_LINE_LINE;
}

static const char *latest_month(const struct chart_draft *draft, const struct chart_series *series) {
    for (size_t i = draft->chart->category_count; i-- > 0;)
        if (draft->slots[i].kind == SLOT_MONTH && series->points[i].present)
            return dated_name(draft->composer, draft->slots[i].month);
    return NULL;
}

/* Between groups the figure alone has room: its month is below it. */
static bool ends_with_months(const struct chart *chart) {
    return chart->group_count > 0 && chart->groups[chart->group_count - 1].kind == GROUP_MONTHS;
}

static void add_line(struct chart_draft *draft, const struct chart_line *line, size_t index) {
    const struct trend_chart *asked = draft->asked;
    bool column = line->mark == CHART_LINE_COLUMN, sets = column && columns_on(asked, line->second_axis) > 1;
    struct chart_series *series =
        add_series(draft, chart_reading_name(draft, line), column ? MARK_COLUMN : MARK_LINE, index);
    if (series == NULL)
        return;
    if (sets)
        set_fill(series, columns_before(asked, line));
    series->second_axis = line->second_axis;
    series->headline = index == 0 || (sets && !line->second_axis);
    for (size_t i = 0; i < draft->chart->category_count; i++)
        set_point(draft, series, i, chart_reading_at(draft, line, &draft->slots[i]));
    if (index == 0 && names_month(draft))
        series->end_label = ends_with_months(draft->chart) ? latest_month(draft, series) : "";
}

/* A stack with a part missing would be too low, and shares of it false: none of it is drawn. */
static bool stack_total(const struct chart_draft *draft, size_t category, struct fraction *total) {
    *total = fraction_make(0, 1);
    for (size_t s = 0; s < draft->chart->series_count; s++) {
        struct fraction value = draft->readings[s][category].value;
        if (draft->chart->series[s].mark != MARK_COLUMN)
            continue;
        if (!fraction_present(value))
            return false;
        *total = fraction_add(*total, value);
    }
    return true;
}

static void settle_stack(struct chart_draft *draft, size_t category) {
    struct chart *chart = draft->chart;
    struct fraction total;
    bool whole = stack_total(draft, category, &total);
    bool shares = chart->kind == CHART_SHARES;
    for (size_t s = 0; s < chart->series_count; s++) {
        struct chart_reading reading = draft->readings[s][category];
        if (chart->series[s].mark != MARK_COLUMN)
            continue;
        if (whole && shares) {
            reading.value = fraction_divide(fraction_multiply(reading.value, fraction_make(100, 1)), total);
            reading.printed = fraction_printed(draft->composer->arena, reading.value, 0, false);
        }
        set_point(draft, &chart->series[s], category, whole ? reading : (struct chart_reading){0});
    }
}

/* One series of bars, a bar a line. */
static void add_bars(struct chart_draft *draft) {
    struct chart_series *series = add_series(draft, draft->indicator->short_title, MARK_COLUMN, 0);
    series->headline = true;
    for (size_t i = 0; i < draft->chart->category_count; i++)
        set_point(draft, series, i, chart_reading_at(draft, draft->slots[i].line, &draft->slots[i]));
}

static void add_target(struct chart_draft *draft) {
    static const struct chart_line line = {.field = FIELD_TARGET};
    struct chart_series *series = add_series(draft, words_get(draft->composer->words, WORD_TARGET), MARK_TARGET, 0);
    if (series == NULL)
        return;
    series->colour = series->label_colour = COLOUR_TARGET;
    series->marker = MARKER_NONE;
    for (size_t i = 0; i < draft->chart->category_count; i++)
        if (draft->slots[i].kind == SLOT_MONTH)
            set_point(draft, series, i, chart_reading_at(draft, &line, &draft->slots[i]));
}

/* A line a comparator: the council's own in the colour of the measure, the others in theirs, each with its marker. */
static void add_benchmark_years(struct chart_draft *draft) {
    const struct catalogue *catalogue = draft->composer->layout->catalogue;
    size_t others = 0;
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const struct comparator *comparator = &catalogue->comparators[c];
        size_t look = comparator->own ? 0 : FIRST_OTHER + others % (LOOK_COUNT - FIRST_OTHER);
        struct chart_series *series = add_series(draft, comparator->short_title, MARK_LINE, look);
        if (series == NULL)
            return;
        for (size_t i = 0; i < draft->chart->category_count; i++)
            if (draft->slots[i].kind == SLOT_BENCHMARK_YEAR)
                set_point(draft, series, i,
                          chart_reading_benchmark(draft, draft->indicator, comparator, &draft->slots[i].year));
        if (!any_point(draft->chart, series))
            draft->chart->series_count--;
        else if (!comparator->own)
            others++;
    }
}

/* A line over all that is the council's own: months, year to date, years. */
static void add_level(struct chart_draft *draft, const char *name, struct chart_reading reading, size_t look) {
    if (!fraction_present(reading.value))
        return;
    struct chart_series *series = add_series(draft, name, MARK_LEVEL, FIRST_OTHER + look % (LOOK_COUNT - FIRST_OTHER));
    for (size_t i = 0; series != NULL && i < draft->chart->category_count; i++)
        if (draft->slots[i].kind != SLOT_BENCHMARK && draft->slots[i].kind != SLOT_BENCHMARK_YEAR)
            set_point(draft, series, i, reading);
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
        add_level(draft, name, reading, others++);
    }
}

static void add_references(struct chart_draft *draft) {
    for (size_t i = 0; i < draft->asked->reference_count; i++) {
        const struct chart_reference *reference = &draft->asked->references[i];
        struct arena *arena = draft->composer->arena;
        const char *name = reference->label, *year = NULL;
        struct chart_reading reading = {.value = reference->value};
        if (reference->comparator != NULL) {
            reading = chart_reading_benchmark(draft, draft->indicator, reference->comparator, &year);
            name = name != NULL ? name : reference->comparator->short_title;
        } else {
            reading.printed = fraction_plain(arena, reference->value, 9);
        }
        add_level(draft, name, reading, i);
    }
}

void chart_series_fill(struct chart_draft *draft) {
    const struct trend_chart *asked = draft->asked;
    draft->chart->series =
        arena_new_array(draft->composer->arena, CHART_SERIES_MAX + CHART_CONTROL_LINES, struct chart_series);
    for (size_t i = 0; i < asked->line_count && asked->kind != CHART_BARS; i++)
        add_line(draft, &asked->lines[i], i);
    if (asked->kind == CHART_BARS)
        add_bars(draft);
    for (size_t i = 0; i < draft->chart->category_count; i++)
        if (asked->kind == CHART_STACKED || asked->kind == CHART_SHARES)
            settle_stack(draft, i);
    if (asked->target && draft->indicator->target_count > 0)
        add_target(draft);
    if (asked->benchmarks == BENCHMARKS_YEARS)
        add_benchmark_years(draft);
    else if (asked->benchmarks == BENCHMARKS_LINES)
        add_benchmark_levels(draft);
    add_references(draft);
}
