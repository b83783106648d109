#include <math.h>

#include "grid_internal.h"
#include "prose.h"
#include "prose_columns.h"
#include "text.h"

/* The rows of a grid: cells, what lies behind them, labels of groups, and rows that are higher than a page. */

enum {
    GROUP_GAP_PT = 5,
    KEPT_HEIGHT_PT = 60,
    ACROSS_GAP_PT = 5,      /* above prose that runs across */
    ACROSS_COLUMN_PT = 300, /* that a column of it has at least */
    ACROSS_MOST = 2         /* columns of it, at the same places in all rows */
};

/* The most of a page that prose may make of a row, before it runs across below, and how many times the height of the
 * row without it; between columns of it, in sizes of type. */
static const double across_share = 0.25, across_times = 3, across_gap = 4;
/* So many times the width of its own column is worth it. */
static const double across_least = 1.5;

/* The prose of a row's cells as lines, each at the place that it goes on from. */
struct cell_prose {
    const struct piece *next;
    double x;
    double shift_pt; /* down, so that its first line stands beside those of other cells */
    bool across;     /* below the words of its row */
};

static bool same_group(const struct grid *grid, size_t row, size_t other) {
    const char *a = grid->rows[row].group, *b = grid->rows[other].group;
    return a == b || (a != NULL && b != NULL && text_equal(a, b));
}

static bool starts_group(const struct grid *grid, size_t row) {
    return row == 0 || !same_group(grid, row - 1, row);
}

static size_t group_size(const struct grid *grid, size_t row) {
    size_t end = row + 1;
    while (end < grid->row_count && same_group(grid, row, end))
        end++;
    return end - row;
}

static struct element *start_row(struct grid_setting *setting) {
    return document_add_element(setting->composer->document, setting->body, ROLE_TABLE_ROW);
}

/* The label of a group in a row of its own above the rows; behind a fold it stands again, as an artifact. */
static struct piece *label_row(const struct grid_setting *setting, const char *words, struct element *cell) {
    struct flow aside = {.width_pt = setting->flow->width_pt};
    struct pen pen = pen_in(grid_pen(setting->composer, NULL, setting->grid), FACE_TABLE_BOLD, COLOUR_BRAND);
    const struct lines lines = lines_break(&pen, words == NULL ? "" : words, flow_left_width(setting->flow));
    pen.piece = flow_add(setting->composer, &aside, fmax(1, (double)lines.count) * pen.leading_pt + 4);
    pen.element = cell;
    if (words == NULL)
        return pen.piece;
    lines_set(&pen, &lines, 0, pen.leading_pt + 1);
    const struct pen again = pen_for(pen, NULL);
    if (setting->grid->fold > 0)
        lines_set(&again, &lines, setting->grid->columns[setting->grid->fold].x, pen.leading_pt + 1);
    return pen.piece;
}

/* The head with the label of a group that goes on. */
static const struct piece *head_of_group(const struct grid_setting *setting, const char *group) {
    struct composer *composer = setting->composer;
    const char *words = words_format(composer->arena, composer->words, WORD_CONTINUED, "title", group, NULL);
    struct flow aside = {.width_pt = setting->flow->width_pt, .fold_pt = setting->flow->fold_pt};
    const struct piece *head = setting->head, *label = label_row(setting, words, NULL);
    struct piece *both = flow_add(composer, &aside, head->height_pt + label->height_pt);
    piece_adopt(composer, both, head, 0, 0);
    piece_adopt(composer, both, label, 0, head->height_pt);
    return both;
}

/* The height of what stands in a row by itself. */
static double own_height(const struct grid_setting *setting, const struct grid_row *row) {
    const struct grid *grid = setting->grid;
    double height = grid->type.leading_pt;
    for (size_t c = 0, span; c < grid->column_count; c += span) {
        span = row->cells[c].span > 1 ? row->cells[c].span : 1;
        height = fmax(height, grid_cell_height(setting->composer, grid, row, c));
    }
    return fmax(height, row->height_pt - grid->padding_pt);
}

void grid_rows_even(const struct grid_setting *setting) {
    const struct grid *grid = setting->grid;
    double most = 0;
    for (size_t r = 0; r < grid->row_count; r++)
        most = fmax(most, own_height(setting, &grid->rows[r]));
    for (size_t r = 0; r < grid->row_count; r++)
        grid->rows[r].height_pt = most + grid->padding_pt;
}

/* The height of the rows that a cell covers, from a row on. */
static double covered_height(const struct grid_setting *setting, size_t row, size_t count) {
    double height = 0;
    for (size_t r = row; r < row + count; r++)
        height += own_height(setting, &setting->grid->rows[r]) + setting->grid->padding_pt;
    return height;
}

/* What each row of a group adds so that the group's turned label fits beside them. */
static double label_lack(const struct grid_setting *setting, size_t row) {
    size_t count = group_size(setting->grid, row);
    double needed = side_label_length(setting->composer, setting->side_label);
    return fmax(needed - covered_height(setting, row, count), 0) / (double)count;
}

/* The label of a group: a cell over all its rows at the left, or a row of its own. */
static void set_label(struct grid_setting *setting, size_t row, struct element **tr) {
    struct composer *composer = setting->composer;
    const struct grid *grid = setting->grid;
    const char *group = grid->rows[row].group;
    struct element *cell =
        document_add_element(composer->document, *tr, group != NULL ? ROLE_HEADER_CELL : ROLE_DATA_CELL);
    cell->scope = group != NULL ? SCOPE_ROW : SCOPE_NONE;
    if (!grid->labels_above) {
        cell->row_span = (int)group_size(grid, row);
        setting->side_label = NULL;
        if (group == NULL)
            return;
        setting->side_label = arena_new(composer->arena, struct side_label);
        *setting->side_label = (struct side_label){.words = group,
                                                   .element = cell,
                                                   .width_pt = setting->strip_pt - LABEL_GAP_PT,
                                                   .size_pt = grid->type.size_pt,
                                                   .gives_way = true};
        setting->label_lack_pt = label_lack(setting, row);
        return;
    }
    cell->column_span = grid_heard_columns(grid);
    (*tr)->row = ROW_GROUP;
    struct piece *words = label_row(setting, group, cell);
    struct piece *piece = flow_add(composer, setting->flow, words->height_pt);
    piece->gap_pt = row > 0 ? GROUP_GAP_PT : 0;
    piece->keep = true;
    piece->repeat = setting->head;
    piece->close = setting->close;
    piece_adopt(composer, piece, words, 0, 0);
    setting->repeat = group == NULL ? setting->head : head_of_group(setting, group);
    *tr = start_row(setting);
}

/* The height of a row's words: more where a cell over several rows, or the label of its group, needs it. */
static double row_height(const struct grid_setting *setting, size_t r) {
    const struct grid *grid = setting->grid;
    const struct grid_row *row = &grid->rows[r];
    double height = own_height(setting, row), lack = setting->side_label != NULL ? setting->label_lack_pt : 0;
    for (size_t c = 0; c < grid->column_count; c++)
        if (row->cells[c].row_span > 1)
            lack = fmax(lack, grid_box_height(setting->composer, grid, row, c) -
                                  covered_height(setting, r, row->cells[c].row_span));
    return height + lack;
}

/* Sets the prose of a cell into a flow of its own, line by line. */
static struct flow prose_in(const struct grid_setting *setting, struct element *cell, const struct grid_cell *shown,
                            double width_pt) {
    const struct grid *grid = setting->grid;
    struct flow aside = {.width_pt = width_pt};
    struct prose_style style = prose_style_of(setting->composer, shown->prose_in_type ? STYLE_TABLE : STYLE_BODY);
    style.align = shown->prose_align;
    style.size_pt = grid->type.size_pt;
    style.leading_pt = grid->type.prose_leading_pt;
    style.between_pt = grid->type.leading_pt / 2;
    prose_set(setting->composer, &aside, cell, shown->prose, shown->prose_first, &style);
    return aside;
}

/* In the type of the table prose stands on the baseline of words and figures. */
static double prose_shift(const struct grid *grid, const struct grid_cell *cell) {
    const struct grid_type *type = &grid->type;
    double baseline = type->leading_pt / 2 + grid_style_of(grid)->half_capital * type->size_pt;
    return cell->prose_in_type ? baseline - type->prose_leading_pt * LEADING_ABOVE
                               : (type->leading_pt - type->prose_leading_pt) / 2;
}

/* Prose that runs from the name of the row to the right edge: in columns, or where it is about as high as a page in
 * one that can be broken. */
static struct cell_prose prose_across(const struct grid_setting *setting, struct element *cell,
                                      const struct grid_cell *shown, const struct flow *tried) {
    const struct grid *grid = setting->grid;
    double x = grid->columns[grid->header].x, width = setting->flow->width_pt - x;
    double gap = across_gap * grid->type.size_pt;
    double fit = fmax(1, floor((width + gap) / (ACROSS_COLUMN_PT + gap)));
    double count = fmin(fit, ACROSS_MOST);
    double column = (width - (count - 1) * gap) / count;
    if (flow_height(tried) * tried->width_pt / (count * column) > setting->page_pt / 2)
        return (struct cell_prose){prose_in(setting, cell, shown, width).first, x, prose_shift(grid, shown), true};
    const struct flow lines = prose_in(setting, cell, shown, column);
    return (struct cell_prose){prose_columns(setting->composer, &lines, (size_t)count, column, gap), x,
                               prose_shift(grid, shown), true};
}

/* Too high for its column: it makes the row a share of a page, or, where it need not stay, several times as high as its
 * other words. */
static bool is_too_high(const struct grid_setting *setting, const struct grid_row *row, double height) {
    double page = composer_paper_height(composer_paper(setting->composer));
    return height > across_share * page ||
           (!setting->grid->prose_stays && height > across_times * own_height(setting, row));
}

/* Prose in its column, unless it is too high for it. A fold keeps it there. */
static struct cell_prose prose_of(const struct grid_setting *setting, struct element *cell, const struct grid_row *row,
                                  size_t column) {
    const struct grid *grid = setting->grid;
    const struct grid_column *own = &grid->columns[column];
    const struct grid_cell *shown = &row->cells[column];
    struct element *aside = arena_new(setting->composer->arena, struct element);
    const struct flow tried = prose_in(setting, aside, shown, own->width_pt);
    double across = setting->flow->width_pt - grid->columns[grid->header].x;
    if (grid->fold == 0 && !shown->prose_in_type && across > across_least * own->width_pt &&
        is_too_high(setting, row, flow_height(&tried)))
        return prose_across(setting, cell, shown, &tried);
    return (struct cell_prose){prose_in(setting, cell, shown, own->width_pt).first, own->x, prose_shift(grid, shown),
                               false};
}

/* A line and those that it must stay with. */
static double kept_height(const struct piece *line) {
    double height = line->height_pt;
    for (; line->keep && line->next != NULL; line = line->next)
        height += line->next->gap_pt + line->next->height_pt;
    return height;
}

/* Moves the lines that have room below top into a piece; gives where they end. */
static double adopt_lines(const struct grid_setting *setting, struct piece *piece, struct cell_prose *prose, double top,
                          double room) {
    double y = top;
    bool kept = false;
    for (bool first = true; prose->next != NULL; prose->next = prose->next->next, first = false) {
        const struct piece *line = prose->next;
        double gap = first ? 0 : line->gap_pt;
        if (y + gap + (kept ? line->height_pt : kept_height(line)) > room && !first && !kept)
            break;
        piece_adopt(setting->composer, piece, line, prose->x, y + gap + prose->shift_pt);
        y += gap + line->height_pt;
        kept = line->keep;
    }
    return y;
}

/* A row while what lies behind it is drawn; its height is known last. */
struct ground {
    struct pen pen;
    const struct grid_row *row;
    double height;
    double words_pt; /* where its cells end: above prose that runs across */
    bool below_head; /* at its top is the rule of the head, which its fills must not hide */
};

/* A stretch of a dense row from edge to edge, or between cells that one above covers. */
static void set_stretch(const struct ground *ground, double from, double to) {
    static const double seen_pt = 0.1;
    const struct grid_row *row = ground->row;
    if (to - from < seen_pt)
        return;
    if (row->shaded || row->bold)
        pen_fill(&ground->pen, (struct box){from, 0, to - from, ground->height},
                 row->shaded ? COLOUR_GAP : COLOUR_TINT);
    if (!ground->below_head)
        pen_rule(&ground->pen, from, 0, to - from, LINE_HAIR, COLOUR_HAIRLINE);
}

static void set_dense_ground(const struct grid_setting *setting, const struct ground *ground) {
    const struct grid *grid = setting->grid;
    const struct grid_row *row = ground->row;
    double from = setting->strip_pt, half = flow_left_width(setting->flow);
    for (size_t c = 0; c < grid->column_count; c++) {
        const struct grid_column *column = &grid->columns[c];
        if (c > 0 && c == grid->fold) {
            set_stretch(ground, from, half);
            from = setting->flow->width_pt - half;
        }
        if (column->tint && !row->shaded && !row->bold)
            pen_fill(&ground->pen, (struct box){column->x - 2, 0, column->width_pt + 4, ground->words_pt}, COLOUR_TINT);
        if (!row->cells[c].covered)
            continue;
        set_stretch(ground, from, column->x - 1);
        from = column->x + column->width_pt + 1;
    }
    set_stretch(ground, from, setting->flow->width_pt);
    if (ground->below_head)
        grid_rule(&ground->pen, grid, setting->flow, setting->strip_pt, 0, grid_style_of(grid)->head_line);
}

/* Only what the row asks for. */
static void set_open_ground(const struct grid_setting *setting, const struct ground *ground) {
    static const struct {
        enum line line;
        enum colour colour;
    } rules[] = {[GRID_RULE_HAIR] = {LINE_HAIR, COLOUR_HAIRLINE},
                 [GRID_RULE_YEAR] = {LINE_TABLE, COLOUR_TARGET},
                 [GRID_RULE_TOTAL] = {LINE_SECTION, COLOUR_TARGET}};
    const struct grid *grid = setting->grid;
    const struct grid_row *row = ground->row;
    double width = setting->flow->width_pt, tint = width;
    if (grid->tint_columns > 0)
        tint = grid->columns[grid->tint_columns].x - 2;
    if (row->bold)
        pen_fill(&ground->pen, (struct box){0, 0, tint, ground->height}, COLOUR_TINT);
    if (row->rule != GRID_RULE_NONE)
        pen_rule(&ground->pen, 0, -row->gap_pt / 2, width, rules[row->rule].line, rules[row->rule].colour);
}

/* Fills and rules behind a row. */
static void set_ground(const struct grid_setting *setting, const struct ground *ground, bool new_group) {
    const struct grid *grid = setting->grid;
    if (grid->look == GRID_OPEN)
        set_open_ground(setting, ground);
    else
        set_dense_ground(setting, ground);
    if (new_group && (!grid->labels_above || ground->row->group == NULL))
        grid_rule(&ground->pen, grid, setting->flow, 0, 0, LINE_SECTION);
}

static bool has_covered(const struct grid *grid, size_t row) {
    for (size_t c = 0; c < grid->column_count; c++)
        if (grid->rows[row].cells[c].covered)
            return true;
    return false;
}

/* What names the row again, where a row that is higher than a page goes on; gives its height. */
static double set_reference_again(const struct grid_setting *setting, struct piece *piece, const struct grid_row *row,
                                  double top) {
    struct composer *composer = setting->composer;
    const struct grid *grid = setting->grid;
    const struct pen pen = grid_pen(composer, piece, grid);
    struct grid_cell cells[] = {row->cells[0], grid->column_count > 1 ? row->cells[1] : row->cells[0]};
    struct grid_row again = {.cells = cells, .bold = row->bold};
    bool has_title = grid->column_count > 1 && grid->columns[1].align == GRID_LEFT && cells[1].content == GRID_TEXT &&
                     cells[1].text != NULL;
    struct grid_cell *last = &cells[has_title ? 1 : 0];
    double height = grid->type.leading_pt;
    if (cells[0].text == NULL)
        return height;
    last->text = words_format(composer->arena, composer->words, WORD_CONTINUED, "title", last->text, NULL);
    last->below = NULL;
    for (size_t c = 0; c <= (has_title ? 1 : 0); c++)
        height = fmax(height, grid_cell_height(composer, grid, &again, c));
    for (size_t c = 0; c <= (has_title ? 1 : 0); c++)
        grid_cell_set(&pen, grid, &again, c, top, top + height);
    return height;
}

static struct element *add_cell(const struct grid_setting *setting, struct element *tr, const struct grid_row *row,
                                size_t column) {
    bool names = column == setting->grid->header;
    const struct grid_cell *shown = &row->cells[column];
    struct element *cell =
        document_add_element(setting->composer->document, tr, names ? ROLE_HEADER_CELL : ROLE_DATA_CELL);
    cell->scope = names ? SCOPE_ROW : SCOPE_NONE;
    cell->column_span = shown->span > 1 ? (int)shown->span : 1;
    cell->number = setting->grid->columns[column].align == GRID_NUMBER;
    cell->meaning = shown->status != STATUS_PRESENT ? status_words[shown->status].word : NULL;
    return cell;
}

/* A row while its cells are set. */
struct row_cells {
    size_t row;
    double top, height; /* of its words */
    struct piece *piece;
    struct element *tr;
};

/* The cells but their prose; gives the prose, counted by *count. */
static struct cell_prose *set_cells(const struct grid_setting *setting, const struct row_cells *cells, size_t *count) {
    struct composer *composer = setting->composer;
    const struct grid *grid = setting->grid;
    const struct grid_row *row = &grid->rows[cells->row];
    struct cell_prose *prose = arena_new_array(composer->arena, grid->column_count, struct cell_prose);
    struct pen pen = grid_pen(composer, cells->piece, grid);
    double half = grid->padding_pt / 2;
    *count = 0;
    for (size_t c = 0, span; c < grid->column_count; c += span) {
        const struct grid_cell *cell = &row->cells[c];
        span = cell->span > 1 ? cell->span : 1;
        if (cell->covered)
            continue;
        pen.element = grid->columns[c].again ? NULL : add_cell(setting, cells->tr, row, c);
        if (pen.element != NULL && cell->row_span > 1) {
            pen.element->row_span = (int)cell->row_span;
            grid_box_set(&pen, grid, row, c,
                         covered_height(setting, cells->row, cell->row_span) + cells->height -
                             own_height(setting, row));
            continue;
        }
        bool centred = grid_style_of(grid)->centred;
        grid_cell_set(&pen, grid, row, c, centred ? cells->top - half : cells->top,
                      cells->top + cells->height + (centred ? half : 0));
        if (cell->content == GRID_PROSE && cell->prose != NULL)
            prose[(*count)++] = prose_of(setting, pen.element, row, c);
    }
    return prose;
}

static bool is_finished(const struct cell_prose *prose, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (prose[i].next != NULL)
            return false;
    return true;
}

/* What of a row is still to be placed. */
struct row_rest {
    struct cell_prose *prose;
    size_t count;
    double height; /* of what is not prose */
};

/* Adds the next piece of a row: as many lines of prose as a page holds. */
static void set_piece(const struct grid_setting *setting, struct piece *contents, size_t row, struct row_rest *rest,
                      bool new_group) {
    double padding = setting->grid->padding_pt, top = padding / 2, bottom = top + rest->height, words = 0;
    for (size_t i = 0; i < rest->count; i++) {
        double from = rest->prose[i].across ? top + rest->height + ACROSS_GAP_PT : top;
        double end = adopt_lines(setting, contents, &rest->prose[i], from, setting->page_pt - padding / 2);
        bottom = end > bottom ? end : bottom;
        words = rest->prose[i].across ? from : words;
    }
    const struct piece *before = setting->flow->last;
    struct piece *piece = flow_add(setting->composer, setting->flow, bottom + padding / 2);
    bool parted = new_group && (!setting->grid->labels_above || setting->grid->rows[row].group == NULL);
    piece->gap_pt = parted ? GROUP_GAP_PT : setting->grid->rows[row].gap_pt;
    piece->repeat = setting->repeat;
    piece->close = setting->close;
    piece->side_label = setting->side_label;
    const struct grid_row *shown = &setting->grid->rows[row];
    if (setting->grid->counted)
        piece->row =
            (struct piece_row){setting->grid, row + 1, setting->grid->row_count, shown->name, shown->indicator};
    const struct ground ground = {.pen = grid_pen(setting->composer, piece, setting->grid),
                                  .row = &setting->grid->rows[row],
                                  .height = piece->height_pt,
                                  .words_pt = words > 0 ? words : piece->height_pt,
                                  .below_head = before == setting->top};
    set_ground(setting, &ground, new_group);
    piece_adopt(setting->composer, piece, contents, 0, 0);
}

/* No row stands alone before or behind a page's end, where rows are low; a total is none by itself. */
static bool is_kept(const struct grid *grid, size_t row, const struct piece *piece) {
    size_t end = row + 1;
    while (end < grid->row_count && !starts_group(grid, end))
        end++;
    if (row + 1 < end && has_covered(grid, row + 1))
        return true;
    if (row + 1 < end && grid->rows[row].joins_next && piece->height_pt < KEPT_HEIGHT_PT)
        return true;
    size_t least = grid->rows[end - 1].rule == GRID_RULE_TOTAL ? 3 : 2;
    bool joins = starts_group(grid, row) || row + least >= end;
    return row + 1 < end && joins && piece->height_pt < KEPT_HEIGHT_PT;
}

/* A group begins on a page where enough of its rows stand for its turned label: true where that takes the next one. */
static bool needs_next(struct grid_setting *setting, size_t row, bool starts) {
    const struct grid *grid = setting->grid;
    if (starts)
        setting->label_rest_pt =
            setting->side_label == NULL ? 0 : side_label_length(setting->composer, setting->side_label);
    setting->label_rest_pt -= setting->flow->last->height_pt;
    return setting->label_rest_pt > 0 && row + 1 < grid->row_count && !starts_group(grid, row + 1);
}

void grid_row_set(struct grid_setting *setting, size_t r) {
    struct composer *composer = setting->composer;
    const struct grid *grid = setting->grid;
    const struct grid_row *row = &grid->rows[r];
    double top = grid->padding_pt / 2;
    struct element *tr = start_row(setting);
    bool starts = starts_group(grid, r);
    if (starts)
        setting->repeat = setting->head;
    if (starts && (setting->strip_pt > 0 || (grid->labels_above && row->group != NULL)))
        set_label(setting, r, &tr);
    tr->row = row->strong || row->rule == GRID_RULE_TOTAL ? ROW_TOTAL : ROW_PLAIN;
    struct piece *contents = arena_new(composer->arena, struct piece);
    struct row_rest rest = {.height = row_height(setting, r)};
    const struct row_cells cells = {r, top, rest.height, contents, tr};
    rest.prose = set_cells(setting, &cells, &rest.count);
    set_piece(setting, contents, r, &rest, starts && r > 0);
    if (starts && setting->side_label != NULL)
        setting->repeat = head_of_group(setting, row->group);
    while (!is_finished(rest.prose, rest.count)) {
        contents = arena_new(composer->arena, struct piece);
        rest.height = set_reference_again(setting, contents, row, top);
        set_piece(setting, contents, r, &rest, false);
    }
    bool needed = needs_next(setting, r, starts);
    setting->flow->last->keep = needed || is_kept(grid, r, setting->flow->last);
}
