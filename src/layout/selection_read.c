#include "selection_read.h"

#include <string.h>

#include "cell.h"
#include "lookup.h"
#include "text.h"

enum { KNOWN_MAX = 256, LISTED_MAX = 8 };

/* Names that were met, each once. */
struct known {
    const char *names[KNOWN_MAX];
    size_t count;
};

static void know(struct known *known, const char *name) {
    for (size_t i = 0; i < known->count; i++)
        if (strcmp(known->names[i], name) == 0)
            return;
    if (known->count < KNOWN_MAX)
        known->names[known->count++] = name;
}

static bool is_known(const struct known *known, const char *name) {
    for (size_t i = 0; i < known->count; i++)
        if (strcmp(known->names[i], name) == 0)
            return true;
    return false;
}

static struct known attribute_names(const struct catalogue *catalogue) {
    struct known known = {.names = {"section"}, .count = 1};
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        for (size_t k = 0; k < catalogue->indicators[i]->attribute_count; k++)
            know(&known, catalogue->indicators[i]->attributes[k].name);
    return known;
}

static struct known values_of(const struct catalogue *catalogue, const char *attribute) {
    struct known known = {.count = 0};
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const char *value = selection_value(catalogue->indicators[i], attribute);
        if (value != NULL)
            know(&known, value);
    }
    return known;
}

/* `; did you mean "x"?`, or what there is. */
static const char *hint(const struct layout_reader *reader, const char *name, const struct known *known) {
    const char *suggestion = text_suggestion(reader->arena, name, known->names, known->count), *list = "";
    if (*suggestion != '\0')
        return suggestion;
    for (size_t i = 0; i < known->count && i < LISTED_MAX; i++)
        list = arena_printf(reader->arena, "%s%s%s", list, i == 0 ? "; there is: " : ", ", known->names[i]);
    return list;
}

bool selection_check_attribute(const struct layout_reader *reader, const char *name, struct source_pos pos) {
    const struct known known = attribute_names(reader->layout->catalogue);
    if (is_known(&known, name))
        return true;
    diag_error(reader->diag, pos, "no indicator has the attribute \"%s\"%s", name, hint(reader, name, &known));
    return false;
}

/* The next part of a list, up to a separator, without the blanks around it; NULL at the end. */
static const char *next_part(struct arena *arena, const char **cursor, char separator) {
    if (*cursor == NULL)
        return NULL;
    const char *start = *cursor, *end = strchr(start, separator);
    *cursor = end == NULL ? NULL : end + 1;
    size_t length = end == NULL ? strlen(start) : (size_t)(end - start);
    return cell_trim(arena, arena_strndup(arena, start, length));
}

static void read_values(struct layout_reader *reader, struct selection_term *term, const char *text) {
    const struct known known = values_of(reader->layout->catalogue, term->attribute);
    for (const char *value; (value = next_part(reader->arena, &text, '|')) != NULL;) {
        if (is_known(&known, value))
            arena_append(reader->arena, term->values, term->value_count, term->value_capacity) = value;
        else
            diag_error(reader->diag, term->pos, "no indicator has %s=%s%s", term->attribute, value,
                       hint(reader, value, &known));
    }
}

static void read_term(struct layout_reader *reader, struct selection *selection, const char *text) {
    const char *equals = strchr(text, '=');
    struct selection_term term = {.pos = selection->pos};
    if (equals == NULL || equals == text) {
        diag_error(reader->diag, selection->pos,
                   "\"%s\" selects nothing; write name=value, several values with | and several terms with ; between",
                   text);
        return;
    }
    term.attribute = cell_trim(reader->arena, arena_strndup(reader->arena, text, (size_t)(equals - text)));
    if (!selection_check_attribute(reader, term.attribute, term.pos))
        return;
    read_values(reader, &term, equals + 1);
    arena_append(reader->arena, selection->terms, selection->term_count, selection->term_capacity) = term;
}

static void read_list(struct layout_reader *reader, struct selection *selection, const char *text) {
    for (const char *id; (id = next_part(reader->arena, &text, ',')) != NULL;) {
        const struct indicator *indicator = lookup_indicator(&reader->names, id, selection->pos);
        if (indicator != NULL)
            arena_append(reader->arena, selection->listed, selection->listed_count, selection->listed_capacity) =
                indicator;
    }
}

bool selection_read(struct layout_reader *reader, const struct xml_element *element, struct selection *selection) {
    const char *select = xml_value(element, "select"), *indicators = xml_value(element, "indicators");
    size_t before = reader->diag->errors;
    *selection = (struct selection){.pos = element->pos};
    if (select != NULL) {
        selection->pos = xml_pos(element, "select");
        for (const char *term; (term = next_part(reader->arena, &select, ';')) != NULL;)
            read_term(reader, selection, term);
    }
    if (indicators != NULL) {
        selection->pos = xml_pos(element, "indicators");
        read_list(reader, selection, indicators);
    }
    if (reader->diag->errors != before)
        return false;
    selection_resolve(reader->arena, selection, reader->layout->catalogue);
    if (selection->count == 0)
        diag_error(reader->diag, selection->pos, "no indicator is selected; take a condition away");
    return selection->count > 0;
}
