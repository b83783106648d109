#include "window.h"

/* 10^15 to a unit; a boundary between two ways to round, at ten decimals or fewer, is a multiple of GRAIN of these. */
static const wide SCALE = (wide)1000000000000000, GRAIN = 10000;

/* Negative and very large values have no cut: their means are worked out the long way. */
static bool cut_of(struct fraction value, wide *cut, bool *inexact) {
    wide scaled;
    if (value.numerator < 0 || __builtin_mul_overflow(value.numerator, SCALE * WINDOW_MONTHS * 10, &scaled))
        return false;
    scaled = value.numerator * SCALE;
    *cut = scaled / value.denominator;
    *inexact = *cut * value.denominator != scaled;
    return true;
}

static void count(struct window *window, size_t place, int by) {
    window->months[window->statuses[place]] += by;
    if (!fraction_present(window->values[place]))
        return;
    window->total += by * window->cut[place];
    window->inexact_count += by * window->inexact[place];
    window->uncut_count += by * (window->cut[place] < 0);
}

/* Finds the place of the greatest value times sign. */
static size_t extreme(const struct window *window, int sign) {
    size_t filled = window->pushed < WINDOW_MONTHS ? window->pushed : WINDOW_MONTHS, best = 0;
    for (size_t i = 1; i < filled; i++)
        if (!fraction_present(window->values[best]) ||
            (fraction_present(window->values[i]) &&
             sign * fraction_compare(window->values[i], window->values[best]) > 0))
            best = i;
    return best;
}

static void follow(struct window *window, size_t *place, size_t newest, int sign) {
    if (*place == newest || !fraction_present(window->values[*place]))
        *place = extreme(window, sign);
    else if (fraction_present(window->values[newest]) &&
             sign * fraction_compare(window->values[newest], window->values[*place]) >= 0)
        *place = newest;
}

void window_push(struct window *window, const struct figure *figure) {
    size_t place = window->pushed % WINDOW_MONTHS;
    if (window->pushed >= WINDOW_MONTHS)
        count(window, place, -1);
    window->statuses[place] = figure->status;
    window->values[place] = status_is_absent(figure->status) ? fraction_none() : figure->value;
    window->cut[place] = 0;
    window->inexact[place] = false;
    if (fraction_present(window->values[place]) &&
        !cut_of(window->values[place], &window->cut[place], &window->inexact[place]))
        window->cut[place] = -1;
    count(window, place, 1);
    window->pushed++;
    follow(window, &window->highest, place, 1);
    follow(window, &window->lowest, place, -1);
}

static int present_months(const struct window *window) {
    int present = 0;
    for (enum status status = 0; status < STATUS_COUNT; status++)
        if (!status_is_absent(status))
            present += window->months[status];
    return present;
}

enum status window_status(const struct window *window) {
    enum status worst = STATUS_PRESENT;
    if (window->months[STATUS_SUPPRESSED] > 0)
        return STATUS_SUPPRESSED;
    for (enum status status = 0; status < STATUS_COUNT; status++)
        if (!status_is_absent(status) && window->months[status] > 0)
            worst = status_worse(worst, status);
    return present_months(window) > 0 ? worst : STATUS_MISSING;
}

static struct fraction mean_in_full(const struct window *window) {
    struct fraction values[WINDOW_MONTHS];
    size_t present = 0;
    for (size_t i = 0; i < WINDOW_MONTHS; i++)
        if (fraction_present(window->values[i]))
            values[present++] = window->values[i];
    return fraction_mean(values, present);
}

struct fraction window_mean(const struct window *window) {
    int present = present_months(window);
    if (present == 0)
        return fraction_none();
    /* Each cut lost less than one: the true mean lies between these two, and rounds alike if no boundary does. */
    wide least = window->total / present, most = (window->total + window->inexact_count) / present;
    if (window->uncut_count > 0 || (window->inexact_count > 0 && least / GRAIN != most / GRAIN))
        return mean_in_full(window);
    return (struct fraction){window->total, SCALE * present};
}

struct fraction window_maximum(const struct window *window) {
    return window->values[window->highest];
}

struct fraction window_minimum(const struct window *window) {
    return window->values[window->lowest];
}
