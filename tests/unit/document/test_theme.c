#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "theme.h"

static double linear(double shade) {
    return shade <= 0.04045 ? shade / 12.92 : pow((shade + 0.055) / 1.055, 2.4);
}

static double luminance(struct rgb colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

/* CIE L*, 0 to 100. */
static double lightness(struct rgb colour) {
    double light = luminance(colour);
    return light > 216.0 / 24389 ? 116 * cbrt(light) - 16 : light * 24389 / 27;
}

/* WCAG 2.2, 1 to 21. */
static double contrast(struct rgb a, struct rgb b) {
    return (fmax(luminance(a), luminance(b)) + 0.05) / (fmin(luminance(a), luminance(b)) + 0.05);
}

static struct theme grey_theme(void) {
    struct theme theme = theme_default;
    theme_grey(&theme);
    return theme;
}

static void test_no_colour_is_left(void **state) {
    (void)state;
    struct theme theme = grey_theme();
    for (int i = 0; i < COLOUR_COUNT; i++) {
        assert_true(theme.colours[i].red == theme.colours[i].green);
        assert_true(theme.colours[i].red == theme.colours[i].blue);
    }
}

static void test_a_grey_is_as_light_as_its_colour(void **state) {
    (void)state;
    struct theme theme = grey_theme();
    const enum colour kept[] = {COLOUR_TEXT, COLOUR_SECOND_TEXT, COLOUR_PAST_COLUMN, COLOUR_TINT, COLOUR_AMBER_EDGE};
    for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
        assert_true(fabs(lightness(theme.colours[kept[i]]) - lightness(theme_default.colours[kept[i]])) < 0.3);
    assert_true(theme.colours[COLOUR_WHITE].red == 1);
}

static void assert_apart(const struct theme *theme, const enum colour *colours, size_t count, double least) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            assert_true(fabs(lightness(theme->colours[colours[i]]) - lightness(theme->colours[colours[k]])) >= least);
}

/* Also where a council's own theme gives bands and series colours of one luminance. */
static void test_bands_and_series_stay_apart(void **state) {
    (void)state;
    static const enum colour bands[] = {COLOUR_GREEN, COLOUR_AMBER, COLOUR_RED};
    static const enum colour series[] = {COLOUR_BRAND,         COLOUR_SECOND_SERIES, COLOUR_THIRD_SERIES,
                                         COLOUR_FOURTH_SERIES, COLOUR_FIFTH_SERIES,  COLOUR_SIXTH_SERIES};
    struct theme theme = theme_default;
    for (size_t i = 0; i < 3; i++)
        theme.colours[bands[i]] = (struct rgb){0.5, 0.5, 0.5};
    for (size_t i = 0; i < 6; i++)
        theme.colours[series[i]] = (struct rgb){0.5, 0.5, 0.5};
    theme_grey(&theme);
    assert_apart(&theme, bands, 3, 25);
    assert_apart(&theme, series, 6, 10);
}

static void test_words_can_be_read(void **state) {
    (void)state;
    struct theme theme = grey_theme();
    const struct rgb *colours = theme.colours, white = colours[COLOUR_WHITE];
    assert_true(contrast(colours[COLOUR_GREEN], colours[COLOUR_GREEN_TEXT]) >= 4.5);
    assert_true(contrast(colours[COLOUR_AMBER], colours[COLOUR_AMBER_TEXT]) >= 4.5);
    assert_true(contrast(colours[COLOUR_RED], colours[COLOUR_RED_TEXT]) >= 4.5);
    assert_true(contrast(colours[COLOUR_BRAND], colours[COLOUR_ON_BRAND]) >= 4.5);
    assert_true(contrast(colours[COLOUR_SECOND_SERIES], white) >= 4.5);
    assert_true(contrast(colours[COLOUR_THIRD_TEXT], white) >= 4.5);
    assert_true(contrast(colours[COLOUR_FOURTH_SERIES], white) >= 4.5);
    assert_true(contrast(colours[COLOUR_THIRD_SERIES], white) >= 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_colour_is_left),
        cmocka_unit_test(test_a_grey_is_as_light_as_its_colour),
        cmocka_unit_test(test_bands_and_series_stay_apart),
        cmocka_unit_test(test_words_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
