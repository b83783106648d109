#include "block_readers.h"

/* The first of those that it names is its own where it does not say which; it has no part. */
void measure_heading_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    (void)reader;
    if (block->selection.count > 0 && xml_value(element, "indicator") == NULL)
        block->indicator = block->selection.indicators[0];
}
