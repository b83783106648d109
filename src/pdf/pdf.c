#include "pdf.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "attachment.h"
#include "canvas.h"
#include "graft.h"
#include "metadata.h"
#include "outline.h"
#include "output.h"
#include "pdf_fonts.h"
#include "reading.h"
#include "syntax.h"
#include "tags.h"

enum { PART_WITHOUT = 2, PART_WITH_FILES = 3 }; /* of PDF/A */

struct writer {
    const struct document *document;
    const struct pdf_options *options;
    struct diag *diag;
    struct arena *arena;
    struct haru *haru;
    struct pdf_fonts *fonts;
    struct tags *tags;
    struct graft *graft;
    struct canvas canvas;
    struct text scratch;
    size_t page;                /* the one being written */
    size_t frame;               /* its number in the document */
    const struct frame *marked; /* the frame that began the marked content; NULL: none is open */
};

static bool fail(struct writer *writer, const char *problem) {
    diag_system(writer->diag, (struct source_pos){0}, "page %zu of the document: %s", writer->page + 1, problem);
    return false;
}

static struct rgb colour_of(const struct writer *writer, enum colour colour) {
    return writer->document->theme->colours[colour];
}

static bool goes_on(const struct frame *frame, const struct frame *before) {
    if (frame->element == NULL || before->element == NULL)
        return frame->element == before->element && frame->pagination == before->pagination;
    return tags_goes_on(frame->element, before->element);
}

/* Frames go on in the marked content before them where they belong to the same element. */
static void mark(struct writer *writer, const struct frame *frame) {
    const struct frame *before = writer->marked;
    if (before != NULL && goes_on(frame, before))
        return;
    writer->marked = frame;
    if (frame->element == NULL)
        canvas_mark_artifact(&writer->canvas, frame->pagination);
    else
        canvas_mark_element(&writer->canvas, tags_type(writer->tags, frame->element),
                            tags_mark(writer->tags, writer->page, writer->frame, frame->element));
}

static bool set_text(struct writer *writer, const struct frame *frame, struct rgb colour) {
    struct haru_font *font = pdf_fonts_of_face(writer->fonts, frame->u.text.face);
    if (font == NULL)
        return fail(writer, arena_printf(writer->arena, "the font of the face %s cannot be loaded (libharu 0x%04lX)",
                                         face_words[frame->u.text.face], haru_error(writer->haru)));
    text_clear(&writer->scratch);
    uint32_t missing = pdf_fonts_string(&writer->scratch, font, frame->u.text.string);
    if (missing != 0)
        return fail(writer, arena_printf(writer->arena, "the face %s lacks the character U+%04X of \"%s\"",
                                         face_words[frame->u.text.face], missing, frame->u.text.string));
    canvas_text(&writer->canvas, frame, colour, haru_page_font(writer->haru, writer->page, haru_font_object(font)),
                &writer->scratch);
    return true;
}

static bool write_text(struct writer *writer, const struct frame *frame) {
    return set_text(writer, frame, colour_of(writer, frame->colour));
}

static bool write_rule(struct writer *writer, const struct frame *frame) {
    canvas_rule(&writer->canvas, frame, colour_of(writer, frame->colour));
    return true;
}

static bool write_fill(struct writer *writer, const struct frame *frame) {
    canvas_fill(&writer->canvas, frame, colour_of(writer, frame->colour), colour_of(writer, frame->u.fill.edge));
    return true;
}

static bool write_shape(struct writer *writer, const struct frame *frame) {
    canvas_shape(&writer->canvas, frame, colour_of(writer, frame->colour));
    return true;
}

static bool write_words(struct writer *writer, const struct drawn_words *words) {
    const struct frame frame = {.kind = FRAME_TEXT,
                                .x = words->x,
                                .y = words->baseline,
                                .u.text = {words->face, words->size_pt, words->string}};
    return set_text(writer, &frame, words->colour);
}

static bool write_chart(struct writer *writer, const struct frame *frame) {
    const struct drawing *drawing = &frame->u.chart.drawing;
    canvas_begin_drawing(&writer->canvas, frame, drawing);
    for (size_t i = 0; i < drawing->path_count; i++)
        canvas_path(&writer->canvas, &drawing->paths[i]);
    for (size_t i = 0; i < drawing->word_count; i++)
        if (!write_words(writer, &drawing->words[i]))
            return false;
    canvas_end_drawing(&writer->canvas);
    return true;
}

static bool write_image(struct writer *writer, const struct frame *frame) {
    const struct drawing *drawing = &frame->u.image.drawing;
    int form = writer->graft != NULL ? graft_form(writer->graft, drawing->page) : 0;
    if (form == 0)
        return fail(writer, "a picture was not drawn");
    canvas_begin_drawing(&writer->canvas, frame, drawing);
    canvas_form(&writer->canvas, haru_page_drawing(writer->haru, writer->page, form));
    canvas_end_drawing(&writer->canvas);
    return true;
}

/* Where a link leads that stays in the document. */
static void add_destination(struct writer *writer, const struct element_link *link) {
    const struct reading_frame *place = link->target == NULL ? NULL : tags_place(writer->tags, link->target);
    const struct frame *frame = place == NULL ? NULL : place->frame;
    double size = frame != NULL && frame->kind == FRAME_TEXT ? frame->u.text.size_pt : 0;
    outline_add_destination(&writer->scratch, writer->haru, writer->document, place == NULL ? link->page : place->page,
                            frame == NULL ? 0 : fmax(frame->y - 2 * size, 0));
}

static bool write_link(struct writer *writer, const struct frame *frame) {
    const struct document *document = writer->document;
    double height = document->pages[writer->page].height_pt;
    const struct element_link *link = frame->element != NULL ? &frame->element->link : NULL;
    if (link == NULL || (link->uri == NULL && link->page >= document->page_count))
        return fail(writer, "a link leads nowhere or belongs to no element");
    int annotation = haru_reserve(writer->haru);
    struct text *text = &writer->scratch;
    text_clear(text);
    text_add(text, "/Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [");
    const double box[4] = {frame->x, height - frame->y - frame->height, frame->x + frame->width, height - frame->y};
    for (int i = 0; i < 4; i++) {
        syntax_number(text, box[i], 2);
        text_add(text, " ");
    }
    text_printf(text, "]\n/StructParent %d /Contents ",
                tags_link(writer->tags, writer->frame, frame->element, annotation));
    syntax_string(text, link->words != NULL ? link->words : "Link");
    if (link->uri != NULL) {
        text_add(text, "\n/A << /S /URI /URI ");
        syntax_address(text, link->uri);
        text_add(text, " >>\n");
    } else {
        text_add(text, "\n/Dest ");
        add_destination(writer, link);
        text_add(text, "\n");
    }
    haru_fill(writer->haru, annotation, text);
    haru_page_annotate(writer->haru, writer->page, annotation);
    return true;
}

static bool (*const write_frame[FRAME_KIND_COUNT])(struct writer *, const struct frame *) = {
    [FRAME_TEXT] = write_text,   [FRAME_RULE] = write_rule,   [FRAME_FILL] = write_fill, [FRAME_SHAPE] = write_shape,
    [FRAME_CHART] = write_chart, [FRAME_IMAGE] = write_image, [FRAME_LINK] = write_link,
};

static bool write_page(struct writer *writer) {
    const struct page *page = &writer->document->pages[writer->page];
    writer->marked = NULL;
    canvas_start(&writer->canvas, page->height_pt);
    for (size_t i = 0; i < page->frame_count; i++, writer->frame++) {
        const struct frame *frame = &page->frames[i];
        if (!frame_is_sound(frame))
            return fail(writer, "something lies at a place that is no number or too far out");
        if (frame->kind != FRAME_LINK)
            mark(writer, frame);
        if (!write_frame[frame->kind](writer, frame))
            return false;
    }
    canvas_end(&writer->canvas);
    haru_page_content(writer->haru, writer->page, &writer->canvas.operators,
                      writer->options->plain ? HARU_AS_IS : HARU_DEFLATE);
    return true;
}

/* What is cut out, and how far its colour goes on; a screen shows a page as it is cut, and a sheet whole. */
static void add_boxes(struct writer *writer, const struct page *page) {
    const double x = page->slug_x_pt, y = page->slug_y_pt;
    haru_page_box(writer->haru, writer->page, "TrimBox", x, y);
    if (page->bleed_pt == 0)
        return;
    haru_page_box(writer->haru, writer->page, "BleedBox", x - page->bleed_pt, y - page->bleed_pt);
    if (!writer->document->booklet)
        haru_page_box(writer->haru, writer->page, "CropBox", x, y);
}

/* All pages are made before any is written, since links point ahead. */
static bool add_pages(struct writer *writer) {
    for (writer->page = 0; writer->page < writer->document->page_count; writer->page++) {
        const struct page *page = &writer->document->pages[writer->page];
        if (!page_is_sound(page))
            return fail(writer, "the paper's size is beyond 3 to 14,400 points");
        haru_add_page(writer->haru, page->width_pt, page->height_pt);
        if (page->slug_x_pt > 0 || page->slug_y_pt > 0)
            add_boxes(writer, page);
    }
    return true;
}

static bool write_pages(struct writer *writer) {
    for (writer->page = 0; writer->page < writer->document->page_count; writer->page++)
        if (!write_page(writer))
            return false;
    return true;
}

static void write_rest(struct writer *writer) {
    const char *producer = writer->options->producer != NULL ? writer->options->producer : "boardpack";
    struct text catalog = {0};
    pdf_fonts_finish(writer->fonts);
    const struct pdf_attachment *attachment = writer->options->attachment;
    metadata_write(writer->haru, writer->document, producer, attachment != NULL ? PART_WITH_FILES : PART_WITHOUT,
                   &catalog);
    if (attachment != NULL)
        attachment_write(writer->haru, writer->document, attachment, &catalog);
    outline_write(writer->haru, writer->document, &catalog);
    outline_write_labels(writer->document, &catalog);
    text_printf(&catalog, "/StructTreeRoot %d 0 R\n", tags_write(writer->tags, writer->haru));
    haru_set_catalog(writer->haru, &catalog);
    text_free(&catalog);
}

static bool open_drawings(struct writer *writer, const struct drawing_sheet *sheet) {
    if (sheet == NULL || sheet->length == 0)
        return true;
    const char *problem = NULL;
    writer->graft = graft_open(writer->arena, writer->haru, sheet, &problem);
    if (writer->graft == NULL)
        diag_system(writer->diag, (struct source_pos){0}, "the drawings cannot be read back: %s", problem);
    return writer->graft != NULL;
}

static bool compose(struct writer *writer, const struct drawing_sheet *sheet) {
    if (!open_drawings(writer, sheet) || !add_pages(writer) || !write_pages(writer))
        return false;
    write_rest(writer);
    if (haru_error(writer->haru) == 0)
        return true;
    diag_system(writer->diag, (struct source_pos){0}, "the PDF cannot be put together (libharu 0x%04lX)",
                haru_error(writer->haru));
    return false;
}

static bool save(struct writer *writer, const char *path) {
    struct output output;
    if (!output_open(&output, path, writer->diag))
        return false;
    if (haru_save(writer->haru, output.stream))
        return output_commit(&output, writer->diag);
    diag_system(writer->diag, (struct source_pos){0}, "cannot write %s: %s", path,
                errno != 0 ? strerror(errno) : "libharu failed");
    output_discard(&output);
    return false;
}

bool pdf_write(const struct document *document, const struct drawing_sheet *sheet, const char *path,
               const struct pdf_options *options, struct diag *diag) {
    struct arena *arena = arena_create();
    struct haru *haru = haru_create(arena);
    struct writer writer = {
        .document = document,
        .options = options != NULL ? options : &(const struct pdf_options){0},
        .diag = diag,
        .arena = arena,
        .haru = haru,
        .fonts = pdf_fonts_create(arena, haru, document->fonts),
        .tags = tags_create(arena, document),
    };
    bool written = compose(&writer, sheet) && save(&writer, path);
    canvas_free(&writer.canvas);
    text_free(&writer.scratch);
    graft_close(writer.graft);
    pdf_fonts_destroy(writer.fonts);
    haru_destroy(haru);
    arena_destroy(arena);
    return written;
}
