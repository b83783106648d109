#ifndef ATTENTION_ATTENTION_STANDING_H
#define ATTENTION_ATTENTION_STANDING_H

#include "attention.h"
#include "composer.h"
#include "quartile.h"

/* How an indicator stands, in words of the pack's language: by its band, against its target, among organisations, by
 * its control chart. */

/* A word that speaks of the organisations that are compared: `moved into the last quartile of {many}`. */
const char *attention_of_many(struct composer *composer, enum word word);

/* `in the last quartile of councils`. */
const char *attention_quartile(struct composer *composer, enum quartile quartile);

/* `red`, `off target`, `in the last quartile of councils`; empty where it stands in no way. */
const char *attention_standing_name(struct composer *composer, struct attention_standing standing);

/* How one stands: `red`; of one that reports its periods and stands by its year to date `red on the year to date`. */
const char *attention_now(struct composer *composer, const struct attention_item *item);

/* `red on the year to date`. */
const char *attention_by_year(struct composer *composer, const char *standing);

/* How one that is judged stands: `red`, `off target (no RAG rating)`. */
const char *attention_standing_words(struct composer *composer, const struct attention_item *item);

/* How one stands: `Red`, `Off target`, `In the last quartile of councils`; what is not judged, or has no figure, says
 * what it lacks. */
const char *attention_stands(struct composer *composer, const struct attention_item *item);

/* `year to date 96.7%: amber` of one that is judged by its latest period and whose year has another letter; NULL of any
 * other. */
const char *attention_year(struct composer *composer, const struct attention_item *item);

/* What one is held against by which it stands: `a target`. */
const char *attention_held(const struct composer *composer, enum attention_basis basis);

#endif
