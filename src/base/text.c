#include "text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_MAX = 64, MOST_PRINTED = 256 };

void text_append(struct text *text, const char *bytes, size_t length) {
    if (text->length + length + 1 > text->capacity) {
        text->capacity = (text->length + length + 1) * 2;
        text->bytes = memory_resize(text->bytes, text->capacity);
    }
    if (length > 0)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_add(struct text *text, const char *string) {
    text_append(text, string, strlen(string));
}

void text_printf(struct text *text, const char *format, ...) {
    char most[MOST_PRINTED], *piece = most;
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(most, sizeof(most), format, args);
    va_end(args);
    if ((size_t)length >= sizeof(most)) {
        piece = memory_alloc((size_t)length + 1);
        vsnprintf(piece, (size_t)length + 1, format, again);
    }
    va_end(again);
    text_append(text, piece, (size_t)length);
    if (piece != most)
        free(piece);
}

size_t utf8_put(char *bytes, uint32_t c) {
    size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length; i > 1; i--, c >>= 6)
        bytes[i - 1] = (char)(0x80 | (c & 0x3F));
    bytes[0] = (char)(first[length] | c);
    return length;
}

void text_add_codepoint(struct text *text, uint32_t c) {
    char bytes[4];
    text_append(text, bytes, utf8_put(bytes, c));
}

void text_add_xml(struct text *text, const char *utf8) {
    for (uint32_t code; (code = utf8_next(&utf8)) != 0;) {
        if (code == '&')
            text_add(text, "&amp;");
        else if (code == '<')
            text_add(text, "&lt;");
        else if (code == '>')
            text_add(text, "&gt;");
        else if (code == '"')
            text_add(text, "&quot;");
        else if ((code < ' ' && code != '\n') || code == 0xFFFE || code == 0xFFFF)
            text_add(text, " ");
        else
            text_add_codepoint(text, code);
    }
}

void text_add_16(struct text *text, unsigned value) {
    text_append(text, (char[]){(char)(value >> 8), (char)value}, 2);
}

void text_add_32(struct text *text, uint32_t value) {
    text_add_16(text, value >> 16);
    text_add_16(text, value & 0xFFFF);
}

void text_clear(struct text *text) {
    text->length = 0;
    if (text->bytes != NULL)
        text->bytes[0] = '\0';
}

void text_free(struct text *text) {
    free(text->bytes);
    *text = (struct text){0};
}

const char *text_string(const struct text *text) {
    return text->bytes == NULL ? "" : text->bytes;
}

/* Decodes one character of at most `left` bytes; its length, or 0 where the bytes are bad. */
static size_t utf8_decode(const unsigned char *s, size_t left, uint32_t *codepoint) {
    static const uint32_t lowest[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t length = s[0] < 0x80 ? 1 : s[0] >> 5 == 6 ? 2 : s[0] >> 4 == 14 ? 3 : s[0] >> 3 == 30 ? 4 : 0;
    if (length == 0 || length > left)
        return 0;
    uint32_t c = length == 1 ? s[0] : s[0] & (0x7FU >> length);
    for (size_t i = 1; i < length; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        c = c << 6 | (s[i] & 0x3FU);
    }
    if (c < lowest[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return 0;
    *codepoint = c;
    return length;
}

uint32_t utf8_next(const char **cursor) {
    const unsigned char *s = (const unsigned char *)*cursor;
    uint32_t codepoint = 0;
    if (*s < 0x80) {
        *cursor += *s != 0;
        return *s;
    }
    size_t length = utf8_decode(s, strnlen(*cursor, 4), &codepoint);
    *cursor += length == 0 ? 1 : length;
    return length == 0 ? 0xFFFD : codepoint;
}

/* Eight bytes at once: all of them ASCII, and none of them NUL. */
static bool is_plain_word(const char *bytes) {
    const uint64_t low = 0x0101010101010101, high = 0x8080808080808080;
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return ((word | ((word - low) & ~word)) & high) == 0;
}

ptrdiff_t utf8_first_bad(const char *bytes, size_t length) {
    for (size_t i = 0; i < length;) {
        if (i + 8 <= length && is_plain_word(bytes + i)) {
            i += 8;
            continue;
        }
        uint32_t codepoint = 0;
        size_t step = utf8_decode((const unsigned char *)bytes + i, length - i, &codepoint);
        if (step == 0 || codepoint == 0)
            return (ptrdiff_t)i;
        i += step;
    }
    return -1;
}

uint32_t codepoint_of_windows_1252(unsigned char byte) {
    /* 0x80 to 0x9F, in which it differs from Latin-1 */
    static const uint16_t own[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    return byte >= 0x80 && byte < 0xA0 ? own[byte - 0x80] : byte;
}

bool codepoint_is_control(uint32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0) || c == 0x061C ||
           (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool codepoint_needs_shaping(uint32_t c) {
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x0590, 0x08FF},   /* Hebrew, Arabic, Syriac, Thaana, NKo, Samaritan, Mandaic */
        {0x0900, 0x109F},   /* from Devanagari to Sinhala, Thai, Lao, Tibetan, Myanmar */
        {0x1700, 0x18AF},   /* Tagalog to Khmer, Mongolian */
        {0x1900, 0x1CFF},   /* Limbu to Vedic signs */
        {0xA800, 0xA82F},   /* Syloti Nagri */
        {0xA840, 0xAADF},   /* Phags-pa to Tai Viet */
        {0xAAE0, 0xAAFF},   /* Meetei Mayek */
        {0xABC0, 0xABFF},   /* Meetei Mayek */
        {0xFB1D, 0xFDFF},   /* forms of Hebrew and Arabic */
        {0xFE70, 0xFEFE},   /* forms of Arabic */
        {0x10800, 0x11FFF}, /* old scripts from right to left, and of India */
        {0x1E800, 0x1EFFF}, /* Mende, Adlam, Arabic mathematics */
    };
    if (c < ranges[0].first)
        return false;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

int text_distance(const char *a, const char *b, int limit) {
    size_t m = strlen(a), n = strlen(b);
    if (m > WORD_MAX || n > WORD_MAX)
        return limit + 1;
    int row[WORD_MAX + 1];
    for (size_t j = 0; j <= n; j++)
        row[j] = (int)j;
    for (size_t i = 1; i <= m; i++) {
        int diagonal = row[0];
        row[0] = (int)i;
        for (size_t j = 1; j <= n; j++) {
            int change = diagonal + (tolower((unsigned char)a[i - 1]) != tolower((unsigned char)b[j - 1]));
            int least = row[j] + 1 < row[j - 1] + 1 ? row[j] + 1 : row[j - 1] + 1;
            diagonal = row[j];
            row[j] = change < least ? change : least;
        }
    }
    return row[n] > limit ? limit + 1 : row[n];
}

const char *text_nearest(const char *word, const char *const *words, size_t count) {
    const char *nearest = NULL;
    int best = (int)strlen(word) / 3 + 1;
    for (size_t i = 0; i < count; i++) {
        int distance = words[i] == NULL ? best : text_distance(word, words[i], best);
        if (distance < best || (distance == best && nearest == NULL && distance <= (int)strlen(word) / 3)) {
            best = distance;
            nearest = words[i];
        }
    }
    return nearest;
}

const char *text_suggestion(struct arena *arena, const char *word, const char *const *words, size_t count) {
    const char *nearest = text_nearest(word, words, count);
    return nearest == NULL ? "" : arena_printf(arena, "; did you mean \"%s\"?", nearest);
}

char *text_shorten(struct arena *arena, const char *text, size_t length, size_t most) {
    char *whole = arena_strndup(arena, text, length);
    const char *end = whole;
    for (size_t i = 0; i < most && *end != '\0'; i++)
        utf8_next(&end);
    if (*end == '\0')
        return whole;
    return arena_printf(arena, "%.*s...", (int)(end - whole), whole);
}

char **text_split(struct arena *arena, const char *string, size_t *count) {
    static const char blanks[] = " \t\r\n";
    char **parts = NULL;
    size_t capacity = 0;
    *count = 0;
    for (const char *s = string + strspn(string, blanks); *s != '\0'; s += strspn(s, blanks)) {
        size_t length = strcspn(s, blanks);
        arena_append(arena, parts, *count, capacity) = arena_strndup(arena, s, length);
        s += length;
    }
    return parts;
}

char *text_unbroken(struct arena *arena, const char *string) {
    char *unbroken = arena_strdup(arena, "");
    for (const char *word = string, *blank; *word != '\0'; word = blank + (*blank == ' ')) {
        blank = word + strcspn(word, " ");
        unbroken = arena_printf(arena, "%s%.*s%s", unbroken, (int)(blank - word), word, *blank == ' ' ? "\u00A0" : "");
    }
    return unbroken;
}

char *text_joined(struct arena *arena, const char *first, const char *second) {
    size_t start = strlen(first), rest = strlen(second);
    char *joined = arena_alloc(arena, start + rest + 1);
    memcpy(joined, first, start);
    memcpy(joined + start, second, rest);
    return joined;
}

char *text_integer(struct arena *arena, int value) {
    char digits[16], *start = digits + sizeof(digits);
    unsigned rest = value < 0 ? 0U - (unsigned)value : (unsigned)value;
    do {
        *--start = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0)
        *--start = '-';
    return arena_strndup(arena, start, (size_t)(digits + sizeof(digits) - start));
}

char *text_capital(struct arena *arena, const char *string) {
    char *copy = arena_strdup(arena, string);
    copy[0] = (char)toupper((unsigned char)copy[0]);
    return copy;
}

const char *text_and(struct arena *arena, const char *list, const char *separator, const char *item) {
    return list == NULL ? item : item == NULL ? list : arena_printf(arena, "%s%s%s", list, separator, item);
}

const char *text_stop(const char *words) {
    size_t length = strlen(words);
    return length == 0 || strchr(".!?", words[length - 1]) != NULL ? "" : ".";
}

const char *text_unstopped(struct arena *arena, const char *words) {
    size_t length = strlen(words);
    bool stopped = length > 1 && words[length - 1] == '.' && words[length - 2] != '.';
    return stopped ? arena_strndup(arena, words, length - 1) : words;
}

bool text_equal(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}
