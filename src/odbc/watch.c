#include "watch.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "arena.h"

struct watch {
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    struct timespec until;
    bool over;
    const char *source;
};

static struct timespec in_seconds(int seconds) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    time.tv_sec += seconds;
    return time;
}

static bool is_past(const struct timespec *time) {
    struct timespec now = in_seconds(0);
    return now.tv_sec > time->tv_sec || (now.tv_sec == time->tv_sec && now.tv_nsec >= time->tv_nsec);
}

static void *wait_for_end(void *closure) {
    struct watch *watch = closure;
    pthread_mutex_lock(&watch->mutex);
    while (!watch->over && !is_past(&watch->until)) {
        struct timespec until = watch->until;
        pthread_cond_timedwait(&watch->changed, &watch->mutex, &until);
    }
    bool over = watch->over;
    pthread_mutex_unlock(&watch->mutex);
    if (over)
        return NULL;
    fprintf(stderr, "boardpack: error: the data source \"%s\" does not answer; the run ends\n", watch->source);
    _exit(3);
}

struct watch *watch_start(const char *source, int seconds) {
    struct watch *watch = memory_alloc(sizeof *watch);
    pthread_condattr_t attributes;
    *watch = (struct watch){.source = source, .until = in_seconds(seconds)};
    pthread_mutex_init(&watch->mutex, NULL);
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&watch->changed, &attributes);
    pthread_condattr_destroy(&attributes);
    if (pthread_create(&watch->thread, NULL, wait_for_end, watch) != 0)
        memory_exhausted();
    return watch;
}

static void change(struct watch *watch, struct timespec until, bool over) {
    pthread_mutex_lock(&watch->mutex);
    watch->until = until;
    watch->over = over;
    pthread_cond_signal(&watch->changed);
    pthread_mutex_unlock(&watch->mutex);
}

void watch_renew(struct watch *watch, int seconds) {
    change(watch, in_seconds(seconds), false);
}

void watch_end(struct watch *watch) {
    change(watch, watch->until, true);
    pthread_join(watch->thread, NULL);
    pthread_cond_destroy(&watch->changed);
    pthread_mutex_destroy(&watch->mutex);
    free(watch);
}
