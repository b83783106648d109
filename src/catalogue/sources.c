#include <limits.h>
#include <string.h>

#include "catalogue_reader.h"
#include "expression.h"
#include "lookup.h"
#include "source_element.h"
#include "source_series.h"
#include "text.h"

/* Series come from files, then from sums and constants in the order of the catalogue. */

static void read_source(struct catalogue_reader *reader, const struct xml_element *element) {
    size_t before = reader->diag->errors + reader->diag->system;
    struct source_request request;
    if (source_element_read(reader, element, &request))
        source_series_read(reader->arena, &request, reader->catalogue, reader->diag);
    if (reader->diag->errors + reader->diag->system > before)
        reader->catalogue->incomplete = true;
}

static struct series *add_series(struct catalogue_reader *reader, const char *id, const struct xml_element *element) {
    struct catalogue *catalogue = reader->catalogue;
    struct series *series = arena_new(reader->arena, struct series);
    series->id = id;
    series->title = xml_value(element, "title");
    series->pos = element->pos;
    catalogue_add_series(reader->arena, catalogue, series);
    return series;
}

/* The ways in which a series is worked out; it has one of them. */
static const char *const ways[] = {"value", "sum", "cumulative"};

static const char *way_of(const struct xml_element *element, struct diag *diag) {
    const char *found = NULL;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (xml_value(element, ways[i]) == NULL)
            continue;
        if (found != NULL)
            diag_error(diag, xml_pos(element, ways[i]), "%s and %s both say how the series is worked out; keep one",
                       found, ways[i]);
        found = found == NULL ? ways[i] : found;
    }
    return found;
}

/* A series that is worked out. What it falls back on is found with the names in its text. */
static void read_worked_out(struct catalogue_reader *reader, const char *id, const char *way,
                            const struct xml_element *element) {
    const struct series *other = catalogue_series(reader->catalogue, id);
    if (other != NULL) {
        diag_error(reader->diag, xml_pos(element, "id"), "the series \"%s\" is there already: %s, line %d", id,
                   other->pos.file, other->pos.line);
        return;
    }
    struct series *series = add_series(reader, id, element);
    expressions_add(reader, (struct worked_out){.series = series,
                                                .text = xml_value(element, way),
                                                .pos = xml_pos(element, way),
                                                .is_sum = strcmp(way, "sum") == 0,
                                                .otherwise = xml_value(element, "otherwise"),
                                                .otherwise_pos = xml_pos(element, "otherwise")});
    int periods = xml_whole(element, "periods", 1);
    if (periods >= 1 && periods <= SERIES_PERIODS_MAX)
        series->expression->periods = periods;
    series->expression->cumulative = strcmp(way, "cumulative") == 0;
    series->expression->calendar = reader->catalogue->calendar;
    if (series->expression->cumulative && xml_value(element, "periods") != NULL)
        diag_error(reader->diag, xml_pos(element, "periods"),
                   "periods means nothing beside cumulative; add up \"%s\" in a series of its own", id);
}

static void read_series(struct catalogue_reader *reader, const struct xml_element *element) {
    static const char *const of_worked_out[] = {"periods", "otherwise"};
    const char *id = xml_value(element, "id"), *title = xml_value(element, "title");
    const char *way = way_of(element, reader->diag);
    if (id != NULL && way != NULL) {
        read_worked_out(reader, id, way, element);
        return;
    }
    for (size_t i = 0; i < sizeof of_worked_out / sizeof of_worked_out[0]; i++)
        if (xml_value(element, of_worked_out[i]) != NULL)
            diag_error(reader->diag, xml_pos(element, of_worked_out[i]),
                       "%s needs a sum or a value: name the columns that are added up", of_worked_out[i]);
    struct series *series = id == NULL ? NULL : lookup_series(reader, id, xml_pos(element, "id"));
    if (series != NULL && title != NULL)
        series->title = title;
}

/* A constant has a cell for each period of the data; those outside its stretch are missing. */
static struct series *constant_series(struct catalogue_reader *reader, const char *id, int first, int last,
                                      const struct xml_element *element) {
    struct series *series = add_series(reader, id, element);
    series->first = first;
    series->count = last - first + 1;
    series->cells = arena_new_array(reader->arena, (size_t)series->count, struct cell);
    for (int i = 0; i < series->count; i++)
        series->cells[i] = (struct cell){.status = STATUS_MISSING, .pos = element->pos};
    return series;
}

static bool is_constant(const struct catalogue_reader *reader, const struct series *series) {
    return series->expression == NULL && strcmp(series->pos.file, reader->catalogue->path) == 0;
}

/* From `from` to `to`, or the periods of a financial year; `to` is never open. */
static struct stretch constant_periods(const struct catalogue_reader *reader, const struct xml_element *element) {
    const char *year = xml_value(element, "year");
    struct stretch periods = lookup_stretch(reader, element);
    bool limited = periods.from != PERIOD_NONE || periods.to != PERIOD_NONE;
    if (year != NULL && limited)
        diag_error(reader->diag, xml_pos(element, "year"),
                   "a year needs no from and no to; leave one or the other out");
    if (periods.to == PERIOD_NONE)
        periods.to = INT_MAX;
    if (periods.from > periods.to)
        diag_error(reader->diag, xml_pos(element, "from"), "from lies after to");
    return year == NULL ? periods : stretch_of_year(reader->catalogue->calendar, year);
}

static void read_constant(struct catalogue_reader *reader, const struct xml_element *element, int first, int last) {
    const char *id = xml_value(element, "id");
    struct fraction value = xml_number(element, "value");
    struct stretch periods = constant_periods(reader, element);
    struct series *series = id == NULL ? NULL : catalogue_series(reader->catalogue, id);
    if (id == NULL)
        return;
    if (series != NULL && !is_constant(reader, series)) {
        diag_error(reader->diag, xml_pos(element, "id"), "the series \"%s\" is there already: %s, line %d", id,
                   series->pos.file, series->pos.line);
        return;
    }
    if (series == NULL)
        series = constant_series(reader, id, first, last, element);
    for (int period = periods.from > first ? periods.from : first; period <= periods.to && period <= last; period++) {
        struct cell *cell = &series->cells[period - first];
        if (!status_is_absent(cell->status)) {
            diag_error(reader->diag, element->pos, "\"%s\" has a value for %s already, in line %d", id,
                       lookup_iso(reader, period), cell->pos.line);
            return;
        }
        *cell = (struct cell){.number = value, .status = STATUS_PRESENT, .pos = element->pos};
    }
}

/* Letters stand where figures are expected, so that it is known first which columns have them. */
static void gather_letters(struct catalogue_reader *reader) {
    const char **letters = NULL;
    size_t count = 0, capacity = 0;
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "indicator") == 0 && xml_value(child, "published-rag") != NULL)
            arena_append(reader->arena, letters, count, capacity) = xml_value(child, "published-rag");
    if (count > 0)
        arena_append(reader->arena, letters, count, capacity) = NULL;
    reader->letters = letters;
}

void sources_read(struct catalogue_reader *reader) {
    const struct xml_element *first_child = reader->root->first_child;
    gather_letters(reader);
    for (const struct xml_element *child = first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "source") == 0)
            read_source(reader, child);
    statuses_read(reader);
    int first = catalogue_first_period(reader->catalogue), last = catalogue_last_period(reader->catalogue);
    for (const struct xml_element *child = first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "constant") == 0 && first != PERIOD_NONE)
            read_constant(reader, child, first, last);
    for (const struct xml_element *child = first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "series") == 0)
            read_series(reader, child);
}
