#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fill.h"

static const char *const columns[] = {"code", "name", "period", "logo", "Area"};
static const char *const texts[] = {"N1", "*North* &\n[West](x)", "never", "", "{name}"};
static const struct organisations list = {.columns = columns, .column_count = 5};
static const struct organisation north = {.code = "N1", .name = "*North* &\n[West](x)", .list = &list, .texts = texts};

static const char document[] =
    "<pack title=\"{name} {nobody} {code}{\" catalogue=\"{code}/{Area}.xml\" subtitle=\"{logo}\" "
    "footer=\"{period}\"><page><text>To **{name}**, {Area}</text></page></pack>";
static const char data[] =
    "<catalogue title=\"{code}\"><source file=\"{code}.csv\" where=\"Area={code}\" "
    "series=\"{Area}: {column}\" period=\"{code}\"><column heading=\"{code}\" series=\"{Area}\"/>"
    "</source></catalogue>";

static struct xml_element *read(struct arena *arena, const char *text) {
    struct diag diag;
    diag_init(&diag, arena);
    struct xml_element *root = xml_parse(arena, "x.xml", text, &diag);
    assert_non_null(root);
    return root;
}

static void words_are_filled_into_attributes_and_texts(void **state) {
    struct arena *arena = arena_create();
    const struct xml_element *as_it_is = read(arena, document);
    const struct xml_element *root = fill_tree(arena, as_it_is, SCHEMA_LAYOUT, &north);
    assert_string_equal(xml_value(root, "title"), "*North* &\n[West](x) {nobody} N1{");
    assert_string_equal(xml_value(root, "catalogue"), "N1/{name}.xml"); /* what is filled in is not looked at again */
    assert_null(xml_value(root, "subtitle"));
    assert_string_equal(xml_value(root, "footer"), "{period}");
    assert_string_equal(root->first_child->first_child->text, "To **\\*North\\* \\& \\[West\\]\\(x\\)**, \\{name\\}");
    assert_ptr_equal(root->first_child->first_child->parent, root->first_child);
    assert_string_equal(xml_value(as_it_is, "title"), "{name} {nobody} {code}{");
    arena_destroy(arena);
    (void)state;
}

static void what_has_places_of_its_own_stays(void **state) {
    struct arena *arena = arena_create();
    const struct xml_element *root = fill_tree(arena, read(arena, data), SCHEMA_CATALOGUE, &north);
    const struct xml_element *source = root->first_child, *column = source->first_child;
    assert_string_equal(xml_value(root, "title"), "N1");
    assert_string_equal(xml_value(source, "file"), "N1.csv");
    assert_string_equal(xml_value(source, "where"), "Area={code}");
    assert_string_equal(xml_value(source, "series"), "{Area}: {column}");
    assert_string_equal(xml_value(source, "period"), "{code}");
    assert_string_equal(xml_value(column, "heading"), "N1");
    assert_string_equal(xml_value(column, "series"), "{Area}");
    arena_destroy(arena);
    (void)state;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_filled_into_attributes_and_texts),
        cmocka_unit_test(what_has_places_of_its_own_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
