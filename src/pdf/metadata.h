#ifndef PDF_METADATA_H
#define PDF_METADATA_H

#include "frame.h"
#include "haru.h"

/* What a file says of itself: the information dictionary, XMP (PDF/UA-1, PDF/A-2a) and the output intent.
 * Writes them, and adds the catalogue's entries for them and for language and viewer to *catalog. */
void metadata_write(struct haru *haru, const struct document *document, const char *producer, struct text *catalog);

#endif
