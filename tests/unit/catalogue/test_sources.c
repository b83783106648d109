#include "../months.h"
#include "../read_test.h"

#include "catalogue_read.h"
#include "inspect_catalogue.h"

#define INDICATOR "<indicator id='i' title='I' unit='count' measure='value' numerator='visits'/>"

/* Reads a catalogue with a body; files lie beside it. */
static struct catalogue *read_text(struct fixture *fixture, const char *body) {
    static const struct path_scope anywhere = {0};
    static const struct catalogue_options options = {.scope = &anywhere};
    const char *text = arena_printf(
        fixture->arena, "<catalogue title='T' organisation='O' place='P'>\n%s\n" INDICATOR "</catalogue>", body);
    char *path = fixture_file(fixture, "c.xml", text);
    return catalogue_read(fixture->arena, path, (struct source_pos){.file = path}, &options, &fixture->diag);
}

static struct cell cell_of(const struct catalogue *catalogue, const char *id, int year, int month) {
    const struct series *series = catalogue_series(catalogue, id);
    assert_non_null(series);
    return series_cell(series, month_in(year, month));
}

static int number_of(const struct catalogue *catalogue, const char *id, int year, int month) {
    struct cell cell = cell_of(catalogue, id, year, month);
    assert_true(fraction_present(cell.number));
    return (int)cell.number.numerator;
}

static void a_line_is_a_figure(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv",
                 "ref,month,figure,why\nvisits,2018-03,3,\nplan %,2018-02,50,\nvisits,2018-01,1,late\n"
                 "visits,2018-05,,not counted\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='l.csv' form='long' id='ref' period='month' value='figure' note='why'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2018, 1), 1);
    assert_string_equal(cell_of(catalogue, "visits", 2018, 1).note, "late");
    assert_int_equal(cell_of(catalogue, "visits", 2018, 2).status, STATUS_MISSING);
    assert_int_equal(number_of(catalogue, "visits", 2018, 3), 3);
    assert_string_equal(cell_of(catalogue, "visits", 2018, 5).note, "not counted");
    assert_int_equal(cell_of(catalogue, "visits", 2018, 5).pos.line, 5);
    assert_int_equal(catalogue_series(catalogue, "visits")->count, 5);
    assert_int_equal(number_of(catalogue, "plan %", 2018, 2), 50);
    assert_int_equal(catalogue_series(catalogue, "plan %")->count, 1);
}

static void a_series_goes_on_in_another_file(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "a.csv", "id,period,value\nvisits,2018-02,2\nvisits,2018-03,\n");
    fixture_file(fixture, "b.csv", "id,period,value\nvisits,2018-03,3\nvisits,2017-12,12\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='a.csv' form='long'/><source file='b.csv' form='long'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2017, 12), 12);
    assert_int_equal(number_of(catalogue, "visits", 2018, 2), 2);
    assert_int_equal(number_of(catalogue, "visits", 2018, 3), 3);
    assert_int_equal((int)catalogue->series_count, 1);
}

static void a_prefix_tells_files_apart(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv", "id,period,value\nvisits,2018-01,1\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='l.csv' form='long'/><source file='l.csv' form='long' prefix='old'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "old.visits", 2018, 1), 1);
}

static void lines_of_a_word_are_of_one_month(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "a.csv", "id,year,value\nvisits,2015/16,9\nvisits,before,7\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='a.csv' form='long' period='year' only='before' of='2016-09' gaps='yes'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2016, 9), 7);
    assert_int_equal(catalogue_series(catalogue, "visits")->count, 1);
    assert_true(catalogue_series(catalogue, "visits")->sparse);
}

static void a_file_of_one_month_has_a_series_a_column(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "v.csv", "id,period,value\nvisits,2018-01,1\n");
    fixture_file(fixture, "m.csv", "id,num,den\nvisits,27,\nplans,1,706\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='v.csv' form='long'/><source file='m.csv' form='single' of='2018-09'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits num", 2018, 9), 27);
    assert_int_equal(cell_of(catalogue, "visits den", 2018, 9).status, STATUS_MISSING);
    assert_int_equal(number_of(catalogue, "plans den", 2018, 9), 706);
}

static void gaps_are_warned_of_unless_they_are_expected(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv", "id,period,value\nvisits,2018-01,1\nvisits,2018-03,3\n");
    struct catalogue *catalogue = read_text(fixture, "<source file='l.csv' form='long' gaps='yes'/>");
    inspect_catalogue(catalogue, month_in(2018, 1), month_in(2018, 3), &fixture->diag);
    assert_quiet(fixture);
    catalogue = read_text(fixture, "<source file='l.csv' form='long'/>");
    inspect_catalogue(catalogue, month_in(2018, 1), month_in(2018, 3), &fixture->diag);
    assert_message(fixture, "l.csv:2:", "visits: 2018-02 has no figure, the months around it have");
}

static void what_is_wrong_with_a_line_is_told(void **state) {
    struct fixture *fixture = *state;
    fixture_file(
        fixture, "l.csv",
        "id,period,value\nvisits,2018-01,1\nvisits,2018-01,2\nvisits,Jan-18,3\n,2018-02,4\nvisits,2018-03,five\n");
    read_text(fixture, "<source file='l.csv' form='long'/>");
    assert_message(fixture, "l.csv:3:3:", "Lines 2 and 3: visits has two figures for January 2018, 1 and 2");
    assert_message(fixture, "l.csv:4:2:", "periods are written in two ways, 2018-01 in line 2, Jan-18 in line 4");
    assert_message(fixture, "l.csv:5:1:", "id is empty");
    assert_message(fixture, "l.csv:6:3:", "visits: \"five\" is not a number");
}

static void what_is_wrong_with_a_source_is_told(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv", "id,period,value\nvisits,2018-01,1\n");
    read_text(fixture, "<source file='l.csv' form='long' note='why' id='ref'/>\n"
                       "<source file='l.csv' form='long' only='last'/>\n"
                       "<source file='l.csv' form='long' only='last' of='2018-01'/>\n"
                       "<source file='l.csv' form='single'/>\n"
                       "<source file='l.csv' id='x'/>\n"
                       "<source file='l.csv' form='single' of='2018-01' value='value'/>");
    assert_message(fixture, "c.xml:2:", "no column is named \"why\"");
    assert_message(fixture, "c.xml:3:", "only=\"last\" needs the period of these lines");
    assert_message(fixture, "c.xml:4:", "has \"last\" in the column \"period\"");
    assert_message(fixture, "c.xml:5:", "form=\"single\" needs the period");
    assert_message(fixture, "c.xml:6:", "id means nothing to form=\"wide\"; it is for form=\"long\"");
    assert_message(fixture, "c.xml:7:", "value means nothing to form=\"single\"; it is for form=\"long\"");
}

static void months_far_apart_are_refused(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv", "id,period,value\nvisits,1900-01,1\nvisits,2199-12,2\nplans,2018-01,3\n");
    const struct catalogue *catalogue = read_text(fixture, "<source file='l.csv' form='long'/>");
    assert_message(fixture, "l.csv:2:", "visits: the months reach from 1900-01 to 2199-12");
    assert_int_equal(number_of(catalogue, "plans", 2018, 1), 3);
}

static void rows_stand_in_any_order_and_gaps_are_missing(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "w.csv", "when,visits\n2018-03,3\n2017-12,0\n");
    const struct catalogue *catalogue = read_text(fixture, "<source file='w.csv' period='when'/>");
    assert_quiet(fixture);
    const struct series *series = catalogue_series(catalogue, "visits");
    assert_int_equal(series->first, month_in(2017, 12));
    assert_int_equal(series->count, 4);
    assert_int_equal(series->cells[1].status, STATUS_MISSING);
    assert_int_equal(series->pos.line, 1);
    assert_int_equal(series->cells[3].pos.line, 2);
}

static void a_wide_table_has_columns_that_nothing_else_names(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "w.csv",
                 "Area,Sex,period,visits,note,visits QF,total,\nA,All,2018-01,1,late,p,9,\nA,Men,2018-01,7,,,,\n"
                 "B,All,2018-01,3,,,,\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='w.csv' where='Sex=All' series='{Area} {column}' note='note' "
                           "flags='{column} QF' without='total' prefix='x'/><constant id='visits' value='1'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "x.A visits", 2018, 1), 1);
    assert_int_equal(cell_of(catalogue, "x.A visits", 2018, 1).status, STATUS_PROVISIONAL);
    assert_string_equal(cell_of(catalogue, "x.A visits", 2018, 1).note, "late");
    assert_int_equal(number_of(catalogue, "x.B visits", 2018, 1), 3);
    assert_int_equal(catalogue->series_count, 3);
}

static void columns_are_picked_and_checked(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "w.csv", "period,visits,In time,Due\n2018-01,1,2,3\n");
    assert_int_equal(read_text(fixture, "<source file='w.csv' columns='visits Due'/>")->series_count, 2);
    assert_int_equal(read_text(fixture, "<source file='w.csv' columns='visits + In time'/>")->series_count, 2);
    assert_non_null(catalogue_series(
        read_text(fixture, "<source file='w.csv' columns='In time'/><series id='visits' sum='In_time'/>"), "In time"));
    read_text(fixture, "<source file='w.csv' columns='visits vists'/>");
    assert_message(fixture, "c.xml:2:", "did you mean \"visits\"?");
}

static void two_columns_of_one_heading_are_told_apart_by_their_places(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "w.csv", "period,visits,visits\n2018-01,1,2\n");
    const struct catalogue *catalogue = read_text(fixture, "<source file='w.csv'><column heading='[C]'/></source>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2018, 1), 2);
    read_text(fixture, "<source file='w.csv'/>");
    assert_message(fixture, "w.csv:1:3:", "two columns are called \"visits\": [B] and [C]");
}

static void a_column_without_a_heading_is_told_where_it_holds_anything(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "w.csv", "period,visits,\n2018-01,1,\n");
    read_text(fixture, "<source file='w.csv'/>");
    assert_quiet(fixture);
    fixture_file(fixture, "w.csv", "period,visits,\n2018-01,1,4\n");
    read_text(fixture, "<source file='w.csv'/>");
    assert_message(fixture, "w.csv:1:3:", "leave it out with without=\"[C]\"");
}

static void periods_stand_across_the_headings(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "a.csv", "Group,Kind,201801,201802,Remarks\nX,visits,1,2,late\nX,plans,3,,\n");
    const struct catalogue *catalogue = read_text(fixture, "<source file='a.csv' form='across' id='Kind'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2018, 2), 2);
    assert_int_equal(cell_of(catalogue, "plans", 2018, 2).status, STATUS_MISSING);
    assert_int_equal(catalogue->series_count, 2);
}

static void a_heading_that_could_be_a_period_and_is_none_is_told(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "a.csv", "Kind,201801,201813\nvisits,1,2\n");
    read_text(fixture, "<source file='a.csv' form='across' id='Kind'/>");
    assert_message(fixture, "a.csv:1:3:", "month 13");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='a.csv' form='across' id='Kind' without='201813'/>");
    assert_int_equal(number_of(catalogue, "visits", 2018, 1), 1);
}

static void a_period_is_made_of_a_cell_and_a_heading(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "a.csv", "Year,Jan,Feb\n2018,1,2\n2019,3,4\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='a.csv' form='across' period='Year + {column}' series='visits'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2018, 2), 2);
    assert_int_equal(number_of(catalogue, "visits", 2019, 1), 3);
}

static void columns_of_a_report_are_of_their_own_periods(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "r.csv", "Tax,June 2016,June 2015,Share\nvisits,5,4,0.25\n");
    const struct catalogue *catalogue = read_text(
        fixture, "<source file='r.csv' form='single' of='2016-06' series='{Tax}'><column heading='June 2016'/>"
                 "<column heading='June 2015' of='2015-06'/>"
                 "<column heading='Share' series='{Tax} share' scale='100' status='provisional'/></source>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2016, 6), 5);
    assert_int_equal(number_of(catalogue, "visits", 2015, 6), 4);
    assert_int_equal(fraction_compare(cell_of(catalogue, "visits share", 2016, 6).number, fraction_make(25, 1)), 0);
    assert_int_equal(cell_of(catalogue, "visits share", 2016, 6).status, STATUS_PROVISIONAL);
}

static void files_say_their_period_in_their_names_or_in_a_cell(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "m/2018-01-x.csv", "id,n\nvisits,1\n");
    fixture_file(fixture, "m/2018-03-x.csv", "id,n\nvisits,3\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='m/*-x.csv' form='single' period-from='file' series='{id}' gaps='yes'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2018, 1), 1);
    assert_int_equal(number_of(catalogue, "visits", 2018, 3), 3);
    fixture_file(fixture, "c.csv", "Report,\n,June 2016\n\nid,n\nvisits,5\n");
    catalogue = read_text(fixture, "<source file='c.csv' form='single' skip='3' period-from='[B2]' series='{id}'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2016, 6), 5);
    read_text(fixture, "<source file='c.csv' form='single' skip='3' period-from='[A2]'/>\n"
                       "<source file='c.csv' form='single' period-from='A2'/>");
    assert_message(fixture, "c.xml:2:", "the cell [A2] of");
    assert_message(fixture, "c.xml:3:", "is neither \"file\", for the file's name, nor a cell");
    read_text(fixture, "<source file='m/*-y.csv' form='single' period-from='file'/>");
    assert_message(fixture, "c.xml:2:", "there are 2018-01-x.csv, 2018-03-x.csv");
}

static void equal_figures_are_harmless_and_others_are_chosen_from(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv",
                 "id,sex,period,value\nvisits,M,2018-01,6\nvisits,F,2018-01,13\nplans,M,2018-01,2\n"
                 "plans,M,2018-01,2.0\n");
    read_text(fixture, "<source file='l.csv' form='long'/>");
    assert_int_equal(fixture->diag.errors, 1);
    assert_message(fixture, "l.csv:3:4:",
                   "Lines 2 and 3: visits has two figures for January 2018, 6 and 13; remove one, or say "
                   "duplicates=\"first\", \"last\" or \"sum\"; the lines differ in sex (\"M\", \"F\")");
    fixture->diag.errors = fixture->diag.count = 0;
    static const struct {
        const char *word;
        int number;
    } choices[] = {{"first", 6}, {"last", 13}, {"sum", 19}};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(number_of(read_text(fixture, arena_printf(fixture->arena,
                                                                   "<source file='l.csv' form='long' duplicates='%s'/>",
                                                                   choices[i].word)),
                                   "visits", 2018, 1),
                         choices[i].number);
    assert_quiet(fixture);
}

static void lines_are_told_apart_by_words_rather_than_by_other_figures(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv", "id,all,sex,period,value\nvisits,20,M,2018-01,6\nvisits,c,F,2018-01,13\n");
    read_text(fixture, "<source file='l.csv' form='long'/>");
    assert_message(fixture, "l.csv:3:5:", "\"sum\"; the lines differ in sex (\"M\", \"F\"), so that");
    fixture_file(fixture, "l.csv", "id,code,period,value\nvisits,301,2018-01,6\nvisits,302,2018-01,13\n");
    read_text(fixture, "<source file='l.csv' form='long'/>");
    assert_message(fixture, "l.csv:3:4:", "\"sum\"; the lines differ in code (\"301\", \"302\"), so that");
}

static void pairs_of_lines_that_differ_are_bounded(void **state) {
    struct fixture *fixture = *state;
    const char *text = "id,period,value\n";
    for (int i = 0; i < 40; i++)
        text = arena_printf(fixture->arena, "%svisits,2018-01,%d\n", text, i);
    fixture_file(fixture, "l.csv", text);
    read_text(fixture, "<source file='l.csv' form='long'/>");
    assert_int_equal(fixture->diag.errors, 21);
    assert_message(fixture, "c.xml:2:", "19 more pairs of lines");
}

static void words_and_flags_mean_what_the_catalogue_says(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "w.csv", "period,visits,f\n2018-01,low,\n2018-02,,-\n2018-03,nil,\n2018-04,5,q\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='w.csv' flags='f'><word text='low' status='suppressed'/>"
                           "<word text='nil' value='0'/><flag text='-' value='0'/>"
                           "<flag text='q' status='provisional'/></source>");
    assert_quiet(fixture);
    assert_int_equal(cell_of(catalogue, "visits", 2018, 1).status, STATUS_SUPPRESSED);
    assert_int_equal(number_of(catalogue, "visits", 2018, 2), 0);
    assert_int_equal(number_of(catalogue, "visits", 2018, 3), 0);
    assert_int_equal(cell_of(catalogue, "visits", 2018, 4).status, STATUS_PROVISIONAL);
    read_text(fixture, "<source file='w.csv' columns='visits'><word text='low'/></source>");
    assert_message(fixture, "c.xml:2:", "needs a status or a value");
}

static void what_cannot_hold_together_is_told(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "w.csv", "period,visits\n2018-01,1\n,4\n");
    read_text(fixture,
              "<source file='w.csv' series='{column'/>\n<source file='w.csv' skip='1' from-heading='period'/>\n"
              "<source file='w.csv' columns='visits'><column heading='visits'/></source>\n"
              "<source file='w.csv' flags='period + visits'/>\n<source file='w.csv'/>");
    assert_message(fixture, "c.xml:2:", "opens a brace and does not close it");
    assert_message(fixture, "c.xml:3:", "skip and from-heading cannot both hold");
    assert_message(fixture, "c.xml:4:", "<column> elements say which columns are read");
    assert_message(fixture, "c.xml:5:", "two columns for the whole line");
    assert_message(fixture, "w.csv:3:1:", "the line has figures and no period");
}

static void mistakes_without_end_are_told_up_to_a_thousand(void **state) {
    struct fixture *fixture = *state;
    char *csv = arena_alloc(fixture->arena, 64 * 1024), *end = stpcpy(csv, "period,visits\n2018-06,1\n");
    for (int row = 0; row < 1100; row++)
        end = stpcpy(end, "2018-07,x1\n");
    fixture_file(fixture, "w.csv", csv);
    read_text(fixture, "<source file='w.csv'/>");
    assert_int_equal(fixture->diag.errors, 1000);
}

static void a_column_of_texts_is_told_once(void **state) {
    struct fixture *fixture = *state;
    const char *csv = "period,visits,who\n";
    for (int row = 0; row < 100; row++)
        csv = arena_printf(fixture->arena, "%s2018-%02d-%02d,1,A%d B\n", csv, row / 28 + 1, row % 28 + 1, row);
    fixture_file(fixture, "w.csv", csv);
    read_text(fixture, "<source file='w.csv' grain='day' bring-up='sum'/>");
    assert_int_equal(fixture->diag.errors, 1);
    assert_message(fixture, "w.csv:1:3:", "leave it out with without=\"who\"");
}

static void finer_figures_are_brought_up_as_is_said(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "d.csv", "period,visits,waiting\n2018-01-01,1,9\n2018-01-31,2,5\n2018-02-01,4,6\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='d.csv' grain='day' bring-up='maximum'><column heading='visits'/>"
                           "<column heading='waiting' bring-up='last' series='waiting at the end'/></source>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2018, 1), 2);
    assert_int_equal(number_of(catalogue, "waiting at the end", 2018, 1), 5);
    assert_int_equal(catalogue_series(catalogue, "visits")->count, 2);
    read_text(fixture, "<source file='d.csv' grain='day'/>");
    assert_message(fixture, "c.xml:2:", "the file's periods are days and the catalogue's are months; say how");
    read_text(fixture, "<source file='d.csv' bring-up='sum'/>");
    assert_message(fixture, "c.xml:2:", "bring-up is for files whose periods are finer");
}

static void coarser_figures_are_due_when_they_are_due(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "q.csv", "period,visits\n2018-19-Q1,1\n2018-19-Q2,2\n");
    fixture_file(fixture, "r.csv", "period,visits\n2018-19-Q3,3\n2018-19-Q1,1\n");
    fixture_file(fixture, "s.csv", "id,figure,status\nvisits,2018-09,provisional\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='q.csv' grain='quarter'/><source file='r.csv' grain='quarter'/>"
                           "<statuses file='s.csv'/>");
    assert_quiet(fixture);
    assert_int_equal(cell_of(catalogue, "visits", 2018, 9).status, STATUS_PROVISIONAL);
    assert_int_equal(number_of(catalogue, "visits", 2018, 6), 1);
    assert_int_equal(cell_of(catalogue, "visits", 2018, 5).status, STATUS_NOT_DUE);
    assert_int_equal(number_of(catalogue, "visits", 2018, 12), 3);
    assert_int_equal(cell_of(catalogue, "visits", 2018, 10).status, STATUS_NOT_DUE);
}

static void a_series_has_one_grain(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "q.csv", "period,visits\n2018-19-Q1,1\n");
    fixture_file(fixture, "m.csv", "period,visits\n2018-07,2\n");
    read_text(fixture, "<source file='q.csv' grain='quarter'/><source file='m.csv'/>");
    assert_message(fixture, "m.csv:1:2:", "visits is by quarter in");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_line_is_a_figure),
        TEST(a_series_goes_on_in_another_file),
        TEST(a_prefix_tells_files_apart),
        TEST(lines_of_a_word_are_of_one_month),
        TEST(a_file_of_one_month_has_a_series_a_column),
        TEST(gaps_are_warned_of_unless_they_are_expected),
        TEST(what_is_wrong_with_a_line_is_told),
        TEST(what_is_wrong_with_a_source_is_told),
        TEST(months_far_apart_are_refused),
        TEST(rows_stand_in_any_order_and_gaps_are_missing),
        TEST(a_wide_table_has_columns_that_nothing_else_names),
        TEST(columns_are_picked_and_checked),
        TEST(two_columns_of_one_heading_are_told_apart_by_their_places),
        TEST(a_column_without_a_heading_is_told_where_it_holds_anything),
        TEST(periods_stand_across_the_headings),
        TEST(a_heading_that_could_be_a_period_and_is_none_is_told),
        TEST(a_period_is_made_of_a_cell_and_a_heading),
        TEST(columns_of_a_report_are_of_their_own_periods),
        TEST(files_say_their_period_in_their_names_or_in_a_cell),
        TEST(equal_figures_are_harmless_and_others_are_chosen_from),
        TEST(lines_are_told_apart_by_words_rather_than_by_other_figures),
        TEST(pairs_of_lines_that_differ_are_bounded),
        TEST(words_and_flags_mean_what_the_catalogue_says),
        TEST(what_cannot_hold_together_is_told),
        TEST(mistakes_without_end_are_told_up_to_a_thousand),
        TEST(a_column_of_texts_is_told_once),
        TEST(finer_figures_are_brought_up_as_is_said),
        TEST(coarser_figures_are_due_when_they_are_due),
        TEST(a_series_has_one_grain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
