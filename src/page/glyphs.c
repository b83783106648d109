#include "glyphs.h"

#include "character.h"
#include "layout_texts.h"

static void check(void *composer, const char *words, struct source_pos pos) {
    characters_check(composer, words, pos);
}

bool glyphs_check(struct composer *composer) {
    const struct layout *layout = composer->layout;
    const struct abbreviations *list = layout->abbreviations;
    size_t before = composer->diag->errors;
    for (int word = 0; word < WORD_COUNT; word++)
        check(composer, words_get(composer->words, (enum word)word), composer->words->places[word]);
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        check(composer, list->items[i].short_form, list->items[i].pos);
        check(composer, list->items[i].meaning, list->items[i].pos);
    }
    layout_each_text(layout, check, composer);
    return composer->diag->errors == before;
}
