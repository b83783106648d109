/* Any bytes as a file of counts. */
#include "csv.h"
#include "fuzz_file.h"
#include "table.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    const char *path = fuzz_file(bytes, length);
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    struct catalogue catalogue = {.path = "catalogue.xml"};
    table_read(arena, &catalogue, path, NULL, "table", (struct source_pos){path, 0, 0}, &diag);
    for (int month = catalogue_first_month(&catalogue); month != MONTH_NONE; month = MONTH_NONE)
        for (size_t i = 0; i < catalogue.series_count; i++)
            series_cell(catalogue.series[i], month);
    arena_destroy(arena);
    return 0;
}
