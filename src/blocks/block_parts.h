#ifndef BLOCKS_BLOCK_PARTS_H
#define BLOCKS_BLOCK_PARTS_H

#include "block.h"
#include "extent.h"

/* What kinds of blocks have of their own; comparison_chart.h, scorecard.h, topic_table.h and trend_chart.h have
 * the rest. */

struct stack {
    bool repeat; /* drawn again at the top of each further side of its page */
};

/* A new page. */
struct page_break {
    bool facing_only; /* only where the pack prints facing pages */
};

struct heading {
    const char *dated;    /* `As at month end: {month}`; NULL: the usual */
    const char *subtitle; /* below its rule, at the left; NULL: none */
    const char *note;     /* below its rule, at the right; NULL: none */
};

/* A picture as a block shows it. */
struct picture {
    const struct image *image; /* NULL: none */
    const char *alt;           /* NULL: it only decorates */
    double width_pt;           /* 0: its own width, or what there is room for */
    double height_pt;          /* the most; 0: no limit of its own */
    enum picture_align { PICTURE_LEFT, PICTURE_CENTRE, PICTURE_RIGHT, PICTURE_ALIGN_COUNT } align;
};

struct cover {
    const char *dated; /* NULL: the usual */
    const char *note;  /* a sentence below the subtitle; NULL: the pack's subject */
    bool sparklines;   /* a line of each page's figure */
    struct picture picture;
};

/* The start of a section: a band, or all that a page says. */
struct divider {
    enum divider_size { DIVIDER_BAND, DIVIDER_PAGE, DIVIDER_SIZE_COUNT } size;
    const char *note; /* NULL: none */
};

/* One column of a period table: a field of the indicator, or a raw series. */
struct column {
    struct field_name field;       /* of a period: FROM_FIELD or FROM_AMONG */
    const struct series *series;   /* not NULL: a series column, field is not looked at */
    const char *heading;           /* NULL: the field's own */
    int decimals;                  /* -1: as the indicator prints it */
    int total_decimals;            /* in the total row; -1: as the indicator prints it */
    bool has_total;                /* whether the total row shows it */
    bool total_given;              /* by the layout */
    bool coloured;                 /* figures on the colour of their letter */
    struct field_name total_field; /* the field that the total row shows in its place (ytd_variance for variance) */
    struct source_pos pos;
};

struct period_table {
    struct extent extent;
    struct column *columns;
    size_t column_count, column_capacity;
    bool total_row;
    const char *total_label;    /* NULL: the usual */
    const char *period_heading; /* NULL: the usual */
};

/* The first is the large one. */
struct key_figures {
    struct field_name *fields; /* FROM_FIELD or FROM_AMONG */
    size_t field_count, field_capacity;
};

struct contents {
    bool plain;           /* without figures */
    bool sparklines;      /* a line of each measure */
    bool ranks;           /* where each stands among organisations */
    struct extent extent; /* of the lines */
    int letters;          /* of so many periods, one behind the other; 0: none */
    bool page_letters;    /* of all measures that a page shows, where they are plain */
};

/* How many of the indicators of a selection have a word in a field: those that are `better` than their target. */
struct tile {
    enum tile_count {
        TILE_ALL,    /* all of the selection */
        TILE_WORD,   /* those that have the word */
        TILE_ABSENT, /* those that have none: no figure, or a direction that compares with another definition */
    } count;
    enum field field;
    int word;
    const char *label; /* NULL: that of the word */
    int published;     /* what a report printed in its place; -1: not known */
    struct source_pos pos;
};

struct tiles {
    struct tile *items;
    size_t count, capacity;
};

struct published_table;

/* What needs attention: what is held against what, and how far back its lines go. */
struct attention_list {
    enum attention_since { SINCE_PERIOD_BEFORE, SINCE_LAST_ISSUE, SINCE_LAST_YEAR, SINCE_COUNT } since;
    const struct published_table *issue; /* of the last issue; NULL for none */
    const struct comparator *against;    /* how far each figure is from this one is said too; NULL: it is not */
    size_t most;                         /* rows; what is behind them is named below */
    bool actions;                        /* what is done is told in it */
    bool references;                     /* each measure is told with its reference */
    const char *committee;               /* whose own actions are told over it; NULL: none are */
    char **attributes;                   /* of the catalogue, which hold notes: reasons end with them */
    size_t attribute_count;
    double padding_pt; /* in each row, above and below together */
    struct extent extent;
};

/* What is done about an indicator or several. */
struct action_list {
    bool all;        /* also what is done with: finished, or stopped */
    bool references; /* each measure of a table is told with its reference */
};

/* What a reader of a dashboard can filter by: a group of options. */
struct panel_option {
    const char *name; /* NULL: indicators that have none */
    enum panel_state { PANEL_SELECTED, PANEL_LEFT_OUT, PANEL_UNKNOWN } state;
    int rows; /* of the selection that have it; -1: not known */
};

struct panel_group {
    const char *title;
    struct panel_option *options;
    size_t option_count, option_capacity;
};

struct selection_panel {
    struct panel_group *groups;
    size_t group_count, group_capacity;
    bool all_options; /* selected or not */
};

struct benchmark_box {
    bool counted; /* a note says how many figures are in those that are computed */
};

struct definition {
    const char *numbers; /* the attribute that numbers come from; NULL: references */
};

struct text_block {
    struct rich_text *rich;
    bool small; /* set as a note */
};

/* Of the data. */
struct notes_block {
    int years;         /* financial years whose notes are told */
    char **attributes; /* that hold notes */
    size_t attribute_count;
};

/* To the shapes, letters and symbols that are used. */
struct key {
    bool of_pack; /* on all pages, not on this one */
};

/* A line of a document control box that the layout adds: `For`, `Scrutiny committee`. */
struct document_control_line {
    const char *label, *value;
};

struct document_control {
    struct document_control_line *lines;
    size_t line_count, line_capacity;
};

#endif
