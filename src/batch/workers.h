#ifndef BATCH_WORKERS_H
#define BATCH_WORKERS_H

#include "text.h"

enum { WORKERS_MAX = 256 };

/*
 * Pieces of work that child processes do side by side. A child does one piece after the other. One that ends in the
 * middle (a crash, a kill, no memory) loses the piece it was at and no other; a new child goes on.
 */
struct work {
    void *context; /* given to each of the functions */
    const size_t *items;
    size_t count;
    int jobs; /* so many children at once, from 1 to WORKERS_MAX */

    void (*perform)(void *context, size_t item, struct text *answer);    /* in a child: any bytes as an answer */
    void (*take)(void *context, size_t item, const struct text *answer); /* in the parent, in the order of ending */
    void (*lose)(void *context, size_t item, const char *why);           /* likewise, of a piece without an answer */
};

/* Does the work, in the order of the items. Where SIGINT, SIGTERM or SIGHUP comes, children are ended and the signal's
 * number is given, else 0. Children end with the parent, however it ends. */
int workers_run(const struct work *work);

#endif
