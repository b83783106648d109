#include "table_fixture.h"

#define READ(fixture, bytes, ...) read_bytes((fixture), (bytes), sizeof(bytes) - 1, (struct table_request){__VA_ARGS__})

static void a_mark_says_the_encoding_and_is_no_part_of_the_headings(void **state) {
    struct fixture *fixture = *state;
    const struct table *tables[] = {
        READ(fixture, "\xEF\xBB\xBF\xC3\xA9,b\n1,2\n"),
        READ(fixture, "\xFF\xFE\xE9\0,\0b\0\n\0001\0,\0002\0\n\0"),
        READ(fixture, "\xFE\xFF\0\xE9\0,\0b\0\n\0001\0,\0002\0\n"),
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        assert_string_equal(tables[i]->header[0].text, "\xC3\xA9");
        assert_string_equal(rows_of(fixture, tables[i]), "1|2\n");
    }
    assert_quiet(fixture);
}

static void utf_16_is_recognised_without_a_mark(void **state) {
    struct fixture *fixture = *state;
    assert_string_equal(rows_of(fixture, READ(fixture, "a\0,\0b\0\n\0001\0,\0\xAC\x20\n\0")), "1|\xE2\x82\xAC\n");
    assert_string_equal(rows_of(fixture, READ(fixture, "\0a\0,\0b\0\n\0001\0,\x20\xAC\0\n")), "1|\xE2\x82\xAC\n");
    assert_string_equal(rows_of(fixture, READ(fixture, "a\0\n\0\x3D\xD8\x00\xDE\n\0", .encoding = ENCODING_UTF_16)),
                        "\xF0\x9F\x98\x80\n");
    assert_quiet(fixture);
}

static void a_byte_that_is_no_utf_8_is_windows_1252(void **state) {
    struct fixture *fixture = *state;
    assert_string_equal(rows_of(fixture, READ(fixture, "a,b\n\x80 5,\x93x\x94 \xE9\n")),
                        "\xE2\x82\xAC 5|\xE2\x80\x9Cx\xE2\x80\x9D \xC3\xA9\n");
    assert_string_equal(rows_of(fixture, READ(fixture, "a\n\xE9\n", .encoding = ENCODING_LATIN_1)), "\xC3\xA9\n");
    assert_quiet(fixture);
}

static void bytes_of_no_encoding_are_told_with_their_cell(void **state) {
    struct fixture *fixture = *state;
    READ(fixture, "a,b\n\xC3\xA9,1\n2,\xE9\n");
    assert_message(fixture, "x.csv:3:2:", "0xE9 is not UTF-8, and what stands above is");
    READ(fixture, "a,b\n1,\xE9\n", .encoding = ENCODING_UTF_8);
    assert_message(fixture, "x.csv:2:2:", "0xE9 is not UTF-8, which the catalogue says");
    READ(fixture, "\xEF\xBB\xBF"
                  "a,b\n1,2\n3,\xE9\n");
    assert_message(fixture, "x.csv:3:2:", "0xE9 is not UTF-8, which the file's mark says");
    READ(fixture, "a,b\n1,2\n3,4\n5\x81,6\n");
    assert_message(fixture, "x.csv:4:1:", "0x81 is neither UTF-8 nor windows-1252");
    READ(fixture, "a,b\n1,2\n3,4\n5,6\n7,\0\n");
    assert_message(fixture, "x.csv:5:2:", "a NUL byte");
    READ(fixture, "a,b\n1,2\n3,4\n5,6\n7,8\n9,\"x\n\0\"\n", .encoding = ENCODING_LATIN_1);
    assert_message(fixture, "x.csv:7:2:", "a NUL byte");
}

static void what_is_no_utf_16_is_told(void **state) {
    struct fixture *fixture = *state;
    READ(fixture, "\xFF\xFE"
                  "a\0\n\0\0\xDC\n\0");
    assert_message(fixture, "x.csv:2:1:", "half a character");
    READ(fixture, "\xFF\xFE"
                  "a\0\n\0x\0\n\0\0\xD8");
    assert_message(fixture, "x.csv:3:1:", "half a character");
    READ(fixture, "\xFF\xFE"
                  "a\0\n\0x\0\n\0y\0\n\0z");
    assert_message(fixture, "x.csv:4:1:", "ends within a character");
    READ(fixture, "\xFF\xFE"
                  "a\0\n\0x\0\n\0y\0\n\0z\0\n\0\0\0");
    assert_message(fixture, "x.csv:5:1:", "a NUL character");
}

static void a_mark_and_the_catalogue_agree(void **state) {
    struct fixture *fixture = *state;
    assert_null(READ(fixture,
                     "\xFF\xFE"
                     "a\0",
                     .encoding = ENCODING_UTF_8));
    assert_message(fixture, "x.csv:1:0:", "the mark of utf-16; the catalogue says that it is utf-8");
}

static void a_character_may_lie_over_the_end_of_a_block(void **state) {
    enum { LENGTH = 1 << 17 };
    struct fixture *fixture = *state;
    char *bytes = memset(arena_alloc(fixture->arena, LENGTH + 8), 'x', LENGTH);
    for (int shift = 0; shift < 4; shift++) {
        size_t at = (1 << 16) - 3 + (size_t)shift;
        memcpy(bytes, "a\n", 2);
        memcpy(bytes + at, "\xF0\x9F\x98\x80", 4);
        const struct table *table = read_bytes(fixture, bytes, LENGTH, (struct table_request){0});
        assert_memory_equal(table->rows[0].cells[0].text + at - 2, "\xF0\x9F\x98\x80", 4);
        memset(bytes + at, 'x', 4);
    }
    assert_quiet(fixture);
}

static void files_that_cannot_be_read_are_told_where_they_are_named(void **state) {
    struct fixture *fixture = *state;
    struct table_request request = {.path = "/tmp/no/such.csv", .from = {"x", 1, 1}};
    assert_null(source_read(fixture->arena, &request, &fixture->diag));
    assert_message(fixture, "x:1:1:", "cannot read");
    request.path = "/dev/null";
    assert_null(source_read(fixture->arena, &request, &fixture->diag));
    assert_message(fixture, "x:1:1:", "no plain file");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_mark_says_the_encoding_and_is_no_part_of_the_headings),
        TEST(utf_16_is_recognised_without_a_mark),
        TEST(a_byte_that_is_no_utf_8_is_windows_1252),
        TEST(bytes_of_no_encoding_are_told_with_their_cell),
        TEST(what_is_no_utf_16_is_told),
        TEST(a_mark_and_the_catalogue_agree),
        TEST(a_character_may_lie_over_the_end_of_a_block),
        TEST(files_that_cannot_be_read_are_told_where_they_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
