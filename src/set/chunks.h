#ifndef SET_CHUNKS_H
#define SET_CHUNKS_H

#include "pen.h"
#include "rich.h"

/* Where lines may end: at blanks, behind hyphens, dashes and slashes, at soft hyphens, and nowhere else in a word that
 * a line can hold. */

/* A stretch of one look that is never broken, and the blanks behind it. */
struct chunk {
    const char *string; /* with its blanks */
    double width;       /* without them, with the hyphen that it gets at the end of a line */
    double advance;     /* with them, in a line */
    enum face face;
    const struct rich_run *run;
    bool raised; /* the mark of a footnote: smaller, above the line */
    bool glued;  /* no break before it: the same word in another look */
    bool line_break;
};

struct chunks {
    struct chunk *items;
    size_t count, capacity;
};

/* Raised figures beside those of the line. */
struct pen chunks_raised(struct pen pen);

/* Adds the stretches of a run, in the pen's type; of a mark, its number. */
void chunks_add(struct chunks *chunks, const struct pen *pen, const struct rich_run *run);

/* Cuts what is wider than a line by itself between two characters, so that nothing runs off the page. */
void chunks_cut(struct chunks *chunks, const struct pen *pen, double width_pt);

/* How many stretches from `first` on stand on one line. No word is divided where the words before it fill most of the
 * line. */
size_t chunks_line(const struct chunks *chunks, size_t first, double width_pt);

/* True of words with a soft hyphen. */
bool chunks_divide(const char *string);

/* Soft hyphens vanish but for one at a line's end, which is a hyphen to the eye, and to who copies the words none. */
char *chunks_printed(struct composer *composer, const char *string, bool at_line_end);

#endif
