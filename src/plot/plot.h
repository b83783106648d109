#ifndef PLOT_PLOT_H
#define PLOT_PLOT_H

#include "chart.h"
#include "ink.h"
#include "lettering.h"
#include "scale.h"

enum { PLOT_GROUPS = 4, PLOT_PANELS = 2, SWATCH_WIDTH = 9 };

/* A group of categories as it stands on the page. */
struct axis_group {
    size_t first, count;
    const char *title; /* NULL for none */
    enum chart_group_kind kind;
    double left, right; /* of its frame */
    double slot;        /* the width of one category */
    bool fixed;         /* it does not grow */
    bool apart;         /* it is read by plot->apart */
};

/* A scale and its height: the figures, or above them those of the second axis. */
struct axis_panel {
    double top, bottom;
    struct scale scale;
    struct scale_unit unit;
    bool empty;    /* no figures: no scale is printed */
    bool named;    /* the names of its series stand above it */
    bool on_right; /* its scale is printed at the right */
};

struct gap_notes;

/* Where everything of a chart stands: y down, in points. */
struct plot {
    const struct chart *chart;
    const struct theme *theme;
    struct lettering *lettering;
    struct arena *arena;
    double width, height;
    struct lettering_style note, bold; /* all of its lettering but the latest figures */
    struct axis_group groups[PLOT_GROUPS];
    size_t group_count;
    struct axis_panel panels[PLOT_PANELS]; /* the main one first */
    size_t panel_count;
    struct axis_panel apart; /* the main one as groups apart read it: another scale */
    bool footed;             /* brackets and titles of groups have room */
    int label_lines;         /* of the names of categories */
    int key_rows;            /* the names of columns above the main panel */
    double key_lift;    /* room between these names and figures of columns, 0 where no such figure comes near them */
    double floor;       /* the bottom of the lowest panel */
    double foot;        /* the same, lower by what names on several lines take more than those on one */
    double ticks_right; /* width of the scale at the right, 0 for none */
    struct gap_notes *notes; /* on gaps that have no room for their reasons; NULL: none is kept */
};

/* Draws a series within a group. */
typedef void plot_painter(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                          const struct axis_group *group);

void plot_set_colour(cairo_t *cr, const struct plot *plot, enum colour colour);

bool plot_is_stacked(const struct plot *plot);
const struct axis_panel *plot_panel(const struct plot *plot, const struct chart_series *series);
/* A panel as a group reads it, and that of a series. */
const struct axis_panel *plot_group_panel(const struct plot *plot, const struct axis_group *group,
                                          const struct axis_panel *panel);
const struct axis_panel *plot_scale(const struct plot *plot, const struct axis_group *group,
                                    const struct chart_series *series);
/* True where a group's numbers of the main scale stand at its left: the first, and one that is read by another. */
bool plot_group_has_ticks(const struct plot *plot, const struct axis_group *group);
/* The middle of a category, and its edges; the height of a value. */
double plot_x(const struct axis_group *group, size_t category);
double plot_left(const struct axis_group *group, size_t category);
double plot_right(const struct axis_group *group, size_t category);
double plot_y(const struct axis_panel *panel, double value);
/* Where the base line of a panel lies: at zero, or where zero is not within the scale at its foot. */
double plot_base(const struct axis_panel *panel);

/* True where a series has a figure in a group. */
bool plot_group_has(const struct axis_group *group, const struct chart_series *series);
/* True where another group says more of the latest, where both have figures: periods before all others, else the last.
 */
bool plot_group_is_later(const struct axis_group *group, const struct axis_group *other);

/* A series whose latest point is picked out and whose highest and lowest are labelled. */
bool plot_picks(const struct plot *plot, const struct chart_series *series);
/* Where a picked series is at its latest: false where this group does not hold it. */
bool plot_latest(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                 size_t *category);

/* The size of a latest figure that stands beside its mark. */
double plot_latest_pt(const struct plot *plot);

/* chart_printed in the plot's arena. */
const char *plot_printed(const struct plot *plot, const struct chart_series *series, size_t category);

enum { PLOT_YEAR_GAP = 2 }; /* between the names of years */

/* `14/15` of `2014/15`; other words as they are. */
const char *plot_short_year(const char *words);

/* A category's name, broken at its blanks into as few lines as the room (in points) allows: how many there are. */
enum { PLOT_LABEL_LINES = 3 };
int plot_label_break(const struct plot *plot, const char *label, double room, const char **lines);

/* The title of a group that has one below it: on one line where it reaches no further than half of PLOT_TITLE_EDGES
 * over each side of the group, together with a neighbour's, else broken so that it keeps clear of those. */
enum { PLOT_TITLE_EDGES = 20, PLOT_LINE_PT = 9 };
bool plot_group_is_titled(const struct plot *plot, const struct axis_group *group);
int plot_title_break(const struct plot *plot, const struct axis_group *group, const char **lines);

#endif
