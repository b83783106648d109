#include "single_shape.h"

#include "gather.h"

void single_shape_read(const struct shape *shape, const char *id, int period) {
    const struct table *table = shape->table;
    int names = table_need_column(table, id, shape->diag);
    if (names < 0)
        return;
    struct gather gather = shape_gather(shape);
    size_t before = shape->diag->errors;
    for (size_t i = 0; i < table->row_count && shape->diag->errors - before < READ_ERRORS_MAX; i++) {
        const char *thing = shape_row_id(shape, &table->rows[i], (size_t)names);
        for (size_t column = 0; thing != NULL && column < table->column_count; column++) {
            if (column == (size_t)names)
                continue;
            const char *name = arena_printf(shape->arena, "%s %s", thing, table->header[column].text);
            gather_add(&gather, name, period, shape_figure(shape, &table->rows[i], column, name));
        }
    }
    shape_lay_out(&gather);
}
