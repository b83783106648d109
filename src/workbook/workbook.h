#ifndef WORKBOOK_WORKBOOK_H
#define WORKBOOK_WORKBOOK_H

#include "archive.h"
#include "sheet_rows.h"
#include "workbook_module.h"

/* A workbook while it is read. What is made of it lies in the arena of its diag. */
struct workbook {
    const char *path;
    struct source_pos pos; /* of the workbook as a whole */
    struct diag *diag;
    struct arena *arena;
    struct archive *archive; /* NULL for XLS */
    struct workbook_contents contents;
    void *own; /* what its format keeps of it */
};

/* What is known of a format of workbooks. */
struct workbook_format {
    /* Fills in the contents. False, reported, where it is none of this format, or damaged. */
    bool (*open)(struct workbook *workbook);
    /* Hands over all rows of a sheet, up to where no more are wanted. False, reported, where it cannot be read. */
    bool (*read)(struct workbook *workbook, size_t sheet, struct sheet_rows *rows);
    void (*close)(struct workbook *workbook); /* also where open failed */
};

extern const struct workbook_format xlsx_format, ods_format, xls_format;

/* The sheet of that name, whatever its capitals, as in Excel; false where there is none. */
bool workbook_find_sheet(const struct workbook *workbook, const char *name, size_t *sheet);

#endif
