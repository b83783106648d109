#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../set/sample.h"
#include "block_parts.h"
#include "block_setters.h"

/* A table of the year that June 2018 lies in, of the first indicator. */
struct setting {
    struct sample sample;
    struct column columns[6];
    struct period_table table;
};

static struct setting start(void) {
    return (struct setting){.sample = sample_create(500), .table = {.extent = {.years = 1}}};
}

static struct column *add(struct setting *setting, enum field field) {
    struct column *column = &setting->columns[setting->table.column_count++];
    *column = (struct column){.field = {.field = field}, .decimals = -1, .total_decimals = -1};
    return column;
}

static void set(struct setting *setting) {
    struct sample *sample = &setting->sample;
    setting->table.columns = setting->columns;
    const struct block block = {.kind = BLOCK_TABLE,
                                .indicator = sample->indicators[0],
                                .part.period_table = &setting->table,
                                .pos = {.file = "pack.xml", .line = 3, .column = 1}};
    period_table_set(sample->stage.composer, &sample->stage.flow, &block);
    assert_int_equal(sample->stage.diag->errors, 0);
}

static void finish(struct setting *setting) {
    arena_destroy(setting->sample.arena);
}

static void test_a_row_for_each_month_of_the_year_and_what_is_to_come_is_not_told(void **state) {
    struct setting setting = start();
    (void)state;
    sample_put(&setting.sample, 0, FIELD_VALUE, 2, "28.27");
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "30");
    add(&setting, FIELD_VALUE);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "Apr-18 | 28.3");
    assert_string_equal(sample_row(&setting.sample, 1), "May-18 | [x]");
    assert_string_equal(sample_row(&setting.sample, 2), "Jun-18 | 30.0");
    assert_string_equal(sample_row(&setting.sample, 3), "Jul-18 | ");
    assert_string_equal(sample_row(&setting.sample, 11), "Mar-19 | ");
    assert_string_equal(sample_row(&setting.sample, 12), "no such row");
    finish(&setting);
}

static void test_a_target_of_a_month_to_come_is_told(void **state) {
    struct setting setting = start();
    (void)state;
    sample_add_target(&setting.sample, 0, (struct target){PERIOD_NONE, PERIOD_NONE, .value = fraction_make(25, 1)});
    sample_put(&setting.sample, 0, FIELD_TARGET, -1, "25");
    add(&setting, FIELD_TARGET);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 3), "Jul-18 | 25.0");
    finish(&setting);
}

static void test_a_field_that_the_indicator_has_not_is_said_so_in_months_to_come_too(void **state) {
    struct setting setting = start();
    (void)state;
    add(&setting, FIELD_YTD_VALUE);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 2), "Jun-18 | [z]");
    assert_string_equal(sample_row(&setting.sample, 3), "Jul-18 | [z]");
    assert_false(sample_says(&setting.sample, "[x]"));
    finish(&setting);
}

static void test_a_direction_is_an_arrow(void **state) {
    struct setting setting = start();
    (void)state;
    sample_put_word(&setting.sample, 0, FIELD_DIRECTION_PREVIOUS, 0, DIRECTION_UP);
    sample_put_word(&setting.sample, 0, FIELD_DIRECTION_PREVIOUS, 1, DIRECTION_NEW);
    add(&setting, FIELD_DIRECTION_PREVIOUS);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 1), "May-18 | new");
    assert_string_equal(sample_row(&setting.sample, 2), "Jun-18 | rise");
    finish(&setting);
}

static void test_raw_columns_show_their_cells_and_add_up_in_the_total(void **state) {
    struct setting setting = start();
    static const char *const all[] = {"5", "10", "20", "40"}, *const holed[] = {"1", NULL, "3"},
                             *const halves[] = {"0.5", "1.25", "2"};
    (void)state;
    struct sample *sample = &setting.sample;
    add(&setting, FIELD_VALUE)->series = sample_series(sample, "all", all, 4);
    add(&setting, FIELD_VALUE)->series = sample_series(sample, "holed", holed, 3);
    add(&setting, FIELD_VALUE)->series = sample_series(sample, "halves", halves, 3);
    add(&setting, FIELD_VALUE)->series = setting.columns[0].series;
    for (int i = 0; i < 3; i++)
        setting.columns[i].has_total = true;
    setting.columns[2].decimals = setting.columns[2].total_decimals = 2;
    setting.table.total_row = true;
    set(&setting);
    assert_string_equal(sample_row(sample, 0), "Apr-18 | 10 | 1 | 0.50 | 10");
    assert_string_equal(sample_row(sample, 1), "May-18 | 20 | [x] | 1.25 | 20");
    assert_string_equal(sample_row(sample, 2), "Jun-18 | 40 | 3 | 2.00 | 40");
    assert_string_equal(sample_row(sample, 3), "Jul-18 |  |  |  | ");
    assert_string_equal(sample_row(sample, 12), "Year to date | 70 | [x] | 3.75 | "); /* March 2018 is no part of it */
    finish(&setting);
}

static void test_a_total_row_shows_the_field_of_the_year_to_date(void **state) {
    struct setting setting = start();
    (void)state;
    setting.sample.indicators[0]->flow = true;
    sample_put(&setting.sample, 0, FIELD_NUMERATOR, 0, "150");
    sample_put(&setting.sample, 0, FIELD_YTD_NUMERATOR, 0, "1460");
    struct column *column = add(&setting, FIELD_NUMERATOR);
    column->has_total = true;
    column->total_field = (struct field_name){.field = FIELD_YTD_NUMERATOR};
    add(&setting, FIELD_VALUE);
    setting.table.total_row = true;
    setting.table.total_label = "So far";
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 2), "Jun-18 | 150 | [x]");
    assert_string_equal(sample_row(&setting.sample, 12), "So far | 1,460 | ");
    assert_int_equal(sample_cell(&setting.sample, 12, 0)->parent->row, ROW_TOTAL);
    finish(&setting);
}

static void test_headings_are_the_authors_or_those_of_what_is_shown(void **state) {
    struct setting setting = start();
    (void)state;
    struct series *titled = arena_new(setting.sample.arena, struct series);
    struct series *bare = arena_new(setting.sample.arena, struct series);
    *titled = (struct series){.id = "referrals", .title = "Referrals"};
    *bare = (struct series){.id = "assessments"};
    add(&setting, FIELD_VALUE);
    add(&setting, FIELD_VALUE)->heading = "Share";
    add(&setting, FIELD_VALUE)->series = titled;
    add(&setting, FIELD_VALUE)->series = bare;
    setting.table.period_heading = "Reported";
    set(&setting);
    assert_string_equal(sample_head(&setting.sample, 0), "Reported | % in month | Share | Referrals | assessments");
    finish(&setting);
}

static void test_letters_stand_in_their_column_and_beside_the_tint_of_the_month(void **state) {
    struct setting setting = start();
    (void)state;
    struct band_rule rule = {.from = PERIOD_NONE, .to = PERIOD_NONE};
    setting.sample.indicators[0]->band_rules = &rule;
    setting.sample.indicators[0]->band_rule_count = 1;
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "30");
    sample_put_word(&setting.sample, 0, FIELD_RAG, 1, BAND_RED);
    sample_put_word(&setting.sample, 0, FIELD_RAG, 0, BAND_GREEN);
    add(&setting, FIELD_VALUE);
    add(&setting, FIELD_RAG);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 1), "May-18 | [x] | R");
    assert_string_equal(sample_row(&setting.sample, 2), "Jun-18 | 30.0 | G");
    /* the tint: the widest fill of the row ends before the letter */
    const struct frame *letter = NULL, *tint = NULL;
    for (const struct piece *p = setting.sample.stage.flow.first; p != NULL; p = p->next)
        if (stage_find(p, "Jun-18") != NULL) {
            letter = stage_find(p, "G");
            for (size_t i = 0; i < p->frame_count; i++)
                if (p->frames[i]->kind == FRAME_FILL && p->frames[i]->colour == COLOUR_TINT)
                    tint = p->frames[i];
        }
    assert_non_null(letter);
    assert_non_null(tint);
    assert_true(tint->x + tint->width <= letter->x);
    finish(&setting);
}

static void test_a_key_that_starts_within_the_table_is_told(void **state) {
    struct setting setting = start();
    (void)state;
    struct band_rule rules[] = {{.from = month_in(2018, 5), .to = PERIOD_NONE}, {.from = PERIOD_NONE}};
    setting.sample.indicators[0]->band_rules = rules;
    setting.sample.indicators[0]->band_rule_count = 2;
    sample_put_status(&setting.sample, 0, FIELD_RAG, 2, STATUS_NOT_APPLICABLE);
    add(&setting, FIELD_RAG);
    set(&setting);
    assert_true(sample_says(&setting.sample, "The RAG key starts in May 2018"));
    finish(&setting);
}

static void test_a_table_without_symbols_has_no_note(void **state) {
    struct setting setting = start();
    (void)state;
    for (int back = 0; back < 3; back++)
        sample_put(&setting.sample, 0, FIELD_VALUE, back, "30");
    add(&setting, FIELD_VALUE);
    set(&setting);
    assert_non_null(stage_find(setting.sample.stage.flow.last, "Mar-19"));
    finish(&setting);
}

/* The gap before the row of a month. */
static double gap_before(const struct setting *setting, const char *month) {
    for (const struct piece *p = setting->sample.stage.flow.first; p != NULL; p = p->next)
        if (stage_find(p, month) != NULL)
            return p->gap_pt;
    return -1;
}

static void test_years_are_set_apart(void **state) {
    struct setting setting = start();
    (void)state;
    setting.table.extent.years = 2;
    add(&setting, FIELD_VALUE);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "Apr-17 | [x]");
    assert_string_equal(sample_row(&setting.sample, 23), "Mar-19 | ");
    assert_true(gap_before(&setting, "Apr-18") > 0);
    assert_true(gap_before(&setting, "Jul-18") == 0);
    finish(&setting);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_row_for_each_month_of_the_year_and_what_is_to_come_is_not_told),
        cmocka_unit_test(test_a_target_of_a_month_to_come_is_told),
        cmocka_unit_test(test_a_field_that_the_indicator_has_not_is_said_so_in_months_to_come_too),
        cmocka_unit_test(test_a_direction_is_an_arrow),
        cmocka_unit_test(test_raw_columns_show_their_cells_and_add_up_in_the_total),
        cmocka_unit_test(test_a_total_row_shows_the_field_of_the_year_to_date),
        cmocka_unit_test(test_headings_are_the_authors_or_those_of_what_is_shown),
        cmocka_unit_test(test_letters_stand_in_their_column_and_beside_the_tint_of_the_month),
        cmocka_unit_test(test_a_key_that_starts_within_the_table_is_told),
        cmocka_unit_test(test_a_table_without_symbols_has_no_note),
        cmocka_unit_test(test_years_are_set_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
