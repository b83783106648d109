#ifndef METRIC_ATTENTION_ORDER_H
#define METRIC_ATTENTION_ORDER_H

#include "attention.h"

/* Which of two items stands first in a list: for qsort. */
int attention_order_compare(const void *a, const void *b);

/* Where one stands among the rest, so that those that are told alike lie together: the judged first; those that lack
 * the same; where nothing is judged, those without a figure last. */
int attention_order_place(const struct attention_item *item, bool judged);

/* How many times the usual step it moved; where too few figures tell what is usual, how many times the figure before.
 * None where it has no step. */
struct fraction attention_order_movement(const struct attention_item *item);

/* As the catalogue calls it: worse, or better, by its threshold or more. */
bool attention_order_is_worse(const struct attention_item *item);
bool attention_order_is_better(const struct attention_item *item);

/* The same of what moved most: first what the catalogue calls worse, else whichever way it moved. */
int attention_order_by_movement(const struct attention_item *left, const struct attention_item *right);

#endif
