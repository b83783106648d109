#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "diag.h"
#include "text.h"

static void bad_utf8_is_found(void **state) {
    (void)state;
    assert_int_equal(utf8_first_bad("caf\xC3\xA9", 5), -1);
    assert_int_equal(utf8_first_bad("caf\xE9", 4), 3);
    assert_int_equal(utf8_first_bad("\xC0\x80", 2), 0);         /* overlong */
    assert_int_equal(utf8_first_bad("a\xED\xA0\x80", 4), 1);    /* surrogate */
    assert_int_equal(utf8_first_bad("\xF4\x90\x80\x80", 4), 0); /* above U+10FFFF */
    assert_int_equal(utf8_first_bad("a\0b", 3), 1);
    assert_int_equal(utf8_first_bad("ab\xE2\x82", 4), 2); /* cut off */
}

static void characters_go_round(void **state) {
    (void)state;
    struct text text = {0};
    for (uint32_t c = 1; c <= 0x10FFFF; c += 97) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        text_clear(&text);
        text_add_codepoint(&text, c);
        const char *s = text_string(&text);
        assert_int_equal(utf8_next(&s), c);
        assert_int_equal(*s, 0);
    }
    text_free(&text);
}

static void a_misspelt_word_finds_its_neighbour(void **state) {
    (void)state;
    static const char *const words[] = {"numerator", "denominator", "value", "target"};
    assert_string_equal(text_nearest("numeratr", words, 4), "numerator");
    assert_string_equal(text_nearest("Target", words, 4), "target");
    assert_null(text_nearest("banana", words, 4));
}

static void messages_come_in_order_once_and_harmless(void **state) {
    (void)state;
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    diag_warning(&diag, (struct source_pos){.file = "b.csv", .line = 9, .column = 2}, "later");
    diag_error(&diag, (struct source_pos){.file = "b.csv", .line = 2}, "esc \x1B[2J and \xE2\x80\xAE turned");
    diag_error(&diag, (struct source_pos){.file = "b.csv", .line = 2}, "esc \x1B[2J and \xE2\x80\xAE turned");
    diag_error(&diag, (struct source_pos){.file = "a.xml", .line = 3, .column = 7}, "first");
    char *output;
    size_t length;
    FILE *stream = open_memstream(&output, &length);
    diag_print(&diag, stream, false);
    fclose(stream);
    assert_string_equal(output, "a.xml:3:7: error: first\n"
                                "b.csv:2: error: esc \\u{1B}[2J and \\u{202E} turned\n"
                                "b.csv:9:2: warning: later\n");
    free(output);
    arena_destroy(arena);
}

static void an_arena_gives_zeroed_memory_of_any_size(void **state) {
    (void)state;
    struct arena *arena = arena_create();
    for (size_t size = 0; size < 200000; size = size * 3 + 1) {
        unsigned char *bytes = arena_alloc(arena, size);
        assert_int_equal((uintptr_t)bytes % 16, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xFF, size);
    }
    arena_destroy(arena);
}

static void controls_are_told_from_what_stands_beside_them(void **state) {
    static const uint32_t controls[] = {0x01,   0x08,   0x0B,   0x1F,   0x7F,   0x9F,   0x061C,
                                        0x200E, 0x200F, 0x2028, 0x202E, 0x2066, 0x2069, 0xFEFF},
                          others[] = {'\t',   '\n',   '\r',   ' ',    '~',    0xA0,   0x061B, 0x061D,
                                      0x200D, 0x2010, 0x2027, 0x202F, 0x2065, 0x206A, 0xFEFE, 0x1F600};
    (void)state;
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++)
        assert_true(codepoint_is_control(controls[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(codepoint_is_control(others[i]));
}

static void bytes_of_windows_1252_are_characters(void **state) {
    (void)state;
    assert_int_equal(codepoint_of_windows_1252('a'), 'a');
    assert_int_equal(codepoint_of_windows_1252(0x80), 0x20AC);
    assert_int_equal(codepoint_of_windows_1252(0x81), 0);
    assert_int_equal(codepoint_of_windows_1252(0x9F), 0x178);
    assert_int_equal(codepoint_of_windows_1252(0xE9), 0xE9);
}

static void words_of_any_length_and_gaps_between_them_are_compared(void **state) {
    static const char *const words[] = {NULL, "visits", "vishts", NULL, "plans"};
    char longer[66] = "";
    (void)state;
    memset(longer, 'x', 65);
    assert_int_equal(text_distance(longer, "x", 3), 4);
    assert_int_equal(text_distance("x", longer, 3), 4);
    assert_int_equal(text_distance(longer + 1, longer + 1, 3), 0);
    assert_string_equal(text_nearest("visets", words, 5), "visits"); /* the first of two that are as near */
    assert_string_equal(text_nearest("vishtt", words, 5), "vishts");
    assert_null(text_nearest("xy", words, 5));
    assert_null(text_nearest("xxxxxx", words, 5));
    assert_null(text_nearest("visits", words, 1));
}

static void a_long_text_is_shortened_between_characters(void **state) {
    (void)state;
    struct arena *arena = arena_create();
    assert_string_equal(text_shorten(arena, "visits", 6, 6), "visits");
    assert_string_equal(text_shorten(arena, "visits", 6, 5), "visit...");
    assert_string_equal(text_shorten(arena, "visits made", 6, 9), "visits");
    assert_string_equal(text_shorten(arena, "\xE2\x89\xA5\xE2\x89\xA5\xE2\x89\xA5", 9, 2),
                        "\xE2\x89\xA5\xE2\x89\xA5...");
    assert_string_equal(text_shorten(arena, "", 0, 0), "");
    arena_destroy(arena);
}

static void a_list_grows_by_items_that_are_there(void **state) {
    (void)state;
    struct arena *arena = arena_create();
    assert_null(text_and(arena, NULL, ", ", NULL));
    assert_string_equal(text_and(arena, NULL, ", ", "one"), "one");
    assert_string_equal(text_and(arena, "one", ", ", NULL), "one");
    assert_string_equal(text_and(arena, "one", "; ", "two"), "one; two");
    arena_destroy(arena);
}

static void a_sentence_has_one_full_stop(void **state) {
    struct arena *arena = arena_create();
    (void)state;
    assert_string_equal(text_stop("not available"), ".");
    assert_string_equal(text_stop("Not available."), "");
    assert_string_equal(text_stop("Who counts?"), "");
    assert_string_equal(text_stop(""), "");
    assert_string_equal(text_unstopped(arena, "The system was late."), "The system was late");
    assert_string_equal(text_unstopped(arena, "Who counts?"), "Who counts?");
    assert_string_equal(text_unstopped(arena, "And so on..."), "And so on...");
    assert_string_equal(text_unstopped(arena, ""), "");
    arena_destroy(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_utf8_is_found),
        cmocka_unit_test(characters_go_round),
        cmocka_unit_test(a_misspelt_word_finds_its_neighbour),
        cmocka_unit_test(messages_come_in_order_once_and_harmless),
        cmocka_unit_test(controls_are_told_from_what_stands_beside_them),
        cmocka_unit_test(bytes_of_windows_1252_are_characters),
        cmocka_unit_test(words_of_any_length_and_gaps_between_them_are_compared),
        cmocka_unit_test(a_long_text_is_shortened_between_characters),
        cmocka_unit_test(a_list_grows_by_items_that_are_there),
        cmocka_unit_test(a_sentence_has_one_full_stop),
        cmocka_unit_test(an_arena_gives_zeroed_memory_of_any_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
