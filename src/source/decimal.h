#ifndef SOURCE_DECIMAL_H
#define SOURCE_DECIMAL_H

#include "cell.h"

/* Whether a file writes its numbers with a decimal point or a comma, where the catalogue does not say. Starts from {0}.
 */
struct decimal_seen {
    const char *text;
    struct source_pos pos; /* file is NULL where none was seen */
};

struct decimal {
    struct decimal_seen point, comma, either; /* the first figure that tells of each, or may be read both ways */
};

/* Looks at the text of one figure. The texts of all figures that are wanted are looked at, then it is settled.
 *
 * style   whose flags may stand behind numbers
 */
void decimal_look(struct decimal *decimal, const struct cell_style *style, struct arena *arena, const char *text,
                  struct source_pos pos);

/*
 * The mark that the figures tell of; a point where they tell nothing.
 *
 * commas_likely   the columns are parted by semicolons, as they are where commas are decimal marks: `1,234` alone tells
 *                 nothing then
 *
 * False, reported, where figures tell of both, or where it matters and they tell nothing.
 */
bool decimal_settle(const struct decimal *decimal, bool commas_likely, enum decimal_mark *mark, struct arena *arena,
                    struct diag *diag);

#endif
