#include "../read_test.h"

#include "period_column.h"

enum { TEXTS_MAX = 64 };

static struct period_style style(enum grain grain, int year_start, const char *pattern) {
    return (struct period_style){.calendar = {grain, year_start}, .pattern = pattern, .from = {"catalogue.xml", 7, 0}};
}

/* Reads texts that `,` parts, in lines from 2; `;` where a text has a comma. */
static struct period_column column_of(struct fixture *fixture, struct period_style said, const char *list) {
    static struct period_text texts[TEXTS_MAX];
    size_t count = 0;
    char *copy = arena_strdup(fixture->arena, list), *end;
    const char parting[] = {strchr(list, '\n') != NULL ? '\n' : '|', '\0'};
    for (char *text = copy; text != NULL && count < TEXTS_MAX; text = end) {
        end = strpbrk(text, parting);
        if (end != NULL)
            *end++ = '\0';
        texts[count] = (struct period_text){text, {.file = "x.csv", .line = (int)count + 2, .column = 1}};
        count++;
    }
    return period_column_read(fixture->arena, &said, texts, count, "Column c", &fixture->diag);
}

/* ------------------------------------------------------------------ recognised */

static void every_way_of_the_list_is_recognised(void **state) {
    static const struct {
        enum grain grain;
        int year_start;
        const char *texts, *pattern, *first, *last;
    } rows[] = {
        {GRAIN_MONTH, 4, "2018-07|2018-08", "yyyy-mm", "2018-07", "2018-08"},
        {GRAIN_DAY, 4, "2018-07-31|2018-08-01", "yyyy-mm-dd", "2018-07-31", "2018-08-01"},
        {GRAIN_DAY, 4, "2018-07-31T00:00:00Z|2018-08-01T00:00:00.000Z", "yyyy-mm-dd", "2018-07-31", "2018-08-01"},
        {GRAIN_MONTH, 4, "2018-07-31", "yyyy-mm-dd", "2018-07", "2018-07"},
        {GRAIN_DAY, 4, "31/07/2018|01/08/2018", "dd/mm/yyyy", "2018-07-31", "2018-08-01"},
        {GRAIN_DAY, 4, "7/31/2018|8/1/2018", "mm/dd/yyyy", "2018-07-31", "2018-08-01"},
        {GRAIN_MONTH, 4, "Jul-18|Aug-18|Sept-18", "mmm-yy", "2018-07", "2018-09"},
        {GRAIN_MONTH, 4, "JULY 2018|august 2018|Medi 2018", "mmmm yyyy", "2018-07", "2018-09"},
        {GRAIN_MONTH, 4, "Gorffennaf 2018|Awst 2018", "mmmm yyyy", "2018-07", "2018-08"},
        {GRAIN_MONTH, 4, "201807|201812", "yyyymm", "2018-07", "2018-12"},
        {GRAIN_DAY, 4, "20180731|20180801", "yyyymmdd", "2018-07-31", "2018-08-01"},
        {GRAIN_QUARTER, 4, "2018/19 Q2|2018/19 Q3", "yyyy/yy Qq", "2018-19-Q2", "2018-19-Q3"},
        {GRAIN_QUARTER, 4, "2018-19;Q1|2019-20;Q1", "yyyy-yy;Qq", "2018-19-Q1", "2019-20-Q1"},
        {GRAIN_YEAR, 4, "201819|201920", "yyyyyy", "2018-19", "2019-20"},
        {GRAIN_YEAR, 4, "2018/19|2019/20", "yyyy/yy", "2018-19", "2019-20"},
        {GRAIN_YEAR, 4, "1999/00", "yyyy/yy", "1999-00", "1999-00"},
        {GRAIN_YEAR, 4,
         "2018\xe2\x80\x93"
         "19",
         "yyyy-yy", "2018-19", "2018-19"},
        {GRAIN_WEEK, 4, "Week ending 08/07/2018|Week ending 15/07/2018", "'Week ending 'dd/mm/yyyy", "2018-W27",
         "2018-W28"},
        {GRAIN_WEEK, 4, "w/e 15 July 2018", "'W/E 'dd mmmm yyyy", "2018-W28", "2018-W28"},
        {GRAIN_WEEK, 4, "2018-W27|2020-W53", "yyyy-Www", "2018-W27", "2020-W53"},
        {GRAIN_WEEK, 4, "2018 1|2018 52", "yyyy ww", "2018-W01", "2018-W52"},
        {GRAIN_MONTH, 4, "40483|40513.0|43009", "serial", "2010-11", "2017-10"},
        {GRAIN_MONTH, 4, "2010-11, January|2010-11, April", "yyyy-yy, mmmm", "2011-01", "2010-04"},
        {GRAIN_MONTH, 4, "2010-11 January|2010-11 March", "yyyy-yy mmmm", "2011-01", "2011-03"},
        {GRAIN_DAY, 4, "1 April 2018|31st March 2019", "dd mmmm yyyy", "2018-04-01", "2019-03-31"},
        {GRAIN_DAY, 4, "Sunday, 1 April 2018", "dddd, dd mmmm yyyy", "2018-04-01", "2018-04-01"},
        {GRAIN_DAY, 1, "31-Mar-15 [Note 3]|31-Mar-99", "dd-mmm-yy", "2015-03-31", "1999-03-31"},
        {GRAIN_TERM, 9, "2018/19 Autumn term|2018/19 Summer term", "yyyy/yy ttt term", "2018-19-T1", "2018-19-T3"},
        {GRAIN_TERM, 9, "Autumn 2018|Spring 2019", "ttt yyyy", "2018-19-T1", "2018-19-T2"},
        {GRAIN_YEAR, 4, "Year ending March 2019", "'Year ending 'mmmm yyyy", "2018-19", "2018-19"},
        {GRAIN_YEAR, 1, "2017|2018", "yyyy", "2017", "2018"},
        {GRAIN_QUARTER, 1, "2017Q3|2017Q4", "yyyyQq", "2017-Q3", "2017-Q4"},
        {GRAIN_MONTH, 4, "2018M07", "yyyyMmm", "2018-07", "2018-07"},
        {GRAIN_MONTH, 4, "201807.0|201808.0", "yyyymm", "2018-07", "2018-08"},
        {GRAIN_YEAR, 1, "2018.0", "yyyy", "2018", "2018"},
        /* of the files that public bodies publish */
        {GRAIN_DAY, 1, "01.03.2020 00:00:00|16.03.2020 00:00:00", "dd.mm.yyyy", "2020-03-01", "2020-03-16"},
        {GRAIN_DAY, 1, "01/01/2023|02/01/2023|13/06/2023", "dd/mm/yyyy", "2023-01-01", "2023-06-13"},
        {GRAIN_MONTH, 4, "Apr-07|May-07|Dec-07|Oct-25", "mmm-yy", "2007-04", "2025-10"},
        {GRAIN_MONTH, 4, "202303|202312|202401|202502", "yyyymm", "2023-03", "2025-02"},
        {GRAIN_WEEK, 1, "10/01/2020|17/01/2020|03/04/2020", "dd/mm/yyyy", "2020-W02", "2020-W14"},
        {GRAIN_YEAR, 4, "2010/11|2018/19|2023/24", "yyyy/yy", "2010-11", "2023-24"},
        {GRAIN_MONTH, 7, "June 2016", "mmmm yyyy", "2016-06", "2016-06"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct calendar calendar = {rows[i].grain, rows[i].year_start};
        struct period_column column = column_of(fixture, style(rows[i].grain, rows[i].year_start, NULL), rows[i].texts);
        if (fixture->diag.count > 0 || column.pattern == NULL)
            fail_msg("%s: %s", rows[i].texts, messages(fixture));
        size_t last = 0;
        for (const char *text = rows[i].texts; (text = strchr(text, '|')) != NULL; text++)
            last++;
        assert_string_equal(column.pattern, rows[i].pattern);
        assert_string_equal(calendar_iso(fixture->arena, calendar, column.periods[0]), rows[i].first);
        assert_string_equal(calendar_iso(fixture->arena, calendar, column.periods[last]), rows[i].last);
    }
}

static void names_of_files_have_other_text_around(void **state) {
    struct period_style said = style(GRAIN_MONTH, 7, NULL);
    said.inside = true;
    struct period_column column = column_of(*state, said, "2015-07-tax|2015-08-tax|2016-01-tax");
    assert_quiet(*state);
    assert_int_equal(column.periods[0], 2015 * 12 + 6);
    assert_int_equal(column.periods[2], 2016 * 12);
    said.calendar = (struct calendar){GRAIN_YEAR, 4};
    column = column_of(*state, said, "report-2018-19.csv|report-2019-20.csv");
    assert_quiet(*state);
    assert_int_equal(column.periods[1], 2019);
}

static void blanks_have_no_period(void **state) {
    struct period_column column = column_of(*state, style(GRAIN_MONTH, 4, NULL), "2018-07||2018-08|2018-08|");
    assert_quiet(*state);
    assert_int_equal(column.periods[1], PERIOD_NONE);
    assert_int_equal(column.periods[2], 2018 * 12 + 7);
    assert_int_equal(column.periods[3], 2018 * 12 + 7);
    assert_int_equal(column.periods[4], PERIOD_NONE);
    assert_null(column_of(*state, style(GRAIN_MONTH, 4, NULL), "||").pattern);
    assert_quiet(*state);
}

/* ------------------------------------------------------------------ said */

static void patterns_that_are_said(void **state) {
    static const struct {
        enum grain grain;
        int year_start;
        const char *pattern;
        enum year_named year_named;
        enum quarters_of quarters;
        const char *text, *period;
    } rows[] = {
        {GRAIN_WEEK, 4, "dd/mm/yyyy", 0, 0, "07/01/2018", "2018-W01"},
        {GRAIN_WEEK, 4, "mm/dd/yyyy", 0, 0, "07/01/2018", "2018-W26"},
        {GRAIN_MONTH, 4, "MM/YYYY", 0, 0, "07/2018", "2018-07"},
        {GRAIN_MONTH, 7, "mmm_fyyy", YEAR_NAMED_END, 0, "jul_fy16", "2015-07"},
        {GRAIN_MONTH, 7, "mmm_fyyy", YEAR_NAMED_END, 0, "jun_FY16", "2016-06"},
        {GRAIN_MONTH, 7, "mmmm FY yyyy", YEAR_NAMED_END, 0, "June FY 2016", "2016-06"},
        {GRAIN_MONTH, 7, "mmm_fyyy", YEAR_NAMED_START, 0, "jun_fy16", "2017-06"},
        {GRAIN_MONTH, 4, "yyyy-mm | mmm-yy", 0, 0, "Aug-18", "2018-08"},
        {GRAIN_MONTH, 4, "serial-1904", 0, 0, "39021.0", "2010-11"},
        {GRAIN_DAY, 4, "serial", 0, 0, "43101.75", "2018-01-01"},
        {GRAIN_DAY, 4, "serial", 0, 0, "59", "1900-02-28"},
        {GRAIN_DAY, 4, "serial", 0, 0, "61", "1900-03-01"},
        {GRAIN_DAY, 4, "serial-1904", 0, 0, "0", "1904-01-01"},
        {GRAIN_YEAR, 4, "yyyy", YEAR_NAMED_END, 0, "2025", "2024-25"},
        {GRAIN_YEAR, 4, "yyyy", YEAR_NAMED_START, 0, "2025", "2025-26"},
        {GRAIN_YEAR, 4, "yyyy0000", YEAR_NAMED_START, 0, "20180000", "2018-19"},
        {GRAIN_QUARTER, 4, "yyyyQq", 0, QUARTERS_OF_CALENDAR, "2017Q3", "2017-18-Q2"},
        {GRAIN_QUARTER, 4, "yyyyQq", 0, QUARTERS_OF_CALENDAR, "2018Q1", "2017-18-Q4"},
        {GRAIN_QUARTER, 4, "yyyyQq", YEAR_NAMED_START, QUARTERS_OF_YEAR, "2017Q3", "2017-18-Q3"},
        {GRAIN_QUARTER, 4, "yyyyQq", YEAR_NAMED_END, QUARTERS_OF_YEAR, "2017Q3", "2016-17-Q3"},
        {GRAIN_QUARTER, 4, "yyyyTq", 0, QUARTERS_OF_CALENDAR, "2024T2", "2024-25-Q1"},
        {GRAIN_WEEK, 4, "yyyy/yy 'w'w", 0, 0, "2018/19 W1", "2018-W14"},
        {GRAIN_DAY, 4, "*dd-mmm-yyyy*", 0, 0, "UEC report 31-Jul-2018 final", "2018-07-31"},
        {GRAIN_DAY, 4, "yyyy-mm-dd hh:mm:ss", 0, 0, "2018-07-31 12:30", "2018-07-31"},
        {GRAIN_MONTH, 4, "  yyyy-mm  ", 0, 0, "2018-7", "2018-07"},
        {GRAIN_MONTH, 4, "mmmm yyyy", 0, 0, "July \xc2\xa0 2018", "2018-07"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct period_style said = style(rows[i].grain, rows[i].year_start, rows[i].pattern);
        said.year_named = rows[i].year_named;
        said.quarters = rows[i].quarters;
        struct period_column column = column_of(fixture, said, rows[i].text);
        if (fixture->diag.count > 0)
            fail_msg("%s by %s: %s", rows[i].text, rows[i].pattern, messages(fixture));
        assert_string_equal(calendar_iso(fixture->arena, said.calendar, column.periods[0]), rows[i].period);
    }
}

static void patterns_that_are_none(void **state) {
    static const struct {
        const char *pattern, *problem;
    } rows[] = {
        {"dd/mm", "the pattern \"dd/mm\" has no year, yyyy or yy"},
        {"", "the pattern \"\" has no year"},
        {"yyyy-mm | dd", "the pattern \"dd\" has no year"},
        {"ww dd/mm/yyyy", "may have one of m, w, q and t"},
        {"dd yyyy", "has a day and no month"},
        {"yyyy yyyy yyyy", "has three years"},
        {"yyyy-mm-mm", "has the same thing twice"},
        {"yyyym", "numbers that touch"},
        {"yyyy 'x", "has a quote that does not end"},
        {"yyyy/yy mm", "has the number of a month in a reported year"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(column_of(*state, style(GRAIN_MONTH, 4, rows[i].pattern), "2018-07").periods[0], PERIOD_NONE);
        assert_message(*state, "catalogue.xml:7:0", rows[i].problem);
    }
}

/* ------------------------------------------------------------------ two readings */

static void two_readings_are_both_shown(void **state) {
    static const struct {
        enum grain grain;
        int year_start;
        const char *pattern, *texts, *message;
    } rows[] = {
        {GRAIN_WEEK, 1, NULL, "07/01/2018|04/02/2018",
         "x.csv:2:1: Column c: 07/01/2018 may be 7 January 2018 or 1 July 2018, and nothing there settles it; say "
         "which: period-pattern=\"dd/mm/yyyy\" or period-pattern=\"mm/dd/yyyy\"\n"},
        {GRAIN_DAY, 4, NULL, "01/01/2018|03/04/2018",
         "x.csv:3:1: Column c: 03/04/2018 may be 3 April 2018 or 4 March 2018, and nothing there settles it; say "
         "which: period-pattern=\"dd/mm/yyyy\" or period-pattern=\"mm/dd/yyyy\"\n"},
        {GRAIN_YEAR, 4, NULL, "2024|2025",
         "x.csv:2:1: Column c: 2024 may be 2024/25 or 2023/24, and nothing there settles it; say which: "
         "year-named=\"start\" or year-named=\"end\"\n"},
        {GRAIN_QUARTER, 4, "yyyyQq", "2017Q3",
         "x.csv:2:1: Column c: 2017Q3 may be Q3 2017/18 (October to December 2017), Q3 2016/17 (October to December "
         "2016) or Q3 2017 (July to September 2017), and nothing there settles it; say which: quarters=\"year\" "
         "year-named=\"start\", quarters=\"year\" year-named=\"end\" or quarters=\"calendar\"\n"},
        {GRAIN_YEAR, 4, NULL, "200809|200203",
         "x.csv:3:1: Column c: 200203 may be March 2002 or 2002/03, and nothing there settles it; say which: "
         "period-pattern=\"yyyymm\" or period-pattern=\"yyyyyy\"\n"},
        {GRAIN_YEAR, 4, NULL, "2001/02",
         "x.csv:2:1: Column c: 2001/02 may be February 2001 or 2001/02, and nothing there settles it; say which: "
         "period-pattern=\"yyyy/mm\" or period-pattern=\"yyyy/yy\"\n"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        diag_init(&fixture->diag, fixture->arena);
        struct period_column column =
            column_of(fixture, style(rows[i].grain, rows[i].year_start, rows[i].pattern), rows[i].texts);
        assert_string_equal(messages(fixture), rows[i].message);
        assert_int_equal(column.periods[0], PERIOD_NONE);
        assert_null(column.pattern);
    }
}

/* Two patterns that mean the same by all texts are one reading. */
static void readings_that_mean_the_same_are_one(void **state) {
    struct period_column column = column_of(*state, style(GRAIN_YEAR, 4, NULL), "201112|201213");
    assert_quiet(*state);
    assert_int_equal(column.periods[0], 2011);
    column = column_of(*state, style(GRAIN_DAY, 4, NULL), "01/01/2018|02/02/2018");
    assert_quiet(*state);
    column = column_of(*state, style(GRAIN_YEAR, 1, NULL), "03/04/2018|04/05/2018");
    assert_quiet(*state);
    assert_int_equal(column.periods[0], 2018);
}

/* ------------------------------------------------------------------ what is not read */

static void what_is_not_read_says_why(void **state) {
    static const struct {
        enum grain grain;
        int year_start;
        const char *pattern, *texts, *message;
    } rows[] = {
        {GRAIN_DAY, 4, NULL, "30/06/2018|31/06/2018", "x.csv:3:1: Column c: 31/06/2018: June 2018 has 30 days\n"},
        {GRAIN_DAY, 4, NULL, "2019-02-28|2019-02-29", "x.csv:3:1: Column c: 2019-02-29: February 2019 has 28 days\n"},
        {GRAIN_WEEK, 4, NULL, "2019-W52|2019-W53", "x.csv:3:1: Column c: 2019-W53: 2019 has weeks 1 to 52\n"},
        {GRAIN_MONTH, 4, NULL, "2018-12|2018-13", "x.csv:3:1: Column c: 2018-13: there is no month 13\n"},
        {GRAIN_QUARTER, 4, NULL, "2018/19 Q4|2018/19 Q5",
         "x.csv:3:1: Column c: 2018/19 Q5: 2018/19 has quarters 1 to 4\n"},
        {GRAIN_YEAR, 4, NULL, "2018/19|2018/20", "x.csv:3:1: Column c: 2018/20: the year after 2018 is 2019\n"},
        {GRAIN_YEAR, 1, NULL, "2018/19",
         "x.csv:2:1: Column c: 2018/19 lies in two years, which start in January in this catalogue (year-start)\n"},
        {GRAIN_MONTH, 4, NULL, "2018/19 Q2",
         "x.csv:2:1: Column c: 2018/19 Q2 is a quarter; the file's periods are months\n"},
        {GRAIN_MONTH, 4, NULL, "2018/19|2019/20",
         "x.csv:2:1: Column c: 2018/19 is a year; the file's periods are months\n"
         "x.csv:3:1: Column c: 2019/20 is a year; the file's periods are months\n"},
        {GRAIN_DAY, 4, NULL, "Monday, 2 July 2018|Monday, 3 July 2018",
         "x.csv:3:1: Column c: Monday, 3 July 2018: 3 July 2018 is a Tuesday\n"},
        {GRAIN_DAY, 4, "serial", "60", "x.csv:2:1: Column c: 60: no day has this number\n"},
        {GRAIN_DAY, 4, "dd/mm/yyyy", "01/02/1818",
         "x.csv:2:1: Column c: 01/02/1818: the year 1818 is not read; years are 1900 to 2199\n"},
        {GRAIN_MONTH, 4, NULL, "2018-07|total|2018-08",
         "x.csv:3:1: Column c: \"total\" is not written as yyyy-mm, such as 2018-07\n"},
        {GRAIN_MONTH, 4, "yyyy-mm | mmm-yy", "July",
         "x.csv:2:1: Column c: \"July\" is not written as yyyy-mm | mmm-yy, such as 2018-07\n"},
        {GRAIN_MONTH, 4, NULL, "18-Jul|19-Jul",
         "x.csv:2:1: Column c: \"18-Jul\" is written in no way that is recognised; say how, such as "
         "period-pattern=\"dd/mm/yyyy\"\n"},
        {GRAIN_QUARTER, 9, "Qq yyyy", "Q3 2018",
         "x.csv:2:1: Column c: Q3 2018, Q3 2018 (July to September 2018), lies in more than one quarter\n"},
        {GRAIN_MONTH, 4, NULL, "2018-07|Aug-18|2018-09",
         "x.csv:3:1: Column c: periods are written in two ways, 2018-07 in line 2, Aug-18 in line 3; name both: "
         "period-pattern=\"yyyy-mm | mmm-yy\"\n"},
        {GRAIN_DAY, 4, NULL, "13/04/2018|04/13/2018|03/04/2018",
         "x.csv:3:1: Column c: 13/04/2018 in line 2 is written as dd/mm/yyyy and 04/13/2018 in line 3 as mm/dd/yyyy, "
         "so that 03/04/2018 may be either; write all periods in one way\n"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        diag_init(&fixture->diag, fixture->arena);
        struct period_style said = style(rows[i].grain, rows[i].year_start, rows[i].pattern);
        said.quarters = rows[i].year_start == 9 ? QUARTERS_OF_CALENDAR : QUARTERS_UNSAID;
        column_of(fixture, said, rows[i].texts);
        assert_string_equal(messages(fixture), rows[i].message);
    }
}

static void ten_that_are_not_read_are_told_and_the_rest_counted(void **state) {
    struct fixture *fixture = *state;
    const char *texts = "2018-07";
    for (int i = 0; i < 40; i++)
        texts = arena_printf(fixture->arena, "%s|wrong %d", texts, i);
    struct period_column column = column_of(fixture, style(GRAIN_MONTH, 4, NULL), texts);
    assert_int_equal(fixture->diag.count, 11);
    assert_message(fixture, "x.csv:12:1", "\"wrong 9\" is not written as yyyy-mm");
    assert_message(fixture, "x.csv:42:1", "30 more are not read, this the last of them");
    assert_int_equal(column.periods[0], 2018 * 12 + 6);
    assert_int_equal(column.periods[1], PERIOD_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_way_of_the_list_is_recognised),
        TEST(names_of_files_have_other_text_around),
        TEST(blanks_have_no_period),
        TEST(patterns_that_are_said),
        TEST(patterns_that_are_none),
        TEST(two_readings_are_both_shown),
        TEST(readings_that_mean_the_same_are_one),
        TEST(what_is_not_read_says_why),
        TEST(ten_that_are_not_read_are_told_and_the_rest_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
