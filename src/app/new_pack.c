#include "new_pack.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

#include "output.h"
#include "output_path.h"
#include "schema.h"
#include "starter_files.h"

static const char starter[] = "data/starter/";

/* False, reported, where a folder holds something or cannot be read. One that is not there is empty. */
static bool is_empty(const char *folder, struct diag *diag) {
    struct source_pos pos = {.file = folder};
    DIR *directory = opendir(folder);
    if (directory == NULL) {
        if (errno != ENOENT)
            diag_error(diag, pos, "cannot be a pack's folder: %s", strerror(errno));
        return errno == ENOENT;
    }
    bool empty = true;
    for (struct dirent *entry; empty && (entry = readdir(directory)) != NULL;)
        empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    closedir(directory);
    if (!empty)
        diag_error(diag, pos, "the folder holds files already; a new pack needs a folder of its own");
    return empty;
}

static bool open_file(struct session *session, const char *folder, const char *name, struct output *output) {
    const char *path = arena_printf(session->arena, "%s/%s", folder, name);
    const char *above = arena_strndup(session->arena, path, (size_t)(strrchr(path, '/') - path));
    return output_path_make_folder(above, &session->diag) && output_open(output, path, &session->diag);
}

static bool write_file(struct session *session, const char *folder, const struct embedded_file *file) {
    size_t own = strncmp(file->path, starter, strlen(starter)) == 0 ? strlen(starter) : 0;
    struct output output;
    if (!open_file(session, folder, file->path + own, &output))
        return false;
    fputs(file->bytes, output.stream);
    return output_commit(&output, &session->diag);
}

static bool write_schema(struct session *session, const char *folder, enum schema_kind kind) {
    struct output output;
    if (!open_file(session, folder, arena_printf(session->arena, "layouts/%s", schema_file_name(kind)), &output))
        return false;
    schema_write(output.stream, kind);
    return output_commit(&output, &session->diag);
}

void new_pack_write(struct session *session, const char *folder) {
    bool good = is_empty(folder, &session->diag);
    for (const struct embedded_file *file = starter_files; good && file->path != NULL; file++)
        good = write_file(session, folder, file);
    for (enum schema_kind kind = 0; good && kind < SCHEMA_COUNT; kind++)
        good = write_schema(session, folder, kind);
}
