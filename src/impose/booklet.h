#ifndef IMPOSE_BOOKLET_H
#define IMPOSE_BOOKLET_H

#include "block.h"
#include "face_widths.h"
#include "frame.h"

/* Lines for the one who cuts and folds, as bits. Cut marks stand outside of the pages, on a larger sheet. */
enum booklet_marks { BOOKLET_CROP = 1 << 0, BOOKLET_FOLD = 1 << 1 };
extern const char *const booklet_marks_words[]; /* none crop fold both, by value; NULL at the end */

/*
 * Imposes a document for print: A4 sheets on their side, two A5 pages on each, in the order of a booklet stitched
 * through its fold (sheet_order.h). A page is made smaller to fit, never larger; a page that is wider than high is cut
 * at its middle (booklet_page.h).
 *
 * The sheets take the document's elements and outline over, which keep their order: assistive technology reads the
 * sheets as it read the pages. Links, outline and labels lead to the sheets. `widths` measures what blank sides say.
 *
 * Reported: what a cut would go through, text that would become smaller than 6 pt (errors); page numbers that come to
 * lie on the wrong side of a sheet (a warning).
 */
struct document *booklet_impose(struct arena *arena, const struct layout *layout, const struct document *document,
                                const struct face_widths *widths, unsigned marks, struct diag *diag);

#endif
