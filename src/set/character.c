#include "character.h"

#include "composed.h"
#include "text.h"

bool character_check(struct composer *composer, const char *at, uint32_t codepoint, struct source_pos pos) {
    const struct face_widths *widths = composer->widths;
    if (codepoint_is_control(codepoint)) {
        diag_error(composer->diag, pos,
                   "the text holds the control character U+%04X, which cannot be printed; delete it",
                   (unsigned)codepoint);
        return false;
    }
    const char *end = at;
    utf8_next(&end);
    if (codepoint_needs_shaping(codepoint)) {
        diag_error(
            composer->diag, pos,
            "the character \"%.*s\" (U+%04X) is of a script that cannot be set, since it is written from right to "
            "left or its letters join; write the words in another script",
            (int)(end - at), at, (unsigned)codepoint);
        return false;
    }
    if (widths->choose(widths->fonts, FACE_TEXT, codepoint) != FACE_COUNT)
        return true;
    diag_error(composer->diag, pos,
               "no font has the character \"%.*s\" (U+%04X); take another character, or add a font that has it to "
               "fonts.xml",
               (int)(end - at), at, (unsigned)codepoint);
    return false;
}

/* No font has the letter with its accent, which then stands where the accent's own form has it. */
static void tell_accent(struct composer *composer, const char *letter, const char *end, struct source_pos pos) {
    diag_warning(composer->diag, pos,
                 "\"%.*s\" is no character of its own, so that its accent may not stand in the middle of the letter; "
                 "look at it, or write the letter alone",
                 (int)(end - letter), letter);
}

bool characters_check(struct composer *composer, const char *string, struct source_pos pos) {
    const int16_t *own = composer->widths->own(composer->widths->fonts, FACE_TEXT);
    bool good = true, foreign = false; /* a script is told once */
    for (const char *s = string, *start = s, *letter = s; *s != '\0'; start = s) {
        uint32_t c = utf8_next(&s);
        if (codepoint_is_plain(c) && own != NULL && own[c] >= 0) {
            letter = start;
            continue;
        }
        if (foreign && codepoint_needs_shaping(c))
            continue;
        foreign |= codepoint_needs_shaping(c);
        if (codepoint_is_accent(c))
            tell_accent(composer, letter, s, pos);
        letter = start;
        good &= c == SOFT_HYPHEN || character_check(composer, start, c, pos);
    }
    return good;
}
