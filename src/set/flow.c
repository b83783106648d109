#include "flow.h"

struct piece *flow_add(struct composer *composer, struct flow *flow, double height_pt) {
    struct piece *piece = arena_new(composer->arena, struct piece);
    piece->height_pt = height_pt;
    piece->pos = composer->page->pos;
    if (flow->last == NULL)
        flow->first = piece;
    else
        flow->last->next = piece;
    flow->last = piece;
    return piece;
}

void flow_keep_last(struct flow *flow) {
    if (flow->last != NULL)
        flow->last->keep = true;
}

double flow_left_width(const struct flow *flow) {
    return flow->fold_pt > 0 ? (flow->width_pt - flow->fold_pt) / 2 : flow->width_pt;
}

double flow_height(const struct flow *flow) {
    double height = 0;
    for (const struct piece *piece = flow->first; piece != NULL; piece = piece->next)
        height += piece->height_pt + (piece == flow->first ? 0 : piece->gap_pt);
    return height;
}

struct frame *piece_add(struct composer *composer, struct piece *piece, enum frame_kind kind, struct element *element) {
    struct frame *frame = arena_new(composer->arena, struct frame);
    frame->kind = kind;
    frame->element = element;
    arena_append(composer->arena, piece->frames, piece->frame_count, piece->frame_capacity) = frame;
    return frame;
}

void frame_move(struct arena *arena, struct frame *frame, double x, double y) {
    frame->x += x;
    frame->y += y;
    if (frame->kind != FRAME_SHAPE)
        return;
    struct frame_point *points = arena_new_array(arena, frame->u.shape.count, struct frame_point);
    for (size_t i = 0; i < frame->u.shape.count; i++)
        points[i] = (struct frame_point){frame->u.shape.points[i].x + x, frame->u.shape.points[i].y + y};
    frame->u.shape.points = points;
}

void piece_adopt(struct composer *composer, struct piece *piece, const struct piece *from, double x, double y) {
    for (size_t i = 0; i < from->frame_count; i++) {
        struct frame *frame = from->frames[i];
        frame_move(composer->arena, frame, x, y);
        arena_append(composer->arena, piece->frames, piece->frame_count, piece->frame_capacity) = frame;
    }
}
