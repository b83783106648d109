#include "pen.h"

#include <math.h>
#include <string.h>

#include "character.h"
#include "page_number.h"
#include "text.h"
#include "usage.h"

struct pen pen_make(struct composer *composer, struct piece *piece, enum text_style style) {
    const struct type_size *type = &composer->layout->theme.type[style];
    return (struct pen){
        .composer = composer,
        .piece = piece,
        .face = style == STYLE_TABLE ? FACE_TABLE : FACE_TEXT,
        .size_pt = type->size_pt,
        .leading_pt = type->leading_pt,
        .colour = style == STYLE_NOTE ? COLOUR_SECOND_TEXT : COLOUR_TEXT,
    };
}

struct pen pen_for(struct pen pen, struct element *element) {
    pen.element = element;
    return pen;
}

struct pen pen_in(struct pen pen, enum face face, enum colour colour) {
    pen.face = face;
    pen.colour = colour;
    return pen;
}

double pen_width(const struct pen *pen, const char *string) {
    const struct face_widths *widths = pen->composer->widths;
    const int16_t *own = widths->own(widths->fonts, pen->face);
    double width = 0;
    string = page_number_measured(pen->composer, string);
    for (uint32_t c; (c = utf8_next(&string)) != 0;)
        width += face_widths_show(widths, own, pen->face, c).width;
    return width * pen->size_pt / 1000;
}

double pen_baseline(const struct pen *pen, double middle) {
    return middle + TYPE_HALF_CAPITAL * pen->size_pt;
}

double pen_middle(const struct pen *pen, double baseline) {
    return baseline - TYPE_HALF_CAPITAL * pen->size_pt;
}

/* A stretch of a string that one face shows, and no further than `end`; *cursor is left behind it. */
static struct frame *set_stretch(const struct pen *pen, double x, double baseline, const char **cursor,
                                 const char *end) {
    struct composer *composer = pen->composer;
    const struct face_widths *widths = composer->widths;
    const int16_t *own = widths->own(widths->fonts, pen->face);
    const char *start = *cursor, *s = start, *after = start;
    enum face shown = FACE_COUNT;
    double width = 0;
    for (uint32_t c; s < end && (c = utf8_next(&after)) != 0; s = after) {
        struct shown_character character = face_widths_show(widths, own, pen->face, c);
        if (character.face == FACE_COUNT || codepoint_is_control(c) || codepoint_needs_shaping(c)) {
            character_check(composer, s, c, composer->page->pos);
            character.face = shown == FACE_COUNT ? pen->face : shown;
            character.width = widths->width(widths->fonts, character.face, c);
        }
        if (s > start && character.face != shown)
            break;
        shown = character.face;
        width += character.width;
    }
    struct frame *frame = pen_frame(pen, FRAME_TEXT, (struct box){x, baseline, width * pen->size_pt / 1000, 0});
    frame->colour = pen->colour;
    frame->u.text.face = shown;
    frame->u.text.size_pt = pen->size_pt;
    frame->u.text.string = arena_strndup(composer->arena, start, (size_t)(s - start));
    if (page_number_stands_in(frame->u.text.string)) {
        frame->width = pen_width(pen, frame->u.text.string);
        page_number_note(composer, frame, 0);
    }
    *cursor = s;
    return frame;
}

/* Words up to `end`; *x is left behind them. */
static struct frame *set_words(const struct pen *pen, double *x, double baseline, const char *words, const char *end) {
    struct frame *first = NULL;
    while (words < end) {
        struct frame *frame = set_stretch(pen, *x, baseline, &words, end);
        *x += frame->width;
        if (first == NULL)
            first = frame;
    }
    return first;
}

/* Roles in which an abbreviation may be an element of its own. */
static const bool holds_abbreviations[ROLE_COUNT] = {
    [ROLE_HEADING_1] = true, [ROLE_HEADING_2] = true,  [ROLE_HEADING_3] = true, [ROLE_HEADING_4] = true,
    [ROLE_HEADING_5] = true, [ROLE_HEADING_6] = true,  [ROLE_PARAGRAPH] = true, [ROLE_STRONG] = true,
    [ROLE_EMPHASIS] = true,  [ROLE_LINK] = true,       [ROLE_STRUCK] = true,    [ROLE_SPAN] = true,
    [ROLE_LIST_BODY] = true, [ROLE_LIST_LABEL] = true, [ROLE_DATA_CELL] = true, [ROLE_HEADER_CELL] = true,
};

/* What is read in place of its words has no place for others. */
static bool is_read(const struct element *element) {
    while (element->alt == NULL && element->actual_text == NULL && element_is_inline(element))
        element = element->parent;
    return element->alt == NULL && element->actual_text == NULL;
}

/* The pen of an abbreviation: with an element of its own, which says what it stands for, the first time on a page. */
static struct pen expanding(const struct pen *pen, const struct abbreviation *abbreviation) {
    struct composer *composer = pen->composer;
    if (pen->element == NULL || !holds_abbreviations[pen->element->role] || !is_read(pen->element) ||
        !composer_expand(composer, abbreviation))
        return *pen;
    struct pen own = pen_for(*pen, document_add_element(composer->document, pen->element, ROLE_ABBREVIATION));
    own.element->expansion = abbreviation->meaning;
    return own;
}

struct frame *pen_text(const struct pen *pen, double x, double baseline, const char *string) {
    const struct abbreviations *list = pen->explains ? NULL : pen->composer->layout->abbreviations;
    struct abbreviation_use found;
    struct frame *first = NULL;
    const char *from = string;
    for (const char *cursor = string; abbreviations_next(list, string, &cursor, &found);) {
        const struct pen own = expanding(pen, found.abbreviation);
        if (own.element == pen->element)
            continue;
        struct frame *before = set_words(pen, &x, baseline, from, found.start);
        struct frame *shown = set_words(&own, &x, baseline, found.start, cursor);
        first = first != NULL ? first : before != NULL ? before : shown;
        from = cursor;
    }
    struct frame *rest = set_words(pen, &x, baseline, from, string + strlen(string));
    usage_note_words(pen, string);
    return first != NULL ? first : rest;
}

void pen_text_turned(const struct pen *pen, double x, double bottom, const char *string) {
    struct piece *piece = pen->piece;
    size_t first = piece->frame_count;
    pen_text(pen, 0, 0, string);
    for (size_t i = first; i < piece->frame_count; i++) {
        struct frame *frame = piece->frames[i];
        frame->y = bottom - frame->x;
        frame->x = x;
        frame->turn = TURN_UP;
    }
}

/* Without the blank before what is read behind it. */
static double shown_width(const struct pen *pen, const char *string) {
    size_t length = strlen(string);
    while (length > 0 && string[length - 1] == ' ')
        length--;
    return pen_width(pen, arena_strndup(pen->composer->arena, string, length));
}

/* Words of which a share of their width lies before x. */
static void set_anchored(const struct pen *pen, double x, double baseline, const char *string, double share) {
    struct composer *composer = pen->composer;
    size_t numbered = composer->numbered_count;
    pen_text(pen, x - shown_width(pen, string) * share, baseline, string);
    for (; numbered < composer->numbered_count; numbered++)
        composer->numbered[numbered].anchor = share;
}

void pen_text_right(const struct pen *pen, double right, double baseline, const char *string) {
    set_anchored(pen, right, baseline, string, 1);
}

void pen_text_centred(const struct pen *pen, double middle, double baseline, const char *string) {
    set_anchored(pen, middle, baseline, string, 0.5);
}

double pen_refill(const struct composer *composer, struct frame *frame, const char *string) {
    const struct pen pen = {
        .composer = (struct composer *)composer, .face = frame->u.text.face, .size_pt = frame->u.text.size_pt};
    double before = frame->width;
    frame->u.text.string = string;
    frame->width = pen_width(&pen, string);
    return frame->width - before;
}

struct frame *pen_frame(const struct pen *pen, enum frame_kind kind, struct box box) {
    struct frame *frame = piece_add(pen->composer, pen->piece, kind, pen->element);
    frame->x = box.x;
    frame->y = box.y;
    frame->width = box.width;
    frame->height = box.height;
    return frame;
}

/* Rules and fills mean nothing by themselves. */
static struct frame *add_artifact(const struct pen *pen, enum frame_kind kind, struct box box, enum colour colour) {
    struct pen nobody = pen_for(*pen, NULL);
    struct frame *frame = pen_frame(&nobody, kind, box);
    frame->colour = colour;
    return frame;
}

void pen_chart(const struct pen *pen, struct box box, struct chart *chart) {
    pen_frame(pen, FRAME_CHART, box)->u.chart.chart = chart;
    usage_note_chart(pen, chart);
}

void pen_rule(const struct pen *pen, double x, double y, double width, enum line line, enum colour colour) {
    struct frame *frame = add_artifact(pen, FRAME_RULE, (struct box){x, y, width, 0}, colour);
    frame->u.rule.weight_pt = pen->composer->layout->theme.lines_pt[line];
}

void pen_rule_across(const struct pen *pen, const struct flow *flow, double y, enum line line, enum colour colour) {
    double half = flow_left_width(flow);
    pen_rule(pen, 0, y, half, line, colour);
    if (flow->fold_pt > 0)
        pen_rule(pen, flow->width_pt - half, y, half, line, colour);
}

struct frame *pen_fill(const struct pen *pen, struct box box, enum colour colour) {
    return add_artifact(pen, FRAME_FILL, box, colour);
}

void pen_edged(const struct pen *pen, struct box box, enum colour colour, enum colour edge, double edge_pt) {
    struct frame *frame = pen_fill(pen, box, colour);
    frame->u.fill.has_edge = edge_pt > 0;
    frame->u.fill.edge = edge;
    frame->u.fill.edge_pt = edge_pt;
}

void pen_link(const struct pen *pen, struct box box) {
    struct pen link = *pen;
    while (link.element->role != ROLE_LINK)
        link.element = link.element->parent;
    pen_frame(&link, FRAME_LINK, box);
}

/* A letter in a box, and what it is read as. */
struct boxed_letter {
    enum colour fill, edge, text;
    double edge_pt; /* 0: none */
    bool inside;    /* its edge keeps apart from those of its neighbours */
    const char *letter, *meaning, *alt;
};

static const double letter_share = 0.85; /* of a low box, at most */

static void fill_box(const struct pen *pen, const struct boxed_letter *boxed, struct box box) {
    if (boxed->inside)
        box = (struct box){box.x + 1, box.y + 1, box.width - 2, box.height - 2};
    pen_edged(pen, box, boxed->fill, boxed->edge, boxed->edge_pt);
}

double pen_letter_box(double size_pt) {
    return size_pt / letter_share;
}

/* As words of the pen's element. */
static void set_boxed(const struct pen *pen, const struct boxed_letter *boxed, struct box box) {
    const double edge_pt = boxed->inside ? 2 : 1; /* at its sides */
    struct pen words = pen_in(pen_make(pen->composer, pen->piece, STYLE_TABLE), FACE_TABLE_BOLD, boxed->text);
    words.element = pen->element;
    words.size_pt = fmin(words.size_pt, letter_share * box.height);
    words.size_pt *= fmin(1, (box.width - 2 * edge_pt) / pen_width(&words, boxed->letter));
    fill_box(pen, boxed, box);
    pen_text_centred(&words, box.x + box.width / 2, pen_baseline(&words, box.y + box.height / 2), boxed->letter);
}

static struct pen symbol_pen(const struct pen *pen, const struct boxed_letter *boxed) {
    struct pen symbol = *pen;
    if (pen->element != NULL) {
        symbol.element = document_add_element(pen->composer->document, pen->element, ROLE_SYMBOL);
        symbol.element->meaning = boxed->meaning;
        symbol.element->alt = boxed->alt;
    }
    return symbol;
}

/* As an element of its own. */
static void set_boxed_symbol(const struct pen *pen, const struct boxed_letter *boxed, struct box box) {
    const struct pen symbol = symbol_pen(pen, boxed);
    set_boxed(&symbol, boxed, box);
}

static struct boxed_letter band_look(const struct pen *pen, enum band_colour band, bool published) {
    const struct band_colours *look = &band_colours[band];
    const struct words *words = pen->composer->words;
    struct boxed_letter boxed = {.fill = published ? COLOUR_WHITE : look->fill,
                                 .edge = look->edge,
                                 .text = published ? COLOUR_TEXT : look->text,
                                 .edge_pt = published                  ? 1
                                            : look->edge == look->fill ? 0
                                                                       : 0.5,
                                 .inside = published,
                                 .letter = words_band_letter(words, band),
                                 .meaning = word_ids[WORD_RAG_GREEN + band],
                                 .alt = words_band(words, band)};
    if (published)
        boxed.alt = words_format(pen->composer->arena, words, WORD_RAG_AS_PUBLISHED, "letter", boxed.alt, NULL);
    return boxed;
}

/* A letter that is an artifact has its words beside it. */
static void note_band(const struct pen *pen, enum band_colour band, bool published) {
    if (pen->element == NULL)
        return;
    usage_note(pen, USE_BAND, (int)band);
    if (published)
        usage_note(pen, USE_SIGN, SIGN_PUBLISHED);
}

void pen_band(const struct pen *pen, enum band_colour band, struct box box) {
    const struct boxed_letter boxed = band_look(pen, band, false);
    set_boxed_symbol(pen, &boxed, box);
    note_band(pen, band, false);
}

void pen_band_published(const struct pen *pen, enum band_colour band, struct box box) {
    const struct boxed_letter boxed = band_look(pen, band, true);
    set_boxed_symbol(pen, &boxed, box);
    note_band(pen, band, true);
}

void pen_band_letter(const struct pen *pen, enum band_colour band, bool published, struct box box) {
    const struct boxed_letter boxed = band_look(pen, band, published);
    set_boxed(pen, &boxed, box);
    note_band(pen, band, published);
}

enum colour pen_band_ground(const struct pen *pen, enum band_colour band, bool published, struct box box) {
    static const double edge_pt = 2;
    const struct boxed_letter boxed = band_look(pen, band, published);
    struct pen letter = pen_in(symbol_pen(pen, &boxed), FACE_TABLE_BOLD, boxed.text);
    fill_box(pen, &boxed, box);
    pen_text(&letter, box.x + edge_pt, pen_baseline(&letter, box.y + box.height / 2),
             arena_printf(pen->composer->arena, "%s ", boxed.letter));
    note_band(pen, band, published);
    return boxed.text;
}

static struct boxed_letter off_target_look(const struct pen *pen) {
    const struct words *words = pen->composer->words;
    return (struct boxed_letter){.fill = COLOUR_WHITE,
                                 .edge = COLOUR_TEXT,
                                 .text = COLOUR_TEXT,
                                 .edge_pt = 0.75,
                                 .letter = words_get(words, WORD_OFF_TARGET_LETTER),
                                 .meaning = word_ids[WORD_OFF_TARGET],
                                 .alt = words_get(words, WORD_OFF_TARGET)};
}

void pen_off_target(const struct pen *pen, struct box box) {
    const struct boxed_letter boxed = off_target_look(pen);
    set_boxed_symbol(pen, &boxed, box);
    usage_note(pen, USE_SIGN, SIGN_OFF_TARGET);
}

void pen_off_target_letter(const struct pen *pen, struct box box) {
    const struct boxed_letter boxed = off_target_look(pen);
    set_boxed(pen, &boxed, box);
    usage_note(pen, USE_SIGN, SIGN_OFF_TARGET);
}

/* From an empty box for the best quartile to the darkest for the last, where the eye is to go: no colours of RAG, and
 * told apart in grey. */
void pen_quartile(const struct pen *pen, enum quartile quartile, struct box box) {
    static const struct boxed_letter looks[QUARTILE_COUNT] = {
        [QUARTILE_A] = {.fill = COLOUR_WHITE, .edge = COLOUR_TEXT, .text = COLOUR_TEXT, .edge_pt = 0.5},
        [QUARTILE_B] = {.fill = COLOUR_GRID, .edge = COLOUR_AXIS, .text = COLOUR_TEXT, .edge_pt = 0.5},
        [QUARTILE_C] = {.fill = COLOUR_AXIS, .edge = COLOUR_AXIS, .text = COLOUR_WHITE},
        [QUARTILE_D] = {.fill = COLOUR_BRAND, .edge = COLOUR_BRAND, .text = COLOUR_ON_BRAND},
    };
    struct boxed_letter boxed = looks[quartile];
    boxed.letter = quartile_letters[quartile];
    boxed.meaning = word_ids[WORD_QUARTILE_A + quartile];
    boxed.alt = arena_printf(pen->composer->arena, "%s: %s", boxed.letter,
                             field_aloud(pen->composer->words, FIELD_QUARTILE, (int)quartile));
    set_boxed_symbol(pen, &boxed, box);
    if (pen->element != NULL)
        usage_note(pen, USE_QUARTILE, (int)quartile);
}
