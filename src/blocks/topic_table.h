#ifndef BLOCKS_TOPIC_TABLE_H
#define BLOCKS_TOPIC_TABLE_H

#include "scorecard.h"

/* A table of periods down and measures across, as a layout asks for it: periods, the year to date, past years,
 * comparators, and the target with the letter of the figure, each a group of rows. */

enum topic_rows_show { ROWS_PERIODS, ROWS_TO_DATE, ROWS_YEARS, ROWS_BENCHMARKS, ROWS_TARGET, ROWS_SHOW_COUNT };
extern const char *const topic_rows_words[ROWS_SHOW_COUNT]; /* periods ytd years benchmarks target */

struct topic_rows {
    enum topic_rows_show show;
    int count;         /* of periods and of years, the last ones */
    const char *label; /* NULL: the usual */
    struct source_pos pos;
};

/* What stands in a column before a percentage: nothing, `150 of 173`, `150`. */
enum topic_counts { TOPIC_COUNTS_NO, TOPIC_COUNTS_YES, TOPIC_COUNTS_NUMERATOR, TOPIC_COUNTS_COUNT };
extern const char *const topic_counts_words[TOPIC_COUNTS_COUNT]; /* no yes numerator */

/* A column, or two where the counts of a percentage stand beside it. */
struct topic_measure {
    const struct indicator *indicator; /* NULL: series */
    const struct series *series;
    struct field_name field; /* FROM_FIELD or FROM_AMONG, of a period; the year to date where it has one */
    enum topic_counts counts;
    const char *number;  /* over the heading; NULL: the indicator's reference */
    const char *heading; /* NULL: the short title */
    int decimals;        /* -1: as the indicator prints it */
    bool sums;           /* a series: its year to date is the sum of its periods */
    bool brackets;       /* printed as `(56)` */
    bool coloured;       /* figures on the colour of their letter */
    struct source_pos pos;
};

/* Neighbouring measures under a heading. */
struct topic_group {
    const char *number;          /* over the heading, in place of those of the measures; NULL: none */
    const char *heading;         /* NULL: the number alone */
    size_t first, count;         /* measures */
    const struct series *across; /* printed once over all of them in a period in which none has a figure; or NULL */
    struct source_pos pos;
};

struct topic_table {
    struct topic_rows *rows;
    size_t rows_count, rows_capacity;
    struct topic_measure *measures;
    size_t measure_count, measure_capacity;
    struct topic_group *groups;
    size_t group_count, group_capacity;
    double text_pt, least_text_pt, padding_pt;
    const char *absent;         /* NULL: the symbol of the status */
    const char *period_heading; /* over the periods; NULL: the usual */
};

#endif
