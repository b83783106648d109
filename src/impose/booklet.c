#include "booklet.h"

#include <math.h>
#include <stdlib.h>

#include "bleed.h"
#include "booklet_page.h"
#include "pagination.h"
#include "pen.h"
#include "print_marks.h"
#include "sheet_order.h"

const char *const booklet_marks_words[] = {"none", "crop", "fold", "both", NULL};

static const double SHEET_WIDTH_PT = 841.8898, SHEET_HEIGHT_PT = 595.2756; /* A4 on its side */
static const double SLUG_X_PT = 32.6, SLUG_Y_PT = 21.26;                   /* around it on SRA4, 320 by 225 mm */
static const double LEAST_TEXT_PT = 6;

struct booklet {
    struct composer composer; /* its document is the sheets */
    struct booklet_pages pages;
    unsigned marks;
    double slug_x, slug_y;  /* from the sheet's corner to the pages */
    size_t *sheets;         /* by page: the sheet's side on which it is read first */
    double smallest_pt;     /* text that was made smaller; 0: none yet */
    double smallest_before; /* the same in the document */
    const char *smallest_words;
};

/* How a page comes to its place: turned and scaled about its top left corner, then moved. */
struct move {
    enum turn turn;
    double scale, x, y;
};

static struct frame_point moved(const struct move *move, double x, double y) {
    const struct frame_point turned[TURN_COUNT] = {
        [TURN_NONE] = {x, y}, [TURN_UP] = {y, -x}, [TURN_OVER] = {-x, -y}, [TURN_DOWN] = {-y, x}};
    return (struct frame_point){move->x + turned[move->turn].x * move->scale,
                                move->y + turned[move->turn].y * move->scale};
}

/* In the middle of its half of the sheet; a page that lies on its side has its head at the fold. */
static struct move page_move(const struct booklet *booklet, const struct booklet_page *page, double half_x) {
    const struct page *source = page->source;
    bool right_half = half_x > booklet->slug_x;
    double across = page->right_pt - page->left_pt, high = source->height_pt;
    struct move move = {.turn = !source->turned ? TURN_NONE : right_half ? TURN_UP : TURN_DOWN};
    if (move.turn != TURN_NONE) {
        across = source->height_pt;
        high = source->width_pt;
    }
    move.scale = fmin(fmin(SHEET_WIDTH_PT / 2 / across, SHEET_HEIGHT_PT / high), 1);
    move.x = half_x + (SHEET_WIDTH_PT / 2 - across * move.scale) / 2;
    move.y = booklet->slug_y + (SHEET_HEIGHT_PT - high * move.scale) / 2;
    if (move.turn == TURN_UP)
        move.y += high * move.scale;
    else if (move.turn == TURN_DOWN)
        move.x += across * move.scale;
    else
        move.x -= page->left_pt * move.scale;
    return move;
}

static void move_shape(struct booklet *booklet, struct frame *frame, const struct move *move) {
    size_t count = frame->u.shape.count;
    struct frame_point *points = arena_new_array(booklet->composer.arena, count, struct frame_point);
    for (size_t i = 0; i < count; i++)
        points[i] = moved(move, frame->u.shape.points[i].x, frame->u.shape.points[i].y);
    frame->u.shape.points = points;
    frame->u.shape.stroke_pt *= move->scale;
}

static void move_kind(struct booklet *booklet, struct frame *frame, const struct move *move) {
    switch (frame->kind) {
    case FRAME_TEXT:
        frame->u.text.size_pt *= move->scale;
        break;
    case FRAME_RULE:
        frame->u.rule.weight_pt *= move->scale;
        frame->u.rule.dash_pt[0] *= move->scale;
        frame->u.rule.dash_pt[1] *= move->scale;
        break;
    case FRAME_FILL:
        frame->u.fill.edge_pt *= move->scale;
        break;
    case FRAME_SHAPE:
        move_shape(booklet, frame, move);
        break;
    default: /* a drawing fills its frame */
        break;
    }
}

static bool is_drawing(const struct frame *frame) {
    return frame->kind == FRAME_CHART || frame->kind == FRAME_IMAGE;
}

/* Text is where it begins, and as long as it is; a line goes from one end to the other; the rest has a box. */
static void move_frame(struct booklet *booklet, struct frame *frame, const struct move *move) {
    const struct frame_point start = moved(move, frame->x, frame->y),
                             end = moved(move, frame->x + frame->width, frame->y + frame->height);
    bool box = frame->kind != FRAME_TEXT && frame->kind != FRAME_RULE;
    frame->x = box ? fmin(start.x, end.x) : start.x;
    frame->y = box ? fmin(start.y, end.y) : start.y;
    if (frame->kind == FRAME_TEXT) {
        frame->width *= move->scale;
    } else {
        frame->width = box ? fabs(end.x - start.x) : end.x - start.x;
        frame->height = box ? fabs(end.y - start.y) : end.y - start.y;
    }
    if (frame->kind == FRAME_TEXT || is_drawing(frame))
        frame->turn = (frame->turn + move->turn) % TURN_COUNT;
    move_kind(booklet, frame, move);
}

/* The mark of a footnote, which is small wherever it stands; the footnote itself has its number in full. */
static bool is_mark(const struct element *element) {
    return element != NULL && (element->role == ROLE_REFERENCE || is_mark(element->parent));
}

/* Charts set nothing smaller than notes. */
static void note_size(struct booklet *booklet, const struct frame *frame, double scale) {
    const struct theme *theme = &booklet->composer.layout->theme;
    double before = frame->kind == FRAME_TEXT    ? frame->u.text.size_pt
                    : frame->kind == FRAME_CHART ? theme->type[STYLE_NOTE].size_pt
                                                 : 0;
    if (before == 0 || scale == 1 || is_mark(frame->element) ||
        (booklet->smallest_pt != 0 && before * scale >= booklet->smallest_pt))
        return;
    booklet->smallest_pt = before * scale;
    booklet->smallest_before = before;
    booklet->smallest_words = frame->kind == FRAME_TEXT
                                  ? arena_printf(booklet->composer.arena, "\"%s\"", frame->u.text.string)
                                  : "in a chart";
}

static struct frame *add_frame(struct booklet *booklet, struct page *sheet, const struct frame *from) {
    struct frame *frame = page_add_frame(booklet->composer.document, sheet, from->kind, NULL);
    *frame = *from;
    return frame;
}

static void place_page(struct booklet *booklet, struct page *sheet, const struct booklet_page *page, double half_x) {
    struct move move = page_move(booklet, page, half_x);
    struct frame part;
    for (size_t i = 0; i < page->source->frame_count; i++) {
        if (!booklet_page_frame(page, &page->source->frames[i], &part))
            continue;
        note_size(booklet, &part, move.scale);
        part.order = page->first_frame + i;
        move_frame(booklet, add_frame(booklet, sheet, &part), &move);
    }
}

/* A blank side says so in the layout's own words, where it has some. Not a part of the document: an artifact. */
static void place_blank(struct booklet *booklet, struct page *sheet, double half_x) {
    struct composer *composer = &booklet->composer;
    const struct layout *layout = composer->layout;
    const char *words = NULL;
    for (size_t i = 0; i < layout->page_count && words == NULL; i++)
        words = layout->pages[i].blank_text;
    struct flow flow = {.width_pt = SHEET_WIDTH_PT / 2};
    struct piece *piece = flow_add(composer, &flow, 0);
    const struct pen pen = pen_in(pen_make(composer, piece, STYLE_BODY), FACE_TEXT, COLOUR_SECOND_TEXT);
    pen_text_centred(&pen, half_x + flow.width_pt / 2, booklet->slug_y + SHEET_HEIGHT_PT / 2,
                     pagination_blank_words(composer->words, words));
    for (size_t i = 0; i < piece->frame_count; i++)
        add_frame(booklet, sheet, piece->frames[i]);
}

static void place_half(struct booklet *booklet, struct page *sheet, size_t number, double half_x) {
    const struct booklet_page *page = &booklet->pages.items[number];
    if (page->source != NULL)
        place_page(booklet, sheet, page, half_x);
    else
        place_blank(booklet, sheet, half_x);
}

static const char *page_label(const struct booklet *booklet, size_t number) {
    const struct page *source = booklet->pages.items[number].source;
    return source != NULL ? source->label : NULL;
}

static const char *side_label(const struct booklet *booklet, struct sheet_order_side side) {
    const char *left = page_label(booklet, side.left), *right = page_label(booklet, side.right);
    if (left == NULL || right == NULL || left == right)
        return left != NULL ? left : right;
    return arena_printf(booklet->composer.arena, "%s, %s", left, right);
}

static void place_side(struct booklet *booklet, size_t index) {
    struct sheet_order_side side = sheet_order_side_at(booklet->pages.count, index);
    struct page *sheet = document_add_page(booklet->composer.document, SHEET_WIDTH_PT + 2 * booklet->slug_x,
                                           SHEET_HEIGHT_PT + 2 * booklet->slug_y);
    sheet->slug_x_pt = booklet->slug_x;
    sheet->slug_y_pt = booklet->slug_y;
    sheet->label = side_label(booklet, side);
    place_half(booklet, sheet, side.left, booklet->slug_x);
    place_half(booklet, sheet, side.right, booklet->slug_x + SHEET_WIDTH_PT / 2);
    double bleed = booklet->marks & BOOKLET_CROP ? booklet->composer.layout->bleed_pt : 0;
    if (bleed > 0)
        bleed_extend(sheet, bleed);
    if (booklet->marks & BOOKLET_CROP)
        print_marks_crop(booklet->composer.document, sheet, fmax(PRINT_MARK_GAP_PT, bleed));
    if (booklet->marks & BOOKLET_FOLD)
        print_marks_fold(booklet->composer.document, sheet, fmax(PRINT_MARK_GAP_PT, bleed));
}

/* On which side each page of the document will be read first, before any link is moved there. */
static void find_sheets(struct booklet *booklet) {
    const struct booklet_pages *pages = &booklet->pages;
    for (size_t i = pages->count; i-- > 0;)
        if (pages->items[i].source != NULL)
            booklet->sheets[pages->items[i].number] = i < pages->count / 2 ? i : pages->count - 1 - i;
}

/* Links lead to sheets. */
static void move_links(const struct booklet *booklet, struct element *element) {
    if (element->role == ROLE_LINK && element->link.uri == NULL)
        element->link.page = booklet->sheets[element->link.page];
    for (struct element *child = element->first_child; child != NULL; child = child->next)
        move_links(booklet, child);
}

static void move_outline(struct booklet *booklet) {
    struct document *sheets = booklet->composer.document;
    for (size_t i = 0; i < sheets->outline_count; i++)
        sheets->outline[i].page = booklet->sheets[sheets->outline[i].page];
}

static void refuse_small_text(const struct booklet *booklet) {
    if (booklet->smallest_pt == 0 || booklet->smallest_pt >= LEAST_TEXT_PT - 0.005)
        return;
    diag_error(booklet->composer.diag, booklet->composer.layout->pos,
               "text of %.1f pt (%s) would become %.1f pt in the booklet, and under %.0f pt it is hard to read; give "
               "the pack a "
               "booklet-theme that sets no text under %.1f pt, or pages on A5",
               booklet->smallest_before, booklet->smallest_words, booklet->smallest_pt, LEAST_TEXT_PT,
               ceil(LEAST_TEXT_PT * booklet->smallest_before / booklet->smallest_pt * 2) / 2);
}

/* Mirrored margins and page numbers belong to a side of the sheet: odd numbers to the right. */
static void warn_of_wrong_sides(const struct booklet *booklet) {
    const struct booklet_pages *pages = &booklet->pages;
    for (size_t i = 0; booklet->composer.layout->duplex && i < pages->count; i++) {
        const char *label = page_label(booklet, i);
        char *end = NULL;
        long number = label != NULL ? strtol(label, &end, 10) : 0;
        bool cut = label != NULL && booklet_page_is_cut(&pages->items[i]);
        if (label == NULL || *end != '\0' || cut || number % 2 == (long)(i + 1) % 2)
            continue;
        diag_warning(
            booklet->composer.diag, booklet->composer.layout->pos,
            "page %s, with the margins of a %s-hand page, comes to lie on the other side of the booklet; put a "
            "<blank-page counted=\"no\"/> before it, or begin with another first-page",
            label, number % 2 == 0 ? "left" : "right");
        return;
    }
}

/* The sheets have what the pages have, but for the pages. */
static struct document *sheets_create(struct arena *arena, const struct document *pages) {
    struct document *sheets = arena_new(arena, struct document);
    *sheets = *pages;
    sheets->pages = NULL;
    sheets->page_count = sheets->page_capacity = 0;
    sheets->booklet = true;
    return sheets;
}

struct document *booklet_impose(struct arena *arena, const struct layout *layout, const struct document *document,
                                const struct face_widths *widths, unsigned marks, struct diag *diag) {
    const struct page_state page = {.pos = layout->pos};
    struct booklet booklet = {
        .composer = {.arena = arena,
                     .layout = layout,
                     .words = layout->words,
                     .widths = widths,
                     .diag = diag,
                     .document = sheets_create(arena, document),
                     .page = &page},
        .marks = marks,
        .slug_x = marks & BOOKLET_CROP ? SLUG_X_PT : 0,
        .slug_y = marks & BOOKLET_CROP ? SLUG_Y_PT : 0,
        .sheets = arena_new_array(arena, document->page_count + 1, size_t),
    };
    booklet.pages = booklet_pages_cut(&booklet.composer, document);
    find_sheets(&booklet);
    for (size_t side = 0; side < booklet.pages.count / 2; side++)
        place_side(&booklet, side);
    move_links(&booklet, booklet.composer.document->root);
    move_outline(&booklet);
    refuse_small_text(&booklet);
    warn_of_wrong_sides(&booklet);
    return booklet.composer.document;
}
