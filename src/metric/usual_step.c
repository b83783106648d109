#include "usual_step.h"

enum { STEPS_MOST = 24, STEPS_LEAST = 8 }; /* fewer say nothing of what is usual */

static struct fraction value_at(const struct figure_table *table, enum field field, int period) {
    const struct figure *figure = figure_at(table, field, period);
    return status_is_absent(figure->status) ? fraction_none() : figure->value;
}

struct usual_step usual_step_up_to(const struct figure_table *table, enum field field, int period) {
    struct fraction steps[STEPS_MOST], later = value_at(table, field, period);
    size_t count = 0;
    while (period >= table->first && count < STEPS_MOST) {
        period = figure_period_before(table, period);
        struct fraction earlier = value_at(table, field, period);
        struct fraction step = fraction_absolute(fraction_subtract(later, earlier));
        if (fraction_present(step))
            steps[count++] = step;
        later = earlier;
    }
    return (struct usual_step){count < STEPS_LEAST ? fraction_none() : fraction_mean(steps, count), count};
}

bool usual_step_restarts(const struct indicator *indicator, enum field field) {
    return field_table[field].restarts || (field == FIELD_VALUE && indicator->restarts);
}

bool usual_step_is_little(const struct figure_table *table, enum field field, int period, struct fraction change) {
    const struct indicator *indicator = table->indicator;
    struct fraction usual = usual_step_restarts(indicator, field)
                                ? fraction_none()
                                : usual_step_up_to(table, field, figure_period_before(table, period)).size;
    struct fraction unit = figure_step(indicator, field, field_decimals(indicator, field)),
                    size = fraction_absolute(change);
    return (fraction_present(usual) && fraction_compare(size, usual) < 0) || fraction_compare(size, unit) < 0;
}
