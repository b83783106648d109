#include "progress.h"

#include <stdio.h>
#include <unistd.h>

enum { BAR_WIDTH = 30 };

static const double patience_s = 0.5;

struct progress progress_start(const char *what, size_t total, bool quiet) {
    struct progress progress = {.what = what, .total = total, .on = !quiet && isatty(STDERR_FILENO), .percent = -1};
    if (progress.on)
        clock_gettime(CLOCK_MONOTONIC, &progress.start);
    return progress;
}

static double seconds_since(const struct timespec *start) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

void progress_step(struct progress *progress) {
    progress->done++;
    int percent = (int)(progress->done * 100 / progress->total);
    if (!progress->on || percent == progress->percent || seconds_since(&progress->start) < patience_s)
        return;
    progress->percent = percent;
    progress->shown = true;
    int full = percent * BAR_WIDTH / 100;
    fprintf(stderr, "\r%s [", progress->what);
    for (int i = 0; i < BAR_WIDTH; i++)
        fputc(i < full ? '#' : ' ', stderr);
    fprintf(stderr, "] %3d%%", percent);
    fflush(stderr);
}

void progress_finish(struct progress *progress) {
    if (progress->shown)
        fputs("\r\033[K", stderr);
}
