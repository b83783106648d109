#include "prose_lines.h"

#include "character.h"
#include "chunks.h"
#include "hyphens.h"
#include "notes.h"
#include "text.h"

/* The lines of a paragraph. */

static enum face face_of(const struct prose_style *style, const struct rich_run *run) {
    if (run->bold)
        return run->italic ? style->bold_italic : style->bold;
    return run->italic ? style->italic : style->face;
}

/* A paragraph while its lines are set. */
struct paragraph {
    const struct prose_place *place;
    struct chunks chunks;
    double width_pt;
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
static struct element *add_run(struct composer *composer, struct element *parent, const struct rich_run *run) {
    struct document *document = composer->document;
    if (run->note != NULL)
        return notes_mark(composer, run->note, parent);
    if (run->uri != NULL) {
        parent = document_add_element(document, parent, ROLE_LINK);
        parent->alt = chunks_printed(composer, run->string, false);
        if (run->uri_title != NULL)
            parent->alt = arena_printf(composer->arena, "%s (%s)", parent->alt, run->uri_title);
        parent->link = (struct element_link){.uri = run->uri, .words = parent->alt};
    }
    if (run->bold)
        parent = document_add_element(document, parent, ROLE_STRONG);
    if (run->struck)
        parent = document_add_element(document, parent, ROLE_STRUCK);
    if (run->code)
        parent = document_add_element(document, parent, ROLE_CODE);
    return run->italic ? document_add_element(document, parent, ROLE_EMPHASIS) : parent;
}

static struct element *chunk_element(struct paragraph *paragraph, const struct chunk *chunk) {
    if (paragraph->run != chunk->run)
        paragraph->run_element = add_run(paragraph->place->composer, paragraph->place->element, chunk->run);
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
        left->string = text_joined(composer->arena, left->string, chunks[i].string);
        left->width = left->advance + chunks[i].width;
        left->advance += chunks[i].advance;
    }
    return last + 1;
}

/* How far the words of a line start to the right. */
static double line_start(const struct paragraph *paragraph, const struct chunk *chunks, size_t count) {
    const struct prose_place *place = paragraph->place;
    double width = 0;
    for (size_t i = 0; i < count; i++)
        width += i + 1 < count ? chunks[i].advance : chunks[i].width;
    double spare = paragraph->width_pt - width;
    return place->indent_pt + (place->style->align == PROSE_LEFT     ? 0
                               : place->style->align == PROSE_CENTRE ? spare / 2
                                                                     : spare);
}

static void set_chunk(const struct pen *pen, const struct chunk *chunk, double x) {
    static const double raised = 0.36, struck = 0.3; /* above the baseline, in sizes of type */
    const struct rich_run *run = chunk->run;
    double height = pen->leading_pt, baseline = height * LEADING_ABOVE;
    bool is_link = run->uri != NULL || run->note != NULL;
    struct pen own = pen_in(*pen, chunk->face, is_link ? COLOUR_BRAND : run->warns ? COLOUR_WORSE : pen->colour);
    if (chunk->raised)
        own = chunks_raised(own);
    if (is_link && *chunk->string != '\0')
        pen_link(&own, (struct box){x, 0, chunk->width, height});
    pen_text(&own, x, chunk->raised ? baseline - raised * pen->size_pt : baseline, chunk->string);
    if (run->struck)
        pen_rule(&own, x, baseline - struck * pen->size_pt, chunk->width, LINE_TABLE, own.colour);
}

static void set_line(struct paragraph *paragraph, struct piece *piece, size_t first, size_t count) {
    const struct prose_place *place = paragraph->place;
    struct chunk *chunks = paragraph->chunks.items + first;
    double x = line_start(paragraph, chunks, count);
    for (size_t i = 0; i < count; i++)
        chunks[i].string = chunks_printed(place->composer, chunks[i].string, i + 1 == count);
    count = join_chunks(place->composer, chunks, count);
    for (size_t i = 0; i < count; x += chunks[i++].advance) {
        struct pen pen = style_pen(place->composer, place->style);
        pen.piece = piece;
        pen.element = chunk_element(paragraph, &chunks[i]);
        set_chunk(&pen, &chunks[i], x);
    }
}

static const struct rich_run *divided_run(struct composer *composer, const struct rich_run *run) {
    struct rich_run *divided = arena_new(composer->arena, struct rich_run);
    *divided = *run;
    divided->string = hyphens_add(composer, run->string);
    return divided;
}

static struct chunks chunks_of(const struct prose_place *place, const struct rich_paragraph *paragraph) {
    struct composer *composer = place->composer;
    const struct prose_style *style = place->style;
    const struct pen pen = style_pen(composer, style);
    double width = place->flow->width_pt - place->indent_pt;
    bool divided = !place->heading && hyphens_wanted(composer, width, style->size_pt);
    struct chunks chunks = {0};
    for (size_t i = 0; i < paragraph->run_count; i++) {
        const struct rich_run *run = &paragraph->runs[i];
        const struct pen look = pen_in(pen, face_of(style, run), pen.colour);
        if (!characters_check(composer, run->string, paragraph->pos))
            continue;
        chunks_add(&chunks, &look, divided && !run->code ? divided_run(composer, run) : run);
    }
    return chunks;
}

struct piece *prose_lines_set(const struct prose_place *place, const struct rich_paragraph *own) {
    struct composer *composer = place->composer;
    struct paragraph paragraph = {
        .place = place, .chunks = chunks_of(place, own), .width_pt = place->flow->width_pt - place->indent_pt};
    struct chunks *chunks = &paragraph.chunks;
    const struct pen pen = style_pen(composer, place->style);
    struct piece *first = NULL;
    chunks_cut(chunks, &pen, paragraph.width_pt);
    for (size_t i = 0, count, next; i < chunks->count; i = next) {
        count = chunks_line(chunks, i, paragraph.width_pt);
        next = i + count;
        struct piece *piece = flow_add(composer, place->flow, place->style->leading_pt);
        if (i == 0) {
            first = piece;
            piece->gap_pt = place->gap_pt;
        }
        /* no single line of a paragraph alone at the foot or the head of a page */
        piece->keep =
            next < chunks->count && (i == 0 || chunks_line(chunks, next, paragraph.width_pt) + next >= chunks->count);
        set_line(&paragraph, piece, i, count);
    }
    return first;
}
