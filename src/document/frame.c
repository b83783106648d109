#include "frame.h"

#include <math.h>

static const double least_side_pt = 3, farthest_pt = 14400;

struct document *document_create(struct arena *arena) {
    struct document *document = arena_new(arena, struct document);
    document->arena = arena;
    document->root = arena_new(arena, struct element);
    document->root->role = ROLE_DOCUMENT;
    document->element_count = 1;
    return document;
}

struct page *document_add_page(struct document *document, double width_pt, double height_pt) {
    struct page *page = &arena_append(document->arena, document->pages, document->page_count, document->page_capacity);
    *page = (struct page){.width_pt = width_pt, .height_pt = height_pt};
    return page;
}

struct element *document_add_element(struct document *document, struct element *parent, enum role role) {
    struct element *element = arena_new(document->arena, struct element);
    if (parent == NULL)
        parent = document->root;
    element->role = role;
    element->parent = parent;
    element->index = document->element_count++;
    if (parent->last_child == NULL)
        parent->first_child = element;
    else
        parent->last_child->next = element;
    parent->last_child = element;
    return element;
}

struct element *document_copy_element(struct document *document, struct element *parent, const struct element *from) {
    struct element *copy = document_add_element(document, parent, from->role);
    struct element said = *from;
    said.parent = copy->parent;
    said.first_child = said.last_child = said.next = NULL;
    said.index = copy->index;
    *copy = said;
    return copy;
}

struct frame *page_add_frame(struct document *document, struct page *page, enum frame_kind kind,
                             struct element *element) {
    struct frame *frame = &arena_append(document->arena, page->frames, page->frame_count, page->frame_capacity);
    *frame = (struct frame){.kind = kind, .element = element};
    return frame;
}

static bool is_near(double value) {
    return isfinite(value) && fabs(value) <= farthest_pt;
}

bool frame_is_sound(const struct frame *frame) {
    bool sound = is_near(frame->x) && is_near(frame->y) && is_near(frame->width) && is_near(frame->height);
    if (frame->kind == FRAME_TEXT)
        return sound && is_near(frame->u.text.size_pt) && frame->u.text.size_pt > 0;
    if (frame->kind == FRAME_RULE)
        return sound && is_near(frame->u.rule.weight_pt) && is_near(frame->u.rule.dash_pt[0]) &&
               is_near(frame->u.rule.dash_pt[1]);
    if (frame->kind == FRAME_FILL)
        return sound && is_near(frame->u.fill.edge_pt);
    if (frame->kind == FRAME_CHART)
        return sound && is_near(frame->u.chart.drawing.width_pt) && is_near(frame->u.chart.drawing.height_pt);
    if (frame->kind == FRAME_IMAGE)
        return sound && is_near(frame->u.image.drawing.width_pt) && is_near(frame->u.image.drawing.height_pt);
    if (frame->kind != FRAME_SHAPE)
        return sound;
    for (size_t i = 0; i < frame->u.shape.count; i++)
        sound = sound && is_near(frame->u.shape.points[i].x) && is_near(frame->u.shape.points[i].y);
    return sound && is_near(frame->u.shape.stroke_pt);
}

bool page_is_sound(const struct page *page) {
    return is_near(page->width_pt) && is_near(page->height_pt) && page->width_pt >= least_side_pt &&
           page->height_pt >= least_side_pt;
}

void frame_enclose(struct frame *frame) {
    const struct frame_point *points = frame->u.shape.points;
    double right = 0, bottom = 0;
    for (size_t i = 0; i < frame->u.shape.count; i++) {
        frame->x = i == 0 ? points[i].x : fmin(frame->x, points[i].x);
        frame->y = i == 0 ? points[i].y : fmin(frame->y, points[i].y);
        right = i == 0 ? points[i].x : fmax(right, points[i].x);
        bottom = i == 0 ? points[i].y : fmax(bottom, points[i].y);
    }
    frame->width = right - frame->x;
    frame->height = bottom - frame->y;
}
