#include "chart_filling.h"

static const struct chart_filling *const fillings[CHART_KIND_COUNT] = {
#define CHART_KIND(NAME, WORD, SHOWS, FILLING, DRAWING, ...) [CHART_##NAME] = &chart_filling_##FILLING,
#include "chart_kinds.def"
#undef CHART_KIND
};

const struct chart_filling *chart_filling_of(enum chart_kind kind) {
    return fillings[kind];
}
