#include "grid.h"

#include <math.h>

#include "grid_fit.h"
#include "grid_internal.h"

/* CONTINUED_PT: the head of a further page. BESIDE_PT: a group's label above a row, and the key at the foot of its
 * page, which is not known before all that it explains is set. */
enum { PART_GAP_PT = 16, CONTINUED_PT = 70, BESIDE_PT = 48 };

static const double size_step_pt = 0.5, near_pt = 0.5;

struct grid_column *grid_add_column(struct composer *composer, struct grid *grid) {
    struct grid_column *column =
        &arena_append(composer->arena, grid->columns, grid->column_count, grid->column_capacity);
    *column = (struct grid_column){.width = {WIDTH_NATURAL, 0}};
    return column;
}

struct grid_row *grid_add_row(struct composer *composer, struct grid *grid) {
    struct grid_row *row = &arena_append(composer->arena, grid->rows, grid->row_count, grid->row_capacity);
    *row = (struct grid_row){.cells = arena_new_array(composer->arena, grid->column_count, struct grid_cell)};
    return row;
}

/* ------------------------------------------------------------------ what fits */

/* In how many parts a grid is set. */
struct choice {
    size_t parts;
    size_t *part;   /* of each column */
    size_t culprit; /* the column that does not fit, where parts is FIT_FAILS; beside a fold, the first of its side */
    double needed;  /* by all columns in one table, or by those of the wider side of a fold */
    double room;    /* that they have */
};

static double needed_width(const struct grid *grid, size_t first, size_t end) {
    double needed = 2 * grid_style_of(grid)->edge_pt + (first == 0 ? grid_strip_width(grid) : 0);
    for (size_t c = first; c < end; c++)
        needed += grid->columns[c].width_pt + grid_gap(grid, c);
    return needed;
}

static bool shares_group(const struct grid *grid, size_t column) {
    for (size_t g = 0; g < grid->group_count; g++) {
        const struct grid_group *group = &grid->groups[g];
        if (group->level == 0 && column > group->first && column < group->first + group->count)
            return true;
    }
    return false;
}

/* Each side of a fold holds its columns, or not. */
static void try_sides(const struct grid *grid, struct choice *choice) {
    double left = needed_width(grid, 0, grid->fold);
    double right = needed_width(grid, grid->fold, grid->column_count);
    choice->needed = left > right ? left : right;
    choice->culprit = left > right ? 0 : grid->fold;
    choice->parts = choice->needed <= choice->room + near_pt ? 1 : FIT_FAILS;
}

/* Measures the columns in a type, and shares them out to parts. */
static void try_type(struct composer *composer, struct grid *grid, double size_pt, int step, struct choice *choice) {
    struct fit_column *columns = arena_new_array(composer->arena, grid->column_count, struct fit_column);
    grid->type = grid_type_of(composer, grid, size_pt, step);
    grid_measure(composer, grid);
    if (grid->fold > 0) {
        try_sides(grid, choice);
        return;
    }
    choice->needed = needed_width(grid, 0, grid->column_count);
    for (size_t c = 0; c < grid->column_count; c++)
        columns[c] = (struct fit_column){.need_pt = grid->columns[c].width_pt + grid_gap(grid, c),
                                         .repeat = grid->columns[c].repeat,
                                         .joins_last = shares_group(grid, c)};
    choice->parts = grid_fit_parts(columns, grid->column_count, choice->room - grid_strip_width(grid), choice->part,
                                   &choice->culprit);
}

/* The largest type in which the columns stand in so many parts, by one of some steps; false where there is none. */
static bool find_type(struct composer *composer, struct grid *grid, size_t parts, int first, int end,
                      struct choice *choice) {
    for (double size = grid->size_pt; size >= grid->least_size_pt - 0.01; size -= size_step_pt)
        for (int step = first; step < end; step++) {
            try_type(composer, grid, size, step, choice);
            if (choice->parts != FIT_FAILS && choice->parts <= parts)
                return true;
        }
    return false;
}

/* Where even the smallest type would part the columns, titles go on to more lines if that leaves them together. */
static bool find_lines(struct composer *composer, struct grid *grid, struct choice *choice) {
    return choice->parts != 1 && grid->fold == 0 &&
           find_type(composer, grid, 1, GRID_STEP_TALL, GRID_STEP_TALL + 1, choice);
}

static const char *heading_of(const struct grid *grid, size_t column) {
    return grid->columns[column].heading != NULL ? grid->columns[column].heading : "";
}

/* Widths that the author gave must hold what is in them, and must not add up to more than there is. */
static bool check_widths(struct composer *composer, const struct grid *grid, double width_pt) {
    double fixed = 0;
    size_t before = composer->diag->errors;
    for (size_t c = 0; c < grid->column_count; c++) {
        const struct grid_column *column = &grid->columns[c];
        if (column->width.kind != WIDTH_FIXED)
            continue;
        fixed += column->width.amount;
        if (column->align == GRID_NUMBER && column->need_pt > column->width.amount + 0.5)
            diag_error(composer->diag, column->pos,
                       "the column \"%s\" needs %.0f points and has %.0f; make it wider, or leave its width out",
                       heading_of(grid, c), column->need_pt, column->width.amount);
    }
    if (fixed > width_pt)
        diag_error(composer->diag, grid->pos,
                   "the widths of the columns add up to %.0f points and there are %.0f; make one smaller or leave it "
                   "out",
                   fixed, width_pt);
    return composer->diag->errors == before;
}

/* Says what was done to make a grid fit, since its author may want something else. */
static void report(struct composer *composer, const struct grid *grid, const struct choice *choice, double asked_pt) {
    if (choice->parts > 1)
        diag_warning(composer->diag, grid->pos,
                     "the columns need %.0f points at %g points of type and there are %.0f: they stand in %zu parts, "
                     "one below the other; leave columns out, or take wider paper",
                     choice->needed, grid->type.size_pt, choice->room, choice->parts);
    else if (grid->type.size_pt < grid->size_pt)
        diag_warning(composer->diag, grid->pos,
                     "the columns need %.0f points at %g points of type and there are %.0f: they are set in %g points; "
                     "write text-size=\"%g\" to agree, or leave columns out",
                     asked_pt, grid->size_pt, choice->room, grid->type.size_pt, grid->type.size_pt);
}

static size_t widest_column(const struct grid *grid, size_t column, bool repeated_only) {
    for (size_t c = 0; c < grid->column_count; c++)
        if ((grid->columns[c].repeat || !repeated_only) && grid->columns[c].width_pt > grid->columns[column].width_pt)
            column = c;
    return column;
}

/* The widest of those that do not stand beside each other is at fault. */
static void report_failure(struct composer *composer, const struct grid *grid, const struct choice *choice) {
    size_t fault = widest_column(grid, choice->culprit, true);
    const struct grid_column *column = &grid->columns[fault];
    struct source_pos pos = column->pos.file != NULL ? column->pos : grid->pos;
    if (grid->fold > 0)
        diag_error(
            composer->diag, grid->pos,
            "the columns %s of the fold need %.0f points at %g points of type, and there are %.0f; move the fold, "
            "or leave columns out",
            choice->culprit == 0 ? "left" : "right", choice->needed, grid->type.size_pt, choice->room);
    else if (fault == choice->culprit)
        diag_error(composer->diag, pos,
                   "the column \"%s\" needs %.0f points beside those that each part repeats, and the table has %.0f; "
                   "give it more width, or repeat fewer columns",
                   heading_of(grid, fault), column->width_pt, choice->room);
    else
        diag_error(composer->diag, pos,
                   "the column \"%s\" needs %.0f points in each part, and the table has %.0f for it and the others; "
                   "make it narrower, shorten what it holds, or do not repeat it",
                   heading_of(grid, fault), column->width_pt, choice->room);
}

/* Nothing of an open table gives way. False, reported, where it is too wide. */
static bool choose_open(struct composer *composer, struct grid *grid, struct choice *choice) {
    try_type(composer, grid, 0, 0, choice);
    choice->parts = 1;
    if (choice->needed <= choice->room + near_pt)
        return true;
    size_t widest = widest_column(grid, 0, false);
    diag_error(composer->diag, grid->pos,
               "the table needs %.0f points, %.0f of them for the column \"%s\", and has %.0f; leave out a column "
               "or periods, shorten a heading, or give it more width",
               ceil(choice->needed), grid->columns[widest].width_pt, heading_of(grid, widest), floor(choice->room));
    return false;
}

/* Lines first, then the size of type, then parts. False, reported, where a column fits nowhere. */
static bool choose(struct composer *composer, struct grid *grid, const struct flow *flow, struct choice *choice) {
    choice->room = grid->fold > 0 ? flow_left_width(flow) : flow->width_pt;
    choice->part = arena_new_array(composer->arena, grid->column_count + 1, size_t);
    if (!grid_style_of(grid)->gives_way)
        return choose_open(composer, grid, choice);
    try_type(composer, grid, grid->size_pt, GRID_STEPS - 1, choice);
    double asked = choice->needed;
    try_type(composer, grid, grid->least_size_pt, GRID_STEPS - 1, choice);
    if (!check_widths(composer, grid, flow->width_pt))
        return false;
    struct choice parted = *choice;
    if (find_lines(composer, grid, choice)) {
        report(composer, grid, choice, asked);
        return true;
    }
    *choice = parted;
    if (choice->parts == FIT_FAILS) {
        report_failure(composer, grid, choice);
        return false;
    }
    if (!find_type(composer, grid, choice->parts, 0, GRID_STEPS, choice))
        return false;
    report(composer, grid, choice, asked);
    return true;
}

/* ------------------------------------------------------------------ parts */

static bool is_in(const struct grid *grid, const struct choice *choice, size_t column, size_t part) {
    return grid->columns[column].repeat || choice->part[column] == part;
}

/* How many of some columns are in a part. */
static size_t count_in(const struct grid *grid, const struct choice *choice, size_t first, size_t end, size_t part) {
    size_t count = 0;
    for (size_t c = first; c < end; c++)
        count += is_in(grid, choice, c, part);
    return count;
}

static void copy_row(struct composer *composer, const struct grid *from, const struct choice *choice, size_t part,
                     const struct grid_row *row, struct grid *to) {
    struct grid_row *copy = grid_add_row(composer, to);
    struct grid_cell *cells = copy->cells;
    *copy = *row;
    copy->cells = cells;
    for (size_t c = 0, at = 0, end; c < from->column_count; c = end) {
        end = c + (row->cells[c].span > 1 ? row->cells[c].span : 1);
        size_t count = count_in(from, choice, c, end, part);
        if (count == 0)
            continue;
        cells[at] = row->cells[c];
        cells[at].span = row->cells[c].span > 1 ? count : 0;
        bool single = count == 1 && row->cells[c].span > 1;
        if (single)
            cells[at].content = GRID_SYMBOL;
        if (single && cells[at].single != NULL)
            cells[at].text = cells[at].single;
        at += count;
    }
}

/* The columns of one part, with the headings and cells that belong to them. */
static struct grid *part_of(struct composer *composer, const struct grid *from, const struct choice *choice,
                            size_t part) {
    struct grid *to = arena_new(composer->arena, struct grid);
    *to = *from;
    to->columns = NULL;
    to->groups = NULL;
    to->rows = NULL;
    to->column_count = to->column_capacity = to->group_count = to->group_capacity = 0;
    to->row_count = to->row_capacity = 0;
    to->header = is_in(from, choice, from->header, part) ? count_in(from, choice, 0, from->header, part) : 0;
    for (size_t c = 0; c < from->column_count; c++)
        if (is_in(from, choice, c, part))
            *grid_add_column(composer, to) = from->columns[c];
    for (size_t g = 0; g < from->group_count; g++) {
        struct grid_group group = from->groups[g];
        size_t end = group.first + group.count;
        group.count = count_in(from, choice, group.first, end, part);
        group.first = count_in(from, choice, 0, from->groups[g].first, part);
        if (group.count > 0)
            arena_append(composer->arena, to->groups, to->group_count, to->group_capacity) = group;
    }
    for (size_t r = 0; r < from->row_count; r++)
        copy_row(composer, from, choice, part, &from->rows[r], to);
    return to;
}

/* Below the last row of each page, and of the table. */
static struct piece *closing_rule(struct composer *composer, const struct grid *grid, const struct flow *page) {
    struct flow aside = {.width_pt = page->width_pt, .fold_pt = page->fold_pt};
    const struct pen pen = grid_pen(composer, flow_add(composer, &aside, 0), grid);
    grid_rule(&pen, grid, &aside, 0, 0, LINE_SECTION);
    return pen.piece;
}

static void set_part(struct composer *composer, struct flow *flow, struct grid *grid) {
    struct element *parent = grid->parent != NULL ? grid->parent : composer->page->section;
    struct element *table = document_add_element(composer->document, parent, ROLE_TABLE);
    grid_place(grid, flow);
    const struct piece *top = grid_head_set(composer, flow, grid, table);
    const struct piece *head = grid_head_again(composer, grid, flow);
    struct grid_setting setting = {
        .composer = composer,
        .flow = flow,
        .grid = grid,
        .body = document_add_element(composer->document, table, ROLE_TABLE_BODY),
        .top = top,
        .head = head,
        .close = closing_rule(composer, grid, flow),
        .strip_pt = grid_strip_width(grid),
        .page_pt = composer_paper_height(composer_paper(composer)) - CONTINUED_PT - BESIDE_PT - head->height_pt,
    };
    if (grid->even)
        grid_rows_even(&setting);
    for (size_t r = 0; r < grid->row_count; r++)
        grid_row_set(&setting, r);
    const struct pen end = grid_pen(composer, flow->last, grid);
    grid_rule(&end, grid, flow, 0, flow->last->height_pt, LINE_SECTION);
}

void grid_set(struct composer *composer, struct flow *flow, struct grid *grid) {
    struct choice choice = {0};
    if (!choose(composer, grid, flow, &choice))
        return;
    for (size_t part = 0; part < choice.parts; part++) {
        struct piece *before = flow->last;
        struct grid *own = choice.parts == 1 ? grid : part_of(composer, grid, &choice, part);
        set_part(composer, flow, own);
        if (part > 0 && before != NULL)
            before->next->gap_pt = PART_GAP_PT;
    }
}
