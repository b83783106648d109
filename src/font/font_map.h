#ifndef FONT_FONT_MAP_H
#define FONT_FONT_MAP_H

#include "font_tables.h"

/* The map of characters (cmap), after font_tables_problem found nothing: NULL, or what is wrong with it. */
const char *font_map_problem(const struct font_tables *tables);

#endif
