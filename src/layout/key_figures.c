#include "block_parts.h"
#include "block_readers.h"
#include "named.h"
#include "value.h"
#include "vocabulary_words.h"

void key_figures_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct key_figures *key_figures = block->part.key_figures = arena_new(reader->arena, struct key_figures);
    const char *words = xml_value(element, "fields"), *wrong;
    int list[FIELD_COUNT];
    if (words == NULL) /* of twelve months a year has one figure */
        words = reader->layout->catalogue->calendar.grain < GRAIN_YEAR ? "value change_last_year average_12 maximum_12"
                                                                       : "value change_last_year";
    int count = value_words(words, field_words, FIELD_COUNT, list, &wrong);
    for (int i = 0; i < count; i++) {
        enum field field = (enum field)list[i];
        bool compares = (field_table[field].needs & NEEDS_PEERS) != 0;
        named_check_peers(reader, field, xml_pos(element, "fields"));
        if (field_table[field].kind != FIELD_IS_NUMBER && !compares)
            diag_error(reader->diag, xml_pos(element, "fields"),
                       "%s is a word, and key figures are numbers; take it out", field_words[field]);
        arena_append(reader->arena, key_figures->fields, key_figures->field_count, key_figures->field_capacity) = field;
    }
}
