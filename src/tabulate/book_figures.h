#ifndef TABULATE_BOOK_FIGURES_H
#define TABULATE_BOOK_FIGURES_H

#include "tabulator.h"

/* Figures as cells: numbers in the unit of their heading, words in the language of the pack, shorthand where a figure
 * is absent. */

/* A named figure of an indicator; text lives in the arena. */
struct book_cell book_figure(const struct tabulator *tabulator, struct arena *arena, const struct indicator *indicator,
                             struct field_name name, const struct figure *figure);

/* The columns of figures that an indicator has, or some of the catalogue's: tabulator->fields, and their headings. */
void book_figures_choose(struct tabulator *tabulator, const struct indicator *indicator);

/* Adds a column for each, and one for the status of the figures where some are provisional or revised. */
void book_figures_head(struct tabulator *tabulator);

/* Notes what shorthand a row will have; the indicator was taken (book_rows_take). */
void book_figures_note(struct tabulator *tabulator, int period);

/* Fills the columns of figures in a row. */
void book_figures_fill(struct tabulator *tabulator, struct arena *arena, int period, struct book_cell *cells);

/* A period as the one in which the indicator is due in it: words, or a day as a date. */
struct book_cell book_figures_period(const struct tabulator *tabulator, struct arena *arena,
                                     const struct indicator *indicator, int period);

#endif
