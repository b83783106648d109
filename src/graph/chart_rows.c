#include "chart_filling.h"
#include "chart_gaps.h"
#include "chart_look.h"
#include "chart_reading.h"
#include "chart_series.h"

/* A row for each line, in the pack's period. */

static void add_rows(struct chart_draft *draft) {
    for (size_t i = 0; i < draft->asked->line_count; i++) {
        const struct chart_line *line = &draft->asked->lines[i];
        const char *name = chart_reading_name(draft, line);
        chart_draft_add_category(
            draft, (struct chart_category){.label = name, .long_label = name},
            (struct chart_slot){.kind = SLOT_LINE, .period = draft->composer->period, .line = line});
    }
    chart_draft_add_group(draft, GROUP_BENCHMARKS, 0, NULL);
}

static void add_series(struct chart_draft *draft) {
    struct chart_series *series = chart_draft_add_series(draft, draft->indicator->short_title, MARK_COLUMN);
    chart_look_line(series, 0);
    series->headline = true;
    for (size_t i = 0; i < draft->chart->category_count; i++)
        chart_draft_set_point(draft, series, i, chart_reading_at(draft, draft->slots[i].line, &draft->slots[i]));
    chart_gaps_explain_rows(draft, series);
    chart_series_add_held(draft);
}

const struct chart_filling chart_filling_rows = {.categories = add_rows, .series = add_series};
