#include "icon.h"

#include <math.h>

#include "usage.h"

_Static_assert(ICON_COUNT <= (int)USAGE_MAX, "a bit for each icon");

enum { PARTS_MAX = 4, CORNERS_MAX = 10, CIRCLE_CORNERS = 32 };

/* Of a shape, round its middle: a polygon, an open line, or a circle of a radius round its only point. */
struct part {
    enum colour colour;
    double stroke_pt; /* 0: filled */
    bool open;
    double radius_pt; /* 0: no circle */
    size_t count;
    double points[CORNERS_MAX][2];
};

#define LENGTH(...) (sizeof((const double[][2]){__VA_ARGS__}) / sizeof(double[2]))
#define FILLED(colour, ...)                         \
    {                                               \
        colour, 0, false, 0, LENGTH(__VA_ARGS__), { \
            __VA_ARGS__                             \
        }                                           \
    }
#define EDGED(colour, stroke, ...)                       \
    {                                                    \
        colour, stroke, false, 0, LENGTH(__VA_ARGS__), { \
            __VA_ARGS__                                  \
        }                                                \
    }
#define DRAWN(colour, stroke, ...)                      \
    {                                                   \
        colour, stroke, true, 0, LENGTH(__VA_ARGS__), { \
            __VA_ARGS__                                 \
        }                                               \
    }
#define CIRCLE(colour, stroke, radius, y)   \
    {                                       \
        colour, stroke, false, radius, 1, { \
            { 0, y }                        \
        }                                   \
    }

/* Drawn for other sizes of type. */
#define AT_7(x, y) \
    { (x) * 8.5 / 7, (y)*8.5 / 7 }
#define AT_7_5(x, y) \
    { (x) * 8.5 / 7.5, (y)*8.5 / 7.5 }
#define ARROW_UP \
    AT_7(0, -4.1), AT_7(3.5, -.5), AT_7(1.3, -.5), AT_7(1.3, 4.1), AT_7(-1.3, 4.1), AT_7(-1.3, -.5), AT_7(-3.5, -.5)
#define ARROW_DOWN \
    AT_7(0, 4.1), AT_7(3.5, .5), AT_7(1.3, .5), AT_7(1.3, -4.1), AT_7(-1.3, -4.1), AT_7(-1.3, .5), AT_7(-3.5, .5)
#define ARROW_LEVEL \
    AT_7(4, 0), AT_7(.6, -3.3), AT_7(.6, -1.25), AT_7(-4, -1.25), AT_7(-4, 1.25), AT_7(.6, 1.25), AT_7(.6, 3.3)

/* A ring with a letter, or with the wave of common cause. */
#define RING(colour) CIRCLE(colour, 1.7, 5.4, 0)
/* Frames of letters: as the points of a chart, so that what is better, worse and neither differ without colour. */
#define DIAMOND(colour) EDGED(colour, 1.5, {0, -5.7}, {5.7, 0}, {0, 5.7}, {-5.7, 0})
#define SQUARE(colour) EDGED(colour, 1.5, {-4.9, -4.9}, {4.9, -4.9}, {4.9, 4.9}, {-4.9, 4.9})
#define STROKE(...) DRAWN(COLOUR_TEXT, 1.1, __VA_ARGS__)
#define LETTER_H STROKE({-1.7, -2.5}, {-1.7, 2.5}), STROKE({1.7, -2.5}, {1.7, 2.5}), STROKE({-1.7, 0}, {1.7, 0})
#define LETTER_L STROKE({-1.3, -2.5}, {-1.3, 2.3}, {1.8, 2.3})
#define LETTER_P STROKE({-1.4, 2.6}, {-1.4, -2.3}, {.5, -2.3}, {1.5, -1.9}, {1.9, -.9}, {1.5, .1}, {.5, .5}, {-1.4, .5})
#define LETTER_F STROKE({1.8, -2.3}, {-1.3, -2.3}, {-1.3, 2.6}), STROKE({-1.3, 0}, {1.3, 0})
#define QUESTION_MARK                                                                                     \
    STROKE({-1.7, -1.4}, {-1.3, -2.3}, {0, -2.8}, {1.3, -2.3}, {1.6, -1.3}, {1, -.4}, {0, .3}, {0, 1.1}), \
        CIRCLE(COLOUR_TEXT, 0, 0.75, 2.5)
#define WAVE STROKE({-2.8, .8}, {-1.7, -1.1}, {-.6, 1.1}, {.6, -1.1}, {1.7, 1.1}, {2.8, -.8})

static const struct {
    enum word words;
    size_t count;
    struct part parts[PARTS_MAX];
} shapes[ICON_COUNT] = {
    [ICON_BETTER] = {WORD_ICON_BETTER,
                     1,
                     {FILLED(COLOUR_BETTER, {0, -5}, {4.5, 0}, {1.5, 0}, {1.5, 5}, {-1.5, 5}, {-1.5, 0}, {-4.5, 0})}},
    [ICON_SAME] = {WORD_ICON_SAME,
                   1,
                   {FILLED(COLOUR_SAME, {-6, 0}, {-2.5, -3.5}, {-2.5, -1}, {2.5, -1}, {2.5, -3.5}, {6, 0}, {2.5, 3.5},
                           {2.5, 1}, {-2.5, 1}, {-2.5, 3.5})}},
    [ICON_WORSE] = {WORD_ICON_WORSE,
                    1,
                    {FILLED(COLOUR_WORSE, {0, 5}, {4.5, 0}, {1.5, 0}, {1.5, -5}, {-1.5, -5}, {-1.5, 0}, {-4.5, 0})}},
    [ICON_NOT_COMPARABLE] = {WORD_ICON_NOT_COMPARABLE, 1, {DRAWN(COLOUR_SECOND_TEXT, 0.75, {-3, 0}, {3, 0})}},
    [ICON_TARGET_BETTER] = {WORD_TARGET_STATUS_BETTER,
                            2,
                            {CIRCLE(COLOUR_BETTER, 0, 5.5, 0),
                             DRAWN(COLOUR_WHITE, 1.3, {-2.6, 1.3}, {0, -1.6}, {2.6, 1.3})}},
    [ICON_TARGET_ACHIEVING] = {WORD_TARGET_STATUS_ACHIEVING,
                               3,
                               {FILLED(COLOUR_FAIR, {-5, -5}, {5, -5}, {5, 5}, {-5, 5}),
                                EDGED(COLOUR_FAIR_EDGE, 0.75, {-5, -5}, {5, -5}, {5, 5}, {-5, 5}),
                                DRAWN(COLOUR_AMBER_TEXT, 1.5, {-2.8, 0.2}, {-0.8, 2.4}, {3, -2.4})}},
    [ICON_TARGET_MISSING] = {WORD_TARGET_STATUS_MISSING,
                             3,
                             {FILLED(COLOUR_WORSE, {-6.2, -5}, {6.2, -5}, {0, 5.8}),
                              DRAWN(COLOUR_WHITE, 1.3, {0, -3.6}, {0, 0.2}), CIRCLE(COLOUR_WHITE, 0, 0.75, 2.2)}},
    [ICON_TARGET_NONE] = {WORD_TARGET_STATUS_NONE, 1, {CIRCLE(COLOUR_SECOND_TEXT, 0.9, 3.4, 0)}},
    [ICON_CHANGE_UP] = {WORD_DIRECTION_UP, 1, {FILLED(COLOUR_TARGET, {0, -3.6}, {4, 3.2}, {-4, 3.2})}},
    [ICON_CHANGE_LEVEL] = {WORD_DIRECTION_LEVEL,
                           1,
                           {FILLED(COLOUR_TARGET, {-4.5, -1.2}, {4.5, -1.2}, {4.5, 1.2}, {-4.5, 1.2})}},
    [ICON_CHANGE_DOWN] = {WORD_DIRECTION_DOWN, 1, {FILLED(COLOUR_TARGET, {0, 3.6}, {4, -3.2}, {-4, -3.2})}},
    [ICON_SELECTED] = {WORD_PANEL_SELECTED, 1, {CIRCLE(COLOUR_BRAND, 0, 2.6, 0)}},
    [ICON_NOT_SELECTED] = {WORD_PANEL_NOT_SELECTED, 1, {CIRCLE(COLOUR_SECOND_TEXT, 0.75, 2.3, 0)}},
    [ICON_ARROW_RISE] = {WORD_ICON_RISE, 1, {EDGED(COLOUR_SECOND_TEXT, 0.75, ARROW_UP)}},
    [ICON_ARROW_LEVEL] = {WORD_ICON_NO_CHANGE, 1, {EDGED(COLOUR_SECOND_TEXT, 0.75, ARROW_LEVEL)}},
    [ICON_ARROW_FALL] = {WORD_ICON_FALL, 1, {EDGED(COLOUR_SECOND_TEXT, 0.75, ARROW_DOWN)}},
    [ICON_TRIANGLE_BETTER] = {WORD_ICON_BETTER,
                              1,
                              {FILLED(COLOUR_BETTER, AT_7_5(0, -3.8), AT_7_5(4.4, 3.4), AT_7_5(-4.4, 3.4))}},
    [ICON_TRIANGLE_SIMILAR] = {WORD_ICON_SIMILAR,
                               1,
                               {FILLED(COLOUR_SAME, AT_7_5(-4.2, -1.5), AT_7_5(4.2, -1.5), AT_7_5(4.2, 1.5),
                                       AT_7_5(-4.2, 1.5))}},
    [ICON_TRIANGLE_WORSE] = {WORD_ICON_WORSE,
                             1,
                             {FILLED(COLOUR_WORSE, AT_7_5(0, 3.8), AT_7_5(4.4, -3.4), AT_7_5(-4.4, -3.4))}},
    [ICON_LINE_RISE] = {WORD_ICON_RISE,
                        2,
                        {DRAWN(COLOUR_TARGET, 1, AT_7_5(0, 3.6), AT_7_5(0, -3.4)),
                         DRAWN(COLOUR_TARGET, 1, AT_7_5(-2.5, -.9), AT_7_5(0, -3.6), AT_7_5(2.5, -.9))}},
    [ICON_LINE_SIMILAR] = {WORD_ICON_SIMILAR,
                           2,
                           {DRAWN(COLOUR_TARGET, 1, AT_7_5(-3.6, 0), AT_7_5(3.4, 0)),
                            DRAWN(COLOUR_TARGET, 1, AT_7_5(.9, -2.5), AT_7_5(3.6, 0), AT_7_5(.9, 2.5))}},
    [ICON_LINE_FALL] = {WORD_ICON_FALL,
                        2,
                        {DRAWN(COLOUR_TARGET, 1, AT_7_5(0, -3.6), AT_7_5(0, 3.4)),
                         DRAWN(COLOUR_TARGET, 1, AT_7_5(-2.5, .9), AT_7_5(0, 3.6), AT_7_5(2.5, .9))}},
    [ICON_SPC_COMMON] = {WORD_SPC_VARIATION_COMMON, 2, {RING(COLOUR_COMMON_CAUSE), WAVE}},
    [ICON_SPC_IMPROVEMENT_HIGH] = {WORD_SPC_VARIATION_IMPROVEMENT_HIGH, 4, {DIAMOND(COLOUR_IMPROVEMENT), LETTER_H}},
    [ICON_SPC_IMPROVEMENT_LOW] = {WORD_SPC_VARIATION_IMPROVEMENT_LOW, 2, {DIAMOND(COLOUR_IMPROVEMENT), LETTER_L}},
    [ICON_SPC_CONCERN_HIGH] = {WORD_SPC_VARIATION_CONCERN_HIGH, 4, {RING(COLOUR_CONCERN), LETTER_H}},
    [ICON_SPC_CONCERN_LOW] = {WORD_SPC_VARIATION_CONCERN_LOW, 2, {RING(COLOUR_CONCERN), LETTER_L}},
    [ICON_SPC_NEITHER_HIGH] = {WORD_SPC_VARIATION_NEITHER_HIGH, 4, {SQUARE(COLOUR_NEITHER), LETTER_H}},
    [ICON_SPC_NEITHER_LOW] = {WORD_SPC_VARIATION_NEITHER_LOW, 2, {SQUARE(COLOUR_NEITHER), LETTER_L}},
    [ICON_SPC_PASSES] = {WORD_SPC_ASSURANCE_PASSES, 2, {RING(COLOUR_IMPROVEMENT), LETTER_P}},
    [ICON_SPC_HIT_OR_MISS] = {WORD_SPC_ASSURANCE_HIT_OR_MISS, 3, {RING(COLOUR_COMMON_CAUSE), QUESTION_MARK}},
    [ICON_SPC_FAILS] = {WORD_SPC_ASSURANCE_FAILS, 3, {RING(COLOUR_CONCERN), LETTER_F}},
    [ICON_POINT_IMPROVEMENT] = {WORD_SPC_IMPROVEMENT,
                                1,
                                {FILLED(COLOUR_IMPROVEMENT, {0, -4}, {4, 0}, {0, 4}, {-4, 0})}},
    [ICON_POINT_CONCERN] = {WORD_SPC_CONCERN, 1, {FILLED(COLOUR_CONCERN, {0, -4}, {3.9, 2.7}, {-3.9, 2.7})}},
    [ICON_POINT_NEITHER] = {WORD_SPC_NEITHER,
                            1,
                            {FILLED(COLOUR_NEITHER, {-2.8, -2.8}, {2.8, -2.8}, {2.8, 2.8}, {-2.8, 2.8})}},
    [ICON_TARGET_LINE] = {WORD_ICON_TARGET_LINE,
                          2,
                          {DRAWN(COLOUR_TARGET, 0.9, {-5.5, 0}, {-1, 0}), DRAWN(COLOUR_TARGET, 0.9, {1, 0}, {5.5, 0})}},
    [ICON_IN_TURNS] = {WORD_ICON_IN_TURNS,
                       2,
                       {DRAWN(COLOUR_HAIRLINE, 1.5, {-5.5, 0}, {5.5, 0}), DRAWN(COLOUR_AXIS, 1.5, {-2, 0}, {2, 0})}},
    [ICON_ANEW] = {WORD_ICON_ANEW, 1, {DRAWN(COLOUR_AXIS, 0.6, {0, -4.5}, {0, 4.5})}},
    [ICON_SPARK] = {WORD_ICON_SPARK, 1, {DRAWN(COLOUR_BRAND, 0.9, {-5.5, 1.5}, {-2, -2}, {1.5, 2.5}, {5.5, -2.5})}},
};

static enum word word_of(const struct composer *composer, enum icon icon) {
    return icon == ICON_SAME && composer->layout->catalogue->keeps_little ? WORD_ICON_LITTLE : shapes[icon].words;
}

const char *icon_words(const struct composer *composer, enum icon icon) {
    return words_get(composer->words, word_of(composer, icon));
}

enum icon icon_of_direction(const struct indicator *indicator, enum direction direction) {
    static const enum icon icons[2][DIRECTION_COUNT] = {
        {ICON_BETTER, ICON_SAME, ICON_WORSE, ICON_NOT_COMPARABLE},
        {ICON_CHANGE_UP, ICON_CHANGE_LEVEL, ICON_CHANGE_DOWN, ICON_NOT_COMPARABLE},
    };
    return icons[indicator->direction.of_number || indicator->polarity == POLARITY_NONE][direction];
}

/* Where less is better, the way of the number and that of performance are opposite. */
static enum direction turned(const struct indicator *indicator, enum direction direction) {
    static const enum direction other[DIRECTION_NEW] = {DIRECTION_DOWN, DIRECTION_LEVEL, DIRECTION_UP};
    return indicator->polarity == POLARITY_LOWER ? other[direction] : direction;
}

enum icon icon_in_style(const struct indicator *indicator, enum direction direction, enum score_icon style) {
    static const enum icon judged[SCORE_ICON_COUNT][DIRECTION_NEW] = {
        [SCORE_ICON_NONE] = {ICON_BETTER, ICON_SAME, ICON_WORSE},
        [SCORE_ICON_ARROW] = {ICON_BETTER, ICON_SAME, ICON_WORSE},
        [SCORE_ICON_TREND] = {ICON_BETTER, ICON_SAME, ICON_WORSE},
        [SCORE_ICON_TRIANGLE] = {ICON_TRIANGLE_BETTER, ICON_TRIANGLE_SIMILAR, ICON_TRIANGLE_WORSE},
    };
    static const enum icon of_number[SCORE_ICON_COUNT][DIRECTION_NEW] = {
        [SCORE_ICON_NONE] = {ICON_ARROW_RISE, ICON_ARROW_LEVEL, ICON_ARROW_FALL},
        [SCORE_ICON_ARROW] = {ICON_ARROW_RISE, ICON_ARROW_LEVEL, ICON_ARROW_FALL},
        [SCORE_ICON_TREND] = {ICON_NOT_COMPARABLE, ICON_NOT_COMPARABLE, ICON_NOT_COMPARABLE},
        [SCORE_ICON_TRIANGLE] = {ICON_COUNT, ICON_COUNT, ICON_COUNT},
        [SCORE_ICON_LINE] = {ICON_LINE_RISE, ICON_LINE_SIMILAR, ICON_LINE_FALL},
    };
    bool says_number = indicator->direction.of_number;
    if (direction >= DIRECTION_NEW)
        return ICON_COUNT;
    if (polarity_has_better(indicator->polarity) && indicator->share == NULL && style != SCORE_ICON_LINE)
        return judged[style][says_number ? turned(indicator, direction) : direction];
    return of_number[style][says_number ? direction : turned(indicator, direction)];
}

double icon_scale(double size_pt) {
    static const double usual_pt = 8.5;
    return size_pt / usual_pt;
}

enum icon icon_of_target(enum target_status status) {
    return (enum icon)(ICON_TARGET_BETTER + (int)status);
}

enum icon icon_of_variation(enum spc_variation variation) {
    return (enum icon)(ICON_SPC_COMMON + (int)variation);
}

enum icon icon_of_point(enum spc_class class) {
    static const enum icon icons[SPC_CLASS_COUNT] = {
        [SPC_COMMON] = ICON_COUNT,
        [SPC_IMPROVEMENT] = ICON_POINT_IMPROVEMENT,
        [SPC_CONCERN] = ICON_POINT_CONCERN,
        [SPC_NEITHER_HIGH] = ICON_POINT_NEITHER,
        [SPC_NEITHER_LOW] = ICON_POINT_NEITHER,
    };
    return icons[class];
}

enum icon icon_of_assurance(enum spc_assurance assurance) {
    return assurance == SPC_NO_ASSURANCE ? ICON_COUNT : (enum icon)(ICON_SPC_PASSES + (int)assurance);
}

static struct frame_point *part_points(struct composer *composer, const struct part *part, double x, double y,
                                       double scale, size_t *count) {
    *count = part->radius_pt > 0 ? CIRCLE_CORNERS : part->count;
    struct frame_point *points = arena_new_array(composer->arena, *count, struct frame_point);
    for (size_t i = 0; i < *count; i++) {
        double angle = 2 * M_PI * (double)i / CIRCLE_CORNERS;
        const double *at = part->points[part->radius_pt > 0 ? 0 : i];
        points[i].x = x + scale * (at[0] + part->radius_pt * sin(angle));
        points[i].y = y + scale * (at[1] - part->radius_pt * cos(angle));
    }
    return points;
}

void icon_draw(const struct pen *pen, enum icon icon, double x, double y, double scale) {
    struct composer *composer = pen->composer;
    struct element *symbol = NULL;
    if (pen->element != NULL) {
        symbol = document_add_element(composer->document, pen->element, ROLE_SYMBOL);
        symbol->meaning = word_ids[word_of(composer, icon)];
        symbol->actual_text = icon_words(composer, icon);
    }
    for (size_t i = 0; i < shapes[icon].count; i++) {
        const struct part *part = &shapes[icon].parts[i];
        size_t count;
        struct frame_point *points = part_points(composer, part, x, y, scale, &count);
        struct frame *frame = piece_add(composer, pen->piece, FRAME_SHAPE, symbol);
        frame->colour = part->colour;
        frame->u.shape.points = points;
        frame->u.shape.count = count;
        frame->u.shape.closed = !part->open;
        frame->u.shape.filled = part->stroke_pt == 0;
        frame->u.shape.stroke_pt = scale * part->stroke_pt;
        frame_enclose(frame);
    }
    if (pen->element != NULL)
        usage_note(pen, USE_ICON, (int)icon);
}
