#ifndef PDF_HARU_FONT_FILE_H
#define PDF_HARU_FONT_FILE_H

#include "haru_internal.h"

/*
 * A font file that libharu has read. Files are read once a process, since the packs of a run share them; a document
 * changes nothing in one, so that the next finds it as it was.
 */
struct haru_font_file;

/* Reads the file, or gives the one that was read before; it holds until haru_font_file_close. NULL: see haru_error. */
struct haru_font_file *haru_font_file_open(struct haru *haru, const char *path);
void haru_font_file_close(struct haru_font_file *file);

HPDF_FontDef haru_font_file_definition(const struct haru_font_file *file);

/* The subset that has the glyphs marked (subset_make), one byte a glyph. It holds until the next is asked of this file.
 */
const struct text *haru_font_file_subset(struct haru_font_file *file, const unsigned char *marked);

/* Tells the document what has failed with the file since it was opened. */
void haru_font_file_check(const struct haru_font_file *file, struct haru *haru);

#endif
