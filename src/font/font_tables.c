#include "font_tables.h"

#include <string.h>

enum { HEADER_SIZE = 12, RECORD_SIZE = 16, TABLE_LIMIT = 256 };

/* The least length is that of the fields which are read, here or in the libraries. */
static const struct table_rule {
    char tag[5];
    size_t least;
    const char *missing, *outside, *brief;
} rules[TABLE_COUNT] = {
#define RULE(tag, least)                                                                                            \
    {                                                                                                               \
        tag, least, "has no table '" tag "', so it is not a complete TrueType font",                                \
            "is damaged: its table '" tag "' lies outside the file", "is damaged: its table '" tag "' is too short" \
    }
    [TABLE_HEAD] = RULE("head", 54), [TABLE_MAXP] = RULE("maxp", 6),  [TABLE_HHEA] = RULE("hhea", 36),
    [TABLE_HMTX] = RULE("hmtx", 4),  [TABLE_LOCA] = RULE("loca", 4),  [TABLE_GLYF] = RULE("glyf", 0),
    [TABLE_CMAP] = RULE("cmap", 12), [TABLE_NAME] = RULE("name", 18), [TABLE_OS2] = RULE("OS/2", 78),
    [TABLE_POST] = RULE("post", 32),
#undef RULE
};

static const struct table_rule *rule_of(const unsigned char *tag) {
    for (size_t i = 0; i < TABLE_COUNT; i++)
        if (memcmp(rules[i].tag, tag, 4) == 0)
            return &rules[i];
    return NULL;
}

/* Tables that we do not know are copied into the subset by libharu (cvt, fpgm, prep), so they are looked at too. */
const char *font_tables_read(struct font_tables *tables, const unsigned char *bytes, size_t length) {
    *tables = (struct font_tables){0};
    unsigned count = font_u16(bytes + 4);
    if (count > TABLE_LIMIT || HEADER_SIZE + (size_t)count * RECORD_SIZE > length)
        return "is damaged: its list of tables is longer than the file";
    for (unsigned i = 0; i < count; i++) {
        const unsigned char *record = bytes + HEADER_SIZE + i * RECORD_SIZE;
        const struct table_rule *rule = rule_of(record);
        size_t offset = font_u32(record + 8), size = font_u32(record + 12);
        if (offset > length || size > length - offset)
            return rule != NULL ? rule->outside : "is damaged: a table lies outside the file";
        if (rule == NULL)
            continue;
        struct font_span *span = &tables->spans[rule - rules];
        if (span->bytes != NULL)
            return "is damaged: it has a table twice";
        *span = (struct font_span){bytes + offset, size};
    }
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        if (tables->spans[i].bytes == NULL)
            return rules[i].missing;
        if (tables->spans[i].length < rules[i].least)
            return rules[i].brief;
    }
    return NULL;
}

static const char *head_problem(struct font_tables *tables) {
    const unsigned char *head = tables->spans[TABLE_HEAD].bytes;
    unsigned units = font_u16(head + 18), format = font_u16(head + 50);
    if (font_u32(head + 12) != 0x5F0F3CF5)
        return "is damaged: its table 'head' does not begin as it should";
    if (units < 16 || units > 16384)
        return "is damaged: its units per em are not between 16 and 16,384";
    if (format > 1)
        return "is damaged: its table 'head' names no known format of 'loca'";
    tables->long_offsets = format == 1;
    return NULL;
}

static const char *metrics_problem(struct font_tables *tables) {
    tables->glyph_count = font_u16(tables->spans[TABLE_MAXP].bytes + 4);
    tables->metric_count = font_u16(tables->spans[TABLE_HHEA].bytes + 34);
    if (tables->glyph_count == 0)
        return "is damaged: it has no glyphs";
    if (tables->metric_count == 0 || tables->metric_count > tables->glyph_count)
        return "is damaged: its number of widths does not fit its number of glyphs";
    size_t needed = 4 * (size_t)tables->metric_count + 2 * (size_t)(tables->glyph_count - tables->metric_count);
    if (tables->spans[TABLE_HMTX].length < needed)
        return "is damaged: its table 'hmtx' has too few widths";
    return NULL;
}

/* libharu names a font by the PostScript name and the style of these two platforms, in 127 bytes. */
static bool is_naming(const unsigned char *record, unsigned *style) {
    unsigned platform = font_u16(record), encoding = font_u16(record + 2), language = font_u16(record + 4);
    unsigned name = font_u16(record + 6);
    *style = name == 2;
    return (name == 6 || name == 2) && font_u16(record + 8) > 0 &&
           ((platform == 1 && encoding == 0) || (platform == 3 && encoding == 1 && language == 0x0409));
}

static const char *names_problem(const struct font_tables *tables) {
    enum { NAMES_SIZE = 6, NAME_SIZE = 12, LONGEST = 118 };
    const struct font_span *name = &tables->spans[TABLE_NAME];
    unsigned count = font_u16(name->bytes + 2), strings = font_u16(name->bytes + 4);
    size_t longest[2] = {0, 0};
    if (NAMES_SIZE + (size_t)count * NAME_SIZE > name->length)
        return "is damaged: its list of names is longer than its table 'name'";
    for (unsigned i = 0; i < count; i++) {
        const unsigned char *record = name->bytes + NAMES_SIZE + i * NAME_SIZE;
        unsigned length = font_u16(record + 8), style;
        if ((size_t)strings + font_u16(record + 10) + length > name->length)
            return "is damaged: a name lies outside its table 'name'";
        size_t characters = font_u16(record) == 3 ? length / 2 + length % 2 : length;
        if (is_naming(record, &style) && characters > longest[style])
            longest[style] = characters;
    }
    if (longest[0] == 0 || longest[1] == 0)
        return "has no English PostScript name and style name, which the PDF needs";
    if (longest[0] + longest[1] > LONGEST)
        return "has a PostScript name that is too long for a PDF";
    return NULL;
}

static const char *licence_problem(const struct font_tables *tables) {
    enum { RESTRICTED = 0x0002, NO_SUBSET = 0x0100, BITMAPS_ONLY = 0x0200, LENGTH_WITH_PAGES = 86 };
    const struct font_span *os2 = &tables->spans[TABLE_OS2];
    if (font_u16(os2->bytes) > 0 && os2->length < LENGTH_WITH_PAGES)
        return "is damaged: its table 'OS/2' is too short";
    if (font_u16(os2->bytes + 8) & (RESTRICTED | NO_SUBSET | BITMAPS_ONLY))
        return "does not allow to be embedded in part (the licence bits of its table 'OS/2')";
    return NULL;
}

const char *font_tables_problem(struct font_tables *tables) {
    const char *problem = head_problem(tables);
    if (problem == NULL)
        problem = metrics_problem(tables);
    if (problem == NULL)
        problem = names_problem(tables);
    return problem != NULL ? problem : licence_problem(tables);
}
