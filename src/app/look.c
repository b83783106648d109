#include "look.h"

#include <string.h>

#include "cell.h"
#include "database.h"
#include "proposal.h"
#include "sheet_choice.h"
#include "text.h"
#include "workbook_source.h"

enum { WORDS_TOLD = 6, TEXT_WIDTH = 32, ROWS_TOLD = 3 };

/* What is told, and where to. */
struct look {
    struct arena *arena;
    const struct survey *survey;
    FILE *stream;
};

/* A text on one line, short enough for a list. Controls in it are escaped. */
static const char *shortened(const struct look *look, const char *string) {
    struct text text = {0};
    size_t shown = 0;
    for (const char *at = string; *at != '\0' && shown < TEXT_WIDTH; shown++) {
        uint32_t c = utf8_next(&at);
        if (c == '\n' || c == '\r' || c == '\t')
            text_add(&text, " ");
        else if (codepoint_is_control(c))
            text_printf(&text, "\\u%04x", (unsigned)c);
        else
            text_add_codepoint(&text, c);
        if (*at != '\0' && shown + 1 == TEXT_WIDTH)
            text_add(&text, "…");
    }
    char *result = arena_strdup(look->arena, text_string(&text));
    text_free(&text);
    return result;
}

static const char *period_words(const struct look *look, const struct period_guess *guess, int period) {
    return period_reading_words(look->arena, guess->calendar, period);
}

static void tell_guess(const struct look *look, const struct period_guess *guess) {
    if (guess->found)
        fprintf(look->stream, "%s, written %s: %s to %s", calendar_nouns(guess->calendar), guess->pattern,
                period_words(look, guess, guess->first), period_words(look, guess, guess->last));
    else
        fputs("periods that can be read in more than one way", look->stream);
    if (guess->problem != NULL)
        fprintf(look->stream, "; note: %s", guess->problem);
}

/* The words of a column, and how often they stand there. */
static void tell_words(const struct look *look, const struct column_survey *column) {
    for (size_t i = 0; i < column->word_count && i < WORDS_TOLD; i++)
        fprintf(look->stream, "%s\"%s\" %zu×", i > 0 ? ", " : "", shortened(look, column->words[i].text),
                column->words[i].count);
    if (column->word_count > WORDS_TOLD)
        fprintf(look->stream, "%s", column->more_words ? ", and many more" : ", and more");
}

static void tell_figures(const struct look *look, const struct column_survey *column) {
    fprintf(look->stream, "%zu figure%s", column->figures, column->figures == 1 ? "" : "s");
    if (column->decimals > 0)
        fprintf(look->stream, " with up to %d decimal%s", column->decimals, column->decimals == 1 ? "" : "s");
    fputs(column->percent ? ", with %" : "", look->stream);
    fputs(column->negative ? ", some below zero" : "", look->stream);
    if (column->word_count > 0)
        fputs("; in place of figures ", look->stream);
    tell_words(look, column);
}

static void tell_column(const struct look *look, size_t at) {
    const struct column_survey *column = &look->survey->columns[at];
    const char *heading = look->survey->table->header[at].text;
    fprintf(look->stream, "  %-3s %s\n        ", table_letters(look->arena, at),
            heading[0] == '\0' ? "(no heading)" : shortened(look, heading));
    switch (column->kind) {
    case COLUMN_PERIODS:
        tell_guess(look, &column->periods);
        break;
    case COLUMN_FIGURES:
        tell_figures(look, column);
        break;
    case COLUMN_WORDS:
        if (column->figures > 0)
            fprintf(look->stream, "codes such as %s", shortened(look, column->example));
        else
            fputs("words: ", look->stream);
        tell_words(look, column);
        break;
    default:
        fputs("nothing", look->stream);
        break;
    }
    if (column->blank > 0 && column->kind != COLUMN_BLANK)
        fprintf(look->stream, "; %zu blank", column->blank);
    fputc('\n', look->stream);
}

static void tell_columns(const struct look *look) {
    const struct survey *survey = look->survey;
    size_t count = survey->across.found ? survey->across_first : survey->table->column_count;
    fputs("\nColumns\n", look->stream);
    for (size_t k = 0; k < count; k++)
        tell_column(look, k);
    if (!survey->across.found)
        return;
    fprintf(look->stream, "  %s to %s: periods across, ", table_letters(look->arena, survey->across_first),
            table_letters(look->arena, survey->table->column_count - 1));
    tell_guess(look, &survey->across);
    fputc('\n', look->stream);
}

static void tell_rows(const struct look *look) {
    const struct table *table = look->survey->table;
    fputs("\nFirst rows\n", look->stream);
    for (size_t i = 0; i < table->row_count && i < ROWS_TOLD; i++) {
        fprintf(look->stream, "  %s: ", diag_line_words(look->arena, table_row_pos(table, &table->rows[i])));
        for (size_t k = 0; k < table->column_count; k++)
            fprintf(look->stream, "%s%s", k > 0 ? " | " : "", shortened(look, table->rows[i].cells[k].text));
        fputc('\n', look->stream);
    }
}

/* `"Data", "Notes" (hidden)`. */
static void tell_sheets(const struct look *look, const struct workbook_contents *contents) {
    fputs("  sheets: ", look->stream);
    for (size_t i = 0; i < contents->sheet_count; i++) {
        const struct sheet_entry *sheet = &contents->sheets[i];
        fprintf(look->stream, "%s\"%s\"", i > 0 ? ", " : "", shortened(look, sheet->name));
        if (sheet->other != NULL || sheet->hidden)
            fprintf(look->stream, " (%s%s%s)", sheet->other != NULL ? sheet->other : "",
                    sheet->other != NULL && sheet->hidden ? ", " : "", sheet->hidden ? "hidden" : "");
    }
    fputc('\n', look->stream);
}

/* `"RSX_data" (A7:AB19 of "Data")`. */
static void tell_areas(const struct look *look, const struct workbook_contents *contents, const char *what,
                       const struct area_entry *entries, size_t count) {
    if (count > 0)
        fprintf(look->stream, "  %s: ", what);
    for (size_t i = 0; i < count; i++) {
        char first[COLUMN_LETTERS], last[COLUMN_LETTERS];
        const struct sheet_area *area = &entries[i].area;
        diag_column_letters(first, (size_t)area->first_column);
        diag_column_letters(last, (size_t)area->last_column);
        fprintf(look->stream, "%s\"%s\"", i > 0 ? ", " : "", shortened(look, entries[i].name));
        if (entries[i].problem == NULL)
            fprintf(look->stream, " (%s%d:%s%d of \"%s\")", first, area->first_row, last, area->last_row,
                    shortened(look, contents->sheets[entries[i].sheet].name));
    }
    if (count > 0)
        fputc('\n', look->stream);
}

static void tell_contents(const struct look *look, const struct workbook_contents *contents) {
    tell_sheets(look, contents);
    tell_areas(look, contents, "tables", contents->tables, contents->table_count);
    tell_areas(look, contents, "names", contents->names, contents->name_count);
}

/* How the file was read, as the notes of reading it say. */
static void tell_reading(const struct look *look, const struct diag *notes) {
    for (size_t i = 0; i < notes->count; i++)
        if (notes->messages[i].level == DIAG_NOTE && notes->messages[i].pos.line > 0)
            fprintf(look->stream, "  %s: %s\n", diag_line_words(look->arena, notes->messages[i].pos),
                    notes->messages[i].text);
        else if (notes->messages[i].level == DIAG_NOTE)
            fprintf(look->stream, "  %s\n", notes->messages[i].text);
    if (look->survey->cut)
        fprintf(look->stream, "  these are its first %d rows; what follows is said of them\n", SURVEY_ROWS_MAX);
}

/* The names of a table's columns, which are all that is taken of it. */
static bool tell_names(void *to, const struct raw_row *row) {
    const struct look *look = to;
    for (size_t i = 0; i < row->count; i++)
        fprintf(look->stream, "%s%s", i > 0 ? ", " : "",
                shortened(look, arena_strndup(look->arena, row->cells[i].text, row->cells[i].length)));
    return false;
}

/* Each table and view of a database, and its columns. */
static void tell_tables(struct look *look, struct table_request request, struct database_tables tables) {
    struct diag unheard;
    diag_init(&unheard, look->arena);
    for (size_t i = 0; i < tables.count; i++) {
        fprintf(look->stream, "  %s \"%s\": ", tables.items[i].view ? "view" : "table",
                shortened(look, tables.items[i].name));
        request.table.text = tables.items[i].name;
        if (!source_rows(&request, (struct row_taker){.take = tell_names, .to = look}, &unheard) &&
            diag_failed(&unheard))
            fputs("cannot be read", look->stream);
        fputc('\n', look->stream);
    }
}

/* What is looked at in a file that has more than one table. */
struct contents {
    const struct workbook_contents *workbook;
    struct database_tables tables;
};

/* Finds what there is, and names in the request what is looked at. False, reported, where there is nothing. */
static bool choose(struct table_request *request, const char *sheet, struct contents *contents, struct diag *diag) {
    *contents = (struct contents){0};
    switch (source_kind_of(request)) {
    case SOURCE_WORKBOOK:
        request->sheet = (struct request_text){sheet, request->from};
        contents->workbook = workbook_list(request, diag);
        return contents->workbook != NULL && sheet_choice_make(contents->workbook, request, diag);
    case SOURCE_DATABASE:
        contents->tables = database_sqlite_tables(request, diag);
        if (contents->tables.count > 0)
            request->table =
                (struct request_text){sheet != NULL ? sheet : contents->tables.items[0].name, request->from};
        return contents->tables.count > 0;
    default:
        request->sheet = (struct request_text){sheet, request->from};
        return true;
    }
}

void look_write(struct arena *arena, const char *path, const char *sheet, struct diag *diag, FILE *stream) {
    struct table_request request = {.path = path, .from = {.file = path}};
    struct contents contents;
    diag->verbose = true;
    if (!choose(&request, sheet, &contents, diag))
        return;
    const struct survey *survey = survey_make(arena, &request, diag);
    if (survey == NULL)
        return;
    struct look look = {arena, survey, stream};
    fprintf(stream, "%s\n", path);
    if (contents.workbook != NULL)
        tell_contents(&look, contents.workbook);
    tell_tables(&look, request, contents.tables);
    tell_reading(&look, diag);
    tell_columns(&look);
    tell_rows(&look);
    fprintf(stream, "\nFor a catalogue, <catalogue %s ...>, to begin with:\n\n%s", proposal_catalogue(arena, survey),
            proposal_source(arena, survey));
}
