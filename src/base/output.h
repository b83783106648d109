#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "diag.h"

/* A file that is written beside its place and moved there when it is whole, so that nobody meets half of it and a
 * failure leaves the old one. One at a time. Failures are reported (diag_system). */
struct output {
    const char *path; /* as the user wrote it */
    FILE *stream;
};

/* A file that is replaced keeps its permissions. A symbolic link, a folder or a device is not replaced. */
bool output_open(struct output *output, const char *path, struct diag *diag);

/* Flushes to the disk and moves into place; false leaves the old file. */
bool output_commit(struct output *output, struct diag *diag);

/* Gives up what was written. */
void output_discard(struct output *output);

#endif
