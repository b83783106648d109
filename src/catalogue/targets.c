#include <string.h>

#include "catalogue_reader.h"
#include "cell.h"
#include "lookup.h"
#include "value.h"
#include "vocabulary_words.h"

static void add_target(struct catalogue_reader *reader, struct indicator *indicator, struct target target) {
    struct stretch periods = {target.from, target.to};
    if (target.from != PERIOD_NONE && target.to != PERIOD_NONE && target.from > target.to) {
        diag_error(reader->diag, target.pos, "the target starts in %s, after its end", lookup_iso(reader, target.from));
        return;
    }
    for (size_t i = 0; i < indicator->target_count; i++) {
        const struct target *other = &indicator->targets[i];
        if (!stretch_overlaps(periods, (struct stretch){other->from, other->to}))
            continue;
        diag_error(reader->diag, target.pos, "%s: the target (%s) overlaps that of %s, line %d", indicator->id,
                   stretch_words(reader->arena, reader->catalogue->calendar, periods), other->pos.file,
                   other->pos.line);
        return;
    }
    if (indicator_due(indicator, reader->catalogue->calendar).grain == GRAIN_YEAR)
        target.of_year = false; /* each of its figures is a year's */
    arena_append(reader->arena, indicator->targets, indicator->target_count, indicator->target_capacity) = target;
}

static void read_element(struct catalogue_reader *reader, struct indicator *indicator,
                         const struct xml_element *element) {
    struct stretch periods = lookup_stretch(reader, element);
    int of = xml_word(element, "of", target_of_words, TARGET_OF_COUNT, TARGET_OF_PERIOD);
    struct target target = {.from = periods.from,
                            .to = periods.to,
                            .value = xml_number(element, "value"),
                            .of_year = of == TARGET_OF_YEAR,
                            .pos = element->pos};
    if (fraction_present(target.value))
        add_target(reader, indicator, target);
}

/* An end of a target's stretch. An empty period is no limit. False, reported, for a wrong one. */
static bool row_period(struct catalogue_reader *reader, const struct table *table, const struct table_row *row,
                       int column, int (*parse)(struct calendar calendar, const char *text), int *period) {
    const char *text = cell_trim(reader->arena, row->cells[column].text);
    *period = parse(reader->catalogue->calendar, text);
    if (*period != PERIOD_NONE || text[0] == '\0')
        return true;
    diag_error(reader->diag, table_pos(table, row, (size_t)column), "%s: %s", table->header[column].text,
               calendar_refusal(reader->arena, reader->catalogue->calendar, text));
    return false;
}

/* A file of targets: a column of them with their periods, or a column for each year. */
struct target_file {
    const struct table *table;
    int indicator, from, to,
        target;             /* columns; target is -1 where each year has one, from and to where all are alike */
    struct stretch periods; /* of all targets, where from is -1 */
    int of;                 /* TARGET_OF_PERIOD, TARGET_OF_YEAR; TARGET_OF_COUNT: it does not say */
    const char *pending;    /* the word for a target that is still to be set */
};

static bool is_of_year(const struct target_file *file, const struct indicator *indicator) {
    return file->of == TARGET_OF_COUNT ? file->target < 0 && indicator_adds_up(indicator) : file->of == TARGET_OF_YEAR;
}

static void add_cell(struct catalogue_reader *reader, const struct target_file *file, struct indicator *indicator,
                     const struct table_row *row, int column, struct stretch periods) {
    const char *text = cell_trim(reader->arena, row->cells[column].text);
    struct target target = {.from = periods.from,
                            .to = periods.to,
                            .of_year = is_of_year(file, indicator),
                            .pos = table_pos(file->table, row, (size_t)column)};
    if (strcmp(text, file->pending) == 0)
        target.words = text;
    else {
        const char *name = file->table->header[column].text;
        struct cell cell =
            cell_read(&cell_style_usual, &(struct cell_text){.text = text, .name = name, .pos = target.pos},
                      reader->arena, reader->diag);
        target.value = cell.number;
        target.words = cell.words;
    }
    if (fraction_present(target.value) || target.words != NULL || file->target < 0)
        add_target(reader, indicator, target);
}

static void read_stretch(struct catalogue_reader *reader, const struct target_file *file, struct indicator *indicator,
                         const struct table_row *row) {
    struct stretch periods = file->periods;
    bool from = file->from < 0 || row_period(reader, file->table, row, file->from, calendar_parse_first, &periods.from);
    bool to = file->to < 0 || row_period(reader, file->table, row, file->to, calendar_parse_last, &periods.to);
    if (from && to && indicator != NULL)
        add_cell(reader, file, indicator, row, file->target, periods);
}

static void read_years(struct catalogue_reader *reader, const struct target_file *file, struct indicator *indicator,
                       const struct table_row *row) {
    for (size_t i = 0; indicator != NULL && i < file->table->column_count; i++) {
        const char *year = file->table->header[i].text;
        if ((int)i != file->indicator && value_is_year(year))
            add_cell(reader, file, indicator, row, (int)i, stretch_of_year(reader->catalogue->calendar, year));
    }
}

/* False, reported, where no column is a year; other columns are warned of. */
static bool check_years(struct catalogue_reader *reader, const struct target_file *file) {
    bool any = false;
    for (size_t i = 0; i < file->table->column_count; i++)
        any = any || ((int)i != file->indicator && value_is_year(file->table->header[i].text));
    if (!any)
        diag_error(reader->diag, table_heading_pos(file->table, 0),
                   "there is no column \"target\", and none for a year such as 2018/19");
    for (size_t i = 0; any && i < file->table->column_count; i++)
        if ((int)i != file->indicator && !value_is_year(file->table->header[i].text))
            diag_warning(reader->diag, table_heading_pos(file->table, i), "the column \"%s\" is not a year; left out",
                         file->table->header[i].text);
    return any;
}

/* Fills the columns of a file. False, reported, where one is missing. */
static bool find_columns(struct catalogue_reader *reader, const struct xml_element *element, struct target_file *file) {
    file->indicator = lookup_column(reader, file->table, element, "id", "indicator");
    file->from = file->to = file->target = -1;
    if (xml_value(element, "value") == NULL && table_column(file->table, "target") < 0)
        return file->indicator >= 0 && check_years(reader, file);
    file->target = lookup_column(reader, file->table, element, "value", "target");
    file->periods = lookup_stretch(reader, element);
    if (file->periods.from != PERIOD_NONE || file->periods.to != PERIOD_NONE)
        return file->indicator >= 0 && file->target >= 0;
    file->from = table_need_column(file->table, "from_period", reader->diag);
    file->to = table_need_column(file->table, "to_period", reader->diag);
    return file->indicator >= 0 && file->target >= 0 && file->from >= 0 && file->to >= 0;
}

static void read_file(struct catalogue_reader *reader, const struct xml_element *element) {
    struct target_file file = {.table = lookup_table(reader, element),
                               .pending = xml_value_or(element, "pending", "TBC"),
                               .of = xml_word(element, "of", target_of_words, TARGET_OF_COUNT, TARGET_OF_COUNT)};
    if (file.table == NULL || !find_columns(reader, element, &file))
        return;
    size_t before = reader->diag->errors;
    for (size_t i = 0; i < file.table->row_count && reader->diag->errors - before < READ_ERRORS_MAX; i++) {
        const struct table_row *row = &file.table->rows[i];
        const char *id = cell_trim(reader->arena, row->cells[file.indicator].text);
        struct indicator *indicator = lookup_indicator(reader, id, table_pos(file.table, row, (size_t)file.indicator));
        (file.target < 0 ? read_years : read_stretch)(reader, &file, indicator, row);
    }
}

/* Targets inside indicators come first, so that the message about an overlap points at the file. */
void targets_read(struct catalogue_reader *reader) {
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next) {
        const char *id = strcmp(child->name, "indicator") == 0 ? xml_value(child, "id") : NULL;
        struct indicator *indicator = id == NULL ? NULL : catalogue_indicator(reader->catalogue, id);
        for (const struct xml_element *inner = child->first_child; inner != NULL && indicator; inner = inner->next)
            if (strcmp(inner->name, "target") == 0)
                read_element(reader, indicator, inner);
    }
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "targets") == 0)
            read_file(reader, child);
}
