#ifndef SET_USAGE_H
#define SET_USAGE_H

#include <stdint.h>

#include "composer.h"
#include "quartile.h"

/* What a page uses of all that a key explains, a bit each. It is written down as pieces are made, in a first setting of
 * the pages, so that a key can stand before what it explains. */
struct usage {
    uint64_t icons; /* of enum icon */
    unsigned bands, quartiles, statuses;
};

enum { USAGE_ICONS_MAX = 64 };

/* No-ops where nothing is written down. */
void usage_add_icon(struct composer *composer, int icon); /* of enum icon */
void usage_add_band(struct composer *composer, enum band_colour band);
void usage_add_quartile(struct composer *composer, enum quartile quartile);
void usage_add_symbols(struct composer *composer, const char *string); /* those that a text holds: `[x]` */

/* A key on the page itself explains symbols, so that its tables need not. */
bool usage_is_explained(const struct composer *composer);

/* Where the first setting writes: a place for each page of the layout; NULL where no block asks for it. */
struct usage *usage_create(struct arena *arena, const struct layout *layout);

/* What one page uses, or all of them. */
struct usage usage_of(const struct composer *composer, bool of_pack);

#endif
