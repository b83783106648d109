#include "temporary.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* For a signal handler: filled while signals are held back. */
static char name[PATH_MAX];
static volatile sig_atomic_t exists;

int temporary_create(const char *path) {
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    int descriptor = -1, length = snprintf(name, sizeof(name), "%s.XXXXXX", path);
    if (length < 0 || (size_t)length >= sizeof(name))
        errno = ENAMETOOLONG;
    else
        descriptor = mkstemp(name);
    exists = descriptor >= 0;
    int number = errno;
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = number;
    return descriptor;
}

bool temporary_rename(const char *path) {
    if (rename(name, path) != 0)
        return false;
    exists = 0;
    return true;
}

void temporary_discard(void) {
    if (exists)
        unlink(name);
    exists = 0;
}
