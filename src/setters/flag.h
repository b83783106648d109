#ifndef SETTERS_FLAG_H
#define SETTERS_FLAG_H

#include "flow.h"

/* The flag of a measure whose figures have stopped: `Not updated since Oct-14`, in a box. */

/* The period of the latest value, where a later one should have one and has not; else PERIOD_NONE. */
int flag_period(const struct composer *composer, const struct indicator *indicator, enum field field);

enum { FLAG_PT = 14 };

/* `Not updated since Oct-14`, as it stands in a box. */
const char *flag_words(struct composer *composer, const struct indicator *indicator, int period);
double flag_width(struct composer *composer, const char *words);

/* Draws the box, FLAG_PT high, with its right edge and its top there; a paragraph of its own. */
void flag_draw(struct composer *composer, struct piece *piece, const char *words, double right, double top);

#endif
