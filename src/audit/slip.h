#ifndef AUDIT_SLIP_H
#define AUDIT_SLIP_H

#include "audited.h"

/* A cell whose printed figure is not what the data give, while the slip behind it is looked for. */
struct slip_search {
    struct arena *arena;
    const struct audit *audit;
    const struct figures *figures;
    const struct figure_table *table;
    const struct indicator *indicator;
    enum field field;
    int period;
    struct calendar calendar, due; /* of the pack, and in whose periods the indicator has figures */
    struct audited *audited;
};

/* Notes a cause where the value that it gives is printed as the cell is. A cause that is known already is left alone.
 */
void slip_try(struct slip_search *search, struct cause cause);
/* The same for a field of words. */
void slip_try_word(struct slip_search *search, int word, struct cause cause);

/* The first cell of a field in the search's period that differs; NULL where none is in the table or all agree. */
const struct audited *slip_false_neighbour(const struct slip_search *search, enum field field);

/* The figures of the search's indicator; none where absent. */
struct fraction slip_value(const struct slip_search *search, enum field field, int period);

/* A value rounded to decimals of what the cell prints. */
struct fraction slip_rounded(const struct slip_search *search, struct fraction value, int decimals);

/* Every slip that gives a number, a variance or a word. */
void slip_number(struct slip_search *search);
void slip_to_date(struct slip_search *search);
void slip_sub_count(struct slip_search *search);
void slip_variance(struct slip_search *search);
void slip_word(struct slip_search *search);

/* Slips of the pen with a true value: sign, digits, point, rounding. */
void slip_pen(struct slip_search *search, struct fraction value);

/* A period as people name it: 2017-12, or 2017-18-Q3 of what is due by quarter. What a message calls one, and several.
 */
const char *slip_period(const struct slip_search *search, int period);
const char *slip_noun(const struct slip_search *search);  /* `month` */
const char *slip_nouns(const struct slip_search *search); /* `months` */

/* The period before the search's that was due, and that of a year ago. */
int slip_before(const struct slip_search *search);
int slip_year_ago(const struct slip_search *search);

#endif
