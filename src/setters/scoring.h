#ifndef SETTERS_SCORING_H
#define SETTERS_SCORING_H

#include "figure_cell.h"

/* A column of the table: one of the layout's, for one period of its run. */
struct score_slot {
    const struct score_column *column;
    int period;
};

/* A scorecard while its grid is filled. */
struct scoring {
    struct composer *composer;
    const struct scorecard *card;
    const struct selection *rows;
    struct grid *grid;
    bool folded;              /* its columns stand at both sides of the page's fold */
    struct score_slot *slots; /* grid->column_count of them */
    struct figure_cells cells;
};

/* The columns and groups of the grid, from the layout's. */
void scoring_make_columns(struct scoring *scoring);

/* Ids are the references of a catalogue that has no others; beside others they are names of the author's own. NULL:
 * the indicator has none. */
const char *scoring_reference(const struct scoring *scoring, const struct indicator *indicator);

/* True where the figure of the period is suppressed: then all of the indicator's figures are withheld, past ones too.
 */
bool scoring_is_withheld(const struct scoring *scoring, const struct indicator *indicator);

/* The cell of an indicator in a column. */
struct grid_cell scoring_cell(struct scoring *scoring, const struct score_slot *slot,
                              const struct indicator *indicator);

#endif
