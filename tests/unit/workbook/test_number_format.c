#include "number_format.h"

#include "../read_test.h"

static void a_format_says_whether_a_number_is_a_day(void **state) {
    static const struct {
        const char *code;
        enum number_kind kind;
    } formats[] = {
        {"General", NUMBER_PLAIN},
        {"0.00", NUMBER_PLAIN},
        {"#,##0;[Red]-#,##0", NUMBER_PLAIN},
        {"0.0%", NUMBER_PLAIN},
        {"\"Day\" 0", NUMBER_PLAIN},
        {"0\\d", NUMBER_PLAIN},
        {"_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", NUMBER_PLAIN},
        {"[h]:mm", NUMBER_PLAIN},
        {"[mm]:ss", NUMBER_PLAIN},
        {"@", NUMBER_PLAIN},
        {"dd/mm/yyyy", NUMBER_DATE},
        {"mmm-yy", NUMBER_DATE},
        {"mmmm", NUMBER_DATE},
        {"YYYY", NUMBER_DATE},
        {"[$-409]d-mmm-yy;@", NUMBER_DATE},
        {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", NUMBER_DATE},
        {"yyyy\"年\"m\"月\"", NUMBER_DATE},
        {"h:mm", NUMBER_TIME},
        {"h:mm AM/PM", NUMBER_TIME},
        {"mm:ss.0", NUMBER_TIME},
        {"yyyy-mm-dd hh:mm:ss.000", NUMBER_DATE_TIME},
    };
    (void)state;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (number_format_kind(formats[i].code) != formats[i].kind)
            fail_msg("%s is %d", formats[i].code, (int)number_format_kind(formats[i].code));
}

static void some_formats_every_workbook_has(void **state) {
    (void)state;
    assert_int_equal(number_format_built_in(0), NUMBER_PLAIN);
    assert_int_equal(number_format_built_in(10), NUMBER_PLAIN);
    assert_int_equal(number_format_built_in(14), NUMBER_DATE);
    assert_int_equal(number_format_built_in(20), NUMBER_TIME);
    assert_int_equal(number_format_built_in(22), NUMBER_DATE_TIME);
    assert_int_equal(number_format_built_in(46), NUMBER_PLAIN); /* [h]:mm:ss */
    assert_int_equal(number_format_built_in(49), NUMBER_PLAIN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_format_says_whether_a_number_is_a_day),
        TEST(some_formats_every_workbook_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
