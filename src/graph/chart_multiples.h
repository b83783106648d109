#ifndef GRAPH_CHART_MULTIPLES_H
#define GRAPH_CHART_MULTIPLES_H

#include "chart_draft.h"
#include "flow.h"
#include "multiples.h"

/* Small multiples while they are put together, whatever each is of. */

/* The axis of periods that all share, each with the name that stands alone: `Apr-18`. */
void chart_multiples_axis(struct chart_draft *draft);

/* Room for so many, with a series of figures each and others that these are held against. */
struct multiples *chart_multiples_create(struct chart_draft *draft, size_t count, size_t held);

/* One more, and the points of its series, which are gaps yet. */
struct multiple *chart_multiples_add(struct multiples *multiples, struct chart_draft *draft, const char *title);

/* The category of a period, or the last one before it. */
size_t chart_multiples_category(const struct chart_draft *draft, int period);

/* A line that goes with the figures, and its looks. */
struct chart_series *chart_multiples_held(struct multiple *multiple, size_t held, const char *name,
                                          enum chart_mark mark);

/* What figures of an indicator in a unit are in, as a subtitle has it. */
const char *chart_multiples_unit(struct composer *composer, const struct indicator *indicator, enum unit unit);

/* What all figures are in, each unit once: `Percentage, Days`. */
const char *chart_multiples_units(struct composer *composer, const struct chart *chart);

/* `Percentage, Rotherham, January 2018 to March 2019.` */
const char *chart_multiples_subtitle(struct composer *composer, const struct chart *chart, const char *measure,
                                     const char *place);

/* The usual height in a width, no more than a page has; and the least. */
double chart_multiples_height(const struct composer *composer, const struct chart *chart, double width_pt,
                              double *least_pt);

/* Says below them what they share, what is dashed, and why figures are missing. */
void chart_multiples_set_note(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                              const struct chart *chart);

#endif
