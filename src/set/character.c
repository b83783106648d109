#include "character.h"

#include "text.h"

bool character_check(struct composer *composer, const char *at, uint32_t codepoint, struct source_pos pos) {
    const struct face_widths *widths = composer->widths;
    if (codepoint_is_control(codepoint)) {
        diag_error(composer->diag, pos,
                   "the text holds the control character U+%04X, which cannot be printed; delete it",
                   (unsigned)codepoint);
        return false;
    }
    if (widths->choose(widths->fonts, FACE_TEXT, codepoint) != FACE_COUNT)
        return true;
    const char *end = at;
    utf8_next(&end);
    diag_error(composer->diag, pos,
               "no font has the character \"%.*s\" (U+%04X); take another character, or add a font that has it to "
               "fonts.xml",
               (int)(end - at), at, (unsigned)codepoint);
    return false;
}

bool characters_check(struct composer *composer, const char *string, struct source_pos pos) {
    bool good = true;
    for (const char *s = string, *start = s; *s != '\0'; start = s) {
        uint32_t c = utf8_next(&s);
        good &= c == SOFT_HYPHEN || character_check(composer, start, c, pos);
    }
    return good;
}
