#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pdf.h"

/* Small documents, and what stands in the bytes of each. */

#define FONT "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf"

static struct arena *arena;
static struct diag diag;
static struct font_list fonts;
static struct document *document;
static const char *path;

static int set_up(void **state) {
    (void)state;
    char name[] = "/tmp/boardpack-written-XXXXXX";
    int file = mkstemp(name);
    if (file < 0)
        return 1;
    close(file);
    arena = arena_create();
    path = arena_strdup(arena, name);
    diag_init(&diag, arena);
    fonts = (struct font_list){0};
    fonts.files[FACE_TEXT].path = FONT;
    document = document_create(arena);
    document->title = "Pack";
    document->language = "en-GB";
    document->theme = &theme_default;
    document->fonts = &fonts;
    document_add_page(document, 100, 100);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    unlink(path);
    arena_destroy(arena);
    return 0;
}

static struct frame *add(enum frame_kind kind, struct element *element) {
    struct frame *frame = page_add_frame(document, &document->pages[document->page_count - 1], kind, element);
    frame->x = 10;
    frame->y = 20;
    frame->width = frame->height = 30;
    return frame;
}

static struct frame *add_text(struct element *element, const char *words) {
    struct frame *frame = add(FRAME_TEXT, element);
    frame->height = 0;
    frame->u.text.face = FACE_TEXT;
    frame->u.text.size_pt = 8;
    frame->u.text.string = words;
    return frame;
}

static struct element *below(struct element *parent, enum role role) {
    return document_add_element(document, parent, role);
}

static char bytes[400000];
static size_t length;

static void write_all(void) {
    assert_true(pdf_write(document, NULL, path, &(struct pdf_options){.plain = true}, &diag));
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    assert_true(length < sizeof bytes);
}

static bool has(const char *wanted) {
    return memmem(bytes, length, wanted, strlen(wanted)) != NULL;
}

/* The document is not written, and the message says why. */
static void assert_refused(const char *why) {
    assert_false(pdf_write(document, NULL, path, NULL, &diag));
    assert_int_equal(diag.system, 1);
    assert_non_null(strstr(diag.messages[0].text, why));
}

static void test_metadata_is_sound_xml_whatever_is_in_it(void **state) {
    (void)state;
    document->title = "A < B & C > D\x01\xEF\xBF\xBE\xEF\xBF\xBF";
    document->author = "";
    write_all();
    assert_true(has("A &lt; B &amp; C &gt; D   </"));
    assert_false(has("/Author"));
    assert_false(has("<dc:creator>"));
}

static void test_cells_say_how_far_they_reach(void **state) {
    (void)state;
    struct element *table = below(NULL, ROLE_TABLE), *row = below(below(table, ROLE_TABLE_BODY), ROLE_TABLE_ROW);
    static const int spans[][2] = {{1, 1}, {2, 1}, {1, 3}, {4, 5}};
    for (size_t i = 0; i < 4; i++) {
        struct element *cell = below(row, ROLE_DATA_CELL);
        cell->column_span = spans[i][0];
        cell->row_span = spans[i][1];
        add_text(cell, "x");
    }
    write_all();
    assert_true(has("/A<</O/Table/ColSpan 2>>"));
    assert_true(has("/A<</O/Table/RowSpan 3>>"));
    assert_true(has("/A<</O/Table/ColSpan 4/RowSpan 5>>"));
    assert_false(has("Span 1>>"));
}

/* What a list whose first item has a label is said to be numbered by. */
static bool is_numbered(const char *label, const char *numbering) {
    struct element *item = below(below(NULL, ROLE_LIST), ROLE_LIST_ITEM);
    add_text(below(item, ROLE_LIST_LABEL), label);
    add_text(below(item, ROLE_LIST_BODY), "Point");
    write_all();
    return has(numbering);
}

static void test_a_number_numbers_a_list(void **state) {
    (void)state;
    assert_true(is_numbered("1.", "/ListNumbering/Decimal"));
}

static void test_a_bullet_or_a_letter_does_not(void **state) {
    (void)state;
    assert_true(is_numbered("\xE2\x80\xA2", "/ListNumbering/Disc"));
    assert_true(is_numbered("a)", "/ListNumbering/Disc"));
    assert_false(has("/Decimal"));
}

static void test_a_list_without_labels_in_words_is_not_numbered(void **state) {
    (void)state;
    static const struct frame_point points[] = {{10, 20}, {15, 20}, {15, 25}};
    struct element *drawn = below(below(NULL, ROLE_LIST), ROLE_LIST_ITEM);
    struct frame *shape = add(FRAME_SHAPE, below(drawn, ROLE_LIST_LABEL));
    shape->u.shape.points = points;
    shape->u.shape.count = 3;
    shape->u.shape.filled = true;
    add_text(below(below(below(NULL, ROLE_LIST), ROLE_LIST_ITEM), ROLE_LIST_BODY), "No label");
    add_text(below(below(NULL, ROLE_LIST), ROLE_PARAGRAPH), "No item");
    write_all();
    assert_false(has("/ListNumbering"));
}

static void test_a_figure_has_the_box_of_what_is_drawn(void **state) {
    (void)state;
    static const struct frame_point points[] = {{10, 20}, {40, 20}, {25, 60}};
    struct element *figure = below(NULL, ROLE_FIGURE), *words = below(NULL, ROLE_FIGURE);
    struct frame *shape = add(FRAME_SHAPE, figure);
    shape->u.shape.points = points;
    shape->u.shape.count = 3;
    shape->u.shape.filled = true;
    add_text(figure, "label")->x = 5;
    add_text(words, "words alone");
    write_all();
    assert_true(has("/BBox[10 40 40 80 ]"));
    const char *first = memmem(bytes, length, "/BBox[", 6);
    assert_null(memmem(first + 1, length - (size_t)(first + 1 - bytes), "/BBox[", 6));
}

static void test_a_sheet_says_what_is_cut_off(void **state) {
    (void)state;
    write_all();
    assert_false(has("/TrimBox"));
    document->pages[0].slug_y_pt = 5;
    write_all();
    assert_true(has("/TrimBox [ 0 5 100 95 ]"));
    document->pages[0].slug_x_pt = 10;
    write_all();
    assert_true(has("/TrimBox [ 10 5 90 95 ]"));
    assert_false(has("Box [ 6 1 "));
    document->pages[0].bleed_pt = 4;
    write_all();
    assert_true(has("/BleedBox [ 6 1 94 99 ]"));
    assert_true(has("/CropBox [ 10 5 90 95 ]"));
    document->booklet = true;
    write_all();
    assert_true(has("/BleedBox"));
    assert_false(has("/CropBox"));
}

static void test_paper_that_no_viewer_shows_is_refused(void **state) {
    (void)state;
    document->pages[0].width_pt = 2;
    assert_refused("paper");
}

static void test_a_face_without_a_font_is_refused(void **state) {
    (void)state;
    add_text(NULL, "words")->u.text.face = FACE_TABLE;
    fonts.files[FACE_TABLE].path = "/tmp";
    assert_refused("font");
}

static void test_a_picture_that_was_not_drawn_is_refused(void **state) {
    (void)state;
    add(FRAME_IMAGE, below(NULL, ROLE_FIGURE));
    assert_refused("picture");
}

static void test_a_link_that_leads_to_no_page_is_refused(void **state) {
    (void)state;
    struct element *link = below(below(NULL, ROLE_PARAGRAPH), ROLE_LINK);
    add(FRAME_LINK, link);
    link->link.page = 1;
    assert_refused("link");
}

static void test_a_link_without_an_element_is_refused(void **state) {
    (void)state;
    add(FRAME_LINK, NULL);
    assert_refused("link");
}

static void test_a_link_without_words_of_its_own_is_called_one(void **state) {
    (void)state;
    struct element *link = below(below(NULL, ROLE_PARAGRAPH), ROLE_LINK);
    add_text(link, "here");
    add(FRAME_LINK, link);
    write_all();
    assert_true(has("/Contents (Link)"));
}

static void test_faces_of_one_file_share_its_font(void **state) {
    (void)state;
    fonts.files[FACE_TEXT_BOLD].path = FONT;
    add_text(NULL, "one");
    add_text(NULL, "two")->u.text.face = FACE_TEXT_BOLD;
    write_all();
    const char *first = memmem(bytes, length, "/FontFile2", 10);
    assert_non_null(first);
    assert_null(memmem(first + 1, length - (size_t)(first + 1 - bytes), "/FontFile2", 10));
}

static void test_labels_that_look_like_numbers_are_not_counted_past_their_range(void **state) {
    (void)state;
    static const char *const labels[] = {"000", "12345678901", "B7", "C8", "C10"};
    document->pages[0].label = labels[0];
    for (size_t i = 1; i < 5; i++)
        document_add_page(document, 100, 100)->label = labels[i];
    write_all();
    assert_true(has("/PageLabels << /Nums [0 <</P (000)>>\n1 <</P (12)/S/D/St 345678901>>\n2 <</P (B)/S/D/St 7>>\n"
                    "3 <</P (C)/S/D/St 8>>\n4 <</P (C)/S/D/St 10>>\n] >>"));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_metadata_is_sound_xml_whatever_is_in_it),
        TEST(test_cells_say_how_far_they_reach),
        TEST(test_a_number_numbers_a_list),
        TEST(test_a_bullet_or_a_letter_does_not),
        TEST(test_a_list_without_labels_in_words_is_not_numbered),
        TEST(test_a_figure_has_the_box_of_what_is_drawn),
        TEST(test_a_sheet_says_what_is_cut_off),
        TEST(test_paper_that_no_viewer_shows_is_refused),
        TEST(test_a_face_without_a_font_is_refused),
        TEST(test_a_picture_that_was_not_drawn_is_refused),
        TEST(test_a_link_that_leads_to_no_page_is_refused),
        TEST(test_a_link_without_an_element_is_refused),
        TEST(test_a_link_without_words_of_its_own_is_called_one),
        TEST(test_faces_of_one_file_share_its_font),
        TEST(test_labels_that_look_like_numbers_are_not_counted_past_their_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
