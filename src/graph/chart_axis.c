#include "chart_axis.h"

#include <string.h>

#include "chart_reading.h"
#include "chart_series.h"
#include "chart_whose.h"
#include "dated.h"
#include "due.h"

/* True where any line has a figure at a slot. */
static bool has_reading(const struct chart_draft *draft, const struct chart_slot *slot) {
    for (size_t i = 0; i < draft->asked->line_count; i++)
        if (fraction_present(chart_reading_at(draft, &draft->asked->lines[i], slot).value))
            return true;
    return false;
}

/* Whole years, but those of a control chart end with the period. */
static struct extent extent_of(const struct chart_draft *draft) {
    struct extent extent = draft->asked->extent;
    int first = draft->composer->period;
    if (extent.periods > 0 || !chart_traits[draft->chart->kind].spc)
        return extent;
    for (int years = extent.years; years > 0; years--)
        first = calendar_year_ago(draft->composer->layout->catalogue->calendar, first);
    return (struct extent){.periods = draft->composer->period - first, .years = extent.years};
}

/* True where a line starts again with each year that is reported. */
static bool restarts(const struct chart_draft *draft) {
    for (size_t i = 0; i < draft->asked->line_count; i++)
        if (chart_line_restarts(draft, &draft->asked->lines[i]))
            return true;
    return false;
}

/* What stands below a period, and what it shares with its neighbours below that. Whole years, and those that a line
 * starts again with, are bracketed as they are reported; a window of days, weeks or months by the calendar. What is
 * named by its year has it below. */
static void name_period(const struct chart_draft *draft, int period, struct chart_category *category) {
    struct arena *arena = draft->composer->arena;
    const struct words *words = draft->composer->words;
    struct calendar calendar = draft->chart->calendar;
    bool whole_years = draft->asked->extent.years > 0, by_year = whole_years || restarts(draft);
    category->label = whole_years && calendar.grain == GRAIN_MONTH ? words_period_short(arena, words, calendar, period)
                                                                   : words_period_label(arena, words, calendar, period);
    category->long_label = words_period_long(arena, words, calendar, period);
    category->period = period;
    if (calendar.grain < GRAIN_YEAR)
        category->bracket = by_year || calendar.grain > GRAIN_MONTH
                                ? calendar_year_name(arena, calendar, calendar_year(calendar, period))
                                : arena_printf(arena, "%d", calendar_date(calendar_last_day(calendar, period)).year);
}

/* Counted in the periods in which figures are due it begins with the first that a line has a figure of, and ends with
 * the last that was due: before and behind these nothing is known, or expected. */
static void narrow_to_due(const struct chart_draft *draft, struct due_run *run) {
    int first = run->first;
    for (bool known = false; first <= run->reported && !known; first += !known) {
        const struct chart_slot slot = {.kind = SLOT_PERIOD, .period = due_run_period(draft->composer, run, first)};
        known = has_reading(draft, &slot);
    }
    run->last = run->reported;
    if (first <= run->reported)
        run->first = first;
}

static void add_periods(struct chart_draft *draft) {
    const struct composer *composer = draft->composer;
    struct due_run run = due_run(composer, draft->indicator, extent_of(draft));
    if (draft->asked->extent.by_due && draft->asked->extent.years > 0)
        narrow_to_due(draft, &run);
    draft->chart->calendar = run.calendar;
    for (int period = run.first; period <= run.last; period++) {
        struct chart_category category = {.future = period > run.reported};
        name_period(draft, period, &category);
        chart_draft_add_category(
            draft, category,
            (struct chart_slot){.kind = SLOT_PERIOD, .period = due_run_period(composer, &run, period)});
    }
}

static void add_to_date(struct chart_draft *draft) {
    int period = draft->composer->period;
    const char *year = dated_year(draft->composer, period);
    struct chart_slot slot = {.kind = SLOT_TO_DATE, .period = period};
    if (has_reading(draft, &slot))
        chart_draft_add_category(draft, (struct chart_category){.label = year, .long_label = year}, slot);
}

static bool is_known(const struct chart_draft *draft, size_t first, const char *year) {
    for (size_t i = first; i < draft->chart->category_count; i++)
        if (draft->slots[i].year != NULL && strcmp(draft->slots[i].year, year) == 0)
            return true;
    return false;
}

static void add_year(struct chart_draft *draft, size_t first, enum chart_slot_kind kind, const char *year) {
    const char *printed = calendar_year_printed(draft->composer->arena, year);
    if (draft->chart->category_count - first < CHART_YEARS_MAX && !is_known(draft, first, year))
        chart_draft_add_category(draft, (struct chart_category){.label = printed, .long_label = printed},
                                 (struct chart_slot){.kind = kind, .year = year});
}

/* The years that any line has a figure of, in the order of the first that has them. */
static void add_years(struct chart_draft *draft) {
    size_t first = draft->chart->category_count;
    for (size_t i = 0; i < draft->asked->line_count; i++) {
        const struct indicator *indicator = chart_reading_indicator(draft, &draft->asked->lines[i]);
        for (size_t k = 0; k < indicator->annual_count; k++) {
            struct chart_slot slot = {.kind = SLOT_YEAR, .year = indicator->annuals[k].year};
            if (has_reading(draft, &slot))
                add_year(draft, first, SLOT_YEAR, slot.year);
        }
    }
}

static void add_benchmark_years(struct chart_draft *draft) {
    size_t first = draft->chart->category_count;
    for (size_t i = 0; i < draft->indicator->benchmark_count; i++)
        if (fraction_present(draft->indicator->benchmarks[i].value))
            add_year(draft, first, SLOT_BENCHMARK_YEAR, draft->indicator->benchmarks[i].year);
}

/* Data can say `latest` where nobody knows the year. */
static bool is_year(const char *year) {
    return year[0] >= '0' && year[0] <= '9';
}

/* The year that all latest figures of comparators share, or NULL. */
static const char *shared_year(const struct chart_draft *draft, size_t first) {
    const char *shared = NULL;
    for (size_t i = first; i < draft->chart->category_count; i++) {
        const char *year = NULL;
        chart_reading_benchmark(draft, draft->indicator, draft->slots[i].comparator, &year);
        if (year == NULL || !is_year(year) || (shared != NULL && strcmp(shared, year) != 0))
            return NULL;
        shared = year;
    }
    return shared;
}

static void add_benchmarks(struct chart_draft *draft) {
    const struct catalogue *catalogue = draft->composer->layout->catalogue;
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const struct comparator *comparator = &catalogue->comparators[c];
        struct chart_slot slot = {.kind = SLOT_BENCHMARK, .comparator = comparator};
        if (!comparator->own && has_reading(draft, &slot))
            chart_draft_add_category(
                draft, (struct chart_category){.label = comparator->short_title, .long_label = comparator->title},
                slot);
    }
}

static const char *group_title(const struct chart_draft *draft, enum chart_group_kind kind, size_t first) {
    const struct words *words = draft->composer->words;
    struct arena *arena = draft->composer->arena;
    const char *year = kind == GROUP_BENCHMARKS ? shared_year(draft, first) : NULL;
    switch (kind) {
    case GROUP_TO_DATE:
        return words_get(words, WORD_YEAR_TO_DATE);
    case GROUP_YEARS:
        return words_get(words, WORD_YEARS);
    case GROUP_BENCHMARKS:
        return year == NULL
                   ? words_get(words, WORD_BENCHMARKS)
                   : words_format(arena, words, WORD_BENCHMARKS_YEAR, "year", calendar_year_printed(arena, year), NULL);
    case GROUP_PERIODS:
        break;
    }
    return NULL;
}

void chart_axis_fill(struct chart_draft *draft) {
    static void (*const adders[])(struct chart_draft *) = {[GROUP_YEARS] = add_years,
                                                           [GROUP_PERIODS] = add_periods,
                                                           [GROUP_TO_DATE] = add_to_date,
                                                           [GROUP_BENCHMARKS] = add_benchmarks};
    if (draft->asked->benchmarks == BENCHMARKS_YEARS) {
        add_benchmark_years(draft);
        enum word title = draft->chart->category_count > 1 ? WORD_YEARS_BENCHMARKS : WORD_PERIOD_YEAR;
        chart_draft_add_group(draft, GROUP_YEARS, 0,
                              chart_whose_benchmark(draft, words_get(draft->composer->words, title)));
    }
    for (size_t i = 0; i < draft->asked->group_count; i++) {
        enum chart_group_kind kind = draft->asked->groups[i];
        size_t first = draft->chart->category_count;
        adders[kind](draft);
        chart_draft_add_group(draft, kind, first, chart_whose_group(draft, first, group_title(draft, kind, first)));
    }
}
