#ifndef DRAWING_FIXTURE_H
#define DRAWING_FIXTURE_H

#include "../english.h"
#include "lettering.h"

/* What tests of charts draw with: letters of Roboto and chance, which comes the same in each test. cmocka comes
 * before. */

#define ROBOTO "/usr/share/fonts/truetype/roboto/unhinted/"

static const struct font_list fonts = {.files = {
                                           [FACE_TEXT] = {ROBOTO "RobotoTTF/Roboto-Regular.ttf", {0}},
                                           [FACE_TABLE] = {ROBOTO "RobotoCondensed-Regular.ttf", {0}},
                                           [FACE_TABLE_BOLD] = {ROBOTO "RobotoCondensed-Bold.ttf", {0}},
                                           [FACE_LAST] = {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", {0}},
                                       }};
static const double hair = 1e-6;

static struct arena *arena;
static struct lettering *lettering;
static struct diag diag;
static const uint32_t drawing_seed = 11;
static uint32_t random_state;

static int set_up(void **state) {
    (void)state;
    arena = arena_create();
    diag_init(&diag, arena);
    lettering = lettering_create(&fonts, &diag);
    random_state = drawing_seed;
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    lettering_destroy(lettering);
    arena_destroy(arena);
    return 0;
}

static inline uint32_t random_below(uint32_t limit) {
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % limit;
}

#endif
