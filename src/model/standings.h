#ifndef MODEL_STANDINGS_H
#define MODEL_STANDINGS_H

#include "funnel.h"
#include "indicator.h"
#include "scale.h"

/* What a chart of organisations shows of one indicator: the figures of all of them in one period, with one's own picked
 * out. Numbers are finite, and in the unit that is printed. */

/* Whose a mark is: one's own, that of a member of the group that is asked for, or of another. */
enum standing_whose { WHOSE_OTHER, WHOSE_MEMBER, WHOSE_OWN, WHOSE_COUNT };

struct standing {
    size_t organisation; /* its number among those that are compared */
    const char *name;
    enum standing_whose whose;
    double value;
    const char *printed; /* as a table has it */
    const char *said;    /* as a sentence has it, with its unit */
    size_t rank;         /* 1 is the best; 0 where neither high nor low is better */
    double size;         /* the denominator; 0 where it is not known */
    const char *size_printed;
    enum funnel_place place; /* within, where there are no limits */
};

enum { STANDINGS_NONE = -1 };

/* What marks are held against: an average, a comparator. */
struct standings_level {
    const char *name;
    double value;
    const char *printed, *said;
    int look; /* the number of the comparator that it is; STANDINGS_NONE: it is none */
};

/* One that is not drawn. */
struct standings_absent {
    size_t organisation;
    const char *name;
    enum status status; /* of its figure; present: it has one, but no size */
    const char *note;   /* why it has none, by the data; may be NULL */
};

/* The limits of a funnel, for any size. */
struct standings_limits {
    struct funnel_rule rule;
    double unit; /* what of the rule's makes one that is printed */
};

struct standings {
    const char *title; /* of the indicator */
    struct scale_unit unit;
    int decimals;
    enum polarity polarity;
    struct standing *marks; /* the best first; where neither is better, the highest */
    size_t count;
    int own;              /* the mark picked out; STANDINGS_NONE: it has no figure */
    const char *own_name; /* NULL: nobody's own */
    const char *own_rank; /* `3rd of 32`; NULL: it has none */
    struct standings_absent *absent;
    size_t absent_count;
    struct standings_level *levels;
    size_t level_count;
    const char *one, *many;          /* what organisations are called: `trust`, behind a number `trusts` */
    const char *members_name;        /* of those beside one's own: `Other trusts: London`; NULL without a group */
    size_t group_look;               /* and the number of its comparator */
    const char *value_title;         /* of the axis of figures: `Percentage` */
    const char *size_title;          /* of the axis of sizes; NULL without sizes */
    struct standings_level average;  /* of all, that the limits are about */
    struct standings_limits *limits; /* NULL: none can be given */
    double q25, median, q75;
    const char *median_printed, *median_said;
};

/* Beyond one of the 99.8% limits; and how many are. */
bool standing_is_far(const struct standing *mark);
size_t standings_far(const struct standings *standings);

/* True where so many do that organisations differ by more than chance, and being beyond a limit says little of one. */
bool standings_spread(const struct standings *standings);

/* True where figures that are printed alike have different ranks, since these are of unrounded figures. */
bool standings_told_apart(const struct standings *standings);

/* What the scale of a funnel covers: figures and their average, and as much of the limits as does not press the figures
 * together. */
struct scale_range standings_funnel_range(const struct standings *standings, int lines_min, int lines_max);

/* The scale over a range of figures, and the greatest of them as a part of it: 1, or more where figures run beyond its
 * highest line, since a scale of percentages ends at 100 where they are hardly more. */
struct scale standings_scale(struct scale_range range);
double standings_greatest(const struct scale *scale, struct scale_range range);

#endif
