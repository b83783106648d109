#ifndef PAGE_GLYPHS_H
#define PAGE_GLYPHS_H

#include "composer.h"

/*
 * Reports every character of the words that the pages show which no font has, where its author wrote it. Gives true
 * where all can be shown.
 *
 * Words are looked at here, once and for all blocks and charts, since what a title is set from is known here only.
 */
bool glyphs_check(struct composer *composer);

#endif
