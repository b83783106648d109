#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export.h"
#include "picture_text.h"
#include "png_file.h"
#include "svg.h"
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

static void paint_image(cairo_t *cr, const struct theme *theme, const struct image *image, double width_pt,
                        double height_pt) {
    (void)theme;
    (void)image;
    cairo_set_source_rgb(cr, 0, 0, 1);
    cairo_rectangle(cr, 0, 0, width_pt, height_pt);
    cairo_fill(cr);
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
    const struct export_options options = {format, dpi, paint_chart, paint_image, "boardpack"};
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

/* Opens what was written, a point a pixel. */
static cairo_surface_t *picture_of_page(struct fixture *fixture) {
    assert_true(write_page(fixture, EXPORT_PNG, 72));
    return cairo_image_surface_create_from_png(fixture->path);
}

static void fills_have_edges_where_they_say_so(void **state) {
    struct fixture *fixture = *state;
    struct frame *edged = add_frame(fixture, FRAME_FILL, NULL, 10, 20, 20, 20);
    edged->colour = COLOUR_GREEN;
    edged->u.fill.has_edge = true;
    edged->u.fill.edge = COLOUR_RED;
    edged->u.fill.edge_pt = 4;
    struct frame *thin = add_frame(fixture, FRAME_FILL, NULL, 50, 20, 20, 20);
    thin->colour = COLOUR_GREEN;
    thin->u.fill.has_edge = true; /* of no weight: none */
    thin->u.fill.edge = COLOUR_RED;
    cairo_surface_t *surface = picture_of_page(fixture);
    assert_int_equal(pixel(surface, 20, 30), colour(COLOUR_GREEN));
    assert_int_equal(pixel(surface, 9, 30), colour(COLOUR_RED));
    assert_int_equal(pixel(surface, 11, 30), colour(COLOUR_RED));
    assert_int_equal(pixel(surface, 7, 30), 0xFFFFFF);
    assert_int_equal(pixel(surface, 49, 30), 0xFFFFFF);
    assert_int_equal(pixel(surface, 50, 30), colour(COLOUR_GREEN));
    cairo_surface_destroy(surface);
}

static void a_dashed_rule_has_gaps(void **state) {
    struct fixture *fixture = *state;
    struct frame *rule = add_frame(fixture, FRAME_RULE, NULL, 10, 20, 40, 0);
    rule->colour = COLOUR_BRAND;
    rule->u.rule.weight_pt = 4;
    rule->u.rule.dash_pt[0] = 10;
    rule->u.rule.dash_pt[1] = 5;
    cairo_surface_t *surface = picture_of_page(fixture);
    assert_int_equal(pixel(surface, 19, 20), colour(COLOUR_BRAND));
    assert_int_equal(pixel(surface, 22, 20), 0xFFFFFF);
    assert_int_equal(pixel(surface, 26, 20), colour(COLOUR_BRAND));
    cairo_surface_destroy(surface);
}

/* An open line is not joined to its start, and a closed one that is not filled is empty. */
static void outlines_are_stroked(void **state) {
    struct fixture *fixture = *state;
    static const struct frame_point open[] = {{20, 20}, {40, 20}, {40, 40}, {20, 40}};
    static const struct frame_point closed[] = {{60, 20}, {80, 20}, {80, 40}, {60, 40}};
    for (int i = 0; i < 2; i++) {
        struct frame *shape = add_frame(fixture, FRAME_SHAPE, NULL, 0, 0, 0, 0);
        shape->colour = COLOUR_RED;
        shape->u.shape.points = i == 0 ? open : closed;
        shape->u.shape.count = 4;
        shape->u.shape.closed = i == 1;
        shape->u.shape.stroke_pt = 4;
    }
    cairo_surface_t *surface = picture_of_page(fixture);
    assert_int_equal(pixel(surface, 39, 30), colour(COLOUR_RED));
    assert_int_equal(pixel(surface, 20, 30), 0xFFFFFF);
    assert_int_equal(pixel(surface, 30, 30), 0xFFFFFF);
    assert_int_equal(pixel(surface, 60, 30), colour(COLOUR_RED));
    assert_int_equal(pixel(surface, 70, 30), 0xFFFFFF);
    cairo_surface_destroy(surface);
}

static void a_picture_fills_its_frame(void **state) {
    struct fixture *fixture = *state;
    add_frame(fixture, FRAME_IMAGE, NULL, 150, 50, 40, 30);
    cairo_surface_t *surface = picture_of_page(fixture);
    assert_int_equal(pixel(surface, 150, 50), 0x0000FF);
    assert_int_equal(pixel(surface, 189, 79), 0x0000FF);
    assert_int_equal(pixel(surface, 149, 50), 0xFFFFFF);
    assert_int_equal(pixel(surface, 190, 79), 0xFFFFFF);
    cairo_surface_destroy(surface);
}

/* Upwards from its place, with its feet to the right. */
static void a_turned_text_runs_upwards(void **state) {
    struct fixture *fixture = *state;
    struct frame *text = add_frame(fixture, FRAME_TEXT, NULL, 100, 90, 80, 0);
    text->u.text.size_pt = 20;
    text->u.text.string = "llllllllllllllll";
    text->turn = TURN_UP;
    cairo_surface_t *surface = picture_of_page(fixture);
    int first;
    assert_in_range(ink_columns(surface, 0, 20, 90, &first), 12, 18); /* as high as an l */
    assert_in_range(first, 82, 88);
    assert_int_equal(ink_columns(surface, 0, 91, 100, &first), 0);
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

/* Of a page with two sides each picture tells which it is, and describes the figures that begin on it. */
static void a_side_says_which_it_is(void **state) {
    struct fixture *fixture = *state;
    struct element *here = document_add_element(fixture->document, NULL, ROLE_FIGURE);
    struct element *there = document_add_element(fixture->document, NULL, ROLE_FIGURE);
    struct element *nowhere = document_add_element(fixture->document, NULL, ROLE_FIGURE);
    struct element *silent = document_add_element(fixture->document, NULL, ROLE_FIGURE);
    here->alt = "Here.";
    there->alt = "There.";
    nowhere->alt = "Nowhere.";
    fixture->document->title = "The pack";
    fixture->document->author = NULL;
    struct page *second = document_add_page(fixture->document, WIDTH, HEIGHT);
    add_frame(fixture, FRAME_CHART, here, 0, 0, 10, 10);
    add_frame(fixture, FRAME_CHART, silent, 0, 0, 10, 10);
    page_add_frame(fixture->document, second, FRAME_CHART, there);
    fixture->document->pages[0].about = NULL;
    struct picture_text first = picture_text_of(fixture->arena, fixture->document, 0, NULL);
    assert_string_equal(first.title, "Visits < plans & \"more\" ]]> (1/2)");
    assert_string_equal(first.description, "Here.");
    struct picture_text last = picture_text_of(fixture->arena, fixture->document, 1, NULL);
    assert_string_equal(last.title, "The pack (2/2)");
    assert_string_equal(last.description, "There.");
    assert_null(last.author);
}

static bool holds(const char *bytes, size_t length, const char *words) {
    return memmem(bytes, length, words, strlen(words)) != NULL;
}

static void a_png_names_only_who_is_known(void **state) {
    struct fixture *fixture = *state;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 4, 4);
    struct picture_text words = {.title = "T", .description = "D", .language = "en-GB"};
    for (int known = 0; known < 2; known++) {
        words.author = known ? "Team" : NULL;
        words.software = known ? "boardpack" : NULL;
        FILE *file = fopen(fixture->path, "wb");
        assert_non_null(file);
        assert_true(png_file_write(file, surface, 72, &words));
        fclose(file);
        size_t length;
        const char *bytes = read_all(fixture, &length);
        assert_true(holds(bytes, length, "iTXtDescription"));
        assert_int_equal(holds(bytes, length, "iTXtAuthor"), known);
        assert_int_equal(holds(bytes, length, "iTXtSoftware"), known);
    }
    cairo_surface_destroy(surface);
}

/* What XML cannot write becomes a blank; a line end stays. */
static void an_svg_has_no_character_that_breaks_it(void **state) {
    struct fixture *fixture = *state;
    fixture->document->pages[0].about = "a\x01"
                                        "b\nc\xEF\xBF\xBE"
                                        "d\xEF\xBF\xBF"
                                        "e\xC3\xA9";
    size_t length;
    assert_true(write_page(fixture, EXPORT_SVG, 0));
    assert_non_null(strstr(read_all(fixture, &length), "<desc id=\"desc\">a b\nc d e\xC3\xA9</desc>"));
}

static bool write_svg_of(const char *path, const char *drawn) {
    struct text text = {0};
    const struct picture_text words = {.title = "T", .description = "D", .language = "cy"};
    text_add(&text, drawn);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    setvbuf(file, NULL, _IONBF, 0);
    bool written = svg_write(file, &text, 10, 20, &words);
    fclose(file);
    text_free(&text);
    return written;
}

static void an_svg_keeps_all_but_the_number_of_its_group(void **state) {
    struct fixture *fixture = *state;
    size_t length;
    assert_true(write_svg_of(fixture->path, "<?xml?>\n<svg old=\"1\"><g id=\"surface12\" a=\"b\"><a/></g></svg>\n"));
    const char *svg = read_all(fixture, &length);
    assert_memory_equal(svg, "<?xml?>\n<svg xmlns=", 19);
    assert_null(strstr(svg, "old="));
    assert_null(strstr(svg, "surface"));
    assert_non_null(strstr(svg, "width=\"10.0000pt\" height=\"20.0000pt\" viewBox=\"0 0 160.0000 320.0000\""));
    assert_non_null(strstr(svg, "<desc id=\"desc\">D</desc>\n<g><a/></g></svg>\n"));
    assert_true(write_svg_of(fixture->path, "<svg ><g id=\"a\"><a/></g></svg>"));
    assert_non_null(strstr(read_all(fixture, &length), "</desc>\n<g id=\"a\"><a/></g></svg>"));
    assert_true(write_svg_of(fixture->path, "<svg ><g id=\"surface1"));
    assert_non_null(strstr(read_all(fixture, &length), "</desc>\n<g id=\"surface1"));
}

static void what_is_no_svg_is_not_written(void **state) {
    struct fixture *fixture = *state;
    assert_false(write_svg_of(fixture->path, ""));
    assert_false(write_svg_of(fixture->path, "<svg width"));
    size_t length;
    read_all(fixture, &length);
    assert_int_equal(length, 0);
}

static void a_full_disk_fails_every_picture(void **state) {
    (void)state;
    assert_false(write_svg_of("/dev/full", "<svg ><g id=\"surface1\"/></svg>"));
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 4, 4);
    const struct picture_text words = {.title = "T", .description = "D", .language = "en-GB"};
    FILE *full = fopen("/dev/full", "wb");
    assert_non_null(full);
    setvbuf(full, NULL, _IONBF, 0);
    assert_false(png_file_write(full, surface, 72, &words));
    fclose(full);
    cairo_surface_destroy(surface);
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

static const char *message(const struct fixture *fixture) {
    assert_int_equal(fixture->diag.count, 1);
    assert_int_equal(fixture->diag.system, 1);
    return fixture->diag.messages[0].text;
}

static void refuses_paper_that_is_no_paper(void **state) {
    struct fixture *fixture = *state;
    fixture->document->pages[0].width_pt = 2;
    assert_false(write_page(fixture, EXPORT_PNG, 72));
    assert_string_equal(message(fixture), "visits: something lies at a place that is no number or too far out");
    assert_int_equal(access(fixture->path, F_OK), -1);
}

/* cairo's pictures have up to 32767 pixels a side. */
static void refuses_more_pixels_than_a_picture_holds(void **state) {
    struct fixture *fixture = *state;
    fixture->document->pages[0].width_pt = 14400;
    assert_false(write_page(fixture, EXPORT_PNG, 600));
    assert_non_null(strstr(message(fixture), "visits cannot be drawn: invalid value"));
    assert_int_equal(access(fixture->path, F_OK), -1);
}

static void tells_that_there_is_no_folder(void **state) {
    struct fixture *fixture = *state;
    unlink(fixture->path);
    rmdir(fixture->folder);
    assert_false(write_page(fixture, EXPORT_SVG, 0));
    assert_non_null(strstr(message(fixture), "its folder is not there"));
}

/* A disk that is full halfway leaves nothing behind, whatever the format. */
static void tells_that_a_picture_found_no_room(void **state) {
    struct fixture *fixture = *state;
    for (int i = 0; i < 400; i++)
        add_frame(fixture, FRAME_FILL, NULL, i % 90 * 2, i / 90 * 7, 1 + i % 3, 5)->colour = i % 7;
    struct rlimit before, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 64;
    signal(SIGXFSZ, SIG_IGN);
    for (enum export_format format = EXPORT_SVG; format <= EXPORT_PNG; format++) {
        fixture->diag.count = fixture->diag.system = 0;
        setrlimit(RLIMIT_FSIZE, &small);
        bool written = write_page(fixture, format, 600);
        setrlimit(RLIMIT_FSIZE, &before);
        assert_false(written);
        assert_non_null(strstr(message(fixture), "File too large"));
        assert_int_equal(access(fixture->path, F_OK), -1);
        assert_int_equal(rmdir(fixture->folder), 0); /* nothing is left in it */
        assert_int_equal(mkdir(fixture->folder, 0700), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(puts_every_frame_in_its_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fills_have_edges_where_they_say_so, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_dashed_rule_has_gaps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(outlines_are_stroked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_picture_fills_its_frame, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_turned_text_runs_upwards, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sets_letters_at_their_advances, set_up, tear_down),
        cmocka_unit_test_setup_teardown(says_what_it_shows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_side_says_which_it_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_png_names_only_who_is_known, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_svg_has_no_character_that_breaks_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_svg_keeps_all_but_the_number_of_its_group, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_svg_is_not_written, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_full_disk_fails_every_picture, set_up, tear_down),
        cmocka_unit_test_setup_teardown(has_the_same_bytes_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_a_place_that_is_no_number, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_paper_that_is_no_paper, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_more_pixels_than_a_picture_holds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_that_there_is_no_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_that_a_picture_found_no_room, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
