#ifndef TABULATE_TABULATOR_H
#define TABULATE_TABULATOR_H

#include "block.h"
#include "book.h"
#include "heading.h"

/* What the sheets of a workbook are made from, and the one that is open. */

/* Which sheets there are, in their order; struct leaf_rule says how each is made. */
enum leaf_kind {
    LEAF_COVER,
    LEAF_CONTENTS,
    LEAF_NOTES,
    LEAF_LATEST,
    LEAF_INDICATOR,
    LEAF_ALL,
    LEAF_PAST,
    LEAF_COMPARED
};

struct leaf {
    enum leaf_kind kind;
    const struct indicator *indicator; /* of LEAF_INDICATOR */
    const char *title, *table;
};

/* A column of figures, and how it is headed where indicators of several units share it. */
struct figure_column {
    struct field_name name; /* FROM_FIELD or FROM_AMONG */
    const char *heading;
};

struct tabulator {
    struct book book;
    const struct layout *layout;
    const struct catalogue *catalogue;
    const struct words *words;
    int period;          /* the reported one */
    bool with_reference; /* some indicator has one */
    struct leaf *leaves;
    size_t leaf_count, leaf_capacity;

    struct arena *arena; /* of the open sheet */
    const struct leaf *leaf;
    struct book_sheet sheet;
    struct book_cell *lines;
    size_t line_capacity;
    struct book_column *columns;
    size_t column_capacity;
    struct figure_column *fields; /* the columns of figures, in their order */
    size_t field_count, field_capacity;
    bool used[STATUS_COUNT]; /* shorthand of the open sheet */
    bool with_status;        /* it has figures that are provisional or revised */

    struct figure_table table; /* of the indicator that was worked out last */
    int *periods;              /* of it, those that have a row */
    size_t period_count;
    size_t indicator, row;   /* of LEAF_ALL, LEAF_PAST, LEAF_COMPARED: whose row is next, and which of them */
    struct arena *row_arena; /* texts of rows of an indicator */
};

/* Texts of the arena in the pack's language. */
struct heading_maker tabulator_headings(struct tabulator *tabulator, struct arena *arena);
const char *tabulator_word(const struct tabulator *tabulator, enum word word);
struct book_cell tabulator_text(const char *text); /* a dash for NULL and "" */
/* text: NULL for the name of the sheet */
struct book_cell tabulator_link(const struct tabulator *tabulator, size_t sheet, const char *text);
void tabulator_line(struct tabulator *tabulator, const char *text); /* NULL and "": none */
void tabulator_link_line(struct tabulator *tabulator, size_t sheet, const char *text);
void tabulator_column(struct tabulator *tabulator, const char *heading, int width, bool figures);
bool tabulator_heads(const struct tabulator *tabulator, const char *heading); /* a column has it */
void tabulator_shorthand(struct tabulator *tabulator); /* the line that explains what the sheet has used */

#endif
