#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "haru.h"

#define FONT "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf"

static unsigned long embed(uint32_t first, uint32_t count) {
    struct arena *arena = arena_create();
    struct haru *haru = haru_create(arena);
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

static char *saved(uint32_t first, uint32_t count, size_t *length) {
    struct arena *arena = arena_create();
    struct haru *haru = haru_create(arena);
    haru_add_page(haru, 100, 100);
    struct haru_font *font = haru_font_load(haru, FONT);
    for (uint32_t i = 0; i < count; i++)
        haru_font_use(font, first + i);
    haru_font_finish(font);
    char *bytes = NULL;
    FILE *stream = open_memstream(&bytes, length);
    assert_true(haru_save(haru, stream));
    fclose(stream);
    haru_font_destroy(font);
    haru_destroy(haru);
    arena_destroy(arena);
    return bytes;
}

/* The file is read once a process. */
static void one_document_leaves_nothing_to_the_next(void **state) {
    (void)state;
    size_t length, other_length, again_length;
    char *bytes = saved('A', 20, &length);
    char *other = saved(0xC0, 40, &other_length);
    char *again = saved('A', 20, &again_length);
    assert_int_not_equal(length, other_length);
    assert_int_equal(length, again_length);
    assert_memory_equal(bytes, again, length);
    free(bytes), free(other), free(again);
}

static void a_file_that_is_not_there_fails_one_document(void **state) {
    (void)state;
    struct arena *arena = arena_create();
    struct haru *haru = haru_create(arena);
    assert_null(haru_font_load(haru, "/no/such/font.ttf"));
    assert_int_not_equal(haru_error(haru), 0);
    haru_destroy(haru);
    arena_destroy(arena);
    assert_int_equal(embed('A', 20), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_subset_is_embedded),
        cmocka_unit_test(one_document_leaves_nothing_to_the_next),
        cmocka_unit_test(a_file_that_is_not_there_fails_one_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
