#ifndef PDF_GRAFT_H
#define PDF_GRAFT_H

#include "drawing.h"
#include "haru.h"

/* Takes the drawings of a sheet (a PDF of a page a drawing) over into the document, each as a form; what they share,
 * such as fonts, comes over once. */
struct graft;

/* NULL where the sheet cannot be read; then *problem (in the arena) says why. */
struct graft *graft_open(struct arena *arena, struct haru *haru, const struct drawing_sheet *sheet,
                         const char **problem);
void graft_close(struct graft *graft); /* accepts NULL */

/* The form of a page of the sheet, its origin at the lower left, at its own size; made on first use.
 * 0 where the sheet has no such page, or it cannot be read. */
int graft_form(struct graft *graft, size_t page);

#endif
