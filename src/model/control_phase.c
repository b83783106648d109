#include "control_phase.h"

#include "control_chart.h"

static bool has_value(const struct figure_table *table, int period) {
    return !status_is_absent(figure_at(table, FIELD_VALUE, period)->status);
}

static bool is_outside(const struct figure_table *table, int period) {
    const struct figure *rule = figure_at(table, FIELD_SPC_RULE, period);
    return !status_is_absent(rule->status) && rule->word == SPC_OUTSIDE;
}

static bool is_marked(const struct figure_table *table, int period) {
    const struct figure *point = figure_at(table, FIELD_SPC_POINT, period);
    return !status_is_absent(point->status) && point->word != SPC_COMMON;
}

static struct control_phase phase_of(const struct figure_table *table, int from, int last) {
    size_t most = table->indicator->control_chart->options.baseline;
    struct control_phase phase = {.from = from, .rests_first = PERIOD_NONE, .rests_last = PERIOD_NONE};
    size_t beyond = 0, since = 0; /* of these, behind those that the lines rest on */
    for (int period = from; period <= last; period++) {
        if (!has_value(table, period))
            continue;
        bool behind = most > 0 && phase.rests == most, outside = is_outside(table, period);
        beyond = outside ? beyond + 1 : 0;
        since = outside ? since + behind : 0;
        if (behind)
            continue;
        phase.marked += is_marked(table, period);
        if (phase.rests++ == 0)
            phase.rests_first = period;
        phase.rests_last = period;
    }
    phase.outdated = since >= CONTROL_OUTDATED_LEAST ? beyond : 0;
    return phase;
}

bool control_phase_is_restless(const struct control_phase *phase) {
    return phase->rests >= SPC_TRIAL_POINTS && 2 * phase->marked >= phase->rests;
}

bool control_phase_is_poor_guide(const struct control_phase *phase) {
    return phase->outdated > 0 || control_phase_is_restless(phase);
}

/* The first rebase behind `from`, up to a period; PERIOD_NONE: there is none. */
static int rebase_after(const struct control_chart *chart, int from, int period) {
    for (size_t i = 0; i < chart->rebase_count && chart->rebases[i].from <= period; i++)
        if (chart->rebases[i].from > from)
            return chart->rebases[i].from;
    return PERIOD_NONE;
}

struct control_phase control_phase_of(const struct figure_table *table, int period) {
    int from = table->first, next;
    while ((next = rebase_after(table->indicator->control_chart, from, period)) != PERIOD_NONE)
        from = next;
    return phase_of(table, from, period);
}

size_t control_phases(struct arena *arena, const struct figure_table *table, int period,
                      struct control_phase **phases) {
    const struct control_chart *chart = table->indicator->control_chart;
    int from = table->first, next;
    size_t count = 0;
    *phases = arena_new_array(arena, chart->rebase_count + 1, struct control_phase);
    for (; (next = rebase_after(chart, from, period)) != PERIOD_NONE; from = next)
        (*phases)[count++] = phase_of(table, from, next - 1);
    (*phases)[count++] = phase_of(table, from, period);
    return count;
}
