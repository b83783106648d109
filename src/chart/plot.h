#ifndef CHART_PLOT_H
#define CHART_PLOT_H

#include "chart.h"
#include "lettering.h"
#include "scale.h"

enum { PLOT_STRIPS = 4, PLOT_PANELS = 2, TICK_SIZE = 64, SWATCH_WIDTH = 9 };

#define COLUMN_SHARE 0.68 /* of a slot that columns take */

/* A group of categories as it stands on the page. */
struct strip {
    size_t first, count;
    const char *title; /* NULL for none */
    enum chart_group_kind kind;
    double left, right; /* of its frame */
    double slot;        /* the width of one category */
    bool fixed;         /* it does not grow */
};

/* A scale and its height: the figures, or above them those of the second axis. */
struct panel {
    double top, bottom;
    struct scale scale;
    const char *unit;
    bool empty;    /* no figures: no scale is printed */
    bool named;    /* the names of its series stand above it */
    bool on_right; /* its scale is printed at the right */
};

/* Where everything of a chart stands: y down, in points. */
struct plot {
    const struct chart *chart;
    const struct theme *theme;
    struct lettering *lettering;
    struct arena *arena;
    double width, height;
    double note_pt; /* size of lettering */
    struct strip strips[PLOT_STRIPS];
    size_t strip_count;
    struct panel panels[PLOT_PANELS]; /* the main one first */
    size_t panel_count;
    bool footed;        /* brackets and titles of strips have room */
    int label_lines;    /* of the names of categories */
    int key_rows;       /* the names of columns above the main panel */
    double floor;       /* the bottom of the lowest panel */
    double foot;        /* the same, lower by what names on several lines take more than those on one */
    double ticks_right; /* width of the scale at the right, 0 for none */
};

/* Lays a chart out. The plot lives in the arena and borrows all else. False where the room is too small to draw in. */
bool plot_make(struct plot *plot, struct arena *arena, struct lettering *lettering, const struct theme *theme,
               const struct chart *chart, double width_pt, double height_pt);

bool plot_is_stacked(const struct plot *plot);
const struct panel *plot_panel(const struct plot *plot, const struct chart_series *series);
double plot_x(const struct strip *strip, size_t category);
double plot_y(const struct panel *panel, double value);

/* A series whose latest point is picked out and whose highest and lowest are labelled. */
bool plot_picks(const struct plot *plot, const struct chart_series *series);
/* Where a picked series is at its latest: false where this strip does not hold it. */
bool plot_latest(const struct plot *plot, const struct chart_series *series, const struct strip *strip,
                 size_t *category);

/* As the point was printed, or by the chart's decimals where it was not. */
const char *plot_printed(const struct plot *plot, const struct chart_series *series, size_t category);

/* True where a series is named at its end in a strip: at category, or right of the frame for what spans it. */
struct end_label {
    size_t category;
    bool at_frame; /* starts right of the frame, else right of the point */
    double height; /* where it stands, as a value of its scale */
    const char *name, *value;
    double start; /* from the middle of the category, or from the frame */
    double width; /* with the swatch of a column */
};
bool plot_end_label(const struct plot *plot, const struct chart_series *series, const struct strip *strip,
                    struct end_label *label);

/* Sets of columns, and what two panels show, are named in a key above their panel; with a swatch where there are
 * several. */
bool plot_in_key(const struct plot *plot, const struct panel *panel, const struct chart_series *series);
bool plot_has_swatches(const struct plot *plot, const struct panel *panel);
double plot_key_width(const struct plot *plot, const struct chart_series *series);
/* A category's name, broken at its blanks into as few lines as the room (in points) allows: how many there are. */
enum { PLOT_LABEL_LINES = 3 };
int plot_label_break(const struct plot *plot, const char *label, double room, const char **lines);

/* `75`, or `100%` at the top. Returns buffer (TICK_SIZE). */
char *plot_tick(const struct panel *panel, int line, char *buffer);

#endif
