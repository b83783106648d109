#ifndef SOURCE_FILE_PERIOD_H
#define SOURCE_FILE_PERIOD_H

#include "source_request.h"

/*
 * The periods that the files of a source say of all their figures, in their names or in one cell of each: one for each
 * file, PERIOD_NONE, reported, where it says none. NULL where none is asked for.
 */
int *file_periods(struct arena *arena, const struct source_request *request, struct diag *diag);

/* Reads the address of a cell, `[A2]`: its column from 0, its row from 1. False where it is none. */
bool file_period_cell(const char *text, size_t *column, int *row);

#endif
