#include "claim.h"

#include "usual_step.h"

enum { EXTREME_LEAST = 6, EXTREME_LEAST_FEW = 3, RUN_LEAST = 3, REDS_LEAST = 2, SWING_SPAN = 4, SWING = 3 };

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

static bool restarts(const struct look *look) {
    return usual_step_restarts(look->indicator, look->request->field);
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

/* The one that none since came up to was as high itself. */
static bool find_as_extreme(const struct look *look, int sign) {
    struct claim *claim = look->claim;
    return find_extreme(look, sign) && claim->before_period != PERIOD_NONE &&
           order(look, claim->period, claim->before_period) == 0;
}

static struct fraction distance(const struct look *look, int period, int other) {
    return fraction_absolute(fraction_subtract(figure_in(look, period)->value, figure_in(look, other)->value));
}

static bool is_little(const struct look *look, int period, int other) {
    const struct claim_request *request = look->request;
    return usual_step_is_little(request->table, request->field, period, distance(look, period, other));
}

static bool find_run(const struct look *look, int sign) {
    struct claim *claim = look->claim;
    int later = claim->period, period = period_before(look, later);
    while (is_there(look, period) && sign * order(look, later, period) > 0) {
        claim->count++;
        later = period;
        period = period_before(look, period);
    }
    bool found = !restarts(look) && claim->count >= RUN_LEAST && !is_little(look, claim->period, later);
    claim->count = found ? claim->count : 0;
    return found;
}

static bool is_times(struct fraction distance, struct fraction than) {
    return fraction_compare(distance, fraction_multiply(than, fraction_make(SWING, 1))) > 0;
}

/* One of the last few figures that lies so much further from the latest than the one a year ago, and than figures do as
 * a rule, that a change on the year would hide what happened; else the one a year ago. */
static int swing(const struct look *look, int year_ago) {
    int latest = look->claim->period, found = year_ago, period = period_before(look, latest);
    struct fraction usual = usual_step_up_to(look->request->table, look->request->field, period).size;
    if (restarts(look) || !fraction_present(usual))
        return year_ago;
    for (int i = 0; i < SWING_SPAN && period > year_ago && is_there(look, period); i++) {
        struct fraction away = distance(look, latest, period);
        if (is_times(away, distance(look, latest, year_ago)) && is_times(away, usual) &&
            fraction_compare(away, distance(look, latest, found)) > 0)
            found = period;
        period = period_before(look, period);
    }
    return found;
}

/* A year ago, or where that is not shown the first figure behind it that is; the latest where there is none. */
static int year_ago_of(const struct look *look) {
    int latest = look->claim->period,
        period = calendar_due_year_ago(look->request->calendar, latest,
                                       indicator_due(look->indicator, look->request->calendar));
    if (restarts(look) && !is_there(look, period))
        return latest;
    for (period = period < look->request->first ? look->request->first : period;
         period < latest && !is_there(look, period);)
        period++;
    return period;
}

static bool find_other(const struct look *look) {
    struct claim *claim = look->claim;
    int period = year_ago_of(look);
    if (period == claim->period)
        return false;
    claim->before_period = swing(look, period);
    claim->before = *figure_in(look, claim->before_period);
    return true;
}

static bool find_change(const struct look *look, int sign) {
    if (!find_other(look))
        return false;
    int before = look->claim->before_period, found = order(look, look->claim->period, before);
    return (found > 0) - (found < 0) == sign && (sign == 0 || !is_little(look, look->claim->period, before));
}

/* It fell since a swing, which is no year ago, and rose in the last step: the fall alone would hide that; or the other
 * way round. */
static bool find_turn(const struct look *look, int sign) {
    struct claim *claim = look->claim;
    int previous = period_before(look, claim->period);
    if (!find_change(look, -sign) || claim->before_period == year_ago_of(look) || !is_there(look, previous) ||
        sign * order(look, claim->period, previous) <= 0)
        return false;
    claim->previous = *figure_in(look, previous);
    return true;
}

static bool find_little(const struct look *look, int sign) {
    (void)sign;
    return find_other(look) && order(look, look->claim->period, look->claim->before_period) != 0;
}

/* The first that holds is said. */
static const struct {
    enum claim_kind kind;
    bool (*holds)(const struct look *, int sign);
    int sign;
} rules[] = {
    {CLAIM_AS_HIGH, find_as_extreme, 1}, {CLAIM_AS_LOW, find_as_extreme, -1}, {CLAIM_HIGHEST, find_extreme, 1},
    {CLAIM_LOWEST, find_extreme, -1},    {CLAIM_RISEN, find_run, 1},          {CLAIM_FALLEN, find_run, -1},
    {CLAIM_TURNED_UP, find_turn, 1},     {CLAIM_TURNED_DOWN, find_turn, -1},  {CLAIM_ROSE, find_change, 1},
    {CLAIM_FELL, find_change, -1},       {CLAIM_LITTLE, find_little, 0},      {CLAIM_LEVEL, find_change, 0},
};

/* On which side of a line of its control chart a figure lies: 0 on it, and where one of them is not there. */
static int side_of(const struct look *look, enum field line, int period) {
    const struct figure *level = figure_at(look->request->table, line, period);
    if (!is_there(look, period) || status_is_absent(level->status))
        return 0;
    int found = fraction_compare(figure_in(look, period)->value, level->value);
    return (found > 0) - (found < 0);
}

/* How many figures up to the latest lie on a side of it. */
static int count_beyond(const struct look *look, enum field line, int sign) {
    int count = 0;
    for (int period = look->claim->period; side_of(look, line, period) == sign; period = period_before(look, period))
        count++;
    return count;
}

static enum claim_kind outside(const struct look *look, int sign) {
    struct claim *claim = look->claim;
    bool up = sign > 0;
    claim->count = count_beyond(look, up ? FIELD_SPC_UPPER : FIELD_SPC_LOWER, sign);
    if (claim->count == 1 && is_there(look, period_before(look, claim->period)) &&
        order(look, claim->period, period_before(look, claim->period)) * sign > 0)
        return up ? CLAIM_CROSSED_UPPER : CLAIM_CROSSED_LOWER;
    return claim->count == 0 ? CLAIM_NONE : up ? CLAIM_OVER_UPPER : CLAIM_UNDER_LOWER;
}

static enum claim_kind trend(const struct look *look, int sign) {
    return !find_run(look, sign) ? CLAIM_NONE : sign > 0 ? CLAIM_RISEN : CLAIM_FALLEN;
}

static enum claim_kind near_limit(const struct look *look, int sign) {
    bool up = sign > 0;
    if (side_of(look, up ? FIELD_SPC_NEAR_UPPER : FIELD_SPC_NEAR_LOWER, look->claim->period) != sign)
        return CLAIM_NONE;
    return up ? CLAIM_NEAR_UPPER : CLAIM_NEAR_LOWER;
}

static enum claim_kind shift(const struct look *look, int sign) {
    look->claim->count = count_beyond(look, FIELD_SPC_MEAN, sign);
    return look->claim->count < RUN_LEAST ? CLAIM_NONE : sign > 0 ? CLAIM_ABOVE_MEAN : CLAIM_BELOW_MEAN;
}

static enum claim_kind within(const struct look *look, int sign) {
    const struct figure *mean = figure_at(look->request->table, FIELD_SPC_MEAN, look->claim->period);
    bool inside = side_of(look, FIELD_SPC_UPPER, look->claim->period) <= 0 &&
                  side_of(look, FIELD_SPC_LOWER, look->claim->period) >= 0;
    if (sign > 0 || !inside)
        return CLAIM_NONE;
    return mean->status == STATUS_PROVISIONAL ? CLAIM_WITHIN_TRIAL : CLAIM_WITHIN;
}

/* What the rule says by which the latest point is marked, of the one side or the other. */
static enum claim_kind control_kind(const struct look *look) {
    static enum claim_kind (*const rules_of[SPC_RULE_COUNT])(const struct look *, int) = {
        [SPC_NO_RULE] = within,          [SPC_OUTSIDE] = outside, [SPC_TREND] = trend,
        [SPC_TWO_OF_THREE] = near_limit, [SPC_SHIFT] = shift,
    };
    const struct figure_table *table = look->request->table;
    const struct figure *rule = figure_at(table, FIELD_SPC_RULE, look->claim->period);
    if (status_is_absent(figure_at(table, FIELD_SPC_VARIATION, look->claim->period)->status))
        return CLAIM_NONE;
    enum spc_rule by = status_is_absent(rule->status) ? SPC_NO_RULE : (enum spc_rule)rule->word;
    enum claim_kind kind = rules_of[by](look, 1);
    return kind != CLAIM_NONE ? kind : rules_of[by](look, -1);
}

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
    if (request->control)
        claim.kind = control_kind(&look);
    for (size_t i = 0; i < sizeof rules / sizeof *rules && claim.kind == CLAIM_NONE && !request->control; i++)
        if (rules[i].holds(&look, rules[i].sign))
            claim.kind = rules[i].kind;
    if (claim.kind != CLAIM_NONE)
        find_aside(&look);
    return claim;
}
