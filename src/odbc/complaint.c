#include "complaint.h"

#include <string.h>

#include "text.h"

enum { MESSAGE_MAX = 2000 };

char *text_of_wide(struct arena *arena, const SQLWCHAR *wide, size_t length) {
    char *text = arena_alloc(arena, 3 * length + 1), *end = text;
    for (size_t i = 0; i < length; i++) {
        uint32_t c = wide[i];
        bool low = i + 1 < length && (wide[i + 1] & 0xFC00) == 0xDC00;
        if ((c & 0xFC00) == 0xD800 && low)
            c = 0x10000 + ((c & 0x3FF) << 10) + (wide[++i] & 0x3FF);
        else if ((c & 0xF800) == 0xD800)
            c = 0xFFFD;
        end += utf8_put(end, c);
    }
    *end = '\0';
    return text;
}

SQLWCHAR *wide_of_text(struct arena *arena, const char *text, size_t *length) {
    SQLWCHAR *wide = arena_new_array(arena, strlen(text) + 1, SQLWCHAR);
    size_t count = 0;
    for (uint32_t c; (c = utf8_next(&text)) != 0;)
        if (c < 0x10000)
            wide[count++] = (SQLWCHAR)c;
        else {
            wide[count++] = (SQLWCHAR)(0xD800 + ((c - 0x10000) >> 10));
            wide[count++] = (SQLWCHAR)(0xDC00 + (c & 0x3FF));
        }
    *length = count;
    return wide;
}

/* `[unixODBC][Driver]ERROR: no such column;\nError while executing` says `no such column`. */
static const char *essence(struct arena *arena, const char *text) {
    static const char *const openings[] = {"ERROR: ", "FATAL: ", " "};
    while (*text == '[' && strchr(text, ']') != NULL)
        text = strchr(text, ']') + 1;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        while (strncmp(text, openings[i], strlen(openings[i])) == 0)
            text += strlen(openings[i]);
    const char *aside = strstr(text, ";\nError while");
    size_t length = aside != NULL ? (size_t)(aside - text) : strlen(text);
    while (length > 0 && strchr(" \r\n;", text[length - 1]) != NULL)
        length--;
    char *line = arena_strndup(arena, text, length);
    for (char *s = line; *s != '\0'; s++)
        *s = *s == '\n' || *s == '\r' || *s == '\t' ? ' ' : *s;
    return line;
}

struct complaint complaint_of(struct arena *arena, const struct secrets *secrets, SQLSMALLINT kind, SQLHANDLE handle) {
    SQLCHAR state[6] = "", text[MESSAGE_MAX] = "";
    SQLINTEGER number;
    SQLSMALLINT length;
    struct complaint complaint = {.text = "the driver does not say why"};
    if (!SQL_SUCCEEDED(SQLGetDiagRec(kind, handle, 1, state, &number, text, sizeof text, &length)))
        return complaint;
    memcpy(complaint.state, state, sizeof complaint.state);
    complaint.text = essence(arena, secrets_cleanse(arena, secrets, (const char *)text));
    return complaint;
}
