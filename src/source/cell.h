#ifndef SOURCE_CELL_H
#define SOURCE_CELL_H

#include "numeral.h"
#include "series.h"

/*
 * One figure of a data file: a number as people write it, or what stands for one that is absent. This is the one place
 * where a text becomes a figure.
 */

/* What a word in place of a number, or a flag beside one, means. */
struct cell_word {
    const char *text; /* upper and lower case are the same; `[x]` in a file is `x` as well */
    enum status status;
    struct fraction value; /* it stands for this number (`nil` for 0), which is not scaled; none: for no number */
    const char *note;      /* why there is no figure; may be NULL */
};

/* How the figures of a source or a column are written. All zero: with a decimal point, and the usual words. */
struct cell_style {
    const struct cell_word *words; /* the catalogue's own, which come before the usual ones */
    size_t word_count;
    const struct cell_word *flags; /* likewise; a flag that stands for a number fills a blank cell */
    size_t flag_count;
    enum decimal_mark mark;
    struct fraction scale; /* numbers are multiplied by it, but `57.2%` by 100; none: as they stand */
    enum status status;    /* of every number: present or provisional */
    bool letters;          /* of RAG, in words: `G` or `green` */
    bool slips_missing;    /* what cannot be read is missing, with a warning in place of an error */
};

/* The zero value. */
extern const struct cell_style cell_style_usual;

/* What a file says of one figure. All texts end in NUL and are copied where they are kept; NULL is as good as "". */
struct cell_text {
    const char *text;
    const char *flag;     /* in a column beside it */
    const char *row_flag; /* in a column for the whole row */
    const char *note;
    const char *name; /* what the figure is, for messages */
    struct source_pos pos;
    int flag_column, row_flag_column; /* where these stand in the same row, from 1 */
};

/*
 * Reads a figure.
 *
 * A word that means absence, a withheld number (`<5`) and a flag that says absent give a cell without a number: of two
 * reasons the worse holds, so that suppressed always wins, over a number too. `52+` and `>52` are figures in words. A
 * flag may stand behind the number itself: any in square brackets, ` p`, ` r` and the catalogue's own without. What
 * cannot be read, and a flag that is not known, are reported at the cell's place and give a missing one.
 */
struct cell cell_read(const struct cell_style *style, const struct cell_text *text, struct arena *arena,
                      struct diag *diag);

/* How much of a text stands before a flag behind the number: 5 of `1,234 [p]`. All of it where there is none. */
size_t cell_number_length(const struct cell_style *style, const char *text, size_t length);

/* A copy without blanks at either end. */
char *cell_trim(struct arena *arena, const char *text);

#endif
