#include "subset.h"

#include <assert.h>
#include <string.h>

enum { HEADER_SIZE = 12, RECORD_SIZE = 16, METRIC_SIZE = 4 };

static const char kept_tags[][5] = {"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"};
enum { KEPT_COUNT = sizeof(kept_tags) / sizeof(kept_tags[0]) };

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

/* The sum of big-endian words; the bytes are padded with zeros to a whole word. */
static uint32_t checksum(const unsigned char *bytes, size_t length) {
    uint32_t sum = 0;
    for (size_t i = 0; i < length; i += 4)
        sum += read_32(bytes + i);
    return sum;
}

/* The last full metric stays: the glyphs behind it share its width. */
static void clear_metrics(unsigned char *hmtx, unsigned metric_count, const unsigned char *used) {
    for (unsigned glyph = 0; glyph + 1 < metric_count; glyph++)
        if (!used[glyph])
            memset(hmtx + (size_t)glyph * METRIC_SIZE, 0, METRIC_SIZE);
}

static void add_directory(struct text *slim, unsigned count) {
    unsigned power = 1, log = 0;
    for (; power * 2 <= count; power *= 2)
        log++;
    text_add_32(slim, 0x00010000);
    text_add_16(slim, count);
    text_add_16(slim, power * RECORD_SIZE);
    text_add_16(slim, log);
    text_add_16(slim, (count - power) * RECORD_SIZE);
}

static void add_body(struct text *body, struct table table) {
    text_append(body, (const char *)table.bytes, table.length);
    while (body->length % 4 != 0)
        text_append(body, "", 1);
}

void subset_slim(struct text *slim, const unsigned char *bytes, size_t length, const unsigned char *used) {
    enum { ADJUSTMENT = 8 };
    struct text body = {0};
    struct table tables[KEPT_COUNT];
    size_t offsets[KEPT_COUNT], head = 0;
    unsigned count = 0, metrics = read_16(find_table(bytes, length, "hhea").bytes + 34);
    for (size_t i = 0; i < KEPT_COUNT; i++) {
        tables[i] = find_table(bytes, length, kept_tags[i]);
        count += tables[i].length > 0;
    }
    for (size_t i = 0; i < KEPT_COUNT; i++) {
        offsets[i] = body.length;
        add_body(&body, tables[i]);
        unsigned char *copy = (unsigned char *)body.bytes + offsets[i];
        if (strcmp(kept_tags[i], "hmtx") == 0)
            clear_metrics(copy, metrics, used);
        if (strcmp(kept_tags[i], "head") == 0) {
            head = offsets[i];
            write_32(copy + ADJUSTMENT, 0);
        }
    }
    add_directory(slim, count);
    size_t const start = HEADER_SIZE + (size_t)count * RECORD_SIZE;
    for (size_t i = 0; i < KEPT_COUNT; i++) {
        if (tables[i].length == 0)
            continue;
        text_append(slim, kept_tags[i], 4);
        text_add_32(slim, checksum((unsigned char *)body.bytes + offsets[i], tables[i].length));
        text_add_32(slim, (uint32_t)(start + offsets[i]));
        text_add_32(slim, (uint32_t)tables[i].length);
    }
    text_append(slim, body.bytes, body.length);
    text_free(&body);
    uint32_t sum = checksum((unsigned char *)slim->bytes, slim->length);
    write_32((unsigned char *)slim->bytes + start + head + ADJUSTMENT, 0xB1B0AFBA - sum);
}
