#include "output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "temporary.h"

static bool report(struct diag *diag, const struct output *output, int number) {
    diag_system(diag, (struct source_pos){0}, "cannot write %s: %s", output->path,
                number == ENOENT ? "its folder is not there; make it first, or name another" : strerror(number));
    return false;
}

static mode_t usual_mode(void) {
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* Why a file may not be replaced; NULL where it may. */
static const char *refusal(const struct stat *status) {
    if (S_ISLNK(status->st_mode)) /* who made it is not known, nor what lies behind it */
        return "it is a symbolic link; name the file that it leads to, or remove it";
    return S_ISREG(status->st_mode) ? NULL : "it is not an ordinary file";
}

bool output_open(struct output *output, const char *path, struct diag *diag) {
    *output = (struct output){.path = path};
    struct stat status;
    bool exists = lstat(path, &status) == 0;
    const char *why = exists ? refusal(&status) : NULL;
    if (why != NULL) {
        diag_system(diag, (struct source_pos){0}, "cannot write %s: %s", path, why);
        return false;
    }
    int descriptor = temporary_create(path);
    if (descriptor < 0)
        return report(diag, output, errno);
    mode_t mode = exists ? status.st_mode & 0777 : usual_mode();
    output->stream = fchmod(descriptor, mode) == 0 ? fdopen(descriptor, "wb") : NULL;
    if (output->stream != NULL)
        return true;
    report(diag, output, errno);
    close(descriptor);
    output_discard(output);
    return false;
}

void output_discard(struct output *output) {
    if (output->stream != NULL)
        fclose(output->stream);
    output->stream = NULL;
    temporary_discard();
}

bool output_commit(struct output *output, struct diag *diag) {
    int descriptor = fileno(output->stream);
    bool whole = fflush(output->stream) == 0 && fsync(descriptor) == 0 && temporary_name(descriptor);
    int number = errno;
    if (fclose(output->stream) != 0 && whole) {
        whole = false;
        number = errno;
    }
    output->stream = NULL;
    if (whole && temporary_rename(output->path))
        return true;
    report(diag, output, whole ? errno : number);
    output_discard(output);
    return false;
}
