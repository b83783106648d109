#ifndef WORKBOOK_XLSX_H
#define WORKBOOK_XLSX_H

#include "relations.h"
#include "workbook.h"
#include "xlsx_strings.h"
#include "xlsx_styles.h"

/* An XLSX while it is read. */
struct xlsx {
    struct relations relations; /* of the workbook's part */
    const char **parts;         /* of each sheet; NULL where it has none */
    size_t part_count, part_capacity;
    bool from_1904;
    bool prepared; /* strings and styles are read */
    struct xlsx_strings strings;
    struct xlsx_styles styles;
};

/* Reads a sheet's cells. False, reported. */
bool xlsx_sheet_read(struct workbook *workbook, const char *part, struct sheet_rows *rows);

#endif
