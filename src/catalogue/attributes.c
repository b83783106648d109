#include <string.h>

#include "catalogue_reader.h"
#include "cell.h"
#include "lookup.h"
#include "text.h"

void attributes_add(struct catalogue_reader *reader, struct indicator *indicator, struct attribute attribute) {
    if (indicator_attribute(indicator, attribute.name) != NULL)
        diag_error(reader->diag, attribute.pos, "%s has an attribute \"%s\" already", indicator->id, attribute.name);
    else
        arena_append(reader->arena, indicator->attributes, indicator->attribute_count, indicator->attribute_capacity) =
            attribute;
}

static void read_row(struct catalogue_reader *reader, const struct table *table, const struct table_row *row,
                     int id_column, char **names, size_t count) {
    const char *id = cell_trim(reader->arena, row->cells[id_column].text);
    struct indicator *indicator = lookup_indicator(reader, id, table_pos(table, row, (size_t)id_column));
    for (size_t i = 0; indicator != NULL && i < count; i++) {
        int column = table_column(table, names[i]);
        const char *value = cell_trim(reader->arena, row->cells[column].text);
        if (value[0] != '\0')
            attributes_add(reader, indicator,
                           (struct attribute){names[i], value, table_pos(table, row, (size_t)column)});
    }
}

static void read_file(struct catalogue_reader *reader, const struct xml_element *element) {
    const char *columns = xml_value(element, "columns");
    const struct table *table = lookup_table(reader, element);
    if (table == NULL || columns == NULL)
        return;
    size_t count = 0, before = reader->diag->errors;
    char **names = text_split(reader->arena, columns, &count);
    int id = lookup_column(reader, table, element, "id", "indicator");
    for (size_t i = 0; i < count; i++)
        table_need_column(table, names[i], reader->diag);
    if (reader->diag->errors > before)
        return;
    for (size_t i = 0; i < table->row_count && reader->diag->errors - before < READ_ERRORS_MAX; i++)
        read_row(reader, table, &table->rows[i], id, names, count);
}

void attributes_read(struct catalogue_reader *reader) {
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "attributes") == 0)
            read_file(reader, child);
}
