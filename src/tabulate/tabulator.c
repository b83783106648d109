#include "tabulator.h"

#include <string.h>

struct heading_maker tabulator_headings(struct tabulator *tabulator, struct arena *arena) {
    return (struct heading_maker){
        .arena = arena, .words = tabulator->words, .calendar = tabulator->catalogue->calendar, .decimal_times = true};
}

const char *tabulator_word(const struct tabulator *tabulator, enum word word) {
    return words_get(tabulator->words, word);
}

struct book_cell tabulator_text(const char *text) {
    return (struct book_cell){.kind = BOOK_TEXT, .text = text == NULL || *text == '\0' ? "\u2013" : text};
}

struct book_cell tabulator_link(const struct tabulator *tabulator, size_t sheet, const char *text) {
    struct book_cell cell = tabulator_text(text != NULL ? text : tabulator->book.names[sheet]);
    cell.leads = true;
    cell.sheet = sheet;
    return cell;
}

static void add_line(struct tabulator *tabulator, struct book_cell line) {
    arena_append(tabulator->arena, tabulator->lines, tabulator->sheet.line_count, tabulator->line_capacity) = line;
}

void tabulator_line(struct tabulator *tabulator, const char *text) {
    if (text != NULL && *text != '\0')
        add_line(tabulator, tabulator_text(text));
}

void tabulator_link_line(struct tabulator *tabulator, size_t sheet, const char *text) {
    add_line(tabulator, tabulator_link(tabulator, sheet, text));
}

void tabulator_column(struct tabulator *tabulator, const char *heading, int width, bool figures) {
    arena_append(tabulator->arena, tabulator->columns, tabulator->sheet.column_count, tabulator->column_capacity) =
        (struct book_column){.heading = tabulator_text(heading).text, .width = width, .figures = figures};
}

bool tabulator_heads(const struct tabulator *tabulator, const char *heading) {
    for (size_t i = 0; i < tabulator->sheet.column_count; i++)
        if (strcasecmp(tabulator->columns[i].heading, heading) == 0)
            return true;
    return false;
}

void tabulator_shorthand(struct tabulator *tabulator) {
    const char *list = "";
    for (enum status status = 0; status < STATUS_COUNT; status++)
        if (tabulator->used[status] && *status_words[status].symbol != '\0')
            list = arena_printf(tabulator->arena, "%s%s%s %s", list, *list != '\0' ? "; " : "",
                                status_words[status].symbol, words_status(tabulator->words, status));
    if (*list != '\0')
        tabulator_line(tabulator,
                       words_format(tabulator->arena, tabulator->words, WORD_BOOK_SHORTHAND, "list", list, NULL));
}
