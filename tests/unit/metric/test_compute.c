#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cell_run.h"
#include "compute.h"

enum { APRIL_2017 = 2017 * 12 + 3, MONTHS = 24, YEARS = 4 };

/* A catalogue of one indicator, numbers by month; a negative number stands for a status. */
struct fixture {
    struct arena *arena;
    struct catalogue catalogue;
    struct series numerator, denominator;
    struct indicator indicator;
};

static struct fixture f;

static void fill(struct series *series, const char *id, const int *numbers, int count) {
    series->id = id;
    series->first = APRIL_2017;
    series->count = count;
    series->cells = arena_new_array(f.arena, (size_t)count, struct cell);
    for (int i = 0; i < count; i++)
        series->cells[i] = numbers[i] < 0
                               ? (struct cell){.status = (enum status) - numbers[i]}
                               : (struct cell){.number = fraction_make(numbers[i], 1), .status = STATUS_PRESENT};
}

static const struct figure_table *compute(const int *numerator, const int *denominator, int count) {
    fill(&f.numerator, "n", numerator, count);
    fill(&f.denominator, "d", denominator, count);
    return &figures_compute(f.arena, &f.catalogue, APRIL_2017 + count - 1)->tables[0];
}

static int set_up(void **state) {
    (void)state;
    memset(&f, 0, sizeof(f));
    f.arena = arena_create();
    f.numerator.id = "n";
    f.denominator.id = "d";
    f.indicator = (struct indicator){
        .id = "share",
        .unit = UNIT_PERCENT,
        .decimals = 1,
        .measure = MEASURE_RATIO,
        .per = fraction_make(100, 1),
        .flow = true,
        .numerator = &f.numerator,
        .denominator = &f.denominator,
        .variance = VARIANCE_POINTS,
        .variance_decimals = 1,
        .ytd_variance_decimals = 1,
        .target_decimals = 1,
    };
    f.catalogue.calendar = calendar_usual;
    catalogue_add_series(f.arena, &f.catalogue, &f.numerator);
    catalogue_add_series(f.arena, &f.catalogue, &f.denominator);
    catalogue_add_indicator(f.arena, &f.catalogue, &f.indicator);
    arena_append(f.arena, f.indicator.targets, f.indicator.target_count, f.indicator.target_capacity) =
        (struct target){.from = PERIOD_NONE, .to = PERIOD_NONE, .value = fraction_make(25, 1)};
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_destroy(f.arena);
    return 0;
}

static const char *printed(const struct figure_table *table, enum field field, int month) {
    return figure_printed(f.arena, table->indicator, field, figure_at(table, field, APRIL_2017 + month));
}

static enum status status(const struct figure_table *table, enum field field, int month) {
    return figure_at(table, field, APRIL_2017 + month)->status;
}

static void nothing_of_nothing_is_absent_and_nothing_of_some_is_zero(void **state) {
    (void)state;
    const struct figure_table *table = compute((int[]){0, 0, 9}, (int[]){0, 16, 16}, 3);
    assert_int_equal(status(table, FIELD_VALUE, 0), STATUS_NOT_APPLICABLE);
    assert_string_equal(printed(table, FIELD_VALUE, 0), "");
    assert_int_equal(status(table, FIELD_VARIANCE, 0), STATUS_NOT_APPLICABLE);
    assert_string_equal(printed(table, FIELD_VALUE, 1), "0.0");
    assert_string_equal(printed(table, FIELD_VALUE, 2), "56.3");
    assert_string_equal(printed(table, FIELD_YTD_VALUE, 2), "28.1");
}

static void a_year_to_date_is_a_ratio_of_sums_that_restarts_in_april(void **state) {
    (void)state;
    int n[MONTHS], d[MONTHS];
    for (int i = 0; i < MONTHS; i++) {
        n[i] = 1;
        d[i] = i % 2 == 0 ? 2 : 10;
    }
    const struct figure_table *table = compute(n, d, MONTHS);
    assert_string_equal(printed(table, FIELD_YTD_VALUE, 1), "16.7"); /* 2 of 12; the mean of months is 30.0 */
    assert_string_equal(printed(table, FIELD_YTD_NUMERATOR, 11), "12");
    assert_string_equal(printed(table, FIELD_YTD_NUMERATOR, 12), "1");
    assert_int_equal(status(table, FIELD_ROLLING_12_VALUE, 10), STATUS_MISSING);
    assert_string_equal(printed(table, FIELD_ROLLING_12_NUMERATOR, 11), "12");
    assert_string_equal(printed(table, FIELD_ROLLING_12_NUMERATOR, 12), "12");
}

static void rolling_12_at_march_equals_the_year_to_date(void **state) {
    (void)state;
    srand(3);
    for (int round = 0; round < 200; round++) {
        int n[MONTHS], d[MONTHS];
        for (int i = 0; i < MONTHS; i++) {
            d[i] = rand() % 1000;
            n[i] = d[i] > 0 ? rand() % (d[i] + 1) : 0;
        }
        const struct figure_table *table = compute(n, d, MONTHS);
        for (int march = 11; march < MONTHS; march += 12) {
            assert_string_equal(printed(table, FIELD_YTD_VALUE, march), printed(table, FIELD_ROLLING_12_VALUE, march));
            long sum = 0;
            for (int i = march - 11; i <= march; i++)
                sum += n[i];
            assert_int_equal((long)figure_at(table, FIELD_YTD_NUMERATOR, APRIL_2017 + march)->value.numerator, sum);
        }
    }
}

static long number(const struct figure_table *table, enum field field, int period) {
    struct fraction value = figure_at(table, field, period)->value;
    return fraction_present(value) ? (long)fraction_double(fraction_round(value, 0)) : -1;
}

/* The numerators of a stretch, added up here. */
static long sum(int first, int last) {
    long total = 0;
    for (int period = first; period <= last; period++)
        total += (long)series_cell(&f.numerator, period).number.numerator;
    return total;
}

static void assert_stretches(const struct figure_table *table, int period) {
    struct calendar calendar = f.catalogue.calendar;
    int year_ago = calendar_year_ago(calendar, period), twelve = year_ago + 1;
    long greatest = 0, before = number(table, FIELD_NUMERATOR, year_ago);
    assert_int_equal(number(table, FIELD_YTD_NUMERATOR, period), sum(calendar_to_date(calendar, period), period));
    if (twelve < table->first) {
        assert_int_equal(figure_at(table, FIELD_ROLLING_12_NUMERATOR, period)->status, STATUS_MISSING);
        return;
    }
    assert_int_equal(number(table, FIELD_ROLLING_12_NUMERATOR, period), sum(twelve, period));
    for (int i = twelve; i <= period; i++)
        greatest = number(table, FIELD_NUMERATOR, i) > greatest ? number(table, FIELD_NUMERATOR, i) : greatest;
    assert_int_equal(number(table, FIELD_MAXIMUM_12, period), greatest);
    if (year_ago >= table->first)
        assert_int_equal(figure_at(table, FIELD_CHANGE_LAST_YEAR, period)->value.numerator >= 0,
                         number(table, FIELD_NUMERATOR, period) >= before);
}

/* Years to date, rolling twelve months, extremes and a year ago, of days with a leap day and of weeks with a week 53.
 */
static void stretches_of_time_hold_for_every_grain(void **state) {
    (void)state;
    f.indicator.measure = MEASURE_VALUE;
    f.indicator.denominator = NULL;
    for (enum grain grain = 0; grain < GRAIN_COUNT; grain++) {
        struct calendar calendar = f.catalogue.calendar = (struct calendar){grain, 4};
        int first = calendar_year_first(calendar, 2018), last = calendar_year_first(calendar, 2018 + YEARS) - 1;
        int count = last - first + 1, *numbers = arena_new_array(f.arena, (size_t)count, int);
        for (int i = 0; i < count; i++)
            numbers[i] = 1 + i * 31 % 97;
        fill(&f.numerator, "n", numbers, count);
        f.numerator.first = f.denominator.first = first;
        f.denominator.count = 0;
        const struct figure_table *table = &figures_compute(f.arena, &f.catalogue, last)->tables[0];
        assert_int_equal(table->first, first);
        assert_int_equal(table->count, count);
        for (int period = first; period <= last; period++)
            assert_stretches(table, period);
    }
}

static void absent_is_never_zero(void **state) {
    (void)state;
    const int gap = -(int)STATUS_MISSING;
    const struct figure_table *table = compute((int[]){5, gap, 5}, (int[]){10, 10, 10}, 3);
    assert_int_equal(status(table, FIELD_VALUE, 1), STATUS_MISSING);
    assert_int_equal(status(table, FIELD_YTD_VALUE, 1), STATUS_MISSING);
    assert_int_equal(status(table, FIELD_YTD_VALUE, 2), STATUS_MISSING);
    assert_int_equal(status(table, FIELD_YTD_VARIANCE, 2), STATUS_MISSING);
    assert_string_equal(printed(table, FIELD_VALUE, 2), "50.0");
}

static void a_month_that_does_not_apply_is_left_out_of_the_year(void **state) {
    (void)state;
    const int holiday = -(int)STATUS_NOT_APPLICABLE;
    const struct figure_table *table = compute((int[]){5, holiday, 1}, (int[]){10, holiday, 10}, 3);
    assert_int_equal(status(table, FIELD_VALUE, 1), STATUS_NOT_APPLICABLE);
    assert_string_equal(printed(table, FIELD_YTD_VALUE, 2), "30.0");
}

static void suppression_goes_through_all_that_follows(void **state) {
    (void)state;
    const int hidden = -(int)STATUS_SUPPRESSED;
    const struct figure_table *table = compute((int[]){5, hidden, 5}, (int[]){10, 10, 10}, 3);
    static const enum field fields[] = {FIELD_NUMERATOR,     FIELD_VALUE,     FIELD_VARIANCE,
                                        FIELD_YTD_NUMERATOR, FIELD_YTD_VALUE, FIELD_YTD_VARIANCE};
    for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
        assert_int_equal(status(table, fields[i], 1), STATUS_SUPPRESSED);
        assert_string_equal(printed(table, fields[i], 1), "");
        assert_false(fraction_present(figure_at(table, fields[i], APRIL_2017 + 1)->value));
    }
    assert_int_equal(status(table, FIELD_YTD_VALUE, 2), STATUS_SUPPRESSED);
}

static void a_relative_variance_is_taken_from_the_unrounded_value(void **state) {
    (void)state;
    f.indicator.measure = MEASURE_RATE;
    f.indicator.per = fraction_make(10000, 1);
    f.indicator.flow = false;
    f.indicator.variance = VARIANCE_RELATIVE;
    f.indicator.targets[0].value = fraction_make(524, 10);
    const struct figure_table *table = compute((int[]){236}, (int[]){47715}, 1);
    assert_string_equal(printed(table, FIELD_VALUE, 0), "49.5");
    assert_string_equal(printed(table, FIELD_VARIANCE, 0), "\xE2\x88\x92"
                                                           "5.6"); /* from 49.46, not from 49.5 */
    assert_string_equal(printed(table, FIELD_YTD_VALUE, 0), "");
}

static void bands_judge_the_figure_as_printed(void **state) {
    (void)state;
    const struct band bands[] = {
        {.colour = BAND_GREEN, .below = fraction_make(56, 10)},
        {.colour = BAND_AMBER, .from = fraction_make(56, 10), .below = fraction_make(10, 1)},
        {.colour = BAND_RED, .from = fraction_make(10, 1)},
    };
    struct band_rule rule = {.from = APRIL_2017 + 1, .to = PERIOD_NONE, .as_printed = true, .band_count = 3};
    rule.bands = arena_alloc(f.arena, sizeof(bands));
    memcpy(rule.bands, bands, sizeof(bands));
    arena_append(f.arena, f.indicator.band_rules, f.indicator.band_rule_count, f.indicator.band_rule_capacity) = rule;
    const struct figure_table *table = compute((int[]){557, 557, 554}, (int[]){10000, 10000, 10000}, 3);
    assert_int_equal(status(table, FIELD_RAG, 0), STATUS_NOT_APPLICABLE);
    assert_string_equal(printed(table, FIELD_RAG, 1), "A"); /* 5.57 prints 5.6 */
    assert_string_equal(printed(table, FIELD_VALUE, 1), "5.6");
    assert_string_equal(printed(table, FIELD_RAG, 2), "G"); /* 5.54 prints 5.5 */
    f.indicator.band_rules[0].as_printed = false;
    table = compute((int[]){557, 557, 554}, (int[]){10000, 10000, 10000}, 3);
    assert_string_equal(printed(table, FIELD_RAG, 1), "G");
    assert_string_equal(printed(table, FIELD_VALUE, 1), "5.57"); /* 5.6 would be amber */
    assert_string_equal(printed(table, FIELD_VALUE, 2), "5.5");
}

/* A month has no letter, nor is it off target, where the year to date alone is judged. */
static void a_key_may_judge_the_headline_alone(void **state) {
    struct band red = {.colour = BAND_RED, .from = fraction_none(), .below = fraction_none()};
    struct band_rule rule = {
        .from = PERIOD_NONE, .to = PERIOD_NONE, .as_printed = true, .bands = &red, .band_count = 1, .headline = true};
    (void)state;
    f.indicator.band_rules = &rule;
    f.indicator.band_rule_count = 1;
    for (int to_date = 0; to_date < 2; to_date++) {
        f.indicator.reports_ytd = to_date;
        const struct figure_table *table = compute((int[]){1, 2}, (int[]){4, 4}, 2);
        assert_int_equal(status(table, to_date ? FIELD_YTD_RAG : FIELD_RAG, 1), STATUS_PRESENT);
        assert_int_equal(status(table, to_date ? FIELD_RAG : FIELD_YTD_RAG, 1), STATUS_NOT_APPLICABLE);
    }
    f.indicator.polarity = POLARITY_LOWER;
    red.below = fraction_make(0, 1);
    const struct figure_table *table = compute((int[]){3}, (int[]){4}, 1);
    assert_true(figure_at(table, FIELD_YTD_RAG, APRIL_2017)->off_target);
    assert_false(figure_at(table, FIELD_RAG, APRIL_2017)->off_target);
}

static void months_to_come_have_their_target_alone(void **state) {
    (void)state;
    const struct figure_table *table = compute((int[]){5}, (int[]){10}, 1);
    assert_int_equal(table->count, 12);
    assert_string_equal(printed(table, FIELD_TARGET, 11), "25.0");
    assert_int_equal(status(table, FIELD_VALUE, 11), STATUS_MISSING);
    assert_int_equal(status(table, FIELD_YTD_VALUE, 11), STATUS_MISSING);
}

static void every_field_has_a_word(void **state) {
    (void)state;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        assert_non_null(field_words[field]);
}

static int word(const struct figure_table *table, enum field field, int month) {
    return figure_at(table, field, APRIL_2017 + month)->word;
}

static void a_change_is_relative_and_absent_from_zero(void **state) {
    (void)state;
    f.indicator.change_decimals = 1;
    const struct figure_table *table = compute((int[]){0, 4, 3, -STATUS_MISSING, 3}, (int[]){8, 8, 9, 9, 9}, 5);
    assert_int_equal(status(table, FIELD_CHANGE_PREVIOUS, 0), STATUS_MISSING);
    assert_int_equal(status(table, FIELD_CHANGE_PREVIOUS, 1), STATUS_NOT_APPLICABLE);
    assert_string_equal(printed(table, FIELD_CHANGE_PREVIOUS, 2), "\xE2\x88\x92"
                                                                  "33.3");
    assert_int_equal(status(table, FIELD_CHANGE_PREVIOUS, 3), STATUS_MISSING);
    assert_int_equal(status(table, FIELD_CHANGE_PREVIOUS, 4), STATUS_MISSING);
}

static void an_arrow_follows_the_polarity_and_the_printed_figure(void **state) {
    (void)state;
    /* 62.479... and 62.5 are both printed 62.5: level as printed, a rise unrounded. */
    const int n[] = {2999, 5, 4}, d[] = {4800, 8, 8};
    f.indicator.polarity = POLARITY_LOWER;
    const struct figure_table *table = compute(n, d, 3);
    assert_int_equal(word(table, FIELD_DIRECTION_PREVIOUS, 1), DIRECTION_LEVEL);
    assert_int_equal(word(table, FIELD_DIRECTION_PREVIOUS, 2), DIRECTION_UP);
    f.indicator.direction.unrounded = true;
    table = compute(n, d, 3);
    assert_int_equal(word(table, FIELD_DIRECTION_PREVIOUS, 1), DIRECTION_DOWN);
    f.indicator.direction.of_number = true;
    table = compute(n, d, 3);
    assert_int_equal(word(table, FIELD_DIRECTION_PREVIOUS, 1), DIRECTION_UP);
    f.indicator.direction.threshold = fraction_make(20, 1);
    table = compute(n, d, 3);
    assert_int_equal(word(table, FIELD_DIRECTION_PREVIOUS, 1), DIRECTION_LEVEL);
    assert_int_equal(word(table, FIELD_DIRECTION_PREVIOUS, 2), DIRECTION_DOWN);
    table = compute((int[]){0, 0, 5}, d, 3);
    assert_int_equal(status(table, FIELD_DIRECTION_PREVIOUS, 1), STATUS_NOT_APPLICABLE);
    assert_int_equal(status(table, FIELD_DIRECTION_PREVIOUS, 2), STATUS_NOT_APPLICABLE);
    f.indicator.direction.none = true;
    assert_false(field_exists(&f.indicator, FIELD_DIRECTION_PREVIOUS));
}

/* 21 to 19 is a fall of 9.52%, which is printed so that it shows; 1000 to 900 is one of 10%. */
static void a_threshold_judges_the_exact_change(void **state) {
    (void)state;
    const int n[] = {21, 19, 1000, 906, 1000, 900, 270, 243, 2810, 3090}, d[] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    f.indicator.direction.of_number = true;
    f.indicator.direction.threshold = fraction_make(10, 1);
    const struct figure_table *table = compute(n, d, 10);
    assert_string_equal(printed(table, FIELD_CHANGE_PREVIOUS, 1), "−9.5");
    assert_int_equal(word(table, FIELD_DIRECTION_PREVIOUS, 1), DIRECTION_LEVEL);
    assert_string_equal(printed(table, FIELD_CHANGE_PREVIOUS, 3), "−9");
    assert_int_equal(word(table, FIELD_DIRECTION_PREVIOUS, 3), DIRECTION_LEVEL);
    assert_string_equal(printed(table, FIELD_CHANGE_PREVIOUS, 5), "−10");
    assert_int_equal(word(table, FIELD_DIRECTION_PREVIOUS, 5), DIRECTION_DOWN);
    assert_string_equal(printed(table, FIELD_CHANGE_PREVIOUS, 9), "+9.96");
    assert_int_equal(word(table, FIELD_DIRECTION_PREVIOUS, 9), DIRECTION_LEVEL);
    f.indicator.direction.threshold = fraction_none();
    assert_string_equal(printed(compute(n, d, 10), FIELD_CHANGE_PREVIOUS, 1), "−10");
}

static void a_year_to_date_is_compared_with_the_last_full_year(void **state) {
    (void)state;
    struct annual years[] = {{.year = "2015/16", .value = fraction_make(1, 1)},
                             {.year = "2016/17", .value = fraction_make(50, 1)}};
    f.indicator.annuals = years;
    f.indicator.annual_count = 2;
    f.indicator.polarity = POLARITY_HIGHER;
    const struct figure_table *table = compute((int[]){4, 9}, (int[]){10, 10}, 2);
    assert_int_equal(word(table, FIELD_DIRECTION_ANNUAL, 0), DIRECTION_DOWN);
    assert_int_equal(word(table, FIELD_DIRECTION_ANNUAL, 1), DIRECTION_UP);
    years[1].new_definition = true;
    table = compute((int[]){4, 9}, (int[]){10, 10}, 2);
    assert_string_equal(printed(table, FIELD_DIRECTION_ANNUAL, 1), "new");
}

static void a_target_is_beaten_achieved_missed_or_none(void **state) {
    (void)state;
    f.indicator.polarity = POLARITY_LOWER;
    const struct figure_table *table =
        compute((int[]){1, 2, 3, -STATUS_SUPPRESSED, -STATUS_MISSING}, (int[]){8, 8, 8, 8, 8}, 5);
    assert_string_equal(printed(table, FIELD_TARGET_STATUS, 0), "better");
    assert_string_equal(printed(table, FIELD_TARGET_STATUS, 1), "achieving");
    assert_string_equal(printed(table, FIELD_TARGET_STATUS, 2), "missing");
    assert_int_equal(status(table, FIELD_TARGET_STATUS, 3), STATUS_SUPPRESSED);
    assert_int_equal(status(table, FIELD_TARGET_STATUS, 4), STATUS_MISSING);
    struct figures *figures = figures_compute(f.arena, &f.catalogue, APRIL_2017 + 3);
    const struct indicator *all[] = {&f.indicator};
    assert_int_equal(figures_tally(figures, all, 1, FIELD_TARGET_STATUS, APRIL_2017 + 1, TARGET_ACHIEVING), 1);
    assert_int_equal(figures_tally(figures, all, 1, FIELD_TARGET_STATUS, APRIL_2017 + 3, TARGET_BETTER), 0);
    f.indicator.polarity = POLARITY_NONE;
    table = compute((int[]){1, -STATUS_SUPPRESSED}, (int[]){8, 8}, 2);
    assert_int_equal(status(table, FIELD_TARGET_STATUS, 0), STATUS_NOT_APPLICABLE);
    assert_int_equal(status(table, FIELD_TARGET_STATUS, 1), STATUS_SUPPRESSED);
    f.indicator.target_count = 0;
    table = compute((int[]){1, -STATUS_MISSING}, (int[]){8, 8}, 2);
    assert_string_equal(printed(table, FIELD_TARGET_STATUS, 0), "none");
    assert_string_equal(printed(table, FIELD_TARGET_STATUS, 1), "none");
}

/* One a month makes twelve in March; no month is held against twelve, nor a year that is not over. */
static void put_green_alone(struct fraction from) {
    static struct band green;
    static struct band_rule rule;
    green = (struct band){.colour = BAND_GREEN, .from = from};
    rule = (struct band_rule){PERIOD_NONE, PERIOD_NONE, .as_printed = true, .bands = &green, .band_count = 1};
    f.indicator.band_rules = &rule;
    f.indicator.band_rule_count = 1;
    f.indicator.polarity = POLARITY_HIGHER;
}

/* The target is 25: 20 misses it, the year's 30 does not. */
static void what_a_key_has_no_letter_for_is_off_target(void **state) {
    (void)state;
    put_green_alone(fraction_make(25, 1));
    const struct figure_table *table = compute((int[]){4, 2, -(int)STATUS_MISSING}, (int[]){10, 10, 10}, 3);
    const struct figure *met = figure_at(table, FIELD_RAG, APRIL_2017),
                        *missed = figure_at(table, FIELD_RAG, APRIL_2017 + 1);
    assert_false(met->off_target);
    assert_int_equal(missed->status, STATUS_NOT_APPLICABLE);
    assert_true(missed->off_target);
    assert_false(figure_at(table, FIELD_YTD_RAG, APRIL_2017 + 1)->off_target);
    assert_false(figure_at(table, FIELD_RAG, APRIL_2017 + 2)->off_target);
}

/* `above 25`: a figure that only reaches it misses. */
static void a_target_that_is_excluded_has_to_be_passed(void **state) {
    (void)state;
    f.indicator.polarity = POLARITY_HIGHER;
    for (int excluded = 0; excluded < 2; excluded++) {
        f.indicator.targets[0].excluded = excluded;
        const struct figure_table *table = compute((int[]){1}, (int[]){4}, 1);
        assert_int_equal(figure_at(table, FIELD_TARGET_STATUS, APRIL_2017)->word,
                         excluded ? TARGET_MISSING : TARGET_ACHIEVING);
    }
}

static void a_target_of_the_year_is_held_against_the_whole_year(void **state) {
    struct target target = {PERIOD_NONE, PERIOD_NONE, .value = fraction_make(12, 1), .of_year = true};
    const int n[] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    (void)state;
    f.indicator.unit = UNIT_COUNT;
    f.indicator.measure = MEASURE_VALUE;
    f.indicator.denominator = NULL;
    f.indicator.decimals = f.indicator.ytd_variance_decimals = 0;
    f.indicator.variance = VARIANCE_ABSOLUTE;
    f.indicator.polarity = POLARITY_HIGHER;
    f.indicator.reports_ytd = true;
    f.indicator.targets = &target;
    f.indicator.target_count = 1;
    const struct figure_table *table = compute(n, n, 13);
    assert_int_equal(status(table, FIELD_TARGET, 0), STATUS_NOT_APPLICABLE);
    assert_int_equal(status(table, FIELD_VARIANCE, 11), STATUS_NOT_APPLICABLE);
    assert_int_equal(status(table, FIELD_YTD_VARIANCE, 10), STATUS_NOT_APPLICABLE);
    assert_string_equal(printed(table, FIELD_TARGET_STATUS, 10), "none");
    assert_string_equal(printed(table, FIELD_YTD_VARIANCE, 11), "0");
    assert_string_equal(printed(table, FIELD_TARGET_STATUS, 11), "achieving");
    assert_int_equal(status(table, FIELD_YTD_VARIANCE, 12), STATUS_NOT_APPLICABLE);
    target.of_year = false;
    assert_string_equal(printed(compute(n, n, 13), FIELD_TARGET, 0), "12.0");
}

static void a_published_figure_stands_where_counts_are_not_there(void **state) {
    (void)state;
    struct series published = {0};
    fill(&published, "p", (int[]){40, 41}, 2);
    f.indicator.published_value = &published;
    const struct figure_table *table = compute((int[]){-STATUS_MISSING, 9}, (int[]){-STATUS_MISSING, 16}, 2);
    assert_string_equal(printed(table, FIELD_VALUE, 0), "40.0");
    assert_int_equal(status(table, FIELD_NUMERATOR, 0), STATUS_MISSING);
    assert_string_equal(printed(table, FIELD_VALUE, 1), "56.3");
}

/* 9 of 16 beside a percentage that is withheld would give it back, and so would the year to date. */
static void a_published_figure_that_is_withheld_takes_its_counts_with_it(void **state) {
    (void)state;
    struct series published = {0};
    fill(&published, "p", (int[]){-STATUS_SUPPRESSED, 41}, 2);
    f.indicator.published_value = &published;
    const struct figure_table *table = compute((int[]){9, 8}, (int[]){16, 16}, 2);
    for (enum field field = FIELD_NUMERATOR; field <= FIELD_VALUE; field++)
        assert_int_equal(status(table, field, 0), STATUS_SUPPRESSED);
    assert_int_equal(status(table, FIELD_YTD_NUMERATOR, 1), STATUS_SUPPRESSED);
    assert_int_equal(status(table, FIELD_YTD_VALUE, 1), STATUS_SUPPRESSED);
    assert_string_equal(printed(table, FIELD_VALUE, 1), "50.0");
}

/* 1 of 3 and 1 of 4, carried as 33% and 25%: the change is that of 25 on 33, the mean that of both. */
static void a_figure_that_is_carried_rounded_makes_what_follows(void **state) {
    (void)state;
    f.indicator.carries_rounded = true;
    f.indicator.change_decimals = f.indicator.average_decimals = 2;
    const struct figure_table *table = compute((int[]){1, 1, 0}, (int[]){3, 4, 0}, 3);
    assert_string_equal(printed(table, FIELD_VALUE, 0), "33.0");
    assert_string_equal(printed(table, FIELD_CHANGE_PREVIOUS, 1), "\xE2\x88\x92"
                                                                  "24.24");
    assert_string_equal(printed(table, FIELD_AVERAGE_12, 1), "29.00");
    assert_string_equal(printed(table, FIELD_YTD_VALUE, 1), "28.6");
    assert_int_equal(status(table, FIELD_VALUE, 2), STATUS_NOT_APPLICABLE);
}

static void a_compact_indicator_prints_targets_and_benchmarks_compact(void **state) {
    (void)state;
    struct target target = {.from = PERIOD_NONE, .to = PERIOD_NONE, .value = fraction_make(10, 1)};
    struct benchmark benchmark = {.name = "england", .year = "latest", .value = fraction_make(9, 1)};
    struct field_name name = {.source = FROM_BENCHMARK, .parameter = "england"};
    f.indicator.targets = &target;
    f.indicator.benchmarks = &benchmark;
    f.indicator.target_count = f.indicator.benchmark_count = 1;
    f.indicator.format = FORMAT_COMPACT;
    const struct figure_table *table = compute((int[]){1}, (int[]){9}, 1);
    struct figure figure = figure_named(table, name, APRIL_2017);
    assert_string_equal(printed(table, FIELD_TARGET, 0), "10.0");
    assert_string_equal(figure_printed_named(f.arena, &f.indicator, name, &figure), "9.0");
    assert_string_equal(printed(table, FIELD_VALUE, 0), "11");
    f.indicator.unit = UNIT_COUNT; /* nobody counts 10.0 children */
    assert_string_equal(printed(table, FIELD_TARGET, 0), "10");
}

static void suppression_reaches_every_field_and_month_that_follows(void **state) {
    (void)state;
    f.indicator.polarity = POLARITY_HIGHER;
    int n[MONTHS], d[MONTHS];
    for (int i = 0; i < MONTHS; i++) {
        n[i] = i == 2 ? -STATUS_SUPPRESSED : 3;
        d[i] = 8;
    }
    const struct figure_table *table = compute(n, d, MONTHS);
    static const enum field fields[] = {
        FIELD_NUMERATOR,    FIELD_VALUE,           FIELD_YTD_VALUE,          FIELD_VARIANCE,
        FIELD_YTD_VARIANCE, FIELD_CHANGE_PREVIOUS, FIELD_AVERAGE_12,         FIELD_MAXIMUM_12,
        FIELD_MINIMUM_12,   FIELD_TARGET_STATUS,   FIELD_DIRECTION_PREVIOUS,
    };
    for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
        assert_int_equal(status(table, fields[i], 2), STATUS_SUPPRESSED);
    assert_int_equal(status(table, FIELD_YTD_VALUE, 11), STATUS_SUPPRESSED);
    assert_int_equal(status(table, FIELD_ROLLING_12_VALUE, 13), STATUS_SUPPRESSED);
    assert_int_equal(status(table, FIELD_CHANGE_LAST_YEAR, 14), STATUS_SUPPRESSED);
    assert_int_equal(status(table, FIELD_ROLLING_12_VALUE, 14), STATUS_PRESENT);
}

/* The counts of five years of a calendar, with a gap, and one that does not apply. */
static struct cell_run sample(struct calendar calendar, int factor) {
    struct cell_run run = {.calendar = calendar, .first = calendar_year_first(calendar, 2015)};
    run.count = calendar_year_last(calendar, 2019) - run.first + 1;
    run.cells = arena_new_array(f.arena, (size_t)run.count, struct cell);
    for (int i = 0; i < run.count; i++)
        run.cells[i].number = fraction_make((long long)(i * i * factor) % 37 + 5, 1);
    run.cells[run.count - 2] = (struct cell){.status = STATUS_MISSING};
    run.cells[run.count / 3] = (struct cell){.status = STATUS_NOT_APPLICABLE};
    return run;
}

static void put_run(struct series *series, struct cell_run run, struct calendar due) {
    series->first = run.first;
    series->count = run.count;
    series->cells = run.cells;
    series->calendar = run.calendar;
    series->due = due;
}

static const struct figures *figures_in(struct calendar calendar, int year) {
    f.catalogue.calendar = calendar;
    return figures_compute(f.arena, &f.catalogue, calendar_year_last(calendar, year));
}

static void assert_alike(const struct figure *one, const struct figure *other, enum field field, const char *period) {
    bool alike = one->status == other->status && one->word == other->word &&
                 (status_is_absent(one->status) || !fraction_present(one->value) ||
                  fraction_compare(one->value, other->value) == 0);
    if (!alike)
        fail_msg("%s of %s is %s, and %s in a finer pack", field_words[field], period, status_words[one->status].word,
                 status_words[other->status].word);
}

/* What is due by quarter says the same in a pack of quarters and in one of months, weeks or days; between, nothing. */
static void a_coarser_indicator_is_the_same_in_a_finer_pack(void **state) {
    (void)state;
    f.indicator.polarity = POLARITY_HIGHER;
    f.indicator.annuals = &(struct annual){.year = "2017/18", .value = fraction_make(50, 1)};
    f.indicator.annual_count = 1;
    for (enum grain coarse = GRAIN_MONTH; coarse < GRAIN_COUNT; coarse++)
        for (enum grain fine = 0; fine < coarse; fine++) {
            struct calendar due = {coarse, 4}, calendar = {fine, 4};
            struct cell_run numerator = sample(due, 3), denominator = sample(due, 5);
            put_run(&f.numerator, numerator, due);
            put_run(&f.denominator, denominator, due);
            const struct figure_table *whole = figures_in(due, 2018)->tables;
            put_run(&f.numerator, cell_run_spread(f.arena, &numerator, calendar), due);
            put_run(&f.denominator, cell_run_spread(f.arena, &denominator, calendar), due);
            const struct figure_table *table = figures_in(calendar, 2018)->tables;
            for (int period = table->first; period < table->first + table->count; period++) {
                int own = calendar_convert(calendar, period, due);
                bool is_due = calendar_due(calendar, period, due) == period;
                for (enum field field = 0; field < FIELD_COUNT; field++)
                    if (is_due)
                        assert_alike(figure_at(whole, field, own), figure_at(table, field, period), field,
                                     calendar_iso(f.arena, due, own));
                    else if (field_exists(&f.indicator, field) && field != FIELD_TARGET)
                        assert_int_equal(figure_at(table, field, period)->status, STATUS_NOT_DUE);
            }
        }
}

/* Counts by month over counts by quarter: a flow adds its months up, a snapshot takes the last one. */
static void parts_of_different_grains_are_due_together(void **state) {
    (void)state;
    static const struct calendar months = {GRAIN_MONTH, 4}, quarters = {GRAIN_QUARTER, 4};
    struct cell cells[] = {{.number = {10, 1}}, {.number = {20, 1}}};
    struct cell_run by_quarter = {quarters, calendar_parse(quarters, "2017-18-Q1"), 2, cells};
    int ones[6] = {1, 2, 3, 4, 5, 6};
    fill(&f.numerator, "n", ones, 6);
    put_run(&f.denominator, cell_run_spread(f.arena, &by_quarter, months), quarters);
    const struct figure_table *table = figures_compute(f.arena, &f.catalogue, APRIL_2017 + 5)->tables;
    assert_int_equal(status(table, FIELD_VALUE, 1), STATUS_NOT_DUE);
    assert_int_equal(status(table, FIELD_NUMERATOR, 4), STATUS_NOT_DUE);
    assert_string_equal(printed(table, FIELD_VALUE, 2), "60.0");
    assert_string_equal(printed(table, FIELD_VALUE, 5), "75.0");
    assert_string_equal(printed(table, FIELD_YTD_VALUE, 5), "70.0");
    f.indicator.flow = false;
    table = figures_compute(f.arena, &f.catalogue, APRIL_2017 + 5)->tables;
    assert_string_equal(printed(table, FIELD_VALUE, 2), "30.0");
    assert_string_equal(printed(table, FIELD_VALUE, 5), "30.0");
}

/* A population by year holds for all of its months. */
static void a_population_holds_for_its_year(void **state) {
    (void)state;
    static const struct calendar months = {GRAIN_MONTH, 4}, years = {GRAIN_YEAR, 4};
    struct cell cells[] = {{.number = {100, 1}}, {.number = {200, 1}}};
    struct cell_run by_year = {years, 2017, 2, cells};
    int ones[14] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    f.indicator.measure = MEASURE_RATE;
    fill(&f.numerator, "n", ones, 14);
    put_run(&f.denominator, cell_run_spread(f.arena, &by_year, months), years);
    const struct figure_table *table = figures_compute(f.arena, &f.catalogue, APRIL_2017 + 13)->tables;
    assert_string_equal(printed(table, FIELD_VALUE, 0), "1.0");
    assert_string_equal(printed(table, FIELD_VALUE, 11), "1.0");
    assert_string_equal(printed(table, FIELD_VALUE, 12), "0.5");
    assert_string_equal(printed(table, FIELD_YTD_VALUE, 13), "1.0");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(nothing_of_nothing_is_absent_and_nothing_of_some_is_zero),
        TEST(a_year_to_date_is_a_ratio_of_sums_that_restarts_in_april),
        TEST(rolling_12_at_march_equals_the_year_to_date),
        TEST(stretches_of_time_hold_for_every_grain),
        TEST(absent_is_never_zero),
        TEST(a_month_that_does_not_apply_is_left_out_of_the_year),
        TEST(suppression_goes_through_all_that_follows),
        TEST(a_relative_variance_is_taken_from_the_unrounded_value),
        TEST(bands_judge_the_figure_as_printed),
        TEST(a_key_may_judge_the_headline_alone),
        TEST(months_to_come_have_their_target_alone),
        TEST(every_field_has_a_word),
        TEST(a_change_is_relative_and_absent_from_zero),
        TEST(an_arrow_follows_the_polarity_and_the_printed_figure),
        TEST(a_threshold_judges_the_exact_change),
        TEST(a_year_to_date_is_compared_with_the_last_full_year),
        TEST(a_target_is_beaten_achieved_missed_or_none),
        TEST(what_a_key_has_no_letter_for_is_off_target),
        TEST(a_target_that_is_excluded_has_to_be_passed),
        TEST(a_target_of_the_year_is_held_against_the_whole_year),
        TEST(a_published_figure_stands_where_counts_are_not_there),
        TEST(a_published_figure_that_is_withheld_takes_its_counts_with_it),
        TEST(a_figure_that_is_carried_rounded_makes_what_follows),
        TEST(a_compact_indicator_prints_targets_and_benchmarks_compact),
        TEST(suppression_reaches_every_field_and_month_that_follows),
        TEST(a_coarser_indicator_is_the_same_in_a_finer_pack),
        TEST(parts_of_different_grains_are_due_together),
        TEST(a_population_holds_for_its_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
