#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "coverage_text.h"
#include "figure_text.h"
#include "sample.h"

/* Less is better of both, but a low cost is not always a better service. */
static void test_words_call_a_cost_neither_better_nor_worse(void **state) {
    const struct indicator days = {.unit = UNIT_DAYS, .polarity = POLARITY_LOWER},
                           cost = {.unit = UNIT_MONEY, .polarity = POLARITY_LOWER};
    (void)state;
    assert_true(figure_text_sense(&days, fraction_make(2, 1)) < 0);
    assert_true(figure_text_sense(&days, fraction_make(-2, 1)) > 0);
    assert_int_equal(figure_text_sense(&days, fraction_none()), 0);
    assert_int_equal(figure_text_sense(&cost, fraction_make(2, 1)), 0);
}

static void test_what_is_judged_is_said_by_what_it_covers(void **state) {
    static const struct {
        enum coverage covers;
        bool reports_ytd;
        const char *title, *heading, *judged;
    } rows[] = {
        {COVERS_PERIOD, false, "In the month", "% in month", "judged on the month, as printed"},
        {COVERS_PERIOD_END, false, "At month end", "% at month end", "judged on the last day, as printed"},
        {COVERS_YEAR_TO_DATE, false, "Year to date", "% year to date", "judged on the year to date, as printed"},
        {COVERS_TWELVE_MONTHS, false, "Rolling 12 months", "%, 12 months", "judged on the 12 months, as printed"},
        {COVERS_PERIOD, true, "Year to date", "% in month", "judged on the year to date, as printed"},
    };
    struct sample sample = sample_create(300);
    struct composer *composer = sample.stage.composer;
    struct indicator *indicator = sample.indicators[0];
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        indicator->covers = rows[i].covers;
        indicator->reports_ytd = rows[i].reports_ytd;
        assert_string_equal(coverage_title(composer, indicator), rows[i].title);
        assert_string_equal(figure_text_heading(composer, indicator, FIELD_VALUE), rows[i].heading);
        assert_string_equal(words_get(composer->words, coverage_judged(composer, indicator, true)), rows[i].judged);
    }
    arena_destroy(sample.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_what_is_judged_is_said_by_what_it_covers),
                                       cmocka_unit_test(test_words_call_a_cost_neither_better_nor_worse)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
