#include "choice.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "area.h"
#include "text.h"

enum { NAMES_SHOWN = 12 };

/* A choice while it is made. */
struct choosing {
    struct workbook *workbook;
    const struct table_request *request;
    struct choice *choice;
};

static const struct sheet_entry *sheet_at(const struct choosing *choosing, size_t sheet) {
    return &choosing->workbook->contents.sheets[sheet];
}

/* `"KPIs", "Notes"`, up to a number of them. */
static const char *list_names(struct arena *arena, const char *const *names, size_t count) {
    const char *list = "";
    for (size_t i = 0; i < count && i < NAMES_SHOWN; i++)
        list = arena_printf(arena, "%s%s\"%s\"", list, i == 0 ? "" : ", ", names[i]);
    return count > NAMES_SHOWN ? arena_printf(arena, "%s and %zu more", list, count - NAMES_SHOWN) : list;
}

/* What there is in place of a name that is none: the nearest, or all. */
static const char *instead(struct arena *arena, const char *name, const char *const *names, size_t count,
                           const char *none) {
    const char *near = text_suggestion(arena, name, names, count);
    if (near[0] != '\0')
        return near;
    return count == 0 ? none : arena_printf(arena, "; what there is: %s", list_names(arena, names, count));
}

static const char **names_of(struct arena *arena, const struct area_entry *entries, size_t count) {
    const char **names = arena_new_array(arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++)
        names[i] = entries[i].name;
    return names;
}

static const char **sheet_names(const struct choosing *choosing) {
    const struct workbook_contents *contents = &choosing->workbook->contents;
    const char **names = arena_new_array(choosing->workbook->arena, contents->sheet_count + 1, const char *);
    for (size_t i = 0; i < contents->sheet_count; i++)
        names[i] = contents->sheets[i].name;
    return names;
}

/* A sheet by its name; else by its number. */
static bool find_sheet(const struct choosing *choosing, const char *name, size_t *sheet) {
    size_t length = strlen(name);
    if (workbook_find_sheet(choosing->workbook, name, sheet))
        return true;
    if (length == 0 || length > 4 || strspn(name, "0123456789") < length)
        return false;
    *sheet = (size_t)atoi(name) - 1;
    return *sheet < choosing->workbook->contents.sheet_count;
}

static bool take_sheet(const struct choosing *choosing, const char *name, struct source_pos pos) {
    struct workbook *workbook = choosing->workbook;
    if (!find_sheet(choosing, name, &choosing->choice->sheet)) {
        diag_error(workbook->diag, pos, "\"%s\" has no sheet \"%s\"%s", workbook->path, name,
                   instead(workbook->arena, name, sheet_names(choosing), workbook->contents.sheet_count, ""));
        return false;
    }
    const struct sheet_entry *sheet = sheet_at(choosing, choosing->choice->sheet);
    if (sheet->other == NULL)
        return true;
    diag_error(workbook->diag, pos, "\"%s\" is %s, which has no cells; name a sheet that has", sheet->name,
               sheet->other);
    return false;
}

/* An entry of that name; of several, that of the sheet that is named. */
static const struct area_entry *find_entry(const struct choosing *choosing, const struct area_entry *entries,
                                           size_t count, const char *name) {
    const struct area_entry *found = NULL;
    size_t sheet;
    const char *named = choosing->request->sheet.text;
    bool known = named != NULL && find_sheet(choosing, named, &sheet);
    for (size_t i = 0; i < count; i++)
        if (strcasecmp(entries[i].name, name) == 0 && (found == NULL || (known && entries[i].sheet == sheet)))
            found = &entries[i];
    return found;
}

static bool take_entry(const struct choosing *choosing, const struct area_entry *entry,
                       const struct request_text *asked) {
    struct workbook *workbook = choosing->workbook;
    const struct request_text *sheet = &choosing->request->sheet;
    size_t named;
    if (entry->problem != NULL) {
        diag_error(workbook->diag, asked->pos, "\"%s\" %s", entry->name, entry->problem);
        return false;
    }
    choosing->choice->sheet = entry->sheet;
    choosing->choice->area = entry->area;
    if (sheet->text == NULL || (find_sheet(choosing, sheet->text, &named) && named == entry->sheet))
        return true;
    diag_error(workbook->diag, sheet->pos, "\"%s\" lies in the sheet \"%s\"; leave sheet=\"%s\" out", entry->name,
               sheet_at(choosing, entry->sheet)->name, sheet->text);
    return false;
}

static bool take_table(const struct choosing *choosing) {
    const struct workbook_contents *contents = &choosing->workbook->contents;
    const struct request_text *asked = &choosing->request->table;
    const struct area_entry *entry = find_entry(choosing, contents->tables, contents->table_count, asked->text);
    struct arena *arena = choosing->workbook->arena;
    if (entry != NULL)
        return take_entry(choosing, entry, asked);
    diag_error(choosing->workbook->diag, asked->pos, "\"%s\" has no table \"%s\"%s", choosing->workbook->path,
               asked->text,
               instead(arena, asked->text, names_of(arena, contents->tables, contents->table_count),
                       contents->table_count, "; it has no tables, but sheets: sheet=\"...\""));
    return false;
}

/* False where the only sheet with a table is not the one; reported. */
static bool take_only_sheet(const struct choosing *choosing,
                            bool (*has_table)(struct workbook *workbook, size_t sheet)) {
    struct workbook *workbook = choosing->workbook;
    const struct workbook_contents *contents = &workbook->contents;
    const char **names = arena_new_array(workbook->arena, contents->sheet_count + 1, const char *);
    size_t count = 0;
    for (size_t i = 0; i < contents->sheet_count; i++)
        if (contents->sheets[i].other == NULL && !contents->sheets[i].hidden)
            names[count++] = contents->sheets[i].name;
    size_t visible = count;
    for (size_t i = count = 0; i < contents->sheet_count; i++) {
        if (contents->sheets[i].other != NULL || contents->sheets[i].hidden)
            continue;
        size_t before = workbook->diag->errors;
        if (visible > 1 && !has_table(workbook, i)) {
            if (workbook->diag->errors > before)
                return false;
            continue;
        }
        names[count++] = contents->sheets[i].name;
        choosing->choice->sheet = i;
    }
    if (count == 1)
        return true;
    if (count == 0)
        diag_error(workbook->diag, choosing->request->from, "no sheet of \"%s\" has a table; sheet=\"...\" names one",
                   workbook->path);
    else
        diag_error(workbook->diag, choosing->request->from,
                   "\"%s\" has tables in more than one sheet; say which: sheet=\"...\", of %s", workbook->path,
                   list_names(workbook->arena, names, count));
    return false;
}

/* A range of cells, with its sheet before it or not, or the name of one. */
static bool take_range(const struct choosing *choosing, bool (*has_table)(struct workbook *workbook, size_t sheet)) {
    struct workbook *workbook = choosing->workbook;
    const struct workbook_contents *contents = &workbook->contents;
    const struct request_text *asked = &choosing->request->range, *named = &choosing->request->sheet;
    const struct area_entry *entry = find_entry(choosing, contents->names, contents->name_count, asked->text);
    const char *sheet, *cells = area_split_sheet(workbook->arena, asked->text, &sheet);
    if (entry != NULL)
        return take_entry(choosing, entry, asked);
    if (!area_read(cells, &choosing->choice->area)) {
        diag_error(workbook->diag, asked->pos,
                   "range=\"%s\" is neither cells, such as B3:H40, nor a name that the workbook gives to a range%s",
                   asked->text,
                   instead(workbook->arena, asked->text,
                           names_of(workbook->arena, contents->names, contents->name_count), contents->name_count, ""));
        return false;
    }
    if (sheet != NULL)
        return take_sheet(choosing, sheet, asked->pos);
    return named->text != NULL ? take_sheet(choosing, named->text, named->pos) : take_only_sheet(choosing, has_table);
}

bool choice_make(struct workbook *workbook, const struct table_request *request,
                 bool (*has_table)(struct workbook *workbook, size_t sheet), struct choice *choice) {
    const struct choosing choosing = {workbook, request, choice};
    *choice = (struct choice){0};
    if (request->table.text != NULL)
        return take_table(&choosing);
    if (request->range.text != NULL)
        return take_range(&choosing, has_table);
    if (request->sheet.text != NULL)
        return take_sheet(&choosing, request->sheet.text, request->sheet.pos);
    return take_only_sheet(&choosing, has_table);
}
