#ifndef SET_LINES_H
#define SET_LINES_H

#include "pen.h"

/* Words as lines. */
struct lines {
    char **items; /* without trailing blanks */
    size_t count;
    bool go_on; /* other words of the same element follow the last line */
};

/* Breaks words into lines no wider than width_pt, in the pen's type. */
struct lines lines_break(const struct pen *pen, const char *words, double width_pt);

/* A line as it is read: with a blank where more follows, but for one that ends with the hyphen of a word. */
const char *lines_read(struct composer *composer, const struct lines *lines, size_t index);

/* Sets lines below each other, the first at a baseline; gives the baseline behind the last. */
double lines_set(const struct pen *pen, const struct lines *lines, double x, double baseline);

double lines_widest_word(const struct pen *pen, const char *words);

/* The least width in which words stand on so many lines, none narrower than their widest word. */
double lines_least_width(const struct pen *pen, const char *words, size_t count);
/* The same of widths that are tried from one on. */
double lines_least_from(const struct pen *pen, const char *words, size_t count, double from_pt);

#endif
