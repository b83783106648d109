#include "judge.h"
#include "suspect.h"

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
static void push_neighbour(const struct suspect *suspect, struct bases *bases, enum field field) {
    const struct audited *neighbour = suspect_false_neighbour(suspect, field);
    if (neighbour == NULL)
        return;
    struct base base = {neighbour->printed.number, SLIP_FALSE_FIGURE, field_words[field],
                        arena_printf(suspect->arena, "taken from a false figure, the %s beside it", field_words[field]),
                        neighbour->cell->printed};
    push(bases, base);
    for (size_t i = 0; i < neighbour->cause_count; i++) {
        base.value = neighbour->causes[i].value;
        push(bases, base);
    }
}

static void push_figures(const struct suspect *suspect, struct bases *bases, enum field of) {
    enum field other = of == FIELD_VALUE ? FIELD_YTD_VALUE : FIELD_VALUE;
    struct fraction value = suspect_value(suspect, of, suspect->month);
    push(bases, (struct base){value, SLIP_COUNT, NULL, NULL, NULL});
    push(bases, (struct base){figure_rounded(suspect->indicator, of, value), SLIP_ROUNDED_TWICE, NULL, "rounded twice",
                              "taken from the rounded figure"});
    push_neighbour(suspect, bases, of);
    push(bases, (struct base){suspect_value(suspect, other, suspect->month), SLIP_OTHER_FIGURE, field_words[other],
                              of == FIELD_VALUE ? "taken from the year to date in place of the month"
                                                : "taken from the month in place of the year to date",
                              NULL});
    push(bases, (struct base){suspect_value(suspect, of, suspect->month - 1), SLIP_REPEATED_MONTH, NULL,
                              "taken from the previous month's figure", suspect_month(suspect, suspect->month - 1)});
}

static void push_targets(const struct suspect *suspect, struct bases *targets) {
    const struct indicator *indicator = suspect->indicator;
    push(targets, (struct base){suspect_value(suspect, FIELD_TARGET, suspect->month), SLIP_COUNT, NULL, NULL, NULL});
    push_neighbour(suspect, targets, FIELD_TARGET);
    for (size_t i = 0; i < indicator->target_count; i++) {
        const struct target *target = &indicator->targets[i];
        bool earlier = target->to != MONTH_NONE && target->to < suspect->month;
        bool later = target->from != MONTH_NONE && target->from > suspect->month;
        const char *printed = fraction_printed(suspect->arena, target->value, indicator->target_decimals, false);
        if (earlier || later)
            push(targets, (struct base){target->value, SLIP_OTHER_TARGET, earlier ? "earlier" : "later",
                                        earlier ? "last year's target" : "the target of a later year", printed});
    }
}

static const struct base *wrong_one(const struct base *figure, const struct base *target) {
    return figure->slip != SLIP_COUNT ? figure : target->slip != SLIP_COUNT ? target : NULL;
}

static struct fraction variance(enum variance kind, struct fraction figure, struct fraction target) {
    return kind == VARIANCE_RELATIVE ? relative_change(figure, target) : fraction_subtract(figure, target);
}

/* A figure against a target, one of them wrong, with the right kind of variance. */
static void try_bases(struct suspect *suspect, const struct bases *figures, const struct bases *targets) {
    for (size_t f = 0; f < figures->count; f++)
        for (size_t t = 0; t < targets->count; t++) {
            const struct base *figure = &figures->items[f], *target = &targets->items[t];
            const struct base *wrong = wrong_one(figure, target);
            if (wrong == NULL || (figure->slip != SLIP_COUNT && target->slip != SLIP_COUNT &&
                                  (figure->slip != SLIP_FALSE_FIGURE || target->slip != SLIP_FALSE_FIGURE)))
                continue;
            suspect_try(suspect, (struct cause){wrong->slip, MONTH_NONE, wrong->key, wrong->words, wrong->detail,
                                                variance(suspect->indicator->variance, figure->value, target->value)});
        }
}

static const char *mix_words(const struct suspect *suspect, struct fraction figure, struct fraction target) {
    return arena_printf(suspect->arena, "%s \xE2\x88\x92 %s", fraction_plain(suspect->arena, figure, 3),
                        fraction_plain(suspect->arena, target, 3));
}

/* Fraction and percentage mixed: 0.865 less 98. */
static void try_mixed(struct suspect *suspect, const struct bases *figures, const struct bases *targets) {
    struct fraction hundred = {100, 1};
    for (size_t f = 0; f < figures->count; f++)
        for (size_t t = 0; t < targets->count; t++) {
            struct fraction figure = figures->items[f].value, target = targets->items[t].value;
            if (figures->items[f].slip != SLIP_COUNT && figures->items[f].slip != SLIP_FALSE_FIGURE)
                continue;
            struct fraction small = fraction_divide(figure, hundred), small_target = fraction_divide(target, hundred);
            struct fraction both = fraction_subtract(small, small_target);
            struct cause cause = {SLIP_FRACTION, MONTH_NONE, NULL, "fraction and percentage mixed", NULL, both};
            cause.detail = mix_words(suspect, small, small_target);
            suspect_try(suspect, cause);
            cause.value = fraction_subtract(small, target);
            cause.detail = mix_words(suspect, small, target);
            suspect_try(suspect, cause);
            cause.value = fraction_subtract(figure, small_target);
            cause.detail = mix_words(suspect, figure, small_target);
            suspect_try(suspect, cause);
        }
}

static void try_other_kind(struct suspect *suspect, enum field of) {
    bool relative = suspect->indicator->variance == VARIANCE_RELATIVE;
    struct fraction figure = suspect_value(suspect, of, suspect->month);
    struct fraction target = suspect_value(suspect, FIELD_TARGET, suspect->month);
    struct cause cause = {SLIP_OTHER_VARIANCE,
                          MONTH_NONE,
                          NULL,
                          "variance of the other kind",
                          relative ? "a difference in place of a percentage" : "a percentage in place of a difference",
                          variance(relative ? VARIANCE_POINTS : VARIANCE_RELATIVE, figure, target)};
    suspect_try(suspect, cause);
    cause.key = "of-target";
    cause.detail = "the figure as a share of the target";
    cause.value = fraction_multiply(fraction_divide(figure, target), fraction_make(100, 1));
    suspect_try(suspect, cause);
}

void suspect_variance(struct suspect *suspect) {
    enum field of = suspect->field == FIELD_VARIANCE ? FIELD_VALUE : FIELD_YTD_VALUE;
    struct bases figures = {0}, targets = {0};
    if (suspect->field != FIELD_VARIANCE && suspect->field != FIELD_YTD_VARIANCE)
        return;
    push_figures(suspect, &figures, of);
    push_targets(suspect, &targets);
    try_bases(suspect, &figures, &targets);
    try_other_kind(suspect, of);
    try_mixed(suspect, &figures, &targets);
    struct fraction before = suspect_value(suspect, suspect->field, suspect->month - 1);
    suspect_try(suspect,
                (struct cause){SLIP_REPEATED_MONTH, MONTH_NONE, "variance", "the previous month's figure repeated",
                               suspect_month(suspect, suspect->month - 1), before});
    struct fraction other =
        suspect_value(suspect, suspect->field == FIELD_VARIANCE ? FIELD_YTD_VARIANCE : FIELD_VARIANCE, suspect->month);
    suspect_try(suspect, (struct cause){SLIP_OTHER_FIGURE, MONTH_NONE, "variance",
                                        suspect->field == FIELD_VARIANCE
                                            ? "the variance of the year to date in place of the month's"
                                            : "the month's variance in place of that of the year to date",
                                        NULL, other});
    suspect_pen(suspect, suspect_value(suspect, suspect->field, suspect->month));
}
