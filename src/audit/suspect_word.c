#include "judge.h"
#include "suspect.h"

/* A letter judged on another figure. */
static void try_letter(struct suspect *suspect, struct fraction value, struct fraction shown, struct cause cause) {
    int band;
    if (fraction_present(value) && judge_rag(suspect->indicator, value, shown, suspect->month, &band) == STATUS_PRESENT)
        suspect_try_word(suspect, band, cause);
}

static void suspect_rag(struct suspect *suspect) {
    const struct indicator *indicator = suspect->indicator;
    enum field of = suspect->field == FIELD_RAG ? FIELD_VALUE : FIELD_YTD_VALUE;
    enum field other = of == FIELD_VALUE ? FIELD_YTD_VALUE : FIELD_VALUE;
    const struct audited *neighbour = suspect_false_neighbour(suspect, of);
    struct fraction value = suspect_value(suspect, of, suspect->month);
    struct fraction swapped = suspect_value(suspect, other, suspect->month);
    const struct band_rule *rule = indicator_band_rule(indicator, suspect->month);
    if (rule == NULL) {
        suspect_try_word(suspect, suspect->audited->printed.word,
                         (struct cause){.slip = SLIP_EARLIER_KEY,
                                        .month = MONTH_NONE,
                                        .words = "the key is meant for later months; another may have applied"});
        return;
    }
    if (neighbour != NULL)
        try_letter(suspect, neighbour->printed.number, neighbour->printed.number,
                   (struct cause){.slip = SLIP_FALSE_FIGURE,
                                  .month = MONTH_NONE,
                                  .key = field_words[of],
                                  .words = arena_printf(suspect->arena, "judged on a false figure, the %s beside it",
                                                        field_words[of]),
                                  .detail = neighbour->cell->printed});
    try_letter(suspect, swapped, figure_rounded(indicator, other, swapped),
               (struct cause){.slip = SLIP_OTHER_FIGURE,
                              .month = MONTH_NONE,
                              .words = of == FIELD_VALUE ? "judged on the year to date in place of the month"
                                                         : "judged on the month in place of the year to date"});
    try_letter(
        suspect, rule->as_printed ? value : figure_rounded(indicator, of, value),
        rule->as_printed ? value : figure_rounded(indicator, of, value),
        (struct cause){.slip = SLIP_JUDGED_UNROUNDED,
                       .month = MONTH_NONE,
                       .words = rule->as_printed ? "judged on the unrounded figure" : "judged on the rounded figure"});
    const struct figure *before = figure_at(suspect->table, suspect->field, suspect->month - 1);
    if (!status_is_absent(before->status))
        suspect_try_word(suspect, before->word,
                         (struct cause){.slip = SLIP_REPEATED_MONTH,
                                        .month = MONTH_NONE,
                                        .words = "the previous month's letter repeated"});
}

static void suspect_direction(struct suspect *suspect) {
    static const int reversed[DIRECTION_COUNT] = {[DIRECTION_UP] = DIRECTION_DOWN,
                                                  [DIRECTION_DOWN] = DIRECTION_UP,
                                                  [DIRECTION_LEVEL] = DIRECTION_LEVEL,
                                                  [DIRECTION_NEW] = DIRECTION_NEW};
    static const enum field others[] = {FIELD_DIRECTION_PREVIOUS, FIELD_DIRECTION_LAST_YEAR, FIELD_DIRECTION_ANNUAL};
    int word = suspect->audited->figure.word;
    bool of_number = suspect->indicator->direction.of_number;
    if (reversed[word] != word)
        suspect_try_word(suspect, reversed[word],
                         (struct cause){.slip = SLIP_REVERSED,
                                        .month = MONTH_NONE,
                                        .words = of_number
                                                     ? "the arrow of performance in place of that of the number"
                                                     : "the arrow of the number in place of that of performance"});
    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
        const struct figure *figure = figure_at(suspect->table, others[i], suspect->month);
        if (others[i] != suspect->field && !status_is_absent(figure->status))
            suspect_try_word(suspect, figure->word,
                             (struct cause){.slip = SLIP_OTHER_FIGURE,
                                            .month = MONTH_NONE,
                                            .key = field_words[others[i]],
                                            .words = arena_printf(suspect->arena, "the arrow of %s in its place",
                                                                  field_words[others[i]])});
    }
    const struct figure *before = figure_at(suspect->table, suspect->field, suspect->month - 1);
    if (!status_is_absent(before->status))
        suspect_try_word(suspect, before->word,
                         (struct cause){.slip = SLIP_REPEATED_MONTH,
                                        .month = MONTH_NONE,
                                        .words = "the previous month's arrow repeated"});
}

void suspect_word(struct suspect *suspect) {
    if (field_kind(suspect->field) == FIELD_IS_BAND)
        suspect_rag(suspect);
    else if (field_kind(suspect->field) == FIELD_IS_DIRECTION)
        suspect_direction(suspect);
}
