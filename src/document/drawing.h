#ifndef DOCUMENT_DRAWING_H
#define DOCUMENT_DRAWING_H

#include <stdbool.h>
#include <stddef.h>

#include "theme.h"

/* What was drawn in a frame, for a writer: places are in points from the drawing's top left, y downwards. */

/* A step of a path, and where it arrives; a curve is two steps to its control points and one to its end. */
enum drawn_step_kind { DRAWN_MOVE, DRAWN_LINE, DRAWN_CONTROL, DRAWN_CURVE, DRAWN_CLOSE };

struct drawn_step {
    enum drawn_step_kind kind;
    double x, y; /* not of a close */
};

struct drawn_outline {
    const struct drawn_step *steps;
    size_t count;
};

/* How a line is drawn; caps and joins have the numbers that cairo and PDF give them: 0 butt and mitre, 1 round. */
struct drawn_line {
    double weight_pt;
    double dash_pt[4]; /* stroke and gap by turns, up to the first 0 */
    int cap, join;
};

/* A path of a chart: filled, then stroked. */
struct drawn_path {
    struct drawn_outline outline;
    struct drawn_outline clip; /* what of it is seen; of no steps: all */
    bool filled, stroked;
    struct rgb fill, stroke;
    struct drawn_line line; /* where it is stroked */
};

/* Words of a chart, which a writer sets as it does those of pages. */
struct drawn_words {
    struct rgb colour;
    enum face face;
    double size_pt;
    double x, baseline;
    const char *string; /* UTF-8, every character is in the face */
};

/* A chart is its paths, and its words on top of them; a picture is a page of the sheet. */
struct drawing {
    double width_pt, height_pt;
    const struct drawn_path *paths;
    size_t path_count;
    const struct drawn_words *words;
    size_t word_count;
    size_t page; /* from 0 */
};

/* All pictures of a pack as one PDF in memory, a page each; empty where there are none. Bytes belong to whoever asked
 * for the drawings. */
struct drawing_sheet {
    unsigned char *bytes; /* malloc */
    size_t length;
};

#endif
