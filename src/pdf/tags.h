#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include "frame.h"
#include "haru.h"

/*
 * The structure tree: which marked content belongs to which element, and the tree and parent tree made of it.
 *
 * Frames are counted through the document, as they are painted. An element of which nothing is on any page is left out,
 * but for the cells of a table that stays.
 */
struct tags;
struct reading_frame;

struct tags *tags_create(struct arena *arena, const struct document *document);

/* The structure type of an element, for its marked content. */
const char *tags_type(const struct tags *tags, const struct element *element);

/* Whether what belongs to an element goes on in the marked content of another. */
bool tags_goes_on(const struct element *element, const struct element *before);

/* Takes the next number for marked content of an element on a page, which a frame begins. */
int tags_mark(struct tags *tags, size_t page, size_t frame, const struct element *element);

/* Says that the annotation of a link's frame belongs to an element; gives its /StructParent. */
int tags_link(struct tags *tags, size_t frame, const struct element *element, int annotation);

/* Where an element begins: the frame that is read first; NULL: it is on no page. */
const struct reading_frame *tags_place(const struct tags *tags, const struct element *element);

/* Writes all elements and gives the number of the StructTreeRoot. */
int tags_write(struct tags *tags, struct haru *haru);

#endif
