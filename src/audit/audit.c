#include "audit.h"

#include <string.h>

#include "finding.h"
#include "judge.h"
#include "slip.h"
#include "unit.h"

const char *const audit_verdict_words[VERDICT_COUNT] = {
    [VERDICT_AGREES] = "agrees",
    [VERDICT_ROUNDING] = "rounding",
    [VERDICT_DIFFERS] = "differs",
    [VERDICT_CANNOT_RECOMPUTE] = "cannot_recompute",
};

static enum field_kind kind_of(const struct published_cell *cell) {
    return field_name_kind(cell->field);
}

static enum field format_of(const struct published_cell *cell) {
    return cell->field.source == FROM_FIELD || cell->field.source == FROM_AMONG ? cell->field.field : FIELD_VALUE;
}

/* A letter of a period before the key begins is judged by that key: what else could it be held against? Not against
 * itself, where it is kept as it was published. No letter there is as it should be. */
static void judge_by_later_key(struct audited *audited, const struct figure_table *table) {
    const struct published_cell *cell = audited->cell;
    if (audited->figure.published)
        audited->figure.status = STATUS_NOT_APPLICABLE;
    if (kind_of(cell) != FIELD_IS_BAND || audited->printed.kind == PRINTED_ABSENT ||
        audited->figure.status != STATUS_NOT_APPLICABLE || indicator_band_rule(cell->indicator, cell->period) != NULL)
        return;
    enum field of = cell->field.field == FIELD_RAG ? FIELD_VALUE : FIELD_YTD_VALUE;
    const struct figure *judged = figure_at(table, of, cell->period);
    const struct band_rule *next = NULL;
    for (size_t i = 0; i < cell->indicator->band_rule_count; i++) {
        const struct band_rule *rule = &cell->indicator->band_rules[i];
        if (rule->from > cell->period && (next == NULL || rule->from < next->from))
            next = rule;
    }
    if (next == NULL || status_is_absent(judged->status))
        return;
    audited->figure.status =
        judge_rag(cell->indicator, judged->value, figure_rounded(cell->indicator, of, judged->value), next->from,
                  &audited->figure.word);
}

static struct fraction rounded_as_printed(const struct audited *audited, struct fraction value) {
    return figure_rounded_to(audited->cell->indicator, format_of(audited->cell), value, audited->printed.decimals);
}

static bool is_last_digit(const struct audited *audited, struct fraction value) {
    const struct published_cell *cell = audited->cell;
    struct fraction gap = fraction_absolute(fraction_subtract(value, audited->printed.number));
    bool exact = fraction_compare(rounded_as_printed(audited, value), value) == 0;
    return !exact &&
           fraction_compare(gap, figure_step(cell->indicator, format_of(cell), audited->printed.decimals)) < 0;
}

static enum verdict verdict_on_number(const struct audited *audited) {
    const struct printed *printed = &audited->printed;
    struct fraction value = audited->figure.value;
    struct fraction rounded = figure_rounded(audited->cell->indicator, format_of(audited->cell), value);
    if (fraction_compare(rounded_as_printed(audited, value), printed->number) == 0 ||
        fraction_compare(rounded, printed->number) == 0)
        return VERDICT_AGREES;
    return is_last_digit(audited, value) ? VERDICT_ROUNDING : VERDICT_DIFFERS;
}

/* That there is no target is as good as nothing said. */
static bool is_none(const struct audited *audited, int word) {
    return kind_of(audited->cell) == FIELD_IS_TARGET_STATUS && word == TARGET_NONE;
}

static enum verdict verdict_of(struct arena *arena, struct audited *audited) {
    const struct printed *printed = &audited->printed;
    bool printed_absent =
        printed->kind == PRINTED_ABSENT || (printed->kind == PRINTED_WORD && is_none(audited, printed->word));
    const char *why = status_words[audited->figure.status].word;
    if (audited->figure.status == STATUS_IN_WORDS) {
        if (strcmp(audited->cell->printed, audited->figure.words) == 0)
            return VERDICT_AGREES;
        audited->reason = arena_printf(arena, "\"%s\" in the data", audited->figure.words);
        return VERDICT_CANNOT_RECOMPUTE;
    }
    if (printed->kind == PRINTED_UNREADABLE)
        audited->reason = arena_printf(arena, "\"%s\" is no figure of this field", audited->cell->printed);
    else if (audited->figure.status == STATUS_SUPPRESSED && !printed_absent)
        audited->reason = "suppressed in the data: the table must not show it";
    else if (status_is_absent(audited->figure.status))
        return printed_absent
                   ? VERDICT_AGREES
                   : (audited->reason = arena_printf(arena, "%s in the data", why), VERDICT_CANNOT_RECOMPUTE);
    if (audited->reason != NULL)
        return VERDICT_CANNOT_RECOMPUTE;
    if (printed_absent)
        return is_none(audited, audited->figure.word) ? VERDICT_AGREES : VERDICT_DIFFERS;
    if (printed->kind == PRINTED_NUMBER)
        return verdict_on_number(audited);
    return printed->word == audited->figure.word ? VERDICT_AGREES : VERDICT_DIFFERS;
}

/* 0 of 0 that was printed: the counts are there, and still there is no figure. */
static bool is_nothing_of_nothing(const struct audited *audited, const struct figure_table *table) {
    const struct published_cell *cell = audited->cell;
    if (cell->field.source != FROM_FIELD || audited->printed.kind != PRINTED_NUMBER ||
        (cell->field.field != FIELD_VALUE && cell->field.field != FIELD_YTD_VALUE))
        return false;
    const struct figure *bottom = figure_at(table, cell->field.field - 1, cell->period);
    return !status_is_absent(bottom->status) && fraction_sign(bottom->value) == 0;
}

static const char *written(struct arena *arena, const struct audited *audited) {
    const struct published_cell *cell = audited->cell;
    const char *printed = figure_printed_named(arena, cell->indicator, cell->field, &audited->figure);
    if (status_is_absent(audited->figure.status) || audited->printed.kind != PRINTED_NUMBER)
        return printed;
    enum field field = format_of(cell);
    struct fraction value = figure_shown(cell->indicator, field, audited->figure.value);
    struct fraction rounded =
        figure_shown(cell->indicator, field, figure_rounded(cell->indicator, field, audited->figure.value));
    int decimals = audited->printed.decimals;
    if (audited->printed.clock)
        return unit_printed(arena, cell->indicator->unit, value, 0, audited->printed.plus);
    while (decimals < 9 && fraction_compare(fraction_round(rounded, decimals), rounded) != 0)
        decimals++;
    return printed_like(arena, &audited->printed, decimals > audited->printed.decimals ? rounded : value, decimals);
}

static void audit_cell(struct arena *arena, struct audited *audited, const struct figures *figures) {
    const struct published_cell *cell = audited->cell;
    audited->shown = cell->printed;
    audited->recomputed = "";
    audited->verdict = VERDICT_CANNOT_RECOMPUTE;
    audited->reason = cell->problem;
    if (cell->problem != NULL)
        return;
    const struct figure_table *table = figures_of(figures, cell->indicator);
    audited->printed = printed_read(arena, cell->printed, kind_of(cell), cell->indicator->currency);
    audited->printed.number = figure_held(cell->indicator, format_of(cell), audited->printed.number);
    audited->figure = figure_named(table, cell->field, cell->period);
    if (cell->field.source == FROM_FIELD && !field_exists(cell->indicator, cell->field.field))
        audited->figure = (struct figure){.status = STATUS_NOT_APPLICABLE};
    judge_by_later_key(audited, table);
    audited->verdict = verdict_of(arena, audited);
    if (audited->figure.status == STATUS_SUPPRESSED)
        audited->shown = status_words[STATUS_SUPPRESSED].symbol;
    if (audited->figure.status == STATUS_NOT_APPLICABLE && is_nothing_of_nothing(audited, table)) {
        audited->verdict = VERDICT_DIFFERS;
        audited->reason = NULL;
        arena_append(arena, audited->causes, audited->cause_count, audited->cause_capacity) =
            (struct cause){.slip = SLIP_NOTHING_OF_NOTHING, .words = "0 of 0 has no figure"};
    }
    audited->recomputed = written(arena, audited);
}

static void find_causes(struct arena *arena, const struct audit *audit, const struct figures *figures,
                        struct audited *audited) {
    const struct published_cell *cell = audited->cell;
    if (audited->printed.kind == PRINTED_ABSENT) {
        arena_append(arena, audited->causes, audited->cause_count, audited->cause_capacity) =
            (struct cause){.slip = SLIP_BLANK, .words = "left blank, though the figure is there"};
        return;
    }
    struct slip_search search = {.arena = arena,
                                 .audit = audit,
                                 .figures = figures,
                                 .table = figures_of(figures, cell->indicator),
                                 .indicator = cell->indicator,
                                 .field = cell->field.field,
                                 .period = cell->period,
                                 .calendar = figures->catalogue->calendar,
                                 .due = indicator_due(cell->indicator, figures->catalogue->calendar),
                                 .audited = audited};
    if (cell->field.source != FROM_FIELD && kind_of(cell) == FIELD_IS_NUMBER)
        slip_pen(&search, audited->figure.value);
    else if (cell->field.field == FIELD_VARIANCE || cell->field.field == FIELD_YTD_VARIANCE)
        slip_variance(&search);
    else if (kind_of(cell) == FIELD_IS_NUMBER)
        slip_number(&search);
    else
        slip_word(&search);
    cause_rank(audited->causes, audited->cause_count, cell->period, audited->verdict == VERDICT_ROUNDING);
}

/* Figures before what is taken from them: periods, then years to date, then variances and words. */
static int turn_of(const struct audited *audited) {
    const struct published_cell *cell = audited->cell;
    bool of_period = cell->field.source == FROM_FIELD && cell->field.field <= FIELD_VALUE;
    bool derived = cell->field.source == FROM_FIELD &&
                   (cell->field.field == FIELD_VARIANCE || cell->field.field == FIELD_YTD_VARIANCE ||
                    kind_of(cell) != FIELD_IS_NUMBER);
    return of_period ? 0 : derived ? 2 : 1;
}

struct audit *audit_table(struct arena *arena, const struct published_table *table, const struct figures *figures) {
    struct audit *audit = arena_new(arena, struct audit);
    audit->cells = arena_new_array(arena, table->count, struct audited);
    audit->count = table->count;
    for (size_t i = 0; i < table->count; i++) {
        audit->cells[i].cell = &table->cells[i];
        audit_cell(arena, &audit->cells[i], figures);
        audit->verdicts[audit->cells[i].verdict]++;
    }
    findings_order(arena, audit);
    for (int turn = 0; turn <= 2; turn++)
        for (size_t i = 0; i < audit->count; i++) {
            struct audited *audited = &audit->cells[i];
            bool wrong = audited->verdict == VERDICT_DIFFERS || audited->verdict == VERDICT_ROUNDING;
            if (wrong && audited->cause_count == 0 && turn_of(audited) == turn)
                find_causes(arena, audit, figures, audited);
        }
    findings_make(arena, audit);
    return audit;
}
