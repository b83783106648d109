#include "attention_before.h"

#include <string.h>

#include "text.h"

static struct attention_standing by_target(int word) {
    return word == TARGET_NONE ? (struct attention_standing){.basis = STANDING_NONE}
                               : (struct attention_standing){
                                     STANDING_TARGET, word == TARGET_MISSING ? TARGET_MISSING : TARGET_ACHIEVING};
}

struct attention_standing attention_standing(const struct figure_table *table, int period) {
    const struct indicator *indicator = table->indicator;
    const struct figure *letter = figure_at(table, field_reported(indicator, FIELD_RAG), period);
    const struct figure *aim = figure_at(table, FIELD_TARGET_STATUS, period);
    const struct figure *quarter = figure_at(table, FIELD_QUARTILE, period);
    if (indicator->band_rule_count > 0)
        return status_is_absent(letter->status) ? (struct attention_standing){.basis = STANDING_NONE}
                                                : (struct attention_standing){STANDING_BAND, letter->word};
    if (!status_is_absent(aim->status) && aim->word != TARGET_NONE)
        return by_target(aim->word);
    if (field_exists(indicator, FIELD_QUARTILE) && !status_is_absent(quarter->status))
        return (struct attention_standing){STANDING_QUARTER, quarter->word};
    return (struct attention_standing){.basis = STANDING_NONE};
}

/* ------------------------------------------------------------------ as a period has it */

static struct attention_before in_period(struct arena *arena, const struct figure_table *table, int since) {
    enum field field = field_reported(table->indicator, FIELD_VALUE);
    int period = figure_due_period(table, field, since);
    const struct figure *value = figure_at(table, field, period);
    return (struct attention_before){
        .standing = attention_standing(table, period),
        .printed = status_is_absent(value->status) ? NULL : figure_printed(arena, table->indicator, field, value),
        .period = period};
}

/* ------------------------------------------------------------------ as the last issue printed it */

/* The word of a field that is printed so; -1 where there is none. */
static int word_of(enum field field, const char *printed) {
    const struct field_kind_facts *kind = &field_kinds[field_table[field].kind];
    for (int word = 0; word < kind->count; word++)
        if (strcmp(kind->printed[word], printed) == 0)
            return word;
    return -1;
}

static bool is_of(const struct published_cell *cell, enum field field) {
    return cell->problem == NULL && cell->field.source == FROM_FIELD && cell->field.field == field &&
           cell->printed[0] != '\0';
}

/* What a cell of the indicator's last period says of how it stood. */
static void put_standing(struct attention_before *before, const struct published_cell *cell) {
    const struct indicator *indicator = cell->indicator;
    struct attention_standing standing = {.basis = STANDING_NONE};
    bool banded = indicator->band_rule_count > 0;
    if (banded && is_of(cell, field_reported(indicator, FIELD_RAG)))
        standing = (struct attention_standing){STANDING_BAND, word_of(cell->field.field, cell->printed)};
    else if (!banded && is_of(cell, FIELD_TARGET_STATUS))
        standing = by_target(word_of(FIELD_TARGET_STATUS, cell->printed));
    else if (!banded && is_of(cell, FIELD_QUARTILE) && before->standing.basis == STANDING_NONE)
        standing = (struct attention_standing){STANDING_QUARTER, word_of(FIELD_QUARTILE, cell->printed)};
    if (standing.basis != STANDING_NONE && standing.word >= 0)
        before->standing = standing;
}

static void put_issue(struct attention_before *before, const struct published_table *issue) {
    for (size_t i = 0; i < issue->count; i++) {
        const struct published_cell *cell = &issue->cells[i];
        if (cell->problem != NULL || !is_of(cell, field_reported(cell->indicator, FIELD_VALUE)))
            continue;
        struct attention_before *own = &before[cell->indicator->index];
        if (own->period == PERIOD_NONE || cell->period > own->period) {
            own->period = cell->period;
            own->printed = cell->printed;
        }
    }
    for (size_t i = 0; i < issue->count; i++) {
        const struct published_cell *cell = &issue->cells[i];
        if (cell->problem == NULL && cell->period == before[cell->indicator->index].period)
            put_standing(&before[cell->indicator->index], cell);
    }
}

struct attention_before *attention_before(struct arena *arena, const struct figures *figures,
                                          const struct attention_request *request) {
    size_t count = figures->catalogue->indicator_count;
    struct attention_before *before = arena_new_array(arena, count + 1, struct attention_before);
    for (size_t i = 0; i < count; i++)
        before[i] = request->issue != NULL ? (struct attention_before){.period = PERIOD_NONE}
                                           : in_period(arena, &figures->tables[i], request->since);
    if (request->issue != NULL)
        put_issue(before, request->issue);
    return before;
}
