#include "condition.h"

#include <string.h>

#include "text.h"

const char *const condition_thing_words[CONDITION_THING_COUNT] = {
    [HAS_FIGURE] = "figure",         [HAS_TARGET] = "target",         [HAS_RAG] = "rag",
    [HAS_BENCHMARK] = "benchmark",   [HAS_COMMENTARY] = "commentary", [HAS_ACTIONS] = "actions",
    [HAS_DEFINITION] = "definition",
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

static bool is_word(const char *at, size_t length, const char *word) {
    return strlen(word) == length && strncmp(at, word, length) == 0;
}

static void skip_blanks(struct reading *reading) {
    reading->at += strspn(reading->at, blanks);
}

/* Goes on behind a word, if it is the one that stands there. */
static bool take(struct reading *reading, const char *word) {
    size_t length = word_length(reading->at);
    if (!is_word(reading->at, length, word))
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

static bool read_term(struct reading *reading, struct condition_term *term) {
    static const char rag[] = "rag=";
    int thing;
    term->negated = take(reading, "not");
    if (strncmp(reading->at, rag, strlen(rag)) == 0) {
        reading->at += strlen(rag);
        return read_bands(reading, term);
    }
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
    skip_blanks(&reading);
    do {
        if (condition->term_count == CONDITION_TERMS_MAX)
            return refuse(&reading, SLIP_MANY);
        if (!read_term(&reading, &condition->terms[condition->term_count++]))
            return false;
    } while (take(&reading, "and"));
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

static bool has_actions(const struct judged *judged) {
    size_t count;
    catalogue_actions(judged->figures->catalogue, judged->indicator, &count);
    return count > 0;
}

static bool has_definition(const struct judged *judged) {
    return judged->indicator->definition_rich != NULL;
}

static bool (*const has[CONDITION_THING_COUNT])(const struct judged *) = {
    [HAS_FIGURE] = has_figure,         [HAS_TARGET] = has_target,         [HAS_RAG] = has_rag,
    [HAS_BENCHMARK] = has_benchmark,   [HAS_COMMENTARY] = has_commentary, [HAS_ACTIONS] = has_actions,
    [HAS_DEFINITION] = has_definition,
};

static bool term_holds(const struct condition_term *term, const struct judged *judged) {
    if (term->bands == 0)
        return has[term->thing](judged) != term->negated;
    const struct figure *rag = reported(judged, FIELD_RAG);
    bool among = !status_is_absent(rag->status) && (term->bands >> (unsigned)rag->word & 1U) != 0;
    return among != term->negated;
}

static bool all_hold(const struct condition *condition, const struct judged *judged) {
    for (size_t i = 0; i < condition->term_count; i++)
        if (!term_holds(&condition->terms[i], judged))
            return false;
    return true;
}

static bool is_negated(const struct condition *condition) {
    for (size_t i = 0; i < condition->term_count; i++)
        if (!condition->terms[i].negated)
            return false;
    return true;
}

bool condition_holds(const struct condition *condition, const struct layout *layout, const struct figures *figures,
                     int period, const struct indicator *const *indicators, size_t count) {
    bool of_all = is_negated(condition);
    for (size_t i = 0; i < count; i++) {
        const struct judged judged = {layout, figures, period, indicators[i]};
        if (all_hold(condition, &judged) != of_all)
            return !of_all;
    }
    return of_all;
}
