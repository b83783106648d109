#include <string.h>

#include "ledger_internal.h"
#include "paragraph.h"
#include "type_old.h"

enum { CHART_HEIGHT_PT = 14, BRACKET_GAP_PT = 3, OF_GAP_PT = 3, BOX_EDGE_PT = 2 };

static const double below_gap_pt = 1, tick_pt = 4;

/* The lines of a cell over several rows. */
struct prose_block {
    char **lines, **below;
    size_t count, below_count;
    double height;
};

/* A cell while it is drawn. */
struct place {
    struct composer *composer;
    struct piece *piece;
    struct element *element;
    const struct ledger *ledger;
    const struct ledger_type *type;
    const struct ledger_column *column;
    const struct ledger_cell *cell;
    enum face face;
    enum colour colour;
    double x, width;
    double top, baseline, middle; /* of the first line */
};

static enum face face_of(const struct ledger_row *row, const struct ledger_column *column) {
    return row->bold || row->strong || column->tint || column->strong ? FACE_TABLE_BOLD : FACE_TABLE;
}

static bool is_wrapped(const struct ledger_column *column, const struct ledger_cell *cell) {
    return column->align != LEDGER_NUMBER || cell->span > 1;
}

/* The width that the words of a spanning cell have between its ends. */
static double inner_width(const struct ledger *ledger, const struct ledger_cell *cell, size_t column) {
    double width = ledger_span_width(ledger, column, cell->span);
    return cell->span > 1 ? width - 2 * BRACKET_GAP_PT : width;
}

double ledger_cell_height(struct composer *composer, const struct ledger *ledger, const struct ledger_type *type,
                          const struct ledger_row *row, size_t c) {
    const struct ledger_column *column = &ledger->columns[c];
    const struct ledger_cell *cell = &row->cells[c];
    size_t count = 1;
    double height = 0;
    if (cell->covered || cell->row_span > 1)
        return 0;
    if (cell->content == LEDGER_CHART)
        return CHART_HEIGHT_PT;
    if (cell->text != NULL && is_wrapped(column, cell))
        ledger_lines(composer, cell->text, face_of(row, column), type->size_pt, inner_width(ledger, cell, c), &count);
    if (cell->text != NULL || cell->below == NULL)
        height = (double)count * type->leading_pt;
    if (cell->below != NULL) {
        ledger_lines(composer, cell->below, FACE_TABLE, type->note_pt, column->width_pt, &count);
        height += below_gap_pt + (double)count * type->note_leading_pt;
    }
    return height;
}

static void set_words(const struct place *place, double x, const char *words) {
    pen_text(&(struct pen){.composer = place->composer,
                           .piece = place->piece,
                           .element = place->element,
                           .face = place->face,
                           .size_pt = place->type->size_pt,
                           .colour = place->colour},
             x, place->baseline, words);
}

static double width_of(const struct place *place, const char *words) {
    return type_width(place->composer, place->face, place->type->size_pt, words);
}

static void set_lines(const struct place *place, enum ledger_align align, double width) {
    size_t count;
    char **lines = ledger_lines(place->composer, place->cell->text, place->face, place->type->size_pt, width, &count);
    for (size_t i = 0; i < count; i++) {
        double left = place->x + (place->width - width_of(place, lines[i])) / 2;
        pen_text(&(struct pen){.composer = place->composer,
                               .piece = place->piece,
                               .element = place->element,
                               .face = place->face,
                               .size_pt = place->type->size_pt,
                               .colour = place->colour},
                 align == LEDGER_CENTRE ? left : place->x, place->baseline + (double)i * place->type->leading_pt,
                 i + 1 < count || place->cell->below != NULL ? type_line_on(place->composer, lines[i]) : lines[i]);
    }
}

static double icon_room(const struct place *place) {
    return place->column->icon_pt * place->type->size_pt;
}

/* Figures stand on their decimal point; whole ones end there. */
static void set_figure(const struct place *place) {
    const char *text = place->cell->text, *point = strchr(text, '.');
    size_t length = point != NULL ? (size_t)(point - text) : strlen(text);
    double whole = width_of(place, arena_strndup(place->composer->arena, text, length));
    set_words(place, place->x + place->width - icon_room(place) - place->column->part_pt - whole, text);
}

static void set_text(const struct place *place) {
    if (place->column->align == LEDGER_NUMBER)
        set_figure(place);
    else
        set_lines(place, place->column->align, place->width);
    if (place->cell->has_icon)
        pen_icon(&(struct pen){.composer = place->composer, .piece = place->piece, .element = place->element},
                 place->cell->icon, place->x + place->width - icon_room(place) / 2, place->middle,
                 icon_scale(place->type->size_pt));
}

static void set_symbol(const struct place *place) {
    double width = width_of(place, place->cell->text);
    double left = place->column->align == LEDGER_LEFT     ? place->x
                  : place->column->align == LEDGER_CENTRE ? place->x + (place->width - width) / 2
                                                          : place->x + place->width - icon_room(place) - width;
    set_words(place, left, place->cell->text);
}

static void set_dash(const struct place *place) {
    if (place->column->align == LEDGER_NUMBER)
        set_figure(place);
    else
        set_symbol(place);
}

/* Part, `of` and whole, each under its like. */
static void set_pair(const struct place *place) {
    const char *of = words_get(place->composer->words, WORD_OF);
    double right = place->x + place->width, whole = width_of(place, place->cell->of);
    double widest = (place->column->need_pt - width_of(place, of) - 2 * OF_GAP_PT) / 2;
    double middle = right - widest - OF_GAP_PT - width_of(place, of);
    set_words(place, middle - OF_GAP_PT - width_of(place, place->cell->text),
              arena_printf(place->composer->arena, "%s ", place->cell->text));
    struct place second = *place;
    second.colour = COLOUR_SECOND_TEXT;
    set_words(&second, middle, arena_printf(place->composer->arena, " %s ", of) + 1);
    set_words(place, right - whole, place->cell->of);
}

static void set_band(const struct place *place) {
    double width = 1.85 * place->type->size_pt, height = 1.34 * place->type->size_pt;
    pen_band(&(struct pen){.composer = place->composer, .piece = place->piece, .element = place->element},
             place->cell->band,
             (struct box){place->x + (place->width - width) / 2, place->middle - height / 2, width, height});
}

static void set_icon(const struct place *place) {
    pen_icon(&(struct pen){.composer = place->composer, .piece = place->piece, .element = place->element},
             place->cell->icon, place->x + place->width / 2, place->middle, icon_scale(place->type->size_pt));
}

static void add_rule(const struct place *place, double x, double y, double width, double height) {
    struct frame *frame = piece_add(place->composer, place->piece, FRAME_RULE, NULL);
    frame->x = x;
    frame->y = y;
    frame->width = width;
    frame->height = height;
    frame->colour = COLOUR_AXIS;
    frame->u.rule.weight_pt = place->composer->layout->theme.lines_pt[LINE_TABLE];
}

/* From the end of a spanning cell to its words. */
static void add_bracket(const struct place *place, double end, double words) {
    add_rule(place, end, place->middle, words - end, 0);
    add_rule(place, end, place->middle - tick_pt / 2, 0, tick_pt);
}

static void set_span(const struct place *place) {
    double inner = place->width - 2 * BRACKET_GAP_PT;
    size_t count;
    char **lines = ledger_lines(place->composer, place->cell->text, place->face, place->type->size_pt, inner, &count);
    if (place->cell->span_look == SPAN_BOX)
        pen_fill(
            &(struct pen){.composer = place->composer, .piece = place->piece},
            (struct box){place->x - 1, place->top - 1, place->width + 2, (double)count * place->type->leading_pt + 2},
            COLOUR_GAP);
    if (place->cell->span_look == SPAN_BRACKET && count == 1) {
        double reach = width_of(place, lines[0]) / 2 + BRACKET_GAP_PT, middle = place->x + place->width / 2;
        add_bracket(place, place->x, middle - reach);
        add_bracket(place, place->x + place->width, middle + reach);
    }
    set_lines(place, LEDGER_CENTRE, inner);
}

/* Where the cells beside it have its figures it is an artifact. */
static void set_chart(const struct place *place) {
    struct element *figure =
        place->cell->decorative ? NULL : document_add_element(place->composer->document, place->element, ROLE_FIGURE);
    struct frame *frame = piece_add(place->composer, place->piece, FRAME_CHART, figure);
    frame->x = place->x;
    frame->y = place->top - 1;
    frame->width = place->width;
    frame->height = CHART_HEIGHT_PT;
    frame->u.chart.chart = place->cell->chart;
}

static void set_below(const struct place *place, double y) {
    size_t count;
    char **lines = ledger_lines(place->composer, place->cell->below, FACE_TABLE, place->type->note_pt,
                                place->column->width_pt, &count);
    for (size_t i = 0; i < count; i++)
        pen_text(&(struct pen){.composer = place->composer,
                               .piece = place->piece,
                               .element = place->element,
                               .face = FACE_TABLE,
                               .size_pt = place->type->note_pt,
                               .colour = COLOUR_SECOND_TEXT},
                 place->x,
                 y + below_gap_pt + (double)i * place->type->note_leading_pt + TYPE_ASCENT * place->type->note_pt,
                 i + 1 < count ? type_line_on(place->composer, lines[i]) : lines[i]);
}

/* Words and what is below them, in the middle of a box over several rows. */
static struct prose_block span_words(struct composer *composer, const struct ledger_column *column,
                                     const struct ledger_type *type, const struct ledger_cell *cell) {
    struct prose_block block = {0};
    block.lines = ledger_lines(composer, cell->text, FACE_TABLE, type->size_pt, column->width_pt, &block.count);
    if (cell->below != NULL)
        block.below =
            ledger_lines(composer, cell->below, FACE_TABLE, type->note_pt, column->width_pt, &block.below_count);
    block.height = (double)block.count * type->leading_pt + (double)block.below_count * type->note_leading_pt;
    return block;
}

double ledger_box_height(struct composer *composer, const struct ledger *ledger, const struct ledger_type *type,
                         const struct ledger_row *row, size_t column) {
    return span_words(composer, &ledger->columns[column], type, &row->cells[column]).height + 2 * BOX_EDGE_PT;
}

void ledger_box_set(struct composer *composer, struct piece *piece, struct element *element,
                    const struct ledger *ledger, const struct ledger_type *type, const struct ledger_row *row, size_t c,
                    double height) {
    const struct ledger_column *column = &ledger->columns[c];
    const struct prose_block block = span_words(composer, column, type, &row->cells[c]);
    double middle = column->x + column->width_pt / 2, y = (height - block.height) / 2;
    pen_fill(&(struct pen){.composer = composer, .piece = piece},
             (struct box){column->x - 1, BOX_EDGE_PT / 2.0, column->width_pt + 2, height - BOX_EDGE_PT}, COLOUR_GAP);
    for (size_t i = 0; i < block.count; i++, y += type->leading_pt)
        pen_text_centred(&(struct pen){.composer = composer,
                                       .piece = piece,
                                       .element = element,
                                       .face = FACE_TABLE,
                                       .size_pt = type->size_pt,
                                       .colour = block.below_count > 0 ? COLOUR_TEXT : COLOUR_SECOND_TEXT},
                         middle, y + type->leading_pt / 2 + TYPE_HALF_CAPITAL * type->size_pt,
                         i + 1 < block.count ? arena_printf(composer->arena, "%s ", block.lines[i]) : block.lines[i]);
    for (size_t i = 0; i < block.below_count; i++, y += type->note_leading_pt)
        pen_text_centred(&(struct pen){.composer = composer,
                                       .piece = piece,
                                       .element = element,
                                       .face = FACE_TABLE,
                                       .size_pt = type->note_pt,
                                       .colour = COLOUR_SECOND_TEXT},
                         middle, y + type->note_leading_pt / 2 + TYPE_HALF_CAPITAL * type->note_pt,
                         i + 1 < block.below_count ? arena_printf(composer->arena, "%s ", block.below[i])
                                                   : block.below[i]);
}

/* What each content is drawn by; prose is set line by line, with its row. */
static void (*const setters[])(const struct place *) = {
    [LEDGER_TEXT] = set_text, [LEDGER_SYMBOL] = set_symbol, [LEDGER_DASH] = set_dash, [LEDGER_PAIR] = set_pair,
    [LEDGER_BAND] = set_band, [LEDGER_ICON] = set_icon,     [LEDGER_PROSE] = NULL,    [LEDGER_CHART] = set_chart,
};

void ledger_cell_set(struct composer *composer, struct piece *piece, struct element *element,
                     const struct ledger *ledger, const struct ledger_type *type, const struct ledger_row *row,
                     size_t c, double top) {
    const struct ledger_column *column = &ledger->columns[c];
    const struct ledger_cell *cell = &row->cells[c];
    bool symbol = cell->content == LEDGER_SYMBOL || cell->content == LEDGER_DASH;
    struct place place = {
        .composer = composer,
        .piece = piece,
        .element = element,
        .ledger = ledger,
        .type = type,
        .column = column,
        .cell = cell,
        .face = symbol || cell->span > 1 ? FACE_TABLE : face_of(row, column),
        .colour = symbol || cell->span > 1 ? COLOUR_SECOND_TEXT
                  : column->strong         ? COLOUR_BRAND
                                           : COLOUR_TEXT,
        .x = column->x,
        .width = ledger_span_width(ledger, c, cell->span),
        .top = top,
        .middle = top + type->leading_pt / 2,
        .baseline = top + type->leading_pt / 2 + TYPE_HALF_CAPITAL * type->size_pt,
    };
    bool is_drawn = cell->content != LEDGER_PROSE && (cell->text != NULL || cell->content >= LEDGER_BAND);
    if (cell->span > 1 && cell->text != NULL)
        set_span(&place);
    else if (is_drawn)
        setters[cell->content](&place);
    if (cell->below == NULL)
        return;
    size_t count = 0;
    if (cell->text != NULL)
        ledger_lines(composer, cell->text, place.face, type->size_pt, place.width, &count);
    set_below(&place, top + (double)count * type->leading_pt);
}
