/* Any bytes as a file of counts. */
#include "csv.h"
#include "fuzz_file.h"
#include "wide_shape.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    const char *path = fuzz_file(bytes, length);
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    struct catalogue catalogue = {.path = "catalogue.xml", .calendar = calendar_usual};
    struct source_pos from = {path, 0, 0};
    struct shape shape = {.arena = arena,
                          .diag = &diag,
                          .catalogue = &catalogue,
                          .table = csv_read(arena, path, from, &diag),
                          .prefix = "table",
                          .from = from};
    if (shape.table != NULL)
        wide_shape_read(&shape, NULL);
    for (int period = catalogue_first_period(&catalogue); period != PERIOD_NONE; period = PERIOD_NONE)
        for (size_t i = 0; i < catalogue.series_count; i++)
            series_cell(catalogue.series[i], period);
    arena_destroy(arena);
    return 0;
}
