#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../set/sample.h"
#include "block_setters.h"
#include "topic_table.h"

struct setting {
    struct sample sample;
    struct topic_measure measures[5];
    struct topic_rows rows[4];
    struct topic_group groups[2];
    struct topic_table table;
};

static struct setting start(void) {
    return (struct setting){.sample = sample_create(700), .table = {.text_pt = 8, .least_text_pt = 6, .padding_pt = 4}};
}

static struct topic_measure *add(struct setting *setting, size_t indicator) {
    struct topic_measure *measure = &setting->measures[setting->table.measure_count++];
    *measure = (struct topic_measure){
        .indicator = setting->sample.indicators[indicator], .field = {.field = FIELD_VALUE}, .decimals = -1};
    return measure;
}

static struct topic_measure *add_series(struct setting *setting, const struct series *series) {
    struct topic_measure *measure = add(setting, 0);
    measure->indicator = NULL;
    measure->series = series;
    return measure;
}

static void add_rows(struct setting *setting, enum topic_rows_show show, int count) {
    setting->rows[setting->table.rows_count++] = (struct topic_rows){.show = show, .count = count};
}

static struct topic_group *add_group(struct setting *setting, const char *heading, size_t first, size_t count) {
    struct topic_group *group = &setting->groups[setting->table.group_count++];
    *group = (struct topic_group){.heading = heading, .first = first, .count = count};
    return group;
}

static void set(struct setting *setting) {
    struct sample *sample = &setting->sample;
    setting->table.measures = setting->measures;
    setting->table.rows = setting->rows;
    setting->table.groups = setting->groups;
    const struct block block = {.kind = BLOCK_TOPIC_TABLE,
                                .title = "Referrals",
                                .part.topic_table = &setting->table,
                                .pos = {.file = "pack.xml", .line = 3, .column = 1}};
    topic_table_set(sample->stage.composer, &sample->stage.flow, &block);
    assert_int_equal(sample->stage.diag->errors, 0);
}

static void finish(struct setting *setting) {
    arena_destroy(setting->sample.arena);
}

static void test_periods_go_down_and_end_with_the_packs(void **state) {
    struct setting setting = start();
    (void)state;
    sample_put(&setting.sample, 0, FIELD_VALUE, 1, "28.27");
    sample_put(&setting.sample, 1, FIELD_VALUE, 0, "5");
    add(&setting, 0);
    add(&setting, 1)->brackets = true;
    add_rows(&setting, ROWS_PERIODS, 2);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "In month | May-18 | 28.3% | [x]");
    assert_string_equal(sample_row(&setting.sample, 1), "Jun-18 | [x] | (5.0%)");
    assert_string_equal(sample_row(&setting.sample, 2), "no such row");
    finish(&setting);
}

static void test_years_and_comparators_have_rows_of_their_own(void **state) {
    struct setting setting = start();
    (void)state;
    struct annual annuals[] = {{.year = "2016-17", .value = fraction_make(61, 2)}};
    setting.sample.indicators[0]->annuals = annuals;
    setting.sample.indicators[0]->annual_count = 1;
    sample_add_comparator(&setting.sample, (struct comparator){.id = "england", .title = "England"});
    sample_add_comparator(&setting.sample, (struct comparator){.id = "sn", .title = "Neighbours", .short_title = "SN"});
    sample_add_benchmark(&setting.sample, 0,
                         (struct benchmark){.name = "england", .year = "2017-18", .value = fraction_make(251, 10)});
    add(&setting, 0);
    add(&setting, 0)->field = (struct field_name){.field = FIELD_CHANGE_PREVIOUS};
    add_rows(&setting, ROWS_YEARS, 2);
    add_rows(&setting, ROWS_BENCHMARKS, 0);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "Annual trend | 2016/17 | 30.5% | [z]");
    assert_string_equal(sample_row(&setting.sample, 1), "2017/18 | [x] | [z]");
    assert_string_equal(sample_row(&setting.sample, 2), "Benchmarks | England | 25.1% | [z]");
    assert_string_equal(sample_row(&setting.sample, 3), "SN | [x] | [z]");
    finish(&setting);
}

static void test_targets_and_letters_stand_below_where_any_measure_has_one(void **state) {
    struct band_rule rule = {0};
    (void)state;
    for (int judged = 0; judged < 2; judged++) {
        struct setting setting = start();
        setting.sample.indicators[0]->denominator = sample_series(&setting.sample, "d", NULL, 0);
        add(&setting, 0)->counts = TOPIC_COUNTS_YES;
        add(&setting, 1);
        add_rows(&setting, ROWS_PERIODS, 1);
        add_rows(&setting, ROWS_TARGET, 0);
        if (judged) {
            sample_add_target(&setting.sample, 0,
                              (struct target){PERIOD_NONE, PERIOD_NONE, .value = fraction_make(95, 1)});
            sample_put(&setting.sample, 0, FIELD_TARGET, 0, "95");
            setting.sample.indicators[1]->band_rules = &rule;
            setting.sample.indicators[1]->band_rule_count = 1;
            sample_put_word(&setting.sample, 1, FIELD_RAG, 0, BAND_RED);
        }
        set(&setting);
        assert_string_equal(sample_row(&setting.sample, 1),
                            judged ? "Target | Target | [z] | 95.0% | [z]" : " | Target: none for these measures");
        assert_string_equal(sample_row(&setting.sample, 2), judged ? "RAG Jun-18 | [z] | [z] | R" : "no such row");
        assert_string_equal(sample_row(&setting.sample, 3), "no such row"); /* none has a year to date */
        finish(&setting);
    }
}

/* `≥ 95` and `< 95` are not the same target. */
static void test_a_target_has_the_sign_of_the_side_on_which_it_is_met(void **state) {
    (void)state;
    for (int strict = 0; strict < 2; strict++) {
        struct setting setting = start();
        struct fraction aim = fraction_make(95, 1), none = fraction_none();
        struct band green = {.colour = BAND_GREEN, .from = strict ? none : aim, .below = strict ? aim : none};
        struct band_rule rule = {.from = PERIOD_NONE, .to = PERIOD_NONE, .bands = &green, .band_count = 1};
        setting.sample.indicators[0]->band_rules = &rule;
        setting.sample.indicators[0]->band_rule_count = 1;
        sample_add_target(&setting.sample, 0, (struct target){PERIOD_NONE, PERIOD_NONE, .value = aim});
        sample_put(&setting.sample, 0, FIELD_TARGET, 0, "95");
        add(&setting, 0);
        add_rows(&setting, ROWS_TARGET, 0);
        set(&setting);
        assert_string_equal(sample_row(&setting.sample, 0),
                            strict ? "Target | Target | < 95.0%" : "Target | Target | ≥ 95.0%");
        finish(&setting);
    }
}

/* In the cell, and no sentence below says it again. */
static void test_off_target_without_a_letter_stands_in_the_row_of_letters(void **state) {
    struct setting setting = start();
    struct band_rule rule = {.from = PERIOD_NONE, .to = PERIOD_NONE};
    (void)state;
    setting.sample.indicators[0]->band_rules = &rule;
    setting.sample.indicators[0]->band_rule_count = 1;
    sample_put_status(&setting.sample, 0, FIELD_RAG, 0, STATUS_NOT_APPLICABLE);
    sample_figure(&setting.sample, 0, FIELD_RAG, 0)->off_target = true;
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "12");
    add(&setting, 0);
    add_rows(&setting, ROWS_TARGET, 0);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "Target | RAG Jun-18 | off");
    assert_string_equal(sample_row(&setting.sample, 1), "no such row");
    assert_false(sample_says(&setting.sample, "letter"));
    finish(&setting);
}

static void test_a_letter_of_the_year_is_of_a_year_to_date(void **state) {
    struct setting setting = start();
    struct band_rule rule = {0};
    (void)state;
    setting.sample.indicators[0]->flow = true;
    setting.sample.indicators[0]->reports_ytd = true;
    setting.sample.indicators[0]->denominator = sample_series(&setting.sample, "d", NULL, 0);
    setting.sample.indicators[0]->band_rules = setting.sample.indicators[1]->band_rules = &rule;
    setting.sample.indicators[0]->band_rule_count = setting.sample.indicators[1]->band_rule_count = 1;
    for (size_t i = 0; i < 2; i++)
        sample_put_word(&setting.sample, i, FIELD_RAG, 0, BAND_GREEN);
    sample_put_word(&setting.sample, 0, FIELD_YTD_RAG, 0, BAND_RED);
    add(&setting, 0);
    add(&setting, 1);
    add_rows(&setting, ROWS_TARGET, 0);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "Target | RAG Jun-18 | G | G");
    assert_string_equal(sample_row(&setting.sample, 1), "RAG YTD | R | [z]");
    finish(&setting);
}

static void test_the_year_to_date_shows_the_field_that_goes_with_it(void **state) {
    struct setting setting = start();
    (void)state;
    setting.sample.indicators[0]->flow = true;
    setting.sample.indicators[0]->denominator = sample_series(&setting.sample, "d", NULL, 0);
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "10");
    sample_put(&setting.sample, 0, FIELD_YTD_VALUE, 0, "20");
    sample_put(&setting.sample, 0, FIELD_VALUE, 1, "33");
    add(&setting, 0);
    add(&setting, 1);
    add(&setting, 0)->field = (struct field_name){.field = FIELD_CHANGE_PREVIOUS};
    add_rows(&setting, ROWS_TO_DATE, 0);
    setting.rows[0].label = "So far";
    setting.table.absent = "–";
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "So far | 2018/19 | 20.0% | – | –");
    assert_false(sample_says(&setting.sample, "[z]"));
    finish(&setting);
}

static void test_counts_stand_beside_their_percentage_both_or_none(void **state) {
    struct setting setting = start();
    (void)state;
    struct sample *sample = &setting.sample;
    sample->indicators[0]->denominator = sample_series(sample, "d", NULL, 0);
    for (int back = 0; back < 2; back++)
        sample_put(sample, 0, FIELD_NUMERATOR, back, "150");
    sample_put(sample, 0, FIELD_DENOMINATOR, 0, "1730");
    sample_put_status(sample, 0, FIELD_NUMERATOR, 0, STATUS_REVISED);
    add(&setting, 0)->counts = TOPIC_COUNTS_YES;
    add(&setting, 0)->counts = TOPIC_COUNTS_NUMERATOR;
    add_rows(&setting, ROWS_PERIODS, 2);
    set(&setting);
    assert_string_equal(sample_row(sample, 0), "In month | May-18 | [x] | [x] | 150 | [x]");
    assert_string_equal(sample_row(sample, 1), "Jun-18 | 150 of 1,730 | [x] | 150 [r] | [x]");
    assert_string_equal(sample_head(sample, 0), " | Period | Measure 1 | Measure 1");
    assert_string_equal(sample_head(sample, 1), "n of d | % | Number | %");
    finish(&setting);
}

static void test_a_rate_beside_its_counts_says_what_it_is(void **state) {
    struct setting setting = start();
    (void)state;
    setting.sample.indicators[0]->unit = UNIT_RATE;
    setting.sample.indicators[0]->per = fraction_make(1000, 1);
    setting.sample.indicators[0]->denominator = sample_series(&setting.sample, "d", NULL, 0);
    add(&setting, 0)->counts = TOPIC_COUNTS_NUMERATOR;
    add_rows(&setting, ROWS_PERIODS, 2);
    set(&setting);
    assert_string_equal(sample_head(&setting.sample, 1), "Number | Per 1,000");
    finish(&setting);
}

static void test_a_raw_column_adds_up_where_the_layout_says_so(void **state) {
    struct setting setting = start();
    static const char *const numbers[] = {"7", "1", NULL, "2.5"}, *const whole[] = {"4", "5", "6"};
    (void)state;
    struct sample *sample = &setting.sample;
    struct series *holed = sample_series(sample, "holed", numbers, 4);
    struct series *counts = sample_series(sample, "counts", whole, 3);
    struct annual annuals[] = {{.year = "2017-18", .value = fraction_make(99, 1)}};
    counts->annuals = annuals;
    counts->annual_count = 1;
    add_series(&setting, holed)->sums = true;
    add_series(&setting, counts)->sums = true;
    add_series(&setting, counts);
    add_series(&setting, counts)->decimals = 2;
    add_rows(&setting, ROWS_PERIODS, 2);
    add_rows(&setting, ROWS_TO_DATE, 0);
    add_rows(&setting, ROWS_YEARS, 1);
    add_rows(&setting, ROWS_BENCHMARKS, 0);
    sample_add_comparator(sample, (struct comparator){.id = "england", .title = "England"});
    set(&setting);
    assert_string_equal(sample_row(sample, 0), "In month | May-18 | [x] | 5 | 5 | 5.00");
    assert_string_equal(sample_row(sample, 1), "Jun-18 | 2.5 | 6 | 6 | 6.00");
    assert_string_equal(sample_row(sample, 2), "YTD | 2018/19 | [x] | 15 | [z] | [z]");
    assert_string_equal(sample_row(sample, 3), "Annual trend | 2017/18 | [x] | 99 | 99 | 99.00");
    assert_string_equal(sample_row(sample, 4), " | Benchmarks: none for these measures");
    finish(&setting);
}

static void test_what_is_said_of_a_measure_is_headed_by_both(void **state) {
    struct setting setting = start();
    (void)state;
    add(&setting, 0);
    add(&setting, 0)->field.field = FIELD_DIRECTION_LAST_YEAR;
    add(&setting, 0)->field.field = FIELD_RAG;
    add_rows(&setting, ROWS_PERIODS, 1);
    set(&setting);
    assert_string_equal(sample_head(&setting.sample, 0),
                        " | Period | Measure 1 | Measure 1: Direction on last year | Measure 1: RAG");
    finish(&setting);
}

static void test_headings_of_measures_and_of_groups(void **state) {
    struct setting setting = start();
    (void)state;
    struct sample *sample = &setting.sample;
    struct series *titled = sample_series(sample, "t", NULL, 0), *bare = sample_series(sample, "bare", NULL, 0);
    titled->title = "Titled";
    sample->indicators[0]->reference = "R1";
    sample->indicators[1]->reference = "R2";
    sample->indicators[1]->short_title = NULL;
    add(&setting, 0);
    add(&setting, 1);
    add(&setting, 2)->number = "N3";
    add_series(&setting, titled);
    add_series(&setting, bare)->heading = "Own";
    add_group(&setting, "Shared", 0, 2)->number = "G"; /* in place of the numbers of its measures */
    add_rows(&setting, ROWS_PERIODS, 1);
    setting.table.period_heading = "When";
    set(&setting);
    assert_string_equal(sample_head(sample, 0), " | When | G | N3 | Titled | Own");
    assert_string_equal(sample_head(sample, 1), "Shared | Measure 3");
    assert_string_equal(sample_head(sample, 2), "Measure 1 | Measure 2");
    finish(&setting);
}

static void test_a_series_without_a_title_is_called_by_its_id(void **state) {
    struct setting setting = start();
    (void)state;
    add_series(&setting, sample_series(&setting.sample, "bare", NULL, 0));
    add(&setting, 0);
    setting.sample.indicators[0]->reference = "R1";
    add_rows(&setting, ROWS_PERIODS, 1);
    set(&setting);
    assert_string_equal(sample_head(&setting.sample, 0), " | Period | bare | R1");
    assert_string_equal(sample_head(&setting.sample, 1), "Measure 1");
    finish(&setting);
}

static void test_a_figure_stands_across_a_group_where_none_has_its_own(void **state) {
    struct setting setting = start();
    static const char *const across[] = {"12.5", NULL, "40"};
    (void)state;
    struct sample *sample = &setting.sample;
    sample_put(sample, 1, FIELD_VALUE, 0, "5");
    add(&setting, 0);
    add(&setting, 1);
    add_group(&setting, "Shared", 0, 2)->across = sample_series(sample, "across", across, 3);
    add_rows(&setting, ROWS_PERIODS, 3);
    set(&setting);
    assert_string_equal(sample_row(sample, 0), "In month | Apr-18 | 12.5");
    assert_int_equal(sample_cell(sample, 0, 2)->column_span, 2);
    assert_string_equal(sample_row(sample, 1), "May-18 | [x] | [x]");
    assert_string_equal(sample_row(sample, 2), "Jun-18 | [x] | 5.0%");
    finish(&setting);
}

static void test_months_that_share_a_note_are_one_cell(void **state) {
    struct setting setting = start();
    static const char *const noted[] = {" No return", " No return", " New system", "3"};
    (void)state;
    struct sample *sample = &setting.sample;
    add_series(&setting, sample_series(sample, "noted", noted, 4));
    add_rows(&setting, ROWS_PERIODS, 4);
    set(&setting);
    assert_string_equal(sample_row(sample, 0), "In month | Mar-18 | No return");
    assert_int_equal(sample_cell(sample, 0, 2)->row_span, 2);
    assert_string_equal(sample_row(sample, 1), "Apr-18");
    assert_string_equal(sample_row(sample, 2), "May-18 | [x]"); /* of one month alone nothing is said */
    assert_string_equal(sample_row(sample, 3), "Jun-18 | 3");
    finish(&setting);
}

/* The first two months share a note, and have so many figures. */
static const char *first_rows(struct setting *setting, int figures) {
    struct sample *sample = &setting->sample;
    static const char *const counts[] = {"5", "6", "7"};
    struct series *numerator = sample_series(sample, "n", counts, 3);
    numerator->cells[0].note = numerator->cells[1].note = "Merged";
    sample->indicators[0]->numerator = numerator;
    for (int i = 0; i < figures; i++)
        sample_put(sample, 0, FIELD_VALUE, 1 + i, "8");
    add(setting, 0);
    add(setting, 0)->field = (struct field_name){.field = FIELD_NUMERATOR}; /* has no notes of the figure */
    add_rows(setting, ROWS_PERIODS, 3);
    set(setting);
    return arena_printf(sample->arena, "%s / %s", sample_row(sample, 0), sample_row(sample, 1));
}

static void test_a_note_stands_below_the_one_figure_of_its_months_and_not_below_two(void **state) {
    static const char *const expected[] = {"In month | Apr-18 | Merged | [x] / May-18 | [x]",
                                           "In month | Apr-18 | 8.0% Merged | [x] / May-18 | [x]",
                                           "In month | Apr-18 | 8.0% | [x] / May-18 | 8.0% | [x]"};
    (void)state;
    for (int figures = 0; figures < 3; figures++) {
        struct setting setting = start();
        assert_string_equal(first_rows(&setting, figures), expected[figures]);
        finish(&setting);
    }
}

static void test_a_suppressed_cell_does_not_say_its_note(void **state) {
    struct setting setting = start();
    static const char *const noted[] = {" Few", " Few"};
    (void)state;
    struct series *series = sample_series(&setting.sample, "noted", noted, 2);
    series->cells[0].status = series->cells[1].status = STATUS_SUPPRESSED;
    add_series(&setting, series);
    add_rows(&setting, ROWS_PERIODS, 2);
    setting.table.absent = "none";
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "In month | May-18 | [c]");
    assert_false(sample_says(&setting.sample, "Few"));
    assert_false(sample_says(&setting.sample, "none"));
    finish(&setting);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_periods_go_down_and_end_with_the_packs),
        cmocka_unit_test(test_years_and_comparators_have_rows_of_their_own),
        cmocka_unit_test(test_targets_and_letters_stand_below_where_any_measure_has_one),
        cmocka_unit_test(test_a_target_has_the_sign_of_the_side_on_which_it_is_met),
        cmocka_unit_test(test_off_target_without_a_letter_stands_in_the_row_of_letters),
        cmocka_unit_test(test_a_letter_of_the_year_is_of_a_year_to_date),
        cmocka_unit_test(test_the_year_to_date_shows_the_field_that_goes_with_it),
        cmocka_unit_test(test_counts_stand_beside_their_percentage_both_or_none),
        cmocka_unit_test(test_a_rate_beside_its_counts_says_what_it_is),
        cmocka_unit_test(test_a_raw_column_adds_up_where_the_layout_says_so),
        cmocka_unit_test(test_what_is_said_of_a_measure_is_headed_by_both),
        cmocka_unit_test(test_headings_of_measures_and_of_groups),
        cmocka_unit_test(test_a_series_without_a_title_is_called_by_its_id),
        cmocka_unit_test(test_a_figure_stands_across_a_group_where_none_has_its_own),
        cmocka_unit_test(test_months_that_share_a_note_are_one_cell),
        cmocka_unit_test(test_a_note_stands_below_the_one_figure_of_its_months_and_not_below_two),
        cmocka_unit_test(test_a_suppressed_cell_does_not_say_its_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
