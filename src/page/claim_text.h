#ifndef PAGE_CLAIM_TEXT_H
#define PAGE_CLAIM_TEXT_H

#include "claim.h"
#include "composer.h"

enum { CLAIM_WORDS_MAX = 15 };

/* A claim as the title of a chart, in at most CLAIM_WORDS_MAX words: `Lowest since March 2017: 80.8% in July 2018,
 * below target`. NULL where there is none. */
const char *claim_text(struct composer *composer, const struct indicator *indicator, enum field field,
                       const struct claim *claim);

#endif
