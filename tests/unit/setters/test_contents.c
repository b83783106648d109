#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../set/sample.h"
#include "block_parts.h"
#include "block_setters.h"

enum { PAGES = 5 };

/* A pack of the page of the contents itself, one of each indicator, and one of none. */
struct setting {
    struct sample sample;
    struct page_spec pages[PAGES];
    struct band_rule rule;
    struct contents contents;
    struct selection selection;
};

static void start(struct setting *setting) {
    *setting = (struct setting){.sample = sample_create(600),
                                .rule = {.from = PERIOD_NONE, .to = PERIOD_NONE},
                                .contents = {.extent = {.years = 1}}};
    struct sample *sample = &setting->sample;
    for (size_t i = 0; i < PAGES; i++) {
        bool own = i > 0 && i <= SAMPLE_INDICATORS;
        setting->pages[i] = (struct page_spec){.listed = true, .indicator = own ? sample->indicators[i - 1] : NULL};
    }
    setting->pages[0].title = "Contents";
    setting->pages[4].title = "Notes";
    sample->stage.layout->pages = setting->pages;
    sample->stage.layout->page_count = PAGES;
    composer_start_page(sample->stage.composer, &setting->pages[0]);
    for (size_t i = 0; i < SAMPLE_INDICATORS; i++) {
        sample->indicators[i]->band_rules = &setting->rule;
        sample->indicators[i]->band_rule_count = 1;
    }
}

static void set(struct setting *setting) {
    struct sample *sample = &setting->sample;
    const struct block block = {.kind = BLOCK_CONTENTS,
                                .part.contents = &setting->contents,
                                .selection = setting->selection,
                                .pos = {.file = "pack.xml", .line = 3, .column = 1}};
    contents_set(sample->stage.composer, &sample->stage.flow, &block);
    assert_int_equal(sample->stage.diag->errors, 0);
}

static void finish(struct setting *setting) {
    arena_destroy(setting->sample.arena);
}

static void test_a_row_for_each_page_but_the_contents_and_those_not_listed(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    struct sample *sample = &setting.sample;
    sample->indicators[0]->reference = "Chart 3";
    sample->indicators[1]->reference = "EH";
    sample->indicators[0]->variance = VARIANCE_POINTS; /* else there is no column of variances */
    static const struct target target = {.from = PERIOD_NONE, .to = PERIOD_NONE};
    sample->indicators[0]->targets = (struct target *)&target;
    sample->indicators[0]->target_count = 1;
    sample_put(sample, 0, FIELD_VALUE, 0, "28.27");
    sample_put_word(sample, 0, FIELD_RAG, 0, BAND_AMBER);
    setting.pages[3].listed = false;
    set(&setting);
    assert_string_equal(sample_head(sample, 0), "No. | Measure and period | Figure | Target | Variance | RAG | Page");
    assert_string_equal(sample_row(sample, 0), "Chart 3 | Measure 1 In the month, % | 28.3 | [x] | [x] | A | 0");
    assert_string_equal(sample_row(sample, 1), "EH | Measure 2 In the month, % | [x] | [z] | [z] | [x] | 0");
    assert_string_equal(sample_row(sample, 2), " | Notes |  |  |  |  | 0");
    assert_string_equal(sample_row(sample, 3), "no such row");
    assert_int_equal(sample->stage.composer->reference_count, 6); /* title and number of each lead to its page */
    assert_int_equal(sample->stage.composer->references[5].spec, 4);
    finish(&setting);
}

static void test_references_keep_all_but_the_word_that_heads_them(void **state) {
    static const char *const references[][4] = {{"Chart 3", "Chart 4", "Chart | ", "3 | "},
                                                {"CORP 09", "CORP 10", "No. | ", "CORP 09 | "},
                                                {"09", NULL, "No. | ", "09 | "},
                                                {NULL, NULL, "Measure and ", "Measure 1 "}};
    (void)state;
    for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
        struct setting setting;
        start(&setting);
        setting.sample.indicators[0]->reference = references[i][0];
        setting.sample.indicators[1]->reference = references[i][1];
        set(&setting);
        const char *head = sample_head(&setting.sample, 0), *row = sample_row(&setting.sample, 0);
        assert_memory_equal(head, references[i][2], strlen(references[i][2]));
        assert_memory_equal(row, references[i][3], strlen(references[i][3]));
        finish(&setting);
    }
}

static void test_what_is_judged_is_the_year_to_date_where_the_indicator_reports_it(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    struct sample *sample = &setting.sample;
    struct indicator *of = sample->indicators[0];
    of->flow = of->reports_ytd = true;
    of->variance = VARIANCE_RELATIVE;
    of->ytd_variance_decimals = 1;
    of->denominator = sample_series(sample, "d", NULL, 0);
    sample_add_target(sample, 0, (struct target){PERIOD_NONE, PERIOD_NONE, .value = fraction_make(25, 1)});
    sample_put(sample, 0, FIELD_VALUE, 0, "99");
    sample_put(sample, 0, FIELD_YTD_VALUE, 0, "30");
    sample_put(sample, 0, FIELD_TARGET, 0, "25");
    sample_put(sample, 0, FIELD_YTD_VARIANCE, 0, "20");
    sample_put_word(sample, 0, FIELD_RAG, 0, BAND_RED);
    sample_put_word(sample, 0, FIELD_YTD_RAG, 0, BAND_GREEN);
    set(&setting);
    assert_string_equal(sample_row(sample, 0), "Measure 1 Year to date, % | 30.0 | 25.0 | +20.0% | G | 0");
    finish(&setting);
}

static void test_a_selection_lists_the_pages_of_its_indicators_alone(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    setting.selection =
        (struct selection){.indicators = (const struct indicator **)setting.sample.indicators + 1, .count = 1};
    setting.pages[2].title = "Own title";
    sample_put_word(&setting.sample, 0, FIELD_RAG, 0, BAND_RED);
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "Own title In the month, % | [x] | [z] | [x] | 0");
    assert_string_equal(sample_row(&setting.sample, 1), "no such row");
    assert_false(sample_says(&setting.sample, "measure")); /* none of them is judged, so that nothing is summed up */
    finish(&setting);
}

/* The sentence above the table, for so many red ones and the rest green. */
static bool sums_up(int red, const char *sentence) {
    struct setting setting;
    start(&setting);
    for (int i = 0; i < SAMPLE_INDICATORS; i++)
        sample_put_word(&setting.sample, (size_t)i, FIELD_RAG, 0, i < red ? BAND_RED : BAND_GREEN);
    set(&setting);
    bool found = sample_says(&setting.sample, sentence);
    const struct piece *strip = setting.sample.stage.flow.first->next;
    size_t letters = 0;
    for (size_t i = 0; i < strip->frame_count; i++)
        letters += strip->frames[i]->kind == FRAME_TEXT;
    finish(&setting);
    return found && letters == SAMPLE_INDICATORS;
}

static void test_letters_are_counted_in_words_and_shown_as_boxes(void **state) {
    (void)state;
    assert_true(sums_up(1, "One of three measures is red, two green"));
    assert_true(sums_up(2, "Two of three measures are red, one green"));
    assert_true(sums_up(0, "None of three measures is red, three green"));
}

static void test_sparklines_stand_in_a_column_of_their_own(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    setting.contents.sparklines = true;
    setting.pages[4].title = NULL; /* a page that nobody named */
    sample_put(&setting.sample, 0, FIELD_VALUE, 0, "28.27");
    set(&setting);
    assert_string_equal(sample_row(&setting.sample, 0), "Measure 1 In the month, % | (chart) | 28.3 | [z] | [x] | 0");
    assert_string_equal(sample_row(&setting.sample, 3), "Page |  |  |  |  | 0");
    assert_true(sample_says(&setting.sample, "Lines: what is judged"));
    finish(&setting);
}

/* A line of plain contents. */
static const char *line(const struct setting *setting, size_t index) {
    const struct element *contents = setting->sample.stage.composer->page->section->first_child;
    while (contents->role != ROLE_CONTENTS)
        contents = contents->next;
    const struct element *item = sample_child(contents, index);
    return item == NULL ? "no such line" : sample_text(&setting->sample, item);
}

static void test_plain_contents_are_a_line_a_page_with_its_reference(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    setting.contents.plain = true;
    setting.sample.indicators[0]->reference = "A12";
    setting.sample.indicators[1]->reference = "A1";
    set(&setting);
    assert_string_equal(line(&setting, 0), "A12 Measure 1 0");
    assert_string_equal(line(&setting, 1), "A1 Measure 2 0");
    assert_string_equal(line(&setting, 2), "Measure 3 0");
    assert_string_equal(line(&setting, 3), "Notes 0");
    assert_string_equal(line(&setting, 4), "no such line");
    /* titles stand in behind the widest reference; parts do not, are bold and stay with what follows */
    const struct piece *first = setting.sample.stage.flow.first, *last = setting.sample.stage.flow.last;
    const struct frame *title = stage_find(first, "Measure 1"), *other = stage_find(first->next, "Measure 2");
    assert_true(title->x == other->x && title->x > stage_find(last, "Notes")->x);
    assert_int_equal(stage_find(last, "Notes")->u.text.face, FACE_TEXT_BOLD);
    assert_true(last->keep && last->gap_pt > 0);
    finish(&setting);
}

static void test_without_measures_there_are_no_parts(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    setting.contents.plain = true;
    for (size_t i = 1; i <= SAMPLE_INDICATORS; i++)
        setting.pages[i].listed = false;
    set(&setting);
    assert_string_equal(line(&setting, 0), "Notes 0");
    assert_int_equal(stage_find(setting.sample.stage.flow.first, "Notes")->u.text.face, FACE_TEXT);
    assert_false(setting.sample.stage.flow.first->keep);
    finish(&setting);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_row_for_each_page_but_the_contents_and_those_not_listed),
        cmocka_unit_test(test_references_keep_all_but_the_word_that_heads_them),
        cmocka_unit_test(test_what_is_judged_is_the_year_to_date_where_the_indicator_reports_it),
        cmocka_unit_test(test_a_selection_lists_the_pages_of_its_indicators_alone),
        cmocka_unit_test(test_letters_are_counted_in_words_and_shown_as_boxes),
        cmocka_unit_test(test_sparklines_stand_in_a_column_of_their_own),
        cmocka_unit_test(test_plain_contents_are_a_line_a_page_with_its_reference),
        cmocka_unit_test(test_without_measures_there_are_no_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
