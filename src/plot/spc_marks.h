#ifndef PLOT_SPC_MARKS_H
#define PLOT_SPC_MARKS_H

#include <cairo.h>

#include "callout.h"

/* What a control chart has beyond other charts: its lines, the markers of its points, the periods where it starts anew.
 */

/* The mean solid, limits dashed, near lines dotted; a line for each phase. */
void spc_marks_paint_line(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                          const struct axis_group *group);

/* How far a marker reaches from its point at most. */
extern const double spc_marks_reach;

/* A marker a point, whose shape and colour are those of its class; the latest is larger. */
void spc_marks_paint_points(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                            const struct axis_group *group);

/* An upright line before each period with which the lines begin anew. */
void spc_marks_paint_rebases(cairo_t *cr, const struct plot *plot);

/* The reasons of rebases, and the means of earlier phases. */
void spc_marks_add_callouts(struct callout_maker *maker);

#endif
