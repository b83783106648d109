#include "manifest.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "csv_write.h"
#include "file.h"
#include "output.h"
#include "source.h"

const char manifest_published[] = "published", manifest_failed[] = "failed";

enum column { CODE, NAME, PERIOD, RESULT, FILE_NAME, SHA256, DATA_SHA256, FINGERPRINT, MESSAGE, COLUMN_COUNT };

static const char *const headings[COLUMN_COUNT] = {
    [CODE] = "code",       [NAME] = "name",     [PERIOD] = "period",           [RESULT] = "result",
    [FILE_NAME] = "file",  [SHA256] = "sha256", [DATA_SHA256] = "data_sha256", [FINGERPRINT] = "fingerprint",
    [MESSAGE] = "message",
};

/* A path's end after its name, `.csv`, and the length of what stands before it. */
static int stem_length(const char *path) {
    const char *name = path_name(path), *dot = strrchr(name, '.');
    return (int)(dot == NULL || dot == name ? strlen(path) : (size_t)(dot - path));
}

const char *manifest_path(struct arena *arena, const char *path, struct shard shard) {
    int stem = stem_length(path);
    if (shard.count == 0)
        return path;
    return arena_printf(arena, "%.*s-%d-of-%d%s", stem, path, shard.number, shard.count, path + stem);
}

bool manifest_write(const char *path, const struct manifest_row *const *rows, size_t count, struct diag *diag) {
    struct output output;
    if (!output_open(&output, path, diag))
        return false;
    csv_write_row(headings, COLUMN_COUNT, output.stream);
    for (size_t i = 0; i < count; i++) {
        const struct manifest_row *row = rows[i];
        const char *const cells[COLUMN_COUNT] = {
            [CODE] = row->code,
            [NAME] = row->name,
            [PERIOD] = row->period,
            [RESULT] = row->result,
            [FILE_NAME] = row->file,
            [SHA256] = row->sha256,
            [DATA_SHA256] = row->data_sha256,
            [FINGERPRINT] = row->fingerprint,
            [MESSAGE] = row->message,
        };
        csv_write_row(cells, COLUMN_COUNT, output.stream);
    }
    return output_commit(&output, diag);
}

static void read_one(struct arena *arena, struct manifest *manifest, const char *path, struct diag *diag) {
    const struct table_request request = {.path = path, .from = {.file = path}};
    const struct table *table = source_read(arena, &request, diag);
    int columns[COLUMN_COUNT];
    if (table == NULL)
        return;
    for (int i = 0; i < COLUMN_COUNT; i++)
        if ((columns[i] = table_need_column(table, headings[i], diag)) < 0)
            return;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct table_cell *cells = table->rows[r].cells;
        struct manifest_row *row = arena_new(arena, struct manifest_row);
        *row = (struct manifest_row){
            .code = cells[columns[CODE]].text,
            .name = cells[columns[NAME]].text,
            .period = cells[columns[PERIOD]].text,
            .result = cells[columns[RESULT]].text,
            .file = cells[columns[FILE_NAME]].text,
            .sha256 = cells[columns[SHA256]].text,
            .data_sha256 = cells[columns[DATA_SHA256]].text,
            .fingerprint = cells[columns[FINGERPRINT]].text,
            .message = cells[columns[MESSAGE]].text,
        };
        struct manifest_row *first = index_find(&manifest->rows, row->code);
        if (first != NULL) {
            row->other = first->other;
            first->other = row;
        } else {
            index_add(arena, &manifest->rows, row->code, row);
        }
    }
}

/* True for `-2-of-8.csv`, the end of a shard's name. */
static bool is_shard(const char *rest, const char *extension) {
    static const char digits[] = "0123456789";
    size_t first = rest[0] == '-' ? strspn(rest + 1, digits) : 0;
    if (first == 0 || strncmp(rest + 1 + first, "-of-", 4) != 0)
        return false;
    rest += 1 + first + 4;
    size_t second = strspn(rest, digits);
    return second > 0 && strcmp(rest + second, extension) == 0;
}

static void read_shards(struct arena *arena, struct manifest *manifest, const char *path, struct diag *diag) {
    const char *folder = path_folder(arena, path), *extension = path + stem_length(path);
    size_t stem = (size_t)(extension - path_name(path));
    DIR *directory = opendir(folder);
    if (directory == NULL && errno != ENOENT)
        file_report(folder, (struct source_pos){.file = path}, errno, diag);
    for (const struct dirent *entry; directory != NULL && (entry = readdir(directory)) != NULL;)
        if (strncmp(entry->d_name, path_name(path), stem) == 0 && is_shard(entry->d_name + stem, extension))
            read_one(arena, manifest, path_join(arena, folder, entry->d_name), diag);
    if (directory != NULL)
        closedir(directory);
}

void manifest_read(struct arena *arena, struct manifest *manifest, const char *path, struct diag *diag) {
    struct stat status;
    if (stat(path, &status) == 0)
        read_one(arena, manifest, path, diag);
    else if (errno != ENOENT && errno != ENOTDIR)
        file_report(path, (struct source_pos){.file = path}, errno, diag);
    read_shards(arena, manifest, path, diag);
}
