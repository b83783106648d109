#include "csv_write.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

enum { USUAL_ROW = 1024 };

static bool needs_quotes(const char *cell) {
    for (const unsigned char *s = (const unsigned char *)cell; *s != '\0'; s++)
        if (*s <= ',' && (*s == ',' || *s == '"' || *s == '\r' || *s == '\n')) /* letters and digits lie above */
            return true;
    return false;
}

static char *put_cell(char *end, const char *cell) {
    if (!needs_quotes(cell))
        return stpcpy(end, cell);
    *end++ = '"';
    for (; *cell != '\0'; cell++) {
        if (*cell == '"')
            *end++ = '"';
        *end++ = *cell;
    }
    *end++ = '"';
    return end;
}

/* Millions of rows of short cells: a row is put together before it goes into the stream. */
void csv_write_row(const char *const *cells, size_t count, FILE *stream) {
    char usual[USUAL_ROW];
    size_t room = 0;
    for (size_t i = 0; i < count; i++)
        room += 2 * strlen(cells[i]) + sizeof("\"\",");
    char *row = room <= sizeof(usual) ? usual : memory_alloc(room), *end = row;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            *end++ = ',';
        end = put_cell(end, cells[i]);
    }
    *end++ = '\n';
    fwrite(row, 1, (size_t)(end - row), stream);
    if (row != usual)
        free(row);
}
