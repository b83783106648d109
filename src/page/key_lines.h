#ifndef PAGE_KEY_LINES_H
#define PAGE_KEY_LINES_H

#include "flow.h"
#include "usage.h"

/* A block among others; close lines at the foot of a page; the same, said elsewhere already, as artifacts. */
enum key_form { KEY_BLOCK, KEY_FOOT, KEY_AGAIN };

/* Sets what a key says of all that is used into a flow, as a list below composer->page->section: in lines that are
 * filled from the left. */
void key_lines_set(struct composer *composer, struct flow *flow, const struct usage *usage, enum key_form form);

#endif
