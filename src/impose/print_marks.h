#ifndef IMPOSE_PRINT_MARKS_H
#define IMPOSE_PRINT_MARKS_H

#include "frame.h"

/* Lines for the one who cuts and folds. */

enum { PRINT_MARK_PT = 12, PRINT_MARK_GAP_PT = 6 };

/* At each corner of what is cut out, two lines that stand off it by a gap. The page has its slug already. */
void print_marks_crop(struct document *document, struct page *page, double gap_pt);

/* Dashed, at both ends of a fold in the middle: beside crop marks, or at the very edge where nothing is cut off. */
void print_marks_fold(struct document *document, struct page *page, double gap_pt);

#endif
