#include "table.h"

#include <string.h>

int table_column(const struct table *csv, const char *heading) {
    for (size_t i = 0; i < csv->column_count; i++)
        if (strcmp(csv->header[i].text, heading) == 0)
            return (int)i;
    return -1;
}

int table_need_column(const struct table *csv, const char *heading, struct diag *diag) {
    int column = table_column(csv, heading);
    bool semicolons = csv->column_count == 1 && strchr(csv->header[0].text, ';') != NULL;
    if (column < 0)
        diag_error(diag, (struct source_pos){csv->path, 1, 0}, "no column is named \"%s\"%s", heading,
                   semicolons ? "; separate the columns with commas" : "");
    return column;
}

struct source_pos table_pos(const struct table *csv, const struct table_row *row, size_t column) {
    return (struct source_pos){csv->path, row->cells[column].line, (int)column + 1};
}
