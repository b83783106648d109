#ifndef CATALOGUE_LOOKUP_H
#define CATALOGUE_LOOKUP_H

#include "catalogue_reader.h"
#include "stretch.h"
#include "table.h"

/* Finds things by name. NULL, reported at pos with the nearest known name, where there is none; of series nothing is
 * reported where not all data could be read. */
struct series *lookup_series(const struct catalogue_reader *reader, const char *id, struct source_pos pos);
/* The series of a name, or what an indicator of that name counts that is a plain value. */
const struct series *lookup_counted(const struct catalogue_reader *reader, const char *name, struct source_pos pos);
struct indicator *lookup_indicator(const struct catalogue_reader *reader, const char *id, struct source_pos pos);
struct comparator *lookup_comparator(const struct catalogue_reader *reader, const char *id, struct source_pos pos);
const struct section *lookup_section(const struct catalogue_reader *reader, const char *id, struct source_pos pos);

/* The end of a message about a name that no indicator has: the id that may be meant, of which it may be title or
 * reference, or that several are parted by commas; "" where nothing is near. */
const char *lookup_indicator_meant(const struct catalogue_reader *reader, const char *name);

/* Where a series or an indicator has nearly that name: reports it and gives true. */
bool lookup_report_near(const struct catalogue_reader *reader, const char *name, struct source_pos pos);

/* The periods from the attribute `from` to `to`, PERIOD_NONE for one that is missing or wrong. */
struct stretch lookup_stretch(const struct catalogue_reader *reader, const struct xml_element *element);

/* A period as messages name it. */
const char *lookup_iso(const struct catalogue_reader *reader, int period);

/* All that an element says but for the attributes with these names, which end with NULL: the same text, the same. */
const char *lookup_said(struct arena *arena, const struct xml_element *element, const char *const *without);

/* The table in the file that an element names; NULL, reported, where it cannot be read. */
const struct table *lookup_table(struct catalogue_reader *reader, const struct xml_element *element);

/* The column that an attribute names, one with the usual heading where it is missing; -1, reported, where the file has
 * none. */
int lookup_column(struct catalogue_reader *reader, const struct table *table, const struct xml_element *element,
                  const char *attribute, const char *usual);

#endif
