#include "strip.h"

enum { END_PT = 3 };

/* The words that fit: with "(continued)" on a further page, then alone, then as many as there is room for. */
static const char *fitting(struct composer *composer, const struct strip *strip, double room) {
    const char *label = strip->label;
    if (strip->set) {
        const char *continued = words_format(composer->arena, composer->words, WORD_CONTINUED, "title", label, NULL);
        if (string_width(composer, FACE_TABLE_BOLD, strip->size_pt, continued) <= room)
            return continued;
    }
    return label;
}

void strip_set(struct composer *composer, struct piece *piece, struct strip *strip, double x, double top,
               double bottom) {
    double room = bottom - top - 2 * END_PT, size = strip->size_pt;
    const char *words = fitting(composer, strip, room);
    double width = string_width(composer, FACE_TABLE_BOLD, size, words);
    struct element *element = strip->set ? NULL : strip->element;
    piece_fill(composer, piece, x, top, strip->width_pt, bottom - top, COLOUR_TINT);
    if (strip->set && width > room)
        return;
    piece_text_turned(composer, piece, element, FACE_TABLE_BOLD, size, COLOUR_BRAND,
                      x + strip->width_pt / 2 + 0.355 * size, (top + bottom + width) / 2, words);
    strip->set = true;
}

void strips_adopt(struct composer *composer, struct piece *piece, const struct flow *flow, double x) {
    double y = 0, top = -1;
    for (const struct piece *own = flow->first; own != NULL; own = own->next) {
        y += own == flow->first ? 0 : own->gap_pt;
        bool starts = own->strip != NULL && top < 0;
        if (starts)
            top = y;
        y += own->height_pt;
        bool ends = own->next == NULL || own->next->strip != own->strip;
        if (own->strip != NULL && ends)
            strip_set(composer, piece, own->strip, x, top, y);
        if (ends)
            top = -1;
    }
}
