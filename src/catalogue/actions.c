#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "catalogue_reader.h"
#include "cell.h"
#include "lookup.h"
#include "period_column.h"
#include "source.h"
#include "table_element.h"
#include "text.h"

enum action_column { COLUMN_INDICATOR, COLUMN_ACTION, COLUMN_OWNER, COLUMN_DUE, COLUMN_STATUS, COLUMN_NUMBER };

/* What registers of actions write, beside the words of the model. */
static const struct {
    const char *word;
    enum action_status status;
} spellings[] = {
    {"started", ACTION_IN_PROGRESS}, {"on track", ACTION_IN_PROGRESS}, {"ongoing", ACTION_IN_PROGRESS},
    {"paused", ACTION_ON_HOLD},      {"complete", ACTION_DONE},        {"completed", ACTION_DONE},
    {"closed", ACTION_DONE},         {"cancelled", ACTION_STOPPED},    {"withdrawn", ACTION_STOPPED},
};

/* A file of actions while it is read. */
struct action_file {
    struct catalogue_reader *reader;
    const struct table *table;
    int columns[COLUMN_NUMBER];
    int *days; /* that they are due, a row each; PERIOD_NONE where a cell is blank, or reported */
};

static const char *text_at(const struct action_file *file, const struct table_row *row, enum action_column column) {
    return cell_trim(file->reader->arena, row->cells[file->columns[column]].text);
}

static struct source_pos pos_of(const struct action_file *file, const struct table_row *row,
                                enum action_column column) {
    return table_pos(file->table, row, (size_t)file->columns[column]);
}

/* False, reported, for a word that is no status. */
static bool read_status(const struct action_file *file, const struct table_row *row, enum action_status *status) {
    const char *word = text_at(file, row, COLUMN_STATUS);
    for (size_t i = 0; i < ACTION_STATUS_COUNT; i++)
        if (strcasecmp(word, action_status_words[i]) == 0) {
            *status = (enum action_status)i;
            return true;
        }
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (strcasecmp(word, spellings[i].word) == 0) {
            *status = spellings[i].status;
            return true;
        }
    diag_error(file->reader->diag, pos_of(file, row, COLUMN_STATUS),
               "status: \"%s\" is not known; expected open, not started, in progress, on hold, done or stopped", word);
    return false;
}

/* False, reported, where a cell that must say something is blank. */
static bool has_text(const struct action_file *file, const struct table_row *row, enum action_column column,
                     const char *expected) {
    if (text_at(file, row, column)[0] != '\0')
        return true;
    diag_error(file->reader->diag, pos_of(file, row, column), "%s", expected);
    return false;
}

/* False, reported, where the same was told before. */
static bool is_new(const struct action_file *file, const struct action *action) {
    const struct catalogue *catalogue = file->reader->catalogue;
    for (size_t i = 0; i < catalogue->action_count; i++) {
        const struct action *other = &catalogue->actions[i];
        if (other->indicator != action->indicator || strcmp(other->words, action->words) != 0)
            continue;
        diag_error(file->reader->diag, action->pos, "%s has this action already: %s, line %d", action->indicator->id,
                   path_name(other->pos.file), other->pos.line);
        return false;
    }
    return true;
}

static void read_row(struct action_file *file, size_t index) {
    const struct table_row *row = &file->table->rows[index];
    struct catalogue_reader *reader = file->reader;
    struct action action = {.indicator = lookup_indicator(reader, text_at(file, row, COLUMN_INDICATOR),
                                                          pos_of(file, row, COLUMN_INDICATOR)),
                            .words = text_at(file, row, COLUMN_ACTION),
                            .owner = text_at(file, row, COLUMN_OWNER),
                            .due = file->days[index],
                            .pos = pos_of(file, row, COLUMN_ACTION)};
    bool whole = has_text(file, row, COLUMN_ACTION, "the line says no action; expected what is to be done");
    whole &= has_text(file, row, COLUMN_OWNER, "the action has no owner; expected a role, such as Head of service");
    whole &=
        has_text(file, row, COLUMN_DUE, "the action has no date; expected the day that it is due, such as 2018-09-30");
    whole &= read_status(file, row, &action.status);
    if (whole && action.indicator != NULL && action.due != PERIOD_NONE && is_new(file, &action))
        arena_append(reader->arena, reader->catalogue->actions, reader->catalogue->action_count,
                     reader->catalogue->action_capacity) = action;
}

/* The days of all rows at once, so that 03/04/2018 is read as the others are. */
static void read_days(struct action_file *file) {
    struct arena *arena = file->reader->arena;
    struct period_text *texts = arena_new_array(arena, file->table->row_count + 1, struct period_text);
    const struct period_style style = {.calendar = calendar_days, .from = table_heading_pos(file->table, 0)};
    for (size_t i = 0; i < file->table->row_count; i++)
        texts[i] = (struct period_text){text_at(file, &file->table->rows[i], COLUMN_DUE),
                                        pos_of(file, &file->table->rows[i], COLUMN_DUE)};
    file->days =
        period_column_read(arena, &style, texts, file->table->row_count, "Column due", file->reader->diag).periods;
}

/* NULL, reported, where it cannot be read. */
static const struct table *read_table(struct catalogue_reader *reader, const struct xml_element *element) {
    static const char *const of_rows[] = {"where", "id", NULL};
    const char *name = xml_value(element, "file");
    struct table_request request = table_element_read(element);
    if (name == NULL)
        return NULL;
    request.path =
        path_resolve(reader->arena, reader->scope, reader->catalogue->path, name, request.from, reader->diag);
    request.words = reader->words;
    request.needed = ROWS_ANY;
    request.cache = reader->tables;
    request.asked = lookup_said(reader->arena, element, of_rows);
    return request.path == NULL ? NULL : source_read(reader->arena, &request, reader->diag);
}

static void read_file(struct catalogue_reader *reader, const struct xml_element *element) {
    static const char *const headings[COLUMN_NUMBER] = {
        [COLUMN_ACTION] = "action", [COLUMN_OWNER] = "owner", [COLUMN_DUE] = "due", [COLUMN_STATUS] = "status"};
    struct action_file file = {.reader = reader, .table = read_table(reader, element)};
    reader->catalogue->tells_actions = true;
    if (file.table == NULL)
        return;
    file.columns[COLUMN_INDICATOR] = lookup_column(reader, file.table, element, "id", "indicator");
    bool all = file.columns[COLUMN_INDICATOR] >= 0;
    for (int c = COLUMN_ACTION; c < COLUMN_NUMBER; c++) {
        file.columns[c] = table_need_column(file.table, headings[c], reader->diag);
        all = all && file.columns[c] >= 0;
    }
    if (!all)
        return;
    read_days(&file);
    size_t before = reader->diag->errors;
    for (size_t i = 0; i < file.table->row_count && reader->diag->errors - before < READ_ERRORS_MAX; i++)
        read_row(&file, i);
}

/* By indicator, then by the day, then by its words. */
static int in_order(const void *a, const void *b) {
    const struct action *left = a, *right = b;
    if (left->indicator != right->indicator)
        return left->indicator->index < right->indicator->index ? -1 : 1;
    if (left->due != right->due)
        return left->due < right->due ? -1 : 1;
    return strcmp(left->words, right->words);
}

void actions_read(struct catalogue_reader *reader) {
    struct catalogue *catalogue = reader->catalogue;
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "actions") == 0)
            read_file(reader, child);
    if (catalogue->action_count > 0)
        qsort(catalogue->actions, catalogue->action_count, sizeof *catalogue->actions, in_order);
}
