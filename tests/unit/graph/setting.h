#ifndef TESTS_GRAPH_SETTING_H
#define TESTS_GRAPH_SETTING_H

#include "../set/sample.h"
#include "chart_filling.h"
#include "chart_make.h"
#include "trend_chart.h"

/* A chart of the first indicator, of the months of the year that June 2018 lies in. */
struct setting {
    struct sample sample;
    struct chart_line lines[40];
    struct chart_reference references[2];
    struct trend_chart asked;
    const char *title;
};

static inline struct setting start(enum chart_kind kind) {
    return (struct setting){
        .sample = sample_create(500),
        .asked = {.kind = kind, .extent = {.years = 1}, .groups = {GROUP_PERIODS}, .group_count = 1}};
}

static inline struct chart_line *add(struct setting *setting, enum field field) {
    struct chart_line *line = &setting->lines[setting->asked.line_count++];
    *line = (struct chart_line){.field = field};
    return line;
}

static inline struct chart_line *add_series(struct setting *setting, const struct series *series) {
    struct chart_line *line = add(setting, FIELD_VALUE);
    line->series = series;
    return line;
}

static inline const struct chart *make(struct setting *setting) {
    setting->asked.lines = setting->lines;
    setting->asked.references = setting->references;
    const struct block block = {.kind = BLOCK_TREND_CHART,
                                .title = setting->title,
                                .part.trend_chart = &setting->asked,
                                .pos = {.file = "pack.xml", .line = 3, .column = 1}};
    return chart_make(setting->sample.stage.composer, &block, setting->sample.indicators[0], 200);
}

static inline void finish(struct setting *setting) {
    arena_destroy(setting->sample.arena);
}

/* `20.0 - 30.0`: the points of a series from a category on, a gap as a dash. */
static inline const char *points(struct setting *setting, const struct chart *chart, size_t series, size_t first,
                                 size_t count) {
    const char *text = "";
    for (size_t i = first; i < first + count; i++) {
        const struct chart_point *point = &chart->series[series].points[i];
        text = arena_printf(setting->sample.arena, "%s%s%s", text, i > first ? " " : "",
                            point->present ? point->printed : "-");
    }
    return text;
}

#endif
