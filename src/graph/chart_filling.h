#ifndef GRAPH_CHART_FILLING_H
#define GRAPH_CHART_FILLING_H

#include "chart_draft.h"
#include "flow.h"

/* What stands with a chart in its flow. */
typedef void chart_setter(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                          const struct chart *chart);

/* How the charts of a kind are filled. */
struct chart_filling {
    void (*categories)(struct chart_draft *draft); /* and groups and slots */
    void (*series)(struct chart_draft *draft);     /* once the categories are there */
    void (*settle)(struct chart_draft *draft);     /* what depends on several series; NULL: nothing does */
    chart_setter *set_above, *set_below;           /* NULL: nothing */
};

/* That of a kind: the chart_filling_FILLING of its row in chart_kinds.def. */
const struct chart_filling *chart_filling_of(enum chart_kind kind);

#define CHART_KIND(NAME, WORD, SHOWS, FILLING, DRAWING, ...) extern const struct chart_filling chart_filling_##FILLING;
#include "chart_kinds.def"
#undef CHART_KIND

#endif
