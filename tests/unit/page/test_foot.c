#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../set/sample.h"
#include "foot.h"

/* Letters of notes are 3.75 points wide; gives where the rows that a page shows stand, from the rule down. */
static double rows_at(double width_pt, double room_pt, bool alone) {
    struct sample sample = sample_create(width_pt);
    sample.stage.layout->alone = alone;
    const struct foot foot = {.flow = sample.stage.flow,
                              .room_pt = room_pt,
                              .label = "2",
                              .source = "Figures of the council",
                              .shown = "Measures 3 to 4"};
    const struct frame *frame = stage_find(foot_set(sample.stage.composer, &foot), "Measures");
    double y = frame->y;
    arena_destroy(sample.arena);
    return y;
}

static void test_rows_stand_beside_the_words_or_on_a_line_of_their_own(void **state) {
    (void)state;
    double beside = rows_at(400, 36, false);
    assert_true(beside > 0);
    assert_true(rows_at(120, 36, false) > beside);
    assert_true(rows_at(120, 20, false) < 0); /* no room below */
    assert_true(rows_at(120, 36, true) < 0);  /* its source is there */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_stand_beside_the_words_or_on_a_line_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
