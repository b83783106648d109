#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

/* A string that grows; always ends in NUL. Start from {0}, end with text_free. */
struct text {
    char *bytes; /* NULL while empty */
    size_t length;
    size_t capacity;
};

void text_append(struct text *text, const char *bytes, size_t length);
void text_add(struct text *text, const char *string);
void text_printf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_add_codepoint(struct text *text, uint32_t codepoint);
/* UTF-8 as it stands in XML, between tags or in quotes; what XML has no way to write becomes a blank. */
void text_add_xml(struct text *text, const char *utf8);
/* Two and four bytes, the highest first. */
void text_add_16(struct text *text, unsigned value);
void text_add_32(struct text *text, uint32_t value);
void text_clear(struct text *text); /* keeps the memory */
void text_free(struct text *text);
const char *text_string(const struct text *text); /* "" while empty */

enum { SOFT_HYPHEN = 0xAD }; /* where a word may be divided: it shows at the end of a line alone */

/* Reads one character of NUL-terminated UTF-8 and moves *cursor behind it. 0 at the end.
 * A bad byte gives U+FFFD and moves on by one. */
uint32_t utf8_next(const char **cursor);

/* Writes a character as UTF-8, at most four bytes with no NUL behind them; gives their number. */
size_t utf8_put(char *bytes, uint32_t codepoint);

/* The offset of the first byte that is not UTF-8 (overlong forms, surrogates, NUL and what lies above U+10FFFF
 * count as bad), or -1 where all is well. */
ptrdiff_t utf8_first_bad(const char *bytes, size_t length);

/* True for what ASCII prints: no control, no accent, and of no script that is set in another way. */
static inline bool codepoint_is_plain(uint32_t codepoint) {
    return codepoint >= ' ' && codepoint <= '~';
}

/* True for characters that must not reach a terminal or a page: controls but for tab and line ends, bidi overrides. */
bool codepoint_is_control(uint32_t codepoint);

/* The character of a byte of windows-1252; 0 for those that it has no use for. */
uint32_t codepoint_of_windows_1252(unsigned char byte);

/* True for characters of scripts that are written from right to left, or whose letters take their form and place from
 * their neighbours: Hebrew, Arabic, those of India and South East Asia, Tibetan, Mongolian. */
bool codepoint_needs_shaping(uint32_t codepoint);

/* The number of edits between two words, at most limit + 1: for "did you mean". */
int text_distance(const char *a, const char *b, int limit);

/* The nearest of count words (at most a third of it wrong), or NULL. */
const char *text_nearest(const char *word, const char *const *words, size_t count);

/* The end of a message about a word that is none of these: `; did you mean "x"?`, or "" where none is near. */
const char *text_suggestion(struct arena *arena, const char *word, const char *const *words, size_t count);

/* At most so many characters of UTF-8, in the arena; `...` stands for those that are left out. For messages. */
char *text_shorten(struct arena *arena, const char *text, size_t length, size_t most);

/* Splits at white space. The parts live in the arena; *count receives how many. */
char **text_split(struct arena *arena, const char *string, size_t *count);

/* A copy whose blanks no line ends at: each is U+00A0. */
char *text_unbroken(struct arena *arena, const char *string);

/* One string behind the other. */
char *text_joined(struct arena *arena, const char *first, const char *second);

/* An integer in decimal digits. */
char *text_integer(struct arena *arena, int value);

/* A copy with a capital, as a line or a sentence begins; a letter beyond ASCII stays as it is. */
char *text_capital(struct arena *arena, const char *string);

/* A list with one item more, behind a separator; either may be NULL, which is nothing. */
const char *text_and(struct arena *arena, const char *list, const char *separator, const char *item);

/* The full stop that ends words as a sentence; "" behind none, and where they end as one. */
const char *text_stop(const char *words);

/* Words without the full stop that ends them, where more follows in the same sentence: `The system was late.` */
const char *text_unstopped(struct arena *arena, const char *words);

bool text_equal(const char *a, const char *b); /* NULL equals NULL only */

#endif
