#ifndef MODEL_FUNNEL_AMONG_H
#define MODEL_FUNNEL_AMONG_H

#include "funnel.h"
#include "peers.h"

/* The sum of the numerators over that of the denominators, × per, of those that have both; none of none. Gives of how
 * many. items are the numbers of those that are asked for. */
size_t funnel_among_pool(const struct peer_figure *figures, const size_t *items, size_t count, struct fraction per,
                         struct fraction *average);

/* The average of all and the rule of their funnel. False where it has none: fewer than QUARTILE_LEAST have counts, or
 * chance says nothing of the figures. */
bool funnel_among(const struct peers *peers, const struct indicator *indicator, int period, struct fraction *average,
                  struct funnel_rule *rule);

#endif
