#ifndef MODEL_ELEMENT_H
#define MODEL_ELEMENT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What the frames of a document mean and in which order they are read: a tree beside the pages. Frames point at the
 * element that they belong to; model/reading.h finds them from there.
 */
enum role {
    ROLE_DOCUMENT,
    ROLE_SECTION,
    ROLE_HEADING_1, /* by rank: of a page, of a block, in a block; its level follows from those before it */
    ROLE_HEADING_2,
    ROLE_HEADING_3,
    ROLE_HEADING_4,
    ROLE_HEADING_5,
    ROLE_HEADING_6,
    ROLE_PARAGRAPH,
    ROLE_EMPHASIS,
    ROLE_LIST,
    ROLE_LIST_ITEM,
    ROLE_LIST_LABEL,
    ROLE_LIST_BODY,
    ROLE_TABLE,
    ROLE_TABLE_HEAD,
    ROLE_TABLE_BODY,
    ROLE_TABLE_ROW,
    ROLE_HEADER_CELL,
    ROLE_DATA_CELL,
    ROLE_FIGURE,
    ROLE_CAPTION,
    ROLE_CONTENTS,
    ROLE_CONTENTS_ITEM,
    ROLE_LINK,
    ROLE_SPAN,
    ROLE_COUNT
};
extern const char *const role_words[ROLE_COUNT]; /* for a dump: document, heading-1, list-item */

enum { HEADING_LEVELS = ROLE_HEADING_6 - ROLE_HEADING_1 + 1 };

enum scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW };

/* A node of the tree. Children are in reading order. */
struct element {
    enum role role;
    struct element *parent;
    struct element *first_child, *last_child, *next;
    const char *alt;         /* for a figure, a link, a picture-like span; may be NULL */
    const char *actual_text; /* what a drawn symbol says: "Red"; may be NULL */
    const char *lang;        /* where it differs from the document's; may be NULL */
    enum scope scope;
    int column_span, row_span; /* 0 is 1 */
    size_t index;              /* number in the tree, root 0: unique, in order of making */
};

/* The rank of a heading, from 1; 0: no heading. */
int element_rank(const struct element *element);

#endif
