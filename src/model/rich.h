#ifndef MODEL_RICH_H
#define MODEL_RICH_H

#include <stdbool.h>
#include <stddef.h>

#include "diag.h"

/* CommonMark as `parse` hands it over: a flat list of paragraphs with runs of one look each. */

enum rich_kind { RICH_PARAGRAPH, RICH_HEADING, RICH_ITEM };

struct rich_run {
    const char *string; /* no line ends; blanks as they are printed */
    bool bold, italic;
    const char *uri; /* http, https or mailto; NULL where it is no link */
    bool line_break; /* a hard line break follows */
};

struct rich_paragraph {
    enum rich_kind kind;
    int level;         /* of a heading, 1 outermost */
    int depth;         /* of a list, 1 outermost; 0 outside */
    const char *label; /* `•` or `3.` of an item's first paragraph; NULL for further ones */
    int list;          /* which list, counted from 1; a nested list has its own number */
    struct rich_run *runs;
    size_t run_count, run_capacity;
    struct source_pos pos;
};

struct rich_text {
    struct rich_paragraph *paragraphs;
    size_t count, capacity;
};

#endif
