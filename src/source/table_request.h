#ifndef SOURCE_TABLE_REQUEST_H
#define SOURCE_TABLE_REQUEST_H

#include "diag.h"

/*
 * What is asked of a data file: how its bytes are to be read, where its table begins and ends, which of its rows are
 * kept. Everything but the path may stay zero: then the encoding and the separator are recognised, the first row that
 * is not blank has the headings, and every row behind it is kept.
 */

enum encoding {
    ENCODING_RECOGNISED,
    ENCODING_UTF_8,
    ENCODING_UTF_16,
    ENCODING_WINDOWS_1252,
    ENCODING_LATIN_1,
    ENCODING_COUNT
};

enum separator {
    SEPARATOR_RECOGNISED,
    SEPARATOR_COMMA,
    SEPARATOR_SEMICOLON,
    SEPARATOR_TAB,
    SEPARATOR_PIPE,
    SEPARATOR_COUNT
};

/* How a catalogue writes them; "" for what is recognised. */
extern const char *const encoding_words[ENCODING_COUNT];
extern const char *const separator_words[SEPARATOR_COUNT];
extern const char separator_signs[SEPARATOR_COUNT]; /* the first is none */

/* Whether it is a mistake that no row is kept. */
enum rows_needed {
    ROWS_NEEDED,
    ROWS_OPTIONAL, /* none may be, where each condition alone holds for some row */
    ROWS_ANY       /* none may be */
};

/* A text of the catalogue, and where it stands, for messages; text is NULL where nothing is said. */
struct request_text {
    const char *text;
    struct source_pos pos;
};

/* `{name}` in a condition, or `:name` in a query, stands for the text; NULL where it is not known. */
struct request_word {
    const char *name, *text;
};

struct table_cache;

struct table_request {
    const char *path;
    struct source_pos from; /* where the file was named */
    enum encoding encoding;
    enum separator separator;
    struct request_text sheet;        /* of a workbook: its name, or its number */
    struct request_text range;        /* cells of it, or the name that it gives to a range */
    int skip;                         /* so many lines at the top are left out */
    struct request_text from_heading; /* the headings are the first row with a cell of this text */
    int heading_rows;                 /* so many rows have the headings; 0 is 1 */
    struct request_text until;        /* the table ends before a row whose first cell that is not blank begins so */
    bool until_blank;                 /* it ends before the first blank row */
    struct request_text fill_down;    /* `Year + Area`: blank cells of these columns repeat the one above */
    struct request_text where;        /* which rows are kept: see where.h */
    enum rows_needed needed;          /* of those that are kept */
    const struct request_word *words; /* for where, up to one without a name; NULL for none */
    bool odbc;                        /* path is no file: it is the name of a data source of ODBC */
    struct request_text table; /* which table or view of a database, or table of a workbook; NULL: the only one */
    struct request_text query; /* in place of a table: SQL, see sql_text.h */
    int query_seconds;         /* that the query may take; 0: as long as is usual */
    const struct request_word *parameters; /* for query, up to one without a name; NULL for none */
    bool sets_aside;                       /* rows that are wrong go into table->wrong, and are not reported */
    struct table_cache *cache; /* tables that were read before, and are to be; NULL: the file is read anew */
    const char *asked;         /* for the cache: all that decides which table the file gives, but for where */
};

#endif
