#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "inputs.h"
#include "text.h"

static bool is_users_mistake(int error) {
    return error == ENOENT || error == ENOTDIR || error == EACCES || error == EISDIR || error == ELOOP ||
           error == ENAMETOOLONG || error == ENXIO;
}

void file_report(const char *path, struct source_pos from, int error, struct diag *diag) {
    if (is_users_mistake(error))
        diag_error(diag, from, "cannot read \"%s\": %s", path, strerror(error));
    else
        diag_system(diag, from, "cannot read \"%s\": %s", path, strerror(error));
}

/* Opens without waiting, so that a pipe in a file's place does not hang the run. */
int file_open(const char *path, struct source_pos from, size_t max, size_t *length, struct diag *diag) {
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) {
        file_report(path, from, errno, diag);
        if (file >= 0)
            close(file);
        return -1;
    }
    *length = (size_t)status.st_size;
    inputs_add(path);
    if (S_ISREG(status.st_mode) && status.st_size <= (off_t)max)
        return file;
    if (!S_ISREG(status.st_mode))
        diag_error(diag, from, "\"%s\" is no plain file", path);
    else
        diag_error(diag, from, "\"%s\" has more than %zu MB, the most that is read", path, max >> 20);
    close(file);
    return -1;
}

static int line_of(const char *bytes, ptrdiff_t offset) {
    int line = 1;
    for (ptrdiff_t i = 0; i < offset; i++)
        line += bytes[i] == '\n';
    return line;
}

static bool check_encoding(const char *path, const char *bytes, size_t length, struct diag *diag) {
    if (length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0)) {
        diag_error(diag, (struct source_pos){.file = path, .line = 1, .column = 1},
                   "the file is UTF-16; save it as UTF-8");
        return false;
    }
    ptrdiff_t bad = utf8_first_bad(bytes, length);
    if (bad < 0)
        return true;
    struct source_pos pos = {.file = path, .line = line_of(bytes, bad)};
    if (bytes[bad] == '\0')
        diag_error(diag, pos, "a NUL byte, which no text file has");
    else
        diag_error(diag, pos, "the byte 0x%02X is not UTF-8; save the file as UTF-8", (unsigned char)bytes[bad]);
    return false;
}

/* Controls and marks that turn the direction of text: they are not seen, and make a page say what it does not show. */
static bool check_controls(const char *path, const char *text, struct diag *diag) {
    struct source_pos pos = {.file = path, .line = 1, .column = 1};
    uint32_t c;
    for (const char *s = text; (c = utf8_next(&s)) != 0; pos.column++) {
        if (c == '\n') {
            pos.line++;
            pos.column = 0;
        } else if (codepoint_is_control(c)) {
            diag_error(diag, pos, "the hidden character U+%04X, which no page can show; take it out", (unsigned)c);
            return false;
        }
    }
    return true;
}

char *file_bytes(struct arena *arena, const char *path, struct source_pos from, size_t max, size_t *length,
                 struct diag *diag) {
    size_t size = 0;
    int file = file_open(path, from, max, &size, diag);
    if (file < 0)
        return NULL;
    char *bytes = arena_alloc(arena, size + 1);
    ssize_t got = 0;
    *length = 0;
    while (*length < size && (got = read(file, bytes + *length, size - *length)) > 0)
        *length += (size_t)got;
    int error = errno;
    close(file);
    if (got >= 0)
        return bytes;
    file_report(path, from, error, diag);
    return NULL;
}

char *file_read(struct arena *arena, const char *path, struct source_pos from, size_t max, struct diag *diag) {
    size_t length;
    char *bytes = file_bytes(arena, path, from, max, &length, diag);
    if (bytes == NULL || !check_encoding(path, bytes, length, diag))
        return NULL;
    char *text = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? bytes + 3 : bytes;
    return check_controls(path, text, diag) ? text : NULL;
}

char *path_folder(struct arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return arena_strdup(arena, ".");
    return arena_strndup(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

const char *path_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* Takes `.` and `folder/..` out by their names alone. */
static char *shorten(struct arena *arena, const char *path) {
    char *copy = arena_strdup(arena, path), *result = arena_alloc(arena, strlen(path) + 2), *rest = NULL;
    char **starts = arena_new_array(arena, strlen(path) + 1, char *);
    size_t depth = 0;
    char *end = result;
    if (path[0] == '/')
        *end++ = '/';
    for (char *part = strtok_r(copy, "/", &rest); part != NULL; part = strtok_r(NULL, "/", &rest)) {
        if (strcmp(part, ".") == 0)
            continue;
        if (strcmp(part, "..") == 0 && depth > 0 && strncmp(starts[depth - 1], "..", 2) != 0) {
            end = starts[--depth];
            continue;
        }
        starts[depth++] = end;
        end = stpcpy(stpcpy(end, part), "/");
    }
    if (end > result + 1)
        end--;
    *end = '\0';
    return result[0] == '\0' ? arena_strdup(arena, ".") : result;
}

static bool same_file(const char *a, const char *b) {
    struct stat first, second;
    if (stat(a, &first) != 0 || stat(b, &second) != 0)
        return false;
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

char *path_join(struct arena *arena, const char *folder, const char *name) {
    if (name[0] == '/' || strcmp(folder, ".") == 0)
        return arena_strdup(arena, name);
    char *whole = arena_printf(arena, "%s/%s", folder, name);
    char *brief = shorten(arena, whole);
    struct stat status;
    bool there = stat(whole, &status) == 0;
    return !there || same_file(whole, brief) ? brief : whole;
}

char *path_real(const char *path) {
    char *real = realpath(path, NULL);
    if (real == NULL && errno == ENOMEM)
        memory_exhausted();
    return real;
}

bool path_inside(const struct path_scope *scope, const char *path) {
    if (scope->root == NULL)
        return true;
    char *real = path_real(path);
    size_t length = strlen(scope->root);
    bool inside = real != NULL && strncmp(real, scope->root, length) == 0 &&
                  (real[length] == '/' || real[length] == '\0' || strcmp(scope->root, "/") == 0);
    free(real);
    return inside;
}

/* Whether the nearest folder that is there, of a file that is not, lies inside: what lies outside is not told. */
static bool folder_inside(struct arena *arena, const struct path_scope *scope, const char *path) {
    char *folder = path_folder(arena, path);
    struct stat status;
    while (stat(folder, &status) != 0 && strcmp(folder, ".") != 0 && strcmp(folder, "/") != 0)
        folder = path_folder(arena, folder);
    return path_inside(scope, folder);
}

char *path_find(struct arena *arena, const struct path_scope *scope, const char *base, const char *name,
                struct source_pos pos, struct diag *diag) {
    char *path = path_join(arena, path_folder(arena, base), name);
    struct stat status;
    bool there = stat(path, &status) == 0;
    int error = errno;
    if (there ? path_inside(scope, path) : folder_inside(arena, scope, path)) {
        errno = error;
        return there ? path : NULL;
    }
    diag_error(diag, pos,
               "\"%s\" lies outside the pack's folders; move it into them, or allow files from outside "
               "(--allow-outside)",
               name);
    return NULL;
}

char *path_resolve(struct arena *arena, const struct path_scope *scope, const char *base, const char *name,
                   struct source_pos pos, struct diag *diag) {
    size_t before = diag->errors;
    char *path = path_find(arena, scope, base, name, pos, diag);
    int error = errno;
    if (path == NULL && diag->errors == before)
        file_report(path_join(arena, path_folder(arena, base), name), pos, error, diag);
    return path;
}
