#ifndef DRAWING_FIXTURE_H
#define DRAWING_FIXTURE_H

#include "../english.h"
#include "ink.h"
#include "label.h"
#include "lettering.h"
#include "paint.h"

/* What tests of charts draw with: letters of Roboto and chance, which comes the same in each test. cmocka comes
 * before. */

#define ROBOTO "/usr/share/fonts/truetype/roboto/unhinted/"

static const struct font_list fonts = {.files = {
                                           [FACE_TEXT] = {ROBOTO "RobotoTTF/Roboto-Regular.ttf", {0}},
                                           [FACE_TABLE] = {ROBOTO "RobotoCondensed-Regular.ttf", {0}},
                                           [FACE_TABLE_BOLD] = {ROBOTO "RobotoCondensed-Bold.ttf", {0}},
                                           [FACE_LAST] = {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", {0}},
                                       }};
static const double hair = 1e-6;

static struct arena *arena;
static struct lettering *lettering;
static struct diag diag;
static const uint32_t drawing_seed = 11;
static uint32_t random_state;

static int set_up(void **state) {
    (void)state;
    arena = arena_create();
    diag_init(&diag, arena);
    lettering = lettering_create(&fonts, &diag);
    random_state = drawing_seed;
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    lettering_destroy(lettering);
    arena_destroy(arena);
    return 0;
}

/* How often the colour changes from one pixel to the next in its row, in a part of a drawing of 400 by 200 points. */
static inline size_t count_strokes(const struct chart *chart, struct box part) {
    enum { WIDTH = 400, HEIGHT = 200 };
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(surface);
    size_t count = 0;
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_rectangle(cr, 0, 0, WIDTH, HEIGHT);
    ink_fill(cr);
    assert_true(chart_paint(cr, lettering, &theme_default, chart, WIDTH, HEIGHT));
    cairo_surface_flush(surface);
    for (size_t y = (size_t)part.top; y < (size_t)part.bottom; y++) {
        const uint32_t *row = (const uint32_t *)(const void *)(cairo_image_surface_get_data(surface) +
                                                               y * (size_t)cairo_image_surface_get_stride(surface));
        for (size_t x = (size_t)part.left; x + 1 < (size_t)part.right; x++)
            count += row[x] != row[x + 1];
    }
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return count;
}

static inline uint32_t random_below(uint32_t limit) {
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % limit;
}

#endif
