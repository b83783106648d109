#ifndef PAGE_ABOUT_H
#define PAGE_ABOUT_H

#include "arrange.h"

/* What the page being set says of itself where it is published without the others: the pack and its period, the
 * definitions of its indicators, the source and the date of the data, as sentences. */
const char *about_page(struct composer *composer);

/* Sets the definitions that the page being set does not show below its blocks, where its last side, which has
 * height_pt for blocks, has room for them. */
void about_define(struct composer *composer, struct region *regions, double width_pt, double height_pt);

/* `Source: ... Data as at 31 July 2018`, without what `shown` says already; NULL where it says all.
 *
 * source  where the figures come from (source_line.h) */
const char *about_source(struct arena *arena, const struct layout *layout, const char *source, const char *shown);

#endif
