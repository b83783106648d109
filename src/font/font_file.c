#include "font_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "font_glyphs.h"
#include "font_map.h"

enum { FILE_LIMIT = 64 * 1024 * 1024 };

static unsigned char *slurp(FILE *file, size_t *length) {
    size_t capacity = 256 * 1024;
    unsigned char *bytes = memory_alloc(capacity);
    *length = 0;
    for (size_t count; (count = fread(bytes + *length, 1, capacity - *length, file)) > 0;) {
        *length += count;
        if (*length > FILE_LIMIT)
            break;
        if (*length == capacity)
            bytes = memory_resize(bytes, capacity *= 2);
    }
    return bytes;
}

unsigned char *font_file_read(const char *path, struct source_pos pos, struct diag *diag, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (file == NULL && errno == ENOMEM)
        memory_exhausted();
    if (file == NULL) {
        diag_error(diag, pos, "the font %s cannot be opened: %s", path, strerror(errno));
        return NULL;
    }
    unsigned char *bytes = slurp(file, length);
    const char *problem = NULL;
    if (ferror(file))
        problem = "cannot be read";
    else if (*length > FILE_LIMIT)
        problem = "is larger than 64 MB";
    else
        problem = font_file_problem(bytes, *length);
    fclose(file);
    if (problem == NULL)
        return bytes;
    diag_error(diag, pos, "the font %s %s", path, problem);
    free(bytes);
    return NULL;
}

bool font_file_check(const char *path, struct source_pos pos, struct diag *diag) {
    size_t length;
    unsigned char *bytes = font_file_read(path, pos, diag, &length);
    free(bytes);
    return bytes != NULL;
}

static const char *kind_problem(const unsigned char *bytes, size_t length) {
    static const struct {
        char start[5];
        const char *problem; /* NULL: TrueType */
    } kinds[] = {
        {"\0\1\0\0", NULL},
        {"true", NULL},
        {"OTTO", "is an OpenType font with CFF outlines; a TrueType font (.ttf) is needed"},
        {"ttcf", "is a collection of fonts; a file with one TrueType font (.ttf) is needed"},
        {"wOFF", "is a web font; a TrueType font (.ttf) is needed"},
        {"wOF2", "is a web font; a TrueType font (.ttf) is needed"},
    };
    for (size_t i = 0; length >= 12 && i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (memcmp(bytes, kinds[i].start, 4) == 0)
            return kinds[i].problem;
    return "is not a TrueType font";
}

const char *font_file_problem(const unsigned char *bytes, size_t length) {
    struct font_tables tables;
    const char *problem = kind_problem(bytes, length);
    if (problem == NULL)
        problem = font_tables_read(&tables, bytes, length);
    if (problem == NULL)
        problem = font_tables_problem(&tables);
    if (problem == NULL)
        problem = font_glyphs_problem(&tables);
    return problem != NULL ? problem : font_map_problem(&tables);
}
