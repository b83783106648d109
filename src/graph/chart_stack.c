#include "chart_axis.h"
#include "chart_filling.h"
#include "chart_series.h"

/* Columns on one another. */

/* A part below zero hangs below the line of zero, and the sum tells; but it is no share of a whole. */
static bool has_negative(const struct chart_draft *draft, size_t category) {
    for (size_t s = 0; s < draft->chart->series_count; s++) {
        struct fraction value = draft->readings[s][category].value;
        if (draft->chart->series[s].mark == MARK_COLUMN && fraction_present(value) && fraction_sign(value) < 0)
            return true;
    }
    return false;
}

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
        chart_draft_set_point(draft, &chart->series[s], category,
                              whole ? reading : (struct chart_reading){.not_due = reading.not_due});
    }
}

static void settle(struct chart_draft *draft) {
    bool negative = false;
    for (size_t i = 0; i < draft->chart->category_count; i++) {
        negative |= has_negative(draft, i);
        settle_category(draft, i);
    }
    if (negative && chart_traits[draft->chart->kind].shares)
        diag_error(draft->composer->diag, draft->pos,
                   "figures below zero are no shares of a whole; stack them as they are, type=\"stacked\", or draw "
                   "them side by side, type=\"grouped\"");
}

const struct chart_filling chart_filling_stack = {
    .categories = chart_axis_fill, .series = chart_series_fill, .settle = settle};
