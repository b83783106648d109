#ifndef FONT_FONT_GLYPHS_H
#define FONT_FONT_GLYPHS_H

#include "font_tables.h"

/* The outlines (loca, glyf), after font_tables_problem found nothing: NULL, or what is wrong with them. */
const char *font_glyphs_problem(const struct font_tables *tables);

#endif
