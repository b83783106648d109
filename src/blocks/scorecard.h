#ifndef BLOCKS_SCORECARD_H
#define BLOCKS_SCORECARD_H

#include "block.h"
#include "selection.h"

/* A table of indicators down and what is known of them across, as a layout asks for it. */

/* What a column shows. */
enum score_show {
    SHOW_REFERENCE, /* the id where an indicator has none */
    SHOW_TITLE,
    SHOW_SHORT_TITLE,
    SHOW_SECTION,
    SHOW_UNIT,
    SHOW_POLARITY,     /* what is good: a word */
    SHOW_PERCENT_MARK, /* a letter where the figure is a percentage */
    SHOW_COMMENTARY,
    SHOW_SPARKLINE,
    SHOW_RAG_HISTORY,
    SHOW_PAGE,       /* that is about it, else the one that shows it among the fewest others */
    SHOW_WORD_COUNT, /* so many words; the rest have attributes of their own */
    SHOW_FIELD = SHOW_WORD_COUNT,
    SHOW_ATTRIBUTE,
    SHOW_BAND, /* the ranges of a colour */
};
extern const char *const show_words[SHOW_WORD_COUNT]; /* reference title short-title ... */

/* How a direction is drawn. Arrows and triangles speak of performance where an indicator has a good direction. */
enum score_icon {
    SCORE_ICON_NONE,     /* a number without an arrow; of a direction: the usual, arrow */
    SCORE_ICON_ARROW,    /* filled for performance, hollow for a number alone */
    SCORE_ICON_TREND,    /* better, the same, not as good, not comparable */
    SCORE_ICON_TRIANGLE, /* better, similar, worse; nothing where no direction is good */
    SCORE_ICON_LINE,     /* a thin arrow of the number, beside a % change too */
    SCORE_ICON_COUNT
};
extern const char *const score_icon_words[SCORE_ICON_COUNT]; /* none arrow trend triangle line */

/* The period of a figure: counted from the pack's (0, -1, -12), or one of its own. */
struct score_when {
    bool absolute;
    int period;
};

struct score_column {
    enum score_show show;
    struct field_name field; /* SHOW_FIELD */
    bool has_otherwise;
    enum field otherwise;      /* shown for an indicator that has not the field */
    const char *attribute;     /* SHOW_ATTRIBUTE */
    struct value_words values; /* of the attribute, in print */
    enum band_colour band;     /* SHOW_BAND */
    bool as_printed;           /* SHOW_BAND: by the words of the printed key */
    struct score_when when;    /* SHOW_FIELD; the last of a run */
    int periods;               /* a run of so many columns, a period each; 1: one column */
    const char *heading;       /* with places for periods; NULL: the usual */
    const char *below;         /* an attribute that stands below in small type; NULL: none */
    struct width width;        /* WIDTH_NATURAL: as wide as what it holds */
    int decimals;              /* -1: as the indicator prints it */
    bool coloured;             /* figures on the colour of their letter */
    enum score_icon icon;
    const char *absent;         /* printed for a figure that there is not; NULL: as the scorecard says */
    const char *not_applicable; /* printed where none applies; NULL: as for one that there is not */
    bool other_years;           /* of the target: those of other years below it */
    bool repeat;                /* again in each part of a table that is too wide for one */
    bool merge;                 /* its group draws equal words in neighbouring cells as one */
    struct source_pos pos;
};

enum { SCORE_LEVELS_MAX = 2 };    /* of groups over the columns' own headings */
enum { SCORE_LEAST_TEXT_PT = 6 }; /* nothing is printed smaller */

struct score_group {
    const char *heading;
    size_t first, count; /* columns */
    int level;           /* 0 outermost */
    struct source_pos pos;
};

enum score_labels { LABELS_VERTICAL, LABELS_ABOVE, LABELS_COUNT };
extern const char *const score_labels_words[LABELS_COUNT]; /* vertical above */

/* Its indicators are the block's selection. */
struct scorecard {
    bool says_coverage; /* below titles, where figures of a period are of the year or of twelve months up to it */
    const char *group;  /* the rows': `section` or an attribute; NULL: none */
    enum score_labels labels;
    double text_pt, least_text_pt; /* the size of type, and how small it may become */
    double padding_pt;             /* above and below the words of a row, together */
    bool even_rows;                /* all as high as the highest */
    const char *absent;            /* NULL: the symbol of the status */
    const char *note;              /* below; NULL: none */
    size_t fold;                   /* columns left of the fold of the page; 0: it has none */
    struct score_column *columns;
    size_t column_count, column_capacity;
    struct score_group *groups; /* outer ones before those in them */
    size_t group_count, group_capacity;
};

/* The period that a column speaks of, in a pack of a period. */
int scorecard_period(struct score_when when, int period);

#endif
