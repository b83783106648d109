#include "../read_test.h"

#include "cell.h"

static const struct source_pos place = {.file = "x.csv", .line = 4, .column = 2};

static struct cell read_with(struct fixture *fixture, const struct cell_style *style, const char *text,
                             const char *flag) {
    const struct cell_text said = {.text = text, .flag = flag, .name = "visits", .pos = place};
    return cell_read(style, &said, fixture->arena, &fixture->diag);
}

/* `12 provisional`, `suppressed`, `present "52+"`: what a cell is. */
static const char *told(struct fixture *fixture, struct cell cell) {
    const char *status = status_words[cell.status].word;
    if (cell.words != NULL)
        return arena_printf(fixture->arena, "%s \"%s\"", status, cell.words);
    if (!fraction_present(cell.number))
        return status;
    return arena_printf(fixture->arena, "%s %s", fraction_plain(fixture->arena, cell.number, 9), status);
}

struct row {
    const char *text, *flag, *told;
};

static void assert_rows(struct fixture *fixture, const struct cell_style *style, const struct row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const char *is = told(fixture, read_with(fixture, style, rows[i].text, rows[i].flag));
        if (strcmp(is, rows[i].told) != 0)
            fail_msg("\"%s\" with the flag \"%s\" is %s, not %s", rows[i].text, rows[i].flag, is, rows[i].told);
    }
}

#define ASSERT_ROWS(fixture, style, rows) assert_rows(fixture, style, rows, sizeof(rows) / sizeof *(rows))

static void words_say_why_a_figure_is_absent(void **state) {
    static const struct row rows[] = {
        {"", NULL, "missing"},           {" \t", NULL, "missing"},       {"\xC2\xA0", NULL, "missing"},
        {"x", NULL, "missing"},          {"[x]", NULL, "missing"},       {"[n]", NULL, "not_due"},
        {"Not due", NULL, "not_due"},    {"..", NULL, "missing"},        {":", NULL, "missing"},
        {"N/A", NULL, "missing"},        {"NA", NULL, "missing"},        {"null", NULL, "missing"},
        {"#N/A", NULL, "missing"},       {"#DIV/0!", NULL, "missing"},   {"z", NULL, "not_applicable"},
        {"[Z]", NULL, "not_applicable"}, {"-", NULL, "not_applicable"},  {"–", NULL, "not_applicable"},
        {"c", NULL, "suppressed"},       {"[c]", NULL, "suppressed"},    {"Suppressed", NULL, "suppressed"},
        {"*", NULL, "suppressed"},       {"u", NULL, "suppressed"},      {"[u]", NULL, "suppressed"},
        {"k", NULL, "suppressed"},       {"low", NULL, "suppressed"},    {"<5", NULL, "suppressed"},
        {"< 5", NULL, "suppressed"},     {"<=2.5%", NULL, "suppressed"}, {"≤5", NULL, "suppressed"},
        {"<1,000", NULL, "suppressed"},
    };
    struct fixture *fixture = *state;
    ASSERT_ROWS(fixture, &cell_style_usual, rows);
    assert_quiet(fixture);
}

static void a_figure_in_words_is_no_number(void **state) {
    static const struct row rows[] = {
        {"52+", NULL, "present \"52+\""},
        {" 52 + ", NULL, "present \"52 +\""},
        {">52", NULL, "present \">52\""},
        {"≥52", NULL, "present \"≥52\""},
        {">= 52%", NULL, "present \">= 52%\""},
        {"1,000+", NULL, "present \"1,000+\""},
        {"52+", "p", "present \"52+\""},
        {"52+", "c", "suppressed"},
        {"52+", "x", "missing"},
    };
    struct fixture *fixture = *state;
    ASSERT_ROWS(fixture, &cell_style_usual, rows);
    assert_quiet(fixture);
    assert_true(status_is_absent(STATUS_IN_WORDS));
    assert_int_equal(status_worse(STATUS_IN_WORDS, STATUS_PRESENT), STATUS_MISSING);
    assert_int_equal(status_worse(STATUS_SUPPRESSED, STATUS_IN_WORDS), STATUS_SUPPRESSED);
}

static void flags_stand_behind_a_number_or_beside_it(void **state) {
    static const struct row rows[] = {
        {"12 [p]", NULL, "12 provisional"},
        {"12[r]", NULL, "12 revised"},
        {"1,234 p", NULL, "1234 provisional"},
        {"57.2% [P]", NULL, "57.2 provisional"},
        {"12 [e]", NULL, "12 provisional"},
        {"12 [c]", NULL, "suppressed"},
        {"12", "p", "12 provisional"},
        {"12", "[r]", "12 revised"},
        {"12", "", "12 present"},
        {"12", " d ", "12 present"},
        {"12", "c", "suppressed"},
        {"12", "x", "missing"},
        {"12", "z", "not_applicable"},
        {"", "c", "suppressed"},
        {"", "p", "missing"},
        {"-", "x", "not_applicable"},
        {"c", "x", "suppressed"},
        {"c", "p", "suppressed"},
        {"12 [p]", "r", "12 revised"},
    };
    struct fixture *fixture = *state;
    ASSERT_ROWS(fixture, &cell_style_usual, rows);
    const struct cell_text both = {.text = "12", .flag = "p", .row_flag = "c", .name = "visits", .pos = place};
    struct cell cell = cell_read(&cell_style_usual, &both, fixture->arena, &fixture->diag);
    assert_string_equal(told(fixture, cell), "suppressed");
    assert_quiet(fixture);
    assert_string_equal(told(fixture, read_with(fixture, &cell_style_usual, "12 k", NULL)), "missing");
    assert_message(fixture, "x.csv:4:2: visits:", "\"12 k\" goes on with \" k\" behind the number");
}

/* A flag that nobody explained may say that the number must not be printed. */
static void a_flag_that_is_not_known_leaves_no_number(void **state) {
    static const struct cell_word own[] = {{.text = "q", .status = STATUS_REVISED}};
    static const struct cell_style style = {.flags = own, .flag_count = 1};
    struct fixture *fixture = *state;
    assert_string_equal(told(fixture, read_with(fixture, &style, "12", "w")), "missing");
    assert_string_equal(messages(fixture),
                        "x.csv:4:0: the flag \"w\" is none of q, p, r, e, f, d, x, z, c, u and k; say what it "
                        "means: <flag text=\"w\" status=\"...\"/>\n");
}

static void a_catalogue_has_words_and_flags_of_its_own(void **state) {
    const struct cell_word words[] = {
        {.text = "-", .status = STATUS_MISSING, .note = "not collected"},
        {.text = "nil", .value = fraction_make(0, 1)},
        {.text = "-99", .status = STATUS_MISSING},
        {.text = "x", .status = STATUS_SUPPRESSED},
        {.text = "some", .status = STATUS_PRESENT},
        {.text = "", .status = STATUS_NOT_APPLICABLE},
    };
    const struct cell_word flags[] = {{.text = "-", .value = fraction_make(0, 1)},
                                      {.text = "p", .status = STATUS_PRESENT, .note = "of a sample"},
                                      {.text = "†", .status = STATUS_REVISED},
                                      {.text = "s", .status = STATUS_PROVISIONAL}};
    const struct cell_style style = {.words = words,
                                     .word_count = sizeof words / sizeof *words,
                                     .flags = flags,
                                     .flag_count = sizeof flags / sizeof *flags,
                                     .scale = fraction_make(1000, 1)};
    static const struct row rows[] = {
        {"-", NULL, "missing"},        {"NIL", NULL, "0 present"},         {"-99", NULL, "missing"},
        {"[x]", NULL, "suppressed"},   {"some", NULL, "present \"some\""}, {"", NULL, "not_applicable"},
        {"1†", NULL, "1000 revised"},  {"1 S", NULL, "1000 provisional"},  {"1[s]", NULL, "1000 provisional"},
        {"1 [c]", NULL, "suppressed"}, {"1", "p", "1000 present"},         {"0", "-", "0 present"},
    };
    struct fixture *fixture = *state;
    ASSERT_ROWS(fixture, &style, rows);
    assert_string_equal(read_with(fixture, &style, "-", NULL).note, "not collected");
    assert_string_equal(read_with(fixture, &style, "1", "p").note, "of a sample");
    const struct cell_style blank = {.flags = flags, .flag_count = 1, .status = STATUS_PROVISIONAL};
    assert_string_equal(told(fixture, read_with(fixture, &blank, " ", "-")), "0 provisional");
    assert_string_equal(told(fixture, read_with(fixture, &blank, "x", "-")), "missing");
    assert_quiet(fixture);
    read_with(fixture, &blank, "5", "-");
    assert_message(fixture, "x.csv:4:2: visits:", "\"5\" is not what its flag stands for; one of the two is wrong");
}

static void a_note_of_the_file_comes_before_that_of_a_word(void **state) {
    static const struct cell_word own[] = {{.text = "q", .status = STATUS_MISSING, .note = "not collected"}};
    static const struct cell_style style = {.words = own, .word_count = 1};
    struct fixture *fixture = *state;
    struct cell_text text = {.text = "q", .note = " Not published. ", .name = "visits", .pos = place};
    assert_string_equal(cell_read(&style, &text, fixture->arena, &fixture->diag).note, "Not published.");
    text.note = " ";
    assert_string_equal(cell_read(&style, &text, fixture->arena, &fixture->diag).note, "not collected");
    text.text = "12";
    assert_null(cell_read(&style, &text, fixture->arena, &fixture->diag).note);
}

static void numbers_are_scaled_exactly(void **state) {
    const struct cell_style percent = {.scale = fraction_make(100, 1)};
    const struct cell_style thousandth = {.scale = fraction_make(1, 1000), .status = STATUS_PROVISIONAL};
    const struct cell_style huge = {.scale = {((wide)1 << 120) - 1, 1}};
    static const struct row of_percent[] = {{"0.9718", NULL, "97.18 present"}, {"57.2%", NULL, "57.2 present"}};
    static const struct row of_thousandth[] = {{"1,234", NULL, "1.234 provisional"},
                                               {"50%", NULL, "0.05 provisional"},
                                               {"5 r", NULL, "0.005 revised"},
                                               {"", NULL, "missing"}};
    struct fixture *fixture = *state;
    ASSERT_ROWS(fixture, &percent, of_percent);
    ASSERT_ROWS(fixture, &thousandth, of_thousandth);
    assert_quiet(fixture);
    read_with(fixture, &huge, "1,000", NULL);
    assert_message(fixture, "x.csv:4:2: visits:", "has too many digits for its scale; round it");
}

static void what_cannot_be_read_is_an_error_or_missing(void **state) {
    static const struct cell_style lenient = {.slips_missing = true};
    static const char *const slips[] = {"0-", "`0", "o", ".", "#REF!", "NaN"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++)
        assert_string_equal(told(fixture, read_with(fixture, &lenient, slips[i], NULL)), "missing");
    assert_int_equal(fixture->diag.errors, 0);
    assert_int_equal(fixture->diag.warnings, 6);
    assert_message(fixture, "x.csv:4:2: visits: \"0-\" has its sign behind it", "; read as missing");
    fixture->diag.count = 0;
    assert_string_equal(told(fixture, read_with(fixture, &cell_style_usual, "#NAME?", NULL)), "missing");
    assert_int_equal(fixture->diag.errors, 1);
    assert_string_equal(messages(fixture), "x.csv:4:2: visits: \"#NAME?\" is what a workbook shows where a formula "
                                           "fails; mend it there, or say what it means: <word text=\"#NAME?\" "
                                           "status=\"missing\"/>\n");
}

/* In a text file somebody may have written `#N/A` and `#DIV/0!`; in a workbook they are formulas that fail. */
static void an_error_cell_of_a_workbook_is_no_figure(void **state) {
    static const char *const errors[] = {"#N/A", "#DIV/0!", "#REF!", "Err:502", "=B2/C2"};
    static const struct cell_word explained = {.text = "#N/A", .status = STATUS_NOT_APPLICABLE};
    const struct cell_style style = {.words = &explained, .word_count = 1};
    struct fixture *fixture = *state;
    struct cell_text text = {.name = "visits", .pos = {.file = "x.xlsx", .sheet = "KPIs", .line = 14, .column = 4}};
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        text.text = errors[i];
        cell_read(&cell_style_usual, &text, fixture->arena, &fixture->diag);
        assert_int_equal(fixture->diag.errors, i + 1);
    }
    text.text = "#N/A";
    assert_int_equal(cell_read(&style, &text, fixture->arena, &fixture->diag).status, STATUS_NOT_APPLICABLE);
    assert_int_equal(fixture->diag.errors, sizeof errors / sizeof *errors);
    assert_non_null(strstr(messages(fixture), "x.xlsx:14:4: visits: \"=B2/C2\" is a formula of which the file holds"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(an_error_cell_of_a_workbook_is_no_figure),
        TEST(words_say_why_a_figure_is_absent),
        TEST(a_figure_in_words_is_no_number),
        TEST(flags_stand_behind_a_number_or_beside_it),
        TEST(a_flag_that_is_not_known_leaves_no_number),
        TEST(a_catalogue_has_words_and_flags_of_its_own),
        TEST(a_note_of_the_file_comes_before_that_of_a_word),
        TEST(numbers_are_scaled_exactly),
        TEST(what_cannot_be_read_is_an_error_or_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
