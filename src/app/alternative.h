#ifndef APP_ALTERNATIVE_H
#define APP_ALTERNATIVE_H

#include "abbreviation.h"
#include "frame.h"

/*
 * An alternative text that a reader understands by itself: behind the first place of a short form that no words of the
 * page show, so that no key there explains it, stands what it means, `SN (statistical neighbours)`.
 *
 * abbreviations   of the pack; NULL: none
 * shown           alternative_shown of the page
 */
const char *alternative_spell(struct arena *arena, const struct abbreviations *abbreviations, const bool *shown,
                              const char *alt);

/* Which abbreviations the words of a page show, by their places. */
const bool *alternative_shown(struct arena *arena, const struct abbreviations *abbreviations, const struct page *page);

#endif
