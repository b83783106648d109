#include "workbook_source.h"

#include "inputs.h"

static const struct workbook_module *open_module(const struct table_request *request, struct diag *diag) {
    static const struct module_need need = {.name = "workbook",
                                            .use = "workbooks",
                                            .package = "libzip4 or libzip5",
                                            .size = sizeof(struct workbook_module),
                                            .guarded = true};
    return module_open(&need, request->from, diag);
}

/* The module that opens the file notes in no list of this program that it was read. */
bool workbook_read(const struct table_request *request, struct row_taker taker, struct diag *diag) {
    const struct workbook_module *module = open_module(request, diag);
    inputs_add(request->path);
    return module != NULL && module->read(request, taker, diag);
}

const struct workbook_contents *workbook_list(const struct table_request *request, struct diag *diag) {
    const struct workbook_module *module = open_module(request, diag);
    return module == NULL ? NULL : module->list(request, diag);
}
