#ifndef CHART_DESCRIBE_H
#define CHART_DESCRIBE_H

#include "arena.h"
#include "chart.h"
#include "text.h"
#include "words.h"

/*
 * What a reader would see, as a few sentences for the alternative text: kind and extent, subject and place; first,
 * last, highest and lowest figures of the series that the chart is about; the latest of the others; targets with their
 * periods; periods without figures, and why. Only figures that are drawn are told. The text lives in the arena.
 */
char *chart_describe(struct arena *arena, const struct chart *chart);

/* A figure that is there, with its unit. */
const char *describe_figure(struct arena *arena, const struct chart *chart, const struct chart_series *series,
                            size_t category);

/* From one period on the axis to another. */
struct words_stretch describe_stretch(struct arena *arena, const struct chart *chart, size_t first, size_t last);

/* A chart while it is put into words. */
struct description {
    struct arena *arena;
    const struct chart *chart;
    const struct chart_series *headline; /* NULL where there is no series but targets */
    struct chart_group group;            /* the one that the headline's latest figure is in */
    struct text text;
};

/* The figures of a chart over an axis; of rows. */
void describe_axis(struct description *description);
void describe_rows(struct description *description);

/* The sentences of describe_axis, in their order, for kinds that say other things between. */
void describe_headline(struct description *description);
void describe_others(struct description *description); /* the latest of the other series */
void describe_targets(struct description *description);
void describe_groups(struct description *description); /* those beside the headline's */

/* The name of a category in a sentence. */
const char *describe_category(const struct chart *chart, size_t category);

/* A category or a stretch of them in a sentence, where periods and years are put differently. */
enum moment { MOMENT_IN, MOMENT_FROM_ON, MOMENT_UNTIL, MOMENT_AFTER, MOMENT_FROM_TO, MOMENT_COUNT };
const char *describe_moment(const struct description *description, enum moment moment, const struct chart_group *group,
                            size_t first, size_t last);

/* True where the headline is one of several sets of columns, or of lines that are named: it needs its name. */
bool describe_names_headline(const struct description *description);

#endif
