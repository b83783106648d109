#ifndef SET_HYPHENS_H
#define SET_HYPHENS_H

#include "composer.h"

/*
 * Words of the layout's language that may be divided, where a column is narrow: less than HYPHENS_NARROW sizes of its
 * type. A soft hyphen is put where a word may go on in another line. Words with a capital, a figure or another sign in
 * them, and those of fewer than eight letters, stay whole: names, abbreviations, addresses.
 */
enum { HYPHENS_NARROW = 18 };

bool hyphens_wanted(const struct composer *composer, double width_pt, double size_pt);

/* The string with its soft hyphens; itself where it has no word to divide, or where nobody knows the language. */
const char *hyphens_add(struct composer *composer, const char *string);

#endif
