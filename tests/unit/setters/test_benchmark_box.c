#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../set/sample.h"
#include "block_parts.h"
#include "block_setters.h"

static struct sample start(void) {
    struct sample sample = sample_create(200);
    sample_add_comparator(&sample, (struct comparator){.id = "england", .title = "England", .short_title = "Eng"});
    sample_add_comparator(&sample, (struct comparator){.id = "sn", .title = "Neighbours", .short_title = "SN"});
    return sample;
}

static void add(struct sample *sample, const char *name, const char *year, const char *value) {
    sample_add_benchmark(sample, 0, (struct benchmark){.name = name, .year = year, .value = sample_number(value)});
}

static void set(struct sample *sample) {
    struct benchmark_box box = {.counted = false};
    const struct block block = {
        .kind = BLOCK_BENCHMARK_BOX, .indicator = sample->indicators[0], .part.benchmark_box = &box};
    benchmark_box_set(sample->stage.composer, &sample->stage.flow, &block);
    assert_int_equal(sample->stage.diag->errors, 0);
}

static void test_a_row_for_each_year_and_a_column_for_each_comparator(void **state) {
    struct sample sample = start();
    (void)state;
    add(&sample, "england", "2016-17", "26.25");
    add(&sample, "sn", "2016-17", "25");
    add(&sample, "sn", "2017-18", "27.5");
    add(&sample, "england", "2017-18", "24.1");
    set(&sample);
    assert_string_equal(sample_head(&sample, 0), "% in year | Eng | SN");
    assert_string_equal(sample_row(&sample, 0), "2016/17 | 26.25 | 25.0");
    assert_string_equal(sample_row(&sample, 1), "2017/18 | 24.1 | 27.5");
    assert_string_equal(sample_row(&sample, 2), "no such row");
    assert_non_null(stage_find(sample.stage.flow.last, "2017/18"));
    arena_destroy(sample.arena);
}

static void test_what_a_comparator_has_not_is_a_symbol(void **state) {
    struct sample sample = start();
    (void)state;
    sample.indicators[0]->unit = UNIT_COUNT;
    add(&sample, "england", "2016-17", "26");
    add(&sample, "sn", "2017-18", "27");
    sample_add_benchmark(&sample, 0,
                         (struct benchmark){.name = "england", .year = "2017-18", .status = STATUS_NOT_APPLICABLE});
    set(&sample);
    assert_string_equal(sample_head(&sample, 0), "Year | Eng | SN");
    assert_string_equal(sample_row(&sample, 0), "2016/17 | 26 | [x]");
    assert_string_equal(sample_row(&sample, 1), "2017/18 | [z] | 27");
    arena_destroy(sample.arena);
}

static void test_years_and_comparators_without_a_figure_are_left_out_and_named(void **state) {
    struct sample sample = start();
    (void)state;
    sample.indicators[0]->unit = UNIT_COUNT;
    add(&sample, "england", "2016-17", "26");
    sample_add_benchmark(&sample, 0,
                         (struct benchmark){.name = "sn", .year = "2017-18", .status = STATUS_NOT_APPLICABLE});
    set(&sample);
    assert_string_equal(sample_head(&sample, 0), "Year | Eng");
    assert_string_equal(sample_row(&sample, 0), "2016/17 | 26");
    assert_string_equal(sample_row(&sample, 1), "no such row");
    assert_non_null(stage_find(sample.stage.flow.last, "No figures for Neighbours, nor for 2017/18."));
    arena_destroy(sample.arena);
}

static void test_one_that_is_withheld_says_so(void **state) {
    struct sample sample = start();
    (void)state;
    sample.indicators[0]->unit = UNIT_COUNT;
    add(&sample, "england", "2016-17", "26");
    sample_add_benchmark(&sample, 0, (struct benchmark){.name = "sn", .year = "2016-17", .status = STATUS_SUPPRESSED});
    set(&sample);
    assert_string_equal(sample_row(&sample, 0), "2016/17 | 26 | [c]");
    arena_destroy(sample.arena);
}

/* Whether the box says that there is nothing to compare with, in place of a table. */
static bool has_no_comparison(struct sample *sample) {
    set(sample);
    return sample_part(sample, ROLE_TABLE_BODY) == NULL &&
           stage_find(sample->stage.flow.last, words_get(sample->stage.composer->words, WORD_NO_COMPARISON)) != NULL;
}

static void test_without_benchmarks_or_comparators_there_is_a_sentence(void **state) {
    struct sample bare = start(), alone = sample_create(200);
    (void)state;
    assert_true(has_no_comparison(&bare));
    add(&alone, "england", "2016-17", "26");
    assert_true(has_no_comparison(&alone));
    arena_destroy(bare.arena);
    arena_destroy(alone.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_row_for_each_year_and_a_column_for_each_comparator),
        cmocka_unit_test(test_what_a_comparator_has_not_is_a_symbol),
        cmocka_unit_test(test_years_and_comparators_without_a_figure_are_left_out_and_named),
        cmocka_unit_test(test_one_that_is_withheld_says_so),
        cmocka_unit_test(test_without_benchmarks_or_comparators_there_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
