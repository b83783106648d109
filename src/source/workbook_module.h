#ifndef SOURCE_WORKBOOK_MODULE_H
#define SOURCE_WORKBOOK_MODULE_H

#include "module.h"
#include "raw_row.h"
#include "table_request.h"

/* A rectangle of a sheet: rows and columns count from 1 and are of it; 0 for a side that is open. */
struct sheet_area {
    int first_row, last_row;
    int first_column, last_column;
};

struct sheet_entry {
    const char *name;
    const char *other; /* what it is in place of a sheet of cells, such as "a sheet with a chart"; NULL for cells */
    bool hidden;
};

/* An Excel table, a database range, a name that is given to a range. */
struct area_entry {
    const char *name;
    const char *problem; /* why it cannot be read, as a sentence goes on; NULL where it can */
    size_t sheet;
    struct sheet_area area;
};

/* What there is in a workbook, in its order. */
struct workbook_contents {
    struct sheet_entry *sheets;
    size_t sheet_count, sheet_capacity;
    struct area_entry *tables;
    size_t table_count, table_capacity;
    struct area_entry *names;
    size_t name_count, name_capacity;
};

/* What reads workbooks is a module, since few packs need its libraries. */
struct workbook_module {
    struct module_head head;
    /* Hands over the rows of the sheet, range or table that is asked for; the columns of a row are those of the sheet.
     * False, reported, where it cannot be read. */
    bool (*read)(const struct table_request *request, struct row_taker taker, struct diag *diag);
    /* NULL, reported, where it cannot be read. */
    const struct workbook_contents *(*list)(const struct table_request *request, struct diag *diag);
};

#endif
