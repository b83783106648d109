#ifndef DOCUMENT_CHART_H
#define DOCUMENT_CHART_H

#include <stdbool.h>
#include <stddef.h>

#include "calendar.h"
#include "chart_kind.h"
#include "control_chart.h"
#include "diag.h"
#include "scale.h"
#include "series.h"
#include "standings.h"
#include "theme.h"

/* What a chart shows, as plain data: `graph` fills it from figures, `chart` draws and describes it. */

/* Shapes tell lines apart without colour; dashes do where there is no room for shapes. */
enum chart_marker { MARKER_NONE, MARKER_DOT, MARKER_SQUARE, MARKER_DIAMOND, MARKER_TRIANGLE };
enum chart_dash {
    DASH_NONE,
    DASH_LONG,
    DASH_DOTTED,
    DASH_DOT_LONG,
    DASH_SHORT,
    DASH_OVER, /* half of it leaves what lies under it to be seen */
    DASH_COUNT
};

/* Fills tell columns apart without colour. */
enum chart_fill {
    FILL_SOLID,
    FILL_RISING,  /* stripes */
    FILL_PALE,    /* solid, with an edge: columns of the past too */
    FILL_DOTTED,  /* dots */
    FILL_FALLING, /* stripes */
    FILL_HOLLOW,  /* an edge */
    FILL_COUNT
};

struct chart_point {
    bool present; /* false: a gap, no mark, no line through it */
    bool not_due; /* no gap either: no figure is expected, and a line goes on across it */
    bool anew;    /* a year to date starts again here, or what is counted changed: no line comes from before */
    double value;
    double upto;         /* of a range: where it ends */
    const char *printed; /* as the table prints it */
    const char *said;    /* as a sentence has it, with its unit; NULL: as printed, with what the scale has behind it */
    const char *gap_reason; /* of one of several series, or of a row: why there is no figure that was due; else NULL */
    enum status gap_status; /* with a reason: what kind of figure is absent */
};

struct chart_series {
    const char *name;      /* `Year to date`, `England` */
    const char *end_label; /* the name at the line's end, if another; NULL: the name */
    const char *ended; /* `May-18`: of a line that ends before others, its last period, told behind the name there */
    enum chart_mark mark;
    enum chart_marker marker;
    enum chart_dash dash;
    enum chart_fill fill;
    enum colour colour;
    enum colour label_colour;
    bool second_axis;           /* drawn in the frame above (column with line): its own scale */
    bool headline;              /* what the chart is about: latest picked out, highest and lowest labelled */
    struct chart_point *points; /* chart->category_count of them */
};

struct chart_category {
    const char *label;      /* `Apr-17`: short, for the axis */
    const char *long_label; /* `April 2017`: for the alternative text */
    const char *bracket;    /* `2017/18`: neighbours with the same bracket share it; may be NULL */
    bool future;            /* to come: no data is expected */
    const char *gap_reason; /* why there is no figure that was due, `not available`; NULL: there is, or none was */
    enum status gap_status; /* with a reason: what kind of figure is absent */
    int period;             /* of the chart's calendar, in a group of periods */
};

/* Periods, the year to date and comparators differ in what joins them and in how columns that stand alone look. */
enum chart_group_kind {
    GROUP_YEARS,   /* joined by lines; columns of the past */
    GROUP_PERIODS, /* joined; labels step as the calendar counts, where there is no room for all; the latest is picked
                      out */
    GROUP_TO_DATE, /* one category */
    GROUP_BENCHMARKS, /* comparators: not joined; columns of others */
};

struct chart_group {
    const char *title;   /* `Years, benchmarks`; may be NULL */
    size_t first, count; /* categories */
    enum chart_group_kind kind;
    bool apart; /* its figures add up those of the periods beside it: it has a scale of its own, from zero */
};

/* A period with which a measure begins anew, since what is counted or done changed: no line comes from before. */
struct chart_rebase {
    size_t category;
    const char *label; /* `New front door` */
    int from;          /* the period */
    size_t rests;      /* figures that the lines of a control chart rest on from there */
};

/* What makes a chart a control chart: how its headline series is marked and told. */
struct chart_spc {
    const enum spc_class *classes; /* of each category */
    const enum spc_rule *rules;
    int latest_period; /* that has a point, in the chart or before it; PERIOD_NONE: none has */
    enum spc_rule latest_rule;
    const char *rests_on;   /* the figures that the first limits that are drawn rest on, in words */
    size_t outdated;        /* so many figures at the end lie beyond limits that tell no more; 0: they do */
    size_t restless, rests; /* so many of the figures that the latest limits rest on are marked by them, where that
                             * is too many for a usual variation; 0: it is not */
    bool method;            /* the note says how lines and marks come about */
    bool trial;             /* the latest limits */
    bool too_few;           /* figures for limits: nothing can be said of the latest point */
    bool below_zero, above_whole; /* the latest limits lie where no figure of the indicator can */
    bool still;                   /* nothing varies: it has no limits, which would all be the figure itself */
    enum spc_variation variation; /* of the latest point */
    enum spc_assurance assurance;
};

struct multiples;

/* What is left of a chart's room left of its periods at least, and right of them, for what else stands there. */
struct chart_edges {
    double left_pt, right_pt;
};

struct chart {
    enum chart_kind kind;
    struct source_pos pos; /* of what asks for it */
    /* of the pack's language */
    const struct words *words;
    const char *subject;    /* `Referrals that go on to a single assessment` */
    const char *place;      /* `Peterborough`; of a chart of organisations, its period */
    struct scale_unit unit; /* of the first axis */
    struct scale_unit second_unit;
    bool from_zero;           /* bars always are; a line may start elsewhere */
    double least_span;        /* of a scale that starts elsewhere: less is no matter that should look like one */
    struct scale scale;       /* of the first axis, where words speak of it; no lines: whatever suits the height */
    int decimals;             /* of the values, for the labels that a chart makes itself */
    struct calendar calendar; /* of the periods of a group */
    struct chart_category *categories;
    size_t category_count;
    struct chart_group groups[4]; /* on one axis with gaps between them, one scale */
    size_t group_count;
    struct chart_series *series;
    size_t series_count;
    struct chart_rebase *rebases; /* of a control chart, and a small line */
    size_t rebase_count;
    const struct chart_spc *spc;       /* NULL but for a control chart */
    const struct standings *standings; /* of organisations, an indicator each; a strip can have several */
    size_t standings_count;            /* 0 but for charts of organisations, which have no categories */
    const struct multiples *multiples; /* NULL but for small multiples, whose series are theirs */
    struct chart_edges edges;          /* shared with those that stand in a column with it; 0: its own */
};

/* True for columns and lines: figures, not what they are held against. */
bool series_is_data(const struct chart_series *series);

/* The value of a point; false where there is none that can be drawn. */
bool point_value(const struct chart_series *series, size_t category, double *value);

/* A figure as it was printed, or by the chart's decimals where it was not. */
const char *chart_printed(struct arena *arena, const struct chart *chart, const struct chart_series *series,
                          size_t category);

/* The groups of a chart; one that has none is a group of periods, which *whole becomes. */
const struct chart_group *chart_groups(const struct chart *chart, struct chart_group *whole, size_t *count);

/* Of the width of a ranked chart, that the names beside its bars take at most. */
#define CHART_RANKED_NAMES 0.6

/* True where a category has the same reason for having no figure as one before it. */
bool category_same_gap(const struct chart_category *category, const struct chart_category *before);

/* The same of two points of a series. */
bool point_same_gap(const struct chart_point *point, const struct chart_point *before);

/* The point that a line joins to one, across what is not due: the one before it from `first` on. False where there is
 * none, a gap between them, or where the line starts anew. */
bool point_before(const struct chart_series *series, size_t first, size_t category, size_t *before);

/* True where two lines, of which both are drawn, run from the same figure to the same figure as they are printed:
 * between a point and the one that both join to it, from `first` on. They are drawn in turns there. */
bool chart_lines_coincide(const struct chart *chart, const struct chart_series *line, const struct chart_series *other,
                          size_t first, size_t category);

/* The last point within count categories from first on, or the first one: false where there is none. */
bool point_last(const struct chart_series *series, size_t first, size_t count, size_t *category);
bool point_first(const struct chart_series *series, size_t first, size_t count, size_t *category);

/* How words tell where the first axis starts: of the lower of two frames, or of the only one. */
enum word chart_scale_word(const struct chart *chart);

/* True where a line of targets is drawn. */
bool chart_has_target(const struct chart *chart);

/* Where the column of a point starts and ends: at zero, or on the columns below it. False where there is none. */
bool chart_column(const struct chart *chart, const struct chart_series *series, size_t category, double *from,
                  double *to);

/* True in a group that has a scale of its own. */
bool chart_is_apart(const struct chart *chart, size_t category);

/* True of a category that stands in none of the groups: a year that has no room, which words tell. */
bool chart_is_left_out(const struct chart *chart, size_t category);

/* What figures are read by: the first axis, that of groups apart on the first axis, or the second. */
enum chart_axis { CHART_AXIS_FIRST, CHART_AXIS_SECOND, CHART_AXIS_APART };

/* The scale of an axis with between lines_min and lines_max lines; false where it has no figures. */
bool chart_scale(const struct chart *chart, enum chart_axis axis, int lines_min, int lines_max, struct scale *scale);

/* Reports, where it was asked for, a chart whose size, in points, is too small for it to be drawn. */
void chart_report_small(const struct chart *chart, double width_pt, double height_pt, struct diag *diag);

#endif
