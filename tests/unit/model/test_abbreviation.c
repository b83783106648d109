#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "abbreviation.h"

static struct abbreviations make(void) {
    static const struct abbreviation items[] = {
        {.short_form = "SN", .meaning = "statistical neighbours"}, {.short_form = "SN ave", .meaning = "average"},
        {.short_form = "n/a", .meaning = "not applicable"},        {.short_form = "A&E", .meaning = "emergency"},
        {.short_form = "Local", .meaning = "ours", .alone = true},
    };
    struct abbreviations list = {0};
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        assert_true(abbreviations_add(&list, items[i]));
    return list;
}

static void test_whole_words_are_found(void **state) {
    static const struct {
        const char *text, *found;
    } rows[] = {
        {"SN", "SN "},
        {"the SN.", "SN "},
        {"(SN)", "SN "},
        {"SNs and SN's and SN\u2019s", "SN SN SN "},
        {"SNOW, xSN, SN2, SNst, \u00C9SN, SN\u00E9", ""},
        {"sn", ""},
        {"\u2013SN\u2014", "SN "},
        {"SN ave, SN averse", "SN ave SN "},
        {"n/a; n/ab", "n/a "},
        {"A&E and A", "A&E "},
        {"Local", "Local "},
        {" Local ", "Local "},
        {"Local authorities", ""},
        {"", ""},
    };
    const struct abbreviations list = make();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char found[64] = "";
        struct abbreviation_use use;
        for (const char *cursor = rows[i].text; abbreviations_next(&list, rows[i].text, &cursor, &use);) {
            strcat(strcat(found, use.abbreviation->short_form), " ");
            assert_ptr_equal(use.start + strlen(use.abbreviation->short_form), cursor);
        }
        assert_string_equal(found, rows[i].found);
    }
}

static void test_the_later_one_holds(void **state) {
    struct abbreviations list = make();
    (void)state;
    size_t count = list.count;
    assert_true(abbreviations_add(&list, (struct abbreviation){.short_form = "SN", .meaning = "serial number"}));
    assert_int_equal(list.count, count);
    assert_string_equal(abbreviations_named(&list, "SN")->meaning, "serial number");
    assert_string_equal(abbreviations_named(&list, "SN ave")->meaning, "average");
    assert_null(abbreviations_named(&list, "S"));
}

static void test_a_word_that_its_meaning_has_needs_none(void **state) {
    struct abbreviations list = {0};
    (void)state;
    abbreviations_add_word(&list, "Region", "East of England region", (struct source_pos){0});
    abbreviations_add_word(&list, "Nbrs", "Statistical neighbours", (struct source_pos){0});
    assert_null(abbreviations_named(&list, "Region"));
    abbreviations_add_word(&list, "SA", "Visas asked for", (struct source_pos){0});
    assert_non_null(abbreviations_named(&list, "Nbrs"));
    assert_non_null(abbreviations_named(&list, "SA"));
}

static void test_there_is_an_end(void **state) {
    static char names[ABBREVIATIONS_MAX + 1][8];
    struct abbreviations list = {0};
    (void)state;
    for (int i = 0; i <= ABBREVIATIONS_MAX; i++) {
        snprintf(names[i], sizeof names[i], "A%d", i);
        assert_int_equal(abbreviations_add(&list, (struct abbreviation){.short_form = names[i], .meaning = "a"}),
                         i < ABBREVIATIONS_MAX);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole_words_are_found),
        cmocka_unit_test(test_the_later_one_holds),
        cmocka_unit_test(test_a_word_that_its_meaning_has_needs_none),
        cmocka_unit_test(test_there_is_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
