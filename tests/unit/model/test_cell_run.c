#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../arena_fixture.h"

#include "cell_run.h"

static const int starts[] = {1, 4, 7, 9, 10};
enum { STARTS = sizeof starts / sizeof *starts, YEARS = 3 };

/* The periods of three years of another calendar from 2019 on, with 29 February and a week 53; their cells count 1, 2,
 * 3. */
static struct cell_run counted(struct calendar calendar, struct calendar years) {
    int first = calendar_year_first(years, 2019), last = calendar_year_last(years, 2019 + YEARS - 1);
    struct cell_run run = {.calendar = calendar, .first = calendar_first_in(years, first, calendar)};
    run.count = calendar_last_in(years, last, calendar) - run.first + 1;
    run.cells = arena_new_array(arena, (size_t)run.count, struct cell);
    for (int i = 0; i < run.count; i++)
        run.cells[i].number = fraction_make(i + 1, 1);
    return run;
}

static void assert_cell(const struct cell_run *run, int period, long long numerator, long long denominator) {
    assert_true(period >= run->first && period < run->first + run->count);
    const struct cell *cell = &run->cells[period - run->first];
    assert_int_equal(cell->status, STATUS_PRESENT);
    assert_int_equal(fraction_compare(cell->number, fraction_make(numerator, denominator)), 0);
}

/* The finer periods that one holds are found here one by one. */
static void check_up(const struct cell_run *run, struct calendar coarser) {
    struct cell_run up[BRING_UP_COUNT];
    for (int how = 0; how < BRING_UP_COUNT; how++)
        up[how] = cell_run_bring_up(arena, run, coarser, (enum bring_up)how);
    int i = 0;
    for (int period = up[0].first; period < up[0].first + up[0].count; period++) {
        int from = i, sum = 0;
        for (; i < run->count && calendar_convert(run->calendar, run->first + i, coarser) == period; i++)
            sum += i + 1;
        assert_true(i > from);
        assert_cell(&up[BRING_UP_SUM], period, sum, 1);
        assert_cell(&up[BRING_UP_LAST], period, i, 1);
        assert_cell(&up[BRING_UP_MEAN], period, sum, i - from);
        assert_cell(&up[BRING_UP_MAXIMUM], period, i, 1);
        assert_cell(&up[BRING_UP_MINIMUM], period, from + 1, 1);
    }
    assert_int_equal(i, run->count);
}

/* Due in the last finer period that one holds, which gives it back. */
static void check_spread(const struct cell_run *run, struct calendar finer) {
    struct cell_run spread = cell_run_spread(arena, run, finer);
    int due = 0;
    for (int i = 0; i < spread.count; i++) {
        int held = calendar_convert(finer, spread.first + i, run->calendar);
        bool last = calendar_convert(finer, spread.first + i + 1, run->calendar) > held;
        assert_int_equal(spread.cells[i].status, last ? STATUS_PRESENT : STATUS_NOT_DUE);
        if (last)
            assert_cell(&spread, spread.first + i, held - run->first + 1, 1);
        due += last;
    }
    assert_int_equal(due, run->count);
}

static void every_pair_of_grains(void **state) {
    (void)state;
    int held = 0;
    for (size_t i = 0; i < STARTS; i++)
        for (enum grain fine = 0; fine < GRAIN_COUNT; fine++)
            for (enum grain coarse = fine + 1; coarse < GRAIN_COUNT; coarse++) {
                struct calendar finer = {fine, starts[i]}, coarser = {coarse, starts[i]};
                struct cell_run few = counted(coarser, coarser), many = counted(finer, coarser);
                check_spread(&few, finer);
                assert_int_equal(calendar_holds(coarser, finer), fine != GRAIN_QUARTER || coarse != GRAIN_TERM);
                if (calendar_holds(coarser, finer))
                    check_up(&many, coarser);
                held += calendar_holds(coarser, finer);
            }
    assert_int_equal(held, 14 * STARTS);
}

static void years_that_start_elsewhere(void **state) {
    (void)state;
    static const struct calendar calendar_quarters = {GRAIN_QUARTER, 1}, quarters = {GRAIN_QUARTER, 4},
                                 years = {GRAIN_YEAR, 4}, school_years = {GRAIN_YEAR, 9}, months = {GRAIN_MONTH, 4};
    assert_true(calendar_holds(quarters, calendar_quarters));
    assert_true(calendar_holds(years, calendar_quarters));
    assert_false(calendar_holds(school_years, quarters));
    assert_false(calendar_holds(school_years, years));
    assert_true(calendar_holds(school_years, months));
    assert_false(calendar_holds(months, quarters));
    struct cell_run run = counted(calendar_quarters, calendar_quarters), spread = cell_run_spread(arena, &run, months);
    assert_cell(&spread, calendar_parse(months, "2019-03"), 1, 1);
    assert_cell(&spread, calendar_parse(months, "2019-06"), 2, 1);
    run = counted(school_years, school_years);
    spread = cell_run_spread(arena, &run, months);
    assert_cell(&spread, calendar_parse(months, "2020-08"), 1, 1);
    assert_int_equal(spread.count, 36);
}

static enum status status_of(char letter) {
    switch (letter) {
    case 'p':
        return STATUS_PROVISIONAL;
    case 'x':
        return STATUS_MISSING;
    case 'w':
        return STATUS_IN_WORDS;
    case 'z':
        return STATUS_NOT_APPLICABLE;
    case 'n':
        return STATUS_NOT_DUE;
    case 'c':
        return STATUS_SUPPRESSED;
    default:
        return STATUS_PRESENT;
    }
}

/* Three months by the letters of their status, and what they are as a quarter: sum, last, and the other three. */
static void what_is_absent(void **state) {
    (void)state;
    static const char *const rows[][2] = {
        {"...", "..."}, {".p.", "p.p"}, {".x.", "x.."}, {"..x", "xx."}, {".cx", "cxc"}, {".z.", "..."}, {"zzz", "zzz"},
        {"nn.", "..."}, {"nnn", "nnn"}, {"xzz", "xzx"}, {"xxx", "xxx"}, {".w.", "x.x"}, {"..w", "xwx"}, {".zn", ".n."}};
    static const struct calendar months = {GRAIN_MONTH, 4}, quarters = {GRAIN_QUARTER, 4};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct cell cells[3];
        for (int c = 0; c < 3; c++) {
            enum status status = status_of(rows[i][0][c]);
            struct fraction number = status_is_absent(status) ? fraction_none() : fraction_make(c, 1);
            cells[c] = (struct cell){.number = number, .status = status, .note = c == 1 ? "note" : NULL};
        }
        struct cell_run run = {months, calendar_parse(months, "2018-07"), 3, cells};
        for (int how = 0; how < BRING_UP_COUNT; how++) {
            struct cell cell = cell_run_bring_up(arena, &run, quarters, (enum bring_up)how).cells[0];
            enum status expected = status_of(rows[i][1][how < 2 ? how : 2]);
            if (cell.status != expected || fraction_present(cell.number) == status_is_absent(expected))
                fail_msg("%s by %s is %s", rows[i][0], bring_up_words[how], status_words[cell.status].word);
            if (how != BRING_UP_LAST)
                assert_string_equal(cell.note, "note");
        }
    }
}

/* A period that the cells do not reach over is not whole. */
static void ends_of_a_run(void **state) {
    (void)state;
    static const struct calendar days = {GRAIN_DAY, 4}, months = {GRAIN_MONTH, 4};
    struct cell cells[40] = {0};
    for (int i = 0; i < 40; i++)
        cells[i].number = fraction_make(1, 1);
    struct cell_run run = {days, calendar_parse(days, "2018-06-20"), 40, cells};
    struct cell_run sum = cell_run_bring_up(arena, &run, months, BRING_UP_SUM);
    struct cell_run last = cell_run_bring_up(arena, &run, months, BRING_UP_LAST);
    assert_int_equal(sum.first, calendar_parse(months, "2018-06"));
    assert_int_equal(sum.count, 2);
    for (int i = 0; i < 2; i++)
        assert_int_equal(sum.cells[i].status, STATUS_MISSING);
    assert_int_equal(last.cells[0].status, STATUS_PRESENT);
    assert_int_equal(last.cells[1].status, STATUS_MISSING);
    run.count = 0;
    assert_int_equal(cell_run_bring_up(arena, &run, months, BRING_UP_SUM).count, 0);
    assert_int_equal(cell_run_spread(arena, &run, days).count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_pair_of_grains),
        TEST(years_that_start_elsewhere),
        TEST(what_is_absent),
        TEST(ends_of_a_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
