#include "claim.h"

enum { EXTREME_LEAST = 6, EXTREME_LEAST_FEW = 3, RUN_LEAST = 3, REDS_LEAST = 2 };

/* One look at an indicator. */
struct look {
    const struct claim_request *request;
    const struct indicator *indicator;
    struct claim *claim;
};

static const struct figure *figure_in(const struct look *look, int period) {
    return figure_at(look->request->table, look->request->field, period);
}

static bool is_there(const struct look *look, int period) {
    return period >= look->request->first && !status_is_absent(figure_in(look, period)->status);
}

/* Above zero where the figure of a period is higher than that of another, as both are printed. */
static int order(const struct look *look, int period, int other) {
    enum field field = look->request->field;
    return fraction_compare(figure_rounded(look->indicator, field, figure_in(look, period)->value),
                            figure_rounded(look->indicator, field, figure_in(look, other)->value));
}

static int period_before(const struct look *look, int period) {
    return figure_period_before(look->request->table, period);
}

/* Years to date are held against those of the same period of another year alone. */
static bool restarts(const struct look *look) {
    return field_table[look->request->field].restarts ||
           (look->request->field == FIELD_VALUE && look->indicator->restarts);
}

/* So many figures in a row must lie below it, or above, for the latest to be worth a word. */
static int extreme_least(const struct look *look) {
    struct calendar due = indicator_due(look->indicator, look->request->calendar);
    return calendar_periods_a_year(due) < 2 * EXTREME_LEAST ? EXTREME_LEAST_FEW : EXTREME_LEAST;
}

/* A gap ends what can be said: nobody knows what would have stood in it. */
static bool find_extreme(const struct look *look, int sign) {
    struct claim *claim = look->claim;
    int passed = 0, period = period_before(look, claim->period);
    while (is_there(look, period) && sign * order(look, claim->period, period) > 0) {
        passed++;
        period = period_before(look, period);
    }
    bool of_all = period < look->request->first;
    if (restarts(look) || passed < extreme_least(look) || (!of_all && !is_there(look, period)))
        return false;
    claim->before_period = of_all ? PERIOD_NONE : period;
    return true;
}

static bool find_run(const struct look *look, int sign) {
    struct claim *claim = look->claim;
    int later = claim->period, period = period_before(look, later);
    while (is_there(look, period) && sign * order(look, later, period) > 0) {
        claim->count++;
        later = period;
        period = period_before(look, period);
    }
    bool found = !restarts(look) && claim->count >= RUN_LEAST;
    claim->count = found ? claim->count : 0;
    return found;
}

/* From a year ago, or where that is not shown from the first figure behind it that is. */
static bool find_change(const struct look *look, int sign) {
    struct claim *claim = look->claim;
    int period = calendar_due_year_ago(look->request->calendar, claim->period,
                                       indicator_due(look->indicator, look->request->calendar));
    if (restarts(look) && !is_there(look, period))
        return false;
    for (period = period < look->request->first ? look->request->first : period;
         period < claim->period && !is_there(look, period);)
        period++;
    int found = period == claim->period ? 0 : order(look, claim->period, period);
    if (period == claim->period || (found > 0) - (found < 0) != sign)
        return false;
    claim->before_period = period;
    claim->before = *figure_in(look, period);
    return true;
}

/* The first that holds is said. */
static const struct {
    enum claim_kind kind;
    bool (*holds)(const struct look *, int sign);
    int sign;
} rules[] = {
    {CLAIM_HIGHEST, find_extreme, 1}, {CLAIM_LOWEST, find_extreme, -1}, {CLAIM_RISEN, find_run, 1},
    {CLAIM_FALLEN, find_run, -1},     {CLAIM_ROSE, find_change, 1},     {CLAIM_FELL, find_change, -1},
    {CLAIM_LEVEL, find_change, 0},
};

/* Red more than once in a row, or how it stands to its target. Letters and targets speak of the figure that is judged.
 */
static void find_aside(const struct look *look) {
    struct claim *claim = look->claim;
    const struct figure_table *table = look->request->table;
    enum field judged = field_reported(look->indicator, FIELD_VALUE),
               letters = field_reported(look->indicator, FIELD_RAG);
    const struct figure *target = figure_at(table, FIELD_TARGET, claim->period);
    if (look->request->field != judged)
        return;
    for (int period = claim->period; period >= table->first; period = period_before(look, period), claim->reds++) {
        const struct figure *letter = figure_at(table, letters, period);
        if (status_is_absent(letter->status) || letter->published || letter->word != BAND_RED)
            break;
    }
    if (claim->reds >= REDS_LEAST) {
        claim->aside = ASIDE_RED;
        return;
    }
    if (status_is_absent(target->status))
        return;
    int side = fraction_compare(figure_rounded(look->indicator, judged, claim->value.value),
                                figure_rounded(look->indicator, FIELD_TARGET, target->value));
    claim->aside = side > 0 ? ASIDE_ABOVE : side < 0 ? ASIDE_BELOW : ASIDE_AT;
}

struct claim claim_find(const struct claim_request *request) {
    struct claim claim = {.period = figure_due_period(request->table, request->field, request->last),
                          .before_period = PERIOD_NONE};
    const struct look look = {.request = request, .indicator = request->table->indicator, .claim = &claim};
    if (!is_there(&look, claim.period))
        return claim;
    claim.value = *figure_in(&look, claim.period);
    for (size_t i = 0; i < sizeof rules / sizeof *rules && claim.kind == CLAIM_NONE; i++)
        if (rules[i].holds(&look, rules[i].sign))
            claim.kind = rules[i].kind;
    if (claim.kind != CLAIM_NONE)
        find_aside(&look);
    return claim;
}
