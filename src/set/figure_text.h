#ifndef SET_FIGURE_TEXT_H
#define SET_FIGURE_TEXT_H

#include "composer.h"

/* How figures are named in print: the headings of fields, units, years. */

/* The heading of a column where the layout gives none: `% in month`. */
const char *figure_text_heading(struct composer *composer, const struct indicator *indicator, enum field field);

/* What stands right behind a number of the indicator's unit: `%`, or "". */
const char *figure_text_sign(const struct indicator *indicator);

/* A title with the unit of the indicator behind it: `In the month, %`. */
const char *figure_text_with_unit(struct composer *composer, const char *title, const struct indicator *indicator);

#endif
