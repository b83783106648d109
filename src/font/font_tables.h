#ifndef FONT_FONT_TABLES_H
#define FONT_FONT_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The tables of a TrueType font, and whether they keep what they promise. Problems are words that follow
 * "the font FILE ". */

enum font_table {
    TABLE_HEAD,
    TABLE_MAXP,
    TABLE_HHEA,
    TABLE_HMTX,
    TABLE_LOCA,
    TABLE_GLYF,
    TABLE_CMAP,
    TABLE_NAME,
    TABLE_OS2,
    TABLE_POST,
    TABLE_COUNT
};

struct font_span {
    const unsigned char *bytes; /* NULL: there is no such table */
    size_t length;
};

struct font_tables {
    struct font_span spans[TABLE_COUNT];
    unsigned glyph_count;
    unsigned metric_count;
    bool long_offsets; /* of loca */
};

/* Finds the tables; all of them are inside the file afterwards, and there. */
const char *font_tables_read(struct font_tables *tables, const unsigned char *bytes, size_t length);

/* Looks inside each but the outlines (font_glyphs.h) and the map of characters (font_map.h), and learns the numbers. */
const char *font_tables_problem(struct font_tables *tables);

static inline unsigned font_u16(const unsigned char *bytes) {
    return (unsigned)bytes[0] << 8 | bytes[1];
}

static inline uint32_t font_u32(const unsigned char *bytes) {
    return (uint32_t)font_u16(bytes) << 16 | font_u16(bytes + 2);
}

#endif
