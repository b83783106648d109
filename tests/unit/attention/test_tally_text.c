#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../set/stage.h"
#include "tally_text.h"

static void test_counts_are_written_as_english_says_them(void **state) {
    static const struct {
        size_t red, amber, green, listed, no_target;
        const char *text;
    } rows[] = {
        {2, 4, 4, 10, 0, "Two of ten measures are red, four amber, four green"},
        {1, 0, 9, 10, 0, "One of ten measures is red, nine green"},
        {0, 1, 1, 2, 0, "Neither of two measures is red, one amber, one green"},
        {0, 0, 2, 3, 0, "None of three measures is red, two green, one not judged (no figure)"},
        {1, 1, 0, 2, 0, "One of two measures is red, one amber"},
        {2, 0, 0, 2, 0, "Both measures are red"},
        {3, 0, 0, 3, 0, "All three measures are red"},
        {14, 0, 6, 58, 30, "14 of 58 measures are red, six green, 38 not judged (no target 30, no figure 8)"},
    };
    struct arena *arena = arena_create();
    struct stage stage = stage_create(arena, 300);
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct tally tally = {
            .bands = {[BAND_RED] = rows[i].red, [BAND_AMBER] = rows[i].amber, [BAND_GREEN] = rows[i].green},
            .judged = rows[i].red + rows[i].amber + rows[i].green,
            .listed = rows[i].listed,
            .unjudged = {[UNJUDGED_NO_TARGET] = rows[i].no_target,
                         [UNJUDGED_NO_FIGURE] =
                             rows[i].listed - rows[i].red - rows[i].amber - rows[i].green - rows[i].no_target}};
        assert_string_equal(tally_text(stage.composer, &tally), rows[i].text);
    }
    arena_destroy(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_counts_are_written_as_english_says_them)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
