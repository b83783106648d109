#ifndef SETTERS_DISPLAY_H
#define SETTERS_DISPLAY_H

#include "pen.h"

/* Large words, as on covers. */

/* Words of one style, the first line at a baseline, in an element of their own; gives the baseline behind the last. */
double display_set(struct pen pen, enum role role, const char *words, double width, double baseline);

/* A pen for words of a style in another face and colour than usual. */
struct pen display_pen(struct composer *composer, struct piece *piece, enum text_style style, enum face face,
                       enum colour colour);

#endif
