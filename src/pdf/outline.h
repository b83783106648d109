#ifndef PDF_OUTLINE_H
#define PDF_OUTLINE_H

#include "frame.h"
#include "haru.h"

/* Ways into the pages: the outline and the page labels. Both add the catalogue's entries for them, if there are any. */
void outline_write(struct haru *haru, const struct document *document, struct text *catalog);
void outline_write_labels(const struct document *document, struct text *catalog);

/* Appends a destination: a place so far below the top of a page. */
void outline_add_destination(struct text *text, const struct haru *haru, const struct document *document, size_t page,
                             double below_pt);

#endif
