#include "chart_draft.h"

#include "character.h"

void chart_draft_add_category(struct chart_draft *draft, struct chart_category category, struct chart_slot slot) {
    struct chart *chart = draft->chart;
    struct arena *arena = draft->composer->arena;
    size_t slots = chart->category_count;
    arena_append(arena, draft->slots, slots, draft->slot_capacity) = slot;
    arena_append(arena, chart->categories, chart->category_count, draft->category_capacity) = category;
}

/* True where figures of years beside those of periods are sums of them. Rows are all of one period. */
static bool is_apart(const struct chart_draft *draft) {
    const struct trend_chart *asked = draft->asked;
    bool periods = false, sums = false, rows = chart_traits[draft->chart->kind].rows;
    for (size_t i = 0; i < asked->group_count; i++)
        periods |= asked->groups[i] == GROUP_PERIODS;
    for (size_t i = 0; i < asked->line_count; i++) {
        const struct chart_line *line = &asked->lines[i];
        const struct indicator *indicator = line->indicator != NULL ? line->indicator : draft->indicator;
        sums |= !line->second_axis && line->series == NULL && line->comparator == NULL &&
                field_adds_up(indicator, line->field);
    }
    return periods && sums && !rows && !chart_traits[draft->chart->kind].shares;
}

void chart_draft_add_group(struct chart_draft *draft, enum chart_group_kind kind, size_t first, const char *title) {
    struct chart *chart = draft->chart;
    if (chart->category_count > first)
        chart->groups[chart->group_count++] = (struct chart_group){.title = title,
                                                                   .first = first,
                                                                   .count = chart->category_count - first,
                                                                   .kind = kind,
                                                                   .apart = kind != GROUP_PERIODS && is_apart(draft)};
}

struct chart_series *chart_draft_add_series(struct chart_draft *draft, const char *name, enum chart_mark mark) {
    struct chart *chart = draft->chart;
    struct arena *arena = draft->composer->arena;
    if (chart->series_count == CHART_SERIES_MAX)
        return NULL;
    if (chart->series == NULL)
        chart->series = arena_new_array(arena, CHART_SERIES_MAX, struct chart_series);
    draft->readings[chart->series_count] = arena_new_array(arena, chart->category_count + 1, struct chart_reading);
    struct chart_series *series = &chart->series[chart->series_count++];
    *series = (struct chart_series){
        .name = name, .mark = mark, .points = arena_new_array(arena, chart->category_count + 1, struct chart_point)};
    characters_check(draft->composer, name, draft->pos);
    return series;
}

void chart_draft_set_point(struct chart_draft *draft, struct chart_series *series, size_t category,
                           struct chart_reading reading) {
    draft->readings[series - draft->chart->series][category] = reading;
    series->points[category] = chart_draft_point(reading);
}

struct chart_point chart_draft_point(struct chart_reading reading) {
    if (!fraction_present(reading.value))
        return (struct chart_point){.not_due = reading.not_due, .anew = reading.anew};
    return (struct chart_point){.present = true,
                                .anew = reading.anew,
                                .value = fraction_double(reading.value),
                                .printed = reading.printed,
                                .said = reading.said};
}
