#ifndef PDF_METADATA_H
#define PDF_METADATA_H

#include "frame.h"
#include "haru.h"

/* What a file says of itself: the information dictionary, XMP (PDF/UA-1, PDF/A of a part, level A) and the output
 * intent. Writes them, and adds the catalogue's entries for them and for language and viewer to *catalog. */
void metadata_write(struct haru *haru, const struct document *document, const char *producer, int part,
                    struct text *catalog);

/* An entry with the document's date, such as /ModDate. */
void metadata_add_date(struct text *text, const char *key, const struct document *document);

#endif
