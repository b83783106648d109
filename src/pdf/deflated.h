#ifndef PDF_DEFLATED_H
#define PDF_DEFLATED_H

#include <stddef.h>

/*
 * Streams that one file of a process has in common with the next: subsets of fonts, their maps, the profile of colours.
 * Each is deflated once and kept, with what it was made of, until others have taken its place.
 */
struct deflated {
    const void *bytes;
    size_t length;
};

/* What was kept of just these bytes; no bytes: nothing. It holds until the next deflated_keep. */
struct deflated deflated_find(const void *plain, size_t length);

/* Copies both. */
void deflated_keep(const void *plain, size_t length, struct deflated packed);

#endif
