#ifndef BASE_COMPOSED_H
#define BASE_COMPOSED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

/* Accents that are characters of their own, behind the letter that they stand over: a page has them as one character
 * with it (Unicode's form NFC), so that fonts place them and names are found however they are written. */

/* The same text with such accents joined to their letters, in the arena; `text` need not end in NUL, nor be UTF-8.
 * NULL: it has none. */
char *composed(struct arena *arena, const char *text, size_t length);

/* The same of a text that ends in NUL; `text` itself where it has none. */
const char *composed_text(struct arena *arena, const char *text);

/* An accent that is a character of its own. */
bool codepoint_is_accent(uint32_t codepoint);

#endif
