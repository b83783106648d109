#include "caption.h"

#include "text.h"

static const char *title_of(struct arena *arena, const struct document *document, size_t page) {
    const char *title = document->pages[page].title != NULL ? document->pages[page].title : document->title;
    if (document->page_count == 1)
        return title;
    return arena_printf(arena, "%s (%zu/%zu)", title, page + 1, document->page_count);
}

static bool is_figure(const struct frame *frame) {
    return frame->element != NULL && frame->element->role == ROLE_FIGURE && frame->element->alt != NULL;
}

/* The figure on the page that is read next after those with a lower index; NULL: no more. */
static const struct element *next_figure(const struct page *page, const struct element *before) {
    const struct element *next = NULL;
    for (size_t i = 0; i < page->frame_count; i++) {
        const struct element *element = page->frames[i].element;
        if (is_figure(&page->frames[i]) && (before == NULL || element->index > before->index) &&
            (next == NULL || element->index < next->index))
            next = element;
    }
    return next;
}

struct caption caption_of(struct arena *arena, const struct document *document, size_t page, const char *software) {
    struct text text = {0};
    const struct page *side = &document->pages[page];
    if (side->about != NULL)
        text_add(&text, side->about);
    for (const struct element *figure = next_figure(side, NULL); figure != NULL; figure = next_figure(side, figure)) {
        if (text.length > 0)
            text_add(&text, "\n\n");
        text_add(&text, figure->alt);
    }
    struct caption caption = {
        .title = title_of(arena, document, page),
        .description = arena_strdup(arena, text_string(&text)),
        .author = document->author,
        .language = document->language,
        .software = software,
    };
    text_free(&text);
    return caption;
}
