#include "icon.h"
#include "multiples.h"
#include "usage.h"

/* What a chart draws that a key explains, and the abbreviations of its words. */

/* Columns that stand alone have no name beside them: the title says what they are. */
static bool is_named(const struct chart *chart, const struct chart_series *series) {
    size_t data = 0;
    for (size_t i = 0; i < chart->series_count; i++)
        data += series_is_data(&chart->series[i]);
    return data > 1 || series->mark != MARK_COLUMN;
}

static void note_series(const struct pen *pen, const struct chart *chart, const struct chart_series *series) {
    if (is_named(chart, series))
        usage_note_words(pen, series->end_label != NULL ? series->end_label : series->name);
    bool signs = series->mark == MARK_COLUMN && !chart_traits[chart->kind].rows;
    for (size_t i = 0; i < chart->category_count; i++) {
        usage_note_words(pen, series->points[i].gap_reason);
        if (series->points[i].gap_reason != NULL && signs)
            usage_note_words(pen, status_words[series->points[i].gap_status].symbol);
    }
}

/* True where lines of a chart lie on one another from one point to the next. */
static bool draws_in_turns(const struct chart *chart) {
    for (size_t s = 0; s < chart->series_count; s++)
        for (size_t o = 0; o < s; o++)
            for (size_t g = 0; g < chart->group_count; g++) {
                const struct chart_group *group = &chart->groups[g];
                for (size_t i = group->first; i < group->first + group->count; i++)
                    if (group->kind != GROUP_BENCHMARKS &&
                        chart_lines_coincide(chart, &chart->series[s], &chart->series[o], group->first, i))
                        return true;
            }
    return false;
}

static void note_axis(const struct pen *pen, const struct chart *chart) {
    if (draws_in_turns(chart))
        usage_note(pen, USE_ICON, ICON_IN_TURNS);
    for (size_t i = 0; i < chart->category_count; i++) {
        const struct chart_category *category = &chart->categories[i];
        usage_note_words(pen, category->label);
        usage_note_words(pen, category->bracket);
        usage_note_words(pen, category->gap_reason);
        if (category->gap_reason != NULL)
            usage_note_words(pen, status_words[category->gap_status].symbol);
    }
    for (size_t i = 0; i < chart->group_count; i++)
        usage_note_words(pen, chart->groups[i].title);
    for (size_t i = 0; i < chart->series_count; i++)
        note_series(pen, chart, &chart->series[i]);
    for (size_t i = 0; i < chart->rebase_count; i++)
        usage_note_words(pen, chart->rebases[i].label);
}

static void note_standings(const struct pen *pen, const struct standings *standings) {
    usage_note_words(pen, standings->title);
    usage_note_words(pen, standings->value_title);
    usage_note_words(pen, standings->size_title);
    for (size_t i = 0; i < standings->count; i++)
        usage_note_words(pen, standings->marks[i].name);
    for (size_t i = 0; i < standings->level_count; i++)
        usage_note_words(pen, standings->levels[i].name);
}

static void note_multiples(const struct pen *pen, const struct chart *chart) {
    const struct multiples *multiples = chart->multiples;
    for (size_t i = 0; i < multiples->count; i++) {
        const struct multiple *multiple = &multiples->list[i];
        usage_note_words(pen, multiple->title);
        usage_note_words(pen, multiple->symbol);
        if (multiple->judged)
            usage_note(pen, USE_BAND, (int)multiple->band);
    }
}

/* A spark has no words: its scale and its target need a key, and where it begins anew. */
void usage_note_chart(const struct pen *pen, const struct chart *chart) {
    if (chart->kind == CHART_SPARK)
        usage_note(pen, USE_ICON, ICON_SPARK);
    if (chart->kind == CHART_SPARK && chart_has_target(chart))
        usage_note(pen, USE_ICON, ICON_TARGET_LINE);
    if (chart->kind == CHART_SPARK && chart->rebase_count > 0)
        usage_note(pen, USE_ICON, ICON_ANEW);
    if (chart->kind == CHART_SPARK)
        return;
    note_axis(pen, chart);
    for (size_t i = 0; i < chart->standings_count; i++)
        note_standings(pen, &chart->standings[i]);
    if (chart->multiples != NULL)
        note_multiples(pen, chart);
}
