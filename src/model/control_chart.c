#include "control_chart.h"

#include <math.h>

const char *const spc_class_words[SPC_CLASS_COUNT] = {
    [SPC_COMMON] = "common",           [SPC_IMPROVEMENT] = "improvement",
    [SPC_CONCERN] = "concern",         [SPC_NEITHER_HIGH] = "neither_high",
    [SPC_NEITHER_LOW] = "neither_low",
};
const char *const spc_rule_words[SPC_RULE_COUNT] = {
    [SPC_NO_RULE] = "none", [SPC_OUTSIDE] = "outside", [SPC_TREND] = "trend", [SPC_TWO_OF_THREE] = "two_of_three",
    [SPC_SHIFT] = "shift",
};
const char *const spc_variation_words[SPC_VARIATION_COUNT] = {
    [SPC_VARIATION_COMMON] = "common",
    [SPC_VARIATION_IMPROVEMENT_HIGH] = "improvement_high",
    [SPC_VARIATION_IMPROVEMENT_LOW] = "improvement_low",
    [SPC_VARIATION_CONCERN_HIGH] = "concern_high",
    [SPC_VARIATION_CONCERN_LOW] = "concern_low",
    [SPC_VARIATION_NEITHER_HIGH] = "neither_high",
    [SPC_VARIATION_NEITHER_LOW] = "neither_low",
};
const char *const spc_assurance_words[SPC_ASSURANCE_COUNT] = {
    [SPC_PASSES] = "consistently_passes",
    [SPC_HIT_OR_MISS] = "hit_or_miss",
    [SPC_FAILS] = "consistently_fails",
    [SPC_NO_ASSURANCE] = "none",
};

size_t control_chart_shape(enum spc_class class, double radius, double points[SPC_SHAPE_POINTS][2]) {
    static const struct {
        size_t corners;
        double turn, reach; /* of the first corner, in turns from the top; against the radius of the disc */
    } shapes[SPC_CLASS_COUNT] = {
        [SPC_COMMON] = {SPC_SHAPE_POINTS, 0, 1}, [SPC_IMPROVEMENT] = {4, 0, 1.45},     [SPC_CONCERN] = {3, 0, 1.6},
        [SPC_NEITHER_HIGH] = {4, 0.125, 1.35},   [SPC_NEITHER_LOW] = {4, 0.125, 1.35},
    };
    size_t corners = shapes[class].corners;
    double reach = shapes[class].reach * radius;
    for (size_t i = 0; i < corners; i++) {
        double angle = 2 * M_PI * (shapes[class].turn + (double)i / (double)corners);
        points[i][0] = reach * sin(angle);
        points[i][1] = -reach * cos(angle);
    }
    return corners;
}
