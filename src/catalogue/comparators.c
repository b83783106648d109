#include <string.h>

#include "catalogue_reader.h"

enum { USUAL_LEAST = 3 };

static const char *columns_of(struct catalogue_reader *reader) {
    const struct organisations *organisations = reader->catalogue->organisations;
    const char *list = "";
    for (size_t i = 0; i < organisations->column_count; i++)
        list = arena_printf(reader->arena, "%s, %s", list, organisations->columns[i]);
    return list;
}

/* From whose figures: all, others, or a column. False, reported, where there is no such column. */
static bool read_group(struct catalogue_reader *reader, const struct xml_element *element,
                       struct comparator *comparator) {
    const char *of = xml_value(element, "of");
    if (of == NULL) {
        diag_error(
            reader->diag, element->pos,
            "\"%s\" is computed and does not say of whom; write of=\"all\", of=\"others\", or of=\"COLUMN\" of %s",
            comparator->id, reader->catalogue->organisations->path);
        return false;
    }
    bool all = strcmp(of, "all") == 0, named = all || strcmp(of, "others") == 0;
    comparator->with_own = all;
    comparator->group = (struct peer_group){.by = named ? PEERS_ALL : PEERS_SAME};
    if (named)
        return true;
    comparator->group.column = organisations_column(reader->catalogue->organisations, of);
    if (xml_yes(element, "codes", false))
        comparator->group.by = PEERS_LISTED;
    if (comparator->group.column != ORGANISATIONS_NONE)
        return true;
    diag_error(reader->diag, xml_pos(element, "of"), "%s has no column \"%s\"; expected one of all, others%s",
               reader->catalogue->organisations->path, of, columns_of(reader));
    return false;
}

/* Of one whose figures are in the catalogue. */
static void refuse(struct catalogue_reader *reader, const struct xml_element *element) {
    static const char *const of_computed[] = {"of", "codes", "min-members"};
    for (size_t i = 0; i < sizeof of_computed / sizeof *of_computed; i++)
        if (xml_value(element, of_computed[i]) != NULL)
            diag_error(reader->diag, xml_pos(element, of_computed[i]), "%s has no effect without computed",
                       of_computed[i]);
}

static bool names_organisations(const struct catalogue_reader *reader) {
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "organisations") == 0)
            return true;
    return false;
}

static bool read_computed(struct catalogue_reader *reader, const struct xml_element *element,
                          struct comparator *comparator) {
    comparator->computed =
        (enum computed)(1 + xml_word(element, "computed", computed_words + 1, COMPUTED_COUNT - 1, COMPUTED_NOT - 1));
    if (comparator->computed == COMPUTED_NOT) {
        refuse(reader, element);
        return true;
    }
    comparator->least = (size_t)xml_whole(element, "min-members", USUAL_LEAST);
    if (comparator->own)
        diag_error(reader->diag, xml_pos(element, "own"), "the place itself is not computed from others; keep one");
    if (reader->catalogue->organisations == NULL && names_organisations(reader))
        return true; /* their file was reported */
    if (reader->catalogue->organisations == NULL) {
        diag_error(reader->diag, xml_pos(element, "computed"),
                   "\"%s\" is computed, and the catalogue has no <organisations> to compute it from", comparator->id);
        return false;
    }
    return read_group(reader, element, comparator);
}

void comparator_read(struct catalogue_reader *reader, const struct xml_element *element) {
    struct catalogue *catalogue = reader->catalogue;
    const char *id = xml_value_or(element, "id", ""), *title = xml_value_or(element, "title", id);
    const struct comparator *other = catalogue_comparator(catalogue, id);
    if (other != NULL) {
        diag_error(reader->diag, element->pos, "the comparator \"%s\" is in line %d already", id, other->pos.line);
        return;
    }
    struct comparator comparator = {.id = id,
                                    .title = title,
                                    .short_title = xml_value_or(element, "short-title", title),
                                    .own = xml_yes(element, "own", false),
                                    .pos = element->pos};
    if (!read_computed(reader, element, &comparator))
        return;
    if (comparator.computed != COMPUTED_NOT)
        comparator.place = catalogue->computed_count++;
    arena_append(reader->arena, catalogue->comparators, catalogue->comparator_count, catalogue->comparator_capacity) =
        comparator;
}
