#ifndef BLOCKS_EXTENT_H
#define BLOCKS_EXTENT_H

#include "calendar.h"

/* How far back from the period of a pack a table, a chart or a line goes. */
struct extent {
    int periods; /* so many, the last one that of the pack; 0: years */
    int years;   /* whole ones, the last one that of the pack's period */
    bool by_due; /* counted in the periods in which the indicator is due */
};

/* How far they go unless an author says, by the grain of the pack. */
extern const struct extent extent_of_tables[GRAIN_COUNT], extent_of_charts[GRAIN_COUNT];

/* How many years back notes are told, unless an author says. */
extern const int extent_of_notes[GRAIN_COUNT];

/* How many periods stand in a row of columns or of rows beside others, unless an author says. */
extern const int extent_of_runs[GRAIN_COUNT];

#endif
