#ifndef PDF_SUBSET_H
#define PDF_SUBSET_H

#include "text.h"

/*
 * Makes a font file of the glyphs that are used. They keep their numbers, and the others are empty. It has only the
 * tables that a PDF needs of a font whose characters it maps itself; the metrics of unused glyphs are cleared, since
 * they then pack to nothing.
 *
 * bytes  a TrueType file that font_file_check accepts
 * used   by glyph: whether it is used; as many as maxp says
 */
void subset_make(struct text *subset, const unsigned char *bytes, size_t length, const unsigned char *used);

#endif
