#ifndef CHART_SHEET_H
#define CHART_SHEET_H

#include <cairo.h>
#include <stdbool.h>

#include "chart.h"
#include "diag.h"
#include "drawing.h"
#include "image.h"
#include "theme.h"

/* Draws all charts and pictures of a pack: charts into paths and words, pictures on one PDF in memory, a page each. */
struct chart_sheet;

/* Borrows theme, fonts and diag for its life; what charts are drawn of lives in the arena. */
struct chart_sheet *chart_sheet_create(struct arena *arena, const struct theme *theme, const struct font_list *fonts,
                                       struct diag *diag);

/* Draws a chart at its final size, cut to 1 to 14,400 pt a side; an error where that is too small for it. */
struct drawing chart_draw(struct chart_sheet *sheet, const struct chart *chart, double width_pt, double height_pt);

/* Paints a picture into width x height points from the current origin: the `artwork` room's, which `app` hands over.
 */
typedef void sheet_image_painter(cairo_t *cr, const struct theme *theme, const struct image *image, double width_pt,
                                 double height_pt);

/* Draws a picture on a page of its own. */
struct drawing chart_sheet_image(struct chart_sheet *sheet, const struct image *image, double width_pt,
                                 double height_pt, sheet_image_painter *paint);

/* Ends the sheet; no chart is drawn afterwards. out's bytes are the caller's to free; the same charts give the same
 * bytes. False, with nothing in out: already reported. */
bool chart_sheet_finish(struct chart_sheet *sheet, struct drawing_sheet *out);

void chart_sheet_destroy(struct chart_sheet *sheet); /* accepts NULL */

#endif
