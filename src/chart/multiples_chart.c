#include "multiples_chart.h"

#include <math.h>

#include "describe.h"
#include "describe_gaps.h"
#include "marks.h"
#include "multiples_paint.h"
#include "plot_layout.h"
#include "text.h"
#include "unit.h"

static const double edge = 3; /* the latest point reaches over its frame */
static const double column_gap = 14, row_gap = 9, tick_gap = 6;
static const double figure_row = 13, date_row = 10;
static const double least_frame = 16, least_frame_width = 34;

double multiple_x(const struct multiple_spot *spot, size_t category) {
    size_t count = spot->chart.category_count;
    double slot = (spot->frame.right - spot->frame.left) / (double)(count == 0 ? 1 : count);
    return spot->frame.left + ((double)category + 0.5) * slot;
}

double multiple_y(const struct multiple_spot *spot, double value) {
    return spot->frame.bottom - scale_part(&spot->scale, value) * (spot->frame.bottom - spot->frame.top);
}

/* As many lines as it needs, the last cut where it needs more. */
static void break_title(const struct plot *plot, struct multiple_spot *spot, double room) {
    size_t count;
    char **words = text_split(plot->arena, spot->multiple->title, &count);
    spot->title[0] = "";
    spot->title_lines = 1;
    for (size_t i = 0; i < count; i++) {
        const char **line = &spot->title[spot->title_lines - 1];
        const char *longer = **line == '\0' ? words[i] : arena_printf(plot->arena, "%s %s", *line, words[i]);
        bool fits = lettering_width(plot->lettering, plot->bold, longer) <= room;
        bool breaks = !fits && **line != '\0' && spot->title_lines < MULTIPLE_TITLE_LINES;
        if (breaks)
            spot->title[spot->title_lines++] = words[i];
        else
            *line = longer;
    }
    for (int i = 0; i < spot->title_lines; i++)
        spot->title[i] = lettering_shorten(plot->lettering, plot->arena, plot->bold, spot->title[i], room);
}

/* The spots of a set, from a row on; gives the row behind them. */
static size_t place_set(struct multiples_chart *shown, const struct multiple_set *set, size_t row) {
    const struct chart *chart = shown->plot.chart;
    const struct scale scale = multiples_scale(chart, set);
    size_t columns = shown->grid.columns;
    for (size_t i = 0; i < set->count; i++)
        shown->spots[shown->count++] = (struct multiple_spot){.multiple = &chart->multiples->list[set->first + i],
                                                              .chart = multiples_chart(chart, set, set->first + i, 1),
                                                              .row = row + i / columns,
                                                              .column = i % columns,
                                                              .scaled = i % columns == 0,
                                                              .dated = i + columns >= set->count,
                                                              .ends = i / columns == (set->count - 1) / columns,
                                                              .scale = scale};
    return row + (set->count + columns - 1) / columns;
}

/* Room for the numbers of all scales. */
static double ticks_width(const struct multiples_chart *shown) {
    const struct plot *plot = &shown->plot;
    double widest = 0;
    for (size_t i = 0; i < shown->count; i++)
        for (int line = 0; line < shown->spots[i].scale.lines; line++) {
            const char *tick = unit_tick(plot->arena, shown->spots[i].chart.unit, &shown->spots[i].scale, line);
            widest = fmax(widest, lettering_width(plot->lettering, plot->note, tick));
        }
    return widest + tick_gap;
}

/* What a row takes beside its frames: the longest title, the figures, the periods below any but those that have an
 * empty place of the row behind. */
struct row_parts {
    int title_lines;
    bool dated;
};

static struct row_parts parts_of(const struct multiples_chart *shown, size_t row) {
    struct row_parts parts = {0};
    for (size_t i = 0; i < shown->count; i++) {
        const struct multiple_spot *spot = &shown->spots[i];
        if (spot->row != row)
            continue;
        parts.title_lines = spot->title_lines > parts.title_lines ? spot->title_lines : parts.title_lines;
        parts.dated |= spot->ends;
    }
    return parts;
}

static double parts_height(struct row_parts parts) {
    return MULTIPLE_TITLE_PT * parts.title_lines + figure_row + (parts.dated ? date_row : 2);
}

/* All frames are of one height. */
static bool place_frames(struct multiples_chart *shown) {
    const struct multiples_grid *grid = &shown->grid;
    double free = shown->plot.height - row_gap * (double)(grid->rows - 1), top = 0;
    for (size_t row = 0; row < grid->rows; row++)
        free -= parts_height(parts_of(shown, row));
    double height = free / (double)grid->rows;
    for (size_t row = 0; row < grid->rows; row++) {
        struct row_parts parts = parts_of(shown, row);
        for (size_t i = 0; i < shown->count; i++) {
            struct multiple_spot *spot = &shown->spots[i];
            if (spot->row != row)
                continue;
            double left = grid->left + grid->width * (double)spot->column,
                   frame_top = top + MULTIPLE_TITLE_PT * parts.title_lines + figure_row;
            spot->head = top + MULTIPLE_TITLE_PT * (parts.title_lines - spot->title_lines);
            spot->frame = (struct box){left, frame_top, left + grid->width - column_gap, frame_top + height};
        }
        top += parts_height(parts) + height + row_gap;
    }
    return height >= least_frame && grid->width - column_gap >= least_frame_width;
}

bool multiples_chart_make(struct multiples_chart *shown, const struct chart_canvas *canvas, const struct chart *chart) {
    const struct multiples *multiples = chart->multiples;
    *shown = (struct multiples_chart){.plot = plot_layout_start(canvas, chart)};
    shown->grid = multiples_grid_within(multiples, canvas->width_pt, canvas->height_pt);
    shown->spots = arena_new_array(canvas->arena, multiples->count + 1, struct multiple_spot);
    size_t row = 0;
    for (size_t i = 0; i < multiples->set_count; i++)
        row = place_set(shown, &multiples->sets[i], row);
    shown->grid.left = ticks_width(shown);
    shown->grid.width = (canvas->width_pt - shown->grid.left - edge + column_gap) / (double)shown->grid.columns;
    for (size_t i = 0; i < shown->count; i++)
        break_title(&shown->plot, &shown->spots[i], shown->grid.width - column_gap);
    return place_frames(shown);
}

static bool paint(const struct chart_canvas *canvas, const struct chart *chart) {
    struct multiples_chart shown;
    if (!multiples_chart_make(&shown, canvas, chart))
        return false;
    for (size_t i = 0; i < shown.count; i++)
        multiples_paint(canvas->cr, &shown.plot, &shown.spots[i]);
    return true;
}

/* Each by its title, as a chart of its own is told; then the letter of its latest figure. */
static void describe(struct description *description) {
    const struct chart *chart = description->chart;
    const struct multiples *multiples = chart->multiples;
    for (size_t s = 0; s < multiples->set_count; s++)
        for (size_t i = 0; i < multiples->sets[s].count; i++) {
            size_t place = multiples->sets[s].first + i;
            const struct multiple *multiple = &multiples->list[place];
            struct chart one = multiples_chart(chart, &multiples->sets[s], place, 1);
            description->chart = &one;
            description->headline = one.series;
            text_printf(&description->text, " %s%s%s:", multiple->title, multiple->rank == NULL ? "" : ", ",
                        multiple->rank == NULL ? "" : multiple->rank);
            describe_headline(description);
            describe_others(description);
            describe_targets(description);
            describe_gaps(description);
            if (multiple->judged)
                text_printf(&description->text, " %s.", words_band(chart->words, multiple->band));
        }
    description->chart = chart;
    description->headline = NULL;
}

const struct chart_drawing chart_drawing_multiples = {.paint = paint, .describe = describe};
