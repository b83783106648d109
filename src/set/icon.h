#ifndef SET_ICON_H
#define SET_ICON_H

#include "control_chart.h"
#include "pen.h"
#include "scorecard.h"

/*
 * The shapes that stand for a word of a figure: drawn, not set, so that they look alike in every face; told apart by
 * shape and by lightness as well as by colour. Each is read as its word.
 */
enum icon {
    ICON_BETTER, /* arrows about performance */
    ICON_SAME,
    ICON_WORSE,
    ICON_NOT_COMPARABLE, /* a short line: there is nothing to compare with */
    ICON_TARGET_BETTER,  /* a figure against its target, in the order of enum target_status */
    ICON_TARGET_ACHIEVING,
    ICON_TARGET_MISSING,
    ICON_TARGET_NONE,
    ICON_CHANGE_UP, /* triangles about the number alone: up is not good and down is not bad */
    ICON_CHANGE_LEVEL,
    ICON_CHANGE_DOWN,
    ICON_SELECTED, /* options of a selection panel */
    ICON_NOT_SELECTED,
    ICON_ARROW_RISE, /* hollow arrows about the number alone */
    ICON_ARROW_LEVEL,
    ICON_ARROW_FALL,
    ICON_TRIANGLE_BETTER, /* triangles about performance */
    ICON_TRIANGLE_SIMILAR,
    ICON_TRIANGLE_WORSE,
    ICON_LINE_RISE, /* thin arrows about the number, beside a figure */
    ICON_LINE_SIMILAR,
    ICON_LINE_FALL,
    ICON_SPC_COMMON, /* signs of control charts: what the latest figure says, in the order of enum spc_variation */
    ICON_SPC_IMPROVEMENT_HIGH,
    ICON_SPC_IMPROVEMENT_LOW,
    ICON_SPC_CONCERN_HIGH,
    ICON_SPC_CONCERN_LOW,
    ICON_SPC_NEITHER_HIGH,
    ICON_SPC_NEITHER_LOW,
    ICON_SPC_PASSES, /* and what the limits say of the target, in the order of enum spc_assurance */
    ICON_SPC_HIT_OR_MISS,
    ICON_SPC_FAILS,
    ICON_POINT_IMPROVEMENT, /* its points that are marked: the shapes of control_chart.h */
    ICON_POINT_CONCERN,
    ICON_POINT_NEITHER,
    ICON_TARGET_LINE, /* in charts: the target of a small line */
    ICON_IN_TURNS,    /* lines that coincide */
    ICON_ANEW,        /* and where it begins anew */
    ICON_SPARK,       /* the small line itself, whose scale is its own */
    ICON_COUNT
};

/* The size that shapes are drawn for: none is wider or higher, at scale 1. */
enum { ICON_SIZE_PT = 13 };

/* The scale that suits type of a size. */
double icon_scale(double size_pt);

/* What an icon says: `better`, `target missed`. */
const char *icon_words(const struct composer *composer, enum icon icon);

/* Which arrow a direction of an indicator is: about performance, or about the number where the indicator's arrows are,
 * or where it has no polarity. */
enum icon icon_of_direction(const struct indicator *indicator, enum direction direction);

/* The same in a style of the layout's; ICON_COUNT where the style has none for it, and for `new`, which is a word. */
enum icon icon_in_style(const struct indicator *indicator, enum direction direction, enum score_icon style);

enum icon icon_of_target(enum target_status status);
enum icon icon_of_variation(enum spc_variation variation);

/* ICON_COUNT of a point of common cause. */
enum icon icon_of_point(enum spc_class class);

/* ICON_COUNT where the limits are not judged against a target. */
enum icon icon_of_assurance(enum spc_assurance assurance);

/*
 * Draws an icon with its middle at (x, y). The pen's element gets a child that reads the icon's words; without one it
 * is an artifact, where words that stand beside it say the same.
 *
 * scale  1: the usual size
 */
void icon_draw(const struct pen *pen, enum icon icon, double x, double y, double scale);

#endif
