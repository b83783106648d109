#ifndef TABULATE_SPREADSHEET_MODULE_H
#define TABULATE_SPREADSHEET_MODULE_H

#include <stdio.h>

#include "book.h"
#include "module.h"

/* What writes spreadsheets is a module, since few runs need libxlsxwriter and libzip. False was reported (diag_system):
 * memory and disks have an end. The same book gives the same bytes. */
struct spreadsheet_module {
    struct module_head head;
    bool (*write_xlsx)(const struct book *book, FILE *stream, struct diag *diag);
    bool (*write_ods)(const struct book *book, FILE *stream, struct diag *diag);
};

#endif
