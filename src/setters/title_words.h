#ifndef SETTERS_TITLE_WORDS_H
#define SETTERS_TITLE_WORDS_H

#include <stdbool.h>

#include "arena.h"

/* Whether a title has said already what would stand below it: nothing is said twice. */

/* True where most words of a title are in a name, or all of the name in it: it speaks of the same. */
bool title_says(struct arena *arena, const char *title, const char *name);

/* True where a title names a unit: by its words, or a percentage by its sign. */
bool title_names_unit(struct arena *arena, const char *title, const char *unit, bool percentage);

#endif
