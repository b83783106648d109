#include "area.h"

#include <string.h>

static int letter_value(char c) {
    return c >= 'A' && c <= 'Z' ? c - 'A' + 1 : c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
}

bool area_read_cell(const char **at, const char *end, int *row, int *column) {
    const char *s = *at, *start = s;
    *row = *column = 0;
    s += s < end && *s == '$';
    for (int value; s < end && (value = letter_value(*s)) > 0 && *column <= COLUMNS_MAX; s++)
        *column = *column * 26 + value;
    s += *column > 0 && s < end && *s == '$';
    for (; s < end && *s >= '0' && *s <= '9' && *row <= ROWS_MAX; s++)
        *row = *row * 10 + (*s - '0');
    *at = s;
    return s > start && (*row > 0 || *column > 0) && *row <= ROWS_MAX && *column <= COLUMNS_MAX;
}

static void swap_if_later(int *first, int *last) {
    int held = *first;
    if (held <= *last)
        return;
    *first = *last;
    *last = held;
}

bool area_read(const char *text, struct sheet_area *area) {
    const char *at = text, *end = text + strlen(text);
    if (!area_read_cell(&at, end, &area->first_row, &area->first_column))
        return false;
    area->last_row = area->first_row;
    area->last_column = area->first_column;
    if (at == end)
        return area->first_row > 0 && area->first_column > 0;
    if (*at++ != ':' || !area_read_cell(&at, end, &area->last_row, &area->last_column) || at < end)
        return false;
    bool alike = (area->first_row > 0) == (area->last_row > 0) && (area->first_column > 0) == (area->last_column > 0);
    swap_if_later(&area->first_row, &area->last_row);
    swap_if_later(&area->first_column, &area->last_column);
    return alike;
}

const char *area_unquote(struct arena *arena, const char *text, const char **end) {
    char *name = arena_alloc(arena, strlen(text) + 1), *to = name;
    for (text++; *text != '\0' && (*text != '\'' || text[1] == '\''); text++) {
        *to++ = *text;
        text += *text == '\'';
    }
    *end = text + (*text != '\0');
    return name;
}

const char *area_split_sheet(struct arena *arena, const char *text, const char **sheet) {
    const char *end;
    *sheet = NULL;
    if (*text == '\'') {
        *sheet = area_unquote(arena, text, &end);
        return *end == '!' ? end + 1 : text;
    }
    end = strchr(text, '!');
    if (end == NULL)
        return text;
    *sheet = arena_strndup(arena, text, (size_t)(end - text));
    return end + 1;
}
