#ifndef SET_PAGE_NUMBER_H
#define SET_PAGE_NUMBER_H

#include "composer.h"

/*
 * {page} and {pages} in words of a layout: the number of the page on which they stand, and that of the last one. Both
 * are known when all pages are, so that words are measured with as many digits in their place and filled in later.
 */

/* Whether there is such a place. */
bool page_number_stands_in(const char *string);

/* How many bytes of a string are such a place, at its start; 0: there is none. */
size_t page_number_place(const char *string);

/* The words that a string is measured by. */
const char *page_number_measured(const struct composer *composer, const char *string);

/* Notes a frame of a piece whose string has such a place; the share of its width that lies before the point where it
 * stays: 0 for the left edge, 1 for the right. */
void page_number_note(struct composer *composer, const struct frame *frame, double anchor);

/* Fills in a copy of such a frame; others stay as they are. `page` may be NULL: it has no number. */
void page_number_fill(const struct composer *composer, const struct frame *noted, struct frame *copy, const char *page,
                      const char *pages);

/* The number of one half of a folded page, `3a` or `3b`, since a booklet parts them. */
const char *page_number_of_half(struct arena *arena, const char *number, bool right);

#endif
