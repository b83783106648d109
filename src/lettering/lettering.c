#include "lettering.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include <stdlib.h>
#include <string.h>

#include "font_library.h"
#include "text.h"

enum { NARROW_COUNT = 0x180, NOT_SERVED = -1 };

struct typeface {
    bool tried;
    cairo_font_face_t *drawn;     /* NULL where the role has no usable file */
    FT_Face face;                 /* lives as long as cairo keeps `drawn` */
    float advances[NARROW_COUNT]; /* in ems, for Latin; negative where there is no glyph */
};

struct lettering {
    const struct font_list *fonts;
    struct diag *diag;
    struct typeface faces[FACE_COUNT];
    struct lettering_list *list; /* NULL: letters are drawn */
    struct text run;
};

/* Characters of one face, from a place on. */
struct run {
    struct lettering_style style;
    double x, baseline;
};

static const cairo_user_data_key_t library_key;

/* Where a face's characters come from when it lacks them. */
static const enum face substitutes[FACE_COUNT][3] = {
    [FACE_TEXT] = {FACE_FALLBACK, FACE_LAST, FACE_LAST},
    [FACE_TEXT_BOLD] = {FACE_FALLBACK_BOLD, FACE_FALLBACK, FACE_LAST},
    [FACE_TEXT_ITALIC] = {FACE_TEXT, FACE_FALLBACK, FACE_LAST},
    [FACE_TEXT_BOLD_ITALIC] = {FACE_TEXT_BOLD, FACE_FALLBACK_BOLD, FACE_LAST},
    [FACE_TABLE] = {FACE_TEXT, FACE_FALLBACK, FACE_LAST},
    [FACE_TABLE_BOLD] = {FACE_TEXT_BOLD, FACE_FALLBACK_BOLD, FACE_LAST},
    [FACE_FALLBACK] = {FACE_LAST, FACE_LAST, FACE_LAST},
    [FACE_FALLBACK_BOLD] = {FACE_FALLBACK, FACE_LAST, FACE_LAST},
    [FACE_LAST] = {FACE_LAST, FACE_LAST, FACE_LAST},
};

struct lettering *lettering_create(const struct font_list *fonts, struct diag *diag) {
    struct lettering *lettering = memory_alloc(sizeof *lettering);
    memset(lettering, 0, sizeof *lettering);
    lettering->fonts = fonts;
    lettering->diag = diag;
    return lettering;
}

void lettering_destroy(struct lettering *lettering) {
    if (lettering == NULL)
        return;
    for (int i = 0; i < FACE_COUNT; i++)
        if (lettering->faces[i].drawn != NULL)
            cairo_font_face_destroy(lettering->faces[i].drawn);
    text_free(&lettering->run);
    free(lettering);
}

static void library_release(void *library) {
    font_library_close(library);
}

static double glyph_advance(FT_Face face, uint32_t codepoint) {
    FT_UInt glyph = FT_Get_Char_Index(face, codepoint);
    FT_Fixed advance = 0;
    if (glyph == 0 || FT_Get_Advance(face, glyph, FT_LOAD_NO_SCALE, &advance) != 0)
        return NOT_SERVED;
    return (double)advance / face->units_per_EM;
}

/* Each face has a library of its own: cairo keeps faces in its caches longer than we keep ours, and takes the
 * library with the face when it lets go. */
static void typeface_read(struct lettering *lettering, enum face role) {
    struct typeface *typeface = &lettering->faces[role];
    const struct font_file *file = &lettering->fonts->files[role];
    typeface->tried = true;
    if (file->path == NULL)
        return;
    FT_Library library = font_library_open();
    if (FT_New_Face(library, file->path, 0, &typeface->face) != 0 || typeface->face->units_per_EM == 0) {
        diag_system(lettering->diag, file->pos, "The font file %s could not be read for drawing.", file->path);
        font_library_close(library);
        return;
    }
    typeface->drawn = cairo_ft_font_face_create_for_ft_face(typeface->face, FT_LOAD_NO_HINTING);
    /* cairo gives a face of nothing where it finds no memory: letters would have no width and not be drawn. */
    if (cairo_font_face_set_user_data(typeface->drawn, &library_key, library, library_release) != CAIRO_STATUS_SUCCESS)
        memory_exhausted();
    for (uint32_t i = 0; i < NARROW_COUNT; i++)
        typeface->advances[i] = (float)glyph_advance(typeface->face, i);
}

/* The advance in ems, negative where the face lacks the character. */
static double face_advance(struct lettering *lettering, enum face role, uint32_t codepoint) {
    struct typeface *typeface = &lettering->faces[role];
    if (!typeface->tried)
        typeface_read(lettering, role);
    if (typeface->drawn == NULL)
        return NOT_SERVED;
    return codepoint < NARROW_COUNT ? typeface->advances[codepoint] : glyph_advance(typeface->face, codepoint);
}

/* The face that serves a character, or NOT_SERVED; *advance receives its width in ems. */
static int face_serving(struct lettering *lettering, enum face role, uint32_t codepoint, double *advance) {
    *advance = face_advance(lettering, role, codepoint);
    if (*advance >= 0)
        return (int)role;
    for (int i = 0; i < 3; i++) {
        enum face other = substitutes[role][i];
        *advance = face_advance(lettering, other, codepoint);
        if (*advance >= 0)
            return (int)other;
    }
    return NOT_SERVED;
}

/* The next character that can be drawn, or 0 at the end. */
static uint32_t next_served(struct lettering *lettering, enum face role, const char **cursor, int *serving,
                            double *advance) {
    for (;;) {
        uint32_t codepoint = utf8_next(cursor);
        if (codepoint == 0)
            return 0;
        if (codepoint == '\n' || codepoint == '\t' || codepoint == '\r')
            codepoint = ' ';
        if (codepoint_is_control(codepoint) || codepoint == SOFT_HYPHEN)
            continue;
        *serving = face_serving(lettering, role, codepoint, advance);
        if (*serving != NOT_SERVED)
            return codepoint;
    }
}

double lettering_width(struct lettering *lettering, struct lettering_style style, const char *string) {
    double ems = 0, advance;
    int serving;
    while (next_served(lettering, style.face, &string, &serving, &advance) != 0)
        ems += advance;
    return ems * style.size_pt;
}

static void face_select(struct lettering *lettering, cairo_t *cr, int serving, double size_pt) {
    cairo_matrix_t size;
    cairo_get_font_matrix(cr, &size);
    /* Setting either again makes cairo look its font up anew. */
    if (cairo_get_font_face(cr) != lettering->faces[serving].drawn)
        cairo_set_font_face(cr, lettering->faces[serving].drawn);
    if (size.xx != size_pt)
        cairo_set_font_size(cr, size_pt);
}

/* On a surface of pixels cairo would move each letter to a whole pixel: there its outline is filled. */
static bool is_of_pixels(cairo_t *cr) {
    return cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_IMAGE;
}

static void glyphs_show(cairo_t *cr, const cairo_glyph_t *glyphs, int count) {
    if (!is_of_pixels(cr)) {
        cairo_show_glyphs(cr, glyphs, count);
        return;
    }
    cairo_new_path(cr);
    cairo_glyph_path(cr, glyphs, count);
    cairo_fill(cr);
}

static void text_show(cairo_t *cr, const char *string) {
    if (!is_of_pixels(cr)) {
        cairo_show_text(cr, string);
        return;
    }
    cairo_text_path(cr, string);
    cairo_fill(cr);
}

void lettering_collect(struct lettering *lettering, struct lettering_list *list) {
    lettering->list = list;
}

static void run_collect(struct lettering_list *list, cairo_t *cr, const struct run *run, const char *string) {
    struct drawn_words words = {.face = run->style.face,
                                .size_pt = run->style.size_pt,
                                .x = run->x,
                                .baseline = run->baseline,
                                .string = arena_strdup(list->arena, string)};
    double across = 0;
    cairo_user_to_device(cr, &words.x, &words.baseline);
    cairo_user_to_device_distance(cr, &words.size_pt, &across);
    cairo_pattern_get_rgba(cairo_get_source(cr), &words.colour.red, &words.colour.green, &words.colour.blue, NULL);
    arena_append(list->arena, list->words, list->count, list->capacity) = words;
}

static void run_show(struct lettering *lettering, cairo_t *cr, const struct run *run) {
    if (lettering->run.length == 0)
        return;
    if (lettering->list != NULL) {
        run_collect(lettering->list, cr, run, text_string(&lettering->run));
    } else {
        face_select(lettering, cr, (int)run->style.face, run->style.size_pt);
        cairo_move_to(cr, run->x, run->baseline);
        text_show(cr, text_string(&lettering->run));
    }
    text_clear(&lettering->run);
}

void lettering_show(struct lettering *lettering, cairo_t *cr, struct lettering_style style, double x, double baseline,
                    const char *string) {
    struct run run = {{FACE_COUNT, style.size_pt}, x, baseline};
    int serving;
    double advance;
    uint32_t codepoint;
    text_clear(&lettering->run);
    while ((codepoint = next_served(lettering, style.face, &string, &serving, &advance)) != 0) {
        if (serving != (int)run.style.face) {
            run_show(lettering, cr, &run);
            run = (struct run){{(enum face)serving, style.size_pt}, x, baseline};
        }
        text_add_codepoint(&lettering->run, codepoint);
        x += advance * style.size_pt;
    }
    run_show(lettering, cr, &run);
    cairo_new_path(cr);
}

/* Whole thousandths of an em, cut as the PDF's widths are. */
static long glyph_thousandths(FT_Face face, FT_UInt glyph) {
    FT_Fixed advance = 0;
    if (FT_Get_Advance(face, glyph, FT_LOAD_NO_SCALE, &advance) != 0)
        return 0;
    return advance * 1000 / face->units_per_EM;
}

void lettering_set(struct lettering *lettering, cairo_t *cr, struct lettering_style style, double x, double baseline,
                   const char *string) {
    enum { BATCH = 128 };
    cairo_glyph_t glyphs[BATCH];
    int count = 0;
    long thousandths = 0;
    enum face serving = font_list_serving(lettering->fonts, style.face);
    struct typeface *typeface = &lettering->faces[serving];
    if (!typeface->tried)
        typeface_read(lettering, serving);
    if (typeface->drawn == NULL)
        return;
    face_select(lettering, cr, (int)serving, style.size_pt);
    for (uint32_t codepoint; (codepoint = utf8_next(&string)) != 0;) {
        FT_UInt glyph = FT_Get_Char_Index(typeface->face, codepoint);
        glyphs[count++] = (cairo_glyph_t){glyph, x + (double)thousandths * style.size_pt / 1000, baseline};
        thousandths += glyph_thousandths(typeface->face, glyph);
        if (count == BATCH) {
            glyphs_show(cr, glyphs, count);
            count = 0;
        }
    }
    glyphs_show(cr, glyphs, count);
}

const char *lettering_shorten(struct lettering *lettering, struct arena *arena, struct lettering_style style,
                              const char *string, double width_pt) {
    static const char ellipsis[] = "\u2026";
    if (lettering_width(lettering, style, string) <= width_pt)
        return string;
    double room = width_pt - lettering_width(lettering, style, ellipsis);
    const char *cursor = string, *end = string;
    double used = 0, advance;
    int serving;
    while (next_served(lettering, style.face, &cursor, &serving, &advance) != 0) {
        used += advance * style.size_pt;
        if (used > room)
            break;
        end = cursor;
    }
    while (end > string && end[-1] == ' ')
        end--;
    return end == string ? "" : arena_printf(arena, "%.*s%s", (int)(end - string), string, ellipsis);
}

int lettering_break(struct lettering *lettering, struct arena *arena, struct lettering_style style, const char *string,
                    const struct lettering_lines *lines) {
    size_t word_count;
    char **words = text_split(arena, string, &word_count);
    int used = 0;
    lines->list[0] = "";
    for (size_t i = 0; i < word_count; i++) {
        const char *line = lines->list[used];
        const char *longer = line[0] == '\0' ? words[i] : arena_printf(arena, "%s %s", line, words[i]);
        bool fits = lettering_width(lettering, style, longer) <= lines->width_pt;
        bool breaks = !fits && line[0] != '\0' && used + 1 < lines->most;
        used += breaks;
        lines->list[used] = breaks ? words[i] : longer;
    }
    return used + 1;
}
