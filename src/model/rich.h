#ifndef MODEL_RICH_H
#define MODEL_RICH_H

#include <stdbool.h>
#include <stddef.h>

#include "diag.h"

/* CommonMark as `parse` hands it over: a flat list of paragraphs with runs of one look each, and the boxes that they
 * lie in. */

enum rich_kind { RICH_PARAGRAPH, RICH_HEADING, RICH_CODE, RICH_RULE, RICH_TABLE };

struct rich_note;

struct rich_run {
    const char *string; /* no line ends; blanks as they are printed; "" of a mark */
    bool bold, italic, struck, code;
    bool warns;                   /* in the colour of what is not as good: its words say so */
    const char *uri;              /* http, https or mailto; NULL where it is no link */
    const char *uri_title;        /* what the author says of where it leads; NULL: nothing */
    const struct rich_note *note; /* the mark of a footnote stands here; NULL: none */
    bool line_break;              /* a hard line break follows */
};

enum rich_box_kind { RICH_LIST, RICH_ITEM, RICH_QUOTE };
enum rich_task { RICH_NO_TASK, RICH_TASK_OPEN, RICH_TASK_DONE };

/* A list, an item of one or a quotation, and the box around it. Paragraphs of one box are neighbours. */
struct rich_box {
    enum rich_box_kind kind;
    const struct rich_box *outer; /* NULL: none */
    int depth;                    /* 1 outermost, at most RICH_DEPTH_MAX */
    const char *label;            /* of an item: `•` or `3.` */
    enum rich_task task;          /* of an item: a box to tick stands in place of its label */
};

enum { RICH_DEPTH_MAX = 32 };

struct rich_paragraph {
    enum rich_kind kind;
    int level;                  /* of a heading, 1 outermost */
    const struct rich_box *box; /* the innermost that it lies in; NULL: none */
    struct rich_run *runs;      /* none of a rule and a table */
    size_t run_count, run_capacity;
    const struct rich_table *table; /* of RICH_TABLE */
    struct source_pos pos;
};

struct rich_text {
    struct rich_paragraph *paragraphs;
    size_t count, capacity;
    struct rich_note *notes; /* that marks lead to, in the order of their first marks */
    size_t note_count;
};

/* A footnote; its marks lead into the notes of the text that it belongs to, itself perhaps. */
struct rich_note {
    struct rich_text text; /* a paragraph or more; no notes of its own */
};

enum rich_align { RICH_UNSAID, RICH_LEFT, RICH_CENTRE, RICH_RIGHT };

/* Rows of as many cells as there are columns; the first row heads them. A cell is a paragraph, perhaps without runs. */
struct rich_table {
    enum rich_align *aligns;
    size_t column_count, row_count, cell_capacity;
    struct rich_paragraph *cells; /* row by row */
};

/* A paragraph without words at the end of a text; and a run of plain words at the end of a paragraph, behind a space
 * where it follows others in their line. */
struct rich_paragraph *rich_paragraph_add(struct arena *arena, struct rich_text *text, struct source_pos pos);
struct rich_run *rich_run_add(struct arena *arena, struct rich_paragraph *paragraph, const char *string);

/* The words of a paragraph, those of a table's cells one after the other, without their looks. */
const char *rich_plain(struct arena *arena, const struct rich_paragraph *paragraph);

/* Hands over each run of a text, of its tables and of its notes, with its place. */
void rich_each_run(const struct rich_text *text,
                   void (*take)(void *taker, const struct rich_run *run, struct source_pos pos), void *taker);

#endif
