#ifndef APP_PROGRESS_H
#define APP_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/* A bar on standard error, shown only on a terminal and only when the work takes longer than a moment. */
struct progress {
    const char *what;
    size_t done, total;
    struct timespec start;
    bool on;    /* standard error is a terminal */
    bool shown; /* a bar stands on the terminal */
    int percent;
};

struct progress progress_start(const char *what, size_t total, bool quiet);
void progress_step(struct progress *progress);
void progress_finish(struct progress *progress); /* wipes the bar */

#endif
