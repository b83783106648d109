#ifndef PAGE_KEY_FIGURES_H
#define PAGE_KEY_FIGURES_H

#include "flow.h"

/*
 * The figures of a measure that stand beside its chart: the first large, the others over hairlines. A value that is
 * missing in the pack's month is the latest that there is, with its month; what follows from it is not, and says so.
 */
void key_figures_set(struct composer *composer, struct flow *flow, const struct block *block,
                     const struct indicator *indicator);

#endif
