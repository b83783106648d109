#include "../read_test.h"

#include "numeral.h"

static const char *plain(struct fixture *fixture, const char *text, enum decimal_mark mark) {
    struct numeral numeral;
    if (!numeral_read(text, strlen(text), mark, &numeral))
        return arena_printf(fixture->arena, "! %s", numeral_complaint(fixture->arena, text, strlen(text), mark));
    return fraction_exact(fixture->arena, numeral.number, 0);
}

struct row {
    const char *text, *number;
};

static void assert_rows(struct fixture *fixture, const struct row *rows, size_t count, enum decimal_mark mark) {
    for (size_t i = 0; i < count; i++) {
        const char *read = plain(fixture, rows[i].text, mark);
        if (strcmp(read, rows[i].number) != 0)
            fail_msg("\"%s\" is read as %s, not %s", rows[i].text, read, rows[i].number);
    }
}

/* As exports, typesetters, accountants and statistical programs write them. */
static void numbers_are_read_as_people_write_them(void **state) {
    static const struct row rows[] = {
        {"0", "0"},
        {"-0", "0"},
        {"007", "7"},
        {"1000000", "1000000"},
        {"-12.50", "-12.5"},
        {"145.0", "145"},
        {"+12", "12"},
        {".5", "0.5"},
        {"-.5", "-0.5"},
        {"0.", "0"},
        {"12.", "12"},
        {"0.001", "0.001"},
        {"100.100", "100.1"},
        {"  7 ", "7"},
        {"\xC2\xA0"
         "7\xE2\x80\xAF",
         "7"},
        {"\xE2\x88\x92"
         "7",
         "-7"},
        {"\xE2\x80\x93"
         "7",
         "-7"},
        {"- 7", "-7"},
        {"1,234", "1234"},
        {"1,234,567.8", "1234567.8"},
        {"2,395,656", "2395656"},
        {"1 234 567.8", "1234567.8"},
        {"1\xE2\x80\xAF"
         "234\xE2\x80\x89"
         "567",
         "1234567"},
        {"1\xC2\xA0"
         "234",
         "1234"},
        {"1'234", "1234"},
        {"1\xE2\x80\x99"
         "234.5",
         "1234.5"},
        {"57.2%", "57.2"},
        {"0.0%", "0"},
        {"-3 %", "-3"},
        {"(12.5%)", "-12.5"},
        {"(12.5)%", "-12.5"},
        {"$8,664,270", "8664270"},
        {"($497,921)", "-497921"},
        {"$(497,921)", "-497921"},
        {"(3,197,915)", "-3197915"},
        {"-£12", "-12"},
        {"£-12", "-12"},
        {"£ 12.50", "12.5"},
        {"12 €", "12"},
        {"12€", "12"},
        {"GBP 1,234", "1234"},
        {"-1,234 EUR", "-1234"},
        {"USD12", "12"},
        {"1.2e3", "1200"},
        {"9.7E-05", "0.000097"},
        {"1E+05", "100000"},
        {"1.50e-17", "0.000000000000000015"},
    };
    assert_rows(*state, rows, sizeof rows / sizeof *rows, DECIMAL_POINT);
}

static void with_a_decimal_comma_points_part_thousands(void **state) {
    static const struct row rows[] = {
        {"0,5344802", "0.5344802"},
        {"1.234.567,8", "1234567.8"},
        {"1 234,5", "1234.5"},
        {"1'234", "1234"},
        {"1.234", "1234"},
        {"8,267097", "8.267097"},
        {",5", "0.5"},
        {"12", "12"},
        {"0,", "0"},
        {"57,2 %", "57.2"},
        {"-1.234,50 €", "-1234.5"},
        {"1,2e3", "1200"},
    };
    assert_rows(*state, rows, sizeof rows / sizeof *rows, DECIMAL_COMMA);
}

/* What programs print of numbers that have no end in ten is exact to the last digit. */
static void no_digit_is_lost(void **state) {
    static const struct row rows[] = {
        {"0.9718742234272824", "0.9718742234272824"},
        {"53584.000000000015", "53584.000000000015"},
        {"1604590.9999999998", "1604590.9999999998"},
        {"0.03225806451612903", "0.03225806451612903"},
        {"1111294.5714285714", "1111294.5714285714"},
        {"999999999999999999", "999999999999999999"},
        {"123456789012345678.123456789012345", "123456789012345678.123456789012345"},
        {"0.1000000000000000000000000000", "0.1"},
        {"5000000000000000000000e-10", "500000000000"},
        {"1.0000000000000000000000000000000000000000", "1"},
    };
    static const char *const too_long[] = {
        "1234567890123456789",
        "0.1234567890123456789012345",
        "1e18",
        "1e-25",
        "1e400",
        "1e99999999999",
        "1234567890123456789012345678901234567890123456789.1",
    };
    struct fixture *fixture = *state;
    assert_rows(fixture, rows, sizeof rows / sizeof *rows, DECIMAL_POINT);
    for (size_t i = 0; i < sizeof too_long / sizeof *too_long; i++)
        assert_string_equal(plain(fixture, too_long[i], DECIMAL_POINT),
                            "! has too many digits, at most 18 before the decimal mark, 24 behind it and 33 in all");
}

static void what_is_no_number_is_told_what_it_is(void **state) {
    static const struct row rows[] = {
        {"nan", "! is not a number; leave the cell empty where there is none"},
        {"-inf", "! is not a number; leave the cell empty where there is none"},
        {"+Infinity", "! is not a number; leave the cell empty where there is none"},
        {".", "! is a number without digits; leave the cell empty where there is none"},
        {"%", "! is a number without digits; leave the cell empty where there is none"},
        {"()", "! is a number without digits; leave the cell empty where there is none"},
        {"o", "! is a letter; write 0 with a digit, or leave the cell empty where there is no number"},
        {"many", "! is not a number; where it stands for none, say so: <word text=\"many\" status=\"missing\"/>"},
        {"a sentence of some length", "! is not a number; name another column, or leave the row out"},
        {"12 and more than is quoted",
         "! goes on with \" and more than is qu...\" behind the number; write the number alone"},
        {"0-", "! has its sign behind it; write it in front"},
        {"5+", "! has its sign behind it; write it in front"},
        {"`0", "! begins with \"`\"; write the number alone"},
        {"‘0", "! begins with \"‘\"; write the number alone"},
        {"A1", "! begins with \"A\"; write the number alone"},
        {"12abc", "! goes on with \"abc\" behind the number; write the number alone"},
        {"0x1F", "! goes on with \"x1F\" behind the number; write the number alone"},
        {"12e", "! goes on with \"e\" behind the number; write the number alone"},
        {"1e5e5", "! goes on with \"e5e5\" behind the number; write the number alone"},
        {"12% of 3", "! goes on with \"% of 3\" behind the number; write the number alone"},
        {"1.2.3", "! has marks that part no thousands: these stand in threes, as in 1,234.5"},
        {"1,2,3", "! has marks that part no thousands: these stand in threes, as in 1,234.5"},
        {"1234,567.8", "! has marks that part no thousands: these stand in threes, as in 1,234.5"},
        {"1 234,567.8", "! has marks that part no thousands: these stand in threes, as in 1,234.5"},
        {"1  234", "! goes on with \"  234\" behind the number; write the number alone"},
        {"1,23", "! is no number with a decimal point; where commas are decimal marks, say decimal=\"comma\""},
        {"0,123", "! is no number with a decimal point; where commas are decimal marks, say decimal=\"comma\""},
        {"(5", "! has a bracket that is not closed"},
        {"5)", "! has a bracket that is not opened"},
        {"--5", "! has two signs; write one, or brackets alone"},
        {"(-5)", "! has two signs; write one, or brackets alone"},
        {"£5%", "! has two signs of currency or per cent; write one"},
        {"12%%", "! has two signs of currency or per cent; write one"},
        {"", "! is a number without digits; leave the cell empty where there is none"},
    };
    struct fixture *fixture = *state;
    assert_rows(fixture, rows, sizeof rows / sizeof *rows, DECIMAL_POINT);
    assert_string_equal(plain(fixture, "1.5", DECIMAL_COMMA),
                        "! is no number with a decimal comma; where points are decimal marks, say decimal=\"point\"");
}

static void a_text_tells_which_decimal_mark_it_has(void **state) {
    static const struct {
        const char *text;
        enum numeral_tells tells;
    } rows[] = {
        {"1", NUMERAL_TELLS_NOTHING},       {"1 234", NUMERAL_TELLS_NOTHING},   {"1.5", NUMERAL_TELLS_POINT},
        {"1,5", NUMERAL_TELLS_COMMA},       {"1,234", NUMERAL_TELLS_EITHER},    {"1.234", NUMERAL_TELLS_EITHER},
        {"0,123", NUMERAL_TELLS_COMMA},     {"1,234,567", NUMERAL_TELLS_POINT}, {"1.234.567", NUMERAL_TELLS_COMMA},
        {"1,234.5", NUMERAL_TELLS_POINT},   {"1.234,5", NUMERAL_TELLS_COMMA},   {"1234.567", NUMERAL_TELLS_POINT},
        {"(£1,234)", NUMERAL_TELLS_EITHER}, {"0.", NUMERAL_TELLS_NOTHING},      {"many.", NUMERAL_TELLS_NOTHING},
        {"57,2%", NUMERAL_TELLS_COMMA},     {"1.2.3", NUMERAL_TELLS_NOTHING},   {".", NUMERAL_TELLS_NOTHING},
        {"1 234,567", NUMERAL_TELLS_COMMA},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (numeral_tells(rows[i].text, strlen(rows[i].text)) != rows[i].tells)
            fail_msg("\"%s\" tells %d", rows[i].text, numeral_tells(rows[i].text, strlen(rows[i].text)));
}

/* A number between any digits and marks, and what is put around it. */
struct manner {
    const char *thousands, *before, *behind;
    bool comma, bracket;
};

static char *write_in(struct arena *arena, const struct manner *manner, const char *whole, const char *parts,
                      bool negative) {
    const char *grouped = "";
    size_t digits = strlen(whole);
    for (size_t i = 0; i < digits; i++)
        grouped =
            arena_printf(arena, "%s%s%c", grouped, i > 0 && (digits - i) % 3 == 0 ? manner->thousands : "", whole[i]);
    return arena_printf(arena, "%s%s%s%s%s%s%s", negative ? manner->bracket ? "(" : "-" : "", manner->before, grouped,
                        *parts == '\0'  ? ""
                        : manner->comma ? ","
                                        : ".",
                        parts, manner->behind, negative && manner->bracket ? ")" : "");
}

static unsigned long long next_random(unsigned long long *seed) {
    *seed = *seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return *seed >> 24;
}

static void what_is_written_in_any_manner_is_read_again(void **state) {
    static const struct manner manners[] = {
        {.thousands = "", .before = "", .behind = ""},
        {.thousands = ",", .before = "£", .behind = ""},
        {.thousands = ",", .before = "$", .behind = " ", .bracket = true},
        {.thousands = ".", .before = "", .behind = " €", .comma = true},
        {.thousands = " ", .before = "", .behind = "%", .comma = true},
        {.thousands = "\xE2\x80\xAF", .before = "", .behind = "\xC2\xA0%", .comma = true, .bracket = true},
        {.thousands = "'", .before = "CHF ", .behind = ""},
        {.thousands = "", .before = "", .behind = "e0"},
    };
    struct fixture *fixture = *state;
    unsigned long long seed = 2018;
    for (int i = 0; i < 20000; i++) {
        const struct manner *manner = &manners[i % (int)(sizeof manners / sizeof *manners)];
        static const unsigned long long sizes[] = {10, 1000, 100000, 10000000000ULL, 1000000000000ULL};
        char whole[24], parts[24] = "";
        bool negative = next_random(&seed) % 2 == 0;
        snprintf(whole, sizeof whole, "%llu", next_random(&seed) % sizes[next_random(&seed) % 5]);
        if (next_random(&seed) % 3 != 0)
            snprintf(parts, sizeof parts, "%llu1", next_random(&seed) % sizes[next_random(&seed) % 5]);
        bool zero = strcmp(whole, "0") == 0 && parts[0] == '\0';
        const char *text = write_in(fixture->arena, manner, whole, parts, negative);
        const char *expected = arena_printf(fixture->arena, "%s%s%s%s", negative && !zero ? "-" : "", whole,
                                            parts[0] == '\0' ? "" : ".", parts);
        const char *read = plain(fixture, text, manner->comma ? DECIMAL_COMMA : DECIMAL_POINT);
        if (strcmp(read, expected) != 0)
            fail_msg("\"%s\" is read as %s, not %s", text, read, expected);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(numbers_are_read_as_people_write_them),
        TEST(with_a_decimal_comma_points_part_thousands),
        TEST(no_digit_is_lost),
        TEST(what_is_no_number_is_told_what_it_is),
        TEST(a_text_tells_which_decimal_mark_it_has),
        TEST(what_is_written_in_any_manner_is_read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
