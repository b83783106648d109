#ifndef MODEL_HEADING_H
#define MODEL_HEADING_H

#include "comparator.h"
#include "field.h"
#include "unit.h"

/* How figures and their units are headed, on pages and in spreadsheets alike. Texts live in the arena, or longer. */

/* The language and the calendar of the pack, and where texts go. */
struct heading_maker {
    struct arena *arena;
    const struct words *words;
    struct calendar calendar;
    bool decimal_times; /* figures are hours with decimals, not `h:min` */
};

/* A word of a unit with all that it can have a place for. */
const char *heading_unit_word(const struct heading_maker *maker, const struct indicator *indicator, enum word word,
                              const char *figure);

/* What the indicator's figures are in: `%`, `£000`, `weeks`, `per 10,000`, the author's word; `number` where that goes
 * without saying. */
const char *heading_unit(const struct heading_maker *maker, const struct indicator *indicator);

/* The same where a heading or a title says no more than it has to: "" for numbers. */
const char *heading_unit_named(const struct heading_maker *maker, const struct indicator *indicator);

/* A title with the unit of the indicator behind it, where it does not say it: `In the month, %`. */
const char *heading_with_unit(const struct heading_maker *maker, const char *title, const struct indicator *indicator);

/* The heading of a column where the layout gives none: `% in month`, `£000 in month`. */
const char *heading_field(const struct heading_maker *maker, const struct indicator *indicator, enum field field);

/* What is told of a comparator, which is called so: its name, `Rank, Family group`, `Figures in Family group`. */
const char *heading_compared(const struct heading_maker *maker, const char *group, struct field_name name);

#endif
