#ifndef ATTENTION_ATTENTION_WORDS_H
#define ATTENTION_ATTENTION_WORDS_H

#include "attention.h"
#include "composer.h"

/* What is said over the list of those that need attention, and below it, in sentences of the pack's language. */

/* What those for decision are: `red`, `off target`, `red or off target`; where none has a key or a target, `in the last
 * quarter of councils`. */
const char *attention_decided(struct composer *composer, const struct attention *attention);

/* What those that are counted have, and others have not: `a target`, `a RAG rating or a target`. */
const char *attention_with(struct composer *composer, const struct attention *attention);

/* How those of the group of one changed that went the same way, for the worse or for the better: `moved off target
 * since June 2018`, `changed RAG rating since June 2018, for the worse`. Of NULL all: `changed RAG rating since June
 * 2018: five for the better, two for the worse`. */
const char *attention_changed(struct composer *composer, const struct attention *attention,
                              const struct attention_item *like, const char *since);

/* The heading over it says how it changed: it moved into the last quartile, as all under that heading. */
bool attention_is_headed(const struct attention *attention, const struct attention_item *item);

/* `since June 2018`; `since the last issue, June 2018`. */
const char *attention_since(const struct composer *composer, const struct attention *attention, bool last_issue);

/* Why one is watched: `amber three times running`. */
const char *attention_rule_of(const struct composer *composer, enum attention_watch watch);

/* By which rules those among the first `listed` that are to watch are there; empty where none is. */
const char *attention_rules(struct composer *composer, const struct attention *attention, size_t listed);

/* The sentences over the list: how many are red, changed, how many actions are overdue, how many are missing. */
const char *attention_summary(struct composer *composer, const struct attention *attention, const char *since);

/* Whether they count how all measures stand: those that are judged are all for decision, and what the others lack is
 * said. */
bool attention_summary_counts_all(const struct attention *attention);

#endif
