#ifndef MODEL_BLOCK_H
#define MODEL_BLOCK_H

#include "chart.h"
#include "figure.h"
#include "image.h"
#include "rich.h"
#include "selection.h"
#include "theme.h"
#include "words.h"

/* What a layout asks for: pages of blocks. The reader fills it; `page` arranges it. */

enum block_kind {
    BLOCK_ROW,   /* children side by side */
    BLOCK_STACK, /* children one below the other */
    BLOCK_HEADING,
    BLOCK_STATUS_LINE,
    BLOCK_TABLE,
    BLOCK_TREND_CHART,
    BLOCK_COMMENTARY,
    BLOCK_DEFINITION,
    BLOCK_RAG_KEY,
    BLOCK_BENCHMARK_BOX,
    BLOCK_CONTENTS,
    BLOCK_TEXT,
    BLOCK_COVER,
    BLOCK_DOCUMENT_CONTROL,
    BLOCK_DIVIDER, /* the start of a section: a band, or all that a page says */
    BLOCK_PICTURE,
    BLOCK_TILES,
    BLOCK_SELECTION_PANEL,
    BLOCK_KEY,   /* to the shapes, letters and symbols that are used */
    BLOCK_NOTES, /* of the data */
    BLOCK_SCORECARD,
    BLOCK_TOPIC_TABLE,
    BLOCK_MEASURE_HEADING,
    BLOCK_KEY_FIGURES,
    BLOCK_PAGE_BREAK, /* a new page, or where facing only: when the pack prints facing pages */
    BLOCK_KIND_COUNT
};
extern const char *const block_words[BLOCK_KIND_COUNT]; /* element names: row stack heading status-line ... */

enum width_kind { WIDTH_WEIGHT, WIDTH_FIXED, WIDTH_NATURAL };

struct width {
    enum width_kind kind; /* weight 1 where nothing was said */
    double amount;        /* the weight, or points */
};

/* One column of a month table: a field of the indicator, or a raw series. */
struct column {
    enum field field;
    const struct series *series; /* not NULL: a series column, field is not looked at */
    const char *heading;         /* NULL: the field's own */
    int decimals;                /* -1: as the indicator prints it */
    int total_decimals;          /* in the total row; -1: as the indicator prints it */
    bool has_total;              /* whether the total row shows it */
    enum field total_field;      /* the field that the total row shows in its place (ytd_variance for variance) */
    struct source_pos pos;
};

struct chart_line {
    enum field field;
    const struct series *series;       /* not NULL: a series in place of a field */
    const struct indicator *indicator; /* whose field; NULL: the chart's */
    enum chart_line_mark { CHART_LINE_LINE, CHART_LINE_COLUMN } mark;
    bool second_axis;
    const char *label; /* NULL: the field's own */
    struct source_pos pos;
};

/* A line across a chart: the latest figure of a comparator, or a figure of the layout's. */
struct chart_reference {
    const struct comparator *comparator; /* NULL: value */
    struct fraction value;
    const char *label; /* NULL: the comparator's */
    struct source_pos pos;
};

enum { CHART_GROUPS_MAX = 4 };

/* A picture as a block shows it. */
struct picture {
    const struct image *image; /* NULL: none */
    const char *alt;           /* NULL: it only decorates */
    double width_pt;           /* 0: its own width, or what there is room for */
    double height_pt;          /* the most; 0: no limit of its own */
    enum picture_align { PICTURE_LEFT, PICTURE_CENTRE, PICTURE_RIGHT, PICTURE_ALIGN_COUNT } align;
};

/* A line of a document control box that the layout adds: `For`, `Scrutiny committee`. */
struct control_line {
    const char *label, *value;
    struct source_pos pos;
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
    struct source_pos pos;
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

enum divider_size { DIVIDER_BAND, DIVIDER_PAGE, DIVIDER_SIZE_COUNT };

enum benchmark_show { BENCHMARKS_NONE, BENCHMARKS_YEARS, BENCHMARKS_LINES };

struct block {
    enum block_kind kind;
    struct block *parent, *first_child, *last_child, *next;
    struct width width;                /* in a row */
    double height_pt;                  /* of a chart; 0: the usual */
    double gap_pt;                     /* before it; -1: the usual */
    const char *title;                 /* heading, table, text ...; NULL: the block's own */
    bool title_left;                   /* turned, in a strip at its left; else above it */
    const struct indicator *indicator; /* NULL: the page's */
    /* table */
    int years; /* financial years, the last one that of the period */
    struct column *columns;
    size_t column_count, column_capacity;
    bool total_row;
    const char *total_label; /* `Year to date` */
    const char *month_heading;
    /* chart; years too, where months is 0 */
    enum chart_kind chart_kind;
    enum chart_group_kind groups[CHART_GROUPS_MAX]; /* in the order of the axis */
    size_t group_count;
    int months; /* the last one that of the period */
    struct chart_reference *references;
    size_t reference_count, reference_capacity;
    struct chart_line *lines;
    size_t line_count, line_capacity;
    bool target;
    bool control;   /* mean, limits and rules of the indicator's control chart */
    bool from_zero; /* scale starts at zero whatever the marks */
    enum benchmark_show benchmarks;
    bool repeat; /* a stack: drawn again at the top of each further side of its page */
    /* definition: the attribute that numbers come from; NULL: references */
    const char *numbers;
    /* text: CommonMark; page break: only for facing pages */
    /* scorecard, topic table */
    struct scorecard *scorecard;
    struct topic_table *topic_table;
    const char *text;
    struct rich_text *rich; /* the text, read; NULL without one */
    bool small;             /* set as a note */
    bool facing_only;
    /* cover, divider, picture, document control box */
    struct picture picture;
    const char *dated;    /* cover, heading: `As at month end: {month}`; NULL: the usual */
    const char *note;     /* of a heading: below its rule, at the right */
    const char *subtitle; /* of a heading: below its rule, at the left */
    enum divider_size divider;
    /* tiles, selection panel, notes, contents */
    struct selection selection; /* none: not of a selection */
    struct tile *tiles;
    size_t tile_count, tile_capacity;
    struct panel_group *panel_groups;
    size_t panel_count, panel_capacity;
    bool all_options; /* selected or not */
    /* key, notes, contents */
    bool of_pack;      /* the key of all pages, not of this one */
    char **attributes; /* that hold notes */
    size_t attribute_count;
    bool plain;      /* contents without figures */
    bool sparklines; /* contents, cover: a line of each measure */
    /* key figures: the first is the large one */
    enum field *fields;
    size_t field_count, field_capacity;
    struct control_line *control_lines;
    size_t control_line_count, control_line_capacity;
    struct source_pos pos;
};

/* A page as the layout asks for it: its own blocks, or a template's, for one indicator. */
struct page_spec {
    const char *id;                    /* the indicator's where the layout gives none; may be NULL */
    const char *title;                 /* for outline and contents; NULL: the indicator's */
    const char *label;                 /* above the title; NULL: the indicator's reference */
    const struct indicator *indicator; /* may be NULL */
    const struct block *body;          /* a BLOCK_STACK; NULL for a blank page */
    bool blank;                        /* a side that says that it is left blank */
    const char *blank_text;            /* NULL: the usual words */
    bool listed;                       /* in contents and outline */
    bool right_hand;                   /* starts on a right-hand (odd) page */
    bool uncounted;                    /* has no number, and the pages behind it are numbered as if it were not there */
    struct source_pos pos;
};

struct commentary {
    const struct indicator *indicator;
    const char *markdown;   /* whole file, valid UTF-8 */
    struct rich_text *rich; /* the same, read; a heading at its top is the message of the month */
    const char *path;
};

struct layout {
    const char *path;
    const char *title, *subtitle, *author, *subject, *language;
    double width_pt, height_pt;
    double margin_inner_pt, margin_outer_pt, margin_top_pt, margin_bottom_pt;
    double fold_pt; /* what stays free in the middle of a page, where a booklet is folded; 0: nothing */
    int first_page;
    bool duplex;         /* mirrored margins, page numbers at the outer edge */
    bool facing_pages;   /* a topic on two facing pages */
    int period;          /* MONTH_NONE: the latest month with data */
    const char *created; /* ISO date of the issue; may be NULL */
    const char *status;  /* `Issue 1`; may be NULL */
    const char *footer;  /* NULL: the catalogue's source line */
    bool alone;          /* pages are published one by one: the foot of each tells source and date of the data */
    /* what the program prints by itself, in the language */
    const struct words *words;
    struct theme theme;
    struct font_list fonts;
    struct catalogue *catalogue;
    struct image **images; /* all that blocks show, each file once */
    size_t image_count, image_capacity;
    struct page_spec *pages;
    size_t page_count, page_capacity;
    struct commentary *commentaries; /* those of the period */
    size_t commentary_count, commentary_capacity;
    struct source_pos pos;
};

const struct commentary *layout_commentary(const struct layout *layout,
                                           const struct indicator *indicator); /* or NULL */

#endif
