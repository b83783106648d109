#include "comparison_make.h"

#include "character.h"
#include "chart_filling.h"
#include "chart_multiples_among.h"
#include "due.h"
#include "prose.h"
#include "standings_fill.h"
#include "text.h"

static const double note_gap = 5;
enum { NAMED_MAX = 12, SMALL_PT = 148 };

/* The indicators that a block shows. */
static const struct indicator *const *indicators_of(const struct composer *composer, const struct block *block,
                                                    const struct indicator **own, size_t *count) {
    *own = composer_indicator(composer, block);
    *count = block->selection.count > 0 ? block->selection.count : 1;
    return block->selection.count > 0 ? block->selection.indicators : own;
}

/* Where a line has its own period beside its title, each has. */
static void date_all(struct composer *composer, const struct indicator *const *indicators, struct standings *standings,
                     size_t count) {
    bool dated = false;
    for (size_t i = 0; i < count; i++)
        dated |= count > 1 && due_period(composer, indicators[i], FIELD_VALUE) != composer->period;
    for (size_t i = 0; i < count; i++)
        if (dated && due_period(composer, indicators[i], FIELD_VALUE) == composer->period)
            standings[i].title = arena_printf(composer->arena, "%s, %s", standings[i].title,
                                              due_long(composer, indicators[i], composer->period));
}

struct chart *comparison_make(struct composer *composer, const struct block *block) {
    const struct comparison_chart *asked = block_comparison_chart(block);
    const struct indicator *own;
    size_t count;
    const struct indicator *const *indicators = indicators_of(composer, block, &own, &count);
    struct chart *chart = arena_new(composer->arena, struct chart);
    struct standings *standings = arena_new_array(composer->arena, count, struct standings);
    for (size_t i = 0; i < count; i++)
        standings[i] = standings_fill(composer, asked, indicators[i], block->pos, asked->kind == CHART_FUNNEL);
    date_all(composer, indicators, standings, count);
    chart->kind = asked->kind;
    if (asked->kind == CHART_FUNNEL && standings->limits == NULL) {
        chart->kind = CHART_RANKED;
        *standings = standings_fill(composer, asked, *indicators, block->pos, false);
    }
    int period = count == 1 ? due_period(composer, *indicators, FIELD_VALUE) : composer->period;
    chart->words = composer->words;
    chart->calendar = composer->layout->catalogue->calendar;
    chart->pos = block->pos;
    chart->subject = count == 1 ? (*indicators)->title : block->title;
    chart->place = count == 1 ? due_long(composer, *indicators, period) : NULL;
    chart->unit = standings->unit;
    chart->decimals = standings->decimals;
    chart->standings = standings;
    chart->standings_count = count;
    if (chart_traits[chart->kind].multiple)
        chart_multiples_among(composer, asked, *indicators, chart);
    return chart;
}

void comparison_settle_scale(struct chart *chart, double height_pt) {
    bool small = height_pt < SMALL_PT;
    if (chart->kind != CHART_FUNNEL)
        return;
    struct scale scale = standings_scale(standings_funnel_range(chart->standings, small ? 3 : 4, small ? 4 : 6));
    if (scale_low(&scale) > 0)
        chart->scale = scale;
}

static bool is_alike(const struct standings_absent *a, const struct standings_absent *b) {
    return a->status == b->status && text_equal(a->note, b->note);
}

/* Why it is not drawn: as the data say, else in the word of its status. */
static const char *absent_why(struct composer *composer, const struct standings_absent *absent) {
    if (absent->note != NULL)
        characters_check(composer, absent->note, composer->page->pos);
    return absent->note != NULL               ? text_unstopped(composer->arena, absent->note)
           : absent->status == STATUS_PRESENT ? words_get(composer->words, WORD_COMPARISON_NO_SIZE)
                                              : words_status(composer->words, absent->status);
}

/* `Not available: Northby, Southby and 3 others.` of those that are absent like the first, for one reason; behind the
 * title where several measures are told: `Visits, not available: Northby.` */
static const char *absent_words(struct composer *composer, const struct standings *standings, size_t first,
                                bool titled) {
    struct arena *arena = composer->arena;
    const char *list = NULL, *why = absent_why(composer, &standings->absent[first]);
    size_t count = 0;
    for (size_t i = first; i < standings->absent_count; i++) {
        if (!is_alike(&standings->absent[i], &standings->absent[first]))
            continue;
        const char *name = standings->absent[i].name;
        if (count++ < NAMED_MAX)
            list = text_and(arena, list, ", ", name);
    }
    return arena_printf(
        arena, " %s",
        words_format(arena, composer->words, titled ? WORD_COMPARISON_LEFT_OUT_OF : WORD_COMPARISON_LEFT_OUT, "title",
                     standings->title, "status", titled ? why : text_capital(arena, why), "list",
                     words_and_others(arena, composer->words, list, count > NAMED_MAX ? count - NAMED_MAX : 0), NULL));
}

static bool is_first_alike(const struct standings *standings, size_t number) {
    for (size_t i = 0; i < number; i++)
        if (is_alike(&standings->absent[i], &standings->absent[number]))
            return false;
    return true;
}

/* All who are not drawn, from the best status to the worst. */
static const char *all_absent_words(struct composer *composer, const struct standings *standings, bool titled) {
    const char *list = "";
    for (enum status status = STATUS_PRESENT; status < STATUS_COUNT; status++)
        for (size_t i = 0; i < standings->absent_count; i++)
            if (standings->absent[i].status == status && is_first_alike(standings, i))
                list = arena_printf(composer->arena, "%s%s", list, absent_words(composer, standings, i, titled));
    return list;
}

/* What the limits mean, and where so many lie beyond them that they say little. */
static const char *funnel_words_of(struct composer *composer, const struct standings *standings) {
    struct arena *arena = composer->arena;
    const struct dispersion *dispersion = standings->limits != NULL ? &standings->limits->rule.dispersion : NULL;
    if (dispersion != NULL && dispersion->between > 0)
        return words_format(arena, composer->words, WORD_COMPARISON_NOTE_DISPERSED, "many", standings->many, NULL);
    const char *note = words_format(arena, composer->words, WORD_COMPARISON_NOTE_FUNNEL, "one", standings->one, NULL);
    if (!standings_spread(standings))
        return note;
    return arena_printf(arena, "%s %s", note,
                        words_format(arena, composer->words, WORD_COMPARISON_NOTE_SPREAD, "count",
                                     arena_printf(arena, "%zu", standings_far(standings)), "total",
                                     arena_printf(arena, "%zu", standings->count), NULL));
}

/* How the chart is read, and who is not in it. */
static void set_note(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                     const struct chart *chart) {
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    const char *note = chart->kind == CHART_FUNNEL ? funnel_words_of(composer, chart->standings)
                       : chart->kind == CHART_STRIP
                           ? words_format(composer->arena, composer->words, WORD_COMPARISON_NOTE_STRIP, "one",
                                          chart->standings->one, NULL)
                           : "";
    (void)indicator;
    if (chart->kind == CHART_RANKED && standings_told_apart(chart->standings))
        note = words_get(composer->words, WORD_COMPARISON_NOTE_UNROUNDED);
    for (size_t i = 0; i < chart->standings_count; i++)
        note = arena_printf(composer->arena, "%s%s", note,
                            all_absent_words(composer, &chart->standings[i], chart->standings_count > 1));
    note += note[0] == ' ';
    if (note[0] != '\0')
        prose_set_words(composer, flow, ROLE_PARAGRAPH, note, &style)->gap_pt = note_gap;
}

const struct chart_filling chart_filling_comparison = {.set_below = set_note};
