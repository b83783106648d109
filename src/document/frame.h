#ifndef DOCUMENT_FRAME_H
#define DOCUMENT_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "chart.h"
#include "drawing.h"
#include "element.h"
#include "image.h"

/*
 * The narrow waist: pages of positioned frames, and beside them the tree of elements (element.h) that says what the
 * frames mean. Points, origin at the top left of the page, y downwards.
 */
enum frame_kind {
    FRAME_TEXT,  /* one run of text on one line, one face, one size, one colour */
    FRAME_RULE,  /* a straight line */
    FRAME_FILL,  /* a rectangle, filled, perhaps with an edge */
    FRAME_SHAPE, /* a polygon, filled or stroked: arrows, triangles, icons */
    FRAME_CHART, /* a drawing at its final size */
    FRAME_IMAGE, /* a picture that the pack brings along */
    FRAME_LINK,  /* an area of a link, whose element says where it leads; nothing is painted */
    FRAME_KIND_COUNT
};

/* By so many right angles anticlockwise. */
enum turn { TURN_NONE, TURN_UP, TURN_OVER, TURN_DOWN, TURN_COUNT };

struct frame_point {
    double x, y;
};

/* A frame without an element is an artifact: rules, fills, running head and foot. */
struct frame {
    enum frame_kind kind;
    struct element *element; /* NULL: artifact */
    bool pagination;         /* an artifact that is a running head, foot or repeated header */
    double x, y;             /* top left; for text x and the baseline; for a rule one end */
    double width, height;    /* for text the advance and 0; for a rule the way to the other end */
    enum colour colour;
    enum turn turn; /* of text about its (x, y), of a drawing in its frame; others have their final form */
    size_t order;   /* its place in reading order, on sheets whose pages are out of order; 0: as the frames stand */
    union {
        struct {
            enum face face;
            double size_pt;
            const char *string; /* UTF-8, every character is in the face; a line that is broken ends in its blank */
        } text;
        struct {
            double weight_pt;
            double dash_pt[2]; /* 0, 0: solid */
        } rule;
        struct {
            bool has_edge;
            enum colour edge;
            double edge_pt;
        } fill;
        struct {
            const struct frame_point *points; /* absolute, page coordinates */
            size_t count;
            bool closed;
            bool filled;
            double stroke_pt; /* 0: no stroke */
        } shape;
        struct {
            struct chart *chart;
            struct drawing drawing; /* filled by `chart` */
        } chart;
        struct {
            const struct image *image;
            struct drawing drawing; /* filled by `chart` */
        } image;
    } u;
};

struct page {
    double width_pt, height_pt;
    bool turned;                 /* wider than high among pages that are not: its head lies at the binding */
    double slug_x_pt, slug_y_pt; /* what is cut off at each side of a printed sheet; 0: nothing */
    double bleed_pt;             /* how far colour goes on into that */
    const char *label;           /* the number that is printed and the PDF page label, `125`; may be NULL for none */
    const char *id;       /* an indicator's id, what the layout gives, or `page-125`; NULL for a side left blank */
    const char *title;    /* what the page is about, in a line; NULL for a side left blank */
    const char *about;    /* what a page by itself has to say: pack and month, definitions, source; NULL as title */
    struct frame *frames; /* in painting order */
    size_t frame_count, frame_capacity;
};

/* An entry of the outline. Level 1 is outermost; a level is at most one deeper than the one before. */
struct outline_entry {
    int level;
    const char *title;
    size_t page;
};

struct document {
    struct arena *arena;
    const char *title;
    const char *language; /* en-GB */
    const char *author;   /* an organisation; may be NULL */
    const char *subject;  /* may be NULL */
    const char *keywords; /* may be NULL */
    long long created;    /* seconds since 1970, UTC; from the pack or SOURCE_DATE_EPOCH, never the clock */
    const struct theme *theme;
    const struct font_list *fonts;
    struct page *pages;
    size_t page_count, page_capacity;
    struct outline_entry *outline;
    size_t outline_count, outline_capacity;
    struct element *root; /* ROLE_DOCUMENT */
    bool booklet;         /* sheets for print: both sides, turned on the short edge, at their own size */
    size_t element_count;
};

/* Sets place and size of a shape to what its points enclose. */
void frame_enclose(struct frame *frame);

struct document *document_create(struct arena *arena);
struct page *document_add_page(struct document *document, double width_pt, double height_pt);
/* Adds a child at the end of parent's children (parent NULL: the root). */
struct element *document_add_element(struct document *document, struct element *parent, enum role role);
/* Adds what an element says, without its children, as the last child of parent. */
struct element *document_copy_element(struct document *document, struct element *parent, const struct element *from);
/* Adds a frame at the end of a page; valid until the next one is added. */
struct frame *page_add_frame(struct document *document, struct page *page, enum frame_kind kind,
                             struct element *element);

/* Whether a viewer can show them: all numbers are finite and no further out than 14,400 points, the paper is at least 3
 * points wide and high. Libraries write NaN and infinities without a word. */
bool frame_is_sound(const struct frame *frame);
bool page_is_sound(const struct page *page);

#endif
