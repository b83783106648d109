#include "spreadsheet_module.h"
#include "writers.h"

enum text_look spreadsheet_look(const struct book_sheet *sheet, size_t column) {
    return sheet->columns[column].figures ? LOOK_FIGURES : column == 0 ? LOOK_FIRST : LOOK_TEXT;
}

void spreadsheet_add_name(struct text *text, const char *name) {
    text_add(text, "'");
    for (; *name != '\0'; name++)
        text_append(text, *name == '\'' ? "''" : name, *name == '\'' ? 2 : 1);
    text_add(text, "'");
}

bool spreadsheet_fail(struct diag *diag, const char *format, const char *why) {
    diag_system(diag, (struct source_pos){0}, "the %s file cannot be put together: %s", format, why);
    return false;
}

MODULE_EXPORT const struct spreadsheet_module module = {
    .head = MODULE_HEAD(struct spreadsheet_module), .write_xlsx = xlsx_write, .write_ods = ods_write};
