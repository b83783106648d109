#ifndef PAGE_COMPOSE_H
#define PAGE_COMPOSE_H

#include "block.h"
#include "face_widths.h"
#include "frame.h"

/*
 * Composes the whole pack: every page of the layout, in order, as positioned frames with their structure elements,
 * page labels, outline and links. Charts have their place and size; they are drawn later.
 *
 * period   the period of the pack
 * Mistakes (a character no font has, a table wider than its column) are reported. The document has no pages where a
 * character cannot be shown; else it is whole all the same.
 */
struct document *compose_pages(struct arena *arena, const struct layout *layout, const struct figures *figures,
                               const struct face_widths *widths, int period, struct diag *diag);

#endif
