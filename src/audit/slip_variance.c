#include "judge.h"
#include "slip.h"

/* A figure or a target that a variance may have been taken from, and what is wrong with taking it. */
struct base {
    struct fraction value;
    enum slip slip; /* SLIP_COUNT: it is the right one */
    const char *key;
    const char *words, *detail;
};

enum { BASES_MAX = 24 };

struct bases {
    struct base items[BASES_MAX];
    size_t count;
};

static void push(struct bases *bases, struct base base) {
    if (fraction_present(base.value) && bases->count < BASES_MAX)
        bases->items[bases->count++] = base;
}

/* The false figure that the table has beside the variance, as printed and as the slip behind it gives it. */
static void push_neighbour(const struct slip_search *search, struct bases *bases, enum field field) {
    const struct audited *neighbour = slip_false_neighbour(search, field);
    if (neighbour == NULL)
        return;
    struct base base = {
        .value = neighbour->printed.number,
        .slip = SLIP_FALSE_FIGURE,
        .key = field_words[field],
        .words = arena_printf(search->arena, "taken from a false figure, the %s beside it", field_words[field]),
        .detail = neighbour->cell->printed};
    push(bases, base);
    for (size_t i = 0; i < neighbour->cause_count; i++) {
        base.value = neighbour->causes[i].value;
        push(bases, base);
    }
}

static void push_figures(const struct slip_search *search, struct bases *bases, enum field of) {
    enum field other = of == FIELD_VALUE ? FIELD_YTD_VALUE : FIELD_VALUE;
    struct fraction value = slip_value(search, of, search->period);
    const char *noun = slip_noun(search);
    int before = slip_before(search);
    push(bases, (struct base){.value = value, .slip = SLIP_COUNT});
    push(bases, (struct base){.value = figure_rounded(search->indicator, of, value),
                              .slip = SLIP_ROUNDED_TWICE,
                              .words = "rounded twice",
                              .detail = "taken from the rounded figure"});
    push_neighbour(search, bases, of);
    push(bases,
         (struct base){.value = slip_value(search, other, search->period),
                       .slip = SLIP_OTHER_FIGURE,
                       .key = field_words[other],
                       .words = arena_printf(search->arena,
                                             of == FIELD_VALUE ? "taken from the year to date in place of the %s"
                                                               : "taken from the %s in place of the year to date",
                                             noun)});
    push(bases, (struct base){.value = slip_value(search, of, before),
                              .slip = SLIP_REPEATED_PERIOD,
                              .words = arena_printf(search->arena, "taken from the previous %s's figure", noun),
                              .detail = slip_period(search, before)});
}

static void push_targets(const struct slip_search *search, struct bases *targets) {
    const struct indicator *indicator = search->indicator;
    push(targets, (struct base){.value = slip_value(search, FIELD_TARGET, search->period), .slip = SLIP_COUNT});
    push_neighbour(search, targets, FIELD_TARGET);
    for (size_t i = 0; i < indicator->target_count; i++) {
        const struct target *target = &indicator->targets[i];
        bool earlier = target->to != PERIOD_NONE && target->to < search->period;
        bool later = target->from != PERIOD_NONE && target->from > search->period;
        const struct figure aim = {.value = target->value};
        const char *printed = figure_printed(search->arena, indicator, FIELD_TARGET, &aim);
        if (earlier || later)
            push(targets, (struct base){.value = target->value,
                                        .slip = SLIP_OTHER_TARGET,
                                        .key = earlier ? "earlier" : "later",
                                        .words = earlier ? "last year's target" : "the target of a later year",
                                        .detail = printed});
    }
}

static const struct base *wrong_one(const struct base *figure, const struct base *target) {
    return figure->slip != SLIP_COUNT ? figure : target->slip != SLIP_COUNT ? target : NULL;
}

static struct fraction variance(enum variance kind, struct fraction figure, struct fraction target) {
    return kind == VARIANCE_RELATIVE ? judge_change(figure, target) : fraction_subtract(figure, target);
}

/* A figure against a target, one of them wrong, with the right kind of variance. */
static void try_bases(struct slip_search *search, const struct bases *figures, const struct bases *targets) {
    for (size_t f = 0; f < figures->count; f++)
        for (size_t t = 0; t < targets->count; t++) {
            const struct base *figure = &figures->items[f], *target = &targets->items[t];
            const struct base *wrong = wrong_one(figure, target);
            if (wrong == NULL || (figure->slip != SLIP_COUNT && target->slip != SLIP_COUNT &&
                                  (figure->slip != SLIP_FALSE_FIGURE || target->slip != SLIP_FALSE_FIGURE)))
                continue;
            slip_try(search,
                     (struct cause){.slip = wrong->slip,
                                    .key = wrong->key,
                                    .words = wrong->words,
                                    .detail = wrong->detail,
                                    .value = variance(search->indicator->variance, figure->value, target->value)});
        }
}

static const char *mix_words(const struct slip_search *search, struct fraction figure, struct fraction target) {
    return arena_printf(search->arena, "%s \xE2\x88\x92 %s", fraction_plain(search->arena, figure, 3),
                        fraction_plain(search->arena, target, 3));
}

/* Fraction and percentage mixed: 0.865 less 98. */
static void try_mixed(struct slip_search *search, const struct bases *figures, const struct bases *targets) {
    struct fraction hundred = {100, 1};
    for (size_t f = 0; f < figures->count; f++)
        for (size_t t = 0; t < targets->count; t++) {
            struct fraction figure = figures->items[f].value, target = targets->items[t].value;
            if (figures->items[f].slip != SLIP_COUNT && figures->items[f].slip != SLIP_FALSE_FIGURE)
                continue;
            struct fraction small = fraction_divide(figure, hundred), small_target = fraction_divide(target, hundred);
            struct fraction both = fraction_subtract(small, small_target);
            struct cause cause = {.slip = SLIP_FRACTION, .words = "fraction and percentage mixed", .value = both};
            cause.detail = mix_words(search, small, small_target);
            slip_try(search, cause);
            cause.value = fraction_subtract(small, target);
            cause.detail = mix_words(search, small, target);
            slip_try(search, cause);
            cause.value = fraction_subtract(figure, small_target);
            cause.detail = mix_words(search, figure, small_target);
            slip_try(search, cause);
        }
}

static void try_other_kind(struct slip_search *search, enum field of) {
    bool relative = search->indicator->variance == VARIANCE_RELATIVE;
    struct fraction figure = slip_value(search, of, search->period);
    struct fraction target = slip_value(search, FIELD_TARGET, search->period);
    struct cause cause = {.slip = SLIP_OTHER_VARIANCE,
                          .words = "variance of the other kind",
                          .detail = relative ? "a difference in place of a percentage"
                                             : "a percentage in place of a difference",
                          .value = variance(relative ? VARIANCE_POINTS : VARIANCE_RELATIVE, figure, target)};
    slip_try(search, cause);
    cause.key = "of-target";
    cause.detail = "the figure as a share of the target";
    cause.value = fraction_multiply(fraction_divide(figure, target), fraction_make(100, 1));
    slip_try(search, cause);
}

void slip_variance(struct slip_search *search) {
    enum field of = search->field == FIELD_VARIANCE ? FIELD_VALUE : FIELD_YTD_VALUE;
    struct bases figures = {0}, targets = {0};
    if (search->field != FIELD_VARIANCE && search->field != FIELD_YTD_VARIANCE)
        return;
    push_figures(search, &figures, of);
    push_targets(search, &targets);
    try_bases(search, &figures, &targets);
    try_other_kind(search, of);
    try_mixed(search, &figures, &targets);
    const char *noun = slip_noun(search);
    int before = slip_before(search);
    slip_try(search, (struct cause){.slip = SLIP_REPEATED_PERIOD,
                                    .key = "variance",
                                    .words = arena_printf(search->arena, "the previous %s's figure repeated", noun),
                                    .detail = slip_period(search, before),
                                    .value = slip_value(search, search->field, before)});
    struct fraction other =
        slip_value(search, search->field == FIELD_VARIANCE ? FIELD_YTD_VARIANCE : FIELD_VARIANCE, search->period);
    slip_try(search,
             (struct cause){.slip = SLIP_OTHER_FIGURE,
                            .key = "variance",
                            .words = arena_printf(search->arena,
                                                  search->field == FIELD_VARIANCE
                                                      ? "the variance of the year to date in place of the %s's"
                                                      : "the %s's variance in place of that of the year to date",
                                                  noun),
                            .value = other});
    slip_pen(search, slip_value(search, search->field, search->period));
}
