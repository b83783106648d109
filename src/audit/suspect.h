#ifndef AUDIT_SUSPECT_H
#define AUDIT_SUSPECT_H

#include "audit.h"

/* A cell whose printed figure is not what the data give, while the slip behind it is looked for. */
struct suspect {
    struct arena *arena;
    const struct audit *audit;
    const struct figures *figures;
    const struct figure_table *table;
    const struct indicator *indicator;
    enum field field;
    int month;
    struct audited *audited;
};

/* Notes a cause where the value that it gives is printed as the cell is. A cause that is known already is left alone.
 */
void suspect_try(struct suspect *suspect, struct cause cause);
/* The same for a field of words. */
void suspect_try_word(struct suspect *suspect, int word, struct cause cause);

/* The first cell of a field in the suspect's month that differs; NULL where none is in the table or all agree. */
const struct audited *suspect_false_neighbour(const struct suspect *suspect, enum field field);

/* The figures of the suspect's indicator; none where absent. */
struct fraction suspect_value(const struct suspect *suspect, enum field field, int month);

/* Every slip that gives a number, a variance or a word. */
void suspect_number(struct suspect *suspect);
void suspect_to_date(struct suspect *suspect);
void suspect_sub_counts(struct suspect *suspect);
void suspect_variance(struct suspect *suspect);
void suspect_word(struct suspect *suspect);

/* Slips of the pen with a true value: sign, digits, point, rounding. */
void suspect_pen(struct suspect *suspect, struct fraction value);

/* A month as the table writes it: 2017-12. */
const char *suspect_month(const struct suspect *suspect, int month);

#endif
