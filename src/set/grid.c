#include "grid.h"

#include <string.h>

#include "paragraph.h"
#include "type_old.h"

enum { HEAD_LINES = 2, COLUMN_GAP_PT = 6, EDGE_PT = 3, RAG_WIDTH_PT = 22 };

static const double rag_height_pt = 10.8;

struct type {
    double size_pt, leading_pt, head_pt, head_leading_pt;
};

static struct type grid_type(const struct composer *composer) {
    const struct type_size *sizes = composer->layout->theme.type;
    return (struct type){sizes[STYLE_TABLE].size_pt, sizes[STYLE_TABLE].leading_pt, sizes[STYLE_NOTE].size_pt,
                         sizes[STYLE_NOTE].leading_pt};
}

struct grid *grid_create(struct composer *composer, size_t columns) {
    struct grid *grid = arena_new(composer->arena, struct grid);
    grid->columns = arena_new_array(composer->arena, columns, struct grid_column);
    grid->column_count = columns;
    return grid;
}

struct grid_row *grid_add_row(struct composer *composer, struct grid *grid) {
    struct grid_row *row = &arena_append(composer->arena, grid->rows, grid->row_count, grid->row_capacity);
    *row = (struct grid_row){.cells = arena_new_array(composer->arena, grid->column_count, struct grid_cell)};
    return row;
}

/* Where the part behind the decimal point starts: at the point, or at the end. */
static const char *decimal_part(const char *string) {
    const char *point = strchr(string, '.');
    return point != NULL ? point : string + strlen(string);
}

static char *whole_part(struct composer *composer, const char *string) {
    return arena_strndup(composer->arena, string, (size_t)(decimal_part(string) - string));
}

static double larger(double a, double b) {
    return a > b ? a : b;
}

static void measure_cell(struct composer *composer, struct grid_column *column, const struct grid_cell *cell,
                         const struct grid_row *row, double size) {
    enum face face = row->bold || cell->bold ? FACE_TABLE_BOLD : FACE_TABLE;
    if (cell->content == CELL_RAG)
        column->width_pt = larger(column->width_pt, RAG_WIDTH_PT);
    else if (cell->string == NULL || column->wrap)
        return;
    else if (column->align == ALIGN_DECIMAL && cell->content == CELL_TEXT) {
        double whole = type_width(composer, face, size, whole_part(composer, cell->string));
        column->whole_pt = larger(column->whole_pt, whole);
        column->part_pt = larger(column->part_pt, type_width(composer, face, size, decimal_part(cell->string)));
    } else {
        column->width_pt = larger(column->width_pt, type_width(composer, face, size, cell->string));
    }
    if (cell->below != NULL)
        column->width_pt = larger(column->width_pt, type_width(composer, FACE_TABLE, size, cell->below));
}

/* The least width in which a heading stands on at most two lines. */
static double heading_width(struct composer *composer, const char *heading, double size) {
    double widest = 0, whole = type_width(composer, FACE_TABLE_BOLD, size, heading);
    size_t lines;
    for (const char *s = heading; *s != '\0';) {
        size_t length = strcspn(s, " ");
        widest = larger(widest, type_width(composer, FACE_TABLE_BOLD, size, arena_strndup(composer->arena, s, length)));
        s += length + strspn(s + length, " ");
    }
    for (double width = widest; width < whole; width += 2) {
        type_lines(composer, heading, FACE_TABLE_BOLD, size, width + 0.1, &lines);
        if (lines <= HEAD_LINES)
            return width + 0.1;
    }
    return whole + 0.1;
}

static void size_columns(struct composer *composer, struct grid *grid, double width, struct source_pos pos) {
    struct type type = grid_type(composer);
    double needed = 2 * EDGE_PT + COLUMN_GAP_PT * (double)(grid->column_count - 1), weights = 0;
    for (size_t c = 0; c < grid->column_count; c++) {
        struct grid_column *column = &grid->columns[c];
        for (size_t r = 0; r < grid->row_count; r++)
            measure_cell(composer, column, &grid->rows[r].cells[c], &grid->rows[r], type.size_pt);
        column->width_pt = larger(larger(column->width_pt, column->least_pt), column->whole_pt + column->part_pt);
        column->width_pt = larger(column->width_pt, heading_width(composer, column->heading, type.head_pt));
        needed += column->width_pt;
        weights += column->weight;
    }
    double spare = width - needed;
    if (spare < -0.5)
        diag_error(
            composer->diag, pos,
            "the table needs %.0f points and has %.0f; leave out a column, shorten a heading, or give it more width",
            needed, width);
    if (spare < 0)
        spare = 0;
    double x = EDGE_PT, gap = COLUMN_GAP_PT;
    if (weights == 0 && grid->column_count > 1)
        gap += spare / (double)(grid->column_count - 1);
    for (size_t c = 0; c < grid->column_count; c++) {
        struct grid_column *column = &grid->columns[c];
        if (weights > 0)
            column->width_pt += spare * column->weight / weights;
        column->x = x;
        x += column->width_pt + gap;
    }
}

static void set_heading(struct composer *composer, struct piece *piece, struct element *element,
                        const struct grid_column *column, struct type type, double height) {
    size_t count;
    char **lines = type_lines(composer, column->heading, FACE_TABLE_BOLD, type.head_pt, column->width_pt + 0.2, &count);
    for (size_t i = 0; i < count; i++) {
        double baseline = height - 4 - (double)(count - 1 - i) * type.head_leading_pt;
        const char *line = i + 1 < count ? type_line_on(composer, lines[i]) : lines[i];
        if (column->align == ALIGN_LEFT)
            pen_text(&(struct pen){.composer = composer,
                                   .piece = piece,
                                   .element = element,
                                   .face = FACE_TABLE_BOLD,
                                   .size_pt = type.head_pt,
                                   .colour = COLOUR_SECOND_TEXT},
                     column->x, baseline, line);
        else if (column->align == ALIGN_CENTRE)
            pen_text_centred(&(struct pen){.composer = composer,
                                           .piece = piece,
                                           .element = element,
                                           .face = FACE_TABLE_BOLD,
                                           .size_pt = type.head_pt,
                                           .colour = COLOUR_SECOND_TEXT},
                             column->x + column->width_pt / 2, baseline, line);
        else
            pen_text(&(struct pen){.composer = composer,
                                   .piece = piece,
                                   .element = element,
                                   .face = FACE_TABLE_BOLD,
                                   .size_pt = type.head_pt,
                                   .colour = COLOUR_SECOND_TEXT},
                     column->x + column->width_pt - type_width(composer, FACE_TABLE_BOLD, type.head_pt, lines[i]),
                     baseline, line);
    }
}

static struct piece *set_head(struct composer *composer, struct flow *flow, struct grid *grid, struct element *table) {
    struct type type = grid_type(composer);
    size_t most = 1;
    for (size_t c = 0; c < grid->column_count; c++) {
        size_t count;
        struct grid_column *column = &grid->columns[c];
        type_lines(composer, column->heading, FACE_TABLE_BOLD, type.head_pt, column->width_pt + 0.2, &count);
        most = count > most ? count : most;
    }
    double height = 7 + (double)most * type.head_leading_pt;
    struct piece *piece = flow_add(composer, flow, height);
    struct element *head = document_add_element(composer->document, table, ROLE_TABLE_HEAD);
    struct element *row = document_add_element(composer->document, head, ROLE_TABLE_ROW);
    for (size_t c = 0; c < grid->column_count; c++) {
        struct element *cell = document_add_element(composer->document, row, ROLE_HEADER_CELL);
        cell->scope = SCOPE_COLUMN;
        set_heading(composer, piece, cell, &grid->columns[c], type, height);
    }
    pen_rule(&(struct pen){.composer = composer, .piece = piece}, 0, height, flow->width_pt, LINE_TABLE, COLOUR_TARGET);
    piece->keep = true;
    return piece;
}

static void set_text(struct composer *composer, struct piece *piece, struct element *element,
                     const struct grid_column *column, const struct grid_row *row, const struct grid_cell *cell,
                     double size, double baseline) {
    enum face face = row->bold || cell->bold ? FACE_TABLE_BOLD : FACE_TABLE;
    enum colour colour = row->second || cell->content == CELL_SYMBOL ? COLOUR_SECOND_TEXT : COLOUR_TEXT;
    double right = column->x + column->width_pt;
    if (column->align == ALIGN_LEFT)
        pen_text(&(struct pen){.composer = composer,
                               .piece = piece,
                               .element = element,
                               .face = face,
                               .size_pt = size,
                               .colour = colour},
                 column->x, baseline, cell->string);
    else if (column->align == ALIGN_CENTRE)
        pen_text_centred(&(struct pen){.composer = composer,
                                       .piece = piece,
                                       .element = element,
                                       .face = face,
                                       .size_pt = size,
                                       .colour = colour},
                         column->x + column->width_pt / 2, baseline, cell->string);
    else if (cell->content == CELL_SYMBOL)
        pen_text_right(&(struct pen){.composer = composer,
                                     .piece = piece,
                                     .element = element,
                                     .face = face,
                                     .size_pt = size,
                                     .colour = colour},
                       right, baseline, cell->string);
    else {
        double whole = type_width(composer, face, size, whole_part(composer, cell->string));
        pen_text(&(struct pen){.composer = composer,
                               .piece = piece,
                               .element = element,
                               .face = face,
                               .size_pt = size,
                               .colour = colour},
                 right - column->part_pt - whole, baseline, cell->string);
    }
}

/* A cell of several lines round the middle of its row: gives the baseline of the first. */
static double wrapped_baseline(const struct piece *piece, const struct grid_cell *cell, struct type type,
                               size_t lines) {
    double below = cell->below != NULL ? 2 + 0.345 * type.size_pt : 0;
    return piece->height_pt / 2 + 0.345 * type.size_pt - (double)(lines - 1) * type.leading_pt / 2 - below;
}

static char **cell_lines(struct composer *composer, const struct grid_column *column, const struct grid_row *row,
                         const struct grid_cell *cell, double size, size_t *count) {
    return type_lines(composer, cell->string, row->bold || cell->bold ? FACE_TABLE_BOLD : FACE_TABLE, size,
                      column->width_pt, count);
}

/* Gives the baseline of the last line. */
static double set_wrapped(struct composer *composer, struct piece *piece, struct element *element,
                          const struct grid_column *column, const struct grid_row *row, const struct grid_cell *cell,
                          struct type type) {
    size_t count;
    char **lines = cell_lines(composer, column, row, cell, type.size_pt, &count);
    double baseline = wrapped_baseline(piece, cell, type, count);
    for (size_t i = 0; i < count; i++) {
        struct grid_cell line = *cell;
        line.string = i + 1 < count ? type_line_on(composer, lines[i]) : lines[i];
        set_text(composer, piece, element, column, row, &line, type.size_pt, baseline + (double)i * type.leading_pt);
    }
    return baseline + (double)(count - 1) * type.leading_pt;
}

static void set_chart(struct composer *composer, struct piece *piece, struct element *element,
                      const struct grid_column *column, const struct grid_cell *cell) {
    static const double edge_pt = 4;
    struct frame *frame =
        piece_add(composer, piece, FRAME_CHART, document_add_element(composer->document, element, ROLE_FIGURE));
    frame->x = column->x;
    frame->y = edge_pt;
    frame->width = column->width_pt;
    frame->height = piece->height_pt - 2 * edge_pt;
    frame->u.chart.chart = cell->chart;
}

static void set_link(struct composer *composer, struct piece *piece, struct element *link,
                     const struct grid_column *column, const struct grid_cell *cell, double size, double baseline) {
    struct frame *area = pen_link(&(struct pen){.composer = composer, .piece = piece, .element = link},
                                  (struct box){column->x, 0, column->width_pt, piece->height_pt});
    area->u.link.words = cell->string;
    struct page_reference *reference =
        &arena_append(composer->arena, composer->references, composer->reference_count, composer->reference_capacity);
    *reference = (struct page_reference){.spec = cell->link_spec - 1, .link = area};
    if (cell->content == CELL_PAGE_NUMBER)
        reference->number = pen_text(&(struct pen){.composer = composer,
                                                   .piece = piece,
                                                   .element = link,
                                                   .face = FACE_TABLE,
                                                   .size_pt = size,
                                                   .colour = COLOUR_TEXT},
                                     column->x + column->width_pt, baseline, cell->string);
}

static void set_cell(struct composer *composer, struct piece *piece, struct element *element,
                     const struct grid_column *column, const struct grid_row *row, const struct grid_cell *cell,
                     struct type type) {
    double baseline = cell->below != NULL ? piece->height_pt / 2 - 2 : piece->height_pt / 2 + 0.345 * type.size_pt;
    if (cell->content == CELL_RAG) {
        double middle = column->align == ALIGN_LEFT ? column->x + RAG_WIDTH_PT / 2.0 : column->x + column->width_pt / 2;
        double height = piece->height_pt > 20 ? 13 : rag_height_pt;
        pen_band(&(struct pen){.composer = composer, .piece = piece, .element = element}, cell->band,
                 (struct box){middle - RAG_WIDTH_PT / 2.0, (piece->height_pt - height) / 2, RAG_WIDTH_PT, height});
        return;
    }
    if (cell->content == CELL_CHART)
        set_chart(composer, piece, element, column, cell);
    if (cell->string == NULL)
        return;
    double last = baseline;
    struct element *target = element;
    if (cell->link_spec > 0) {
        target = document_add_element(composer->document, element, ROLE_LINK);
        set_link(composer, piece, target, column, cell, type.size_pt, baseline);
    }
    if (column->wrap)
        last = set_wrapped(composer, piece, target, column, row, cell, type);
    else if (cell->content != CELL_PAGE_NUMBER)
        set_text(composer, piece, target, column, row, cell, type.size_pt, baseline);
    if (cell->below != NULL)
        pen_text(&(struct pen){.composer = composer,
                               .piece = piece,
                               .element = element,
                               .face = FACE_TABLE,
                               .size_pt = type.head_pt,
                               .colour = COLOUR_SECOND_TEXT},
                 column->x, last + 10, cell->below);
}

/* What the cells that wrap need. */
static double wrapped_height(struct composer *composer, const struct grid *grid, const struct grid_row *row) {
    static const double air_pt = 9;
    struct type type = grid_type(composer);
    double height = 0;
    for (size_t c = 0; c < grid->column_count; c++) {
        const struct grid_cell *cell = &row->cells[c];
        size_t count;
        if (!grid->columns[c].wrap || cell->string == NULL)
            continue;
        cell_lines(composer, &grid->columns[c], row, cell, type.size_pt, &count);
        double below = cell->below != NULL ? type.head_leading_pt : 0;
        height = larger(height, (double)count * type.leading_pt + below + (count > 1 ? air_pt : 0));
    }
    return height;
}

static void set_row(struct composer *composer, struct flow *flow, struct grid *grid, const struct grid_row *row,
                    struct element *body, const struct piece *repeat) {
    struct type type = grid_type(composer);
    double height = larger(row->height_pt > 0 ? row->height_pt : type.leading_pt, wrapped_height(composer, grid, row));
    struct piece *piece = flow_add(composer, flow, height);
    struct element *tr = document_add_element(composer->document, body, ROLE_TABLE_ROW);
    piece->gap_pt = row->gap_pt;
    piece->repeat = repeat;
    if (row->tint) {
        const struct grid_column *last = &grid->columns[grid->column_count - 1];
        bool ends_in_rag = row->cells[grid->column_count - 1].content == CELL_RAG;
        double width = ends_in_rag && last->align == ALIGN_CENTRE ? last->x - 2 : flow->width_pt;
        pen_fill(&(struct pen){.composer = composer, .piece = piece}, (struct box){0, 0, width, height}, COLOUR_TINT);
    }
    if (row->rule_above)
        pen_rule(&(struct pen){.composer = composer, .piece = piece}, 0, -row->gap_pt / 2, flow->width_pt, row->rule,
                 row->rule_colour);
    for (size_t c = 0; c < grid->column_count; c++) {
        struct element *cell = document_add_element(composer->document, tr, c == 0 ? ROLE_HEADER_CELL : ROLE_DATA_CELL);
        cell->scope = c == 0 ? SCOPE_ROW : SCOPE_NONE;
        set_cell(composer, piece, cell, &grid->columns[c], row, &row->cells[c], type);
    }
}

/* The header again, on the page that a table runs over to. */
static struct piece *repeated_head(struct composer *composer, struct grid *grid, double width, const char *title) {
    struct flow aside = {.width_pt = width};
    struct element *nowhere = arena_new(composer->arena, struct element);
    struct piece *head = set_head(composer, &aside, grid, nowhere);
    for (size_t i = 0; i < head->frame_count; i++)
        head->frames[i]->element = NULL;
    if (title == NULL)
        return head;
    struct flow whole = {.width_pt = width};
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    struct piece *piece = flow_add(composer, &whole, style.leading_pt + 2 + head->height_pt);
    pen_text(&(struct pen){.composer = composer,
                           .piece = piece,
                           .face = FACE_TEXT_BOLD,
                           .size_pt = style.size_pt,
                           .colour = COLOUR_BRAND},
             0, style.leading_pt * LEADING_ABOVE,
             words_format(composer->arena, composer->words, WORD_CONTINUED, "title", title, NULL));
    piece_adopt(composer, piece, head, 0, style.leading_pt + 2);
    return piece;
}

void grid_set(struct composer *composer, struct flow *flow, struct grid *grid, struct element *table, const char *title,
              struct source_pos pos) {
    size_columns(composer, grid, flow->width_pt, pos);
    set_head(composer, flow, grid, table);
    const struct piece *repeat = repeated_head(composer, grid, flow->width_pt, title);
    struct element *body = document_add_element(composer->document, table, ROLE_TABLE_BODY);
    for (size_t r = 0; r < grid->row_count; r++)
        set_row(composer, flow, grid, &grid->rows[r], body, repeat);
    if (flow->last != NULL && grid->row_count > 0)
        pen_rule(&(struct pen){.composer = composer, .piece = flow->last}, 0, flow->last->height_pt, flow->width_pt,
                 LINE_SECTION, COLOUR_TARGET);
}
