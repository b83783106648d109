#include "sheet_order.h"

#include <assert.h>

size_t sheet_order_length(size_t pages) {
    return (pages + SHEET_ORDER_PAGES - 1) / SHEET_ORDER_PAGES * SHEET_ORDER_PAGES;
}

/* From the outermost sheet inwards, each side takes the next page from the front and the next from the back; the
 * lower one stands right on a front and left on a back. */
struct sheet_order_side sheet_order_side_at(size_t length, size_t side) {
    assert(length % SHEET_ORDER_PAGES == 0 && side < length / 2);
    size_t low = side, high = length - 1 - side;
    return side % 2 == 0 ? (struct sheet_order_side){high, low} : (struct sheet_order_side){low, high};
}
