/*
 * Loaded before a program (LD_PRELOAD), does harm where it opens a file whose path has one of these words: `crash` ends
 * the process by a signal, `no-memory` takes all further memory away, `wait` lasts until there is a file `harm-ended`.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static bool no_memory;

static void *none(void) {
    errno = ENOMEM;
    return NULL;
}

void *malloc(size_t size) {
    return no_memory ? none() : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    return no_memory ? none() : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
    return no_memory ? none() : __libc_realloc(old, size);
}

int open(const char *path, int flags, ...) {
    int (*next)(const char *, int, mode_t) = (int (*)(const char *, int, mode_t))dlsym(RTLD_NEXT, "open");
    if (strstr(path, "crash") != NULL)
        raise(SIGSEGV);
    if (strstr(path, "no-memory") != NULL)
        no_memory = true;
    if (strstr(path, "wait") != NULL)
        while (access("harm-ended", F_OK) != 0)
            usleep(20000);
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return next(path, flags, mode);
}
