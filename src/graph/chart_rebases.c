#include "chart_rebases.h"

#include "character.h"
#include "chart_axis.h"
#include "chart_filling.h"
#include "chart_series.h"

/* The category with which a period begins, or that it lies in where these are longer; false where none does. */
static bool find_category(const struct chart_draft *draft, int period, size_t *category) {
    for (size_t i = 0; i < draft->chart->category_count; i++) {
        const struct chart_slot *slot = &draft->slots[i];
        bool follows = i > 0 && slot[-1].kind == SLOT_PERIOD && slot[-1].period < period;
        *category = i;
        if (slot->kind == SLOT_PERIOD && (slot->period == period || (follows && slot->period > period)))
            return true;
    }
    return false;
}

static void break_lines(struct chart *chart, size_t category) {
    for (size_t s = 0; s < chart->series_count; s++)
        if (series_is_data(&chart->series[s]))
            chart->series[s].points[category].anew = true;
}

void chart_rebases_add(struct chart_draft *draft) {
    const struct control_chart *control = draft->indicator->control_chart;
    struct chart *chart = draft->chart;
    size_t category, most = control == NULL ? 0 : control->rebase_count;
    chart->rebases = arena_new_array(draft->composer->arena, most, struct chart_rebase);
    for (size_t r = 0; r < most; r++) {
        const struct spc_rebase *rebase = &control->rebases[r];
        if (rebase->from > draft->composer->period || !find_category(draft, rebase->from, &category) ||
            !characters_check(draft->composer, rebase->reason, rebase->pos))
            continue;
        chart->rebases[chart->rebase_count++] =
            (struct chart_rebase){.category = category, .label = rebase->reason, .from = rebase->from};
        break_lines(chart, category);
    }
}

const struct chart_filling chart_filling_spark = {
    .categories = chart_axis_fill, .series = chart_series_fill, .settle = chart_rebases_add};
