#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "font_file.h"
#include "font_tables.h"

/* A good font, broken in one place a test. */

#define GOOD_FONT "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf"

struct fixture {
    struct arena *arena;
    struct diag diag;
    unsigned char *bytes;
    size_t length;
};

static int set_up(void **state) {
    struct fixture *fixture = calloc(1, sizeof(*fixture));
    if (fixture == NULL)
        return 1;
    fixture->arena = arena_create();
    diag_init(&fixture->diag, fixture->arena);
    fixture->bytes = font_file_read(GOOD_FONT, (struct source_pos){0}, &fixture->diag, &fixture->length);
    *state = fixture;
    return fixture->bytes == NULL;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    free(fixture->bytes);
    arena_destroy(fixture->arena);
    free(fixture);
    return 0;
}

static unsigned char *record_of(struct fixture *fixture, const char *tag) {
    unsigned char *record = fixture->bytes + 12;
    for (unsigned i = font_u16(fixture->bytes + 4); i > 0; i--, record += 16)
        if (memcmp(record, tag, 4) == 0)
            return record;
    fail_msg("no table %s", tag);
    return NULL;
}

static unsigned char *table_of(struct fixture *fixture, const char *tag) {
    return fixture->bytes + font_u32(record_of(fixture, tag) + 8);
}

static void assert_problem(struct fixture *fixture, const char *words) {
    const char *problem = font_file_problem(fixture->bytes, fixture->length);
    assert_non_null(problem);
    if (strstr(problem, words) == NULL)
        fail_msg("\"%s\" says nothing of \"%s\"", problem, words);
}

static void put_16(unsigned char *place, unsigned value) {
    place[0] = (unsigned char)(value >> 8);
    place[1] = (unsigned char)value;
}

/* One number of a table changed, and what is said of it. */
static void test_one_wrong_number_is_found(void **state) {
    static const struct {
        const char *tag;
        size_t offset;
        unsigned value;
        const char *words;
    } cases[] = {
        {"head", 18, 0, "units per em"}, {"head", 18, 20000, "units per em"},
        {"head", 12, 0, "'head'"},       {"head", 50, 2, "'loca'"},
        {"maxp", 4, 0, "no glyphs"},     {"maxp", 4, 1, "widths"},
        {"maxp", 4, 0xFFFF, "'hmtx'"},   {"hhea", 34, 0, "widths"},
        {"hhea", 34, 0xFFFF, "widths"},  {"cmap", 0, 1, "'cmap'"},
        {"cmap", 2, 0xFFFF, "'cmap'"},   {"cmap", 2, 0, "no Unicode map"},
        {"name", 2, 0xFFFF, "names"},    {"name", 4, 0xFFFF, "a name lies outside"},
        {"name", 2, 0, "no English"},    {"OS/2", 8, 0x0002, "licence"},
        {"OS/2", 8, 0x0100, "licence"},  {"loca", 2, 0xFFFF, "'glyf'"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        unsigned char *place = table_of(fixture, cases[i].tag) + cases[i].offset, before[2];
        memcpy(before, place, sizeof(before));
        put_16(place, cases[i].value);
        assert_problem(fixture, cases[i].words);
        memcpy(place, before, sizeof(before));
    }
    assert_null(font_file_problem(fixture->bytes, fixture->length));
}

static void test_a_table_outside_the_file_is_found(void **state) {
    static const char *const tags[] = {"head", "maxp", "hhea", "hmtx", "loca", "glyf", "cmap", "name", "OS/2", "post"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        unsigned char *record = record_of(fixture, tags[i]), before[16];
        memcpy(before, record, sizeof(before));
        memset(record + 12, 0xFF, 4);
        assert_problem(fixture, tags[i]);
        memset(record, 'x', 4);
        memcpy(record + 12, before + 12, 4);
        assert_problem(fixture, tags[i]);
        memcpy(record, before, sizeof(before));
    }
}

static void test_every_shorter_file_is_refused(void **state) {
    struct fixture *fixture = *state;
    for (size_t length = 0; length < 400; length++)
        assert_non_null(font_file_problem(fixture->bytes, length));
    for (size_t length = 400; length < fixture->length - 4; length += 997)
        assert_non_null(font_file_problem(fixture->bytes, length));
}

static void test_other_kinds_are_named(void **state) {
    static const char *const kinds[][2] = {
        {"OTTO", "CFF"}, {"ttcf", "collection"}, {"wOFF", "web font"}, {"%PDF", "not a TrueType font"}};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        memcpy(fixture->bytes, kinds[i][0], 4);
        assert_problem(fixture, kinds[i][1]);
    }
}

static void test_a_missing_file_is_the_users_mistake(void **state) {
    struct fixture *fixture = *state;
    assert_false(font_file_check("no/such.ttf", (struct source_pos){"fonts.xml", 3, 5}, &fixture->diag));
    assert_int_equal(fixture->diag.errors, 1);
    assert_non_null(strstr(fixture->diag.messages[0].text, "no/such.ttf"));
    assert_int_equal(fixture->diag.messages[0].pos.line, 3);
}

/* Not one of many random changes makes the check read where it must not (the sanitizers look on). */
static void test_random_damage_does_no_harm(void **state) {
    struct fixture *fixture = *state;
    uint32_t seed = 1;
    size_t tables = 12 + 16 * (size_t)font_u16(fixture->bytes + 4);
    for (int round = 0; round < 300; round++) {
        unsigned char old[4];
        size_t places[4];
        for (int i = 0; i < 4; i++) {
            seed = seed * 1664525 + 1013904223;
            places[i] = i < 2 ? seed % tables : (seed >> 4) % fixture->length;
            old[i] = fixture->bytes[places[i]];
            fixture->bytes[places[i]] = (unsigned char)(seed >> 24);
        }
        (void)font_file_problem(fixture->bytes, fixture->length);
        for (int i = 3; i >= 0; i--)
            fixture->bytes[places[i]] = old[i];
    }
    assert_null(font_file_problem(fixture->bytes, fixture->length));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_one_wrong_number_is_found),           TEST(test_a_table_outside_the_file_is_found),
        TEST(test_every_shorter_file_is_refused),       TEST(test_other_kinds_are_named),
        TEST(test_a_missing_file_is_the_users_mistake), TEST(test_random_damage_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
