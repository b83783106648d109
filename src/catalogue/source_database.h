#ifndef CATALOGUE_SOURCE_DATABASE_H
#define CATALOGUE_SOURCE_DATABASE_H

#include "catalogue_reader.h"
#include "table_request.h"

/*
 * What a <source> says of a database: which data source of ODBC, which table, or a <query> and what its parameters
 * stand for. A password has no place in a catalogue: what holds one is reported without it.
 */
void source_database_read(const struct catalogue_reader *reader, const struct xml_element *element,
                          struct table_request *request);

/* True, reported without it, where an attribute has a connection string in it. */
bool source_database_is_secret(const struct xml_element *element, const char *name, struct diag *diag);

#endif
