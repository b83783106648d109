#ifndef WORKBOOK_XLSX_STYLES_H
#define WORKBOOK_XLSX_STYLES_H

#include "archive.h"
#include "number_format.h"

/* What numbers of a cell's style are. */
struct xlsx_styles {
    enum number_kind *kinds;
    size_t count, capacity;
};

/* False, reported, where it cannot be read. */
bool xlsx_styles_read(struct xlsx_styles *styles, struct archive *archive, struct arena *arena, const char *part);

/* A style that is not there is a plain one. */
enum number_kind xlsx_styles_kind(const struct xlsx_styles *styles, int style);

#endif
