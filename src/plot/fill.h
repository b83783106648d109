#ifndef PLOT_FILL_H
#define PLOT_FILL_H

#include <cairo.h>

#include "chart.h"
#include "theme.h"

/* Fills the current path, and clears it. Fills differ in texture or lightness, so that they stay apart in grey. */
void fill_paint(cairo_t *cr, const struct theme *theme, enum chart_fill fill, enum colour colour, bool edged);

/* The colour of words on a fill; false where they need white behind them. */
bool fill_lettering(const struct theme *theme, enum chart_fill fill, enum colour colour, enum colour *lettering);

#endif
