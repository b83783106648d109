#ifndef SET_GRID_H
#define SET_GRID_H

#include "icon.h"
#include "letter_strip.h"
#include "name_list.h"
#include "prose.h"
#include "quartile.h"
#include "side_label.h"

/*
 * A table as it is printed: headings of several levels, rows of several lines, cells that span, labels of groups of
 * rows, columns that make room for each other and go on in a second part where they do not fit. What fits is decided by
 * rules that an author can follow (docs/layout.md): lines of the columns that wrap, then the size of type, then parts.
 */

enum { GRID_LEVELS_MAX = 3 }; /* of headings over those of columns */

/* Dense: many columns, which give way; a rule above each row. Open: few columns in the type of tables, each as wide as
 * what is in it, in one part; rows have the rules and the height that they ask for, and cells stand in their middle. */
enum grid_look { GRID_DENSE, GRID_OPEN };

enum grid_align { GRID_LEFT, GRID_CENTRE, GRID_NUMBER };

struct grid_column {
    const char *heading;
    enum grid_align align;
    bool coloured;      /* its figures may stand on a colour, with a letter at their left */
    struct width width; /* weight: its text wraps, and it shares what is left; fixed: its text wraps in it */
    double least_pt;    /* never narrower */
    bool tint;          /* the period just reported: its figures are bold on a tint */
    bool repeat;        /* again in each part */
    bool strong;        /* text in bold and in the brand's colour, on one line where its width is natural */
    bool ends;          /* figures of different kinds: they end at its right edge, wherever their points are */
    bool again;         /* names the row once more behind the fold, for the eye: an artifact */
    double icon_pt;     /* room for an icon at its right, behind figures, in sizes of type */
    const struct rich_paragraph *marks; /* whose marks of footnotes stand behind the heading; NULL: none */
    bool has_bar;                       /* a bar of a colour over its heading */
    enum colour bar;
    bool has_icon; /* or an icon, which the heading says in words */
    enum icon icon;
    struct source_pos pos;
    /* worked out: */
    double x, width_pt;
    double need_pt;           /* what its contents and its heading need */
    double ample_pt;          /* what they need to stand on one line each */
    double ample_head_pt;     /* the same for its heading on two lines */
    double whole_pt, part_pt; /* widest before and from the decimal point */
    size_t figures, parted;   /* how many it has, and how many of them with a decimal point */
};

/* A heading over columns; groups of a level lie side by side, and those of the next level in them. */
struct grid_group {
    const char *heading;
    size_t first, count; /* columns */
    int level;           /* 0 outermost */
};

enum grid_content {
    GRID_TEXT,   /* a figure, or words that wrap where their column does */
    GRID_SYMBOL, /* what stands in place of a figure, in the second colour, at the right edge */
    GRID_DASH,   /* the same where the decimal point is, or at the edge where it ends there */
    GRID_PAIR,   /* `150 of 173`: text and `of` */
    GRID_PAGE,   /* the number of the page that the cell leads to */
    GRID_BAND,
    GRID_OFF_TARGET, /* in place of a letter that the key does not have */
    GRID_QUARTILE,
    GRID_ICON,
    GRID_PROSE,
    GRID_LETTERS, /* of an indicator over its last periods */
    GRID_NAMES,   /* of measures */
    GRID_CHART,   /* a small one, a figure where it says more than the cells beside it */
};

enum grid_span { SPAN_PLAIN, SPAN_BRACKET, SPAN_BOX };

struct grid_cell {
    enum grid_content content;
    const char *text;   /* NULL: nothing */
    enum status status; /* of the figure that it shows or has none of */
    const char *of;     /* GRID_PAIR */
    const char *below;  /* small, below the text; may be NULL */
    enum band_colour band;
    bool published; /* of the band: as it was, where no key in force gives it */
    bool on_band;   /* GRID_TEXT: a figure on the colour of the band, its letter beside it */
    enum quartile quartile;
    bool has_icon; /* GRID_ICON, or beside a figure */
    enum icon icon;
    bool icon_explained; /* on the page already: no key needs to */
    const struct rich_text *prose;
    size_t prose_first; /* paragraphs that are left out */
    bool prose_in_type; /* in the type of the table; asks its column for nothing */
    enum prose_align prose_align;
    const struct letter_strip *letters;
    const struct name_list *names;
    struct chart *chart;
    double chart_pt;                 /* how high it is in a dense table; 0: as a line of words */
    bool decorative;                 /* the figures of the chart are in the cells */
    bool ends;                       /* GRID_DASH: at the right edge */
    bool bold;                       /* whatever its row is */
    size_t end_sign;                 /* 1 + the enum sign that its text ends with (figure_cell_end); 0: none */
    bool warns;                      /* bold, in the colour of what is not as good: its words say so */
    size_t link_spec;                /* 1 + the page_spec that the cell leads to; 0: none */
    const struct indicator *link_to; /* to a row about it there; NULL: to the first page of them */
    size_t row_span; /* rows that it covers, in a box; 0 is 1. Those of its column below it are covered. */
    bool covered;    /* by one above it */
    size_t span;     /* columns that it covers; 0 is 1. The cells behind it are not looked at. */
    enum grid_span span_look;
    const char *single; /* its text where a part of the table has one of these columns alone; NULL: the same */
};

/* What stands above a row of an open table; a dense one has a hairline above each. */
enum grid_rule { GRID_RULE_NONE, GRID_RULE_HAIR, GRID_RULE_YEAR, GRID_RULE_TOTAL };

struct grid_row {
    struct grid_cell *cells;
    bool bold;         /* and tinted: the period just reported, where rows are periods */
    bool strong;       /* bold alone */
    bool shaded;       /* all of it is withheld */
    bool second;       /* in the second text colour: still to come */
    const char *group; /* neighbours with the same words are a group; NULL: none */
    enum grid_rule rule;
    const char *name;                  /* of what it shows, where rows are counted; may be NULL */
    const struct indicator *indicator; /* that it is about; NULL: of none, or none that others lead to */
    double gap_pt;                     /* before it */
    double height_pt;                  /* at least */
    bool joins_next;                   /* no page ends between them, where they are low */
};

/* Of what a table is set; in points. */
struct grid_type {
    double size_pt, leading_pt;      /* of cells */
    double head_pt, head_leading_pt; /* of headings */
    double note_pt, note_leading_pt; /* of what stands below */
    double prose_leading_pt;
    int step; /* how much else gives way, 0 to GRID_STEP_TALL */
};

struct grid {
    enum grid_look look;
    struct grid_column *columns;
    size_t column_count, column_capacity;
    struct grid_group *groups;
    size_t group_count, group_capacity;
    struct grid_row *rows;
    size_t row_count, row_capacity;
    const char *title;             /* for the head that is repeated; NULL: none */
    bool counted;                  /* a page tells which of its rows it shows, where they run over several */
    bool labels_above;             /* labels of groups in rows of their own; else turned at the left */
    double size_pt, least_size_pt; /* of a dense table's type: what is asked for, and how small it may become */
    double padding_pt;             /* of a row, above and below together */
    bool even;                     /* all rows are as high as the highest */
    bool prose_stays;              /* in its column, unless that makes a quarter of a page of it */
    size_t fold;                   /* the first column behind the flow's fold; 0: there is none */
    size_t header;                 /* the column that names the row */
    size_t tint_columns;           /* that the tint of a row reaches over; 0: all */
    int head_lines;                /* on which a heading stands at most; 0: 3, of a group and of an open table 2 */
    struct source_pos pos;
    struct element *parent; /* that the table goes into; NULL: composer->page->section */
    /* worked out: */
    struct grid_type type;
    double strip_pt; /* room for turned labels at the left */
};

struct grid_column *grid_add_column(struct composer *composer, struct grid *grid);
/* With empty cells for the columns, which must be there. */
struct grid_row *grid_add_row(struct composer *composer, struct grid *grid);

/* Sets a grid into a flow, as a table below its parent, or as several where it is too wide for one. What does not fit
 * is reported, and nothing is set. */
void grid_set(struct composer *composer, struct flow *flow, struct grid *grid);

#endif
