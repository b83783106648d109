#ifndef DOCUMENT_THEME_H
#define DOCUMENT_THEME_H

#include "diag.h"
#include "indicator.h"

/* Faces by role; fonts.xml says which files serve them. */
enum face {
    FACE_TEXT,
    FACE_TEXT_BOLD,
    FACE_TEXT_ITALIC,
    FACE_TEXT_BOLD_ITALIC,
    FACE_TABLE, /* condensed: dense tables, chart labels */
    FACE_TABLE_BOLD,
    FACE_FALLBACK, /* for characters that the others lack: regular, then bold, then the last resort */
    FACE_FALLBACK_BOLD,
    FACE_LAST,
    FACE_COUNT
};
extern const char *const face_words[FACE_COUNT]; /* text text-bold text-italic ... */

struct font_file {
    const char *path; /* absolute or found beside fonts.xml; NULL where the role is not served */
    struct source_pos pos;
};

struct font_list {
    struct font_file files[FACE_COUNT];
};

/* The face whose file serves a role: its own, or that of the text face that stands in for it (bold for bold). The role
 * given back has no file only where the list has none for FACE_TEXT. */
enum face font_list_serving(const struct font_list *list, enum face face);

enum text_style {
    STYLE_DISPLAY, /* 36/42 bold */
    STYLE_TITLE,   /* 18/22 */
    STYLE_LEAD,    /* 11/14 */
    STYLE_BODY,    /* 9/12, 6 between paragraphs */
    STYLE_TABLE,   /* 8.5/12 condensed */
    STYLE_NOTE,    /* 7.5/9.5 */
    STYLE_COUNT
};
extern const char *const style_words[STYLE_COUNT];

struct type_size {
    double size_pt;
    double leading_pt;
};

/* Where letters lie, in shares of the size of type; near enough the same in all faces. */
#define TYPE_HALF_CAPITAL 0.355 /* from the middle of a capital letter or a digit down to the baseline */
#define TYPE_ASCENT 0.78        /* from the top of the highest letter down to the baseline */
/* Of the leading: from the top of a line down to its baseline. */
#define LEADING_ABOVE 0.74

enum colour {
    COLOUR_TEXT,
    COLOUR_SECOND_TEXT,
    COLOUR_BRAND,    /* section heads, first series, latest point */
    COLOUR_ON_BRAND, /* text on it */
    COLOUR_SECOND_SERIES,
    COLOUR_THIRD_SERIES,  /* neighbours: line */
    COLOUR_THIRD_TEXT,    /* neighbours: label */
    COLOUR_FOURTH_SERIES, /* England: line and label */
    COLOUR_FIFTH_SERIES,
    COLOUR_SIXTH_SERIES,
    COLOUR_TARGET,
    COLOUR_AXIS,
    COLOUR_PAST_COLUMN, /* columns that are not the latest */
    COLOUR_PAST_COLUMN_EDGE,
    COLOUR_HAIRLINE,
    COLOUR_GRID,
    COLOUR_TINT, /* current row */
    COLOUR_GAP,  /* field of missing periods */
    COLOUR_GREEN,
    COLOUR_GREEN_TEXT,
    COLOUR_AMBER,
    COLOUR_AMBER_EDGE,
    COLOUR_AMBER_TEXT,
    COLOUR_RED,
    COLOUR_RED_TEXT,
    COLOUR_WHITE,
    COLOUR_COMMON_CAUSE, /* points of a control chart, and its icons */
    COLOUR_IMPROVEMENT,
    COLOUR_CONCERN,
    COLOUR_NEITHER,
    COLOUR_BETTER, /* arrows and icons: shapes say the same */
    COLOUR_SAME,
    COLOUR_WORSE,
    COLOUR_FAIR,
    COLOUR_FAIR_EDGE,
    COLOUR_COUNT
};
extern const char *const colour_words[COLOUR_COUNT];

struct rgb {
    double red, green, blue; /* 0 to 1 */
};

enum line {
    LINE_HEAD,    /* 1.25 under a page head */
    LINE_SECTION, /* 0.75 */
    LINE_TABLE,   /* 0.5 under column heads, between years */
    LINE_HAIR,    /* 0.35 quarter lines, grid */
    LINE_SERIES,  /* 1.5 */
    LINE_SECOND,  /* 1.0 */
    LINE_TARGET,  /* 1.25, dashed */
    LINE_COUNT
};
extern const char *const line_words[LINE_COUNT];

struct theme {
    struct type_size type[STYLE_COUNT];
    struct rgb colours[COLOUR_COUNT];
    double lines_pt[LINE_COUNT];
    bool grey; /* pictures, too, are shown in grey */
    struct source_pos pos;
};

/*
 * By how much a chart is drawn larger than its measures say, which hold for notes of up to 8.5 points: 1, or in a theme
 * with larger notes so much more that these have the room that they need.
 */
double theme_chart_scale(const struct theme *theme);

/* The same of what else has places of its own, which hold for a style of up to so many points. */
double theme_scale(const struct theme *theme, enum text_style style, double greatest_pt);

/* The look without a theme.xml, which overrides what it names. */
extern const struct theme theme_default;

/* The letter of a band: its box, the edge of that where it would be too light by itself, and the letter. */
struct band_colours {
    enum colour fill, edge, text;
};
extern const struct band_colours band_colours[BAND_COUNT];

/* The grey that is as light as a colour, 0 to 1. */
double theme_shade(struct rgb colour);

/* How much light a colour gives off, as the eye weighs it, 0 to 1 (WCAG 2.2). */
double theme_luminance(struct rgb colour);

/* How far two colours lie apart in light, from 1 to 21 (WCAG 2.2). */
double theme_contrast(struct rgb a, struct rgb b);

/* Turns every colour into the grey of its luminance (WCAG 2.2), for print in black alone; bands and series get greys
 * that stay apart, whatever their colours were. */
void theme_grey(struct theme *theme);

#endif
