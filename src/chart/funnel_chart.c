#include "funnel_chart.h"

#include <math.h>
#include <stdlib.h>

#include "axis_cut.h"
#include "comparison_describe.h"
#include "funnel_names.h"
#include "ink.h"
#include "labels.h"
#include "marks.h"
#include "plot_layout.h"
#include "unit.h"
#include "words.h"

static const double head_room = 15, key_row = 11;     /* the title of the figures, and the key where it is below */
static const double foot_room = 23;                   /* ticks and title of the sizes */
static const double axis_share = 0.75;                /* of the width: the axis of sizes, as far as ticks care */
static const double tick_gap = 8, label_gap = 9;      /* left and right of the frame */
static const double least_wide = 60, least_high = 80; /* the frame */
static const double end_gap = 9;                      /* between labels right of the frame */
static const double label_share = 0.3;                /* of the width that these labels may have */
static const double radius = 2.4, small_radius = 1.8, own_radius = 3.6, own_line = 1.8, ring = 1.2;
static const double key_gap = 10; /* between what stands side by side */
static const double limit_width = 0.9, leader_width = 0.6;
static const double clear = 1.5; /* between a label and any mark */
static const double dash[] = {4, 2.5};
enum { MANY = 80, CURVE_POINTS = 64 };

struct curve_point {
    double x, y;
};

bool funnel_chart_place(const struct funnel_chart *funnel, const struct standing *mark, double *x, double *y) {
    const struct box *frame = &funnel->frame;
    if (!(mark->size > 0) || !isfinite(mark->value))
        return false;
    *x = frame->left + size_axis_part(&funnel->sizes, mark->size) * (frame->right - frame->left);
    *y = frame->bottom - scale_reach(&funnel->scale, mark->value) * (frame->bottom - frame->top);
    return true;
}

struct box funnel_chart_box(const struct funnel_chart *funnel, const struct standing *mark) {
    double x = 0, y = 0, reach = mark->whose == WHOSE_OWN ? own_radius * 1.4 + ring : funnel->radius + 0.4;
    funnel_chart_place(funnel, mark, &x, &y);
    return (struct box){x - reach, y - reach, x + reach, y + reach};
}

struct funnel_limits funnel_chart_limits(const struct funnel_chart *funnel, double part, enum funnel_width width) {
    const struct standings_limits *limits = funnel->shown->limits;
    struct funnel_limits found = funnel_limits_of(&limits->rule, size_axis_at(&funnel->sizes, part), width);
    return (struct funnel_limits){found.lower / limits->unit, found.upper / limits->unit};
}

/* Whether a limit is as good as the least or the most that there can be, as it is printed: nothing lies beyond it. */
static bool is_bound(const struct funnel_chart *funnel, double limit) {
    const struct standings_limits *limits = funnel->shown->limits;
    double half = pow(10, -funnel->shown->decimals) / 2;
    return limit < half || (limits->rule.proportion && limit > limits->rule.per / limits->unit - half);
}

static double height_of(const struct funnel_chart *funnel, double value) {
    double part = fmax(-1, fmin(scale_reach(&funnel->scale, value), 2)); /* further out is not seen */
    return funnel->frame.bottom - part * (funnel->frame.bottom - funnel->frame.top);
}

static int compare_sizes(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static void make_sizes(struct funnel_chart *funnel) {
    const struct standings *shown = funnel->shown;
    double *sizes = arena_new_array(funnel->plot.arena, shown->count + 1, double);
    size_t count = 0;
    for (size_t i = 0; i < shown->count; i++)
        if (shown->marks[i].size > 0)
            sizes[count++] = shown->marks[i].size;
    qsort(sizes, count, sizeof *sizes, compare_sizes);
    funnel->sizes = size_axis_make(sizes, count, funnel->plot.width * axis_share);
}

/* That which words speak of, or one that suits the height. */
static void make_scale(struct funnel_chart *funnel, int lines_min, int lines_max) {
    const struct scale *said = &funnel->plot.chart->scale;
    struct scale_range range = standings_funnel_range(funnel->shown, lines_min, lines_max);
    funnel->scale = said->lines > 1 ? *said : standings_scale(range);
    funnel->greatest = standings_greatest(&funnel->scale, range);
}

/* The labels right of the frame: of the average, and of the upper limits. */
struct end {
    double y;
    struct callout callout;
};

static size_t list_ends(const struct funnel_chart *funnel, struct end ends[3]) {
    const struct standings *shown = funnel->shown;
    const struct words *words = funnel->plot.chart->words;
    double size = funnel->plot.note.size_pt;
    size_t count = 0;
    if (shown->limits == NULL)
        return 0;
    static const struct {
        enum funnel_width width;
        enum word word;
    } limits[] = {{FUNNEL_998, WORD_COMPARISON_LIMITS_998}, {FUNNEL_95, WORD_COMPARISON_LIMITS_95}};
    for (size_t i = 0; i < 2; i++) {
        struct funnel_limits at = funnel_chart_limits(funnel, 1, limits[i].width);
        double end = is_bound(funnel, at.upper) ? at.lower : at.upper;
        if (!is_bound(funnel, end))
            ends[count++] = (struct end){height_of(funnel, end),
                                         callout_make(words_get(words, limits[i].word), "", size, COLOUR_SECOND_TEXT)};
    }
    ends[count++] = (struct end){
        height_of(funnel, shown->average.value),
        callout_make(shown->average.name, shown->average.printed, size, comparison_level_colour(&shown->average))};
    return count;
}

/* `20,000` below a tick. */
static const char *size_words(const struct funnel_chart *funnel, size_t tick) {
    double size = funnel->sizes.ticks[tick];
    int decimals = 0;
    while (decimals < 6 && fabs(size * pow(10, decimals) - round(size * pow(10, decimals))) > 1e-6)
        decimals++;
    return unit_number(funnel->plot.arena, UNIT_COUNT, size, decimals);
}

static double ends_width(const struct funnel_chart *funnel, struct end *ends, size_t count) {
    const struct plot *plot = &funnel->plot;
    double widest = 0, most = plot->width * label_share;
    for (size_t i = 0; i < count; i++) {
        double value = lettering_width(plot->lettering, plot->bold, ends[i].callout.value) + 2;
        ends[i].callout.name =
            lettering_shorten(plot->lettering, plot->arena, plot->note, ends[i].callout.name, most - value);
        widest = fmax(widest, callout_width(plot, &ends[i].callout));
    }
    return widest;
}

/* `Percentage. The scale starts at 70%.` */
static const char *value_title(const struct funnel_chart *funnel) {
    const struct plot *plot = &funnel->plot;
    const char *title = funnel->shown->value_title;
    if (!axis_is_cut(&funnel->scale))
        return title;
    const char *figure = unit_foot(plot->arena, funnel->shown->unit, &funnel->scale);
    return arena_printf(plot->arena, "%s. %s", title,
                        words_format(plot->arena, plot->chart->words, WORD_CHART_SCALE_STARTS, "figure", figure, NULL));
}

/* The words of the key: the group, and which lie within the limits; NULL where there is none. */
static void key_names(const struct funnel_chart *funnel, const char *names[2]) {
    names[0] = funnel->shown->members_name;
    names[1] = funnel->shown->limits == NULL ? NULL : words_get(funnel->plot.chart->words, WORD_COMPARISON_HOLLOW);
}

/* The key stands behind the title, or below it where both have no room side by side and the frame can spare it. */
static double head_height(const struct funnel_chart *funnel) {
    const struct plot *plot = &funnel->plot;
    double width = lettering_width(plot->lettering, plot->note, value_title(funnel));
    const char *names[2];
    key_names(funnel, names);
    for (int i = 0; i < 2; i++)
        if (names[i] != NULL)
            width += key_gap + SWATCH_WIDTH + lettering_width(plot->lettering, plot->note, names[i]);
    bool spare = plot->height - head_room - key_row - foot_room >= least_high * funnel->greatest;
    return head_room + (width > plot->width && spare ? key_row : 0);
}

/* The ends' heights hang on the scale alone, their labels' width on the frame's: the frame is made between. */
static bool make_frame(struct funnel_chart *funnel) {
    struct plot *plot = &funnel->plot;
    struct end ends[3];
    bool low = plot->height - head_room - foot_room < 110;
    make_sizes(funnel);
    make_scale(funnel, low ? 3 : 4, low ? 4 : 6);
    funnel->head_pt = head_height(funnel);
    double labels = ends_width(funnel, ends, list_ends(funnel, ends));
    double last = lettering_width(plot->lettering, plot->note, size_words(funnel, funnel->sizes.tick_count - 1)) / 2;
    funnel->frame =
        (struct box){comparison_ticks_width(plot, funnel->shown, &funnel->scale) + tick_gap, funnel->head_pt,
                     plot->width - fmax(labels > 0 ? labels + label_gap + 0.5 : 0, last), plot->height - foot_room};
    funnel->frame.top = funnel->frame.bottom - (funnel->frame.bottom - funnel->frame.top) / funnel->greatest;
    funnel->radius = funnel->shown->count > MANY ? small_radius : radius;
    return funnel->frame.right - funnel->frame.left >= least_wide &&
           funnel->frame.bottom - funnel->frame.top >= least_high;
}

static int compare_ends(const void *a, const void *b) {
    double left = ((const struct end *)a)->y, right = ((const struct end *)b)->y;
    return (left > right) - (left < right);
}

static void add_ends(struct funnel_chart *funnel) {
    struct end ends[3];
    double heights[3], half = LETTERING_MIDDLE * funnel->plot.note.size_pt;
    size_t count = list_ends(funnel, ends);
    ends_width(funnel, ends, count);
    qsort(ends, count, sizeof *ends, compare_ends);
    for (size_t i = 0; i < count; i++)
        heights[i] = ends[i].y;
    label_spread(heights, count, end_gap, funnel->frame.top, funnel->frame.bottom);
    for (size_t i = 0; i < count; i++)
        comparison_put(&funnel->labels, ends[i].callout,
                       (struct callout_spot){funnel->frame.right + label_gap, heights[i] + half, 1});
}

/* From left to right, closer together where sizes are small and limits steep; no height where it is not drawn. */
static void curve_make(const struct funnel_chart *funnel, enum funnel_width width, bool upper,
                       struct curve_point points[CURVE_POINTS]) {
    const struct box *frame = &funnel->frame;
    for (int i = 0; i < CURVE_POINTS; i++) {
        double along = (i + 1.0) / CURVE_POINTS, part = funnel->sizes.logarithmic ? along : along * along;
        struct funnel_limits limits = funnel_chart_limits(funnel, part, width);
        double limit = upper ? limits.upper : limits.lower;
        points[i] = (struct curve_point){frame->left + part * (frame->right - frame->left),
                                         is_bound(funnel, limit) ? NAN : height_of(funnel, limit)};
    }
}

/* Tells labels where curves, the average and the marks are. */
static void fill_field(struct funnel_chart *funnel) {
    struct label_field *field = &funnel->labels.field;
    const struct box *frame = &funnel->frame;
    const struct standings *shown = funnel->shown;
    struct curve_point points[CURVE_POINTS];
    field->arena = funnel->plot.arena;
    field->stranger_room = funnel->radius + FUNNEL_STRANGER_GAP_PT;
    field->bounds = (struct box){frame->left, fmin(frame->top - 3, funnel->head_pt), frame->right, frame->bottom};
    for (size_t i = 0; i < shown->count; i++) {
        const struct box box = funnel_chart_box(funnel, &shown->marks[i]);
        label_field_add_column(field,
                               (struct box){box.left - clear, box.top - clear, box.right + clear, box.bottom + clear});
        label_field_add_mark(field, box_middle(box));
    }
    for (int curve = 0; shown->limits != NULL && curve < 2 * FUNNEL_WIDTH_COUNT; curve++) {
        curve_make(funnel, (enum funnel_width)(curve / 2), curve % 2 == 0, points);
        for (size_t i = 0; i + 1 < CURVE_POINTS; i++)
            if (isfinite(points[i].y) && isfinite(points[i + 1].y))
                label_field_add_limit(field,
                                      (struct segment){points[i].x, points[i].y, points[i + 1].x, points[i + 1].y});
    }
    double average = height_of(funnel, shown->average.value);
    if (shown->limits != NULL)
        label_field_add_limit(field, (struct segment){frame->left, average, frame->right, average});
    label_field_add_line(field, (struct segment){frame->left, frame->top, frame->right, frame->top});
}

/* What the figures are, above them at the left, and the key. */
static void add_titles(struct funnel_chart *funnel) {
    const struct plot *plot = &funnel->plot;
    double baseline = LETTERING_ASCENT * plot->note.size_pt + 0.5;
    struct callout title = callout_make(value_title(funnel), "", plot->note.size_pt, COLOUR_SECOND_TEXT);
    comparison_put(&funnel->labels, title, (struct callout_spot){0, baseline, 1});
    struct chart_series member = comparison_look(funnel->shown, WHOSE_MEMBER, MARK_POINT);
    struct chart_series within = comparison_look(funnel->shown, WHOSE_OTHER, MARK_POINT);
    struct callout_spot spot = {callout_width(plot, &title) + key_gap, baseline, 1};
    if (funnel->head_pt > head_room)
        spot = (struct callout_spot){0, baseline + key_row, 1};
    const char *names[2];
    key_names(funnel, names);
    spot.x = comparison_add_key(&funnel->labels, names[0], &member, spot);
    comparison_add_key(&funnel->labels, names[1], &within, spot);
}

static const char *size_title(const struct funnel_chart *funnel) {
    const struct plot *plot = &funnel->plot;
    const char *title = funnel->shown->size_title;
    if (funnel->sizes.logarithmic)
        title = words_format(plot->arena, plot->chart->words, WORD_COMPARISON_LOGARITHMIC, "title", title, NULL);
    return lettering_shorten(plot->lettering, plot->arena, plot->note, title, funnel->frame.right);
}

bool funnel_chart_make(struct funnel_chart *funnel, const struct chart_canvas *canvas, const struct chart *chart) {
    *funnel = (struct funnel_chart){.plot = plot_layout_start(canvas, chart), .shown = chart->standings};
    funnel->labels.plot = &funnel->plot;
    if (!make_frame(funnel))
        return false;
    fill_field(funnel);
    add_ends(funnel);
    add_titles(funnel);
    funnel->foot_pt =
        funnel->frame.right - key_gap - lettering_width(funnel->plot.lettering, funnel->plot.note, size_title(funnel));
    funnel_names_add(funnel);
    return true;
}

static void axes_paint(cairo_t *cr, const struct funnel_chart *funnel) {
    const struct plot *plot = &funnel->plot;
    const struct box *frame = &funnel->frame;
    double size = plot->note.size_pt, half = LETTERING_MIDDLE * size;
    for (int line = 0; line < funnel->scale.lines; line++) {
        double y = height_of(funnel, scale_tick(&funnel->scale, line));
        bool base = line == 0;
        comparison_line(cr, plot, (struct segment){frame->left, y, frame->right, y}, base ? COLOUR_AXIS : COLOUR_GRID,
                        base ? 0.75 : plot->theme->lines_pt[LINE_HAIR]);
        comparison_note(cr, plot, (struct callout_spot){frame->left - tick_gap, y + half, -1},
                        unit_tick(plot->arena, funnel->shown->unit, &funnel->scale, line));
    }
    axis_cut_paint(cr, plot, &funnel->scale, frame->left, frame->bottom);
    for (size_t tick = 0; tick < funnel->sizes.tick_count; tick++) {
        double part = size_axis_part(&funnel->sizes, funnel->sizes.ticks[tick]);
        double x = frame->left + part * (frame->right - frame->left);
        comparison_line(cr, plot, (struct segment){x, frame->bottom, x, frame->bottom + 2.5}, COLOUR_AXIS, 0.5);
        comparison_note(cr, plot, (struct callout_spot){x, frame->bottom + 3.5 + LETTERING_ASCENT * size, 0},
                        size_words(funnel, tick));
    }
    comparison_note(cr, plot, (struct callout_spot){frame->right, plot->height - LETTERING_DESCENT * size, -1},
                    size_title(funnel));
}

static void curve_trace(cairo_t *cr, const struct curve_point points[CURVE_POINTS]) {
    for (size_t i = 0; i < CURVE_POINTS; i++)
        if (!isfinite(points[i].y))
            cairo_new_sub_path(cr);
        else
            cairo_line_to(cr, points[i].x, points[i].y);
}

static void limits_paint(cairo_t *cr, const struct funnel_chart *funnel) {
    const struct plot *plot = &funnel->plot;
    const struct box *frame = &funnel->frame;
    struct curve_point points[CURVE_POINTS];
    cairo_rectangle(cr, frame->left, frame->top, frame->right - frame->left, frame->bottom - frame->top);
    ink_begin_clip(cr);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    for (int curve = 0; curve < 2 * FUNNEL_WIDTH_COUNT; curve++) {
        enum funnel_width width = (enum funnel_width)(curve / 2);
        curve_make(funnel, width, curve % 2 == 0, points);
        curve_trace(cr, points);
        plot_set_colour(cr, plot, COLOUR_SECOND_TEXT);
        cairo_set_line_width(cr, limit_width);
        cairo_set_dash(cr, dash, width == FUNNEL_95 ? 2 : 0, 0);
        ink_stroke(cr);
    }
    ink_end_clip(cr);
    double average = height_of(funnel, funnel->shown->average.value);
    comparison_line(cr, plot, (struct segment){frame->left, average, frame->right, average},
                    comparison_level_colour(&funnel->shown->average), plot->theme->lines_pt[LINE_SECOND]);
}

/* One's own within the limits is a strong ring, through which one behind it is seen. */
static void ring_paint(cairo_t *cr, const struct funnel_chart *funnel, const struct chart_series *look,
                       struct mark at) {
    marks_shape(cr, look->marker, at.x, at.y, own_radius);
    plot_set_colour(cr, &funnel->plot, look->colour);
    cairo_set_line_width(cr, own_line);
    ink_stroke(cr);
}

/* Those beyond the limits are solid, so that they are seen, the others hollow; one's own has white round it. */
static void mark_paint(cairo_t *cr, const struct funnel_chart *funnel, const struct standing *mark) {
    const struct plot *plot = &funnel->plot;
    struct chart_series look = comparison_look(funnel->shown, mark->whose, MARK_POINT);
    bool own = mark->whose == WHOSE_OWN, within = mark->place == FUNNEL_WITHIN;
    double x, y;
    if (!funnel_chart_place(funnel, mark, &x, &y))
        return;
    if (own && within) {
        ring_paint(cr, funnel, &look, (struct mark){x, y});
        return;
    }
    if (own) {
        marks_shape(cr, look.marker, x, y, own_radius + ring);
        plot_set_colour(cr, plot, COLOUR_WHITE);
        ink_fill(cr);
    }
    look.fill = within ? FILL_PALE : FILL_SOLID;
    marks_point(cr, plot, &look, (struct mark){x, y}, own ? own_radius : funnel->radius);
}

static bool paint(const struct chart_canvas *canvas, const struct chart *chart) {
    cairo_t *cr = canvas->cr;
    struct funnel_chart funnel;
    if (!funnel_chart_make(&funnel, canvas, chart))
        return false;
    axes_paint(cr, &funnel);
    labels_paint_backs(cr, &funnel.plot, &funnel.labels.list);
    if (funnel.shown->limits != NULL)
        limits_paint(cr, &funnel);
    for (size_t i = 0; i < funnel.leader_count; i++)
        comparison_line(cr, &funnel.plot, funnel.leaders[i].line,
                        funnel.leaders[i].own ? COLOUR_BRAND : COLOUR_SECOND_TEXT, leader_width);
    for (enum standing_whose whose = 0; whose < WHOSE_COUNT; whose++)
        for (size_t i = 0; i < funnel.shown->count; i++)
            if (funnel.shown->marks[i].whose == whose)
                mark_paint(cr, &funnel, &funnel.shown->marks[i]);
    labels_paint(cr, &funnel.plot, &funnel.labels.list);
    return true;
}

const struct chart_drawing chart_drawing_funnel = {.paint = paint, .describe = comparison_describe_funnel};
