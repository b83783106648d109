#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <stdlib.h>

#include "axis.h"
#include "columns.h"
#include "describe.h"
#include "drawing_fixture.h"
#include "gap_field.h"
#include "gap_note.h"
#include "ink.h"
#include "labels.h"
#include "paint.h"
#include "plot_layout.h"

/* What is absent, what lies on another thing, and what a part of a year is called. */

enum { MONTHS = 12 };

static struct chart chart_of(enum chart_kind kind, size_t months) {
    struct chart chart = {.words = english(arena), .kind = kind, .calendar = {GRAIN_MONTH, 1}};
    chart.categories = arena_new_array(arena, months, struct chart_category);
    chart.groups[chart.group_count++] = (struct chart_group){.count = months, .kind = GROUP_PERIODS};
    for (size_t i = 0; i < months; i++)
        chart.categories[i] = (struct chart_category){.label = "Jan",
                                                      .long_label = i == 4 ? "May 2018" : "another month",
                                                      .bracket = i < 12 ? "2018" : "2019",
                                                      .period = 2018 * 12 + (int)i};
    chart.category_count = months;
    chart.series = arena_new_array(arena, 4, struct chart_series);
    return chart;
}

static struct chart_series *add_series(struct chart *chart, const char *name, enum chart_mark mark, double value) {
    struct chart_series *series = &chart->series[chart->series_count++];
    *series = (struct chart_series){.name = name, .mark = mark, .headline = mark == MARK_COLUMN};
    series->points = arena_new_array(arena, chart->category_count, struct chart_point);
    for (size_t i = 0; i < chart->category_count; i++)
        series->points[i] = (struct chart_point){.present = true, .value = value};
    return series;
}

static bool lay_out(struct plot *plot, const struct chart *chart, double width, struct gap_notes *notes) {
    const struct chart_canvas canvas = {
        .lettering = lettering, .theme = &theme_default, .arena = arena, .width_pt = width, .height_pt = 150};
    return plot_layout_make(plot, &canvas, chart, notes);
}

/* Laid out until no note is new; the labels of then. */
static struct callout_list settle(struct plot *plot, const struct chart *chart, double width, struct gap_notes *notes) {
    struct callout_list labels;
    do {
        assert_true(lay_out(plot, chart, width, notes));
        labels = labels_make(plot);
    } while (gap_notes_gather(plot, notes));
    return labels;
}

static const struct callout *find_label(const struct callout_list *labels, const char *name) {
    for (size_t i = 0; i < labels->count; i++)
        if (strcmp(labels->items[i].name, name) == 0)
            return &labels->items[i];
    return NULL;
}

static struct chart two_sets(void) {
    struct chart chart = chart_of(CHART_GROUPED, 6);
    add_series(&chart, "North", MARK_COLUMN, 40);
    struct chart_point *south = add_series(&chart, "South", MARK_COLUMN, 50)->points;
    south[4] = (struct chart_point){.gap_reason = "not available", .gap_status = STATUS_MISSING};
    return chart;
}

/* One set of columns lacks a figure: its place has a field and a symbol, the reason stands below with its name. */
static void a_set_that_is_absent_says_why(void **state) {
    (void)state;
    const struct chart chart = two_sets();
    struct gap_notes notes = gap_notes_make(arena, &chart);
    struct plot plot;
    struct gap gap;
    assert_true(lay_out(&plot, &chart, 480, &notes));
    labels_make(&plot);
    assert_true(gap_notes_gather(&plot, &notes));
    assert_int_equal(notes.count, 1);
    assert_string_equal(notes.lines[0], "[x] South, May 2018: not available.");
    assert_true(lay_out(&plot, &chart, 480, &notes));
    const struct callout_list labels = labels_make(&plot);
    assert_false(gap_notes_gather(&plot, &notes));
    assert_false(gap_next(&plot, &plot.groups[0], NULL, 0, &gap));
    assert_false(gap_next(&plot, &plot.groups[0], &chart.series[0], 0, &gap));
    assert_true(gap_next(&plot, &plot.groups[0], &chart.series[1], 0, &gap));
    const struct box field = gap_box(&plot, &plot.groups[0], &gap);
    const struct callout *symbol = find_label(&labels, "[x]");
    struct box beside;
    assert_non_null(symbol);
    assert_true(symbol->box.left >= field.left - 1 && symbol->box.right <= field.right + 1);
    assert_true(column_box(&plot, &chart.series[0], &plot.groups[0], 4, &beside) && beside.right <= field.left);
}

/* The sign of columns in the frame above stands there, and not on the line below, which goes on. */
static void a_gap_of_the_frame_above_is_signed_there(void **state) {
    (void)state;
    struct chart chart = chart_of(CHART_LINE, MONTHS);
    add_series(&chart, "North", MARK_LINE, 40)->headline = true;
    struct chart_series *above = add_series(&chart, "South", MARK_COLUMN, 30);
    above->headline = false;
    above->second_axis = true;
    above->points[4] = (struct chart_point){.gap_reason = "not available", .gap_status = STATUS_MISSING};
    struct gap_notes notes = gap_notes_make(arena, &chart);
    struct plot plot;
    const struct callout_list labels = settle(&plot, &chart, 480, &notes);
    const struct callout *symbol = find_label(&labels, "[x]");
    assert_non_null(symbol);
    assert_true(symbol->box.top >= plot.panels[1].top && symbol->box.bottom <= plot.panels[1].bottom);
}

/* A gap of one narrow month has no room for its sign: then a wide one with the same reason has none either. */
static void gaps_with_one_reason_have_one_look(void **state) {
    (void)state;
    struct chart chart = chart_of(CHART_LINE, 60);
    struct chart_point *points = add_series(&chart, "North", MARK_LINE, 40)->points;
    for (size_t i = 4; i < 41; i += i == 30 ? 10 : 1) {
        points[i].present = false;
        chart.categories[i].gap_reason = "not available";
        chart.categories[i].gap_status = STATUS_MISSING;
    }
    struct gap_notes notes = gap_notes_make(arena, &chart);
    struct plot plot;
    const struct callout_list labels = settle(&plot, &chart, 320, &notes);
    assert_int_equal(notes.count, 1);
    assert_null(strstr(notes.lines[0], "[x]"));
    assert_non_null(find_label(&labels, "Not available"));
    for (size_t i = 0; i < labels.count; i++)
        assert_null(strstr(labels.items[i].name, "[x]"));
}

/* A label at the end of a line may stand in a gap that follows: what the gap says keeps off it. */
static void what_a_gap_says_keeps_off_names(void **state) {
    (void)state;
    for (double value = 0; value <= 100; value += 2) {
        struct chart chart = chart_of(CHART_LINE, 12);
        struct chart_series *series = add_series(&chart, "Visits", MARK_LINE, 100);
        series->headline = true;
        series->end_label = "October";
        series->points[0].value = 0;
        series->points[9].value = value;
        for (size_t i = 10; i < 12; i++) {
            series->points[i].present = false;
            chart.categories[i].gap_reason = "low numbers";
            chart.categories[i].gap_status = STATUS_SUPPRESSED;
        }
        struct gap_notes notes = gap_notes_make(arena, &chart);
        struct plot plot;
        assert_true(lay_out(&plot, &chart, 480, &notes));
        const struct callout_list labels = labels_make(&plot);
        const struct callout *end = find_label(&labels, "October");
        assert_non_null(end);
        for (size_t i = 0; i < labels.count; i++) {
            const struct box *box = &labels.items[i].box;
            bool above = box->bottom <= end->box.top - 3 + 1e-6, below = box->top >= end->box.bottom + 3 - 1e-6;
            bool beside = box->right <= end->box.left || box->left >= end->box.right;
            assert_true(!labels.items[i].bare || above || below || beside);
        }
    }
}

/* Strokes in a row across the gap of a chart, over what it says. */
static size_t strokes_of_gap(enum status status) {
    struct chart chart = chart_of(CHART_LINE, 6);
    struct chart_series *series = add_series(&chart, "Visits", MARK_LINE, 40);
    for (size_t i = 2; i < 5; i++) {
        series->points[i].present = false;
        chart.categories[i].gap_reason = "low numbers";
        chart.categories[i].gap_status = status;
    }
    return count_strokes(&chart, (struct box){160, 30, 242, 31});
}

static void what_is_suppressed_is_hatched(void **state) {
    (void)state;
    assert_int_equal(strokes_of_gap(STATUS_MISSING), 0);
    assert_true(strokes_of_gap(STATUS_SUPPRESSED) > 8);
}

/* A line that breaks beside others has no field, which would be theirs too: a note below says whose gap it is and why.
 * A last figure that is no figure of the last period says of when it is. */
static void a_line_among_others_says_why_it_breaks(void **state) {
    (void)state;
    struct chart chart = chart_of(CHART_LINE, 6);
    add_series(&chart, "North", MARK_LINE, 40)->headline = true;
    struct chart_series *south = add_series(&chart, "South", MARK_LINE, 50);
    south->points[4] = south->points[5] =
        (struct chart_point){.gap_reason = "not available", .gap_status = STATUS_MISSING};
    south->ended = "April";
    struct gap_notes notes = gap_notes_make(arena, &chart);
    struct plot plot;
    struct gap gap;
    assert_true(lay_out(&plot, &chart, 480, &notes));
    labels_make(&plot);
    assert_true(gap_notes_gather(&plot, &notes));
    assert_string_equal(notes.lines[0], "South, May 2018 to June 2018: not available.");
    assert_true(lay_out(&plot, &chart, 480, &notes));
    const struct callout_list labels = labels_make(&plot);
    assert_false(gap_next(&plot, &plot.groups[0], NULL, 0, &gap));
    assert_null(find_label(&labels, "[x]"));
    assert_non_null(find_label(&labels, "South, April"));
}

static void what_is_drawn_of_a_set_is_told(void **state) {
    (void)state;
    const struct chart chart = two_sets();
    const char *told = chart_describe(arena, &chart);
    assert_non_null(strstr(told, "South: no figures in May 2018. Not available."));
}

/* However many lines a note takes, no word of it is lost. */
static void notes_keep_their_words(void **state) {
    (void)state;
    struct chart chart = chart_of(CHART_GROUPED, 6);
    add_series(&chart, "North", MARK_COLUMN, 40);
    struct chart_point *south = add_series(&chart, "South", MARK_COLUMN, 50)->points;
    const char *reason = "";
    for (int i = 0; i < 90; i++)
        reason = arena_printf(arena, "%sword%d ", reason, i);
    south[4] = (struct chart_point){.gap_reason = reason, .gap_status = STATUS_MISSING};
    struct gap_notes notes = gap_notes_make(arena, &chart);
    struct plot plot;
    assert_true(lay_out(&plot, &chart, 300, &notes));
    labels_make(&plot);
    assert_true(gap_notes_gather(&plot, &notes));
    assert_true(notes.count > 6);
    const char *all = "";
    for (size_t i = 0; i < notes.count; i++)
        all = arena_printf(arena, "%s%s ", all, notes.lines[i]);
    for (int i = 0; i < 90; i++)
        assert_non_null(strstr(all, arena_printf(arena, "word%d", i)));
    assert_true(notes.room_pt > 9 * (double)notes.count);
}

/* The name of the latest figure begins behind the edge of a gap that follows it, and its figure keeps off it. */
static void labels_keep_off_the_edge_of_a_gap(void **state) {
    (void)state;
    for (int column = 0; column < 2; column++)
        for (double width = 240; width <= 540; width += 30) {
            struct chart chart = chart_of(CHART_LINE, MONTHS);
            struct chart_series *series = add_series(&chart, "Month", column ? MARK_COLUMN : MARK_LINE, 50);
            series->end_label = column ? NULL : "July";
            for (size_t i = 0; i < MONTHS; i++)
                series->points[i] = (struct chart_point){.present = i < 7, .value = 50, .printed = "50.0"};
            for (size_t i = 7; i < 10; i++) {
                chart.categories[i].gap_reason = "not available";
                chart.categories[i].gap_status = STATUS_MISSING;
            }
            struct plot plot;
            struct gap gap;
            assert_true(lay_out(&plot, &chart, width, NULL));
            const struct callout_list labels = labels_make(&plot);
            assert_true(gap_next(&plot, &plot.groups[0], NULL, 0, &gap));
            double edge = gap_box(&plot, &plot.groups[0], &gap).left;
            for (size_t i = 0; i < labels.count; i++)
                assert_true(labels.items[i].box.right <= edge || labels.items[i].box.left >= edge);
            assert_true(column || find_label(&labels, "July")->box.left > edge);
        }
}

/* Wherever the target lies: no line runs through what stands in a gap. */
static void notes_keep_off_lines(void **state) {
    (void)state;
    for (double target = 2; target < 100; target += 4) {
        struct chart chart = chart_of(CHART_COLUMN, MONTHS);
        struct chart_series *series = add_series(&chart, "Month", MARK_COLUMN, 100);
        for (size_t i = 3; i < 9; i++) {
            series->points[i].present = false;
            chart.categories[i].gap_reason = "the team was disbanded";
            chart.categories[i].gap_status = STATUS_NOT_APPLICABLE;
        }
        add_series(&chart, "Target", MARK_TARGET, target);
        struct plot plot;
        assert_true(lay_out(&plot, &chart, 480, NULL));
        const struct callout_list labels = labels_make(&plot);
        const struct callout *note = find_label(&labels, "The team was disbanded");
        double y = plot_y(&plot.panels[0], target);
        assert_non_null(note);
        assert_true(note->box.bottom <= y || note->box.top >= y);
        assert_true(note->box.bottom <= plot.floor);
    }
}

/* A part of a year at the end is too narrow for its name, and has it all the same. */
static void a_part_of_a_year_is_named(void **state) {
    (void)state;
    for (double width = 120; width < 480; width += 6) {
        struct chart chart = chart_of(CHART_COLUMN, 14);
        struct plot plot;
        size_t count;
        add_series(&chart, "Month", MARK_COLUMN, 100);
        assert_true(lay_out(&plot, &chart, width, NULL));
        const struct axis_bracket *brackets = axis_brackets(&plot, &plot.groups[0], &count);
        assert_int_equal(count, 2);
        assert_true(brackets[0].name_right < brackets[1].name_left && brackets[1].name_right <= width + hair);
    }
}

/* A plot is high enough for its ups and downs, or there is none: the pack says so. */
static void a_plot_too_low_is_refused(void **state) {
    (void)state;
    struct chart chart = chart_of(CHART_LINE, MONTHS);
    add_series(&chart, "Month", MARK_LINE, 60);
    for (double height = 20; height < 120; height++) {
        const struct chart_canvas canvas = {
            .lettering = lettering, .theme = &theme_default, .arena = arena, .width_pt = 400, .height_pt = height};
        struct plot plot;
        bool made = plot_layout_make(&plot, &canvas, &chart, NULL);
        assert_true(made == (plot.panels[0].bottom - plot.panels[0].top >= 30));
        assert_true(made || height < 90);
    }
}

/* The name of a line does not stand where another, that has no name, ends. */
static void a_name_stands_off_a_line_without_one(void **state) {
    (void)state;
    struct chart chart = chart_of(CHART_LINE, MONTHS);
    add_series(&chart, "March", MARK_LINE, 60)->headline = true;
    add_series(&chart, "Upper limit", MARK_LIMIT, 80);
    add_series(&chart, "Near", MARK_NEAR, 60.4);
    chart.series[0].points[0].value = 10;
    struct plot plot;
    assert_true(lay_out(&plot, &chart, 480, NULL));
    const struct callout_list labels = labels_make(&plot);
    const struct callout *name = find_label(&labels, "March");
    double y = plot_y(&plot.panels[0], 60.4);
    assert_non_null(name);
    assert_true(name->box.top > y || name->box.bottom < y);
}

/* How many pixels of a row have a colour. */
static int of_colour(cairo_surface_t *surface, int row, enum colour colour) {
    const unsigned char *data = cairo_image_surface_get_data(surface);
    const struct rgb *rgb = &theme_default.colours[colour];
    int count = 0, want[] = {(int)(rgb->blue * 255), (int)(rgb->green * 255), (int)(rgb->red * 255)};
    for (int x = 0; x < cairo_image_surface_get_width(surface); x++) {
        const unsigned char *pixel = data + row * cairo_image_surface_get_stride(surface) + 4 * x;
        bool same = pixel[3] == 255;
        for (int i = 0; i < 3; i++)
            same &= abs(pixel[i] - want[i]) <= 2;
        count += same;
    }
    return count;
}

/* Of two lines that coincide both are seen, in about equal parts. */
static void lines_that_coincide_are_both_seen(void **state) {
    (void)state;
    struct chart chart = chart_of(CHART_LINE, MONTHS);
    add_series(&chart, "England", MARK_LINE, 50)->colour = COLOUR_THIRD_TEXT;
    add_series(&chart, "Own", MARK_LINE, 50)->colour = COLOUR_BRAND;
    chart.series[1].headline = true;
    for (size_t s = 0; s < 2; s++)
        chart.series[s].points[0].value = 10;
    enum { SCALE = 8 };
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 400 * SCALE, 150 * SCALE);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, SCALE, SCALE);
    assert_true(chart_paint(cr, lettering, &theme_default, &chart, 400, 150));
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    int best = 0;
    for (int row = 0; row < 150 * SCALE; row++) {
        int under = of_colour(surface, row, COLOUR_THIRD_TEXT), over = of_colour(surface, row, COLOUR_BRAND);
        int less = under < over ? under : over;
        best = less > best ? less : best;
    }
    assert_true(best > 100 * SCALE);
    cairo_surface_destroy(surface);
}

/* However few periods there are, a line beside a measure and its target stay in their cell. */
static void a_spark_stays_in_its_cell(void **state) {
    (void)state;
    for (size_t months = 1; months < 5; months++) {
        struct chart chart = chart_of(CHART_SPARK, months);
        add_series(&chart, "Share", MARK_LINE, 90);
        add_series(&chart, "Target", MARK_TARGET, 92);
        cairo_rectangle_t inked;
        cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
        cairo_t *cr = cairo_create(surface);
        assert_true(chart_paint(cr, lettering, &theme_default, &chart, 60, 12));
        cairo_destroy(cr);
        cairo_recording_surface_ink_extents(surface, &inked.x, &inked.y, &inked.width, &inked.height);
        assert_true(inked.x >= -1 && inked.x + inked.width <= 61);
        cairo_surface_destroy(surface);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_set_that_is_absent_says_why, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_gap_of_the_frame_above_is_signed_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gaps_with_one_reason_have_one_look, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_line_among_others_says_why_it_breaks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_a_gap_says_keeps_off_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_suppressed_is_hatched, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_drawn_of_a_set_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(notes_keep_their_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(labels_keep_off_the_edge_of_a_gap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(notes_keep_off_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_part_of_a_year_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_plot_too_low_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_name_stands_off_a_line_without_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lines_that_coincide_are_both_seen, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_spark_stays_in_its_cell, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
