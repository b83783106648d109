#include <string.h>

#include "../read_test.h"
#include "composed.h"
#include "text.h"

static void accents_join_their_letters(void **state) {
    struct fixture *fixture = *state;
    static const struct {
        const char *apart, *joined;
    } texts[] = {
        {"Cafe\u0301", "Caf\u00E9"}, {"W\u0302y\u0302", "\u0174\u0177"},
        {"A\u0323\u0302", "\u1EAC"}, {"A\u0302\u0323", "\u1EAC"},
        {"T\u0301", "T\u0301"},      {"\u0301a", "\u0301a"},
        {"caf\u00E9", "caf\u00E9"},  {"", ""},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(composed_text(fixture->arena, texts[i].apart), texts[i].joined);
}

static void what_has_none_stays_at_its_place(void **state) {
    struct fixture *fixture = *state;
    static const char plain[] = "Visits, caf\u00E9, \u039B";
    static const char wrong[] = "\xCC";
    assert_ptr_equal(composed_text(fixture->arena, plain), plain);
    assert_null(composed(fixture->arena, "e\u0301", 1));
    assert_ptr_equal(composed_text(fixture->arena, wrong), wrong);
}

static void scripts_that_need_shaping_are_known(void **state) {
    static const uint32_t shaped[] = {0x5D0, 0x627, 0x928, 0xE01, 0x1780, 0xFB2A, 0xFE8D, 0x1E900};
    static const uint32_t plain[] = {'a',    0xE9,   0x177,  0x3B1,  0x416,  0x531,
                                     0x10D0, 0x1EA4, 0x2013, 0x2190, 0xFB01, 0xFEFF};
    (void)state;
    for (size_t i = 0; i < sizeof shaped / sizeof *shaped; i++)
        assert_true(codepoint_needs_shaping(shaped[i]));
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        assert_false(codepoint_needs_shaping(plain[i]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(accents_join_their_letters),
        TEST(what_has_none_stays_at_its_place),
        TEST(scripts_that_need_shaping_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
