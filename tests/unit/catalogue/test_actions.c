#include "../months.h"
#include "small_catalogue.h"

/* Files of actions: their days, their words, their order, and whose they are. */

static const struct action *action_of(const struct catalogue *catalogue, const char *id, size_t place, size_t count) {
    size_t found;
    const struct action *actions = catalogue_actions(catalogue, catalogue_indicator(catalogue, id), &found);
    assert_int_equal(found, count);
    return &actions[place];
}

static int day(int year, int month, int of_month) {
    return calendar_day((struct date){year, month, of_month});
}

static void actions_stand_by_indicator_and_day(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "t.csv",
                 "status,due,owner,action,ref\nopen,01/12/2018,Head,Late,j\nDone,30/11/2018,Head,Early,j\n"
                 "On track,13/04/2018,Lead,One,i 1\n");
    const struct catalogue *catalogue = small_catalogue_read(fixture, "<actions file='t.csv' id='ref'/>");
    assert_quiet(fixture);
    assert_true(catalogue->tells_actions);
    assert_string_equal(action_of(catalogue, "i 1", 0, 1)->words, "One");
    assert_int_equal(action_of(catalogue, "i 1", 0, 1)->status, ACTION_IN_PROGRESS);
    assert_string_equal(action_of(catalogue, "j", 0, 2)->words, "Early");
    assert_int_equal(action_of(catalogue, "j", 0, 2)->status, ACTION_DONE);
    assert_int_equal(action_of(catalogue, "j", 1, 2)->due, day(2018, 12, 1));
}

static void an_action_is_overdue_behind_its_day_while_it_is_open(void **state) {
    struct action action = {.due = day(2018, 7, 31), .status = ACTION_ON_HOLD};
    (void)state;
    assert_false(action_is_overdue(&action, day(2018, 7, 31)));
    assert_true(action_is_overdue(&action, day(2018, 8, 1)));
    action.status = ACTION_DONE;
    assert_false(action_is_overdue(&action, day(2018, 8, 1)));
    action.status = ACTION_STOPPED;
    assert_false(action_is_open(&action));
}

static void some_places_have_none(void **state) {
    struct fixture *fixture = *state;
    fixture_file(
        fixture, "t.csv",
        "place,indicator,action,owner,due,status\nN1,j,One,Head,2018-12-01,open\nN2,j,One,Head,2018-12-01,open\n");
    const struct catalogue *own = small_catalogue_read(fixture, "<actions file='t.csv' where='place={code}'/>");
    assert_int_equal((int)own->action_count, 1);
    const struct catalogue *none = small_catalogue_read(fixture, "<actions file='t.csv' where='place=N3'/>");
    assert_int_equal((int)none->action_count, 0);
    assert_true(none->tells_actions);
    assert_quiet(fixture);
}

static void a_column_that_is_not_there_is_told(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "t.csv", "indicator,action,due,status\nj,One,2018-12-01,open\n");
    small_catalogue_read(fixture, "<actions file='t.csv'/>");
    assert_message(fixture, "t.csv:1:", "owner");
}

static void a_day_that_is_none_is_told(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "t.csv", "indicator,action,owner,due,status\nj,One,Head,31/02/2018,open\n");
    const struct catalogue *catalogue = small_catalogue_read(fixture, "<actions file='t.csv'/>");
    assert_message(fixture, "t.csv:2:4:", "31/02/2018");
    assert_int_equal((int)catalogue->action_count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(actions_stand_by_indicator_and_day),
        TEST(an_action_is_overdue_behind_its_day_while_it_is_open),
        TEST(some_places_have_none),
        TEST(a_column_that_is_not_there_is_told),
        TEST(a_day_that_is_none_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
