#include "run.h"

#include <string.h>

#include "syntax.h"

struct runs {
    struct haru *haru;
    const struct font_list *list;
    struct haru_font *fonts[FACE_COUNT];
};

struct runs *runs_create(struct arena *arena, struct haru *haru, const struct font_list *list) {
    struct runs *runs = arena_new(arena, struct runs);
    runs->haru = haru;
    runs->list = list;
    return runs;
}

static bool is_first_with_font(const struct runs *runs, size_t face) {
    for (size_t i = 0; i < face; i++)
        if (runs->fonts[i] == runs->fonts[face])
            return false;
    return runs->fonts[face] != NULL;
}

void runs_destroy(struct runs *runs) {
    if (runs == NULL)
        return;
    for (size_t i = 0; i < FACE_COUNT; i++)
        if (is_first_with_font(runs, i))
            haru_font_destroy(runs->fonts[i]);
}

struct haru_font *runs_font(struct runs *runs, enum face face) {
    if (runs->fonts[face] != NULL)
        return runs->fonts[face];
    const char *path = runs->list->files[font_list_serving(runs->list, face)].path;
    if (path == NULL)
        return NULL;
    for (size_t i = 0; i < FACE_COUNT && runs->fonts[face] == NULL; i++) {
        if (runs->fonts[i] != NULL &&
            strcmp(runs->list->files[font_list_serving(runs->list, (enum face)i)].path, path) == 0)
            runs->fonts[face] = runs->fonts[i];
    }
    if (runs->fonts[face] == NULL)
        runs->fonts[face] = haru_font_load(runs->haru, path);
    return runs->fonts[face];
}

uint32_t runs_string(struct text *text, struct haru_font *font, const char *utf8) {
    uint32_t missing = 0;
    text_append(text, "<", 1);
    for (uint32_t code; (code = utf8_next(&utf8)) != 0;) {
        if (haru_font_use(font, code))
            syntax_hex4(text, code);
        else if (missing == 0)
            missing = code;
    }
    text_append(text, ">", 1);
    return missing;
}

void runs_finish(struct runs *runs) {
    for (size_t i = 0; i < FACE_COUNT; i++)
        if (is_first_with_font(runs, i))
            haru_font_finish(runs->fonts[i]);
}
