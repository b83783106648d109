#include "export.h"

#include <cairo-svg.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "output.h"
#include "painter.h"
#include "picture_text.h"
#include "png_file.h"
#include "svg.h"
#include "text.h"

enum { PAINT_RESERVE = 16 << 20 };

static const double points_per_inch = 72;

struct export {
    struct export_options options;
    struct diag *diag;
    size_t system_before; /* failures that were reported before this export's */
    struct lettering *lettering;
};

struct export *export_create(const struct font_list *fonts, const struct export_options *options, struct diag *diag) {
    struct export *export = memory_alloc(sizeof *export);
    *export = (struct export){*options, diag, diag->system, lettering_create(fonts, diag)};
    return export;
}

void export_destroy(struct export *export) {
    if (export == NULL)
        return;
    lettering_destroy(export->lettering);
    free(export);
}

static cairo_status_t keep(void *text, const unsigned char *bytes, unsigned int length) {
    text_append(text, (const char *)bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* Units of the surface, pixels or an SVG's, in a point. */
static double scale_of(const struct export *export) {
    return export->options.format == EXPORT_PNG ? export->options.dpi / points_per_inch : SVG_UNITS_PER_POINT;
}

static cairo_surface_t *create_surface(const struct export *export, const struct page *page, struct text *drawn) {
    double width = page->width_pt * scale_of(export), height = page->height_pt * scale_of(export);
    if (export->options.format == EXPORT_PNG)
        return cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)lround(width), (int)lround(height));
    return cairo_svg_surface_create_for_stream(keep, drawn, width, height);
}

/* Paints the page; an SVG's bytes are in `drawn` afterwards. False was reported. */
static bool paint(struct export *export, const struct document *document, const struct page *page,
                  cairo_surface_t *surface) {
    double scale = scale_of(export);
    size_t errors = export->diag->errors;
    free(memory_alloc(PAINT_RESERVE)); /* without memory for edges cairo jumps into a function that has returned */
    cairo_t *cr = cairo_create(surface);
    cairo_font_options_t *font = cairo_font_options_create();
    /* As on paper, whatever the machine's settings: letters in grey, at their own widths. */
    cairo_font_options_set_antialias(font, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(font, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(font, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cr, font);
    cairo_font_options_destroy(font);
    cairo_scale(cr, scale, scale);
    bool sound =
        page_is_sound(page) && painter_page(cr, export->lettering, document, page, &export->options, export->diag);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    if (export->options.format == EXPORT_SVG)
        cairo_surface_finish(surface);
    else
        cairo_surface_flush(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    if (!sound)
        diag_system(export->diag, (struct source_pos){0},
                    "%s: something lies at a place that is no number or too far out", page->id);
    else if (status != CAIRO_STATUS_SUCCESS)
        diag_system(export->diag, (struct source_pos){0}, "%s cannot be drawn: %s", page->id,
                    cairo_status_to_string(status));
    return export->diag->system == export->system_before && export->diag->errors == errors;
}

/* A page once it is drawn: its pixels are the surface's, its lines in an SVG are bytes. */
struct drawn_page {
    const struct page *page;
    cairo_surface_t *surface;
    struct text bytes;
    struct picture_text text;
};

static bool save(struct export *export, const struct drawn_page *drawn, const char *path) {
    struct output output;
    if (!output_open(&output, path, export->diag))
        return false;
    errno = 0;
    bool written =
        export->options.format == EXPORT_PNG
            ? png_file_write(output.stream, drawn->surface, export->options.dpi, &drawn->text)
            : svg_write(output.stream, &drawn->bytes, drawn->page->width_pt, drawn->page->height_pt, &drawn->text);
    if (written)
        return output_commit(&output, export->diag);
    diag_system(export->diag, (struct source_pos){0}, "cannot write %s: %s", path,
                errno != 0 ? strerror(errno) : "the picture cannot be put together");
    output_discard(&output);
    return false;
}

bool export_write(struct export *export, const struct document *document, size_t page, const char *path) {
    struct arena *arena = arena_create();
    struct drawn_page drawn = {.page = &document->pages[page],
                               .text = picture_text_of(arena, document, page, export->options.software)};
    drawn.surface = create_surface(export, drawn.page, &drawn.bytes);
    bool written = paint(export, document, drawn.page, drawn.surface) && save(export, &drawn, path);
    cairo_surface_destroy(drawn.surface);
    text_free(&drawn.bytes);
    arena_destroy(arena);
    return written;
}
