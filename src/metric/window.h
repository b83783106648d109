#ifndef METRIC_WINDOW_H
#define METRIC_WINDOW_H

#include "figure.h"

enum { WINDOW_MONTHS = 12 };

/*
 * The last 12 months of a figure, pushed one after the other: what is there of them, unrounded. Months that are not
 * there are left out; a suppressed one suppresses all, since it could be worked out.
 *
 * The zero value is an empty window. A step costs the same however long the history is.
 */
struct window {
    struct fraction values[WINDOW_MONTHS]; /* a ring; none where absent */
    enum status statuses[WINDOW_MONTHS];
    wide cut[WINDOW_MONTHS]; /* the values x 10^15, cut: their sum tells how the mean rounds */
    bool inexact[WINDOW_MONTHS];
    wide total;
    int months[STATUS_COUNT];
    int inexact_count, uncut_count; /* months whose cut is no whole number, or that have none */
    size_t pushed;
    size_t highest, lowest; /* their places in the ring */
};

void window_push(struct window *window, const struct figure *figure);
enum status window_status(const struct window *window); /* missing where no month is there */
struct fraction window_mean(const struct window *window);
struct fraction window_maximum(const struct window *window); /* only where the status is a present one */
struct fraction window_minimum(const struct window *window);

#endif
