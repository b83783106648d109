#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"
#include "artwork.h"

enum { SIDE = 20 };

static const char halves[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 1'>"
                             "<rect width='1' height='1' fill='#ff0000'/></svg>";

static struct image svg(const char *text) {
    return (struct image){.kind = IMAGE_SVG, .path = "a.svg", .bytes = text, .length = strlen(text)};
}

/* What is seen of a picture on white, at the middle of its left and of its right half. */
static void look(struct image *image, const struct theme *theme, uint32_t seen[2]) {
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2 * SIDE, SIDE);
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    artwork_paint(cr, theme, image, 2 * SIDE, SIDE);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    const unsigned char *row =
        cairo_image_surface_get_data(surface) + SIDE / 2 * cairo_image_surface_get_stride(surface);
    for (int i = 0; i < 2; i++)
        memcpy(&seen[i], row + (size_t)(SIDE / 2 + i * SIDE) * 4, 4);
    for (int i = 0; i < 2; i++)
        seen[i] &= 0xFFFFFF;
    cairo_surface_destroy(surface);
}

static void assert_opens(struct image *image, bool good) {
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    assert_true(artwork_open(image, &diag) == good);
    assert_int_equal(diag.errors, good ? 0 : 1);
    arena_destroy(arena);
}

static void test_an_svg_fills_its_place(void **state) {
    struct image image = svg(halves);
    uint32_t seen[2];
    (void)state;
    assert_opens(&image, true);
    look(&image, &theme_default, seen);
    assert_int_equal(seen[0], 0xFF0000);
    assert_int_equal(seen[1], 0xFFFFFF);
    artwork_close(&image);
}

static void test_a_picture_is_grey_in_a_grey_theme(void **state) {
    struct image image = svg(halves);
    struct theme theme = theme_default;
    uint32_t seen[2];
    (void)state;
    theme_grey(&theme);
    assert_opens(&image, true);
    look(&image, &theme, seen);
    uint32_t shade = seen[0] & 0xFF;
    assert_int_equal(seen[0], shade << 16 | shade << 8 | shade);
    assert_true(shade > 0x70 && shade < 0x90); /* as light as red is */
    assert_int_equal(seen[1], 0xFFFFFF);
    artwork_close(&image);
}

static cairo_status_t keep(void *closure, const unsigned char *bytes, unsigned int length) {
    struct image *image = closure;
    char *all = realloc((void *)image->bytes, image->length + length);
    memcpy(all + image->length, bytes, length);
    image->bytes = all;
    image->length += length;
    return CAIRO_STATUS_SUCCESS;
}

static struct image png(void) {
    struct image image = {.kind = IMAGE_PNG, .path = "a.png"};
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2, 1);
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 0, 0, 1);
    cairo_paint(cr);
    cairo_destroy(cr);
    cairo_surface_write_to_png_stream(surface, keep, &image);
    cairo_surface_destroy(surface);
    return image;
}

static void test_a_png_keeps_its_colours(void **state) {
    struct image image = png();
    uint32_t seen[2];
    (void)state;
    assert_opens(&image, true);
    look(&image, &theme_default, seen);
    assert_int_equal(seen[0], 0x0000FF);
    assert_int_equal(seen[1], 0x0000FF);
    artwork_close(&image);
    free((void *)image.bytes);
}

static void test_half_a_png_is_reported(void **state) {
    struct image image = png();
    (void)state;
    image.length /= 2;
    assert_opens(&image, false);
    artwork_close(&image);
    free((void *)image.bytes);
}

static void test_what_is_no_svg_is_reported(void **state) {
    struct image image = svg("<svg");
    (void)state;
    assert_opens(&image, false);
    artwork_close(&image);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_svg_fills_its_place),     cmocka_unit_test(test_a_picture_is_grey_in_a_grey_theme),
        cmocka_unit_test(test_a_png_keeps_its_colours),    cmocka_unit_test(test_half_a_png_is_reported),
        cmocka_unit_test(test_what_is_no_svg_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
