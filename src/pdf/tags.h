#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include "frame.h"
#include "haru.h"

/*
 * The structure tree: which marked content belongs to which element, and the tree and parent tree made of it.
 *
 * Marks are told in the order of the pages and of the frames on them; `order` is a mark's place in reading order, which
 * on the sheets of a booklet is another. An element of which nothing is on any page is
 * left out, but for the cells of a table that stays.
 */
struct tags;

struct tags *tags_create(struct arena *arena, const struct document *document);

/* The structure type of an element, for its marked content. */
const char *tags_type(const struct element *element);

/* Takes the next number for marked content of an element on a page. */
int tags_mark(struct tags *tags, size_t page, size_t order, const struct element *element);

/* Says that an annotation on a page belongs to an element; gives its /StructParent. */
int tags_link(struct tags *tags, size_t page, size_t order, const struct element *element, int annotation);

/* Tells the tree where a figure's content lies (left, top, right, bottom), for one that has no box of its own. */
void tags_extend(struct tags *tags, const struct element *element, const double box[4]);

/* Tells the tree what a list's label reads, for the kind of its numbering. */
void tags_label(struct tags *tags, const struct element *element, const char *string);

/* Writes all elements and gives the number of the StructTreeRoot. */
int tags_write(struct tags *tags, struct haru *haru);

#endif
