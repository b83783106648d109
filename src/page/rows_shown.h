#ifndef PAGE_ROWS_SHOWN_H
#define PAGE_ROWS_SHOWN_H

#include "composer.h"
#include "flow.h"

/* Which rows a page shows of a table that runs over several: of the first on it that counts its rows. Zeroed: none. */
struct rows_shown {
    const struct piece_row *first, *last;
};

/* Adds the row that a piece of the page is; one that is no row, or is of a further table, adds nothing. */
void rows_shown_add(struct rows_shown *shown, const struct piece_row *row);

/* `Measures 21 to 36 of 51: CSC 161 to CSC 227`; NULL where a table is whole, or there is none. */
const char *rows_shown_words(const struct composer *composer, const struct rows_shown *shown);

#endif
