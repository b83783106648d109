#ifndef MODEL_SCALE_H
#define MODEL_SCALE_H

#include <stdbool.h>
#include <stddef.h>

/* What a scale must cover. Numbers are finite, of any order; beyond 1e15 they are cut there. */
struct scale_range {
    double min, max;
    bool from_zero; /* zero is a line of the grid: columns always ask for it */
    double limit;   /* never widened above this where max is within it: 100 for percentages; INFINITY for none */
    double span;    /* the least that a scale covers which does not start at zero, so far as the limit allows */
    int decimals;   /* of the figures: steps are not finer */
    int lines_min, lines_max; /* grid lines, both ends counted; 4 and 6 as a rule */
};

/* Round grid lines: (first + i) * step for i from 0 to lines - 1, step being 1, 2, 2.5 or 5 x 10^n. */
struct scale {
    double first;
    double step;
    int lines;
    int decimals; /* to print the lines with */
};

/* The tightest round scale over a range. Fewer lines than asked for only where the figures are whole, start at
 * zero and are too small to give more. Always at least two lines, low below high. */
struct scale scale_make(struct scale_range range);

double scale_tick(const struct scale *scale, int line);
double scale_low(const struct scale *scale);
double scale_high(const struct scale *scale);

/* Whether zero lies within it, above its lowest line. */
bool scale_has_zero(const struct scale *scale);

/* Where a value lies: 0 at the lowest line, 1 at the highest; cut to these ends. */
double scale_part(const struct scale *scale, double value);

/* The same, not cut: 1.02 is a little above the highest line. */
double scale_reach(const struct scale *scale, double value);

/* `1,250`, `−2.5`: commas, U+2212, no sign on zero. Returns buffer. */
char *scale_print(char *buffer, size_t size, double value, int decimals);

#endif
