#ifndef LAYOUT_WRITTEN_H
#define LAYOUT_WRITTEN_H

#include "layout_internal.h"

/* Writes down what pages print and speak of, so that all of its characters can be looked at before pages are made. */

/* All printed words in the attributes of an element, without or with those in it: the vocabulary says which are. */
void written_add_attributes(struct layout_reader *reader, const struct xml_element *element);
void written_add_element(struct layout_reader *reader, const struct xml_element *element);

/* Words in CommonMark; NULL adds nothing. */
void written_add_rich(struct layout_reader *reader, const struct rich_text *rich);

void written_add_series(struct layout_reader *reader, const struct series *series);
void written_add_indicator(struct layout_reader *reader, const struct indicator *indicator);

#endif
