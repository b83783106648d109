#include "prose.h"

#include "character.h"
#include "chunks.h"

enum { INDENT_PT = 11, LIST_DEPTH_MAX = 7 };

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

static enum face face_of(const struct prose_style *style, const struct rich_run *run) {
    if (run->bold)
        return run->italic ? style->bold_italic : style->bold;
    return run->italic ? style->italic : style->face;
}

/* A paragraph while its lines are set. */
struct paragraph {
    struct composer *composer;
    const struct prose_style *style;
    struct element *element;
    struct chunks chunks;
    double indent_pt;
    double gap_pt;              /* before the first line */
    const struct rich_run *run; /* that has an element of its own, on however many lines it stands */
    struct element *run_element;
};

static struct pen style_pen(struct composer *composer, const struct prose_style *style) {
    return (struct pen){.composer = composer,
                        .face = style->face,
                        .size_pt = style->size_pt,
                        .leading_pt = style->leading_pt,
                        .colour = style->colour};
}

/* Of a link and of what is set off in it. */
static struct element *add_run(struct document *document, struct element *parent, const struct rich_run *run) {
    if (run->uri != NULL) {
        parent = document_add_element(document, parent, ROLE_LINK);
        parent->alt = run->string;
        parent->link = (struct element_link){.uri = run->uri, .words = run->string};
    }
    if (run->bold)
        parent = document_add_element(document, parent, ROLE_STRONG);
    return run->italic ? document_add_element(document, parent, ROLE_EMPHASIS) : parent;
}

static struct element *chunk_element(struct paragraph *paragraph, const struct chunk *chunk) {
    if (paragraph->run != chunk->run)
        paragraph->run_element = add_run(paragraph->composer->document, paragraph->element, chunk->run);
    paragraph->run = chunk->run;
    return paragraph->run_element;
}

/* Neighbours on a line that look alike are one, so that a line is few frames; gives how many they are then. */
static size_t join_chunks(struct composer *composer, struct chunk *chunks, size_t count) {
    size_t last = 0;
    for (size_t i = 1; i < count; i++) {
        struct chunk *left = &chunks[last];
        if (left->run != chunks[i].run) {
            chunks[++last] = chunks[i];
            continue;
        }
        left->string = arena_printf(composer->arena, "%s%s", left->string, chunks[i].string);
        left->width = left->advance + chunks[i].width;
        left->advance += chunks[i].advance;
    }
    return last + 1;
}

static void set_line(struct paragraph *paragraph, struct piece *piece, size_t first, size_t count) {
    struct composer *composer = paragraph->composer;
    struct chunk *chunks = paragraph->chunks.items + first;
    const double height = paragraph->style->leading_pt;
    double x = paragraph->indent_pt;
    for (size_t i = 0; i < count; i++)
        chunks[i].string = chunks_printed(composer, chunks[i].string, i + 1 == count);
    count = join_chunks(composer, chunks, count);
    for (size_t i = 0; i < count; x += chunks[i++].advance) {
        const struct rich_run *run = chunks[i].run;
        struct pen pen = style_pen(composer, paragraph->style);
        pen = pen_in(pen, chunks[i].face, run->uri != NULL ? COLOUR_BRAND : pen.colour);
        pen.piece = piece;
        pen.element = chunk_element(paragraph, &chunks[i]);
        if (run->uri != NULL && *chunks[i].string != '\0')
            pen_link(&pen, (struct box){x, 0, chunks[i].width, height});
        pen_text(&pen, x, height * LEADING_ABOVE, chunks[i].string);
    }
}

static struct piece *set_lines(struct paragraph *paragraph, struct flow *flow) {
    struct composer *composer = paragraph->composer;
    struct chunks *chunks = &paragraph->chunks;
    const struct pen pen = style_pen(composer, paragraph->style);
    struct piece *first = NULL;
    double width = flow->width_pt - paragraph->indent_pt;
    chunks_cut(chunks, &pen, width);
    for (size_t i = 0, count, next; i < chunks->count; i = next) {
        count = chunks_line(chunks, i, width);
        next = i + count;
        struct piece *piece = flow_add(composer, flow, paragraph->style->leading_pt);
        if (i == 0) {
            first = piece;
            piece->gap_pt = paragraph->gap_pt;
        }
        /* no single line of a paragraph alone at the foot or the head of a page */
        piece->keep = next < chunks->count && (i == 0 || chunks_line(chunks, next, width) + next >= chunks->count);
        set_line(paragraph, piece, i, count);
    }
    return first;
}

static struct chunks chunks_of(struct composer *composer, const struct rich_paragraph *paragraph,
                               const struct prose_style *style) {
    const struct pen pen = style_pen(composer, style);
    struct chunks chunks = {0};
    for (size_t i = 0; i < paragraph->run_count; i++) {
        const struct rich_run *run = &paragraph->runs[i];
        const struct pen look = pen_in(pen, face_of(style, run), pen.colour);
        if (characters_check(composer, run->string, paragraph->pos))
            chunks_add(&chunks, &look, run);
    }
    return chunks;
}

/* The list element that an item belongs to: nested lists stand in the body of the item before. */
struct list_state {
    struct element *lists[LIST_DEPTH_MAX + 1];
    struct element *bodies[LIST_DEPTH_MAX + 1];
    int numbers[LIST_DEPTH_MAX + 1];
    int depth;
};

/* Rich text while it is set. */
struct prose {
    struct composer *composer;
    struct flow *flow;
    struct element *parent;
    const struct prose_style *style;
    struct list_state state;
};

static struct element *item_body(struct prose *prose, const struct rich_paragraph *paragraph, struct element **label) {
    struct document *document = prose->composer->document;
    struct list_state *state = &prose->state;
    int depth = paragraph->depth > LIST_DEPTH_MAX ? LIST_DEPTH_MAX : paragraph->depth;
    *label = NULL;
    if (paragraph->label == NULL && state->bodies[depth] != NULL)
        return state->bodies[depth];
    if (depth > state->depth || state->numbers[depth] != paragraph->list) {
        struct element *outer =
            depth > 1 && state->bodies[depth - 1] != NULL ? state->bodies[depth - 1] : prose->parent;
        state->lists[depth] = document_add_element(document, outer, ROLE_LIST);
        state->numbers[depth] = paragraph->list;
    }
    state->depth = depth;
    struct element *item = document_add_element(document, state->lists[depth], ROLE_LIST_ITEM);
    *label = document_add_element(document, item, ROLE_LIST_LABEL);
    state->bodies[depth] = document_add_element(document, item, ROLE_LIST_BODY);
    return state->bodies[depth];
}

static void set_item(struct prose *prose, const struct rich_paragraph *item, double gap_pt) {
    struct composer *composer = prose->composer;
    struct element *label, *body = item_body(prose, item, &label);
    struct paragraph paragraph = {.composer = composer,
                                  .style = prose->style,
                                  .element = document_add_element(composer->document, body, ROLE_PARAGRAPH),
                                  .chunks = chunks_of(composer, item, prose->style),
                                  .indent_pt = INDENT_PT * item->depth,
                                  .gap_pt = gap_pt};
    struct piece *piece = set_lines(&paragraph, prose->flow);
    if (piece == NULL || label == NULL || !characters_check(composer, item->label, item->pos))
        return;
    struct pen pen = pen_for(style_pen(composer, prose->style), label);
    pen.piece = piece;
    pen_text(&pen, paragraph.indent_pt - INDENT_PT, pen.leading_pt * LEADING_ABOVE, item->label);
}

/* Those of a text are of a lower rank than what titles its block. */
static enum role heading_role(const struct rich_paragraph *heading) {
    int role = ROLE_HEADING_3 + heading->level - 1;
    return role < ROLE_HEADING_6 ? (enum role)role : ROLE_HEADING_6;
}

static void set_paragraph(struct prose *prose, const struct rich_paragraph *own, double gap_pt) {
    struct composer *composer = prose->composer;
    struct prose_style look = *prose->style;
    bool heading = own->kind == RICH_HEADING;
    if (heading)
        look.face = look.bold;
    struct chunks chunks = chunks_of(composer, own, &look);
    enum role role = heading ? heading_role(own) : ROLE_PARAGRAPH;
    struct paragraph paragraph = {.composer = composer,
                                  .style = &look,
                                  .element = document_add_element(composer->document, prose->parent, role),
                                  .chunks = chunks,
                                  .gap_pt = gap_pt};
    if (set_lines(&paragraph, prose->flow) != NULL && heading)
        flow_keep_last(prose->flow);
}

void prose_set(struct composer *composer, struct flow *flow, struct element *parent, const struct rich_text *text,
               size_t first, const struct prose_style *style) {
    struct prose prose = {.composer = composer, .flow = flow, .parent = parent, .style = style};
    for (size_t i = first; i < text->count; i++) {
        const struct rich_paragraph *paragraph = &text->paragraphs[i];
        double gap = i == first ? 0 : style->between_pt;
        if (paragraph->kind == RICH_ITEM) {
            bool follows = i > first && text->paragraphs[i - 1].kind == RICH_ITEM;
            set_item(&prose, paragraph, follows ? gap / 3 : gap);
            continue;
        }
        prose.state = (struct list_state){0};
        set_paragraph(&prose, paragraph, gap);
    }
}

struct piece *prose_set_words(struct composer *composer, struct flow *flow, enum role role, const char *words,
                              const struct prose_style *style) {
    struct rich_run run = {.string = words};
    const struct rich_paragraph plain = {.runs = &run, .run_count = 1, .pos = composer->page->pos};
    struct paragraph paragraph = {.composer = composer,
                                  .style = style,
                                  .chunks = chunks_of(composer, &plain, style),
                                  .element = document_add_element(composer->document, composer->page->section, role)};
    return set_lines(&paragraph, flow);
}
