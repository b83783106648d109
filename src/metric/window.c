#include "window.h"

#include <assert.h>

/* 10^15 to a unit; a boundary between two ways to round, at ten decimals or fewer, is a multiple of BOUNDARY of these.
 */
static const wide SCALE = (wide)1000000000000000, BOUNDARY = 10000;

struct window window_make(struct arena *arena, int room) {
    size_t power = 1;
    assert(room >= 1 && room <= WINDOW_ROOM_MAX);
    while (power < (size_t)room)
        power *= 2;
    return (struct window){.items = arena_new_array(arena, power, struct window_item),
                           .present = arena_new_array(arena, power, struct fraction),
                           .room = power};
}

static struct window_item *item_at(const struct window *window, size_t which) {
    return &window->items[which & (window->room - 1)];
}

/* Negative and very large values have no cut: their means are worked out the long way. */
static bool cut_of(struct fraction value, wide *cut, bool *inexact) {
    wide scaled;
    if (value.numerator < 0 || __builtin_mul_overflow(value.numerator, SCALE * WINDOW_ROOM_MAX * 10, &scaled))
        return false;
    scaled = value.numerator * SCALE;
    *cut = scaled / value.denominator;
    *inexact = *cut * value.denominator != scaled;
    return true;
}

static void count(struct window *window, const struct window_item *item, int by) {
    window->periods[item->status] += by;
    if (!fraction_present(item->value))
        return;
    window->total += by * item->cut;
    window->inexact_count += by * item->inexact;
    window->uncut_count += by * (item->cut < 0);
}

/* Finds which value times sign is the greatest. */
static size_t extreme(const struct window *window, int sign) {
    size_t best = window->dropped;
    for (size_t i = best + 1; i < window->pushed; i++) {
        struct fraction value = item_at(window, i)->value, champion = item_at(window, best)->value;
        if (!fraction_present(champion) || (fraction_present(value) && sign * fraction_compare(value, champion) > 0))
            best = i;
    }
    return best;
}

/* What the newest makes of an extreme. */
static void follow(const struct window *window, size_t *which, int sign) {
    size_t newest = window->pushed - 1;
    struct fraction value = item_at(window, newest)->value, champion = item_at(window, *which)->value;
    if (*which < window->dropped || !fraction_present(champion) ||
        (fraction_present(value) && sign * fraction_compare(value, champion) >= 0))
        *which = newest;
}

void window_push(struct window *window, const struct figure *figure) {
    assert(window->pushed - window->dropped < window->room);
    struct window_item *item = item_at(window, window->pushed++);
    *item = (struct window_item){.value = status_is_absent(figure->status) ? fraction_none() : figure->value,
                                 .status = figure->status};
    if (fraction_present(item->value) && !cut_of(item->value, &item->cut, &item->inexact))
        item->cut = -1;
    count(window, item, 1);
    follow(window, &window->highest, 1);
    follow(window, &window->lowest, -1);
}

void window_drop(struct window *window) {
    size_t oldest = window->dropped++;
    count(window, item_at(window, oldest), -1);
    if (window->highest == oldest)
        window->highest = extreme(window, 1);
    if (window->lowest == oldest)
        window->lowest = extreme(window, -1);
}

static int present_count(const struct window *window) {
    int present = 0;
    for (enum status status = 0; status < STATUS_COUNT; status++)
        if (!status_is_absent(status))
            present += window->periods[status];
    return present;
}

enum status window_status(const struct window *window) {
    enum status worst = STATUS_PRESENT;
    if (window->periods[STATUS_SUPPRESSED] > 0)
        return STATUS_SUPPRESSED;
    if (window->periods[STATUS_IN_WORDS] > 0)
        return STATUS_MISSING; /* it may be the greatest of all */
    for (enum status status = 0; status < STATUS_COUNT; status++)
        if (!status_is_absent(status) && window->periods[status] > 0)
            worst = status_worse(worst, status);
    return present_count(window) > 0 ? worst : STATUS_MISSING;
}

static struct fraction mean_in_full(const struct window *window) {
    size_t present = 0;
    for (size_t i = window->dropped; i < window->pushed; i++)
        if (fraction_present(item_at(window, i)->value))
            window->present[present++] = item_at(window, i)->value;
    return fraction_mean(window->present, present);
}

struct fraction window_mean(const struct window *window) {
    int present = present_count(window);
    if (present == 0)
        return fraction_none();
    /* Each cut lost less than one: the true mean lies between these two, and rounds alike if no boundary does. */
    wide step = BOUNDARY * present;
    if (window->uncut_count > 0 ||
        (window->inexact_count > 0 && window->total / step != (window->total + window->inexact_count) / step))
        return mean_in_full(window);
    return (struct fraction){window->total, SCALE * present};
}

struct fraction window_maximum(const struct window *window) {
    return item_at(window, window->highest)->value;
}

struct fraction window_minimum(const struct window *window) {
    return item_at(window, window->lowest)->value;
}
