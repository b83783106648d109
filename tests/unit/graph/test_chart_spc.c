#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "setting.h"

/* Points and limits of May and June, and a phase that begins with June. */
static void add_control(struct setting *setting, const struct control_chart *control) {
    struct sample *sample = &setting->sample;
    static const enum field numbers[] = {FIELD_VALUE,     FIELD_SPC_MEAN,       FIELD_SPC_UPPER,
                                         FIELD_SPC_LOWER, FIELD_SPC_NEAR_UPPER, FIELD_SPC_NEAR_LOWER};
    setting->asked.extent.years = 1;
    sample->indicators[0]->control_chart = control;
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        sample_put(sample, 0, numbers[i], 3, "20");
        sample_put(sample, 0, numbers[i], 0, "30");
    }
    sample_put_word(sample, 0, FIELD_SPC_POINT, 3, SPC_COMMON);
    sample_put_word(sample, 0, FIELD_SPC_POINT, 0, SPC_CONCERN);
    sample_put_word(sample, 0, FIELD_SPC_RULE, 0, SPC_OUTSIDE);
    sample_put_word(sample, 0, FIELD_SPC_VARIATION, 0, SPC_VARIATION_CONCERN_HIGH);
    add(setting, FIELD_VALUE);
}

static void test_limits_run_through_gaps_but_not_into_another_phase(void **state) {
    (void)state;
    for (int phases = 0; phases < 2; phases++) {
        struct setting setting = start(CHART_CONTROL);
        struct spc_rebase rebase = {.from = month_in(2018, 5), .reason = "New front door"};
        struct control_chart control = {.rebases = &rebase, .rebase_count = (size_t)phases};
        add_control(&setting, &control);
        const struct chart *chart = make(&setting);
        assert_int_equal(chart->category_count, 12);
        assert_int_equal(chart->series_count, 6);
        assert_int_equal(chart->series[1].mark, MARK_MEAN);
        assert_string_equal(points(&setting, chart, 0, 8, 4), "20.0 - - 30.0");
        assert_string_equal(points(&setting, chart, 1, 7, 5), phases ? "- 20.0 20.0 - 30.0" : "- 20.0 20.0 20.0 30.0");
        assert_int_equal(chart->rebase_count, phases);
        assert_true(phases == 0 || chart->rebases[0].category == 10);
        finish(&setting);
    }
}

static void test_lines_that_lie_close_have_a_decimal_more(void **state) {
    static const struct {
        const char *upper, *lower, *printed;
    } cases[] = {{"30.4", "29.6", "30.00"}, {"31", "29", "30.0"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct setting setting = start(CHART_CONTROL);
        struct control_chart control = {0};
        add_control(&setting, &control);
        sample_put(&setting.sample, 0, FIELD_SPC_UPPER, 0, cases[i].upper);
        sample_put(&setting.sample, 0, FIELD_SPC_LOWER, 0, cases[i].lower);
        const struct chart *chart = make(&setting);
        assert_string_equal(points(&setting, chart, 1, 11, 1), cases[i].printed);
        assert_string_equal(points(&setting, chart, 0, 11, 1), "30.0");
        finish(&setting);
    }
}

static void test_a_small_line_begins_anew_where_its_chart_does(void **state) {
    (void)state;
    struct setting setting = start(CHART_SPARK);
    struct spc_rebase rebase = {.from = month_in(2018, 5), .reason = "New front door"};
    struct control_chart control = {.rebases = &rebase, .rebase_count = 1};
    add_control(&setting, &control);
    const struct chart *chart = make(&setting);
    assert_int_equal(chart->rebase_count, 1);
    for (size_t i = 0; i < chart->category_count; i++)
        assert_int_equal(chart->series[0].points[i].anew, i == 1);
    rebase.from = setting.sample.period + 1;
    assert_int_equal(make(&setting)->rebase_count, 0);
    finish(&setting);
}

static void test_what_is_said_of_a_control_chart_is_that_of_its_latest_point(void **state) {
    struct setting setting = start(CHART_CONTROL);
    struct control_chart control = {0};
    (void)state;
    add_control(&setting, &control);
    sample_put_status(&setting.sample, 0, FIELD_SPC_MEAN, 0, STATUS_PROVISIONAL);
    setting.asked.groups[1] = GROUP_TO_DATE;
    setting.asked.group_count = 2;
    setting.sample.indicators[0]->flow = true;
    sample_put(&setting.sample, 0, FIELD_YTD_VALUE, 0, "30");
    const struct chart *chart = make(&setting);
    assert_int_equal(chart->category_count, 13);
    assert_int_equal(chart->spc->latest_period, setting.sample.period);
    assert_int_equal(chart->spc->latest_rule, SPC_OUTSIDE);
    assert_int_equal(chart->spc->variation, SPC_VARIATION_CONCERN_HIGH);
    assert_true(chart->spc->trial && !chart->spc->too_few);
    assert_int_equal(chart->spc->classes[11], SPC_CONCERN);
    assert_int_equal(chart->spc->classes[12], SPC_COMMON); /* the year to date is no point, and has no limits */
    assert_string_equal(points(&setting, chart, 2, 11, 2), "30.0 -");
    finish(&setting);
}

static void test_a_control_chart_without_points_says_nothing_of_the_latest(void **state) {
    struct setting setting = start(CHART_CONTROL);
    struct control_chart control = {0};
    (void)state;
    setting.sample.indicators[0]->control_chart = &control;
    add(&setting, FIELD_VALUE);
    const struct chart *chart = make(&setting);
    assert_int_equal(chart->spc->latest_period, PERIOD_NONE);
    assert_true(chart->spc->too_few && !chart->spc->trial);
    const struct chart_filling *filling = chart_filling_of(CHART_CONTROL);
    struct stage *stage = &setting.sample.stage;
    filling->set_above(stage->composer, &stage->flow, setting.sample.indicators[0], chart);
    filling->set_below(stage->composer, &stage->flow, setting.sample.indicators[0], chart);
    assert_null(stage->flow.first); /* no method of limits that there are not */
    finish(&setting);
}

/* Limits of what never varies are the figure itself: they are neither drawn nor spoken of. */
static void test_a_figure_that_never_varies_has_no_limits(void **state) {
    struct setting setting = start(CHART_CONTROL);
    struct control_chart control = {0};
    (void)state;
    add_control(&setting, &control);
    for (int back = 0; back < 4; back++) {
        sample_put(&setting.sample, 0, FIELD_VALUE, back, "100");
        sample_put(&setting.sample, 0, FIELD_SPC_MEAN, back, "100");
        sample_put(&setting.sample, 0, FIELD_SPC_UPPER, back, "100");
    }
    const struct chart *chart = make(&setting);
    assert_true(chart->spc->still);
    assert_int_equal(chart->series_count, 1);
    struct stage *stage = &setting.sample.stage;
    chart_filling_of(CHART_CONTROL)->set_above(stage->composer, &stage->flow, setting.sample.indicators[0], chart);
    assert_true(sample_says(&setting.sample, words_get(stage->composer->words, WORD_SPC_STILL)));
    sample_put(&setting.sample, 0, FIELD_VALUE, 1, "99");
    chart = make(&setting);
    assert_false(chart->spc->still);
    assert_int_equal(chart->series_count, 6);
    finish(&setting);
}

/* How many rows the icons of a control chart take, and what stands in them. */
static size_t icon_rows(double width_pt, enum spc_assurance assurance, bool *says) {
    struct setting setting = start(CHART_CONTROL);
    struct control_chart control = {0};
    struct stage *stage = &setting.sample.stage;
    size_t rows = 0;
    add_control(&setting, &control);
    sample_put_word(&setting.sample, 0, FIELD_SPC_ASSURANCE, 0, assurance);
    stage->flow.width_pt = width_pt;
    chart_filling_of(CHART_CONTROL)
        ->set_above(stage->composer, &stage->flow, setting.sample.indicators[0], make(&setting));
    for (const struct piece *p = stage->flow.first; p != NULL; p = p->next)
        rows++;
    *says = sample_says(&setting.sample, words_spc_assurance(stage->composer->words, SPC_FAILS));
    finish(&setting);
    return rows;
}

static void test_icons_share_a_row_where_it_has_room_for_both(void **state) {
    (void)state;
    bool says;
    assert_int_equal(icon_rows(900, SPC_FAILS, &says), 1);
    assert_true(says);
    assert_int_equal(icon_rows(300, SPC_FAILS, &says), 2);
    assert_int_equal(icon_rows(900, SPC_NO_ASSURANCE, &says), 1);
    assert_false(says);
}

/* The key below a control chart, with how many rows it takes. */
static const char *key_of(struct setting *setting, enum polarity polarity, double width_pt, size_t *rows) {
    static const struct control_chart control = {.options = {.run = 6}};
    struct stage *stage = &setting->sample.stage;
    struct indicator *indicator = setting->sample.indicators[0];
    indicator->polarity = polarity;
    add_control(setting, &control);
    const struct chart *chart = make(setting);
    stage->flow.width_pt = width_pt;
    chart_filling_of(CHART_CONTROL)->set_below(stage->composer, &stage->flow, indicator, chart);
    *rows = 0;
    for (const struct piece *p = stage->flow.first; p != NULL; p = p->next)
        *rows += p->keep && p->frame_count > 0 && p->frames[0]->kind == FRAME_SHAPE;
    const char *said = "";
    for (const struct element *one = stage->composer->page->section->first_child; one != NULL; one = one->next)
        said = arena_printf(stage->composer->arena, "%s %s", said, sample_text(&setting->sample, one));
    return said;
}

static void test_a_key_tells_good_from_bad_where_either_is(void **state) {
    (void)state;
    size_t rows;
    struct setting higher = start(CHART_CONTROL), lower = start(CHART_CONTROL), range = start(CHART_CONTROL),
                   narrow = start(CHART_CONTROL);
    const char *judged = key_of(&higher, POLARITY_HIGHER, 900, &rows);
    assert_int_equal(rows, 1);
    assert_non_null(strstr(judged, words_spc_class(higher.sample.stage.composer->words, SPC_CONCERN)));
    assert_string_equal(key_of(&lower, POLARITY_LOWER, 900, &rows), judged);
    assert_null(strstr(key_of(&range, POLARITY_RANGE, 900, &rows),
                       words_spc_class(higher.sample.stage.composer->words, SPC_CONCERN)));
    assert_string_equal(key_of(&narrow, POLARITY_HIGHER, 100, &rows), judged);
    assert_int_equal(rows, 3);
    finish(&higher);
    finish(&lower);
    finish(&range);
    finish(&narrow);
}

static void test_a_control_chart_that_the_catalogue_does_not_know_is_one_of_lines(void **state) {
    struct setting setting = start(CHART_CONTROL);
    (void)state;
    add(&setting, FIELD_VALUE);
    const struct chart *chart = make(&setting);
    assert_int_equal(chart->kind, CHART_LINE);
    assert_null(chart->spc);
    finish(&setting);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limits_run_through_gaps_but_not_into_another_phase),
        cmocka_unit_test(test_lines_that_lie_close_have_a_decimal_more),
        cmocka_unit_test(test_a_small_line_begins_anew_where_its_chart_does),
        cmocka_unit_test(test_what_is_said_of_a_control_chart_is_that_of_its_latest_point),
        cmocka_unit_test(test_a_control_chart_without_points_says_nothing_of_the_latest),
        cmocka_unit_test(test_a_figure_that_never_varies_has_no_limits),
        cmocka_unit_test(test_icons_share_a_row_where_it_has_room_for_both),
        cmocka_unit_test(test_a_key_tells_good_from_bad_where_either_is),
        cmocka_unit_test(test_a_control_chart_that_the_catalogue_does_not_know_is_one_of_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
