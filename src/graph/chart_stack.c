#include "chart_axis.h"
#include "chart_filling.h"
#include "chart_series.h"

/* Columns on one another. */

/* A stack with a part missing would be too low, and shares of it false: none of it is drawn. */
static bool whole_stack(const struct chart_draft *draft, size_t category, struct fraction *total) {
    *total = fraction_make(0, 1);
    for (size_t s = 0; s < draft->chart->series_count; s++) {
        struct fraction value = draft->readings[s][category].value;
        if (draft->chart->series[s].mark != MARK_COLUMN)
            continue;
        if (!fraction_present(value))
            return false;
        *total = fraction_add(*total, value);
    }
    return true;
}

static void settle_category(struct chart_draft *draft, size_t category) {
    struct chart *chart = draft->chart;
    struct fraction total;
    bool whole = whole_stack(draft, category, &total);
    for (size_t s = 0; s < chart->series_count; s++) {
        struct chart_reading reading = draft->readings[s][category];
        if (chart->series[s].mark != MARK_COLUMN)
            continue;
        if (whole && chart_traits[chart->kind].shares) {
            reading.value = fraction_divide(fraction_multiply(reading.value, fraction_make(100, 1)), total);
            reading.printed = fraction_printed(draft->composer->arena, reading.value, 0, false);
            reading.said = NULL;
        }
        chart_draft_set_point(draft, &chart->series[s], category, whole ? reading : (struct chart_reading){0});
    }
}

static void settle(struct chart_draft *draft) {
    for (size_t i = 0; i < draft->chart->category_count; i++)
        settle_category(draft, i);
}

const struct chart_filling chart_filling_stack = {
    .categories = chart_axis_fill, .series = chart_series_fill, .settle = settle};
