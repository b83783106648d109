#ifndef PAGE_ABOUT_H
#define PAGE_ABOUT_H

#include "composer.h"

/* What the page being set says of itself where it is published without the others: the pack and its month, the
 * definitions of its indicators, the source and the date of the data, as sentences. */
const char *about_page(struct composer *composer);

/* `Source: ... Data as at 31 July 2018.`, without what `shown` says already; NULL where it says all. */
const char *about_source(struct composer *composer, const char *shown);

#endif
