#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../set/sample.h"
#include "claim_text.h"
#include "text.h"

/* What is said of figures whose last is of June 2018: numbers with blanks between, `-` for one that is missing, `r`
 * behind one that is red. */
struct row {
    const char *numbers, *target;
    bool restarts;
    const char *title; /* NULL: none */
};

static const struct row rows[] = {
    /* nothing to say */
    {.numbers = "30"},
    {.numbers = "30 -"},
    {.numbers = "- 30"},
    /* one figure and another; the first that is shown, or that of a year ago */
    {.numbers = "30 32", .title = "Rose from 30.0% in May 2018 to 32.0% in June 2018"},
    {.numbers = "30 - 28", .title = "Fell from 30.0% in April 2018 to 28.0% in June 2018"},
    {.numbers = "30.01 29.99", .title = "30.0% in June 2018, the same as in May 2018"},
    {.numbers = "90 20 21 20 21 20 21 20 21 20 21 20 34 32",
     .title = "Rose from 20.0% in June 2017 to 32.0% in June 2018"},
    /* less than it moves from month to month as a rule; less than one unit of the digit that is printed */
    {.numbers = "20 29 20 29 20 29 20 29 20 29 20 29 22",
     .title = "Little changed: 22.0% in June 2018, 20.0% in June 2017"},
    /* a fall that a change on the year would hide, with the last step where that went the other way, and one that is as
     * its steps are; none across a gap */
    {.numbers = "72 75 74 75 76 75 74 75 74 75 97 65 67",
     .title = "67.0% in June 2018, up from 65.0%; 97.0% in April 2018"},
    {.numbers = "28 25 26 25 24 25 26 25 26 25 3 35 33",
     .title = "33.0% in June 2018, down from 35.0%; 3.0% in April 2018"},
    {.numbers = "72 75 74 75 76 75 74 75 60 75 97 68 67",
     .title = "Fell from 97.0% in April 2018 to 67.0% in June 2018"},
    {.numbers = "20 29 20 29 20 29 20 29 20 40 20 29 22",
     .title = "Little changed: 22.0% in June 2018, 20.0% in June 2017"},
    {.numbers = "72 75 74 75 76 75 74 75 74 75 97 - 67", .title = "Fell from 72.0% in June 2017 to 67.0% in June 2018"},
    {.numbers = "29.94 29.96", .title = "Little changed: 30.0% in June 2018, 29.9% in May 2018"},
    {.numbers = "29.9 30", .title = "Rose from 29.9% in May 2018 to 30.0% in June 2018"},
    /* runs of three steps at least, none across a gap */
    {.numbers = "40 30 31 32 33", .title = "Risen three months in a row, to 33.0% in June 2018"},
    {.numbers = "20 33 32 31 30", .title = "Fallen three months in a row, to 30.0% in June 2018"},
    {.numbers = "30 31 - 32 33", .title = "Rose from 30.0% in February 2018 to 33.0% in June 2018"},
    /* six figures lie below it, and it is known what stood in each month since */
    {.numbers = "50 40 30 31 32 30 31 32 45", .title = "Highest since October 2017: 45.0% in June 2018"},
    {.numbers = "30 31 30 31 30 31 45", .title = "Highest of all shown: 45.0% in June 2018"},
    {.numbers = "31 30 31 30 31 45", .title = "Rose from 31.0% in January 2018 to 45.0% in June 2018"},
    {.numbers = "50 - 30 31 30 31 30 31 45", .title = "Fell from 50.0% in October 2017 to 45.0% in June 2018"},
    {.numbers = "10 30 31 30 31 30 31 20", .title = "Lowest since November 2017: 20.0% in June 2018"},
    /* one that is printed alike is not passed */
    {.numbers = "20 30 31 30 31 30 31 20", .title = "As low as in November 2017: 20.0% in June 2018"},
    {.numbers = "50 40 30 31 32 30 31 32 40.04", .title = "As high as in November 2017: 40.0% in June 2018"},
    /* beside it, the target or letters */
    {.numbers = "30 32", .target = "31", .title = "Rose from 30.0% in May 2018 to 32.0% in June 2018, above target"},
    {.numbers = "30 32", .target = "33", .title = "Rose from 30.0% in May 2018 to 32.0% in June 2018, below target"},
    {.numbers = "30 32", .target = "32", .title = "Rose from 30.0% in May 2018 to 32.0% in June 2018, on target"},
    {.numbers = "30 29r 32r",
     .target = "31",
     .title = "Rose from 30.0% in April 2018 to 32.0% in June 2018, still red"},
    {.numbers = "30r 31r 32r 33r", .title = "Risen three months in a row, to 33.0% in June 2018, still red"},
    {.numbers = "30 31 30 31 30 31 30r 45r",
     .title = "Highest of all shown: 45.0% in June 2018, red two months in a row"},
    {.numbers = "30 31r 45", .title = "Rose from 30.0% in April 2018 to 45.0% in June 2018"},
    /* years to date are held against that of a year ago alone */
    {.numbers = "30 31 32 33 34", .restarts = true},
    {.numbers = "20 21 22 23 24 25 26 27 28 29 30 31 32",
     .restarts = true,
     .title = "Rose from 20.0% in June 2017 to 32.0% in June 2018"},
};

static const char *title_of(struct sample *sample, const struct row *row) {
    size_t count;
    char **numbers = text_split(sample->arena, row->numbers, &count);
    sample->indicators[0]->restarts = row->restarts;
    for (size_t i = 0; i < count; i++) {
        int back = (int)(count - 1 - i);
        char *red = strchr(numbers[i], 'r');
        if (red != NULL) {
            *red = '\0';
            sample_put_word(sample, 0, FIELD_RAG, back, BAND_RED);
        }
        if (strcmp(numbers[i], "-") != 0)
            sample_put(sample, 0, FIELD_VALUE, back, numbers[i]);
        if (row->target != NULL)
            sample_put(sample, 0, FIELD_TARGET, back, row->target);
    }
    const struct claim claim = claim_find(&(struct claim_request){.table = &sample->figures->tables[0],
                                                                  .calendar = calendar_usual,
                                                                  .field = FIELD_VALUE,
                                                                  .first = sample->period - (int)count + 1,
                                                                  .last = sample->period});
    return claim_text(sample->stage.composer, sample->indicators[0], FIELD_VALUE, &claim);
}

static void test_titles_say_what_holds(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sample sample = sample_create(300);
        const char *title = title_of(&sample, &rows[i]);
        size_t words = 0;
        if (rows[i].title == NULL)
            assert_null(title);
        else
            assert_string_equal(title, rows[i].title);
        if (title != NULL)
            text_split(sample.arena, title, &words);
        assert_true(words <= CLAIM_WORDS_MAX);
        arena_destroy(sample.arena);
    }
}

/* Figures of a control chart with a mean of 50 and limits of 40 and 60, and the rule by which the last is marked. */
static const struct {
    const char *numbers;
    enum spc_rule rule;
    const char *title;
} controlled[] = {
    {"50 51 52", SPC_NO_RULE, "Within its usual range: 52.0% in June 2018"},
    {"50 51 62", SPC_OUTSIDE, "Rose above its upper limit, to 62.0% in June 2018"},
    {"50 51 39", SPC_OUTSIDE, "Fell below its lower limit, to 39.0% in June 2018"},
    {"50 61 - 62", SPC_OUTSIDE, "Above its upper limit: 62.0% in June 2018"},
    {"50 61 64 62", SPC_OUTSIDE, "Above its upper limit three months in a row: 62.0% in June 2018"},
    {"50 58 51 58", SPC_TWO_OF_THREE, "Near its upper limit: 58.0% in June 2018"},
    {"49 48 47 49 48 47 49", SPC_SHIFT, "Seven months in a row below the mean: 49.0% in June 2018"},
    {"50 51 52 53 54 55 56", SPC_TREND, "Risen six months in a row, to 56.0% in June 2018"},
};

static void test_control_charts_say_what_the_rule_says(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof controlled / sizeof *controlled; i++) {
        struct sample sample = sample_create(300);
        const struct row row = {.numbers = controlled[i].numbers};
        title_of(&sample, &row); /* which puts the figures */
        for (int back = 0; back < 12; back++) {
            sample_put(&sample, 0, FIELD_SPC_MEAN, back, "50");
            sample_put(&sample, 0, FIELD_SPC_UPPER, back, "60");
            sample_put(&sample, 0, FIELD_SPC_LOWER, back, "40");
            sample_put(&sample, 0, FIELD_SPC_NEAR_UPPER, back, "57");
            sample_put(&sample, 0, FIELD_SPC_NEAR_LOWER, back, "43");
        }
        sample_put_word(&sample, 0, FIELD_SPC_VARIATION, 0, SPC_VARIATION_COMMON);
        sample_put_word(&sample, 0, FIELD_SPC_RULE, 0, controlled[i].rule);
        const struct claim claim = claim_find(&(struct claim_request){.table = &sample.figures->tables[0],
                                                                      .calendar = calendar_usual,
                                                                      .field = FIELD_VALUE,
                                                                      .first = sample.period - 11,
                                                                      .last = sample.period,
                                                                      .control = true});
        assert_string_equal(claim_text(sample.stage.composer, sample.indicators[0], FIELD_VALUE, &claim),
                            controlled[i].title);
        arena_destroy(sample.arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_titles_say_what_holds),
                                       cmocka_unit_test(test_control_charts_say_what_the_rule_says)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
