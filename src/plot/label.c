#include "label.h"

#include <math.h>

static const double beside = 2.5, below = 0.75;           /* between two labels: closer they are read as one */
static const double line_clearance = 0.75;                /* between a label and a line */
static const double descent = 0.18;                       /* of the height of a label */
static const double base_clear = 1.25, level_clear = 1.7; /* further, from what a figure would seem to lie on */
static const double at_mark = 0.05;                       /* a level so near to a mark is at its height */
static const double nearer = 0.25;                        /* another mark that is so much nearer takes a label over */

static const double alike = 0.5; /* marks of the same height say the same */

/* What each thing in the way of a label costs, the worst first. */
static const double column_cost = 8, line_cost = 4, level_cost = 3, closed_cost = 2, shape_cost = 2, stranger_cost = 1;

struct mark box_middle(struct box box) {
    return (struct mark){(box.left + box.right) / 2, (box.top + box.bottom) / 2};
}

void label_field_add_label(struct label_field *field, struct box box) {
    arena_append(field->arena, field->labels, field->label_count, field->label_capacity) = box;
}

static void add_line(struct label_field *field, struct segment line, double clear_pt) {
    arena_append(field->arena, field->lines, field->line_count, field->line_capacity) =
        (struct label_line){line, clear_pt};
}

void label_field_add_line(struct label_field *field, struct segment line) {
    add_line(field, line, 0);
}

static void add_level(struct label_field *field, struct segment line, double clear_pt) {
    arena_append(field->arena, field->levels, field->level_count, field->level_capacity) = line;
    add_line(field, line, clear_pt);
}

void label_field_add_level(struct label_field *field, struct segment line) {
    add_level(field, line, level_clear);
}

void label_field_add_limit(struct label_field *field, struct segment line) {
    add_level(field, line, 0);
}

void label_field_add_base(struct label_field *field, struct segment line) {
    add_line(field, line, base_clear);
}

void label_field_add_column(struct label_field *field, struct box box) {
    arena_append(field->arena, field->columns, field->column_count, field->column_capacity) = box;
}

void label_field_add_shape(struct label_field *field, struct box box) {
    arena_append(field->arena, field->shapes, field->shape_count, field->shape_capacity) = box;
}

void label_field_close(struct label_field *field, struct box box) {
    arena_append(field->arena, field->closed, field->closed_count, field->closed_capacity) = box;
}

void label_field_add_mark(struct label_field *field, struct mark mark) {
    arena_append(field->arena, field->marks, field->mark_count, field->mark_capacity) = mark;
}

static bool boxes_meet(struct box a, struct box b, double across, double down) {
    return a.left < b.right + across && b.left < a.right + across && a.top < b.bottom + down && b.top < a.bottom + down;
}

bool label_field_is_free(const struct label_field *field, struct box box) {
    const struct box *bounds = &field->bounds;
    if (box.left < bounds->left || box.right > bounds->right || box.top < bounds->top || box.bottom > bounds->bottom)
        return false;
    for (size_t i = 0; i < field->label_count; i++)
        if (boxes_meet(field->labels[i], box, beside, below))
            return false;
    return true;
}

/* Narrows the part [*from, *to] of a line that lies between two limits along one axis. */
static bool line_clip(double start, double way, double low, double high, double *from, double *to) {
    if (way == 0)
        return start >= low && start <= high;
    double enter = (low - start) / way, leave = (high - start) / way;
    *from = fmax(*from, fmin(enter, leave));
    *to = fmin(*to, fmax(enter, leave));
    return *from <= *to;
}

bool label_line_crosses(struct segment line, struct box box) {
    double from = 0, to = 1;
    return line_clip(line.x1, line.x2 - line.x1, box.left, box.right, &from, &to) &&
           line_clip(line.y1, line.y2 - line.y1, box.top, box.bottom, &from, &to);
}

/* From lines that it would seem to lie on a figure keeps its digits, which have nothing below their foot. */
static bool is_hit(struct segment line, struct box box, double clear_pt) {
    double clear = line_clearance + clear_pt;
    if (clear_pt > 0)
        box.bottom -= descent * (box.bottom - box.top);
    return label_line_crosses(
        line, (struct box){box.left - line_clearance, box.top - clear, box.right + line_clearance, box.bottom + clear});
}

static size_t lines_hit(const struct label_field *field, struct box box) {
    size_t hits = 0;
    for (size_t i = 0; i < field->line_count; i++)
        hits += is_hit(field->lines[i].at, box, field->lines[i].clear_pt);
    return hits;
}

static size_t levels_hit(const struct label_field *field, struct box box) {
    size_t hits = 0;
    for (size_t i = 0; i < field->level_count; i++)
        hits += is_hit(field->levels[i], box, level_clear);
    return hits;
}

static size_t boxes_hit(const struct box *boxes, size_t count, struct box box) {
    size_t hits = 0;
    for (size_t i = 0; i < count; i++)
        hits += boxes_meet(boxes[i], box, 0, 0);
    return hits;
}

static struct mark nearest_of(struct box box, struct mark mark) {
    return (struct mark){fmax(box.left, fmin(mark.x, box.right)), fmax(box.top, fmin(mark.y, box.bottom))};
}

double label_distance(struct box box, struct mark mark) {
    struct mark nearest = nearest_of(box, mark);
    return hypot(mark.x - nearest.x, mark.y - nearest.y);
}

double label_line_distance(struct segment line, struct mark mark) {
    double x = line.x2 - line.x1, y = line.y2 - line.y1, length = x * x + y * y;
    double part = length > 0 ? ((mark.x - line.x1) * x + (mark.y - line.y1) * y) / length : 0;
    part = fmax(0, fmin(part, 1));
    return hypot(line.x1 + part * x - mark.x, line.y1 + part * y - mark.y);
}

/* True where a level lies between a mark and a box. */
static bool level_parts(struct segment level, struct mark mark, struct box box) {
    struct mark end = nearest_of(box, mark);
    double x = end.x - mark.x, y = end.y - mark.y, along = level.x2 - level.x1, down = level.y2 - level.y1;
    double across = x * down - y * along, from_x = level.x1 - mark.x, from_y = level.y1 - mark.y;
    if (across == 0)
        return false;
    double way = (from_x * down - from_y * along) / across, at = (from_x * y - from_y * x) / across;
    return way * hypot(x, y) > at_mark && way <= 1 && at >= 0 && at <= 1;
}

/* Whether a label so far from its own mark would be read as another's. */
static bool is_strange(const struct label_field *field, struct box box, struct mark mark, struct mark other,
                       double own) {
    double away = label_distance(box, other);
    if (fabs(other.y - mark.y) > alike && away + nearer < own)
        return true;
    return away < field->stranger_room && hypot(other.x - mark.x, other.y - mark.y) > alike;
}

bool label_field_parts(const struct label_field *field, struct box box, struct mark mark) {
    for (size_t i = 0; i < field->level_count; i++)
        if (level_parts(field->levels[i], mark, box))
            return true;
    return false;
}

static double mark_cost(const struct label_field *field, struct box box, struct mark mark) {
    box.bottom -= descent * (box.bottom - box.top); /* a figure has nothing below its foot */
    double cost = label_field_parts(field, box, mark) ? level_cost : 0, own = label_distance(box, mark);
    cost += closed_cost * (double)boxes_hit(field->closed, field->closed_count, box);
    for (size_t i = 0; i < field->mark_count; i++)
        if (is_strange(field, box, mark, field->marks[i], own))
            return cost + stranger_cost;
    return cost;
}

double label_field_cost(const struct label_field *field, struct box box, const struct mark *mark) {
    return column_cost * (double)boxes_hit(field->columns, field->column_count, box) +
           label_field_cost_inside(field, box) + (mark != NULL ? mark_cost(field, box, *mark) : 0);
}

double label_field_cost_on_paper(const struct label_field *field, struct box box, const struct mark *mark) {
    return label_field_cost(field, box, mark) - line_cost * (double)levels_hit(field, box);
}

double label_field_cost_inside(const struct label_field *field, struct box box) {
    return line_cost * (double)lines_hit(field, box) +
           shape_cost * (double)boxes_hit(field->shapes, field->shape_count, box);
}

double label_field_right_of_columns(const struct label_field *field, struct box box) {
    double left = box.left;
    for (size_t i = 0; i < field->column_count; i++)
        if (boxes_meet(field->columns[i], box, 2, 2))
            left = fmax(left, field->columns[i].right + 2);
    return left;
}

size_t label_capacity(double gap, double low, double high) {
    return high < low ? 0 : (size_t)((high - low) / gap + 1e-9) + 1;
}

/* Less i gaps, heights that are far enough apart are ascending: what remains is to make them so, which pooling
 * neighbours that are not into their mean does with the least movement. */
void label_spread(double *y, size_t count, double gap, double low, double high) {
    for (size_t i = 0; i < count; i++)
        y[i] -= gap * (double)i;
    for (size_t end = 1; end < count; end++) {
        size_t start = end;
        double sum = y[end], mean = y[end];
        while (start > 0 && y[start - 1] > mean) {
            sum += y[--start];
            mean = sum / (double)(end - start + 1);
        }
        for (size_t i = start; i <= end; i++)
            y[i] = mean;
    }
    double highest = high - gap * (double)(count > 0 ? count - 1 : 0);
    for (size_t i = 0; i < count; i++)
        y[i] = fmax(low, fmin(y[i], highest)) + gap * (double)i;
}
