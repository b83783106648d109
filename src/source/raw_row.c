#include "raw_row.h"

#include <string.h>

size_t raw_blank(const char *text, size_t length) {
    if (length > 0 && (text[0] == ' ' || text[0] == '\t' || text[0] == '\n' || text[0] == '\r'))
        return 1;
    return length > 1 && memcmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static size_t blank_before(const char *text, size_t length) {
    if (length > 1 && raw_blank(text + length - 2, 2) == 2)
        return 2;
    return length > 0 ? raw_blank(text + length - 1, 1) : 0;
}

struct raw_cell raw_trim(struct raw_cell cell) {
    size_t blank;
    while ((blank = raw_blank(cell.text, cell.length)) > 0) {
        cell.text += blank;
        cell.length -= blank;
    }
    while ((blank = blank_before(cell.text, cell.length)) > 0)
        cell.length -= blank;
    return cell;
}

bool raw_is_blank(const struct raw_row *row, size_t column) {
    return column >= row->count || column >= RAW_CELLS_MAX || raw_trim(row->cells[column]).length == 0;
}

bool raw_row_is_blank(const struct raw_row *row, size_t first) {
    for (size_t i = first; i < row->count && i < RAW_CELLS_MAX; i++)
        if (!raw_is_blank(row, i))
            return false;
    return row->count <= RAW_CELLS_MAX;
}

/* Moves behind the blanks that a text begins with; false where there are none. */
static bool pass_blanks(const char **text, size_t *length) {
    size_t before = *length, blank;
    while ((blank = raw_blank(*text, *length)) > 0) {
        *text += blank;
        *length -= blank;
    }
    return *length < before;
}

bool raw_equals(struct raw_cell cell, const char *text) {
    struct raw_cell other = raw_trim((struct raw_cell){.text = text, .length = strlen(text)});
    cell = raw_trim(cell);
    while (cell.length > 0 && other.length > 0) {
        bool blank = pass_blanks(&cell.text, &cell.length), other_blank = pass_blanks(&other.text, &other.length);
        if (blank != other_blank || *cell.text != *other.text)
            return false;
        cell.text++, cell.length--;
        other.text++, other.length--;
    }
    return cell.length == other.length;
}
