#include "catalogue.h"

#include <string.h>

void catalogue_add_series(struct arena *arena, struct catalogue *catalogue, struct series *series) {
    arena_append(arena, catalogue->series, catalogue->series_count, catalogue->series_capacity) = series;
    index_add(arena, &catalogue->series_by_id, series->id, series);
}

void catalogue_add_indicator(struct arena *arena, struct catalogue *catalogue, struct indicator *indicator) {
    indicator->index = catalogue->indicator_count;
    catalogue->keeps_little |= indicator->direction.usual;
    arena_append(arena, catalogue->indicators, catalogue->indicator_count, catalogue->indicator_capacity) = indicator;
    index_add(arena, &catalogue->indicators_by_id, indicator->id, indicator);
}

struct series *catalogue_series(const struct catalogue *catalogue, const char *id) {
    return index_find(&catalogue->series_by_id, id);
}

struct indicator *catalogue_indicator(const struct catalogue *catalogue, const char *id) {
    return index_find(&catalogue->indicators_by_id, id);
}

struct section *catalogue_section(const struct catalogue *catalogue, const char *id) {
    for (size_t i = 0; i < catalogue->section_count; i++)
        if (strcmp(catalogue->sections[i]->id, id) == 0)
            return catalogue->sections[i];
    return NULL;
}

const char *const computed_words[COMPUTED_SERIES] = {
    [COMPUTED_NOT] = "", [COMPUTED_MEAN] = "mean", [COMPUTED_POOLED] = "pooled"};

struct comparator *catalogue_comparator(const struct catalogue *catalogue, const char *id) {
    for (size_t i = 0; i < catalogue->comparator_count; i++)
        if (strcmp(catalogue->comparators[i].id, id) == 0)
            return &catalogue->comparators[i];
    return NULL;
}

const char *catalogue_source(const struct catalogue *catalogue, const struct indicator *indicator) {
    return indicator->source != NULL ? indicator->source : catalogue->source != NULL ? catalogue->source : "";
}

const struct action *catalogue_actions(const struct catalogue *catalogue, const struct indicator *indicator,
                                       size_t *count) {
    size_t first = 0, end;
    while (first < catalogue->action_count && catalogue->actions[first].indicator->index < indicator->index)
        first++;
    for (end = first; end < catalogue->action_count && catalogue->actions[end].indicator == indicator; end++)
        ;
    *count = end - first;
    return catalogue->actions + first;
}

const struct action *catalogue_last_finished(const struct catalogue *catalogue, const struct indicator *indicator) {
    size_t count;
    const struct action *actions = catalogue_actions(catalogue, indicator, &count);
    while (count > 0 && action_is_open(&actions[count - 1]))
        count--;
    return count > 0 ? &actions[count - 1] : NULL;
}

int catalogue_first_period(const struct catalogue *catalogue) {
    int first = PERIOD_NONE;
    for (size_t i = 0; i < catalogue->series_count; i++) {
        const struct series *series = catalogue->series[i];
        if (series->count > 0 && (first == PERIOD_NONE || series->first < first))
            first = series->first;
    }
    return first;
}

int catalogue_last_period(const struct catalogue *catalogue) {
    int last = PERIOD_NONE;
    for (size_t i = 0; i < catalogue->series_count; i++) {
        const struct series *series = catalogue->series[i];
        if (series->count > 0 && series->first + series->count - 1 > last)
            last = series->first + series->count - 1;
    }
    return last;
}

static bool has_number(const struct series *series, int period) {
    return series != NULL && !status_is_absent(series_cell(series, period).status);
}

int catalogue_latest_period(const struct catalogue *catalogue) {
    for (int period = catalogue_last_period(catalogue); period >= 0 && period >= catalogue_first_period(catalogue);
         period--)
        for (size_t i = 0; i < catalogue->indicator_count; i++) {
            const struct indicator *indicator = catalogue->indicators[i];
            if (has_number(indicator->numerator, period) || has_number(indicator->published_value, period))
                return period;
        }
    return PERIOD_NONE;
}
