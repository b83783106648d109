#include "../read_test.h"

#include "stretch.h"

enum { NONE = PERIOD_NONE };

static void a_year_is_a_stretch_and_another_word_is_none(void **state) {
    (void)state;
    struct stretch year = stretch_of_year(calendar_usual, "2018/19");
    assert_int_equal(year.from, calendar_parse(calendar_usual, "2018-04"));
    assert_int_equal(year.to, calendar_parse(calendar_usual, "2019-03"));
    static const char *const wrong[] = {"", "2018/20", "2018x19", "18/19", "2018/1", "2018/190", "1899"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct stretch none = stretch_of_year(calendar_usual, wrong[i]);
        assert_true(none.from == NONE && none.to == NONE);
    }
}

static void stretches_overlap_from_either_side(void **state) {
    static const struct {
        struct stretch a, b;
        bool overlap;
    } rows[] = {
        {{1, 3}, {4, 6}, false},      {{1, 4}, {4, 6}, true},       {{NONE, 3}, {4, NONE}, false},
        {{NONE, 4}, {4, NONE}, true}, {{NONE, NONE}, {4, 6}, true}, {{NONE, 3}, {NONE, 9}, true},
        {{5, NONE}, {9, NONE}, true}, {{5, NONE}, {1, NONE}, true}, {{1, 9}, {4, 5}, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(stretch_overlaps(rows[i].a, rows[i].b), rows[i].overlap);
        assert_int_equal(stretch_overlaps(rows[i].b, rows[i].a), rows[i].overlap);
    }
}

static void a_stretch_is_written_with_the_ends_that_it_has(void **state) {
    struct fixture *fixture = *state;
    int april = calendar_parse(calendar_usual, "2018-04"), march = calendar_parse(calendar_usual, "2019-03");
    const struct {
        struct stretch stretch;
        const char *words;
    } rows[] = {{{april, march}, "2018-04 to 2019-03"},
                {{april, NONE}, "from 2018-04"},
                {{NONE, march}, "up to 2019-03"},
                {{NONE, NONE}, "all months"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(stretch_words(fixture->arena, calendar_usual, rows[i].stretch), rows[i].words);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_year_is_a_stretch_and_another_word_is_none),
        TEST(stretches_overlap_from_either_side),
        TEST(a_stretch_is_written_with_the_ends_that_it_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
