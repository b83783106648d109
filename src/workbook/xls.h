#ifndef WORKBOOK_XLS_H
#define WORKBOOK_XLS_H

#include "number_format.h"
#include "workbook.h"
#include "xls_record.h"

/* An XLS while it is read. */
struct xls {
    struct xls_stream stream;
    size_t *starts; /* of each sheet in the stream */
    size_t start_count, start_capacity;
    bool from_1904;
    enum number_kind *kinds; /* of each style */
    size_t kind_count, kind_capacity;
    struct text strings; /* that cells share */
    size_t *string_ends;
    size_t string_count;
};

/* Reads a sheet's cells. False, reported. */
bool xls_sheet_read(struct workbook *workbook, size_t sheet, struct sheet_rows *rows);

#endif
