#ifndef SET_NOTES_H
#define SET_NOTES_H

#include "flow.h"
#include "rich.h"

/*
 * Footnotes of the block that is being set: marks are numbered as they are set, from 1, and what they lead to stands at
 * the foot of the block. A mark leads to its note, and a note back to its first mark.
 */

struct notes *notes_create(struct arena *arena);

/* The number of a note, as its mark shows it. */
const char *notes_number(struct composer *composer, const struct rich_note *note);

/* The element of a mark, for its number and the area of its link, below `parent`. */
struct element *notes_mark(struct composer *composer, const struct rich_note *note, struct element *parent);

/* Sets the notes that marks lead to at the end of a flow, below composer->page->section; then there are none. */
void notes_set(struct composer *composer, struct flow *flow);

#endif
