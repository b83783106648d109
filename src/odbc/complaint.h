#ifndef ODBC_COMPLAINT_H
#define ODBC_COMPLAINT_H

#include <sql.h>
#include <sqlext.h>

#include "secrets.h"

/* What a driver complains of: the first record of a handle. */
struct complaint {
    char state[6];    /* SQLSTATE, "" for none */
    const char *text; /* cleansed, one line, without the names of those who hand it on */
};

struct complaint complaint_of(struct arena *arena, const struct secrets *secrets, SQLSMALLINT kind, SQLHANDLE handle);

/* Text of UTF-16, as ODBC has it, in UTF-8; what is no character becomes U+FFFD. And the other way round. */
char *text_of_wide(struct arena *arena, const SQLWCHAR *wide, size_t length);
SQLWCHAR *wide_of_text(struct arena *arena, const char *text, size_t *length);

#endif
