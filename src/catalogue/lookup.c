#include "lookup.h"

#include <string.h>
#include <strings.h>

#include "source.h"
#include "text.h"

typedef const char *id_reader(const struct catalogue *catalogue, size_t index);

static const char *series_id(const struct catalogue *catalogue, size_t index) {
    return catalogue->series[index]->id;
}

static const char *indicator_id(const struct catalogue *catalogue, size_t index) {
    return catalogue->indicators[index]->id;
}

static const char *comparator_id(const struct catalogue *catalogue, size_t index) {
    return catalogue->comparators[index].id;
}

static const char *section_id(const struct catalogue *catalogue, size_t index) {
    return catalogue->sections[index]->id;
}

/* Ends every look-up that found nothing; id_at gives the ids of the count things that would have been right. */
static void report_unknown(const struct catalogue_reader *reader, const char *what, const char *id, id_reader *id_at,
                           size_t count, struct source_pos pos) {
    const char **ids = arena_new_array(reader->arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++)
        ids[i] = id_at(reader->catalogue, i);
    diag_error(reader->diag, pos, "unknown %s \"%s\"%s", what, id, text_suggestion(reader->arena, id, ids, count));
}

struct series *lookup_series(const struct catalogue_reader *reader, const char *id, struct source_pos pos) {
    struct series *series = catalogue_series(reader->catalogue, id);
    if (series == NULL && !reader->catalogue->incomplete)
        report_unknown(reader, "series", id, series_id, reader->catalogue->series_count, pos);
    return series;
}

const struct series *lookup_counted(const struct catalogue_reader *reader, const char *name, struct source_pos pos) {
    const struct series *series = catalogue_series(reader->catalogue, name);
    const struct indicator *indicator = series == NULL ? catalogue_indicator(reader->catalogue, name) : NULL;
    if (indicator == NULL)
        return series != NULL ? series : lookup_series(reader, name, pos);
    if (indicator->measure == MEASURE_VALUE)
        return indicator->numerator;
    diag_error(reader->diag, pos, "the indicator \"%s\" is a %s; name the series that are counted", indicator->id,
               measure_words[indicator->measure]);
    return NULL;
}

bool lookup_report_near(const struct catalogue_reader *reader, const char *name, struct source_pos pos) {
    const struct catalogue *catalogue = reader->catalogue;
    size_t count = catalogue->series_count + catalogue->indicator_count;
    const char **ids = arena_new_array(reader->arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++)
        ids[i] = i < catalogue->series_count ? series_id(catalogue, i)
                                             : indicator_id(catalogue, i - catalogue->series_count);
    const char *suggestion = text_suggestion(reader->arena, name, ids, count);
    if (*suggestion != '\0')
        diag_error(reader->diag, pos, "unknown series \"%s\"%s", name, suggestion);
    return *suggestion != '\0';
}

/* `repairs emergencies`: the words before the first blank are an id of their own. */
static bool is_list_of_blanks(const struct catalogue *catalogue, struct arena *arena, const char *name) {
    size_t first = strcspn(name, " ");
    return name[first] != '\0' && catalogue_indicator(catalogue, arena_strndup(arena, name, first)) != NULL;
}

static bool is_called(const struct indicator *indicator, const char *name) {
    const char *names[] = {indicator->title, indicator->short_title, indicator->reference};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (names[i] != NULL && strcasecmp(names[i], name) == 0)
            return true;
    return false;
}

const char *lookup_indicator_meant(const struct catalogue_reader *reader, const char *name) {
    const struct catalogue *catalogue = reader->catalogue;
    if (is_list_of_blanks(catalogue, reader->arena, name))
        return "; write commas between several";
    const char **ids = arena_new_array(reader->arena, catalogue->indicator_count + 1, const char *);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        ids[i] = indicator_id(catalogue, i);
        if (is_called(catalogue->indicators[i], name))
            return arena_printf(reader->arena, "; did you mean \"%s\"?", ids[i]);
    }
    return text_suggestion(reader->arena, name, ids, catalogue->indicator_count);
}

struct indicator *lookup_indicator(const struct catalogue_reader *reader, const char *id, struct source_pos pos) {
    struct indicator *indicator = catalogue_indicator(reader->catalogue, id);
    if (indicator == NULL)
        diag_error(reader->diag, pos, "unknown indicator \"%s\"%s", id, lookup_indicator_meant(reader, id));
    return indicator;
}

struct comparator *lookup_comparator(const struct catalogue_reader *reader, const char *id, struct source_pos pos) {
    struct comparator *comparator = catalogue_comparator(reader->catalogue, id);
    if (comparator == NULL)
        report_unknown(reader, "comparator", id, comparator_id, reader->catalogue->comparator_count, pos);
    return comparator;
}

const struct section *lookup_section(const struct catalogue_reader *reader, const char *id, struct source_pos pos) {
    const struct section *section = catalogue_section(reader->catalogue, id);
    if (section == NULL)
        report_unknown(reader, "section", id, section_id, reader->catalogue->section_count, pos);
    return section;
}

struct stretch lookup_stretch(const struct catalogue_reader *reader, const struct xml_element *element) {
    struct calendar calendar = reader->catalogue->calendar;
    return (struct stretch){xml_first(element, "from", calendar), xml_last(element, "to", calendar)};
}

const char *lookup_iso(const struct catalogue_reader *reader, int period) {
    return calendar_iso(reader->arena, reader->catalogue->calendar, period);
}

static bool is_among(const char *name, const char *const *names) {
    while (*names != NULL && strcmp(*names, name) != 0)
        names++;
    return *names != NULL;
}

const char *lookup_said(struct arena *arena, const struct xml_element *element, const char *const *without) {
    struct text text = {0};
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct xml_attribute *attribute = &element->attributes[i];
        if (!is_among(attribute->name, without))
            text_printf(&text, "%s=%zu %s\n", attribute->name, strlen(attribute->value), attribute->value);
    }
    const char *said = arena_strdup(arena, text_string(&text));
    text_free(&text);
    return said;
}

const struct table *lookup_table(struct catalogue_reader *reader, const struct xml_element *element) {
    const char *file = xml_value(element, "file");
    struct source_pos pos = xml_pos(element, "file");
    if (file == NULL)
        return NULL;
    char *path = path_resolve(reader->arena, reader->scope, reader->catalogue->path, file, pos, reader->diag);
    static const char *const none[] = {NULL};
    const struct table_request request = {
        .path = path, .from = pos, .cache = reader->tables, .asked = lookup_said(reader->arena, element, none)};
    return path == NULL ? NULL : source_read(reader->arena, &request, reader->diag);
}

int lookup_column(struct catalogue_reader *reader, const struct table *table, const struct xml_element *element,
                  const char *attribute, const char *usual) {
    const char *heading = xml_value(element, attribute);
    return table_need_column(table, heading == NULL ? usual : heading, reader->diag);
}
