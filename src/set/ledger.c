#include "ledger.h"

#include "ledger_fit.h"
#include "ledger_internal.h"
#include "paragraph.h"

enum { PART_GAP_PT = 16, CONTINUED_PT = 70 };

static const double size_step_pt = 0.5, near_pt = 0.5;

struct ledger_column *ledger_add_column(struct composer *composer, struct ledger *ledger) {
    struct ledger_column *column =
        &arena_append(composer->arena, ledger->columns, ledger->column_count, ledger->column_capacity);
    *column = (struct ledger_column){.width = {WIDTH_NATURAL, 0}};
    return column;
}

struct ledger_row *ledger_add_row(struct composer *composer, struct ledger *ledger) {
    struct ledger_row *row = &arena_append(composer->arena, ledger->rows, ledger->row_count, ledger->row_capacity);
    *row = (struct ledger_row){.cells = arena_new_array(composer->arena, ledger->column_count, struct ledger_cell)};
    return row;
}

/* ------------------------------------------------------------------ what fits */

/* In how many parts a ledger is set. */
struct choice {
    size_t parts;
    size_t *part;   /* of each column */
    size_t culprit; /* the column that does not fit, where parts is FIT_FAILS; beside a fold, the first of its side */
    double needed;  /* by all columns in one table, or by those of the wider side of a fold */
    double room;    /* that they have */
};

static double needed_width(const struct ledger *ledger, size_t first, size_t end) {
    double needed = 2 * ledger_style_of(ledger)->edge_pt + (first == 0 ? ledger_strip_width(ledger) : 0);
    for (size_t c = first; c < end; c++)
        needed += ledger->columns[c].width_pt + ledger_gap(ledger, c);
    return needed;
}

static bool shares_group(const struct ledger *ledger, size_t column) {
    for (size_t g = 0; g < ledger->group_count; g++) {
        const struct ledger_group *group = &ledger->groups[g];
        if (group->level == 0 && column > group->first && column < group->first + group->count)
            return true;
    }
    return false;
}

/* Each side of a fold holds its columns, or not. */
static void try_sides(const struct ledger *ledger, struct choice *choice) {
    double left = needed_width(ledger, 0, ledger->fold);
    double right = needed_width(ledger, ledger->fold, ledger->column_count);
    choice->needed = left > right ? left : right;
    choice->culprit = left > right ? 0 : ledger->fold;
    choice->parts = choice->needed <= choice->room + near_pt ? 1 : FIT_FAILS;
}

/* Measures the columns in a type, and shares them out to parts. */
static void try_type(struct composer *composer, struct ledger *ledger, double size_pt, int step,
                     struct choice *choice) {
    struct fit_column *columns = arena_new_array(composer->arena, ledger->column_count, struct fit_column);
    ledger->type = ledger_type_of(composer, ledger, size_pt, step);
    ledger_measure(composer, ledger);
    if (ledger->fold > 0) {
        try_sides(ledger, choice);
        return;
    }
    choice->needed = needed_width(ledger, 0, ledger->column_count);
    for (size_t c = 0; c < ledger->column_count; c++)
        columns[c] = (struct fit_column){.need_pt = ledger->columns[c].width_pt + ledger_gap(ledger, c),
                                         .repeat = ledger->columns[c].repeat,
                                         .joins_last = shares_group(ledger, c)};
    choice->parts = fit_parts(columns, ledger->column_count, choice->room - ledger_strip_width(ledger), choice->part,
                              &choice->culprit);
}

/* The largest type in which the columns stand in so many parts; false where there is none. */
static bool find_type(struct composer *composer, struct ledger *ledger, size_t parts, struct choice *choice) {
    for (double size = ledger->size_pt; size >= ledger->least_size_pt - 0.01; size -= size_step_pt)
        for (int step = 0; step < LEDGER_STEPS; step++) {
            try_type(composer, ledger, size, step, choice);
            if (choice->parts != FIT_FAILS && choice->parts <= parts)
                return true;
        }
    return false;
}

static const char *heading_of(const struct ledger *ledger, size_t column) {
    return ledger->columns[column].heading != NULL ? ledger->columns[column].heading : "";
}

/* Widths that the author gave must hold what is in them, and must not add up to more than there is. */
static bool check_widths(struct composer *composer, const struct ledger *ledger, double width_pt) {
    double fixed = 0;
    size_t before = composer->diag->errors;
    for (size_t c = 0; c < ledger->column_count; c++) {
        const struct ledger_column *column = &ledger->columns[c];
        if (column->width.kind != WIDTH_FIXED)
            continue;
        fixed += column->width.amount;
        if (column->align == LEDGER_NUMBER && column->need_pt > column->width.amount + 0.5)
            diag_error(composer->diag, column->pos,
                       "the column \"%s\" needs %.0f points and has %.0f; make it wider, or leave its width out",
                       heading_of(ledger, c), column->need_pt, column->width.amount);
    }
    if (fixed > width_pt)
        diag_error(composer->diag, ledger->pos,
                   "the widths of the columns add up to %.0f points and there are %.0f; make one smaller or leave it "
                   "out",
                   fixed, width_pt);
    return composer->diag->errors == before;
}

/* Says what was done to make a ledger fit, since its author may want something else. */
static void report(struct composer *composer, const struct ledger *ledger, const struct choice *choice,
                   double asked_pt) {
    if (choice->parts > 1)
        diag_warning(composer->diag, ledger->pos,
                     "the columns need %.0f points at %g points of type and there are %.0f: they stand in %zu parts, "
                     "one below the other; leave columns out, or take wider paper",
                     choice->needed, ledger->type.size_pt, choice->room, choice->parts);
    else if (ledger->type.size_pt < ledger->size_pt)
        diag_warning(composer->diag, ledger->pos,
                     "the columns need %.0f points at %g points of type and there are %.0f: they are set in %g points; "
                     "write text-size=\"%g\" to agree, or leave columns out",
                     asked_pt, ledger->size_pt, choice->room, ledger->type.size_pt, ledger->type.size_pt);
}

static size_t widest_column(const struct ledger *ledger, size_t column, bool repeated_only) {
    for (size_t c = 0; c < ledger->column_count; c++)
        if ((ledger->columns[c].repeat || !repeated_only) &&
            ledger->columns[c].width_pt > ledger->columns[column].width_pt)
            column = c;
    return column;
}

/* The widest of those that do not stand beside each other is at fault. */
static void report_failure(struct composer *composer, const struct ledger *ledger, const struct choice *choice) {
    size_t fault = widest_column(ledger, choice->culprit, true);
    const struct ledger_column *column = &ledger->columns[fault];
    if (ledger->fold > 0)
        diag_error(
            composer->diag, ledger->pos,
            "the columns %s of the fold need %.0f points at %g points of type, and there are %.0f; move the fold, "
            "or leave columns out",
            choice->culprit == 0 ? "left" : "right", choice->needed, ledger->type.size_pt, choice->room);
    else if (fault == choice->culprit)
        diag_error(composer->diag, column->pos,
                   "the column \"%s\" needs %.0f points beside those that each part repeats, and the table has %.0f; "
                   "give it more width, or repeat fewer columns",
                   heading_of(ledger, fault), column->width_pt, choice->room);
    else
        diag_error(composer->diag, column->pos,
                   "the column \"%s\" needs %.0f points in each part, and the table has %.0f for it and the others; "
                   "make it narrower, shorten what it holds, or do not repeat it",
                   heading_of(ledger, fault), column->width_pt, choice->room);
}

/* Nothing of an open table gives way. False, reported, where it is too wide. */
static bool choose_open(struct composer *composer, struct ledger *ledger, struct choice *choice) {
    try_type(composer, ledger, 0, 0, choice);
    choice->parts = 1;
    if (choice->needed <= choice->room + near_pt)
        return true;
    size_t widest = widest_column(ledger, 0, false);
    diag_error(composer->diag, ledger->pos,
               "the table needs %.0f points, %.0f of them for the column \"%s\", and has %.0f; leave out a column, "
               "shorten a heading, or give it more width",
               choice->needed, ledger->columns[widest].width_pt, heading_of(ledger, widest), choice->room);
    return false;
}

/* Lines first, then the size of type, then parts. False, reported, where a column fits nowhere. */
static bool choose(struct composer *composer, struct ledger *ledger, const struct flow *flow, struct choice *choice) {
    choice->room = ledger->fold > 0 ? flow_left_width(flow) : flow->width_pt;
    choice->part = arena_new_array(composer->arena, ledger->column_count + 1, size_t);
    if (!ledger_style_of(ledger)->gives_way)
        return choose_open(composer, ledger, choice);
    try_type(composer, ledger, ledger->size_pt, LEDGER_STEPS - 1, choice);
    double asked = choice->needed;
    try_type(composer, ledger, ledger->least_size_pt, LEDGER_STEPS - 1, choice);
    if (!check_widths(composer, ledger, flow->width_pt))
        return false;
    if (choice->parts == FIT_FAILS) {
        report_failure(composer, ledger, choice);
        return false;
    }
    if (!find_type(composer, ledger, choice->parts, choice))
        return false;
    report(composer, ledger, choice, asked);
    return true;
}

/* ------------------------------------------------------------------ parts */

static bool is_in(const struct ledger *ledger, const struct choice *choice, size_t column, size_t part) {
    return ledger->columns[column].repeat || choice->part[column] == part;
}

/* How many of some columns are in a part. */
static size_t count_in(const struct ledger *ledger, const struct choice *choice, size_t first, size_t end,
                       size_t part) {
    size_t count = 0;
    for (size_t c = first; c < end; c++)
        count += is_in(ledger, choice, c, part);
    return count;
}

static void copy_row(struct composer *composer, const struct ledger *from, const struct choice *choice, size_t part,
                     const struct ledger_row *row, struct ledger *to) {
    struct ledger_row *copy = ledger_add_row(composer, to);
    struct ledger_cell *cells = copy->cells;
    *copy = *row;
    copy->cells = cells;
    for (size_t c = 0, at = 0, end; c < from->column_count; c = end) {
        end = c + (row->cells[c].span > 1 ? row->cells[c].span : 1);
        size_t count = count_in(from, choice, c, end, part);
        if (count == 0)
            continue;
        cells[at] = row->cells[c];
        cells[at].span = row->cells[c].span > 1 ? count : 0;
        if (count == 1 && row->cells[c].span > 1)
            cells[at].content = LEDGER_SYMBOL;
        at += count;
    }
}

/* The columns of one part, with the headings and cells that belong to them. */
static struct ledger *part_of(struct composer *composer, const struct ledger *from, const struct choice *choice,
                              size_t part) {
    struct ledger *to = arena_new(composer->arena, struct ledger);
    *to = *from;
    to->columns = NULL;
    to->groups = NULL;
    to->rows = NULL;
    to->column_count = to->column_capacity = to->group_count = to->group_capacity = 0;
    to->row_count = to->row_capacity = 0;
    to->header = is_in(from, choice, from->header, part) ? count_in(from, choice, 0, from->header, part) : 0;
    for (size_t c = 0; c < from->column_count; c++)
        if (is_in(from, choice, c, part))
            *ledger_add_column(composer, to) = from->columns[c];
    for (size_t g = 0; g < from->group_count; g++) {
        struct ledger_group group = from->groups[g];
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
static struct piece *closing_rule(struct composer *composer, const struct ledger *ledger, const struct flow *page) {
    struct flow aside = {.width_pt = page->width_pt, .fold_pt = page->fold_pt};
    const struct pen pen = ledger_pen(composer, flow_add(composer, &aside, 0), ledger);
    ledger_rule(&pen, ledger, &aside, 0, 0, LINE_SECTION);
    return pen.piece;
}

static void set_part(struct composer *composer, struct flow *flow, struct ledger *ledger) {
    struct element *table = document_add_element(composer->document, composer->page->section, ROLE_TABLE);
    ledger_place(ledger, flow);
    ledger_head_set(composer, flow, ledger, table);
    const struct piece *head = ledger_head_again(composer, ledger, flow);
    struct ledger_setting setting = {
        .composer = composer,
        .flow = flow,
        .ledger = ledger,
        .body = document_add_element(composer->document, table, ROLE_TABLE_BODY),
        .head = head,
        .close = closing_rule(composer, ledger, flow),
        .strip_pt = ledger_strip_width(ledger),
        .page_pt = composer->page_height_pt - CONTINUED_PT - head->height_pt,
    };
    for (size_t r = 0; r < ledger->row_count; r++)
        ledger_row_set(&setting, r);
    const struct pen end = ledger_pen(composer, flow->last, ledger);
    ledger_rule(&end, ledger, flow, 0, flow->last->height_pt, LINE_SECTION);
}

void ledger_set(struct composer *composer, struct flow *flow, struct ledger *ledger) {
    struct choice choice = {0};
    if (!choose(composer, ledger, flow, &choice))
        return;
    for (size_t part = 0; part < choice.parts; part++) {
        struct piece *before = flow->last;
        struct ledger *own = choice.parts == 1 ? ledger : part_of(composer, ledger, &choice, part);
        set_part(composer, flow, own);
        if (part > 0 && before != NULL)
            before->next->gap_pt = PART_GAP_PT;
    }
}
