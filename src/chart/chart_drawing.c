#include "chart_drawing.h"

static const struct chart_drawing *const drawings[CHART_KIND_COUNT] = {
#define CHART_KIND(NAME, WORD, SHOWS, FILLING, DRAWING, ...) [CHART_##NAME] = &chart_drawing_##DRAWING,
#include "chart_kinds.def"
#undef CHART_KIND
};

const struct chart_drawing *chart_drawing_of(enum chart_kind kind) {
    return drawings[kind];
}

struct chart_canvas chart_canvas_scaled(struct chart_canvas whole, const struct chart *chart) {
    double scale = chart->kind == CHART_SPARK ? 1 : theme_chart_scale(whole.theme);
    struct theme *theme = arena_new(whole.arena, struct theme);
    *theme = *whole.theme;
    for (size_t i = 0; i < STYLE_COUNT; i++)
        theme->type[i] = (struct type_size){theme->type[i].size_pt / scale, theme->type[i].leading_pt / scale};
    for (size_t i = 0; i < LINE_COUNT; i++)
        theme->lines_pt[i] /= scale;
    whole.theme = theme;
    whole.width_pt /= scale;
    whole.height_pt /= scale;
    whole.scale = scale;
    return whole;
}
