#include "topic_notes.h"

#include <string.h>

#include "dated.h"
#include "text.h"

enum { NOTE_IN_CELLS = 40 }; /* a longer note would stand in a sliver: it goes below the table */

static const struct series *noted_series(const struct topic_measure *measure) {
    return measure->series != NULL ? measure->series : measure->indicator->numerator;
}

static const char *note_in(const struct topic_measure *measure, int period) {
    const struct series *series = noted_series(measure);
    if (series == NULL || (measure->indicator != NULL && !topic_is_value(measure)))
        return NULL;
    struct cell cell = series_cell(series, period);
    return cell.status == STATUS_SUPPRESSED ? NULL : cell.note;
}

/* Periods of a measure that share a note. */
struct noted {
    const struct topic_measure *measure;
    int first, count;   /* periods */
    size_t row, column; /* of the first */
    const char *note;
};

static void tell_note(struct topic *topic, const struct noted *noted) {
    struct composer *composer = topic->composer;
    const char *name = topic_number(noted->measure, NULL), *when = dated_short(composer, noted->first);
    if (noted->count > 1)
        when = words_format(composer->arena, composer->words, WORD_PERIODS_FROM_TO, "first", when, "last",
                            dated_short(composer, noted->first + noted->count - 1), NULL);
    topic_reasons_add(&topic->reasons, when, name != NULL ? name : topic_heading(topic, noted->measure), noted->note);
}

/* The figure of a column in some rows, where there is at most one; false: there are more. */
static bool find_figure(const struct grid_row *rows, int count, size_t column, const char **figure) {
    *figure = NULL;
    for (int r = 0; r < count; r++) {
        const struct grid_cell *cell = &rows[r].cells[column];
        if (cell->content != GRID_TEXT && cell->content != GRID_PAIR)
            continue;
        if (*figure != NULL)
            return false;
        *figure = cell->text;
    }
    return true;
}

/* Of the first of them. */
static enum status status_noted(const struct noted *noted) {
    enum status status = series_cell(noted_series(noted->measure), noted->first).status;
    return status_is_absent(status) ? status : STATUS_MISSING;
}

/* Several periods with at most one figure among them are one cell: the figure, and below it the note. A long note
 * leaves a symbol there and stands below the table, as that of a single period does. */
static void set_note(struct topic *topic, const struct noted *noted) {
    struct grid_row *rows = topic->grid->rows + noted->row;
    bool is_long = strlen(noted->note) > NOTE_IN_CELLS;
    const char *figure, *words = noted->note;
    if (!find_figure(rows, noted->count, noted->column, &figure))
        return;
    if (figure == NULL && words[0] != '\0' && (noted->count == 1 || is_long)) {
        tell_note(topic, noted);
        words = figure_cell_absent(&topic->cells, status_noted(noted), NULL).text;
    }
    if (noted->count == 1)
        return;
    for (int r = 0; r < noted->count; r++)
        rows[r].cells[noted->column] = (struct grid_cell){.covered = r > 0};
    rows[0].cells[noted->column] = (struct grid_cell){.content = GRID_SYMBOL,
                                                      .text = figure != NULL ? figure : words,
                                                      .below = figure != NULL ? words : NULL,
                                                      .row_span = (size_t)noted->count,
                                                      .span_look = SPAN_BOX};
}

void topic_notes_span(struct topic *topic, size_t first_row, const struct topic_rows *rows) {
    int first = topic->composer->period - rows->count + 1;
    size_t column = 1;
    for (size_t m = 0; m < topic->table->measure_count; m++, column++) {
        const struct topic_measure *measure = &topic->table->measures[m];
        column += topic_measure_columns(measure) - 1;
        for (int i = 0, end; i < rows->count; i = end) {
            const char *note = note_in(measure, first + i);
            end = i + 1;
            while (note != NULL && end < rows->count && text_equal(note_in(measure, first + end), note))
                end++;
            if (note != NULL)
                set_note(topic, &(struct noted){measure, first + i, end - i, first_row + (size_t)i, column, note});
        }
    }
}
