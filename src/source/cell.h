#ifndef SOURCE_CELL_H
#define SOURCE_CELL_H

#include "series.h"

/*
 * Reads one figure of a data file: a plain number, perhaps with ` [p]` or ` [r]` behind it, or what stands for none:
 * empty or `[x]` missing, `[z]` not applicable, `[c]`, `c` or `suppressed` suppressed.
 *
 * name   what the figure is, for messages: the column's name
 *
 * Anything else is reported at pos and gives a missing cell.
 */
struct cell cell_read(struct arena *arena, const char *text, const char *name, struct source_pos pos,
                      struct diag *diag);

/* A copy without blanks at either end. */
char *cell_trim(struct arena *arena, const char *text);

#endif
