#ifndef PDF_SUBSET_H
#define PDF_SUBSET_H

#include "text.h"

/*
 * Makes a font subset as libharu writes it smaller: keeps only the tables that a PDF needs of a font whose characters
 * it maps itself, and clears the metrics of unused glyphs, which then pack to nothing.
 *
 * bytes  a TrueType file whose tables lie inside it
 * used   by glyph: whether it is used; as many as maxp says
 */
void subset_slim(struct text *slim, const unsigned char *bytes, size_t length, const unsigned char *used);

#endif
