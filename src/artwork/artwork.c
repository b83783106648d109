#include "artwork.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "svg_module.h"

enum { GREY_DOTS_AN_INCH = 600, GREY_SIDE_MAX = 4000 };

struct artwork {
    cairo_surface_t *dots;           /* of a PNG */
    const struct svg_module *drawer; /* of an SVG, and what it made of it */
    struct svg *outlines;
};

/* What is left of a file while it is decoded. */
struct rest {
    const char *bytes;
    size_t length;
};

static cairo_status_t read_rest(void *closure, unsigned char *bytes, unsigned int length) {
    struct rest *rest = closure;
    if (length > rest->length)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(bytes, rest->bytes, length);
    rest->bytes += length;
    rest->length -= length;
    return CAIRO_STATUS_SUCCESS;
}

static bool open_png(struct image *image, struct diag *diag) {
    struct rest rest = {image->bytes, image->length};
    image->art->dots = cairo_image_surface_create_from_png_stream(read_rest, &rest);
    if (cairo_surface_status(image->art->dots) == CAIRO_STATUS_SUCCESS)
        return true;
    diag_error(diag, image->pos, "the picture \"%s\" is damaged; save it as PNG anew", image->path);
    return false;
}

static bool open_svg(struct image *image, struct diag *diag) {
    static const struct module_need need = {
        .name = "svg", .use = "SVG pictures", .package = "librsvg2-2", .size = sizeof(struct svg_module)};
    image->art->drawer = module_open(&need, image->pos, diag);
    if (image->art->drawer != NULL)
        image->art->outlines = image->art->drawer->open(image, diag);
    return image->art->outlines != NULL;
}

bool artwork_open(struct image *image, struct diag *diag) {
    image->art = memory_alloc(sizeof *image->art);
    *image->art = (struct artwork){0};
    return image->kind == IMAGE_PNG ? open_png(image, diag) : open_svg(image, diag);
}

void artwork_close(struct image *image) {
    if (image->art == NULL)
        return;
    cairo_surface_destroy(image->art->dots);
    if (image->art->outlines != NULL)
        image->art->drawer->close(image->art->outlines);
    free(image->art);
    image->art = NULL;
}

/* Between the dots nothing is made up: the PDF would ask its viewer to, which archives do not allow. */
static void paint_dots(cairo_t *cr, cairo_surface_t *dots, double width, double height) {
    cairo_save(cr);
    cairo_scale(cr, width / cairo_image_surface_get_width(dots), height / cairo_image_surface_get_height(dots));
    cairo_set_source_surface(cr, dots, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
    cairo_paint(cr);
    cairo_restore(cr);
}

/* A dot of a surface: alpha, red, green, blue, each colour already times alpha. */
static uint32_t grey_dot(uint32_t dot) {
    double alpha = dot >> 24;
    if (alpha == 0)
        return 0;
    struct rgb colour = {(dot >> 16 & 0xFF) / alpha, (dot >> 8 & 0xFF) / alpha, (dot & 0xFF) / alpha};
    uint32_t shade = (uint32_t)lround(fmin(theme_shade(colour), 1) * alpha);
    return (dot & 0xFF000000) | shade << 16 | shade << 8 | shade;
}

/* Neighbours are often alike, above all in a logo. */
static void turn_grey(cairo_surface_t *dots) {
    cairo_surface_flush(dots);
    unsigned char *bytes = cairo_image_surface_get_data(dots);
    int width = cairo_image_surface_get_width(dots), height = cairo_image_surface_get_height(dots);
    uint32_t before = 0, shade = 0;
    for (int y = 0; y < height; y++) {
        uint32_t *row = (uint32_t *)(void *)(bytes + (ptrdiff_t)y * cairo_image_surface_get_stride(dots));
        for (int x = 0; x < width; x++) {
            if (row[x] != before) {
                before = row[x];
                shade = grey_dot(before);
            }
            row[x] = shade;
        }
    }
    cairo_surface_mark_dirty(dots);
}

static int dots_of(double length_pt) {
    return (int)fmax(1, fmin(GREY_SIDE_MAX, ceil(length_pt / 72 * GREY_DOTS_AN_INCH)));
}

static void paint_picture(cairo_t *cr, const struct artwork *art, double width, double height) {
    if (art->dots != NULL)
        paint_dots(cr, art->dots, width, height);
    else
        art->drawer->paint(cr, art->outlines, width, height);
}

static void paint_grey(cairo_t *cr, const struct artwork *art, double width, double height) {
    int across = art->dots != NULL ? cairo_image_surface_get_width(art->dots) : dots_of(width);
    int down = art->dots != NULL ? cairo_image_surface_get_height(art->dots) : dots_of(height);
    cairo_surface_t *dots = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, across, down);
    cairo_t *aside = cairo_create(dots);
    paint_picture(aside, art, across, down);
    cairo_destroy(aside);
    turn_grey(dots);
    paint_dots(cr, dots, width, height);
    cairo_surface_destroy(dots);
}

void artwork_paint(cairo_t *cr, const struct theme *theme, const struct image *image, double width_pt,
                   double height_pt) {
    if (theme->grey)
        paint_grey(cr, image->art, width_pt, height_pt);
    else
        paint_picture(cr, image->art, width_pt, height_pt);
}
