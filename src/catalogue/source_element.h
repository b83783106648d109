#ifndef CATALOGUE_SOURCE_ELEMENT_H
#define CATALOGUE_SOURCE_ELEMENT_H

#include "catalogue_reader.h"
#include "source_request.h"

/*
 * What a <source> asks for, with its files found. False, reported, where a file is not there or attributes contradict
 * each other; *request is not to be used then.
 */
bool source_element_read(const struct catalogue_reader *reader, const struct xml_element *element,
                         struct source_request *request);

#endif
