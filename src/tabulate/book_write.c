#include "book_write.h"

#include "spreadsheet_module.h"

bool book_write(const struct book *book, enum book_format format, FILE *stream, struct diag *diag) {
    static const struct module_need need = {.name = "spreadsheet",
                                            .use = "XLSX and ODS files",
                                            .package = "libxlsxwriter4",
                                            .size = sizeof(struct spreadsheet_module),
                                            .guarded = true};
    const struct spreadsheet_module *module = module_open(&need, (struct source_pos){0}, diag);
    if (module == NULL)
        return false;
    return format == BOOK_XLSX ? module->write_xlsx(book, stream, diag) : module->write_ods(book, stream, diag);
}
