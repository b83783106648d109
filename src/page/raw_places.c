#include "raw_places.h"

#include <string.h>

#include "dated.h"
#include "layout_texts.h"
#include "text.h"

struct telling {
    const char **pages; /* the words of each */
    size_t page_count;
    struct diag *diag;
};

/* All words of a page, those of a text behind one another. */
static const char *words_of(struct arena *arena, const struct page *page) {
    struct text text = {0};
    for (size_t f = 0; f < page->frame_count; f++)
        if (page->frames[f].kind == FRAME_TEXT)
            text_add(&text, page->frames[f].u.text.string);
    const char *words = arena_strdup(arena, text_string(&text));
    text_free(&text);
    return words;
}

static bool is_printed(const struct telling *telling, const char *words) {
    for (size_t p = 0; p < telling->page_count; p++)
        if (strstr(telling->pages[p], words) != NULL)
            return true;
    return false;
}

static bool is_name(const char *name, size_t length) {
    return length > 0 && strspn(name, "abcdefghijklmnopqrstuvwxyz-") == length;
}

/* Where other words have the same place, those beside it tell them apart. */
static void tell(void *taker, const char *text, struct source_pos pos) {
    const struct telling *telling = taker;
    struct arena *arena = telling->diag->arena;
    const char *name, *cursor = text, *from = text;
    size_t length;
    for (; words_next_place(&cursor, &name, &length); from = cursor) {
        const char *with_words = arena_strndup(arena, from, (size_t)(cursor - from) + strcspn(cursor, "{"));
        if (is_name(name, length) && is_printed(telling, with_words))
            diag_warning(telling->diag, pos,
                         "{%s} is printed as it is written, since nothing stands for it here; titles of "
                         "the pack, stacks and tiles, its foot, covers and what heads a page beside its title know %s",
                         arena_strndup(arena, name, length), dated_places);
    }
}

void raw_places_tell(const struct layout *layout, const struct document *document, struct diag *diag) {
    struct telling telling = {arena_new_array(diag->arena, document->page_count + 1, const char *),
                              document->page_count, diag};
    for (size_t p = 0; p < document->page_count; p++)
        telling.pages[p] = words_of(diag->arena, &document->pages[p]);
    layout_each_text(layout, tell, &telling);
}
