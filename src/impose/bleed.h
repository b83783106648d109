#ifndef IMPOSE_BLEED_H
#define IMPOSE_BLEED_H

#include "frame.h"

/*
 * Colour that reaches the edge of a page goes on beyond it in print, since no knife cuts exactly there: the bleed.
 *
 * bleed_impose gives the pages of a document such an edge, with crop marks outside of it; on a screen they are as they
 * were. Elements, links and outline are shared.
 */
struct document *bleed_impose(struct arena *arena, const struct document *document, double bleed_pt);

/* Lets the fields of a page that reach what is cut out of it go on into the bleed. */
void bleed_extend(struct page *page, double bleed_pt);

#endif
