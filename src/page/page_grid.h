#ifndef PAGE_PAGE_GRID_H
#define PAGE_PAGE_GRID_H

#include "block.h"
#include "region.h"

/*
 * Pages about an indicator each that have the same blocks on the same paper stand on one grid: what one of them has to
 * give way by, all do, so that a reader who turns pages finds charts and tables in their places. How much that is, is
 * known once all of them are set.
 */
struct page_grid;

/* NULL where no two pages are alike. */
struct page_grid *page_grid_create(struct arena *arena, const struct layout *layout);

/* Writes down by how much a page gave way. */
void page_grid_note(struct page_grid *grid, size_t page, struct region_fit fit);

/* Whether any of the pages did. */
bool page_grid_gave_way(const struct page_grid *grid);

/* By how much it gives way at least, by what was written down of those that are alike. A grid of NULL: by nothing. */
struct region_fit page_grid_fit(const struct page_grid *grid, size_t page);

#endif
