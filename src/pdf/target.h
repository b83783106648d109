#ifndef PDF_TARGET_H
#define PDF_TARGET_H

#include <stdbool.h>
#include <stdio.h>

#include "diag.h"

/* A file that is written beside its place and moved there when it is whole, so that nobody meets half of it and a
 * failure leaves the old one. One at a time. Failures are reported (diag_system). */
struct target {
    const char *path;  /* as the user wrote it */
    const char *place; /* behind links */
    FILE *stream;
};

bool target_open(struct target *target, struct arena *arena, const char *path, struct diag *diag);

/* Flushes to the disk and moves into place; false leaves the old file. */
bool target_commit(struct target *target, struct diag *diag);

/* Gives up what was written. */
void target_discard(struct target *target);

#endif
