#ifndef CATALOGUE_ABBREVIATIONS_READ_H
#define CATALOGUE_ABBREVIATIONS_READ_H

#include "abbreviation.h"
#include "xml.h"

/* Adds the abbreviations of a catalogue or a layout to a list, in place of those that it has of the same short form.
 * Two of one file are an error. */
void abbreviations_read(struct arena *arena, const struct xml_element *root, struct abbreviations *list,
                        struct diag *diag);

#endif
