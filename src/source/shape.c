#include "shape.h"

#include "cell.h"

const char *shape_series_id(const struct shape *shape, const char *name) {
    return shape->prefix == NULL ? name : arena_printf(shape->arena, "%s.%s", shape->prefix, name);
}

struct cell shape_figure(const struct shape *shape, const struct table_row *row, size_t column, const char *name) {
    const struct cell_text text = {
        .text = row->cells[column].text, .name = name, .pos = table_pos(shape->table, row, column)};
    return cell_read(&cell_style_usual, &text, shape->arena, shape->diag);
}

const char *shape_row_id(const struct shape *shape, const struct table_row *row, size_t column) {
    const char *id = cell_trim(shape->arena, row->cells[column].text);
    if (id[0] != '\0')
        return id;
    diag_error(shape->diag, table_pos(shape->table, row, column), "%s is empty; expected the name of a series",
               shape->table->header[column].text);
    return NULL;
}

int shape_row_period(const struct shape *shape, const struct table_row *row, size_t column) {
    char *text = cell_trim(shape->arena, row->cells[column].text);
    int period = calendar_parse(shape->catalogue->calendar, text);
    if (period == PERIOD_NONE)
        diag_error(shape->diag, table_pos(shape->table, row, column), "%s: %s", shape->table->header[column].text,
                   calendar_refusal(shape->arena, shape->catalogue->calendar, text));
    return period;
}

struct gather shape_gather(const struct shape *shape) {
    return (struct gather){.arena = shape->arena, .diag = shape->diag, .catalogue = shape->catalogue};
}

static void report_second(struct gather *gather, const struct series *series, struct cell *there,
                          const struct cell *cell) {
    diag_error(gather->diag, cell->pos, "%s has a figure for this %s already: %s, line %d", series->id,
               calendar_noun(gather->catalogue->calendar), there->pos.file, there->pos.line);
}

void shape_lay_out(struct gather *gather) {
    gather_finish(gather, report_second);
}
