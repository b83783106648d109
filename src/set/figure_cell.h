#ifndef SET_FIGURE_CELL_H
#define SET_FIGURE_CELL_H

#include "grid.h"
#include "selection.h"
#include "sign.h"

/* How figures stand in the cells of a table: as numbers, words, letters, or the symbol of their status. */

/* Those of one table. */
struct figure_cells {
    struct composer *composer;
    bool used[STATUS_COUNT]; /* that stand in it as symbols */
};

/* A figure to be shown. */
struct figure_shown {
    const struct indicator *indicator;
    struct field_name name;
    struct figure figure;
    int decimals;       /* -1: its own */
    const char *sign;   /* behind a number; NULL: none */
    const char *absent; /* what an author prints where there is none; NULL: the symbol of its status */
};

/* What figure_named gives; not applicable where the indicator has no such field. */
struct figure figure_of_period(const struct figure_table *table, struct field_name name, int period);

/* How many decimals the figures of an indicator have in a column of some indicators, benchmarks and past years too:
 * those of a unit agree, as many as any of its indicators has. -1: its own, of whole numbers, money, hours, and compact
 * ones; one without decimals is published in whole numbers, and decimals would say more than is known. */
int figure_cell_decimals(const struct selection *column, const struct indicator *indicator);

struct grid_cell figure_cell(struct figure_cells *cells, const struct figure_shown *shown);

/* Ends a cell's text in a sign, which keys then explain. */
void figure_cell_end(struct composer *composer, struct grid_cell *cell, const char *between, enum sign sign);

/* Puts the sign behind a rank that is shared: `5=`. */
void figure_cell_joint(struct composer *composer, const struct figure *rank, struct grid_cell *cell);

/* Puts a figure of a field and a period on the colour of its letter, where it has one. */
void figure_cell_colour(const struct composer *composer, const struct indicator *indicator, enum field field,
                        int period, struct grid_cell *cell);

/* The letters of what an indicator reports over so many periods; where no key judges it the author's words, or NULL for
 * the symbol; where its figure is withheld the symbol of that. */
struct grid_cell figure_cell_letters(struct figure_cells *cells, const struct indicator *indicator, int periods,
                                     const char *absent);

/* A number that is printed already, with the symbol of its status behind it where it has one. */
struct grid_cell figure_cell_text(struct figure_cells *cells, const char *text, enum status status);

/* What stands for a figure that is not there: the author's words, or NULL for the symbol. A suppressed one always says
 * so. */
struct grid_cell figure_cell_absent(struct figure_cells *cells, enum status status, const char *words);

/* Words, which stand where the decimal point is if they are a dash. */
struct grid_cell figure_cell_words(const char *words);

#endif
