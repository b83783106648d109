#ifndef SET_FLOW_H
#define SET_FLOW_H

#include "composer.h"

/*
 * A flow is a column of pieces, each of which stays whole; a page breaks between two of them.
 * Frames of a piece are relative to its top left corner until the piece is placed.
 */
struct piece {
    double height_pt;
    double gap_pt;              /* space before it, left out at the top of a page */
    bool section;               /* the gap before a block: it may shrink where a page is long */
    bool keep;                  /* stays on the page of the piece behind it */
    bool bleed;                 /* its fills reach the top and the sides of the paper */
    double least_pt;            /* height to which it may shrink (a chart); 0: it may not */
    const struct piece *repeat; /* drawn again as an artifact where this piece starts a page; may be NULL */
    const struct piece *close;  /* drawn below it as an artifact where it ends a page; may be NULL */
    struct source_pos pos;      /* of the block that it belongs to */
    struct strip *strip;        /* a label that it shares with its neighbours; may be NULL (page/strip.h) */
    struct frame **frames;
    size_t frame_count, frame_capacity;
    struct piece *next;
};

struct flow {
    double width_pt;
    double fold_pt; /* what stays free in its middle; 0: nothing */
    struct piece *first, *last;
};

struct piece *flow_add(struct composer *composer, struct flow *flow, double height_pt);

/* Keeps the last piece, if there is one, on the page of what comes next. */
void flow_keep_last(struct flow *flow);

/* What words have that begin at the left edge: the width up to the fold, where there is one. */
double flow_left_width(const struct flow *flow);

/* The height of all pieces, gaps between them included, the first's gap left out. */
double flow_height(const struct flow *flow);

/* Any frame at the end of a piece, to fill in. */
struct frame *piece_add(struct composer *composer, struct piece *piece, enum frame_kind kind, struct element *element);

/* Frames of a piece. Coordinates are the piece's. All live as long as the document. */
struct frame *piece_text(struct composer *composer, struct piece *piece, struct element *element, enum face face,
                         double size_pt, enum colour colour, double x, double baseline, const char *string);
/* The same, running upwards from (x, bottom) by a right angle. */
void piece_text_turned(struct composer *composer, struct piece *piece, struct element *element, enum face face,
                       double size_pt, enum colour colour, double x, double bottom, const char *string);
void piece_text_right(struct composer *composer, struct piece *piece, struct element *element, enum face face,
                      double size_pt, enum colour colour, double right, double baseline, const char *string);
void piece_text_centred(struct composer *composer, struct piece *piece, struct element *element, enum face face,
                        double size_pt, enum colour colour, double middle, double baseline, const char *string);
/* A rule across a flow; its fold stays free. */
void piece_rule_across(struct composer *composer, struct piece *piece, const struct flow *flow, double y,
                       enum line line, enum colour colour);
void piece_rule(struct composer *composer, struct piece *piece, double x, double y, double width, enum line line,
                enum colour colour);
struct frame *piece_fill(struct composer *composer, struct piece *piece, double x, double y, double width,
                         double height, enum colour colour);
struct frame *piece_link(struct composer *composer, struct piece *piece, struct element *element, double x, double y,
                         double width, double height);

/* A RAG letter on its colour, read as the word: the fill is drawn behind and means nothing by itself. */
void piece_rag(struct composer *composer, struct piece *piece, struct element *element, enum band_colour band, double x,
               double y, double width, double height);

/* Moves a frame; the points of a shape are copied, since frames share them. */
void frame_move(struct arena *arena, struct frame *frame, double x, double y);

/* Copies the frames of a piece to another, moved. */
void piece_adopt(struct composer *composer, struct piece *piece, const struct piece *from, double x, double y);

/* Reports a character, which stands at `at`, that no font has or that must not be printed. True where it can be shown.
 */
bool character_check(struct composer *composer, const char *at, uint32_t codepoint, struct source_pos pos);

/* How wide a string is, in points; characters that a face lacks are measured in the face that shows them. */
double string_width(const struct composer *composer, enum face face, double size_pt, const char *string);

#endif
