#ifndef LAYOUT_NAMED_H
#define LAYOUT_NAMED_H

#include "layout_internal.h"

/* The thing of the catalogue that an attribute of an element names, which is then shown. NULL, reported, where there
 * is none of that name. The element has the attribute. */
const struct indicator *named_indicator(struct layout_reader *reader, const struct xml_element *element,
                                        const char *attribute);
const struct series *named_series(struct layout_reader *reader, const struct xml_element *element,
                                  const char *attribute);

/* What a column or a line shows: a field or a series, one of them. False, reported, where it is not so. */
bool named_figure(struct layout_reader *reader, const struct xml_element *element, enum field *field,
                  const struct series **series);

#endif
