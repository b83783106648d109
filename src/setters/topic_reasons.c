#include "topic_reasons.h"

#include "coverage_text.h"
#include "due.h"
#include "prose.h"
#include "text.h"

enum { GAP_PT = 4 };

static void add(struct topic_reasons *reasons, struct topic_reason reason) {
    struct arena *arena = reasons->composer->arena;
    for (size_t i = 0; i < reasons->count; i++) {
        struct topic_reason *item = &reasons->items[i];
        if (item->word != reason.word || !text_equal(item->when, reason.when) || !text_equal(item->note, reason.note))
            continue;
        item->names = arena_printf(arena, "%s, %s", item->names, reason.names);
        return;
    }
    arena_append(arena, reasons->items, reasons->count, reasons->capacity) = reason;
}

void topic_reasons_add(struct topic_reasons *reasons, const char *when, const char *name, const char *note) {
    add(reasons, (struct topic_reason){.when = when, .note = note, .names = name});
}

void topic_reasons_cover(struct topic_reasons *reasons, const struct indicator *indicator, const char *name) {
    const char *covers = coverage_beyond(reasons->composer, indicator);
    if (covers != NULL)
        add(reasons, (struct topic_reason){.when = covers, .names = name});
}

static bool has_letter(const struct composer *composer, const struct indicator *indicator, enum field field) {
    const struct figure_table *table = figures_of(composer->figures, indicator);
    const struct figure *letter = figure_at(table, field, due_period(composer, indicator, field));
    return field_exists(indicator, field) && (letter->off_target || !status_is_absent(letter->status));
}

void topic_reasons_judge(struct topic_reasons *reasons, const struct indicator *indicator, const char *name) {
    const struct composer *composer = reasons->composer;
    enum field reported = field_reported(indicator, FIELD_VALUE);
    int period = due_period(composer, indicator, reported);
    const struct band_rule *rule = indicator_band_rule(indicator, period);
    enum word why = WORD_TOPIC_NO_LETTER;
    if (has_letter(composer, indicator, FIELD_RAG) || has_letter(composer, indicator, FIELD_YTD_RAG))
        return;
    if (rule == NULL)
        why = indicator_target(indicator, period) != NULL ? WORD_TOPIC_NO_KEY : WORD_TOPIC_NO_TARGET;
    else if (status_is_absent(figure_at(figures_of(composer->figures, indicator), reported, period)->status))
        why = WORD_TOPIC_NO_FIGURE;
    else if (band_rule_is_unset(rule))
        why = WORD_TOPIC_TO_BE_SET;
    add(reasons, (struct topic_reason){.word = why, .names = name});
}

static const char *sentence(const struct topic_reasons *reasons, const struct topic_reason *reason) {
    struct composer *composer = reasons->composer;
    if (reason->note == NULL && reason->when != NULL)
        return arena_printf(composer->arena, "%s: %s.", reason->when, reason->names);
    if (reason->note == NULL)
        return words_format(composer->arena, composer->words, reason->word, "measures", reason->names, NULL);
    return arena_printf(composer->arena, "%s, %s: %s%s", reason->when, reason->names, reason->note,
                        text_stop(reason->note));
}

void topic_reasons_set(const struct topic_reasons *reasons, struct flow *flow) {
    struct composer *composer = reasons->composer;
    const char *words = "";
    if (reasons->count == 0)
        return;
    for (size_t i = 0; i < reasons->count; i++)
        words =
            arena_printf(composer->arena, "%s%s%s", words, i == 0 ? "" : " ", sentence(reasons, &reasons->items[i]));
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    prose_set_words(composer, flow, ROLE_PARAGRAPH, words, &style)->gap_pt = GAP_PT;
}
