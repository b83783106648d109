#include "attention.h"

#include <stdlib.h>

#include "attention_before.h"
#include "quartile.h"
#include "usual_step.h"

enum {
    EXTREME_LEAST = 6, /* so many earlier figures make a highest or a lowest */
    MOST_LISTED = 3,
    LONG_LEAST = 3, /* so many periods in amber are long */
    PERCENT = 100
};

/* A moving range beyond the upper limit of a chart of moving ranges (XmR): 3.267 times their mean. */
static struct fraction range_limit(void) {
    return fraction_make(3267, 1000);
}

/* One indicator while it is looked at. */
struct look {
    struct arena *arena;
    const struct figure_table *table;
    const struct indicator *indicator;
    const struct attention_request *request;
    struct calendar calendar;
    struct attention_item *item;
};

int attention_sense(const struct indicator *indicator, struct fraction change) {
    if (!fraction_present(change) || !polarity_has_better(indicator->polarity))
        return 0;
    return indicator->polarity == POLARITY_HIGHER ? fraction_sign(change) : -fraction_sign(change);
}

static struct fraction value_at(const struct look *look, enum field field, int period) {
    const struct figure *figure = figure_at(look->table, field, period);
    return period < look->table->first || status_is_absent(figure->status) ? fraction_none() : figure->value;
}

static bool same(struct attention_standing a, struct attention_standing b) {
    return a.basis == b.basis && a.word == b.word;
}

static bool is_red(struct attention_standing standing) {
    return (standing.basis == STANDING_BAND && standing.word == BAND_RED) ||
           (standing.basis == STANDING_TARGET && standing.word == TARGET_MISSING);
}

static bool is_amber(struct attention_standing standing) {
    return standing.basis == STANDING_BAND && standing.word == BAND_AMBER;
}

static bool is_last_quarter(struct attention_standing standing) {
    return standing.basis == STANDING_QUARTER && standing.word == QUARTILE_D;
}

/* Among quarters only the last one is told from the others: ranks move by chance. */
static void put_change(struct attention_item *item) {
    bool told = item->now.basis != STANDING_QUARTER || is_last_quarter(item->now) || is_last_quarter(item->before);
    item->changed = item->now.basis != STANDING_NONE && item->now.basis == item->before.basis &&
                    item->now.word != item->before.word && told;
    item->worse = item->changed && item->now.word > item->before.word;
}

static void put_run(const struct look *look) {
    struct attention_item *item = look->item;
    int period = item->period;
    if (item->now.basis == STANDING_NONE)
        return;
    for (bool gap = false; period >= look->table->first; period = figure_period_before(look->table, period)) {
        if (same(attention_standing(look->table, item->field, period), item->now)) {
            item->run++;
            item->run_first = period;
            item->run_gaps |= gap;
        } else if (status_is_absent(figure_at(look->table, item->field, period)->status)) {
            gap = true;
        } else {
            break;
        }
    }
    while (period >= look->table->first && attention_standing(look->table, item->field, period).basis == STANDING_NONE)
        period = figure_period_before(look->table, period);
    item->run_of_all = period < look->table->first;
}

/* The band of the latest period where the year to date is judged. */
static void put_own(const struct look *look) {
    struct attention_item *item = look->item;
    const struct figure *letter = figure_at(look->table, FIELD_RAG, item->period);
    bool differs = item->field == FIELD_YTD_VALUE && item->now.basis == STANDING_BAND &&
                   !status_is_absent(letter->status) && letter->word != item->now.word;
    item->own = differs ? letter->word : -1;
}

static void put_year(const struct look *look) {
    struct attention_item *item = look->item;
    int ago = calendar_due_year_ago(look->calendar, item->period, indicator_due(look->indicator, look->calendar));
    bool both = fraction_present(value_at(look, item->field, item->period)) &&
                fraction_present(value_at(look, item->field, ago));
    item->year_ago = both ? ago : PERIOD_NONE;
}

static struct fraction in_percent_of(struct fraction part, struct fraction whole) {
    return fraction_multiply(fraction_divide(part, fraction_absolute(whole)), fraction_make(PERCENT, 1));
}

/* The worse, the more. */
static void put_worsened(const struct look *look) {
    struct attention_item *item = look->item;
    struct fraction now = value_at(look, item->field, item->period);
    struct fraction then = value_at(look, item->field, figure_period_before(look->table, item->period));
    bool higher = look->indicator->polarity == POLARITY_HIGHER;
    if (polarity_has_better(look->indicator->polarity))
        item->worsened = in_percent_of(higher ? fraction_subtract(then, now) : fraction_subtract(now, then), then);
}

static void put_shortfall(const struct look *look) {
    struct fraction target = value_at(look, FIELD_TARGET, look->item->period);
    struct fraction gap = fraction_subtract(value_at(look, look->item->field, look->item->period), target);
    look->item->shortfall = fraction_absolute(in_percent_of(gap, target));
}

/* The worst figure for some time, or where it stands better than before the best. A year to date starts anew, so that
 * its months are not compared. */
static void put_extreme(const struct look *look) {
    struct attention_item *item = look->item;
    bool best = item->changed && !item->worse;
    bool highest = (look->indicator->polarity == POLARITY_HIGHER) == best;
    struct fraction value = value_at(look, FIELD_VALUE, item->period);
    int passed = 0, first = PERIOD_NONE, period = figure_period_before(look->table, item->period);
    if (!fraction_present(value) || item->field == FIELD_YTD_VALUE || !polarity_has_better(look->indicator->polarity))
        return;
    value = figure_rounded(look->indicator, FIELD_VALUE, value);
    for (; period >= look->table->first; period = figure_period_before(look->table, period)) {
        struct fraction other = value_at(look, FIELD_VALUE, period);
        if (!fraction_present(other))
            continue;
        int order = fraction_compare(figure_rounded(look->indicator, FIELD_VALUE, other), value);
        if (highest ? order >= 0 : order <= 0)
            break;
        passed++;
        first = period;
    }
    bool of_all = period < look->table->first;
    item->extreme = (struct attention_extreme){
        .is = passed >= EXTREME_LEAST, .highest = highest, .of_all = of_all, .since = of_all ? first : period};
}

/* The step to the latest period, and what was usual before it. */
static void put_step(const struct look *look) {
    struct attention_item *item = look->item;
    int before = figure_period_before(look->table, item->period);
    item->step = fraction_subtract(value_at(look, FIELD_VALUE, item->period), value_at(look, FIELD_VALUE, before));
    item->usual_step = usual_step_up_to(look->table, FIELD_VALUE, before);
}

static bool moved(const struct attention_item *item) {
    if (!fraction_present(item->step) || !fraction_present(item->usual_step) || fraction_sign(item->usual_step) == 0)
        return false;
    struct fraction limit = fraction_multiply(item->usual_step, range_limit());
    return fraction_compare(fraction_absolute(item->step), limit) > 0;
}

static void put_actions(const struct look *look, const struct catalogue *catalogue) {
    size_t count;
    const struct action *actions = catalogue_actions(catalogue, look->indicator, &count);
    for (size_t i = 0; i < count; i++) {
        look->item->open += action_is_open(&actions[i]);
        look->item->overdue += action_is_overdue(&actions[i], look->request->day);
    }
}

/* ------------------------------------------------------------------ why one is listed */

static int variation_at(const struct look *look, int period) {
    const struct figure *variation = figure_at(look->table, FIELD_SPC_VARIATION, period);
    return period < look->table->first || status_is_absent(variation->status) ? SPC_VARIATION_COMMON : variation->word;
}

/* What its control chart says, where it has one. What lasts is told once, unless it is a concern. */
static enum attention_watch charted(const struct look *look) {
    int now = variation_at(look, look->item->period), before = variation_at(look, look->item->period_before);
    if (now == SPC_VARIATION_CONCERN_HIGH || now == SPC_VARIATION_CONCERN_LOW)
        return WATCH_CONCERN;
    if (now == SPC_VARIATION_COMMON || now == before)
        return WATCH_NOTHING;
    bool better = now == SPC_VARIATION_IMPROVEMENT_HIGH || now == SPC_VARIATION_IMPROVEMENT_LOW;
    return better ? WATCH_BETTER : WATCH_MOVED;
}

static enum attention_watch stepped(const struct look *look) {
    if (!moved(look->item))
        return WATCH_NOTHING;
    int sense = attention_sense(look->indicator, look->item->step);
    return sense < 0 ? WATCH_WORSE : sense > 0 ? WATCH_BETTER : WATCH_MOVED;
}

static enum attention_watch first_of(enum attention_watch a, enum attention_watch b) {
    return a < b ? a : b;
}

static enum attention_watch watch_of(const struct look *look) {
    const struct attention_item *item = look->item;
    bool fresh = item->period_before == PERIOD_NONE || item->period > item->period_before;
    enum attention_watch watch = item->overdue > 0 ? WATCH_OVERDUE : WATCH_NOTHING;
    if (is_last_quarter(item->now))
        watch = WATCH_QUARTER;
    if (is_amber(item->now) && item->run >= LONG_LEAST)
        watch = WATCH_LONG;
    if (!fresh)
        return watch;
    if (is_amber(item->now) && item->extreme.is)
        watch = WATCH_LOWEST;
    watch = first_of(watch, look->indicator->control_chart != NULL ? charted(look) : stepped(look));
    return item->own == BAND_RED ? WATCH_ALONE : watch;
}

static enum attention_group group_of(const struct look *look) {
    struct attention_item *item = look->item;
    if (is_red(item->now))
        return ATTENTION_DECISION;
    if (item->changed)
        return ATTENTION_CHANGED;
    item->watch = watch_of(look);
    return item->watch != WATCH_NOTHING ? ATTENTION_WATCH : ATTENTION_REST;
}

static void look_at(const struct look *look, const struct attention_before *before, const struct catalogue *catalogue) {
    struct attention_item *item = look->item;
    enum field reported = field_reported(look->indicator, FIELD_VALUE);
    *item = (struct attention_item){.indicator = look->indicator,
                                    .watch = WATCH_NOTHING,
                                    .period = figure_due_period(look->table, reported, look->request->period),
                                    .field = before->field,
                                    .worsened = fraction_none(),
                                    .before = before->standing,
                                    .printed_before = before->printed,
                                    .period_before = before->period,
                                    .run_first = PERIOD_NONE};
    item->value = *figure_at(look->table, item->field, item->period);
    item->now = attention_standing(look->table, item->field, item->period);
    item->unjudged = unjudged_why(look->table, item->period);
    put_change(item);
    put_run(look);
    put_own(look);
    put_year(look);
    put_shortfall(look);
    put_worsened(look);
    put_extreme(look);
    put_step(look);
    put_actions(look, catalogue);
    item->group = group_of(look);
    item->expects_action = is_red(item->now) || is_amber(item->now);
}

/* ------------------------------------------------------------------ all of them */

/* The larger first; none behind all. */
static int by_size(struct fraction a, struct fraction b) {
    if (!fraction_present(a) || !fraction_present(b))
        return fraction_present(b) - fraction_present(a);
    return fraction_compare(b, a);
}

/* How many times the usual step it moved. */
static struct fraction movement(const struct attention_item *item) {
    return fraction_absolute(fraction_divide(item->step, item->usual_step));
}

/* Those of the rest that stand alike lie together: the judged first, then those that have no figure. */
static int rest_place(const struct attention_item *item) {
    enum { NOT_JUDGED = 100, NO_FIGURE = 200, A_BASIS = 10 };
    if (status_is_absent(item->value.status))
        return NO_FIGURE + (int)item->unjudged;
    return item->now.basis == STANDING_NONE ? NOT_JUDGED + (int)item->unjudged
                                            : A_BASIS * (int)item->now.basis + item->now.word;
}

static int in_order(const void *a, const void *b) {
    const struct attention_item *left = a, *right = b;
    int order = (int)left->group - (int)right->group;
    if (order == 0 && left->group == ATTENTION_DECISION)
        order = right->changed - left->changed;
    if (order == 0 && left->group == ATTENTION_DECISION)
        order = by_size(left->worsened, right->worsened);
    if (order == 0 && left->group == ATTENTION_CHANGED)
        order = right->worse - left->worse;
    if (order == 0 && left->group == ATTENTION_WATCH)
        order = (int)left->watch - (int)right->watch;
    if (order == 0 && left->group == ATTENTION_REST)
        order = rest_place(left) - rest_place(right);
    bool by_movement = left->watch == WATCH_WORSE || left->watch == WATCH_MOVED || left->watch == WATCH_BETTER ||
                       left->watch == WATCH_MOST;
    if (order == 0 && left->group != ATTENTION_REST)
        order = by_movement ? by_size(movement(left), movement(right)) : by_size(left->shortfall, right->shortfall);
    return order != 0 ? order : left->indicator->index < right->indicator->index ? -1 : 1;
}

/* Where nothing is judged, the few that moved most, so that there is something to read. */
static void add_most(struct attention *attention) {
    for (size_t listed = 0; listed < MOST_LISTED; listed++) {
        struct attention_item *most = NULL;
        for (size_t i = 0; i < attention->count; i++) {
            struct attention_item *item = &attention->items[i];
            struct fraction moved_by = movement(item);
            bool free = item->group == ATTENTION_REST && fraction_present(moved_by) && fraction_sign(moved_by) > 0;
            if (free && (most == NULL || fraction_compare(moved_by, movement(most)) > 0))
                most = item;
        }
        if (most == NULL)
            return;
        most->group = ATTENTION_WATCH;
        most->watch = WATCH_MOST;
        attention->groups[ATTENTION_REST]--;
        attention->groups[ATTENTION_WATCH]++;
    }
}

static void count_item(struct attention *attention, const struct attention_item *item, bool tells_actions) {
    attention->groups[item->group]++;
    if (item->now.basis != STANDING_NONE)
        attention->judged++;
    else
        attention->unjudged[item->unjudged]++;
    attention->last_quarter += is_last_quarter(item->now);
    attention->changed += item->changed;
    attention->overdue += item->overdue;
    attention->without_action += tells_actions && item->expects_action && item->open == 0;
    if (item->printed_before != NULL && item->period_before > attention->since)
        attention->since = item->period_before;
}

/* What those for decision stand by; where there are none, what all do. */
static void put_basis(struct attention *attention) {
    for (size_t i = 0; i < attention->count; i++) {
        const struct attention_item *item = &attention->items[i];
        bool asked = item->group == ATTENTION_DECISION || attention->groups[ATTENTION_DECISION] == 0;
        attention->by_band = attention->by_band || (asked && item->now.basis == STANDING_BAND);
        attention->by_target = attention->by_target || (asked && item->now.basis == STANDING_TARGET);
    }
}

struct attention attention_find(struct arena *arena, const struct figures *figures,
                                const struct attention_request *request) {
    const struct attention_before *before = attention_before(arena, figures, request);
    struct attention attention = {.items = arena_new_array(arena, request->count + 1, struct attention_item),
                                  .count = request->count,
                                  .since = PERIOD_NONE};
    for (size_t i = 0; i < request->count; i++) {
        const struct look look = {.arena = arena,
                                  .table = figures_of(figures, request->indicators[i]),
                                  .indicator = request->indicators[i],
                                  .request = request,
                                  .calendar = figures->catalogue->calendar,
                                  .item = &attention.items[i]};
        look_at(&look, &before[request->indicators[i]->index], figures->catalogue);
        count_item(&attention, &attention.items[i], figures->catalogue->tells_actions);
    }
    put_basis(&attention);
    if (attention.judged == 0 && attention.groups[ATTENTION_WATCH] < MOST_LISTED)
        add_most(&attention);
    if (request->count > 1)
        qsort(attention.items, attention.count, sizeof *attention.items, in_order);
    if (request->issue == NULL && attention.since != PERIOD_NONE)
        attention.since = request->since;
    return attention;
}
