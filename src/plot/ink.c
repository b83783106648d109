#define INK_PAINTS
#include "ink.h"

#include <assert.h>

static const cairo_user_data_key_t list_key;

void ink_collect(cairo_t *cr, struct ink_list *list) {
    if (cairo_set_user_data(cr, &list_key, list, NULL) != CAIRO_STATUS_SUCCESS)
        memory_exhausted();
}

static struct ink_list *list_of(cairo_t *cr) {
    return cairo_get_user_data(cr, &list_key);
}

/* The points of each kind of cairo's steps, of which all but the last of a curve are its controls. */
static const struct {
    enum drawn_step_kind kind;
    int points;
} kinds[] = {[CAIRO_PATH_MOVE_TO] = {DRAWN_MOVE, 1},
             [CAIRO_PATH_LINE_TO] = {DRAWN_LINE, 1},
             [CAIRO_PATH_CURVE_TO] = {DRAWN_CURVE, 3},
             [CAIRO_PATH_CLOSE_PATH] = {DRAWN_CLOSE, 0}};

/* Places are those of the surface. */
static size_t steps_put(cairo_t *cr, struct drawn_step *steps, size_t count, const cairo_path_data_t *data) {
    enum drawn_step_kind kind = kinds[data->header.type].kind;
    int points = kinds[data->header.type].points;
    if (points == 0)
        steps[count++] = (struct drawn_step){.kind = kind};
    for (int i = 1; i <= points; i++) {
        double x = data[i].point.x, y = data[i].point.y;
        cairo_user_to_device(cr, &x, &y);
        steps[count++] = (struct drawn_step){i < points ? DRAWN_CONTROL : kind, x, y};
    }
    return count;
}

/* The path that cairo has. It moves back to the start of what was closed, which leads nowhere at the end, and before
 * another move. */
static struct drawn_outline outline_of(const struct ink_list *list, cairo_t *cr) {
    cairo_path_t *path = cairo_copy_path(cr);
    if (path->status == CAIRO_STATUS_NO_MEMORY) /* which cairo keeps to the path, that has no steps then */
        memory_exhausted();
    struct drawn_step *steps = arena_new_array(list->arena, (size_t)path->num_data, struct drawn_step);
    size_t count = 0;
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        bool again =
            path->data[i].header.type == CAIRO_PATH_MOVE_TO && count > 0 && steps[count - 1].kind == DRAWN_MOVE;
        count = steps_put(cr, steps, count - again, &path->data[i]);
    }
    if (count > 0 && steps[count - 1].kind == DRAWN_MOVE)
        count--;
    cairo_path_destroy(path);
    return (struct drawn_outline){steps, count};
}

static bool outline_equal(struct drawn_outline a, struct drawn_outline b) {
    if (a.count != b.count)
        return false;
    for (size_t i = 0; i < a.count; i++)
        if (a.steps[i].kind != b.steps[i].kind || a.steps[i].x != b.steps[i].x || a.steps[i].y != b.steps[i].y)
            return false;
    return true;
}

static struct rgb colour_of(cairo_t *cr) {
    struct rgb rgb = {0};
    cairo_pattern_get_rgba(cairo_get_source(cr), &rgb.red, &rgb.green, &rgb.blue, NULL);
    return rgb;
}

static struct drawn_line line_of(cairo_t *cr) {
    double scale = 1, none = 0;
    cairo_user_to_device_distance(cr, &scale, &none);
    struct drawn_line line = {.weight_pt = scale * cairo_get_line_width(cr),
                              .cap = (int)cairo_get_line_cap(cr),
                              .join = (int)cairo_get_line_join(cr)};
    assert((size_t)cairo_get_dash_count(cr) <= sizeof(line.dash_pt) / sizeof(*line.dash_pt));
    cairo_get_dash(cr, line.dash_pt, NULL);
    for (size_t i = 0; i < sizeof(line.dash_pt) / sizeof(*line.dash_pt); i++)
        line.dash_pt[i] *= scale;
    return line;
}

static struct drawn_path *path_add(struct ink_list *list, struct drawn_outline outline) {
    struct drawn_path path = {.outline = outline, .clip = list->clip};
    arena_append(list->arena, list->paths, list->count, list->capacity) = path;
    return &list->paths[list->count - 1];
}

static void fill_collect(struct ink_list *list, cairo_t *cr) {
    struct drawn_outline outline = outline_of(list, cr);
    if (outline.count == 0)
        return;
    struct drawn_path *path = path_add(list, outline);
    path->filled = true;
    path->fill = colour_of(cr);
}

/* Of what was filled just before: one path. */
static void stroke_collect(struct ink_list *list, cairo_t *cr) {
    struct drawn_outline outline = outline_of(list, cr);
    if (outline.count == 0)
        return;
    struct drawn_path *path = list->count > 0 ? &list->paths[list->count - 1] : NULL;
    if (path == NULL || path->stroked || path->clip.steps != list->clip.steps || !outline_equal(path->outline, outline))
        path = path_add(list, outline);
    path->stroked = true;
    path->stroke = colour_of(cr);
    path->line = line_of(cr);
}

void ink_fill_preserve(cairo_t *cr) {
    if (list_of(cr) == NULL)
        cairo_fill_preserve(cr);
    else
        fill_collect(list_of(cr), cr);
}

void ink_stroke_preserve(cairo_t *cr) {
    if (list_of(cr) == NULL)
        cairo_stroke_preserve(cr);
    else
        stroke_collect(list_of(cr), cr);
}

void ink_fill(cairo_t *cr) {
    ink_fill_preserve(cr);
    cairo_new_path(cr);
}

void ink_stroke(cairo_t *cr) {
    ink_stroke_preserve(cr);
    cairo_new_path(cr);
}

void ink_begin_clip(cairo_t *cr) {
    struct ink_list *list = list_of(cr);
    if (list != NULL)
        list->clip = outline_of(list, cr);
    cairo_save(cr);
    cairo_clip(cr);
}

void ink_end_clip(cairo_t *cr) {
    struct ink_list *list = list_of(cr);
    if (list != NULL)
        list->clip = (struct drawn_outline){0};
    cairo_restore(cr);
}
