#ifndef LOOK_SURVEY_H
#define LOOK_SURVEY_H

#include "period_guess.h"
#include "source.h"

/*
 * What a data file holds, found before anybody has said anything of it. It is a guess for somebody who then says how
 * the file is read; nothing that a pack publishes rests on it.
 */
enum column_kind { COLUMN_BLANK, COLUMN_PERIODS, COLUMN_FIGURES, COLUMN_WORDS, COLUMN_KIND_COUNT };

enum { SURVEY_WORDS_MAX = 60, SURVEY_ROWS_MAX = 5000 };

/* A text of a column, and how many cells have it. */
struct word_survey {
    const char *text;
    size_t count;
    size_t row; /* the first that has it */
};

struct column_survey {
    enum column_kind kind;
    size_t blank;                               /* cells */
    struct word_survey words[SURVEY_WORDS_MAX]; /* what is no number and not blank, the first ones */
    size_t word_count;
    bool more_words; /* than that */
    size_t figures;
    bool negative, percent;      /* some are below zero; some have a percent sign */
    int decimals;                /* the most that a figure has */
    const char *example;         /* the first cell that is not blank */
    struct period_guess periods; /* of a column of periods */
};

struct survey {
    struct table_request request; /* which finds the table */
    struct table *table;          /* its first SURVEY_ROWS_MAX rows */
    bool cut;                     /* it has more */
    struct column_survey *columns;
    struct period_guess across; /* of the headings from across_first on */
    size_t across_first;
    struct period_guess periods; /* of each row: of one column, or of several together */
    size_t period_columns[2], period_column_count;
    struct period_guess in_name; /* of the file, where no other is found */
};

/* request has the path, and which sheet or table of a workbook.
 *
 * NULL, reported, where the file cannot be read or has no table. Notes of how it was read are collected where diag is
 * verbose. */
struct survey *survey_make(struct arena *arena, const struct table_request *request, struct diag *diag);

#endif
