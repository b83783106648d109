#include "prose_table.h"

#include <math.h>
#include <string.h>

#include "grid.h"
#include "lines.h"
#include "pen.h"

/* Tables of an author's text: columns as roomy as their words, or as roomy as there is room; a row a list where that is
 * less than their longest words. */

static const double gap = 1.5, least_gap = 0.8; /* between columns, in sizes of type */
static const double near_pt = 0.3;
static const double mark = 1; /* room for that of a footnote, in sizes of type */

/* A column while widths are shared out. */
struct share {
    double least_pt;  /* its widest word */
    double whole_pt;  /* its words on one line, its heading on two */
    double before_pt; /* a figure's, up to its decimal point, and behind it */
    double behind_pt;
    bool figures;
};

struct table {
    const struct prose_place *place;
    const struct rich_table *rich;
    struct share *shares; /* by column */
    struct pen pen, head; /* that measure cells and headings */
    double room_pt;
};

static const struct rich_paragraph *cell_of(const struct rich_table *rich, size_t row, size_t column) {
    return &rich->cells[row * rich->column_count + column];
}

/* Digits with what stands before, between and behind them. */
static bool is_figure(const char *words) {
    size_t digits = 0;
    for (const char *s = words; *s != '\0'; s++) {
        digits += *s >= '0' && *s <= '9';
        if ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z'))
            return false;
    }
    return digits > 0;
}

static bool is_plain(const struct rich_paragraph *cell) {
    const struct rich_run *run = cell->runs;
    return cell->run_count == 0 || (cell->run_count == 1 && !run->bold && !run->italic && !run->struck && !run->code &&
                                    run->uri == NULL && run->note == NULL && !run->line_break);
}

/* Figures stand on their decimal point, unless the author wants them elsewhere. */
static bool has_figures(const struct table *table, size_t column) {
    const struct rich_table *rich = table->rich;
    bool found = false;
    if (rich->aligns[column] == RICH_LEFT || rich->aligns[column] == RICH_CENTRE)
        return false;
    for (size_t r = 1; r < rich->row_count; r++) {
        const struct rich_paragraph *cell = cell_of(rich, r, column);
        const char *words = rich_plain(table->pen.composer->arena, cell);
        if (!is_plain(cell) || (*words != '\0' && !is_figure(words)))
            return false;
        found |= *words != '\0';
    }
    return found;
}

static double word_width(const struct pen *pen, const char *words) {
    return lines_widest_word(pen, words) + near_pt;
}

/* As prose_style_of(STYLE_TABLE) has it. */
static struct pen run_pen(const struct table *table, const struct rich_run *run) {
    enum face upright = run->bold ? FACE_TABLE_BOLD : FACE_TABLE;
    enum face italic = run->bold ? FACE_TEXT_BOLD_ITALIC : FACE_TEXT_ITALIC;
    return pen_in(table->pen, run->italic ? italic : upright, table->pen.colour);
}

static void measure_cell(struct table *table, struct share *share, const struct rich_paragraph *cell) {
    struct composer *composer = table->pen.composer;
    const char *words = rich_plain(composer->arena, cell), *point = strchr(words, '.');
    size_t whole = point == NULL ? strlen(words) : (size_t)(point - words);
    const char *before = arena_strndup(composer->arena, words, whole);
    double width = near_pt, marks = 0, longest = 0;
    for (size_t i = 0; i < cell->run_count; i++) {
        const struct pen pen = run_pen(table, &cell->runs[i]);
        width += pen_width(&pen, cell->runs[i].string);
        longest = fmax(longest, word_width(&pen, cell->runs[i].string));
        marks += cell->runs[i].note != NULL ? mark * pen.size_pt : 0;
    }
    share->before_pt = fmax(share->before_pt, pen_width(&table->pen, before));
    share->behind_pt = fmax(share->behind_pt, pen_width(&table->pen, words + whole));
    share->least_pt = fmax(share->least_pt, longest + marks);
    share->whole_pt = fmax(share->whole_pt, width + marks);
}

static void measure_column(struct table *table, size_t column) {
    struct share *share = &table->shares[column];
    const char *heading = rich_plain(table->pen.composer->arena, cell_of(table->rich, 0, column));
    for (size_t r = 1; r < table->rich->row_count; r++)
        measure_cell(table, share, cell_of(table->rich, r, column));
    share->figures = has_figures(table, column);
    if (share->figures)
        share->least_pt = share->whole_pt = share->before_pt + share->behind_pt + near_pt;
    double marks = cell_of(table->rich, 0, column)->run_count > 1 ? table->head.size_pt : 0;
    share->least_pt = fmax(share->least_pt, word_width(&table->head, heading) + marks);
    share->whole_pt = fmax(share->whole_pt, lines_least_width(&table->head, heading, 2) + near_pt + marks);
}

/* What all columns need, in words on one line or at least. */
static double needed(const struct table *table, bool whole) {
    double width = 0;
    for (size_t c = 0; c < table->rich->column_count; c++)
        width += whole ? table->shares[c].whole_pt : table->shares[c].least_pt;
    return width;
}

static double gaps(const struct table *table, double share) {
    return share * table->pen.size_pt * (double)(table->rich->column_count - 1);
}

/* ------------------------------------------------------------------ as a grid */

static struct grid_column *add_column(const struct table *table, struct grid *grid, size_t c, double spread) {
    struct composer *composer = table->pen.composer;
    const struct share *share = &table->shares[c];
    const struct rich_paragraph *heading = cell_of(table->rich, 0, c);
    struct grid_column *column = grid_add_column(composer, grid);
    double width = share->least_pt + spread * (share->whole_pt - share->least_pt);
    column->heading = rich_plain(composer->arena, heading);
    for (size_t i = 0; i < heading->run_count; i++)
        column->marks = heading->runs[i].note != NULL ? heading : column->marks;
    column->align = share->figures || table->rich->aligns[c] == RICH_RIGHT ? GRID_NUMBER
                    : table->rich->aligns[c] == RICH_CENTRE                ? GRID_CENTRE
                                                                           : GRID_LEFT;
    column->pos = heading->pos;
    column->width = (struct width){WIDTH_FIXED, width};
    return column;
}

static void add_row(const struct table *table, struct grid *grid, size_t r) {
    static const enum prose_align aligns[] = {
        [GRID_LEFT] = PROSE_LEFT, [GRID_CENTRE] = PROSE_CENTRE, [GRID_NUMBER] = PROSE_RIGHT};
    struct composer *composer = table->pen.composer;
    struct grid_row *row = grid_add_row(composer, grid);
    for (size_t c = 0; c < grid->column_count; c++) {
        const struct rich_paragraph *paragraph = cell_of(table->rich, r, c);
        struct grid_cell *cell = &row->cells[c];
        if (paragraph->run_count == 0)
            continue;
        if (is_plain(paragraph) && (table->shares[c].figures || grid->columns[c].align != GRID_NUMBER)) {
            cell->text = rich_plain(composer->arena, paragraph);
            continue;
        }
        struct rich_text *prose = arena_new(composer->arena, struct rich_text);
        *prose = (struct rich_text){.paragraphs = (struct rich_paragraph *)paragraph, .count = 1};
        cell->content = GRID_PROSE;
        cell->prose = prose;
        cell->prose_in_type = true;
        cell->prose_align = aligns[grid->columns[c].align];
    }
}

static void set_grid(const struct table *table, const struct rich_paragraph *paragraph) {
    const struct prose_place *place = table->place;
    double least = needed(table, false), whole = needed(table, true), spare = gaps(table, gap);
    bool roomy = whole + spare <= table->room_pt;
    double spread = roomy            ? 1
                    : whole <= least ? 0
                                     : (table->room_pt - gaps(table, least_gap) - least) / (whole - least);
    struct grid grid = {.look = GRID_DENSE,
                        .size_pt = table->pen.size_pt,
                        .least_size_pt = table->pen.size_pt,
                        .padding_pt = 3,
                        .pos = paragraph->pos,
                        .parent = place->element};
    struct flow aside = {.width_pt = roomy ? whole + spare : table->room_pt};
    for (size_t c = 0; c < table->rich->column_count; c++)
        add_column(table, &grid, c, fmin(fmax(spread, 0), 1));
    for (size_t r = 1; r < table->rich->row_count; r++)
        add_row(table, &grid, r);
    grid_set(place->composer, &aside, &grid);
    if (aside.first == NULL)
        return;
    aside.first->gap_pt = place->gap_pt;
    flow_join(place->composer, place->flow, &aside, place->indent_pt);
}

/* ------------------------------------------------------------------ as a list */

static void add_run(struct composer *composer, struct rich_paragraph *item, struct rich_run run) {
    arena_append(composer->arena, item->runs, item->run_count, item->run_capacity) = run;
}

/* The cells of a row, a line each behind its heading. */
static struct rich_paragraph item_of(const struct table *table, size_t r, const struct rich_box *list) {
    struct composer *composer = table->pen.composer;
    struct rich_box *box = arena_new(composer->arena, struct rich_box);
    *box = (struct rich_box){.kind = RICH_ITEM, .outer = list, .depth = 2, .label = "•"};
    struct rich_paragraph item = {.kind = RICH_PARAGRAPH, .box = box, .pos = cell_of(table->rich, r, 0)->pos};
    for (size_t c = 0; c < table->rich->column_count; c++) {
        const struct rich_paragraph *heading = cell_of(table->rich, 0, c), *cell = cell_of(table->rich, r, c);
        if (cell->run_count == 0)
            continue;
        for (size_t i = 0; i < heading->run_count; i++)
            add_run(composer, &item, heading->runs[i]);
        for (size_t i = 0; i < cell->run_count; i++) {
            struct rich_run run = cell->runs[i];
            bool led = i == 0 && heading->run_count > 0;
            run.string = led ? arena_printf(composer->arena, ": %s", run.string) : run.string;
            add_run(composer, &item, run);
        }
        if (c + 1 < table->rich->column_count)
            item.runs[item.run_count - 1].line_break = true;
    }
    return item;
}

static void set_list(const struct table *table, const struct rich_paragraph *paragraph) {
    const struct prose_place *place = table->place;
    struct composer *composer = place->composer;
    struct rich_box *list = arena_new(composer->arena, struct rich_box);
    *list = (struct rich_box){.kind = RICH_LIST, .depth = 1};
    struct rich_text text = {0};
    struct flow aside = {.width_pt = table->room_pt};
    diag_warning(
        composer->diag, paragraph->pos,
        "the table needs %.0f points and there are %.0f: its rows are set as a list; leave columns out, or give "
        "it more width",
        needed(table, false) + gaps(table, least_gap), table->room_pt);
    for (size_t r = 1; r < table->rich->row_count; r++)
        arena_append(composer->arena, text.paragraphs, text.count, text.capacity) = item_of(table, r, list);
    prose_set(composer, &aside, place->element, &text, 0, place->style);
    if (aside.first != NULL)
        aside.first->gap_pt = place->gap_pt;
    flow_join(composer, place->flow, &aside, place->indent_pt);
}

void prose_table_set(const struct prose_place *place, const struct rich_paragraph *paragraph) {
    struct composer *composer = place->composer;
    const struct rich_table *rich = paragraph->table;
    struct table table = {.place = place,
                          .rich = rich,
                          .shares = arena_new_array(composer->arena, rich->column_count, struct share),
                          .pen = pen_make(composer, NULL, STYLE_TABLE),
                          .room_pt = place->flow->width_pt - place->indent_pt};
    table.pen.size_pt = fmin(table.pen.size_pt, place->style->size_pt);
    table.head = pen_in(table.pen, FACE_TABLE_BOLD, COLOUR_TEXT);
    for (size_t c = 0; c < rich->column_count; c++)
        measure_column(&table, c);
    if (needed(&table, false) + gaps(&table, least_gap) <= table.room_pt)
        set_grid(&table, paragraph);
    else
        set_list(&table, paragraph);
}
