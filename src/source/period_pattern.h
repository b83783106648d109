#ifndef SOURCE_PERIOD_PATTERN_H
#define SOURCE_PERIOD_PATTERN_H

#include <stdbool.h>

#include "calendar.h"

/*
 * How a period is written, in Excel's letters: `dd/mm/yyyy`, `mmm-yy`, `yyyy/yy "Q"q`, `Week ending dd/mm/yyyy`.
 *
 *   yyyy yy       a year; of two digits 69 to 99 are 1969 to 1999
 *   mm m          the number of a month; mmm mmmm its name, English, Welsh or Spanish
 *   dd d          a day of the month, `st` or `th` behind it or not; ddd dddd the name of a day of the week
 *   ww w  q  t    the number of a week, a quarter, a term; ttt the season that a term is called by
 *   serial        a day as Excel counts it from 1900; serial-1904 from 1904
 *
 * Two names of months are the first and the last: `mmm-mmm yyyy`, `mmm yyyy to mmm yyyy`.
 *
 * Two years are a reported year, and the second must be the one after the first: `yyyy/yy`, `yyyy-yyyy`, and `yyyyyy`
 * for 201819. A year behind `FY` is a reported year too. A number takes fewer digits than it has letters unless numbers
 * touch. A run of letters that is not made of these and single capitals is plain text, and so is what is in quotes, '
 * or "; DD, MM and YYYY are letters too. `*` is any text. Other signs stand for themselves, letters in any case, a run
 * of blanks for any run of blanks, and a hyphen for any dash. Patterns joined by `|` are tried in order.
 */
enum period_part_kind {
    PART_TEXT,
    PART_ANY,
    PART_YEAR,
    PART_NEXT_YEAR, /* the second of a reported year */
    PART_MONTH,
    PART_MONTH_NAME,
    PART_FIRST_MONTH, /* the first of two names of months */
    PART_FIRST_YEAR,  /* its year, where each has one */
    PART_DAY,
    PART_WEEKDAY,
    PART_WEEK,
    PART_QUARTER,
    PART_TERM,
    PART_SEASON,
    PART_SERIAL,
    PART_SERIAL_1904,
    PART_COUNT
};

struct period_part {
    enum period_part_kind kind;
    int letters;      /* of the pattern: the most digits of a number */
    bool exact;       /* so many digits and no fewer */
    const char *text; /* of PART_TEXT */
};

struct period_pattern {
    const char *text; /* without those behind `|` */
    struct period_part *parts;
    size_t part_count, part_capacity;
    bool has[PART_COUNT];
    bool is_one_number;                /* numbers that touch, and nothing else: 201807, and 201807.0 too */
    bool is_reported;                  /* its year is a reported year */
    enum grain grain;                  /* of what it writes */
    const struct period_pattern *next; /* behind `|`; NULL for none */
};

/* What a text says, by kind of part; 0 where the pattern has none. Numbers are as written, but for years, which are
 * whole, and names, which are numbers from 1. */
struct period_numbers {
    int of[PART_COUNT];
};

/* Reads a pattern; NULL where it is none, and problem receives why: a sentence's end, such as `has no year`. */
const struct period_pattern *period_pattern_read(struct arena *arena, const char *text, const char **problem);

/* True where a text is written so, without those behind `|`. A time behind a day is dropped, `[note 3]` behind
 * anything, and `*` and daggers at either end. Whether there is such a period is another matter. */
bool period_pattern_match(const struct period_pattern *pattern, const char *text, struct period_numbers *numbers);

/* The opposite. */
char *period_pattern_write(struct arena *arena, const struct period_pattern *pattern,
                           const struct period_numbers *numbers);

#endif
