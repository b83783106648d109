#ifndef CATALOGUE_TABLE_ELEMENT_H
#define CATALOGUE_TABLE_ELEMENT_H

#include "table_request.h"
#include "xml.h"

/* What an element says of the table in its file: which of a workbook or a database, where it begins and ends, which of
 * its rows. The path is left to the caller, who resolves `file`. */
struct table_request table_element_read(const struct xml_element *element);

#endif
