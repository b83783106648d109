#ifndef PAGE_SYMBOLS_H
#define PAGE_SYMBOLS_H

#include "flow.h"

/* What the symbols of a table mean, below it: those that it used, by their status. Nothing where it used none. */
void symbols_note_set(struct composer *composer, struct flow *flow, const bool used[STATUS_COUNT],
                      struct source_pos pos);

#endif
