#ifndef SET_FACE_WIDTHS_H
#define SET_FACE_WIDTHS_H

#include <stddef.h>
#include <stdint.h>

#include "theme.h"

enum { FACE_OWN_COUNT = 0x10000 };

/*
 * How wide characters are, in the fonts that the writer embeds. `app` hands this over, so that the page knows no font
 * library.
 */
struct face_widths {
    const void *fonts;
    double (*width)(const void *fonts, enum face face, uint32_t codepoint); /* in 1/1000 em */
    /* The face that shows a character: the wanted one or one to fall back on; FACE_COUNT where none has it. */
    enum face (*choose)(const void *fonts, enum face wanted, uint32_t codepoint);
    /* What nearly all characters need no question for: the widths of those that a face has itself, FACE_OWN_COUNT of
     * them by their numbers, negative where it has none. NULL: both are asked about each. */
    const int16_t *(*own)(const void *fonts, enum face face);
};

/* A character as it is shown; face is FACE_COUNT where none has it, and width then 0. */
struct shown_character {
    enum face face;
    double width;
};

/* own: of the wanted face, for the many characters of a string. */
static inline struct shown_character face_widths_show(const struct face_widths *widths, const int16_t *own,
                                                      enum face wanted, uint32_t codepoint) {
    if (own != NULL && codepoint < FACE_OWN_COUNT && own[codepoint] >= 0)
        return (struct shown_character){wanted, own[codepoint]};
    enum face shown = widths->choose(widths->fonts, wanted, codepoint);
    return (struct shown_character){shown, shown == FACE_COUNT ? 0 : widths->width(widths->fonts, shown, codepoint)};
}

#endif
