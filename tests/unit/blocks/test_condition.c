#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "condition.h"

enum { PERIODS = 2, INDICATORS = 3 };

/* A red measure with a target, a green one with commentary, and one of which there is nothing but an action that is
 * done. */
struct setting {
    struct arena *arena;
    struct catalogue catalogue;
    struct layout layout;
    struct figures figures;
    struct indicator indicators[INDICATORS];
    const struct indicator *all[INDICATORS];
    struct commentary commentary;
    struct action actions[2];
    struct control_chart control_chart;
};

static struct figure *put(struct setting *setting, size_t indicator, enum field field) {
    struct figure_table *table = &setting->figures.tables[indicator];
    struct figure *figure = &table->figures[(size_t)(PERIODS - 1) * FIELD_COUNT + field];
    figure->status = STATUS_PRESENT;
    return figure;
}

static void start(struct setting *setting) {
    *setting = (struct setting){.arena = arena_create()};
    setting->figures = (struct figures){.catalogue = &setting->catalogue, .first = 10, .count = PERIODS};
    setting->figures.tables = arena_new_array(setting->arena, INDICATORS, struct figure_table);
    for (size_t i = 0; i < INDICATORS; i++) {
        setting->indicators[i].index = i;
        setting->all[i] = &setting->indicators[i];
        setting->figures.tables[i] = figure_table_make(setting->arena, &setting->catalogue, 10, PERIODS);
        setting->figures.tables[i].indicator = &setting->indicators[i];
        for (size_t f = 0; f < PERIODS * FIELD_COUNT; f++)
            setting->figures.tables[i].figures[f].status = STATUS_MISSING;
    }
    put(setting, 0, FIELD_VALUE);
    put(setting, 0, FIELD_TARGET);
    put(setting, 0, FIELD_RAG)->word = BAND_RED;
    put(setting, 1, FIELD_VALUE);
    put(setting, 1, FIELD_RAG)->word = BAND_GREEN;
    setting->actions[0] = (struct action){.indicator = &setting->indicators[0], .status = ACTION_ON_HOLD};
    setting->actions[1] = (struct action){.indicator = &setting->indicators[2], .status = ACTION_DONE};
    setting->catalogue.actions = setting->actions;
    setting->catalogue.action_count = 2;
    setting->indicators[1].measure = MEASURE_RATE;
    setting->indicators[2].control_chart = &setting->control_chart;
    setting->commentary.indicator = &setting->indicators[1];
    setting->layout.commentaries = &setting->commentary;
    setting->layout.commentary_count = 1;
}

static bool holds(const struct setting *setting, const char *text, size_t first, size_t count) {
    struct condition condition;
    struct condition_slip slip;
    assert_true(condition_parse(text, &condition, &slip));
    return condition_holds(&condition, &setting->layout, &setting->figures, 11, &setting->all[first], count);
}

static void test_each_term_is_asked_of_the_indicator(void **state) {
    static const struct {
        const char *text;
        bool of[INDICATORS];
    } rows[] = {
        {"rag=red", {true, false, false}},
        {" rag=amber | red ", {true, false, false}},
        {"rag=green|amber", {false, true, false}},
        {"rag = red", {true, false, false}},
        {"not rag=red", {false, true, true}},
        {"has rag", {true, true, false}},
        {"has figure and not has target", {false, true, false}},
        {"has target", {true, false, false}},
        {"has commentary", {false, true, false}},
        {"has actions", {true, false, false}},
        {"not has commentary and rag=red", {true, false, false}},
        {"has definition", {false, false, false}},
        {"not has benchmark", {true, true, true}},
        {"has finished actions", {false, false, true}},
        {"has counts", {false, true, false}},
        {"has control chart and not has figure", {false, false, true}},
        {"has target or has counts", {true, true, false}},
        {"has counts or has target and rag=green", {false, true, false}},
        {"rag=green and has target or has finished actions", {false, false, true}},
    };
    struct setting setting;
    (void)state;
    start(&setting);
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        for (size_t i = 0; i < INDICATORS; i++)
            assert_int_equal(holds(&setting, rows[r].text, i, 1), rows[r].of[i]);
    arena_destroy(setting.arena);
}

static void test_of_several_one_is_enough_and_where_only_not_is_said_all_are_needed(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    assert_true(holds(&setting, "rag=red", 0, INDICATORS));
    assert_false(holds(&setting, "rag=red", 1, 2));
    assert_false(holds(&setting, "rag=red and has commentary", 0, INDICATORS)); /* of one and the same */
    assert_true(holds(&setting, "rag=red and not has commentary", 0, INDICATORS));
    assert_false(holds(&setting, "not rag=red", 0, INDICATORS));
    assert_true(holds(&setting, "not rag=red and not rag=amber", 1, 2));
    assert_true(holds(&setting, "not rag=red or has target", 0, INDICATORS)); /* each way by itself */
    assert_false(holds(&setting, "not rag=red or has definition", 0, INDICATORS));
    arena_destroy(setting.arena);
}

static void test_what_is_no_condition_is_told_where(void **state) {
    static const struct {
        const char *text;
        int kind;
        const char *word;
    } rows[] = {
        {"", SLIP_TERM, ""},
        {"red", SLIP_TERM, "red"},
        {"rag red", SLIP_TERM, "rag"},
        {"rag=blue", SLIP_BAND, "blue"},
        {"rag=red|", SLIP_BAND, ""},
        {"has", SLIP_THING, ""},
        {"has not target", SLIP_THING, "not"},
        {"has target has rag", SLIP_TERM, "has"},
        {"has target and", SLIP_TERM, ""},
        {"has target or", SLIP_TERM, ""},
        {"has target or and has rag", SLIP_TERM, "and"},
        {"has finished", SLIP_THING, "finished"},
        {"has actionsandtarget", SLIP_THING, "actionsandtarget"},
        {"not not has target", SLIP_TERM, "not"},
    };
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct condition condition;
        struct condition_slip slip = {0};
        assert_false(condition_parse(rows[r].text, &condition, &slip));
        assert_int_equal(slip.kind, rows[r].kind);
        assert_int_equal(slip.length, strlen(rows[r].word));
        assert_memory_equal(slip.at, rows[r].word, slip.length);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_term_is_asked_of_the_indicator),
        cmocka_unit_test(test_of_several_one_is_enough_and_where_only_not_is_said_all_are_needed),
        cmocka_unit_test(test_what_is_no_condition_is_told_where),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
