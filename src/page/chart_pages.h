#ifndef PAGE_CHART_PAGES_H
#define PAGE_CHART_PAGES_H

#include "block.h"
#include "frame.h"

/*
 * The charts of a pack as pages of their own: a layout that has a page for each, with its title, subtitle and source,
 * and is otherwise the same.
 *
 * A page is known by the chart's id; without one by the id of the chart's page, which has -2 behind it for the second
 * such chart there. An id in a template that several pages follow stands behind theirs: `visits-trend`. Two charts
 * that are known by one id are reported.
 */
struct layout *chart_pages_of(struct arena *arena, const struct layout *layout, struct diag *diag);

/* Makes each of these pages as high as what is on it. */
void chart_pages_crop(struct document *document);

#endif
