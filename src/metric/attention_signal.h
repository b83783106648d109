#ifndef METRIC_ATTENTION_SIGNAL_H
#define METRIC_ATTENTION_SIGNAL_H

#include "figure.h"

/* What control charts tell of the indicators that need attention. All is common cause where there is no chart. */

enum spc_variation attention_variation(const struct figure_table *table, int period);

/* The same as it was told then: a later figure can mark an earlier one, and move limits that rest on all. */
enum spc_variation attention_variation_told(const struct figure_table *table, int period);

bool attention_is_concern(enum spc_variation variation);
/* High or low, where neither is better. */
bool attention_is_unusual(enum spc_variation variation);

/* So many figures in a row up to a period are marked alike. */
size_t attention_marked(const struct figure_table *table, int period);

#endif
