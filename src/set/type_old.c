#include "type_old.h"

double type_width(struct composer *composer, enum face face, double size_pt, const char *string) {
    const struct pen pen = {.composer = composer, .face = face, .size_pt = size_pt};
    return pen_width(&pen, string);
}

char **type_lines(struct composer *composer, const char *words, enum face face, double size_pt, double width,
                  size_t *count) {
    const struct pen pen = {.composer = composer, .face = face, .size_pt = size_pt};
    const struct lines lines = lines_break(&pen, words, width);
    *count = lines.count;
    return lines.items;
}

const char *type_line_on(struct composer *composer, const char *line) {
    char *items[] = {(char *)(uintptr_t)line};
    const struct lines lines = {items, 1, true};
    return lines_read(composer, &lines, 0);
}
