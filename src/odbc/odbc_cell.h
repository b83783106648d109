#ifndef ODBC_CELL_H
#define ODBC_CELL_H

#include <stdbool.h>

#include <sql.h>
#include <sqlext.h>

#include "raw_row.h"
#include "text.h"

/* A column of a result, and how its cells become text. */
enum odbc_form {
    ODBC_TEXT,   /* also whole and decimal numbers, as the database writes them */
    ODBC_BINARY, /* a number in binary */
    ODBC_BOOLEAN,
    ODBC_DATE,
    ODBC_TIMESTAMP,
    ODBC_TIME,
    ODBC_BYTES /* no text at all */
};

struct odbc_column {
    enum odbc_form form;
    bool single; /* a number in binary of 32 bits */
    bool narrow; /* the driver has texts in UTF-8 alone */
    struct text text;
};

/* How a type is read. `type_name` is the database's word for it. */
enum odbc_form odbc_form_of(SQLSMALLINT type, const char *type_name);

/* Reads a cell of the row at hand into column->text: a date as `2018-07-04`, a time of that day behind it unless it is
 * midnight, NULL as nothing. False where the driver fails. */
bool odbc_cell_read(SQLHSTMT statement, SQLUSMALLINT number, struct odbc_column *column);

#endif
