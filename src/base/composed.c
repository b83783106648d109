#include "composed.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

bool codepoint_is_accent(uint32_t codepoint) {
    return codepoint >= 0x300 && codepoint <= 0x36F;
}

/* The bytes that accents begin with in UTF-8: 0xCC, and 0xCD with a few letters of Greek. */
static bool has_accents(const char *text, size_t length) {
    return memchr(text, 0xCC, length) != NULL || memchr(text, 0xCD, length) != NULL;
}

char *composed(struct arena *arena, const char *text, size_t length) {
    utf8proc_uint8_t *joined = NULL;
    if (!has_accents(text, length))
        return NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &joined,
                                         UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (size == UTF8PROC_ERROR_NOMEM)
        memory_exhausted();
    char *copy = size < 0 ? NULL : arena_strndup(arena, (const char *)joined, (size_t)size);
    free(joined);
    return copy;
}

const char *composed_text(struct arena *arena, const char *text) {
    const char *joined = composed(arena, text, strlen(text));
    return joined != NULL ? joined : text;
}
