#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "field.h"

/* True where `of` ends with the word, its underscores as hyphens. */
static bool ends_with(const char *of, const char *word) {
    size_t length = strlen(of), tail = strlen(word);
    for (size_t i = 0; i < tail && tail <= length; i++)
        if (of[length - tail + i] != (word[i] == '_' ? '-' : word[i]))
            return false;
    return tail <= length;
}

static void every_field_has_its_word_and_heading(void **state) {
    (void)state;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        struct field_name name;
        enum word heading = field_heading(field, GRAIN_MONTH);
        char id[64];
        size_t grain = field_table[field].per_grain ? strlen("-month") : 0;
        snprintf(id, sizeof id, "%.*s", (int)(strlen(word_ids[heading]) - grain), word_ids[heading]);
        assert_non_null(field_words[field]);
        assert_true(field_parse(field_words[field], &name));
        assert_int_equal(name.field, field); /* no other has the same word */
        assert_int_equal(name.source, FROM_FIELD);
        assert_true(ends_with(id, field_words[field]));
        assert_int_equal(strlen(id), strlen("field-") + strlen(field_words[field]));
    }
}

static void numbers_have_unit_and_decimals_and_words_have_none(void **state) {
    (void)state;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        const struct field_facts *facts = &field_table[field];
        bool number = facts->kind == FIELD_IS_NUMBER;
        assert_int_equal(number, facts->unit != FIELD_IN_WORDS);
        assert_int_equal(number, facts->decimals != DECIMALS_NONE);
        assert_true(number || (!facts->plus && !facts->names_unit && facts->past == PAST_NONE));
        assert_int_equal(facts->line == LINE_NAMED_BY_WORD, facts->line_word != 0);
    }
}

/* A row without it would name the numerator, which no row may. */
static void what_stands_for_the_year_to_date_is_said_in_each_row(void **state) {
    (void)state;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        const struct field_facts *facts = &field_table[field];
        assert_true(facts->to_date == FIELD_NONE || field_table[facts->to_date].to_date == facts->to_date);
        assert_true(facts->to_date != FIELD_NONE || !facts->in_total);
        if (facts->to_date != FIELD_NONE)
            assert_int_equal(facts->kind, field_table[facts->to_date].kind);
    }
}

static void arrows_look_back_and_changes_have_one(void **state) {
    (void)state;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        const struct field_facts *facts = &field_table[field];
        bool arrow = facts->kind == FIELD_IS_DIRECTION, change = !arrow && facts->against != AGAINST_NOTHING;
        assert_true(!arrow || facts->against != AGAINST_NOTHING);
        assert_int_equal(change, field_arrow(field) != FIELD_NONE);
        if (change)
            assert_int_equal(field_table[field_arrow(field)].against, facts->against);
    }
}

static void every_kind_has_its_words(void **state) {
    (void)state;
    for (enum field_kind kind = FIELD_IS_NUMBER + 1; kind < FIELD_KIND_COUNT; kind++) {
        const struct field_kind_facts *facts = &field_kinds[kind];
        assert_true(facts->count > 0 && facts->tiled <= facts->count);
        for (int i = 0; i < facts->count; i++) {
            assert_non_null(facts->words[i]);
            assert_non_null(facts->printed[i]);
            if (facts->spoken)
                assert_true(ends_with(word_ids[(int)facts->aloud + i], facts->words[i]));
        }
    }
}

/* metric fills them one behind the other. */
static void rates_stand_in_threes(void **state) {
    (void)state;
    static const enum field firsts[] = {FIELD_NUMERATOR, FIELD_YTD_NUMERATOR, FIELD_ROLLING_12_NUMERATOR};
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
        assert_true(ends_with(field_words[firsts[i]], "numerator"));
        assert_true(ends_with(field_words[firsts[i] + 1], "denominator"));
        assert_true(ends_with(field_words[firsts[i] + 2], "value"));
    }
}

static void units_follow_the_indicator(void **state) {
    (void)state;
    struct indicator days = {.unit = UNIT_DAYS, .measure = MEASURE_VALUE, .variance = VARIANCE_RELATIVE};
    struct indicator percent = {.unit = UNIT_PERCENT, .measure = MEASURE_RATIO, .variance = VARIANCE_POINTS};
    assert_int_equal(field_unit(&days, FIELD_NUMERATOR), UNIT_DAYS);
    assert_int_equal(field_unit(&days, FIELD_AVERAGE_12), UNIT_DAYS);
    assert_int_equal(field_unit(&days, FIELD_VARIANCE), UNIT_PERCENT);
    assert_false(field_is_points(&days, FIELD_VARIANCE));
    assert_int_equal(field_unit(&days, FIELD_CHANGE_PREVIOUS), UNIT_PERCENT);
    assert_int_equal(field_unit(&percent, FIELD_NUMERATOR), UNIT_COUNT);
    assert_int_equal(field_unit(&percent, FIELD_SPC_MEAN), UNIT_PERCENT);
    assert_int_equal(field_unit(&percent, FIELD_VARIANCE), UNIT_PERCENT);
    assert_true(field_is_points(&percent, FIELD_YTD_VARIANCE));
    assert_false(field_is_points(&percent, FIELD_VALUE));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_has_its_word_and_heading),
        cmocka_unit_test(numbers_have_unit_and_decimals_and_words_have_none),
        cmocka_unit_test(what_stands_for_the_year_to_date_is_said_in_each_row),
        cmocka_unit_test(arrows_look_back_and_changes_have_one),
        cmocka_unit_test(every_kind_has_its_words),
        cmocka_unit_test(rates_stand_in_threes),
        cmocka_unit_test(units_follow_the_indicator),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
