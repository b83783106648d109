#include "font_glyphs.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"

enum { GLYPH_HEADER = 10, COMPONENT_HEADER = 4, DEPTH_LIMIT = 16 };

static const char damaged_component[] = "is damaged: a composite glyph has parts that are not there";
static const char endless_component[] = "is damaged: a composite glyph contains itself";

static size_t glyph_start(const struct font_tables *tables, unsigned glyph) {
    const unsigned char *loca = tables->spans[TABLE_LOCA].bytes;
    return tables->long_offsets ? font_u32(loca + 4 * (size_t)glyph) : 2 * (size_t)font_u16(loca + 2 * (size_t)glyph);
}

static const char *offsets_problem(const struct font_tables *tables) {
    size_t needed = ((size_t)tables->glyph_count + 1) * (tables->long_offsets ? 4 : 2);
    if (tables->spans[TABLE_LOCA].length < needed)
        return "is damaged: its table 'loca' is too short";
    for (unsigned glyph = 0; glyph < tables->glyph_count; glyph++) {
        size_t start = glyph_start(tables, glyph), end = glyph_start(tables, glyph + 1);
        if (start > end || end > tables->spans[TABLE_GLYF].length)
            return "is damaged: a glyph lies outside its table 'glyf'";
        if (end > start && end - start < GLYPH_HEADER)
            return "is damaged: a glyph is too short";
    }
    return NULL;
}

static size_t component_size(unsigned flags) {
    size_t size = COMPONENT_HEADER + (flags & 0x0001 ? 4 : 2);
    return size + (flags & 0x0008 ? 2 : flags & 0x0040 ? 4 : flags & 0x0080 ? 8 : 0);
}

/* depths[glyph]: how deep its parts go, from 1; 0 is not yet known. A glyph that is being looked at has -1. */
static const char *composite_problem(const struct font_tables *tables, unsigned glyph, signed char *depths) {
    enum { MORE_COMPONENTS = 0x0020 };
    size_t at = glyph_start(tables, glyph), end = glyph_start(tables, glyph + 1);
    const unsigned char *glyf = tables->spans[TABLE_GLYF].bytes;
    signed char deepest = 0;
    unsigned flags = MORE_COMPONENTS;
    if (at == end || !(font_u16(glyf + at) & 0x8000))
        flags = 0;
    depths[glyph] = -1;
    for (at += GLYPH_HEADER; flags & MORE_COMPONENTS; at += component_size(flags)) {
        if (at + COMPONENT_HEADER > end)
            return damaged_component;
        flags = font_u16(glyf + at);
        unsigned part = font_u16(glyf + at + 2);
        if (part >= tables->glyph_count || at + component_size(flags) > end)
            return damaged_component;
        const char *problem = depths[part] < 0    ? endless_component
                              : depths[part] == 0 ? composite_problem(tables, part, depths)
                                                  : NULL;
        if (problem != NULL)
            return problem;
        if (depths[part] > deepest)
            deepest = depths[part];
    }
    depths[glyph] = (signed char)(deepest + 1);
    return depths[glyph] > DEPTH_LIMIT ? "is damaged: a composite glyph is nested too deep" : NULL;
}

const char *font_glyphs_problem(const struct font_tables *tables) {
    const char *problem = offsets_problem(tables);
    signed char *depths = memory_alloc(tables->glyph_count);
    memset(depths, 0, tables->glyph_count);
    for (unsigned glyph = 0; problem == NULL && glyph < tables->glyph_count; glyph++)
        if (depths[glyph] == 0)
            problem = composite_problem(tables, glyph, depths);
    free(depths);
    return problem;
}
