#ifndef PLOT_VALUE_LIST_H
#define PLOT_VALUE_LIST_H

#include "value_spots.h"

/* The figures of a series from left to right, of which all are placed, or a few. */
struct value_list {
    struct value *items;
    bool *there; /* placed already */
    size_t count, capacity, there_capacity, there_count;
    bool sparse;    /* a few, whatever room there is */
    bool last_told; /* the last of them in any case */
};

void value_list_add(struct arena *arena, struct value_list *list, struct value value, bool there);

/* Adds all figures of all lists where each has room at its mark, or each within its column; else of each list the first
 * and the last, the highest and the lowest unless many are, zeros, and what is at a target, where they have room. */
void value_lists_place(struct callout_maker *maker, const struct value_list *lists, size_t count);

#endif
