#include "renamed.h"

#include <string.h>

struct renaming {
    const char *of; /* words: the attribute that has them, NULL: any; attributes: their element */
    const char *earlier, *now;
};

static const struct renaming words[] = {
    {.earlier = "change_previous_month", .now = "change_previous"},
    {.earlier = "direction_previous_month", .now = "direction_previous"},
    {.of = "form", .earlier = "month", .now = "single"},
    {.of = "show", .earlier = "months", .now = "periods"},
    {.of = "groups", .earlier = "months", .now = "periods"},
    /* ids of words */
    {.earlier = "date-long", .now = "day-long"},
    {.earlier = "month-by-month", .now = "by-month"},
    {.earlier = "note-of-month", .now = "note-of-period"},
    {.earlier = "status-line-absent", .now = "status-line-absent-month"},
    {.earlier = "contents-trend-note", .now = "contents-lines-month"},
    {.earlier = "key-starts", .now = "key-starts-month"},
    {.earlier = "no-key", .now = "no-key-month"},
    {.earlier = "no-commentary", .now = "no-commentary-month"},
    {.earlier = "chart-subtitle", .now = "chart-subtitle-months"},
    {.earlier = "chart-subtitle-month", .now = "chart-subtitle-period"},
    {.earlier = "chart-gap", .now = "chart-gap-months"},
    {.earlier = "key-change", .now = "key-change-month"},
    {.earlier = "key-average-of", .now = "key-average-months"},
    {.earlier = "key-average-one", .now = "key-average-month"},
    {.earlier = "field-value", .now = "field-value-month"},
    {.earlier = "field-change-previous", .now = "field-change-previous-month"},
    {.earlier = "field-direction-previous", .now = "field-direction-previous-month"},
    {.earlier = "percent-in-year", .now = "unit-in-year"},
    {.earlier = "key-variation", .now = "key-variation-high"},
    /* places in their texts */
    {.of = "word", .earlier = "{month}", .now = "{period}"},
    {.of = "word", .earlier = "{year}", .now = "{period}"},
};

static const struct renaming attributes[] = {
    {.of = "catalogue", .earlier = "financial-year-start", .now = "year-start"},
    {.of = "series", .earlier = "months", .now = "periods"},
    {.of = "source", .earlier = "month", .now = "of"},
    {.of = "statuses", .earlier = "month", .now = "of"},
    {.of = "table", .earlier = "month-heading", .now = "period-heading"},
    {.of = "trend-chart", .earlier = "months", .now = "periods"},
    {.of = "column", .earlier = "months", .now = "periods"},
    {.of = "column", .earlier = "month", .now = "period"},
};

/* A whole word: no letter, figure, underscore or hyphen on either side. */
static const char *find_word(const char *text, const char *word) {
    static const char inside[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    size_t length = strlen(word);
    for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word))
        if ((at == text || strchr(inside, at[-1]) == NULL) && strspn(at + length, inside) == 0)
            return at;
    return NULL;
}

static bool is_of(const struct renaming *renaming, const char *of) {
    return renaming->of == NULL || (of != NULL && strcmp(renaming->of, of) == 0);
}

const char *renamed_words(struct arena *arena, const char *of, const char *text, const char **earlier,
                          const char **now) {
    *earlier = *now = NULL;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (const char *at; is_of(&words[i], of) && (at = find_word(text, words[i].earlier)) != NULL;) {
            *earlier = words[i].earlier;
            *now = words[i].now;
            text = arena_printf(arena, "%.*s%s%s", (int)(at - text), text, *now, at + strlen(*earlier));
        }
    return text;
}

static void warn(const char *earlier, const char *now, struct source_pos pos, struct diag *diag) {
    diag_warning(diag, pos, "%s is called %s now and is read so; write the new name", earlier, now);
}

const char *renamed_read(struct arena *arena, const char *of, const char *text, struct source_pos pos,
                         struct diag *diag) {
    const char *earlier, *now;
    text = renamed_words(arena, of, text, &earlier, &now);
    if (earlier != NULL)
        warn(earlier, now, pos, diag);
    return text;
}

const char *renamed_attribute(const char *element, const char *name, struct source_pos pos, struct diag *diag) {
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (strcmp(attributes[i].of, element) == 0 && strcmp(attributes[i].earlier, name) == 0) {
            warn(name, attributes[i].now, pos, diag);
            return attributes[i].now;
        }
    return name;
}
