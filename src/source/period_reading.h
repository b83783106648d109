#ifndef SOURCE_PERIOD_READING_H
#define SOURCE_PERIOD_READING_H

#include "period_pattern.h"

/*
 * What a text means as a period of a calendar: a pattern, and what must be known besides.
 *
 * What is finer than the calendar stands for the period that holds it, as a date for its month; a week for what holds
 * its Thursday.
 */
enum year_named { YEAR_NAMED_UNSAID, YEAR_NAMED_START, YEAR_NAMED_END };      /* 2018 is 2018/19 or 2017/18 */
enum quarters_of { QUARTERS_UNSAID, QUARTERS_OF_YEAR, QUARTERS_OF_CALENDAR }; /* 2018Q3: of 2018/19 or of 2018 */

struct period_reading {
    struct calendar calendar;
    const struct period_pattern *pattern;
    enum year_named year_named;
    enum quarters_of quarters;
};

enum period_outcome {
    PERIOD_UNLIKE, /* not written so */
    PERIOD_WRONG,  /* written so, and there is no such thing: month 13 */
    PERIOD_SPLIT,  /* it lies in two periods of the calendar */
    PERIOD_COARSE, /* it holds several */
    PERIOD_READ
};

struct period_read {
    enum period_outcome outcome;
    int period;                           /* of the calendar, where read; else PERIOD_NONE */
    const struct period_pattern *pattern; /* by which, of those joined by `|` */
    struct period_numbers numbers;        /* unless unlike */
    struct calendar thing_calendar;       /* what is written: a day, a quarter */
    int thing;                            /* PERIOD_NONE where wrong or unlike */
};

/* Whether the year's name must be known, or whose quarters are meant. */
bool period_reading_needs_year_named(const struct period_reading *reading);
bool period_reading_needs_quarters(const struct period_reading *reading);

/* Allocates nothing. What is needed must be said. */
struct period_read period_reading_read(const struct period_reading *reading, const char *text);

/* What a message says of a text that is not read: `"2018-13": there is no month 13`. */
char *period_reading_problem(struct arena *arena, const struct period_reading *reading, const char *text);

/* A period of the calendar as the first of the patterns writes it, by its day in the middle where that is finer. */
char *period_reading_write(struct arena *arena, const struct period_reading *reading, int period);

/* In words, for messages: `7 January 2018`, `week 27 of 2018`, `Q2 2018/19 (July to September 2018)`. */
char *period_reading_words(struct arena *arena, struct calendar calendar, int period);

#endif
