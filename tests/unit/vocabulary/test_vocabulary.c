#include "../read_test.h"

#include "block.h"
#include "schema.h"
#include "text.h"
#include "vocabulary_words.h"

static void check(struct fixture *fixture, const char *bytes, enum schema_kind schema) {
    const struct xml_element *root = xml_parse(fixture->arena, "x.xml", bytes, &fixture->diag);
    assert_non_null(root);
    vocabulary_check(root, schema, fixture->arena, &fixture->diag);
}

static void the_table_has_no_hole(void **state) {
    (void)state;
    for (const struct element_rule *rule = vocabulary; rule->name != NULL; rule++) {
        assert_true(rule->doc[0] != '\0');
        assert_ptr_equal(vocabulary_element(rule->schema, rule->name), rule);
        for (const struct attribute_rule *attribute = rule->attributes; attribute->name != NULL; attribute++) {
            assert_true(attribute->doc[0] != '\0');
            assert_ptr_equal(vocabulary_attribute(rule, attribute->name), attribute);
            bool worded = attribute->kind == VALUE_WORD || attribute->kind == VALUE_WORDS;
            assert_int_equal(worded, attribute->word_count > 0);
            assert_int_equal(attribute->kind == VALUE_WHOLE, attribute->low < attribute->high);
            for (int i = 0; i < attribute->word_count; i++)
                assert_non_null(attribute->words[i]);
            if (attribute->preset != NULL)
                assert_true(vocabulary_accepts(attribute, attribute->preset));
        }
    }
}

static void parents_are_elements_of_the_same_schema(void **state) {
    struct fixture *fixture = *state;
    for (const struct element_rule *rule = vocabulary; rule->name != NULL; rule++) {
        size_t count = 0;
        char **parents = text_split(fixture->arena, rule->parents, &count);
        for (size_t i = 0; i < count; i++)
            assert_non_null(vocabulary_element(rule->schema, parents[i]));
    }
}

static void every_block_is_an_element(void **state) {
    (void)state;
    for (int i = 0; i < BLOCK_KIND_COUNT; i++)
        assert_non_null(vocabulary_element(SCHEMA_LAYOUT, block_words[i]));
    for (int i = 0; i < FIELD_COUNT; i++)
        assert_string_equal(total_words[TOTAL_FIELD + i], field_words[i]);
}

/* What a block does with what all blocks have is what its element takes. */
static void the_rule_of_a_block_is_that_of_its_element(void **state) {
    (void)state;
    for (int i = 0; i < BLOCK_KIND_COUNT; i++) {
        const struct element_rule *element = vocabulary_element(SCHEMA_LAYOUT, block_words[i]);
        bool selects = vocabulary_attribute(element, "indicators") != NULL;
        assert_int_equal(block_rules[i].selects != SELECTS_NONE, selects);
        assert_int_equal(block_rules[i].contains,
                         vocabulary_allows(vocabulary_element(SCHEMA_LAYOUT, "heading"), block_words[i]));
    }
}

/* The names that published reports give: with blanks, brackets and percent signs; nothing that could be a path. */
static void an_id_is_as_reports_write_it(void **state) {
    (void)state;
    static const char *const good[] = {"CSC 004i", "M6-QL (val)", "EH3a%", "CP2b %", "1.10"};
    static const char *const bad[] = {" a", "a ", "a  b", "(a", "a/b", "a\tb", "..", "a&b"};
    const struct attribute_rule *id = vocabulary_attribute(vocabulary_element(SCHEMA_CATALOGUE, "indicator"), "id");
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_true(vocabulary_accepts(id, good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(vocabulary_accepts(id, bad[i]));
}

static void every_mistake_of_a_file_is_told(void **state) {
    struct fixture *fixture = *state;
    check(fixture,
          "<pack title=\"x\"\n catalog=\"y\" first-page=\"0\">\n<template id=\"-x\"><tabel/>\n"
          "<table years=\"0\">hi<column field=\"valeu\"/></table><column/></template>\n<text/></pack>",
          SCHEMA_LAYOUT);
    assert_message(fixture, "x.xml:1:1:", "<pack> needs the attribute catalogue");
    assert_message(fixture, "x.xml:2:2:", "did you mean \"catalogue\"?");
    assert_message(fixture, "x.xml:2:14:", "from 1 to 99999");
    assert_message(fixture, "x.xml:3:11:", "id=\"-x\"");
    assert_message(fixture, "x.xml:3:19:", "did you mean \"table\"?");
    assert_message(fixture, "x.xml:4:8:", "from 1 to 10");
    assert_message(fixture, "x.xml:4:18:", "text inside <table>");
    assert_message(fixture, "x.xml:4:28:", "did you mean \"value\"?");
    assert_message(fixture, "x.xml:4:", "<column> may not stand in <template>, only in: table");
    assert_message(fixture, "x.xml:5:1:", "<text> is empty");
}

static void a_word_that_goes_on_behind_a_known_one_is_no_swap(void **state) {
    struct fixture *fixture = *state;
    check(fixture, "<pack title='x' catalogue='y' paper='A4x' orientation='portraitx'/>", SCHEMA_LAYOUT);
    assert_message(fixture, "x.xml:1:", "did you mean \"portrait\"?");
}

static void another_root_is_refused(void **state) {
    struct fixture *fixture = *state;
    check(fixture, "<catalogue/>", SCHEMA_LAYOUT);
    assert_message(fixture, "x.xml:1:1:", "expected <pack>");
}

static void what_stands_once_stands_once(void **state) {
    struct fixture *fixture = *state;
    check(fixture, "<theme/>", SCHEMA_THEME);
    assert_quiet(fixture);
    check(fixture, "<pack title='x' catalogue='y'><page><table><total-row/>\n<total-row/></table></page></pack>",
          SCHEMA_LAYOUT);
    assert_message(fixture, "x.xml:2:1:", "a second <total-row>");
}

/* A file that the program writes is in step with the table. */
static void check_written(struct fixture *fixture, const char *name, const char *expected) {
    char *path = arena_printf(fixture->arena, "%s/%s", SOURCE_FOLDER, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = calloc(1, 1 << 20);
    size_t length = fread(text, 1, (1 << 20) - 1, file);
    fclose(file);
    bool same = length == strlen(expected) && memcmp(text, expected, length) == 0;
    free(text);
    if (!same)
        fail_msg("%s is not what the table of words gives", name);
}

static void schemas_and_reference_are_in_step(void **state) {
    struct fixture *fixture = *state;
    for (int i = 0; i <= SCHEMA_COUNT; i++) {
        char *bytes = NULL;
        size_t length = 0;
        FILE *stream = open_memstream(&bytes, &length);
        if (i == SCHEMA_COUNT)
            reference_write(stream);
        else
            schema_write(stream, (enum schema_kind)i);
        fclose(stream);
        const char *name = i == SCHEMA_COUNT
                               ? "docs/reference.md"
                               : arena_printf(fixture->arena, "layouts/%s", schema_file_name((enum schema_kind)i));
        check_written(fixture, name, bytes);
        free(bytes);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(the_table_has_no_hole),
        TEST(parents_are_elements_of_the_same_schema),
        TEST(every_block_is_an_element),
        TEST(the_rule_of_a_block_is_that_of_its_element),
        TEST(an_id_is_as_reports_write_it),
        TEST(every_mistake_of_a_file_is_told),
        TEST(a_word_that_goes_on_behind_a_known_one_is_no_swap),
        TEST(another_root_is_refused),
        TEST(what_stands_once_stands_once),
        TEST(schemas_and_reference_are_in_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
