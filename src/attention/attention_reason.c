#include "attention_reason.h"

#include "attention_aim.h"
#include "attention_standing.h"
#include "attention_words.h"
#include "claim.h"
#include "control_phase.h"
#include "due.h"
#include "figure_text.h"
#include "quartile.h"
#include "signal_text.h"
#include "text.h"

enum { TIMES_MOST = 12, ALL_LEAST = 3 };

/* A reason while it is put into words. */
struct reason {
    struct composer *composer;
    const struct attention *attention; /* of which it is one */
    const struct attention_item *item;
    const struct indicator *indicator;
    bool drawn;       /* a line beside it shows how it went */
    const char *text; /* so far */
};

/* Of no sentence nothing. */
static void add(struct reason *reason, const char *sentence) {
    if (sentence == NULL)
        return;
    struct arena *arena = reason->composer->arena;
    reason->text = text_and(arena, reason->text, " ", text_capital(arena, sentence));
}

/* A word of a list for the grain in which the indicator is due, about one of its periods. */
static const char *phrase(const struct reason *reason, enum per_grain list, int period) {
    struct composer *composer = reason->composer;
    return words_format(composer->arena, composer->words, due_word(composer, reason->indicator, list), "period",
                        due_long(composer, reason->indicator, period), NULL);
}

/* ------------------------------------------------------------------ how it stands */

/* The words for how long: as long as it is judged, with gaps, for long, or in a row. */
static enum per_grain run_list(const struct attention_item *item) {
    if (item->run_of_all && item->run >= ALL_LEAST)
        return PER_GRAIN_ATTENTION_ALL;
    if (item->run_gaps)
        return PER_GRAIN_ATTENTION_KNOWN;
    return item->run > TIMES_MOST ? PER_GRAIN_ATTENTION_EACH : PER_GRAIN_ATTENTION_RUN;
}

/* `Red for the third month in a row`, `Off target in all five months judged`, `Red`. */
static const char *run_words(const struct reason *reason) {
    struct composer *composer = reason->composer;
    const struct attention_item *item = reason->item;
    enum per_grain list = run_list(item);
    bool timed = list == PER_GRAIN_ATTENTION_RUN;
    const char *stands = attention_stands(composer, item);
    if (item->run < 2)
        return stands;
    return words_format(
        composer->arena, composer->words, due_word(composer, reason->indicator, list), "standing", stands, "time",
        timed ? words_get(composer->words, (enum word)(WORD_TIME_2 + item->run - 2)) : NULL, "count",
        words_number(composer->arena, composer->words, (size_t)item->run), "period",
        due_long(composer, reason->indicator, item->run_first), "judged",
        words_get(composer->words, item->now.basis == STANDING_QUARTER ? WORD_ATTENTION_RANKED : WORD_ATTENTION_JUDGED),
        NULL);
}

/* What no line shows, from what to what it went meanwhile: `Off target in all five months judged, from 52% in May 2017
 * to 39%`. */
static const char *run_told(const struct reason *reason) {
    struct composer *composer = reason->composer;
    const struct attention_item *item = reason->item;
    const struct figure_table *table = figures_of(composer->figures, reason->indicator);
    const char *first = figure_text(composer, reason->indicator, item->field,
                                    figure_at(table, item->field, item->run_first)),
               *now = figure_text(composer, reason->indicator, item->field, &item->value);
    if (reason->drawn || item->run < 2 || text_equal(first, now))
        return run_words(reason);
    return words_format(composer->arena, composer->words, WORD_ATTENTION_RUN_ENDS, "run", run_words(reason), "first",
                        first, "in", phrase(reason, PER_GRAIN_IN, item->run_first), "now", now, NULL);
}

/* `Green to amber: 5.2% to 7.2%`. */
static const char *change_words(const struct reason *reason) {
    struct composer *composer = reason->composer;
    const struct attention_item *item = reason->item;
    if (item->now.basis == STANDING_QUARTER)
        return words_get(composer->words, item->worse ? WORD_ATTENTION_QUARTER_INTO : WORD_ATTENTION_QUARTER_OUT);
    enum field field = item->field;
    const char *printed = figure_printed(composer->arena, reason->indicator, field, &item->value);
    bool both = item->printed_before != NULL && *printed != '\0' && !text_equal(printed, item->printed_before);
    return words_format(composer->arena, composer->words, both ? WORD_ATTENTION_CHANGE_FIGURES : WORD_ATTENTION_CHANGE,
                        "before", text_capital(composer->arena, attention_standing_name(composer, item->before)), "now",
                        attention_now(composer, item), "figure_before",
                        both ? figure_text_written(composer, reason->indicator, field, item->printed_before) : NULL,
                        "figure", both ? figure_text(composer, reason->indicator, field, &item->value) : NULL, NULL);
}

static const char *stop(const struct reason *reason, const char *sentence) {
    return words_format(reason->composer->arena, reason->composer->words, WORD_ATTENTION_SENTENCE, "words", sentence,
                        NULL);
}

/* One that moved into the last quarter since a year ago can have been there for some periods: `In the last quartile for
 * the second quarter in a row.` */
static void add_run_in_last(struct reason *reason) {
    const struct attention_item *item = reason->item;
    if (item->changed && item->worse && item->now.basis == STANDING_QUARTER && item->run > 1)
        add(reason, stop(reason, run_words(reason)));
}

/* Of those that are not in the last quarter the rank says enough. */
static void add_standing(struct reason *reason) {
    const struct attention_item *item = reason->item;
    if (!item->changed && item->now.basis == STANDING_QUARTER && item->now.word != QUARTILE_D)
        return;
    if (item->changed)
        add(reason, stop(reason, change_words(reason)));
    else if (item->now.basis != STANDING_NONE)
        add(reason, stop(reason, run_told(reason)));
}

/* ------------------------------------------------------------------ what its figures say besides */

/* `July alone (26.3%) is amber.`, or has no figure; `Year to date 96.7%: amber.` */
static void add_other(struct reason *reason) {
    struct composer *composer = reason->composer;
    const struct attention_item *item = reason->item;
    const struct figure *own = figure_at(figures_of(composer->figures, reason->indicator), FIELD_VALUE, item->period);
    const char *year = attention_year(composer, item);
    if (year != NULL)
        add(reason, stop(reason, text_capital(composer->arena, year)));
    else if (attention_is_by_year(item) && status_is_absent(own->status) && own->status != STATUS_SUPPRESSED)
        add(reason, words_format(composer->arena, composer->words, WORD_ATTENTION_OWN_ABSENT, "period",
                                 due_name(composer, reason->indicator, item->period), NULL));
    else if (item->other >= 0)
        add(reason, words_format(composer->arena, composer->words, WORD_ATTENTION_OWN, "period",
                                 due_name(composer, reason->indicator, item->period), "figure",
                                 figure_text(composer, reason->indicator, FIELD_VALUE, own), "standing",
                                 words_band_name(composer->words, (enum band_colour)item->other), NULL));
}

/* What is judged then: `in March 2018`, `in the year to date a year ago`. */
static const char *year_ago(const struct reason *reason) {
    return reason->item->field == FIELD_YTD_VALUE ? words_get(reason->composer->words, WORD_ATTENTION_YEAR_TO_DATE)
                                                  : phrase(reason, PER_GRAIN_IN, reason->item->year_ago);
}

/* `0.8 points worse than in March 2018.` */
static void add_year(struct reason *reason) {
    struct composer *composer = reason->composer;
    const struct attention_item *item = reason->item;
    const struct figure *ago = figure_at(figures_of(composer->figures, reason->indicator), item->field, item->year_ago);
    struct figure_change change = figure_change_printed(reason->indicator, item->field, ago->value, item->value.value);
    enum word word = fraction_sign(change.by) == 0
                         ? WORD_ATTENTION_YEAR_SAME
                         : figure_text_way(reason->indicator, change.by, WORD_ATTENTION_YEAR_BETTER);
    add(reason,
        words_format(composer->arena, composer->words, word, "distance",
                     figure_text_distance(composer, reason->indicator, change), "then", year_ago(reason), NULL));
}

/* `The highest since November 2017.`, of all `The highest of all figures from April 2016 on.`, or where that one is
 * printed alike `As high as in November 2017.` */
static void add_extreme(struct reason *reason) {
    static const enum word words[][2] = {{WORD_ATTENTION_LOWEST, WORD_ATTENTION_HIGHEST},
                                         {WORD_ATTENTION_LOWEST_OF_ALL, WORD_ATTENTION_HIGHEST_OF_ALL},
                                         {WORD_ATTENTION_AS_LOW, WORD_ATTENTION_AS_HIGH}};
    struct composer *composer = reason->composer;
    const struct attention_extreme *extreme = &reason->item->extreme;
    enum word word = words[extreme->level ? 2 : extreme->of_all][extreme->highest];
    add(reason,
        words_format(composer->arena, composer->words, word, "since", phrase(reason, PER_GRAIN_SINCE, extreme->since),
                     "from", phrase(reason, PER_GRAIN_FROM_ON, extreme->since), "then",
                     phrase(reason, PER_GRAIN_IN, extreme->since), NULL));
}

/* What is usual, beside a step: `less than its average change of 17.1 points`. It is never printed as none: it has one
 * more decimal then. A number of things is told without them, since it may be one. NULL where too few figures tell. */
static const char *usual_words(const struct reason *reason, struct figure_change step) {
    static const enum word words[] = {WORD_ATTENTION_USUAL_LESS, WORD_ATTENTION_USUAL_SAME, WORD_ATTENTION_USUAL_MORE};
    struct composer *composer = reason->composer;
    struct fraction usual = reason->item->usual_step;
    if (!fraction_present(usual))
        return NULL;
    if (fraction_sign(figure_rounded_to(reason->indicator, FIELD_VALUE, usual, step.decimals)) == 0)
        step.decimals++;
    struct figure_change rounded = {figure_rounded_to(reason->indicator, FIELD_VALUE, usual, step.decimals),
                                    step.decimals};
    const char *printed = figure_text_says_unit(reason->indicator)
                              ? figure_text_distance(composer, reason->indicator, rounded)
                              : fraction_printed(composer->arena, rounded.by, step.decimals, false);
    int order = fraction_compare(fraction_absolute(step.by), rounded.by);
    return words_format(composer->arena, composer->words,
                        words[order < 0   ? 0
                              : order > 0 ? 2
                                          : 1],
                        "usual", printed, NULL);
}

/* `9.9 points`; where the heading speaks of percent `9.9 points (+37%)`. */
static const char *step_distance(const struct reason *reason, struct figure_change step) {
    struct composer *composer = reason->composer;
    const struct figure_table *table = figures_of(composer->figures, reason->indicator);
    const char *distance = figure_text_distance(composer, reason->indicator, step);
    const struct figure *percent = figure_at(table, FIELD_CHANGE_PREVIOUS, reason->item->period);
    if (reason->item->group != ATTENTION_WORSE || status_is_absent(percent->status))
        return distance;
    return arena_printf(composer->arena, "%s (%s)", distance,
                        figure_text(composer, reason->indicator, FIELD_CHANGE_PREVIOUS, percent));
}

/* `10.3 points worse than in June 2018, more than its average change of 3.1 points.` */
static void add_step(struct reason *reason) {
    struct composer *composer = reason->composer;
    const struct attention_item *item = reason->item;
    const struct figure_table *table = figures_of(composer->figures, reason->indicator);
    struct fraction then = figure_at(table, FIELD_VALUE, item->step_from)->value;
    struct fraction now = figure_at(table, FIELD_VALUE, item->period)->value;
    struct figure_change step = figure_change_printed(reason->indicator, FIELD_VALUE, then, now);
    const char *in = phrase(reason, PER_GRAIN_IN, item->step_from), *usual = usual_words(reason, step);
    enum word better = usual != NULL ? WORD_ATTENTION_STEP_BETTER : WORD_ATTENTION_YEAR_BETTER;
    add(reason, words_format(composer->arena, composer->words, figure_text_way(reason->indicator, item->step, better),
                             "distance", step_distance(reason, step), "in", in, "then", in, "usual", usual, NULL));
}

/* `Above its upper limit three months in a row: concern.`, and what its limits are worth where that is little. */
static void add_chart(struct reason *reason) {
    struct composer *composer = reason->composer;
    const struct figure_table *table = figures_of(composer->figures, reason->indicator);
    const struct figure *point = figure_at(table, FIELD_SPC_POINT, reason->item->period);
    const struct figure *rule = figure_at(table, FIELD_SPC_RULE, reason->item->period);
    const struct claim claim = claim_find(&(struct claim_request){.table = table,
                                                                  .calendar = composer->layout->catalogue->calendar,
                                                                  .field = FIELD_VALUE,
                                                                  .first = table->first,
                                                                  .last = reason->item->period,
                                                                  .control = true});
    const char *signal = signal_text(composer, reason->indicator, &claim);
    add(reason, words_format(composer->arena, composer->words, WORD_ATTENTION_CHART, "says",
                             field_aloud(composer->words, FIELD_SPC_POINT, point->word), "rule",
                             signal != NULL ? signal : field_aloud(composer->words, FIELD_SPC_RULE, rule->word), NULL));
    const struct control_phase phase = control_phase_of(table, reason->item->period);
    if (control_phase_is_poor_guide(&phase))
        add(reason, words_get(composer->words, WORD_ATTENTION_POOR_GUIDE));
}

/* `28th of 32.` */
static void add_rank(struct reason *reason) {
    const struct figure_table *table = figures_of(reason->composer->figures, reason->indicator);
    const struct figure *rank = figure_at(table, FIELD_RANK, reason->item->period);
    const struct figure *ranked = figure_at(table, FIELD_RANKED, reason->item->period);
    if (!status_is_absent(rank->status))
        add(reason, stop(reason, figure_text_rank(reason->composer, rank, ranked)));
}

/* `26 points worse than the family group.` */
static void add_comparator(struct reason *reason) {
    struct composer *composer = reason->composer;
    const struct comparator *against = reason->attention->against;
    struct comparator_gap gap = attention_against(composer, reason->item, against);
    if (!gap.known)
        return;
    add(reason,
        words_format(composer->arena, composer->words,
                     comparator_gap_word(reason->indicator, gap, WORD_ATTENTION_AGAINST_LEVEL), "gap",
                     figure_text_distance(composer, reason->indicator, gap.change), "name", against->spoken, NULL));
}

/* Where it stands among others: what stands by its quarter, and what its control chart lists. */
static void add_among(struct reason *reason) {
    if (reason->item->now.basis == STANDING_QUARTER || reason->item->variation != SPC_VARIATION_COMMON)
        add_rank(reason);
    add_comparator(reason);
}

static bool is_movement(const struct attention_item *item) {
    return item->group == ATTENTION_WORSE || item->group == ATTENTION_MOST || attention_is_step(item->watch);
}

/* A year ago is the period before, and the step to it was told. */
static bool told_by_step(const struct reason *reason, bool stepped) {
    return stepped && reason->item->year_ago == reason->item->step_from;
}

static bool is_stepped(const struct attention_item *item) {
    return item->variation == SPC_VARIATION_COMMON && is_movement(item);
}

bool attention_reason_tells_average(const struct attention_item *item) {
    return is_stepped(item) && fraction_present(item->usual_step);
}

const char *attention_reason(struct composer *composer, const struct attention *attention,
                             const struct attention_item *item, bool drawn) {
    struct reason reason = {composer, attention, item, item->indicator, drawn, NULL};
    bool stepped = is_stepped(item);
    if (item->watch == WATCH_OVERDUE)
        add(&reason, words_get(composer->words, WORD_ATTENTION_LATE));
    if (!attention_is_headed(attention, item))
        add_standing(&reason);
    add_other(&reason);
    bool signals = item->variation != SPC_VARIATION_COMMON;
    if (!signals)
        add_among(&reason);
    add_run_in_last(&reason);
    if (signals)
        add_chart(&reason);
    else if (stepped)
        add_step(&reason);
    bool outside = fraction_present(item->edge);
    if (outside)
        add(&reason, attention_gap(composer, item));
    if (item->extreme.is)
        add_extreme(&reason);
    else if (item->year_ago != PERIOD_NONE && !told_by_step(&reason, stepped))
        add_year(&reason);
    else if (!outside)
        add(&reason, attention_gap(composer, item));
    if (signals)
        add_among(&reason);
    return reason.text != NULL ? reason.text : "";
}
