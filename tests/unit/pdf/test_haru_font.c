#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "haru.h"

#define FONT "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf"

static unsigned long embed(uint32_t first, uint32_t count) {
    struct arena *arena = arena_create();
    struct haru *haru = haru_create(arena, 0);
    struct haru_font *font = haru_font_load(haru, FONT);
    assert_non_null(font);
    for (uint32_t i = 0; i < count; i++)
        haru_font_use(font, first + i);
    haru_font_finish(font);
    unsigned long error = haru_error(haru);
    haru_font_destroy(font);
    haru_destroy(haru);
    arena_destroy(arena);
    return error;
}

/* Among these are subsets whose tables fill blocks of 4 KB to the byte. */
static void every_subset_is_embedded(void **state) {
    (void)state;
    static const uint32_t firsts[] = {0x52, 0xB6, 0xCD, 0xF1};
    for (size_t i = 0; i < sizeof firsts / sizeof firsts[0]; i++)
        for (uint32_t count = 30; count < 40; count++)
            assert_int_equal(embed(firsts[i], count), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_subset_is_embedded)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
