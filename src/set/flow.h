#ifndef SET_FLOW_H
#define SET_FLOW_H

#include "composer.h"

/* Which row of a table a piece is. */
struct piece_row {
    const void *table;                 /* the same for all rows of one */
    size_t number, count;              /* from 1; of so many */
    const char *name;                  /* NULL: none */
    const struct indicator *indicator; /* that it is about; NULL: none */
};

/* What a key explains: a row of a table, by its number, or of abbreviations. */
enum use_kind { USE_ICON, USE_SIGN, USE_BAND, USE_QUARTILE, USE_STATUS, USE_ABBREVIATION };

/* A sign on a page, with the frame that shows it. */
struct use {
    enum use_kind kind;
    int which; /* of enum icon, sign, band_colour, quartile or status; the place among the pack's abbreviations */
    const struct frame *frame;
    bool explained; /* by this frame, so that no other key of its side need say it */
};

/*
 * A flow is a column of pieces, each of which stays whole; a page breaks between two of them.
 * Frames of a piece are relative to its top left corner until the piece is placed.
 */
struct piece {
    double height_pt;
    double gap_pt;                 /* space before it, left out at the top of a page */
    bool section;                  /* the gap before a block: it may shrink where a page is long */
    bool keep;                     /* stays on the page of the piece behind it */
    bool bleed;                    /* its fills reach the top and the sides of the paper */
    double least_pt;               /* height to which it may shrink (a chart); 0: it may not */
    const struct piece *repeat;    /* drawn again as an artifact where this piece starts a page; may be NULL */
    const struct piece *close;     /* drawn below it as an artifact where it ends a page; may be NULL */
    struct piece_row row;          /* table NULL: of none that counts its rows */
    struct source_pos pos;         /* of the block that it belongs to */
    struct side_label *side_label; /* a label that it shares with its neighbours; may be NULL (side_label.h) */
    struct frame **frames;
    size_t frame_count, frame_capacity;
    struct use *uses; /* of signs that keys explain, by these frames */
    size_t use_count, use_capacity;
    struct piece *next;
};

struct flow {
    double width_pt;
    double fold_pt; /* what stays free in its middle; 0: nothing */
    struct piece *first, *last;
};

struct piece *flow_add(struct composer *composer, struct flow *flow, double height_pt);

/* Moves the pieces of another flow to the end of this one, so far to the right. */
void flow_join(struct composer *composer, struct flow *flow, struct flow *from, double x);

/* Keeps the last piece, if there is one, on the page of what comes next. */
void flow_keep_last(struct flow *flow);

/* What words have that begin at the left edge: the width up to the fold, where there is one. */
double flow_left_width(const struct flow *flow);

/* The height of all pieces, gaps between them included, the first's gap left out. */
double flow_height(const struct flow *flow);

/* Any frame at the end of a piece, to fill in. */
struct frame *piece_add(struct composer *composer, struct piece *piece, enum frame_kind kind, struct element *element);

/* Moves a frame; the points of a shape are copied, since frames share them. */
void frame_move(struct arena *arena, struct frame *frame, double x, double y);

/* Copies the frames of a piece to another, moved. */
void piece_adopt(struct composer *composer, struct piece *piece, const struct piece *from, double x, double y);

#endif
