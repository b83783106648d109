#include "attention_before.h"

#include <string.h>

#include "attention_judged.h"

static bool has_letter(const struct figure_table *table, enum field field, int period) {
    return field_exists(table->indicator, field) && !status_is_absent(figure_at(table, field, period)->status);
}

/* What is judged of an indicator in a period: the figure that it reports; the year to date where the period has none,
 * and where the year ends red though its last period is not. */
static enum field judged_field(const struct figure_table *table, struct calendar calendar, int period) {
    enum field reported = field_reported(table->indicator, FIELD_VALUE);
    if (reported == FIELD_YTD_VALUE || !has_letter(table, FIELD_YTD_RAG, period))
        return reported;
    bool red = figure_at(table, FIELD_YTD_RAG, period)->word == BAND_RED;
    bool ends = period == calendar_year_last(calendar, calendar_year(calendar, period));
    bool otherwise = !has_letter(table, FIELD_RAG, period) || figure_at(table, FIELD_RAG, period)->word != BAND_RED;
    bool none = status_is_absent(figure_at(table, FIELD_VALUE, period)->status);
    return none || (ends && red && otherwise) ? FIELD_YTD_VALUE : reported;
}

/* ------------------------------------------------------------------ as a period has it */

static struct attention_before in_period(struct arena *arena, const struct figure_table *table, enum field field,
                                         int since) {
    int period = figure_due_period(table, field, since);
    const struct figure *value = figure_at(table, field, period);
    return (struct attention_before){
        .field = field,
        .standing = attention_standing(table, field, period),
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
    bool banded = indicator->band_rule_count > 0, open = before->standing.basis != STANDING_BAND;
    if (banded && is_of(cell, field_letter(before->field)))
        standing = (struct attention_standing){STANDING_BAND, word_of(cell->field.field, cell->printed)};
    else if (open && is_of(cell, FIELD_TARGET_STATUS) && before->field == field_reported(indicator, FIELD_VALUE))
        standing = attention_by_target(word_of(FIELD_TARGET_STATUS, cell->printed));
    else if (!banded && is_of(cell, FIELD_QUARTILE) && before->standing.basis == STANDING_NONE)
        standing = (struct attention_standing){STANDING_QUARTER, word_of(FIELD_QUARTILE, cell->printed)};
    if (standing.basis != STANDING_NONE && standing.word >= 0)
        before->standing = standing;
}

static void put_issue(struct attention_before *before, const struct published_table *issue) {
    for (size_t i = 0; i < issue->count; i++) {
        const struct published_cell *cell = &issue->cells[i];
        if (cell->problem != NULL || !is_of(cell, before[cell->indicator->index].field))
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
    for (size_t i = 0; i < count; i++) {
        const struct figure_table *table = &figures->tables[i];
        int due = figure_due_period(table, field_reported(table->indicator, FIELD_VALUE), request->period);
        enum field field = judged_field(table, figures->catalogue->calendar, due);
        before[i] = request->issue != NULL ? (struct attention_before){.field = field, .period = PERIOD_NONE}
                                           : in_period(arena, table, field, request->since);
    }
    if (request->issue != NULL)
        put_issue(before, request->issue);
    return before;
}
