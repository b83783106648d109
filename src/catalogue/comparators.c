#include <string.h>

#include "catalogue_reader.h"
#include "lookup.h"

enum { USUAL_LEAST = 3 };

static const char *columns_of(struct catalogue_reader *reader) {
    const struct organisations *organisations = reader->catalogue->organisations;
    const char *list = "";
    for (size_t i = 0; i < organisations->column_count; i++)
        list = arena_printf(reader->arena, "%s%s%s", list, i == 0 ? "" : ", ", organisations->columns[i]);
    return list;
}

/* A column of the organisations. False, reported, where there is no such column. */
static bool read_column(struct catalogue_reader *reader, const struct xml_element *element, const char *also,
                        struct peer_group *group) {
    const char *of = xml_value(element, "of");
    *group = (struct peer_group){.by = xml_yes(element, "codes", false) ? PEERS_LISTED : PEERS_SAME,
                                 .column = organisations_column(reader->catalogue->organisations, of)};
    if (group->column != ORGANISATIONS_NONE)
        return true;
    diag_error(reader->diag, xml_pos(element, "of"), "%s has no column \"%s\"; expected one of %s%s",
               reader->catalogue->organisations->path, of, also, columns_of(reader));
    return false;
}

/* From whose figures: all, others, or a column. False, reported, where it is none of these. */
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
    comparator->with_own = strcmp(of, "all") == 0;
    comparator->group = (struct peer_group){.by = PEERS_ALL};
    return comparator->with_own || strcmp(of, "others") == 0 ||
           read_column(reader, element, "all, others, ", &comparator->group);
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
        (enum computed)(1 + xml_word(element, "computed", computed_words + 1, COMPUTED_SERIES - 1, COMPUTED_NOT - 1));
    comparator->series = xml_value(element, "series");
    if (comparator->series != NULL && comparator->computed != COMPUTED_NOT)
        diag_error(reader->diag, xml_pos(element, "series"),
                   "computed and series both say where its figures come from; "
                   "keep one");
    else if (comparator->series != NULL)
        comparator->computed = COMPUTED_SERIES;
    if (comparator->computed == COMPUTED_NOT || comparator->computed == COMPUTED_SERIES) {
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
                                    .spoken = xml_value_or(element, "spoken", title),
                                    .own = xml_yes(element, "own", false),
                                    .pos = element->pos};
    if (!read_computed(reader, element, &comparator))
        return;
    if (comparator.computed != COMPUTED_NOT)
        comparator.place = catalogue->computed_count++;
    arena_append(reader->arena, catalogue->comparators, catalogue->comparator_count, catalogue->comparator_capacity) =
        comparator;
}

void comparators_abbreviate(struct catalogue *catalogue) {
    for (size_t i = 0; i < catalogue->comparator_count; i++) {
        const struct comparator *comparator = &catalogue->comparators[i];
        abbreviations_add_word(&catalogue->abbreviations, comparator->short_title, comparator->title, comparator->pos);
    }
}

static void read_among(struct catalogue_reader *reader, struct indicator *indicator,
                       const struct xml_element *element) {
    const char *name = xml_value(element, "comparator");
    struct source_pos pos = xml_pos(element, "comparator");
    const struct comparator *comparator = name == NULL ? NULL : lookup_comparator(reader, name, pos);
    struct peer_group group;
    if (comparator == NULL || xml_value(element, "of") == NULL || reader->catalogue->organisations == NULL)
        return;
    if (comparator->computed == COMPUTED_NOT || comparator->group.by == PEERS_ALL) {
        diag_error(reader->diag, pos, "\"%s\" is not computed from a group, which <among> could change", name);
        return;
    }
    if (indicator_group(indicator, comparator).column != comparator->group.column) {
        diag_error(reader->diag, pos, "%s says twice with whom it is compared in \"%s\"", indicator->id, name);
        return;
    }
    if (read_column(reader, element, "", &group))
        arena_append(reader->arena, indicator->groups, indicator->group_count, indicator->group_capacity) =
            (struct indicator_group){comparator->place, group};
}

void comparator_groups_read(struct catalogue_reader *reader, struct indicator *indicator,
                            const struct xml_element *element) {
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "among") == 0)
            read_among(reader, indicator, child);
}
