#include "figure_columns.h"

#include <string.h>

enum { LEFT_OUT_SHOWN = 12 };

/* What is found while the columns of a table are looked for. */
struct search {
    struct arena *arena;
    struct diag *diag;
    const struct source_request *request;
    const struct table *table;
    struct figure_columns *found;
    bool *named; /* of each column: it is asked for as something else than figures */
    bool failed;
};

static int find_column(struct search *search, const char *reference, struct source_pos pos) {
    int column = table_column_for(search->table, reference, pos, search->diag);
    if (column >= 0)
        search->named[column] = true;
    search->failed |= column < 0;
    return column;
}

static bool is_of_figure(const char *reference) {
    return strcmp(reference + strspn(reference, " "), "{column}") == 0;
}

static bool is_asked(struct request_text text) {
    return text.text != NULL;
}

/* The columns that make a row's period. */
static void find_periods(struct search *search, int whole) {
    const struct source_request *request = search->request;
    struct figure_columns *found = search->found;
    if (whole != PERIOD_NONE || request->form == FORM_SINGLE)
        return;
    const char *usual = request->form == FORM_ACROSS ? "{column}" : "period";
    struct reference_list list =
        table_references(search->table, is_asked(request->period) ? request->period.text : usual);
    struct source_pos pos = is_asked(request->period) ? request->period.pos : request->pos;
    size_t capacity = 0;
    for (const char *reference; (reference = table_next_reference(&list, search->arena)) != NULL;) {
        bool heading = is_of_figure(reference);
        int column = heading ? COLUMN_OF_FIGURE : find_column(search, reference, pos);
        found->period_by_column |= heading;
        arena_append(search->arena, found->periods, found->period_count, capacity) = column;
    }
}

/* `{column}QF` with the heading of a figure put in. */
static const char *flag_reference(struct search *search, const char *form, size_t column) {
    static const char place[] = "{column}";
    const char *at = strstr(form, place);
    return arena_printf(search->arena, "%.*s%s%s", (int)(at - form), form, search->table->header[column].text,
                        at + strlen(place));
}

/* What stands beside any column as its flags holds no figures. */
static void mark_flags(struct search *search, const char *form) {
    for (size_t column = 0; column < search->table->column_count; column++) {
        int flag = table_column(search->table, flag_reference(search, form, column));
        if (flag >= 0)
            search->named[flag] = true;
    }
}

/* The column of flags of the row; those beside figures are found with these. */
static void find_row_flag(struct search *search) {
    struct reference_list list = table_references(search->table, search->request->flags.text);
    for (const char *reference; (reference = table_next_reference(&list, search->arena)) != NULL;) {
        if (strstr(reference, "{column}") != NULL) {
            mark_flags(search, reference);
            continue;
        }
        if (search->found->row_flag >= 0) {
            diag_error(search->diag, search->request->flags.pos,
                       "flags names two columns for the whole line; expected one, and one with {column} in its name");
            search->failed = true;
        }
        search->found->row_flag = find_column(search, reference, search->request->flags.pos);
    }
}

static int find_flag(struct search *search, const struct column_request *asked, size_t column) {
    if (asked != NULL && is_asked(asked->flag))
        return find_column(search, asked->flag.text, asked->flag.pos);
    struct reference_list list = table_references(search->table, search->request->flags.text);
    for (const char *reference; (reference = table_next_reference(&list, search->arena)) != NULL;)
        if (strstr(reference, "{column}") != NULL)
            return find_column(search, flag_reference(search, reference, column), search->request->flags.pos);
    return -1;
}

static void find_note(struct search *search) {
    const struct request_text *note = &search->request->note;
    if (is_asked(*note))
        search->found->note = find_column(search, note->text, note->pos);
    else if (search->request->form == FORM_LONG) {
        search->found->note = table_column(search->table, "note");
        if (search->found->note >= 0)
            search->named[search->found->note] = true;
    }
}

static void find_without(struct search *search) {
    struct reference_list list = table_references(search->table, search->request->without.text);
    for (const char *reference; (reference = table_next_reference(&list, search->arena)) != NULL;)
        find_column(search, reference, search->request->without.pos);
}

/* What series are called where nothing says it. */
static const char *usual_name(struct search *search, size_t values) {
    const struct source_request *request = search->request;
    const char *id = is_asked(request->id) ? request->id.text : "id";
    bool heading = request->form == FORM_SINGLE || (request->form == FORM_LONG && values > 1);
    if (request->form == FORM_WIDE)
        return "{column}";
    return arena_printf(search->arena, heading ? "{%s} {column}" : "{%s}", id);
}

static void mark_named(struct search *search, const struct series_name *name) {
    for (size_t i = 0; i < name->part_count; i++)
        if (name->parts[i].text == NULL && name->parts[i].column >= 0)
            search->named[name->parts[i].column] = true;
}

static void find_name(struct search *search, struct request_text form, struct series_name *name) {
    search->failed |= !series_name_find(search->arena, search->table, form, name, search->diag);
    mark_named(search, name);
}

static void take(struct search *search, size_t column, const struct column_request *asked,
                 const struct series_name *name) {
    struct figure_columns *found = search->found;
    struct figure_column *taken = &arena_append(search->arena, found->columns, found->count, found->capacity);
    *taken = (struct figure_column){
        .column = column,
        .name = *name,
        .period = asked == NULL ? PERIOD_NONE : asked->of,
        .style = asked == NULL ? search->request->style : asked->style,
        .bring_up = asked == NULL ? search->request->bring_up : asked->bring_up,
    };
    diag_init(&taken->held, search->arena);
    if (asked != NULL && is_asked(asked->series))
        find_name(search, asked->series, &taken->name);
    taken->flag = find_flag(search, asked, column);
}

static bool is_blank_column(const struct table *table, size_t column) {
    for (size_t i = 0; i < table->row_count; i++)
        if (table->rows[i].cells[column].text[0] != '\0')
            return false;
    return true;
}

static bool has_digit(const char *text) {
    return strpbrk(text, "0123456789") != NULL;
}

/* Whether a column that nothing names holds figures. Headings that make a whole period have a digit at least, so that
 * what has none stands beside the periods; one with a digit that is no period is told when it is read. */
static bool holds_figures(struct search *search, size_t column) {
    const struct table_heading *heading = &search->table->header[column];
    if (search->named[column] || heading->named)
        return false;
    if (search->request->form == FORM_ACROSS && search->found->period_count == 1 && !has_digit(heading->text))
        return false;
    if (heading->text[0] != '\0')
        return true;
    if (!is_blank_column(search->table, column)) {
        diag_error(search->diag, table_heading_pos(search->table, column),
                   "column %s has no heading; leave it out with without=\"[%s]\"", table_letters(search->arena, column),
                   table_letters(search->arena, column));
        search->failed = true;
    }
    return false;
}

/* Two columns of one heading would give one series. */
static void check_headings(struct search *search) {
    const struct figure_columns *found = search->found;
    struct index seen = {0};
    for (size_t i = 0; i < found->count; i++) {
        const struct figure_column *taken = &found->columns[i];
        const struct table_heading *heading = &search->table->header[taken->column];
        const struct figure_column *other = index_find(&seen, heading->text);
        if (taken->name.by_column && other != NULL && other->column == taken->column) {
            diag_error(search->diag, search->request->pos, "\"%s\": the column \"%s\" is read twice; name it once",
                       search->table->path, heading->text);
            search->failed = true;
        } else if (taken->name.by_column && other != NULL) {
            diag_error(search->diag, table_heading_pos(search->table, taken->column),
                       "two columns are called \"%s\": [%s] and [%s]; name those that are meant by their places, as "
                       "with <column heading=\"[%s]\" series=\"...\"/>",
                       heading->text, table_letters(search->arena, other->column),
                       table_letters(search->arena, taken->column), table_letters(search->arena, taken->column));
            search->failed = true;
        }
        if (taken->name.by_column)
            index_add(search->arena, &seen, heading->text, (void *)taken);
    }
}

/* `total due`: names without blanks in them need nothing between them but a blank. */
static bool are_words(const struct search *search, const char *values) {
    return strstr(values, " + ") == NULL && strchr(values, ' ') != NULL && table_column(search->table, values) < 0;
}

static void take_listed(struct search *search, struct request_text values, const struct series_name *name) {
    if (are_words(search, values.text)) {
        size_t count;
        char **words = text_split(search->arena, values.text, &count);
        for (size_t i = 0; i < count; i++) {
            int column = find_column(search, words[i], values.pos);
            if (column >= 0)
                take(search, (size_t)column, NULL, name);
        }
        return;
    }
    struct reference_list list = table_references(search->table, values.text);
    for (const char *reference; (reference = table_next_reference(&list, search->arena)) != NULL;) {
        int column = find_column(search, reference, values.pos);
        if (column >= 0)
            take(search, (size_t)column, NULL, name);
    }
}

static size_t count_listed(const struct search *search) {
    struct reference_list list = table_references(search->table, search->request->values.text);
    size_t count = 0;
    while (table_next_reference(&list, search->arena) != NULL)
        count++;
    return search->request->column_count > 0 ? search->request->column_count : count;
}

/* Whether some column is called as the source has it. */
static bool needs_name(const struct source_request *request) {
    for (size_t i = 0; i < request->column_count; i++)
        if (!is_asked(request->columns[i].series))
            return true;
    return request->column_count == 0;
}

static void take_columns(struct search *search) {
    const struct source_request *request = search->request;
    struct request_text form = request->series, values = request->values;
    struct series_name name = {0};
    if (!is_asked(form))
        form = (struct request_text){usual_name(search, count_listed(search)),
                                     is_asked(request->id) ? request->id.pos : request->pos};
    if (needs_name(request))
        find_name(search, form, &name);
    if (!is_asked(values) && request->form == FORM_LONG)
        values = (struct request_text){"value", request->pos};
    for (size_t i = 0; i < request->column_count && !search->failed; i++) {
        const struct column_request *asked = &request->columns[i];
        int column = find_column(search, asked->heading.text, asked->heading.pos);
        if (column >= 0)
            take(search, (size_t)column, asked, &name);
    }
    if (request->column_count > 0)
        return;
    if (is_asked(values))
        take_listed(search, values, &name);
    for (size_t column = 0; !is_asked(values) && column < search->table->column_count; column++)
        if (holds_figures(search, column))
            take(search, column, NULL, &name);
}

/* Periods that are headings alone. */
static void read_headings(struct search *search) {
    const struct figure_columns *found = search->found;
    const struct table *table = search->table;
    struct period_text *texts = arena_new_array(search->arena, found->count + 1, struct period_text);
    size_t before = search->diag->errors;
    for (size_t i = 0; i < found->count; i++) {
        const struct table_heading *heading = &table->header[found->columns[i].column];
        texts[i] = (struct period_text){heading->text, table_heading_pos(table, found->columns[i].column)};
    }
    struct period_column read =
        period_column_read(search->arena, &search->request->periods, texts, found->count, "The headings", search->diag);
    search->found->pattern = read.pattern;
    for (size_t i = 0; i < found->count; i++)
        if (found->columns[i].period == PERIOD_NONE)
            found->columns[i].period = read.periods[i];
    search->failed |= search->diag->errors > before;
}

/* The columns that hold nothing that is asked for, up to so many: `; left out: Remarks, Total and 3 more`. */
static const char *left_out(struct search *search) {
    const struct table *table = search->table;
    bool *taken = arena_new_array(search->arena, table->column_count + 1, bool);
    struct text names = {0};
    size_t count = 0;
    for (size_t i = 0; i < search->found->count; i++)
        taken[search->found->columns[i].column] = true;
    for (size_t column = 0; column < table->column_count; column++)
        if (!taken[column] && !search->named[column] && table->header[column].text[0] != '\0' &&
            count++ < LEFT_OUT_SHOWN)
            text_printf(&names, "%s%s", count == 1 ? "; left out: " : ", ", table->header[column].text);
    if (count > LEFT_OUT_SHOWN)
        text_printf(&names, " and %zu more", count - LEFT_OUT_SHOWN);
    const char *result = arena_strdup(search->arena, text_string(&names));
    text_free(&names);
    return result;
}

bool figure_columns_find(struct arena *arena, const struct source_request *request, const struct table *table,
                         int whole, struct figure_columns *columns, struct diag *diag) {
    *columns = (struct figure_columns){.table = table, .note = -1, .row_flag = -1};
    struct search search = {.arena = arena,
                            .diag = diag,
                            .request = request,
                            .table = table,
                            .found = columns,
                            .named = arena_new_array(arena, table->column_count, bool)};
    find_periods(&search, whole);
    find_row_flag(&search);
    find_note(&search);
    find_without(&search);
    if (!search.failed)
        take_columns(&search);
    if (!search.failed && columns->count == 0) {
        diag_error(diag, request->pos, "\"%s\" has no column of figures left; all %zu serve something else",
                   table->path, table->column_count);
        search.failed = true;
    }
    if (search.failed)
        return false;
    check_headings(&search);
    if (columns->period_by_column && columns->period_count == 1 && !search.failed)
        read_headings(&search);
    for (size_t i = 0; i < columns->count; i++)
        if (columns->columns[i].period == PERIOD_NONE)
            columns->columns[i].period = whole;
    columns->left_out = left_out(&search);
    return !search.failed;
}
