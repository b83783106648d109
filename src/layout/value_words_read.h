#ifndef LAYOUT_VALUE_WORDS_READ_H
#define LAYOUT_VALUE_WORDS_READ_H

#include "layout_internal.h"

/* The <value> children of an element: other words in print for some of what is known. Reported where none is so. */
void value_words_read(struct layout_reader *reader, const struct xml_element *element, const char *const *known,
                      size_t count, struct value_words *words);

#endif
