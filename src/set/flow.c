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

static void move_piece(struct composer *composer, const struct piece *piece, double x) {
    for (size_t i = 0; piece != NULL && i < piece->frame_count; i++)
        frame_move(composer->arena, piece->frames[i], x, 0);
}

/* Neighbours share what is drawn again on another page. */
void flow_join(struct composer *composer, struct flow *flow, struct flow *from, double x) {
    const struct piece *repeat = NULL, *close = NULL;
    for (struct piece *piece = from->first; x != 0 && piece != NULL; piece = piece->next) {
        move_piece(composer, piece, x);
        move_piece(composer, piece->repeat != repeat ? piece->repeat : NULL, x);
        move_piece(composer, piece->close != close ? piece->close : NULL, x);
        repeat = piece->repeat != NULL ? piece->repeat : repeat;
        close = piece->close != NULL ? piece->close : close;
    }
    if (from->first == NULL)
        return;
    if (flow->last == NULL)
        flow->first = from->first;
    else
        flow->last->next = from->first;
    flow->last = from->last;
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
    for (size_t i = 0; i < from->use_count; i++)
        arena_append(composer->arena, piece->uses, piece->use_count, piece->use_capacity) = from->uses[i];
}
