#include "describe_gaps.h"

#include <string.h>

#include "words.h"

void describe_reason(struct description *description, const char *reason) {
    if (reason != NULL && reason[0] != '\0')
        text_printf(&description->text, " %s%s", text_capital(description->arena, reason), text_stop(reason));
}

static void add_gap(struct description *description, const struct chart_series *series, enum moment moment,
                    size_t first, size_t last) {
    const char *when = describe_moment(description, moment, &description->group, first, last);
    bool named = series->name != NULL && !chart_traits[description->chart->kind].stacked &&
                 (series != description->headline || describe_names_headline(description));
    text_printf(&description->text, " %s",
                words_format(description->arena, description->chart->words,
                             named ? WORD_ALT_NO_FIGURES_OF : WORD_ALT_NO_FIGURES, "name", named ? series->name : "",
                             "when", when, NULL));
}

static bool is_gap(const struct chart_series *series, size_t category) {
    double value;
    return !point_value(series, category, &value) && !series->points[category].not_due;
}

/* A category with the reason that the headline's gap has there: the chart's, or its own where others go on. */
static struct chart_category gap_at(const struct description *description, size_t category) {
    struct chart_category gap = description->chart->categories[category];
    const struct chart_point *point = &description->headline->points[category];
    if (gap.gap_reason == NULL) {
        gap.gap_reason = point->gap_reason;
        gap.gap_status = point->gap_status;
    }
    return gap;
}

/* A gap from a period on as far as it has one reason, before an end. */
static size_t gap_end(const struct description *description, size_t first, size_t end) {
    const struct chart_category gap = gap_at(description, first);
    size_t last = first;
    while (last + 1 < end && is_gap(description->headline, last + 1)) {
        const struct chart_category next = gap_at(description, last + 1);
        if (gap.gap_reason == NULL ? next.gap_reason != NULL : !category_same_gap(&next, &gap))
            break;
        last++;
    }
    return last;
}

/* What follows the last figure: as a whole where one reason holds for all of it, else stretch by stretch. */
static void add_gaps_after(struct description *description, size_t last, size_t behind) {
    const struct chart_series *series = description->headline;
    size_t count = description->group.first + description->group.count, other = gap_end(description, behind, count) + 1;
    while (other < count && (!is_gap(series, other) || gap_at(description, other).gap_reason == NULL))
        other++;
    if (other >= count) {
        add_gap(description, series, MOMENT_AFTER, last, last);
        describe_reason(description, gap_at(description, behind).gap_reason);
        return;
    }
    for (size_t i = behind, end; i < count; i = end + 1) {
        end = i;
        if (!is_gap(series, i) || gap_at(description, i).gap_reason == NULL)
            continue;
        end = gap_end(description, i, count);
        add_gap(description, series, end > i ? MOMENT_FROM_TO : MOMENT_IN, i, end);
        describe_reason(description, gap_at(description, i).gap_reason);
    }
}

/* Gaps that have a reason, and those between figures, of which the last is `last`: a reason is told behind the last of
 * the gaps that have it, which may be all that follows. */
static void add_gaps(struct description *description, size_t first, size_t last) {
    const struct chart_group *group = &description->group;
    struct chart_category told = {0}, gap;
    for (size_t i = group->first; i < last; i++) {
        gap = gap_at(description, i);
        if (!is_gap(description->headline, i) || (i < first && gap.gap_reason == NULL))
            continue;
        size_t end = gap_end(description, i, last);
        if (!category_same_gap(&gap, &told))
            describe_reason(description, told.gap_reason);
        add_gap(description, description->headline, end > i ? MOMENT_FROM_TO : MOMENT_IN, i, end);
        told = gap;
        i = end;
    }
    size_t behind = last + 1, count = group->first + group->count;
    while (behind < count && !is_gap(description->headline, behind))
        behind++;
    gap = behind < count ? gap_at(description, behind) : (struct chart_category){0};
    if (!category_same_gap(&gap, &told))
        describe_reason(description, told.gap_reason);
    if (behind < count)
        add_gaps_after(description, last, behind);
}

/* Of a series beside the headline's, each with its reason. */
static void add_set_gaps(struct description *description, const struct chart_series *series) {
    const struct chart_group *group = &description->group;
    const struct chart_point *points = series->points;
    for (size_t i = group->first, end; i < group->first + group->count; i = end) {
        end = i + 1;
        if (points[i].gap_reason == NULL)
            continue;
        while (end < group->first + group->count && point_same_gap(&points[end], &points[i]))
            end++;
        add_gap(description, series, end > i + 1 ? MOMENT_FROM_TO : MOMENT_IN, i, end - 1);
        describe_reason(description, points[i].gap_reason);
    }
}

/* Periods without a figure that have one due: with a reason, between figures, and all that follow the last one. */
void describe_gaps(struct description *description) {
    const struct chart *chart = description->chart;
    const struct chart_group *group = &description->group;
    const struct chart_series *series = description->headline;
    size_t first, last;
    if (series == NULL || series->points == NULL)
        return;
    if (!point_first(series, group->first, group->count, &first) ||
        !point_last(series, group->first, group->count, &last))
        first = last = group->first + group->count;
    add_gaps(description, first, last);
    for (size_t s = 0; s < chart->series_count; s++)
        if (&chart->series[s] != series && chart->series[s].points != NULL)
            add_set_gaps(description, &chart->series[s]);
}

/* `Visits: suppressed, so that nobody can be identified.` */
void describe_row_gaps(struct description *description) {
    const struct chart_series *series = description->headline;
    for (size_t i = 0; series != NULL && series->points != NULL && i < description->chart->category_count; i++)
        if (series->points[i].gap_reason != NULL)
            describe_reason(description,
                            arena_printf(description->arena, "%s: %s", describe_category(description->chart, i),
                                         series->points[i].gap_reason));
}
