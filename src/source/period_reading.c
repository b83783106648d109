#include "period_reading.h"

#include <string.h>

#include "period_name.h"

static const struct calendar iso_weeks = {GRAIN_WEEK, 1}, calendar_months = {GRAIN_MONTH, 1};

/* ------------------------------------------------------------------ years */

/* True where a single year names the reported year rather than the calendar's. */
static bool names_reported_year(const struct period_reading *reading, const struct period_pattern *pattern) {
    return pattern->is_reported || pattern->grain == GRAIN_YEAR || pattern->has[PART_TERM] ||
           (pattern->has[PART_QUARTER] && reading->quarters == QUARTERS_OF_YEAR);
}

bool period_reading_needs_quarters(const struct period_reading *reading) {
    for (const struct period_pattern *pattern = reading->pattern; pattern != NULL; pattern = pattern->next)
        if (pattern->has[PART_QUARTER] && !pattern->is_reported && calendar_is_split(reading->calendar))
            return true;
    return false;
}

bool period_reading_needs_year_named(const struct period_reading *reading) {
    for (const struct period_pattern *pattern = reading->pattern; pattern != NULL; pattern = pattern->next)
        if (!pattern->has[PART_NEXT_YEAR] && names_reported_year(reading, pattern) &&
            calendar_is_split(reading->calendar))
            return true;
    return false;
}

/* How far the year that is written lies behind that in which the reported year starts. */
static int years_behind(const struct period_reading *reading, const struct period_pattern *pattern) {
    return reading->year_named == YEAR_NAMED_END && calendar_is_split(reading->calendar) &&
           names_reported_year(reading, pattern) && !pattern->has[PART_NEXT_YEAR];
}

/* The year in which the written one starts. */
static int year_of(const struct period_reading *reading, const struct period_read *read) {
    return read->numbers.of[PART_YEAR] - years_behind(reading, read->pattern);
}

/* The period of a calendar's year that has a number; PERIOD_NONE where the year has fewer. */
static int numbered(struct calendar calendar, int year, int number) {
    int period = calendar_year_first(calendar, year) + number - 1;
    return number >= 1 && period <= calendar_year_last(calendar, year) ? period : PERIOD_NONE;
}

/* ------------------------------------------------------------------ what is written */

static int month_of(const struct period_read *read) {
    return read->pattern->has[PART_MONTH] ? read->numbers.of[PART_MONTH] : read->numbers.of[PART_MONTH_NAME];
}

/* The month of the calendar's number in a reported year. */
static int month_in_year(struct calendar months, int year, int number) {
    for (int month = calendar_year_first(months, year); month <= calendar_year_last(months, year); month++)
        if (calendar_number(calendar_months, month) == number)
            return month;
    return PERIOD_NONE;
}

static int read_month(const struct period_reading *reading, const struct period_read *read) {
    if (read->pattern->is_reported)
        return month_in_year(calendar_in(reading->calendar, GRAIN_MONTH), year_of(reading, read), month_of(read));
    return numbered(calendar_months, year_of(reading, read), month_of(read));
}

/* The first of the months that end in one; PERIOD_NONE where it does not lie before that. */
static int first_month_of(const struct period_read *read, int last) {
    int first = read->numbers.of[PART_FIRST_MONTH];
    int year = calendar_year(calendar_months, last) - (first > calendar_number(calendar_months, last));
    if (read->pattern->has[PART_FIRST_YEAR])
        year = read->numbers.of[PART_FIRST_YEAR];
    int month = numbered(calendar_months, year, first);
    return month <= last ? month : PERIOD_NONE;
}

/* 1 for a Monday. */
static int weekday(int day) {
    return day - calendar_first_day(iso_weeks, calendar_period(iso_weeks, day)) + 1;
}

/* ------------------------------------------------------------------ days as Excel counts them */

/* Day 1 is 1 January 1900, and day 60 is 29 February 1900, which never was; or day 0 is 1 January 1904. */
enum { LEAP_THAT_NEVER_WAS = 60 };

static int serial_start(bool from_1904) {
    return from_1904 ? calendar_day((struct date){1904, 1, 1}) : calendar_day((struct date){1900, 1, 1}) - 1;
}

static int serial_of(int day, bool from_1904) {
    int serial = day - serial_start(from_1904);
    return serial + (!from_1904 && serial >= LEAP_THAT_NEVER_WAS);
}

static int serial_day(int serial, bool from_1904) {
    int day = serial_start(from_1904) + serial - (!from_1904 && serial >= LEAP_THAT_NEVER_WAS);
    bool is_day = serial_of(day, from_1904) == serial && calendar_is_date(calendar_date(day));
    return is_day && (from_1904 || serial > 0) ? day : PERIOD_NONE;
}

/* ------------------------------------------------------------------ days */

static int read_day(const struct period_reading *reading, const struct period_read *read) {
    const int *of = read->numbers.of;
    const struct period_pattern *pattern = read->pattern;
    if (pattern->has[PART_SERIAL] || pattern->has[PART_SERIAL_1904])
        return serial_day(of[PART_SERIAL] + of[PART_SERIAL_1904], pattern->has[PART_SERIAL_1904]);
    struct date date = {of[PART_YEAR], month_of(read), of[PART_DAY]};
    if (pattern->is_reported)
        date.year = calendar_year(calendar_months, read_month(reading, read));
    if (!calendar_is_date(date))
        return PERIOD_NONE;
    int day = calendar_day(date);
    return pattern->has[PART_WEEKDAY] && weekday(day) != of[PART_WEEKDAY] ? PERIOD_NONE : day;
}

/* The calendar year of the third month of a term, by which it has its name. */
static int season_year(struct calendar terms, int term) {
    return calendar_year(calendar_months, calendar_first_in(terms, term, calendar_months) + 2);
}

/* The term of a season: of a reported year, or of the calendar year. */
static int read_season(const struct period_reading *reading, const struct period_read *read) {
    struct calendar terms = calendar_in(reading->calendar, GRAIN_TERM);
    int year = year_of(reading, read);
    int first = calendar_year_first(terms, read->pattern->is_reported ? year : year - 1);
    for (int term = first; term <= calendar_year_last(terms, year); term++)
        if ((int)calendar_season(terms, term) + 1 == read->numbers.of[PART_SEASON] &&
            (read->pattern->is_reported || season_year(terms, term) == read->numbers.of[PART_YEAR]))
            return term;
    return PERIOD_NONE;
}

/* What the pattern's periods are: those of reported years, or of calendar years. */
static struct calendar things_of(const struct period_reading *reading, const struct period_pattern *pattern) {
    bool reported = names_reported_year(reading, pattern) || pattern->has[PART_SEASON];
    return calendar_in(reported ? reading->calendar : calendar_days, pattern->grain);
}

static int read_numbered(const struct period_reading *reading, const struct period_read *read) {
    static const enum period_part_kind kinds[GRAIN_COUNT] = {
        [GRAIN_WEEK] = PART_WEEK, [GRAIN_QUARTER] = PART_QUARTER, [GRAIN_TERM] = PART_TERM};
    enum grain grain = read->pattern->grain;
    return numbered(read->thing_calendar, year_of(reading, read),
                    grain == GRAIN_YEAR ? 1 : read->numbers.of[kinds[grain]]);
}

static bool is_known_year(int year) {
    return calendar_is_date((struct date){year, 1, 1});
}

/* The thing that is written, of thing_calendar; PERIOD_NONE where there is none. */
static int read_thing(const struct period_reading *reading, const struct period_read *read) {
    const struct period_pattern *pattern = read->pattern;
    const int *of = read->numbers.of;
    if (pattern->has[PART_YEAR] && !is_known_year(of[PART_YEAR]))
        return PERIOD_NONE;
    if (pattern->has[PART_NEXT_YEAR] && of[PART_NEXT_YEAR] != of[PART_YEAR] + 1)
        return PERIOD_NONE;
    if (pattern->grain == GRAIN_DAY)
        return read_day(reading, read);
    if (pattern->grain == GRAIN_MONTH) {
        int month = read_month(reading, read);
        return pattern->has[PART_FIRST_MONTH] && first_month_of(read, month) == PERIOD_NONE ? PERIOD_NONE : month;
    }
    return pattern->has[PART_SEASON] ? read_season(reading, read) : read_numbered(reading, read);
}

/* ------------------------------------------------------------------ as a period of the calendar */

/* The period that holds the thing whole. */
static void find_period(const struct period_reading *reading, struct period_read *read) {
    struct calendar calendar = reading->calendar, things = read->thing_calendar;
    bool several = read->pattern->has[PART_FIRST_MONTH];
    if (things.grain > calendar.grain) {
        read->outcome = PERIOD_COARSE;
        return;
    }
    if (things.grain == GRAIN_WEEK || (calendar_holds(calendar, things) && !several)) {
        read->period = calendar_convert(things, read->thing, calendar);
        read->outcome = PERIOD_READ;
        return;
    }
    int first = calendar_period(calendar,
                                calendar_first_day(things, several ? first_month_of(read, read->thing) : read->thing));
    bool whole = first == calendar_period(calendar, calendar_last_day(things, read->thing));
    read->outcome = whole ? PERIOD_READ : PERIOD_SPLIT;
    read->period = whole ? first : PERIOD_NONE;
}

static struct period_read read_by(const struct period_reading *reading, const struct period_pattern *pattern,
                                  const char *text) {
    struct period_read read = {
        .outcome = PERIOD_UNLIKE, .period = PERIOD_NONE, .pattern = pattern, .thing = PERIOD_NONE};
    if (!period_pattern_match(pattern, text, &read.numbers))
        return read;
    read.thing_calendar = things_of(reading, pattern);
    read.thing = read_thing(reading, &read);
    if (read.thing == PERIOD_NONE)
        read.outcome = PERIOD_WRONG;
    else if (pattern->has[PART_NEXT_YEAR] && !calendar_is_split(reading->calendar))
        read.outcome = PERIOD_SPLIT;
    else
        find_period(reading, &read);
    return read;
}

struct period_read period_reading_read(const struct period_reading *reading, const char *text) {
    struct period_read best = {.outcome = PERIOD_UNLIKE, .period = PERIOD_NONE, .thing = PERIOD_NONE};
    for (const struct period_pattern *pattern = reading->pattern; pattern != NULL; pattern = pattern->next) {
        struct period_read read = read_by(reading, pattern, text);
        if (read.outcome > best.outcome)
            best = read;
        if (read.outcome == PERIOD_READ)
            break;
    }
    return best;
}

/* ------------------------------------------------------------------ written again */

static int year_written(const struct period_reading *reading, int thing) {
    const struct period_pattern *pattern = reading->pattern;
    struct calendar things = things_of(reading, pattern);
    if (pattern->has[PART_SEASON] && !pattern->is_reported)
        return season_year(things, thing);
    return calendar_year(things, thing) + years_behind(reading, pattern);
}

static struct period_numbers numbers_of(const struct period_reading *reading, int thing) {
    const struct period_pattern *pattern = reading->pattern;
    struct calendar things = things_of(reading, pattern);
    int day = calendar_first_day(things, thing), year = year_written(reading, thing);
    struct date date = calendar_date(day);
    struct period_numbers numbers = {{0}};
    numbers.of[PART_YEAR] = year;
    numbers.of[PART_NEXT_YEAR] = year + 1;
    numbers.of[PART_MONTH] = numbers.of[PART_MONTH_NAME] = date.month;
    numbers.of[PART_DAY] = date.day;
    numbers.of[PART_WEEKDAY] = weekday(day);
    numbers.of[PART_WEEK] = numbers.of[PART_QUARTER] = numbers.of[PART_TERM] = calendar_number(things, thing);
    if (pattern->has[PART_SEASON])
        numbers.of[PART_SEASON] = (int)calendar_season(things, thing) + 1;
    numbers.of[PART_SERIAL] = serial_of(day, false);
    numbers.of[PART_SERIAL_1904] = serial_of(day, true);
    return numbers;
}

char *period_reading_write(struct arena *arena, const struct period_reading *reading, int period) {
    struct calendar calendar = reading->calendar, things = things_of(reading, reading->pattern);
    int first = calendar_first_day(calendar, period), last = calendar_last_day(calendar, period);
    bool several = reading->pattern->has[PART_FIRST_MONTH];
    struct period_numbers numbers = numbers_of(reading, calendar_period(things, several ? last : (first + last) / 2));
    numbers.of[PART_FIRST_MONTH] = calendar_date(first).month;
    numbers.of[PART_FIRST_YEAR] = calendar_date(first).year;
    return period_pattern_write(arena, reading->pattern, &numbers);
}

/* ------------------------------------------------------------------ in words */

static const char *month_name(int day) {
    return period_name(PERIOD_NAMES_MONTHS, calendar_date(day).month);
}

static char *numbered_words(struct arena *arena, struct calendar calendar, int period) {
    int number = calendar_number(calendar, period);
    const char *year = calendar_year_name(arena, calendar, calendar_year(calendar, period));
    if (calendar.grain == GRAIN_YEAR)
        return arena_printf(arena, "%s", year);
    if (calendar.grain != GRAIN_QUARTER)
        return arena_printf(arena, "%s %d of %s", grain_words[calendar.grain], number, year);
    int last = calendar_last_day(calendar, period);
    return arena_printf(arena, "Q%d %s (%s to %s %d)", number, year, month_name(calendar_first_day(calendar, period)),
                        month_name(last), calendar_date(last).year);
}

char *period_reading_words(struct arena *arena, struct calendar calendar, int period) {
    int day = calendar_first_day(calendar, period);
    struct date date = calendar_date(day);
    if (calendar.grain == GRAIN_DAY)
        return arena_printf(arena, "%d %s %d", date.day, month_name(day), date.year);
    if (calendar.grain == GRAIN_MONTH)
        return arena_printf(arena, "%s %d", month_name(day), date.year);
    return numbered_words(arena, calendar.grain == GRAIN_WEEK ? calendar_as_written(calendar) : calendar, period);
}

/* ------------------------------------------------------------------ what is wrong */

static const char *year_problem(struct arena *arena, const struct period_read *read) {
    int year = read->numbers.of[PART_YEAR];
    const struct period_pattern *pattern = read->pattern;
    if (pattern->has[PART_YEAR] && !is_known_year(year))
        return arena_printf(arena, "the year %d is not read; years are 1900 to 2199", year);
    if (pattern->has[PART_NEXT_YEAR] && read->numbers.of[PART_NEXT_YEAR] != year + 1)
        return arena_printf(arena, "the year after %d is %d", year, year + 1);
    return NULL;
}

static const char *day_problem(struct arena *arena, const struct period_reading *reading,
                               const struct period_read *read) {
    int day = read->numbers.of[PART_DAY], month = read_month(reading, read);
    if (read->pattern->has[PART_SERIAL] || read->pattern->has[PART_SERIAL_1904])
        return "no day has this number";
    int last = calendar_last_day(calendar_months, month);
    if (day < 1 || calendar_date(last).day < day)
        return arena_printf(arena, "%s has %d days", period_reading_words(arena, calendar_months, month),
                            calendar_date(last).day);
    int said = calendar_first_day(calendar_months, month) + day - 1;
    return arena_printf(arena, "%s is a %s", period_reading_words(arena, calendar_days, said),
                        period_name(PERIOD_NAMES_WEEKDAYS, weekday(said)));
}

static const char *number_problem(struct arena *arena, const struct period_reading *reading,
                                  const struct period_read *read) {
    struct calendar years = calendar_in(read->thing_calendar, GRAIN_YEAR);
    int year = year_of(reading, read);
    int count = calendar_year_last(read->thing_calendar, year) - calendar_year_first(read->thing_calendar, year) + 1;
    return arena_printf(arena, "%s has %ss 1 to %d", calendar_year_name(arena, years, year),
                        grain_words[read->thing_calendar.grain], count);
}

static const char *wrong(struct arena *arena, const struct period_reading *reading, const struct period_read *read) {
    const char *problem = year_problem(arena, read);
    if (problem != NULL)
        return problem;
    bool month_wrong = read->pattern->has[PART_MONTH] && read_month(reading, read) == PERIOD_NONE;
    if (month_wrong)
        return arena_printf(arena, "there is no month %d", read->numbers.of[PART_MONTH]);
    if (read->pattern->has[PART_FIRST_MONTH])
        return "the first month lies behind the last";
    if (read->pattern->has[PART_SEASON])
        return "no term of that year has this name";
    return read->thing_calendar.grain == GRAIN_DAY ? day_problem(arena, reading, read)
                                                   : number_problem(arena, reading, read);
}

/* `dd/mm/yyyy | mmm-yy` */
static const char *patterns(struct arena *arena, const struct period_pattern *pattern) {
    const char *all = pattern->text;
    while ((pattern = pattern->next) != NULL)
        all = arena_printf(arena, "%s | %s", all, pattern->text);
    return all;
}

/* A period that every pattern can write, for an example. */
static int example(struct calendar calendar) {
    return calendar_period(calendar, calendar_day((struct date){2018, 7, 31}));
}

/* So much of a text that a message stays a line. */
static const char *shown(struct arena *arena, const char *text) {
    enum { BYTES_SHOWN = 60 };
    size_t length = strlen(text);
    if (length <= BYTES_SHOWN)
        return text;
    for (length = BYTES_SHOWN; ((unsigned char)text[length] & 0xC0) == 0x80; length--)
        ;
    return arena_printf(arena, "%.*s...", (int)length, text);
}

char *period_reading_problem(struct arena *arena, const struct period_reading *reading, const char *text) {
    struct period_read read = period_reading_read(reading, text);
    text = shown(arena, text);
    const char *grain = grain_words[reading->calendar.grain];
    switch (read.outcome) {
    case PERIOD_COARSE:
        return arena_printf(arena, "%s is a %s; the file's periods are %ss", text, grain_words[read.pattern->grain],
                            grain);
    case PERIOD_SPLIT:
        if (read.pattern->has[PART_NEXT_YEAR])
            return arena_printf(arena, "%s lies in two years, which start in January in this catalogue (year-start)",
                                text);
        if (read.pattern->has[PART_FIRST_MONTH])
            return arena_printf(arena, "%s lies in more than one %s", text, grain);
        return arena_printf(arena, "%s, %s, lies in more than one %s", text,
                            period_reading_words(arena, read.thing_calendar, read.thing), grain);
    case PERIOD_WRONG:
        return arena_printf(arena, "%s: %s", text, wrong(arena, reading, &read));
    default:
        return arena_printf(arena, "\"%s\" is not written as %s, such as %s", text, patterns(arena, reading->pattern),
                            period_reading_write(arena, reading, example(reading->calendar)));
    }
}
