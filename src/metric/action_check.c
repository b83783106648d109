#include "action_check.h"

static bool is_red(const struct figures *figures, const struct figure_table *table, int period) {
    enum field field = field_reported(table->indicator, FIELD_RAG);
    if (!field_exists(table->indicator, field) || figures->count == 0)
        return false;
    const struct figure *rag = figure_at(table, field, figure_due_period(table, field, period));
    return rag->status == STATUS_PRESENT && rag->word == BAND_RED;
}

static void check_overdue(const struct action *action, int day, struct diag *diag) {
    if (action_is_overdue(action, day))
        diag_warning(diag, action->pos,
                     "%s: the action was due on %s and is %s; say that it is done, or when it will be",
                     action->indicator->id, calendar_iso(diag->arena, calendar_days, action->due),
                     action_status_words[action->status]);
}

void action_check(const struct figures *figures, int period, int day, struct diag *diag) {
    const struct catalogue *catalogue = figures->catalogue;
    for (size_t i = 0; catalogue->tells_actions && i < catalogue->indicator_count; i++) {
        const struct indicator *indicator = catalogue->indicators[i];
        size_t count, open = 0;
        const struct action *actions = catalogue_actions(catalogue, indicator, &count);
        for (size_t k = 0; k < count; k++) {
            check_overdue(&actions[k], day, diag);
            open += action_is_open(&actions[k]);
        }
        if (open == 0 && is_red(figures, &figures->tables[i], period))
            diag_warning(diag, indicator->pos, "%s is red and no action is open; add one to the file of actions",
                         indicator->id);
    }
}
