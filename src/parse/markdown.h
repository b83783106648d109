#ifndef PARSE_MARKDOWN_H
#define PARSE_MARKDOWN_H

#include <cmark-gfm.h>

#include "arena.h"
#include "diag.h"

/* CommonMark with footnotes, pipe tables, struck words, tasks and bare addresses, as a tree of libcmark-gfm. */

/* The tree of a text; the caller frees it with cmark_node_free. */
cmark_node *markdown_tree(const char *markdown);

/* Where a node begins; `pos` is the place of the text's first line. */
struct source_pos markdown_pos(cmark_node *node, struct source_pos pos);

/* What a node is that has no number of its own: "table", "table_row", "table_header", "table_cell", "strikethrough",
 * "tasklist". */
bool markdown_is(cmark_node *node, const char *name);

/*
 * Says what of a text is not read as its author means it: marks of emphasis, links and footnotes that stand for
 * themselves, tables that are none, cells, notes and addresses that are left out.
 */
void markdown_check(struct arena *arena, const char *markdown, cmark_node *tree, struct source_pos pos,
                    struct diag *diag);

#endif
