#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#include "describe.h"
#include "drawing_fixture.h"
#include "funnel_chart.h"
#include "ranked_chart.h"
#include "series_look.h"
#include "strip_chart.h"

enum { CHARTS = 300 };

static const char *name_of(size_t number) {
    static const char *const towns[] = {"Northby", "Rhondda Cynon Taf", "N",
                                        "The Metropolitan Borough Council of Much Longer Name Upon Tyne"};
    return arena_printf(arena, "%s %zu", towns[random_below(9) < 8 ? random_below(3) : 3], number);
}

static struct standings_level level_of(const char *name, double value) {
    const char *printed = arena_printf(arena, "%.1f", value);
    return (struct standings_level){name, value, printed, arena_printf(arena, "%s%%", printed), STANDINGS_NONE};
}

static int compare_marks(const void *a, const void *b) {
    double left = ((const struct standing *)a)->value, right = ((const struct standing *)b)->value;
    return (left < right) - (left > right);
}

static enum funnel_place place_of(const struct standings *shown, double size, double value) {
    const struct indicator share = {
        .measure = MEASURE_RATIO, .unit = UNIT_PERCENT, .decimals = 1, .average_decimals = 1};
    return funnel_place_of(&share, &shown->limits->rule, size, fraction_make(llround(value * 10), 10));
}

/* So many organisations with shares round 80%, one of them one's own. */
static struct standings *standings_of(size_t count, bool grouped) {
    struct standings *shown = arena_new(arena, struct standings);
    *shown = (struct standings){.title = "Invoices paid in time",
                                .unit.is = UNIT_PERCENT,
                                .decimals = 1,
                                .polarity = POLARITY_HIGHER,
                                .count = count,
                                .own_name = "Northby",
                                .one = "organisation",
                                .many = "organisations",
                                .members_name = grouped ? "Other councils: Family group" : NULL,
                                .value_title = "Percentage",
                                .size_title = "Invoices"};
    shown->marks = arena_new_array(arena, count, struct standing);
    for (size_t i = 0; i < count; i++) {
        double value = random_below(12) == 0 ? 100 : 60 + random_below(400) / 10.0;
        shown->marks[i] = (struct standing){.name = name_of(i),
                                            .value = value,
                                            .printed = arena_printf(arena, "%.1f", value),
                                            .said = arena_printf(arena, "%.1f%%", value),
                                            .size = 1 + random_below(random_below(5) == 0 ? 40000 : 2000),
                                            .whose = grouped && random_below(4) == 0 ? WHOSE_MEMBER : WHOSE_OTHER,
                                            .place = FUNNEL_WITHIN};
        shown->marks[i].size_printed = arena_printf(arena, "%.0f", shown->marks[i].size);
    }
    qsort(shown->marks, count, sizeof *shown->marks, compare_marks);
    for (size_t i = 0; i < count; i++)
        shown->marks[i].rank =
            i > 0 && shown->marks[i].value == shown->marks[i - 1].value ? shown->marks[i - 1].rank : i + 1;
    shown->own = (int)random_below((uint32_t)count);
    shown->marks[shown->own].whose = WHOSE_OWN;
    shown->own_name = shown->marks[shown->own].name;
    shown->own_rank = arena_printf(arena, "%zuth of %zu", shown->marks[shown->own].rank, count);
    shown->average = level_of("Average of all", 80);
    shown->levels = arena_new_array(arena, 2, struct standings_level);
    shown->levels[0] = shown->average;
    shown->levels[1] = level_of("Family group", 60 + random_below(400) / 10.0);
    shown->level_count = 1 + random_below(2);
    shown->limits = arena_new(arena, struct standings_limits);
    *shown->limits = (struct standings_limits){{.proportion = true, .average = 80, .per = 100}, 1};
    for (size_t i = 0; i < count; i++)
        shown->marks[i].place = place_of(shown, shown->marks[i].size, shown->marks[i].value);
    shown->median = shown->marks[count / 2].value;
    shown->q25 = shown->marks[count * 3 / 4].value;
    shown->q75 = shown->marks[count / 4].value;
    shown->median_printed = arena_printf(arena, "%.1f", shown->median);
    shown->median_said = arena_printf(arena, "%s%%", shown->median_printed);
    return shown;
}

static size_t some_count(void) {
    static const size_t counts[] = {1, 2, 3, 12, 24, 32, 33, 80, 343};
    return counts[random_below(sizeof counts / sizeof *counts)];
}

static struct chart chart_of(enum chart_kind kind, const struct standings *shown, size_t count) {
    return (struct chart){.kind = kind,
                          .words = english(arena),
                          .subject = "Invoices paid in time",
                          .place = "2017/18",
                          .unit.is = UNIT_PERCENT,
                          .standings = shown,
                          .standings_count = count};
}

static struct chart_canvas canvas_of(double width, double height) {
    return (struct chart_canvas){
        .lettering = lettering, .theme = &theme_default, .arena = arena, .width_pt = width, .height_pt = height};
}

static bool boxes_meet(struct box a, struct box b) {
    return a.left < b.right - hair && b.left < a.right - hair && a.top < b.bottom - hair && b.top < a.bottom - hair;
}

/* Figures below a line that touch read as one. */
static void assert_room_between(const struct callout_list *list, double room) {
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < list->count; j++) {
            struct box left = list->items[i].box, right = list->items[j].box;
            if (i != j && left.top < right.bottom - hair && right.top < left.bottom - hair && left.left < right.left)
                assert_true(right.left - left.right >= room - hair);
        }
}

/* All within the chart, none on another. */
static void assert_apart(const struct callout_list *list, double width, double height) {
    for (size_t i = 0; i < list->count; i++) {
        const struct box *box = &list->items[i].box;
        assert_true(box->left >= -hair && box->right <= width + hair && box->top >= -1 && box->bottom <= height + 1);
        assert_true(list->items[i].size_pt >= 7);
        for (size_t j = 0; j < i; j++)
            assert_false(boxes_meet(*box, list->items[j].box));
    }
}

/* The label in the colour of one's own; NULL where there is none. */
static const struct callout *own_label(const struct callout_list *list) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].colour == COLOUR_BRAND)
            return &list->items[i];
    return NULL;
}

static bool names(const struct callout_list *list, const char *part) {
    for (size_t i = 0; i < list->count; i++)
        if (strstr(list->items[i].name, part) != NULL || strstr(list->items[i].value, part) != NULL)
            return true;
    return false;
}

static void labels_of_a_funnel_touch_nothing(void **state) {
    (void)state;
    for (int round = 0; round < CHARTS; round++) {
        struct standings *shown = standings_of(some_count(), round % 2 == 0);
        struct chart chart = chart_of(CHART_FUNNEL, shown, 1);
        struct chart_canvas canvas = canvas_of(round % 3 == 0 ? 240 : 495, round % 5 == 0 ? 120 : 186);
        struct funnel_chart funnel;
        assert_true(funnel_chart_make(&funnel, &canvas, &chart));
        const struct callout_list *list = &funnel.labels.list;
        assert_apart(list, canvas.width_pt, canvas.height_pt);
        assert_non_null(own_label(list));
        for (size_t i = 0; i < list->count; i++)
            for (size_t k = 0; k < shown->count && &list->items[i] != own_label(list); k++)
                assert_false(boxes_meet(list->items[i].box, funnel_chart_box(&funnel, &shown->marks[k])));
    }
}

static const struct callout *label_of(const struct callout_list *list, const char *name) {
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].name, name) == 0)
            return &list->items[i];
    return NULL;
}

/* A funnel of some organisations, with limits in every other round. */
static const struct standings *funnel_of_some(struct funnel_chart *funnel, int round) {
    struct standings *shown = standings_of(some_count(), round % 2 == 0);
    struct chart *chart = arena_new(arena, struct chart);
    struct chart_canvas canvas = canvas_of(495, 186);
    *chart = chart_of(CHART_FUNNEL, shown, 1);
    assert_true(funnel_chart_make(funnel, &canvas, chart));
    return shown;
}

/* A name keeps so far from marks that are not its own that it is read as nobody else's. */
static void names_of_a_funnel_keep_from_strangers(void **state) {
    (void)state;
    static const double descent = 2;
    size_t names = 0;
    for (int round = 0; round < CHARTS; round++) {
        struct funnel_chart funnel;
        const struct standings *shown = funnel_of_some(&funnel, round);
        for (size_t i = 0; i < shown->count; i++) {
            const struct callout *label = label_of(&funnel.labels.list, shown->marks[i].name);
            const struct mark own = box_middle(funnel_chart_box(&funnel, &shown->marks[i]));
            names += label != NULL;
            for (size_t k = 0; k < shown->count && label != NULL; k++) {
                const struct mark mark = box_middle(funnel_chart_box(&funnel, &shown->marks[k]));
                assert_true(hypot(mark.x - own.x, mark.y - own.y) < 1 ||
                            label_distance(label->box, mark) >= funnel.radius + 6 - descent);
            }
        }
    }
    assert_true(names > CHARTS);
}

/* In a column of a page the key has a row of its own, and is whole. */
static void the_key_of_a_funnel_is_not_cut(void **state) {
    (void)state;
    struct chart chart = chart_of(CHART_FUNNEL, standings_of(24, true), 1);
    struct chart_canvas canvas = canvas_of(240, 186);
    struct funnel_chart funnel;
    assert_true(funnel_chart_make(&funnel, &canvas, &chart));
    assert_non_null(label_of(&funnel.labels.list, "Other councils: Family group"));
    assert_non_null(label_of(&funnel.labels.list, "hollow: within limits"));
}

/* Six far below the limits, of like sizes: the worst, though it is the smallest, and the family's have names. */
static void the_worst_of_a_funnel_has_a_name(void **state) {
    (void)state;
    struct standings *shown = standings_of(12, true);
    for (size_t i = 0; i < shown->count; i++) {
        struct standing *mark = &shown->marks[i];
        mark->value = i < 6 ? 80 : 60 - (double)(i - 6) * 0.8;
        mark->size = i < 6 ? 2000.0 : 1000 - 14 * (double)(i - 6);
        mark->whose = i == 0 ? WHOSE_OWN : i == 7 ? WHOSE_MEMBER : WHOSE_OTHER;
        mark->place = i < 6 ? FUNNEL_WITHIN : FUNNEL_FAR_BELOW;
    }
    shown->own = 0;
    struct chart chart = chart_of(CHART_FUNNEL, shown, 1);
    struct chart_canvas canvas = canvas_of(495, 186);
    struct funnel_chart funnel;
    assert_true(funnel_chart_make(&funnel, &canvas, &chart));
    assert_non_null(label_of(&funnel.labels.list, shown->marks[7].name));
    assert_non_null(label_of(&funnel.labels.list, shown->marks[11].name));
}

static struct box above_descent(struct box box) {
    return (struct box){box.left, box.top, box.right, box.bottom - 2};
}

/* A name lies on its mark's side of every limit; one without room, and its figure, is told at the foot. */
static void all_beyond_a_funnel_are_told(void **state) {
    (void)state;
    size_t at_the_foot = 0, told_there = 0; /* where the names are not too long */
    for (int round = 0; round < CHARTS; round++) {
        struct funnel_chart funnel;
        const struct standings *shown = funnel_of_some(&funnel, round);
        const struct callout_list *list = &funnel.labels.list;
        for (size_t i = 0; i < shown->count; i++) {
            const struct standing *mark = &shown->marks[i];
            if (shown->limits == NULL || mark->place == FUNNEL_WITHIN || mark->whose == WHOSE_OWN)
                continue;
            const struct callout *label = label_of(list, mark->name);
            const struct mark middle = box_middle(funnel_chart_box(&funnel, mark));
            const char *told = arena_printf(arena, "%s %s", mark->name, mark->printed);
            at_the_foot += label == NULL;
            if (label != NULL)
                assert_false(label_field_parts(&funnel.labels.field, above_descent(label->box), middle));
            else
                told_there += names(list, told) || names(list, "others");
        }
    }
    assert_true(at_the_foot > 0 && told_there * 10 > at_the_foot * 9);
}

/* Two lie on one another, so that neither has a name there, and at the foot one has room. */
static void one_that_has_no_room_is_one_other(void **state) {
    (void)state;
    struct standings *shown = standings_of(12, false);
    for (size_t i = 0; i < shown->count; i++) {
        struct standing *mark = &shown->marks[i];
        mark->name = arena_printf(arena, "Borough of Northby Upon Tyne %zu", i);
        mark->value = i < 10 ? 80 : 60;
        mark->size = 1000;
        mark->whose = i == 0 ? WHOSE_OWN : WHOSE_OTHER;
        mark->place = i < 10 ? FUNNEL_WITHIN : FUNNEL_FAR_BELOW;
    }
    shown->own = 0;
    struct chart chart = chart_of(CHART_FUNNEL, shown, 1);
    struct chart_canvas canvas = canvas_of(345, 186);
    struct funnel_chart funnel;
    assert_true(funnel_chart_make(&funnel, &canvas, &chart));
    assert_true(names(&funnel.labels.list, "Tyne 10"));
    assert_false(names(&funnel.labels.list, "Tyne 11"));
    assert_true(names(&funnel.labels.list, "and one other"));
}

/* Where nearly all have all, the upper limits are printed as 100%: no line lies on that of the grid, and the limits are
 * named at their lower ends. */
static void a_limit_at_the_bound_is_not_drawn(void **state) {
    (void)state;
    struct standings *shown = standings_of(3, false);
    static const double values[] = {100, 99.9, 98.9};
    for (size_t i = 0; i < 3; i++)
        shown->marks[i].value = values[i], shown->marks[i].size = 1000 + 100 * (double)i;
    shown->decimals = 0;
    shown->average.value = 99.6;
    shown->limits->rule.average = 99.6;
    struct chart chart = chart_of(CHART_FUNNEL, shown, 1);
    struct chart_canvas canvas = canvas_of(495, 186);
    struct funnel_chart funnel;
    assert_true(funnel_chart_make(&funnel, &canvas, &chart));
    const struct callout *near = label_of(&funnel.labels.list, "95% limits"),
                         *average = label_of(&funnel.labels.list, shown->average.name);
    assert_true(near != NULL && average != NULL && near->baseline > average->baseline);
}

static void a_mark_of_a_funnel_lies_at_its_size_and_figure(void **state) {
    (void)state;
    struct standings *shown = standings_of(32, false);
    struct chart chart = chart_of(CHART_FUNNEL, shown, 1);
    struct chart_canvas canvas = canvas_of(495, 186);
    struct funnel_chart funnel;
    double x, y, part;
    assert_true(funnel_chart_make(&funnel, &canvas, &chart));
    for (size_t i = 0; i < shown->count; i++) {
        assert_true(funnel_chart_place(&funnel, &shown->marks[i], &x, &y));
        part = (x - funnel.frame.left) / (funnel.frame.right - funnel.frame.left);
        assert_true(fabs(size_axis_at(&funnel.sizes, part) / shown->marks[i].size - 1) < 1e-9);
        part = (funnel.frame.bottom - y) / (funnel.frame.bottom - funnel.frame.top);
        double low = scale_low(&funnel.scale), high = scale_high(&funnel.scale);
        assert_true(fabs(low + part * (high - low) - shown->marks[i].value) < 1e-9);
    }
    shown->marks[0].size = 0;
    assert_false(funnel_chart_place(&funnel, &shown->marks[0], &x, &y));
}

static void one_huge_size_does_not_heap_the_others(void **state) {
    (void)state;
    const double even[] = {100, 200, 300, 400}, huge[] = {20, 90, 200, 5e6};
    struct size_axis axis = size_axis_make(even, 4, 400);
    assert_false(axis.logarithmic);
    assert_true(axis.low == 0 && axis.high == 400 && axis.ticks[axis.tick_count - 1] == 400);
    axis = size_axis_make(huge, 4, 400);
    assert_true(axis.logarithmic && axis.low == 20 && axis.high == 5e6);
    for (double room = 100; room < 600; room += 50)
        assert_true(size_axis_make(huge, 4, room).tick_count * 43 <= fmax(room, 140) &&
                    size_axis_make(even, 4, room).tick_count * 43 <= fmax(room, 140));
    assert_true(size_axis_part(&axis, 200) > 0.15 && size_axis_part(&axis, 5e6) == 1);
    axis = size_axis_make(NULL, 0, 400);
    assert_true(axis.high == 1);
}

/* Bars start at zero and are as long as their figures; one's own, the first and the last have their names. */
static void ranked_bars_are_named_and_start_at_zero(void **state) {
    (void)state;
    for (int round = 0; round < CHARTS; round++) {
        struct standings *shown = standings_of(some_count(), round % 2 == 0);
        struct chart chart = chart_of(CHART_RANKED, shown, 1);
        double height = round % 3 == 0 ? 360 : 186;
        struct chart_canvas canvas = canvas_of(round % 5 == 0 ? 240 : 495, height);
        struct ranked_chart ranked;
        assert_true(ranked_chart_make(&ranked, &canvas, &chart));
        assert_apart(&ranked.labels.list, canvas.width_pt, canvas.height_pt);
        assert_true(scale_low(&ranked.scale) == 0);
        assert_true(ranked.rows || shown->count > 12);
        assert_true(!ranked.rows || shown->count <= 33);
        assert_non_null(own_label(&ranked.labels.list));
        assert_true(names(&ranked.labels.list, shown->marks[0].printed));
        assert_true(names(&ranked.labels.list, shown->marks[shown->count - 1].printed));
        double longest = 0;
        for (size_t i = 0; i < shown->count; i++) {
            struct box bar = ranked_chart_bar(&ranked, i);
            double length = ranked.rows ? bar.right - bar.left : bar.bottom - bar.top;
            longest = i == 0 ? length : longest;
            assert_true(fabs(length / longest - shown->marks[i].value / shown->marks[0].value) < 1e-9);
            assert_true(bar.left >= ranked.frame.left - 1 && bar.right <= ranked.frame.right + 1);
        }
    }
}

/* A name too long for its share stands on as many lines as its row has room for; no word of it is lost. */
static void long_names_are_broken(void **state) {
    (void)state;
    struct standings *shown = standings_of(6, false);
    struct chart chart = chart_of(CHART_RANKED, shown, 1);
    shown->marks[2].name = "Northern and Western Isles Hospitals University Foundation Trust";
    struct chart_canvas canvas = canvas_of(240, 186);
    struct ranked_chart ranked;
    assert_true(ranked_chart_make(&ranked, &canvas, &chart) && ranked.rows);
    assert_apart(&ranked.labels.list, canvas.width_pt, canvas.height_pt);
    const char *told = "";
    for (size_t i = 0; i < ranked.labels.list.count; i++)
        told =
            arena_printf(arena, "%s%s%s ", told, ranked.labels.list.items[i].name, ranked.labels.list.items[i].value);
    static const char *const words[] = {"Northern and", "Western",    "Isles", "Hospitals",
                                        "University",   "Foundation", "Trust"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        assert_non_null(strstr(told, words[i]));
    assert_null(strstr(told, "\xE2\x80\xA6"));
}

static void bars_below_zero_hang_from_it(void **state) {
    (void)state;
    struct standings *shown = standings_of(5, false);
    struct chart chart = chart_of(CHART_RANKED, shown, 1);
    struct chart_canvas canvas = canvas_of(495, 186);
    struct ranked_chart ranked;
    shown->marks[4].value = -20;
    assert_true(ranked_chart_make(&ranked, &canvas, &chart));
    assert_true(ranked.rows && scale_low(&ranked.scale) <= -20);
    struct box first = ranked_chart_bar(&ranked, 0), last = ranked_chart_bar(&ranked, 4);
    assert_true(fabs(first.left - last.right) < 1e-9 && last.left < last.right);
}

/* 101.1% takes no scale to 125%: it runs a little beyond the line of 100%. */
static void a_little_more_than_the_whole_runs_beyond_it(void **state) {
    (void)state;
    for (size_t count = 5; count <= 80; count += 75) {
        struct standings *shown = standings_of(count, false);
        struct chart chart = chart_of(CHART_RANKED, shown, 1);
        struct chart_canvas canvas = canvas_of(495, 186);
        struct ranked_chart ranked;
        shown->marks[0].value = 101.1;
        assert_true(ranked_chart_make(&ranked, &canvas, &chart));
        assert_true(ranked.rows == (count == 5) && scale_high(&ranked.scale) == 100);
        struct box bar = ranked_chart_bar(&ranked, 0);
        double length = ranked.rows ? bar.right - bar.left : bar.bottom - bar.top;
        double whole = ranked.rows ? ranked.frame.right - ranked.frame.left : ranked.frame.bottom - ranked.frame.top;
        assert_true(fabs(length / whole - 1.011) < 1e-9);
        struct funnel_chart funnel;
        double x, y;
        chart.kind = CHART_FUNNEL;
        assert_true(funnel_chart_make(&funnel, &canvas, &chart));
        assert_true(scale_high(&funnel.scale) == 100 && funnel_chart_place(&funnel, &shown->marks[0], &x, &y));
        double title = LETTERING_ASCENT * funnel.plot.note.size_pt + 0.5;
        assert_true(y < funnel.frame.top && funnel_chart_box(&funnel, &shown->marks[0]).top > title);
        assert_apart(&funnel.labels.list, canvas.width_pt, canvas.height_pt);
        shown->marks[0].value = 150;
        assert_true(ranked_chart_make(&ranked, &canvas, &chart) && scale_high(&ranked.scale) >= 150);
    }
}

static void the_better_end_of_a_strip_is_at_the_right(void **state) {
    (void)state;
    for (int round = 0; round < CHARTS; round++) {
        size_t count = 1 + random_below(4);
        struct standings *lines = arena_new_array(arena, count, struct standings);
        for (size_t i = 0; i < count; i++)
            lines[i] = *standings_of(some_count(), round % 2 == 0);
        struct chart chart = chart_of(CHART_STRIP, lines, count);
        struct chart_canvas canvas = canvas_of(round % 5 == 0 ? 240 : 495, 14 + 40 * (double)count);
        struct strip_chart strip;
        assert_true(strip_chart_make(&strip, &canvas, &chart));
        assert_apart(&strip.labels.list, canvas.width_pt, canvas.height_pt);
        assert_room_between(&strip.labels.list, 3);
        assert_true(names(&strip.labels.list, "Better"));
        for (size_t i = 0; i < count; i++) {
            const struct standings *shown = &lines[i];
            assert_true(names(&strip.labels.list, shown->own_rank));
            for (size_t k = 1; k < shown->count; k++)
                assert_true(strip_chart_x(&strip, i, shown->marks[k].value) <=
                            strip_chart_x(&strip, i, shown->marks[k - 1].value));
        }
    }
}

static void a_line_without_an_own_figure_says_so(void **state) {
    (void)state;
    struct standings *lines = arena_new_array(arena, 2, struct standings);
    struct strip_chart strip;
    for (size_t i = 0; i < 2; i++)
        lines[i] = *standings_of(32, true);
    lines[1].own_name = "Southby";
    lines[1].own = STANDINGS_NONE;
    struct chart chart = chart_of(CHART_STRIP, lines, 2);
    struct chart_canvas canvas = canvas_of(495, 94);
    assert_true(strip_chart_make(&strip, &canvas, &chart));
    assert_true(names(&strip.labels.list, "Southby has no figure."));
    lines[1].own_name = NULL;
    assert_true(strip_chart_make(&strip, &canvas, &chart));
    assert_false(names(&strip.labels.list, "has no figure."));
}

static void a_median_at_an_end_stands_beside_its_figure(void **state) {
    (void)state;
    for (size_t at = 0; at < 32; at += 31) {
        struct standings *shown = standings_of(32, true);
        struct chart chart = chart_of(CHART_STRIP, shown, 1);
        struct chart_canvas canvas = canvas_of(240, 54);
        struct strip_chart strip;
        shown->median = shown->marks[at].value;
        assert_true(strip_chart_make(&strip, &canvas, &chart));
        assert_true(names(&strip.labels.list, shown->median_said) && names(&strip.labels.list, "Median"));
        assert_room_between(&strip.labels.list, 3);
    }
}

static void too_small_for_a_chart_is_told(void **state) {
    (void)state;
    struct standings *shown = standings_of(32, false);
    for (enum chart_kind kind = CHART_FUNNEL; kind <= CHART_STRIP; kind++) {
        struct chart chart = chart_of(kind, shown, 1);
        struct chart_canvas canvas = canvas_of(60, 30);
        assert_false(chart_drawing_of(kind)->paint(&canvas, &chart));
    }
}

static double luminance(enum colour colour) {
    double shade = theme_shade(theme_default.colours[colour]);
    return shade <= 0.04045 ? shade / 12.92 : pow((shade + 0.055) / 1.055, 2.4);
}

/* WCAG 2.2, 1.4.11: what is drawn stands out from paper 3 to 1, and one's own from the others. */
static void marks_stand_out(void **state) {
    (void)state;
    static const enum colour drawn[] = {COLOUR_PAST_COLUMN_EDGE, COLOUR_SECOND_TEXT};
    for (size_t i = 0; i < sizeof drawn / sizeof *drawn; i++)
        assert_true(1.05 / (luminance(drawn[i]) + 0.05) >= 3);
    for (size_t group = 0; group < 4; group++) {
        const struct standings shown = {.group_look = group};
        const struct chart_series own = comparison_look(&shown, WHOSE_OWN, MARK_POINT),
                                  member = comparison_look(&shown, WHOSE_MEMBER, MARK_POINT);
        assert_true(1.05 / (luminance(own.colour) + 0.05) >= 3 && 1.05 / (luminance(member.colour) + 0.05) >= 3);
        assert_true(own.colour != member.colour);
        assert_int_equal(member.colour, series_look_other(group)->label); /* as the line of its comparator */
        assert_int_equal(member.marker, series_look_other(group)->marker);
    }
    assert_true((luminance(COLOUR_PAST_COLUMN) + 0.05) / (luminance(COLOUR_BRAND) + 0.05) >= 3);
}

/* Three organisations, of which Northby's is one's own. */
static struct standings *three(void) {
    struct standings *shown = standings_of(3, false);
    static const char *const names_of_all[] = {"Westby", "Northby", "Eastby"};
    static const double values[] = {95, 90, 60}, sizes[] = {100, 400, 1000};
    for (size_t i = 0; i < 3; i++)
        shown->marks[i] = (struct standing){.name = names_of_all[i],
                                            .value = values[i],
                                            .said = arena_printf(arena, "%.1f%%", values[i]),
                                            .rank = i + 1,
                                            .size = sizes[i],
                                            .size_printed = arena_printf(arena, "%.0f", sizes[i]),
                                            .whose = i == 1 ? WHOSE_OWN : WHOSE_OTHER};
    for (size_t i = 0; i < 3; i++)
        shown->marks[i].place = place_of(shown, sizes[i], values[i]);
    shown->own = 1;
    shown->own_name = "Northby";
    shown->own_rank = "2nd of 3";
    shown->level_count = 1;
    shown->median_printed = "90.0";
    shown->median_said = "90.0%";
    return shown;
}

static void a_reader_is_told_what_is_seen(void **state) {
    (void)state;
    struct standings *shown = three();
    struct chart chart = chart_of(CHART_FUNNEL, shown, 1);
    assert_string_equal(
        chart_describe(arena, &chart),
        "Funnel chart, 3 organisations. Invoices paid in time, 2017/18. Northby 90.0% of 400, 2nd of 3, "
        "better than the 99.8% limit. Average of all 80.0%. Beyond the 99.8% limits: 2 above, 1 below.");
    chart.kind = CHART_RANKED;
    assert_string_equal(chart_describe(arena, &chart),
                        "Ranked bar chart, 3 organisations. Invoices paid in time, 2017/18. Northby 90.0%, 2nd of 3. "
                        "First Westby 95.0%, last Eastby 60.0%. Average of all 80.0%.");
    chart.kind = CHART_STRIP;
    assert_string_equal(chart_describe(arena, &chart),
                        "Strip chart, 3 organisations. Invoices paid in time, 2017/18. Northby 90.0%, 2nd of 3. Median "
                        "90.0%. First Westby 95.0%, last Eastby 60.0%.");
    shown->own = STANDINGS_NONE;
    assert_non_null(strstr(chart_describe(arena, &chart), " Northby has no figure. Median"));
    shown->own_name = NULL;
    assert_non_null(strstr(chart_describe(arena, &chart), "2017/18. Median"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_of_a_funnel_touch_nothing),
        cmocka_unit_test(all_beyond_a_funnel_are_told),
        cmocka_unit_test(names_of_a_funnel_keep_from_strangers),
        cmocka_unit_test(the_key_of_a_funnel_is_not_cut),
        cmocka_unit_test(the_worst_of_a_funnel_has_a_name),
        cmocka_unit_test(a_limit_at_the_bound_is_not_drawn),
        cmocka_unit_test(a_mark_of_a_funnel_lies_at_its_size_and_figure),
        cmocka_unit_test(one_that_has_no_room_is_one_other),
        cmocka_unit_test(one_huge_size_does_not_heap_the_others),
        cmocka_unit_test(ranked_bars_are_named_and_start_at_zero),
        cmocka_unit_test(long_names_are_broken),
        cmocka_unit_test(bars_below_zero_hang_from_it),
        cmocka_unit_test(a_little_more_than_the_whole_runs_beyond_it),
        cmocka_unit_test(the_better_end_of_a_strip_is_at_the_right),
        cmocka_unit_test(a_line_without_an_own_figure_says_so),
        cmocka_unit_test(a_median_at_an_end_stands_beside_its_figure),
        cmocka_unit_test(too_small_for_a_chart_is_told),
        cmocka_unit_test(marks_stand_out),
        cmocka_unit_test(a_reader_is_told_what_is_seen),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
