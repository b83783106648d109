#include "xlsx_strings.h"

#include <stdlib.h>
#include <string.h>

enum { ESCAPE_LENGTH = 7 };

struct strings_reading {
    struct xlsx_strings *strings;
    bool in_text, in_phonetic;
};

/* The character of `_x000D_`; 0 where it is none. */
static unsigned escaped(const char *s, const char *end) {
    char digits[5] = {0}, *stop;
    if (end - s < ESCAPE_LENGTH || s[0] != '_' || s[1] != 'x' || s[6] != '_')
        return 0;
    memcpy(digits, s + 2, 4);
    unsigned character = (unsigned)strtoul(digits, &stop, 16);
    bool surrogate = character >= 0xD800 && character < 0xE000;
    return *stop == '\0' && strspn(digits, "0123456789abcdefABCDEF") == 4 && !surrogate ? character : 0;
}

void xlsx_strings_unescape(struct text *text, size_t from) {
    if (text->length - from < ESCAPE_LENGTH || memchr(text->bytes + from, '_', text->length - from) == NULL)
        return;
    char *to = text->bytes + from;
    const char *end = text->bytes + text->length;
    for (const char *s = to; s < end;) {
        unsigned character = escaped(s, end);
        if (character == 0)
            *to++ = *s++;
        else {
            to += utf8_put(to, character);
            s += ESCAPE_LENGTH;
        }
    }
    *to = '\0';
    text->length = (size_t)(to - text->bytes);
}

static bool start(void *to, const char *name, const struct stream_attributes *attributes) {
    struct strings_reading *reading = to;
    (void)attributes;
    reading->in_phonetic |= strcmp(name, "rPh") == 0;
    reading->in_text = strcmp(name, "t") == 0 && !reading->in_phonetic;
    return true;
}

static void end_string(struct xlsx_strings *strings) {
    size_t from = strings->count == 0 ? 0 : strings->ends[strings->count - 1];
    xlsx_strings_unescape(&strings->bytes, from);
    if (strings->count == strings->capacity) {
        strings->capacity = strings->capacity == 0 ? 1024 : 2 * strings->capacity;
        strings->ends = memory_resize(strings->ends, strings->capacity * sizeof *strings->ends);
    }
    strings->ends[strings->count++] = strings->bytes.length;
}

static bool end(void *to, const char *name) {
    struct strings_reading *reading = to;
    reading->in_text = false;
    if (strcmp(name, "rPh") == 0)
        reading->in_phonetic = false;
    else if (strcmp(name, "si") == 0)
        end_string(reading->strings);
    return true;
}

static bool text(void *to, const char *bytes, size_t length) {
    struct strings_reading *reading = to;
    if (reading->in_text)
        text_append(&reading->strings->bytes, bytes, length);
    return true;
}

bool xlsx_strings_read(struct xlsx_strings *strings, struct archive *archive, const char *part) {
    struct strings_reading reading = {.strings = strings};
    const struct stream_taker taker = {start, end, text, &reading};
    return archive_stream(archive, part, &taker);
}

void xlsx_strings_free(struct xlsx_strings *strings) {
    text_free(&strings->bytes);
    free(strings->ends);
}

const char *xlsx_strings_get(const struct xlsx_strings *strings, size_t number, size_t *length) {
    if (number >= strings->count)
        return NULL;
    size_t from = number == 0 ? 0 : strings->ends[number - 1];
    *length = strings->ends[number] - from;
    return text_string(&strings->bytes) + from;
}
