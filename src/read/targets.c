#include <string.h>

#include "catalogue_internal.h"
#include "cell.h"
#include "csv.h"
#include "stretch.h"

static void add_target(struct catalogue_reader *reader, struct indicator *indicator, struct target target) {
    struct stretch months = {target.from, target.to};
    if (target.from != MONTH_NONE && target.to != MONTH_NONE && target.from > target.to) {
        diag_error(reader->diag, target.pos, "the target starts in %s, after its end",
                   month_iso(reader->arena, target.from));
        return;
    }
    for (size_t i = 0; i < indicator->target_count; i++) {
        const struct target *other = &indicator->targets[i];
        if (!stretch_overlaps(months, (struct stretch){other->from, other->to}))
            continue;
        diag_error(reader->diag, target.pos, "%s: the target (%s) overlaps that of %s, line %d", indicator->id,
                   stretch_words(reader->arena, months), other->pos.file, other->pos.line);
        return;
    }
    arena_append(reader->arena, indicator->targets, indicator->target_count, indicator->target_capacity) = target;
}

static void read_element(struct catalogue_reader *reader, struct indicator *indicator,
                         const struct xml_element *element) {
    struct target target = {xml_month(element, "from"), xml_month(element, "to"), reader_number(element, "value"),
                            element->pos};
    if (fraction_present(target.value))
        add_target(reader, indicator, target);
}

/* An empty month is no limit. False, reported, for a wrong one. */
static bool csv_month(struct catalogue_reader *reader, const struct csv *csv, const struct csv_row *row, int column,
                      int *month) {
    const char *text = cell_trim(reader->arena, row->cells[column].text);
    *month = month_parse(text);
    if (*month != MONTH_NONE || text[0] == '\0')
        return true;
    diag_error(reader->diag, csv_pos(csv, row, (size_t)column), "%s: \"%s\" is not a month; expected such as 2018-07",
               csv->header[column].text, text);
    return false;
}

static void read_row(struct catalogue_reader *reader, const struct csv *csv, const struct csv_row *row,
                     const int columns[4]) {
    const char *id = cell_trim(reader->arena, row->cells[columns[0]].text);
    struct indicator *indicator = reader_indicator(reader, id, csv_pos(csv, row, (size_t)columns[0]));
    struct target target = {.pos = csv_pos(csv, row, (size_t)columns[3])};
    bool from = csv_month(reader, csv, row, columns[1], &target.from);
    bool to = csv_month(reader, csv, row, columns[2], &target.to);
    struct cell cell = cell_read(reader->arena, row->cells[columns[3]].text, "target", true, target.pos, reader->diag);
    target.value = cell.number;
    if (indicator != NULL && from && to && !status_is_absent(cell.status))
        add_target(reader, indicator, target);
}

static void read_file(struct catalogue_reader *reader, const struct xml_element *element) {
    static const char *const names[4] = {"indicator", "from_period", "to_period", "target"};
    const char *file = xml_value(element, "file");
    struct source_pos pos = xml_pos(element, "file");
    if (file == NULL)
        return;
    char *path = path_resolve(reader->arena, reader->scope, reader->catalogue->path, file, pos, reader->diag);
    const struct csv *csv = path == NULL ? NULL : csv_read(reader->arena, path, pos, reader->diag);
    if (csv == NULL)
        return;
    int columns[4];
    bool all = true;
    for (int i = 0; i < 4; i++)
        all = (columns[i] = csv_need_column(csv, names[i], reader->diag)) >= 0 && all;
    size_t before = reader->diag->errors;
    for (size_t i = 0; all && i < csv->row_count && reader->diag->errors - before < READ_ERRORS_MAX; i++)
        read_row(reader, csv, &csv->rows[i], columns);
}

/* Targets inside indicators come first, so that the message about an overlap points at the file. */
void reader_read_targets(struct catalogue_reader *reader) {
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next) {
        const char *id = strcmp(child->name, "indicator") == 0 ? xml_value(child, "id") : NULL;
        struct indicator *indicator = id == NULL ? NULL : catalogue_indicator(reader->catalogue, id);
        for (const struct xml_element *inner = child->first_child; inner != NULL && indicator; inner = inner->next)
            if (strcmp(inner->name, "target") == 0)
                read_element(reader, indicator, inner);
    }
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "targets") == 0)
            read_file(reader, child);
}
