#include <string.h>

#include "text.h"
#include "value.h"
#include "xml.h"

const struct xml_attribute *xml_attribute(const struct xml_element *element, const char *name) {
    for (size_t i = 0; i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) == 0)
            return &element->attributes[i];
    return NULL;
}

const char *xml_value(const struct xml_element *element, const char *name) {
    const struct xml_attribute *attribute = xml_attribute(element, name);
    return attribute == NULL ? NULL : attribute->value;
}

const char *xml_value_or(const struct xml_element *element, const char *name, const char *preset) {
    const char *value = xml_value(element, name);
    return value == NULL ? preset : value;
}

struct source_pos xml_pos(const struct xml_element *element, const char *name) {
    const struct xml_attribute *attribute = xml_attribute(element, name);
    return attribute == NULL ? element->pos : attribute->pos;
}

/* Blanks that every line but the first starts with; the first stands behind a tag. */
static size_t shared_indent(const char *text) {
    size_t indent = SIZE_MAX;
    for (const char *line = strchr(text, '\n'); line != NULL; line = strchr(line, '\n')) {
        line++;
        size_t blanks = strspn(line, " \t");
        if (line[blanks] != '\n' && line[blanks] != '\0' && line[blanks] != '\r' && blanks < indent)
            indent = blanks;
    }
    return indent;
}

char *xml_markdown(struct arena *arena, const struct xml_element *element) {
    const char *text = element->text + strspn(element->text, " \t");
    size_t indent = shared_indent(element->text);
    char *result = arena_alloc(arena, strlen(text) + 1), *out = result;
    while (*text != '\0') {
        char c = *text++;
        *out++ = c;
        size_t blanks = c == '\n' ? strspn(text, " \t") : 0;
        text += blanks < indent ? blanks : indent;
    }
    return result;
}

bool xml_yes(const struct xml_element *element, const char *name, bool preset) {
    const char *value = xml_value(element, name);
    return value == NULL ? preset : strcmp(value, "yes") == 0;
}

int xml_whole(const struct xml_element *element, const char *name, int preset) {
    const char *value = xml_value(element, name);
    int number = preset;
    if (value != NULL)
        value_whole(value, &number);
    return number;
}

struct fraction xml_number(const struct xml_element *element, const char *name) {
    struct fraction number = fraction_none();
    const char *value = xml_value(element, name);
    if (value != NULL)
        fraction_parse(value, &number);
    return number;
}

int xml_word(const struct xml_element *element, const char *name, const char *const *words, int count, int preset) {
    const char *value = xml_value(element, name);
    int word = value == NULL ? -1 : value_word(value, words, count);
    return word < 0 ? preset : word;
}

int xml_period(const struct xml_element *element, const char *name, struct calendar calendar) {
    const char *value = xml_value(element, name);
    return value == NULL ? PERIOD_NONE : calendar_parse(calendar, value);
}

int xml_first(const struct xml_element *element, const char *name, struct calendar calendar) {
    const char *value = xml_value(element, name);
    return value == NULL ? PERIOD_NONE : calendar_parse_first(calendar, value);
}

int xml_last(const struct xml_element *element, const char *name, struct calendar calendar) {
    const char *value = xml_value(element, name);
    return value == NULL ? PERIOD_NONE : calendar_parse_last(calendar, value);
}

double xml_length(const struct xml_element *element, const char *name, double preset) {
    const char *value = xml_value(element, name);
    if (value != NULL)
        value_length(value, &preset);
    return preset;
}
