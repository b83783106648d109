#include "published_read.h"

#include "cell.h"
#include "renamed.h"
#include "source.h"
#include "text.h"

enum published_column { COLUMN_INDICATOR, COLUMN_FIELD, COLUMN_PERIOD, COLUMN_PRINTED, COLUMN_COUNT };

static const char *unknown(struct arena *arena, const char *what, const char *word, const char *const *names,
                           size_t count) {
    return arena_printf(arena, "\"%s\" is no %s%s", word, what, text_suggestion(arena, word, names, count));
}

static const char *unknown_indicator(struct arena *arena, const struct catalogue *catalogue, const char *id) {
    const char **names = arena_new_array(arena, catalogue->indicator_count + 1, const char *);
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        names[i] = catalogue->indicators[i]->id;
    return unknown(arena, "indicator of the catalogue", id, names, catalogue->indicator_count);
}

/* A period of the catalogue, or one in which the indicator is due: `2018-19-Q2` in a pack of months. */
static int period_of(struct calendar calendar, struct calendar due, const char *text) {
    int period = calendar_parse(calendar, text), whole = calendar_parse(due, text);
    return period == PERIOD_NONE && whole != PERIOD_NONE ? calendar_last_in(due, whole, calendar) : period;
}

/* Fills in what the texts stand for; gives the column that is wrong, or COLUMN_COUNT. */
static enum published_column resolve(struct arena *arena, const struct catalogue *catalogue,
                                     struct published_cell *cell) {
    const char *earlier, *now;
    cell->field_text = renamed_words(arena, NULL, cell->field_text, &earlier, &now);
    cell->indicator = catalogue_indicator(catalogue, cell->indicator_text);
    if (cell->indicator == NULL) {
        cell->problem = unknown_indicator(arena, catalogue, cell->indicator_text);
        return COLUMN_INDICATOR;
    }
    if (!field_parse(cell->field_text, &cell->field)) {
        cell->problem = unknown(arena, "field", cell->field_text, field_words, FIELD_COUNT);
        return COLUMN_FIELD;
    }
    if (!figure_resolve(catalogue, &cell->field)) {
        cell->problem = arena_printf(arena, "the catalogue has no%s comparator \"%s\"",
                                     cell->field.source == FROM_AMONG ? " computed" : "", cell->field.parameter);
        return COLUMN_FIELD;
    }
    struct calendar due = indicator_due(cell->indicator, catalogue->calendar);
    cell->period = period_of(catalogue->calendar, due, cell->period_text);
    if (cell->period == PERIOD_NONE) {
        cell->problem = calendar_refusal(arena, due, cell->period_text);
        return COLUMN_PERIOD;
    }
    return COLUMN_COUNT;
}

void published_read(struct arena *arena, const char *path, const struct catalogue *catalogue,
                    struct published_table *published, struct diag *diag) {
    static const char *const headings[COLUMN_COUNT] = {"indicator", "field", "period", "printed"};
    const struct table_request request = {.path = path, .from = {.file = path}};
    const struct table *table = source_read(arena, &request, diag);
    int columns[COLUMN_COUNT];
    bool complete = table != NULL;
    for (int i = 0; table != NULL && i < COLUMN_COUNT; i++) {
        columns[i] = table_need_column(table, headings[i], diag);
        complete = complete && columns[i] >= 0;
    }
    for (size_t i = 0; complete && i < table->row_count; i++) {
        const struct table_row *row = &table->rows[i];
        struct published_cell cell = {.pos = table_pos(table, row, (size_t)columns[COLUMN_PRINTED])};
        const char **texts[COLUMN_COUNT] = {&cell.indicator_text, &cell.field_text, &cell.period_text, &cell.printed};
        for (int c = 0; c < COLUMN_COUNT; c++)
            *texts[c] = cell_trim(arena, row->cells[columns[c]].text);
        enum published_column wrong = resolve(arena, catalogue, &cell);
        if (wrong != COLUMN_COUNT)
            diag_warning(diag, table_pos(table, row, (size_t)columns[wrong]), "%s", cell.problem);
        arena_append(arena, published->cells, published->count, published->capacity) = cell;
    }
}
