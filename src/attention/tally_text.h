#ifndef ATTENTION_TALLY_TEXT_H
#define ATTENTION_TALLY_TEXT_H

#include "unjudged_text.h"

/* How many of the measures of a list have each letter. */
struct tally {
    size_t bands[BAND_COUNT];
    size_t judged, listed;
    size_t unjudged[UNJUDGED_COUNT]; /* the others, by what they lack */
};

/* `Two of ten measures are red, four amber, four green`; `Neither of two measures is red, one green, one not judged (no
 * figure)`.
 * Letters that no measure has are left out; two measures at least are listed. */
const char *tally_text(struct composer *composer, const struct tally *tally);

#endif
