#include "target.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "writer.h"

/* The name of the temporary, for a signal handler: filled while signals are held back. */
static char temporary[PATH_MAX];
static volatile sig_atomic_t temporary_exists;

void pdf_discard_temporary(void) {
    if (temporary_exists)
        unlink(temporary);
}

static bool report(struct diag *diag, const struct target *target, int number) {
    diag_system(diag, (struct source_pos){0}, "cannot write %s: %s", target->path, strerror(number));
    return false;
}

static mode_t usual_mode(void) {
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* Where the path leads through symbolic links, so that the file behind them is replaced and not the link. */
static const char *resolve(struct arena *arena, const char *path) {
    char *real = realpath(path, NULL);
    const char *place = arena_strdup(arena, real != NULL ? real : path);
    free(real);
    return place;
}

static int create_temporary(const char *place) {
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    int descriptor = -1, length = snprintf(temporary, sizeof(temporary), "%s.XXXXXX", place);
    if (length < 0 || (size_t)length >= sizeof(temporary))
        errno = ENAMETOOLONG;
    else
        descriptor = mkstemp(temporary);
    temporary_exists = descriptor >= 0;
    int number = errno;
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = number;
    return descriptor;
}

bool target_open(struct target *target, struct arena *arena, const char *path, struct diag *diag) {
    *target = (struct target){.path = path, .place = resolve(arena, path)};
    struct stat status;
    if (stat(target->place, &status) == 0 && !S_ISREG(status.st_mode)) {
        diag_system(diag, (struct source_pos){0}, "cannot write %s: it is not an ordinary file", path);
        return false;
    }
    int descriptor = create_temporary(target->place);
    if (descriptor < 0)
        return report(diag, target, errno);
    target->stream = fchmod(descriptor, usual_mode()) == 0 ? fdopen(descriptor, "wb") : NULL;
    if (target->stream != NULL)
        return true;
    report(diag, target, errno);
    close(descriptor);
    target_discard(target);
    return false;
}

void target_discard(struct target *target) {
    if (target->stream != NULL)
        fclose(target->stream);
    target->stream = NULL;
    pdf_discard_temporary();
    temporary_exists = 0;
}

bool target_commit(struct target *target, struct diag *diag) {
    bool whole = fflush(target->stream) == 0 && fsync(fileno(target->stream)) == 0;
    int number = errno;
    if (fclose(target->stream) != 0 && whole) {
        whole = false;
        number = errno;
    }
    target->stream = NULL;
    if (whole && rename(temporary, target->place) == 0) {
        temporary_exists = 0;
        return true;
    }
    report(diag, target, whole ? errno : number);
    target_discard(target);
    return false;
}
