#include "picture_text.h"

#include "reading.h"
#include "text.h"

static const char *title_of(struct arena *arena, const struct document *document, size_t page) {
    const char *title = document->pages[page].title != NULL ? document->pages[page].title : document->title;
    if (document->page_count == 1)
        return title;
    return arena_printf(arena, "%s (%zu/%zu)", title, page + 1, document->page_count);
}

/* The alternative texts of the figures that begin on a page, in reading order. */
static void add_figures(struct text *text, const struct reading *reading, const struct element *element, size_t page) {
    const struct reading_frame *first = reading_first(reading, element);
    if (element->role == ROLE_FIGURE && element->alt != NULL && first != NULL && first->page == page) {
        text_add(text, text->length > 0 ? "\n\n" : "");
        text_add(text, element->alt);
    }
    for (const struct element *child = element->first_child; child != NULL; child = child->next)
        add_figures(text, reading, child, page);
}

struct picture_text picture_text_of(struct arena *arena, const struct document *document, size_t page,
                                    const char *software) {
    struct text text = {0};
    const struct page *side = &document->pages[page];
    if (side->about != NULL)
        text_add(&text, side->about);
    add_figures(&text, reading_create(arena, document), document->root, page);
    struct picture_text words = {
        .title = title_of(arena, document, page),
        .description = arena_strdup(arena, text_string(&text)),
        .author = document->author,
        .language = document->language,
        .software = software,
    };
    text_free(&text);
    return words;
}
