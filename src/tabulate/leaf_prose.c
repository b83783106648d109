#include "leaf_parts.h"
#include "leaves.h"

enum { WIDTH_OF_SHEETS = 36, WIDTH_OF_SENTENCES = 90, WIDTH_OF_NOTES = 24 };

/* ------------------------------------------------------------------ cover */

void leaf_open_cover(struct tabulator *tabulator) {
    const struct layout *layout = tabulator->layout;
    const struct catalogue *catalogue = tabulator->catalogue;
    struct arena *arena = tabulator->arena;
    const struct words *words = tabulator->words;
    const char *period = words_period_long(arena, words, catalogue->calendar, tabulator->period);
    tabulator->sheet.prose = true;
    tabulator_line(tabulator, words_format(arena, words, WORD_BOOK_ABOUT, "period", period, NULL));
    tabulator_line(tabulator, catalogue->organisation);
    tabulator_line(tabulator, layout->subtitle);
    tabulator_line(tabulator, layout->author);
    tabulator_line(tabulator, layout->status);
    if (catalogue->source != NULL)
        tabulator_line(tabulator, words_format(arena, words, WORD_ALONE_SOURCE, "source", catalogue->source, NULL));
    if (catalogue->data_as_at != NULL)
        tabulator_line(tabulator, words_format(arena, words, WORD_ALONE_DATA_AS_AT, "date",
                                               words_date_long(arena, words, catalogue->data_as_at), NULL));
    tabulator_line(tabulator, catalogue->note);
    tabulator_link_line(tabulator, LEAF_CONTENTS, tabulator_word(tabulator, WORD_BOOK_SEE_CONTENTS));
    tabulator_link_line(tabulator, LEAF_NOTES, tabulator_word(tabulator, WORD_BOOK_SEE_NOTES));
}

/* ------------------------------------------------------------------ contents: all sheets behind it */

void leaf_open_contents(struct tabulator *tabulator) {
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_BOOK_WORKSHEET), WIDTH_OF_SHEETS, false);
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_BOOK_TITLE), WIDTH_OF_SENTENCES, false);
    tabulator->sheet.row_count = tabulator->leaf_count - LEAF_NOTES;
}

void leaf_fill_contents(struct tabulator *tabulator, size_t row, struct book_cell *cells) {
    cells[0] = tabulator_link(tabulator, LEAF_NOTES + row, NULL);
    cells[1] = tabulator_text(tabulator->leaves[LEAF_NOTES + row].title);
}

/* ------------------------------------------------------------------ notes: shorthand, then how figures are held */

static const struct {
    enum word name, note;
} remarks[] = {
    {WORD_BOOK_ROUNDING, WORD_BOOK_ROUNDING_NOTE},
    {WORD_BOOK_PERCENTAGES, WORD_BOOK_PERCENTAGES_NOTE},
    {WORD_BOOK_TIMES, WORD_BOOK_TIMES_NOTE},
    {WORD_BOOK_FORMULAS, WORD_BOOK_FORMULAS_NOTE},
};
enum { REMARKS = sizeof(remarks) / sizeof(*remarks) };

/* The status of a row; STATUS_COUNT behind the last that has a shorthand. */
static enum status shorthand(size_t row) {
    enum status status = 0;
    for (; status < STATUS_COUNT; status++)
        if (*status_words[status].symbol != '\0' && row-- == 0)
            break;
    return status;
}

static size_t shorthand_count(void) {
    size_t count = 0;
    while (shorthand(count) < STATUS_COUNT)
        count++;
    return count;
}

void leaf_open_notes(struct tabulator *tabulator) {
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_BOOK_NOTE), WIDTH_OF_NOTES, false);
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_BOOK_MEANING), WIDTH_OF_SENTENCES, false);
    tabulator->sheet.row_count = shorthand_count() + REMARKS;
}

void leaf_fill_notes(struct tabulator *tabulator, size_t row, struct book_cell *cells) {
    enum status status = shorthand(row);
    if (status < STATUS_COUNT) {
        cells[0] = tabulator_text(status_words[status].symbol);
        cells[1] = tabulator_text(words_status(tabulator->words, status));
        return;
    }
    row -= shorthand_count();
    cells[0] = tabulator_text(tabulator_word(tabulator, remarks[row].name));
    cells[1] = tabulator_text(tabulator_word(tabulator, remarks[row].note));
}
