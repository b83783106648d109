#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "coverage_text.h"
#include "figure_text.h"
#include "sample.h"

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
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_what_is_judged_is_said_by_what_it_covers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
