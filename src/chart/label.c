#include "label.h"

#include <math.h>

static const double clearance = 0.75; /* between two labels */

void label_field_add_label(struct label_field *field, struct box box) {
    arena_append(field->arena, field->labels, field->label_count, field->label_capacity) = box;
}

void label_field_add_line(struct label_field *field, struct segment line) {
    arena_append(field->arena, field->lines, field->line_count, field->line_capacity) = line;
}

void label_field_add_column(struct label_field *field, struct box box) {
    arena_append(field->arena, field->columns, field->column_count, field->column_capacity) = box;
}

void label_field_add_shape(struct label_field *field, struct box box) {
    arena_append(field->arena, field->shapes, field->shape_count, field->shape_capacity) = box;
}

static bool boxes_meet(struct box a, struct box b, double gap) {
    return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}

bool label_field_is_free(const struct label_field *field, struct box box) {
    const struct box *bounds = &field->bounds;
    if (box.left < bounds->left || box.right > bounds->right || box.top < bounds->top || box.bottom > bounds->bottom)
        return false;
    for (size_t i = 0; i < field->label_count; i++)
        if (boxes_meet(field->labels[i], box, clearance))
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

static bool line_crosses(struct segment line, struct box box) {
    double from = 0, to = 1;
    return line_clip(line.x1, line.x2 - line.x1, box.left, box.right, &from, &to) &&
           line_clip(line.y1, line.y2 - line.y1, box.top, box.bottom, &from, &to);
}

size_t label_field_lines_hit(const struct label_field *field, struct box box) {
    size_t hits = 0;
    for (size_t i = 0; i < field->line_count; i++)
        hits += line_crosses(field->lines[i], box);
    return hits;
}

size_t label_field_columns_hit(const struct label_field *field, struct box box) {
    size_t hits = 0;
    for (size_t i = 0; i < field->column_count; i++)
        hits += boxes_meet(field->columns[i], box, 0);
    return hits;
}

size_t label_field_shapes_hit(const struct label_field *field, struct box box) {
    size_t hits = 0;
    for (size_t i = 0; i < field->shape_count; i++)
        hits += boxes_meet(field->shapes[i], box, 0);
    return hits;
}

double label_field_right_of_columns(const struct label_field *field, struct box box) {
    double left = box.left;
    for (size_t i = 0; i < field->column_count; i++)
        if (boxes_meet(field->columns[i], box, 2))
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
