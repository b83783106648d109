#include "book_rows.h"

#include "compute.h"

static bool is_known(const struct figure_table *table, int period) {
    enum status value = figure_at(table, FIELD_VALUE, period)->status;
    enum status counted = figure_at(table, FIELD_NUMERATOR, period)->status;
    return (value != STATUS_MISSING && value != STATUS_NOT_DUE) ||
           (counted != STATUS_MISSING && counted != STATUS_NOT_DUE);
}

static void choose_periods(struct tabulator *tabulator) {
    const struct figure_table *table = &tabulator->table;
    int period = table->first;
    while (period < tabulator->period && !is_known(table, period))
        period++;
    tabulator->period_count = 0;
    for (; period <= tabulator->period; period++)
        if (figure_at(table, FIELD_VALUE, period)->status != STATUS_NOT_DUE)
            tabulator->periods[tabulator->period_count++] = period;
    if (tabulator->period_count == 0)
        tabulator->periods[tabulator->period_count++] = tabulator->period;
}

void book_rows_take(struct tabulator *tabulator, const struct indicator *indicator) {
    if (tabulator->table.indicator == indicator)
        return;
    tabulator->table.indicator = indicator;
    figures_compute_table(&tabulator->table, tabulator->catalogue, tabulator->period);
    choose_periods(tabulator);
}

size_t book_rows_past(const struct catalogue *catalogue) {
    size_t count = 0;
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        count += catalogue->indicators[i]->annual_count;
    return count;
}

size_t book_rows_compared(const struct catalogue *catalogue) {
    size_t count = 0;
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        count += catalogue->indicators[i]->benchmark_count;
    return count;
}
