#include "abbreviations_read.h"

#include <string.h>

#include "text.h"

enum { SHORT_MAX = 24, MEANING_MAX = 160 };

/* Line ends and indentation of a file are blanks. */
static const char *in_a_line(struct arena *arena, const char *text) {
    size_t count;
    char **parts = text_split(arena, text, &count);
    const char *line = "";
    for (size_t i = 0; i < count; i++)
        line = arena_printf(arena, "%s%s%s", line, i == 0 ? "" : " ", parts[i]);
    return line;
}

/* False, reported, where it cannot be found in a text, or has no room in a key. */
static bool check(const struct abbreviation *abbreviation, struct diag *diag) {
    if (!abbreviation_is_letter(abbreviation->short_form)) {
        diag_error(diag, abbreviation->pos, "\"%s\" begins with no letter or digit, so that no word is it",
                   abbreviation->short_form);
        return false;
    }
    if (strlen(abbreviation->short_form) > SHORT_MAX || strlen(abbreviation->meaning) > MEANING_MAX) {
        diag_error(diag, abbreviation->pos,
                   "an abbreviation is too long for a key: at most %d characters stand for at most %d", SHORT_MAX,
                   MEANING_MAX);
        return false;
    }
    return true;
}

static void add(struct abbreviations *list, struct abbreviation abbreviation, struct diag *diag) {
    if (!abbreviations_add(list, abbreviation))
        diag_error(diag, abbreviation.pos, "there are more than %d abbreviations", ABBREVIATIONS_MAX);
}

void abbreviations_read(struct arena *arena, const struct xml_element *root, struct abbreviations *list,
                        struct diag *diag) {
    struct abbreviations *own = arena_new(arena, struct abbreviations);
    for (const struct xml_element *child = root->first_child; child != NULL; child = child->next) {
        const char *short_form = xml_value(child, "short");
        if (strcmp(child->name, "abbreviation") != 0 || short_form == NULL)
            continue;
        const struct abbreviation abbreviation = {.short_form = in_a_line(arena, short_form),
                                                  .meaning = in_a_line(arena, child->text),
                                                  .alone = xml_yes(child, "alone", false),
                                                  .pos = child->pos};
        const struct abbreviation *other = abbreviations_named(own, abbreviation.short_form);
        if (other != NULL)
            diag_error(diag, child->pos, "the abbreviation \"%s\" is in line %d already", other->short_form,
                       other->pos.line);
        else if (check(&abbreviation, diag))
            add(own, abbreviation, diag);
    }
    for (size_t i = 0; i < own->count; i++)
        add(list, own->items[i], diag);
}
