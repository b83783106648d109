#include <string.h>
#include <sys/stat.h>

#include "layout_internal.h"
#include "vocabulary.h"

/* Where Debian's packages put them: searched where the file names no folder. */
static const char *const debian_folders[] = {
    "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF",
    "/usr/share/fonts/truetype/roboto/unhinted",
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/truetype/dejavu",
};

static bool is_file(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static char *find_in(struct arena *arena, const char *folder, const char *name) {
    char *path = path_join(arena, folder, name);
    return is_file(path) ? path : NULL;
}

/* Beside the fonts file, then in its folders, or where it has none in Debian's. */
static char *find_font(struct arena *arena, const struct xml_element *root, const char *beside, const char *name) {
    char *path = find_in(arena, beside, name);
    bool own = false;
    for (const struct xml_element *child = root->first_child; child != NULL && path == NULL; child = child->next) {
        const char *folder = strcmp(child->name, "folder") == 0 ? xml_value(child, "path") : NULL;
        own = own || folder != NULL;
        if (folder != NULL)
            path = find_in(arena, path_join(arena, beside, folder), name);
    }
    for (size_t i = 0; !own && path == NULL && i < sizeof debian_folders / sizeof debian_folders[0]; i++)
        path = find_in(arena, debian_folders[i], name);
    return path;
}

static void read_face(struct layout_reader *reader, struct font_list *fonts, const struct xml_element *element,
                      const char *beside) {
    int role = xml_word(element, "role", face_words, FACE_COUNT, -1);
    const char *name = xml_value(element, "file");
    if (role < 0 || name == NULL)
        return;
    struct font_file *file = &fonts->files[role];
    if (file->pos.line != 0) {
        diag_error(reader->diag, element->pos, "the face \"%s\" is in line %d already", face_words[role],
                   file->pos.line);
        return;
    }
    file->pos = xml_pos(element, "file");
    file->path = find_font(reader->arena, element->parent, beside, name);
    if (file->path == NULL)
        diag_error(reader->diag, file->pos,
                   "no font file \"%s\"; put it beside this file, or install it (packages fonts-roboto-unhinted, "
                   "fonts-liberation, fonts-dejavu-core)",
                   name);
}

void fonts_read(struct layout_reader *reader, struct font_list *fonts, const char *path, struct source_pos from) {
    const struct xml_element *root = xml_read(reader->arena, path, from, reader->diag);
    if (root == NULL)
        return;
    vocabulary_check(root, SCHEMA_FONTS, reader->arena, reader->diag);
    const char *beside = path_folder(reader->arena, path);
    for (const struct xml_element *child = root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "face") == 0)
            read_face(reader, fonts, child, beside);
    if (fonts->files[FACE_TEXT].pos.line == 0)
        diag_error(reader->diag, root->pos, "no <face role=\"text\">, which every page needs");
}
