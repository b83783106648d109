#ifndef TESTS_SET_STAGE_H
#define TESTS_SET_STAGE_H

#include <string.h>

#include "../english.h"
#include "diag.h"
#include "notes.h"
#include "pen.h"

/* A page to set something on, with a face in which every letter is half as wide as its size. */
struct stage {
    struct arena *arena;
    struct diag *diag;
    struct layout *layout;
    struct composer *composer;
    struct flow flow;
};

static inline double stage_letter_width(const void *fonts, enum face face, uint32_t codepoint) {
    (void)fonts, (void)face, (void)codepoint;
    return 500;
}

static inline enum face stage_face(const void *fonts, enum face wanted, uint32_t codepoint) {
    (void)fonts, (void)codepoint;
    return wanted;
}

static inline const int16_t *stage_own(const void *fonts, enum face face) {
    (void)fonts, (void)face;
    return NULL;
}

/* The catalogue, its figures and the period of what is set: none of them for what needs none. */
static inline struct stage stage_create_for(struct arena *arena, double width_pt, struct catalogue *catalogue,
                                            const struct figures *figures, int period) {
    static const struct face_widths widths = {.width = stage_letter_width, .choose = stage_face, .own = stage_own};
    struct layout *layout = arena_new(arena, struct layout);
    struct diag *diag = arena_new(arena, struct diag);
    struct page_state *page = arena_new(arena, struct page_state);
    layout->theme = theme_default;
    layout->words = english(arena);
    layout->catalogue = catalogue;
    layout->paper = (struct paper){.width_pt = width_pt, .height_pt = 710};
    diag_init(diag, arena);
    const struct composer composer = {.arena = arena,
                                      .diag = diag,
                                      .layout = layout,
                                      .words = layout->words,
                                      .figures = figures,
                                      .widths = &widths,
                                      .period = period,
                                      .document = document_create(arena),
                                      .notes = notes_create(arena),
                                      .page = page};
    struct stage stage = {.arena = arena, .diag = diag, .layout = layout, .flow = {.width_pt = width_pt}};
    stage.composer = memcpy(arena_alloc(arena, sizeof composer), &composer, sizeof composer);
    composer_start_section(stage.composer);
    return stage;
}

static inline struct stage stage_create(struct arena *arena, double width_pt) {
    return stage_create_for(arena, width_pt, NULL, NULL, 0);
}

/* The first text of a piece that holds these words; NULL where none does. */
static inline const struct frame *stage_find(const struct piece *piece, const char *words) {
    for (size_t i = 0; i < piece->frame_count; i++)
        if (piece->frames[i]->kind == FRAME_TEXT && strstr(piece->frames[i]->u.text.string, words) != NULL)
            return piece->frames[i];
    return NULL;
}

#endif
