#include "saddle.h"

#include <assert.h>

size_t saddle_length(size_t pages) {
    return (pages + SADDLE_PAGES_PER_SHEET - 1) / SADDLE_PAGES_PER_SHEET * SADDLE_PAGES_PER_SHEET;
}

/* From the outermost sheet inwards, each side takes the next page from the front and the next from the back; the
 * lower one stands right on a front and left on a back. */
struct saddle_side saddle_side_at(size_t length, size_t side) {
    assert(length % SADDLE_PAGES_PER_SHEET == 0 && side < length / 2);
    size_t low = side, high = length - 1 - side;
    return side % 2 == 0 ? (struct saddle_side){high, low} : (struct saddle_side){low, high};
}
