#include "file_period.h"

#include <string.h>

#include "file.h"
#include "source.h"

enum { COLUMN_MOST = 16384, ROW_MOST = 10000 };

bool file_period_cell(const char *text, size_t *column, int *row) {
    *column = 0;
    *row = 0;
    if (*text++ != '[')
        return false;
    for (; *text >= 'A' && *text <= 'Z' && *column < COLUMN_MOST; text++)
        *column = *column * 26 + (size_t)(*text - 'A') + 1;
    for (; *text >= '0' && *text <= '9' && *row < ROW_MOST; text++)
        *row = *row * 10 + (*text - '0');
    return (*column)-- > 0 && *row > 0 && strcmp(text, "]") == 0;
}

/* The text of a cell above a table. The row that it stands in is read as one of headings, in a look of its own at the
 * file, of which nothing else is kept or told. */
static const char *cell_text(struct arena *arena, const struct source_request *request, const char *path,
                             struct diag *diag) {
    size_t column;
    int row;
    struct diag unheard;
    diag_init(&unheard, arena);
    file_period_cell(request->period_from.text, &column, &row);
    const struct table_request asked = {.path = path,
                                        .from = request->table.from,
                                        .encoding = request->table.encoding,
                                        .separator = request->table.separator,
                                        .skip = row - 1,
                                        .until = {"", request->period_from.pos}};
    const struct table *table = source_read(arena, &asked, &unheard);
    if (table != NULL && column < table->column_count && table->header[column].line == row &&
        table->header[column].text[0] != '\0')
        return table->header[column].text;
    diag_error(diag, request->period_from.pos, "the cell %s of \"%s\" is blank; expected a period in it",
               request->period_from.text, path);
    return NULL;
}

int *file_periods(struct arena *arena, const struct source_request *request, struct diag *diag) {
    if (request->period_from.text == NULL)
        return NULL;
    bool of_name = strcmp(request->period_from.text, "file") == 0;
    struct period_style style = request->periods;
    struct period_text *texts = arena_new_array(arena, request->files.count, struct period_text);
    style.inside = true;
    for (size_t i = 0; i < request->files.count; i++) {
        const char *text =
            of_name ? path_name(request->files.paths[i]) : cell_text(arena, request, request->files.paths[i], diag);
        texts[i] = (struct period_text){text == NULL ? "" : text, request->period_from.pos};
    }
    const char *name = of_name ? "The names of the files" : arena_printf(arena, "Cell %s", request->period_from.text);
    return period_column_read(arena, &style, texts, request->files.count, name, diag).periods;
}
