#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "export.h"
#include "text.h"

/* A page by hand, a point a pixel, and what of it is in the picture. */

enum { WIDTH = 200, HEIGHT = 100 };

#define FONT "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf"

struct fixture {
    struct arena *arena;
    struct diag diag;
    struct document *document;
    struct font_list fonts;
    struct export *export;
    char folder[64];
    char *path;
};

static bool paint_chart(cairo_t *cr, struct lettering *lettering, const struct theme *theme, const struct chart *chart,
                        double width_pt, double height_pt) {
    (void)lettering;
    (void)theme;
    (void)chart;
    cairo_set_source_rgb(cr, 1, 0, 0);
    cairo_rectangle(cr, 0, 0, width_pt, height_pt);
    cairo_fill(cr);
    return true;
}

static struct frame *add_frame(struct fixture *fixture, enum frame_kind kind, struct element *element, double x,
                               double y, double width, double height) {
    struct frame *frame = page_add_frame(fixture->document, &fixture->document->pages[0], kind, element);
    frame->x = x;
    frame->y = y;
    frame->width = width;
    frame->height = height;
    return frame;
}

static int set_up(void **state) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    if (fixture == NULL)
        return 1;
    fixture->arena = arena_create();
    diag_init(&fixture->diag, fixture->arena);
    fixture->fonts.files[FACE_TEXT].path = FONT;
    struct document *document = fixture->document = document_create(fixture->arena);
    document->language = "en-GB";
    document->author = "Team";
    document->theme = &theme_default;
    document->fonts = &fixture->fonts;
    struct page *page = document_add_page(document, WIDTH, HEIGHT);
    page->id = "visits";
    page->title = "Visits < plans & \"more\" ]]>";
    page->about = "About visits.";
    strcpy(fixture->folder, "/tmp/boardpack-picture-XXXXXX");
    if (mkdtemp(fixture->folder) == NULL)
        return 1;
    fixture->path = arena_printf(fixture->arena, "%s/page", fixture->folder);
    *state = fixture;
    return 0;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    export_destroy(fixture->export);
    unlink(fixture->path);
    rmdir(fixture->folder);
    arena_destroy(fixture->arena);
    free(fixture);
    return 0;
}

static bool write_page(struct fixture *fixture, enum export_format format, double dpi) {
    const struct export_options options = {format, dpi, paint_chart, NULL, "boardpack"};
    export_destroy(fixture->export);
    fixture->export = export_create(&fixture->fonts, &options, &fixture->diag);
    return export_write(fixture->export, fixture->document, 0, fixture->path);
}

static char *read_all(struct fixture *fixture, size_t *length) {
    FILE *file = fopen(fixture->path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = arena_alloc(fixture->arena, *length + 1);
    assert_int_equal(fread(bytes, 1, *length, file), *length);
    fclose(file);
    return bytes;
}

static uint32_t pixel(cairo_surface_t *surface, int x, int y) {
    uint32_t value;
    const unsigned char *bytes = cairo_image_surface_get_data(surface);
    memcpy(&value, bytes + y * cairo_image_surface_get_stride(surface) + 4 * x, sizeof value);
    return value & 0xFFFFFF;
}

static uint32_t colour(enum colour colour) {
    struct rgb rgb = theme_default.colours[colour];
    return (uint32_t)lround(rgb.red * 255) << 16 | (uint32_t)lround(rgb.green * 255) << 8 |
           (uint32_t)lround(rgb.blue * 255);
}

/* The columns from left on that hold ink between two rows: how many, and the first. */
static int ink_columns(cairo_surface_t *surface, int left, int top, int bottom, int *first) {
    int count = 0;
    *first = -1;
    for (int x = left; x < cairo_image_surface_get_width(surface); x++) {
        bool ink = false;
        for (int y = top; y < bottom; y++)
            ink = ink || pixel(surface, x, y) != 0xFFFFFF;
        *first = ink && *first < 0 ? x : *first;
        count += ink;
    }
    return count;
}

static void puts_every_frame_in_its_place(void **state) {
    struct fixture *fixture = *state;
    add_frame(fixture, FRAME_FILL, NULL, 10, 20, 30, 10)->colour = COLOUR_GREEN;
    struct frame *rule = add_frame(fixture, FRAME_RULE, NULL, 50, 25, 20, 0);
    rule->colour = COLOUR_BRAND;
    rule->u.rule.weight_pt = 4;
    static const struct frame_point points[] = {{100, 20}, {120, 20}, {120, 40}, {100, 40}};
    struct frame *shape = add_frame(fixture, FRAME_SHAPE, NULL, 0, 0, 0, 0);
    shape->colour = COLOUR_RED;
    shape->u.shape.points = points;
    shape->u.shape.count = 4;
    shape->u.shape.closed = shape->u.shape.filled = true;
    add_frame(fixture, FRAME_CHART, NULL, 150, 50, 40, 30);
    add_frame(fixture, FRAME_LINK, NULL, 0, 0, WIDTH, HEIGHT);
    assert_true(write_page(fixture, EXPORT_PNG, 144));
    cairo_surface_t *surface = cairo_image_surface_create_from_png(fixture->path);
    assert_int_equal(cairo_image_surface_get_width(surface), 2 * WIDTH);
    assert_int_equal(cairo_image_surface_get_height(surface), 2 * HEIGHT);
    assert_int_equal(pixel(surface, 18, 50), 0xFFFFFF);
    assert_int_equal(pixel(surface, 22, 42), colour(COLOUR_GREEN));
    assert_int_equal(pixel(surface, 78, 58), colour(COLOUR_GREEN));
    assert_int_equal(pixel(surface, 82, 58), 0xFFFFFF);
    assert_int_equal(pixel(surface, 102, 47), colour(COLOUR_BRAND));
    assert_int_equal(pixel(surface, 102, 55), 0xFFFFFF);
    assert_int_equal(pixel(surface, 220, 60), colour(COLOUR_RED));
    assert_int_equal(pixel(surface, 302, 102), 0xFF0000);
    assert_int_equal(pixel(surface, 378, 158), 0xFF0000);
    assert_int_equal(pixel(surface, 382, 158), 0xFFFFFF);
    cairo_surface_destroy(surface);
}

/* A blank takes 0.247 em: at 40 pt and 4 pixels a point, what follows it stands 39.5 pixels further. */
static void sets_letters_at_their_advances(void **state) {
    struct fixture *fixture = *state;
    struct frame *text = add_frame(fixture, FRAME_TEXT, NULL, 20, 80, 40, 0);
    text->u.text.face = FACE_TABLE_BOLD; /* no file: the text face stands in */
    text->u.text.size_pt = 40;
    text->u.text.string = "l";
    assert_true(write_page(fixture, EXPORT_PNG, 72 * 4));
    cairo_surface_t *surface = cairo_image_surface_create_from_png(fixture->path);
    int one, other, width = ink_columns(surface, 0, 200, 320, &one);
    cairo_surface_destroy(surface);
    text->u.text.string = "\u00A0l";
    assert_true(write_page(fixture, EXPORT_PNG, 72 * 4));
    surface = cairo_image_surface_create_from_png(fixture->path);
    assert_in_range(ink_columns(surface, 0, 200, 320, &other), width - 1, width + 1); /* smoothed edges */
    cairo_surface_destroy(surface);
    assert_in_range(width, 10, 20);
    assert_in_range(one, 80, 92);
    assert_in_range(other - one, 38, 41);
}

static void says_what_it_shows(void **state) {
    struct fixture *fixture = *state;
    struct element *later = document_add_element(fixture->document, NULL, ROLE_FIGURE);
    struct element *last = document_add_element(fixture->document, NULL, ROLE_FIGURE);
    later->alt = "A chart.";
    last->alt = "Another.";
    add_frame(fixture, FRAME_CHART, last, 0, 0, 10, 10);
    add_frame(fixture, FRAME_CHART, later, 20, 0, 10, 10);
    size_t length;
    assert_true(write_page(fixture, EXPORT_SVG, 0));
    const char *svg = read_all(fixture, &length);
    assert_non_null(strstr(svg, " lang=\"en-GB\" xml:lang=\"en-GB\""));
    assert_non_null(strstr(svg, " width=\"200.0000pt\" height=\"100.0000pt\""));
    assert_non_null(strstr(svg, "<title id=\"title\">Visits &lt; plans &amp; &quot;more&quot; ]]&gt;</title>"));
    assert_non_null(strstr(svg, "<desc id=\"desc\">About visits.\n\nA chart.\n\nAnother.</desc>"));
    assert_true(write_page(fixture, EXPORT_PNG, 72));
    const char *png = read_all(fixture, &length);
    assert_non_null(memmem(png, length, "iTXtTitle\0\0\0en-GB\0\0Visits < plans", 33));
    assert_non_null(memmem(png, length, "About visits.\n\nA chart.\n\nAnother.", 33));
    assert_non_null(memmem(png, length, "pHYs\0\0\x0B\x13\0\0\x0B\x13\x01", 13));
}

static void has_the_same_bytes_again(void **state) {
    struct fixture *fixture = *state;
    struct frame *text = add_frame(fixture, FRAME_TEXT, NULL, 20, 80, 40, 0);
    text->u.text.size_pt = 12;
    text->u.text.string = "Visits in time";
    for (enum export_format format = EXPORT_SVG; format <= EXPORT_PNG; format++) {
        size_t first, second;
        assert_true(write_page(fixture, format, 72));
        const char *before = read_all(fixture, &first);
        cairo_surface_destroy(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1)); /* cairo counts them */
        assert_true(write_page(fixture, format, 72));
        const char *after = read_all(fixture, &second);
        assert_int_equal(first, second);
        assert_memory_equal(before, after, first);
    }
}

static void refuses_a_place_that_is_no_number(void **state) {
    struct fixture *fixture = *state;
    assert_true(write_page(fixture, EXPORT_PNG, 72));
    size_t before, after;
    read_all(fixture, &before);
    add_frame(fixture, FRAME_FILL, NULL, NAN, 0, 10, 10);
    assert_false(write_page(fixture, EXPORT_SVG, 0));
    assert_int_equal(fixture->diag.system, 1);
    read_all(fixture, &after);
    assert_int_equal(before, after);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(puts_every_frame_in_its_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sets_letters_at_their_advances, set_up, tear_down),
        cmocka_unit_test_setup_teardown(says_what_it_shows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(has_the_same_bytes_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_a_place_that_is_no_number, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
