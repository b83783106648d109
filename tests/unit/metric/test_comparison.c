#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "comparison.h"
#include "funnel.h"
#include "peers.h"
#include "quartile.h"

/* Hand-made peers: nine councils, of which the second is one's own; four are of its family, and two its neighbours. */
enum { COUNCILS = 9, OWN = 1, PERIOD = 24220 };
enum { FAMILY_COLUMN = 2, NEIGHBOUR_COLUMN = 3, COLUMN_COUNT = 4 };
enum { SUPPRESSED = -1, MISSING = -2, NOT_DUE = -3 };

struct fixture {
    struct arena *arena;
    struct organisations organisations;
    struct catalogue catalogue;
    struct indicator indicator;
    struct series series;
    struct peers *peers;
    struct figure_table table;
};

static struct fixture f;

static const char *const texts[COUNCILS][COLUMN_COUNT] = {
    {"A", "A", "rural", ""}, {"B", "B", "urban", "C H"}, {"C", "C", "urban", ""},
    {"D", "D", "urban", ""}, {"E", "E", "rural", ""},    {"F", "F", "urban", ""},
    {"G", "G", "rural", ""}, {"H", "H", "rural", ""},    {"I", "I", "", ""},
};
static const char *const columns[] = {"code", "name", "Family", "Neighbours"};

static void add_comparator(const char *id, enum computed computed, enum peer_grouping by, int column) {
    struct comparator comparator = {.id = id,
                                    .title = id,
                                    .short_title = id,
                                    .computed = computed,
                                    .group = {by, column},
                                    .least = 2,
                                    .place = f.catalogue.computed_count++};
    arena_append(f.arena, f.catalogue.comparators, f.catalogue.comparator_count, f.catalogue.comparator_capacity) =
        comparator;
}

static int set_up(void **state) {
    (void)state;
    memset(&f, 0, sizeof f);
    f.arena = arena_create();
    f.organisations = (struct organisations){
        .path = "councils.csv", .columns = columns, .column_count = COLUMN_COUNT, .count = COUNCILS};
    f.organisations.items = arena_new_array(f.arena, COUNCILS, struct organisation);
    for (size_t i = 0; i < COUNCILS; i++) {
        f.organisations.items[i] = (struct organisation){
            .code = texts[i][0], .name = texts[i][1], .list = &f.organisations, .texts = texts[i]};
        index_add(f.arena, &f.organisations.by_code, texts[i][0], &f.organisations.items[i]);
    }
    f.indicator = (struct indicator){.id = "share",
                                     .unit = UNIT_PERCENT,
                                     .decimals = 1,
                                     .average_decimals = 1,
                                     .polarity = POLARITY_LOWER,
                                     .measure = MEASURE_RATIO,
                                     .per = fraction_make(100, 1),
                                     .numerator = &f.series,
                                     .denominator = &f.series,
                                     .compared = true};
    f.catalogue.calendar = calendar_usual;
    f.catalogue.organisations = &f.organisations;
    f.catalogue.own = &f.organisations.items[OWN];
    catalogue_add_indicator(f.arena, &f.catalogue, &f.indicator);
    add_comparator("all", COMPUTED_POOLED, PEERS_ALL, 0);
    f.catalogue.comparators[0].with_own = true;
    add_comparator("others", COMPUTED_MEAN, PEERS_ALL, 0);
    add_comparator("family", COMPUTED_MEAN, PEERS_SAME, FAMILY_COLUMN);
    add_comparator("neighbours", COMPUTED_MEAN, PEERS_LISTED, NEIGHBOUR_COLUMN);
    f.peers = peers_create(f.arena, &f.organisations, 1);
    f.catalogue.peers = f.peers;
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_destroy(f.arena);
    return 0;
}

static enum status status_of(int percent) {
    return percent == SUPPRESSED ? STATUS_SUPPRESSED
           : percent == MISSING  ? STATUS_MISSING
           : percent == NOT_DUE  ? STATUS_NOT_DUE
                                 : STATUS_PRESENT;
}

/* A figure each, of 100 cases. */
static void compute(const int *percents) {
    f.table = figure_table_make(f.arena, &f.catalogue, PERIOD, 2);
    f.table.indicator = &f.indicator;
    for (size_t i = 0; i < COUNCILS; i++) {
        struct peer_figure figure = {.status = status_of(percents[i])};
        if (!status_is_absent(figure.status)) {
            figure.value = figure.numerator = fraction_make(percents[i], 1);
            figure.denominator = fraction_make(100, 1);
        }
        peers_reach(f.arena, f.peers, PERIOD, 1);
        peers_put(f.arena, f.peers, i, 0, PERIOD, figure);
    }
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        f.table.figures[field].status = f.table.figures[FIELD_COUNT + field].status = STATUS_MISSING;
    }
    const struct peer_figure own = peers_figures(f.peers, &f.indicator, PERIOD)[OWN];
    f.table.figures[FIELD_VALUE] = (struct figure){.value = own.value, .status = own.status};
    comparison_compute(&f.table, &f.catalogue, PERIOD);
}

#define COMPUTE(...) compute((const int[COUNCILS]){__VA_ARGS__})

static void assert_number(const struct figure *figure, long long number, long long of) {
    assert_int_equal(figure->status, STATUS_PRESENT);
    assert_int_equal(fraction_compare(figure->value, fraction_make(number, of)), 0);
}

static const struct figure *at(enum field field) {
    return figure_at(&f.table, field, PERIOD);
}

static const struct figure *among(const char *comparator, enum among which) {
    return figure_among(&f.table, catalogue_comparator(&f.catalogue, comparator), which, PERIOD);
}

static void one_stands_among_all_and_among_the_family(void **state) {
    (void)state;
    COMPUTE(10, 20, 20, 30, 15, MISSING, 40, 50, 60);
    assert_number(at(FIELD_RANK), 3, 1);
    assert_number(at(FIELD_RANKED), 8, 1);
    assert_int_equal(at(FIELD_QUARTILE)->word, QUARTILE_B);
    assert_number(among("family", AMONG_RANK), 1, 1);
    assert_number(among("family", AMONG_RANKED), 3, 1);
    assert_int_equal(among("family", AMONG_QUARTILE)->status, STATUS_NOT_APPLICABLE); /* of three */
    assert_number(among("neighbours", AMONG_RANK), 1, 1);
    assert_number(among("neighbours", AMONG_RANKED), 3, 1);
    assert_number(among("all", AMONG_RANK), 3, 1);
    assert_int_equal(among("all", AMONG_QUARTILE)->word, QUARTILE_B);
    f.indicator.polarity = POLARITY_HIGHER;
    COMPUTE(10, 20, 20, 30, 15, MISSING, 40, 50, 60);
    assert_number(at(FIELD_RANK), 5, 1);
    assert_int_equal(at(FIELD_QUARTILE)->word, QUARTILE_C);
}

static void averages_are_of_the_others_and_totals_of_all(void **state) {
    (void)state;
    COMPUTE(10, 20, 20, 30, 15, MISSING, 40, 50, 60);
    assert_number(among("others", AMONG_BENCHMARK), 225, 7);
    assert_number(among("others", AMONG_COUNTED), 7, 1);
    assert_number(among("family", AMONG_BENCHMARK), 25, 1);
    assert_number(among("family", AMONG_COUNTED), 2, 1);
    assert_number(among("neighbours", AMONG_BENCHMARK), 35, 1);
    assert_number(among("all", AMONG_BENCHMARK), 245, 8);
    assert_number(among("all", AMONG_COUNTED), 8, 1);
    assert_int_equal(figure_among(&f.table, &f.catalogue.comparators[0], AMONG_BENCHMARK, PERIOD + 1)->status,
                     STATUS_MISSING); /* still to come */
}

static void what_is_suppressed_is_in_nothing(void **state) {
    (void)state;
    COMPUTE(10, 20, SUPPRESSED, 30, 15, SUPPRESSED, 40, 50, 60);
    assert_number(at(FIELD_RANKED), 7, 1);
    assert_number(among("all", AMONG_BENCHMARK), 225, 7);
    assert_number(among("others", AMONG_COUNTED), 6, 1);
    assert_int_equal(among("family", AMONG_BENCHMARK)->status, STATUS_SUPPRESSED); /* one is left */
    assert_number(among("family", AMONG_COUNTED), 1, 1);
    COMPUTE(10, SUPPRESSED, 20, 30, 15, 20, 40, 50, 60);
    assert_int_equal(at(FIELD_RANK)->status, STATUS_SUPPRESSED);
    assert_int_equal(at(FIELD_QUARTILE)->status, STATUS_SUPPRESSED);
    assert_int_equal(at(FIELD_FUNNEL)->status, STATUS_SUPPRESSED);
    assert_int_equal(at(FIELD_FUNNEL_UPPER_95)->status, STATUS_SUPPRESSED); /* it would tell the size */
    assert_int_equal(among("family", AMONG_RANK)->status, STATUS_SUPPRESSED);
    assert_number(among("all", AMONG_BENCHMARK), 245, 8);
    assert_number(among("family", AMONG_BENCHMARK), 70, 3);
}

static void absence_has_its_reason(void **state) {
    (void)state;
    COMPUTE(10, MISSING, 20, MISSING, 15, MISSING, 40, 50, 60);
    assert_int_equal(at(FIELD_RANK)->status, STATUS_MISSING);
    assert_int_equal(at(FIELD_FUNNEL)->status, STATUS_MISSING);
    assert_number(at(FIELD_RANKED), 6, 1);
    assert_int_equal(among("family", AMONG_BENCHMARK)->status, STATUS_MISSING);
    COMPUTE(NOT_DUE, NOT_DUE, NOT_DUE, NOT_DUE, NOT_DUE, NOT_DUE, NOT_DUE, NOT_DUE, NOT_DUE);
    assert_int_equal(at(FIELD_RANK)->status, STATUS_NOT_DUE);
    assert_int_equal(at(FIELD_RANKED)->status, STATUS_NOT_DUE);
    assert_int_equal(at(FIELD_FUNNEL_AVERAGE)->status, STATUS_NOT_DUE);
    assert_int_equal(among("family", AMONG_BENCHMARK)->status, STATUS_NOT_DUE);
    assert_int_equal(among("family", AMONG_COUNTED)->status, STATUS_NOT_DUE);
    f.indicator.polarity = POLARITY_NONE;
    COMPUTE(10, 20, 20, 30, 15, MISSING, 40, 50, 60);
    assert_int_equal(at(FIELD_RANK)->status, STATUS_NOT_APPLICABLE);
    assert_int_equal(at(FIELD_QUARTILE)->status, STATUS_NOT_APPLICABLE);
    assert_number(at(FIELD_RANKED), 8, 1);
    assert_int_equal(at(FIELD_FUNNEL)->status, STATUS_PRESENT);
    f.indicator.denominator = NULL;
    COMPUTE(10, 20, 20, 30, 15, MISSING, 40, 50, 60);
    assert_int_equal(among("all", AMONG_BENCHMARK)->status, STATUS_NOT_APPLICABLE);
}

static void nobody_belongs_to_a_blank_group(void **state) {
    (void)state;
    f.catalogue.own = &f.organisations.items[COUNCILS - 1];
    COMPUTE(10, 20, 20, 30, 15, MISSING, 40, 50, 60);
    assert_int_equal(among("family", AMONG_BENCHMARK)->status, STATUS_NOT_APPLICABLE);
    assert_int_equal(among("neighbours", AMONG_BENCHMARK)->status, STATUS_NOT_APPLICABLE);
    f.catalogue.own = NULL; /* the catalogue of nobody in particular */
    COMPUTE(10, 20, 20, 30, 15, MISSING, 40, 50, 60);
    assert_int_equal(at(FIELD_RANK)->status, STATUS_NOT_APPLICABLE);
    assert_number(among("all", AMONG_BENCHMARK), 245, 8);
    assert_int_equal(among("family", AMONG_BENCHMARK)->status, STATUS_NOT_APPLICABLE);
}

static void one_alone_is_first_of_one(void **state) {
    (void)state;
    COMPUTE(MISSING, 20, MISSING, MISSING, MISSING, MISSING, MISSING, MISSING, MISSING);
    assert_number(at(FIELD_RANK), 1, 1);
    assert_number(at(FIELD_RANKED), 1, 1);
    assert_int_equal(at(FIELD_QUARTILE)->status, STATUS_NOT_APPLICABLE);
    assert_int_equal(at(FIELD_FUNNEL)->status, STATUS_MISSING);
    assert_int_equal(among("others", AMONG_BENCHMARK)->status, STATUS_MISSING);
}

/* All alike share the first place, and are in no quarter; half and half, the others are third of four. */
static void ties_share_rank_and_quarter(void **state) {
    (void)state;
    COMPUTE(20, 20, 20, 20, 20, 20, 20, 20, 20);
    assert_number(at(FIELD_RANK), 1, 1);
    assert_int_equal(at(FIELD_RANK)->sharing, 8);
    assert_int_equal(at(FIELD_QUARTILE)->status, STATUS_NOT_APPLICABLE);
    assert_int_equal(among("family", AMONG_RANK)->sharing, 3);
    COMPUTE(20, 21, 20, 20, 20, 20, 20, 20, 20);
    assert_int_equal(at(FIELD_RANK)->sharing, 0);
    assert_int_equal(at(FIELD_FUNNEL)->word, FUNNEL_WITHIN);
    COMPUTE(20, 30, 30, 30, 30, 20, 20, 20, MISSING);
    assert_number(at(FIELD_RANK), 5, 1);
    assert_int_equal(at(FIELD_RANK)->sharing, 3);
    assert_int_equal(at(FIELD_QUARTILE)->word, QUARTILE_C);
    COMPUTE(0, 0, 0, 0, 0, 0, 0, 0, 0);
    assert_int_equal(at(FIELD_FUNNEL)->word, FUNNEL_WITHIN); /* on a limit that is 0% to the last digit */
    assert_number(at(FIELD_FUNNEL_LOWER_998), 0, 1);
    COMPUTE(100, 100, 100, 100, 100, 100, 100, 100, 100);
    assert_int_equal(at(FIELD_FUNNEL)->word, FUNNEL_WITHIN);
}

static void chance_has_limits_about_the_average(void **state) {
    (void)state;
    COMPUTE(90, 97, 90, 91, 91, 91, 91, 91, 87);
    assert_number(at(FIELD_FUNNEL_AVERAGE), 91, 1);
    assert_int_equal(at(FIELD_FUNNEL)->word, FUNNEL_FAR_ABOVE);
    assert_int_equal(
        fraction_compare(fraction_round(at(FIELD_FUNNEL_LOWER_95)->value, 4), fraction_make(837738, 10000)), 0);
    assert_int_equal(
        fraction_compare(fraction_round(at(FIELD_FUNNEL_UPPER_998)->value, 4), fraction_make(966002, 10000)), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(one_stands_among_all_and_among_the_family),
        TEST(averages_are_of_the_others_and_totals_of_all),
        TEST(what_is_suppressed_is_in_nothing),
        TEST(absence_has_its_reason),
        TEST(nobody_belongs_to_a_blank_group),
        TEST(one_alone_is_first_of_one),
        TEST(ties_share_rank_and_quarter),
        TEST(chance_has_limits_about_the_average),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
