#include "condition.h"

#include <string.h>

#include "funnel.h"
#include "text.h"

const char *const condition_thing_words[CONDITION_THING_COUNT] = {
    [HAS_FIGURE] = "figure",
    [HAS_TARGET] = "target",
    [HAS_RAG] = "rag",
    [HAS_BENCHMARK] = "benchmark",
    [HAS_COMMENTARY] = "commentary",
    [HAS_ACTIONS] = "actions",
    [HAS_FINISHED_ACTIONS] = "finished actions",
    [HAS_DEFINITION] = "definition",
    [HAS_COUNTS] = "counts",
    [HAS_CONTROL_CHART] = "control chart",
};

static const char blanks[] = " \t\r\n";

/* Where a text is read. */
struct reading {
    const char *at;
    struct condition_slip *slip;
};

static size_t word_length(const char *at) {
    return strcspn(at, " \t\r\n|");
}

static void skip_blanks(struct reading *reading) {
    reading->at += strspn(reading->at, blanks);
}

/* Goes on behind a word, or several with a blank between, if it is what stands there. */
static bool take(struct reading *reading, const char *word) {
    size_t length = strlen(word);
    if (strncmp(reading->at, word, length) != 0 || word_length(reading->at + length) != 0)
        return false;
    reading->at += length;
    skip_blanks(reading);
    return true;
}

static bool refuse(struct reading *reading, int kind) {
    *reading->slip = (struct condition_slip){.kind = kind, .at = reading->at, .length = word_length(reading->at)};
    return false;
}

static bool read_listed(struct reading *reading, const char *const *words, int count, int *index) {
    for (*index = 0; *index < count; ++*index)
        if (take(reading, words[*index]))
            return true;
    return false;
}

/* `red|amber` */
static bool read_bands(struct reading *reading, struct condition_term *term) {
    int band;
    for (;;) {
        skip_blanks(reading);
        if (!read_listed(reading, band_words, BAND_COUNT, &band))
            return refuse(reading, SLIP_BAND);
        term->bands |= 1U << (unsigned)band;
        if (*reading->at != '|')
            return true;
        reading->at++;
    }
}

/* Goes on behind `rag=`, with or without blanks before the sign. */
static bool take_rag(struct reading *reading) {
    static const char rag[] = "rag";
    const char *sign = reading->at + strlen(rag);
    if (strncmp(reading->at, rag, strlen(rag)) != 0 || sign[strspn(sign, blanks)] != '=')
        return false;
    reading->at = sign + strspn(sign, blanks) + 1;
    return true;
}

static bool read_term(struct reading *reading, struct condition_term *term) {
    int thing;
    term->negated = take(reading, "not");
    if (take_rag(reading))
        return read_bands(reading, term);
    if (!take(reading, "has"))
        return refuse(reading, SLIP_TERM);
    if (!read_listed(reading, condition_thing_words, CONDITION_THING_COUNT, &thing))
        return refuse(reading, SLIP_THING);
    term->thing = (enum condition_thing)thing;
    return true;
}

bool condition_parse(const char *text, struct condition *condition, struct condition_slip *slip) {
    struct reading reading = {text, slip};
    *condition = (struct condition){.written = text};
    bool other = false;
    skip_blanks(&reading);
    do {
        if (condition->term_count == CONDITION_TERMS_MAX)
            return refuse(&reading, SLIP_MANY);
        struct condition_term *term = &condition->terms[condition->term_count++];
        term->other = other;
        if (!read_term(&reading, term))
            return false;
        other = take(&reading, "or");
    } while (other || take(&reading, "and"));
    return *reading.at == '\0' || refuse(&reading, SLIP_TERM);
}

/* What is asked of an indicator. */
struct judged {
    const struct layout *layout;
    const struct figures *figures;
    int period;
    const struct indicator *indicator;
};

/* A field of what the indicator reports. */
static const struct figure *reported(const struct judged *judged, enum field of_period) {
    const struct figure_table *table = figures_of(judged->figures, judged->indicator);
    enum field field = field_reported(judged->indicator, of_period);
    return figure_at(table, field, figure_due_period(table, field, judged->period));
}

static bool has_figure(const struct judged *judged) {
    return !status_is_absent(reported(judged, FIELD_VALUE)->status);
}

static bool has_target(const struct judged *judged) {
    return !status_is_absent(reported(judged, FIELD_TARGET)->status);
}

static bool has_rag(const struct judged *judged) {
    return !status_is_absent(reported(judged, FIELD_RAG)->status);
}

static bool has_benchmark(const struct judged *judged) {
    return judged->indicator->benchmark_count > 0 || judged->indicator->compared;
}

static bool has_commentary(const struct judged *judged) {
    return layout_commentary(judged->layout, judged->indicator) != NULL;
}

static bool has_action(const struct judged *judged, bool open) {
    size_t count;
    const struct action *actions = catalogue_actions(judged->figures->catalogue, judged->indicator, &count);
    for (size_t i = 0; i < count; i++)
        if (action_is_open(&actions[i]) == open)
            return true;
    return false;
}

static bool has_actions(const struct judged *judged) {
    return has_action(judged, true);
}

static bool has_finished_actions(const struct judged *judged) {
    return has_action(judged, false);
}

static bool has_definition(const struct judged *judged) {
    return judged->indicator->definition_rich != NULL;
}

static bool has_counts(const struct judged *judged) {
    return funnel_suits(judged->indicator);
}

static bool has_control_chart(const struct judged *judged) {
    return judged->indicator->control_chart != NULL;
}

static bool (*const has[CONDITION_THING_COUNT])(const struct judged *) = {
    [HAS_FIGURE] = has_figure,
    [HAS_TARGET] = has_target,
    [HAS_RAG] = has_rag,
    [HAS_BENCHMARK] = has_benchmark,
    [HAS_COMMENTARY] = has_commentary,
    [HAS_ACTIONS] = has_actions,
    [HAS_FINISHED_ACTIONS] = has_finished_actions,
    [HAS_DEFINITION] = has_definition,
    [HAS_COUNTS] = has_counts,
    [HAS_CONTROL_CHART] = has_control_chart,
};

static bool term_holds(const struct condition_term *term, const struct judged *judged) {
    if (term->bands == 0)
        return has[term->thing](judged) != term->negated;
    const struct figure *rag = reported(judged, FIELD_RAG);
    bool among = !status_is_absent(rag->status) && (term->bands >> (unsigned)rag->word & 1U) != 0;
    return among != term->negated;
}

/* One way to hold: its terms. */
struct way {
    const struct condition_term *terms;
    size_t count;
};

static struct way way_at(const struct condition *condition, size_t first) {
    size_t end = first + 1;
    while (end < condition->term_count && !condition->terms[end].other)
        end++;
    return (struct way){&condition->terms[first], end - first};
}

static bool all_hold(struct way way, const struct judged *judged) {
    for (size_t i = 0; i < way.count; i++)
        if (!term_holds(&way.terms[i], judged))
            return false;
    return true;
}

static bool is_negated(struct way way) {
    for (size_t i = 0; i < way.count; i++)
        if (!way.terms[i].negated)
            return false;
    return true;
}

static bool way_holds(struct way way, struct judged judged, const struct indicator *const *indicators, size_t count) {
    bool of_all = is_negated(way);
    for (size_t i = 0; i < count; i++) {
        judged.indicator = indicators[i];
        if (all_hold(way, &judged) != of_all)
            return !of_all;
    }
    return of_all;
}

bool condition_holds(const struct condition *condition, const struct layout *layout, const struct figures *figures,
                     int period, const struct indicator *const *indicators, size_t count) {
    const struct judged judged = {layout, figures, period, NULL};
    for (size_t first = 0; first < condition->term_count;) {
        const struct way way = way_at(condition, first);
        if (way_holds(way, judged, indicators, count))
            return true;
        first += way.count;
    }
    return false;
}
