#include "archive.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>
#include <zlib.h>

#include "arena.h"
#include "text.h"

/* Sheets of a million rows lie well within; what lies beyond is made to fill the memory. */
enum { PARTS_MAX = 10000, MEGABYTES_MAX = 2048, RATIO_MAX = 200, RATIO_FREE_MB = 32, BLOCK = 1 << 16 };

struct archive {
    zip_t *zip;
    struct source_pos pos;
    struct diag *diag;
    uint64_t bytes; /* that were unpacked */
};

/* A part while it is unpacked. */
struct unpacking {
    struct archive *archive;
    const char *name;
    zip_file_t *file;
    uint64_t packed, bytes;
};

static bool leads_out(const char *name) {
    size_t length = strlen(name);
    return name[0] == '/' || strncmp(name, "../", 3) == 0 || strstr(name, "/../") != NULL ||
           (length > 2 && strcmp(name + length - 3, "/..") == 0);
}

/* False, reported, where the list of parts is not that of a workbook. */
static bool check_parts(const struct archive *archive) {
    zip_int64_t count = zip_get_num_entries(archive->zip, 0);
    if (count > PARTS_MAX) {
        diag_error(archive->diag, archive->pos, "the workbook has %lld parts; at most %d are read", (long long)count,
                   PARTS_MAX);
        return false;
    }
    for (zip_int64_t i = 0; i < count; i++) {
        const char *name = zip_get_name(archive->zip, (zip_uint64_t)i, 0);
        if (name != NULL && leads_out(name)) {
            diag_error(archive->diag, archive->pos,
                       "the workbook has a part \"%s\", which leads out of it; no program makes such a file, and it is "
                       "not read",
                       text_shorten(archive->diag->arena, name, strlen(name), 60));
            return false;
        }
    }
    return true;
}

/* A workbook is not damaged for which there is no memory. */
static void check_memory(int error, int cause) {
    if (error == ZIP_ER_MEMORY || (error == ZIP_ER_ZLIB && cause == Z_MEM_ERROR) || cause == ENOMEM)
        memory_exhausted();
}

static void check_error(zip_error_t *error) {
    check_memory(zip_error_code_zip(error), zip_error_code_system(error));
}

struct archive *archive_open(int file, struct source_pos pos, struct diag *diag) {
    int error = 0;
    errno = 0;
    zip_t *zip = zip_fdopen(file, 0, &error);
    if (zip == NULL) {
        check_memory(error, errno);
        close(file);
        diag_error(diag, pos, "the workbook is damaged: it breaks off, or its list of parts is wrong; save it anew");
        return NULL;
    }
    struct archive *archive = memory_alloc(sizeof *archive);
    *archive = (struct archive){.zip = zip, .pos = pos, .diag = diag};
    if (check_parts(archive))
        return archive;
    archive_close(archive);
    return NULL;
}

void archive_close(struct archive *archive) {
    if (archive == NULL)
        return;
    zip_discard(archive->zip);
    free(archive);
}

/* Some programs write the parts' names with the other slash, or other capitals. */
static zip_int64_t find(const struct archive *archive, const char *name) {
    zip_int64_t found = zip_name_locate(archive->zip, name, ZIP_FL_NOCASE);
    if (found >= 0)
        return found;
    char *other = arena_strdup(archive->diag->arena, name);
    for (char *s = other; *s != '\0'; s++)
        *s = *s == '/' ? '\\' : *s;
    return zip_name_locate(archive->zip, other, ZIP_FL_NOCASE);
}

bool archive_has(const struct archive *archive, const char *name) {
    return find(archive, name) >= 0;
}

static bool open_part(struct archive *archive, const char *name, struct unpacking *part) {
    zip_int64_t index = find(archive, name);
    zip_stat_t stat = {0};
    *part = (struct unpacking){.archive = archive, .name = name};
    if (index < 0) {
        diag_error(archive->diag, archive->pos, "the workbook is damaged: its part \"%s\" is not there; save it anew",
                   name);
        return false;
    }
    if (zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &stat) == 0)
        part->packed = stat.comp_size;
    if (stat.encryption_method != ZIP_EM_NONE) {
        diag_error(archive->diag, archive->pos, "the workbook has a password; save it without one");
        return false;
    }
    part->file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
    if (part->file != NULL)
        return true;
    check_error(zip_get_error(archive->zip));
    diag_error(archive->diag, archive->pos, "the workbook is damaged: its part \"%s\" cannot be unpacked; save it anew",
               name);
    return false;
}

/* False, reported, where so much comes out of so little that it is made to do harm. */
static bool check_growth(const struct unpacking *part) {
    const struct archive *archive = part->archive;
    if (archive->bytes >> 20 >= MEGABYTES_MAX) {
        diag_error(archive->diag, archive->pos, "the workbook unpacks to more than %d MB, the most that is read",
                   MEGABYTES_MAX);
        return false;
    }
    if (part->bytes >> 20 < RATIO_FREE_MB || part->bytes / RATIO_MAX < part->packed)
        return true;
    diag_error(archive->diag, archive->pos,
               "the part \"%s\" of the workbook unpacks to more than %d times its size, as only files do that are made "
               "to fill the memory; it is not read",
               part->name, RATIO_MAX);
    return false;
}

/* The next bytes; 0 at the end, -1, reported, where there are none to be had. */
static zip_int64_t unpack(struct unpacking *part, char *bytes) {
    zip_int64_t got = zip_fread(part->file, bytes, BLOCK);
    if (got < 0) {
        check_error(zip_file_get_error(part->file));
        diag_error(part->archive->diag, part->archive->pos,
                   "the workbook is damaged: its part \"%s\" cannot be unpacked whole; save it anew", part->name);
        return -1;
    }
    part->bytes += (uint64_t)got;
    part->archive->bytes += (uint64_t)got;
    return check_growth(part) ? got : -1;
}

bool archive_stream(struct archive *archive, const char *name, const struct stream_taker *taker) {
    struct unpacking part;
    if (!open_part(archive, name, &part))
        return false;
    char *bytes = memory_alloc(BLOCK);
    struct stream *stream = stream_open(taker);
    zip_int64_t got;
    while ((got = unpack(&part, bytes)) > 0 && stream_take(stream, bytes, (size_t)got))
        ;
    const char *problem = stream_close(stream, got == 0, archive->diag->arena);
    zip_fclose(part.file);
    free(bytes);
    if (got >= 0 && problem != NULL)
        diag_error(archive->diag, archive->pos, "the part \"%s\" of the workbook cannot be read: %s", name, problem);
    return got >= 0 && problem == NULL;
}

bool archive_mentions(struct archive *archive, const char *name, const char *word) {
    struct unpacking part;
    size_t length = strlen(word), kept = 0;
    bool found = false;
    if (!open_part(archive, name, &part))
        return false;
    char *bytes = memory_alloc(BLOCK + length);
    for (zip_int64_t got; !found && (got = unpack(&part, bytes + kept)) > 0;) {
        size_t end = kept + (size_t)got;
        found = memmem(bytes, end, word, length) != NULL;
        kept = end < length - 1 ? end : length - 1;
        memmove(bytes, bytes + end - kept, kept);
    }
    zip_fclose(part.file);
    free(bytes);
    return found;
}
