#include "../read_test.h"

#include "xml.h"

static struct xml_element *parse(struct fixture *fixture, const char *bytes) {
    return xml_parse(fixture->arena, "x.xml", bytes, &fixture->diag);
}

static void elements_and_attributes_know_their_place(void **state) {
    struct fixture *fixture = *state;
    const struct xml_element *root =
        parse(fixture, "<?xml version=\"1.0\"?>\n<a>\n  é<b c = '1'\n     d=\"x &amp; &lt;y\"/></a>");
    assert_quiet(fixture);
    const struct xml_element *child = root->first_child;
    assert_int_equal(child->pos.line, 3);
    assert_int_equal(child->pos.column, 4);
    assert_int_equal(child->attributes[0].pos.column, 7);
    assert_int_equal(child->attributes[1].pos.line, 4);
    assert_int_equal(child->attributes[1].pos.column, 6);
    assert_string_equal(child->attributes[1].value, "x & <y");
}

static void lines_beyond_65535_are_counted(void **state) {
    struct fixture *fixture = *state;
    char *bytes = arena_alloc(fixture->arena, 80000);
    memset(bytes, '\n', 70000);
    memcpy(bytes, "<a>", 3);
    strcpy(bytes + 70000, "<b/></a>");
    assert_int_equal(parse(fixture, bytes)->first_child->pos.line, 69998);
}

static void a_doctype_is_refused_before_it_is_read(void **state) {
    struct fixture *fixture = *state;
    assert_null(parse(fixture, "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM \"/etc/passwd\">]><a>&x;</a>"));
    assert_message(fixture, "x.xml:2:1:", "DOCTYPE");
    assert_int_equal(fixture->diag.count, 1);
}

static void an_entity_bomb_goes_no_further_than_its_doctype(void **state) {
    struct fixture *fixture = *state;
    assert_null(parse(
        fixture, "<!DOCTYPE a [<!ENTITY % a \"aaaa\"><!ENTITY % b \"%a;%a;%a;\"><!ENTITY c \"&c;&c;\">]><a>&c;</a>"));
    assert_message(fixture, "x.xml:1:1:", "DOCTYPE");
}

static void entities_beyond_the_five_are_refused(void **state) {
    struct fixture *fixture = *state;
    assert_null(parse(fixture, "<a>\n&nbsp;</a>"));
    assert_message(fixture, "x.xml:2:", "an entity other than");
}

static void broken_files_are_told_in_plain_words(void **state) {
    static const struct {
        const char *bytes, *place, *words;
    } broken[] = {
        {"", "x.xml:1:1:", "empty"},
        {"<a>\n<b></c></a>", "x.xml:2:", "</a> is met while the <b> of line 2 is open"},
        {"<a>\n", "x.xml:2:", "the end of the file is met while the <a> of line 1 is open"},
        {"<a b=1/>", "x.xml:1:", "not in quotes"},
        {"<a b=\"1\" b=\"2\"/>", "x.xml:1:", "given twice"},
        {"<a/><b/>", "x.xml:1:", "follows the end"},
        {"<a>\x01</a>", "x.xml:1:", "control character"},
        {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "x.xml:1:21:", "not UTF-8"},
        {"<?xml version=\"1.0\" encoding?><a/>", "x.xml:1:21:", "not UTF-8"},
        {"<a>&amp</a>", "x.xml:1:", "bare &"},
        {"<a b='<'/>", "x.xml:1:", "write &lt;"},
        {"<a b='1'c='2'/>", "x.xml:1:", "a blank is missing between attributes"},
        {"<a b/>", "x.xml:1:", "has no value"},
        {"<a>&#x;</a>", "x.xml:1:", "control character"},
        {"<a>&#xG1;</a>", "x.xml:1:", "no number, such as &#x20AC;"},
        {"<a>&#1e5;</a>", "x.xml:1:", "no number, such as &#8364;"},
        {"<a><!-- </a>", "x.xml:1:", "a comment is not closed"},
        {"<a><![CDATA[ </a>", "x.xml:1:", "a CDATA section is not closed"},
        {"<p:a/>", "x.xml:1:", "a prefix that is not declared"},
        {"<a><!-- a -- b --></a>", "x.xml:1:", "not well-formed XML: "},
        {"<a><?xml version='1.0'?></a>", "x.xml:1:", "not well-formed XML: "},
    };
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        struct fixture *fixture = *state;
        fixture->diag.count = 0;
        assert_null(parse(fixture, broken[i].bytes));
        assert_message(fixture, broken[i].place, broken[i].words);
        assert_int_equal(fixture->diag.count, 1);
    }
}

static void a_declaration_may_say_what_is_true(void **state) {
    static const char *const good[] = {
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>",
        "<?xml version='1.0' encoding='US-ASCII' standalone='yes'?><a/>",
        "<?xml version='1.0'?><a encoding='ISO-8859-1'/>",
        "<?xml version='1.0'?><a>encoding</a>",
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_non_null(parse(fixture, good[i]));
    assert_quiet(fixture);
}

/* What points an editor to a schema is no attribute of ours; another prefix is kept, so that it is told. */
static void prefixes_are_kept_but_for_the_editors(void **state) {
    struct fixture *fixture = *state;
    const struct xml_element *root =
        parse(fixture, "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:o='urn:o'\n"
                       "xsi:noNamespaceSchemaLocation='a.xsd' o:b='1' note='o:b = 2' b='3'/>");
    assert_quiet(fixture);
    assert_int_equal(root->attribute_count, 3);
    assert_string_equal(root->attributes[0].name, "o:b");
    assert_int_equal(root->attributes[0].pos.column, 39);
    assert_string_equal(xml_value(root, "b"), "3");
    assert_int_equal(xml_pos(root, "b").column, 62);
    assert_int_equal(xml_pos(root, "none").line, 1);
}

static void depth_has_a_limit(void **state) {
    struct fixture *fixture = *state;
    char bytes[65 * 7 + 1] = "";
    for (int i = 0; i < 65; i++)
        memcpy(bytes + i * 3, "<a>", 3);
    for (int i = 0; i < 65; i++)
        memcpy(bytes + 65 * 3 + i * 4, "</a>", 4);
    assert_null(parse(fixture, bytes));
    assert_message(fixture, "x.xml:1:193:", "64 deep");
}

static void markdown_loses_the_indentation_of_the_file(void **state) {
    struct fixture *fixture = *state;
    const struct xml_element *root = parse(fixture, "<a>\n    One\n\n    - two\n      more\n  </a>");
    assert_string_equal(xml_markdown(fixture->arena, root), "\nOne\n\n- two\n  more\n");
    assert_int_equal(root->inner.line, 1);
    root = parse(fixture, "<a>\n    One\n  \t\n&#13;\n      Two</a>");
    assert_string_equal(xml_markdown(fixture->arena, root), "\nOne\n\n\r\n  Two");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(elements_and_attributes_know_their_place),
        TEST(lines_beyond_65535_are_counted),
        TEST(a_doctype_is_refused_before_it_is_read),
        TEST(an_entity_bomb_goes_no_further_than_its_doctype),
        TEST(entities_beyond_the_five_are_refused),
        TEST(broken_files_are_told_in_plain_words),
        TEST(a_declaration_may_say_what_is_true),
        TEST(prefixes_are_kept_but_for_the_editors),
        TEST(depth_has_a_limit),
        TEST(markdown_loses_the_indentation_of_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
