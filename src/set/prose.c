#include "prose.h"

#include <math.h>

#include "character.h"
#include "pen.h"
#include "prose_table.h"

enum { INDENT_PT = 11, RULE_PT = 9, BAR_PT = 3 };

/* Items stand so many times closer than paragraphs. */
enum { BETWEEN_ITEMS = 3 };

/* Of the width of a flow, that boxes in boxes may take. */
static const double indent_most = 0.4;

struct prose_style prose_style_of(const struct composer *composer, enum text_style style) {
    struct type_size type = composer->layout->theme.type[style];
    bool narrow = style == STYLE_TABLE;
    return (struct prose_style){
        .face = narrow ? FACE_TABLE : FACE_TEXT,
        .bold = narrow ? FACE_TABLE_BOLD : FACE_TEXT_BOLD,
        .italic = FACE_TEXT_ITALIC,
        .bold_italic = FACE_TEXT_BOLD_ITALIC,
        .size_pt = type.size_pt,
        .leading_pt = type.leading_pt,
        .between_pt = type.leading_pt / 2,
        .colour = style == STYLE_NOTE ? COLOUR_SECOND_TEXT : COLOUR_TEXT,
    };
}

/* Rich text while it is set: a list, an item or a quotation stays open until a paragraph lies outside of it. */
struct prose {
    struct composer *composer;
    struct flow *flow;
    struct element *parent;
    const struct prose_style *style;
    const struct rich_box *open[RICH_DEPTH_MAX];
    struct element *bodies[RICH_DEPTH_MAX]; /* that what is in each of them goes into */
    struct element *labels[RICH_DEPTH_MAX]; /* of items, until their labels are drawn */
    int depth;
};

static bool is_item(const struct rich_paragraph *paragraph) {
    const struct rich_box *box = paragraph->box;
    while (box != NULL && box->kind != RICH_ITEM)
        box = box->outer;
    return box != NULL;
}

static double indent_of(const struct prose *prose, const struct rich_box *box) {
    double indent = 0;
    for (; box != NULL; box = box->outer)
        indent += box->kind == RICH_LIST ? 0 : INDENT_PT;
    return fmin(indent, indent_most * prose->flow->width_pt);
}

static void open_box(struct prose *prose, const struct rich_box *box) {
    struct document *document = prose->composer->document;
    struct element *outer = prose->depth > 0 ? prose->bodies[prose->depth - 1] : prose->parent;
    static const enum role roles[] = {[RICH_LIST] = ROLE_LIST, [RICH_ITEM] = ROLE_LIST_ITEM, [RICH_QUOTE] = ROLE_QUOTE};
    struct element *element = document_add_element(document, outer, roles[box->kind]);
    prose->labels[prose->depth] = NULL;
    if (box->kind == RICH_ITEM) {
        prose->labels[prose->depth] = document_add_element(document, element, ROLE_LIST_LABEL);
        element = document_add_element(document, element, ROLE_LIST_BODY);
    }
    prose->open[prose->depth] = box;
    prose->bodies[prose->depth++] = element;
}

/* Closes the boxes that a paragraph is not in, and opens those that it is in; gives the element that it goes into. */
static struct element *enter(struct prose *prose, const struct rich_box *box) {
    if (box == NULL) {
        prose->depth = 0;
        return prose->parent;
    }
    if (box->outer != NULL)
        enter(prose, box->outer);
    if (prose->depth < box->depth || prose->open[box->depth - 1] != box) {
        prose->depth = box->depth - 1;
        open_box(prose, box);
    }
    return prose->bodies[box->depth - 1];
}

static void add_stroke(const struct pen *pen, const double (*corners)[2], size_t count, bool closed) {
    static const double stroke_pt = 0.7;
    struct frame_point *points = arena_new_array(pen->composer->arena, count, struct frame_point);
    for (size_t i = 0; i < count; i++)
        points[i] = (struct frame_point){corners[i][0], corners[i][1]};
    struct frame *frame = piece_add(pen->composer, pen->piece, FRAME_SHAPE, pen->element);
    frame->colour = pen->colour;
    frame->u.shape.points = points;
    frame->u.shape.count = count;
    frame->u.shape.closed = closed;
    frame->u.shape.stroke_pt = stroke_pt;
    frame_enclose(frame);
}

/* A box to tick, drawn, so that no font needs to have it. */
static void set_task(const struct pen *label, enum rich_task task, double x) {
    static const double size = 0.72, share = 0.2;
    struct composer *composer = label->composer;
    struct pen pen = *label;
    double side = size * pen.size_pt, bottom = pen.leading_pt * LEADING_ABOVE, top = bottom - side, right = x + side;
    double inner = share * side;
    const double box[][2] = {{x, top}, {right, top}, {right, bottom}, {x, bottom}};
    const double tick[][2] = {
        {x + inner, top + side / 2}, {x + side * 0.42, bottom - inner}, {right - inner, top + inner}};
    bool done = task == RICH_TASK_DONE;
    pen.element = document_add_element(composer->document, pen.element, ROLE_SYMBOL);
    pen.element->alt = words_get(composer->words, done ? WORD_TASK_DONE : WORD_TASK_OPEN);
    pen.element->meaning = word_ids[done ? WORD_TASK_DONE : WORD_TASK_OPEN];
    add_stroke(&pen, box, sizeof box / sizeof *box, true);
    if (done)
        add_stroke(&pen, tick, sizeof tick / sizeof *tick, false);
}

/* The labels of items that begin with a piece. */
static void set_labels(struct prose *prose, struct piece *piece, const struct rich_paragraph *paragraph) {
    struct composer *composer = prose->composer;
    for (int i = 0; i < prose->depth; i++) {
        const struct rich_box *box = prose->open[i];
        struct pen pen = {.composer = composer,
                          .piece = piece,
                          .element = prose->labels[i],
                          .face = prose->style->face,
                          .size_pt = prose->style->size_pt,
                          .leading_pt = prose->style->leading_pt,
                          .colour = prose->style->colour};
        double x = indent_of(prose, box->outer);
        prose->labels[i] = NULL;
        if (pen.element == NULL)
            continue;
        if (box->task != RICH_NO_TASK)
            set_task(&pen, box->task, x);
        else if (characters_check(composer, box->label, paragraph->pos))
            pen_text(&pen, x, pen.leading_pt * LEADING_ABOVE, box->label);
    }
}

/* A bar at the left of what is quoted. */
static void set_bars(struct prose *prose, struct piece *from, const struct rich_box *before) {
    for (int i = 0; i < prose->depth; i++) {
        const struct rich_box *box = before;
        while (box != NULL && box != prose->open[i])
            box = box->outer;
        double x = indent_of(prose, prose->open[i]->outer);
        for (struct piece *piece = from; piece != NULL && prose->open[i]->kind == RICH_QUOTE; piece = piece->next) {
            double above = piece == from && box == NULL ? 0 : piece->gap_pt;
            struct pen pen = {.composer = prose->composer, .piece = piece};
            pen_fill(&pen, (struct box){x, -above, BAR_PT, piece->height_pt + above}, COLOUR_HAIRLINE);
        }
    }
}

/* Those of a text are of a lower rank than what titles its block. */
static enum role role_of(const struct rich_paragraph *paragraph) {
    int role = ROLE_HEADING_3 + paragraph->level - 1;
    if (paragraph->kind != RICH_HEADING)
        return ROLE_PARAGRAPH;
    return role < ROLE_HEADING_6 ? (enum role)role : ROLE_HEADING_6;
}

static void set_words(const struct prose_place *at, const struct rich_paragraph *paragraph) {
    struct prose_place place = *at;
    struct prose_style look = *at->style;
    bool heading = paragraph->kind == RICH_HEADING;
    if (heading) {
        look.face = look.bold;
        look.italic = look.bold_italic;
    }
    place.style = &look;
    place.heading = heading;
    place.element = document_add_element(at->composer->document, at->element, role_of(paragraph));
    if (prose_lines_set(&place, paragraph) != NULL && heading)
        flow_keep_last(at->flow);
}

static void set_rule(const struct prose_place *place, const struct rich_paragraph *paragraph) {
    struct pen pen = {.composer = place->composer, .piece = flow_add(place->composer, place->flow, RULE_PT)};
    (void)paragraph;
    pen.piece->gap_pt = place->gap_pt;
    pen_rule(&pen, place->indent_pt, RULE_PT / 2.0, place->flow->width_pt - place->indent_pt, LINE_TABLE, COLOUR_AXIS);
}

static void (*const setters[])(const struct prose_place *, const struct rich_paragraph *) = {
    [RICH_PARAGRAPH] = set_words, [RICH_HEADING] = set_words,     [RICH_CODE] = set_words,
    [RICH_RULE] = set_rule,       [RICH_TABLE] = prose_table_set,
};

/* `before` is the box of the paragraph before it. */
static void set_paragraph(struct prose *prose, const struct rich_paragraph *paragraph, const struct rich_box *before,
                          double gap_pt) {
    struct piece *last = prose->flow->last;
    const struct prose_place place = {.composer = prose->composer,
                                      .flow = prose->flow,
                                      .element = enter(prose, paragraph->box),
                                      .style = prose->style,
                                      .indent_pt = indent_of(prose, paragraph->box),
                                      .gap_pt = gap_pt};
    setters[paragraph->kind](&place, paragraph);
    struct piece *first = last == NULL ? prose->flow->first : last->next;
    if (first == NULL)
        return;
    set_labels(prose, first, paragraph);
    set_bars(prose, first, before);
}

void prose_set(struct composer *composer, struct flow *flow, struct element *parent, const struct rich_text *text,
               size_t first, const struct prose_style *style) {
    struct prose prose = {.composer = composer, .flow = flow, .parent = parent, .style = style};
    for (size_t i = first; i < text->count; i++) {
        const struct rich_paragraph *paragraph = &text->paragraphs[i];
        double gap = i == first ? 0 : style->between_pt;
        bool close = is_item(paragraph) && i > first && is_item(&text->paragraphs[i - 1]);
        set_paragraph(&prose, paragraph, i > first ? text->paragraphs[i - 1].box : NULL,
                      close ? gap / BETWEEN_ITEMS : gap);
    }
}

struct piece *prose_set_words(struct composer *composer, struct flow *flow, enum role role, const char *words,
                              const struct prose_style *style) {
    struct rich_run run = {.string = words};
    const struct rich_paragraph plain = {.runs = &run, .run_count = 1, .pos = composer->page->pos};
    const struct prose_place place = {.composer = composer,
                                      .flow = flow,
                                      .style = style,
                                      .heading = true,
                                      .element =
                                          document_add_element(composer->document, composer->page->section, role)};
    return prose_lines_set(&place, &plain);
}
