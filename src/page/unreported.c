#include "unreported.h"

#include "field.h"
#include "text.h"

enum { NAMED_MAX = 8 };

static bool is_unreported(const struct figure_table *table, int period) {
    const struct indicator *indicator = table->indicator;
    enum field field = field_reported(indicator, FIELD_VALUE);
    if (figure_due_period(table, field, period) != period || figure_at(table, field, period)->status != STATUS_MISSING)
        return false;
    for (int earlier = table->first; earlier < period; earlier++)
        if (!status_is_absent(figure_at(table, field, earlier)->status))
            return true;
    return false;
}

void unreported_tell(const struct layout *layout, const struct figures *figures, int period, struct diag *diag) {
    const struct catalogue *catalogue = layout->catalogue;
    struct text names = {0};
    size_t count = 0;
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct figure_table *table = figures_of(figures, catalogue->indicators[i]);
        if (is_unreported(table, period) && count++ < NAMED_MAX)
            text_printf(&names, "%s%s", count == 1 ? "" : ", ", table->indicator->id);
    }
    if (count > NAMED_MAX)
        diag_note(diag, layout->pos,
                  "no figure for %s of %s and %zu more, though there are earlier ones; see whether the data are in",
                  calendar_iso(diag->arena, catalogue->calendar, period), text_string(&names), count - NAMED_MAX);
    else if (count > 0)
        diag_note(diag, layout->pos,
                  "no figure for %s of %s, though there are earlier ones; see whether the data are in",
                  calendar_iso(diag->arena, catalogue->calendar, period), text_string(&names));
    text_free(&names);
}
