#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "setting.h"

static void test_a_line_has_the_months_of_the_year_and_none_to_come(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    sample_put(&setting.sample, 0, FIELD_VALUE, 2, "20");
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "30");
    add(&setting, FIELD_VALUE);
    const struct chart *chart = make(&setting);
    assert_int_equal(chart->category_count, 12);
    assert_string_equal(chart->categories[0].label, "Apr-18");
    assert_string_equal(chart->categories[0].bracket, "2018/19");
    assert_false(chart->categories[2].future);
    assert_true(chart->categories[3].future);
    assert_string_equal(points(&setting, chart, 0, 0, 4), "20.0 - 30.0 -");
    assert_string_equal(chart->series[0].name, "Measure 1");
    assert_string_equal(chart->series[0].end_label, "June"); /* what it shows the title says */
    assert_int_equal(chart->categories[1].gap_status, STATUS_MISSING);
    assert_string_equal(chart->categories[1].gap_reason, "not available");
    assert_null(chart->categories[0].gap_reason);
    assert_null(chart->categories[3].gap_reason); /* to come */
    assert_int_equal(chart->unit.is, UNIT_PERCENT);
    assert_int_equal(chart->decimals, 1);
    finish(&setting);
}

static void test_the_latest_of_twelve_months_says_so(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "20");
    setting.sample.indicators[0]->covers = COVERS_TWELVE_MONTHS;
    add(&setting, FIELD_VALUE);
    assert_string_equal(make(&setting)->series[0].end_label, "12 months to June");
    finish(&setting);
}

static void test_a_chart_without_figures_has_no_latest_month(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    add(&setting, FIELD_VALUE);
    const struct chart *chart = make(&setting);
    assert_null(chart->series[0].end_label);
    for (size_t i = 0; i < chart->category_count; i++)
        assert_null(chart->categories[i].gap_reason); /* the measure has not begun */
    finish(&setting);
}

static void test_a_chart_without_lines_has_its_target_alone(void **state) {
    struct setting setting = start(CHART_GROUPED);
    (void)state;
    sample_add_target(&setting.sample, 0, (struct target){PERIOD_NONE, PERIOD_NONE, .value = fraction_make(25, 1)});
    sample_put(&setting.sample, 0, FIELD_TARGET, 0, "25");
    setting.asked.target = true;
    const struct chart *chart = make(&setting);
    assert_int_equal(chart->series_count, 1);
    assert_int_equal(chart->series[0].mark, MARK_TARGET);
    assert_string_equal(points(&setting, chart, 0, 1, 2), "- 25.0");
    assert_int_equal(chart->unit.is, UNIT_COUNT);
    finish(&setting);
}

static void test_a_target_that_the_indicator_has_not_is_no_line(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    add(&setting, FIELD_VALUE);
    setting.asked.target = true;
    assert_int_equal(make(&setting)->series_count, 1);
    finish(&setting);
}

/* A rule of bands for the first indicator. */
static void add_bands(struct setting *setting, struct band *bands, size_t count) {
    struct indicator *of = setting->sample.indicators[0];
    of->band_rules = arena_new(setting->sample.arena, struct band_rule);
    of->band_rules[0] = (struct band_rule){.from = PERIOD_NONE, .to = PERIOD_NONE, .bands = bands, .band_count = count};
    of->band_rule_count = 1;
}

static void test_a_target_has_the_sign_of_the_side_on_which_green_lies(void **state) {
    static const struct {
        struct band green;
        const char *printed;
    } cases[] = {{{.colour = BAND_GREEN, .from = {25, 1}}, "≥ 25.0"},
                 {{.colour = BAND_GREEN, .from = {25, 1}, .from_excluded = true}, "> 25.0"},
                 {{.colour = BAND_GREEN, .below = {25, 1}}, "< 25.0"},
                 {{.colour = BAND_GREEN, .below = {25, 1}, .below_included = true}, "≤ 25.0"},
                 {{.colour = BAND_GREEN, .below = {26, 1}}, "25.0"},
                 {{.colour = BAND_RED, .below = {25, 1}}, "25.0"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct setting setting = start(CHART_LINE);
        struct band green = cases[i].green;
        sample_add_target(&setting.sample, 0, (struct target){PERIOD_NONE, PERIOD_NONE, .value = fraction_make(25, 1)});
        sample_put(&setting.sample, 0, FIELD_TARGET, 0, "25");
        add_bands(&setting, &green, 1);
        add(&setting, FIELD_VALUE);
        setting.asked.target = true;
        assert_string_equal(points(&setting, make(&setting), 1, 2, 1), cases[i].printed);
        finish(&setting);
    }
}

/* Green between two bounds is a band where there is no target, for what the indicator is judged by. */
static void test_a_range_is_a_band_from_bound_to_bound(void **state) {
    struct band green = {.colour = BAND_GREEN, .from = fraction_make(16, 1), .below = fraction_make(22, 1)};
    (void)state;
    green.below_included = true;
    struct setting range = start(CHART_LINE), count = start(CHART_LINE), aimed = start(CHART_LINE);
    add(&range, FIELD_VALUE);
    add(&count, FIELD_NUMERATOR);
    add(&aimed, FIELD_VALUE);
    add_bands(&range, &green, 1);
    add_bands(&count, &green, 1);
    add_bands(&aimed, &green, 1);
    sample_add_target(&aimed.sample, 0, (struct target){PERIOD_NONE, PERIOD_NONE, .value = fraction_make(20, 1)});
    sample_put(&aimed.sample, 0, FIELD_TARGET, 0, "20");
    range.asked.target = count.asked.target = aimed.asked.target = true;
    const struct chart *chart = make(&range);
    assert_int_equal(chart->series_count, 2);
    assert_int_equal(chart->series[1].mark, MARK_RANGE);
    assert_string_equal(points(&range, chart, 1, 2, 1), "16 to 22");
    assert_true(chart->series[1].points[2].value == 16 && chart->series[1].points[2].upto == 22);
    assert_int_equal(make(&count)->series_count, 1);
    assert_int_equal(make(&aimed)->series[1].mark, MARK_TARGET);
    finish(&range);
    finish(&count);
    finish(&aimed);
}

/* Of years to date it does, since they run up to it. */
static void test_a_target_of_the_year_has_no_place_among_months(void **state) {
    const struct target target = {PERIOD_NONE, PERIOD_NONE, .value = fraction_make(336, 1), .of_year = true};
    (void)state;
    struct setting months = start(CHART_LINE), to_date = start(CHART_LINE);
    sample_add_target(&months.sample, 0, target);
    sample_put_status(&months.sample, 0, FIELD_TARGET, 0, STATUS_NOT_APPLICABLE);
    sample_add_target(&to_date.sample, 0, target);
    add(&months, FIELD_VALUE);
    add(&to_date, FIELD_YTD_VALUE);
    months.asked.target = to_date.asked.target = true;
    assert_int_equal(make(&months)->series_count, 1);
    const struct chart *chart = make(&to_date);
    assert_int_equal(chart->series_count, 2);
    assert_int_equal(chart->series[1].mark, MARK_TARGET);
    assert_string_equal(points(&to_date, chart, 1, 0, 2), "336.0 336.0");
    finish(&months);
    finish(&to_date);
}

static void test_each_gap_has_the_reason_of_its_data_or_what_its_status_means(void **state) {
    struct setting setting = start(CHART_LINE);
    static const char *const counts[] = {"1", " System change", NULL};
    (void)state;
    setting.sample.indicators[0]->numerator = sample_series(&setting.sample, "n", counts, 3);
    sample_put(&setting.sample, 0, FIELD_VALUE, 2, "20");
    sample_put_status(&setting.sample, 0, FIELD_VALUE, 0, STATUS_SUPPRESSED);
    add(&setting, FIELD_VALUE);
    const struct chart_category *categories = make(&setting)->categories;
    assert_string_equal(categories[1].gap_reason, "System change");
    assert_string_equal(categories[2].gap_reason, "suppressed, so that nobody can be identified");
    assert_int_equal(categories[2].gap_status, STATUS_SUPPRESSED);
    assert_false(category_same_gap(&categories[2], &categories[1]));
    finish(&setting);
}

/* Two that lack a figure for two reasons tell each its own. */
static void test_a_gap_of_two_reasons_is_none_of_the_chart(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    for (size_t measure = 0; measure < 2; measure++) {
        sample_put(&setting.sample, measure, FIELD_VALUE, 2, "20");
        sample_put_status(&setting.sample, measure, FIELD_VALUE, 1, measure == 0 ? STATUS_SUPPRESSED : STATUS_MISSING);
        sample_put_status(&setting.sample, measure, FIELD_VALUE, 0, STATUS_SUPPRESSED);
    }
    add(&setting, FIELD_VALUE);
    add(&setting, FIELD_VALUE)->indicator = setting.sample.indicators[1];
    const struct chart *chart = make(&setting);
    assert_null(chart->categories[1].gap_reason);
    assert_string_equal(chart->series[0].points[1].gap_reason, "suppressed, so that nobody can be identified");
    assert_string_equal(chart->series[1].points[1].gap_reason, "not available");
    assert_string_equal(chart->categories[2].gap_reason, "suppressed, so that nobody can be identified");
    finish(&setting);
}

/* Where another measure goes on beside a gap it is no gap of the chart; what ends before others says when. */
static void test_a_gap_among_measures_is_of_the_one_that_lacks_its_figure(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    for (int month = 0; month < 3; month++)
        sample_put(&setting.sample, 0, FIELD_VALUE, month, "20");
    sample_put_status(&setting.sample, 0, FIELD_VALUE, 1, STATUS_SUPPRESSED);
    sample_put(&setting.sample, 1, FIELD_VALUE, 1, "30");
    add(&setting, FIELD_VALUE);
    add(&setting, FIELD_VALUE)->indicator = setting.sample.indicators[1];
    const struct chart *chart = make(&setting);
    assert_null(chart->categories[1].gap_reason);
    assert_string_equal(chart->series[0].points[1].gap_reason, "suppressed, so that nobody can be identified");
    assert_null(chart->series[0].ended);
    assert_string_equal(chart->series[1].points[2].gap_reason, "not available");
    assert_string_equal(chart->series[1].ended, "May-18");
    finish(&setting);
}

/* Missing before there ever are figures is no gap; missing at the start of the frame, behind an earlier figure, is. */
static void test_a_gap_can_stand_at_the_start_of_the_frame(void **state) {
    (void)state;
    for (int began = 0; began < 2; began++) {
        struct setting setting = start(CHART_LINE);
        if (began)
            sample_put(&setting.sample, 0, FIELD_VALUE, 5, "30");
        sample_put(&setting.sample, 0, FIELD_VALUE, 1, "20");
        add(&setting, FIELD_VALUE);
        const struct chart *chart = make(&setting);
        assert_string_equal(points(&setting, chart, 0, 0, 2), "- 20.0");
        if (began)
            assert_string_equal(chart->categories[0].gap_reason, "not available");
        else
            assert_null(chart->categories[0].gap_reason);
        finish(&setting);
    }
}

static void test_a_share_of_nothing_says_so(void **state) {
    struct setting setting = start(CHART_LINE);
    static const char *const counts[] = {"1", "0", "0"};
    (void)state;
    setting.sample.indicators[0]->numerator = setting.sample.indicators[0]->denominator =
        sample_series(&setting.sample, "n", counts, 3);
    add(&setting, FIELD_VALUE);
    assert_string_equal(make(&setting)->categories[1].gap_reason, "none to count");
    finish(&setting);
}

static void test_lines_are_called_by_what_they_show(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    struct sample *sample = &setting.sample;
    struct series *titled = sample_series(sample, "t", NULL, 0), *bare = sample_series(sample, "bare", NULL, 0);
    titled->title = "Titled";
    sample->indicators[0]->flow = true;
    add(&setting, FIELD_VALUE);
    add(&setting, FIELD_YTD_VALUE);
    add(&setting, FIELD_NUMERATOR);
    add(&setting, FIELD_VALUE)->indicator = sample->indicators[1];
    add_series(&setting, titled);
    add_series(&setting, bare);
    add_series(&setting, bare)->label = "Own";
    static const char *const names[] = {"Measure 1", "Year to date", "Number", "Measure 2", "Titled", "bare", "Own"};
    const struct chart *chart = make(&setting);
    for (size_t i = 0; i < chart->series_count; i++)
        assert_string_equal(chart->series[i].name, names[i]);
    assert_int_equal(chart->series_count, 7);
    finish(&setting);
}

static void test_benchmarks_say_whose_they_are_beside_several_measures(void **state) {
    static const struct {
        bool other;
        const char *title;
    } cases[] = {{false, "Years"}, {true, "Years for \u201cMeasure 1\u201d"}};
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct setting setting = start(CHART_GROUPED);
        struct annual annual = {.year = "2016-17", .value = fraction_make(12, 1)};
        setting.sample.indicators[0]->annuals = &annual;
        setting.sample.indicators[0]->annual_count = 1;
        setting.asked.groups[1] = GROUP_YEARS;
        setting.asked.group_count = 2;
        add(&setting, FIELD_VALUE);
        add(&setting, FIELD_YTD_VALUE)->indicator = cases[i].other ? setting.sample.indicators[1] : NULL;
        const struct chart *chart = make(&setting);
        assert_string_equal(chart->groups[chart->group_count - 1].title, cases[i].title);
        finish(&setting);
    }
}

static void test_the_subject_is_the_title_where_the_first_axis_shows_others(void **state) {
    (void)state;
    static const struct {
        const char *title;
        bool other, second;
        const char *subject;
    } cases[] = {{"Own title", true, false, "Own title"},
                 {NULL, true, false, "Measure 1"},
                 {"Own title", false, false, "Measure 1"},
                 {"Own title", true, true, "Measure 1"}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct setting setting = start(CHART_LINE);
        add(&setting, FIELD_VALUE);
        struct chart_line *line = add(&setting, FIELD_VALUE);
        line->indicator = cases[i].other ? setting.sample.indicators[1] : NULL;
        line->second_axis = cases[i].second;
        setting.title = cases[i].title;
        assert_string_equal(make(&setting)->subject, cases[i].subject);
        finish(&setting);
    }
}

static void test_a_raw_column_has_its_numbers_up_to_the_month_alone(void **state) {
    struct setting setting = start(CHART_COLUMN);
    static const char *const numbers[] = {"1200", NULL, "3", "4", "5"};
    (void)state;
    struct series *series = sample_series(&setting.sample, "n", numbers, 5);
    series->first = month_in(2018, 4);
    add_series(&setting, series)->mark = MARK_COLUMN;
    setting.asked.groups[1] = GROUP_TO_DATE;
    setting.asked.group_count = 2;
    const struct chart *chart = make(&setting);
    assert_string_equal(points(&setting, chart, 0, 0, 5), "1,200 - 3 - -");
    assert_int_equal(chart->group_count, 1); /* it has no year to date */
    assert_int_equal(chart->unit.is, UNIT_COUNT);
    finish(&setting);
}

static void test_groups_stand_in_their_order_with_what_is_known_of_each(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    struct sample *sample = &setting.sample;
    struct annual annuals[] = {{.year = "2015-16", .value = fraction_make(15, 1)},
                               {.year = "2016-17", .status = STATUS_MISSING},
                               {.year = "2017-18", .value = fraction_make(17, 1)}};
    sample->indicators[0]->annuals = annuals;
    sample->indicators[0]->annual_count = 3;
    sample->indicators[0]->flow = true;
    sample_put(sample, 0, FIELD_VALUE, 0, "30");
    sample_put(sample, 0, FIELD_YTD_VALUE, 0, "29");
    sample_add_comparator(sample, (struct comparator){.id = "england", .title = "England", .short_title = "Eng"});
    sample_add_comparator(sample, (struct comparator){.id = "none", .title = "None", .short_title = "None"});
    sample_add_comparator(sample, (struct comparator){.id = "own", .title = "Own", .short_title = "Own", .own = true});
    static const char *const names[] = {"england", "own"};
    for (size_t i = 0; i < 2; i++)
        sample_add_benchmark(sample, 0,
                             (struct benchmark){.name = names[i], .year = "2016-17", .value = fraction_make(26, 1)});
    add(&setting, FIELD_VALUE);
    add(&setting, FIELD_CHANGE_PREVIOUS); /* has neither a year to date nor a past */
    setting.asked.extent = (struct extent){.periods = 2};
    setting.asked.group_count = 4;
    setting.asked.groups[0] = GROUP_YEARS;
    setting.asked.groups[1] = GROUP_PERIODS;
    setting.asked.groups[2] = GROUP_TO_DATE;
    setting.asked.groups[3] = GROUP_BENCHMARKS;
    const struct chart *chart = make(&setting);
    static const char *const labels[] = {"2015/16", "2017/18", "May", "Jun", "2018/19", "Eng"};
    assert_int_equal(chart->category_count, 6);
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(chart->categories[i].label, labels[i]);
    assert_string_equal(points(&setting, chart, 0, 0, 6), "15.0 17.0 - 30.0 29.0 26");
    assert_string_equal(points(&setting, chart, 1, 0, 6), "- - - - - -");
    assert_string_equal(chart->categories[3].bracket, "2018");
    assert_string_equal(chart->groups[3].title, "Benchmarks 2016/17");
    assert_string_equal(chart->series[0].end_label, ""); /* between groups the figure alone has room */
    finish(&setting);
}

/* The title of a group of two comparators with these years. */
static const char *benchmarks_title(struct setting *setting, const char *first, const char *second) {
    struct sample *sample = &setting->sample;
    const char *const years[] = {first, second}, *const ids[] = {"england", "sn"};
    for (size_t i = 0; i < 2; i++) {
        sample_add_comparator(sample, (struct comparator){.id = ids[i], .title = ids[i], .short_title = ids[i]});
        sample_add_benchmark(sample, 0,
                             (struct benchmark){.name = ids[i], .year = years[i], .value = fraction_make(26, 1)});
    }
    setting->asked.groups[0] = GROUP_BENCHMARKS;
    add(setting, FIELD_VALUE);
    return make(setting)->groups[0].title;
}

static void test_benchmarks_of_one_year_share_it_in_their_title(void **state) {
    (void)state;
    static const struct {
        const char *first, *second, *title;
    } cases[] = {{"2016-17", "2016-17", "Benchmarks 2016/17"},
                 {"2016-17", "2017-18", "Benchmarks"},
                 {"2016-17", "latest", "Benchmarks"}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct setting setting = start(CHART_LINE);
        assert_string_equal(benchmarks_title(&setting, cases[i].first, cases[i].second), cases[i].title);
        finish(&setting);
    }
}

/* Two comparators and the place itself, in two years each. */
static void add_benchmarks(struct sample *sample) {
    static const struct comparator comparators[] = {{.id = "england", .title = "England", .short_title = "Eng"},
                                                    {.id = "sn", .title = "Neighbours", .short_title = "SN"},
                                                    {.id = "own", .title = "Own", .short_title = "Town", .own = true}};
    for (size_t i = 0; i < 3; i++)
        sample_add_comparator(sample, comparators[i]);
    static const struct {
        const char *name, *year, *value;
    } figures[] = {{"england", "2015-16", "24.1"},
                   {"own", "2015-16", "21.5"},
                   {"england", "2016-17", "26.5"},
                   {"own", "2016-17", "22.5"}};
    for (size_t i = 0; i < 4; i++)
        sample_add_benchmark(sample, 0,
                             (struct benchmark){.name = figures[i].name,
                                                .year = figures[i].year,
                                                .value = sample_number(figures[i].value)});
}

static void test_years_of_comparators_are_a_line_each(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    add_benchmarks(&setting.sample);
    sample_add_benchmark(&setting.sample, 0,
                         (struct benchmark){.name = "sn", .year = "2016-17", .status = STATUS_NOT_APPLICABLE});
    add(&setting, FIELD_VALUE);
    setting.asked.benchmarks = BENCHMARKS_YEARS;
    const struct chart *chart = make(&setting);
    assert_string_equal(chart->groups[0].title, "Years, benchmarks");
    assert_int_equal(chart->groups[0].count, 2);
    assert_int_equal(chart->series_count, 3); /* a comparator without a figure has none */
    assert_string_equal(chart->series[1].name, "Eng");
    assert_string_equal(points(&setting, chart, 1, 0, 3), "24.1 26.5 -");
    assert_string_equal(chart->series[2].name, "Town");
    assert_int_equal(chart->series[2].colour, chart->series[0].colour);
    assert_int_not_equal(chart->series[1].colour, chart->series[0].colour);
    assert_string_equal(points(&setting, chart, 0, 0, 2), "- -");
    finish(&setting);
}

static void test_the_latest_figures_of_comparators_are_levels_over_what_is_the_places_own(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    add_benchmarks(&setting.sample);
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "30");
    add(&setting, FIELD_VALUE);
    setting.asked.benchmarks = BENCHMARKS_LINES;
    setting.asked.groups[1] = GROUP_BENCHMARKS;
    setting.asked.group_count = 2;
    const struct chart *chart = make(&setting);
    assert_int_equal(chart->category_count, 13);
    assert_int_equal(chart->series_count, 2); /* not the place itself, nor who has no figure */
    assert_int_equal(chart->series[1].mark, MARK_LEVEL);
    assert_string_equal(chart->series[1].name, "Eng 2016/17");
    assert_string_equal(points(&setting, chart, 1, 10, 3), "26.5 26.5 -");
    finish(&setting);
}

static void test_references_are_levels_named_by_their_author_or_their_comparator(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    add_benchmarks(&setting.sample);
    add(&setting, FIELD_VALUE);
    setting.references[0] = (struct chart_reference){.comparator = &setting.sample.catalogue->comparators[0]};
    setting.references[1] = (struct chart_reference){.value = fraction_make(55, 2), .label = "Last year"};
    setting.asked.reference_count = 2;
    const struct chart *chart = make(&setting);
    assert_int_equal(chart->series_count, 3);
    assert_string_equal(chart->series[1].name, "Eng");
    assert_string_equal(points(&setting, chart, 1, 0, 1), "26.5");
    assert_string_equal(chart->series[2].name, "Last year");
    assert_string_equal(points(&setting, chart, 2, 0, 1), "27.5");
    finish(&setting);
}

static void test_a_level_without_a_figure_is_not_drawn(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    sample_add_comparator(&setting.sample, (struct comparator){.id = "england", .title = "E", .short_title = "E"});
    add(&setting, FIELD_VALUE);
    setting.references[0] = (struct chart_reference){.comparator = &setting.sample.catalogue->comparators[0]};
    setting.asked.reference_count = 1;
    assert_int_equal(make(&setting)->series_count, 1);
    finish(&setting);
}

static void test_sets_of_columns_differ_in_their_fill_and_those_of_an_axis_alone(void **state) {
    struct setting setting = start(CHART_GROUPED);
    (void)state;
    for (int i = 0; i < 4; i++) {
        struct chart_line *line = add(&setting, FIELD_VALUE);
        line->indicator = setting.sample.indicators[i % 3];
        line->mark = i == 1 ? MARK_LINE : MARK_COLUMN;
        line->second_axis = i == 2;
    }
    const struct chart *chart = make(&setting);
    assert_int_not_equal(chart->series[0].fill, chart->series[3].fill);
    assert_true(chart->series[0].headline && chart->series[3].headline);
    assert_false(chart->series[1].headline || chart->series[2].headline);
    assert_null(chart->series[0].end_label); /* they are told from one another by name */
    finish(&setting);
}

static void test_a_stack_with_a_part_missing_is_not_drawn(void **state) {
    (void)state;
    for (int shares = 0; shares < 2; shares++) {
        struct setting setting = start(shares ? CHART_SHARES : CHART_STACKED);
        static const char *const one[] = {"1", "1"}, *const three[] = {NULL, "3"}, *const line[] = {"7", "7"};
        add_series(&setting, sample_series(&setting.sample, "one", one, 2))->mark = MARK_COLUMN;
        add_series(&setting, sample_series(&setting.sample, "three", three, 2))->mark = MARK_COLUMN;
        add_series(&setting, sample_series(&setting.sample, "line", line, 2))->mark = MARK_LINE;
        const struct chart *chart = make(&setting);
        assert_string_equal(points(&setting, chart, 0, 1, 2), shares ? "- 25" : "- 1");
        assert_string_equal(points(&setting, chart, 1, 1, 2), shares ? "- 75" : "- 3");
        assert_string_equal(points(&setting, chart, 2, 1, 2), "7 7"); /* a line is no part of it */
        assert_int_equal(chart->unit.is, shares ? UNIT_PERCENT : UNIT_COUNT);
        finish(&setting);
    }
}

static void test_bars_are_the_month_of_each_line(void **state) {
    struct setting setting = start(CHART_BARS);
    (void)state;
    for (size_t i = 0; i < 3; i++)
        add(&setting, FIELD_VALUE)->indicator = setting.sample.indicators[i];
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "10");
    sample_put(&setting.sample, 1, FIELD_VALUE, 1, "20");
    sample_put(&setting.sample, 2, FIELD_VALUE, 0, "30");
    const struct chart *chart = make(&setting);
    assert_int_equal(chart->series_count, 1);
    assert_string_equal(chart->categories[2].label, "Measure 3");
    assert_string_equal(points(&setting, chart, 0, 0, 3), "10.0 - 30.0");
    assert_null(chart->series[0].points[0].gap_reason);
    assert_string_equal(chart->series[0].points[1].gap_reason, "not available");
    finish(&setting);
}

/* They are sums of a month each, and of no year beside months: 5 is a sixth as long as 30. */
static void test_bars_of_sums_share_the_scale_that_is_drawn(void **state) {
    struct setting setting = start(CHART_BARS);
    struct scale scale;
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct indicator *indicator = setting.sample.indicators[i];
        indicator->measure = MEASURE_VALUE;
        indicator->unit = UNIT_COUNT;
        indicator->flow = true;
        add(&setting, FIELD_VALUE)->indicator = indicator;
        sample_put(&setting.sample, i, FIELD_VALUE, 0, i == 0 ? "5" : "30");
    }
    const struct chart *chart = make(&setting);
    assert_false(chart->groups[0].apart);
    assert_true(chart_scale(chart, CHART_AXIS_FIRST, 3, 5, &scale));
    assert_float_equal(scale_part(&scale, 5) * 6, scale_part(&scale, 30), 1e-9);
    finish(&setting);
}

static void test_there_are_no_more_series_than_a_chart_can_hold(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    for (int i = 0; i <= CHART_SERIES_MAX; i++)
        add(&setting, FIELD_VALUE);
    add_benchmarks(&setting.sample);
    sample_add_target(&setting.sample, 0, (struct target){PERIOD_NONE, PERIOD_NONE, .value = fraction_make(25, 1)});
    setting.references[0] = (struct chart_reference){.value = fraction_make(55, 2), .label = "Last year"};
    setting.asked.reference_count = 1;
    setting.asked.target = true;
    setting.asked.benchmarks = BENCHMARKS_YEARS;
    const struct chart *chart = make(&setting);
    assert_int_equal(chart->series_count, CHART_SERIES_MAX);
    assert_int_equal(chart->series[CHART_SERIES_MAX - 1].mark, MARK_LINE);
    finish(&setting);
}

static void test_there_are_no_more_past_years_than_an_axis_can_hold(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    struct annual annuals[CHART_YEARS_MAX + 4];
    for (int i = 0; i < CHART_YEARS_MAX + 4; i++)
        annuals[i] = (struct annual){.year = calendar_year_name(setting.sample.arena, calendar_usual, 1990 + i),
                                     .value = fraction_make(i, 1)};
    setting.sample.indicators[0]->annuals = annuals;
    setting.sample.indicators[0]->annual_count = CHART_YEARS_MAX + 4;
    add(&setting, FIELD_VALUE);
    add(&setting, FIELD_VALUE); /* has the same years */
    setting.asked.groups[0] = GROUP_YEARS;
    assert_int_equal(make(&setting)->category_count, CHART_YEARS_MAX);
    finish(&setting);
}

static bool starts_anew(const struct chart *chart, size_t series, int month) {
    return chart->series[series].points[month].anew;
}

static void test_a_year_to_date_starts_again_and_nothing_else_does(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    setting.sample.indicators[0]->flow = true;
    setting.sample.indicators[1]->restarts = true; /* its data are years to date */
    setting.asked.extent.years = 2;
    add(&setting, FIELD_VALUE);
    add(&setting, FIELD_YTD_VALUE);
    add(&setting, FIELD_ROLLING_12_VALUE);
    add(&setting, FIELD_VALUE)->indicator = setting.sample.indicators[1];
    const struct chart *chart = make(&setting);
    for (int month = 0; month < 24; month++) {
        assert_false(starts_anew(chart, 0, month) || starts_anew(chart, 2, month));
        assert_int_equal(starts_anew(chart, 1, month), month == 12); /* April 2018 */
        assert_int_equal(starts_anew(chart, 3, month), month == 12);
    }
    finish(&setting);
}

static void test_years_of_sums_stand_apart_and_years_of_shares_do_not(void **state) {
    (void)state;
    static const struct {
        enum measure measure;
        enum unit unit;
        bool flow, apart;
    } cases[] = {{MEASURE_VALUE, UNIT_COUNT, true, true},
                 {MEASURE_VALUE, UNIT_COUNT, false, false}, /* as many at the end of the year */
                 {MEASURE_VALUE, UNIT_MONEY, true, true},
                 {MEASURE_RATIO, UNIT_PERCENT, true, false},
                 {MEASURE_RATE, UNIT_RATE, true, false}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct setting setting = start(CHART_COLUMN);
        struct indicator *indicator = setting.sample.indicators[0];
        struct annual annual = {.year = "2017/18", .value = fraction_make(40, 1)};
        indicator->measure = cases[i].measure;
        indicator->unit = cases[i].unit;
        indicator->flow = cases[i].flow;
        indicator->annuals = &annual;
        indicator->annual_count = 1;
        add(&setting, FIELD_VALUE)->mark = MARK_COLUMN;
        setting.asked.groups[1] = GROUP_YEARS;
        setting.asked.group_count = 2;
        const struct chart *chart = make(&setting);
        assert_int_equal(chart->group_count, 2);
        assert_false(chart->groups[0].apart);
        assert_int_equal(chart->groups[1].apart, cases[i].apart);
        finish(&setting);
    }
}

static void test_a_year_can_start_in_any_month(void **state) {
    struct setting setting = start(CHART_LINE);
    (void)state;
    setting.sample.catalogue->calendar.year_start = 10;
    setting.sample.indicators[0]->flow = true;
    setting.asked.extent = (struct extent){.periods = 12};
    add(&setting, FIELD_YTD_VALUE);
    const struct chart *chart = make(&setting); /* July 2017 to June 2018 */
    for (int month = 0; month < 12; month++)
        assert_int_equal(starts_anew(chart, 0, month), month == 3);
    assert_string_not_equal(chart->categories[2].bracket,
                            chart->categories[3].bracket); /* and so are the months named */
    assert_string_equal(chart->categories[3].bracket, chart->categories[11].bracket);
    finish(&setting);
}

static void test_the_least_span_is_the_catalogues_else_that_of_the_usual_variation(void **state) {
    static const struct {
        const char *figures[3], *asked;
        enum unit unit;
        double span;
        enum chart_kind kind;
    } cases[] = {{{"80", "81", "80"}, NULL, UNIT_PERCENT, 10, CHART_LINE},
                 {{"1.4", "1.5", "1.4"}, NULL, UNIT_PERCENT, 10, CHART_LINE},
                 {{"1.4", "1.5", "1.4"}, NULL, UNIT_PERCENT, 0.75, CHART_SPARK},
                 {{"80", "81", "80"}, NULL, UNIT_PERCENT, 10, CHART_SPARK},
                 {{"80", "81", "80"}, "4", UNIT_PERCENT, 4, CHART_LINE},
                 {{"80", "90", "80"}, NULL, UNIT_PERCENT, 106.4 / 3, CHART_LINE},
                 {{"500", "501", "500"}, NULL, UNIT_COUNT, 100.2, CHART_LINE}};
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct setting setting = start(cases[i].kind);
        setting.sample.indicators[0]->unit = cases[i].unit;
        setting.sample.indicators[0]->least_span =
            cases[i].asked == NULL ? fraction_none() : sample_number(cases[i].asked);
        for (int month = 0; month < 3; month++)
            sample_put(&setting.sample, 0, FIELD_VALUE, month, cases[i].figures[month]);
        add(&setting, FIELD_VALUE);
        double span = make(&setting)->least_span;
        assert_true(span > cases[i].span - 1e-9 && span < cases[i].span + 1e-9);
        finish(&setting);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_line_has_the_months_of_the_year_and_none_to_come),
        cmocka_unit_test(test_the_latest_of_twelve_months_says_so),
        cmocka_unit_test(test_a_chart_without_figures_has_no_latest_month),
        cmocka_unit_test(test_a_chart_without_lines_has_its_target_alone),
        cmocka_unit_test(test_a_target_that_the_indicator_has_not_is_no_line),
        cmocka_unit_test(test_a_target_has_the_sign_of_the_side_on_which_green_lies),
        cmocka_unit_test(test_a_range_is_a_band_from_bound_to_bound),
        cmocka_unit_test(test_a_target_of_the_year_has_no_place_among_months),
        cmocka_unit_test(test_each_gap_has_the_reason_of_its_data_or_what_its_status_means),
        cmocka_unit_test(test_a_gap_among_measures_is_of_the_one_that_lacks_its_figure),
        cmocka_unit_test(test_a_gap_of_two_reasons_is_none_of_the_chart),
        cmocka_unit_test(test_a_gap_can_stand_at_the_start_of_the_frame),
        cmocka_unit_test(test_a_share_of_nothing_says_so),
        cmocka_unit_test(test_lines_are_called_by_what_they_show),
        cmocka_unit_test(test_benchmarks_say_whose_they_are_beside_several_measures),
        cmocka_unit_test(test_the_subject_is_the_title_where_the_first_axis_shows_others),
        cmocka_unit_test(test_a_raw_column_has_its_numbers_up_to_the_month_alone),
        cmocka_unit_test(test_groups_stand_in_their_order_with_what_is_known_of_each),
        cmocka_unit_test(test_benchmarks_of_one_year_share_it_in_their_title),
        cmocka_unit_test(test_years_of_comparators_are_a_line_each),
        cmocka_unit_test(test_the_latest_figures_of_comparators_are_levels_over_what_is_the_places_own),
        cmocka_unit_test(test_references_are_levels_named_by_their_author_or_their_comparator),
        cmocka_unit_test(test_a_level_without_a_figure_is_not_drawn),
        cmocka_unit_test(test_sets_of_columns_differ_in_their_fill_and_those_of_an_axis_alone),
        cmocka_unit_test(test_a_stack_with_a_part_missing_is_not_drawn),
        cmocka_unit_test(test_bars_are_the_month_of_each_line),
        cmocka_unit_test(test_bars_of_sums_share_the_scale_that_is_drawn),
        cmocka_unit_test(test_there_are_no_more_series_than_a_chart_can_hold),
        cmocka_unit_test(test_there_are_no_more_past_years_than_an_axis_can_hold),
        cmocka_unit_test(test_a_year_to_date_starts_again_and_nothing_else_does),
        cmocka_unit_test(test_years_of_sums_stand_apart_and_years_of_shares_do_not),
        cmocka_unit_test(test_a_year_can_start_in_any_month),
        cmocka_unit_test(test_the_least_span_is_the_catalogues_else_that_of_the_usual_variation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
