#include "page_number.h"

#include <string.h>

#include "pen.h"
#include "text.h"

static const char page_place[] = "{page}", pages_place[] = "{pages}";

bool page_number_stands_in(const char *string) {
    const char *brace = strchr(string, '{');
    return brace != NULL && (strstr(brace, page_place) != NULL || strstr(brace, pages_place) != NULL);
}

size_t page_number_place(const char *string) {
    static const char *const places[] = {page_place, pages_place};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (strncmp(string, places[i], strlen(places[i])) == 0)
            return strlen(places[i]);
    return 0;
}

static const char *replace(struct arena *arena, const char *string, const char *place, const char *value) {
    struct text text = {0};
    for (const char *at; (at = strstr(string, place)) != NULL; string = at + strlen(place)) {
        text_append(&text, string, (size_t)(at - string));
        text_add(&text, value);
    }
    text_add(&text, string);
    const char *filled = arena_strdup(arena, text_string(&text));
    text_free(&text);
    return filled;
}

const char *page_number_measured(const struct composer *composer, const char *string) {
    if (!page_number_stands_in(string))
        return string;
    const struct layout *layout = composer->layout;
    const char *digits = arena_printf(composer->arena, "%zu", (size_t)layout->first_page + layout->page_count);
    return replace(composer->arena, replace(composer->arena, string, page_place, digits), pages_place, digits);
}

void page_number_note(struct composer *composer, const struct frame *frame, double anchor) {
    arena_append(composer->arena, composer->numbered, composer->numbered_count, composer->numbered_capacity) =
        (struct numbered_frame){frame, anchor, composer->page->pos};
}

void page_number_fill(const struct composer *composer, const struct frame *noted, struct frame *copy, const char *page,
                      const char *pages) {
    size_t i = composer->numbered_count; /* feet are noted last, and filled in at once */
    if (noted->kind != FRAME_TEXT || !page_number_stands_in(noted->u.text.string))
        return;
    while (i > 0 && composer->numbered[i - 1].frame != noted)
        i--;
    if (i-- == 0)
        return;
    if (page == NULL && strstr(copy->u.text.string, page_place) != NULL)
        diag_warning(composer->diag, composer->numbered[i].pos,
                     "{page} stands on a page that is not counted, which has no number; take it out");
    const char *string = replace(composer->arena, copy->u.text.string, page_place, page != NULL ? page : "");
    double wider = pen_refill(composer, copy, replace(composer->arena, string, pages_place, pages));
    copy->x -= wider * composer->numbered[i].anchor;
}

const char *page_number_of_half(struct arena *arena, const char *number, bool right) {
    return arena_printf(arena, "%s%s", number, right ? "b" : "a");
}
