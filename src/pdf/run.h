#ifndef PDF_RUN_H
#define PDF_RUN_H

#include "haru.h"
#include "theme.h"

/* Text runs: the fonts of a document, loaded when a face is first asked for, and strings in their codes. */
struct runs;

struct runs *runs_create(struct arena *arena, struct haru *haru, const struct font_list *list);
void runs_destroy(struct runs *runs); /* accepts NULL; before haru_destroy */

/* The font that serves a face (the text faces stand in for those that the list leaves out); NULL: it could not be
 * loaded, or there is none. Faces that share a file share the font. */
struct haru_font *runs_font(struct runs *runs, enum face face);

/* Appends <string> for the show operator. The first character that the font lacks, or 0. */
uint32_t runs_string(struct text *text, struct haru_font *font, const char *utf8);

/* Writes the fonts; after the last page. */
void runs_finish(struct runs *runs);

#endif
