#include "control_compute.h"
#include "control_phase.h"

enum { SEASON_YEARS = 2, LEAST_RISES = 10 };

/* A control chart while it is looked at. */
struct look {
    const struct figures *figures;
    const struct figure_table *table;
    const struct indicator *indicator;
    const struct control_phase *phase; /* the last */
    int period;
    struct calendar calendar, due; /* of the pack, and in whose periods the indicator has figures */
    struct diag *diag;
};

static struct fraction present_value(const struct look *look, enum field field, int period) {
    const struct figure *figure = figure_at(look->table, field, period);
    return period > look->period || status_is_absent(figure->status) ? fraction_none() : figure->value;
}

static void check_trial(const struct look *look) {
    size_t rests = look->phase->rests;
    if (rests < SPC_TRIAL_POINTS)
        diag_warning(look->diag, look->indicator->control_chart->pos,
                     "%s: the limits of the control chart rest on %zu figure%s and are trial limits; %d or more make "
                     "limits that hold",
                     look->indicator->id, rests, rests == 1 ? "" : "s", SPC_TRIAL_POINTS);
}

static void check_baseline(const struct look *look) {
    const struct control_phase *phase = look->phase;
    if (control_phase_is_restless(phase))
        diag_warning(look->diag, look->indicator->control_chart->pos,
                     "%s: %zu of the %zu figures that the limits of the control chart rest on are marked by them, so "
                     "that these are of no usual variation; let the chart begin anew where the level changed, by a "
                     "<rebase>, or rest on other figures, by baseline",
                     look->indicator->id, phase->marked, phase->rests);
}

/* Where most are none, the mean lies above the usual figure and each long run of none is marked. */
static bool is_rare(const struct look *look) {
    size_t none = 0;
    for (int period = look->phase->rests_first; look->phase->rests > 0 && period <= look->phase->rests_last; period++) {
        struct fraction value = present_value(look, FIELD_VALUE, period);
        none += fraction_present(value) && fraction_sign(value) == 0;
    }
    if (2 * none > look->phase->rests)
        diag_warning(look->diag, look->indicator->control_chart->pos,
                     "%s: %zu of the %zu figures that the limits of the control chart rest on are 0: what is so rare "
                     "is charted by the time from one to the next, or in longer periods",
                     look->indicator->id, none, look->phase->rests);
    return 2 * none > look->phase->rests;
}

static void check_outdated(const struct look *look) {
    size_t outdated = look->phase->outdated;
    if (outdated > 0)
        diag_warning(look->diag, look->indicator->control_chart->pos,
                     "%s: the last %zu figures of the control chart all lie beyond a limit, so that its limits no "
                     "longer tell what is usual; let it begin anew where the level changed, by a <rebase> that says "
                     "why",
                     look->indicator->id, outdated);
}

/* Counts that never fall within a year and fall at each start of one are added up over the year. */
static bool is_cumulative(const struct look *look) {
    int rises = 0, restarts = 0;
    for (int period = look->table->first + 1; period <= look->period; period++) {
        int earlier = figure_period_before(look->table, period);
        struct fraction before = present_value(look, FIELD_NUMERATOR, earlier);
        struct fraction now = present_value(look, FIELD_NUMERATOR, period);
        if (!fraction_present(before) || !fraction_present(now))
            continue;
        int step = fraction_compare(now, before);
        bool starts = calendar_year(look->calendar, earlier) < calendar_year(look->calendar, period);
        if (starts ? step > 0 : step < 0)
            return false;
        rises += !starts && step > 0;
        restarts += starts && step < 0;
    }
    return restarts > 0 && rises >= LEAST_RISES;
}

/* Another indicator of the catalogue may say that the series holds twelve-period sums or years to date. */
static bool is_declared(const struct look *look) {
    const struct catalogue *catalogue = look->figures->catalogue;
    const struct series *series = look->indicator->numerator;
    for (size_t i = 0; series != NULL && i < catalogue->indicator_count; i++)
        if (catalogue->indicators[i]->rolling_12_numerator == series ||
            catalogue->indicators[i]->published_ytd == series)
            return true;
    return false;
}

static void check_independence(const struct look *look) {
    const struct indicator *indicator = look->indicator;
    if (is_declared(look))
        diag_warning(
            look->diag, indicator->control_chart->pos,
            "%s: a control chart of %s misleads: it holds sums of several %s, so that each holds the one before; "
            "chart the %s themselves",
            indicator->id, indicator->numerator->id, calendar_nouns(look->due), calendar_nouns(look->due));
    else if (is_cumulative(look))
        diag_warning(look->diag, indicator->control_chart->pos,
                     "%s: a control chart of counts that add up over the year misleads, since each %s holds the one "
                     "before; chart the %s themselves",
                     indicator->id, calendar_noun(look->due), calendar_nouns(look->due));
}

/* The mean distance of figures from those of the period before or of a year ago; none where there are fewer pairs than
 * two years have. */
static struct fraction mean_distance(const struct look *look, bool year_ago) {
    struct fraction *distances = arena_new_array(look->diag->arena, (size_t)look->table->count, struct fraction);
    size_t count = 0, least = (size_t)(SEASON_YEARS * calendar_periods_a_year(look->due));
    for (int period = look->table->first; period <= look->period; period++) {
        int before = year_ago ? calendar_due_year_ago(look->calendar, period, look->due)
                              : figure_period_before(look->table, period);
        struct fraction distance =
            fraction_subtract(present_value(look, FIELD_VALUE, period), present_value(look, FIELD_VALUE, before));
        if (fraction_sign(distance) < 0)
            distance = fraction_negative(distance);
        if (fraction_present(distance))
            distances[count++] = distance;
    }
    return count < least ? fraction_none() : fraction_mean(distances, count);
}

/* Strongly seasonal: a figure is less than half as far from that of a year ago as from the one before it. */
static void check_seasons(const struct look *look) {
    const char *noun = calendar_noun(look->due);
    struct fraction year = mean_distance(look, true);
    struct fraction half = fraction_divide(mean_distance(look, false), fraction_make(2, 1));
    if (fraction_present(year) && fraction_present(half) && fraction_compare(year, half) < 0)
        diag_warning(
            look->diag, look->indicator->control_chart->pos,
            "%s: the figures follow the seasons: a %s is nearer to the same %s of last year than to the %s before, so "
            "that the control chart misleads",
            look->indicator->id, noun, noun, noun);
}

void control_check(const struct figures *figures, int period, struct diag *diag) {
    for (size_t i = 0; i < figures->catalogue->indicator_count; i++) {
        const struct indicator *indicator = figures->tables[i].indicator;
        struct calendar calendar = figures->catalogue->calendar, due = indicator_due(indicator, calendar);
        struct control_phase *phases;
        if (indicator->control_chart == NULL || figures->count == 0)
            continue;
        size_t count = control_phases(diag->arena, &figures->tables[i], period, &phases);
        const struct look look = {figures, &figures->tables[i], indicator, &phases[count - 1], period, calendar, due,
                                  diag};
        check_trial(&look);
        if (!is_rare(&look))
            check_baseline(&look);
        check_outdated(&look);
        check_independence(&look);
        check_seasons(&look);
    }
}
