#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../set/sample.h"
#include "block_setters.h"
#include "scorecard.h"

struct setting {
    struct sample sample;
    struct score_column columns[8];
    struct score_group groups[2];
    struct scorecard card;
    size_t rows;
};

static struct setting start(void) {
    struct setting setting = {
        .sample = sample_create(700), .card = {.text_pt = 8, .least_text_pt = 6, .padding_pt = 4}, .rows = 1};
    static const struct page_spec page = {.title = "Page"};
    composer_start_page(setting.sample.stage.composer, &page);
    return setting;
}

static struct score_column *add(struct setting *setting, enum score_show show) {
    struct score_column *column = &setting->columns[setting->card.column_count++];
    *column = (struct score_column){.show = show, .periods = 1, .decimals = -1, .width = {WIDTH_NATURAL, 0}};
    return column;
}

static struct score_column *add_field(struct setting *setting, enum field field) {
    struct score_column *column = add(setting, SHOW_FIELD);
    column->field = (struct field_name){.source = FROM_FIELD, .field = field};
    return column;
}

static void set(struct setting *setting) {
    struct sample *sample = &setting->sample;
    setting->card.columns = setting->columns;
    setting->card.groups = setting->groups;
    const struct block block = {.kind = BLOCK_SCORECARD,
                                .title = "Scorecard",
                                .selection = sample_selection(sample, setting->rows),
                                .part.scorecard = &setting->card,
                                .pos = {.file = "pack.xml", .line = 3, .column = 1}};
    scorecard_set(sample->stage.composer, &sample->stage.flow, &block);
    assert_int_equal(sample->stage.diag->errors, 0);
}

static void finish(struct setting *setting) {
    arena_destroy(setting->sample.arena);
}

/* The only cell of the only row of a card of one column. */
static const char *only_cell(struct setting *setting) {
    set(setting);
    return sample_row(&setting->sample, 0);
}

static void test_a_row_for_each_indicator_with_what_is_known_of_it(void **state) {
    struct setting setting = start();
    (void)state;
    struct indicator **of = setting.sample.indicators;
    static const struct section section = {.id = "s", .title = "Safety"};
    *of[0] = (struct indicator){.index = 0,
                                .id = "m1",
                                .title = "Long title",
                                .short_title = "Short",
                                .section = &section,
                                .reference = "R1",
                                .unit = UNIT_RATE,
                                .measure = MEASURE_VALUE,
                                .polarity = POLARITY_HIGHER,
                                .stated_polarity = POLARITY_HIGHER,
                                .per = fraction_make(1, 1)};
    of[1]->short_title = NULL;
    of[2]->unit = UNIT_RATE;
    of[2]->per = fraction_make(10000, 1);
    for (enum score_show show = SHOW_REFERENCE; show <= SHOW_PERCENT_MARK; show++)
        add(&setting, show);
    setting.rows = 3;
    set(&setting);
    assert_string_equal(sample_head(&setting.sample, 0), "No. | Measure | Measure | Section | Unit | Good is | %?");
    assert_string_equal(sample_row(&setting.sample, 0), "R1 | Long title | Short | Safety | Rate | High | ");
    assert_string_equal(sample_row(&setting.sample, 1), " | Measure 2 | Measure 2 | [z] | % | Info | P");
    assert_string_equal(sample_row(&setting.sample, 2), " | Measure 3 | Measure 3 | [z] | Per 10,000 | Info | ");
    assert_int_equal(sample_cell(&setting.sample, 0, 1)->role, ROLE_HEADER_CELL); /* the title names the row */
    finish(&setting);
}

static void test_a_run_of_periods_is_a_column_each(void **state) {
    struct setting setting = start();
    (void)state;
    sample_put(&setting.sample, 0, FIELD_VALUE, 1, "20");
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "30");
    sample_put(&setting.sample, 0, FIELD_VALUE, 12, "40");
    add_field(&setting, FIELD_VALUE)->periods = 2;
    add_field(&setting, FIELD_VALUE)->when = (struct score_when){.period = -12};
    add_field(&setting, FIELD_VALUE)->when = (struct score_when){true, month_in(2018, 5)};
    set(&setting);
    assert_string_equal(sample_head(&setting.sample, 0), "May-18 | Jun-18 | Jun-17 | May-18");
    assert_string_equal(sample_row(&setting.sample, 0), "20.0 | 30.0 | 40.0 | 20.0");
    finish(&setting);
}

static void test_headings_are_the_authors_with_their_dates_or_the_usual(void **state) {
    struct setting setting = start();
    (void)state;
    sample_add_comparator(&setting.sample,
                          (struct comparator){.id = "england", .title = "England", .short_title = "England"});
    sample_add_comparator(&setting.sample, (struct comparator){.id = "sn", .title = "Neighbours", .short_title = "SN"});
    static const char *const named[] = {"england", "sn"};
    add_field(&setting, FIELD_CHANGE_PREVIOUS)->heading = "{previous-month} to {month}, {year}";
    add_field(&setting, FIELD_TARGET);
    add_field(&setting, FIELD_VALUE)->field = (struct field_name){.source = FROM_ANNUAL, .parameter = "2016-17"};
    for (size_t i = 0; i < 2; i++)
        add_field(&setting, FIELD_VALUE)->field = (struct field_name){.source = FROM_BENCHMARK, .parameter = named[i]};
    add(&setting, SHOW_ATTRIBUTE)->attribute = "lead";
    add(&setting, SHOW_BAND)->band = BAND_AMBER;
    set(&setting);
    assert_string_equal(sample_head(&setting.sample, 0),
                        "May-18 to Jun-18, 2018/19 | Target | 2016/17 | England | SN | lead | Amber");
    finish(&setting);
}

static void test_what_is_absent_says_what_the_author_asks_for(void **state) {
    (void)state;
    static const struct {
        enum status status;
        const char *absent, *not_applicable, *of_card, *expected;
    } cases[] = {
        {STATUS_MISSING, NULL, NULL, NULL, "[x]"},
        {STATUS_MISSING, "none", "n/a", "all", "none"},
        {STATUS_MISSING, NULL, "n/a", "all", "all"},
        {STATUS_NOT_APPLICABLE, "none", "n/a", "all", "n/a"},
        {STATUS_NOT_APPLICABLE, "none", NULL, "all", "none"},
        {STATUS_SUPPRESSED, "none", "n/a", "all", "[c]"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct setting setting = start();
        sample_put_status(&setting.sample, 0, FIELD_VALUE, 0, cases[i].status);
        struct score_column *column = add_field(&setting, FIELD_VALUE);
        column->absent = cases[i].absent;
        column->not_applicable = cases[i].not_applicable;
        setting.card.absent = cases[i].of_card;
        assert_string_equal(only_cell(&setting), cases[i].expected);
        finish(&setting);
    }
}

static void test_where_the_figure_is_suppressed_its_past_and_changes_are_too(void **state) {
    struct setting setting = start();
    (void)state;
    struct sample *sample = &setting.sample;
    struct annual annuals[] = {{.year = "2016-17", .value = fraction_make(30, 1)}};
    sample->indicators[0]->annuals = annuals;
    sample->indicators[0]->annual_count = 1;
    sample_add_target(sample, 0, (struct target){PERIOD_NONE, PERIOD_NONE, .value = fraction_make(25, 1)});
    sample_add_comparator(sample, (struct comparator){.id = "england", .title = "England"});
    sample_add_benchmark(sample, 0,
                         (struct benchmark){.name = "england", .year = "2016-17", .value = fraction_make(61, 2)});
    sample_put_status(sample, 0, FIELD_VALUE, 0, STATUS_SUPPRESSED);
    sample_put(sample, 0, FIELD_VALUE, 1, "20");
    sample_put(sample, 0, FIELD_CHANGE_PREVIOUS, 0, "5");
    add_field(&setting, FIELD_VALUE)->periods = 2;
    add_field(&setting, FIELD_CHANGE_PREVIOUS);
    add_field(&setting, FIELD_VALUE)->field = (struct field_name){.source = FROM_ANNUAL, .parameter = "2016-17"};
    add_field(&setting, FIELD_TARGET);
    add_field(&setting, FIELD_VALUE)->field = (struct field_name){.source = FROM_BENCHMARK, .parameter = "england"};
    add(&setting, SHOW_SPARKLINE)->periods = 2;
    set(&setting);
    assert_string_equal(sample_row(sample, 0), "[c] | [c] | [c] | [c] | 25.0 | 30.5 | ");
    finish(&setting);
}

static void test_a_target_of_any_period_has_its_number_or_its_word(void **state) {
    struct setting setting = start();
    (void)state;
    struct sample *sample = &setting.sample;
    sample_add_target(sample, 0, (struct target){month_in(2018, 4), month_in(2018, 6), .value = fraction_make(25, 1)});
    sample_add_target(sample, 0, (struct target){month_in(2019, 4), month_in(2020, 3), .words = "TBC"});
    sample_add_target(sample, 0, (struct target){.from = month_in(2020, 4), .to = month_in(2021, 3)});
    static const int periods[] = {2018, 2019, 2020, 2017};
    for (size_t i = 0; i < 4; i++)
        add_field(&setting, FIELD_TARGET)->when = (struct score_when){true, month_in(periods[i], 5)};
    setting.rows = 2;
    set(&setting);
    assert_string_equal(sample_row(sample, 0), "25.0 | TBC | [x] | [x]");
    assert_string_equal(sample_row(sample, 1), "[z] | [z] | [z] | [z]"); /* it never has one */
    finish(&setting);
}

static void test_another_field_stands_for_one_that_the_indicator_has_not(void **state) {
    struct setting setting = start();
    (void)state;
    setting.sample.indicators[1]->flow = true;
    setting.rows = 2;
    for (size_t i = 0; i < 2; i++) {
        sample_put(&setting.sample, i, FIELD_VALUE, 0, "30");
        sample_put(&setting.sample, i, FIELD_YTD_NUMERATOR, 0, "40");
    }
    struct score_column *column = add_field(&setting, FIELD_YTD_NUMERATOR);
    column->has_otherwise = true;
    column->otherwise = FIELD_VALUE;
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "30.0");
    assert_string_equal(sample_row(&setting.sample, 1), "40");
    finish(&setting);
}

/* What stands for a direction in a style; DIRECTION_COUNT: there is none. */
static const char *direction_cell(enum polarity polarity, enum score_icon style, enum direction direction) {
    struct setting setting = start();
    static char said[40];
    setting.sample.indicators[0]->polarity = polarity;
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "30");
    if (direction != DIRECTION_COUNT)
        sample_put_word(&setting.sample, 0, FIELD_DIRECTION_PREVIOUS, 0, (int)direction);
    add_field(&setting, FIELD_DIRECTION_PREVIOUS)->icon = style;
    snprintf(said, sizeof said, "%s", only_cell(&setting));
    finish(&setting);
    return said;
}

static void test_arrows_say_what_their_style_has_for_a_direction(void **state) {
    (void)state;
    assert_string_equal(direction_cell(POLARITY_HIGHER, SCORE_ICON_ARROW, DIRECTION_UP), "better");
    assert_string_equal(direction_cell(POLARITY_HIGHER, SCORE_ICON_TRIANGLE, DIRECTION_DOWN), "not as good");
    assert_string_equal(direction_cell(POLARITY_NONE, SCORE_ICON_ARROW, DIRECTION_UP), "rise");
    assert_string_equal(direction_cell(POLARITY_NONE, SCORE_ICON_TRIANGLE, DIRECTION_UP), "[z]");
    assert_string_equal(direction_cell(POLARITY_HIGHER, SCORE_ICON_ARROW, DIRECTION_NEW), "new");
    assert_string_equal(direction_cell(POLARITY_HIGHER, SCORE_ICON_ARROW, DIRECTION_COUNT), "[x]");
    assert_string_equal(direction_cell(POLARITY_HIGHER, SCORE_ICON_TREND, DIRECTION_COUNT), "not comparable");
}

static void test_no_trend_is_drawn_of_a_suppressed_figure(void **state) {
    struct setting setting = start();
    (void)state;
    sample_put_status(&setting.sample, 0, FIELD_VALUE, 0, STATUS_SUPPRESSED);
    add_field(&setting, FIELD_DIRECTION_PREVIOUS)->icon = SCORE_ICON_TREND;
    assert_string_equal(only_cell(&setting), "[c]");
    finish(&setting);
}

static void test_an_arrow_stands_beside_its_change_where_there_is_one(void **state) {
    struct setting setting = start();
    (void)state;
    struct sample *sample = &setting.sample;
    setting.rows = 3;
    for (size_t i = 0; i < 3; i++) {
        sample_put(sample, i, FIELD_VALUE, 0, "30");
        sample_put(sample, i, FIELD_CHANGE_PREVIOUS, 0, "5");
    }
    sample_put_word(sample, 0, FIELD_DIRECTION_PREVIOUS, 0, DIRECTION_UP);
    sample->indicators[2]->direction.none = true;
    add_field(&setting, FIELD_CHANGE_PREVIOUS)->icon = SCORE_ICON_LINE;
    add_field(&setting, FIELD_CHANGE_PREVIOUS);
    set(&setting);
    assert_string_equal(sample_row(sample, 0), "+5 rise | +5");
    assert_string_equal(sample_row(sample, 1), "+5 | +5");
    assert_string_equal(sample_row(sample, 2), "+5 | +5");
    finish(&setting);
}

static void test_a_target_status_is_an_icon(void **state) {
    struct setting setting = start();
    (void)state;
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "30");
    sample_put_word(&setting.sample, 0, FIELD_TARGET_STATUS, 0, TARGET_MISSING);
    add_field(&setting, FIELD_TARGET_STATUS);
    assert_string_equal(only_cell(&setting),
                        words_get(setting.sample.stage.composer->words, WORD_TARGET_STATUS_MISSING));
    finish(&setting);
}

static void test_ranges_of_a_colour_are_the_printed_words_of_its_bands(void **state) {
    struct setting setting = start();
    (void)state;
    struct sample *sample = &setting.sample;
    struct band bands[] = {{.colour = BAND_RED, .printed = "under 10"},
                           {.colour = BAND_AMBER},
                           {.colour = BAND_RED, .printed = "under 10"},
                           {.colour = BAND_RED, .printed = "over 90"},
                           {.colour = BAND_GREEN, .printed = "20 to 80"}};
    struct band_rule rule = {.from = PERIOD_NONE, .to = PERIOD_NONE, .bands = bands, .band_count = 5};
    sample->indicators[0]->band_rules = &rule;
    sample->indicators[0]->band_rule_count = 1;
    sample_add_target(sample, 1, (struct target){PERIOD_NONE, PERIOD_NONE, .value = fraction_make(25, 1)});
    sample_add_target(sample, 2, (struct target){PERIOD_NONE, PERIOD_NONE, .words = "TBC"});
    static const enum band_colour colours[] = {BAND_RED, BAND_AMBER, BAND_GREEN};
    for (size_t i = 0; i < 3; i++) {
        struct score_column *column = add(&setting, SHOW_BAND);
        column->band = colours[i];
        column->as_printed = true;
    }
    setting.rows = 3;
    set(&setting);
    assert_string_equal(sample_row(sample, 0), "under 10, or over 90 | [z] | 20 to 80");
    assert_string_equal(sample_row(sample, 1), "[z] | [z] | 25.0"); /* without bands green is the target */
    assert_string_equal(sample_row(sample, 2), "[z] | [z] | [z]");
    finish(&setting);
}

static void test_ranges_of_a_colour_are_written_by_signs(void **state) {
    struct setting setting = start();
    (void)state;
    struct sample *sample = &setting.sample;
    const struct fraction none = fraction_none(), low = sample_number("14"), high = sample_number("22.5");
    struct band bands[] = {
        {.colour = BAND_RED, .from = none, .below = low, .printed = "14%>"},
        {.colour = BAND_RED, .from = high, .below = none, .from_excluded = true},
        {.colour = BAND_AMBER, .from = low, .below = sample_number("16")},
        {.colour = BAND_GREEN, .from = sample_number("16"), .below = high, .below_included = true},
    };
    struct band_rule rule = {.from = PERIOD_NONE, .to = PERIOD_NONE, .bands = bands, .band_count = 4};
    sample->indicators[0]->band_rules = &rule;
    sample->indicators[0]->band_rule_count = 1;
    for (int colour = BAND_GREEN; colour <= BAND_RED; colour++)
        add(&setting, SHOW_BAND)->band = (enum band_colour)colour;
    set(&setting);
    assert_string_equal(sample_row(sample, 0), "16 to 22.5 | 14 to <\u00A016 | <\u00A014, or >\u00A022.5");
    finish(&setting);
}

static void test_what_figures_cover_beyond_their_month_stands_below_the_title(void **state) {
    (void)state;
    static const char *const rows[COVERAGE_COUNT] = {
        [COVERS_PERIOD] = "Measure 1",
        [COVERS_PERIOD_END] = "Measure 1",
        [COVERS_YEAR_TO_DATE] = "Measure 1 Year to date",
        [COVERS_TWELVE_MONTHS] = "Measure 1 Rolling 12 months",
    };
    for (int says = 0; says < 2; says++)
        for (int coverage = 0; coverage < COVERAGE_COUNT; coverage++) {
            struct setting setting = start();
            setting.sample.indicators[0]->covers = (enum coverage)coverage;
            setting.card.says_coverage = says;
            add(&setting, SHOW_TITLE);
            assert_string_equal(only_cell(&setting), says ? rows[coverage] : rows[COVERS_PERIOD]);
            finish(&setting);
        }
}

static void test_a_sparkline_is_drawn_once_and_read_where_no_column_says_the_same(void **state) {
    (void)state;
    for (int run = 1; run <= 3; run++) {
        struct setting setting = start();
        sample_put(&setting.sample, 0, FIELD_VALUE, 1, "20");
        add(&setting, SHOW_SPARKLINE)->periods = 2;
        add_field(&setting, FIELD_TARGET);
        add_field(&setting, FIELD_VALUE)->when = (struct score_when){.period = -1};
        add_field(&setting, FIELD_VALUE)->periods = run;
        set(&setting);
        /* where two or more columns show its periods, it only decorates */
        assert_string_equal(sample_text(&setting.sample, sample_cell(&setting.sample, 0, 0)), run < 2 ? "(chart)" : "");
        finish(&setting);
    }
}

/* The height of the only line that is drawn. */
static double spark_height_of(const struct setting *setting) {
    double height = 0;
    for (const struct piece *p = setting->sample.stage.flow.first; p != NULL; p = p->next)
        for (size_t i = 0; i < p->frame_count; i++)
            if (p->frames[i]->kind == FRAME_CHART)
                height = p->frames[i]->height;
    return height;
}

static void test_a_sparkline_without_figures_is_not_drawn(void **state) {
    struct setting setting = start();
    (void)state;
    add(&setting, SHOW_SPARKLINE)->periods = 2;
    sample_put_status(&setting.sample, 1, FIELD_VALUE, 1, STATUS_SUPPRESSED); /* a line could give it away */
    sample_put(&setting.sample, 1, FIELD_VALUE, 0, "20");
    setting.rows = 2;
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "");
    assert_string_equal(sample_row(&setting.sample, 1), "");
    for (const struct piece *p = setting.sample.stage.flow.first; p != NULL; p = p->next)
        for (size_t i = 0; i < p->frame_count; i++)
            assert_int_not_equal(p->frames[i]->kind, FRAME_CHART);
    finish(&setting);
}

/* An indicator's own notes, over two months without a figure. */
static const char *noted_row(struct setting *setting, const char *const *notes, enum status status) {
    struct sample *sample = &setting->sample;
    sample->indicators[0]->numerator = sample_series(sample, "n", notes, 3);
    sample_put(sample, 0, FIELD_VALUE, 0, "20");
    for (int back = 1; back < 3; back++)
        sample_put_status(sample, 0, FIELD_VALUE, back, status);
    add_field(setting, FIELD_VALUE)->periods = 3;
    return only_cell(setting);
}

static void test_neighbours_with_the_same_note_are_one_cell(void **state) {
    static const char *const same[] = {" No return", " No return", "4"}, *const other[] = {" No return", " Late", "4"};
    (void)state;
    struct setting setting = start(), differs = start(), withheld = start();
    assert_string_equal(noted_row(&setting, same, STATUS_MISSING), "No return | 20.0");
    assert_int_equal(sample_cell(&setting.sample, 0, 0)->column_span, 2);
    assert_string_equal(noted_row(&differs, other, STATUS_MISSING), "[x] | [x] | 20.0");
    assert_string_equal(noted_row(&withheld, same, STATUS_SUPPRESSED), "[c] | [c] | 20.0");
    finish(&setting);
    finish(&differs);
    finish(&withheld);
}

static void add_attribute(struct setting *setting, const char *name, const char *value) {
    struct indicator *of = setting->sample.indicators[0];
    arena_append(setting->sample.arena, of->attributes, of->attribute_count, of->attribute_capacity) =
        (struct attribute){.name = name, .value = value};
}

static void test_equal_words_are_drawn_as_one_within_their_group_alone(void **state) {
    struct setting setting = start();
    (void)state;
    add_attribute(&setting, "first", "Annual");
    add_attribute(&setting, "second", "Annual");
    add_attribute(&setting, "third", "Annual");
    add_attribute(&setting, "number", "12");
    static const char *const shown[] = {"first", "second", "third", "number", "number", "none", "none"};
    for (size_t i = 0; i < 7; i++) {
        struct score_column *column = add(&setting, SHOW_ATTRIBUTE);
        column->attribute = shown[i];
        column->merge = true;
    }
    setting.groups[0] = (struct score_group){.heading = "Both", .first = 0, .count = 2};
    setting.card.group_count = 1;
    set(&setting);
    /* figures and our own symbols stay apart */
    assert_string_equal(sample_row(&setting.sample, 0), "Annual | Annual | 12 | 12 | [z] | [z]");
    assert_int_equal(sample_cell(&setting.sample, 0, 0)->column_span, 2);
    assert_int_equal(sample_cell(&setting.sample, 0, 1)->column_span, 1);
    assert_string_equal(sample_head(&setting.sample, 0), "Both | third | number | number | none | none");
    finish(&setting);
}

static void test_values_of_an_attribute_have_words_in_print_and_one_stands_below(void **state) {
    struct setting setting = start();
    (void)state;
    add_attribute(&setting, "frequency", "month_end");
    add_attribute(&setting, "lead", "A. Head");
    struct value_word words[] = {{"month_end", "month end"}};
    struct score_column *column = add(&setting, SHOW_ATTRIBUTE);
    column->attribute = "frequency";
    column->values = (struct value_words){words, 1, 1};
    column->below = "lead";
    assert_string_equal(only_cell(&setting), "month end A. Head");
    finish(&setting);
}

static void test_a_sparkline_is_as_high_as_rows_of_two_lines(void **state) {
    double heights[2];
    (void)state;
    for (int below = 0; below < 2; below++) {
        struct setting setting = start();
        add_attribute(&setting, "lead", "A. Head");
        sample_put(&setting.sample, 0, FIELD_VALUE, 1, "20");
        add(&setting, SHOW_TITLE)->below = below ? "lead" : NULL;
        add(&setting, SHOW_SPARKLINE)->periods = 2;
        set(&setting);
        heights[below] = spark_height_of(&setting);
        finish(&setting);
    }
    assert_true(heights[0] > 0 && heights[1] >= heights[0] + 4);
}

static void test_rows_of_a_section_share_its_label(void **state) {
    struct setting setting = start();
    (void)state;
    static const struct section section = {.id = "s", .title = "Safety"};
    setting.sample.indicators[0]->section = setting.sample.indicators[1]->section = &section;
    setting.card.group = "section";
    setting.rows = 3;
    add(&setting, SHOW_TITLE);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "Safety | Measure 1");
    assert_string_equal(sample_row(&setting.sample, 1), "Measure 2");
    assert_int_equal(sample_cell(&setting.sample, 0, 0)->row_span, 2);
    assert_string_equal(sample_row(&setting.sample, 2), " | Measure 3");
    finish(&setting);
}

static void test_behind_the_fold_the_first_column_stands_again(void **state) {
    (void)state;
    for (int folded = 0; folded < 2; folded++) {
        struct setting setting = start();
        setting.sample.stage.flow.fold_pt = folded ? 40 : 0;
        setting.card.fold = 1;
        add(&setting, SHOW_TITLE);
        add_field(&setting, FIELD_VALUE);
        set(&setting);
        size_t titles = 0;
        for (const struct piece *p = setting.sample.stage.flow.first; p != NULL; p = p->next)
            for (size_t i = 0; i < p->frame_count; i++)
                titles += p->frames[i]->kind == FRAME_TEXT && strcmp(p->frames[i]->u.text.string, "Measure 1") == 0;
        assert_int_equal(titles, folded ? 2 : 1);
        assert_string_equal(sample_row(&setting.sample, 0), "Measure 1 | [x]"); /* it is read once */
        finish(&setting);
    }
}

static void test_figures_of_a_unit_agree_in_their_decimals(void **state) {
    struct setting setting = start();
    (void)state;
    setting.rows = 3;
    setting.sample.indicators[1]->decimals = 2;
    setting.sample.indicators[2]->unit = UNIT_COUNT;
    setting.sample.indicators[2]->decimals = 0;
    for (size_t i = 0; i < 3; i++)
        sample_put(&setting.sample, i, FIELD_VALUE, 0, "21");
    add_field(&setting, FIELD_VALUE);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "21.00");
    assert_string_equal(sample_row(&setting.sample, 1), "21.00");
    assert_string_equal(sample_row(&setting.sample, 2), "21");
    finish(&setting);
}

/* Amber in May, red in June 2018, and no letter before. */
static void put_letters(struct setting *setting) {
    static struct band_rule rule = {.from = PERIOD_NONE, .to = PERIOD_NONE};
    setting->sample.indicators[0]->band_rules = &rule;
    setting->sample.indicators[0]->band_rule_count = 1;
    sample_put_word(&setting->sample, 0, FIELD_RAG, 1, BAND_AMBER);
    sample_put_word(&setting->sample, 0, FIELD_RAG, 0, BAND_RED);
}

static void test_compact_figures_have_their_own_decimals(void **state) {
    static const struct {
        const char *before, *latest, *row;
    } rows[] = {{"3.84", "23.4", "3.8 | 23"},
                {"3.84", "10", "3.8 | 10.0"},
                {"4", "7", "4.0 | 7.0"},
                {"0.3", "23.4", "0.3 | 23"},
                {"0", "23.4", "0 | 23"}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct setting setting = start();
        setting.sample.indicators[0]->format = FORMAT_COMPACT;
        sample_put(&setting.sample, 0, FIELD_VALUE, 1, rows[i].before);
        sample_put(&setting.sample, 0, FIELD_VALUE, 0, rows[i].latest);
        add_field(&setting, FIELD_VALUE)->periods = 2;
        set(&setting);
        assert_string_equal(sample_row(&setting.sample, 0), rows[i].row);
        finish(&setting);
    }
}

/* From 92 as it was published to 92.3, beside a figure of last quarter that is printed whole. */
static void test_compact_figures_have_the_decimal_that_an_arrow_tells_of(void **state) {
    (void)state;
    for (int word = DIRECTION_UP; word <= DIRECTION_LEVEL; word++) {
        struct setting setting = start();
        setting.sample.indicators[0]->format = FORMAT_COMPACT;
        sample_put(&setting.sample, 0, FIELD_VALUE, 2, "23");
        sample_put(&setting.sample, 0, FIELD_VALUE, 1, "92");
        sample_put(&setting.sample, 0, FIELD_VALUE, 0, "92.3");
        sample_put_word(&setting.sample, 0, FIELD_DIRECTION_PREVIOUS, 0, word);
        add_field(&setting, FIELD_VALUE)->periods = 3;
        set(&setting);
        assert_string_equal(sample_row(&setting.sample, 0),
                            word == DIRECTION_LEVEL ? "23 | 92 | 92" : "23 | 92 | 92.3");
        finish(&setting);
    }
}

static void test_whole_percentages_stay_whole_beside_others(void **state) {
    struct setting setting = start();
    (void)state;
    setting.rows = 2;
    setting.sample.indicators[1]->decimals = 0;
    for (size_t i = 0; i < 2; i++)
        sample_put(&setting.sample, i, FIELD_VALUE, 0, "48");
    add_field(&setting, FIELD_VALUE);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "48.0");
    assert_string_equal(sample_row(&setting.sample, 1), "48");
    finish(&setting);
}

static void test_letters_of_the_last_periods_stand_in_a_cell(void **state) {
    struct setting setting = start();
    (void)state;
    put_letters(&setting);
    add(&setting, SHOW_RAG_HISTORY)->periods = 3;
    set(&setting);
    assert_string_equal(sample_head(&setting.sample, 0), "RAG, Apr-18 to Jun-18");
    assert_string_equal(sample_cell(&setting.sample, 0, 0)->first_child->alt,
                        "April 2018 not available, May amber, June 2018 red");
    finish(&setting);
}

static void test_letters_of_a_withheld_figure_are_too_and_without_a_key_there_are_none(void **state) {
    struct setting setting = start();
    (void)state;
    setting.rows = 2;
    put_letters(&setting);
    sample_put_status(&setting.sample, 0, FIELD_VALUE, 0, STATUS_SUPPRESSED);
    add(&setting, SHOW_RAG_HISTORY)->periods = 3;
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "[c]");
    assert_string_equal(sample_row(&setting.sample, 1), "[z]");
    finish(&setting);
}

static void test_a_figure_stands_on_the_colour_of_its_letter_which_is_beside_it(void **state) {
    struct setting setting = start();
    (void)state;
    put_letters(&setting);
    sample_put(&setting.sample, 0, FIELD_VALUE, 2, "20");
    sample_put(&setting.sample, 0, FIELD_VALUE, 1, "21");
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "22");
    struct score_column *column = add_field(&setting, FIELD_VALUE);
    column->periods = 3;
    column->coloured = true;
    assert_string_equal(only_cell(&setting), "20.0 | A 21.0 | R 22.0");
    assert_string_equal(sample_cell(&setting.sample, 0, 1)->first_child->alt, "Amber");
    size_t fills = 0;
    for (const struct piece *piece = setting.sample.stage.flow.first; piece != NULL; piece = piece->next)
        for (size_t i = 0; i < piece->frame_count; i++)
            fills += piece->frames[i]->kind == FRAME_FILL &&
                     (piece->frames[i]->colour == COLOUR_AMBER || piece->frames[i]->colour == COLOUR_RED);
    assert_int_equal(fills, 2);
    finish(&setting);
}

static void test_commentary_stands_in_its_column(void **state) {
    struct setting setting = start();
    (void)state;
    struct rich_run run = {.string = "More referrals."};
    struct rich_paragraph paragraph = {.runs = &run, .run_count = 1};
    struct rich_text rich = {.paragraphs = &paragraph, .count = 1};
    struct commentary commentary = {.indicator = setting.sample.indicators[1], .rich = &rich};
    setting.sample.stage.layout->commentaries = &commentary;
    setting.sample.stage.layout->commentary_count = 1;
    add(&setting, SHOW_TITLE);
    add(&setting, SHOW_COMMENTARY)->width = (struct width){WIDTH_WEIGHT, 1};
    setting.rows = 2;
    set(&setting);
    assert_string_equal(sample_head(&setting.sample, 0), "Measure | Commentary");
    assert_string_equal(sample_row(&setting.sample, 0), "Measure 1 | [x]");
    assert_string_equal(sample_row(&setting.sample, 1), "Measure 2 | More referrals.");
    finish(&setting);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_row_for_each_indicator_with_what_is_known_of_it),
        cmocka_unit_test(test_a_run_of_periods_is_a_column_each),
        cmocka_unit_test(test_headings_are_the_authors_with_their_dates_or_the_usual),
        cmocka_unit_test(test_what_is_absent_says_what_the_author_asks_for),
        cmocka_unit_test(test_where_the_figure_is_suppressed_its_past_and_changes_are_too),
        cmocka_unit_test(test_a_target_of_any_period_has_its_number_or_its_word),
        cmocka_unit_test(test_another_field_stands_for_one_that_the_indicator_has_not),
        cmocka_unit_test(test_arrows_say_what_their_style_has_for_a_direction),
        cmocka_unit_test(test_no_trend_is_drawn_of_a_suppressed_figure),
        cmocka_unit_test(test_an_arrow_stands_beside_its_change_where_there_is_one),
        cmocka_unit_test(test_a_target_status_is_an_icon),
        cmocka_unit_test(test_ranges_of_a_colour_are_the_printed_words_of_its_bands),
        cmocka_unit_test(test_ranges_of_a_colour_are_written_by_signs),
        cmocka_unit_test(test_what_figures_cover_beyond_their_month_stands_below_the_title),
        cmocka_unit_test(test_a_sparkline_is_drawn_once_and_read_where_no_column_says_the_same),
        cmocka_unit_test(test_a_sparkline_is_as_high_as_rows_of_two_lines),
        cmocka_unit_test(test_a_sparkline_without_figures_is_not_drawn),
        cmocka_unit_test(test_neighbours_with_the_same_note_are_one_cell),
        cmocka_unit_test(test_equal_words_are_drawn_as_one_within_their_group_alone),
        cmocka_unit_test(test_values_of_an_attribute_have_words_in_print_and_one_stands_below),
        cmocka_unit_test(test_rows_of_a_section_share_its_label),
        cmocka_unit_test(test_behind_the_fold_the_first_column_stands_again),
        cmocka_unit_test(test_figures_of_a_unit_agree_in_their_decimals),
        cmocka_unit_test(test_compact_figures_have_their_own_decimals),
        cmocka_unit_test(test_compact_figures_have_the_decimal_that_an_arrow_tells_of),
        cmocka_unit_test(test_whole_percentages_stay_whole_beside_others),
        cmocka_unit_test(test_letters_of_the_last_periods_stand_in_a_cell),
        cmocka_unit_test(test_letters_of_a_withheld_figure_are_too_and_without_a_key_there_are_none),
        cmocka_unit_test(test_a_figure_stands_on_the_colour_of_its_letter_which_is_beside_it),
        cmocka_unit_test(test_commentary_stands_in_its_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
