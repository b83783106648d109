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

/* Names of indicators for a message, of many the first. */
struct named {
    struct text names;
    size_t count;
};

static void add_name(struct named *named, const struct indicator *indicator) {
    if (named->count++ < NAMED_MAX)
        text_printf(&named->names, "%s%s", named->count == 1 ? "" : ", ", indicator->id);
}

static const char *names_of(struct named *named) {
    if (named->count > NAMED_MAX)
        text_printf(&named->names, " and %zu more", named->count - NAMED_MAX);
    return text_string(&named->names);
}

/* The period of the year without which there is no year to date, though the period that is reported has a figure;
 * PERIOD_NONE where that is not why, or where there is one. */
static int breaks_year(const struct figure_table *table, struct calendar calendar, int period) {
    if (!field_exists(table->indicator, FIELD_YTD_VALUE) || table->indicator->reports_ytd ||
        figure_at(table, FIELD_YTD_VALUE, period)->status != STATUS_MISSING ||
        status_is_absent(figure_at(table, FIELD_VALUE, period)->status))
        return PERIOD_NONE;
    for (int at = calendar_year_first(calendar, calendar_year(calendar, period)); at < period; at++)
        if (at < table->first || figure_at(table, FIELD_VALUE, at)->status == STATUS_MISSING)
            return at;
    return PERIOD_NONE;
}

/* Years to date that are not there, by the first period of the year that has no figure. */
static void tell_broken_years(const struct layout *layout, const struct figures *figures, int period,
                              struct diag *diag) {
    const struct catalogue *catalogue = layout->catalogue;
    const struct calendar calendar = catalogue->calendar;
    for (int at = calendar_year_first(calendar, calendar_year(calendar, period)); at < period; at++) {
        struct named broken = {0};
        for (size_t i = 0; i < layout->shown_count; i++)
            if (breaks_year(figures_of(figures, layout->shown[i]), calendar, period) == at)
                add_name(&broken, layout->shown[i]);
        if (broken.count > 0)
            diag_note(diag, layout->pos, "the year to date of %s is not available, since %s has no figure",
                      names_of(&broken), calendar_iso(diag->arena, calendar, at));
        text_free(&broken.names);
    }
}

void unreported_tell(const struct layout *layout, const struct figures *figures, int period, struct diag *diag) {
    const struct catalogue *catalogue = layout->catalogue;
    struct named unreported = {0};
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (is_unreported(figures_of(figures, catalogue->indicators[i]), period))
            add_name(&unreported, catalogue->indicators[i]);
    if (unreported.count > 0)
        diag_note(diag, layout->pos,
                  "no figure for %s of %s, though there are earlier ones; see whether the data are in",
                  calendar_iso(diag->arena, catalogue->calendar, period), names_of(&unreported));
    text_free(&unreported.names);
    tell_broken_years(layout, figures, period, diag);
}
