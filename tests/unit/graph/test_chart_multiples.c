#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "multiples.h"
#include "setting.h"

static struct chart_line *add_of(struct setting *setting, size_t indicator) {
    struct chart_line *line = add(setting, FIELD_VALUE);
    line->indicator = setting->sample.indicators[indicator];
    return line;
}

static void each_line_has_a_chart_with_its_latest_figure_and_letter(void **state) {
    struct setting setting = start(CHART_MULTIPLES);
    (void)state;
    sample_put(&setting.sample, 0, FIELD_VALUE, 2, "20");
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "30");
    sample_put_word(&setting.sample, 0, FIELD_RAG, 0, BAND_AMBER);
    sample_put(&setting.sample, 1, FIELD_VALUE, 1, "50");
    sample_put_status(&setting.sample, 1, FIELD_VALUE, 0, STATUS_SUPPRESSED);
    add_of(&setting, 0);
    add_of(&setting, 1)->label = "The other";
    const struct chart *chart = make(&setting);
    const struct multiple *list = chart->multiples->list;
    assert_int_equal(chart->multiples->count, 2);
    assert_int_equal(chart->series_count, 0);
    assert_string_equal(chart->categories[0].label, "Apr-18");
    assert_null(chart->categories[0].bracket);
    assert_string_equal(list[0].title, "Measure 1");
    assert_string_equal(list[1].title, "The other");
    assert_int_equal(list[0].latest, 2);
    assert_true(list[0].series->points[0].present && !list[0].series->points[1].present);
    assert_string_equal(list[0].series->points[2].printed, "30.0");
    assert_true(list[0].judged);
    assert_int_equal(list[0].band, BAND_AMBER);
    assert_null(list[0].symbol);
    assert_string_equal(list[1].symbol, "[c]"); /* not the figure of May */
    assert_false(list[1].judged);
    finish(&setting);
}

static void the_target_of_each_is_beside_it(void **state) {
    struct setting setting = start(CHART_MULTIPLES);
    (void)state;
    sample_add_target(&setting.sample, 1, (struct target){PERIOD_NONE, PERIOD_NONE, .value = fraction_make(25, 1)});
    sample_put(&setting.sample, 1, FIELD_TARGET, 0, "25");
    add_of(&setting, 0);
    add_of(&setting, 1);
    const struct chart *chart = make(&setting);
    double value;
    assert_int_equal(chart->multiples->list[0].series[1].mark, MARK_TARGET);
    assert_false(point_value(&chart->multiples->list[0].series[1], 2, &value));
    assert_true(point_value(&chart->multiples->list[1].series[1], 2, &value));
    assert_true(value == 25);
    finish(&setting);
}

static void units_have_sets_of_their_own_in_the_order_in_which_they_come(void **state) {
    struct setting setting = start(CHART_MULTIPLES);
    (void)state;
    setting.sample.indicators[1]->unit = UNIT_DAYS;
    setting.asked.by_unit = true;
    for (size_t i = 0; i < 3; i++)
        add_of(&setting, i);
    const struct multiples *multiples = make(&setting)->multiples;
    assert_int_equal(multiples->set_count, 2);
    assert_int_equal(multiples->sets[0].count, 2);
    assert_int_equal(multiples->sets[1].first, 2);
    assert_int_equal(multiples->sets[1].unit.is, UNIT_DAYS);
    assert_string_equal(multiples->sets[0].unit_words, "Percentage");
    assert_string_equal(multiples->list[1].title, "Measure 3");
    assert_string_equal(multiples->list[2].title, "Measure 2");
    finish(&setting);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_line_has_a_chart_with_its_latest_figure_and_letter),
        cmocka_unit_test(the_target_of_each_is_beside_it),
        cmocka_unit_test(units_have_sets_of_their_own_in_the_order_in_which_they_come),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
