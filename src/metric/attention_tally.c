#include "attention_tally.h"

#include "attention_judged.h"
#include "attention_signal.h"

void attention_tally(struct attention *attention, const struct attention_item *item, bool tells_actions) {
    attention->groups[item->group]++;
    attention->stand[item->now.basis]++;
    attention->decisions[item->now.basis] += item->group == ATTENTION_DECISION;
    attention->decisions_by_year += item->group == ATTENTION_DECISION && attention_is_by_year(item);
    if (item->now.basis == STANDING_NONE)
        attention->unjudged[item->unjudged]++;
    attention->last_quarter += attention_is_last_quarter(item->now);
    attention->changed += item->changed;
    attention->worse += item->changed && item->worse;
    attention->untargeted +=
        item->unjudged == UNJUDGED_NO_TARGET && item->now.basis != STANDING_BAND && item->now.basis != STANDING_TARGET;
    attention->concerns += attention_is_concern(item->variation);
    attention->signals += item->signalled;
    attention->overdue += item->overdue;
    bool without = tells_actions && item->expects_action && item->open == 0;
    attention->without_action += without && attention_is_red(item->now);
    attention->last_without += without && attention_is_last_quarter(item->now);
    attention->amber_without += without && attention_is_amber(item->now);
    attention->concerns_without +=
        tells_actions && !item->expects_action && item->open == 0 && attention_is_concern(item->variation);
    if (item->printed_before != NULL && item->period_before > attention->since)
        attention->since = item->period_before;
}
