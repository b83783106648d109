#ifndef PDF_CANVAS_H
#define PDF_CANVAS_H

#include "frame.h"
#include "text.h"

/*
 * The content of one page: frames in, operators out. Keeps what was set last, so that no colour, width or font is
 * written twice, and paints neighbours of one look at once. Coordinates come with y downwards and leave upwards.
 */
struct canvas {
    struct text operators;
    struct canvas_look {
        double height_pt;
        struct rgb fill, stroke;
        struct drawn_line line;
        const char *font;
        double size_pt;
    } look, outer; /* outer: outside of the drawing that was begun */
    bool in_text;
    long long line_x, line_y; /* where the text line starts, in 1/100 pt */
    char paint;               /* the operator that the path so far waits for; 0: no path */
    bool marked;              /* inside marked content */
};

void canvas_start(struct canvas *canvas, double height_pt); /* keeps the memory of the page before */
void canvas_end(struct canvas *canvas);
void canvas_free(struct canvas *canvas);

/* Marked content: one at a time. */
void canvas_mark_element(struct canvas *canvas, const char *tag, int mark);
void canvas_mark_artifact(struct canvas *canvas, bool pagination);

/* font is the name in the page's resources; string is in the font's codes, with its brackets. */
void canvas_text(struct canvas *canvas, const struct frame *frame, struct rgb colour, const char *font,
                 const struct text *string);
void canvas_rule(struct canvas *canvas, const struct frame *frame, struct rgb colour);
void canvas_fill(struct canvas *canvas, const struct frame *frame, struct rgb colour, struct rgb edge);
void canvas_shape(struct canvas *canvas, const struct frame *frame, struct rgb colour);

/* A drawing: until its end what stands on it, in points from its top left. A form has its origin at the lower left. */
void canvas_begin_drawing(struct canvas *canvas, const struct frame *frame, const struct drawing *drawing);
void canvas_path(struct canvas *canvas, const struct drawn_path *path);
void canvas_form(struct canvas *canvas, const char *form);
void canvas_end_drawing(struct canvas *canvas);

#endif
