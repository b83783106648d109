#ifndef SOURCE_GATHER_H
#define SOURCE_GATHER_H

#include "catalogue.h"
#include "cell_run.h"

/*
 * Gathers cells that come in any order, each with the name of its series and its period, and lays them into the series
 * of a catalogue: new ones, or longer ones where a series is there already. Cells of another grain than the catalogue's
 * are brought up, or spread.
 */
struct gather {
    struct arena *arena;
    struct diag *diag;
    struct catalogue *catalogue;
    struct calendar calendar;   /* of the cells */
    const char *const *letters; /* the names of series that hold RAG letters, up to NULL; may be NULL */
    bool sparse;                /* new series are so */
    const char *nothing;        /* why new series without figures have none: nothing to count; NULL: not said */
    bool over;                  /* cells are laid over series that are there, in whatever periods these are due */
    struct gathered *cells;
    size_t cell_count, cell_capacity;
    struct gathered_series **series;
    size_t series_count, series_capacity;
    struct index series_by_id;
};

/* A series while its cells come in. */
struct gathered_series {
    const char *id;
    struct source_pos pos; /* where it begins, for messages */
    enum bring_up bring_up;
    bool letters;    /* its cells are RAG letters */
    int first, last; /* none while first is above last: a series without figures */
    struct cell_run run;
    bool *given; /* of each period of the run: a cell has come in */
};

/* What is done with a cell whose series has one of that period already. */
struct gather_meeting {
    const char *id;
    struct calendar calendar;
    int period;         /* of that calendar */
    struct cell *there; /* in the series */
    const struct cell *cell;
    bool before; /* the one that is there is of an earlier gathering */
};
typedef void gather_meets(struct gather *gather, const struct gather_meeting *meeting, void *context);

/* The series of that name, which is copied, to gather cells for: a new one begins at pos, and is brought up so. */
struct gathered_series *gather_series(struct gather *gather, const char *id, struct source_pos pos,
                                      enum bring_up bring_up);

/* Adds a cell. What it points to is borrowed. */
void gather_add(struct gather *gather, struct gathered_series *series, int period, struct cell cell);

/* Lays all cells into their series. Reports series whose periods lie too far apart to be true, and leaves them out.
 *
 * meets   called for each cell that meets an earlier one, with the context
 */
void gather_finish(struct gather *gather, gather_meets *meets, void *context);

#endif
