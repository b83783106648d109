#ifndef CHART_EDGES_H
#define CHART_EDGES_H

#include "frame.h"
#include "lettering.h"
#include "theme.h"

/*
 * Charts of the same periods that stand one below the other in a column of a page share the edges of their frames: what
 * one needs for its numbers, its labels and what stands beside its periods, all leave, so that a month stands below the
 * same month.
 */

/* Writes down in each of them what it leaves at both sides. Where a chart has years beside its periods and these less
 * than a third of it, the oldest years are left out of its groups, but for the last: words below it tell them. */
void edges_share(const struct page *page, struct lettering *lettering, const struct theme *theme);

/* Whether any chart of a page has periods. */
bool edges_matter(const struct page *page);

#endif
