#ifndef DOCUMENT_EXCERPT_H
#define DOCUMENT_EXCERPT_H

#include "frame.h"

/*
 * The pages that carry an id, as a document of their own, titled as the first of them and described by what it says of
 * itself. Labels stay. Links to pages that are not among them are plain words, and the outline keeps no other page.
 *
 * Everything lives in the arena but what frames point at (strings, points, charts), which is shared with the whole.
 * NULL where no page has the id.
 */
struct document *excerpt_create(struct arena *arena, const struct document *whole, const char *id);

#endif
