#ifndef CHART_EDGES_H
#define CHART_EDGES_H

#include "frame.h"
#include "lettering.h"
#include "theme.h"

/*
 * Charts of periods that stand one below the other in a column of a page share the edges of their plots: what one needs
 * for its numbers and labels, all leave, so that a month stands below the same month.
 */

/* Whether there are such charts on a page. */
bool edges_are_shared(const struct page *page);

/* Writes down in each of them what it leaves at both sides. */
void edges_share(const struct page *page, struct lettering *lettering, const struct theme *theme);

#endif
