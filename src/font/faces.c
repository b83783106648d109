#include "faces.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_TRUETYPE_TABLES_H
#include <stdlib.h>
#include <string.h>

#include "font_file.h"
#include "font_library.h"

enum { CHARACTERS = 0x10000, ABSENT = -1 };

struct face_table {
    int16_t widths[CHARACTERS]; /* ABSENT: no such character */
    int missing_width;
};

struct faces {
    struct arena *arena;
    const struct font_list *list;
    struct face_store *store; /* NULL: nothing is kept */
    struct diag *diag;
    FT_Library library;
    struct face_table *tables[FACE_COUNT]; /* NULL: not yet asked about */
};

struct faces *faces_open(struct arena *arena, const struct font_list *list, struct face_store *store,
                         struct diag *diag) {
    struct faces *faces = arena_new(arena, struct faces);
    faces->arena = arena;
    faces->list = list;
    faces->store = store;
    faces->diag = diag;
    faces->library = font_library_open();
    return faces;
}

void faces_close(struct faces *faces) {
    if (faces != NULL)
        font_library_close(faces->library);
}

static int thousandths(long units, const FT_FaceRec *font) {
    return (int)(units * 1000 / font->units_per_EM);
}

static int glyph_width(FT_Face font, FT_UInt glyph) {
    FT_Fixed advance = 0;
    if (FT_Get_Advance(font, glyph, FT_LOAD_NO_SCALE, &advance) != 0)
        return 0;
    int width = thousandths(advance, font);
    return width > INT16_MAX ? INT16_MAX : width;
}

/* The map that libharu reads too: the PDF has no character that is in another one only. */
static bool select_map(FT_Face font) {
    enum { WINDOWS = 3, UNICODE_BMP = 1, BMP_FORMAT = 4 };
    for (int i = 0; i < font->num_charmaps; i++) {
        FT_CharMap map = font->charmaps[i];
        if (map->platform_id == WINDOWS && map->encoding_id == UNICODE_BMP && FT_Get_CMap_Format(map) == BMP_FORMAT)
            return FT_Set_Charmap(font, map) == 0;
    }
    return false;
}

static void fill_table(struct face_table *table, FT_Face font) {
    FT_UInt glyph;
    for (FT_ULong code = FT_Get_First_Char(font, &glyph); glyph != 0; code = FT_Get_Next_Char(font, code, &glyph))
        if (code < CHARACTERS)
            table->widths[code] = (int16_t)glyph_width(font, glyph);
    table->missing_width = glyph_width(font, 0);
}

/* Gives false, reported, for a file that cannot be used. */
static bool load_file(struct faces *faces, struct face_table *table, const struct font_file *file) {
    size_t length;
    unsigned char *bytes = font_file_read(file->path, file->pos, faces->diag, &length);
    FT_Face font = NULL;
    if (bytes == NULL)
        return false;
    bool good = FT_New_Memory_Face(faces->library, bytes, (FT_Long)length, 0, &font) == 0 && select_map(font);
    if (good)
        fill_table(table, font);
    else
        diag_error(faces->diag, file->pos, "the font %s is not one that FreeType can read", file->path);
    if (font != NULL)
        FT_Done_Face(font);
    free(bytes);
    return good;
}

/* A broken font is one mistake: it counts as having every character, so that none is reported besides. */
static struct face_table *load_table(struct faces *faces, const struct font_file *file) {
    struct face_store *store = faces->store;
    struct face_table *table = store != NULL ? index_find(&store->tables, file->path) : NULL;
    if (table != NULL)
        return table;
    table = arena_new(store != NULL ? store->arena : faces->arena, struct face_table);
    memset(table->widths, 0xFF, sizeof(table->widths)); /* ABSENT everywhere */
    if (!load_file(faces, table, file))
        memset(table->widths, 0, sizeof(table->widths));
    else if (store != NULL)
        index_add(store->arena, &store->tables, arena_strdup(store->arena, file->path), table);
    return table;
}

static struct face_table *find_table(struct faces *faces, enum face face) {
    enum face serving = font_list_serving(faces->list, face);
    if (faces->list->files[serving].path == NULL)
        return NULL;
    if (faces->tables[serving] == NULL)
        faces->tables[serving] = load_table(faces, &faces->list->files[serving]);
    faces->tables[face] = faces->tables[serving];
    return faces->tables[face];
}

/* Reading a file at the first question does not change what a caller sees; hence the const is taken away here. */
static const struct face_table *table_of(const struct faces *faces, enum face face) {
    const struct face_table *table = faces->tables[face];
    return table != NULL ? table : find_table((struct faces *)faces, face);
}

bool faces_has(const struct faces *faces, enum face face, uint32_t codepoint) {
    const struct face_table *table = table_of(faces, face);
    return table != NULL && codepoint < CHARACTERS && table->widths[codepoint] != ABSENT;
}

double faces_width(const struct faces *faces, enum face face, uint32_t codepoint) {
    const struct face_table *table = table_of(faces, face);
    if (table == NULL)
        return 0;
    return codepoint < CHARACTERS && table->widths[codepoint] != ABSENT ? table->widths[codepoint]
                                                                        : table->missing_width;
}

const int16_t *faces_own(const struct faces *faces, enum face face) {
    const struct face_table *table = table_of(faces, face);
    return table == NULL ? NULL : table->widths;
}

static bool is_bold(enum face face) {
    return face == FACE_TEXT_BOLD || face == FACE_TEXT_BOLD_ITALIC || face == FACE_TABLE_BOLD ||
           face == FACE_FALLBACK_BOLD;
}

enum face faces_choose(const struct faces *faces, enum face wanted, uint32_t codepoint) {
    enum { CHOICES = 3 };
    if (faces_has(faces, wanted, codepoint))
        return wanted;
    bool bold = is_bold(wanted);
    const enum face choices[CHOICES] = {bold ? FACE_FALLBACK_BOLD : FACE_FALLBACK,
                                        bold ? FACE_FALLBACK : FACE_FALLBACK_BOLD, FACE_LAST};
    for (int i = 0; i < CHOICES; i++)
        if (faces_has(faces, choices[i], codepoint))
            return choices[i];
    return FACE_COUNT;
}
