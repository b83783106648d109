#include "output_path.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "file.h"

/* A path's parts: where its name starts, and how long that is without the extension. */
struct parts {
    int folder; /* with its slash */
    int stem;
    const char *name, *extension; /* "" without one */
};

static struct parts split(const char *path) {
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    if (dot == NULL || dot == name)
        dot = name + strlen(name);
    return (struct parts){(int)(name - path), (int)(dot - name), name, dot};
}

const char *output_path_part(struct arena *arena, const char *text) {
    char *part = arena_strdup(arena, text);
    for (char *c = part; *c != '\0'; c++)
        if ((unsigned char)*c < ' ' || strchr("/\\:*?\"<>|", *c) != NULL || (*c == '.' && c == part))
            *c = '-';
    return part;
}

const char *output_path_of_pack(struct session *session) {
    struct parts parts = split(session->options.layout_path);
    if (!output_path_make_folder(
            arena_printf(session->arena, "%.*s../output", parts.folder, session->options.layout_path), &session->diag))
        return NULL;
    const struct organisation *own = session->layout->catalogue->own;
    return arena_printf(session->arena, "%.*s../output/%.*s%s%s%s%s.pdf", parts.folder, session->options.layout_path,
                        parts.stem, parts.name, own != NULL ? "-" : "",
                        own != NULL ? output_path_part(session->arena, own->code) : "",
                        session->options.booklet ? "-booklet" : "", session->options.grey ? "-grey" : "");
}

const char *output_path_pattern(struct arena *arena, const struct arguments *arguments) {
    const struct session_options *options = &arguments->session;
    struct parts parts = split(options->layout_path);
    const char *name = arena_printf(arena, "../output/%.*s-{code}%s%s", parts.stem, parts.name,
                                    options->booklet ? "-booklet" : "", options->grey ? "-grey" : "");
    return arena_printf(arena, "%s%s", path_join(arena, path_folder(arena, options->layout_path), name),
                        arguments_of_pages(arguments) ? "/" : ".pdf");
}

static bool is_there(const char *folder) {
    struct stat status;
    return stat(folder, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_folder(const char *path) {
    size_t length = strlen(path);
    return (length > 0 && path[length - 1] == '/') || is_there(path);
}

const char *output_path_of_pages(struct session *session, const char *output, bool all) {
    struct parts parts = split(session->options.layout_path);
    if (output != NULL)
        return all || is_folder(output) ? output : NULL;
    return arena_printf(session->arena, "%.*s../output%s%.*s", parts.folder, session->options.layout_path,
                        all ? "/" : "", all ? parts.stem : 0, parts.name);
}

/* Makes the folders above and the folder itself; an error number, or 0. */
static int make_folders(char *path) {
    for (char *s = path + 1; *s != '\0'; s++) {
        if (*s != '/')
            continue;
        *s = '\0';
        int number = mkdir(path, 0777) == 0 || errno == EEXIST ? 0 : errno;
        *s = '/';
        if (number != 0)
            return number;
    }
    return mkdir(path, 0777) == 0 ? 0 : errno;
}

bool output_path_make_folder(const char *folder, struct diag *diag) {
    int number = is_there(folder) ? 0 : make_folders(arena_strdup(diag->arena, folder));
    if (number == 0 || (number == EEXIST && is_there(folder)))
        return true;
    diag_system(diag, (struct source_pos){0}, "the folder %s cannot be made: %s", folder,
                number == EEXIST ? "a file of that name is there" : strerror(number));
    return false;
}

const char *output_path_in(struct session *session, const char *folder, const char *name, size_t side,
                           const char *extension) {
    const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";
    if (side == 0)
        return arena_printf(session->arena, "%s%s%s.%s", folder, slash, name, extension);
    return arena_printf(session->arena, "%s%s%s-%zu.%s", folder, slash, name, side, extension);
}

const char *output_path_of_side(struct session *session, const char *file, size_t side) {
    struct parts parts = split(file);
    if (side == 0)
        return file;
    return arena_printf(session->arena, "%.*s%.*s-%zu%s", parts.folder, file, parts.stem, parts.name, side,
                        parts.extension);
}

const char *output_path_named(struct session *session, const char *path, const char *extension) {
    struct parts parts = split(path);
    return arena_printf(session->arena, "%.*s%.*s.%s", parts.folder, path, parts.stem, parts.name, extension);
}
