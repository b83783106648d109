#ifndef PARSE_RICH_BUILDER_H
#define PARSE_RICH_BUILDER_H

#include "arena.h"
#include "rich.h"
#include "text.h"

/* Rich text while it is put together: paragraphs open and close, boxes around them too, and words become runs of one
 * look. What is added while no paragraph is open is left out. */
struct rich_builder {
    struct arena *arena;
    struct rich_text *rich;           /* that paragraphs go into */
    struct rich_paragraph *paragraph; /* that runs go into; NULL: none is open */
    struct rich_run look;             /* of what is added: its string is not looked at */
    struct rich_run gathered;         /* of what is in words */
    struct text words;
    const struct rich_box *box; /* the innermost that is open; NULL: none */
};

void rich_builder_free(struct rich_builder *builder);

/* A paragraph without runs does not stay, but for a rule. */
struct rich_paragraph *rich_builder_open(struct rich_builder *builder, enum rich_kind kind, struct source_pos pos);
void rich_builder_close(struct rich_builder *builder);

void rich_builder_add(struct rich_builder *builder, const char *string);
void rich_builder_mark(struct rich_builder *builder, const struct rich_note *note);
void rich_builder_break(struct rich_builder *builder);

/* Boxes; one that lies too deep is not opened, and gives false. */
bool rich_builder_open_box(struct rich_builder *builder, struct rich_box box);
void rich_builder_close_box(struct rich_builder *builder);

/* A table, below it rows of empty cells, and a cell of the last row, which is open like a paragraph until it is
 * closed. */
struct rich_table *rich_builder_open_table(struct rich_builder *builder, size_t columns, struct source_pos pos);
void rich_builder_open_row(struct rich_builder *builder, struct rich_table *table, struct source_pos pos);
void rich_builder_open_cell(struct rich_builder *builder, struct rich_table *table, size_t column);

#endif
