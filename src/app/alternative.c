#include "alternative.h"

#include <string.h>

const bool *alternative_shown(struct arena *arena, const struct abbreviations *abbreviations, const struct page *page) {
    bool *shown = arena_new_array(arena, ABBREVIATIONS_MAX, bool);
    for (size_t f = 0; f < page->frame_count; f++) {
        const struct frame *frame = &page->frames[f];
        const char *cursor = frame->kind == FRAME_TEXT ? frame->u.text.string : "";
        struct abbreviation_use use;
        for (const char *text = cursor; abbreviations_next(abbreviations, text, &cursor, &use);)
            shown[use.abbreviation - abbreviations->items] = true;
    }
    return shown;
}

const char *alternative_spell(struct arena *arena, const struct abbreviations *abbreviations, const bool *shown,
                              const char *alt) {
    bool said[ABBREVIATIONS_MAX];
    struct abbreviation_use use;
    const char *spelt = "", *from = alt, *cursor = alt;
    memcpy(said, shown, sizeof said);
    while (abbreviations_next(abbreviations, alt, &cursor, &use)) {
        bool *before = &said[use.abbreviation - abbreviations->items];
        if (*before || *use.abbreviation->meaning == '\0')
            continue;
        *before = true;
        const char *behind = cursor + strspn(cursor, "s");
        spelt = arena_printf(arena, "%s%.*s (%s)", spelt, (int)(behind - from), from, use.abbreviation->meaning);
        from = behind;
    }
    return from == alt ? alt : arena_printf(arena, "%s%s", spelt, from);
}
