#include "organisations_read.h"

#include <string.h>

#include "raw_row.h"
#include "source.h"
#include "text.h"

enum { ORGANISATIONS_MAX = 10000 };

/* A list while it is read. */
struct list_reading {
    struct arena *arena;
    struct diag *diag;
    const struct table *table;
    struct organisations *list;
    int code, name; /* columns */
};

/* Without blanks at its ends, in one line: a break of lines and the blanks about it are a blank. */
static const char *text_at(const struct list_reading *reading, const struct table_row *row, int column) {
    static const char breaks[] = "\t\r\n", blanks[] = " \t\r\n";
    const char *text = row->cells[column].text;
    struct raw_cell cell = raw_trim((struct raw_cell){.text = text, .length = strlen(text)});
    if (text[cell.length] == '\0' && cell.text == text && strpbrk(text, breaks) == NULL)
        return text;
    char *line = arena_strndup(reading->arena, cell.text, cell.length), *end = line;
    for (const char *s = line; *s != '\0';) {
        size_t blank = strspn(s, blanks);
        if (strcspn(s, breaks) < blank) {
            *end++ = ' ';
            s += blank;
        } else {
            *end++ = *s++;
        }
    }
    *end = '\0';
    return line;
}

static bool report_blank(const struct list_reading *reading, const struct table_row *row, int column) {
    diag_error(reading->diag, table_pos(reading->table, row, (size_t)column),
               "the organisation has no %s; expected one in the column \"%s\"",
               column == reading->code ? "code" : "name", reading->table->header[column].text);
    return false;
}

static bool report_twice(const struct list_reading *reading, const struct table_row *row,
                         const struct organisation *other) {
    diag_error(reading->diag, table_pos(reading->table, row, (size_t)reading->code),
               "the code \"%s\" is in line %d already; each organisation has its own", other->code, other->pos.line);
    return false;
}

/* False, reported, where the row is of none. */
static bool read_row(const struct list_reading *reading, const struct table_row *row) {
    struct organisations *list = reading->list;
    const char **texts = arena_new_array(reading->arena, list->column_count, const char *);
    for (size_t i = 0; i < list->column_count; i++)
        texts[i] = text_at(reading, row, (int)i);
    const struct organisation *other = organisations_find(list, texts[reading->code]);
    if (texts[reading->code][0] == '\0' || texts[reading->name][0] == '\0')
        return report_blank(reading, row, texts[reading->code][0] == '\0' ? reading->code : reading->name);
    if (other != NULL)
        return report_twice(reading, row, other);
    struct organisation *organisation = &list->items[list->count++];
    *organisation = (struct organisation){.code = texts[reading->code],
                                          .name = texts[reading->name],
                                          .list = list,
                                          .texts = texts,
                                          .pos = table_pos(reading->table, row, (size_t)reading->code)};
    index_add(reading->arena, &list->by_code, organisation->code, organisation);
    return true;
}

static void read_columns(const struct list_reading *reading) {
    const struct table *table = reading->table;
    const char **columns = arena_new_array(reading->arena, table->column_count, const char *);
    for (size_t i = 0; i < table->column_count; i++)
        columns[i] = table->header[i].text;
    reading->list->columns = columns;
    reading->list->column_count = table->column_count;
}

static bool read_rows(const struct list_reading *reading) {
    const struct table *table = reading->table;
    size_t wrong = 0;
    if (table->row_count > ORGANISATIONS_MAX)
        diag_error(reading->diag, reading->list->pos, "\"%s\" has %zu rows; at most %d organisations are read",
                   table->path, table->row_count, ORGANISATIONS_MAX);
    if (table->row_count == 0)
        diag_error(reading->diag, reading->list->pos, "\"%s\" has no row; expected an organisation in each",
                   table->path);
    if (table->row_count == 0 || table->row_count > ORGANISATIONS_MAX)
        return false;
    reading->list->items = arena_new_array(reading->arena, table->row_count, struct organisation);
    for (size_t i = 0; i < table->row_count; i++)
        wrong += !read_row(reading, &table->rows[i]);
    return wrong == 0;
}

const struct organisations *organisations_read(struct arena *arena, const struct organisations_request *request,
                                               struct diag *diag) {
    struct list_reading reading = {arena, diag, source_read(arena, &request->table, diag), NULL, -1, -1};
    if (reading.table == NULL)
        return NULL;
    reading.list = arena_new(arena, struct organisations);
    reading.list->path = reading.table->path;
    reading.list->pos = request->table.from;
    reading.list->one = request->one;
    reading.list->many = request->many;
    reading.code = table_column_for(reading.table, request->code.text, request->code.pos, diag);
    reading.name = table_column_for(reading.table, request->name.text, request->name.pos, diag);
    if (reading.code < 0 || reading.name < 0)
        return NULL;
    read_columns(&reading);
    return read_rows(&reading) ? reading.list : NULL;
}

/* The code that is nearly the one asked for, or that of the name that is; NULL where neither is near. */
static const char *nearest_code(const struct organisations *organisations, const char *asked, struct arena *arena) {
    const char **texts = arena_new_array(arena, organisations->count, const char *);
    for (size_t i = 0; i < organisations->count; i++)
        texts[i] = organisations->items[i].code;
    const char *nearest = text_nearest(asked, texts, organisations->count);
    if (nearest != NULL)
        return nearest;
    for (size_t i = 0; i < organisations->count; i++)
        texts[i] = organisations->items[i].name;
    nearest = text_nearest(asked, texts, organisations->count);
    for (size_t i = 0; nearest != NULL && i < organisations->count; i++)
        if (texts[i] == nearest)
            return organisations->items[i].code;
    return NULL;
}

const struct organisation *organisations_need(const struct organisations *organisations, const char *code,
                                              struct source_pos pos, struct diag *diag) {
    const struct organisation *found = organisations_find(organisations, code);
    if (found != NULL)
        return found;
    const char *nearest = nearest_code(organisations, code, diag->arena);
    const struct organisation *meant = nearest == NULL ? NULL : organisations_find(organisations, nearest);
    if (meant != NULL)
        diag_error(diag, pos, "no organisation of \"%s\" has the code \"%s\"; did you mean \"%s\", %s?",
                   organisations->path, code, meant->code, meant->name);
    else
        diag_error(diag, pos, "no organisation of \"%s\" has the code \"%s\"; expected one of its %zu, such as \"%s\"",
                   organisations->path, code, organisations->count, organisations->items[0].code);
    return NULL;
}
