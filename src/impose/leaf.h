#ifndef IMPOSE_LEAF_H
#define IMPOSE_LEAF_H

#include "composer.h"

/*
 * The pages of a booklet, from the pages of a document: a page that is higher than wide is one; a page that is wider
 * is two, cut at its middle, which face each other where both have something on them.
 */
struct leaf {
    const struct page *page;  /* NULL: a blank side */
    size_t number;            /* of the page in its document */
    size_t first_frame;       /* of the page among the frames of the document, from 1: its place in reading order */
    double left_pt, right_pt; /* what of the page it shows */
    double margin_pt;         /* where it is cut: free of lines that lay across */
};

struct leaves {
    struct leaf *items;
    size_t count, capacity;
};

/*
 * Cuts a document into leaves, in reading order, and fills them up to whole sheets: blank sides stand before the back
 * cover, which is the document's last page. Text, charts and symbols that lie across the cut are reported.
 */
struct leaves leaves_cut(struct composer *composer, const struct document *document);

/* Whether a leaf shows a frame of its page; a line or field across a cut is shortened. */
bool leaf_frame(const struct leaf *leaf, const struct frame *whole, struct frame *part);

#endif
