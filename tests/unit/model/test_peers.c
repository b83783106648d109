#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "peers.h"

enum { NAME, FAMILY, NEAREST, COLUMNS };

static const char *const columns[] = {[NAME] = "Council", [FAMILY] = "Family", [NEAREST] = "Nearest"};
static const char *const north[] = {[NAME] = "North", [FAMILY] = "1", [NEAREST] = "S  W X1"};
static const char *const south[] = {[NAME] = "South", [FAMILY] = "2", [NEAREST] = "N"};
static const char *const west[] = {[NAME] = "West", [FAMILY] = "1", [NEAREST] = ""};
static const char *const east[] = {[NAME] = "East", [FAMILY] = "", [NEAREST] = ""};

static struct organisations *make(struct arena *arena) {
    static struct organisations list;
    static struct organisation items[] = {{.code = "N", .name = "North", .list = &list, .texts = north},
                                          {.code = "S", .name = "South", .list = &list, .texts = south},
                                          {.code = "W", .name = "West", .list = &list, .texts = west},
                                          {.code = "X", .name = "East", .list = &list, .texts = east}};
    list = (struct organisations){.columns = columns, .column_count = COLUMNS, .items = items, .count = 4};
    for (size_t i = 0; i < list.count; i++)
        index_add(arena, &list.by_code, items[i].code, &items[i]);
    return &list;
}

static void words_are_code_name_and_columns(void **state) {
    struct arena *arena = arena_create();
    static const char *const own_columns[] = {"code", "Council", "logo"}, *const own_texts[] = {"!", "Upper", "n.svg"};
    const struct organisations *list = make(arena), own_list = {.columns = own_columns, .column_count = 3};
    struct organisation own = {.code = "N", .name = "The North", .list = &own_list, .texts = own_texts};
    assert_null(organisation_word(&own, "Family"));
    own.listed = organisations_find(list, "N");
    assert_string_equal(organisation_word(&own, "code"), "N");
    assert_string_equal(organisation_word(&own, "name"), "The North");
    assert_string_equal(organisation_word(&own, "Council"), "Upper");
    assert_string_equal(organisation_word(&own, "logo"), "n.svg");
    assert_string_equal(organisation_word(&own, "Family"), "1");
    assert_null(organisation_word(&own, "family"));
    assert_null(organisations_find(list, "n"));
    assert_int_equal(organisations_column(list, "Nearest"), NEAREST);
    assert_int_equal(organisations_column(list, "logo"), ORGANISATIONS_NONE);
    arena_destroy(arena);
    (void)state;
}

static void figures_are_of_an_organisation_and_a_period(void **state) {
    struct arena *arena = arena_create();
    const struct indicator first = {.index = 0}, second = {.index = 1};
    struct peers *peers = peers_create(arena, make(arena), 2);
    peers_reach(arena, peers, 100, 3);
    peers_put(arena, peers, 1, 1, 102, (struct peer_figure){.value = fraction_make(7, 2), .status = STATUS_PRESENT});
    assert_int_equal(peers_figures(peers, &second, 102)[1].status, STATUS_PRESENT);
    assert_int_equal(fraction_compare(peers_figures(peers, &second, 102)[1].value, fraction_make(7, 2)), 0);
    assert_int_equal(peers_figures(peers, &second, 101)[1].status, STATUS_MISSING);
    assert_int_equal(peers_figures(peers, &first, 102)[1].status, STATUS_MISSING);
    assert_int_equal(peers_figures(peers, &second, 103)[1].status, STATUS_MISSING);
    assert_int_equal(peers_figures(peers, &second, 99)[1].status, STATUS_MISSING);
    assert_int_equal(peers_figures(peers, &second, 102)[0].status, STATUS_MISSING);
    peers_reach(arena, peers, 98, 1);
    peers_reach(arena, peers, 101, 4);
    peers_put(arena, peers, 0, 0, 98, (struct peer_figure){.status = STATUS_SUPPRESSED});
    peers_put(arena, peers, 0, 1, 104, (struct peer_figure){.status = STATUS_NOT_DUE});
    assert_int_equal(peers_figures(peers, &first, 98)[0].status, STATUS_SUPPRESSED);
    assert_int_equal(peers_figures(peers, &second, 104)[0].status, STATUS_NOT_DUE);
    assert_int_equal(fraction_compare(peers_figures(peers, &second, 102)[1].value, fraction_make(7, 2)), 0);
    arena_destroy(arena);
    (void)state;
}

static void a_catalogue_is_of_one_of_them(void **state) {
    struct arena *arena = arena_create();
    const struct organisations *list = make(arena);
    const struct organisation stranger = {.code = "Z", .list = list}, again = {.code = "W"};
    struct catalogue catalogue = {.organisations = list};
    assert_int_equal(peers_own(&catalogue), PEERS_NONE);
    catalogue.own = &stranger;
    assert_int_equal(peers_own(&catalogue), PEERS_NONE);
    catalogue.own = &again;
    assert_int_equal(peers_own(&catalogue), 2);
    catalogue.organisations = NULL;
    assert_int_equal(peers_own(&catalogue), PEERS_NONE);
    arena_destroy(arena);
    (void)state;
}

static void groups_are_a_text_or_a_list_of_codes(void **state) {
    struct arena *arena = arena_create();
    const struct peers *peers = peers_create(arena, make(arena), 0);
    const struct peer_group all = {.by = PEERS_ALL}, family = {PEERS_SAME, FAMILY}, nearest = {PEERS_LISTED, NEAREST};
    assert_true(peers_grouped(peers, all, 3, 0));
    assert_true(peers_grouped(peers, family, 0, 2));
    assert_true(peers_grouped(peers, family, 0, 0));
    assert_false(peers_grouped(peers, family, 0, 1));
    assert_false(peers_grouped(peers, family, 3, 3));
    assert_true(peers_grouped(peers, nearest, 0, 1));
    assert_true(peers_grouped(peers, nearest, 0, 2));
    assert_false(peers_grouped(peers, nearest, 0, 3)); /* X1 is not X */
    assert_false(peers_grouped(peers, nearest, 0, 0));
    assert_false(peers_grouped(peers, nearest, 2, 0));
    arena_destroy(arena);
    (void)state;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_code_name_and_columns),
        cmocka_unit_test(figures_are_of_an_organisation_and_a_period),
        cmocka_unit_test(a_catalogue_is_of_one_of_them),
        cmocka_unit_test(groups_are_a_text_or_a_list_of_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
