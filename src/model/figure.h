#ifndef MODEL_FIGURE_H
#define MODEL_FIGURE_H

#include "catalogue.h"
#include "field.h"

/* What `metric` computes for (indicator, field, period). */
struct figure {
    struct fraction value; /* unrounded, as the catalogue holds it: 28.27 is 28.27%; none where absent or a word */
    enum status status;
    int word; /* of a present field that is no number: enum band_colour, direction, target_status, or of a control chart
               */
    const char *words; /* of a figure in words, as `52+`; else NULL */
    size_t sharing;    /* of a rank: how many others have it, with exactly the same figure */
    bool published;    /* a letter that was published, and that no key in force gives */
    bool off_target;   /* a letter that the key in force does not have, of a figure that misses its target */
};

/* All figures of one indicator: figures[(period - first) * FIELD_COUNT + field]; and those among the organisations of
 * each comparator that is computed: among[((period - first) * computed_count + its place) * AMONG_COUNT + which]. */
struct figure_table {
    const struct indicator *indicator;
    int first, count; /* periods */
    struct figure *figures;
    const struct catalogue *catalogue; /* NULL: no comparator is computed */
    struct figure *among;
};

/* Room for the figures of any indicator of a catalogue. */
struct figure_table figure_table_make(struct arena *arena, const struct catalogue *catalogue, int first, int count);

/* Every figure of a catalogue, in its indicators' order. */
struct figures {
    const struct catalogue *catalogue;
    int first, count;            /* periods, the same for all */
    struct figure_table *tables; /* catalogue->indicator_count of them */
};

/* The figure that a cell, a past year or a benchmark holds. */
struct figure figure_of_cell(const struct cell *cell);
struct figure figure_of_annual(const struct annual *annual);
struct figure figure_of_benchmark(const struct benchmark *benchmark);

/* A missing figure outside the periods. */
const struct figure *figure_at(const struct figure_table *table, enum field field, int period);
/* The figure among the organisations of a comparator that is computed. */
const struct figure *figure_among(const struct figure_table *table, const struct comparator *comparator,
                                  enum among among, int period);
/* The period before one in which the indicator is due, or was to be: that of the last month before where it is due each
 * month, of the last quarter where each quarter. Before the first period of the table where there is none. */
int figure_period_before(const struct figure_table *table, int period);

/* The period of the latest figure up to `period`, or PERIOD_NONE. It is `period` itself where that is absent for
 * another reason than that it is missing or not due: what is suppressed or does not apply has no older figure in its
 * place. */
int figure_last_period(const struct figure_table *table, enum field field, int period);
/* The period of the latest figure up to `period`, whatever those behind it lack; PERIOD_NONE where there is none. */
int figure_present_period(const struct figure_table *table, enum field field, int period);
/* The latest period up to `period` in which a figure is due; `period` itself where none is. */
int figure_due_period(const struct figure_table *table, enum field field, int period);

const struct figure_table *figures_of(const struct figures *figures, const struct indicator *indicator);

/* What a name means in a catalogue: false where it is of a comparator that is not there, or, but for its benchmark, not
 * computed. */
bool figure_resolve(const struct catalogue *catalogue, struct field_name *name);

/* False for a comparator that is not computed, and for ranks where it is one series, with nobody to be ranked with. */
bool figure_has_among(const struct comparator *comparator, enum among among);

/* The name of a comparator's figure. */
struct field_name figure_name_of(const struct comparator *comparator);

/* The figure that a name stands for: one of the table, that of a past year, or the latest of a comparator, of one that
 * is computed that of the period. */
struct figure figure_named(const struct figure_table *table, struct field_name name, int period);

/* What is known of a field in a past year, `2017-18`: the figure and its counts; of other fields it is not applicable.
 */
struct figure figure_of_year(const struct figure_table *table, enum field field, const char *year);

/* How many of some indicators have a word in a field, in a period or where none is due in it the latest one before that
 * has: 9 `better` than their target. */
size_t figures_tally(const struct figures *figures, const struct indicator *const *indicators, size_t count,
                     enum field field, int period, int word);

/* The figure as a page prints it: `28.3`, `+1.2`, `G`, `up`; a figure in words as it stands. "" where it is absent; a
 * page then prints the symbol of its status. This is the one place where a figure is rounded. */
const char *figure_printed(struct arena *arena, const struct indicator *indicator, enum field field,
                           const struct figure *figure);

/* The same with a number of decimals of the layout's; -1: the indicator's own. */
const char *figure_printed_with(struct arena *arena, const struct indicator *indicator, enum field field,
                                const struct figure *figure, int decimals);

/* The text of a named figure: a benchmark has decimals of its own unless it is compact, a past year those of the
 * figure. */
const char *figure_printed_named(struct arena *arena, const struct indicator *indicator, struct field_name name,
                                 const struct figure *figure);

/* How many decimals that text has, of a number; a time is printed to the minute whatever they are. */
int figure_decimals_named(const struct indicator *indicator, struct field_name name, const struct figure *figure);

/* How many decimals a present number is printed with. */
int figure_decimals(const struct indicator *indicator, enum field field, struct fraction value);

/* From one present figure to another as both are printed, and the decimals of the one that has more. Compact ones
 * agree, as in a row of a table: on the decimals of the one that has fewer, unless that hides the change. */
struct figure_change {
    struct fraction by;
    int decimals;
};
struct figure_change figure_change_printed(const struct indicator *indicator, enum field field, struct fraction from,
                                           struct fraction to);

/* The figure rounded as it is printed: what a band or an arrow judges; and rounded to other decimals of what is
 * printed. Both as the catalogue holds it. */
struct fraction figure_rounded(const struct indicator *indicator, enum field field, struct fraction value);
struct fraction figure_rounded_to(const struct indicator *indicator, enum field field, struct fraction value,
                                  int decimals);

/* The unrounded figure in the unit that is printed: 1,234.5 for £1,234,500 in thousands. */
struct fraction figure_shown(const struct indicator *indicator, enum field field, struct fraction value);

/* What is held for a figure as it is printed: the other way round. */
struct fraction figure_held(const struct indicator *indicator, enum field field, struct fraction shown);

/* The step from a figure to the next that is printed with so many decimals, as the catalogue holds it. */
struct fraction figure_step(const struct indicator *indicator, enum field field, int decimals);

/* Whether a reader who works a variance out of the figure that it is of, as printed, and the target finds another. */
bool figure_variance_is_off(const struct figure_table *table, enum field variance, enum field of, int period);

#endif
