#include "trend.h"

#include <string.h>

#include "boxes.h"
#include "control.h"
#include "month_table.h"
#include "paragraph.h"

enum { MONTHS_A_YEAR = 12, HEIGHT_PT = 186, FACING_HEIGHT_PT = 360, LEAST_HEIGHT_PT = 140, SERIES_MAX = 24 };

static const struct {
    enum colour line, label;
    enum chart_marker marker;
} looks[] = {
    {COLOUR_BRAND, COLOUR_BRAND, MARKER_DOT},
    {COLOUR_SECOND_SERIES, COLOUR_SECOND_SERIES, MARKER_NONE},
    {COLOUR_THIRD_SERIES, COLOUR_THIRD_TEXT, MARKER_SQUARE},
    {COLOUR_FOURTH_SERIES, COLOUR_FOURTH_SERIES, MARKER_DIAMOND},
    {COLOUR_FIFTH_SERIES, COLOUR_FIFTH_SERIES, MARKER_TRIANGLE},
    {COLOUR_SIXTH_SERIES, COLOUR_SIXTH_SERIES, MARKER_DOT},
};
enum { LOOK_COUNT = sizeof(looks) / sizeof(*looks) };

/* A chart while it is put together. */
struct making {
    struct composer *composer;
    const struct block *block;
    const struct indicator *indicator;
    const struct figure_table *figures;
    struct chart *chart;
    int first, months; /* of the months' group */
    const char *years[16];
    size_t year_count; /* of the benchmarks' group */
};

static void collect_years(struct making *making) {
    const struct indicator *indicator = making->indicator;
    for (size_t i = 0; i < indicator->benchmark_count; i++) {
        const struct benchmark *benchmark = &indicator->benchmarks[i];
        bool known = !fraction_present(benchmark->value);
        for (size_t k = 0; k < making->year_count && !known; k++)
            known = strcmp(making->years[k], benchmark->year) == 0;
        if (!known && making->year_count < 16)
            making->years[making->year_count++] = benchmark->year;
    }
}

static void make_categories(struct making *making) {
    struct arena *arena = making->composer->arena;
    const struct words *words = making->composer->words;
    struct chart *chart = making->chart;
    int start = making->composer->layout->catalogue->year_start;
    chart->category_count = making->year_count + (size_t)making->months;
    chart->categories = arena_new_array(arena, chart->category_count, struct chart_category);
    for (size_t i = 0; i < making->year_count; i++) {
        const char *year = benchmark_year(arena, making->years[i]);
        chart->categories[i] = (struct chart_category){.label = year, .long_label = year};
    }
    for (int i = 0; i < making->months; i++) {
        int month = making->first + i;
        chart->categories[making->year_count + (size_t)i] = (struct chart_category){
            .label = words_month_short(arena, words, month),
            .long_label = words_month_long(arena, words, month),
            .bracket = financial_year_name(arena, financial_year_first(month, start)),
            .future = month > making->composer->period,
        };
    }
    if (making->year_count > 0)
        chart->groups[chart->group_count++] =
            (struct chart_group){.title = words_get(words, making->year_count > 1 ? WORD_YEARS_BENCHMARKS : WORD_YEAR),
                                 .count = making->year_count};
    chart->groups[chart->group_count++] =
        (struct chart_group){.first = making->year_count, .count = (size_t)making->months, .months = true};
}

static struct chart_series *add_series(struct making *making, const char *name, enum chart_mark mark, size_t look) {
    struct chart *chart = making->chart;
    if (chart->series_count == SERIES_MAX)
        return NULL;
    prose_check(making->composer, name, making->block->pos);
    struct chart_series *series = &chart->series[chart->series_count++];
    *series = (struct chart_series){
        .name = name,
        .mark = mark,
        .colour = looks[look % LOOK_COUNT].line,
        .label_colour = looks[look % LOOK_COUNT].label,
        .marker = looks[look % LOOK_COUNT].marker,
        .points = arena_new_array(making->composer->arena, chart->category_count, struct chart_point),
    };
    return series;
}

static const char *line_name(const struct making *making, const struct chart_line *line) {
    if (line->label != NULL)
        return line->label;
    if (line->series != NULL)
        return line->series->title != NULL ? line->series->title : line->series->id;
    switch (line->field) {
    case FIELD_YTD_VALUE:
        return words_get(making->composer->words, WORD_YEAR_TO_DATE);
    case FIELD_ROLLING_12_VALUE:
        return words_get(making->composer->words, WORD_ROLLING_12_MONTHS);
    case FIELD_VALUE:
        return making->indicator->short_title;
    default:
        return field_heading(making->composer, making->indicator, line->field);
    }
}

static struct chart_point line_point(const struct making *making, const struct chart_line *line, int month) {
    struct arena *arena = making->composer->arena;
    if (line->series != NULL) {
        struct cell cell = series_cell(line->series, month);
        if (status_is_absent(cell.status) || month > making->composer->period)
            return (struct chart_point){0};
        return (struct chart_point){true, fraction_double(cell.number), fraction_printed(arena, cell.number, 0, false)};
    }
    const struct figure *figure = figure_at(making->figures, line->field, month);
    if (status_is_absent(figure->status) || !fraction_present(figure->value))
        return (struct chart_point){0};
    return (struct chart_point){true, fraction_double(figure->value),
                                figure_printed(arena, making->indicator, line->field, figure)};
}

static void add_line(struct making *making, const struct chart_line *line, size_t index) {
    enum chart_mark mark = line->mark == CHART_LINE_COLUMN ? MARK_COLUMN : MARK_LINE;
    struct chart_series *series = add_series(making, line_name(making, line), mark, index);
    if (series == NULL)
        return;
    series->second_axis = line->second_axis;
    series->headline = index == 0;
    for (int i = 0; i < making->months; i++)
        series->points[making->year_count + (size_t)i] = line_point(making, line, making->first + i);
    if (series->headline && !making->block->lines[0].series)
        series->end_label = words_month_name(making->composer->words, making->composer->period);
}

static void add_target(struct making *making) {
    struct chart_series *series = add_series(making, words_get(making->composer->words, WORD_TARGET), MARK_TARGET, 0);
    if (series == NULL)
        return;
    series->colour = series->label_colour = COLOUR_TARGET;
    series->marker = MARKER_NONE;
    for (int i = 0; i < making->months; i++) {
        const struct chart_line line = {.field = FIELD_TARGET};
        series->points[making->year_count + (size_t)i] = line_point(making, &line, making->first + i);
    }
}

static struct chart_point benchmark_point(struct making *making, const char *comparator, const char *year) {
    const struct benchmark *benchmark = indicator_benchmark(making->indicator, comparator, year);
    if (benchmark == NULL || !fraction_present(benchmark->value))
        return (struct chart_point){0};
    int decimals = benchmark->value.denominator == 1 ? 0 : making->indicator->decimals;
    return (struct chart_point){true, fraction_double(benchmark->value),
                                fraction_printed(making->composer->arena, benchmark->value, decimals, false)};
}

static bool any_point(const struct chart *chart, const struct chart_series *series) {
    for (size_t i = 0; i < chart->category_count; i++)
        if (series->points[i].present)
            return true;
    return false;
}

/* A line a comparator: the council's own in the colour of the measure, the others in theirs, each with its marker. */
static void add_benchmark_years(struct making *making) {
    const struct catalogue *catalogue = making->composer->layout->catalogue;
    static const size_t own_look = 0, first_other = 2;
    size_t others = 0;
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const struct comparator *comparator = &catalogue->comparators[c];
        size_t look = c == 0 ? own_look : first_other + others % (LOOK_COUNT - first_other);
        struct chart_series *series = add_series(making, comparator->short_title, MARK_LINE, look);
        if (series == NULL)
            return;
        for (size_t i = 0; i < making->year_count; i++)
            series->points[i] = benchmark_point(making, comparator->id, making->years[i]);
        if (!any_point(making->chart, series))
            making->chart->series_count--;
        else if (c > 0)
            others++;
    }
}

/* The latest year of each comparator but the council's own, as a level across the months. */
static void add_benchmark_levels(struct making *making) {
    const struct catalogue *catalogue = making->composer->layout->catalogue;
    for (size_t c = 1; c < catalogue->comparator_count; c++) {
        struct chart_point point = {0};
        const char *year = NULL;
        for (size_t i = making->indicator->benchmark_count; i-- > 0 && !point.present;) {
            year = making->indicator->benchmarks[i].year;
            point = benchmark_point(making, catalogue->comparators[c].id, year);
        }
        if (!point.present)
            continue;
        struct arena *arena = making->composer->arena;
        const char *name =
            arena_printf(arena, "%s %s", catalogue->comparators[c].short_title, benchmark_year(arena, year));
        struct chart_series *series = add_series(making, name, MARK_LEVEL, 2 + (c - 1) % (LOOK_COUNT - 2));
        if (series == NULL)
            return;
        for (size_t i = 0; i < making->chart->category_count; i++)
            series->points[i] = point;
    }
}

static bool is_control(const struct block *block, const struct indicator *indicator) {
    return block->control && indicator->control_chart != NULL;
}

struct chart *trend_chart(struct composer *composer, const struct block *block, const struct indicator *indicator) {
    struct making making = {
        .composer = composer,
        .block = block,
        .indicator = indicator,
        .figures = figures_of(composer->figures, indicator),
        .chart = arena_new(composer->arena, struct chart),
    };
    struct chart *chart = making.chart;
    int year = financial_year_first(composer->period, composer->layout->catalogue->year_start);
    making.months = (block->years > 0 ? block->years : 2) * MONTHS_A_YEAR;
    making.first = year + MONTHS_A_YEAR - making.months;
    if (is_control(block, indicator))
        making.first = composer->period - making.months + 1;
    if (block->benchmarks == BENCHMARKS_YEARS)
        collect_years(&making);
    make_categories(&making);
    chart->words = composer->words;
    chart->subject = indicator->title;
    chart->place = composer->layout->catalogue->place;
    chart->unit = indicator->unit == UNIT_PERCENT ? "%" : "";
    chart->second_unit = "";
    chart->from_zero = block->from_zero;
    chart->decimals = indicator->decimals;
    chart->series = arena_new_array(composer->arena, SERIES_MAX, struct chart_series);
    for (size_t i = 0; i < block->line_count; i++)
        add_line(&making, &block->lines[i], i);
    if (block->target && indicator->target_count > 0)
        add_target(&making);
    if (block->benchmarks == BENCHMARKS_YEARS)
        add_benchmark_years(&making);
    else if (block->benchmarks == BENCHMARKS_LINES)
        add_benchmark_levels(&making);
    if (is_control(block, indicator))
        control_add(composer, indicator, chart, making.year_count, making.first, making.months);
    return chart;
}

static void set_titles(struct composer *composer, struct flow *flow, const struct block *block,
                       const struct indicator *indicator, const struct chart *chart) {
    struct prose_style title = prose_style_of(composer, STYLE_LEAD), note = prose_style_of(composer, STYLE_NOTE);
    const struct chart_group *months = &chart->groups[chart->group_count - 1];
    const char *message = block->title != NULL ? block->title : commentary_message(composer, indicator);
    title.face = FACE_TEXT_BOLD;
    prose_set_plain(composer, flow, composer->section, ROLE_HEADING_2,
                    message != NULL ? message : indicator->short_title, block->pos, &title);
    flow_keep_last(flow);
    const char *subtitle = words_format(composer->arena, composer->words, WORD_CHART_SUBTITLE, "measure",
                                        measure_and_unit(composer, indicator->title, indicator), "place",
                                        chart->place != NULL ? chart->place : composer->layout->catalogue->organisation,
                                        "first", chart->categories[months->first].long_label, "last",
                                        words_month_long(composer->arena, composer->words, composer->period), NULL);
    prose_set_plain(composer, flow, composer->section, ROLE_PARAGRAPH, subtitle, block->pos, &note);
    flow_keep_last(flow);
}

/* A chart that has the rest of a facing page to itself is higher. */
static double usual_height(const struct composer *composer, const struct block *block) {
    bool alone = composer->layout->facing_pages && block->next != NULL && block->next->kind == BLOCK_PAGE_BREAK;
    return alone ? FACING_HEIGHT_PT : HEIGHT_PT;
}

void trend_set(struct composer *composer, struct flow *flow, const struct block *block,
               const struct indicator *indicator) {
    struct chart *chart = trend_chart(composer, block, indicator);
    set_titles(composer, flow, block, indicator, chart);
    if (chart->control != NULL)
        control_set_icons(composer, flow, indicator, chart);
    double height = block->height_pt > 0 ? block->height_pt : usual_height(composer, block);
    struct piece *piece = flow_add(composer, flow, height);
    piece->gap_pt = 6;
    piece->least_pt = block->height_pt > 0 ? 0 : LEAST_HEIGHT_PT;
    struct element *figure = document_add_element(composer->document, composer->section, ROLE_FIGURE);
    struct frame *frame = piece_add(composer, piece, FRAME_CHART, figure);
    frame->width = flow->width_pt;
    frame->height = height;
    frame->u.chart.chart = chart;
    if (chart->control != NULL) {
        piece->keep = true;
        control_set_note(composer, flow, block, indicator, chart);
    }
}
