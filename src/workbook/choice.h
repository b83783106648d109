#ifndef WORKBOOK_CHOICE_H
#define WORKBOOK_CHOICE_H

#include "workbook.h"

/* What of a workbook is read. */
struct choice {
    size_t sheet;
    struct sheet_area area;
};

/*
 * Finds the sheet, range or table that is asked for.
 *
 * has_table   tells whether a sheet has a table, for where nothing is said: then it is the only one that has
 *
 * False, reported where it is asked for, with what there is instead.
 */
bool choice_make(struct workbook *workbook, const struct table_request *request,
                 bool (*has_table)(struct workbook *workbook, size_t sheet), struct choice *choice);

#endif
