#include <librsvg/rsvg.h>

#include "svg_module.h"

/* A struct svg is librsvg's handle. */
static RsvgHandle *handle_of(struct svg *svg) {
    return (RsvgHandle *)svg;
}

static bool render(cairo_t *cr, RsvgHandle *handle, double width, double height, GError **error) {
    const RsvgRectangle area = {0, 0, width, height};
    cairo_save(cr);
    bool drawn = rsvg_handle_render_document(handle, cr, &area, error);
    cairo_restore(cr);
    return drawn;
}

/* Draws it once, to a dot that nobody sees: later there is nobody to tell. */
static bool try_out(RsvgHandle *handle, GError **error) {
    cairo_surface_t *dot = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 1, 1);
    cairo_t *cr = cairo_create(dot);
    bool drawn = render(cr, handle, 1, 1, error);
    cairo_destroy(cr);
    cairo_surface_destroy(dot);
    return drawn;
}

static struct svg *svg_open(const struct image *image, struct diag *diag) {
    GError *error = NULL;
    RsvgHandle *handle = rsvg_handle_new_from_data((const guint8 *)image->bytes, image->length, &error);
    if (handle != NULL && try_out(handle, &error))
        return (struct svg *)handle;
    diag_error(diag, image->pos, "the picture \"%s\" cannot be drawn: %s", image->path, error->message);
    g_error_free(error);
    g_clear_object(&handle);
    return NULL;
}

static void svg_paint(cairo_t *cr, struct svg *svg, double width, double height) {
    render(cr, handle_of(svg), width, height, NULL);
}

static void svg_close(struct svg *svg) {
    g_object_unref(handle_of(svg));
}

MODULE_EXPORT const struct svg_module module = {
    .head = MODULE_HEAD(struct svg_module), .open = svg_open, .paint = svg_paint, .close = svg_close};
