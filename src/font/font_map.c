#include "font_map.h"

enum { MAP_HEADER = 4, SUBTABLE_RECORD = 8 };

/* A subtable in format 4: segments of characters, four arrays of one length, and glyph numbers behind them. */
struct segments {
    const unsigned char *ends, *starts, *deltas, *offsets, *glyphs;
    unsigned count, glyph_count;
};

static unsigned at(const unsigned char *array, unsigned index) {
    return font_u16(array + 2 * (size_t)index);
}

static const char *segments_read(struct segments *segments, struct font_span span) {
    enum { HEADER = 14, PAD = 2, BYTES_A_SEGMENT = 8 };
    static const char outside[] = "is damaged: its table 'cmap' has segments outside itself";
    if (span.length < HEADER)
        return outside;
    unsigned length = font_u16(span.bytes + 2), twice = font_u16(span.bytes + 6);
    segments->count = twice / 2;
    size_t needed = HEADER + PAD + (size_t)segments->count * BYTES_A_SEGMENT;
    if (twice % 2 != 0 || twice == 0 || length > span.length || needed > length)
        return outside;
    segments->ends = span.bytes + HEADER;
    segments->starts = segments->ends + twice + PAD;
    segments->deltas = segments->starts + twice;
    segments->offsets = segments->deltas + twice;
    segments->glyphs = segments->offsets + twice;
    segments->glyph_count = (unsigned)(length - needed) / 2;
    return NULL;
}

/* Where libharu finds the glyph number of a character: an index that can wrap around, as its does. */
static unsigned glyph_index(const struct segments *segments, unsigned segment, unsigned code) {
    return at(segments->offsets, segment) / 2 + (code - at(segments->starts, segment)) - (segments->count - segment);
}

static const char *segment_problem(const struct segments *segments, unsigned segment, unsigned glyph_total) {
    unsigned start = at(segments->starts, segment), end = at(segments->ends, segment);
    unsigned delta = at(segments->deltas, segment), offset = at(segments->offsets, segment);
    if (start > end || (segment > 0 && at(segments->ends, segment - 1) >= start))
        return "is damaged: its table 'cmap' has segments in disorder";
    for (unsigned code = start; code <= end; code++) {
        unsigned glyph = code;
        if (offset != 0) {
            unsigned index = glyph_index(segments, segment, code);
            if (index > segments->glyph_count)
                continue; /* libharu takes it for a character that is not there */
            if (index == segments->glyph_count)
                return "is damaged: its table 'cmap' points behind its end";
            glyph = at(segments->glyphs, index);
        }
        if (((glyph + delta) & 0xFFFF) >= glyph_total)
            return "is damaged: its table 'cmap' leads to glyphs that are not there";
    }
    return NULL;
}

static const char *format_4_problem(struct font_span span, unsigned glyph_total) {
    struct segments segments;
    const char *problem = segments_read(&segments, span);
    if (problem == NULL && at(segments.ends, segments.count - 1) != 0xFFFF)
        problem = "is damaged: its table 'cmap' has no last segment";
    for (unsigned i = 0; problem == NULL && i < segments.count; i++)
        problem = segment_problem(&segments, i, glyph_total);
    return problem;
}

static const char *format_12_problem(struct font_span span, unsigned glyph_total) {
    enum { HEADER = 16, GROUP = 12 };
    static const char outside[] = "is damaged: its table 'cmap' has groups outside itself";
    if (span.length < HEADER)
        return outside;
    uint32_t length = font_u32(span.bytes + 4), count = font_u32(span.bytes + 12);
    if (length > span.length || length < HEADER || count > (length - HEADER) / GROUP)
        return outside;
    for (uint32_t i = 0; i < count; i++) {
        const unsigned char *group = span.bytes + HEADER + (size_t)i * GROUP;
        uint32_t first = font_u32(group), last = font_u32(group + 4), glyph = font_u32(group + 8);
        if (first > last || last > 0x10FFFF || glyph >= glyph_total || last - first >= glyph_total - glyph)
            return "is damaged: its table 'cmap' leads to glyphs that are not there";
    }
    return NULL;
}

/* The first Unicode subtable of Windows in format 4 is the one that libharu reads. */
const char *font_map_problem(const struct font_tables *tables) {
    const struct font_span *cmap = &tables->spans[TABLE_CMAP];
    unsigned count = font_u16(cmap->bytes + 2);
    bool found = false;
    if (font_u16(cmap->bytes) != 0 || MAP_HEADER + (size_t)count * SUBTABLE_RECORD > cmap->length)
        return "is damaged: its table 'cmap' is not one";
    for (unsigned i = 0; i < count; i++) {
        const unsigned char *record = cmap->bytes + MAP_HEADER + i * SUBTABLE_RECORD;
        size_t offset = font_u32(record + 4);
        if (offset + 2 > cmap->length)
            return "is damaged: a part of its table 'cmap' lies outside it";
        struct font_span span = {cmap->bytes + offset, cmap->length - offset};
        unsigned format = font_u16(span.bytes);
        bool wanted = font_u16(record) == 3 && font_u16(record + 2) == 1 && format == 4;
        const char *problem = NULL;
        if (wanted && !found)
            problem = format_4_problem(span, tables->glyph_count);
        else if (format == 12)
            problem = format_12_problem(span, tables->glyph_count);
        if (problem != NULL)
            return problem;
        found |= wanted;
    }
    return found ? NULL : "has no Unicode map of its characters (a 'cmap' in format 4), which the PDF needs";
}
