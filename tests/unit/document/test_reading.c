#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"
#include "text.h"

/* A document of two pages, made by each test. */
struct fixture {
    struct arena *arena;
    struct document *document;
};

static int set_up(void **state) {
    static struct fixture fixture;
    fixture.arena = arena_create();
    fixture.document = document_create(fixture.arena);
    document_add_page(fixture.document, 595, 842);
    document_add_page(fixture.document, 595, 842);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state) {
    arena_destroy(((struct fixture *)*state)->arena);
    return 0;
}

static struct element *add(struct fixture *fixture, struct element *parent, enum role role) {
    return document_add_element(fixture->document, parent, role);
}

static struct frame *show(struct fixture *fixture, size_t page, struct element *element, const char *string) {
    struct frame *frame = page_add_frame(fixture->document, &fixture->document->pages[page], FRAME_TEXT, element);
    frame->u.text.string = string;
    return frame;
}

/* What is read, texts and the words of roles, one behind the other. */
static void read_all(const struct reading *reading, const struct element *element, struct text *text) {
    for (struct reading_part part = reading_part_of(element); reading_next(reading, &part);) {
        if (part.frame != NULL) {
            text_add(text, part.frame->frame->u.text.string);
            continue;
        }
        text_printf(text, "<%s>", role_words[part.child->role]);
        read_all(reading, part.child, text);
        text_add(text, "</>");
    }
}

static void assert_read(const struct fixture *fixture, const char *expected) {
    struct text text = {0};
    read_all(reading_create(fixture->arena, fixture->document), fixture->document->root, &text);
    assert_string_equal(text_string(&text), expected);
    text_free(&text);
}

static void test_children_among_words(void **state) {
    struct fixture *fixture = *state;
    struct element *paragraph = add(fixture, NULL, ROLE_PARAGRAPH);
    struct element *emphasis = add(fixture, paragraph, ROLE_EMPHASIS), *link = add(fixture, paragraph, ROLE_LINK);
    show(fixture, 0, paragraph, "The ");
    show(fixture, 0, emphasis, "four-hour ");
    show(fixture, 0, NULL, "footer");
    show(fixture, 1, emphasis, "wait ");
    show(fixture, 1, paragraph, "is ");
    show(fixture, 1, link, "here");
    show(fixture, 1, paragraph, ".");
    assert_read(fixture, "<paragraph>The <emphasis>four-hour wait </>is <link>here</>.</>");
}

/* Painting may be in another order than the tree, whose children are read as they stand. */
static void test_the_tree_has_the_order_of_children(void **state) {
    struct fixture *fixture = *state;
    struct element *first = add(fixture, NULL, ROLE_PARAGRAPH), *second = add(fixture, NULL, ROLE_PARAGRAPH);
    show(fixture, 0, second, "second");
    show(fixture, 1, first, "first");
    add(fixture, NULL, ROLE_LIST);
    assert_read(fixture, "<paragraph>first</><paragraph>second</><list></>");
}

/* On the sheets of a booklet the last page of a paragraph may stand before its first. */
static void test_order_of_sheets(void **state) {
    struct fixture *fixture = *state;
    struct element *paragraph = add(fixture, NULL, ROLE_PARAGRAPH);
    show(fixture, 0, paragraph, "last")->order = 9;
    show(fixture, 0, paragraph, "first ")->order = 3;
    show(fixture, 1, paragraph, "middle ")->order = 5;
    assert_read(fixture, "<paragraph>first middle last</>");
    struct reading *reading = reading_create(fixture->arena, fixture->document);
    const struct reading_frame *first = reading_first(reading, fixture->document->root);
    assert_int_equal(first->number, 1);
    assert_int_equal(first->page, 0);
}

static void place(struct frame *frame, double x, double y, double width) {
    frame->x = x;
    frame->y = y;
    frame->width = width;
}

/* Where words stand apart a blank is read, in their paragraph alone. */
static void test_words_apart(void **state) {
    struct fixture *fixture = *state;
    struct element *cell = add(fixture, NULL, ROLE_DATA_CELL), *link = add(fixture, cell, ROLE_LINK);
    struct element *next = add(fixture, NULL, ROLE_DATA_CELL);
    place(show(fixture, 0, link, "Visits"), 10, 20, 30);
    place(show(fixture, 0, link, "."), 40, 20, 3);
    place(show(fixture, 0, cell, "Per cent "), 10, 30, 30);
    place(show(fixture, 0, cell, "now"), 10, 40, 20);
    place(show(fixture, 0, next, "93"), 90, 20, 10);
    struct reading *reading = reading_create(fixture->arena, fixture->document);
    size_t count;
    const struct reading_frame *linked = reading_frames(reading, link, &count);
    assert_false(linked[0].apart);
    assert_false(linked[1].apart);
    const struct reading_frame *own = reading_frames(reading, cell, &count);
    assert_true(own[0].apart);
    assert_false(own[1].apart);
    assert_false(reading_frames(reading, next, &count)->apart);
}

static void test_first_of_what_is_below(void **state) {
    struct fixture *fixture = *state;
    struct element *table = add(fixture, NULL, ROLE_TABLE), *empty = add(fixture, table, ROLE_TABLE_ROW);
    struct element *cell = add(fixture, add(fixture, table, ROLE_TABLE_ROW), ROLE_DATA_CELL);
    show(fixture, 0, NULL, "artifact");
    show(fixture, 1, cell, "93%");
    struct reading *reading = reading_create(fixture->arena, fixture->document);
    size_t count;
    assert_null(reading_first(reading, empty));
    assert_int_equal(reading_first(reading, table)->number, 1);
    reading_frames(reading, table, &count);
    assert_int_equal(count, 0);
    assert_string_equal(reading_frames(reading, cell, &count)->frame->u.text.string, "93%");
    assert_int_equal(count, 1);
}

/* Ranks, and the levels that they come to; a heading in brackets is on no page. */
static void assert_levels(struct fixture *fixture, const char *ranks, const char *levels) {
    struct element *headings[16];
    size_t count = 0;
    for (bool shown = true; *ranks != '\0'; ranks++) {
        if (*ranks == '(' || *ranks == ')') {
            shown = *ranks == ')';
            continue;
        }
        struct element *parent = add(fixture, NULL, ROLE_SECTION);
        headings[count] = add(fixture, parent, (enum role)(ROLE_HEADING_1 + *ranks - '1'));
        if (shown)
            show(fixture, 0, headings[count], "heading");
        count++;
    }
    struct reading *reading = reading_create(fixture->arena, fixture->document);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(reading_level(reading, headings[i]), levels[i] - '0');
}

static void test_levels(void **state) {
    static const char *const cases[][2] = {
        {"1", "1"},           {"123123", "123123"},
        {"133", "122"},     /* no heading of a block between: one deeper than the page's */
        {"13233", "12233"}, /* behind it the same rank is deeper */
        {"223", "112"},     /* a page by itself, without a title */
        {"3213", "1112"},   /* none above them */
        {"1(2)3", "102"},   /* what is on no page counts for nothing */
        {"1356", "1234"},   /* no level is left out */
        {"123456", "123456"}, {"1426", "1223"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        fixture->document = document_create(fixture->arena);
        document_add_page(fixture->document, 595, 842);
        assert_levels(fixture, cases[i][0], cases[i][1]);
    }
}

static void test_no_level_without_a_heading(void **state) {
    struct fixture *fixture = *state;
    struct element *paragraph = add(fixture, NULL, ROLE_PARAGRAPH);
    show(fixture, 0, paragraph, "words");
    assert_int_equal(reading_level(reading_create(fixture->arena, fixture->document), paragraph), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_children_among_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_tree_has_the_order_of_children, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_order_of_sheets, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_first_of_what_is_below, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_levels, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_level_without_a_heading, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
