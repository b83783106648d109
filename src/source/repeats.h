#ifndef SOURCE_REPEATS_H
#define SOURCE_REPEATS_H

#include "figure_columns.h"

/*
 * Figures of one series for one period: equal ones are harmless and counted; of those that differ one counts, or they
 * are reported, all of a pair of lines together, with the columns in which the lines differ.
 */
struct repeats {
    struct arena *arena;
    struct diag *diag;
    const struct source_request *request;
    const struct figure_columns *tables; /* of the files that were read */
    size_t table_count;
    size_t equal; /* figures that stand there again */
    struct source_pos first_equal;
    struct repeat_pair *pair; /* the lines that are being told of; NULL for none */
    size_t pairs;
};

/* A gather_meets; the context is a struct repeats. */
void repeats_meet(struct gather *gather, const struct gather_meeting *meeting, void *context);

/* Tells what is left to tell. */
void repeats_finish(struct repeats *repeats);

#endif
