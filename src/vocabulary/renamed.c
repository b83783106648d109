#include "renamed.h"

#include <string.h>

static const struct {
    const char *earlier, *now;
} renamed[] = {
    {.earlier = "change_previous_month", .now = "change_previous"},
    {.earlier = "direction_previous_month", .now = "direction_previous"},
    /* ids of words */
    {.earlier = "field-change-previous-month", .now = "field-change-previous"},
    {.earlier = "field-direction-previous-month", .now = "field-direction-previous"},
    {.earlier = "date-long", .now = "day-long"},
};

/* A whole word: no letter, figure or underscore on either side. */
static const char *find_word(const char *text, const char *word) {
    static const char inside[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    size_t length = strlen(word);
    for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word))
        if ((at == text || strchr(inside, at[-1]) == NULL) && strspn(at + length, inside) == 0)
            return at;
    return NULL;
}

const char *renamed_words(struct arena *arena, const char *text, const char **earlier, const char **now) {
    *earlier = *now = NULL;
    for (size_t i = 0; i < sizeof renamed / sizeof renamed[0]; i++)
        for (const char *at; (at = find_word(text, renamed[i].earlier)) != NULL;) {
            *earlier = renamed[i].earlier;
            *now = renamed[i].now;
            text = arena_printf(arena, "%.*s%s%s", (int)(at - text), text, *now, at + strlen(*earlier));
        }
    return text;
}

const char *renamed_read(struct arena *arena, const char *text, struct source_pos pos, struct diag *diag) {
    const char *earlier, *now;
    text = renamed_words(arena, text, &earlier, &now);
    if (earlier != NULL)
        diag_warning(diag, pos, "%s is called %s now and is read so; write the new name", earlier, now);
    return text;
}
