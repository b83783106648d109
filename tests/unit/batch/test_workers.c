#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "workers.h"

enum { ITEMS = 40 };

/* What came of each item. */
struct seen {
    char answers[ITEMS][64], reasons[ITEMS][128];
    size_t taken, lost;
    pid_t parent;
};

static struct seen seen;

enum harm { NO_HARM, CRASH, NO_MEMORY, LEAVE, STOP };
static enum harm harm;

/* Every fifth item comes to harm. */
static void perform(void *context, size_t item, struct text *answer) {
    (void)context;
    if (item % 5 == 3 && harm == CRASH)
        raise(SIGKILL);
    if (item % 5 == 3 && harm == NO_MEMORY)
        memory_exhausted();
    if (item % 5 == 3 && harm == LEAVE)
        _exit(7);
    if (item == 3 && harm == STOP) {
        kill(seen.parent, SIGTERM);
        sleep(60);
    }
    text_printf(answer, "item %zu", item);
    if (item == 4)
        for (int i = 0; i < 200000; i++) /* more than a pipe holds */
            text_add(answer, "x");
}

static void take(void *context, size_t item, const struct text *answer) {
    (void)context;
    seen.taken++;
    snprintf(seen.answers[item], sizeof(seen.answers[item]), "%.*s", (int)(answer->length < 60 ? answer->length : 60),
             answer->bytes);
    if (item == 4)
        assert_int_equal(answer->length, strlen("item 4") + 200000);
}

static void lose(void *context, size_t item, const char *why) {
    (void)context;
    seen.lost++;
    snprintf(seen.reasons[item], sizeof(seen.reasons[item]), "%s", why);
}

static int run(enum harm done, int jobs) {
    static size_t items[ITEMS];
    for (size_t i = 0; i < ITEMS; i++)
        items[i] = i;
    const struct work work = {
        .items = items, .count = ITEMS, .jobs = jobs, .perform = perform, .take = take, .lose = lose};
    memset(&seen, 0, sizeof(seen));
    seen.parent = getpid();
    harm = done;
    return workers_run(&work);
}

static void all_is_done_once(void **state) {
    (void)state;
    for (int jobs = 1; jobs <= 9; jobs += 4) {
        assert_int_equal(run(NO_HARM, jobs), 0);
        assert_int_equal(seen.taken, ITEMS);
        assert_int_equal(seen.lost, 0);
        assert_string_equal(seen.answers[39], "item 39");
    }
}

static void harm_is_of_one_alone(void **state) {
    (void)state;
    static const char *const reasons[] = {[CRASH] = "its process ended by signal 9 (Killed)",
                                          [NO_MEMORY] = "out of memory",
                                          [LEAVE] = "its process ended with exit status 7"};
    for (enum harm done = CRASH; done <= LEAVE; done++)
        for (int jobs = 1; jobs <= 3; jobs++) {
            assert_int_equal(run(done, jobs), 0);
            assert_int_equal(seen.taken, ITEMS - ITEMS / 5);
            assert_int_equal(seen.lost, ITEMS / 5);
            assert_string_equal(seen.reasons[38], reasons[done]);
            assert_string_equal(seen.answers[39], "item 39");
        }
}

static void a_signal_ends_it(void **state) {
    (void)state;
    assert_int_equal(run(STOP, 2), SIGTERM);
    assert_int_equal(seen.lost, 0);
    assert_true(seen.taken < ITEMS);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_is_done_once), cmocka_unit_test(harm_is_of_one_alone),
                                       cmocka_unit_test(a_signal_ends_it)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
