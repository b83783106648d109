#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../arena_fixture.h"
#include "../english.h"
#include "field.h"

/* `year-to-date` for `year_to_date`. */
static const char *with_hyphens(const char *word) {
    char *copy = arena_strdup(arena, word);
    for (char *s = copy; *s != '\0'; s++)
        if (*s == '_')
            *s = '-';
    return copy;
}

static void assert_id(enum word first, int index, const char *stem, const char *name) {
    assert_string_equal(word_ids[(int)first + index], arena_printf(arena, "%s-%s", stem, with_hyphens(name)));
}

/* Words of a list stand in the order of its enum. */
static void lists_are_in_step_with_the_model(void **state) {
    (void)state;
    for (int status = 0, index = 0; status < STATUS_COUNT; status++)
        if (status_words[status].symbol[0] != '\0')
            assert_id(WORD_STATUS_PROVISIONAL, index++, "status", status_words[status].word);
    for (int band = 0; band < BAND_COUNT; band++) {
        assert_id(WORD_RAG_GREEN, band, "rag", band_words[band]);
        assert_id(WORD_RAG_LETTER_GREEN, band, "rag-letter", band_words[band]);
    }
    for (enum grain grain = 0; grain < GRAIN_COUNT; grain++) {
        assert_id(word_per_grain(PER_GRAIN_LONG, grain), 0, grain_words[grain], "long");
        assert_id(word_per_grain(PER_GRAIN_IN, grain), 0, "in", grain_words[grain]);
        assert_string_equal(word_ids[word_per_grain(PER_GRAIN_PERIOD, grain)], grain_words[grain]);
        assert_id(field_heading(FIELD_VALUE, grain), 0, "field-value", grain_words[grain]);
        assert_int_equal(field_heading(FIELD_TARGET, grain), WORD_FIELD_TARGET);
    }
    for (int i = 0; i < SPC_CLASS_COUNT; i++)
        assert_id(WORD_SPC_COMMON, i, "spc", spc_class_words[i]);
    for (int i = 0; i < SPC_RULE_COUNT; i++)
        assert_id(WORD_SPC_RULE_NONE, i, "spc-rule", spc_rule_words[i]);
    for (int i = 0; i < SPC_VARIATION_COUNT; i++)
        assert_id(WORD_SPC_VARIATION_COMMON, i, "spc-variation", spc_variation_words[i]);
    for (int i = 0; i < SPC_ASSURANCE_COUNT; i++)
        assert_id(WORD_SPC_ASSURANCE_PASSES, i, "spc-assurance", spc_assurance_words[i]);
}

static void values_are_filled_in(void **state) {
    (void)state;
    assert_string_equal(words_fill(arena, "from {a} to {b}", "a", "1", "b", "2", NULL), "from 1 to 2");
    assert_string_equal(words_fill(arena, "{b} ar ôl {a}, {b}", "a", "1", "b", "2", NULL), "2 ar ôl 1, 2");
    assert_string_equal(words_fill(arena, "{a}", "a", "{b}", "b", "2", NULL), "{b}");
    assert_string_equal(words_fill(arena, "none", "a", "1", NULL), "none");
    assert_string_equal(words_fill(arena, "", "a", "1", NULL), "");
    assert_string_equal(words_fill(arena, "an { open one", "a", "1", NULL), "an { open one");
}

static void an_empty_value_leaves_no_blank(void **state) {
    (void)state;
    assert_string_equal(words_fill(arena, "*1* {a} in July", "a", "", NULL), "*1* in July");
    assert_string_equal(words_fill(arena, "Target {unit}", "unit", "", NULL), "Target");
    assert_string_equal(words_fill(arena, "in July {a}, 2 more", "a", "", NULL), "in July, 2 more");
    assert_string_equal(words_fill(arena, "{a} {b}", "a", NULL, "b", "2", NULL), "2");
    assert_string_equal(words_fill(arena, "{a}", "a", "", NULL), "");
}

/* Every grain in every way that it is told. */
static void periods_have_names(void **state) {
    (void)state;
    const struct words *words = english(arena);
    static const struct {
        struct calendar calendar;
        const char *period, *in_full, *in_short, *name, *label;
    } told[] = {
        {{GRAIN_DAY, 4}, "2018-07-04", "4 July 2018", "4\u00a0Jul\u00a018", "4 July", "4 Jul"},
        {{GRAIN_WEEK, 4}, "2018-W27", "week ending 8 July 2018", "w/e 8\u00a0Jul\u00a018", "w/e 8 July", "8 Jul"},
        {{GRAIN_MONTH, 4}, "2018-07", "July 2018", "Jul-18", "July", "Jul"},
        {{GRAIN_MONTH, 9}, "2005-12", "December 2005", "Dec-05", "December", "Dec"},
        {{GRAIN_QUARTER, 4}, "2018-19-Q2", "Q2 2018/19", "Q2 18/19", "Q2", "Q2"},
        {{GRAIN_QUARTER, 1}, "2018-Q3", "Q3 2018", "Q3 18", "Q3", "Q3"},
        {{GRAIN_TERM, 9}, "2018-19-T1", "autumn term 2018/19", "Autumn 18/19", "autumn term", "Autumn"},
        {{GRAIN_TERM, 9}, "2018-19-T2", "spring term 2018/19", "Spring 18/19", "spring term", "Spring"},
        {{GRAIN_TERM, 4}, "2018-19-T1", "summer term 2018/19", "Summer 18/19", "summer term", "Summer"},
        {{GRAIN_YEAR, 4}, "2018-19", "2018/19", "2018/19", "2018/19", "2018/19"},
    };
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        int period = calendar_parse(told[i].calendar, told[i].period);
        assert_string_equal(words_period_long(arena, words, told[i].calendar, period), told[i].in_full);
        assert_string_equal(words_period_short(arena, words, told[i].calendar, period), told[i].in_short);
        assert_string_equal(words_period_name(arena, words, told[i].calendar, period), told[i].name);
        assert_string_equal(words_period_label(arena, words, told[i].calendar, period), told[i].label);
    }
}

/* Another language has its own order and its own words. */
static void periods_have_names_in_welsh(void **state) {
    (void)state;
    struct diag diag;
    size_t missing;
    diag_init(&diag, arena);
    const struct words *words = words_read(arena, "cy", &missing, &diag);
    static const struct {
        struct calendar calendar;
        const char *period, *in_full, *label;
    } told[] = {
        {{GRAIN_DAY, 4}, "2018-07-04", "4 Gorffennaf 2018", "4 Gorff"},
        {{GRAIN_WEEK, 4}, "2018-W27", "wythnos yn diweddu 8 Gorffennaf 2018", "8 Gorff"},
        {{GRAIN_MONTH, 4}, "2018-07", "Gorffennaf 2018", "Gorff"},
        {{GRAIN_QUARTER, 4}, "2018-19-Q2", "Ch2 2018/19", "Ch2"},
        {{GRAIN_TERM, 9}, "2018-19-T1", "tymor yr hydref 2018/19", "Hydref"},
        {{GRAIN_YEAR, 4}, "2018-19", "2018/19", "2018/19"},
    };
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        int period = calendar_parse(told[i].calendar, told[i].period);
        assert_string_equal(words_period_long(arena, words, told[i].calendar, period), told[i].in_full);
        assert_string_equal(words_period_label(arena, words, told[i].calendar, period), told[i].label);
    }
}

/* Whole texts, since prepositions, genders and the first sounds of words hang on the grain. */
static void phrases_hang_on_the_grain(void **state) {
    (void)state;
    static const struct {
        enum per_grain list;
        const char *texts[GRAIN_COUNT];
    } lists[] = {
        {PER_GRAIN_IN,
         {"on {period}", "in the {period}", "in {period}", "in {period}", "in the {period}", "in {period}"}},
        {PER_GRAIN_FROM_ON,
         {"from {period}\u00a0on", "from the {period}\u00a0on", "from {period}\u00a0on", "from {period}\u00a0on",
          "from the {period}\u00a0on", "from {period}\u00a0on"}},
        {PER_GRAIN_BY,
         {"Day by day", "Week by week", "Month by month", "Quarter by quarter", "Term by term", "Year by year"}},
        {PER_GRAIN_FIELD_VALUE,
         {"{unit} on day", "{unit} in week", "{unit} in month", "{unit} in quarter", "{unit} in term",
          "{unit} in year"}},
    };
    const struct words *words = english(arena);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (enum grain grain = 0; grain < GRAIN_COUNT; grain++)
            assert_string_equal(words_get(words, word_per_grain(lists[i].list, grain)), lists[i].texts[grain]);
}

static void dates_have_names(void **state) {
    (void)state;
    const struct words *words = english(arena);
    assert_string_equal(words_date_long(arena, words, "2018-07-31"), "31 July 2018");
    assert_string_equal(words_date_long(arena, words, "2018-02-30"), "2018-02-30");
}

static void the_last_two_of_a_list_are_joined_by_a_word(void **state) {
    (void)state;
    static const char *const items[] = {"one", "two", "three"};
    const struct words *words = english(arena);
    assert_string_equal(words_list(arena, words, WORD_LIST_AND, items, 0), "");
    assert_string_equal(words_list(arena, words, WORD_LIST_AND, items, 1), "one");
    assert_string_equal(words_list(arena, words, WORD_LIST_AND, items, 2), "one and two");
    assert_string_equal(words_list(arena, words, WORD_EITHER_OR, items, 3), "one, two, or three");
    assert_string_equal(words_and_others(arena, words, "one, two", 0), "one, two");
    assert_string_equal(words_and_others(arena, words, "one, two", 1), "one, two and one other");
    assert_string_equal(words_and_others(arena, words, "one, two", 2), "one, two and 2 others");
}

static void statuses_and_bands_have_words(void **state) {
    (void)state;
    const struct words *words = english(arena);
    assert_string_equal(words_status(words, STATUS_PRESENT), "");
    assert_string_equal(words_status(words, STATUS_MISSING), "not available");
    assert_string_equal(words_status(words, STATUS_NOT_DUE), "not due");
    assert_string_equal(words_band(words, BAND_RED), "Red");
    assert_string_equal(words_band_letter(words, BAND_AMBER), "A");
    assert_string_equal(words_spc_class(words, SPC_CONCERN), "concern");
    assert_string_equal(words_spc_rule(words, SPC_SHIFT), "shift to one side of the mean");
    assert_string_equal(words_spc_variation(words, SPC_VARIATION_CONCERN_LOW), "concern, low");
    assert_string_equal(words_spc_assurance(words, SPC_FAILS), "consistently fails the target");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lists_are_in_step_with_the_model, set_up, tear_down),
        cmocka_unit_test_setup_teardown(values_are_filled_in, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_value_leaves_no_blank, set_up, tear_down),
        cmocka_unit_test_setup_teardown(periods_have_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(periods_have_names_in_welsh, set_up, tear_down),
        cmocka_unit_test_setup_teardown(phrases_hang_on_the_grain, set_up, tear_down),
        cmocka_unit_test_setup_teardown(dates_have_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_last_two_of_a_list_are_joined_by_a_word, set_up, tear_down),
        cmocka_unit_test_setup_teardown(statuses_and_bands_have_words, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
