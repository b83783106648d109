#include "chart_drawing.h"

static const struct chart_drawing *const drawings[CHART_KIND_COUNT] = {
#define CHART_KIND(NAME, WORD, SHOWS, FILLING, DRAWING, ...) [CHART_##NAME] = &chart_drawing_##DRAWING,
#include "chart_kinds.def"
#undef CHART_KIND
};

const struct chart_drawing *chart_drawing_of(enum chart_kind kind) {
    return drawings[kind];
}
