#include "cumulative.h"

int cumulative_before(const struct series *column, struct calendar calendar, int period) {
    struct calendar due = series_due(column, calendar);
    int before = period - 1;
    if (due.grain != calendar.grain)
        before = calendar_last_in(due, calendar_convert(calendar, period, due) - 1, calendar);
    return calendar_year(calendar, before) == calendar_year(calendar, period) ? before : PERIOD_NONE;
}

struct cell cumulative_added(const struct series *column, struct calendar calendar, int period) {
    struct cell added = series_cell(column, period);
    int at = cumulative_before(column, calendar, period);
    if (added.status == STATUS_NOT_DUE || at == PERIOD_NONE)
        return added;
    struct cell before = series_cell(column, at);
    bool unknown = status_is_absent(before.status) && before.status != STATUS_SUPPRESSED;
    added.status = status_worse(added.status, unknown ? STATUS_MISSING : before.status);
    added.number = fraction_subtract(added.number, before.number);
    added.words = NULL;
    if (!status_is_absent(added.status) && !fraction_present(added.number))
        added.status = STATUS_MISSING;
    if (status_is_absent(added.status))
        added.number = fraction_none();
    return added;
}
