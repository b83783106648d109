#include <string.h>

#include "layout_internal.h"
#include "value.h"
#include "vocabulary.h"

enum { SIZE_MIN_PT = 4, SIZE_MAX_PT = 96, LINE_MAX_PT = 12 };

static void read_type(struct layout_reader *reader, struct theme *theme, const struct xml_element *element) {
    int role = xml_word(element, "role", style_words, STYLE_COUNT, -1);
    struct type_size size = {xml_length(element, "size", 0), xml_length(element, "leading", 0)};
    if (role < 0 || xml_value(element, "size") == NULL || xml_value(element, "leading") == NULL)
        return;
    if (size.size_pt < SIZE_MIN_PT || size.size_pt > SIZE_MAX_PT)
        diag_error(reader->diag, xml_pos(element, "size"), "a size lies between %d and %d points", SIZE_MIN_PT,
                   SIZE_MAX_PT);
    else if (size.leading_pt < size.size_pt || size.leading_pt > 3 * size.size_pt)
        diag_error(reader->diag, xml_pos(element, "leading"), "a leading lies between the size and three times it");
    else
        theme->type[role] = size;
}

static void read_colour(struct theme *theme, const struct xml_element *element) {
    int role = xml_word(element, "role", colour_words, COLOUR_COUNT, -1);
    const char *value = xml_value(element, "value");
    if (role >= 0 && value != NULL)
        value_colour(value, &theme->colours[role]);
}

static void read_line(struct layout_reader *reader, struct theme *theme, const struct xml_element *element) {
    int role = xml_word(element, "role", line_words, LINE_COUNT, -1);
    double width = xml_length(element, "width", 0);
    if (role < 0 || xml_value(element, "width") == NULL)
        return;
    if (width <= 0 || width > LINE_MAX_PT)
        diag_error(reader->diag, xml_pos(element, "width"), "a line is wider than 0 and at most %d points",
                   LINE_MAX_PT);
    else
        theme->lines_pt[role] = width;
}

static void check_once(struct layout_reader *reader, const struct xml_element *element) {
    const char *role = xml_value(element, "role");
    for (const struct xml_element *other = element->parent->first_child; role && other != element; other = other->next)
        if (strcmp(other->name, element->name) == 0 && xml_value(other, "role") != NULL &&
            strcmp(xml_value(other, "role"), role) == 0) {
            diag_error(reader->diag, element->pos, "the %s \"%s\" is in line %d already", element->name, role,
                       other->pos.line);
            return;
        }
}

void theme_read(struct layout_reader *reader, struct theme *theme, const char *path, struct source_pos from) {
    const struct xml_element *root = xml_read(reader->arena, path, from, reader->diag);
    if (root == NULL)
        return;
    vocabulary_check(root, SCHEMA_THEME, reader->arena, reader->diag);
    theme->pos = root->pos;
    for (const struct xml_element *child = root->first_child; child != NULL; child = child->next) {
        check_once(reader, child);
        if (strcmp(child->name, "type") == 0)
            read_type(reader, theme, child);
        else if (strcmp(child->name, "colour") == 0)
            read_colour(theme, child);
        else if (strcmp(child->name, "line") == 0)
            read_line(reader, theme, child);
    }
    theme_contrast_check(reader, theme, root);
}
