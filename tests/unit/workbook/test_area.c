#include "area.h"

#include "../read_test.h"

static void cells_columns_and_rows_make_an_area(void **state) {
    static const struct {
        const char *text;
        struct sheet_area area;
    } areas[] = {
        {"B3:H40", {3, 40, 2, 8}},
        {"$B$3:$H$40", {3, 40, 2, 8}},
        {"b3", {3, 3, 2, 2}},
        {"H40:B3", {3, 40, 2, 8}},
        {"B:H", {0, 0, 2, 8}},
        {"3:40", {3, 40, 0, 0}},
        {"AA1:XFD1048576", {1, 1048576, 27, 16384}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++) {
        struct sheet_area area;
        assert_true(area_read(areas[i].text, &area));
        assert_memory_equal(&area, &areas[i].area, sizeof area);
    }
}

static void what_lies_beyond_a_sheet_is_no_area(void **state) {
    static const char *const texts[] = {
        "",     "B",       "3",          "XFE1",  "A1048577",  "A0",   "B3:",           ":B3",
        "B3:H", "B3:H40 ", "OFFSET(A1)", "A1,B2", "B3:H40:J9", "$$B3", "AAAAAAAAAAAA1", "A99999999999999999999"};
    struct sheet_area area;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (area_read(texts[i], &area))
            fail_msg("\"%s\" is read", texts[i]);
}

static void a_sheet_may_stand_before_it(void **state) {
    struct fixture *fixture = *state;
    const char *sheet;
    assert_string_equal(area_split_sheet(fixture->arena, "KPIs!B3", &sheet), "B3");
    assert_string_equal(sheet, "KPIs");
    assert_string_equal(area_split_sheet(fixture->arena, "'O''Brien! x'!B3:C4", &sheet), "B3:C4");
    assert_string_equal(sheet, "O'Brien! x");
    assert_string_equal(area_split_sheet(fixture->arena, "B3", &sheet), "B3");
    assert_null(sheet);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(cells_columns_and_rows_make_an_area),
        TEST(what_lies_beyond_a_sheet_is_no_area),
        TEST(a_sheet_may_stand_before_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
