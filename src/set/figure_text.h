#ifndef SET_FIGURE_TEXT_H
#define SET_FIGURE_TEXT_H

#include "composer.h"
#include "figure.h"
#include "unit.h"

/* How figures and their units are named in print. Cells hold figures alone, and headings say what they are in; in a
 * sentence a figure has its unit with it. */

/* The heading of a column where the layout gives none: `% in month`, `£000 in month`. */
const char *figure_text_heading(struct composer *composer, const struct indicator *indicator, enum field field);

/* The heading of what is told of a comparator: its name, `Rank, Family group`, `Figures in Family group`. */
const char *figure_text_compared(struct composer *composer, struct field_name name);

/* A rank in a sentence: `3rd of 32`, `joint 3rd of 32` where it is shared, `level with all 32` where all have it; and
 * the rank alone, `3rd`, `joint 3rd`. */
const char *figure_text_rank(struct composer *composer, const struct figure *rank, const struct figure *ranked);
const char *figure_text_place(struct composer *composer, const struct figure *rank);

/* True where a rank is that of all who have one: they are alike, and none is better. */
bool figure_text_all_alike(const struct figure *rank, const struct figure *ranked);

/* What the indicator's figures are in: `%`, `£000`, `weeks`, `per 10,000`, the author's word; `number` where that goes
 * without saying. */
const char *figure_text_unit(struct composer *composer, const struct indicator *indicator);

/* The same where a heading or a title says no more than it has to: "" for numbers. */
const char *figure_text_unit_named(struct composer *composer, const struct indicator *indicator);

/* A title with the unit of the indicator behind it: `In the month, %`. */
const char *figure_text_with_unit(struct composer *composer, const char *title, const struct indicator *indicator);

/* A figure of a field as it stands in a sentence: `28.3%`, `−£1.2m`, `3 h 20 min`, `312 beds`. "" where it is absent.
 */
const char *figure_text(struct composer *composer, const struct indicator *indicator, enum field field,
                        const struct figure *figure);

/* The same for a number in the unit of the indicator's figure, with so many decimals. */
const char *figure_text_number(struct composer *composer, const struct indicator *indicator, struct fraction number,
                               int decimals);

/* What the numbers of a scale of a field are in. */
struct scale_unit figure_text_scale(struct composer *composer, const struct indicator *indicator, enum field field);

/* How far two figures are apart, without a sign and in its unit: `2.4 points` of percentages, `266 per 1,000`,
 * `£14.37`.
 */
const char *figure_text_distance(struct composer *composer, const struct indicator *indicator,
                                 struct figure_change change);

/* True for percentages, money and times, of which a sentence says that they are so much better; a number of things, and
 * what is in a unit of several words, is better by so many. */
bool figure_text_says_unit(const struct indicator *indicator);

/* Above zero where words call a change better, below it where worse; 0 where they call it higher or lower. */
int figure_text_sense(const struct indicator *indicator, struct fraction change);

/* The word that says which way a change went, by what is better: `better`, or one of the seven behind it: worse,
 * higher, lower; better by, worse by, higher by, lower by. Money is higher or lower, since a low cost is not always
 * better. */
enum word figure_text_way(const struct indicator *indicator, struct fraction change, enum word better);

/* The same for a figure of a field that is printed already, as a cell has it. Differences of percentages have no unit.
 */
const char *figure_text_written(struct composer *composer, const struct indicator *indicator, enum field field,
                                const char *printed);

#endif
