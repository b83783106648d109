#ifndef SOURCE_GATHER_H
#define SOURCE_GATHER_H

#include "catalogue.h"

/*
 * Gathers cells that come in any order, each with the name of its series and its period, and lays them into the series
 * of a catalogue: new ones, or longer ones where a series is there already.
 */
struct gather {
    struct arena *arena;
    struct diag *diag;
    struct catalogue *catalogue;
    struct gathered *cells;
    size_t cell_count, cell_capacity;
    struct gather_series **series;
    size_t series_count, series_capacity;
    struct index series_by_id;
};

/* What is done with a cell whose series has one of that period already: a pointer into the series, and the new one. */
typedef void gather_meets(struct gather *gather, const struct series *series, struct cell *there,
                          const struct cell *cell);

/* Adds a cell. id and what the cell points to are borrowed. */
void gather_add(struct gather *gather, const char *id, int period, struct cell cell);

/* Lays all cells into their series. Reports series whose periods lie too far apart to be true, and leaves them out.
 *
 * meets   called for each cell that meets an earlier one
 */
void gather_finish(struct gather *gather, gather_meets *meets);

#endif
