#include "sheet_choice.h"

#include <string.h>

#include "numeral.h"
#include "source.h"

enum { ROWS_COUNTED = 5000 };

/* Figures that stand beside others, while the rows of a sheet pass by. */
struct count {
    size_t rows, figures;
};

static bool take(void *to, const struct raw_row *row) {
    struct count *count = to;
    struct numeral numeral;
    size_t filled = 0, figures = 0;
    for (size_t i = 0; i < row->count; i++) {
        struct raw_cell cell = raw_trim(row->cells[i]);
        filled += cell.length > 0 && cell.merged != MERGED_ACROSS;
        figures += cell.length > 0 && numeral_read(cell.text, cell.length, DECIMAL_POINT, &numeral);
    }
    count->figures += filled > 1 ? figures : 0;
    return count->rows++ < ROWS_COUNTED;
}

/* The sheet with the most figures among those that are seen; false, reported, where one cannot be read. */
static bool find_fullest(const struct workbook_contents *contents, struct table_request *request, size_t *fullest,
                         struct diag *diag) {
    struct diag unheard;
    size_t most = 0;
    for (size_t i = 0; i < contents->sheet_count; i++) {
        struct count count = {0};
        if (contents->sheets[i].other != NULL || contents->sheets[i].hidden)
            continue;
        request->sheet.text = contents->sheets[i].name;
        diag_init(&unheard, diag->arena);
        if (!source_rows(request, (struct row_taker){.take = take, .to = &count}, &unheard)) {
            diag_move(diag, &unheard);
            return false;
        }
        if (count.figures > most) {
            most = count.figures;
            *fullest = i;
        }
    }
    if (most == 0)
        diag_error(diag, request->from, "no sheet of \"%s\" has figures beside each other; is it a table?",
                   request->path);
    return most > 0;
}

bool sheet_choice_make(const struct workbook_contents *contents, struct table_request *request, struct diag *diag) {
    const struct area_entry *table = NULL;
    size_t sheet = 0, tables = 0;
    if (request->sheet.text != NULL)
        return true;
    if (!find_fullest(contents, request, &sheet, diag))
        return false;
    request->sheet.text = contents->sheet_count > 1 ? contents->sheets[sheet].name : NULL;
    for (size_t i = 0; i < contents->table_count; i++)
        if (contents->tables[i].sheet == sheet && contents->tables[i].problem == NULL) {
            table = &contents->tables[i];
            tables++;
        }
    if (tables == 1) {
        request->table.text = table->name;
        request->sheet.text = NULL;
    }
    return true;
}
