#ifndef PARSE_COMMENTARY_H
#define PARSE_COMMENTARY_H

#include "rich.h"

/*
 * Reads CommonMark: paragraphs, headings, lists, quotations, rules, pipe tables, footnotes, tasks, emphasis and links
 * to http, https and mailto.
 *
 * markdown   valid UTF-8
 * pos        the place of its first line; the paragraphs' lines count on from it
 *
 * HTML, pictures and code are warned of, their plain text is kept, and so is what is not read as it was meant; a link
 * elsewhere is an error. Never NULL.
 */
struct rich_text *rich_read(struct arena *arena, const char *markdown, struct source_pos pos, struct diag *diag);

#endif
