#include "headings.h"

#include "text.h"

static const char *collapse(struct arena *arena, struct raw_cell cell) {
    struct text text = {0};
    size_t blank = 0;
    cell = raw_trim(cell);
    for (size_t i = 0; i<cell.length; i += blank> 0 ? blank : 1) {
        size_t before = blank;
        blank = raw_blank(cell.text + i, cell.length - i);
        if (blank == 0)
            text_append(&text, cell.text + i, 1);
        else if (before == 0)
            text_append(&text, " ", 1);
    }
    const char *result = arena_strdup(arena, text_string(&text));
    text_free(&text);
    return result;
}

struct heading_row heading_row_of(struct arena *arena, const struct raw_row *row) {
    struct heading_row result = {.count = row->count < RAW_CELLS_MAX ? row->count : RAW_CELLS_MAX, .line = row->line};
    result.texts = arena_new_array(arena, result.count, const char *);
    result.merged = arena_new_array(arena, result.count, enum raw_merged);
    for (size_t i = 0; i < result.count; i++) {
        result.merged[i] = row->cells[i].merged;
        result.texts[i] = result.merged[i] == MERGED_DOWN ? "" : collapse(arena, row->cells[i]);
    }
    return result;
}

static const char *text_at(const struct heading_row *row, size_t column) {
    return column < row->count ? row->texts[column] : "";
}

/* True where one of the rows below has a text in that column. */
static bool has_below(const struct heading_row *rows, size_t count, size_t row, size_t column) {
    for (size_t below = row + 1; below < count; below++)
        if (text_at(&rows[below], column)[0] != '\0')
            return true;
    return false;
}

/*
 * What stands above or in a column in one row: its own text, or that of the group that reaches over it.
 *
 * groups   of each row, the one that reaches furthest to the right so far
 */
static const char *take_text(const struct heading_row *rows, size_t count, const char **groups, size_t row,
                             size_t column) {
    const char *own = text_at(&rows[row], column);
    bool below = has_below(rows, count, row, column);
    if (own[0] == '\0')
        return below ? groups[row] : "";
    for (size_t lower = row; lower < count; lower++)
        groups[lower] = "";
    if (below && rows[row].merged[column] == MERGED_NONE)
        groups[row] = own;
    return own;
}

void headings_join(struct arena *arena, const struct heading_row *rows, size_t count, struct table *table) {
    const char **groups = arena_new_array(arena, count, const char *);
    for (size_t row = 0; row < count; row++) {
        table->column_count = rows[row].count > table->column_count ? rows[row].count : table->column_count;
        groups[row] = "";
    }
    table->header = arena_new_array(arena, table->column_count, struct table_heading);
    for (size_t column = 0; column < table->column_count; column++) {
        struct table_heading *heading = &table->header[column];
        *heading = (struct table_heading){.text = "", .part = "", .line = rows[0].line};
        for (size_t row = 0; row < count; row++) {
            const char *text = take_text(rows, count, groups, row, column);
            if (text[0] == '\0')
                continue;
            heading->text = heading->text[0] == '\0' ? text : arena_printf(arena, "%s / %s", heading->text, text);
            heading->part = text;
            heading->line = rows[row].line;
        }
    }
}
