#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "selection.h"

static struct section plans = {.id = "plans", .title = "Plans"}, visits = {.id = "visits", .title = "Visits"};
static struct attribute first_lead[] = {{.name = "lead", .value = "Officer A"}};
static struct attribute second_lead[] = {{.name = "lead", .value = "Officer B"}};
static struct indicator made[] = {
    {.id = "a", .section = &plans, .attributes = first_lead, .attribute_count = 1},
    {.id = "b", .section = &visits, .attributes = second_lead, .attribute_count = 1},
    {.id = "c"},
    {.id = "d", .section = &plans, .attributes = second_lead, .attribute_count = 1},
};

static struct catalogue *make_catalogue(struct arena *arena) {
    struct catalogue *catalogue = arena_new(arena, struct catalogue);
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        catalogue_add_indicator(arena, catalogue, &made[i]);
    return catalogue;
}

static void assert_selected(const struct selection *selection, const char *ids) {
    size_t count = 0;
    for (; ids[count] != '\0'; count++) {
        assert_true(count < selection->count);
        assert_int_equal(selection->indicators[count]->id[0], ids[count]);
    }
    assert_int_equal(selection->count, count);
}

static void terms_hold_together(void **state) {
    struct arena *arena = arena_create();
    const char *leads[] = {"Officer A", "Officer B"}, *sections[] = {"plans"};
    struct selection_term terms[] = {{.attribute = "lead", .values = leads, .value_count = 2},
                                     {.attribute = "section", .values = sections, .value_count = 1}};
    struct selection selection = {.terms = terms, .term_count = 1};
    selection_resolve(arena, &selection, make_catalogue(arena));
    assert_selected(&selection, "abd");
    selection.term_count = 2;
    selection_resolve(arena, &selection, make_catalogue(arena));
    assert_selected(&selection, "ad");
    arena_destroy(arena);
    (void)state;
}

static void a_list_is_in_the_order_of_the_catalogue(void **state) {
    struct arena *arena = arena_create();
    const struct indicator *listed[] = {&made[3], &made[2]};
    struct selection selection = {.listed = listed, .listed_count = 2};
    selection_resolve(arena, &selection, make_catalogue(arena));
    assert_selected(&selection, "cd");
    arena_destroy(arena);
    (void)state;
}

static void groups_come_together_and_none_is_last(void **state) {
    struct arena *arena = arena_create();
    struct selection selection = {.count = 0};
    selection_resolve(arena, &selection, make_catalogue(arena));
    assert_selected(&selection, "abcd");
    selection_gather(arena, &selection, "section");
    assert_selected(&selection, "adbc");
    assert_string_equal(selection_group(selection.indicators[2], "section"), "Visits");
    assert_null(selection_group(selection.indicators[3], "section"));
    arena_destroy(arena);
    (void)state;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_hold_together),
        cmocka_unit_test(a_list_is_in_the_order_of_the_catalogue),
        cmocka_unit_test(groups_come_together_and_none_is_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
