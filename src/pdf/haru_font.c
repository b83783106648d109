#include "haru_internal.h"

#include <assert.h>
#include <string.h>

#include "haru_font_file.h"
#include "syntax.h"

/*
 * libharu reads the font. Its own Type0 font is not used: it gives a ToUnicode map that is not one, maps and widths for
 * all of the BMP, and a descriptor without CapHeight. Nor is its marking of used glyphs, which goes one level deep into
 * composite glyphs and reads past empty ones, nor its subset, which it writes value by value, and not at all where the
 * tables fill its last block of 4 KB to the byte.
 */
struct haru_font {
    struct haru *haru;
    struct haru_font_file *file;
    HPDF_FontDef def;
    char tag[7];
    int object;
    uint32_t highest;
    unsigned char *marked;   /* glyphs in the subset, one byte each */
    uint16_t glyph[0x10000]; /* by character; 0: not used */
};

static void subset_tag(int number, char tag[7]) {
    memcpy(tag, "BPAAAA", 7);
    for (int i = 5; number > 0 && i >= 0; i--, number /= 26)
        tag[i] = (char)('A' + number % 26);
}

struct haru_font *haru_font_load(struct haru *haru, const char *path) {
    struct haru_font_file *file = haru_font_file_open(haru, path);
    if (file == NULL)
        return NULL;
    struct haru_font *font = memory_alloc(sizeof(*font));
    memset(font, 0, sizeof(*font));
    font->haru = haru;
    font->file = file;
    font->def = haru_font_file_definition(file);
    subset_tag(haru->fonts++, font->tag);
    font->object = haru_reserve(haru);
    size_t glyphs = ((HPDF_TTFontDefAttr)font->def->attr)->num_glyphs;
    font->marked = memory_alloc(glyphs);
    memset(font->marked, 0, glyphs);
    font->marked[0] = 1; /* the box of a missing character, which every font has */
    return font;
}

int haru_font_object(const struct haru_font *font) {
    return font->object;
}

void haru_font_destroy(struct haru_font *font) {
    if (font == NULL)
        return;
    haru_font_file_close(font->file);
    free(font->marked);
    free(font);
}

static unsigned read_16(HPDF_Stream stream) {
    HPDF_BYTE bytes[2] = {0, 0};
    HPDF_UINT size = sizeof(bytes);
    HPDF_Stream_Read(stream, bytes, &size);
    return (unsigned)bytes[0] << 8 | bytes[1];
}

static void mark_glyph(struct haru_font *font, unsigned glyph, int depth);

/* How many bytes follow flags and glyph index, by the flags of a component. */
static int component_tail(unsigned flags) {
    int words = flags & 0x0001 ? 4 : 2;
    return words + (flags & 0x0008 ? 2 : flags & 0x0040 ? 4 : flags & 0x0080 ? 8 : 0);
}

static void mark_components(struct haru_font *font, HPDF_UINT offset, int depth) {
    enum { MORE_COMPONENTS = 0x0020, HEADER_SIZE = 10 };
    HPDF_Stream stream = ((HPDF_TTFontDefAttr)font->def->attr)->stream;
    HPDF_Stream_Seek(stream, (HPDF_INT)offset, HPDF_SEEK_SET);
    if (!(read_16(stream) & 0x8000))
        return;
    unsigned flags;
    offset += HEADER_SIZE;
    do {
        HPDF_Stream_Seek(stream, (HPDF_INT)offset, HPDF_SEEK_SET);
        flags = read_16(stream);
        unsigned glyph = read_16(stream);
        offset += 4 + (HPDF_UINT)component_tail(flags);
        mark_glyph(font, glyph, depth + 1);
    } while (flags & MORE_COMPONENTS && stream->error->error_no == HPDF_OK);
}

static void mark_glyph(struct haru_font *font, unsigned glyph, int depth) {
    enum { DEPTH_LIMIT = 16 };
    const struct _HPDF_TTFontDefAttr_Rec *attr = font->def->attr;
    if (glyph >= attr->num_glyphs || font->marked[glyph] || depth > DEPTH_LIMIT)
        return;
    font->marked[glyph] = 1;
    HPDF_UINT start = attr->glyph_tbl.offsets[glyph], end = attr->glyph_tbl.offsets[glyph + 1];
    if (attr->header.index_to_loc_format == 0)
        start *= 2, end *= 2;
    if (start < end)
        mark_components(font, attr->glyph_tbl.base_offset + start, depth);
}

bool haru_font_use(struct haru_font *font, uint32_t codepoint) {
    if (codepoint > 0xFFFF)
        return false;
    if (font->glyph[codepoint] != 0)
        return true;
    HPDF_UINT16 glyph = HPDF_TTFontDef_GetGlyphid(font->def, (HPDF_UINT16)codepoint);
    if (glyph == 0 || glyph >= ((HPDF_TTFontDefAttr)font->def->attr)->num_glyphs)
        return false;
    mark_glyph(font, glyph, 0);
    font->glyph[codepoint] = glyph;
    if (codepoint > font->highest)
        font->highest = codepoint;
    return true;
}

/* The name with its tag, and without the style that libharu adds to it behind a comma. */
static void add_base_font(struct text *text, const struct haru_font *font) {
    char name[sizeof(font->tag) + HPDF_LIMIT_MAX_NAME_LEN + 1];
    snprintf(name, sizeof(name), "%s+%s", font->tag, ((HPDF_TTFontDefAttr)font->def->attr)->base_font);
    name[strcspn(name, ",")] = '\0';
    syntax_name(text, name);
}

static int write_file(struct haru_font *font) {
    struct text entries = {0};
    const struct text *subset = haru_font_file_subset(font->file, font->marked);
    text_printf(&entries, "/Length1 %zu\n", subset->length);
    int object = haru_add_stream(font->haru, &entries, text_string(subset), subset->length, HARU_DEFLATE_SHARED);
    text_free(&entries);
    return object;
}

static int write_descriptor(struct haru_font *font) {
    enum { USUAL_CAP_HEIGHT = 700, STEM_REGULAR = 80, STEM_BOLD = 140 };
    const struct _HPDF_FontDef_Rec *def = font->def;
    struct text entries = {0};
    int file = write_file(font);
    text_add(&entries, "/Type /FontDescriptor /FontName ");
    add_base_font(&entries, font);
    text_printf(&entries, " /Flags %u /Ascent %d /Descent %d /CapHeight %d /StemV %d /ItalicAngle %d\n", def->flags,
                def->ascent, def->descent, def->cap_height != 0 ? def->cap_height : USUAL_CAP_HEIGHT,
                def->flags & HPDF_FONT_FOURCE_BOLD ? STEM_BOLD : STEM_REGULAR, def->flags & HPDF_FONT_ITALIC ? -12 : 0);
    text_printf(&entries, "/FontBBox [%d %d %d %d] /FontFile2 %d 0 R\n", (int)def->font_bbox.left,
                (int)def->font_bbox.bottom, (int)def->font_bbox.right, (int)def->font_bbox.top, file);
    int object = haru_add(font->haru, &entries);
    text_free(&entries);
    return object;
}

static int write_glyph_map(struct haru_font *font) {
    struct text bytes = {0};
    for (uint32_t code = 0; code <= font->highest; code++) {
        unsigned glyph = font->glyph[code];
        text_append(&bytes, (char[]){(char)(glyph >> 8), (char)glyph}, 2);
    }
    int object = haru_add_stream(font->haru, &(struct text){0}, bytes.bytes, bytes.length, HARU_DEFLATE_SHARED);
    text_free(&bytes);
    return object;
}

static void add_widths(struct text *text, const struct haru_font *font) {
    text_add(text, "/W [");
    for (uint32_t code = 0; code <= font->highest; code++) {
        if (font->glyph[code] == 0)
            continue;
        if (code == 0 || font->glyph[code - 1] == 0)
            text_printf(text, "%u [", code);
        syntax_integer(text, HPDF_TTFontDef_GetGidWidth(font->def, font->glyph[code]));
        if (code == 0xFFFF || font->glyph[code + 1] == 0)
            text_add(text, "] ");
    }
    text_add(text, "]\n");
}

static int write_descendant(struct haru_font *font) {
    struct text entries = {0};
    int descriptor = write_descriptor(font), map = write_glyph_map(font);
    text_add(&entries, "/Type /Font /Subtype /CIDFontType2 /BaseFont ");
    add_base_font(&entries, font);
    text_printf(&entries,
                " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>\n"
                "/DW %d /FontDescriptor %d 0 R /CIDToGIDMap %d 0 R\n",
                font->def->missing_width, descriptor, map);
    add_widths(&entries, font);
    int object = haru_add(font->haru, &entries);
    text_free(&entries);
    return object;
}

/* At most 100 characters a block, as the format of CMaps asks for. */
static void add_character_blocks(struct text *text, const struct haru_font *font) {
    enum { BLOCK = 100 };
    uint32_t codes[BLOCK], code = 0;
    while (code <= font->highest) {
        int count = 0;
        for (; code <= font->highest && count < BLOCK; code++)
            if (font->glyph[code] != 0)
                codes[count++] = code;
        if (count == 0)
            return;
        text_printf(text, "%d beginbfchar\n", count);
        for (int i = 0; i < count; i++)
            text_printf(text, "<%04X> <%04X>\n", codes[i], codes[i]);
        text_add(text, "endbfchar\n");
    }
}

static int write_unicode_map(struct haru_font *font) {
    struct text map = {0};
    text_add(&map, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                   "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                   "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                   "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    add_character_blocks(&map, font);
    text_add(&map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    int object = haru_add_stream(font->haru, &(struct text){0}, text_string(&map), map.length, HARU_DEFLATE_SHARED);
    text_free(&map);
    return object;
}

void haru_font_finish(struct haru_font *font) {
    struct text entries = {0};
    int descendant = write_descendant(font), unicode = write_unicode_map(font);
    text_add(&entries, "/Type /Font /Subtype /Type0 /BaseFont ");
    add_base_font(&entries, font);
    text_printf(&entries, " /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R\n", descendant, unicode);
    haru_fill(font->haru, font->object, &entries);
    text_free(&entries);
    haru_font_file_check(font->file, font->haru);
}
