#ifndef SETTERS_CONTENTS_PAGES_H
#define SETTERS_CONTENTS_PAGES_H

#include "composer.h"

/* Whether a block of contents lists a page: not its own, nor those of indicators that it does not select. */
bool contents_lists(const struct composer *composer, const struct block *block, const struct page_spec *spec);

/* What a page is called there: by its title, or its indicator's; `Page` where it has neither. */
const char *contents_page_title(const struct composer *composer, const struct page_spec *spec);

#endif
