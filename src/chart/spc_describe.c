#include "spc_describe.h"

#include "describe.h"
#include "describe_gaps.h"
#include "words.h"

/* A control chart while it is put into words. */
struct telling {
    struct text *text;
    struct arena *arena;
    const struct chart *chart;
    const struct chart_spc *spc;
    const struct chart_series *series; /* of the points */
};

static const struct chart_series *find_series(const struct chart *chart, enum chart_mark mark, size_t skip) {
    for (size_t s = 0; s < chart->series_count; s++)
        if (chart->series[s].mark == mark && skip-- == 0)
            return &chart->series[s];
    return NULL;
}

/* A figure of a line with its unit; NULL where there is none. */
static const char *figure_at_end(const struct telling *telling, const struct chart_series *series, size_t category) {
    double value;
    if (series == NULL || !point_value(series, category, &value) || series->points[category].printed == NULL)
        return NULL;
    return describe_figure(telling->arena, telling->chart, series, category);
}

static const char *period_at(const struct telling *telling, size_t category) {
    const struct chart_category *found = &telling->chart->categories[category];
    return found->long_label != NULL ? found->long_label : "";
}

static const char *in_periods(const struct telling *telling, size_t first, size_t last) {
    struct words_stretch stretch = describe_stretch(telling->arena, telling->chart, first, last);
    enum word words = word_per_grain(first == last ? PER_GRAIN_IN : PER_GRAIN_FROM_TO, telling->chart->calendar.grain);
    return words_format(telling->arena, telling->chart->words, words, "period", period_at(telling, first), "first",
                        stretch.first, "last", stretch.last, NULL);
}

/* `Begun anew in April 2018: New front door. Mean 84.0%, limits 75.1% to 92.9%.` */
static void tell_phase(const struct telling *telling, size_t first, size_t end, const char *reason) {
    const struct chart *chart = telling->chart;
    const struct chart_series *mean = find_series(chart, MARK_MEAN, 0);
    size_t last;
    if (mean == NULL || !point_last(mean, first, end - first, &last))
        return;
    const char *upper = figure_at_end(telling, find_series(chart, MARK_LIMIT, 0), last);
    const char *lower = figure_at_end(telling, find_series(chart, MARK_LIMIT, 1), last);
    if (reason != NULL)
        text_printf(telling->text, " %s",
                    words_format(telling->arena, chart->words, WORD_SPC_PHASE, "when",
                                 in_periods(telling, first, first), "reason", reason, NULL));
    text_printf(telling->text, " %s",
                words_format(telling->arena, chart->words,
                             upper != NULL && lower != NULL ? WORD_SPC_ALT_LINES : WORD_SPC_ALT_MEAN, "mean",
                             figure_at_end(telling, mean, last), "lower", lower, "upper", upper, NULL));
}

static void tell_phases(const struct telling *telling) {
    const struct chart *chart = telling->chart;
    const char *reason = NULL;
    size_t first = 0;
    for (size_t i = 0; i <= chart->rebase_count; i++) {
        size_t end = i < chart->rebase_count ? chart->rebases[i].category : chart->category_count;
        if (end > first)
            tell_phase(telling, first, end, reason);
        if (i < chart->rebase_count)
            reason = chart->rebases[i].label;
        first = end;
    }
}

static bool is_alike(const struct telling *telling, size_t a, size_t b) {
    double value;
    return point_value(telling->series, b, &value) && telling->spc->classes[a] == telling->spc->classes[b] &&
           telling->spc->rules[a] == telling->spc->rules[b];
}

/* `from April 2018 to June 2018 concern (trend); in July 2018 concern (outside a limit)`; "" where nothing stands out.
 */
static const char *change_words(const struct telling *telling) {
    const struct chart *chart = telling->chart;
    const char *list = "";
    double value;
    for (size_t i = 0, end; i < chart->category_count; i = end) {
        end = i + 1;
        if (!point_value(telling->series, i, &value) || telling->spc->classes[i] == SPC_COMMON)
            continue;
        while (end < chart->category_count && is_alike(telling, i, end))
            end++;
        const char *stretch =
            words_format(telling->arena, chart->words, WORD_SPC_ALT_STRETCH, "when", in_periods(telling, i, end - 1),
                         "class", words_spc_class(chart->words, telling->spc->classes[i]), "rule",
                         words_spc_rule(chart->words, telling->spc->rules[i]), NULL);
        list = arena_printf(telling->arena, "%s%s%s", list, list[0] != '\0' ? "; " : "", stretch);
    }
    return list;
}

static const struct chart_series *find_headline(const struct chart *chart) {
    for (size_t s = 0; s < chart->series_count; s++)
        if (chart->series[s].headline)
            return &chart->series[s];
    return NULL;
}

static void tell(struct text *text, struct arena *arena, const struct chart *chart) {
    const struct telling telling = {text, arena, chart, chart->spc, find_headline(chart)};
    const struct chart_spc *spc = chart->spc;
    size_t latest;
    tell_phases(&telling);
    if (telling.series == NULL || !point_last(telling.series, 0, chart->category_count, &latest))
        return;
    if (spc->trial)
        text_printf(text, " %s",
                    words_format(arena, chart->words, WORD_SPC_TRIAL, "count",
                                 arena_printf(arena, "%d", SPC_TRIAL_POINTS), NULL));
    const char *changes = change_words(&telling);
    text_printf(text, " %s",
                words_format(arena, chart->words,
                             spc->too_few         ? WORD_SPC_TOO_FEW
                             : spc->still         ? WORD_SPC_STILL
                             : changes[0] != '\0' ? WORD_SPC_ALT_CHANGES
                                                  : WORD_SPC_ALT_NONE,
                             "list", changes, NULL));
    if (spc->assurance != SPC_NO_ASSURANCE)
        text_printf(text, " %s.",
                    words_format(arena, chart->words, WORD_SPC_WITHIN_LIMITS, "assurance",
                                 words_spc_assurance(chart->words, spc->assurance), NULL));
}

void spc_describe(struct description *description) {
    describe_headline(description);
    tell(&description->text, description->arena, description->chart);
    describe_targets(description);
    describe_gaps(description);
}
