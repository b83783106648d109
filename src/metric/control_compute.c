#include "control_compute.h"

#include "spc.h"

enum { SPC_FIRST = FIELD_SPC_MEAN, SPC_LAST = FIELD_SPC_ASSURANCE };

static struct figure *figures_in(struct figure_table *table, int period) {
    return &table->figures[(size_t)(period - table->first) * FIELD_COUNT];
}

static void put_line(struct figure *figure, struct fraction value, bool trial) {
    enum status present = trial ? STATUS_PROVISIONAL : STATUS_PRESENT;
    *figure = (struct figure){.value = value, .status = fraction_present(value) ? present : STATUS_MISSING};
}

static void put_word(struct figure *figure, int word, enum status status) {
    status = status_worse(status, STATUS_PRESENT);
    *figure = (struct figure){.status = status, .word = status_is_absent(status) ? 0 : word};
}

static void put_point(struct figure *figures, const struct spc_point *point, enum polarity polarity) {
    enum status status = figures[FIELD_VALUE].status;
    enum spc_assurance assurance = spc_assurance(point, figures[FIELD_TARGET].value, polarity);
    put_line(&figures[FIELD_SPC_MEAN], point->mean, point->trial);
    put_line(&figures[FIELD_SPC_UPPER], point->upper, point->trial);
    put_line(&figures[FIELD_SPC_LOWER], point->lower, point->trial);
    put_line(&figures[FIELD_SPC_NEAR_UPPER], point->near_upper, point->trial);
    put_line(&figures[FIELD_SPC_NEAR_LOWER], point->near_lower, point->trial);
    put_word(&figures[FIELD_SPC_POINT], (int)point->class, status);
    bool limited = fraction_present(point->upper) || fraction_present(point->lower);
    put_word(&figures[FIELD_SPC_VARIATION], (int)spc_variation(point), limited ? status : STATUS_MISSING);
    put_word(&figures[FIELD_SPC_RULE], (int)point->rule, point->rule == SPC_NO_RULE ? STATUS_NOT_APPLICABLE : status);
    put_word(&figures[FIELD_SPC_ASSURANCE], (int)assurance,
             assurance == SPC_NO_ASSURANCE ? STATUS_NOT_APPLICABLE : STATUS_PRESENT);
}

/* The places of rebases among count periods from first on. */
static size_t rebase_places(const struct control_chart *chart, int first, size_t count, size_t *places) {
    size_t found = 0;
    for (size_t i = 0; i < chart->rebase_count; i++)
        if (chart->rebases[i].from > first && (size_t)(chart->rebases[i].from - first) < count)
            places[found++] = (size_t)(chart->rebases[i].from - first);
    return found;
}

void control_compute(struct figure_table *table, int period) {
    const struct indicator *indicator = table->indicator;
    const struct control_chart *chart = indicator->control_chart;
    if (chart == NULL || period < table->first || table->count == 0)
        return;
    struct arena *arena = arena_create();
    int last = table->first + table->count - 1 < period ? table->first + table->count - 1 : period;
    size_t count = (size_t)(last - table->first + 1);
    struct fraction *values = arena_new_array(arena, count, struct fraction);
    struct spc_point *points = arena_new_array(arena, count, struct spc_point);
    size_t *rebases = arena_new_array(arena, chart->rebase_count, size_t);
    for (size_t i = 0; i < count; i++) {
        const struct figure *value = &figures_in(table, table->first + (int)i)[FIELD_VALUE];
        values[i] = status_is_absent(value->status) ? fraction_none() : value->value;
    }
    const struct spc_series series = {values, count, rebases, rebase_places(chart, table->first, count, rebases),
                                      indicator->polarity};
    spc_compute(arena, &series, &chart->options, points);
    for (size_t i = 0; i < count; i++) {
        struct figure *figures = figures_in(table, table->first + (int)i);
        if (fraction_present(values[i]))
            put_point(figures, &points[i], indicator->polarity);
        else
            for (int field = SPC_FIRST; field <= SPC_LAST; field++)
                put_word(&figures[field], 0, figures[FIELD_VALUE].status);
    }
    arena_destroy(arena);
}
