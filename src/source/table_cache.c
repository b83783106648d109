#include "table_cache.h"

#include <string.h>

#include "index.h"
#include "inputs.h"
#include "raw_row.h"
#include "source.h"
#include "where.h"

struct table_cache {
    struct arena *arena;
    struct index tables; /* struct kept by key */
};

/* Rows with the same text in a column. */
struct group {
    size_t *rows;
    size_t count, capacity;
};

/* The groups of a table by one of its columns. */
struct grouping {
    size_t column;
    struct index groups; /* struct group by text */
    struct grouping *next;
};

/* What is kept of a file. */
struct kept {
    const struct table *table; /* NULL where it cannot be shared */
    struct diag diag;          /* what was told while it was read */
    struct grouping *groupings;
};

struct table_cache *table_cache_create(struct arena *arena) {
    struct table_cache *cache = arena_new(arena, struct table_cache);
    cache->arena = arena;
    return cache;
}

/* True where the rows that are kept hang on whose pack it is. */
static bool names_words(const struct table_request *request) {
    return request->where.text != NULL && strchr(request->where.text, '{') != NULL;
}

/* All that decides which table is kept. */
static const char *key_of(struct arena *arena, const struct table_request *request) {
    const char *where = names_words(request) ? "{" : request->where.text != NULL ? request->where.text : "";
    return arena_printf(arena, "%s\n%s\n%d%s", request->path, request->asked, (int)request->needed, where);
}

/* Texts of the request that the table and what is told of it point at. */
static struct request_text lasting(struct arena *arena, struct request_text text) {
    text.text = arena_strdup(arena, text.text);
    text.pos.file = arena_strdup(arena, text.pos.file);
    return text;
}

/* The table of all rows, or of those that all packs take. */
static struct kept *read_whole(struct table_cache *cache, const struct table_request *request) {
    struct kept *kept = arena_new(cache->arena, struct kept);
    struct table_request whole = *request;
    whole.cache = NULL;
    whole.path = arena_strdup(cache->arena, request->path);
    whole.from.file = arena_strdup(cache->arena, request->from.file);
    whole.until = lasting(cache->arena, request->until);
    whole.where = lasting(cache->arena, request->where);
    if (names_words(request)) {
        whole.where.text = NULL;
        whole.sets_aside = true;
    }
    diag_init(&kept->diag, cache->arena);
    kept->diag.verbose = true;
    kept->table = source_read(cache->arena, &whole, &kept->diag);
    if (diag_failed(&kept->diag))
        kept->table = NULL;
    return kept;
}

/* A cell as a row that streams by has it. */
static struct raw_cell raw_of(const struct table_cell *cell) {
    return (struct raw_cell){.text = cell->text, .length = strlen(cell->text), .line = cell->line};
}

static void add_to_group(struct arena *arena, struct index *groups, const struct table_cell *cell, size_t row) {
    struct raw_cell trimmed = raw_trim(raw_of(cell));
    const char *text =
        trimmed.text[trimmed.length] == '\0' ? trimmed.text : arena_strndup(arena, trimmed.text, trimmed.length);
    struct group *group = index_find(groups, text);
    if (group == NULL) {
        group = arena_new(arena, struct group);
        index_add(arena, groups, text, group);
    }
    arena_append(arena, group->rows, group->count, group->capacity) = row;
}

static const struct grouping *group_by(struct table_cache *cache, struct kept *kept, size_t column) {
    struct grouping *grouping = kept->groupings;
    while (grouping != NULL && grouping->column != column)
        grouping = grouping->next;
    if (grouping != NULL)
        return grouping;
    grouping = arena_new(cache->arena, struct grouping);
    *grouping = (struct grouping){.column = column, .next = kept->groupings};
    kept->groupings = grouping;
    for (size_t i = 0; i < kept->table->row_count; i++)
        add_to_group(cache->arena, &grouping->groups, &kept->table->rows[i].cells[column], i);
    return grouping;
}

/* One request for the rows of a table that is kept. */
struct picking {
    const struct table *from;
    struct table *to;
    struct where *where;
    struct raw_row row; /* room for one */
};

static const struct raw_row *row_at(const struct picking *picking, size_t number) {
    for (size_t i = 0; i < picking->row.count; i++)
        picking->row.cells[i] = raw_of(&picking->from->rows[number].cells[i]);
    return &picking->row;
}

/* The rows of a group, or all of them, that the conditions keep. */
static void pick(struct arena *arena, struct picking *picking, const size_t *rows, size_t count) {
    struct table *to = picking->to;
    to->rows = arena_new_array(arena, count + 1, struct table_row);
    to->row_count = 0;
    to->row_capacity = count + 1;
    for (size_t i = 0; i < count; i++) {
        size_t number = rows != NULL ? rows[i] : i;
        if (where_fits(picking->where, row_at(picking, number)))
            to->rows[to->row_count++] = picking->from->rows[number];
    }
}

static void pick_rows(struct arena *arena, const struct table_request *request, struct kept *kept,
                      struct picking *picking) {
    static const struct group none = {0};
    size_t column;
    const char *text;
    if (!where_narrows(picking->where, &column, &text)) {
        pick(arena, picking, NULL, picking->from->row_count);
        return;
    }
    const struct group *group = index_find(&group_by(request->cache, kept, column)->groups, text);
    group = group != NULL ? group : &none;
    pick(arena, picking, group->rows, group->count);
}

static bool wants_wrong_row(const struct picking *picking) {
    for (size_t i = 0; i < picking->from->wrong_count; i++)
        if (where_fits(picking->where, picking->from->wrong[i]))
            return true;
    return false;
}

/* Tells what the rows have, in the order of the file, that are none of those which are asked for. */
static void report_none(const struct picking *picking, const struct table_request *request, struct diag *diag) {
    const struct table *from = picking->from;
    size_t wrong = 0;
    for (size_t i = 0; i <= from->row_count; i++) {
        for (; wrong < from->wrong_count && (i == from->row_count || from->wrong[wrong]->line < from->rows[i].line);
             wrong++)
            where_holds(picking->where, from->wrong[wrong]);
        if (i < from->row_count)
            where_holds(picking->where, row_at(picking, i));
    }
    where_report(picking->where, picking->to, request->needed, diag);
}

static struct table *read_anew(struct arena *arena, const struct table_request *request, struct diag *diag) {
    struct table_request anew = *request;
    anew.cache = NULL;
    return source_read(arena, &anew, diag);
}

static void tell_again(const struct diag *told, struct diag *diag) {
    for (size_t i = 0; i < told->count; i++)
        if (told->messages[i].level == DIAG_NOTE)
            diag_note(diag, told->messages[i].pos, "%s", told->messages[i].text);
        else
            diag_warning(diag, told->messages[i].pos, "%s", told->messages[i].text);
}

/* A table of one's own over cells that are shared. */
static struct table *copy_of(struct arena *arena, const struct table *from) {
    struct table *copy = arena_new(arena, struct table);
    *copy = *from;
    copy->header = arena_new_array(arena, from->column_count, struct table_heading);
    memcpy(copy->header, from->header, from->column_count * sizeof *copy->header);
    return copy;
}

static void copy_rows(struct arena *arena, struct table *copy) {
    const struct table_row *rows = copy->rows;
    copy->rows = arena_new_array(arena, copy->row_count + 1, struct table_row);
    memcpy(copy->rows, rows, copy->row_count * sizeof *rows);
}

static struct kept *find(struct table_cache *cache, const struct table_request *request) {
    const char *key = key_of(cache->arena, request);
    struct kept *kept = index_find(&cache->tables, key);
    if (kept != NULL)
        return kept;
    kept = read_whole(cache, request);
    index_add(cache->arena, &cache->tables, key, kept);
    return kept;
}

/* The rows of one organisation; NULL, reported, where the conditions are none. */
static struct table *take_own(struct arena *arena, const struct table_request *request, struct kept *kept,
                              struct diag *diag) {
    struct picking picking = {.from = kept->table, .to = copy_of(arena, kept->table)};
    picking.row = (struct raw_row){.count = kept->table->column_count, .semicolons = kept->table->semicolons};
    picking.row.cells = arena_new_array(arena, picking.row.count, struct raw_cell);
    picking.where = where_parse(arena, request, diag);
    if (picking.where == NULL || !where_bind(picking.where, picking.to, diag))
        return NULL;
    pick_rows(arena, request, kept, &picking);
    if (wants_wrong_row(&picking))
        return read_anew(arena, request, diag);
    if (picking.to->row_count == 0 && picking.from->row_count + picking.from->wrong_count > 0)
        report_none(&picking, request, diag);
    tell_again(&kept->diag, diag);
    return picking.to;
}

struct table *table_cache_read(struct arena *arena, const struct table_request *request, struct diag *diag) {
    if (request->odbc)
        inputs_add_unsure(request->path);
    else
        inputs_add(request->path);
    struct kept *kept = find(request->cache, request);
    if (kept->table == NULL)
        return read_anew(arena, request, diag);
    if (names_words(request))
        return take_own(arena, request, kept, diag);
    tell_again(&kept->diag, diag);
    struct table *copy = copy_of(arena, kept->table);
    copy_rows(arena, copy);
    return copy;
}
