#ifndef PAGE_PAGINATION_H
#define PAGE_PAGINATION_H

#include "arrange.h"
#include "key_foot.h"

enum side { SIDE_LEFT, SIDE_RIGHT };

/* The pages being made. Pieces are placed first; their frames go to the pages at the end, when page numbers are known.
 */
struct pagination;

struct pagination *pagination_create(struct composer *composer);

/* Adds a side that says it is left blank where the next page would not fall on the side asked for. */
void pagination_start_side(struct pagination *pagination, enum side side);

/* What a blank side says: its own words, or where they are NULL the usual ones. */
const char *pagination_blank_words(const struct words *words, const char *own);

/* A side left blank on purpose; words NULL: the usual ones. One that is not counted has no number. */
void pagination_blank(struct pagination *pagination, const char *words, bool counted);

/* What the head of a further side of a page with these regions takes of its height, the gap below it included. */
double pagination_continued_height(struct composer *composer, const struct region *regions);

/* Places regions from the top of a new page on, over as many pages as they need. */
void pagination_place(struct pagination *pagination, struct region *regions, const struct page_foot *foot);

/* What a side has for regions above the foot, the first or a further one. */
double pagination_height(const struct paper *paper, const struct page_foot *foot, bool further);

/* Fills in page numbers and hands all frames to the document's pages, with running head and foot. */
void pagination_finish(struct pagination *pagination);

#endif
