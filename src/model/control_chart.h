#ifndef MODEL_CONTROL_CHART_H
#define MODEL_CONTROL_CHART_H

#include <stddef.h>

#include "diag.h"

/*
 * Control charts of single figures and their moving ranges (XmR), as the NHS draws them: the words for what a point
 * says, and what a catalogue asks for. `metric` works the figures out (metric/spc.h, where the rules are).
 */

/* What a point says: nothing but the usual variation, or a change with a cause. High and low where neither is better.
 */
enum spc_class { SPC_COMMON, SPC_IMPROVEMENT, SPC_CONCERN, SPC_NEITHER_HIGH, SPC_NEITHER_LOW, SPC_CLASS_COUNT };

/* The rule that names the cause, the first that holds. */
enum spc_rule { SPC_NO_RULE, SPC_OUTSIDE, SPC_TREND, SPC_TWO_OF_THREE, SPC_SHIFT, SPC_RULE_COUNT };

/* The icon of a point: its class, and whether the figures are high (or rising) or low. */
enum spc_variation {
    SPC_VARIATION_COMMON,
    SPC_VARIATION_IMPROVEMENT_HIGH,
    SPC_VARIATION_IMPROVEMENT_LOW,
    SPC_VARIATION_CONCERN_HIGH,
    SPC_VARIATION_CONCERN_LOW,
    SPC_VARIATION_NEITHER_HIGH,
    SPC_VARIATION_NEITHER_LOW,
    SPC_VARIATION_COUNT
};

/* The icon of the limits against the target. None without a target, or where neither high nor low is better. */
enum spc_assurance { SPC_PASSES, SPC_HIT_OR_MISS, SPC_FAILS, SPC_NO_ASSURANCE, SPC_ASSURANCE_COUNT };

/* As `figures` writes them: neither_high, two_of_three, improvement_low, hit_or_miss. For pages and alternative texts,
 * in words.h. */
extern const char *const spc_class_words[SPC_CLASS_COUNT];
extern const char *const spc_rule_words[SPC_RULE_COUNT];
extern const char *const spc_variation_words[SPC_VARIATION_COUNT];
extern const char *const spc_assurance_words[SPC_ASSURANCE_COUNT];

/* The outline of a class's marker, round the origin, about as large as a circle of that radius: a disc, a diamond, a
 * triangle, a square. Classes that are never in one chart share one. Gives how many points it has. */
enum { SPC_SHAPE_POINTS = 20 };
size_t control_chart_shape(enum spc_class class, double radius, double points[SPC_SHAPE_POINTS][2]);

/* Fewer points than this give trial limits. */
enum { SPC_TRIAL_POINTS = 13 };

/* How the limits and the rules are taken. */
struct spc_options {
    size_t baseline;     /* the limits rest on this many first points of a phase; 0: on all */
    size_t run;          /* points of a trend and of a shift: 6 or 7 */
    bool screening;      /* moving ranges that stand out are left out of their mean, once */
    bool outside_counts; /* a point beyond a limit counts as near it in the rule of two of three */
};

/* A period with which a new phase starts: baseline, mean, moving ranges and runs begin anew. */
struct spc_rebase {
    int from; /* period */
    const char *reason;
    struct source_pos pos;
};

/* What a catalogue asks for. */
struct control_chart {
    struct spc_options options;
    struct spc_rebase *rebases; /* in the order of periods */
    size_t rebase_count, rebase_capacity;
    struct source_pos pos;
};

#endif
