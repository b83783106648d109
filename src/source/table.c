#include "table.h"

#include <string.h>

#include "raw_row.h"
#include "table_request.h"
#include "text.h"

enum { HEADINGS_SHOWN = 8, HEADING_SHOWN = 60 };

/* `[F]` or `[6]` as a column counted from 0; -1 for what is no position. */
static long position(const char *reference) {
    size_t length = strlen(reference);
    const char *from = reference + 1, *end = reference + length - 1;
    long column = 0;
    if (length < 3 || length > 8 || *reference != '[' || *end != ']')
        return -1;
    bool digits = *from >= '0' && *from <= '9';
    for (const char *s = from; s < end; s++) {
        int letter = (*s | 0x20) - 'a';
        if (digits ? *s < '0' || *s > '9' : letter < 0 || letter > 25)
            return -1;
        column = digits ? column * 10 + (*s - '0') : column * 26 + letter + 1;
    }
    return column - 1;
}

const char *table_letters(struct arena *arena, size_t column) {
    char letters[COLUMN_LETTERS];
    diag_column_letters(letters, column + 1);
    return arena_strdup(arena, letters);
}

/* column   counts from 1; 0 for none */
static struct source_pos at(const struct table *table, int line, size_t column) {
    return (struct source_pos){.file = table->path, .sheet = table->sheet, .line = line, .column = (int)column};
}

static bool is_called(const struct table_heading *heading, const char *reference, bool by_part) {
    const char *text = by_part ? heading->part : heading->text;
    return text[0] != '\0' && raw_equals((struct raw_cell){.text = text, .length = strlen(text)}, reference);
}

/* The first column of that name, and how many have it. */
static int find(const struct table *table, const char *reference, bool by_part, size_t *count) {
    int found = -1;
    *count = 0;
    for (size_t i = 0; i < table->column_count; i++)
        if (is_called(&table->header[i], reference, by_part) && (*count)++ == 0)
            found = (int)i;
    return found;
}

/* The column, or -1; by_part tells by which names `count` columns are called so. */
static int resolve(const struct table *table, const char *reference, bool *by_part, size_t *count) {
    *by_part = false;
    int column = find(table, reference, false, count);
    if (*count == 0) {
        *by_part = true;
        column = find(table, reference, true, count);
    }
    if (*count > 0)
        return *count == 1 ? column : -1;
    long place = position(reference);
    return place >= 0 && place < (long)table->column_count ? (int)place : -1;
}

int table_column(const struct table *table, const char *reference) {
    bool by_part;
    size_t count;
    return resolve(table, reference, &by_part, &count);
}

/* `2 columns are named "Type 1": B and F`. */
static const char *list_namesakes(struct arena *arena, const struct table *table, const char *reference, bool by_part,
                                  size_t count) {
    const char *list = "", *first = NULL;
    size_t shown = 0;
    for (size_t i = 0; i < table->column_count && shown < HEADINGS_SHOWN; i++) {
        if (!is_called(&table->header[i], reference, by_part))
            continue;
        const char *letters = table_letters(arena, i);
        first = first == NULL ? letters : first;
        list = arena_printf(arena, "%s%s%s", list, shown == 0 ? "" : shown + 1 == count ? " and " : ", ", letters);
        shown++;
    }
    return arena_printf(arena, "%zu columns are named \"%s\": %s%s; say which by its position: [%s]", count, reference,
                        list, shown < count ? " and more" : "", first);
}

/* A heading as messages show it. */
static const char *brief(struct arena *arena, const char *heading) {
    size_t length = strlen(heading), shown = HEADING_SHOWN;
    while (length > shown && ((unsigned char)heading[shown] & 0xC0) == 0x80)
        shown--;
    return length <= shown ? heading : arena_printf(arena, "%.*s...", (int)shown, heading);
}

/* Where the one heading is a whole line whose cells something else parts than what the catalogue says: that. */
static const char *parted_otherwise(struct arena *arena, const char *heading) {
    for (int i = SEPARATOR_COMMA; i < SEPARATOR_COUNT; i++)
        if (strchr(heading, separator_signs[i]) != NULL)
            return arena_printf(arena, "; if its cells are parted by %ss, say separator=\"%s\"", separator_words[i],
                                separator_words[i]);
    return "";
}

/* What there is instead: the nearest heading, else the first of them. */
static const char *list_headings(struct arena *arena, const struct table *table, const char *reference) {
    const char **known = arena_new_array(arena, 2 * table->column_count + 1, const char *), *list = "";
    size_t count = 0, shown = 0, named = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        known[count++] = table->header[i].text[0] == '\0' ? NULL : table->header[i].text;
        known[count++] = table->header[i].part[0] == '\0' ? NULL : table->header[i].part;
    }
    const char *suggestion = text_suggestion(arena, reference, known, count);
    if (suggestion[0] != '\0')
        return suggestion;
    for (size_t i = 0; i < table->column_count; i++) {
        named += table->header[i].text[0] != '\0';
        if (table->header[i].text[0] == '\0' || shown == HEADINGS_SHOWN)
            continue;
        list = arena_printf(arena, "%s%s\"%s\"", list, shown == 0 ? "; what there is: " : ", ",
                            brief(arena, table->header[i].text));
        shown++;
    }
    const char *parted = named == 1 && table->sheet == NULL ? parted_otherwise(arena, table->header[0].text) : "";
    if (parted[0] != '\0')
        return arena_printf(arena, "%s%s", list, parted);
    if (named == 1)
        return arena_printf(arena,
                            "%s; if the headings stand further down, say where: skip=\"...\" or "
                            "from-heading=\"...\"",
                            list);
    return shown < named ? arena_printf(arena, "%s and %zu more", list, named - shown) : list;
}

static void report(const struct table *table, const char *reference, struct source_pos pos, bool elsewhere,
                   struct diag *diag) {
    bool by_part;
    size_t count;
    long place = position(reference);
    resolve(table, reference, &by_part, &count);
    const char *of = !elsewhere ? ""
                     : table->sheet == NULL
                         ? arena_printf(diag->arena, "\"%s\": ", table->path)
                         : arena_printf(diag->arena, "\"%s\", sheet \"%s\": ", table->path, table->sheet);
    if (count > 0)
        diag_error(diag, pos, "%s%s", of, list_namesakes(diag->arena, table, reference, by_part, count));
    else if (place >= 0)
        diag_error(diag, pos, "%s%s is column %ld, and there are %zu", of, reference, place + 1, table->column_count);
    else
        diag_error(diag, pos, "%sno column is named \"%s\"%s", of, reference,
                   list_headings(diag->arena, table, reference));
}

int table_need_column(const struct table *table, const char *reference, struct diag *diag) {
    int column = table_column(table, reference);
    if (column < 0)
        report(table, reference, at(table, table->header[0].line, 0), false, diag);
    return column;
}

int table_column_for(const struct table *table, const char *reference, struct source_pos pos, struct diag *diag) {
    int column = table_column(table, reference);
    if (column < 0)
        report(table, reference, pos, true, diag);
    return column;
}

struct reference_list table_references(const struct table *table, const char *text) {
    return (struct reference_list){.rest = text, .whole = text != NULL && table_column(table, text) >= 0};
}

const char *table_next_reference(struct reference_list *list, struct arena *arena) {
    static const char joint[] = " + ";
    const char *start = list->rest;
    const char *end = start == NULL || list->whole ? NULL : strstr(start, joint);
    list->rest = end == NULL ? NULL : end + strlen(joint);
    return end == NULL ? start : arena_strndup(arena, start, (size_t)(end - start));
}

int *table_columns_for(const struct table *table, const char *references, struct source_pos pos, size_t *count,
                       struct diag *diag) {
    int *columns = NULL;
    size_t capacity = 0;
    bool all = true;
    struct reference_list list = table_references(table, references);
    *count = 0;
    for (const char *name; (name = table_next_reference(&list, diag->arena)) != NULL;) {
        int column = table_column_for(table, name, pos, diag);
        arena_append(diag->arena, columns, *count, capacity) = column;
        all = all && column >= 0;
    }
    return all ? columns : NULL;
}

struct source_pos table_pos(const struct table *table, const struct table_row *row, size_t column) {
    return at(table, row->cells[column].line, column + 1);
}

struct source_pos table_row_pos(const struct table *table, const struct table_row *row) {
    return at(table, row->line, 0);
}

struct source_pos table_heading_pos(const struct table *table, size_t column) {
    return at(table, table->header[column].line, column + 1);
}
