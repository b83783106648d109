#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "frame.h"

/* A file inside the PDF: the data that its pages show. */
struct pdf_attachment {
    const char *name;        /* figures.xlsx */
    const char *type;        /* text/csv */
    const char *description; /* in the language of the document */
    const char *bytes;
    size_t length;
};

struct pdf_options {
    const char *producer;                    /* `boardpack 1.0`, for the file's metadata; NULL: `boardpack` */
    bool plain;                              /* leaves the pages' content readable, for tests */
    const struct pdf_attachment *attachment; /* NULL: none */
};

/*
 * Writes a document as PDF 1.7 that follows PDF/UA-1 and PDF/A-2a, or where it has an attachment PDF/A-3a: tagged,
 * fonts embedded, with outline, page labels and links. The same document gives the same bytes.
 *
 * document  pages, frames and elements; every element's frames come in reading order on their page. Borrowed.
 * sheet     the drawings that FRAME_CHART frames show; may be NULL where there are none
 * path      the file, which is replaced when the new one is whole
 *
 * The fonts of document->fonts were checked before (font_file_check). False was reported: a system failure (the old
 * file is as it was), a coordinate that is no number or lies beyond 14,400 points, or a character that its face lacks.
 */
bool pdf_write(const struct document *document, const struct drawing_sheet *sheet, const char *path,
               const struct pdf_options *options, struct diag *diag);

#endif
