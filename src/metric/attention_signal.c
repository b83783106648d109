#include "attention_signal.h"

#include <string.h>

#include "control_compute.h"

enum spc_variation attention_variation(const struct figure_table *table, int period) {
    const struct figure *variation = figure_at(table, FIELD_SPC_VARIATION, period);
    bool none = table->indicator->control_chart == NULL || status_is_absent(variation->status);
    return none ? SPC_VARIATION_COMMON : (enum spc_variation)variation->word;
}

enum spc_variation attention_variation_told(const struct figure_table *table, int period) {
    if (table->indicator->control_chart == NULL || period < table->first)
        return SPC_VARIATION_COMMON;
    struct arena *arena = arena_create();
    struct figure_table then = *table;
    size_t count = (size_t)table->count * FIELD_COUNT;
    then.figures = arena_new_array(arena, count + 1, struct figure);
    memcpy(then.figures, table->figures, count * sizeof *then.figures);
    control_compute(&then, period);
    enum spc_variation told = attention_variation(&then, period);
    arena_destroy(arena);
    return told;
}

bool attention_is_concern(enum spc_variation variation) {
    return variation == SPC_VARIATION_CONCERN_HIGH || variation == SPC_VARIATION_CONCERN_LOW;
}

bool attention_is_unusual(enum spc_variation variation) {
    return variation == SPC_VARIATION_NEITHER_HIGH || variation == SPC_VARIATION_NEITHER_LOW;
}

size_t attention_marked(const struct figure_table *table, int period) {
    const struct figure *last = figure_at(table, FIELD_SPC_POINT, period);
    size_t count = 0;
    if (status_is_absent(last->status) || last->word == SPC_COMMON)
        return 0;
    for (; period >= table->first; period = figure_period_before(table, period)) {
        const struct figure *point = figure_at(table, FIELD_SPC_POINT, period);
        if (!status_is_absent(point->status) && point->word != last->word)
            break;
        count += !status_is_absent(point->status);
    }
    return count;
}
