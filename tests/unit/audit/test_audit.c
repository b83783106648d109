#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "audit.h"
#include "compute.h"

/* Two years of a share, 38.5% in July 2018; the counts are chosen so that no two slips give the same figure. */
enum { APRIL_2017 = 2017 * 12 + 3, MARCH_2018 = APRIL_2017 + 11, APRIL_2018, JULY_2018 = APRIL_2018 + 3, MONTHS = 24 };
static const int tops[MONTHS] = {69, 76, 70, 69, 73, 78, 53, 52, 73, 71, 81, 80,
                                 52, 47, 69, 60, 50, 46, 75, 85, 81, 43, 79, 66};
static const int bottoms[MONTHS] = {210, 236, 247, 231, 236, 173, 232, 154, 220, 161, 160, 157,
                                    177, 183, 229, 156, 212, 194, 209, 228, 178, 219, 182, 234};
static const int parts[MONTHS] = {9, 12, 5, 15, 6, 12, 15, 9, 11, 13, 19, 18, 6, 16, 9, 10, 17, 8, 13, 9, 5, 6, 14, 17};

static struct {
    struct arena *arena;
    struct catalogue catalogue;
    struct series top, bottom, part;
    struct band bands[2];
    struct indicator share;
} f;

/* A cell of a published table. */
struct shown {
    const char *field;
    int period;
    const char *printed;
};

static void fill(struct series *series, const char *id, const int *numbers) {
    *series = (struct series){.id = id, .first = APRIL_2017, .count = MONTHS, .pos = {.file = "counts.csv"}};
    series->cells = arena_new_array(f.arena, MONTHS, struct cell);
    for (int i = 0; i < MONTHS; i++)
        series->cells[i] = (struct cell){.number = fraction_make(numbers[i], 1), .status = STATUS_PRESENT};
    catalogue_add_series(f.arena, &f.catalogue, series);
}

static void aim(int from, int to, int value) {
    arena_append(f.arena, f.share.targets, f.share.target_count, f.share.target_capacity) =
        (struct target){.from = from, .to = to, .value = fraction_make(value, 1)};
}

/* Green from 31%, so that 30.6% in the year is red and 38.5% in July green. */
static int set_up(void **state) {
    (void)state;
    memset(&f, 0, sizeof f);
    f.arena = arena_create();
    f.catalogue.calendar = calendar_usual;
    fill(&f.top, "top", tops);
    fill(&f.bottom, "bottom", bottoms);
    fill(&f.part, "part", parts);
    f.share = (struct indicator){.id = "share",
                                 .unit = UNIT_PERCENT,
                                 .decimals = 1,
                                 .polarity = POLARITY_HIGHER,
                                 .measure = MEASURE_RATIO,
                                 .per = fraction_make(100, 1),
                                 .flow = true,
                                 .numerator = &f.top,
                                 .denominator = &f.bottom,
                                 .variance = VARIANCE_POINTS,
                                 .variance_decimals = 1,
                                 .ytd_variance_decimals = 1,
                                 .target_decimals = 1,
                                 .average_decimals = 1};
    f.bands[0] = (struct band){BAND_RED, .from = fraction_none(), .below = fraction_make(31, 1)};
    f.bands[1] = (struct band){BAND_GREEN, .from = fraction_make(31, 1), .below = fraction_none(), .printed = "G=31%"};
    arena_append(f.arena, f.share.band_rules, f.share.band_rule_count, f.share.band_rule_capacity) = (struct band_rule){
        .from = APRIL_2018, .to = PERIOD_NONE, .as_printed = true, .bands = f.bands, .band_count = 2};
    aim(PERIOD_NONE, MARCH_2018, 25);
    aim(APRIL_2018, APRIL_2018 + 11, 30);
    aim(APRIL_2018 + 12, PERIOD_NONE, 35);
    catalogue_add_indicator(f.arena, &f.catalogue, &f.share);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_destroy(f.arena);
    return 0;
}

static const struct audit *audit(const struct shown *shown, size_t count) {
    struct published_table *table = arena_new(f.arena, struct published_table);
    for (size_t i = 0; i < count; i++) {
        struct published_cell cell = {.indicator_text = "share",
                                      .field_text = shown[i].field,
                                      .printed = shown[i].printed,
                                      .indicator = &f.share,
                                      .period = shown[i].period};
        assert_true(field_parse(shown[i].field, &cell.field));
        arena_append(f.arena, table->cells, table->count, table->capacity) = cell;
    }
    return audit_table(f.arena, table, figures_compute(f.arena, &f.catalogue, JULY_2018));
}

/* `agrees`, or `differs: what was done (how)` with the likeliest cause. */
static const char *told(const struct audited *cell) {
    const char *verdict = audit_verdict_words[cell->verdict];
    if (cell->reason != NULL)
        return arena_printf(f.arena, "%s: %s", verdict, cell->reason);
    if (cell->cause_count == 0)
        return verdict;
    const struct cause *cause = &cell->causes[0];
    const char *words = arena_printf(f.arena, "%s: %s", verdict, cause->words);
    return cause->detail == NULL ? words : arena_printf(f.arena, "%s (%s)", words, cause->detail);
}

static void expect(const char *field, int period, const char *printed, const char *wanted) {
    const struct shown shown = {field, period, printed};
    const char *found = told(&audit(&shown, 1)->cells[0]);
    if (strcmp(found, wanted) != 0)
        fail_msg("%s printed as %s: \"%s\", expected \"%s\"", field, printed, found, wanted);
}

struct slip_row {
    const char *field, *printed, *wanted;
};

static void expect_all(const struct slip_row *rows, size_t count) {
    for (size_t i = 0; i < count; i++)
        expect(rows[i].field, JULY_2018, rows[i].printed, rows[i].wanted);
}
#define EXPECT_ALL(rows) expect_all(rows, sizeof(rows) / sizeof(*(rows)))

static void a_true_figure_agrees_in_every_manner_of_writing(void **state) {
    (void)state;
    static const struct slip_row rows[] = {
        {"value", "38.5", "agrees"},
        {"value", "38.46%", "agrees"},
        {"value", "38 %", "agrees"},
        {"variance", "+8.5", "agrees"},
        {"numerator", "60", "agrees"},
        {"target", "30.0%", "agrees"},
        {"rag", "Green", "agrees"},
        {"ytd_rag", "r", "agrees"},
        {"average_12", "36.3", "agrees"},
        {"direction_previous", "▲", "agrees"},
        {"target_status", "better than target", "agrees"},
    };
    EXPECT_ALL(rows);
}

static void slips_of_the_pen_are_named(void **state) {
    (void)state;
    static const struct slip_row rows[] = {
        {"value", "-38.5", "differs: sign lost"},
        {"value", "83.5", "differs: digits swapped"},
        {"value", "0.385", "differs: fraction and percentage mixed (printed as a fraction)"},
        {"value", "3846.2", "differs: fraction and percentage mixed (multiplied by 100 twice)"},
        {"value", "3.8", "differs: decimal point moved"},
        {"value", "384.6", "differs: decimal point moved"},
        {"value", "38.4", "rounding: cut, not rounded"},
        {"value", "39", "rounding: rounded twice"},
        {"variance", "-8.5", "differs: sign lost"},
        {"value", "", "differs: left blank, though the figure is there"},
        {"value", "77.7", "differs"},
        {"value", "ask", "cannot_recompute: \"ask\" is no figure of this field"},
    };
    EXPECT_ALL(rows);
    expect("value", APRIL_2017 + 10, "50.62", "rounding: a half rounded down");
}

static void figures_of_other_months_and_counts_are_known(void **state) {
    (void)state;
    static const struct slip_row rows[] = {
        {"value", "30.1", "differs: the previous month's figure repeated (2018-06)"},
        {"value", "29.9", "differs: the figure of the same month last year (2017-07)"},
        {"numerator", "69", "differs: the previous month's figure repeated (2018-06)"},
        {"value", "44.2", "differs: the previous month's numerator repeated"},
        {"value", "26.2", "differs: the previous month's denominator repeated"},
        {"value", "260.0", "differs: denominator over numerator"},
        {"target", "25", "differs: the figure of the same month last year (2017-07)"},
        {"target", "35", "differs: the target of a later year"},
        {"target", "31", "differs: a limit of the RAG key in place of the target (G=31%)"},
        {"average_12", "36.7", "differs: the average of 11 months"},
        {"average_12", "35.8", "differs: the average of 13 months"},
        {"change_previous", "29", "differs: the change against another month"},
        {"change_last_year", "22", "differs: relative to the later figure, not the earlier"},
        {"change_previous", "8", "differs: a difference, not a percentage"},
        {"change_previous", "22", "differs: relative to the later figure, not the earlier"},
        {"change_last_year", "9", "differs: a difference, not a percentage"},
    };
    EXPECT_ALL(rows);
}

static void a_sub_count_that_was_taken_off_is_named(void **state) {
    (void)state;
    static const struct slip_row rows[] = {
        {"value", "41.1", "differs: a sub-count (part) subtracted from the denominator in some months only (2018-07)"},
        {"value", "32.1", "differs: a sub-count (part) subtracted from the numerator in some months only (2018-07)"},
        {"value", "34.2",
         "differs: a sub-count (part) subtracted from the numerator and denominator in some months only (2018-07)"},
        {"denominator", "146",
         "differs: a sub-count (part) subtracted from the denominator in some months only (2018-07)"},
        {"ytd_value", "32.39",
         "differs: a sub-count (part) subtracted from the denominator in some months only (2018-04 to 2018-07)"},
        {"ytd_value", "31.54",
         "differs: a sub-count (part) subtracted from the denominator in some months only (2018-04 to 2018-05)"},
    };
    EXPECT_ALL(rows);
}

static void a_year_to_date_that_was_summed_wrongly_is_known(void **state) {
    (void)state;
    static const struct slip_row rows[] = {
        {"ytd_value", "30.9", "differs: mean of months in place of the ratio of sums"},
        {"ytd_value", "38.5", "differs: the month's figure in place of the year to date"},
        {"ytd_numerator", "60", "differs: the month's figure in place of the year to date"},
        {"ytd_value", "35.3", "differs: the rolling 12 months in place of the year to date"},
        {"ytd_value", "33.9", "differs: a year to date that did not restart with the year"},
        {"ytd_value", "24.3", "differs: a year to date whose numerator lost a month: 2018-05"},
        {"ytd_value", "40.6", "differs: a year to date whose denominator lost a month: 2018-05"},
        {"ytd_value", "32.2", "differs: a year to date that lost a month: 2018-05"},
        {"ytd_value", "36.9", "differs: a year to date whose numerator gained a month, counted twice: 2018-05"},
        {"ytd_value", "24.6", "differs: a year to date whose denominator gained a month, counted twice: 2018-05"},
        {"ytd_value", "41.3", "differs: a year to date whose numerator gained a month: 2018-03"},
        {"ytd_value", "23.8", "differs: a year to date whose denominator gained a month: 2018-08"},
        {"ytd_denominator", "818", "differs: the previous month's counts in place of the month's"},
    };
    EXPECT_ALL(rows);
}

static void a_variance_from_a_wrong_figure_or_target_is_known(void **state) {
    (void)state;
    static const struct slip_row rows[] = {
        {"variance", "13.5", "differs: last year's target (25.0)"},
        {"variance", "3.5", "differs: the target of a later year (35.0)"},
        {"variance", "0.1", "differs: taken from the previous month's figure (2018-06)"},
        {"variance", "0.6", "differs: taken from the year to date in place of the month"},
        {"variance", "28.2", "differs: variance of the other kind (a percentage in place of a difference)"},
        {"variance", "128.2", "differs: variance of the other kind (the figure as a share of the target)"},
        {"variance", "-29.6", "differs: fraction and percentage mixed (0.385 − 30)"},
        {"variance", "0.085", "differs: fraction and percentage mixed (0.385 − 0.3)"},
        {"ytd_variance", "8.5", "differs: taken from the month in place of the year to date"},
    };
    EXPECT_ALL(rows);
}

static void letters_and_arrows_have_slips_of_their_own(void **state) {
    (void)state;
    static const struct slip_row rows[] = {
        {"rag", "R", "differs: the previous month's letter repeated"},
        {"ytd_rag", "G", "differs: judged on the month in place of the year to date"},
        {"rag", "A", "differs"},
        {"direction_previous", "down", "differs: the arrow of the number in place of that of performance"},
        {"direction_previous", "level", "differs"},
        {"target_status", "missing", "differs"},
    };
    EXPECT_ALL(rows);
    expect("rag", MARCH_2018, "", "agrees");
    expect("rag", MARCH_2018, "R", "differs: the key is meant for later months; another may have applied");
}

static void a_variance_and_a_letter_of_a_false_figure_are_its_consequences(void **state) {
    (void)state;
    const struct shown shown[] = {
        {"value", JULY_2018, "30.1"}, {"variance", JULY_2018, "0.1"}, {"rag", JULY_2018, "R"}};
    const struct audit *audited = audit(shown, 3);
    assert_string_equal(told(&audited->cells[0]), "differs: the previous month's figure repeated (2018-06)");
    assert_string_equal(told(&audited->cells[1]), "differs: taken from a false figure, the value beside it (30.1)");
    assert_string_equal(told(&audited->cells[2]), "differs: judged on a false figure, the value beside it (30.1)");
    assert_int_equal(audited->verdicts[VERDICT_DIFFERS], 3);
    assert_int_equal(audited->finding_count, 3);
}

/* May lost from the denominator, in June and in July: each alone has a rival. */
static void neighbours_with_one_cause_are_one_finding(void **state) {
    (void)state;
    const struct shown shown[] = {
        {"ytd_value", JULY_2018, "40.6"}, {"ytd_value", JULY_2018 - 1, "41.4"}, {"ytd_value", JULY_2018 - 3, "29.4"}};
    const struct audit *audited = audit(shown, 3);
    assert_int_equal(audited->finding_count, 1);
    assert_int_equal(audited->findings[0].count, 2);
    assert_int_equal(audited->findings[0].cells[0]->cell->period, JULY_2018 - 1);
    assert_string_equal(told(&audited->cells[0]), "differs: a year to date whose denominator lost a month: 2018-05");
    assert_string_equal(told(&audited->cells[1]), told(&audited->cells[0]));
    assert_string_equal(audit_verdict_words[audited->cells[2].verdict], "agrees");
}

static void what_is_suppressed_is_not_told(void **state) {
    (void)state;
    f.top.cells[15].status = STATUS_SUPPRESSED;
    const struct shown shown = {"value", JULY_2018, "38.5"};
    const struct audited *cell = &audit(&shown, 1)->cells[0];
    assert_string_equal(told(cell), "cannot_recompute: suppressed in the data: the table must not show it");
    assert_string_equal(cell->shown, "[c]");
    assert_string_equal(cell->recomputed, "");
    expect("value", JULY_2018, "[c]", "agrees");
}

static void nothing_of_nothing_has_no_figure(void **state) {
    (void)state;
    f.top.cells[15].number = f.bottom.cells[15].number = fraction_make(0, 1);
    expect("value", JULY_2018, "0.0", "differs: 0 of 0 has no figure");
    expect("value", JULY_2018, "-", "agrees");
    f.top.cells[15].status = STATUS_MISSING;
    expect("value", JULY_2018, "-", "agrees");
    expect("numerator", JULY_2018, "60", "cannot_recompute: missing in the data");
}

static void what_is_recomputed_is_written_as_the_table_writes(void **state) {
    (void)state;
    static const struct slip_row rows[] = {
        {"value", "30.1%", "38.5%"}, {"value", "30.12", "38.46"}, {"value", "30", "38.5"},
        {"variance", "−1.0", "8.5"}, {"variance", "+1", "+8.5"},  {"rag", "Red", "G"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct shown shown = {rows[i].field, JULY_2018, rows[i].printed};
        assert_string_equal(audit(&shown, 1)->cells[0].recomputed, rows[i].wanted);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_true_figure_agrees_in_every_manner_of_writing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(slips_of_the_pen_are_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(figures_of_other_months_and_counts_are_known, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_sub_count_that_was_taken_off_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_year_to_date_that_was_summed_wrongly_is_known, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_variance_from_a_wrong_figure_or_target_is_known, set_up, tear_down),
        cmocka_unit_test_setup_teardown(letters_and_arrows_have_slips_of_their_own, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_variance_and_a_letter_of_a_false_figure_are_its_consequences, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(neighbours_with_one_cause_are_one_finding, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_suppressed_is_not_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_of_nothing_has_no_figure, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_recomputed_is_written_as_the_table_writes, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
