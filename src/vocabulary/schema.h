#ifndef VOCABULARY_SCHEMA_H
#define VOCABULARY_SCHEMA_H

#include <stdio.h>

#include "vocabulary.h"

/* Writes the XSD of one kind of file, from the table of words. */
void schema_write(FILE *stream, enum schema_kind schema);

/* The usual name of its file: layout.xsd catalogue.xsd theme.xsd fonts.xsd words.xsd. */
const char *schema_file_name(enum schema_kind schema);

/* Writes the reference of all elements and attributes as Markdown. */
void reference_write(FILE *stream);

#endif
