#include "calendar.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "text.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199, MONTHS_A_YEAR = 12, DAYS_A_WEEK = 7, THURSDAY = 3 };

const struct calendar calendar_usual = {GRAIN_MONTH, 4};
const struct calendar calendar_days = {GRAIN_DAY, 1};

const char *const grain_words[GRAIN_COUNT] = {
    [GRAIN_DAY] = "day",         [GRAIN_WEEK] = "week", [GRAIN_MONTH] = "month",
    [GRAIN_QUARTER] = "quarter", [GRAIN_TERM] = "term", [GRAIN_YEAR] = "year",
};

static const char *const grain_plurals[GRAIN_COUNT] = {
    [GRAIN_DAY] = "days",         [GRAIN_WEEK] = "weeks", [GRAIN_MONTH] = "months",
    [GRAIN_QUARTER] = "quarters", [GRAIN_TERM] = "terms", [GRAIN_YEAR] = "years",
};

const char *calendar_noun(struct calendar calendar) {
    return grain_words[calendar.grain];
}

const char *calendar_nouns(struct calendar calendar) {
    return grain_plurals[calendar.grain];
}

/* What is known of a grain. */
static const struct {
    int months; /* that a period has; 0 where it is made of days */
    int a_year; /* how many a year has as a rule */
    int steps[CALENDAR_STEPS];
    const char *form; /* y: a year of four digits; Y: a year as the calendar has it; 1, 2: a number of so many digits */
} grains[GRAIN_COUNT] = {
    [GRAIN_DAY] = {.a_year = 365, .steps = {1, 7, 14, 28, 91, 182, 365, 730, 1825, 3650}, .form = "y-2-2"},
    [GRAIN_WEEK] = {.a_year = 52, .steps = {1, 2, 4, 13, 26, 52, 104, 208, 520, 1040}, .form = "y-W2"},
    [GRAIN_MONTH] = {.months = 1, .a_year = 12, .steps = {1, 2, 3, 6, 12, 24, 36, 60, 120, 240}, .form = "y-2"},
    [GRAIN_QUARTER] = {.months = 3, .a_year = 4, .steps = {1, 2, 4, 8, 12, 20, 40, 80, 200, 400}, .form = "Y-Q1"},
    [GRAIN_TERM] = {.months = 4, .a_year = 3, .steps = {1, 3, 6, 9, 15, 30, 60, 75, 150, 300}, .form = "Y-T1"},
    [GRAIN_YEAR] = {.months = 12, .a_year = 1, .steps = {1, 2, 3, 4, 5, 10, 20, 25, 50, 100}, .form = "Y"},
};

/* ------------------------------------------------------------------ days: 0 is Monday 1 January of the year 1 */

static bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month) {
    static const int days[MONTHS_A_YEAR] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? days[month - 1] + 1 : days[month - 1];
}

static int new_year(int year) {
    int before = year - 1;
    return before * 365 + before / 4 - before / 100 + before / 400;
}

static bool is_year(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
}

bool calendar_is_date(struct date date) {
    return is_year(date.year) && date.month >= 1 && date.month <= MONTHS_A_YEAR && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

int calendar_day(struct date date) {
    int day = new_year(date.year) + date.day - 1;
    for (int month = 1; month < date.month; month++)
        day += days_in_month(date.year, month);
    return day;
}

struct date calendar_date(int day) {
    struct date date = {.year = day / 366 + 1, .month = 1};
    while (new_year(date.year + 1) <= day)
        date.year++;
    day -= new_year(date.year);
    for (; day >= days_in_month(date.year, date.month); date.month++)
        day -= days_in_month(date.year, date.month);
    date.day = day + 1;
    return date;
}

/* ------------------------------------------------------------------ months, as the calendar of months counts them */

static int month_of(struct date date) {
    return date.year * MONTHS_A_YEAR + date.month - 1;
}

static int first_day_of_month(int month) {
    return calendar_day((struct date){month / MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1});
}

/* What a year's start moves the periods of several months by. */
static int offset(struct calendar calendar) {
    return calendar.grain > GRAIN_MONTH ? calendar.year_start - 1 : 0;
}

static int first_month(struct calendar calendar, int period) {
    return period * grains[calendar.grain].months + offset(calendar);
}

static int period_of_month(struct calendar calendar, int month) {
    return (month - offset(calendar)) / grains[calendar.grain].months;
}

/* ------------------------------------------------------------------ periods and days */

int calendar_period(struct calendar calendar, int day) {
    if (calendar.grain == GRAIN_DAY)
        return day;
    if (calendar.grain == GRAIN_WEEK)
        return day / DAYS_A_WEEK;
    return period_of_month(calendar, month_of(calendar_date(day)));
}

int calendar_first_day(struct calendar calendar, int period) {
    if (calendar.grain == GRAIN_DAY)
        return period;
    if (calendar.grain == GRAIN_WEEK)
        return period * DAYS_A_WEEK;
    return first_day_of_month(first_month(calendar, period));
}

int calendar_last_day(struct calendar calendar, int period) {
    return calendar_first_day(calendar, period + 1) - 1;
}

int calendar_convert(struct calendar calendar, int period, struct calendar coarser) {
    assert(calendar.grain <= coarser.grain);
    if (grains[calendar.grain].months > 0)
        return period_of_month(coarser, first_month(calendar, period));
    int day = calendar_first_day(calendar, period);
    return calendar_period(coarser, calendar.grain == GRAIN_WEEK ? day + THURSDAY : day);
}

bool calendar_holds(struct calendar coarser, struct calendar finer) {
    int months = grains[finer.grain].months, whole = grains[coarser.grain].months;
    if (coarser.grain < finer.grain || months == 0)
        return coarser.grain >= finer.grain;
    return whole % months == 0 && (offset(coarser) - offset(finer)) % months == 0;
}

int calendar_first_in(struct calendar calendar, int period, struct calendar finer) {
    int first = calendar_period(finer, calendar_first_day(calendar, period));
    return calendar_convert(finer, first, calendar) < period ? first + 1 : first;
}

int calendar_last_in(struct calendar calendar, int period, struct calendar finer) {
    return calendar_first_in(calendar, period + 1, finer) - 1;
}

/* ------------------------------------------------------------------ periods and years */

int calendar_year(struct calendar calendar, int period) {
    return calendar_convert(calendar, period, calendar_in(calendar, GRAIN_YEAR));
}

int calendar_year_first(struct calendar calendar, int year) {
    int month = year * MONTHS_A_YEAR + calendar.year_start - 1;
    if (grains[calendar.grain].months > 0)
        return period_of_month(calendar, month);
    int day = first_day_of_month(month);
    return calendar_period(calendar, calendar.grain == GRAIN_WEEK ? day + THURSDAY : day);
}

int calendar_year_last(struct calendar calendar, int year) {
    return calendar_year_first(calendar, year + 1) - 1;
}

int calendar_number(struct calendar calendar, int period) {
    return period - calendar_to_date(calendar, period) + 1;
}

const int *calendar_steps(struct calendar calendar) {
    return grains[calendar.grain].steps;
}

int calendar_periods_a_year(struct calendar calendar) {
    return grains[calendar.grain].a_year;
}

int calendar_to_date(struct calendar calendar, int period) {
    return calendar_year_first(calendar, calendar_year(calendar, period));
}

bool calendar_is_split(struct calendar calendar) {
    return calendar.year_start != YEAR_START_MIN;
}

struct calendar calendar_in(struct calendar calendar, enum grain grain) {
    return (struct calendar){grain, calendar.year_start};
}

/* Days, weeks and months are written by the calendar year. */
struct calendar calendar_as_written(struct calendar calendar) {
    return (struct calendar){calendar.grain, calendar.grain > GRAIN_MONTH ? calendar.year_start : 1};
}

/* The week of the same number of the year before, or its last where it has fewer. */
static int week_ago(int week) {
    static const struct calendar weeks = {GRAIN_WEEK, 1};
    int year = calendar_year(weeks, week), last = calendar_year_last(weeks, year - 1);
    int same = calendar_year_first(weeks, year - 1) + calendar_number(weeks, week) - 1;
    return same < last ? same : last;
}

int calendar_year_ago(struct calendar calendar, int period) {
    if (grains[calendar.grain].months > 0)
        return period - grains[calendar.grain].a_year;
    if (calendar.grain == GRAIN_WEEK)
        return week_ago(period);
    struct date date = calendar_date(period);
    date.year--;
    int days = days_in_month(date.year, date.month);
    date.day = date.day < days ? date.day : days;
    return calendar_day(date);
}

int calendar_due(struct calendar calendar, int period, struct calendar due) {
    return due.grain <= calendar.grain ? period
                                       : calendar_last_in(due, calendar_convert(calendar, period, due), calendar);
}

int calendar_due_year_ago(struct calendar calendar, int period, struct calendar due) {
    if (due.grain <= calendar.grain)
        return calendar_year_ago(calendar, period);
    return calendar_last_in(due, calendar_year_ago(due, calendar_convert(calendar, period, due)), calendar);
}

enum season calendar_season(struct calendar calendar, int term) {
    static const struct calendar seasons = {GRAIN_TERM, 1};
    return (enum season)(calendar_number(seasons, period_of_month(seasons, first_month(calendar, term) + 2)) - 1);
}

/* ------------------------------------------------------------------ as periods are written */

static bool read_number(const char **text, int digits, int *number) {
    *number = 0;
    for (int i = 0; i < digits; i++, (*text)++) {
        if (!isdigit((unsigned char)**text))
            return false;
        *number = *number * 10 + (**text - '0');
    }
    return true;
}

/* Behind a year that starts later than in January the last digits of the next one: `-19` of 2018-19. */
static bool read_next_year(const char **text, int year) {
    int next;
    if (**text != '-' && **text != '/')
        return false;
    (*text)++;
    return read_number(text, 2, &next) && next == (year + 1) % 100;
}

/* Fills the numbers of a text in their order; false where it is not written as its grain is. */
static bool read_form(struct calendar calendar, const char *text, int numbers[3]) {
    int count = 0;
    for (const char *form = grains[calendar.grain].form; *form != '\0'; form++) {
        bool year = *form == 'y' || *form == 'Y';
        if (!year && !isdigit((unsigned char)*form)) {
            if (*text++ != *form)
                return false;
            continue;
        }
        if (!read_number(&text, year ? 4 : *form - '0', &numbers[count]))
            return false;
        if (*form == 'Y' && calendar.year_start != 1 && (*text != '-' || !read_next_year(&text, numbers[count])))
            return false;
        count++;
    }
    return *text == '\0';
}

int calendar_parse(struct calendar calendar, const char *text) {
    int numbers[3] = {0, 1, 1};
    if (!read_form(calendar, text, numbers) || !is_year(numbers[0]) || numbers[1] < 1)
        return PERIOD_NONE;
    struct calendar written = calendar_as_written(calendar);
    if (calendar.grain != GRAIN_DAY) {
        int period = calendar_year_first(written, numbers[0]) + numbers[1] - 1;
        return period <= calendar_year_last(written, numbers[0]) ? period : PERIOD_NONE;
    }
    struct date date = {numbers[0], numbers[1], numbers[2]};
    return calendar_is_date(date) ? calendar_day(date) : PERIOD_NONE;
}

/* Fills the calendar of the finest grain, from that of a calendar, that a text is a period of; PERIOD_NONE for none. */
static int parse_coarser(struct calendar calendar, const char *text, struct calendar *found) {
    for (enum grain grain = calendar.grain; grain < GRAIN_COUNT; grain++) {
        *found = calendar_in(calendar, grain);
        int period = calendar_parse(*found, text);
        if (period != PERIOD_NONE)
            return period;
    }
    return PERIOD_NONE;
}

int calendar_parse_first(struct calendar calendar, const char *text) {
    struct calendar found;
    int period = parse_coarser(calendar, text, &found);
    return period == PERIOD_NONE ? PERIOD_NONE : calendar_first_in(found, period, calendar);
}

int calendar_parse_last(struct calendar calendar, const char *text) {
    struct calendar found;
    int period = parse_coarser(calendar, text, &found);
    return period == PERIOD_NONE ? PERIOD_NONE : calendar_last_in(found, period, calendar);
}

bool calendar_knows(const char *text) {
    for (enum grain grain = 0; grain < GRAIN_COUNT; grain++)
        for (int start = YEAR_START_MIN; start <= YEAR_START_MIN + 1; start++)
            if (calendar_parse((struct calendar){grain, start}, text) != PERIOD_NONE)
                return true;
    return false;
}

char *calendar_iso(struct arena *arena, struct calendar calendar, int period) {
    struct calendar written = calendar_as_written(calendar);
    struct date date = calendar.grain == GRAIN_DAY ? calendar_date(period) : (struct date){0};
    int year = calendar_year(written, period);
    const int of_day[] = {date.year, date.month, date.day}, of_year[] = {year, calendar_number(written, period)};
    const int *number = calendar.grain == GRAIN_DAY ? of_day : of_year;
    char *text = "";
    for (const char *form = grains[calendar.grain].form; *form != '\0'; form++) {
        if (isdigit((unsigned char)*form))
            text = arena_printf(arena, "%s%0*d", text, *form - '0', *number++);
        else if (*form == 'y' || *form == 'Y')
            text = arena_printf(arena, "%s%04d", text, *number++);
        else
            text = arena_printf(arena, "%s%c", text, *form);
        if (*form == 'Y' && calendar.year_start != 1)
            text = arena_printf(arena, "%s-%02d", text, (year + 1) % 100);
    }
    return text;
}

char *calendar_refusal(struct arena *arena, struct calendar calendar, const char *text) {
    static const struct date sample = {2018, 7, 4};
    return arena_printf(arena, "\"%s\" is not a %s; expected such as %s", text, grain_words[calendar.grain],
                        calendar_iso(arena, calendar, calendar_period(calendar, calendar_day(sample))));
}

char *calendar_year_name(struct arena *arena, struct calendar calendar, int year) {
    return calendar.year_start == 1 ? text_integer(arena, year)
                                    : arena_printf(arena, "%d/%02d", year, (year + 1) % 100);
}

int calendar_year_parse(const char *text) {
    int year;
    if (!read_number(&text, 4, &year) || (*text != '\0' && !read_next_year(&text, year)))
        return PERIOD_NONE;
    return *text == '\0' && is_year(year) ? year : PERIOD_NONE;
}

const char *calendar_year_printed(struct arena *arena, const char *text) {
    static const int place = 4;
    if (calendar_year_parse(text) == PERIOD_NONE || text[place] != '-')
        return text;
    char *printed = arena_strdup(arena, text);
    printed[place] = '/';
    return printed;
}
