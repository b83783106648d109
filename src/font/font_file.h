#ifndef FONT_FONT_FILE_H
#define FONT_FONT_FILE_H

#include "diag.h"

/*
 * Whether a font file can be given to libharu and FreeType: a TrueType font whose tables lie inside the file and agree
 * with each other. libharu believes what a font says, and crashes or hangs on one that lies.
 *
 * Checks the directory, head, maxp, hhea, hmtx, loca, glyf (composites too), cmap (a Unicode table in format 4 is
 * needed), name, post, and in OS/2 whether the licence bits allow embedding. At most 64 MB.
 *
 * pos    where the file is named (fonts.xml)
 * False: reported as an error that names the file and what is wrong.
 */
bool font_file_check(const char *path, struct source_pos pos, struct diag *diag);

/* The same, and gives the bytes to the caller, who frees them. NULL: reported. */
unsigned char *font_file_read(const char *path, struct source_pos pos, struct diag *diag, size_t *length);

/* The check alone: NULL where all is well, else what is wrong, in words that follow "the font FILE ". */
const char *font_file_problem(const unsigned char *bytes, size_t length);

#endif
