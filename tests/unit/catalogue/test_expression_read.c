#include "../read_test.h"

#include "expression_read.h"
#include "text.h"

enum { LETTERS = 6, MONTH = 500 };
static const struct source_pos place = {.file = "c.xml", .line = 4, .column = 5};

/* A catalogue of columns for one month: a to f are 1 to 6, and some names with signs in them. */
struct names {
    struct catalogue catalogue;
    struct catalogue_reader reader;
};

static void add_column(struct fixture *fixture, struct names *names, const char *id, long long number) {
    struct series *series = arena_new(fixture->arena, struct series);
    struct cell *cell = arena_new(fixture->arena, struct cell);
    cell->number = fraction_make(number, 1);
    *series = (struct series){.id = id, .first = MONTH, .count = 1, .cells = cell};
    catalogue_add_series(fixture->arena, &names->catalogue, series);
}

static struct names *make_names(struct fixture *fixture) {
    static const char *const letters[LETTERS] = {"a", "b", "c", "d", "e", "f"};
    struct names *names = arena_new(fixture->arena, struct names);
    names->reader =
        (struct catalogue_reader){.arena = fixture->arena, .diag = &fixture->diag, .catalogue = &names->catalogue};
    for (int i = 0; i < LETTERS; i++)
        add_column(fixture, names, letters[i], i + 1);
    add_column(fixture, names, "BURGLARY - RESIDENTIAL", 70);
    add_column(fixture, names, "LAC9 (val)", 80);
    add_column(fixture, names, "Children's homes", 90);
    add_column(fixture, names, "x-y", 100);
    add_column(fixture, names, "4.1", 41);
    add_column(fixture, names, "12", 120);
    return names;
}

static struct expression *read_text(struct fixture *fixture, const char *text) {
    struct names *names = make_names(fixture);
    struct expression *expression = arena_new(fixture->arena, struct expression);
    expression->periods = 1;
    expression_read(&names->reader, text, place, expression);
    return expression;
}

static void expressions_are_worked_out(void **state) {
    static const struct {
        const char *text;
        long long numerator, denominator;
    } rows[] = {
        {"a", 1, 1},
        {"a + b * c", 7, 1},
        {"(a + b) * c", 9, 1},
        {"f / c / b", 1, 1},
        {"f / (c / b)", 4, 1},
        {"f - c - b", 1, 1},
        {"f - (c - b)", 5, 1},
        {"a+b", 3, 1},
        {"  a  +\tb ", 3, 1},
        {"-a", -1, 1},
        {"- - a", 1, 1},
        {"f * -b", -12, 1},
        {"-(a + b) * c", -9, 1},
        {"a / 3 + 0.25", 7, 12},
        {"a * 1000", 1000, 1},
        {"((((((((((((((((a))))))))))))))))", 1, 1},
        {"BURGLARY - RESIDENTIAL", 70, 1},
        {"'BURGLARY - RESIDENTIAL' - f", 64, 1},
        {"LAC9 (val)", 80, 1},
        {"'LAC9 (val)' / b", 40, 1},
        {"Children's homes / b", 45, 1},
        {"'Children''s homes' / b", 45, 1},
        {"x-y - a", 99, 1},
        {"4.1 + 12", 161, 1},
        {"'4.1' / '12'", 41, 120},
        {"f / 12.0", 1, 2},
        {"a / 4.10", 10, 41},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct expression *expression = read_text(fixture, rows[i].text);
        const struct series series = {.id = rows[i].text, .expression = expression};
        assert_quiet(fixture);
        struct fraction expected = fraction_make(rows[i].numerator, rows[i].denominator);
        struct cell cell = series_cell(&series, MONTH);
        if (cell.status != STATUS_PRESENT || fraction_compare(cell.number, expected) != 0)
            fail_msg("%s is %s", rows[i].text, fraction_plain(fixture->arena, cell.number, 9));
    }
}

static void mistakes_are_told_with_their_place(void **state) {
    static const struct {
        const char *text, *message;
    } rows[] = {
        {"", "expected a name or a number at the start, found the end; an expression has + - * /, brackets, numbers"},
        {"a *", "expected a name or a number behind \"a *\", found the end"},
        {"a ** b", "expected a name or a number behind \"a *\", found \"*\""},
        {"a + (b * c", "expected ) to close the bracket behind \"a + (b * c\", found the end"},
        {"a + b) * c", "expected + - * / or the end behind \"a + b\", found \")\"; an expression has"},
        {"()", "expected a name or a number behind \"(\", found \")\""},
        {"a + b (c)", "expected + - * / or the end behind \"a + b\", found \"(\"; a name with brackets or quotes"},
        {"(a) b", "expected + - * / or the end behind \"(a)\", found \"b\""},
        {"'a' \xC3\xA9", "found \"\xC3\xA9\""},
        {"a + 'b", "expected a quote to end the name behind \"a + 'b\", found the end"},
        {"a + g", "unknown series \"g\""},
        {"a-b", "unknown series \"a-b\"; to take something from \"a\", write the minus between blanks"},
        {"100 -a", "unknown series \"100 -a\"; to take something from \"100\""},
        {"BURGLARY - RESIDENTAL", "unknown series \"BURGLARY - RESIDENTAL\"; did you mean \"BURGLARY - RESIDENTIAL\"?"},
        {"LAC9 (vl)", "unknown series \"LAC9 (vl)\"; did you mean \"LAC9 (val)\"?"},
        {"a / 12", "\"12\" is a number and a name; write '12' in quotes for the name, or 12.0 for the number"},
        {"4.1 * a", "\"4.1\" is a number and a name; write '4.1' in quotes for the name, or 4.10 for the number"},
        {"2 * 3", "\"2 * 3\" names no series; write a number that is no part of an expression as a <constant>"},
        {"(((((((((((((((((a)))))))))))))))))",
         "more than 16 brackets stand in one another behind \"((((((((((((((((\""},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture->diag.count = fixture->diag.errors = 0;
        struct expression *expression = read_text(fixture, rows[i].text);
        assert_message(fixture, "c.xml:4:5: ", rows[i].message);
        if (fixture->diag.errors != 1)
            fail_msg("%s", messages(fixture));
        assert_int_equal(expression->count, 0);
    }
}

static void a_long_text_is_told_by_its_end(void **state) {
    struct fixture *fixture = *state;
    struct text text = {0};
    text_add(&text, "'");
    for (int i = 0; i < 100; i++)
        text_add(&text, "\xC3\xA9");
    text_add(&text, "' + a + a + a *");
    read_text(fixture, text_string(&text));
    assert_message(fixture, "c.xml:4:5: ", "behind \"\xE2\x80\xA6\xC3\xA9");
    text_free(&text);
    fixture->diag.count = 0;
    for (int i = 0; i < 5000; i++)
        text_add(&text, "a+");
    text_add(&text, "a");
    read_text(fixture, text_string(&text));
    assert_message(fixture, "c.xml:4:5: ", "the expression is longer than 10000 characters");
    text_free(&text);
}

static void a_text_mentions_names(void **state) {
    struct fixture *fixture = *state;
    assert_true(expression_mentions(fixture->arena, "a - b", "a - b"));
    assert_true(expression_mentions(fixture->arena, "(x y + b) / 'c - d'", "x y"));
    assert_true(expression_mentions(fixture->arena, "(x y + b) / 'c - d'", "b"));
    assert_true(expression_mentions(fixture->arena, "(x y + b) / 'c - d'", "c - d"));
    assert_false(expression_mentions(fixture->arena, "(x y + b) / 'c - d'", "x"));
    assert_false(expression_mentions(fixture->arena, "(x y + b) / 'c - d", "c - d"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(expressions_are_worked_out),
        TEST(mistakes_are_told_with_their_place),
        TEST(a_long_text_is_told_by_its_end),
        TEST(a_text_mentions_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
