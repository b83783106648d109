#include "attention_order.h"

#include "attention_signal.h"

/* The larger first; none behind all. */
static int by_size(struct fraction a, struct fraction b) {
    if (!fraction_present(a) || !fraction_present(b))
        return fraction_present(b) - fraction_present(a);
    return fraction_compare(b, a);
}

struct fraction attention_order_movement(const struct attention_item *item) {
    struct fraction before = fraction_subtract(item->value.value, item->step);
    return fraction_present(item->usual_step) ? fraction_absolute(fraction_divide(item->step, item->usual_step))
                                              : fraction_absolute(fraction_divide(item->step, before));
}

int attention_order_place(const struct attention_item *item, bool judged) {
    enum { CHARTED = 80, NOT_JUDGED = 100, NO_FIGURE = 200, A_BASIS = 10, BY_YEAR = 5 };
    if (status_is_absent(item->value.status))
        return (judged ? NOT_JUDGED + (int)item->unjudged : NO_FIGURE + (int)unjudged_absent(item->value.status));
    if (item->now.basis != STANDING_NONE)
        return A_BASIS * (int)item->now.basis + item->now.word + (attention_is_by_year(item) ? BY_YEAR : 0);
    return item->indicator->control_chart != NULL ? CHARTED + (int)item->variation : NOT_JUDGED + (int)item->unjudged;
}

/* New ones first, then the farthest from their targets, then those that worsened most. */
static int by_decision(const struct attention_item *left, const struct attention_item *right) {
    int order = right->changed - left->changed;
    if (order == 0)
        order = by_size(left->shortfall, right->shortfall);
    return order != 0 ? order : by_size(left->worsened, right->worsened);
}

static int by_change(const struct attention_item *left, const struct attention_item *right) {
    return left->worse != right->worse ? right->worse - left->worse : by_size(left->shortfall, right->shortfall);
}

/* Concerns, then what is neither good nor bad, then improvements; the longest marked first. */
static int by_signal(const struct attention_item *left, const struct attention_item *right) {
    bool unusual[] = {attention_is_unusual(left->variation), attention_is_unusual(right->variation)},
         concern[] = {attention_is_concern(left->variation), attention_is_concern(right->variation)};
    if (concern[0] != concern[1])
        return concern[1] - concern[0];
    if (unusual[0] != unusual[1])
        return unusual[1] - unusual[0];
    return left->marked == right->marked ? 0 : left->marked > right->marked ? -1 : 1;
}

/* What is done late first. */
static int by_watch(const struct attention_item *left, const struct attention_item *right) {
    bool late[] = {left->overdue > 0, right->overdue > 0};
    if (late[0] != late[1])
        return late[1] - late[0];
    if (left->watch != right->watch)
        return (int)left->watch - (int)right->watch;
    return attention_is_step(left->watch) ? by_size(attention_order_movement(left), attention_order_movement(right))
                                          : by_size(left->shortfall, right->shortfall);
}

bool attention_order_is_worse(const struct attention_item *item) {
    return item->held && !item->similar && polarity_sense(item->indicator->polarity, item->step) < 0;
}

bool attention_order_is_better(const struct attention_item *item) {
    return item->held && !item->similar && polarity_sense(item->indicator->polarity, item->step) > 0;
}

int attention_order_by_movement(const struct attention_item *left, const struct attention_item *right) {
    bool worse[] = {attention_order_is_worse(left), attention_order_is_worse(right)};
    return worse[0] != worse[1] ? worse[1] - worse[0]
                                : by_size(attention_order_movement(left), attention_order_movement(right));
}

/* Those of one sentence lie together: whose catalogue says, by the same threshold, from when on a change is one; the
 * worst or the best from the same period on, the earliest first; whose periods are as long. In it what moved most is
 * first. */
static int by_named(const struct attention_item *left, const struct attention_item *right) {
    bool better = left->group == ATTENTION_BETTER;
    int order = right->similar - left->similar;
    if (order == 0 && (better || left->similar))
        order = by_size(left->indicator->direction.threshold, right->indicator->direction.threshold);
    if (order == 0 && !better)
        order = left->extreme.since - right->extreme.since;
    if (order == 0)
        order = left->step_from - right->step_from;
    return order != 0 ? order : attention_order_by_movement(left, right);
}

static int by_rest(const struct attention_item *left, const struct attention_item *right) {
    return left->place - right->place;
}

int attention_order_compare(const void *a, const void *b) {
    static int (*const orders[ATTENTION_GROUP_COUNT])(const struct attention_item *, const struct attention_item *) = {
        [ATTENTION_DECISION] = by_decision,
        [ATTENTION_CHANGED] = by_change,
        [ATTENTION_WATCH] = by_watch,
        [ATTENTION_SIGNAL] = by_signal,
        [ATTENTION_NEWS] = by_signal,
        [ATTENTION_UNUSUAL] = by_signal,
        [ATTENTION_WORSE] = attention_order_by_movement,
        [ATTENTION_MOST] = attention_order_by_movement,
        [ATTENTION_WORST] = by_named,
        [ATTENTION_TOLD] = attention_order_by_movement,
        [ATTENTION_BETTER] = by_named,
        [ATTENTION_BEST] = by_named,
        [ATTENTION_REST] = by_rest,
    };
    const struct attention_item *left = a, *right = b;
    int order = left->group == right->group ? orders[left->group](left, right) : (int)left->group - (int)right->group;
    return order != 0 ? order : left->indicator->index < right->indicator->index ? -1 : 1;
}
