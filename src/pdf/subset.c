#include "subset.h"

#include <assert.h>
#include <string.h>

enum { HEADER_SIZE = 12, RECORD_SIZE = 16, METRIC_SIZE = 4, ADJUSTMENT = 8 };

struct table {
    const unsigned char *bytes;
    size_t length;
};

static uint32_t read_16(const unsigned char *bytes) {
    return (uint32_t)bytes[0] << 8 | bytes[1];
}

static uint32_t read_32(const unsigned char *bytes) {
    return read_16(bytes) << 16 | read_16(bytes + 2);
}

static void write_32(unsigned char *bytes, uint32_t value) {
    for (int i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(value >> (24 - 8 * i));
}

static struct table find_table(const unsigned char *bytes, size_t length, const char *tag) {
    unsigned count = read_16(bytes + 4);
    for (unsigned i = 0; i < count; i++) {
        const unsigned char *record = bytes + HEADER_SIZE + i * RECORD_SIZE;
        if (memcmp(record, tag, 4) != 0)
            continue;
        struct table table = {bytes + read_32(record + 8), read_32(record + 12)};
        assert(table.bytes + table.length <= bytes + length);
        return table;
    }
    return (struct table){0};
}

/* What the tables are made of. */
struct font {
    struct table loca;
    bool long_places; /* loca counts bytes, else pairs of bytes */
    unsigned glyph_count, metric_count;
    const unsigned char *used;
};

static size_t place_of(const struct font *font, unsigned glyph) {
    const unsigned char *loca = font->loca.bytes;
    return font->long_places ? read_32(loca + (size_t)glyph * 4) : (size_t)read_16(loca + (size_t)glyph * 2) * 2;
}

static size_t glyph_length(const struct font *font, unsigned glyph) {
    return font->used[glyph] ? place_of(font, glyph + 1) - place_of(font, glyph) : 0;
}

/* The sum of big-endian words; the bytes are padded with zeros to a whole word. */
static uint32_t checksum(const unsigned char *bytes, size_t length) {
    uint32_t sum = 0;
    for (size_t i = 0; i < length; i += 4)
        sum += read_32(bytes + i);
    return sum;
}

static void add_copy(struct text *body, const struct font *font, struct table table) {
    (void)font;
    text_append(body, (const char *)table.bytes, table.length);
}

static void add_glyphs(struct text *body, const struct font *font, struct table table) {
    for (unsigned glyph = 0; glyph < font->glyph_count; glyph++)
        text_append(body, (const char *)table.bytes + place_of(font, glyph), glyph_length(font, glyph));
}

/* Of each glyph, and of the end; an unused one is empty. */
static void add_places(struct text *body, const struct font *font, struct table table) {
    (void)table;
    size_t place = 0;
    for (unsigned glyph = 0; glyph <= font->glyph_count; glyph++) {
        if (font->long_places)
            text_add_32(body, (uint32_t)place);
        else
            text_add_16(body, (uint32_t)place / 2);
        place += glyph < font->glyph_count ? glyph_length(font, glyph) : 0;
    }
}

/* Without the sum of the whole file, which is known at the end. */
static void add_head(struct text *body, const struct font *font, struct table table) {
    size_t start = body->length;
    add_copy(body, font, table);
    write_32((unsigned char *)body->bytes + start + ADJUSTMENT, 0);
}

/* The last full metric stays: the glyphs behind it share its width. */
static void add_metrics(struct text *body, const struct font *font, struct table table) {
    size_t start = body->length;
    add_copy(body, font, table);
    for (unsigned glyph = 0; glyph + 1 < font->metric_count; glyph++)
        if (!font->used[glyph])
            memset(body->bytes + start + (size_t)glyph * METRIC_SIZE, 0, METRIC_SIZE);
}

static const struct kept {
    char tag[5];
    void (*add)(struct text *body, const struct font *font, struct table table);
} kept[] = {
    {"cvt ", add_copy},    {"fpgm", add_copy},   {"glyf", add_glyphs}, {"head", add_head}, {"hhea", add_copy},
    {"hmtx", add_metrics}, {"loca", add_places}, {"maxp", add_copy},   {"prep", add_copy},
};
enum { KEPT_COUNT = sizeof(kept) / sizeof(kept[0]) };

static void add_directory(struct text *subset, unsigned count) {
    unsigned power = 1, log = 0;
    for (; power * 2 <= count; power *= 2)
        log++;
    text_add_32(subset, 0x00010000);
    text_add_16(subset, count);
    text_add_16(subset, power * RECORD_SIZE);
    text_add_16(subset, log);
    text_add_16(subset, (count - power) * RECORD_SIZE);
}

static void align(struct text *body) {
    while (body->length % 4 != 0)
        text_append(body, "", 1);
}

static struct font font_of(const unsigned char *bytes, size_t length, const unsigned char *used) {
    return (struct font){.loca = find_table(bytes, length, "loca"),
                         .long_places = read_16(find_table(bytes, length, "head").bytes + 50) != 0,
                         .glyph_count = read_16(find_table(bytes, length, "maxp").bytes + 4),
                         .metric_count = read_16(find_table(bytes, length, "hhea").bytes + 34),
                         .used = used};
}

void subset_make(struct text *subset, const unsigned char *bytes, size_t length, const unsigned char *used) {
    struct text body = {0};
    size_t offsets[KEPT_COUNT], lengths[KEPT_COUNT], head = 0;
    unsigned count = 0;
    struct font const font = font_of(bytes, length, used);
    for (size_t i = 0; i < KEPT_COUNT; i++) {
        offsets[i] = body.length;
        if (strcmp(kept[i].tag, "head") == 0)
            head = body.length;
        kept[i].add(&body, &font, find_table(bytes, length, kept[i].tag));
        lengths[i] = body.length - offsets[i];
        count += lengths[i] > 0;
        align(&body);
    }
    add_directory(subset, count);
    size_t const start = HEADER_SIZE + (size_t)count * RECORD_SIZE;
    for (size_t i = 0; i < KEPT_COUNT; i++) {
        if (lengths[i] == 0)
            continue;
        text_append(subset, kept[i].tag, 4);
        text_add_32(subset, checksum((unsigned char *)body.bytes + offsets[i], lengths[i]));
        text_add_32(subset, (uint32_t)(start + offsets[i]));
        text_add_32(subset, (uint32_t)lengths[i]);
    }
    text_append(subset, body.bytes, body.length);
    text_free(&body);
    uint32_t sum = checksum((unsigned char *)subset->bytes, subset->length);
    write_32((unsigned char *)subset->bytes + start + head + ADJUSTMENT, 0xB1B0AFBA - sum);
}
