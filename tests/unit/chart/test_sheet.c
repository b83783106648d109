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
#include "multiples.h"
#include "sheet.h"
#include "text.h"

static double odd_value(void) {
    static const double odd[] = {0, -0.0, 1, -1, 100, 1e15, -1e15, 1e300, NAN, INFINITY, -INFINITY, 1e-12, 84.1};
    return random_below(3) == 0 ? odd[random_below(13)] : (double)random_below(1000) / 10 - 20;
}

static const char *odd_words(void) {
    static const char *const words[] = {
        NULL,
        "",
        "Apr-17",
        "Year to date",
        "\u2264 5 \u25b2 \u0175",
        "\xff\xfe bad",
        "\xf0\x9f\x98\x80",
        "a\nb\tc",
        "A name that is a good deal longer than any chart would ever have room for, and then some more"};
    return words[random_below(9)];
}

static struct chart_series odd_series(size_t count) {
    struct chart_series series = {.name = odd_words(),
                                  .end_label = odd_words(),
                                  .mark = (enum chart_mark)random_below(MARK_COUNT),
                                  .marker = (enum chart_marker)random_below(5),
                                  .dash = (enum chart_dash)random_below(DASH_COUNT),
                                  .fill = (enum chart_fill)random_below(FILL_COUNT),
                                  .colour = (enum colour)random_below(COLOUR_COUNT),
                                  .second_axis = random_below(4) == 0,
                                  .headline = random_below(3) == 0};
    uint32_t density = random_below(5);
    series.points = arena_new_array(arena, count, struct chart_point);
    for (size_t i = 0; i < count; i++)
        series.points[i] = (struct chart_point){
            .present = random_below(4) < density, .value = odd_value(), .printed = odd_words(), .said = odd_words()};
    return series;
}

static const struct chart_spc *odd_control(size_t count) {
    struct chart_spc *spc = arena_new(arena, struct chart_spc);
    enum spc_class *classes = arena_new_array(arena, count, enum spc_class);
    enum spc_rule *rules = arena_new_array(arena, count, enum spc_rule);
    for (size_t i = 0; i < count; i++) {
        classes[i] = (enum spc_class)random_below(SPC_CLASS_COUNT);
        rules[i] = (enum spc_rule)random_below(SPC_RULE_COUNT);
    }
    spc->classes = classes;
    spc->rules = rules;
    spc->trial = random_below(2) == 0;
    spc->assurance = (enum spc_assurance)random_below(SPC_ASSURANCE_COUNT);
    return spc;
}

static void add_rebases(struct chart *chart, size_t count) {
    chart->rebases = arena_new_array(arena, 3, struct chart_rebase);
    for (size_t category = 0; category < count && chart->rebase_count < random_below(4);
         category += 1 + random_below(20))
        chart->rebases[chart->rebase_count++] = (struct chart_rebase){.category = category, .label = odd_words()};
}

static double finite_value(void) {
    double value = odd_value();
    return isfinite(value) ? value : 3;
}

static const char *some_words(void) {
    const char *words = odd_words();
    return words == NULL ? "Northby" : words;
}

static struct standings odd_standings(void) {
    static const double sizes[] = {0, 1e-12, 1, 12, 3035, 1e15, 1e30};
    struct standings standings = {.unit.is = (enum unit)random_below(UNIT_COUNT_OF_UNITS),
                                  .title = some_words(),
                                  .value_title = some_words(),
                                  .size_title = some_words(),
                                  .members_name = odd_words(),
                                  .own_name = odd_words(),
                                  .own_rank = odd_words(),
                                  .median_printed = some_words(),
                                  .median_said = some_words(),
                                  .polarity = (enum polarity)random_below(POLARITY_COUNT),
                                  .decimals = (int)random_below(4),
                                  .own = STANDINGS_NONE};
    standings.count = random_below(8) == 0 ? 343 : random_below(40);
    standings.marks = arena_new_array(arena, standings.count, struct standing);
    bool alike = random_below(5) == 0;
    for (size_t i = 0; i < standings.count; i++)
        standings.marks[i] = (struct standing){.name = some_words(),
                                               .whose = random_below(4) == 0 ? WHOSE_MEMBER : WHOSE_OTHER,
                                               .value = alike ? 5 : finite_value(),
                                               .printed = some_words(),
                                               .said = some_words(),
                                               .rank = random_below(2) * (i + 1),
                                               .size = sizes[random_below(7)],
                                               .size_printed = some_words(),
                                               .place = (enum funnel_place)random_below(FUNNEL_PLACE_COUNT)};
    if (standings.count > 0 && random_below(5) > 0) {
        standings.own = (int)random_below((uint32_t)standings.count);
        standings.marks[standings.own].whose = WHOSE_OWN;
    }
    standings.q25 = finite_value();
    standings.median = finite_value();
    standings.q75 = finite_value();
    standings.average =
        (struct standings_level){some_words(), finite_value(), some_words(), some_words(), STANDINGS_NONE};
    standings.level_count = random_below(4);
    standings.levels = arena_new_array(arena, 4, struct standings_level);
    for (size_t i = 0; i < standings.level_count; i++)
        standings.levels[i] =
            (struct standings_level){some_words(), finite_value(), some_words(), some_words(), STANDINGS_NONE};
    if (random_below(3) > 0) {
        standings.limits = arena_new(arena, struct standings_limits);
        *standings.limits = (struct standings_limits){{.proportion = random_below(2) == 0,
                                                       .average = random_below(120),
                                                       .per = random_below(2) == 0 ? 100 : 10000},
                                                      1};
    }
    return standings;
}

static const struct multiples *odd_multiples(size_t categories) {
    struct multiples *multiples = arena_new(arena, struct multiples);
    multiples->series_each = 1 + random_below(3);
    multiples->count = random_below(45);
    multiples->list = arena_new_array(arena, multiples->count, struct multiple);
    multiples->sets = arena_new_array(arena, multiples->count + 1, struct multiple_set);
    struct chart_series *series =
        arena_new_array(arena, multiples->count * multiples->series_each, struct chart_series);
    for (size_t i = 0; i < multiples->count * multiples->series_each; i++)
        series[i] = odd_series(categories);
    for (size_t i = 0; i < multiples->count; i++) {
        struct chart_series *own = &series[i * multiples->series_each];
        size_t last = 0;
        bool any = own->points != NULL && point_last(own, 0, categories, &last);
        multiples->list[i] = (struct multiple){.title = some_words(),
                                               .series = own,
                                               .own = random_below(9) == 0,
                                               .latest = last,
                                               .symbol = any ? NULL : "[x]",
                                               .judged = any && random_below(2) == 0,
                                               .band = (enum band_colour)random_below(BAND_COUNT),
                                               .rank = odd_words()};
        if (i == 0 || random_below(9) == 0)
            multiples->sets[multiples->set_count++] =
                (struct multiple_set){.unit.is = (enum unit)random_below(UNIT_COUNT_OF_UNITS), .first = i};
        multiples->sets[multiples->set_count - 1].count++;
    }
    return multiples;
}

static struct chart odd_chart(void) {
    struct chart chart = {.words = english(arena),
                          .calendar = calendar_usual,
                          .subject = odd_words(),
                          .kind = (enum chart_kind)random_below(CHART_KIND_COUNT),
                          .unit.is = (enum unit)random_below(UNIT_COUNT_OF_UNITS),
                          .second_unit.is = UNIT_PERCENT};
    chart.decimals = (int)random_below(4);
    chart.from_zero = random_below(2) == 0;
    chart.category_count = random_below(20) == 0 ? 400 : random_below(30);
    chart.categories = arena_new_array(arena, chart.category_count, struct chart_category);
    for (size_t i = 0; i < chart.category_count; i++)
        chart.categories[i] = (struct chart_category){.label = odd_words(),
                                                      .long_label = odd_words(),
                                                      .bracket = i % 12 < 6 ? NULL : odd_words(),
                                                      .future = i > 20,
                                                      .gap_reason = odd_words(),
                                                      .gap_status = (enum status)random_below(STATUS_COUNT),
                                                      .period = 24000 + (int)i};
    chart.group_count = random_below(5);
    for (size_t i = 0, first = 0; i < chart.group_count; i++) {
        size_t count = random_below((uint32_t)(chart.category_count - first + 1));
        chart.groups[i] = (struct chart_group){.title = odd_words(),
                                               .first = first,
                                               .count = count,
                                               .kind = (enum chart_group_kind)random_below(4),
                                               .apart = random_below(3) == 0};
        first += count;
    }
    chart.series_count = random_below(7);
    chart.series = arena_new_array(arena, chart.series_count, struct chart_series);
    for (size_t s = 0; s < chart.series_count; s++)
        chart.series[s] = odd_series(chart.category_count);
    if (chart_traits[chart.kind].spc)
        chart.spc = odd_control(chart.category_count);
    if (chart.kind == CHART_CONTROL || chart.kind == CHART_SPARK)
        add_rebases(&chart, chart.category_count);
    if (chart_traits[chart.kind].multiple) {
        chart.multiples = odd_multiples(chart.category_count);
        chart.series_count = 0;
    }
    if (!chart_traits[chart.kind].compares)
        return chart;
    chart.standings_count = 1 + random_below(3);
    struct standings *standings = arena_new_array(arena, chart.standings_count, struct standings);
    for (size_t i = 0; i < chart.standings_count; i++)
        standings[i] = odd_standings();
    chart.standings = standings;
    return chart;
}

static void tell_drawing(struct text *text, const struct drawing *drawing) {
    for (size_t i = 0; i < drawing->path_count; i++) {
        const struct drawn_path *path = &drawing->paths[i];
        assert_true(path->outline.count > 0 && (path->filled || path->stroked));
        text_printf(text, "%d %d %a\n", path->filled, path->stroked, path->line.weight_pt);
        for (size_t s = 0; s < path->outline.count; s++)
            text_printf(text, "%d %a %a\n", path->outline.steps[s].kind, path->outline.steps[s].x,
                        path->outline.steps[s].y);
    }
}

static void draw_odd(struct text *drawn, int count) {
    static const double sides[] = {495.28, 184, 60, 371, 20, 1, 0, -5, NAN, 20000};
    struct chart_sheet *sheet = chart_sheet_create(arena, &theme_default, &fonts, &diag);
    for (int i = 0; i < count; i++) {
        struct chart chart = odd_chart();
        double width = sides[random_below(i % 3 == 0 ? 10 : 4)], height = sides[random_below(i % 3 == 0 ? 10 : 2)];
        struct drawing drawing = chart_draw(sheet, &chart, width, height);
        assert_non_null(chart_describe(arena, &chart));
        assert_true(drawing.width_pt >= 1 && drawing.height_pt <= 14400);
        tell_drawing(drawn, &drawing);
    }
    struct drawing_sheet out;
    assert_true(chart_sheet_finish(sheet, &out));
    assert_null(out.bytes); /* no pictures */
    chart_sheet_destroy(sheet);
    assert_int_equal(diag.system, 0);
}

static void odd_charts_are_drawn_without_fault(void **state) {
    (void)state;
    struct text drawn = {0};
    draw_odd(&drawn, 1500);
    assert_true(drawn.length > 0);
    text_free(&drawn);
}

static void the_same_charts_give_the_same_paths(void **state) {
    (void)state;
    struct text first = {0}, second = {0};
    draw_odd(&first, 20);
    random_state = drawing_seed;
    draw_odd(&second, 20);
    assert_string_equal(text_string(&first), text_string(&second));
    text_free(&first);
    text_free(&second);
}

/* A chart in larger type is one in the usual type on a smaller page, drawn larger. */
static void large_type_enlarges_a_chart(void **state) {
    (void)state;
    struct chart_category categories[2] = {{.label = "Jun"}, {.label = "Jul"}};
    struct chart_point points[2] = {{.present = true, .value = 40}, {.present = true, .value = 60}};
    struct chart_series series = {.name = "Visits", .mark = MARK_COLUMN, .headline = true, .points = points};
    struct chart chart = {.kind = CHART_COLUMN,
                          .words = english(arena),
                          .categories = categories,
                          .category_count = 2,
                          .series = &series,
                          .series_count = 1};
    struct theme usual = theme_default, large = theme_default;
    for (size_t i = 0; i < STYLE_COUNT; i++) {
        usual.type[i].size_pt *= 8.5 / theme_default.type[STYLE_NOTE].size_pt;
        large.type[i].size_pt = 2 * usual.type[i].size_pt;
    }
    for (size_t i = 0; i < LINE_COUNT; i++)
        large.lines_pt[i] *= 2;
    struct chart_sheet *sheets[] = {chart_sheet_create(arena, &usual, &fonts, &diag),
                                    chart_sheet_create(arena, &large, &fonts, &diag)};
    struct drawing small = chart_draw(sheets[0], &chart, 250, 120), big = chart_draw(sheets[1], &chart, 500, 240);
    assert_true(small.word_count > 2);
    assert_int_equal(small.word_count, big.word_count);
    assert_int_equal(small.path_count, big.path_count);
    for (size_t i = 0; i < small.word_count; i++) {
        assert_float_equal(big.words[i].size_pt, 2 * small.words[i].size_pt, 1e-6);
        assert_float_equal(big.words[i].x, 2 * small.words[i].x, 1e-6);
        assert_float_equal(big.words[i].baseline, 2 * small.words[i].baseline, 1e-6);
    }
    for (size_t i = 0; i < small.path_count; i++) /* cairo keeps 256ths of a point */
        for (size_t k = 0; k < small.paths[i].outline.count; k++)
            assert_float_equal(big.paths[i].outline.steps[k].x, 2 * small.paths[i].outline.steps[k].x, 0.02);
    chart_sheet_destroy(sheets[0]);
    chart_sheet_destroy(sheets[1]);
}

static void a_font_that_cannot_be_read_is_reported(void **state) {
    (void)state;
    struct font_list broken = {.files = {[FACE_TABLE] = {"no-such-font.ttf", {0}}}};
    struct chart_sheet *sheet = chart_sheet_create(arena, &theme_default, &broken, &diag);
    struct chart chart = {.words = english(arena), .category_count = 1, .group_count = 0};
    chart.categories = arena_new(arena, struct chart_category);
    chart_draw(sheet, &chart, 300, 150);
    struct drawing_sheet out;
    assert_false(chart_sheet_finish(sheet, &out));
    assert_null(out.bytes);
    chart_sheet_destroy(sheet);
    assert_int_equal(diag.system, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(odd_charts_are_drawn_without_fault, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_charts_give_the_same_paths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(large_type_enlarges_a_chart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_font_that_cannot_be_read_is_reported, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
