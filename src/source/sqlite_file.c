#include "sqlite_file.h"

#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"

enum { HEADER_BYTES = 100, VERSION_AT = 18, VERSION_OF_LOG = 2 };

static const char magic[16] = "SQLite format 3";

/* What stands beside the database. False, reported, where it is no plain file. */
static bool look_beside(const struct table_request *request, const char *ending, bool *there, struct diag *diag) {
    struct stat status;
    const char *path = arena_printf(diag->arena, "%s%s", request->path, ending);
    *there = lstat(path, &status) == 0;
    if (*there && !S_ISREG(status.st_mode)) {
        diag_error(diag, request->from, "\"%s\", which belongs to the database, is no plain file", path);
        return false;
    }
    *there = *there && status.st_size > 0;
    return true;
}

static bool read_header(const struct table_request *request, char header[HEADER_BYTES], struct diag *diag) {
    size_t length;
    int file = file_open(request->path, request->from, SIZE_MAX >> 1, &length, diag);
    if (file < 0)
        return false;
    ssize_t got = read(file, header, HEADER_BYTES);
    close(file);
    if (got == 0)
        diag_error(diag, (struct source_pos){.file = request->path},
                   "the file is empty; expected a database of SQLite");
    else if (got != HEADER_BYTES || memcmp(header, magic, sizeof magic) != 0)
        diag_error(diag, (struct source_pos){.file = request->path},
                   "the file is no database of SQLite, or an encrypted one, which cannot be read");
    else
        return true;
    return false;
}

static void note_state(const struct table_request *request, struct sqlite_file *file) {
    struct stat status;
    if (stat(request->path, &status) != 0)
        return;
    file->bytes = status.st_size;
    file->changed = status.st_mtim.tv_sec * 1000000000LL + status.st_mtim.tv_nsec;
}

bool sqlite_file_look(const struct table_request *request, struct sqlite_file *file, struct diag *diag) {
    char header[HEADER_BYTES];
    bool journal, log, index;
    *file = (struct sqlite_file){0};
    note_state(request, file);
    if (!read_header(request, header, diag) || !look_beside(request, "-journal", &journal, diag) ||
        !look_beside(request, "-wal", &log, diag) || !look_beside(request, "-shm", &index, diag))
        return false;
    file->immutable = header[VERSION_AT] == VERSION_OF_LOG && !log && !journal;
    if (!log || index)
        return true;
    diag_error(
        diag, request->from,
        "\"%s-wal\" has changes that belong to the database, and no program has both open; open and close it once "
        "with the program that writes it",
        request->path);
    return false;
}

bool sqlite_file_stood(const struct table_request *request, const struct sqlite_file *file, struct diag *diag) {
    struct sqlite_file now = {0};
    bool log;
    note_state(request, &now);
    if (!file->immutable)
        return true;
    if (look_beside(request, "-wal", &log, diag) && !log && now.bytes == file->bytes && now.changed == file->changed)
        return true;
    diag_error(diag, request->from, "\"%s\" was written to while it was read; run it again", request->path);
    return false;
}
