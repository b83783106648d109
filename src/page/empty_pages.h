#ifndef PAGE_EMPTY_PAGES_H
#define PAGE_EMPTY_PAGES_H

#include "usage.h"

/* A page whose key or glossary has nothing to explain, by what pages use, and on which nothing else stands but headings
 * is told, marked as empty and in no contents. The layout itself where none is, or where nothing else would be left.
 * What is made lives in the arena of the messages. */
const struct layout *empty_pages_mark(const struct layout *layout, const struct page_usage *used, struct diag *diag);

#endif
