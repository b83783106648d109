#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cairo.h>

#include "chart_drawing.h"
#include "drawing_fixture.h"

enum { MONTHS = 6, WIDTH = 60, HEIGHT = 43 };
enum { AT_100 = 1, AT_75 = 14, AT_40 = 31 }; /* pixels from the top */

/* Figures of 100 above a target range from 20 to 60, which are the scale. */
static struct chart chart_of(void) {
    struct chart chart = {.kind = CHART_SPARK, .words = english(arena), .category_count = MONTHS, .series_count = 2};
    chart.series = arena_new_array(arena, 2, struct chart_series);
    for (size_t s = 0; s < 2; s++) {
        chart.series[s] = (struct chart_series){.mark = s == 0 ? MARK_LINE : MARK_RANGE,
                                                .colour = s == 0 ? COLOUR_BRAND : COLOUR_TARGET,
                                                .points = arena_new_array(arena, MONTHS, struct chart_point)};
        for (size_t i = 0; i < MONTHS; i++)
            chart.series[s].points[i] = (struct chart_point){.present = true, .value = s == 0 ? 100 : 20, .upto = 60};
    }
    return chart;
}

/* Whether anything is drawn in the middle of a line of pixels, between two marks of a dash. */
static bool is_inked(cairo_surface_t *surface, int y) {
    cairo_surface_flush(surface);
    const unsigned char *row = cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
    return ((const uint32_t *)(const void *)row)[WIDTH / 2] != 0;
}

static void a_range_is_a_ground_between_its_ends(void **state) {
    (void)state;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(surface);
    const struct chart chart = chart_of();
    const struct chart_canvas canvas = {.cr = cr,
                                        .lettering = lettering,
                                        .theme = &theme_default,
                                        .arena = arena,
                                        .width_pt = WIDTH,
                                        .height_pt = HEIGHT};
    assert_true(chart_drawing_spark.paint(&canvas, &chart));
    assert_true(is_inked(surface, AT_100));
    assert_false(is_inked(surface, AT_75));
    assert_true(is_inked(surface, AT_40));
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_range_is_a_ground_between_its_ends, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
