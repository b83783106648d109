#include "catalogue_read.h"

#include <string.h>

#include "catalogue_internal.h"
#include "text.h"
#include "vocabulary.h"

/* Ends every look-up that found nothing; names are those that would have been right. */
static void report_unknown(const struct catalogue_reader *reader, const char *what, const char *id,
                           const char *const *names, size_t count, struct source_pos pos) {
    const char *nearest = text_nearest(id, names, count);
    if (nearest != NULL)
        diag_error(reader->diag, pos, "unknown %s \"%s\"; did you mean \"%s\"?", what, id, nearest);
    else
        diag_error(reader->diag, pos, "unknown %s \"%s\"", what, id);
}

struct series *reader_series(const struct catalogue_reader *reader, const char *id, struct source_pos pos) {
    const struct catalogue *catalogue = reader->catalogue;
    struct series *series = catalogue_series(catalogue, id);
    if (series != NULL || catalogue->incomplete)
        return series;
    const char **names = arena_new_array(reader->arena, catalogue->series_count + 1, const char *);
    for (size_t i = 0; i < catalogue->series_count; i++)
        names[i] = catalogue->series[i]->id;
    report_unknown(reader, "series", id, names, catalogue->series_count, pos);
    return NULL;
}

struct indicator *reader_indicator(const struct catalogue_reader *reader, const char *id, struct source_pos pos) {
    const struct catalogue *catalogue = reader->catalogue;
    struct indicator *indicator = catalogue_indicator(catalogue, id);
    if (indicator != NULL)
        return indicator;
    const char **names = arena_new_array(reader->arena, catalogue->indicator_count + 1, const char *);
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        names[i] = catalogue->indicators[i]->id;
    report_unknown(reader, "indicator", id, names, catalogue->indicator_count, pos);
    return NULL;
}

struct comparator *reader_comparator(const struct catalogue_reader *reader, const char *id, struct source_pos pos) {
    const struct catalogue *catalogue = reader->catalogue;
    struct comparator *comparator = catalogue_comparator(catalogue, id);
    if (comparator != NULL)
        return comparator;
    const char **names = arena_new_array(reader->arena, catalogue->comparator_count + 1, const char *);
    for (size_t i = 0; i < catalogue->comparator_count; i++)
        names[i] = catalogue->comparators[i].id;
    report_unknown(reader, "comparator", id, names, catalogue->comparator_count, pos);
    return NULL;
}

const struct section *reader_section(const struct catalogue_reader *reader, const char *id, struct source_pos pos) {
    const struct catalogue *catalogue = reader->catalogue;
    const struct section *section = catalogue_section(catalogue, id);
    if (section != NULL)
        return section;
    const char **names = arena_new_array(reader->arena, catalogue->section_count + 1, const char *);
    for (size_t i = 0; i < catalogue->section_count; i++)
        names[i] = catalogue->sections[i]->id;
    report_unknown(reader, "section", id, names, catalogue->section_count, pos);
    return NULL;
}

struct fraction reader_number(const struct xml_element *element, const char *name) {
    struct fraction number = fraction_none();
    const char *value = xml_value(element, name);
    if (value != NULL)
        fraction_parse(value, &number);
    return number;
}

const struct csv *reader_csv(struct catalogue_reader *reader, const struct xml_element *element) {
    const char *file = xml_value(element, "file");
    struct source_pos pos = xml_pos(element, "file");
    if (file == NULL)
        return NULL;
    char *path = path_resolve(reader->arena, reader->scope, reader->catalogue->path, file, pos, reader->diag);
    return path == NULL ? NULL : csv_read(reader->arena, path, pos, reader->diag);
}

int reader_column(struct catalogue_reader *reader, const struct csv *csv, const struct xml_element *element,
                  const char *attribute, const char *usual) {
    const char *heading = xml_value(element, attribute);
    return csv_need_column(csv, heading == NULL ? usual : heading, reader->diag);
}

static const char *value_or(const struct xml_element *element, const char *name, const char *preset) {
    const char *value = xml_value(element, name);
    return value == NULL ? preset : value;
}

static void read_head(struct catalogue_reader *reader, const char *path) {
    const struct xml_element *root = reader->root;
    struct catalogue *catalogue = reader->catalogue;
    catalogue->path = path;
    catalogue->pos = root->pos;
    catalogue->title = value_or(root, "title", "");
    catalogue->organisation = value_or(root, "organisation", "");
    catalogue->place = value_or(root, "place", "");
    catalogue->source = value_or(root, "source", "");
    catalogue->data_as_at = xml_value(root, "data-as-at");
    catalogue->note = xml_value(root, "note");
    catalogue->year_start = xml_whole(root, "financial-year-start", 4);
    if (catalogue->year_start < 1 || catalogue->year_start > 12)
        catalogue->year_start = 4;
}

static void read_section(struct catalogue_reader *reader, const struct xml_element *element) {
    struct catalogue *catalogue = reader->catalogue;
    const char *id = value_or(element, "id", "");
    const struct section *other = catalogue_section(catalogue, id);
    if (other != NULL) {
        diag_error(reader->diag, element->pos, "the section \"%s\" is in line %d already", id, other->pos.line);
        return;
    }
    struct section *section = arena_new(reader->arena, struct section);
    *section = (struct section){id, value_or(element, "title", id), element->pos};
    arena_append(reader->arena, catalogue->sections, catalogue->section_count, catalogue->section_capacity) = section;
}

static void read_comparator(struct catalogue_reader *reader, const struct xml_element *element) {
    struct catalogue *catalogue = reader->catalogue;
    const char *id = value_or(element, "id", ""), *title = value_or(element, "title", id);
    const struct comparator *other = catalogue_comparator(catalogue, id);
    if (other != NULL) {
        diag_error(reader->diag, element->pos, "the comparator \"%s\" is in line %d already", id, other->pos.line);
        return;
    }
    arena_append(reader->arena, catalogue->comparators, catalogue->comparator_count, catalogue->comparator_capacity) =
        (struct comparator){id, title, value_or(element, "short-title", title), xml_yes(element, "own", false),
                            element->pos};
}

static void read_names(struct catalogue_reader *reader) {
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next) {
        if (strcmp(child->name, "section") == 0)
            read_section(reader, child);
        else if (strcmp(child->name, "comparator") == 0)
            read_comparator(reader, child);
    }
}

struct catalogue *catalogue_read(struct arena *arena, const char *path, struct source_pos from,
                                 const struct path_scope *scope, struct diag *diag) {
    const struct xml_element *root = xml_read(arena, path, from, diag);
    if (root == NULL)
        return NULL;
    vocabulary_check(root, SCHEMA_CATALOGUE, arena, diag);
    struct catalogue_reader reader = {
        .arena = arena, .diag = diag, .scope = scope, .root = root, .catalogue = arena_new(arena, struct catalogue)};
    read_head(&reader, path);
    read_names(&reader);
    reader_read_series(&reader);
    reader_read_notes(&reader);
    reader_read_indicators(&reader);
    reader_read_attributes(&reader);
    reader_read_targets(&reader);
    reader_read_benchmarks(&reader);
    reader_read_bands(&reader);
    reader_read_annuals(&reader);
    return reader.catalogue;
}
