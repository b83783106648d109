#include "../read_test.h"

#include "decimal.h"

enum { UNSETTLED = -1 };

/* The mark that some figures tell of, parted by blanks; each is on a line of its own. */
static int settle(struct fixture *fixture, const char *figures, bool commas_likely) {
    struct decimal decimal = {0};
    enum decimal_mark mark;
    int line = 2;
    for (const char *s = figures; *s != '\0'; line++) {
        size_t length = strcspn(s, "|");
        decimal_look(&decimal, &cell_style_usual, fixture->arena, arena_strndup(fixture->arena, s, length),
                     (struct source_pos){.file = "x.csv", .line = line, .column = 3});
        s += length + (s[length] == '|');
    }
    return decimal_settle(&decimal, commas_likely, &mark, fixture->arena, &fixture->diag) ? (int)mark : UNSETTLED;
}

static void the_figures_of_a_file_tell_its_decimal_mark(void **state) {
    static const struct {
        const char *figures;
        bool commas_likely;
        int mark;
    } rows[] = {
        {"", true, DECIMAL_POINT},
        {"1|2|many", true, DECIMAL_POINT},
        {"1|0,5|1,234", true, DECIMAL_COMMA},
        {"1,234|1.5", true, DECIMAL_POINT},
        {"1.234|0,5 [p]", false, DECIMAL_COMMA},
        {"1.234|5,5 p", false, DECIMAL_COMMA},
        {"1.234", false, DECIMAL_POINT},
        {"1,234", false, DECIMAL_POINT},
        {"0.|1,234,567", true, DECIMAL_POINT},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(settle(fixture, rows[i].figures, rows[i].commas_likely), rows[i].mark);
    assert_quiet(fixture);
}

static void figures_that_tell_of_both_are_shown(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(settle(fixture, "1|1.5|2|2,5|3.5", false), UNSETTLED);
    assert_string_equal(
        messages(fixture),
        "x.csv:5:3: \"2,5\" has a decimal comma, and \"1.5\" in line 3, column 3 a decimal point; write "
        "all figures alike, or say which it is with decimal=\"point\" or \"comma\"\n");
}

static void where_it_matters_nothing_is_guessed(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(settle(fixture, "1|1,234|2", true), UNSETTLED);
    assert_string_equal(
        messages(fixture),
        "x.csv:3:3: \"1,234\" is 1234 with a decimal point and 1.234 with a decimal comma, and no other "
        "figure tells which it is; say decimal=\"point\" or \"comma\"\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(the_figures_of_a_file_tell_its_decimal_mark),
        TEST(figures_that_tell_of_both_are_shown),
        TEST(where_it_matters_nothing_is_guessed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
