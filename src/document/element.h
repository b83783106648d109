#ifndef DOCUMENT_ELEMENT_H
#define DOCUMENT_ELEMENT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What the frames of a document mean and in which order they are read: a tree beside the pages, which says enough for a
 * reader of HTML. Frames point at the element that they belong to; document/reading.h finds them from there.
 */
enum role {
    ROLE_DOCUMENT,
    ROLE_SECTION,   /* what a page of the layout holds */
    ROLE_BLOCK,     /* what a block of it holds */
    ROLE_CAPTION,   /* what titles the block that it stands in, and the table, figure or list there */
    ROLE_HEADING_1, /* by rank: of a page, of a block, in a block; its level follows from those before it */
    ROLE_HEADING_2,
    ROLE_HEADING_3,
    ROLE_HEADING_4,
    ROLE_HEADING_5,
    ROLE_HEADING_6,
    ROLE_PARAGRAPH,
    ROLE_STRONG, /* what is read in a line, from here to ROLE_SPAN */
    ROLE_EMPHASIS,
    ROLE_LINK,
    ROLE_REFERENCE, /* to a footnote; the link is in it */
    ROLE_CODE,
    ROLE_STRUCK,       /* struck out */
    ROLE_ABBREVIATION, /* a short form, with its expansion */
    ROLE_SYMBOL,       /* a letter or a drawing that stands for a word */
    ROLE_SPAN,
    ROLE_LIST,
    ROLE_LIST_ITEM,
    ROLE_LIST_LABEL,
    ROLE_LIST_BODY,
    ROLE_QUOTE,
    ROLE_NOTE, /* a footnote: a label that leads back to its mark, and paragraphs */
    ROLE_TABLE,
    ROLE_TABLE_HEAD,
    ROLE_TABLE_BODY,
    ROLE_TABLE_ROW,
    ROLE_HEADER_CELL,
    ROLE_DATA_CELL,
    ROLE_FIGURE, /* a chart or a picture; its frame has which */
    ROLE_CONTENTS,
    ROLE_CONTENTS_ITEM,
    ROLE_COUNT
};
extern const char *const role_words[ROLE_COUNT]; /* for a dump: document, heading-1, list-item */

enum { HEADING_LEVELS = ROLE_HEADING_6 - ROLE_HEADING_1 + 1 };

enum scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW };
enum row_kind { ROW_PLAIN, ROW_TOTAL, ROW_GROUP /* the label of the rows below it */, ROW_KIND_COUNT };

/* Where a link leads. */
struct element_link {
    const char *uri;              /* an address; NULL: a place in the document */
    const struct element *target; /* what is there; NULL: a page */
    size_t page;                  /* of the document, from 0 */
    const char *words;            /* where it leads, in words */
};

/* A node of the tree. Children are in reading order. */
struct element {
    enum role role;
    struct element *parent;
    struct element *first_child, *last_child, *next;
    /* That of a machine, whatever the language: a block's word in the layout, `trend-chart`; the id of the word that a
     * symbol stands for, `rag-green`; the status of a cell's figure, `suppressed`. NULL: none. */
    const char *meaning;
    const char *alt;           /* for a figure, a link, a symbol; may be NULL */
    const char *actual_text;   /* what a drawn symbol says: "Red"; may be NULL */
    const char *expansion;     /* of an abbreviation: what it stands for */
    const char *lang;          /* where it differs from the document's; may be NULL */
    struct element_link link;  /* of ROLE_LINK */
    enum row_kind row;         /* of a table's row */
    enum scope scope;          /* of a cell, with what follows */
    int column_span, row_span; /* 0 is 1 */
    bool number;               /* a figure, or what stands in place of one */
    size_t index;              /* number in the tree, root 0: unique, in order of making */
};

/* Whether what it holds is read in the line of its parent. */
bool element_is_inline(const struct element *element);

/* Whether it is a row or a cell, which holds its place in a table with nothing in it. */
bool element_is_of_grid(const struct element *element);

/* The rank of a heading, from 1; 0: no heading. */
int element_rank(const struct element *element);

#endif
