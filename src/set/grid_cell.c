#include <math.h>
#include <string.h>

#include "grid_internal.h"
#include "usage.h"

/* What stands in a cell. */

enum { CHART_HEIGHT_PT = 14, CHART_EDGE_PT = 4, BRACKET_GAP_PT = 3, OF_GAP_PT = 3, BOX_EDGE_PT = 2 };

static const double below_gap_pt = 1, tick_pt = 4;

/* In the middle of a row the words stand this much above it, and what is below them that much under their baseline. */
enum { ABOVE_MIDDLE_PT = 2, BELOW_BASELINE_PT = 10 };

/* A cell while it is drawn. */
struct place {
    struct pen pen;
    const struct grid *grid;
    const struct grid_column *column;
    const struct grid_cell *cell;
    double x, width;
    double top, bottom;      /* of the row */
    double baseline, middle; /* of the first line */
};

static struct lines note_lines(const struct pen *pen, const struct grid *grid, const struct grid_column *column,
                               const char *below) {
    const struct pen note = grid_note_pen(pen->composer, NULL, grid);
    return below == NULL ? (struct lines){0} : grid_lines(&note, below, column->width_pt);
}

static bool is_wrapped(const struct grid_column *column, const struct grid_cell *cell) {
    return column->align != GRID_NUMBER || cell->span > 1;
}

/* The width that the words of a spanning cell have between its ends. */
static double inner_width(const struct grid *grid, const struct grid_cell *cell, size_t column) {
    double width = grid_span_width(grid, column, cell->span);
    return cell->span > 1 ? width - 2 * BRACKET_GAP_PT : width;
}

static double chart_height(const struct grid_cell *cell) {
    return cell->chart_pt > 0 ? cell->chart_pt : CHART_HEIGHT_PT;
}

static double below_height(const struct pen *pen, const struct grid *grid, const struct grid_column *column,
                           const struct grid_cell *cell) {
    size_t count = note_lines(pen, grid, column, cell->below).count;
    return count == 0 ? 0 : below_gap_pt + (double)count * grid->type.note_leading_pt;
}

double grid_cell_height(struct composer *composer, const struct grid *grid, const struct grid_row *row, size_t c) {
    const struct grid_column *column = &grid->columns[c];
    const struct grid_cell *cell = &row->cells[c];
    struct pen pen = grid_pen(composer, NULL, grid);
    size_t count = 1;
    double height = 0;
    if (cell->covered || cell->row_span > 1)
        return 0;
    if (cell->content == GRID_CHART)
        return chart_height(cell) + below_height(&pen, grid, column, cell);
    if (cell->content == GRID_LETTERS)
        return cell->letters->named ? LETTER_STRIP_NAMED_PT : LETTER_STRIP_HEIGHT_PT;
    if (cell->content == GRID_NAMES)
        return name_list_height(&pen, cell->names, column->width_pt);
    pen.face = grid_face(row, column, cell);
    if (cell->text != NULL && is_wrapped(column, cell))
        count = grid_lines(&pen, cell->text, inner_width(grid, cell, c)).count;
    if (cell->text != NULL || cell->below == NULL)
        height = (double)count * pen.leading_pt;
    return height + below_height(&pen, grid, column, cell);
}

static double width_of(const struct place *place, const char *words) {
    return pen_width(&place->pen, words);
}

static void set_words(const struct place *place, double x, const char *words) {
    pen_text(&place->pen, x, place->baseline, words);
}

static void set_lines(const struct place *place, const struct lines *lines, enum grid_align align) {
    const struct pen *pen = &place->pen;
    for (size_t i = 0; i < lines->count; i++) {
        double left = align == GRID_CENTRE ? (place->width - width_of(place, lines->items[i])) / 2 : 0;
        pen_text(pen, place->x + left, place->baseline + (double)i * pen->leading_pt,
                 lines_read(pen->composer, lines, i));
    }
}

/* Right of figures: for an icon, and within a colour. */
static double icon_room(const struct place *place) {
    static const double within_colour = 0.25;
    const struct grid_column *column = place->column;
    return (column->icon_pt + (column->coloured ? within_colour : 0)) * place->pen.size_pt;
}

/* With a blank where something stands below it. */
static const char *read_before_below(const struct place *place) {
    const char *text = place->cell->text;
    return place->cell->below == NULL ? text : arena_printf(place->pen.composer->arena, "%s ", text);
}

/* Figures stand on their decimal point, or before the sign of a rank that is shared; whole ones end there. */
static void set_figure(const struct place *place) {
    const char *text = place->cell->text;
    size_t length = place->column->ends ? strlen(text) : (size_t)(grid_part_of(text) - text);
    double whole = width_of(place, arena_strndup(place->pen.composer->arena, text, length));
    set_words(place, place->x + place->width - icon_room(place) - place->column->part_pt - whole,
              read_before_below(place));
}

/* The lines of a cell; as a figure, the last one is read with a blank where something stands below it. */
static struct lines cell_lines(const struct place *place, double width) {
    struct lines lines = grid_lines(&place->pen, place->cell->text, width);
    lines.go_on = place->cell->below != NULL && place->cell->link_spec == 0;
    return lines;
}

/* Where a letter in a box stands. */
static struct box letter_box(const struct place *place) {
    bool centred = grid_style_of(place->grid)->centred;
    double top = centred ? place->top : place->middle - place->grid->type.leading_pt / 2;
    double height = centred ? place->bottom - place->top : place->grid->type.leading_pt;
    struct box box = grid_band_box(place->grid, height);
    box.x = place->column->align == GRID_LEFT && centred ? place->x : place->x + (place->width - box.width) / 2;
    box.y += top;
    return box;
}

/* Over the width of the column, but for an icon. */
static void set_on_band(const struct place *place) {
    struct place figure = *place;
    struct box box = letter_box(place);
    box.x = place->x;
    box.y = pen_middle(&place->pen, place->baseline) - box.height / 2;
    box.width = place->width - place->column->icon_pt * place->pen.size_pt;
    figure.pen.colour = pen_band_ground(&place->pen, place->cell->band, place->cell->published, box);
    set_figure(&figure);
}

static void note_end(const struct place *place) {
    if (place->cell->end_sign > 0)
        usage_note(&place->pen, USE_SIGN, (int)place->cell->end_sign - 1);
}

static void set_text(const struct place *place) {
    if (place->cell->on_band) {
        set_on_band(place);
    } else if (place->column->align == GRID_NUMBER) {
        set_figure(place);
    } else {
        const struct lines lines = cell_lines(place, place->width);
        set_lines(place, &lines, place->column->align);
    }
    note_end(place);
    struct pen pen = place->pen;
    pen.explains = pen.explains || place->cell->icon_explained;
    if (place->cell->has_icon)
        icon_draw(&pen, place->cell->icon, place->x + place->width - icon_room(place) / 2, place->middle,
                  icon_scale(place->pen.size_pt));
}

static void set_symbol(const struct place *place) {
    double width = width_of(place, place->cell->text);
    double left = place->column->align == GRID_LEFT     ? place->x
                  : place->column->align == GRID_CENTRE ? place->x + (place->width - width) / 2
                                                        : place->x + place->width - icon_room(place) - width;
    set_words(place, left, read_before_below(place));
    usage_note_sign(&place->pen, place->cell->text);
}

static void set_dash(const struct place *place) {
    if (place->column->align == GRID_NUMBER && !place->cell->ends)
        set_figure(place);
    else
        set_symbol(place);
    usage_note(&place->pen, USE_SIGN, SIGN_DASH);
}

/* Part, `of` and whole, each under its like. */
static void set_pair(const struct place *place) {
    struct composer *composer = place->pen.composer;
    const char *of = words_get(composer->words, WORD_OF);
    double right = place->x + place->width, whole = width_of(place, place->cell->of);
    double widest = (place->column->whole_pt - width_of(place, of) - 2 * OF_GAP_PT) / 2;
    double middle = right - widest - OF_GAP_PT - width_of(place, of);
    set_words(place, middle - OF_GAP_PT - width_of(place, place->cell->text),
              arena_printf(composer->arena, "%s ", place->cell->text));
    note_end(place);
    const struct pen second = pen_in(place->pen, place->pen.face, COLOUR_SECOND_TEXT);
    pen_text(&second, middle, place->baseline, arena_printf(composer->arena, " %s ", of) + 1);
    set_words(place, right - whole, place->cell->of);
}

static void set_band(const struct place *place) {
    (place->cell->published ? pen_band_published : pen_band)(&place->pen, place->cell->band, letter_box(place));
}

static void set_off_target(const struct place *place) {
    pen_off_target(&place->pen, letter_box(place));
}

static void set_quartile(const struct place *place) {
    pen_quartile(&place->pen, place->cell->quartile, letter_box(place));
}

static void set_icon(const struct place *place) {
    icon_draw(&place->pen, place->cell->icon, place->x + place->width / 2, place->middle,
              icon_scale(place->pen.size_pt));
}

static void set_letters(const struct place *place) {
    double cell_pt = grid_letter_pt(place->grid);
    letter_strip_add(&place->pen, place->cell->letters, place->x, place->middle - LETTER_STRIP_HEIGHT_PT / 2.0,
                     cell_pt);
}

static void set_names(const struct place *place) {
    name_list_set(&place->pen, place->cell->names, place->x, place->top, place->width);
}

/* The number is known when all pages are. */
static void set_page(const struct place *place) {
    struct composer *composer = place->pen.composer;
    composer->references[composer->reference_count - 1].number =
        pen_text(&place->pen, place->x + place->width, place->baseline, place->cell->text);
}

static void add_rule(const struct place *place, struct box box) {
    const struct pen artifact = pen_for(place->pen, NULL);
    struct frame *frame = pen_frame(&artifact, FRAME_RULE, box);
    frame->colour = COLOUR_AXIS;
    frame->u.rule.weight_pt = place->pen.composer->layout->theme.lines_pt[LINE_TABLE];
}

/* From the end of a spanning cell to its words. */
static void add_bracket(const struct place *place, double end, double words) {
    add_rule(place, (struct box){end, place->middle, words - end, 0});
    add_rule(place, (struct box){end, place->middle - tick_pt / 2, 0, tick_pt});
}

static void set_span(const struct place *place) {
    const struct lines lines = cell_lines(place, place->width - 2 * BRACKET_GAP_PT);
    if (place->cell->span_look == SPAN_BOX)
        pen_fill(&place->pen,
                 (struct box){place->x - 1, place->top - 1, place->width + 2,
                              fmax((double)lines.count * place->pen.leading_pt, place->bottom - place->top) + 2},
                 COLOUR_GAP);
    if (place->cell->span_look == SPAN_BRACKET && lines.count == 1) {
        double reach = width_of(place, lines.items[0]) / 2 + BRACKET_GAP_PT, middle = place->x + place->width / 2;
        add_bracket(place, place->x, middle - reach);
        add_bracket(place, place->x + place->width, middle + reach);
    }
    set_lines(place, &lines, GRID_CENTRE);
}

/* Where the cells beside it have its figures it is an artifact. */
static void set_chart(const struct place *place) {
    struct pen pen = place->pen;
    struct box box = {place->x, place->top - 1, place->width, chart_height(place->cell)};
    pen.element =
        place->cell->decorative ? NULL : document_add_element(pen.composer->document, pen.element, ROLE_FIGURE);
    if (grid_style_of(place->grid)->centred) {
        box.y = place->top + CHART_EDGE_PT;
        box.height = place->bottom - place->top - 2 * CHART_EDGE_PT -
                     below_height(&pen, place->grid, place->column, place->cell);
    }
    pen_chart(&pen, box, place->cell->chart);
}

/* ------------------------------------------------------------------ a cell over several rows */

/* The lines of its words and of what is below them. */
struct words_block {
    struct pen pen, note;
    struct lines lines, below;
    double height;
};

static struct words_block block_of(struct composer *composer, const struct grid *grid, const struct grid_row *row,
                                   size_t c) {
    const struct grid_column *column = &grid->columns[c];
    const struct grid_cell *cell = &row->cells[c];
    struct words_block block = {.pen = grid_pen(composer, NULL, grid), .note = grid_note_pen(composer, NULL, grid)};
    block.lines = grid_lines(&block.pen, cell->text, column->width_pt);
    block.below = note_lines(&block.pen, grid, column, cell->below);
    if (cell->below == NULL)
        block.pen.colour = COLOUR_SECOND_TEXT;
    block.height = (double)block.lines.count * block.pen.leading_pt + (double)block.below.count * block.note.leading_pt;
    return block;
}

double grid_box_height(struct composer *composer, const struct grid *grid, const struct grid_row *row, size_t column) {
    return block_of(composer, grid, row, column).height + 2 * BOX_EDGE_PT;
}

/* Lines round a middle, from y down; gives where they end. */
static double set_centred(const struct pen *pen, const struct lines *lines, double middle, double y) {
    for (size_t i = 0; i < lines->count; i++, y += pen->leading_pt)
        pen_text_centred(pen, middle, pen_baseline(pen, y + pen->leading_pt / 2), lines_read(pen->composer, lines, i));
    return y;
}

void grid_box_set(const struct pen *pen, const struct grid *grid, const struct grid_row *row, size_t c, double height) {
    const struct grid_column *column = &grid->columns[c];
    struct words_block block = block_of(pen->composer, grid, row, c);
    double middle = column->x + column->width_pt / 2, y = (height - block.height) / 2;
    pen_fill(pen, (struct box){column->x - 1, BOX_EDGE_PT / 2.0, column->width_pt + 2, height - BOX_EDGE_PT},
             COLOUR_GAP);
    block.pen.piece = block.note.piece = pen->piece;
    block.pen.element = block.note.element = pen->element;
    y = set_centred(&block.pen, &block.lines, middle, y);
    set_centred(&block.note, &block.below, middle, y);
}

/* ------------------------------------------------------------------ a cell */

/* What each content is drawn by; prose is set line by line, with its row. */
static void (*const setters[])(const struct place *) = {
    [GRID_TEXT] = set_text,
    [GRID_SYMBOL] = set_symbol,
    [GRID_DASH] = set_dash,
    [GRID_PAIR] = set_pair,
    [GRID_PAGE] = set_page,
    [GRID_BAND] = set_band,
    [GRID_OFF_TARGET] = set_off_target,
    [GRID_QUARTILE] = set_quartile,
    [GRID_ICON] = set_icon,
    [GRID_PROSE] = NULL,
    [GRID_CHART] = set_chart,
    [GRID_LETTERS] = set_letters,
    [GRID_NAMES] = set_names,
};

static bool is_symbol(const struct grid_cell *cell) {
    return cell->content == GRID_SYMBOL || cell->content == GRID_DASH || cell->span > 1;
}

static struct pen cell_pen(const struct pen *pen, const struct grid *grid, const struct grid_row *row, size_t c) {
    const struct grid_column *column = &grid->columns[c];
    const struct grid_cell *cell = &row->cells[c];
    struct pen own = pen_for(grid_pen(pen->composer, pen->piece, grid), pen->element);
    if (!is_symbol(cell) || grid_style_of(grid)->bold_symbols)
        own.face = grid_face(row, column, cell);
    if (is_symbol(cell) || row->second)
        own.colour = COLOUR_SECOND_TEXT;
    else if (cell->warns)
        own.colour = COLOUR_WORSE;
    else if (column->strong)
        own.colour = COLOUR_BRAND;
    return own;
}

/* An area over the whole cell, and an element that the words of the cell are read in. */
static void add_link(struct place *place) {
    struct composer *composer = place->pen.composer;
    place->pen.element = document_add_element(composer->document, place->pen.element, ROLE_LINK);
    place->pen.element->link.words = place->cell->text;
    pen_link(&place->pen, (struct box){place->x, place->top, place->width, place->bottom - place->top});
    arena_append(composer->arena, composer->references, composer->reference_count, composer->reference_capacity) =
        (struct page_reference){
            .spec = place->cell->link_spec - 1, .indicator = place->cell->link_to, .link = place->pen.element};
}

/* Where the first line of a cell in the middle of its row stands; the words stand above what is below them. */
static double centred_baseline(const struct place *place, size_t lines) {
    double more = lines > 1 ? (double)(lines - 1) * place->pen.leading_pt : 0;
    double middle = (place->top + place->bottom) / 2 - more / 2;
    return place->cell->below != NULL ? middle - ABOVE_MIDDLE_PT
                                      : middle + grid_style_of(place->grid)->half_capital * place->pen.size_pt;
}

static size_t count_lines(const struct place *place) {
    bool wraps = place->cell->text != NULL && is_wrapped(place->column, place->cell);
    return wraps ? cell_lines(place, place->width).count : place->cell->text != NULL;
}

static void set_below(const struct place *place, const struct pen *pen) {
    const struct lines lines = note_lines(pen, place->grid, place->column, place->cell->below);
    const struct pen note = pen_for(grid_note_pen(pen->composer, pen->piece, place->grid), pen->element);
    size_t above = count_lines(place);
    double height =
        place->cell->content == GRID_CHART ? chart_height(place->cell) : (double)above * place->pen.leading_pt;
    double baseline = place->top + height + below_gap_pt + TYPE_ASCENT * note.size_pt;
    if (grid_style_of(place->grid)->centred)
        baseline = place->baseline + (double)(above - 1) * place->pen.leading_pt + BELOW_BASELINE_PT;
    if (place->column->align != GRID_NUMBER)
        lines_set(&note, &lines, place->x, baseline);
    for (size_t i = 0; place->column->align == GRID_NUMBER && i < lines.count; i++)
        pen_text_right(&note, place->x + place->width - icon_room(place), baseline + (double)i * note.leading_pt,
                       lines_read(pen->composer, &lines, i));
}

void grid_cell_set(const struct pen *pen, const struct grid *grid, const struct grid_row *row, size_t c, double top,
                   double bottom) {
    const struct grid_column *column = &grid->columns[c];
    const struct grid_cell *cell = &row->cells[c];
    const struct grid_style *style = grid_style_of(grid);
    struct place place = {.pen = cell_pen(pen, grid, row, c),
                          .grid = grid,
                          .column = column,
                          .cell = cell,
                          .x = column->x,
                          .width = grid_span_width(grid, c, cell->span),
                          .top = top,
                          .bottom = bottom};
    place.middle = style->centred ? (top + bottom) / 2 : top + grid->type.leading_pt / 2;
    place.baseline = style->centred ? centred_baseline(&place, count_lines(&place))
                                    : place.middle + style->half_capital * place.pen.size_pt;
    bool is_drawn = cell->content != GRID_PROSE && (cell->text != NULL || cell->content >= GRID_BAND);
    if (cell->link_spec > 0)
        add_link(&place);
    if (cell->span > 1 && cell->text != NULL)
        set_span(&place);
    else if (is_drawn)
        setters[cell->content](&place);
    if (cell->below != NULL)
        set_below(&place, pen);
}
