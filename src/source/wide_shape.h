#ifndef SOURCE_WIDE_SHAPE_H
#define SOURCE_WIDE_SHAPE_H

#include "shape.h"

/*
 * Reads a wide table into a catalogue: a first column `period` (2018-07), every other column a series. Rows may be in
 * any order; a period between that has no row is missing.
 *
 * columns   the names to take, separated by blanks; NULL for all
 *
 * Reports wrong periods, periods twice, what is no number, and a series that the catalogue has already.
 */
void wide_shape_read(const struct shape *shape, const char *columns);

#endif
