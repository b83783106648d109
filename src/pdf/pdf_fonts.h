#ifndef PDF_PDF_FONTS_H
#define PDF_PDF_FONTS_H

#include "haru.h"
#include "theme.h"

/* The fonts of a document, loaded when a face is first asked for, and strings in their codes. */
struct pdf_fonts;

struct pdf_fonts *pdf_fonts_create(struct arena *arena, struct haru *haru, const struct font_list *list);
void pdf_fonts_destroy(struct pdf_fonts *fonts); /* accepts NULL; before haru_destroy */

/* The font that serves a face (the text faces stand in for those that the list leaves out); NULL: it could not be
 * loaded, or there is none. Faces that share a file share the font. */
struct haru_font *pdf_fonts_of_face(struct pdf_fonts *fonts, enum face face);

/* Appends <string> for the show operator. The first character that the font lacks, or 0. */
uint32_t pdf_fonts_string(struct text *text, struct haru_font *font, const char *utf8);

/* Writes the fonts; after the last page. */
void pdf_fonts_finish(struct pdf_fonts *fonts);

#endif
