#ifndef SOURCE_SINGLE_SHAPE_H
#define SOURCE_SINGLE_SHAPE_H

#include "shape.h"

/*
 * Reads a table of one period into a catalogue: a row for each thing, named in the column `id`, and a column for each
 * of its figures. Each cell becomes the series `THING COLUMN`, such as `visits numerator`.
 */
void single_shape_read(const struct shape *shape, const char *id, int period);

#endif
