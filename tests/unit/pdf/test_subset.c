#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "subset.h"

#define FONT "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf"

static unsigned char font[1024 * 1024];
static size_t font_length;

static uint32_t read_32(const char *bytes) {
    const unsigned char *b = (const unsigned char *)bytes;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static uint32_t sum(const char *bytes, size_t length) {
    uint32_t total = 0;
    for (size_t i = 0; i < length; i += 4)
        total += read_32(bytes + i);
    return total;
}

static struct text make(unsigned first, unsigned count) {
    static unsigned char used[0x10000];
    struct text subset = {0};
    memset(used, 0, sizeof used);
    memset(used + first, 1, count);
    subset_make(&subset, font, font_length, used);
    return subset;
}

/* Where the record of a table is; NULL: it has none. */
static const char *record_of(const struct text *file, const char *tag) {
    for (int i = 0; i < file->bytes[5]; i++)
        if (memcmp(file->bytes + 12 + 16 * i, tag, 4) == 0)
            return file->bytes + 12 + 16 * i;
    return NULL;
}

static void sums_are_those_of_the_format(void **state) {
    (void)state;
    for (unsigned count = 1; count < 60; count++) {
        struct text subset = make(36, count);
        assert_int_equal(subset.length % 4, 0);
        assert_int_equal(sum(subset.bytes, subset.length), 0xB1B0AFBA);
        for (int i = 0; i < subset.bytes[5]; i++) {
            const char *record = subset.bytes + 12 + 16 * i;
            size_t at = read_32(record + 8), length = read_32(record + 12);
            assert_true(at % 4 == 0 && at + length <= subset.length);
            if (memcmp(record, "head", 4) != 0)
                assert_int_equal(sum(subset.bytes + at, length), read_32(record + 4));
        }
        text_free(&subset);
    }
}

/* The last place of loca is the end of glyf, by two where places are short. */
static void places_end_where_the_glyphs_do(void **state) {
    (void)state;
    struct text few = make(36, 2), more = make(36, 3);
    assert_true(read_32(record_of(&few, "glyf") + 12) < read_32(record_of(&more, "glyf") + 12));
    assert_int_equal(read_32(record_of(&few, "loca") + 12), read_32(record_of(&more, "loca") + 12));
    const char *loca = more.bytes + read_32(record_of(&more, "loca") + 8);
    size_t length = read_32(record_of(&more, "loca") + 12);
    bool is_long = more.bytes[read_32(record_of(&more, "head") + 8) + 51] != 0;
    size_t end = is_long ? read_32(loca + length - 4) : (read_32(loca + length - 4) & 0xFFFF) * 2;
    assert_int_equal(end, read_32(record_of(&more, "glyf") + 12));
    text_free(&few);
    text_free(&more);
}

static void tables_that_a_pdf_does_not_need_are_left_out(void **state) {
    (void)state;
    struct text subset = make(36, 2);
    static const char *const needless[] = {"OS/2", "cmap", "name", "post", "GPOS"};
    for (size_t i = 0; i < sizeof needless / sizeof needless[0]; i++)
        assert_null(record_of(&subset, needless[i]));
    text_free(&subset);
}

int main(void) {
    FILE *file = fopen(FONT, "rb");
    font_length = file != NULL ? fread(font, 1, sizeof font, file) : 0;
    if (file != NULL)
        fclose(file);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_those_of_the_format),
        cmocka_unit_test(places_end_where_the_glyphs_do),
        cmocka_unit_test(tables_that_a_pdf_does_not_need_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
