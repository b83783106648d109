#include "block_parts.h"
#include "block_readers.h"
#include "named.h"
#include "text.h"

void key_figures_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct key_figures *key_figures = block->part.key_figures = arena_new(reader->arena, struct key_figures);
    const char *words = xml_value(element, "fields");
    size_t count;
    if (words == NULL) /* of twelve months a year has one figure */
        words = reader->layout->catalogue->calendar.grain < GRAIN_YEAR ? "value change_last_year average_12 maximum_12"
                                                                       : "value change_last_year";
    char **list = text_split(reader->arena, words, &count);
    for (size_t i = 0; i < count; i++) {
        struct field_name name;
        if (!named_field_of_period(reader, list[i], xml_pos(element, "fields"), &name))
            continue;
        bool compares = (field_table[name.field].needs & NEEDS_PEERS) != 0;
        if (field_name_kind(name) != FIELD_IS_NUMBER && !compares)
            diag_error(reader->diag, xml_pos(element, "fields"),
                       "%s is a word, and key figures are numbers; take it out", list[i]);
        arena_append(reader->arena, key_figures->fields, key_figures->field_count, key_figures->field_capacity) = name;
    }
}
