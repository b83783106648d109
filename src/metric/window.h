#ifndef METRIC_WINDOW_H
#define METRIC_WINDOW_H

#include "figure.h"

/*
 * The figures of a stretch of time, such as twelve months, that come in one after the other and leave in that order:
 * what is there of them, unrounded. Periods that are not there are left out; a suppressed one suppresses all, since it
 * could be worked out.
 *
 * A step costs the same however long the history is.
 */
struct window_item {
    struct fraction value; /* none where absent */
    enum status status;
    wide cut; /* the value x 10^15, cut: the sum of all tells how the mean rounds */
    bool inexact;
};

struct window {
    struct window_item *items;    /* a ring */
    size_t room, pushed, dropped; /* room: a power of two */
    struct fraction *present;     /* room to work in, as many as items */
    wide total;
    int periods[STATUS_COUNT];
    int inexact_count, uncut_count; /* periods whose cut is no whole number, or that have none */
    size_t highest, lowest;         /* which of all that were pushed */
};

enum { WINDOW_ROOM_MAX = 512 };

struct window window_make(struct arena *arena, int room); /* an empty one for so many periods, 1 to WINDOW_ROOM_MAX */
void window_push(struct window *window, const struct figure *figure);
void window_drop(struct window *window);                /* the oldest of those that are in it */
enum status window_status(const struct window *window); /* missing where no period is there */
struct fraction window_mean(const struct window *window);
struct fraction window_maximum(const struct window *window); /* only where the status is a present one */
struct fraction window_minimum(const struct window *window);

#endif
