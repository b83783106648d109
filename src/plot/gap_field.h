#ifndef PLOT_GAP_FIELD_H
#define PLOT_GAP_FIELD_H

#include <cairo.h>

#include "label.h"
#include "plot.h"

/* Periods that follow each other without a figure that was due, all for one reason. */
struct gap {
    size_t first, last;               /* categories, both in */
    const struct chart_series *alone; /* the columns or the line that lack their figures; NULL: nothing is there */
};

/* The next gap of a group from a category on: where the whole chart has none, or where one series alone has none (else
 * NULL). False where there is none. */
bool gap_next(const struct plot *plot, const struct axis_group *group, const struct chart_series *alone, size_t from,
              struct gap *gap);

/* What is absent there, and why; and whether another gap has the same reason. */
enum status gap_status(const struct plot *plot, const struct gap *gap);
const char *gap_reason(const struct plot *plot, const struct gap *gap);
bool gap_is_like(const struct plot *plot, const struct gap *gap, const struct gap *other);

/* Its edges, in points, as high as the main panel: a set's are those of its column in one category. */
struct box gap_box(const struct plot *plot, const struct axis_group *group, const struct gap *gap);

/* Shuts figures out of gaps. */
void gap_fields_fill_field(const struct plot *plot, struct label_field *field);

/* A field of what is absent, by its status. It has no edges: one of a single period would be read as a column. */
void gap_field_paint(cairo_t *cr, const struct plot *plot, struct box box, enum status status);

/* The fields of a group's gaps: pale, whatever is absent; over that hatched where it is suppressed. */
void gap_fields_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group);

#endif
