#ifndef DOCUMENT_SERIES_LOOK_H
#define DOCUMENT_SERIES_LOOK_H

#include <stddef.h>

#include "chart.h"

/* How lines and points look, so that they are told from one another without colour too. */
struct series_look {
    enum colour line, label;
    enum chart_marker marker;
    enum chart_dash dash;
};

/* That of a number; 0 is one's own. */
const struct series_look *series_look(size_t number);

/* That of others: a comparator by its number among those of a catalogue, so that it looks alike in all charts of a
 * pack. */
const struct series_look *series_look_other(size_t other);

#endif
