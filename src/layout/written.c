#include "written.h"

#include "vocabulary.h"

static void add(struct layout_reader *reader, const char *words, struct source_pos pos) {
    struct layout *layout = reader->layout;
    arena_append(reader->arena, layout->written, layout->written_count, layout->written_capacity) =
        (struct written){words, pos};
}

void written_add_attributes(struct layout_reader *reader, const struct xml_element *element) {
    const struct element_rule *rule = vocabulary_element(SCHEMA_LAYOUT, element->name);
    for (size_t i = 0; rule != NULL && i < element->attribute_count; i++) {
        const struct xml_attribute *attribute = &element->attributes[i];
        const struct attribute_rule *known = vocabulary_attribute(rule, attribute->name);
        if (known != NULL && known->kind == VALUE_TEXT)
            add(reader, attribute->value, attribute->pos);
    }
}

/* Elements lie at most 64 deep. */
void written_add_element(struct layout_reader *reader, const struct xml_element *element) {
    written_add_attributes(reader, element);
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        written_add_element(reader, child);
}

static void add_run(void *reader, const struct rich_run *run, struct source_pos pos) {
    add(reader, run->string, pos);
}

void written_add_rich(struct layout_reader *reader, const struct rich_text *rich) {
    rich_each_run(rich, add_run, reader);
}

void written_add_series(struct layout_reader *reader, const struct series *series) {
    if (series->title != NULL)
        add(reader, series->title, series->pos);
}

void written_add_indicator(struct layout_reader *reader, const struct indicator *indicator) {
    struct layout *layout = reader->layout;
    for (size_t i = 0; i < layout->shown_count; i++)
        if (layout->shown[i] == indicator)
            return;
    arena_append(reader->arena, layout->shown, layout->shown_count, layout->shown_capacity) = indicator;
}
