#include <string.h>

#include "charting.h"
#include "figure_text.h"

enum { MONTHS_A_YEAR = 12 };

static void add_category(struct making *making, struct chart_category category, struct place place) {
    struct chart *chart = making->chart;
    struct arena *arena = making->composer->arena;
    size_t places = chart->category_count;
    arena_append(arena, making->places, places, making->place_capacity) = place;
    arena_append(arena, chart->categories, chart->category_count, making->category_capacity) = category;
}

/* True where any line has a figure at a place. */
static bool has_reading(const struct making *making, const struct place *place) {
    for (size_t i = 0; i < making->block->line_count; i++)
        if (fraction_present(making_reading(making, &making->block->lines[i], place).value))
            return true;
    return false;
}

/* Financial years are bracketed as such; a window of months by the calendar, its labels then need no year. */
static void add_months(struct making *making) {
    struct arena *arena = making->composer->arena;
    const struct words *words = making->composer->words;
    const struct block *block = making->block;
    int period = making->composer->period, start = making->composer->layout->catalogue->year_start;
    bool window = block->months > 0;
    int count = window ? block->months : (block->years > 0 ? block->years : 2) * MONTHS_A_YEAR;
    int last = window || making_is_control(making) ? period : financial_year_first(period, start) + MONTHS_A_YEAR - 1;
    for (int month = last - count + 1; month <= last; month++)
        add_category(
            making,
            (struct chart_category){
                .label = window ? words_get(words, (enum word)((int)WORD_JANUARY_SHORT + month_of_year(month) - 1))
                                : words_month_short(arena, words, month),
                .long_label = words_month_long(arena, words, month),
                .bracket = window ? arena_printf(arena, "%d", month_year(month))
                                  : financial_year_name(arena, financial_year_first(month, start)),
                .future = month > period,
            },
            (struct place){.kind = PLACE_MONTH, .month = month});
}

static void add_to_date(struct making *making) {
    int period = making->composer->period;
    int start = financial_year_first(period, making->composer->layout->catalogue->year_start);
    const char *year = financial_year_name(making->composer->arena, start);
    struct place place = {.kind = PLACE_TO_DATE, .month = period};
    if (has_reading(making, &place))
        add_category(making, (struct chart_category){.label = year, .long_label = year}, place);
}

static bool is_known(const struct making *making, size_t first, const char *year) {
    for (size_t i = first; i < making->chart->category_count; i++)
        if (making->places[i].year != NULL && strcmp(making->places[i].year, year) == 0)
            return true;
    return false;
}

static void add_year(struct making *making, size_t first, enum place_kind kind, const char *year) {
    const char *printed = benchmark_year(making->composer->arena, year);
    if (making->chart->category_count - first < CHART_YEARS_MAX && !is_known(making, first, year))
        add_category(making, (struct chart_category){.label = printed, .long_label = printed},
                     (struct place){.kind = kind, .year = year});
}

/* The years that any line has a figure of, in the order of the first that has them. */
static void add_years(struct making *making) {
    size_t first = making->chart->category_count;
    for (size_t i = 0; i < making->block->line_count; i++) {
        const struct indicator *indicator = making_indicator(making, &making->block->lines[i]);
        for (size_t k = 0; k < indicator->annual_count; k++) {
            struct place place = {.kind = PLACE_YEAR, .year = indicator->annuals[k].year};
            if (has_reading(making, &place))
                add_year(making, first, PLACE_YEAR, place.year);
        }
    }
}

static void add_benchmark_years(struct making *making) {
    size_t first = making->chart->category_count;
    for (size_t i = 0; i < making->indicator->benchmark_count; i++)
        if (fraction_present(making->indicator->benchmarks[i].value))
            add_year(making, first, PLACE_BENCHMARK_YEAR, making->indicator->benchmarks[i].year);
}

/* Data can say `latest` where nobody knows the year. */
static bool is_year(const char *year) {
    return year[0] >= '0' && year[0] <= '9';
}

/* The year that all latest figures of comparators share, or NULL. */
static const char *shared_year(const struct making *making, size_t first) {
    const char *shared = NULL;
    for (size_t i = first; i < making->chart->category_count; i++) {
        const char *year = NULL;
        making_benchmark(making, making->indicator, making->places[i].comparator, &year);
        if (year == NULL || !is_year(year) || (shared != NULL && strcmp(shared, year) != 0))
            return NULL;
        shared = year;
    }
    return shared;
}

static void add_benchmarks(struct making *making) {
    const struct catalogue *catalogue = making->composer->layout->catalogue;
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const struct comparator *comparator = &catalogue->comparators[c];
        struct place place = {.kind = PLACE_BENCHMARK, .comparator = comparator};
        if (!comparator->own && has_reading(making, &place))
            add_category(making,
                         (struct chart_category){.label = comparator->short_title, .long_label = comparator->title},
                         place);
    }
}

static const char *group_title(const struct making *making, enum chart_group_kind kind, size_t first) {
    const struct words *words = making->composer->words;
    struct arena *arena = making->composer->arena;
    const char *year = kind == GROUP_BENCHMARKS ? shared_year(making, first) : NULL;
    switch (kind) {
    case GROUP_TO_DATE:
        return words_get(words, WORD_YEAR_TO_DATE);
    case GROUP_YEARS:
        return words_get(words, WORD_YEARS);
    case GROUP_BENCHMARKS:
        return year == NULL
                   ? words_get(words, WORD_BENCHMARKS)
                   : words_format(arena, words, WORD_BENCHMARKS_YEAR, "year", benchmark_year(arena, year), NULL);
    case GROUP_MONTHS:
        break;
    }
    return NULL;
}

/* A group of the categories from first on; none where there are none. */
static void close_group(struct making *making, enum chart_group_kind kind, size_t first, const char *title) {
    struct chart *chart = making->chart;
    if (chart->category_count > first)
        chart->groups[chart->group_count++] =
            (struct chart_group){.title = title, .first = first, .count = chart->category_count - first, .kind = kind};
}

static void add_lines(struct making *making) {
    for (size_t i = 0; i < making->block->line_count; i++) {
        const struct chart_line *line = &making->block->lines[i];
        const char *name = making_line_name(making, line);
        add_category(making, (struct chart_category){.label = name, .long_label = name},
                     (struct place){.kind = PLACE_LINE, .month = making->composer->period, .line = line});
    }
    close_group(making, GROUP_BENCHMARKS, 0, NULL);
}

void making_axis(struct making *making) {
    static void (*const adders[])(struct making *) = {[GROUP_YEARS] = add_years,
                                                      [GROUP_MONTHS] = add_months,
                                                      [GROUP_TO_DATE] = add_to_date,
                                                      [GROUP_BENCHMARKS] = add_benchmarks};
    if (making->block->chart_kind == CHART_BARS) {
        add_lines(making);
        return;
    }
    if (making->block->benchmarks == BENCHMARKS_YEARS) {
        add_benchmark_years(making);
        enum word title = making->chart->category_count > 1 ? WORD_YEARS_BENCHMARKS : WORD_YEAR;
        close_group(making, GROUP_YEARS, 0, words_get(making->composer->words, title));
    }
    for (size_t i = 0; i < making->block->group_count; i++) {
        enum chart_group_kind kind = making->block->groups[i];
        size_t first = making->chart->category_count;
        adders[kind](making);
        close_group(making, kind, first, group_title(making, kind, first));
    }
}
