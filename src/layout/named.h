#ifndef LAYOUT_NAMED_H
#define LAYOUT_NAMED_H

#include "layout_internal.h"

/* The thing of the catalogue that an attribute of an element names, which is then shown. NULL, reported, where there
 * is none of that name. The element has the attribute. */
const struct indicator *named_indicator(struct layout_reader *reader, const struct xml_element *element,
                                        const char *attribute);
const struct series *named_series(struct layout_reader *reader, const struct xml_element *element,
                                  const char *attribute);

/* The comparator that an attribute names. */
const struct comparator *named_comparator(struct layout_reader *reader, const struct xml_element *element,
                                          const char *attribute);

/* The field that an attribute names, `value`, `benchmark:family`, `rank:family`. False, reported, where the catalogue
 * has nothing of the kind. */
bool named_field(struct layout_reader *reader, const struct xml_element *element, const char *attribute,
                 struct field_name *field);

/* The same of a word of an attribute, which is a figure of a period: not of a year, nor the latest of a comparator. */
bool named_field_of_period(struct layout_reader *reader, const char *word, struct source_pos pos,
                           struct field_name *field);

/* Whether colour="rag" asks that figures of a field stand on the colour of their letter. A field that no key judges is
 * reported. */
bool named_coloured(struct layout_reader *reader, const struct xml_element *element, struct field_name field);

/* Reports a field that compares organisations where the catalogue names none. */
bool named_check_peers(struct layout_reader *reader, enum field field, struct source_pos pos);

/* What a column or a line shows: a field of a period or a series, one of them. False, reported, where it is not so. */
bool named_figure(struct layout_reader *reader, const struct xml_element *element, struct field_name *field,
                  const struct series **series);

#endif
