#include "value_words_read.h"

#include <string.h>

static bool is_known(const char *const *known, size_t count, const char *value) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(known[i], value) == 0)
            return true;
    return false;
}

static const char *list_of(struct arena *arena, const char *const *known, size_t count) {
    const char *list = "";
    for (size_t i = 0; i < count; i++)
        list = arena_printf(arena, "%s%s%s", list, i == 0 ? "" : ", ", known[i]);
    return list;
}

void value_words_read(struct layout_reader *reader, const struct xml_element *element, const char *const *known,
                      size_t count, struct value_words *words) {
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        const char *is = xml_value(child, "is"), *as = xml_value(child, "as");
        if (strcmp(child->name, "value") != 0 || is == NULL || as == NULL)
            continue;
        if (!is_known(known, count, is))
            diag_error(reader->diag, xml_pos(child, "is"), "nothing is \"%s\" here; there is: %s", is,
                       list_of(reader->arena, known, count));
        arena_append(reader->arena, words->items, words->count, words->capacity) = (struct value_word){is, as};
    }
}
