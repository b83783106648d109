#include "sheet.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

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
    cairo_surface_t *surface;
    cairo_t *cr;
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
    sheet->words.arena = arena;
    lettering_collect(sheet->lettering, &sheet->words);
    sheet->surface = cairo_pdf_surface_create_for_stream(sheet_write, sheet, least_side, least_side);
    cairo_pdf_surface_set_metadata(sheet->surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
    sheet->cr = cairo_create(sheet->surface);
    return sheet;
}

static double side(double length_pt) {
    return isfinite(length_pt) ? fmax(least_side, fmin(length_pt, greatest_side)) : least_side;
}

static struct drawing start_page(struct chart_sheet *sheet, double width_pt, double height_pt) {
    struct drawing drawing = {.page = sheet->page_count++, .width_pt = side(width_pt), .height_pt = side(height_pt)};
    cairo_pdf_surface_set_size(sheet->surface, drawing.width_pt, drawing.height_pt);
    return drawing;
}

struct drawing chart_draw(struct chart_sheet *sheet, const struct chart *chart, double width_pt, double height_pt) {
    struct drawing drawing = start_page(sheet, width_pt, height_pt);
    sheet->words = (struct lettering_list){.arena = sheet->words.arena};
    if (!chart_paint(sheet->cr, sheet->lettering, sheet->theme, chart, drawing.width_pt, drawing.height_pt))
        chart_report_small(chart, drawing.width_pt, drawing.height_pt, sheet->diag);
    cairo_show_page(sheet->cr);
    drawing.words = sheet->words.words;
    drawing.word_count = sheet->words.count;
    return drawing;
}

struct drawing chart_sheet_image(struct chart_sheet *sheet, const struct image *image, double width_pt,
                                 double height_pt, sheet_image_painter *paint) {
    struct drawing drawing = start_page(sheet, width_pt, height_pt);
    paint(sheet->cr, sheet->theme, image, drawing.width_pt, drawing.height_pt);
    cairo_show_page(sheet->cr);
    return drawing;
}

bool chart_sheet_finish(struct chart_sheet *sheet, struct drawing_sheet *out) {
    *out = (struct drawing_sheet){0};
    cairo_status_t status = cairo_status(sheet->cr);
    cairo_surface_finish(sheet->surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(sheet->surface);
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
    cairo_destroy(sheet->cr);
    cairo_surface_destroy(sheet->surface);
    lettering_destroy(sheet->lettering);
    text_free(&sheet->bytes);
    free(sheet);
}
