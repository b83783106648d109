#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pdf.h"
#include "text.h"

/* Whole documents by hand, written, and looked at with poppler and qpdf where they are installed. */

enum { PAPER_WIDTH = 595, PAPER_HEIGHT = 842 };

#define FONT_FOLDER "/usr/share/fonts/truetype/roboto/unhinted/"

struct fixture {
    struct arena *arena;
    struct diag diag;
    struct document *document;
    struct font_list fonts;
    struct drawing_sheet sheet;
    char folder[64];
    char *path;
};

static int set_up(void **state) {
    struct fixture *fixture = calloc(1, sizeof(*fixture));
    if (fixture == NULL)
        return 1;
    fixture->arena = arena_create();
    diag_init(&fixture->diag, fixture->arena);
    fixture->fonts.files[FACE_TEXT].path = FONT_FOLDER "RobotoTTF/Roboto-Regular.ttf";
    fixture->fonts.files[FACE_TEXT_BOLD].path = FONT_FOLDER "RobotoTTF/Roboto-Bold.ttf";
    fixture->fonts.files[FACE_TABLE].path = FONT_FOLDER "RobotoCondensed-Regular.ttf";
    fixture->fonts.files[FACE_FALLBACK].path = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
    struct document *document = document_create(fixture->arena);
    document->title = "Board pack — Peterborough";
    document->language = "en-GB";
    document->author = "Children’s services & friends";
    document->created = 1530000000;
    document->theme = &theme_default;
    document->fonts = &fixture->fonts;
    fixture->document = document;
    strcpy(fixture->folder, "/tmp/boardpack-pdf-XXXXXX");
    if (mkdtemp(fixture->folder) == NULL)
        return 1;
    fixture->path = arena_printf(fixture->arena, "%s/pack.pdf", fixture->folder);
    *state = fixture;
    return 0;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    unlink(fixture->path);
    rmdir(fixture->folder);
    free(fixture->sheet.bytes);
    arena_destroy(fixture->arena);
    free(fixture);
    return 0;
}

static struct page *last_page(struct fixture *fixture) {
    return &fixture->document->pages[fixture->document->page_count - 1];
}

static struct frame *add_frame(struct fixture *fixture, enum frame_kind kind, struct element *element, double x,
                               double y, double width, double height) {
    struct frame *frame = page_add_frame(fixture->document, last_page(fixture), kind, element);
    frame->x = x;
    frame->y = y;
    frame->width = width;
    frame->height = height;
    return frame;
}

static struct frame *add_text(struct fixture *fixture, struct element *element, enum face face, double x, double y,
                              const char *string) {
    struct frame *frame = add_frame(fixture, FRAME_TEXT, element, x, y, 100, 0);
    frame->u.text.face = face;
    frame->u.text.size_pt = face == FACE_TEXT_BOLD ? 18 : 9;
    frame->u.text.string = string;
    return frame;
}

static void add_paper(struct fixture *fixture, const char *label) {
    document_add_page(fixture->document, PAPER_WIDTH, PAPER_HEIGHT)->label = label;
    add_text(fixture, NULL, FACE_TEXT, 40, 30, "Running head")->pagination = true;
    struct frame *rule = add_frame(fixture, FRAME_RULE, NULL, 40, 36, 500, 0);
    rule->colour = COLOUR_BRAND;
    rule->u.rule.weight_pt = 1.25;
}

static void add_outline(struct fixture *fixture, int level, const char *title, size_t page) {
    struct document *document = fixture->document;
    arena_append(document->arena, document->outline, document->outline_count, document->outline_capacity) =
        (struct outline_entry){level, title, page};
}

static void add_table(struct fixture *fixture, struct element *section) {
    struct document *document = fixture->document;
    struct element *table = document_add_element(document, section, ROLE_TABLE);
    struct element *head = document_add_element(document, table, ROLE_TABLE_HEAD);
    struct element *body = document_add_element(document, table, ROLE_TABLE_BODY);
    for (int row = 0; row < 3; row++) {
        struct element *line = document_add_element(document, row == 0 ? head : body, ROLE_TABLE_ROW);
        for (int column = 0; column < 3; column++) {
            bool heads = row == 0 || column == 0;
            struct element *cell = document_add_element(document, line, heads ? ROLE_HEADER_CELL : ROLE_DATA_CELL);
            if (heads)
                cell->scope = row == 0 ? SCOPE_COLUMN : SCOPE_ROW;
            struct frame *fill = add_frame(fixture, FRAME_FILL, NULL, 40 + column * 60, 200 + row * 14, 60, 14);
            fill->colour = COLOUR_TINT;
            if (row == 2 && column == 2)
                continue; /* a cell with nothing in it */
            add_text(fixture, cell, FACE_TABLE, 42 + column * 60, 210 + row * 14,
                     arena_printf(fixture->arena, "r%dc%d", row, column));
        }
    }
}

/* A sheet of two drawings, as a PDF: they share resources, one of which points at itself, and a font that lacks what
 * PDF/UA asks for. */
static void draw_sheet(struct fixture *fixture) {
    static const char *const objects[] = {
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 5 0 R /Resources 7 0 R /Group 9 0 R >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 6 0 R /Resources 7 0 R >>",
        "<< /Length 20 >>\nstream\n10 10 80 80 re f    \nendstream",
        "<< /Length 20 >>\nstream\n/a gs 10 10 9 9 re f\nendstream",
        "<< /ExtGState << /a 8 0 R >> >>",
        "<< /Type /ExtGState /ca 0.5 /Own [8 0 R (a\\)b)] /Like << /Subtype /CIDFontType2 >> >>",
        "<< /Type /Group /S /Transparency >>",
    };
    enum { COUNT = sizeof(objects) / sizeof(objects[0]) };
    struct text pdf = {0};
    size_t offsets[COUNT];
    text_add(&pdf, "%PDF-1.5\n");
    for (int i = 0; i < COUNT; i++) {
        offsets[i] = pdf.length;
        text_printf(&pdf, "%d 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }
    size_t table = pdf.length;
    text_printf(&pdf, "xref\n0 %d\n0000000000 65535 f \n", COUNT + 1);
    for (int i = 0; i < COUNT; i++)
        text_printf(&pdf, "%010zu 00000 n \n", offsets[i]);
    text_printf(&pdf, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n", COUNT + 1, table);
    fixture->sheet = (struct drawing_sheet){(unsigned char *)pdf.bytes, pdf.length};
}

static void add_figure(struct fixture *fixture, struct element *section, size_t drawing, double y) {
    struct element *figure = document_add_element(fixture->document, section, ROLE_FIGURE);
    figure->alt = "A column chart: 80 of 100, above the target of 75.";
    struct frame *image = add_frame(fixture, FRAME_IMAGE, figure, 40, y, 200, 100);
    image->u.image.drawing = (struct drawing){.page = drawing, .width_pt = 200, .height_pt = 100};
}

static void add_symbol(struct fixture *fixture, struct element *section) {
    static const struct frame_point points[] = {{300, 220}, {310, 220}, {305, 210}};
    struct element *paragraph = document_add_element(fixture->document, section, ROLE_PARAGRAPH);
    struct element *symbol = document_add_element(fixture->document, paragraph, ROLE_SPAN);
    symbol->actual_text = "Up";
    struct frame *shape = add_frame(fixture, FRAME_SHAPE, symbol, 300, 210, 10, 10);
    shape->colour = COLOUR_GREEN;
    shape->u.shape.points = points;
    shape->u.shape.count = 3;
    shape->u.shape.closed = shape->u.shape.filled = true;
}

static void add_list(struct fixture *fixture, struct element *section) {
    struct document *document = fixture->document;
    struct element *list = document_add_element(document, section, ROLE_LIST);
    for (int i = 0; i < 2; i++) {
        struct element *item = document_add_element(document, list, ROLE_LIST_ITEM);
        struct element *label = document_add_element(document, item, ROLE_LIST_LABEL);
        struct element *body = document_add_element(document, item, ROLE_LIST_BODY);
        struct element *paragraph = document_add_element(document, body, ROLE_PARAGRAPH);
        add_text(fixture, label, FACE_TEXT, 40, 500 + 12 * i, "•");
        add_text(fixture, paragraph, FACE_TEXT, 50, 500 + 12 * i, i == 0 ? "first point" : "second point");
    }
}

static struct element *add_paragraph_with_links(struct fixture *fixture, struct element *section) {
    struct document *document = fixture->document;
    struct element *paragraph = document_add_element(document, section, ROLE_PARAGRAPH);
    add_text(fixture, paragraph, FACE_TEXT, 40, 120, "Costs rose by £1,234 to 5% – ");
    const char *const addresses[] = {NULL, "https://example.org/ŵ (x)"};
    for (int i = 0; i < 2; i++) {
        struct element *link = document_add_element(document, paragraph, ROLE_LINK);
        add_text(fixture, link, FACE_TEXT, 200 + 60 * i, 120, i == 0 ? "see page 126 " : "the site ");
        add_frame(fixture, FRAME_LINK, link, 200 + 60 * i, 110, 50, 12);
        link->link = (struct element_link){.uri = addresses[i], .page = 1, .words = i == 0 ? "Page 126" : "The site"};
    }
    add_text(fixture, paragraph, FACE_TEXT, 40, 132, "and after the links ");
    return paragraph;
}

/* Two pages with all that a document can have. */
static void fill_document(struct fixture *fixture) {
    struct document *document = fixture->document;
    draw_sheet(fixture);
    add_paper(fixture, "125");
    struct element *section = document_add_element(document, NULL, ROLE_SECTION);
    document_add_element(document, section, ROLE_PARAGRAPH); /* stays empty */
    add_text(fixture, document_add_element(document, section, ROLE_HEADING_1), FACE_TEXT_BOLD, 40, 80, "Referrals");
    struct element *paragraph = add_paragraph_with_links(fixture, section);
    add_table(fixture, section);
    add_symbol(fixture, section);
    add_figure(fixture, section, 0, 300);
    add_list(fixture, section);
    add_paper(fixture, "126");
    add_text(fixture, paragraph, FACE_TEXT, 40, 80, "the paragraph goes on here.");
    struct element *heading = document_add_element(document, section, ROLE_HEADING_2);
    add_text(fixture, heading, FACE_TEXT_BOLD, 40, 100, "Ŵye ŷr ");
    add_text(fixture, heading, FACE_FALLBACK, 150, 100, "▲▼");
    add_figure(fixture, section, 1, 300);
    add_outline(fixture, 1, "Referrals", 0);
    add_outline(fixture, 2, "Ŵŷ", 1);
    add_outline(fixture, 1, "End", 1);
}

static bool write_pack(struct fixture *fixture, const struct pdf_options *options) {
    return pdf_write(fixture->document, &fixture->sheet, fixture->path, options, &fixture->diag);
}

static char *file_bytes(struct fixture *fixture, size_t *length) {
    FILE *file = fopen(fixture->path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = arena_alloc(fixture->arena, *length + 1);
    assert_int_equal(fread(bytes, 1, *length, file), *length);
    fclose(file);
    return bytes;
}

static bool contains(const char *bytes, size_t length, const char *wanted) {
    return memmem(bytes, length, wanted, strlen(wanted)) != NULL;
}

static bool installed(struct fixture *fixture, const char *tool) {
    return system(arena_printf(fixture->arena, "command -v %s >/dev/null", tool)) == 0;
}

/* What a tool says of the file, "" where there is no such tool. */
static char *tool_says(struct fixture *fixture, const char *tool, const char *arguments) {
    char *said = arena_alloc(fixture->arena, 16384);
    if (!installed(fixture, tool))
        return said;
    FILE *pipe = popen(arena_printf(fixture->arena, "cd %s && %s %s 2>&1", fixture->folder, tool, arguments), "r");
    assert_non_null(pipe);
    said[fread(said, 1, 16383, pipe)] = '\0';
    assert_int_equal(pclose(pipe), 0);
    return said;
}

static void test_pages_are_written_and_sound(void **state) {
    struct fixture *fixture = *state;
    fill_document(fixture);
    assert_true(write_pack(fixture, NULL));
    assert_int_equal(fixture->diag.count, 0);
    const char *keep = getenv("BOARDPACK_TEST_KEEP");
    if (keep != NULL)
        assert_int_equal(system(arena_printf(fixture->arena, "cp %s %s", fixture->path, keep)), 0);
    if (installed(fixture, "qpdf"))
        assert_int_equal(system(arena_printf(fixture->arena, "qpdf --check %s >/dev/null", fixture->path)), 0);
}

static void test_words_can_be_read_back(void **state) {
    struct fixture *fixture = *state;
    fill_document(fixture);
    assert_true(write_pack(fixture, NULL));
    const char *words = tool_says(fixture, "pdftotext", "pack.pdf -");
    if (*words == '\0')
        skip();
    assert_non_null(strstr(words, "£1,234 to 5% –"));
    assert_non_null(strstr(words, "Ŵye ŷr"));
    assert_non_null(strstr(words, "▲▼"));
}

/* Whether the words come in this order. */
static void assert_in_order(const char *text, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        text = strstr(text, words[i]);
        if (text == NULL)
            fail_msg("missing or too early: %s", words[i]);
    }
}

static void test_structure_follows_the_elements(void **state) {
    struct fixture *fixture = *state;
    fill_document(fixture);
    assert_true(write_pack(fixture, NULL));
    const char *tree = tool_says(fixture, "pdfinfo", "-struct-text pack.pdf");
    if (*tree == '\0')
        skip();
    static const char *const order[] = {
        "Document", "Sect",      "H1",        "Referrals",    "P (block)",   "Costs", "Link",  "see page",
        "Link",     "the site",  "and after", "goes on here", "Table",       "THead", "TR",    "TH",
        "r0c0",     "TBody",     "r1c0",      "TD",           "r1c1",        "r2c1",  "TD",    "Span",
        "Figure",   "L (block)", "Lbl",       "LBody",        "first point", "H2",    "Figure"};
    assert_in_order(tree, order, sizeof(order) / sizeof(order[0]));
}

static void test_same_document_same_bytes(void **state) {
    struct fixture *fixture = *state;
    size_t first_length, second_length;
    fill_document(fixture);
    assert_true(write_pack(fixture, NULL));
    const char *first = file_bytes(fixture, &first_length);
    assert_true(write_pack(fixture, NULL));
    const char *second = file_bytes(fixture, &second_length);
    assert_int_equal(first_length, second_length);
    assert_memory_equal(first, second, first_length);
}

static void test_neighbours_share_a_mark(void **state) {
    struct fixture *fixture = *state;
    size_t length;
    add_paper(fixture, NULL);
    struct element *paragraph = document_add_element(fixture->document, NULL, ROLE_PARAGRAPH);
    add_text(fixture, paragraph, FACE_TEXT, 40, 80, "one ");
    add_text(fixture, paragraph, FACE_TEXT, 60, 80, "two");
    assert_true(write_pack(fixture, &(struct pdf_options){.plain = true}));
    const char *bytes = file_bytes(fixture, &length);
    assert_true(contains(bytes, length,
                         "/P<</MCID 0 >>BDC\nBT\n40 762 Td<006F006E00650020>Tj\n20 0 Td<00740077006F>Tj\nET\nEMC\n"));
    assert_false(contains(bytes, length, "/MCID 1"));
}

static void test_labels_that_count_up_share_a_range(void **state) {
    struct fixture *fixture = *state;
    static const char *const labels[] = {NULL, NULL, "9", "10", "A-1", "A-2", "Annex", "12"};
    size_t length;
    for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
        add_paper(fixture, labels[i]);
    assert_true(write_pack(fixture, NULL));
    const char *bytes = file_bytes(fixture, &length);
    assert_true(contains(bytes, length,
                         "/PageLabels << /Nums [0 <<>>\n2 <</S/D/St 9>>\n4 <</P (A-)/S/D/St 1>>\n6 <</P (Annex)>>\n"
                         "7 <</S/D/St 12>>\n] >>"));
}

static void test_a_place_that_is_no_number_is_refused(void **state) {
    struct fixture *fixture = *state;
    static const double bad[] = {NAN, INFINITY, -INFINITY, 14401};
    add_paper(fixture, NULL);
    struct frame *frame = add_frame(fixture, FRAME_FILL, NULL, 0, 0, 10, 10);
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        frame->x = bad[i];
        assert_false(write_pack(fixture, NULL));
        assert_int_equal(fixture->diag.system, i + 1);
        assert_int_not_equal(access(fixture->path, F_OK), 0);
    }
}

static void test_a_character_without_glyph_is_refused(void **state) {
    struct fixture *fixture = *state;
    add_paper(fixture, NULL);
    add_text(fixture, NULL, FACE_TEXT, 40, 80, "▲");
    assert_false(write_pack(fixture, NULL));
    assert_int_equal(fixture->diag.system, 1);
    assert_non_null(strstr(fixture->diag.messages[0].text, "U+25B2"));
}

static void test_a_failure_leaves_the_old_file(void **state) {
    struct fixture *fixture = *state;
    size_t length;
    add_paper(fixture, NULL);
    assert_true(write_pack(fixture, NULL));
    struct stat before, after;
    assert_int_equal(stat(fixture->path, &before), 0);
    add_frame(fixture, FRAME_FILL, NULL, NAN, 0, 10, 10);
    assert_false(write_pack(fixture, NULL));
    assert_int_equal(stat(fixture->path, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    file_bytes(fixture, &length);
    assert_int_equal(before.st_size, length);
}

static void test_a_missing_folder_is_a_system_failure(void **state) {
    struct fixture *fixture = *state;
    add_paper(fixture, NULL);
    assert_false(pdf_write(fixture->document, NULL, arena_printf(fixture->arena, "%s/no/pack.pdf", fixture->folder),
                           NULL, &fixture->diag));
    assert_int_equal(fixture->diag.system, 1);
}

static void test_a_drawing_comes_over(void **state) {
    struct fixture *fixture = *state;
    size_t length;
    draw_sheet(fixture);
    add_paper(fixture, NULL);
    add_figure(fixture, NULL, 1, 100);
    assert_true(write_pack(fixture, &(struct pdf_options){.plain = true}));
    const char *bytes = file_bytes(fixture, &length);
    assert_true(contains(bytes, length, "/Figure<</MCID 0 >>BDC\nq 1 0 0 1 40 642 cm\n/X1 Do\nQ\nEMC\n"));
    assert_true(contains(bytes, length, "/Subtype /Form /BBox [0 0 200 100 ]"));
    assert_true(contains(bytes, length, "/a gs 10 10 9 9 re f"));
    assert_true(contains(bytes, length, "/ca 0.5"));
    assert_true(contains(bytes, length, "/CIDToGIDMap /Identity"));
    assert_false(contains(bytes, length, "10 10 80 80 re"));
    assert_false(contains(bytes, length, "/Transparency"));
}

static void test_a_broken_sheet_is_a_failure(void **state) {
    struct fixture *fixture = *state;
    draw_sheet(fixture);
    fixture->sheet.length = 40;
    add_paper(fixture, NULL);
    add_figure(fixture, NULL, 0, 100);
    assert_false(write_pack(fixture, NULL));
    assert_int_equal(fixture->diag.system, 1);
}

static void test_a_missing_drawing_is_a_failure(void **state) {
    struct fixture *fixture = *state;
    add_paper(fixture, NULL);
    add_figure(fixture, NULL, 7, 100);
    assert_false(write_pack(fixture, NULL));
    assert_int_equal(fixture->diag.system, 1);
}

static void test_a_drawing_that_the_sheet_lacks_is_a_failure(void **state) {
    struct fixture *fixture = *state;
    draw_sheet(fixture);
    add_paper(fixture, NULL);
    add_figure(fixture, NULL, 2, 100);
    assert_false(write_pack(fixture, NULL));
    assert_int_equal(fixture->diag.system, 1);
}

static void test_a_drawing_that_stands_twice_comes_over_once(void **state) {
    struct fixture *fixture = *state;
    size_t length;
    draw_sheet(fixture);
    add_paper(fixture, NULL);
    add_figure(fixture, NULL, 0, 100);
    add_figure(fixture, NULL, 0, 300);
    assert_true(write_pack(fixture, &(struct pdf_options){.plain = true}));
    const char *bytes = file_bytes(fixture, &length), *form = memmem(bytes, length, "10 10 80 80 re", 14);
    assert_non_null(form);
    assert_null(memmem(form + 1, length - (size_t)(form + 1 - bytes), "10 10 80 80 re", 14));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_pages_are_written_and_sound),
        TEST(test_words_can_be_read_back),
        TEST(test_structure_follows_the_elements),
        TEST(test_same_document_same_bytes),
        TEST(test_neighbours_share_a_mark),
        TEST(test_labels_that_count_up_share_a_range),
        TEST(test_a_place_that_is_no_number_is_refused),
        TEST(test_a_character_without_glyph_is_refused),
        TEST(test_a_failure_leaves_the_old_file),
        TEST(test_a_missing_folder_is_a_system_failure),
        TEST(test_a_drawing_comes_over),
        TEST(test_a_broken_sheet_is_a_failure),
        TEST(test_a_missing_drawing_is_a_failure),
        TEST(test_a_drawing_that_the_sheet_lacks_is_a_failure),
        TEST(test_a_drawing_that_stands_twice_comes_over_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
