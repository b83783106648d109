#ifndef IMPOSE_BOOKLET_PAGE_H
#define IMPOSE_BOOKLET_PAGE_H

#include "composer.h"

/*
 * The pages of a booklet, from the pages of a document: a page that is higher than wide is one, and so is one that lies
 * on its side among such pages; another that is wider is two, cut at its middle, which face each other where both have
 * something on them. The first page is the outside of the booklet where its right half is read first: that is the front
 * cover, and the left half the back.
 */
struct booklet_page {
    const struct page *source; /* NULL: a blank side */
    size_t number;             /* of its source in the document */
    size_t first_frame;        /* of its source among the frames of the document, from 1: its place in reading order */
    double left_pt, right_pt;  /* what of its source it shows */
    double margin_pt;          /* where it is cut: free of lines that lay across */
};

struct booklet_pages {
    struct booklet_page *items;
    struct booklet_page back; /* half of the first page that is the back cover; its source is NULL: there is none */
    size_t count, capacity;
};

/*
 * Cuts a document into pages of a booklet, in reading order, and fills up to whole sheets: blank sides stand before the
 * back cover, which is the document's last page. Text, charts and symbols that lie across the cut are reported.
 */
struct booklet_pages booklet_pages_cut(struct composer *composer, const struct document *document);

/* Whether it is a half of its source. */
bool booklet_page_is_cut(const struct booklet_page *page);

/* Whether a page of the booklet shows a frame of its source; a line or field across a cut is shortened. */
bool booklet_page_frame(const struct booklet_page *page, const struct frame *whole, struct frame *part);

#endif
