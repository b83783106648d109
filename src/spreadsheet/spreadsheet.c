#include "spreadsheet_module.h"
#include "writers.h"

bool spreadsheet_fail(struct diag *diag, const char *format, const char *why) {
    diag_system(diag, (struct source_pos){0}, "the %s file cannot be put together: %s", format, why);
    return false;
}

MODULE_EXPORT const struct spreadsheet_module module = {
    .head = MODULE_HEAD(struct spreadsheet_module), .write_xlsx = xlsx_write, .write_ods = ods_write};
