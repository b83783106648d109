#include "theme.h"

#include <math.h>
#include <stddef.h>

const char *const face_words[FACE_COUNT] = {
    [FACE_TEXT] = "text",
    [FACE_TEXT_BOLD] = "text-bold",
    [FACE_TEXT_ITALIC] = "text-italic",
    [FACE_TEXT_BOLD_ITALIC] = "text-bold-italic",
    [FACE_TABLE] = "table",
    [FACE_TABLE_BOLD] = "table-bold",
    [FACE_FALLBACK] = "fallback",
    [FACE_FALLBACK_BOLD] = "fallback-bold",
    [FACE_LAST] = "last",
};

/* FACE_TEXT has nobody. */
static const enum face stand_ins[FACE_COUNT] = {
    [FACE_TEXT] = FACE_TEXT,        [FACE_TEXT_BOLD] = FACE_TEXT,
    [FACE_TEXT_ITALIC] = FACE_TEXT, [FACE_TEXT_BOLD_ITALIC] = FACE_TEXT_BOLD,
    [FACE_TABLE] = FACE_TEXT,       [FACE_TABLE_BOLD] = FACE_TEXT_BOLD,
    [FACE_FALLBACK] = FACE_TEXT,    [FACE_FALLBACK_BOLD] = FACE_TEXT_BOLD,
    [FACE_LAST] = FACE_TEXT,
};

enum face font_list_serving(const struct font_list *list, enum face face) {
    while (list->files[face].path == NULL && stand_ins[face] != face)
        face = stand_ins[face];
    return face;
}

double theme_scale(const struct theme *theme, enum text_style style, double greatest_pt) {
    return fmax(1, theme->type[style].size_pt / greatest_pt);
}

double theme_chart_scale(const struct theme *theme) {
    return theme_scale(theme, STYLE_NOTE, 8.5);
}

const char *const style_words[STYLE_COUNT] = {
    [STYLE_DISPLAY] = "display", [STYLE_TITLE] = "title", [STYLE_LEAD] = "lead",
    [STYLE_BODY] = "body",       [STYLE_TABLE] = "table", [STYLE_NOTE] = "note",
};

const char *const line_words[LINE_COUNT] = {
    [LINE_HEAD] = "head",     [LINE_SECTION] = "section", [LINE_TABLE] = "table",   [LINE_HAIR] = "hair",
    [LINE_SERIES] = "series", [LINE_SECOND] = "second",   [LINE_TARGET] = "target",
};

/* name, hex digits of the default */
#define COLOURS(C)                                    \
    C(TEXT, "text", 0x1F1F1F)                         \
    C(SECOND_TEXT, "second-text", 0x595959)           \
    C(BRAND, "brand", 0x12436D)                       \
    C(ON_BRAND, "on-brand", 0xFFFFFF)                 \
    C(SECOND_SERIES, "second-series", 0x801650)       \
    C(THIRD_SERIES, "third-series", 0x28A197)         \
    C(THIRD_TEXT, "third-text", 0x1B766E)             \
    C(FOURTH_SERIES, "fourth-series", 0xB5450B)       \
    C(FIFTH_SERIES, "fifth-series", 0x3D3D3D)         \
    C(SIXTH_SERIES, "sixth-series", 0x7A5BA8)         \
    C(TARGET, "target", 0x3D3D3D)                     \
    C(AXIS, "axis", 0x767676)                         \
    C(PAST_COLUMN, "past-column", 0xBFBFBF)           \
    C(PAST_COLUMN_EDGE, "past-column-edge", 0x8A8A8A) \
    C(HAIRLINE, "hairline", 0xC4C4C4)                 \
    C(GRID, "grid", 0xDCDCDC)                         \
    C(TINT, "tint", 0xEAF0F5)                         \
    C(GAP, "gap", 0xF4F4F4)                           \
    C(GREEN, "green", 0x2E9E6B)                       \
    C(GREEN_TEXT, "green-text", 0x000000)             \
    C(AMBER, "amber", 0xFFD15C)                       \
    C(AMBER_EDGE, "amber-edge", 0x8A6500)             \
    C(AMBER_TEXT, "amber-text", 0x000000)             \
    C(RED, "red", 0x8E1B32)                           \
    C(RED_TEXT, "red-text", 0xFFFFFF)                 \
    C(WHITE, "white", 0xFFFFFF)                       \
    C(COMMON_CAUSE, "common-cause", 0x8C8C8C)         \
    C(IMPROVEMENT, "improvement", 0x0090C8)           \
    C(CONCERN, "concern", 0xD96308)                   \
    C(NEITHER, "neither", 0x490092)                   \
    C(BETTER, "better", 0x1F7A57)                     \
    C(SAME, "same", 0x767676)                         \
    C(WORSE, "worse", 0x8E1B32)                       \
    C(FAIR, "fair", 0xFFD15C)                         \
    C(FAIR_EDGE, "fair-edge", 0x6B4E00)

#define COLOUR_WORD(name, word, value) [COLOUR_##name] = (word),
#define COLOUR_VALUE(name, word, value) \
    [COLOUR_##name] = {((value) >> 16 & 0xFF) / 255.0, ((value) >> 8 & 0xFF) / 255.0, ((value)&0xFF) / 255.0},

const char *const colour_words[COLOUR_COUNT] = {COLOURS(COLOUR_WORD)};

const struct theme theme_default = {
    .type =
        {
            [STYLE_DISPLAY] = {36, 42},
            [STYLE_TITLE] = {18, 22},
            [STYLE_LEAD] = {11, 14},
            [STYLE_BODY] = {9, 12},
            [STYLE_TABLE] = {8.5, 12},
            [STYLE_NOTE] = {7.5, 9.5},
        },
    .colours = {COLOURS(COLOUR_VALUE)},
    .lines_pt =
        {
            [LINE_HEAD] = 1.25,
            [LINE_SECTION] = 0.75,
            [LINE_TABLE] = 0.5,
            [LINE_HAIR] = 0.35,
            [LINE_SERIES] = 1.5,
            [LINE_SECOND] = 1.0,
            [LINE_TARGET] = 1.25,
        },
};

/* Greys where luminance alone would bring colours together: bands a third of the scale apart, as their letters need
 * it, and series an eighth apart, each dark enough for its words. */
static const struct {
    enum colour colour;
    unsigned char shade;
} set_apart[] = {
    {COLOUR_FIFTH_SERIES, 0x00}, {COLOUR_BRAND, 0x22},         {COLOUR_FOURTH_SERIES, 0x3E},
    {COLOUR_SIXTH_SERIES, 0x59}, {COLOUR_SECOND_SERIES, 0x75}, {COLOUR_THIRD_SERIES, 0x94},
    {COLOUR_THIRD_TEXT, 0x6A},   {COLOUR_ON_BRAND, 0xFF},      {COLOUR_RED, 0x49},
    {COLOUR_RED_TEXT, 0xFF},     {COLOUR_GREEN, 0x8B},         {COLOUR_GREEN_TEXT, 0x00},
    {COLOUR_AMBER, 0xD7},        {COLOUR_AMBER_TEXT, 0x00},
};

const struct band_colours band_colours[BAND_COUNT] = {
    [BAND_GREEN] = {COLOUR_GREEN, COLOUR_GREEN, COLOUR_GREEN_TEXT},
    [BAND_AMBER] = {COLOUR_AMBER, COLOUR_AMBER_EDGE, COLOUR_AMBER_TEXT},
    [BAND_RED] = {COLOUR_RED, COLOUR_RED, COLOUR_RED_TEXT},
};

/* IEC 61966-2-1 */
static double linear(double shade) {
    return shade <= 0.04045 ? shade / 12.92 : pow((shade + 0.055) / 1.055, 2.4);
}

double theme_luminance(struct rgb colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double theme_contrast(struct rgb a, struct rgb b) {
    static const double flare = 0.05;
    double one = theme_luminance(a) + flare, other = theme_luminance(b) + flare;
    return one > other ? one / other : other / one;
}

double theme_shade(struct rgb colour) {
    double light = theme_luminance(colour);
    double shade = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055;
    return round(shade * 255) / 255;
}

static struct rgb grey(double shade) {
    return (struct rgb){shade, shade, shade};
}

void theme_grey(struct theme *theme) {
    theme->grey = true;
    for (int i = 0; i < COLOUR_COUNT; i++)
        theme->colours[i] = grey(theme_shade(theme->colours[i]));
    for (size_t i = 0; i < sizeof(set_apart) / sizeof(set_apart[0]); i++)
        theme->colours[set_apart[i].colour] = grey(set_apart[i].shade / 255.0);
}
