#ifndef PAGE_COVER_H
#define PAGE_COVER_H

#include "flow.h"

/* The head of a front page: a field of the brand's colour up to the edges of the paper with organisation, title and
 * month, below it subtitle, note and picture. Other blocks of the page stand below that. */
void cover_set(struct composer *composer, struct flow *flow, const struct block *block);

/* The start of a section: a band across the page, or the large words of a page that holds nothing else. */
void divider_set(struct composer *composer, struct flow *flow, const struct block *block);

#endif
