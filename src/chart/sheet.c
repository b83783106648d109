#include "sheet.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ink.h"
#include "lettering.h"
#include "paint.h"
#include "text.h"

static const double least_side = 1, greatest_side = 14400;

struct chart_sheet {
    const struct theme *theme;
    struct diag *diag;
    size_t system_before; /* failures that were reported before this sheet's */
    struct lettering *lettering;
    struct lettering_list words; /* of the chart being drawn */
    struct ink_list paths;
    cairo_t *chart;   /* of a surface on which nothing is painted */
    cairo_t *picture; /* of the PDF; NULL: there is no picture yet */
    size_t page_count;
    struct text bytes;
};

static cairo_status_t sheet_write(void *closure, const unsigned char *bytes, unsigned int length) {
    struct chart_sheet *sheet = closure;
    text_append(&sheet->bytes, (const char *)bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

struct chart_sheet *chart_sheet_create(struct arena *arena, const struct theme *theme, const struct font_list *fonts,
                                       struct diag *diag) {
    struct chart_sheet *sheet = memory_alloc(sizeof *sheet);
    memset(sheet, 0, sizeof *sheet);
    sheet->theme = theme;
    sheet->diag = diag;
    sheet->system_before = diag->system;
    sheet->lettering = lettering_create(fonts, diag);
    sheet->words.arena = sheet->paths.arena = arena;
    lettering_collect(sheet->lettering, &sheet->words);
    cairo_surface_t *nothing = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    sheet->chart = cairo_create(nothing);
    cairo_surface_destroy(nothing);
    ink_collect(sheet->chart, &sheet->paths);
    return sheet;
}

static double side(double length_pt) {
    return isfinite(length_pt) ? fmax(least_side, fmin(length_pt, greatest_side)) : least_side;
}

struct drawing chart_draw(struct chart_sheet *sheet, const struct chart *chart, double width_pt, double height_pt) {
    struct drawing drawing = {.width_pt = side(width_pt), .height_pt = side(height_pt)};
    sheet->words = (struct lettering_list){.arena = sheet->words.arena};
    sheet->paths = (struct ink_list){.arena = sheet->paths.arena};
    if (!chart_paint(sheet->chart, sheet->lettering, sheet->theme, chart, drawing.width_pt, drawing.height_pt))
        chart_report_small(chart, drawing.width_pt, drawing.height_pt, sheet->diag);
    drawing.words = sheet->words.words;
    drawing.word_count = sheet->words.count;
    drawing.paths = sheet->paths.paths;
    drawing.path_count = sheet->paths.count;
    return drawing;
}

static cairo_t *pdf_create(struct chart_sheet *sheet) {
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(sheet_write, sheet, least_side, least_side);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
    cairo_t *cr = cairo_create(surface);
    cairo_surface_destroy(surface);
    return cr;
}

struct drawing chart_sheet_image(struct chart_sheet *sheet, const struct image *image, double width_pt,
                                 double height_pt, sheet_image_painter *paint) {
    struct drawing drawing = {.page = sheet->page_count++, .width_pt = side(width_pt), .height_pt = side(height_pt)};
    if (sheet->picture == NULL)
        sheet->picture = pdf_create(sheet);
    cairo_pdf_surface_set_size(cairo_get_target(sheet->picture), drawing.width_pt, drawing.height_pt);
    paint(sheet->picture, sheet->theme, image, drawing.width_pt, drawing.height_pt);
    cairo_show_page(sheet->picture);
    return drawing;
}

/* cairo's status where it failed, of what was drawn or of the file that it makes of it. */
static cairo_status_t status_of(const struct chart_sheet *sheet) {
    if (cairo_status(sheet->chart) != CAIRO_STATUS_SUCCESS || sheet->picture == NULL)
        return cairo_status(sheet->chart);
    cairo_surface_t *surface = cairo_get_target(sheet->picture);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_status(sheet->picture);
    return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status(surface);
}

bool chart_sheet_finish(struct chart_sheet *sheet, struct drawing_sheet *out) {
    *out = (struct drawing_sheet){0};
    cairo_status_t status = status_of(sheet);
    if (status != CAIRO_STATUS_SUCCESS)
        diag_system(sheet->diag, (struct source_pos){0}, "The charts could not be drawn: %s.",
                    cairo_status_to_string(status));
    if (sheet->diag->system > sheet->system_before)
        return false;
    out->bytes = (unsigned char *)sheet->bytes.bytes;
    out->length = sheet->bytes.length;
    sheet->bytes = (struct text){0};
    return true;
}

void chart_sheet_destroy(struct chart_sheet *sheet) {
    if (sheet == NULL)
        return;
    cairo_destroy(sheet->chart);
    cairo_destroy(sheet->picture);
    lettering_destroy(sheet->lettering);
    text_free(&sheet->bytes);
    free(sheet);
}
