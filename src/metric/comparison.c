#include "comparison.h"

#include <math.h>

#include "funnel_among.h"
#include "peers.h"
#include "quartile.h"
#include "words.h"

/* Some of the organisations, by their numbers. */
struct members {
    const size_t *items;
    size_t count;
};

/* One indicator of one organisation among the others. */
struct comparison {
    struct figure_table *table;
    const struct indicator *indicator;
    const struct catalogue *catalogue;
    const struct peers *peers;
    struct members all;
    struct members *counted; /* by comparator: whose figures are in its own */
    int own;                 /* PEERS_NONE: none of them */
    int period;
    const struct peer_figure *figures; /* of the period, count of them */
    struct fraction *values;           /* room for those of all */
    enum status status;                /* of one's own figure */
};

static bool has_value(const struct peer_figure *figure) {
    return !status_is_absent(figure->status) && fraction_present(figure->value);
}

static bool has_counts(const struct peer_figure *figure) {
    return has_value(figure) && fraction_present(figure->numerator) && fraction_present(figure->denominator);
}

static void put(struct figure *figure, struct fraction value, enum status status) {
    bool present = !status_is_absent(status) && fraction_present(value);
    *figure = (struct figure){.value = present ? value : fraction_none(),
                              .status = present                    ? status
                                        : status_is_absent(status) ? status
                                                                   : STATUS_MISSING};
}

static void put_count(struct figure *figure, size_t count, enum status status) {
    put(figure, fraction_make((long long)count, 1), status);
}

static void put_word(struct figure *figure, int word, enum status status) {
    *figure = (struct figure){.word = status_is_absent(status) ? 0 : word, .status = status};
}

/* ------------------------------------------------------------------ ranks */

/* The values of those that have one; gives how many. */
static size_t gather_values(const struct comparison *comparison, struct members members) {
    size_t count = 0;
    for (size_t i = 0; i < members.count; i++)
        if (has_value(&comparison->figures[members.items[i]]))
            comparison->values[count++] = comparison->figures[members.items[i]].value;
    return count;
}

static struct fraction own_value(const struct comparison *comparison) {
    return comparison->own == PEERS_NONE ? fraction_none() : comparison->figures[comparison->own].value;
}

/* How many others have exactly one's own value. */
static size_t sharing(const struct comparison *comparison, size_t count) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += fraction_present(own_value(comparison)) &&
                 fraction_compare(comparison->values[i], own_value(comparison)) == 0;
    return found > 0 ? found - 1 : 0;
}

/* One's own place among so many values. Where all are alike nobody is in the best quartile, or the last. */
static void put_place(const struct comparison *comparison, struct figure *rank, struct figure *ranked,
                      struct figure *quartile, size_t count) {
    enum status none = status_worse(comparison->status, STATUS_NOT_APPLICABLE);
    size_t place = quartile_rank(own_value(comparison), comparison->values, count, comparison->indicator->polarity);
    size_t others = sharing(comparison, count);
    enum quartile quarter = others + 1 == count ? QUARTILE_NONE : quartile_of_rank(place, count);
    put_count(rank, place, place > 0 || status_is_absent(comparison->status) ? comparison->status : none);
    rank->sharing = others;
    put_count(ranked, count, comparison->status == STATUS_NOT_DUE ? STATUS_NOT_DUE : STATUS_PRESENT);
    put_word(quartile, (int)quarter,
             quarter != QUARTILE_NONE || status_is_absent(comparison->status) ? comparison->status : none);
}

/* ------------------------------------------------------------------ funnel */

static void put_limits(const struct comparison *comparison, struct figure *figures, const struct funnel_rule *rule) {
    static const struct {
        enum field lower, upper;
    } fields[FUNNEL_WIDTH_COUNT] = {[FUNNEL_95] = {FIELD_FUNNEL_LOWER_95, FIELD_FUNNEL_UPPER_95},
                                    [FUNNEL_998] = {FIELD_FUNNEL_LOWER_998, FIELD_FUNNEL_UPPER_998}};
    const struct peer_figure *own = comparison->own == PEERS_NONE ? NULL : &comparison->figures[comparison->own];
    bool placed = rule != NULL && own != NULL && has_counts(own) && fraction_sign(own->denominator) > 0;
    double size = placed ? fraction_double(own->denominator) : 0;
    for (enum funnel_width width = 0; width < FUNNEL_WIDTH_COUNT; width++) {
        const struct funnel_limits limits =
            placed ? funnel_limits_of(rule, size, width) : (struct funnel_limits){NAN, NAN};
        put(&figures[fields[width].lower], funnel_limit_figure(limits.lower), comparison->status);
        put(&figures[fields[width].upper], funnel_limit_figure(limits.upper), comparison->status);
    }
    put_word(&figures[FIELD_FUNNEL], placed ? (int)funnel_place_of(comparison->indicator, rule, size, own->value) : 0,
             placed ? comparison->status : status_worse(comparison->status, STATUS_MISSING));
}

static void put_funnel(const struct comparison *comparison, struct figure *figures) {
    struct fraction average;
    struct funnel_rule rule;
    bool due = comparison->status != STATUS_NOT_DUE;
    bool ruled = funnel_among(comparison->peers, comparison->indicator, comparison->period, &average, &rule);
    put(&figures[FIELD_FUNNEL_AVERAGE], ruled ? average : fraction_none(), due ? STATUS_PRESENT : STATUS_NOT_DUE);
    put_limits(comparison, figures, ruled ? &rule : NULL);
}

/* ------------------------------------------------------------------ comparators */

static bool any_suppressed(const struct comparison *comparison, struct members members) {
    for (size_t i = 0; i < members.count; i++)
        if (comparison->figures[members.items[i]].status == STATUS_SUPPRESSED)
            return true;
    return false;
}

/* Why it has no figure of so many members'; present where it has. */
static enum status status_of(const struct comparison *comparison, const struct comparator *comparator,
                             struct members members, size_t count) {
    if (comparison->status == STATUS_NOT_DUE)
        return STATUS_NOT_DUE;
    bool poolable = comparator->computed != COMPUTED_POOLED || comparison->indicator->denominator != NULL;
    if (!poolable || members.count == 0)
        return STATUS_NOT_APPLICABLE;
    if (count >= comparator->least && count > 0)
        return STATUS_PRESENT;
    return any_suppressed(comparison, members) ? STATUS_SUPPRESSED : STATUS_MISSING;
}

/* Among those that are counted and oneself. The place among all is known. */
static void put_place_among(const struct comparison *comparison, const struct comparator *comparator,
                            const struct figure *figures, struct figure *among) {
    struct members members = comparison->counted[comparator->place];
    if (indicator_group(comparison->indicator, comparator).by == PEERS_ALL) {
        among[AMONG_RANK] = figures[FIELD_RANK];
        among[AMONG_RANKED] = figures[FIELD_RANKED];
        among[AMONG_QUARTILE] = figures[FIELD_QUARTILE];
        return;
    }
    size_t count = gather_values(comparison, members);
    if (!comparator->with_own && comparison->own != PEERS_NONE && has_value(&comparison->figures[comparison->own]))
        comparison->values[count++] = own_value(comparison);
    put_place(comparison, &among[AMONG_RANK], &among[AMONG_RANKED], &among[AMONG_QUARTILE], count);
}

static void put_average(const struct comparison *comparison, const struct comparator *comparator,
                        struct figure *among) {
    struct members members = comparison->counted[comparator->place];
    struct fraction value;
    size_t count =
        comparator->computed == COMPUTED_POOLED
            ? funnel_among_pool(comparison->figures, members.items, members.count, comparison->indicator->per, &value)
            : gather_values(comparison, members);
    if (comparator->computed == COMPUTED_MEAN)
        value = fraction_mean(comparison->values, count);
    put(&among[AMONG_BENCHMARK], value, status_of(comparison, comparator, members, count));
    put_count(&among[AMONG_COUNTED], count, comparison->status == STATUS_NOT_DUE ? STATUS_NOT_DUE : STATUS_PRESENT);
}

/* A comparator whose figures are series. */
static void put_series(struct figure_table *table, const struct catalogue *catalogue,
                       const struct comparator *comparator, struct arena *arena, int period) {
    const char *name = words_fill(arena, comparator->series, "indicator", table->indicator->id, NULL);
    const struct series *series = catalogue_series(catalogue, name);
    for (int i = 0; i < table->count && table->first + i <= period; i++) {
        struct cell cell =
            series == NULL ? (struct cell){.status = STATUS_NOT_APPLICABLE} : series_cell(series, table->first + i);
        size_t place = (size_t)i * catalogue->computed_count + comparator->place;
        put(&table->among[place * AMONG_COUNT + AMONG_BENCHMARK], cell.number, cell.status);
    }
}

/* ------------------------------------------------------------------ all of it */

/* Whether a comparator's figures come of those of the organisations. */
static bool is_of_others(const struct comparator *comparator) {
    return figure_has_among(comparator, AMONG_COUNTED);
}

/* Who is counted in a comparator's figure. */
static bool is_member(const struct comparison *comparison, const struct comparator *comparator, size_t other) {
    if ((int)other == comparison->own)
        return comparator->with_own;
    const struct peer_group members = indicator_group(comparison->indicator, comparator);
    if (comparison->own == PEERS_NONE)
        return members.by == PEERS_ALL;
    return peers_grouped(comparison->peers, members, (size_t)comparison->own, other);
}

static struct members members_of(const struct comparison *comparison, const struct comparator *comparator,
                                 struct arena *arena) {
    size_t *items = arena_new_array(arena, comparison->all.count, size_t), count = 0;
    for (size_t i = 0; i < comparison->all.count; i++)
        if (is_member(comparison, comparator, i))
            items[count++] = i;
    return (struct members){items, count};
}

static struct members members_all(struct arena *arena, size_t count) {
    size_t *items = arena_new_array(arena, count, size_t);
    for (size_t i = 0; i < count; i++)
        items[i] = i;
    return (struct members){items, count};
}

static void compare_period(struct comparison *comparison, int period) {
    struct figure_table *table = comparison->table;
    struct figure *figures = &table->figures[(size_t)(period - table->first) * FIELD_COUNT];
    enum field reported = field_reported(comparison->indicator, FIELD_VALUE);
    comparison->period = period;
    comparison->figures = peers_figures(comparison->peers, comparison->indicator, period);
    comparison->status = status_worse(figures[reported].status, STATUS_PRESENT);
    if (comparison->own == PEERS_NONE)
        comparison->status = status_worse(comparison->status, STATUS_NOT_APPLICABLE);
    put_place(comparison, &figures[FIELD_RANK], &figures[FIELD_RANKED], &figures[FIELD_QUARTILE],
              gather_values(comparison, comparison->all));
    if (field_exists(comparison->indicator, FIELD_FUNNEL))
        put_funnel(comparison, figures);
    for (size_t c = 0; c < comparison->catalogue->comparator_count; c++) {
        const struct comparator *comparator = &comparison->catalogue->comparators[c];
        size_t place = (size_t)(period - table->first) * comparison->catalogue->computed_count + comparator->place;
        if (!is_of_others(comparator))
            continue;
        put_average(comparison, comparator, &table->among[place * AMONG_COUNT]);
        put_place_among(comparison, comparator, figures, &table->among[place * AMONG_COUNT]);
    }
}

/* Nothing is known of it but whether it is due. */
static void put_to_come(const struct comparison *comparison, int period) {
    size_t room = comparison->catalogue->computed_count * AMONG_COUNT;
    enum status status = figure_at(comparison->table, FIELD_VALUE, period)->status;
    struct figure *among = &comparison->table->among[(size_t)(period - comparison->table->first) * room];
    for (size_t i = 0; i < room && status == STATUS_NOT_DUE; i++)
        among[i].status = STATUS_NOT_DUE;
}

void comparison_compute(struct figure_table *table, const struct catalogue *catalogue, int period) {
    const struct peers *peers = catalogue->peers;
    size_t room = (size_t)table->count * catalogue->computed_count * AMONG_COUNT;
    bool alone = catalogue->organisations != NULL && !table->indicator->compared;
    for (size_t i = 0; i < room; i++)
        table->among[i] = (struct figure){.status = alone ? STATUS_NOT_APPLICABLE : STATUS_MISSING};
    struct arena *arena = arena_create();
    for (size_t c = 0; c < catalogue->comparator_count; c++)
        if (catalogue->comparators[c].computed == COMPUTED_SERIES)
            put_series(table, catalogue, &catalogue->comparators[c], arena, period);
    if (peers == NULL || !table->indicator->compared) {
        arena_destroy(arena);
        return;
    }
    size_t count = peers->organisations->count;
    struct comparison comparison = {
        .table = table,
        .indicator = table->indicator,
        .catalogue = catalogue,
        .peers = peers,
        .all = members_all(arena, count),
        .counted = arena_new_array(arena, catalogue->computed_count, struct members),
        .own = peers_own(catalogue),
        .values = arena_new_array(arena, count, struct fraction),
    };
    for (size_t c = 0; c < catalogue->comparator_count; c++)
        if (is_of_others(&catalogue->comparators[c]))
            comparison.counted[catalogue->comparators[c].place] =
                members_of(&comparison, &catalogue->comparators[c], arena);
    for (int i = 0; i < table->count; i++)
        if (table->first + i <= period)
            compare_period(&comparison, table->first + i);
        else
            put_to_come(&comparison, table->first + i);
    arena_destroy(arena);
}
