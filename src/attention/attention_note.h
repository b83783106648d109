#ifndef ATTENTION_ATTENTION_NOTE_H
#define ATTENTION_ATTENTION_NOTE_H

#include "attention.h"
#include "composer.h"
#include "rich.h"

/* Adds what stands below a list whose first `listed` have a row: the others that need attention by name, a paragraph
 * for all that stand alike, headed in bold; why what is watched is; how many of all stand how, with the names of the
 * rest where they are few. Names have their references where those of the list do. Nothing where there is nothing to
 * say. */
void attention_note_add(struct composer *composer, const struct attention *attention, size_t listed, bool references,
                        struct rich_text *text);

#endif
