#ifndef PAGE_PAGE_REFERENCE_H
#define PAGE_PAGE_REFERENCE_H

#include "composer.h"

/* Fills in where a link leads: the page by its place in the document, and what is printed for it, `3` or `3a`. */
void page_reference_fill(const struct composer *composer, struct page_reference *reference, size_t page,
                         const char *label);

#endif
