#include "charting.h"
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
static struct chart_series *add_series(struct making *making, const char *name, enum chart_mark mark, size_t look) {
    struct chart *chart = making->chart;
    struct arena *arena = making->composer->arena;
    if (chart->series_count == CHART_SERIES_MAX)
        return NULL;
    prose_check(making->composer, name, making->block->pos);
    making->readings[chart->series_count] = arena_new_array(arena, chart->category_count + 1, struct reading);
    struct chart_series *series = &chart->series[chart->series_count++];
    *series = (struct chart_series){
        .name = name, .mark = mark, .points = arena_new_array(arena, chart->category_count + 1, struct chart_point)};
    set_look(series, look);
    return series;
}

static void set_point(struct making *making, struct chart_series *series, size_t category, struct reading reading) {
    making->readings[series - making->chart->series][category] = reading;
    series->points[category] = (struct chart_point){0};
    if (fraction_present(reading.value))
        series->points[category] = (struct chart_point){true, fraction_double(reading.value), reading.printed};
}

static bool any_point(const struct chart *chart, const struct chart_series *series) {
    size_t category;
    return point_first(series, 0, chart->category_count, &category);
}

static size_t columns_on(const struct block *block, bool second_axis) {
    size_t count = 0;
    for (size_t i = 0; i < block->line_count; i++)
        count += block->lines[i].mark == CHART_LINE_COLUMN && block->lines[i].second_axis == second_axis;
    return count;
}

static size_t columns_before(const struct block *block, const struct chart_line *line) {
    size_t count = 0;
    for (const struct chart_line *other = block->lines; other < line; other++)
        count += other->mark == CHART_LINE_COLUMN && other->second_axis == line->second_axis;
    return count;
}

/* Where all lines are of the chart's indicator, the first is named by its month: what it shows the title says. */
static bool names_month(const struct making *making) {
    for (size_t i = 0; i < making->block->line_count; i++) {
        const struct chart_line *line = &making->block->lines[i];
        if (!line->second_axis && (line->series != NULL || line->indicator != NULL))
            return false;
    }
    return making->block->lines[0].mark == CHART_LINE_LINE;
}

static const char *latest_month(const struct making *making, const struct chart_series *series) {
    for (size_t i = making->chart->category_count; i-- > 0;)
        if (making->places[i].kind == PLACE_MONTH && series->points[i].present)
            return words_month_name(making->composer->words, making->places[i].month);
    return NULL;
}

/* Between groups the figure alone has room: its month is below it. */
static bool ends_with_months(const struct chart *chart) {
    return chart->group_count > 0 && chart->groups[chart->group_count - 1].kind == GROUP_MONTHS;
}

static void add_line(struct making *making, const struct chart_line *line, size_t index) {
    const struct block *block = making->block;
    bool column = line->mark == CHART_LINE_COLUMN, sets = column && columns_on(block, line->second_axis) > 1;
    struct chart_series *series =
        add_series(making, making_line_name(making, line), column ? MARK_COLUMN : MARK_LINE, index);
    if (series == NULL)
        return;
    if (sets)
        set_fill(series, columns_before(block, line));
    series->second_axis = line->second_axis;
    series->headline = index == 0 || (sets && !line->second_axis);
    for (size_t i = 0; i < making->chart->category_count; i++)
        set_point(making, series, i, making_reading(making, line, &making->places[i]));
    if (index == 0 && names_month(making))
        series->end_label = ends_with_months(making->chart) ? latest_month(making, series) : "";
}

/* A stack with a part missing would be too low, and shares of it false: none of it is drawn. */
static bool stack_total(const struct making *making, size_t category, struct fraction *total) {
    *total = fraction_make(0, 1);
    for (size_t s = 0; s < making->chart->series_count; s++) {
        struct fraction value = making->readings[s][category].value;
        if (making->chart->series[s].mark != MARK_COLUMN)
            continue;
        if (!fraction_present(value))
            return false;
        *total = fraction_add(*total, value);
    }
    return true;
}

static void settle_stack(struct making *making, size_t category) {
    struct chart *chart = making->chart;
    struct fraction total;
    bool whole = stack_total(making, category, &total);
    bool shares = chart->kind == CHART_SHARES;
    for (size_t s = 0; s < chart->series_count; s++) {
        struct reading reading = making->readings[s][category];
        if (chart->series[s].mark != MARK_COLUMN)
            continue;
        if (whole && shares) {
            reading.value = fraction_divide(fraction_multiply(reading.value, fraction_make(100, 1)), total);
            reading.printed = fraction_printed(making->composer->arena, reading.value, 0, false);
        }
        set_point(making, &chart->series[s], category, whole ? reading : (struct reading){0});
    }
}

/* One series of bars, a bar a line. */
static void add_bars(struct making *making) {
    struct chart_series *series = add_series(making, making->indicator->short_title, MARK_COLUMN, 0);
    series->headline = true;
    for (size_t i = 0; i < making->chart->category_count; i++)
        set_point(making, series, i, making_reading(making, making->places[i].line, &making->places[i]));
}

static void add_target(struct making *making) {
    static const struct chart_line line = {.field = FIELD_TARGET};
    struct chart_series *series = add_series(making, words_get(making->composer->words, WORD_TARGET), MARK_TARGET, 0);
    if (series == NULL)
        return;
    series->colour = series->label_colour = COLOUR_TARGET;
    series->marker = MARKER_NONE;
    for (size_t i = 0; i < making->chart->category_count; i++)
        if (making->places[i].kind == PLACE_MONTH)
            set_point(making, series, i, making_reading(making, &line, &making->places[i]));
}

/* A line a comparator: the council's own in the colour of the measure, the others in theirs, each with its marker. */
static void add_benchmark_years(struct making *making) {
    const struct catalogue *catalogue = making->composer->layout->catalogue;
    size_t others = 0;
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const struct comparator *comparator = &catalogue->comparators[c];
        size_t look = comparator->own ? 0 : FIRST_OTHER + others % (LOOK_COUNT - FIRST_OTHER);
        struct chart_series *series = add_series(making, comparator->short_title, MARK_LINE, look);
        if (series == NULL)
            return;
        for (size_t i = 0; i < making->chart->category_count; i++)
            if (making->places[i].kind == PLACE_BENCHMARK_YEAR)
                set_point(making, series, i,
                          making_benchmark(making, making->indicator, comparator, &making->places[i].year));
        if (!any_point(making->chart, series))
            making->chart->series_count--;
        else if (!comparator->own)
            others++;
    }
}

/* A line over all that is the council's own: months, year to date, years. */
static void add_level(struct making *making, const char *name, struct reading reading, size_t look) {
    if (!fraction_present(reading.value))
        return;
    struct chart_series *series = add_series(making, name, MARK_LEVEL, FIRST_OTHER + look % (LOOK_COUNT - FIRST_OTHER));
    for (size_t i = 0; series != NULL && i < making->chart->category_count; i++)
        if (making->places[i].kind != PLACE_BENCHMARK && making->places[i].kind != PLACE_BENCHMARK_YEAR)
            set_point(making, series, i, reading);
}

static void add_benchmark_levels(struct making *making) {
    const struct catalogue *catalogue = making->composer->layout->catalogue;
    struct arena *arena = making->composer->arena;
    size_t others = 0;
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const char *year = NULL;
        if (catalogue->comparators[c].own)
            continue;
        struct reading reading = making_benchmark(making, making->indicator, &catalogue->comparators[c], &year);
        const char *name = year == NULL ? ""
                                        : arena_printf(arena, "%s %s", catalogue->comparators[c].short_title,
                                                       benchmark_year(arena, year));
        add_level(making, name, reading, others++);
    }
}

static void add_references(struct making *making) {
    for (size_t i = 0; i < making->block->reference_count; i++) {
        const struct chart_reference *reference = &making->block->references[i];
        struct arena *arena = making->composer->arena;
        const char *name = reference->label, *year = NULL;
        struct reading reading = {.value = reference->value};
        if (reference->comparator != NULL) {
            reading = making_benchmark(making, making->indicator, reference->comparator, &year);
            name = name != NULL ? name : reference->comparator->short_title;
        } else {
            reading.printed = fraction_plain(arena, reference->value, 9);
        }
        add_level(making, name, reading, i);
    }
}

void making_series(struct making *making) {
    const struct block *block = making->block;
    making->chart->series =
        arena_new_array(making->composer->arena, CHART_SERIES_MAX + CHART_CONTROL_LINES, struct chart_series);
    for (size_t i = 0; i < block->line_count && block->chart_kind != CHART_BARS; i++)
        add_line(making, &block->lines[i], i);
    if (block->chart_kind == CHART_BARS)
        add_bars(making);
    for (size_t i = 0; i < making->chart->category_count; i++)
        if (block->chart_kind == CHART_STACKED || block->chart_kind == CHART_SHARES)
            settle_stack(making, i);
    if (block->target && making->indicator->target_count > 0)
        add_target(making);
    if (block->benchmarks == BENCHMARKS_YEARS)
        add_benchmark_years(making);
    else if (block->benchmarks == BENCHMARKS_LINES)
        add_benchmark_levels(making);
    add_references(making);
}
