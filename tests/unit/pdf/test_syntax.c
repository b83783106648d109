#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "syntax.h"

static struct text text;

/* What was appended; the text begins anew. */
static void assert_text(const char *wanted) {
    assert_string_equal(text_string(&text), wanted);
    text_free(&text);
    text = (struct text){0};
}

static void numbers_are_as_short_as_they_can_be(void **state) {
    (void)state;
    static const struct {
        double value;
        int decimals;
        const char *wanted;
    } rows[] = {{0, 2, "0"},         {12, 2, "12"},           {12.5, 2, "12.5"},      {0.05, 2, "0.05"},
                {-0.05, 2, "-0.05"}, {-0.001, 2, "0"},        {0.12345, 4, "0.1235"}, {-12.999, 2, "-13"},
                {7.6, 0, "8"},       {595.2756, 3, "595.276"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        syntax_number(&text, rows[i].value, rows[i].decimals);
        assert_text(rows[i].wanted);
    }
    syntax_integer(&text, -20);
    syntax_integer(&text, INT64_MIN);
    assert_text("-20 -9223372036854775808 ");
    syntax_reference(&text, 12);
    assert_text("12 0 R ");
}

static void names_are_escaped(void **state) {
    (void)state;
    syntax_name(&text, "Roboto-Bold_1.2+a,z");
    assert_text("/Roboto-Bold_1.2+a,z");
    syntax_name(&text, "A B/(#)\xC3\xA9");
    assert_text("/A#20B#2F#28#23#29#C3#A9");
}

static void strings_are_plain_or_in_utf16(void **state) {
    (void)state;
    syntax_string(&text, "plain (a\\b)");
    assert_text("(plain \\(a\\\\b\\))");
    syntax_string(&text, "caf\xC3\xA9");
    assert_text("<FEFF00630061006600E9>");
    syntax_string(&text, "\xF0\x9F\x98\x80"); /* U+1F600 */
    assert_text("<FEFFD83DDE00>");
    syntax_string(&text, "a\tb");
    assert_text("<FEFF006100090062>");
}

static void addresses_are_ascii(void **state) {
    (void)state;
    syntax_address(&text, "https://example.org/a(b)?c=\xC3\xA9");
    assert_text("(https://example.org/a\\(b\\)?c=%C3%A9)");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_as_short_as_they_can_be),
        cmocka_unit_test(names_are_escaped),
        cmocka_unit_test(strings_are_plain_or_in_utf16),
        cmocka_unit_test(addresses_are_ascii),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
