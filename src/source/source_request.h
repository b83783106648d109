#ifndef SOURCE_SOURCE_REQUEST_H
#define SOURCE_SOURCE_REQUEST_H

#include "cell.h"
#include "cell_run.h"
#include "path_pattern.h"
#include "period_column.h"
#include "table_request.h"

/*
 * All that is asked of a source: which files, what stands where in their tables, how periods and figures are written,
 * what their series are called. A reference to a column is its heading, or `[F]` or `[6]` for its place; several are
 * joined by ` + `.
 */

/* Where the periods are, and what a series is called where nothing says it. */
enum source_form {
    FORM_WIDE,   /* a period a row, a series a column: `{column}` */
    FORM_LONG,   /* a figure a row, or several: `{id}`, or `{id} {column}` */
    FORM_ACROSS, /* a series a row, its periods in the headings: `{id}` */
    FORM_SINGLE, /* a thing a row and a figure of it a column, all of one period: `{id} {column}` */
    FORM_COUNT
};

/* What becomes of two figures of a series for one period that differ. */
enum duplicates { DUPLICATES_ERROR, DUPLICATES_FIRST, DUPLICATES_LAST, DUPLICATES_SUM, DUPLICATES_COUNT };

/* What becomes of a text that is no figure. */
enum unreadable { UNREADABLE_ERROR, UNREADABLE_MISSING, UNREADABLE_COUNT };

/* How a catalogue writes these, and what other headers of the room number; "" for what is not said. */
extern const char *const form_words[FORM_COUNT];
extern const char *const duplicates_words[DUPLICATES_COUNT];
extern const char *const unreadable_words[UNREADABLE_COUNT];
extern const char *const year_named_words[YEAR_NAMED_END + 1];
extern const char *const quarters_words[QUARTERS_OF_CALENDAR + 1];
extern const char *const decimal_words[DECIMAL_MARK_COUNT];

/* The statuses that a catalogue can say of a figure, and their names. */
enum { STATUSES_SAID = 6 };
extern const char *const status_said_words[STATUSES_SAID];
extern const enum status statuses_said[STATUSES_SAID];

/* What a catalogue says of one column of figures; what it does not say is as with the whole source. */
struct column_request {
    struct request_text heading;
    struct request_text series; /* what its series is called */
    struct request_text flag;   /* the column of its flags */
    int of;                     /* the period of its figures; PERIOD_NONE: that of the source, the row or the heading */
    struct cell_style style;
    enum bring_up bring_up;
};

struct source_request {
    struct source_pos pos;
    struct table_request table; /* of each file; its path is that of the file that is read */
    struct path_matches files;
    enum source_form form;
    struct period_style periods;     /* of the file's own grain */
    struct request_text period;      /* the columns that make a period; `{column}`: the heading */
    struct request_text period_from; /* of all figures of a file: `file`, its name, or a cell, `[A2]` */
    int of;                          /* of all figures; PERIOD_NONE: the file says it */
    struct request_text only;        /* rows with this text in place of a period are read, and are of `of` */
    struct request_text id;
    struct request_text series;
    struct request_text values;  /* the columns of figures; text is NULL: by form */
    struct request_text without; /* columns that are left out */
    struct request_text note;
    struct request_text nothing; /* why there is nothing to count where there are no rows */
    struct request_text flags;   /* `QuarterQF + {column}QF`: of the row, and beside each figure */
    const char *prefix;          /* before each name, with a point between; NULL for none */
    struct column_request *columns;
    size_t column_count, column_capacity;
    struct cell_style style;
    bool mark_said; /* style.mark is what the catalogue says; else it is recognised */
    enum duplicates duplicates;
    enum bring_up bring_up;     /* where the file's grain is finer than the catalogue's */
    const char *const *letters; /* the names of series that hold RAG letters, up to NULL; may be NULL */
    bool sparse;                /* a period without a figure is no oversight */
};

#endif
