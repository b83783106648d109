#ifndef PDF_DEFLATED_H
#define PDF_DEFLATED_H

#include <stddef.h>

struct deflated {
    const void *bytes;
    size_t length;
};

/* Bytes as a stream of /FlateDecode. They hold until the next call of this file. */
struct deflated deflated_make(const void *plain, size_t length);

/*
 * The same of what one file of a process has in common with the next: subsets of fonts, their maps, the profile of
 * colours. Each is deflated once and kept, with what it was made of, until others have taken its place.
 */
struct deflated deflated_shared(const void *plain, size_t length);

#endif
