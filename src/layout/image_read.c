#include "image_read.h"

#include <string.h>
#include <strings.h>

#include "file.h"
#include "svg_check.h"

/* Logos are small. What is larger is no logo, or was made to cost time. */
enum { PNG_BYTES_MAX = 4 << 20, SVG_BYTES_MAX = 1 << 20, PNG_SIDE_MAX = 4000 };

static bool refuse(struct layout_reader *reader, struct source_pos pos, const char *path, const char *why) {
    diag_error(reader->diag, pos, "the picture \"%s\" %s", path, why);
    return false;
}

static unsigned long big_endian(const char *bytes) {
    const unsigned char *b = (const unsigned char *)bytes;
    return (unsigned long)b[0] << 24 | (unsigned long)b[1] << 16 | (unsigned long)b[2] << 8 | b[3];
}

/* The signature, then a chunk IHDR with width and height. */
static bool read_png(struct layout_reader *reader, struct image *image) {
    static const char start[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    enum { WIDTH_AT = 16, HEIGHT_AT = 20, HEAD = 24 };
    image->bytes = file_bytes(reader->arena, image->path, image->pos, PNG_BYTES_MAX, &image->length, reader->diag);
    if (image->bytes == NULL)
        return false;
    if (image->length < HEAD || memcmp(image->bytes, start, sizeof start - 1) != 0)
        return refuse(reader, image->pos, image->path, "is no PNG, whatever its name says; save it as PNG or SVG");
    unsigned long width = big_endian(image->bytes + WIDTH_AT), height = big_endian(image->bytes + HEIGHT_AT);
    if (width == 0 || height == 0 || width > PNG_SIDE_MAX || height > PNG_SIDE_MAX)
        return refuse(
            reader, image->pos, image->path,
            arena_printf(reader->arena, "is %lu x %lu pixels; the most is %d a side", width, height, PNG_SIDE_MAX));
    image->width_pt = (double)width * image_pixel_pt;
    image->height_pt = (double)height * image_pixel_pt;
    return true;
}

static bool read_svg(struct layout_reader *reader, struct image *image) {
    char *text = file_read(reader->arena, image->path, image->pos, SVG_BYTES_MAX, reader->diag);
    const struct xml_element *root = text == NULL ? NULL : xml_parse(reader->arena, image->path, text, reader->diag);
    if (root == NULL)
        return false;
    image->bytes = text;
    image->length = strlen(text);
    if (!svg_is(root))
        return refuse(reader, image->pos, image->path, "is XML, but no SVG");
    if (strstr(text, "<?xml-stylesheet") != NULL)
        return refuse(reader, image->pos, image->path,
                      "asks for a style sheet, which is never read; put styles into it");
    return svg_check(reader->arena, root, image->path, reader->diag) && svg_measure(root, image, reader->diag);
}

static bool ends_in(const char *path, const char *end) {
    size_t length = strlen(path), tail = strlen(end);
    return length >= tail && strcasecmp(path + length - tail, end) == 0;
}

const struct image *image_read(struct layout_reader *reader, const struct xml_element *element, const char *name) {
    struct layout *layout = reader->layout;
    const char *file = xml_value(element, name);
    struct source_pos pos = xml_pos(element, name);
    if (file == NULL)
        return NULL;
    char *path = path_resolve(reader->arena, &reader->scope, layout->path, file, pos, reader->diag);
    if (path == NULL)
        return NULL;
    for (size_t i = 0; i < layout->image_count; i++)
        if (strcmp(layout->images[i]->path, path) == 0)
            return layout->images[i];
    bool png = ends_in(path, ".png");
    if (!png && !ends_in(path, ".svg")) {
        refuse(reader, pos, file, "is neither .png nor .svg; save it as one of these");
        return NULL;
    }
    struct image *image = arena_new(reader->arena, struct image);
    *image = (struct image){.kind = png ? IMAGE_PNG : IMAGE_SVG, .path = path, .pos = pos};
    if (!(png ? read_png(reader, image) : read_svg(reader, image)))
        return NULL;
    arena_append(reader->arena, layout->images, layout->image_count, layout->image_capacity) = image;
    return image;
}
