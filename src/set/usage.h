#ifndef SET_USAGE_H
#define SET_USAGE_H

#include <stdint.h>

#include "composer.h"
#include "quartile.h"

/* A sign that has a row in sign.def. */
enum sign {
#define SIGN(NAME, ...) SIGN_##NAME,
#include "sign.def"
    SIGN_COUNT
};

/* What a page uses of all that a key explains, a bit each. It is written down as pieces are made: what stands at the
 * foot of a page knows it then. What stands before takes it from a first setting of the pages. A shape or letter that
 * is an artifact has its words beside it, and needs no key. */
struct usage {
    uint64_t icons; /* of enum icon */
    uint64_t signs; /* of enum sign */
    unsigned bands, quartiles, statuses;
};

enum { USAGE_ICONS_MAX = 64 };

void usage_add_icon(struct composer *composer, int icon); /* of enum icon */
void usage_add_sign(struct composer *composer, enum sign sign);
void usage_add_band(struct composer *composer, enum band_colour band);
void usage_add_quartile(struct composer *composer, enum quartile quartile);
void usage_add_symbols(struct composer *composer, const char *string); /* those that a text holds: `[x]` */

/* Where a setting writes: a place for each page of the layout. */
struct usage *usage_create(struct arena *arena, const struct layout *layout);

/* Whether a block of the pack has to know what pages use before they are set. */
bool usage_is_asked_for(const struct layout *layout);

/* What the page being set has used so far. */
struct usage usage_so_far(const struct composer *composer);

/* What one page uses, or all of them, by the first setting. */
struct usage usage_of(const struct composer *composer, bool of_pack);

bool usage_is_none(const struct usage *usage);

#endif
