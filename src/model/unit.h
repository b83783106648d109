#ifndef MODEL_UNIT_H
#define MODEL_UNIT_H

#include "indicator.h"
#include "scale.h"
#include "words.h"

/*
 * What figures are in. unit.def has a row for each unit with all that is known of it; nothing else in the program lists
 * them. A unit stands in headings and titles, not in cells; figures of a sentence have it with them.
 */

/* How headings and titles speak of it. */
enum unit_naming {
    UNIT_UNNAMED,       /* `Number`, where a heading has to say something */
    UNIT_NAMED_BY_WORD, /* `weeks` behind titles and where a heading says what its figures are in */
    UNIT_NAMED_BY_SIGN, /* `%`, `£000` in every heading of its figures and behind titles */
    UNIT_NAMED_BY_PER   /* `Rate`; behind titles `per 10,000` */
};

/* All that is known of a unit. Members that a row leaves out are the first of their kind, false or nothing. */
struct unit_facts {
    enum word name;    /* `weeks`, in a column of units with a capital; has places for {per} or {currency} */
    enum word written; /* with a figure, in a sentence: `{figure}%` */
    enum unit_naming naming;
    int decimals;      /* printed, where the catalogue does not say */
    int per;           /* the usual factor of a ratio or rate; 0: 1 */
    int seconds;       /* of a unit of time: how many one of it has */
    bool percentage;   /* at most 100 of a share; its differences are points; scorecards can mark it */
    bool money;        /* has a currency and a magnitude */
    bool bare;         /* written without it where the words around say it; how far two figures are apart has it */
    bool clock;        /* hours, printed to the minute: `3:20` */
    const char *tick;  /* behind the top number of a scale; NULL: nothing */
    const char *scale; /* in messages, what a scale is in */
};
extern const struct unit_facts unit_table[UNIT_COUNT_OF_UNITS];

/* In how many of its units money is printed. */
struct magnitude_facts {
    long long divisor;
    int decimals;      /* as those of a unit */
    enum word name;    /* `{currency}000`, of the unit in headings */
    enum word written; /* `{currency}{figure}m` */
};
extern const struct magnitude_facts magnitude_table[MAGNITUDE_COUNT];

/* What times can be held in, from the shortest on. */
enum { TIME_COUNT = 5 };
extern const char *const time_words[TIME_COUNT];
extern const int time_seconds[TIME_COUNT];

/* Printed where the catalogue does not say. */
int unit_usual_decimals(const struct indicator *indicator);

/* True where each figure has the indicator's decimals, and a whole one, or one that was given with more, none of its
 * own. */
bool unit_fixes_decimals(const struct indicator *indicator);

/* A figure in the unit that is printed, rounded as it is printed: to the minute where it is a time of the clock. */
struct fraction unit_round(enum unit unit, struct fraction shown, int decimals);

/* The same as a cell has it: `28.3`, `+1.2`, `3:20`. "" where there is none. */
const char *unit_printed(struct arena *arena, enum unit unit, struct fraction shown, int decimals, bool plus);

/* A number of a chart: `1,200`, `3:30`. */
const char *unit_number(struct arena *arena, enum unit unit, double value, int decimals);

/* The number of a line of a scale, counted from its foot: `75`, or `100%` at the top; and that of its foot as a
 * sentence has it: `70%`. */
const char *unit_tick(struct arena *arena, struct scale_unit unit, const struct scale *scale, int line);
const char *unit_foot(struct arena *arena, struct scale_unit unit, const struct scale *scale);

#endif
