#ifndef SET_SYMBOLS_H
#define SET_SYMBOLS_H

#include "flow.h"

/* What symbols mean, of those that are used: `[x] not available; [z] not applicable`; "" where none is, or where
 * a key of the page says it. */
const char *symbols_meaning(struct composer *composer, const bool used[STATUS_COUNT]);

/*
 * What stands below a table: what its symbols mean, of those that it used, and then, or right of a fold, what its
 * author says.
 *
 * used  by status
 * note  NULL: the author says nothing
 */
void symbols_note_set(struct composer *composer, struct flow *flow, const bool used[STATUS_COUNT], const char *note);

#endif
