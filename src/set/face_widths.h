#ifndef SET_FACE_WIDTHS_H
#define SET_FACE_WIDTHS_H

#include <stdint.h>

#include "theme.h"

/*
 * How wide characters are, in the fonts that the writer embeds. `app` hands this over, so that the page knows no font
 * library.
 */
struct face_widths {
    const void *fonts;
    double (*width)(const void *fonts, enum face face, uint32_t codepoint); /* in 1/1000 em */
    /* The face that shows a character: the wanted one or one to fall back on; FACE_COUNT where none has it. */
    enum face (*choose)(const void *fonts, enum face wanted, uint32_t codepoint);
};

#endif
