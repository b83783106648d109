#include "attention.h"

#include <stdlib.h>

#include "attention_before.h"
#include "attention_judged.h"
#include "attention_order.h"
#include "attention_signal.h"
#include "attention_tally.h"
#include "complement.h"
#include "usual_step.h"

enum {
    EXTREME_LEAST = 6, /* so many earlier figures make a highest or a lowest */
    MOST_LISTED = 5,
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

static struct fraction value_at(const struct look *look, enum field field, int period) {
    const struct figure *figure = figure_at(look->table, field, period);
    return status_is_absent(figure->status) ? fraction_none() : figure->value;
}

static bool same(struct attention_standing a, struct attention_standing b) {
    return a.basis == b.basis && a.word == b.word;
}

/* Whether a target is met matters, not by how much; among quarters only the last one is told from the others: ranks
 * move by chance. */
static void put_change(struct attention_item *item) {
    bool told = item->now.basis == STANDING_BAND ||
                (item->now.basis == STANDING_TARGET && attention_is_red(item->now) != attention_is_red(item->before)) ||
                attention_is_last_quarter(item->now) || attention_is_last_quarter(item->before);
    item->changed = item->now.basis == item->before.basis && item->now.word != item->before.word && told;
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

/* The band of the latest period where the year to date is judged, and the other way round. */
static void put_other(const struct look *look) {
    struct attention_item *item = look->item;
    enum field field = item->field == FIELD_YTD_VALUE ? FIELD_RAG : FIELD_YTD_RAG;
    const struct figure *letter = figure_at(look->table, field, item->period);
    bool differs = field_exists(look->indicator, field) && item->now.basis == STANDING_BAND &&
                   !status_is_absent(letter->status) && letter->word != item->now.word;
    item->other = differs ? letter->word : -1;
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

/* The end of a range of green that a figure lies beyond; none where it lies within, or there is no such range. */
static struct fraction edge_passed(const struct band *green, struct fraction value) {
    if (green == NULL || !fraction_present(value))
        return fraction_none();
    if (fraction_present(green->from) && fraction_compare(value, green->from) < 0)
        return green->from;
    bool beyond = fraction_present(green->below) && fraction_compare(value, green->below) > 0;
    return beyond ? green->below : fraction_none();
}

static void put_shortfall(const struct look *look) {
    struct attention_item *item = look->item;
    struct fraction value = value_at(look, item->field, item->period);
    struct fraction target = value_at(look, FIELD_TARGET, item->period);
    item->edge =
        fraction_present(target) ? fraction_none() : edge_passed(indicator_green(look->indicator, item->period), value);
    target = fraction_present(target) ? target : item->edge;
    struct fraction gap = fraction_subtract(value, target);
    item->shortfall = fraction_absolute(in_percent_of(gap, target));
}

/* The worst figure for some time; the best where it stands better than before, or stands in no way and moved for the
 * better; where neither way is better and nothing is judged, the one that it moved to. A year to date starts anew, so
 * that its months are not compared. */
static void put_extreme(const struct look *look) {
    struct attention_item *item = look->item;
    bool improved = item->now.basis == STANDING_NONE && polarity_sense(look->indicator->polarity, item->step) > 0;
    bool best = improved || (item->changed && !item->worse);
    bool judged = polarity_has_better(look->indicator->polarity);
    bool highest = judged ? (look->indicator->polarity == POLARITY_HIGHER) == best : fraction_sign(item->step) > 0;
    struct fraction value = value_at(look, FIELD_VALUE, item->period);
    int passed = 0, first = PERIOD_NONE, period = figure_period_before(look->table, item->period);
    if (!fraction_present(value) || item->field == FIELD_YTD_VALUE ||
        (!judged && (item->now.basis != STANDING_NONE || !fraction_present(item->step))))
        return;
    value = figure_rounded(look->indicator, FIELD_VALUE, value);
    bool level = false;
    for (; period >= look->table->first; period = figure_period_before(look->table, period)) {
        struct fraction other = value_at(look, FIELD_VALUE, period);
        if (!fraction_present(other))
            continue;
        int order = fraction_compare(figure_rounded(look->indicator, FIELD_VALUE, other), value);
        level = order == 0;
        if (highest ? order >= 0 : order <= 0)
            break;
        passed++;
        first = period;
    }
    bool of_all = period < look->table->first;
    item->extreme = (struct attention_extreme){.is = passed >= EXTREME_LEAST,
                                               .highest = highest,
                                               .of_all = of_all,
                                               .level = level && !of_all,
                                               .since = of_all ? first : period};
}

/* The step to the latest period, and what was usual before it. */
static void put_step(const struct look *look) {
    struct attention_item *item = look->item;
    int before = figure_period_before(look->table, item->period);
    item->step_from = before;
    item->step = fraction_subtract(value_at(look, FIELD_VALUE, item->period), value_at(look, FIELD_VALUE, before));
    const struct usual_step usual = usual_step_up_to(look->table, FIELD_VALUE, before);
    item->usual_step = usual.size;
    item->usual_steps = usual.steps;
    const struct figure *way = figure_at(look->table, FIELD_DIRECTION_PREVIOUS, item->period);
    item->held = fraction_present(look->indicator->direction.threshold) && !status_is_absent(way->status);
    item->similar = item->held && way->word == DIRECTION_LEVEL;
}

static bool moved(const struct attention_item *item) {
    if (item->similar || !fraction_present(item->step) || !fraction_present(item->usual_step) ||
        fraction_sign(item->usual_step) == 0)
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

/* It is newer than what it is held against. */
static bool is_fresh(const struct attention_item *item) {
    return item->period_before == PERIOD_NONE || item->period > item->period_before;
}

/* What its control chart says now and said then. */
static void put_signal(const struct look *look) {
    struct attention_item *item = look->item;
    item->variation = attention_variation(look->table, item->period);
    item->marked = attention_marked(look->table, item->period);
    item->signalled = item->variation != SPC_VARIATION_COMMON && item->period_before != PERIOD_NONE && is_fresh(item) &&
                      item->variation != attention_variation_told(look->table, item->period_before);
}

/* ------------------------------------------------------------------ why one is listed */

static enum attention_watch stepped(const struct look *look) {
    if (!moved(look->item))
        return WATCH_NOTHING;
    int sense = polarity_sense(look->indicator->polarity, look->item->step);
    return sense < 0 ? WATCH_WORSE : sense > 0 ? WATCH_BETTER : WATCH_MOVED;
}

static enum attention_watch first_of(enum attention_watch a, enum attention_watch b) {
    return a < b ? a : b;
}

static enum attention_watch watch_of(const struct look *look) {
    const struct attention_item *item = look->item;
    enum attention_watch watch = item->overdue > 0 ? WATCH_OVERDUE : WATCH_NOTHING;
    if (attention_is_last_quarter(item->now))
        watch = WATCH_QUARTER;
    if (attention_is_amber(item->now) && item->run >= LONG_LEAST)
        watch = WATCH_LONG;
    if (!is_fresh(item))
        return watch;
    if (attention_is_amber(item->now) && item->extreme.is)
        watch = WATCH_LOWEST;
    if (attention_is_concern(item->variation))
        watch = WATCH_CONCERN;
    else if (look->indicator->control_chart == NULL)
        watch = first_of(watch, stepped(look));
    return item->other == BAND_RED && item->field == FIELD_YTD_VALUE ? WATCH_ALONE : watch;
}

static enum attention_group group_of(const struct look *look) {
    struct attention_item *item = look->item;
    if (attention_is_red(item->now))
        return ATTENTION_DECISION;
    if (item->changed)
        return ATTENTION_CHANGED;
    if (item->signalled && attention_is_concern(item->variation))
        return ATTENTION_SIGNAL;
    item->watch = watch_of(look);
    if (item->watch != WATCH_NOTHING)
        return ATTENTION_WATCH;
    if (item->signalled)
        return ATTENTION_NEWS;
    return attention_is_unusual(item->variation) && is_fresh(item) ? ATTENTION_UNUSUAL : ATTENTION_REST;
}

static void look_at(const struct look *look, const struct attention_before *before, const struct catalogue *catalogue) {
    struct attention_item *item = look->item;
    enum field reported = field_reported(look->indicator, FIELD_VALUE);
    *item = (struct attention_item){.indicator = look->indicator,
                                    .watch = WATCH_NOTHING,
                                    .period = figure_due_period(look->table, reported, look->request->period),
                                    .field = before->field,
                                    .worsened = fraction_none(),
                                    .edge = fraction_none(),
                                    .before = before->standing,
                                    .printed_before = before->printed,
                                    .period_before = before->period,
                                    .run_first = PERIOD_NONE};
    item->value = *figure_at(look->table, item->field, item->period);
    item->now = attention_standing(look->table, item->field, item->period);
    item->unjudged = unjudged_why(look->table, item->period);
    put_change(item);
    put_run(look);
    put_other(look);
    put_year(look);
    put_shortfall(look);
    put_worsened(look);
    put_step(look);
    put_extreme(look);
    put_signal(look);
    put_actions(look, catalogue);
    item->group = group_of(look);
    item->expects_action =
        attention_is_red(item->now) || attention_is_amber(item->now) || attention_is_last_quarter(item->now);
}

/* ------------------------------------------------------------------ all of them */

/* What stands in no way and moved by more than its usual step, or where that is known of none, at all; where the
 * catalogue says which moves are none, by that. A control chart is asked in place of steps, and a count is left to its
 * share. */
static bool may_fill(const struct attention *attention, const struct attention_item *item) {
    bool by_steps = item->indicator->control_chart == NULL && item->indicator->share == NULL && !item->similar;
    struct fraction moved_by = attention_order_movement(item);
    struct fraction least = fraction_make(attention->by_percent || item->held ? 0 : 1, 1);
    return item->group == ATTENTION_REST && item->now.basis == STANDING_NONE && by_steps && is_fresh(item) &&
           !status_is_absent(item->value.status) && fraction_present(moved_by) &&
           fraction_present(item->usual_step) != attention->by_percent && fraction_compare(moved_by, least) > 0;
}

/* Of two shares that make up a whole one tells the other, and the list has that of which more is better; but not where
 * only the other is called worse, or that has no place in the list. */
static const struct indicator *told_by(const struct figures *figures, const struct attention *attention,
                                       const struct attention_item *item) {
    for (size_t i = 0; i < attention->count && item->indicator->polarity == POLARITY_LOWER; i++) {
        const struct attention_item *other = &attention->items[i];
        bool tells = (!attention_order_is_worse(item) || attention_order_is_worse(other)) &&
                     (other->group != ATTENTION_REST || may_fill(attention, other));
        if (tells &&
            complement_is(figures_of(figures, item->indicator), figures_of(figures, other->indicator), item->period))
            return other->indicator;
    }
    return NULL;
}

/* Nothing stands in any way, and no step can be called usual, as in a pack of five years. */
static bool is_by_percent(const struct attention *attention) {
    for (size_t i = 0; i < attention->count; i++)
        if (fraction_present(attention->items[i].usual_step))
            return false;
    return attention_judged(attention) == 0;
}

/* One of the rest. */
static void put_group(struct attention *attention, struct attention_item *item, enum attention_group group) {
    attention->groups[item->group]--;
    item->group = group;
    attention->groups[group]++;
}

static struct attention_item *next_to_fill(const struct attention *attention) {
    struct attention_item *most = NULL;
    for (size_t i = 0; i < attention->count; i++) {
        struct attention_item *item = &attention->items[i];
        if (may_fill(attention, item) && item->told_by == NULL &&
            (most == NULL || attention_order_by_movement(item, most) < 0))
            most = item;
    }
    return most;
}

/* Where most stand in no way the few of them that moved most fill up the list, so that there is something to read; and
 * all that the catalogue calls worse, though it has no rows for them. */
static void fill_up(const struct figures *figures, struct attention *attention, size_t rows) {
    for (size_t i = 0; i < attention->count; i++)
        if (may_fill(attention, &attention->items[i]))
            attention->items[i].told_by = told_by(figures, attention, &attention->items[i]);
    for (size_t listed = 0;; listed++) {
        struct attention_item *most = next_to_fill(attention);
        bool room = listed < MOST_LISTED && listed < rows;
        if (most == NULL || (!room && !attention_order_is_worse(most)))
            break;
        put_group(attention, most, attention_order_is_worse(most) ? ATTENTION_WORSE : ATTENTION_MOST);
    }
    for (size_t i = 0; i < attention->count; i++)
        if (attention->items[i].told_by != NULL && attention_order_is_worse(&attention->items[i]))
            put_group(attention, &attention->items[i], ATTENTION_TOLD);
}

/* The worst of all figures, or the best, though the step to it is no news by itself. */
static bool is_extreme(const struct attention_item *item, int sense) {
    return item->extreme.is && item->extreme.of_all && polarity_sense(item->indicator->polarity, item->step) == sense;
}

/* By what one that stands in no way is named, though nothing lists it; ATTENTION_REST for nothing. A count is left to
 * its share. */
static enum attention_group named_group(const struct attention_item *item) {
    if (item->group != ATTENTION_REST || item->now.basis != STANDING_NONE || item->indicator->share != NULL ||
        item->indicator->control_chart != NULL || !is_fresh(item))
        return item->group;
    return is_extreme(item, -1)              ? ATTENTION_WORST
           : attention_order_is_better(item) ? ATTENTION_BETTER
           : is_extreme(item, 1)             ? ATTENTION_BEST
                                             : ATTENTION_REST;
}

/* What is at its worst is named, and what got better, or is at its best. */
static void find_named(const struct figures *figures, struct attention *attention) {
    for (size_t i = 0; i < attention->count; i++) {
        struct attention_item *item = &attention->items[i];
        enum attention_group group = named_group(item);
        if (group == item->group)
            continue;
        item->told_by = told_by(figures, attention, item);
        if (item->told_by == NULL)
            put_group(attention, item, group);
        else if (attention_order_is_worse(item))
            put_group(attention, item, ATTENTION_TOLD);
    }
}

int attention_called(const struct attention_item *item) {
    bool told_elsewhere =
        item->told_by != NULL || item->indicator->share != NULL || item->indicator->control_chart != NULL;
    if (item->now.basis != STANDING_NONE || item->unjudged == UNJUDGED_OF_YEAR || told_elsewhere || !is_fresh(item))
        return 0;
    return attention_order_is_better(item) - attention_order_is_worse(item);
}

static void count_called(struct attention *attention) {
    for (size_t i = 0; i < attention->count; i++) {
        attention->called_worse += attention_called(&attention->items[i]) < 0;
        attention->called_better += attention_called(&attention->items[i]) > 0;
    }
}

/* The threshold by which all that are called worse or better are so, since the period before the pack's. */
static struct fraction shared_threshold(const struct attention *attention, int period) {
    struct fraction shared = fraction_none();
    for (size_t i = 0; i < attention->count; i++) {
        const struct attention_item *item = &attention->items[i];
        struct fraction threshold = item->indicator->direction.threshold;
        if (attention_called(item) == 0)
            continue;
        if (!fraction_present(shared))
            shared = threshold;
        if (item->period != period || item->step_from != period - 1 || fraction_compare(threshold, shared) != 0)
            return fraction_none();
    }
    return shared;
}

size_t attention_urgent(const struct attention *attention) {
    size_t urgent = 0;
    for (enum attention_group group = 0; group < ATTENTION_WORST; group++)
        urgent += attention->groups[group];
    return urgent;
}

bool attention_is_by_year(const struct attention_item *item) {
    return item->field != field_reported(item->indicator, FIELD_VALUE);
}

bool attention_is_step(enum attention_watch watch) {
    return watch == WATCH_WORSE || watch == WATCH_MOVED || watch == WATCH_BETTER;
}

size_t attention_judged(const struct attention *attention) {
    return attention->count - attention->stand[STANDING_NONE];
}

struct attention attention_find(struct arena *arena, const struct figures *figures,
                                const struct attention_request *request) {
    const struct attention_before *before = attention_before(arena, figures, request);
    struct attention attention = {.items = arena_new_array(arena, request->count + 1, struct attention_item),
                                  .count = request->count,
                                  .since = PERIOD_NONE,
                                  .against = request->against};
    for (size_t i = 0; i < request->count; i++) {
        const struct look look = {.arena = arena,
                                  .table = figures_of(figures, request->indicators[i]),
                                  .indicator = request->indicators[i],
                                  .request = request,
                                  .calendar = figures->catalogue->calendar,
                                  .item = &attention.items[i]};
        look_at(&look, &before[request->indicators[i]->index], figures->catalogue);
        attention_tally(&attention, &attention.items[i], figures->catalogue->tells_actions);
    }
    size_t urgent = attention_urgent(&attention);
    attention.by_percent = is_by_percent(&attention);
    if (attention.stand[STANDING_NONE] > attention_judged(&attention))
        fill_up(figures, &attention, urgent < request->most ? request->most - urgent : 0);
    find_named(figures, &attention);
    count_called(&attention);
    attention.threshold = shared_threshold(&attention, request->period);
    for (size_t i = 0; i < attention.count; i++)
        attention.items[i].place = attention_order_place(&attention.items[i], attention_judged(&attention) > 0);
    if (request->count > 1)
        qsort(attention.items, attention.count, sizeof *attention.items, attention_order_compare);
    if (request->issue == NULL && attention.since != PERIOD_NONE)
        attention.since = request->since;
    return attention;
}
