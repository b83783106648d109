#ifndef DOCUMENT_CHART_KIND_H
#define DOCUMENT_CHART_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "words.h"

/* How a series of a chart is drawn. */
enum chart_mark {
    MARK_LINE,
    MARK_COLUMN,
    MARK_TARGET, /* a dashed step line with a label at each level */
    MARK_POINT,  /* a point by itself: an organisation of a funnel; pale, it is hollow */
    MARK_RANGE,  /* a pale band between two edges, in which figures should lie */
    MARK_LEVEL,  /* one horizontal line over its groups, labelled at its end (a benchmark, a reference) */
    MARK_MEAN,   /* of a control chart, as the next two: a level for each phase, which are not joined */
    MARK_LIMIT,
    MARK_NEAR, /* two thirds of the way to a limit; not labelled */
    MARK_COUNT
};
enum { MARK_ASKED_COUNT = MARK_COLUMN + 1 }; /* those that a layout asks for by a word */
extern const char *const mark_words[MARK_ASKED_COUNT];

/* The kinds of chart: chart_kinds.def has a row for each. */
enum chart_kind {
#define CHART_KIND(NAME, WORD, SHOWS, FILLING, DRAWING, ...) CHART_##NAME,
#include "chart_kinds.def"
#undef CHART_KIND
    CHART_KIND_COUNT
};
enum { CHART_ASKED_COUNT = CHART_FUNNEL };                     /* those that a <trend-chart> asks for by a word */
enum { CHART_COMPARING_COUNT = CHART_SPARK - CHART_FUNNEL };   /* those of a <comparison-chart>, from CHART_FUNNEL on */
extern const char *const chart_words[CHART_KIND_COUNT];        /* NULL for the others */
extern const char chart_words_shown[], chart_words_compared[]; /* what each of them shows, for the reference */

#define CHART_NAMED_BY_MARKS WORD_COUNT

/* What sets a kind apart from others, for all who ask. */
struct chart_traits {
    enum word name;        /* of the kind in words; CHART_NAMED_BY_MARKS: after its columns and lines */
    enum chart_mark own;   /* of the chart's own field */
    enum chart_mark usual; /* of its further lines, where they name none */
    size_t least_columns;  /* or bars */
    bool lines_alone;      /* without a field it has its lines alone */
    bool rows;             /* a row a line one below the other, in the pack's period, with one scale from zero */
    bool stacked;          /* the columns of a category stand on one another */
    bool shares;           /* of 100 */
    bool compares;         /* organisations in one period: it has comparisons, and no categories */
    bool multiple;         /* many small charts of lines, each with its figure and what it is judged by */
    bool spc;              /* for the value alone, with lines of the catalogue's control chart; a line without one */
};
extern const struct chart_traits chart_traits[CHART_KIND_COUNT];

#endif
