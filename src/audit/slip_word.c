#include "judge.h"
#include "slip.h"

/* A letter judged on another figure. */
static void try_letter(struct slip_search *search, struct fraction value, struct fraction shown, struct cause cause) {
    int band;
    if (fraction_present(value) && judge_rag(search->indicator, value, shown, search->period, &band) == STATUS_PRESENT)
        slip_try_word(search, band, cause);
}

static void try_rag(struct slip_search *search) {
    const struct indicator *indicator = search->indicator;
    enum field of = search->field == FIELD_RAG ? FIELD_VALUE : FIELD_YTD_VALUE;
    enum field other = of == FIELD_VALUE ? FIELD_YTD_VALUE : FIELD_VALUE;
    const struct audited *neighbour = slip_false_neighbour(search, of);
    struct fraction value = slip_value(search, of, search->period);
    struct fraction swapped = slip_value(search, other, search->period);
    const struct band_rule *rule = indicator_band_rule(indicator, search->period);
    if (rule == NULL) {
        slip_try_word(search, search->audited->printed.word,
                      (struct cause){.slip = SLIP_EARLIER_KEY,
                                     .words = arena_printf(search->arena,
                                                           "the key is meant for later %s; another may have applied",
                                                           slip_nouns(search))});
        return;
    }
    if (neighbour != NULL)
        try_letter(search, neighbour->printed.number, neighbour->printed.number,
                   (struct cause){.slip = SLIP_FALSE_FIGURE,
                                  .key = field_words[of],
                                  .words = arena_printf(search->arena, "judged on a false figure, the %s beside it",
                                                        field_words[of]),
                                  .detail = neighbour->cell->printed});
    try_letter(search, swapped, figure_rounded(indicator, other, swapped),
               (struct cause){.slip = SLIP_OTHER_FIGURE,
                              .words = arena_printf(search->arena,
                                                    of == FIELD_VALUE ? "judged on the year to date in place of the %s"
                                                                      : "judged on the %s in place of the year to date",
                                                    slip_noun(search))});
    try_letter(
        search, rule->as_printed ? value : figure_rounded(indicator, of, value),
        rule->as_printed ? value : figure_rounded(indicator, of, value),
        (struct cause){.slip = SLIP_JUDGED_UNROUNDED,
                       .words = rule->as_printed ? "judged on the unrounded figure" : "judged on the rounded figure"});
    const struct figure *before = figure_at(search->table, search->field, slip_before(search));
    if (!status_is_absent(before->status))
        slip_try_word(search, before->word,
                      (struct cause){.slip = SLIP_REPEATED_PERIOD,
                                     .words = arena_printf(search->arena, "the previous %s's letter repeated",
                                                           slip_noun(search))});
}

static void try_direction(struct slip_search *search) {
    static const int reversed[DIRECTION_COUNT] = {[DIRECTION_UP] = DIRECTION_DOWN,
                                                  [DIRECTION_DOWN] = DIRECTION_UP,
                                                  [DIRECTION_LEVEL] = DIRECTION_LEVEL,
                                                  [DIRECTION_NEW] = DIRECTION_NEW};
    static const enum field others[] = {FIELD_DIRECTION_PREVIOUS, FIELD_DIRECTION_LAST_YEAR, FIELD_DIRECTION_ANNUAL};
    int word = search->audited->figure.word;
    bool of_number = search->indicator->direction.of_number;
    if (reversed[word] != word)
        slip_try_word(search, reversed[word],
                      (struct cause){.slip = SLIP_REVERSED,
                                     .words = of_number ? "the arrow of performance in place of that of the number"
                                                        : "the arrow of the number in place of that of performance"});
    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
        const struct figure *figure = figure_at(search->table, others[i], search->period);
        if (others[i] != search->field && !status_is_absent(figure->status))
            slip_try_word(search, figure->word,
                          (struct cause){.slip = SLIP_OTHER_FIGURE,
                                         .key = field_words[others[i]],
                                         .words = arena_printf(search->arena, "the arrow of %s in its place",
                                                               field_words[others[i]])});
    }
    const struct figure *before = figure_at(search->table, search->field, slip_before(search));
    if (!status_is_absent(before->status))
        slip_try_word(search, before->word,
                      (struct cause){
                          .slip = SLIP_REPEATED_PERIOD,
                          .words = arena_printf(search->arena, "the previous %s's arrow repeated", slip_noun(search))});
}

void slip_word(struct slip_search *search) {
    if (field_table[search->field].kind == FIELD_IS_BAND)
        try_rag(search);
    else if (field_table[search->field].kind == FIELD_IS_DIRECTION)
        try_direction(search);
}
