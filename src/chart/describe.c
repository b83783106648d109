#include "describe.h"

#include <string.h>

#include "axis_cut.h"
#include "chart_drawing.h"
#include "describe_gaps.h"
#include "left_out.h"
#include "level.h"
#include "multiples.h"
#include "unit.h"
#include "words.h"

const char *describe_category(const struct chart *chart, size_t category) {
    const struct chart_category *found = &chart->categories[category];
    return found->long_label != NULL ? found->long_label : found->label != NULL ? found->label : "";
}

struct words_stretch describe_stretch(struct arena *arena, const struct chart *chart, size_t first, size_t last) {
    return words_stretch(arena, chart->words, chart->calendar, chart->categories[first].period,
                         chart->categories[last].period);
}

const char *describe_figure(struct arena *arena, const struct chart *chart, const struct chart_series *series,
                            size_t category) {
    const struct chart_point *point = &series->points[category];
    const char *tick = unit_table[series->second_axis ? chart->second_unit.is : chart->unit.is].tick;
    if (point->said != NULL && point->said[0] != '\0')
        return point->said;
    return arena_printf(arena, "%s%s", chart_printed(arena, chart, series, category), tick == NULL ? "" : tick);
}

static const char *figure_words(const struct description *description, const struct chart_series *series,
                                size_t category) {
    return describe_figure(description->arena, description->chart, series, category);
}

const char *describe_moment(const struct description *description, enum moment moment, const struct chart_group *group,
                            size_t first, size_t last) {
    static const enum per_grain words[MOMENT_COUNT] = {
        [MOMENT_IN] = PER_GRAIN_IN,       [MOMENT_FROM_ON] = PER_GRAIN_FROM_ON, [MOMENT_UNTIL] = PER_GRAIN_UNTIL,
        [MOMENT_AFTER] = PER_GRAIN_AFTER, [MOMENT_FROM_TO] = PER_GRAIN_FROM_TO,
    };
    const struct chart *chart = description->chart;
    const char *name = describe_category(chart, first);
    enum grain grain = group->kind == GROUP_PERIODS ? chart->calendar.grain : GRAIN_YEAR;
    struct words_stretch stretch = {name, describe_category(chart, last)};
    if (group->kind == GROUP_PERIODS)
        stretch = describe_stretch(description->arena, chart, first, last);
    return words_format(description->arena, chart->words, word_per_grain(words[moment], grain), "period", name, "first",
                        stretch.first, "last", stretch.last, NULL);
}

/* In a period or year of the group that the headline's latest figure is in. */
static const char *moment_of(const struct description *description, enum moment moment, size_t category) {
    return describe_moment(description, moment, &description->group, category, category);
}

static void find_headline(struct description *description) {
    const struct chart *chart = description->chart;
    for (size_t s = 0; s < chart->series_count; s++) {
        const struct chart_series *series = &chart->series[s];
        bool first = description->headline == NULL && series_is_data(series);
        if (first || (series->headline && series_is_data(series) && !description->headline->headline))
            description->headline = series;
    }
    struct chart_group whole;
    size_t count;
    const struct chart_group *groups = chart_groups(chart, &whole, &count);
    for (size_t i = 0; i < count; i++) {
        size_t last;
        const struct chart_group *group = &groups[i];
        bool usual = i == 0 || (group->kind == GROUP_PERIODS && description->group.kind != GROUP_PERIODS);
        bool periods = group->kind == GROUP_PERIODS || description->group.kind != GROUP_PERIODS;
        if (usual || (periods && description->headline != NULL &&
                      point_last(description->headline, group->first, group->count, &last)))
            description->group = *group;
    }
}

/* `Line chart, 13 months.`, `Funnel chart, 32 organisations.` */
static const char *kind_words(const struct description *description, const char *kind) {
    const struct chart *chart = description->chart;
    const struct chart_group *group = &description->group;
    bool compares = chart->standings_count > 0;
    size_t count = chart->multiples != NULL && compares ? chart->multiples->count
                   : compares                           ? chart->standings->count
                                                        : group->count;
    if (!compares && (group->kind != GROUP_PERIODS || count == 0))
        return arena_printf(description->arena, "%s.", kind);
    enum word word = count == 1 ? WORD_COMPARISON_ALT_ONE : WORD_COMPARISON_ALT_OTHER;
    if (!compares)
        word = word_per_grain(count == 1 ? PER_GRAIN_ALT_ONE : PER_GRAIN_ALT_OTHER, chart->calendar.grain);
    const char *printed = arena_printf(description->arena, "%zu", count);
    if (compares)
        return words_format(description->arena, chart->words, word, "kind", kind, "count", printed, "one",
                            chart->standings->one, "many", chart->standings->many, NULL);
    return words_format(description->arena, chart->words, word, "kind", kind, "count", printed, NULL);
}

static void add_kind(struct description *description) {
    const struct chart *chart = description->chart;
    bool columns = false, lines = false;
    for (size_t s = 0; s < chart->series_count; s++) {
        columns |= chart->series[s].mark == MARK_COLUMN;
        lines |= chart->series[s].mark == MARK_LINE;
    }
    enum word name = chart_traits[chart->kind].name;
    if (name == CHART_NAMED_BY_MARKS)
        name = columns && lines ? WORD_CHART_COLUMN_LINE : columns ? WORD_CHART_COLUMN : WORD_CHART_LINE;
    text_add(&description->text, kind_words(description, words_get(chart->words, name)));
    if (chart->subject == NULL || chart->subject[0] == '\0')
        return;
    text_printf(&description->text, " %s", chart->subject);
    if (chart->place != NULL && chart->place[0] != '\0')
        text_printf(&description->text, ", %s", chart->place);
    text_add(&description->text, ".");
}

struct extremes {
    size_t first, last, highest, lowest;
    size_t highest_count, lowest_count; /* how many points are as high, as low */
};

/* False where the group has no point. */
static bool find_extremes(const struct chart_series *series, const struct chart_group *group,
                          struct extremes *extremes) {
    if (!point_first(series, group->first, group->count, &extremes->first) ||
        !point_last(series, group->first, group->count, &extremes->last))
        return false;
    extremes->highest = extremes->lowest = extremes->first;
    extremes->highest_count = extremes->lowest_count = 0;
    for (size_t i = extremes->first; i <= extremes->last; i++) {
        double value, high = series->points[extremes->highest].value, low = series->points[extremes->lowest].value;
        if (!point_value(series, i, &value))
            continue;
        extremes->highest_count = value > high ? 1 : extremes->highest_count + (value == high);
        extremes->lowest_count = value < low ? 1 : extremes->lowest_count + (value == low);
        extremes->highest = value > high ? i : extremes->highest;
        extremes->lowest = value < low ? i : extremes->lowest;
    }
    return true;
}

/* `, highest 96.0% in July 2017`; what is the first or the last figure says so itself. */
static void add_extreme(struct description *description, const struct extremes *extremes, enum word word,
                        size_t category) {
    if (category == extremes->first || category == extremes->last)
        return;
    text_printf(&description->text, ", %s",
                words_format(description->arena, description->chart->words, word, "figure",
                             figure_words(description, description->headline, category), "when",
                             moment_of(description, MOMENT_IN, category), NULL));
}

/* `, April 2018 88.2%, the lowest` */
static void add_end(struct description *description, const struct extremes *extremes, size_t category) {
    const struct words *words = description->chart->words;
    struct text *text = &description->text;
    const char *name = describe_category(description->chart, category);
    text_printf(text, "%s %s %s", category == extremes->first ? "" : ",",
                category == extremes->first ? text_capital(description->arena, name) : name,
                figure_words(description, description->headline, category));
    if (category == extremes->highest || category == extremes->lowest)
        text_printf(text, ", %s",
                    words_get(words, category == extremes->highest ? WORD_ALT_THE_HIGHEST : WORD_ALT_THE_LOWEST));
}

/* Lines beside it have their names at their ends. */
static bool is_line_among_others(const struct description *description) {
    const struct chart_series *headline = description->headline;
    size_t lines = 0;
    for (size_t s = 0; s < description->chart->series_count; s++)
        lines += description->chart->series[s].mark == MARK_LINE && !description->chart->series[s].second_axis;
    return headline->mark == MARK_LINE && headline->end_label == NULL && lines > 1;
}

bool describe_names_headline(const struct description *description) {
    const struct chart *chart = description->chart;
    const char *name = description->headline->name;
    size_t count = 0;
    for (size_t s = 0; s < chart->series_count; s++)
        count += chart->series[s].headline && series_is_data(&chart->series[s]);
    bool said = name == NULL || (chart->subject != NULL && strcmp(name, chart->subject) == 0);
    return (count > 1 && name != NULL) || (!said && is_line_among_others(description));
}

void describe_headline(struct description *description) {
    const struct chart *chart = description->chart;
    const struct chart_series *series = description->headline;
    struct extremes extremes;
    if (series == NULL || !find_extremes(series, &description->group, &extremes)) {
        text_printf(&description->text, " %s.", words_get(chart->words, WORD_NO_FIGURES));
        return;
    }
    bool single = extremes.first == extremes.last;
    if (describe_names_headline(description))
        text_printf(&description->text, " %s:", series->name);
    if (single || series->points[extremes.highest].value == series->points[extremes.lowest].value) {
        const char *when =
            single ? text_capital(description->arena, describe_category(chart, extremes.first))
                   : describe_moment(description, MOMENT_FROM_TO, &description->group, extremes.first, extremes.last);
        text_printf(&description->text, " %s",
                    words_format(description->arena, chart->words, single ? WORD_ALT_ONLY_FIGURE : WORD_ALT_UNCHANGED,
                                 "when", when, "figure", figure_words(description, series, extremes.first), NULL));
        return;
    }
    add_end(description, &extremes, extremes.first);
    add_extreme(description, &extremes, extremes.highest_count > 1 ? WORD_ALT_HIGHEST_FIRST : WORD_ALT_HIGHEST,
                extremes.highest);
    add_extreme(description, &extremes, extremes.lowest_count > 1 ? WORD_ALT_LOWEST_FIRST : WORD_ALT_LOWEST,
                extremes.lowest);
    add_end(description, &extremes, extremes.last);
    text_add(&description->text, ".");
}

/* The latest figures of the other series that stand in a group, with their period where it is not the headline's. */
void describe_others(struct description *description) {
    const struct chart_group *group = &description->group;
    size_t latest = 0, last;
    bool has_latest =
        description->headline != NULL && point_last(description->headline, group->first, group->count, &latest);
    for (size_t s = 0; s < description->chart->series_count; s++) {
        const struct chart_series *series = &description->chart->series[s];
        if (series == description->headline || series->mark == MARK_TARGET || series->mark == MARK_RANGE ||
            !point_last(series, group->first, group->count, &last))
            continue;
        text_printf(&description->text, " %s %s", series->name == NULL ? "" : series->name,
                    figure_words(description, series, last));
        if (series->mark != MARK_LEVEL && !(has_latest && last == latest))
            text_printf(&description->text, " %s", moment_of(description, MOMENT_IN, last));
        text_add(&description->text, ".");
    }
}

/* From when and until when a level holds that stands alone, or is one of several; nothing where the ends of the chart
 * say it. */
static void add_stretch(struct description *description, const struct level *level, bool joined) {
    const struct chart_group *group = &description->group;
    bool begins = !joined && level->first > group->first, ends = level->last + 1 < group->first + group->count;
    if (begins && ends)
        text_printf(&description->text, " %s",
                    level->first == level->last
                        ? moment_of(description, MOMENT_IN, level->first)
                        : describe_moment(description, MOMENT_FROM_TO, group, level->first, level->last));
    else if (begins)
        text_printf(&description->text, " %s", moment_of(description, MOMENT_FROM_ON, level->first));
    else if (ends)
        text_printf(&description->text, " %s", moment_of(description, MOMENT_UNTIL, level->last));
}

/* `Target 75.1% until March 2018, then 95.0%.` */
static void add_target(struct description *description, const struct chart_series *series) {
    const struct chart_group *group = &description->group;
    const struct chart *chart = description->chart;
    struct text *text = &description->text;
    size_t count;
    const struct level *levels = level_list(description->arena, series, group->first, group->count, &count);
    for (size_t i = 0; i < count; i++) {
        const struct level *level = &levels[i];
        bool joined = i > 0 && levels[i - 1].last + 1 == level->first;
        const char *figure = figure_words(description, series, level->first);
        if (i == 0)
            text_printf(text, " %s ", series->name == NULL ? words_get(chart->words, WORD_TARGET) : series->name);
        else
            text_add(text, ", ");
        if (joined && i + 1 == count)
            figure = words_format(description->arena, chart->words, WORD_ALT_THEN, "figure", figure, NULL);
        text_add(text, figure);
        add_stretch(description, level, joined);
    }
    text_add(text, count > 0 ? "." : "");
}

/* The one series of figures in a group, NULL where there are several. */
static const struct chart_series *only_series(const struct chart *chart, const struct chart_group *group) {
    const struct chart_series *only = NULL;
    size_t last;
    for (size_t s = 0; s < chart->series_count; s++) {
        if (!series_is_data(&chart->series[s]) || !point_last(&chart->series[s], group->first, group->count, &last))
            continue;
        if (only != NULL)
            return NULL;
        only = &chart->series[s];
    }
    return only;
}

/* `Years: 2015/16 85%, 2016/17 87%.` */
static void add_figures(struct description *description, const struct chart_series *series,
                        const struct chart_group *group) {
    const struct chart *chart = description->chart;
    const char *separator = group->title != NULL ? ": " : " ";
    double value;
    text_printf(&description->text, "%s%s", group->title != NULL ? " " : "", group->title != NULL ? group->title : "");
    for (size_t i = group->first; i < group->first + group->count; i++) {
        if (!point_value(series, i, &value))
            continue;
        text_printf(&description->text, "%s%s %s", separator, describe_category(chart, i),
                    figure_words(description, series, i));
        separator = ", ";
    }
    text_add(&description->text, ".");
}

/* Each series with its latest figure in a group, `Years, benchmarks: Local 87%, England 94% in 2016/17.` */
static void add_latest(struct description *description, const struct chart_group *group) {
    const struct chart *chart = description->chart;
    struct text *text = &description->text;
    const char *separator = "";
    size_t said = SIZE_MAX, last;
    for (size_t s = 0; s < chart->series_count; s++) {
        const struct chart_series *series = &chart->series[s];
        if (!series_is_data(series) || !point_last(series, group->first, group->count, &last))
            continue;
        if (said == SIZE_MAX && group->title != NULL)
            text_printf(text, " %s:", group->title);
        if (said != SIZE_MAX && said != last)
            text_printf(text, " %s", describe_moment(description, MOMENT_IN, group, said, said));
        bool ended = series->end_label != NULL && series->end_label[0] != '\0';
        const char *name = ended ? series->end_label : series->name != NULL ? series->name : "";
        text_printf(text, "%s %s %s", separator, name, figure_words(description, series, last));
        separator = ",";
        said = last;
    }
    if (said != SIZE_MAX)
        text_printf(text, " %s.", describe_moment(description, MOMENT_IN, group, said, said));
}

static void add_group(struct description *description, const struct chart_group *group) {
    const struct chart_series *only = only_series(description->chart, group);
    if (only != NULL && group->count > 0)
        add_figures(description, only, group);
    else
        add_latest(description, group);
}

void describe_targets(struct description *description) {
    for (size_t s = 0; s < description->chart->series_count; s++)
        if (description->chart->series[s].mark == MARK_TARGET || description->chart->series[s].mark == MARK_RANGE)
            add_target(description, &description->chart->series[s]);
}

void describe_groups(struct description *description) {
    const struct chart *chart = description->chart;
    for (size_t i = 0; i < chart->group_count; i++)
        if (chart->groups[i].first != description->group.first)
            add_group(description, &chart->groups[i]);
    const char *earlier = left_out_words(description->arena, chart);
    text_printf(&description->text, "%s%s", earlier[0] == '\0' ? "" : " ", earlier);
}

void describe_axis(struct description *description) {
    describe_headline(description);
    describe_others(description);
    describe_targets(description);
    describe_gaps(description);
    describe_groups(description);
}

/* Every row has a name of its own, and is told. */
void describe_rows(struct description *description) {
    const struct chart *chart = description->chart;
    const struct chart_group all = {.count = chart->category_count, .kind = GROUP_BENCHMARKS};
    size_t last;
    if (description->headline != NULL && point_last(description->headline, 0, chart->category_count, &last))
        add_figures(description, description->headline, &all);
    else
        text_printf(&description->text, " %s.", words_get(chart->words, WORD_NO_FIGURES));
    describe_row_gaps(description);
    describe_others(description);
}

/* Heights tell nothing where a scale is cut. */
static void add_cut(struct description *description) {
    const struct chart *chart = description->chart;
    if (!axis_is_cut(&chart->scale))
        return;
    const char *figure = unit_foot(description->arena, chart->unit, &chart->scale);
    text_printf(&description->text, " %s",
                words_format(description->arena, chart->words, chart_scale_word(chart), "figure", figure, NULL));
}

char *chart_describe(struct arena *arena, const struct chart *chart) {
    struct description description = {.arena = arena, .chart = chart};
    find_headline(&description);
    add_kind(&description);
    chart_drawing_of(chart->kind)->describe(&description);
    add_cut(&description);
    char *words = arena_strdup(arena, text_string(&description.text));
    text_free(&description.text);
    return words;
}
