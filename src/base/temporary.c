#include "temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

enum { PLACE_MAX = sizeof("/proc/self/fd/-2147483648") };

/* For a signal handler: filled while signals are held back. */
static char name[PATH_MAX];
static volatile sig_atomic_t exists; /* by this name */
static bool nameless;

static void hold_signals(sigset_t *before) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, before);
}

static void release_signals(const sigset_t *before) {
    int number = errno;
    sigprocmask(SIG_SETMASK, before, NULL);
    errno = number;
}

static const char *place_of(int descriptor, char place[PLACE_MAX]) {
    snprintf(place, PLACE_MAX, "/proc/self/fd/%d", descriptor);
    return place;
}

/* A file that has no name yet is gone with its process; -1 where the file system has none, or none could be named. */
static int create_nameless(const char *path) {
    char folder[PATH_MAX], place[PLACE_MAX];
    const char *slash = strrchr(path, '/');
    snprintf(folder, sizeof(folder), "%.*s", slash == NULL ? 1 : (int)(slash - path) + 1, slash == NULL ? "." : path);
    int descriptor = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0 || access(place_of(descriptor, place), F_OK) == 0)
        return descriptor;
    close(descriptor);
    return -1;
}

int temporary_create(const char *path) {
    sigset_t before;
    int descriptor = -1, length = snprintf(name, sizeof(name), "%s.XXXXXX", path);
    if (length < 0 || (size_t)length >= sizeof(name)) {
        errno = ENAMETOOLONG;
        return -1;
    }
    hold_signals(&before);
    descriptor = create_nameless(path);
    nameless = descriptor >= 0;
    if (!nameless)
        descriptor = mkstemp(name);
    exists = descriptor >= 0 && !nameless;
    release_signals(&before);
    return descriptor;
}

bool temporary_name(int descriptor) {
    char place[PLACE_MAX];
    sigset_t before;
    unsigned mark;
    if (!nameless)
        return true;
    if (getrandom(&mark, sizeof(mark), 0) != sizeof(mark))
        return false;
    hold_signals(&before);
    sprintf(strrchr(name, '.') + 1, "%06X", mark & 0xFFFFFF); /* in place of XXXXXX */
    exists = linkat(AT_FDCWD, place_of(descriptor, place), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
    release_signals(&before);
    return exists;
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
