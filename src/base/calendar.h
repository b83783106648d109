#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include <stdbool.h>

#include "arena.h"

/*
 * The one place that knows how many periods a year has, how they are written, and where a year starts.
 *
 * A period of a calendar is one number, so that periods can be counted, compared and subtracted; those of two calendars
 * cannot. A month is year * 12 + (month - 1).
 *
 * Years are named by the calendar year in which they start: 2018 is 2018/19, or 2018 where a year starts in January.
 * Periods lie in one year each: a week in that of its Thursday, as ISO 8601 has it, whenever the year starts. Quarters
 * and terms are the quarters and thirds of the year.
 */
enum grain { GRAIN_DAY, GRAIN_WEEK, GRAIN_MONTH, GRAIN_QUARTER, GRAIN_TERM, GRAIN_YEAR, GRAIN_COUNT };

extern const char *const grain_words[GRAIN_COUNT]; /* day week month quarter term year */

enum { YEAR_START_MIN = 1, YEAR_START_MAX = 12 };

struct calendar {
    enum grain grain;
    int year_start; /* first month of the year, YEAR_START_MIN to YEAR_START_MAX */
};

enum { PERIOD_NONE = -1 };

extern const struct calendar calendar_usual; /* months, and years that start in April */
extern const struct calendar calendar_days;

/* What a message calls a period, and several. */
const char *calendar_noun(struct calendar calendar);  /* `month` */
const char *calendar_nouns(struct calendar calendar); /* `months` */

struct date {
    int year, month, day; /* month and day from 1 */
};

bool calendar_is_date(struct date date); /* true where there is such a day, in the years 1900 to 2199 */
int calendar_day(struct date date);      /* a day that exists, as a period of calendar_days */
struct date calendar_date(int day);

/* How many periods lie from one label to the next on an axis that has room for few, as people count: months by quarters
 * and years. 1, and rising; CALENDAR_STEPS of them. */
enum { CALENDAR_STEPS = 10 };
const int *calendar_steps(struct calendar calendar);

/* The period that a day lies in, and the days of a period, as periods of calendar_days. */
int calendar_period(struct calendar calendar, int day);
int calendar_first_day(struct calendar calendar, int period);
int calendar_last_day(struct calendar calendar, int period);

/* The period of a coarser calendar that holds one of a finer. A week is held by what holds its Thursday; what is not
 * held whole, as a quarter by a term, by what holds its first day. */
int calendar_convert(struct calendar calendar, int period, struct calendar coarser);

/* True where each period of a finer calendar lies in one of a coarser, a week by its Thursday: not quarters in terms,
 * nor quarters in a year that starts in the middle of one. Periods of one grain hold each other where they are the
 * same. */
bool calendar_holds(struct calendar coarser, struct calendar finer);

/* The first and the last period of a finer calendar that calendar_convert puts into a period. */
int calendar_first_in(struct calendar calendar, int period, struct calendar finer);
int calendar_last_in(struct calendar calendar, int period, struct calendar finer);

/* True where a year starts in one calendar year and ends in the next: not in January. */
bool calendar_is_split(struct calendar calendar);

/* The same years in another grain. */
struct calendar calendar_in(struct calendar calendar, enum grain grain);

/* The same grain with the years by which its periods are written and numbered, whenever the reported year starts: ISO
 * years for weeks, calendar years for days and months. */
struct calendar calendar_as_written(struct calendar calendar);

int calendar_year(struct calendar calendar, int period);     /* in which it lies */
int calendar_number(struct calendar calendar, int period);   /* 1 for the first of its year */
int calendar_year_first(struct calendar calendar, int year); /* the first period of a year, and the last */
int calendar_year_last(struct calendar calendar, int year);
int calendar_periods_a_year(struct calendar calendar); /* as a rule: 365, 52, 12, 4, 3, 1 */

/* The first period of the year to date: that of the year of a period. */
int calendar_to_date(struct calendar calendar, int period);

/* The same period a year ago: the same date, week number, month, quarter or term. 29 February is held against 28
 * February, and week 53 against week 52 where the year before has no week 53. */
int calendar_year_ago(struct calendar calendar, int period);

/* What is due once in each period of a coarser calendar is due in the last period that it holds: that of a period, and
 * the same a year ago. A calendar that is not coarser is due in each period. */
int calendar_due(struct calendar calendar, int period, struct calendar due);
int calendar_due_year_ago(struct calendar calendar, int period, struct calendar due);

/* What a term is called by: the season of its third month. */
enum season { SEASON_SPRING, SEASON_SUMMER, SEASON_AUTUMN };
enum season calendar_season(struct calendar calendar, int term);

/*
 * Reads a period as it is written: `2018-07-04`, `2018-W27`, `2018-07`, `2018-19-Q2`, `2018-19-T1`, `2018-19`, with
 * nothing before or behind it; `2018-Q2` and so on where the year starts in January. Weeks have their ISO number,
 * whenever the year starts. Years 1900 to 2199. PERIOD_NONE for anything else.
 */
int calendar_parse(struct calendar calendar, const char *text);

/* The same where an end of a stretch is meant: a coarser period of the same years stands for its first period, or its
 * last. `2018-19` is 2018-04, or 2019-03. */
int calendar_parse_first(struct calendar calendar, const char *text);
int calendar_parse_last(struct calendar calendar, const char *text);

/* True where a text is a period of some calendar, before it is known of which. */
bool calendar_knows(const char *text);

/* What a message says of a text that is none: `"2018-13" is not a month; expected such as 2018-07`. */
char *calendar_refusal(struct arena *arena, struct calendar calendar, const char *text);

/* A period as it is written. */
char *calendar_iso(struct arena *arena, struct calendar calendar, int period);

/* A year as people write it: `2018/19`, or `2018` where it starts in January. */
char *calendar_year_name(struct arena *arena, struct calendar calendar, int year);

/* The year that a published table means by `2018`, `2018-19` or `2018/19`; PERIOD_NONE for anything else. */
int calendar_year_parse(const char *text);

/* Such a year as it is printed, `2018/19` for `2018-19`; what is none stays as it is. */
const char *calendar_year_printed(struct arena *arena, const char *text);

#endif
