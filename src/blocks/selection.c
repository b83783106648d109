#include "selection.h"

#include <string.h>

#include "text.h"

static bool is_section(const char *attribute) {
    return strcmp(attribute, "section") == 0;
}

const char *selection_value(const struct indicator *indicator, const char *attribute) {
    if (!is_section(attribute))
        return indicator_attribute(indicator, attribute);
    return indicator->section == NULL ? NULL : indicator->section->id;
}

const char *selection_group(const struct indicator *indicator, const char *attribute) {
    if (!is_section(attribute))
        return indicator_attribute(indicator, attribute);
    return indicator->section == NULL ? NULL : indicator->section->title;
}

const char *value_words_of(const struct value_words *words, const char *value) {
    for (size_t i = 0; i < words->count; i++)
        if (text_equal(words->items[i].is, value))
            return words->items[i].as;
    return value;
}

static bool term_holds(const struct selection_term *term, const struct indicator *indicator) {
    const char *value = selection_value(indicator, term->attribute);
    for (size_t i = 0; value != NULL && i < term->value_count; i++)
        if (strcmp(value, term->values[i]) == 0)
            return true;
    return false;
}

static bool is_selected(const struct selection *selection, const struct indicator *indicator) {
    bool listed = selection->listed_count == 0;
    for (size_t i = 0; i < selection->listed_count; i++)
        listed |= selection->listed[i] == indicator;
    for (size_t i = 0; i < selection->term_count; i++)
        if (!term_holds(&selection->terms[i], indicator))
            return false;
    return listed;
}

static void add(struct arena *arena, struct selection *selection, const struct indicator *indicator) {
    arena_append(arena, selection->indicators, selection->count, selection->capacity) = indicator;
}

void selection_resolve(struct arena *arena, struct selection *selection, const struct catalogue *catalogue) {
    selection->count = 0;
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (is_selected(selection, catalogue->indicators[i]))
            add(arena, selection, catalogue->indicators[i]);
}

/* The members of a group that start at `from`, which is its first. */
static void add_group(struct arena *arena, struct selection *selection, const struct selection *from, size_t first,
                      const char *attribute) {
    const char *group = selection_group(from->indicators[first], attribute);
    for (size_t i = first; i < from->count; i++)
        if (text_equal(selection_group(from->indicators[i], attribute), group))
            add(arena, selection, from->indicators[i]);
}

static bool is_first(const struct selection *from, size_t index, const char *attribute) {
    const char *group = selection_group(from->indicators[index], attribute);
    for (size_t i = 0; i < index; i++)
        if (text_equal(selection_group(from->indicators[i], attribute), group))
            return false;
    return true;
}

void selection_gather(struct arena *arena, struct selection *selection, const char *attribute) {
    const struct selection from = *selection;
    selection->indicators = NULL;
    selection->count = selection->capacity = 0;
    for (int in_none = 0; in_none < 2; in_none++)
        for (size_t i = 0; i < from.count; i++) {
            bool none = selection_group(from.indicators[i], attribute) == NULL;
            if (none == (in_none == 1) && is_first(&from, i, attribute))
                add_group(arena, selection, &from, i, attribute);
        }
}
