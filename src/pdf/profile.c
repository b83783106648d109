#include "profile.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { HEADER_SIZE = 128, CURVE_POINTS = 256, DIRECTORY_ENTRY = 12 };

static void add_zeros(struct text *bytes, size_t count) {
    for (; count > 0; count--)
        text_append(bytes, "", 1);
}

static void add_fixed(struct text *bytes, double value) {
    text_add_32(bytes, (uint32_t)(int32_t)lround(value * 65536));
}

static void align(struct text *bytes) {
    while (bytes->length % 4 != 0)
        add_zeros(bytes, 1);
}

static void add_description(struct text *bytes) {
    static const char name[] = "sRGB";
    text_append(bytes, "desc\0\0\0\0", 8);
    text_add_32(bytes, sizeof(name));
    text_append(bytes, name, sizeof(name));
    add_zeros(bytes, 8 + 3 + 67); /* no Unicode and no Macintosh name */
}

static void add_copyright(struct text *bytes) {
    text_append(bytes, "text\0\0\0\0No copyright", 8 + sizeof("No copyright"));
}

static void add_xyz(struct text *bytes, const double xyz[3]) {
    text_append(bytes, "XYZ \0\0\0\0", 8);
    for (int i = 0; i < 3; i++)
        add_fixed(bytes, xyz[i]);
}

/* IEC 61966-2-1: linear near black, a power above. */
static void add_curve(struct text *bytes) {
    text_append(bytes, "curv\0\0\0\0", 8);
    text_add_32(bytes, CURVE_POINTS);
    for (int i = 0; i < CURVE_POINTS; i++) {
        double shade = i / (double)(CURVE_POINTS - 1);
        double light = shade <= 0.04045 ? shade / 12.92 : pow((shade + 0.055) / 1.055, 2.4);
        text_add_16(bytes, (unsigned)lround(light * 65535));
    }
}

/* White and primaries as seen under D50, the light of the profile connection space. */
static void add_white(struct text *bytes) {
    add_xyz(bytes, (const double[]){0.9642, 1.0, 0.8249});
}

static void add_red(struct text *bytes) {
    add_xyz(bytes, (const double[]){0.4361, 0.2225, 0.0139});
}

static void add_green(struct text *bytes) {
    add_xyz(bytes, (const double[]){0.3851, 0.7169, 0.0971});
}

static void add_blue(struct text *bytes) {
    add_xyz(bytes, (const double[]){0.1431, 0.0606, 0.7141});
}

static const struct tag {
    char name[5];
    void (*add)(struct text *); /* NULL: shares the data of the tag before */
} tags[] = {
    {"desc", add_description}, {"cprt", add_copyright}, {"wtpt", add_white}, {"rXYZ", add_red}, {"gXYZ", add_green},
    {"bXYZ", add_blue},        {"rTRC", add_curve},     {"gTRC", NULL},      {"bTRC", NULL},
};
enum { TAG_COUNT = sizeof(tags) / sizeof(tags[0]) };

static void add_header(struct text *bytes, uint32_t size) {
    text_add_32(bytes, size);
    add_zeros(bytes, 4);
    text_add_32(bytes, 0x02100000); /* version 2.1 */
    text_append(bytes, "mntrRGB XYZ ", 12);
    static const unsigned made[] = {2000, 1, 1, 0, 0, 0};
    for (size_t i = 0; i < sizeof(made) / sizeof(made[0]); i++)
        text_add_16(bytes, made[i]);
    text_append(bytes, "acsp", 4);
    add_zeros(bytes, 28);
    add_fixed(bytes, 0.9642);
    add_fixed(bytes, 1.0);
    add_fixed(bytes, 0.8249);
    add_zeros(bytes, 48);
}

void profile_srgb(struct text *bytes) {
    struct text data = {0}, directory = {0};
    uint32_t const start = HEADER_SIZE + 4 + TAG_COUNT * DIRECTORY_ENTRY;
    uint32_t offset = 0, length = 0;
    for (size_t i = 0; i < TAG_COUNT; i++) {
        if (tags[i].add != NULL) {
            offset = start + (uint32_t)data.length;
            tags[i].add(&data);
            length = start + (uint32_t)data.length - offset;
            align(&data);
        }
        text_append(&directory, tags[i].name, 4);
        text_add_32(&directory, offset);
        text_add_32(&directory, length);
    }
    add_header(bytes, start + (uint32_t)data.length);
    text_add_32(bytes, TAG_COUNT);
    text_append(bytes, directory.bytes, directory.length);
    text_append(bytes, data.bytes, data.length);
    text_free(&directory);
    text_free(&data);
}
