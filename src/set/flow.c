#include "flow.h"

#include <math.h>

#include "text.h"
#include "usage.h"

double string_width(const struct composer *composer, enum face face, double size_pt, const char *string) {
    const struct face_widths *widths = composer->widths;
    double width = 0;
    for (uint32_t c; (c = utf8_next(&string)) != 0;) {
        enum face shown = widths->choose(widths->fonts, face, c);
        if (shown != FACE_COUNT)
            width += widths->width(widths->fonts, shown, c);
    }
    return width * size_pt / 1000;
}

struct piece *flow_add(struct composer *composer, struct flow *flow, double height_pt) {
    struct piece *piece = arena_new(composer->arena, struct piece);
    piece->height_pt = height_pt;
    piece->pos = composer->pos;
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

bool character_check(struct composer *composer, const char *at, uint32_t codepoint, struct source_pos pos) {
    const struct face_widths *widths = composer->widths;
    if (codepoint_is_control(codepoint)) {
        diag_error(composer->diag, pos,
                   "the text holds the control character U+%04X, which cannot be printed; delete it",
                   (unsigned)codepoint);
        return false;
    }
    if (widths->choose(widths->fonts, FACE_TEXT, codepoint) != FACE_COUNT)
        return true;
    const char *end = at;
    utf8_next(&end);
    diag_error(composer->diag, pos,
               "no font has the character \"%.*s\" (U+%04X); take another character, or add a font that has it to "
               "fonts.xml",
               (int)(end - at), at, (unsigned)codepoint);
    return false;
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

/* One frame for each stretch of characters that one face shows. */
struct frame *piece_text(struct composer *composer, struct piece *piece, struct element *element, enum face face,
                         double size_pt, enum colour colour, double x, double baseline, const char *string) {
    const struct face_widths *widths = composer->widths;
    struct frame *first = NULL;
    usage_add_symbols(composer, string);
    for (const char *s = string; *s != '\0';) {
        const char *start = s, *after = s;
        enum face shown = FACE_COUNT;
        double width = 0;
        for (uint32_t c; (c = utf8_next(&after)) != 0; s = after) {
            enum face chosen = widths->choose(widths->fonts, face, c);
            if (chosen == FACE_COUNT || codepoint_is_control(c)) {
                character_check(composer, s, c, composer->pos);
                chosen = shown == FACE_COUNT ? face : shown;
            }
            if (s > start && chosen != shown)
                break;
            shown = chosen;
            width += widths->width(widths->fonts, shown, c);
        }
        struct frame *frame = piece_add(composer, piece, FRAME_TEXT, element);
        frame->x = x;
        frame->y = baseline;
        frame->width = width * size_pt / 1000;
        frame->colour = colour;
        frame->u.text.face = shown;
        frame->u.text.size_pt = size_pt;
        frame->u.text.string = arena_strndup(composer->arena, start, (size_t)(s - start));
        x += frame->width;
        if (first == NULL)
            first = frame;
    }
    return first;
}

void piece_text_turned(struct composer *composer, struct piece *piece, struct element *element, enum face face,
                       double size_pt, enum colour colour, double x, double bottom, const char *string) {
    size_t first = piece->frame_count;
    piece_text(composer, piece, element, face, size_pt, colour, 0, 0, string);
    for (size_t i = first; i < piece->frame_count; i++) {
        struct frame *frame = piece->frames[i];
        frame->y = bottom - frame->x;
        frame->x = x;
        frame->u.text.turned = true;
    }
}

void piece_text_right(struct composer *composer, struct piece *piece, struct element *element, enum face face,
                      double size_pt, enum colour colour, double right, double baseline, const char *string) {
    double x = right - string_width(composer, face, size_pt, string);
    piece_text(composer, piece, element, face, size_pt, colour, x, baseline, string);
}

void piece_text_centred(struct composer *composer, struct piece *piece, struct element *element, enum face face,
                        double size_pt, enum colour colour, double middle, double baseline, const char *string) {
    double x = middle - string_width(composer, face, size_pt, string) / 2;
    piece_text(composer, piece, element, face, size_pt, colour, x, baseline, string);
}

void piece_rule(struct composer *composer, struct piece *piece, double x, double y, double width, enum line line,
                enum colour colour) {
    struct frame *frame = piece_add(composer, piece, FRAME_RULE, NULL);
    frame->x = x;
    frame->y = y;
    frame->width = width;
    frame->colour = colour;
    frame->u.rule.weight_pt = composer->layout->theme.lines_pt[line];
}

void piece_rule_across(struct composer *composer, struct piece *piece, const struct flow *flow, double y,
                       enum line line, enum colour colour) {
    double half = flow_left_width(flow);
    piece_rule(composer, piece, 0, y, half, line, colour);
    if (flow->fold_pt > 0)
        piece_rule(composer, piece, flow->width_pt - half, y, half, line, colour);
}

struct frame *piece_fill(struct composer *composer, struct piece *piece, double x, double y, double width,
                         double height, enum colour colour) {
    struct frame *frame = piece_add(composer, piece, FRAME_FILL, NULL);
    frame->x = x;
    frame->y = y;
    frame->width = width;
    frame->height = height;
    frame->colour = colour;
    return frame;
}

struct frame *piece_link(struct composer *composer, struct piece *piece, struct element *element, double x, double y,
                         double width, double height) {
    struct frame *frame = piece_add(composer, piece, FRAME_LINK, element);
    frame->x = x;
    frame->y = y;
    frame->width = width;
    frame->height = height;
    return frame;
}

void piece_rag(struct composer *composer, struct piece *piece, struct element *element, enum band_colour band, double x,
               double y, double width, double height) {
    static const struct {
        enum colour fill, edge, text;
        bool has_edge;
    } looks[BAND_COUNT] = {
        [BAND_GREEN] = {COLOUR_GREEN, COLOUR_GREEN, COLOUR_GREEN_TEXT, false},
        [BAND_AMBER] = {COLOUR_AMBER, COLOUR_AMBER_EDGE, COLOUR_AMBER_TEXT, true},
        [BAND_RED] = {COLOUR_RED, COLOUR_RED, COLOUR_RED_TEXT, false},
    };
    static const double letter = 0.79; /* of a low box, at most */
    usage_add_band(composer, band);
    double size = fmin(composer->layout->theme.type[STYLE_TABLE].size_pt, letter * height);
    struct frame *fill = piece_fill(composer, piece, x, y, width, height, looks[band].fill);
    fill->u.fill.has_edge = looks[band].has_edge;
    fill->u.fill.edge = looks[band].edge;
    fill->u.fill.edge_pt = 0.5;
    struct element *span = NULL;
    if (element != NULL) {
        span = document_add_element(composer->document, element, ROLE_SPAN);
        span->alt = words_band(composer->words, band);
    }
    piece_text_centred(composer, piece, span, FACE_TABLE_BOLD, size, looks[band].text, x + width / 2,
                       y + height / 2 + 0.355 * size, words_band_letter(composer->words, band));
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
