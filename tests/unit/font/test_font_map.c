#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "font_map.h"

/* Tables `cmap` made by hand, as 16-bit numbers. A map of A to C (glyphs 1 to 3), then the last segment. */
enum { GLYPHS = 10, NUMBERS_MAX = 40 };
static const unsigned map_4[] = {
    0,
    1,
    3,
    1,
    0,
    12, /* the header and one record: Windows, Unicode, 12 bytes on */
    4,
    32,
    0,
    4,
    4,
    1,
    0, /* format, length, language, twice two segments, what helps to search */
    'C',
    0xFFFF,
    0,
    'A',
    0xFFFF, /* ends, pad, starts */
    0x10000 - 'A' + 1,
    1,
    0,
    0, /* deltas, offsets */
};
enum {
    PLATFORM = 2,
    RECORD_OFFSET = 5,
    FORMAT,
    LENGTH,
    TWICE = 9,
    END_1 = 13,
    START_1 = 16,
    DELTA_1 = 18,
    OFFSET_1 = 20,
    COUNT_4 = sizeof map_4 / sizeof *map_4
};

static const unsigned map_12[] = {
    0,  1,      3, 10,     0, 12,       /* Windows, all of Unicode */
    12, 0,      0, 28,     0, 0,  0, 1, /* format, length, language, one group */
    1,  0xF600, 1, 0xF602, 0, 4,        /* U+1F600 to U+1F602: glyphs from 4 */
};
enum {
    LENGTH_12 = 9,
    COUNT_12_GROUPS = 13,
    FIRST_HIGH = 14,
    LAST_LOW = 17,
    GLYPH_LOW = 19,
    COUNT_12 = sizeof map_12 / sizeof *map_12
};

/* The problem of a map with one number changed; `at` -1: as it is. */
static const char *problem(const unsigned *numbers, size_t count, int at, unsigned changed) {
    static unsigned char bytes[2 * NUMBERS_MAX];
    for (size_t i = 0; i < count; i++) {
        unsigned number = (int)i == at ? changed : numbers[i];
        bytes[2 * i] = (unsigned char)(number >> 8);
        bytes[2 * i + 1] = (unsigned char)number;
    }
    struct font_tables tables = {.glyph_count = GLYPHS, .spans[TABLE_CMAP] = {bytes, 2 * count}};
    return font_map_problem(&tables);
}

static void expect(const unsigned *numbers, size_t count, int at, unsigned changed, const char *words) {
    const char *found = problem(numbers, count, at, changed);
    if (found == NULL || strstr(found, words) == NULL)
        fail_msg("number %d made %u: \"%s\", expected \"%s\"", at, changed, found == NULL ? "good" : found, words);
}

static void good_maps_are_good(void **state) {
    (void)state;
    assert_null(problem(map_4, COUNT_4, -1, 0));
    assert_null(problem(map_4, COUNT_4, END_1, 'I'));  /* glyph 9, the last */
    assert_non_null(problem(map_12, COUNT_12, -1, 0)); /* alone it has nothing that libharu reads */
}

static void a_broken_map_of_segments_is_found(void **state) {
    (void)state;
    expect(map_4, COUNT_4, 0, 1, "is not one");
    expect(map_4, COUNT_4, 1, 9, "is not one");
    expect(map_4, COUNT_4, RECORD_OFFSET, 200, "lies outside it");
    expect(map_4, COUNT_4, TWICE, 3, "segments outside itself");
    expect(map_4, COUNT_4, TWICE, 0, "segments outside itself");
    expect(map_4, COUNT_4, TWICE, 6, "segments outside itself");
    expect(map_4, COUNT_4, LENGTH, 33, "segments outside itself");
    expect(map_4, COUNT_4, END_1, '@', "segments in disorder");
    expect(map_4, COUNT_4, END_1 + 1, 0xFFFE, "no last segment");
    expect(map_4, COUNT_4, START_1 + 1, 'B', "segments in disorder");
    expect(map_4, COUNT_4, END_1, 'J', "glyphs that are not there");
    expect(map_4, COUNT_4, DELTA_1, 0, "glyphs that are not there");
    expect(map_4, 12, -1, 0, "segments outside itself");
}

/* Glyph numbers behind the segments: one more number, which the first segment points at. */
static void glyph_numbers_behind_segments_are_followed(void **state) {
    (void)state;
    unsigned numbers[COUNT_4 + 1];
    memcpy(numbers, map_4, sizeof map_4);
    numbers[COUNT_4] = 7;
    numbers[LENGTH] = 34;
    numbers[END_1] = 'A';
    numbers[DELTA_1] = 0;
    numbers[OFFSET_1] = 4; /* two places on from here */
    assert_null(problem(numbers, COUNT_4 + 1, -1, 0));
    expect(numbers, COUNT_4 + 1, COUNT_4, 10, "glyphs that are not there");
    expect(numbers, COUNT_4 + 1, OFFSET_1, 6, "points behind its end");
    assert_null(problem(numbers, COUNT_4 + 1, OFFSET_1, 8)); /* is taken for no character */
}

/* Two maps that look alike: the second record points at another place. */
static void the_first_map_of_its_kind_counts(void **state) {
    (void)state;
    unsigned numbers[COUNT_4 + 4 + 1];
    memcpy(numbers, map_4, 6 * sizeof *map_4);
    memcpy(numbers + 6, map_4 + 2, 4 * sizeof *map_4);
    memcpy(numbers + 10, map_4 + 6, (COUNT_4 - 6) * sizeof *map_4);
    numbers[1] = 2;
    numbers[5] = 20;
    numbers[9] = 20 + 32;
    numbers[COUNT_4 + 4] = 4; /* a format and nothing else */
    assert_null(problem(numbers, COUNT_4 + 5, -1, 0));
    expect(numbers, COUNT_4 + 5, 5, 20 + 32, "segments outside itself");
    expect(map_4, COUNT_4, FORMAT, 6, "no Unicode map");
    expect(map_4, COUNT_4, PLATFORM, 0, "no Unicode map");
    expect(map_4, COUNT_4, PLATFORM + 1, 10, "no Unicode map");
}

static void a_broken_map_of_groups_is_found(void **state) {
    (void)state;
    unsigned numbers[COUNT_12];
    memcpy(numbers, map_12, sizeof map_12);
    expect(numbers, COUNT_12, LENGTH_12, 29, "groups outside itself");
    expect(numbers, COUNT_12, LENGTH_12, 15, "groups outside itself");
    expect(numbers, COUNT_12, COUNT_12_GROUPS, 2, "groups outside itself");
    expect(numbers, COUNT_12, FIRST_HIGH, 2, "glyphs that are not there");
    expect(numbers, COUNT_12, LAST_LOW - 1, 0x11, "glyphs that are not there");
    expect(numbers, COUNT_12, LAST_LOW, 0xF606, "glyphs that are not there");
    expect(numbers, COUNT_12, GLYPH_LOW, 10, "glyphs that are not there");
    expect(numbers, 10, -1, 0, "groups outside itself");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_maps_are_good),
        cmocka_unit_test(a_broken_map_of_segments_is_found),
        cmocka_unit_test(glyph_numbers_behind_segments_are_followed),
        cmocka_unit_test(the_first_map_of_its_kind_counts),
        cmocka_unit_test(a_broken_map_of_groups_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
