#ifndef CATALOGUE_CATALOGUE_INTERNAL_H
#define CATALOGUE_CATALOGUE_INTERNAL_H

#include "catalogue_read.h"
#include "table.h"
#include "xml.h"

/* What the steps of reading one catalogue share. */
struct catalogue_reader {
    struct arena *arena;
    struct diag *diag;
    const struct path_scope *scope;
    const struct xml_element *root;
    struct catalogue *catalogue;
    const struct xml_element **elements; /* of the catalogue's indicators, by their index */
    size_t element_count, element_capacity;
};

/* Finds things by name. NULL, reported at pos with the nearest known name, where there is none. */
struct series *reader_series(const struct catalogue_reader *reader, const char *id, struct source_pos pos);
struct indicator *reader_indicator(const struct catalogue_reader *reader, const char *id, struct source_pos pos);
struct comparator *reader_comparator(const struct catalogue_reader *reader, const char *id, struct source_pos pos);
const struct section *reader_section(const struct catalogue_reader *reader, const char *id, struct source_pos pos);

/* The number of an attribute; none where it is missing or wrong. */
struct fraction reader_number(const struct xml_element *element, const char *name);

/* The table in the file that an element names; NULL, reported, where it cannot be read. */
const struct table *reader_table(struct catalogue_reader *reader, const struct xml_element *element);

/* The column that an attribute names, one with the usual heading where it is missing; -1, reported, where the file has
 * none. */
int reader_column(struct catalogue_reader *reader, const struct table *table, const struct xml_element *element,
                  const char *attribute, const char *usual);

/* statuses: what is withheld, left blank, provisional. Sources must be there. */
void reader_read_statuses(struct catalogue_reader *reader);

/* source, series, constant */
void reader_read_series(struct catalogue_reader *reader);

/* note: into the cells of series, which must be there */
void reader_read_notes(struct catalogue_reader *reader);

/* indicator, without what is inside but its definition */
void reader_read_indicators(struct catalogue_reader *reader);

/* What indicators count: their numerators, denominators and published figures. All indicators must be there. */
void reader_read_measures(struct catalogue_reader *reader);

/* bands inside indicators; benchmarks must be there, which bands may be counted from */
void reader_read_bands(struct catalogue_reader *reader);

/* control-chart inside an indicator */
void reader_read_control_chart(struct catalogue_reader *reader, struct indicator *indicator,
                               const struct xml_element *element);

/* Adds an attribute; one of the same name is reported at its place. */
void reader_add_attribute(struct catalogue_reader *reader, struct indicator *indicator, struct attribute attribute);

/* attributes; indicators must be there. */
void reader_read_attributes(struct catalogue_reader *reader);

/* target and targets, benchmark and benchmarks, annual; indicators must be there. */
void reader_read_targets(struct catalogue_reader *reader);
void reader_read_benchmarks(struct catalogue_reader *reader);
void reader_read_annuals(struct catalogue_reader *reader);

#endif
