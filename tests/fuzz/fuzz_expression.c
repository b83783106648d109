/* Any text as an expression over a few names: what is read can be worked out, in the room that it has. */
#include "expression_read.h"
#include "fuzz_file.h"

static void add_column(struct arena *arena, struct catalogue *catalogue, const char *id, long long number) {
    struct series *series = arena_new(arena, struct series);
    struct cell *cell = arena_new(arena, struct cell);
    cell->number = fraction_make(number, 1);
    *series = (struct series){.id = id, .count = 1, .cells = cell};
    catalogue_add_series(arena, catalogue, series);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    struct catalogue catalogue = {.path = "catalogue.xml"};
    struct expression expression = {.periods = 1};
    const struct series series = {.id = "all", .expression = &expression};
    const struct catalogue_reader reader = {.arena = arena, .diag = &diag, .catalogue = &catalogue};
    add_column(arena, &catalogue, "a", 3);
    add_column(arena, &catalogue, "b - c", -7);
    add_column(arena, &catalogue, "1", 0);
    expression_read(&reader, arena_strndup(arena, (const char *)bytes, length), (struct source_pos){0}, &expression);
    if ((expression.count == 0) != (diag.errors > 0))
        abort();
    struct cell cell = series_cell(&series, 0);
    if (status_is_absent(cell.status) == fraction_present(cell.number))
        abort();
    arena_destroy(arena);
    return 0;
}
