#ifndef PDF_ATTACHMENT_H
#define PDF_ATTACHMENT_H

#include "frame.h"
#include "haru.h"
#include "pdf.h"

/* Puts a file into the document, as PDF/A-3 asks: the data that all of it shows. Adds the catalogue's entries. */
void attachment_write(struct haru *haru, const struct document *document, const struct pdf_attachment *attachment,
                      struct text *catalog);

#endif
