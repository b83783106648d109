#ifndef SET_TYPE_OLD_H
#define SET_TYPE_OLD_H
#include "lines.h"
double type_width(struct composer *composer, enum face face, double size_pt, const char *string);
char **type_lines(struct composer *composer, const char *words, enum face face, double size_pt, double width,
                  size_t *count);
const char *type_line_on(struct composer *composer, const char *line);
#endif
