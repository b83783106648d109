#ifndef SOURCE_PERIOD_COLUMN_H
#define SOURCE_PERIOD_COLUMN_H

#include "diag.h"
#include "period_reading.h"

/* A text that is to be a period, without blanks around it, and its place. Borrowed. */
struct period_text {
    const char *text;
    struct source_pos pos;
};

/* What a catalogue says of the periods of a file. */
struct period_style {
    struct calendar calendar; /* of the file: with its grain */
    const char *pattern;      /* NULL: recognised */
    bool inside;              /* other text may stand around a recognised period, as in the name of a file */
    bool tentative;           /* where nothing reads all of them, that is no error: they are no periods */
    enum year_named year_named;
    enum quarters_of quarters;
    struct source_pos from; /* where it was said */
};

struct period_column {
    int *periods;        /* one for each text; PERIOD_NONE where it is blank, or reported */
    const char *pattern; /* by which they are read; NULL where none is found or all are blank */
};

/*
 * Reads all periods of a column, of a row of headings, or of names of files, at once.
 *
 * Without a pattern that one is taken which reads every text; where two do and mean different things by any text, that
 * is an error which shows both, and so is a year or a quarter that may be meant in two ways.
 *
 * name   what they are, at the start of a sentence: `Column week_ending`, `The headings`
 */
struct period_column period_column_read(struct arena *arena, const struct period_style *style,
                                        const struct period_text *texts, size_t count, const char *name,
                                        struct diag *diag);

#endif
