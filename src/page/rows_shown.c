#include "rows_shown.h"

void rows_shown_add(struct rows_shown *shown, const struct piece_row *row) {
    if (row->table == NULL)
        return;
    if (shown->first == NULL)
        shown->first = row;
    if (row->table == shown->first->table)
        shown->last = row;
}

const char *rows_shown_words(const struct composer *composer, const struct rows_shown *shown) {
    const struct piece_row *first = shown->first, *last = shown->last;
    if (first == NULL || (first->number == 1 && last->number == last->count))
        return NULL;
    bool one = first == last, named = first->name != NULL && last->name != NULL;
    return words_format(composer->arena, composer->words,
                        one     ? WORD_ROW_SHOWN
                        : named ? WORD_ROWS_SHOWN_NAMED
                                : WORD_ROWS_SHOWN,
                        "first", arena_printf(composer->arena, "%zu", first->number), "last",
                        arena_printf(composer->arena, "%zu", last->number), "count",
                        arena_printf(composer->arena, "%zu", last->count), "from", first->name, "to", last->name, NULL);
}
