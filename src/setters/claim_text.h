#ifndef SETTERS_CLAIM_TEXT_H
#define SETTERS_CLAIM_TEXT_H

#include "claim.h"
#include "composer.h"

enum { CLAIM_WORDS_MAX = 15 };

/* A claim as the title of a chart, in at most CLAIM_WORDS_MAX words: `Lowest since March 2017: 80.8% in July 2018,
 * below target`. NULL where there is none. */
const char *claim_text(struct composer *composer, const struct indicator *indicator, enum field field,
                       const struct claim *claim);

/* One of many: a part, a row, an organisation, with its figure. */
struct claim_end {
    const char *name, *figure;
};

/* `Best: Fife, 98.4%; worst: Angus, 71.2%`; `Highest: ...` where neither way is better. NULL where it is too long. */
const char *claim_text_ends(struct composer *composer, const struct claim_end *first, const struct claim_end *last,
                            bool judged);

/* `Largest part in July 2018: Police, 34%`. NULL where it is too long. */
const char *claim_text_largest(struct composer *composer, const struct claim_end *part, const char *when);

/* How many of some measures meet their target. */
struct claim_meet {
    size_t count, total;                           /* total: at least two */
    const char *one_that_does, *one_that_does_not; /* the last of each */
};

/* `Two of six meet their target`; where one alone does, or does not, with its name. */
const char *claim_text_meet(struct composer *composer, const struct claim_meet *meet);

#endif
