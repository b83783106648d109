#ifndef PLOT_PLOT_SERIES_H
#define PLOT_PLOT_SERIES_H

#include "plot.h"

/* What of a series is told in a plot, and where. */

/* True where a series is named at its end in a group: at category, or right of the frame for what spans it. */
struct end_label {
    size_t category;
    bool at_frame; /* starts right of the frame, else right of the point */
    double height; /* where it stands, as a value of its scale */
    const char *name, *value;
    double start; /* from the middle of the category, or from the frame */
    double width; /* with the swatch of a column */
};
bool plot_series_end_label(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                           struct end_label *label);

/* Sets of columns, and what two panels show, are named in a key above their panel; with a swatch where there are
 * several. */
enum { PLOT_KEY_ROW_PT = 10, PLOT_KEY_GAP_PT = 12 }; /* a row of names, and between two of them */
bool plot_series_in_key(const struct plot *plot, const struct axis_panel *panel, const struct chart_series *series);
bool plot_series_has_swatches(const struct plot *plot, const struct axis_panel *panel);
double plot_series_key_width(const struct plot *plot, const struct chart_series *series);

#endif
