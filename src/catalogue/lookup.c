#include "lookup.h"

#include "source.h"
#include "text.h"

/* Ends every look-up that found nothing; names are those that would have been right. */
static void report_unknown(const struct catalogue_reader *reader, const char *what, const char *id,
                           const char *const *names, size_t count, struct source_pos pos) {
    const char *nearest = text_nearest(id, names, count);
    if (nearest != NULL)
        diag_error(reader->diag, pos, "unknown %s \"%s\"; did you mean \"%s\"?", what, id, nearest);
    else
        diag_error(reader->diag, pos, "unknown %s \"%s\"", what, id);
}

struct series *lookup_series(const struct catalogue_reader *reader, const char *id, struct source_pos pos) {
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

struct indicator *lookup_indicator(const struct catalogue_reader *reader, const char *id, struct source_pos pos) {
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

struct comparator *lookup_comparator(const struct catalogue_reader *reader, const char *id, struct source_pos pos) {
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

const struct section *lookup_section(const struct catalogue_reader *reader, const char *id, struct source_pos pos) {
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

int lookup_period(const struct catalogue_reader *reader, const struct xml_element *element, const char *name) {
    return xml_period(element, name, reader->catalogue->calendar);
}

const char *lookup_iso(const struct catalogue_reader *reader, int period) {
    return calendar_iso(reader->arena, reader->catalogue->calendar, period);
}

const struct table *lookup_table(struct catalogue_reader *reader, const struct xml_element *element) {
    const char *file = xml_value(element, "file");
    struct source_pos pos = xml_pos(element, "file");
    if (file == NULL)
        return NULL;
    char *path = path_resolve(reader->arena, reader->scope, reader->catalogue->path, file, pos, reader->diag);
    return path == NULL ? NULL : source_read(reader->arena, path, pos, reader->diag);
}

int lookup_column(struct catalogue_reader *reader, const struct table *table, const struct xml_element *element,
                  const char *attribute, const char *usual) {
    const char *heading = xml_value(element, attribute);
    return table_need_column(table, heading == NULL ? usual : heading, reader->diag);
}
