#include "comparison_plot.h"

#include <math.h>

#include "ink.h"
#include "series_look.h"
#include "unit.h"

static const double key_gap = 14;

struct chart_series comparison_look(const struct standings *shown, enum standing_whose whose, enum chart_mark mark) {
    const struct series_look *group = series_look_other(shown->group_look), *own = series_look(0);
    switch (whose) {
    case WHOSE_OWN:
        return (struct chart_series){.mark = mark, .marker = own->marker, .fill = FILL_SOLID, .colour = own->line};
    case WHOSE_MEMBER:
        return (struct chart_series){.mark = mark, .marker = group->marker, .fill = FILL_SOLID, .colour = group->label};
    default:
        return (struct chart_series){
            .mark = mark,
            .marker = MARKER_DOT,
            .fill = FILL_PALE,
            .colour = mark == MARK_POINT ? COLOUR_SECOND_TEXT : COLOUR_PAST_COLUMN,
        };
    }
}

enum colour comparison_level_colour(const struct standings_level *level) {
    return level->look == STANDINGS_NONE ? COLOUR_TEXT : series_look_other((size_t)level->look)->label;
}

double comparison_ticks_width(const struct plot *plot, const struct standings *shown, const struct scale *scale) {
    double widest = 0;
    for (int i = 0; i < scale->lines; i++)
        widest =
            fmax(widest, lettering_width(plot->lettering, plot->note, unit_tick(plot->arena, shown->unit, scale, i)));
    return widest;
}

const struct standing *comparison_own(const struct standings *shown) {
    return shown->own == STANDINGS_NONE ? NULL : &shown->marks[shown->own];
}

void comparison_put(struct callout_maker *maker, struct callout callout, struct callout_spot spot) {
    callout_move(maker->plot, &callout, spot);
    callout_add(maker, callout);
}

double comparison_add_key(struct callout_maker *maker, const char *name, const struct chart_series *look,
                          struct callout_spot spot) {
    const struct plot *plot = maker->plot;
    if (name == NULL)
        return spot.x;
    name = lettering_shorten(plot->lettering, plot->arena, plot->note, name, plot->width - spot.x - SWATCH_WIDTH);
    struct callout callout = callout_make(name, "", plot->note.size_pt, COLOUR_TEXT);
    struct chart_series *swatch = arena_new(plot->arena, struct chart_series);
    if (name[0] == '\0')
        return spot.x;
    *swatch = *look;
    callout.swatch = swatch;
    comparison_put(maker, callout, spot);
    return spot.x + callout_width(plot, &callout) + key_gap;
}

void comparison_line(cairo_t *cr, const struct plot *plot, struct segment line, enum colour colour, double width) {
    cairo_move_to(cr, line.x1, line.y1);
    cairo_line_to(cr, line.x2, line.y2);
    plot_set_colour(cr, plot, colour);
    cairo_set_line_width(cr, width);
    ink_stroke(cr);
}

void comparison_note(cairo_t *cr, const struct plot *plot, struct callout_spot spot, const char *words) {
    struct callout callout = callout_make(words, "", plot->note.size_pt, COLOUR_SECOND_TEXT);
    callout_move(plot, &callout, spot);
    plot_set_colour(cr, plot, callout.colour);
    lettering_show(plot->lettering, cr, plot->note, callout.x, callout.baseline, words);
}
