#ifndef CHART_CONTROL_H
#define CHART_CONTROL_H

#include <cairo.h>

#include "callout_internal.h"
#include "text.h"

/* What a control chart has beyond other charts: its lines, the markers of its points, the months where it starts anew.
 * For a chart that is none, nothing is drawn. */

/* The mean solid, limits dashed, near lines dotted; a line for each phase. */
void control_line_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                        const struct strip *strip);

/* A marker a point, whose shape and colour are those of its class; the latest is larger. */
void control_points_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                          const struct strip *strip);

/* An upright line before each month with which the lines begin anew. */
void control_rebases_paint(cairo_t *cr, const struct plot *plot);

/* The reasons of rebases, and the means of earlier phases. */
void control_add_callouts(struct callout_maker *maker);

/* Adds to the alternative text: the lines of each phase, the points that are not common by class and rule, the icons.
 */
void control_describe(struct text *text, struct arena *arena, const struct chart *chart);

#endif
