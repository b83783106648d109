#ifndef ARENA_FIXTURE_H
#define ARENA_FIXTURE_H

#include "arena.h"

/* An arena for each test of a program, for those that need nothing else. cmocka comes before. */

static struct arena *arena;

static int set_up(void **state) {
    (void)state;
    arena = arena_create();
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_destroy(arena);
    return 0;
}

#endif
