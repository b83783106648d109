#include "pdf_fonts.h"

#include <string.h>

#include "syntax.h"

struct pdf_fonts {
    struct haru *haru;
    const struct font_list *list;
    struct haru_font *of_face[FACE_COUNT];
};

struct pdf_fonts *pdf_fonts_create(struct arena *arena, struct haru *haru, const struct font_list *list) {
    struct pdf_fonts *fonts = arena_new(arena, struct pdf_fonts);
    fonts->haru = haru;
    fonts->list = list;
    return fonts;
}

static bool is_first_with_font(const struct pdf_fonts *fonts, size_t face) {
    for (size_t i = 0; i < face; i++)
        if (fonts->of_face[i] == fonts->of_face[face])
            return false;
    return fonts->of_face[face] != NULL;
}

void pdf_fonts_destroy(struct pdf_fonts *fonts) {
    if (fonts == NULL)
        return;
    for (size_t i = 0; i < FACE_COUNT; i++)
        if (is_first_with_font(fonts, i))
            haru_font_destroy(fonts->of_face[i]);
}

struct haru_font *pdf_fonts_of_face(struct pdf_fonts *fonts, enum face face) {
    if (fonts->of_face[face] != NULL)
        return fonts->of_face[face];
    const char *path = fonts->list->files[font_list_serving(fonts->list, face)].path;
    if (path == NULL)
        return NULL;
    for (size_t i = 0; i < FACE_COUNT && fonts->of_face[face] == NULL; i++) {
        if (fonts->of_face[i] != NULL &&
            strcmp(fonts->list->files[font_list_serving(fonts->list, (enum face)i)].path, path) == 0)
            fonts->of_face[face] = fonts->of_face[i];
    }
    if (fonts->of_face[face] == NULL)
        fonts->of_face[face] = haru_font_load(fonts->haru, path);
    return fonts->of_face[face];
}

uint32_t pdf_fonts_string(struct text *text, struct haru_font *font, const char *utf8) {
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

void pdf_fonts_finish(struct pdf_fonts *fonts) {
    for (size_t i = 0; i < FACE_COUNT; i++)
        if (is_first_with_font(fonts, i))
            haru_font_finish(fonts->of_face[i]);
}
