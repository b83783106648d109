#include "funnel_among.h"

#include "quartile.h"

static bool has_counts(const struct peer_figure *figure) {
    return !status_is_absent(figure->status) && fraction_present(figure->value) &&
           fraction_present(figure->numerator) && fraction_present(figure->denominator);
}

size_t funnel_among_pool(const struct peer_figure *figures, const size_t *items, size_t count, struct fraction per,
                         struct fraction *average) {
    struct fraction numerator = fraction_make(0, 1), denominator = fraction_make(0, 1);
    size_t pooled = 0;
    for (size_t i = 0; i < count; i++) {
        const struct peer_figure *figure = &figures[items[i]];
        if (!has_counts(figure))
            continue;
        numerator = fraction_add(numerator, figure->numerator);
        denominator = fraction_add(denominator, figure->denominator);
        pooled++;
    }
    *average = fraction_divide(fraction_multiply(numerator, per), denominator);
    return pooled;
}

static void adjust(struct arena *arena, const struct peer_figure *figures, size_t count, struct funnel_rule *rule) {
    struct dispersion_place *places = arena_new_array(arena, count, struct dispersion_place);
    size_t placed = 0;
    for (size_t i = 0; i < count; i++)
        if (has_counts(&figures[i]) && fraction_sign(figures[i].denominator) > 0)
            places[placed++] =
                funnel_distance(rule, fraction_double(figures[i].denominator), fraction_double(figures[i].value));
    rule->dispersion = dispersion_of(places, placed);
}

bool funnel_among(const struct peers *peers, const struct indicator *indicator, int period, struct fraction *average,
                  struct funnel_rule *rule) {
    const struct peer_figure *figures = peers_figures(peers, indicator, period);
    size_t count = peers->organisations->count;
    struct arena *arena = arena_create();
    size_t *all = arena_new_array(arena, count, size_t);
    for (size_t i = 0; i < count; i++)
        all[i] = i;
    bool ruled = funnel_among_pool(figures, all, count, indicator->per, average) >= QUARTILE_LEAST &&
                 funnel_rule_of(indicator, *average, rule);
    if (ruled && indicator->dispersed && rule->average > 0)
        adjust(arena, figures, count, rule);
    arena_destroy(arena);
    return ruled;
}
