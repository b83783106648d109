#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

static void put_32(unsigned char *place, size_t value) {
    put_16(place, (unsigned)(value >> 16));
    put_16(place + 2, (unsigned)value & 0xFFFF);
}

static void test_a_table_that_is_too_short_is_found(void **state) {
    static const struct {
        const char *tag;
        size_t length;
    } cases[] = {{"head", 53}, {"maxp", 5},  {"hhea", 35}, {"hmtx", 3},  {"hmtx", 40}, {"loca", 3},
                 {"loca", 40}, {"cmap", 11}, {"name", 17}, {"OS/2", 77}, {"OS/2", 80}, {"post", 31}};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        unsigned char *record = record_of(fixture, cases[i].tag), before[4];
        memcpy(before, record + 12, sizeof(before));
        put_32(record + 12, cases[i].length);
        assert_problem(fixture, cases[i].tag);
        memcpy(record + 12, before, sizeof(before));
    }
    put_16(table_of(fixture, "OS/2"), 0); /* an old one ends where the others go on */
    put_32(record_of(fixture, "OS/2") + 12, 78);
    assert_null(font_file_problem(fixture->bytes, fixture->length));
}

static void test_a_table_twice_is_found(void **state) {
    struct fixture *fixture = *state;
    memcpy(record_of(fixture, "GSUB"), "glyf", 4);
    assert_problem(fixture, "a table twice");
}

static size_t glyph_at(struct fixture *fixture, unsigned glyph) {
    const unsigned char *loca = table_of(fixture, "loca");
    bool is_long = font_u16(table_of(fixture, "head") + 50) == 1;
    return is_long ? font_u32(loca + 4 * (size_t)glyph) : 2 * (size_t)font_u16(loca + 2 * (size_t)glyph);
}

/* Makes a glyph one of parts that are drawn at no offset: as many as there is room for, or one. */
static void compose(struct fixture *fixture, unsigned glyph, unsigned part, bool endless) {
    enum { HEADER = 10, COMPONENT = 6, MORE = 0x0020 };
    size_t start = glyph_at(fixture, glyph), end = glyph_at(fixture, glyph + 1);
    unsigned char *glyf = table_of(fixture, "glyf");
    assert_true(end - start >= HEADER + COMPONENT);
    put_16(glyf + start, 0xFFFF);
    for (size_t at = start + HEADER; at + 4 <= end; at += COMPONENT) {
        put_16(glyf + at, endless ? MORE : 0);
        put_16(glyf + at + 2, part);
    }
}

enum { ROOMY = 40 };

/* Glyphs without parts that have room for one. */
static void find_roomy(struct fixture *fixture, unsigned glyphs[ROOMY]) {
    const unsigned char *glyf = table_of(fixture, "glyf");
    for (unsigned glyph = 1, count = 0; count < ROOMY; glyph++) {
        size_t start = glyph_at(fixture, glyph), end = glyph_at(fixture, glyph + 1);
        if (end - start >= 16 && !(glyf[start] & 0x80))
            glyphs[count++] = glyph;
    }
}

static void test_parts_that_are_there_are_good_in_any_order(void **state) {
    struct fixture *fixture = *state;
    unsigned glyphs[ROOMY];
    find_roomy(fixture, glyphs);
    compose(fixture, glyphs[1], glyphs[0], false);
    compose(fixture, glyphs[2], glyphs[3], false);
    assert_null(font_file_problem(fixture->bytes, fixture->length));
}

static void test_parts_without_end_are_found(void **state) {
    struct fixture *fixture = *state;
    unsigned char *glyf = table_of(fixture, "glyf"), before[4096];
    unsigned glyphs[ROOMY];
    find_roomy(fixture, glyphs);
    for (unsigned i = 0; i < ROOMY; i++) {
        unsigned glyph = glyphs[i];
        size_t start = glyph_at(fixture, glyph), length = glyph_at(fixture, glyph + 1) - start;
        assert_true(length <= sizeof(before));
        memcpy(before, glyf + start, length);
        compose(fixture, glyph, 0, true);
        assert_problem(fixture, "parts that are not there");
        compose(fixture, glyph, 0xFFFF, false);
        assert_problem(fixture, "parts that are not there");
        compose(fixture, glyph, glyph, false);
        assert_problem(fixture, "contains itself");
        memcpy(glyf + start, before, length);
    }
    compose(fixture, glyphs[0], glyphs[1], false);
    compose(fixture, glyphs[1], glyphs[0], false);
    assert_problem(fixture, "contains itself");
}

static void test_parts_of_parts_have_a_limit(void **state) {
    enum { DEEP = 12, TOO_DEEP = 20 }; /* the font has glyphs of its own that have the first one as a part */
    struct fixture *fixture = *state;
    unsigned glyphs[ROOMY];
    find_roomy(fixture, glyphs);
    for (unsigned i = 0; i < DEEP; i++)
        compose(fixture, glyphs[i], glyphs[i + 1], false);
    assert_null(font_file_problem(fixture->bytes, fixture->length));
    for (unsigned i = DEEP; i < TOO_DEEP; i++)
        compose(fixture, glyphs[i], glyphs[i + 1], false);
    assert_problem(fixture, "nested too deep");
}

static void test_a_glyph_of_a_few_bytes_is_found(void **state) {
    struct fixture *fixture = *state;
    unsigned glyphs[ROOMY], glyph;
    find_roomy(fixture, glyphs);
    glyph = glyphs[0];
    unsigned char *loca = table_of(fixture, "loca");
    if (font_u16(table_of(fixture, "head") + 50) == 1)
        put_32(loca + 4 * (size_t)(glyph + 1), glyph_at(fixture, glyph) + 8);
    else
        put_16(loca + 2 * (size_t)(glyph + 1), (unsigned)glyph_at(fixture, glyph) / 2 + 4);
    assert_problem(fixture, "a glyph is too short");
}

/* Changes one number of all names of that kind: 2 is the style, 6 the PostScript name. */
static void change_names(struct fixture *fixture, unsigned kind, size_t offset, unsigned value) {
    unsigned char *name = table_of(fixture, "name"), *record = name + 6;
    for (unsigned i = font_u16(name + 2); i > 0; i--, record += 12)
        if (font_u16(record + 6) == kind)
            put_16(record + offset, value);
}

static void test_names_that_a_pdf_cannot_use_are_found(void **state) {
    enum { PLATFORM, ENCODING = 2, LANGUAGE = 4, KIND = 6, LENGTH = 8, OFFSET = 10 };
    enum { MACINTOSH = 1, WINDOWS = 3, ENGLISH = 0x0409, WELSH = 0x0452 };
    static const struct {
        unsigned platform, encoding, language;
        bool good;
    } kinds[] = {{WINDOWS, 1, ENGLISH, true},   {WINDOWS, 1, WELSH, false},  {WINDOWS, 0, ENGLISH, false},
                 {MACINTOSH, 0, ENGLISH, true}, {MACINTOSH, 0, WELSH, true}, {MACINTOSH, 1, ENGLISH, false},
                 {0, 1, ENGLISH, false}};
    struct fixture *fixture = *state;
    for (unsigned kind = 2; kind <= 6; kind += 4)
        for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
            change_names(fixture, kind, PLATFORM, kinds[i].platform);
            change_names(fixture, kind, ENCODING, kinds[i].encoding);
            change_names(fixture, kind, LANGUAGE, kinds[i].language);
            if (!kinds[i].good)
                assert_problem(fixture, "no English PostScript name and style name");
            else
                assert_null(font_file_problem(fixture->bytes, fixture->length));
            change_names(fixture, kind, PLATFORM, WINDOWS);
            change_names(fixture, kind, ENCODING, 1);
            change_names(fixture, kind, LANGUAGE, ENGLISH);
        }
    change_names(fixture, 6, OFFSET, 0);
    change_names(fixture, 6, LENGTH, 2 * 119);
    assert_problem(fixture, "too long for a PDF");
    change_names(fixture, 6, LENGTH, 0);
    assert_problem(fixture, "no English PostScript name");
}

static void test_a_folder_and_a_huge_file_are_no_fonts(void **state) {
    struct fixture *fixture = *state;
    char path[] = "/tmp/boardpack-XXXXXX";
    assert_false(
        font_file_check("/tmp", (struct source_pos){.file = "fonts.xml", .line = 3, .column = 5}, &fixture->diag));
    assert_non_null(strstr(fixture->diag.messages[0].text, "the font /tmp cannot be read"));
    int file = mkstemp(path);
    assert_int_equal(ftruncate(file, 64 * 1024 * 1024 + 1), 0);
    close(file);
    assert_false(
        font_file_check(path, (struct source_pos){.file = "fonts.xml", .line = 4, .column = 5}, &fixture->diag));
    assert_int_equal(unlink(path), 0);
    assert_non_null(strstr(fixture->diag.messages[1].text, "is larger than 64 MB"));
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
    assert_false(font_file_check("no/such.ttf", (struct source_pos){.file = "fonts.xml", .line = 3, .column = 5},
                                 &fixture->diag));
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
        TEST(test_one_wrong_number_is_found),
        TEST(test_a_table_outside_the_file_is_found),
        TEST(test_every_shorter_file_is_refused),
        TEST(test_other_kinds_are_named),
        TEST(test_a_missing_file_is_the_users_mistake),
        TEST(test_random_damage_does_no_harm),
        TEST(test_a_table_that_is_too_short_is_found),
        TEST(test_a_table_twice_is_found),
        TEST(test_parts_that_are_there_are_good_in_any_order),
        TEST(test_parts_without_end_are_found),
        TEST(test_parts_of_parts_have_a_limit),
        TEST(test_a_glyph_of_a_few_bytes_is_found),
        TEST(test_names_that_a_pdf_cannot_use_are_found),
        TEST(test_a_folder_and_a_huge_file_are_no_fonts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
