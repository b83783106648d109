#include <string.h>

#include "cell.h"
#include "expression_read.h"
#include "gather.h"
#include "lookup.h"
#include "text.h"

/* What a file may say of a figure. */
static const struct {
    const char *word;
    enum status status;
} meanings[] = {
    {"suppressed", STATUS_SUPPRESSED},
    {"blank", STATUS_MISSING},
    {"missing", STATUS_MISSING},
    {"provisional", STATUS_PROVISIONAL},
    {"not_applicable", STATUS_NOT_APPLICABLE},
    {"not_due", STATUS_NOT_DUE},
    {"revised", STATUS_REVISED},
};
enum { MEANINGS = sizeof meanings / sizeof meanings[0] };

struct status_file {
    struct catalogue_reader *reader;
    struct gather gather;
    const struct table *table;
    int id, figure, status, reason; /* columns; reason is -1 for none */
    int period;                     /* of figures that are named by a column in place of a period */
};

/* Suppressed wins; a number that is provisional or revised stays. */
static void status_meets(struct gather *gather, const struct gather_meeting *meeting, void *context) {
    (void)gather, (void)context;
    struct cell *there = meeting->there;
    const struct cell *cell = meeting->cell;
    bool wins = cell->status == STATUS_SUPPRESSED || there->status != STATUS_SUPPRESSED;
    if (wins && status_is_absent(cell->status))
        *there = *cell;
    else if (wins) {
        there->status = cell->status;
        there->note = cell->note;
    }
}

static const char *text_at(const struct status_file *file, const struct table_row *row, int column) {
    return column < 0 ? "" : cell_trim(file->reader->arena, row->cells[column].text);
}

/* False, reported, for a word that is none. */
static bool row_status(const struct status_file *file, const struct table_row *row, enum status *status) {
    const char *words[MEANINGS], *word = text_at(file, row, file->status);
    for (int i = 0; i < MEANINGS; i++) {
        words[i] = meanings[i].word;
        if (strcmp(word, words[i]) == 0) {
            *status = meanings[i].status;
            return true;
        }
    }
    const char *suggestion = text_suggestion(file->reader->arena, word, words, MEANINGS);
    if (*suggestion == '\0')
        suggestion = arena_printf(file->reader->arena, "; expected such as %s", words[0]);
    diag_error(file->reader->diag, table_pos(file->table, row, (size_t)file->status), "status: \"%s\" is not known%s",
               word, suggestion);
    return false;
}

/* The series and the period that a line speaks of: `visits` and its period, or `visits numerator` and the file's
 * period. NULL, reported, where it speaks of none. */
static const char *row_figure(const struct status_file *file, const struct table_row *row, int *period) {
    const char *id = text_at(file, row, file->id), *figure = text_at(file, row, file->figure);
    struct source_pos pos = table_pos(file->table, row, (size_t)file->figure);
    struct calendar calendar = file->reader->catalogue->calendar;
    *period = calendar_parse(calendar, figure);
    if (id[0] == '\0' || figure[0] == '\0') {
        diag_error(file->reader->diag, pos, "the line names no figure; expected a series and a %s",
                   calendar_noun(calendar));
        return NULL;
    }
    if (*period != PERIOD_NONE)
        return id;
    *period = file->period;
    if (*period != PERIOD_NONE)
        return arena_printf(file->reader->arena, "%s %s", id, figure);
    diag_error(file->reader->diag, pos,
               "figure: \"%s\" is not a %s; where it names a column, say of which %s with <statuses of=\"...\">",
               figure, calendar_noun(calendar), calendar_noun(calendar));
    return NULL;
}

/* True where an indicator or a series that is worked out names a series in what it counts. */
static bool is_used(const struct catalogue_reader *reader, const char *id) {
    static const char *const counting[] = {
        "numerator", "denominator", "rolling-12-numerator", "published", "published-ytd", "value", "cumulative"};
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next) {
        bool counts = strcmp(child->name, "indicator") == 0 || strcmp(child->name, "series") == 0;
        for (size_t i = 0; counts && i < sizeof counting / sizeof *counting; i++) {
            const char *text = xml_value(child, counting[i]);
            if (text != NULL && expression_mentions(reader->arena, text, id))
                return true;
        }
    }
    return false;
}

/* What is withheld under a wrong name would be printed under the right one: a name must be known. */
static bool is_known(const struct status_file *file, const char *id, struct source_pos pos) {
    if (catalogue_series(file->reader->catalogue, id) != NULL || is_used(file->reader, id))
        return true;
    lookup_series(file->reader, id, pos);
    return false;
}

static void read_row(struct status_file *file, const struct table_row *row) {
    struct diag *diag = file->reader->diag;
    struct source_pos pos = table_pos(file->table, row, (size_t)file->id);
    int period = PERIOD_NONE;
    enum status status = STATUS_MISSING;
    bool known = row_status(file, row, &status);
    const char *id = row_figure(file, row, &period);
    if (id == NULL || !known || !is_known(file, id, pos))
        return;
    const struct series *series = catalogue_series(file->reader->catalogue, id);
    struct cell there = series == NULL ? (struct cell){.status = STATUS_MISSING} : series_cell(series, period);
    if (!status_is_absent(status) && !fraction_present(there.number))
        diag_error(diag, pos, "%s has no figure in %s that could be %s", id, lookup_iso(file->reader, period),
                   status_words[status].word);
    else if (status_is_absent(status) && status != STATUS_SUPPRESSED && fraction_present(there.number))
        diag_error(diag, pos, "%s has a figure in %s, so that it cannot be %s: %s, line %d", id,
                   lookup_iso(file->reader, period), status_words[status].word, there.pos.file, there.pos.line);
    else {
        const char *reason = text_at(file, row, file->reason);
        gather_add(&file->gather, gather_series(&file->gather, id, pos, BRING_UP_SUM), period,
                   (struct cell){.status = status, .note = reason[0] == '\0' ? NULL : reason, .pos = pos});
    }
}

static void read_file(struct catalogue_reader *reader, const struct xml_element *element) {
    struct status_file file = {.reader = reader, .table = lookup_table(reader, element)};
    if (file.table == NULL)
        return;
    file.gather = (struct gather){.arena = reader->arena,
                                  .diag = reader->diag,
                                  .catalogue = reader->catalogue,
                                  .calendar = reader->catalogue->calendar,
                                  .over = true};
    file.period = xml_period(element, "of", reader->catalogue->calendar);
    file.id = lookup_column(reader, file.table, element, "id", "id");
    file.figure = table_need_column(file.table, "figure", reader->diag);
    file.status = table_need_column(file.table, "status", reader->diag);
    file.reason = table_column(file.table, "reason");
    size_t before = reader->diag->errors;
    bool all = file.id >= 0 && file.figure >= 0 && file.status >= 0;
    for (size_t i = 0; all && i < file.table->row_count && reader->diag->errors - before < READ_ERRORS_MAX; i++)
        read_row(&file, &file.table->rows[i]);
    gather_finish(&file.gather, status_meets, NULL);
}

void statuses_read(struct catalogue_reader *reader) {
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "statuses") == 0)
            read_file(reader, child);
}
