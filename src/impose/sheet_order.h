#ifndef IMPOSE_SHEET_ORDER_H
#define IMPOSE_SHEET_ORDER_H

#include <stddef.h>

/*
 * The order of a booklet stitched through its fold: two pages on each side of a sheet, sheets turned on the short edge
 * and laid one in the other. Pages and sides count from 0; sides in printing order, front then back of each sheet.
 */
struct sheet_order_side {
    size_t left, right; /* pages */
};

enum { SHEET_ORDER_PAGES = 4 }; /* on both sides of a sheet */

/* The number of pages with those that fill the last sheet. */
size_t sheet_order_length(size_t pages);

/* What stands on a side; length is a multiple of four, and there are length / 2 sides. */
struct sheet_order_side sheet_order_side_at(size_t length, size_t side);

#endif
