#include <math.h>
#include <string.h>

#include "grid_internal.h"
#include "sign.h"
#include "text.h"

/* How wide columns are: what is in them, what gives way, and where they stand. */

enum {
    LONG_TEXT = 12,
    HEAD_LINES = 3,
    GROUP_LINES = 2,
    GROUP_GAP_PT = 5,
    PROSE_LEAST_PT = 150,
    CHART_WIDTH_PT = 46,
    OF_GAP_PT = 3
};

static const double near_pt = 0.2;      /* less than can be seen */
static const double letter_room = 1.35; /* beside a figure on a colour, in sizes of type */
static const double words_least = 0.75; /* between words and words: never less, in sizes of type */
static const double words_gap = 0.8;    /* more between figures and words */

/* What gives way, step by step: space between columns, then lines of the columns that wrap, then lines of others. */
static const struct {
    double gap; /* in sizes of type */
    size_t weighted, natural;
} steps[GRID_STEP_TALL + 1] = {{0.8, 2, 1}, {0.5, 2, 1}, {0.5, 3, 1}, {0.5, 3, 2}, {0.5, 6, 2}};

static bool has_labels(const struct grid *grid) {
    for (size_t r = 0; r < grid->row_count; r++)
        if (grid->rows[r].group != NULL)
            return true;
    return false;
}

double grid_strip_width(const struct grid *grid) {
    return grid->strip_pt;
}

/* As wide as the lines on which the labels of groups stand beside their rows, which are as high as rows of one line. */
static double strip_width(struct composer *composer, const struct grid *grid) {
    static const double label = 1.7;      /* a label on one line, in sizes of type */
    static const double stretch_pt = 150; /* that a label takes at most, since rows are parted by pages */
    double width = label * grid->type.size_pt;
    if (grid->labels_above || !has_labels(grid))
        return 0;
    for (size_t r = 0, end; r < grid->row_count; r = end) {
        const char *group = grid->rows[r].group;
        for (end = r + 1; end < grid->row_count && text_equal(grid->rows[end].group, group); end++)
            ;
        if (group != NULL)
            width = fmax(width, side_label_width(
                                    composer, group, grid->type.size_pt,
                                    fmin(stretch_pt, (double)(end - r) * (grid->type.leading_pt + grid->padding_pt))));
    }
    return width + LABEL_GAP_PT;
}

int grid_depth(const struct grid *grid, size_t column) {
    int depth = 0;
    for (size_t g = 0; g < grid->group_count; g++) {
        const struct grid_group *group = &grid->groups[g];
        depth += column >= group->first && column < group->first + group->count;
    }
    return depth;
}

int grid_levels(const struct grid *grid) {
    int levels = 0;
    for (size_t g = 0; g < grid->group_count; g++)
        levels = grid->groups[g].level + 1 > levels ? grid->groups[g].level + 1 : levels;
    return levels;
}

/* Words would be read on into those of the next column. */
static bool is_between_words(const struct grid *grid, size_t column) {
    return column > 0 && grid->columns[column].align == GRID_LEFT && grid->columns[column - 1].align == GRID_LEFT;
}

/* Figures end where words begin: on one line they would be read as one. */
static bool is_before_words(const struct grid *grid, size_t column) {
    return grid->columns[column].align == GRID_LEFT && grid->columns[column - 1].align == GRID_NUMBER;
}

double grid_gap(const struct grid *grid, size_t column) {
    const struct grid_style *style = grid_style_of(grid);
    double gap = style->gap_pt > 0 ? style->gap_pt : steps[grid->type.step].gap * grid->type.size_pt;
    if (column == 0 || column == grid->fold)
        return 0;
    if (is_before_words(grid, column))
        gap += words_gap * grid->type.size_pt;
    else if (is_between_words(grid, column))
        gap = fmax(gap, words_least * grid->type.size_pt);
    for (size_t g = 0; g < grid->group_count; g++) {
        const struct grid_group *group = &grid->groups[g];
        if (group->level == 0 && (group->first == column || group->first + group->count == column))
            return gap + GROUP_GAP_PT;
    }
    return gap;
}

/* Where what is drawn behind cells lies, from x on: the width of a flow, or both sides of its fold. */
static size_t stretches_of(const struct grid *grid, const struct flow *flow, double x, struct stretch stretches[2]) {
    double half = flow_left_width(flow);
    stretches[0] = (struct stretch){x, (grid->fold > 0 ? half : flow->width_pt) - x};
    stretches[1] = (struct stretch){flow->width_pt - half, half};
    return grid->fold > 0 ? 2 : 1;
}

void grid_rule(const struct pen *pen, const struct grid *grid, const struct flow *flow, double x, double y,
               enum line line) {
    struct stretch stretches[2];
    size_t count = stretches_of(grid, flow, x, stretches);
    for (size_t i = 0; i < count; i++)
        pen_rule(pen, stretches[i].x, y, stretches[i].width_pt, line, grid_style_of(grid)->rule);
}

int grid_heard_columns(const struct grid *grid) {
    int count = 0;
    for (size_t c = 0; c < grid->column_count; c++)
        count += !grid->columns[c].again;
    return count;
}

struct lines grid_lines(const struct pen *pen, const char *text, double width_pt) {
    return lines_break(pen, text, width_pt + near_pt);
}

/* ------------------------------------------------------------------ what a column needs */

/* A column while it is measured. */
struct measuring {
    struct composer *composer;
    const struct grid *grid;
    struct grid_column *column;
};

const char *grid_part_of(const char *figure) {
    size_t length = strlen(figure);
    const char *point = strchr(figure, '.');
    if (point != NULL)
        return point;
    const char *joint = sign_table[SIGN_JOINT].text;
    size_t end = strlen(joint);
    return figure + length - (length > end && strcmp(figure + length - end, joint) == 0 ? end : 0);
}

static void measure_figure(struct grid_column *column, const struct pen *pen, const char *text) {
    const char *part = column->ends ? text + strlen(text) : grid_part_of(text);
    const char *whole = arena_strndup(pen->composer->arena, text, (size_t)(part - text));
    column->figures++;
    column->parted += *part != '\0';
    column->whole_pt = fmax(column->whole_pt, pen_width(pen, whole));
    column->part_pt = fmax(column->part_pt, pen_width(pen, part));
}

/* The part before is never wider than the whole. */
static double pair_width(const struct pen *pen, const struct grid_cell *cell) {
    double of = pen_width(pen, words_get(pen->composer->words, WORD_OF));
    return of + 2 * OF_GAP_PT + 2 * pen_width(pen, cell->of);
}

static double text_width(const struct measuring *measuring, const struct pen *pen, const char *text) {
    const struct grid_column *column = measuring->column;
    const struct grid *grid = measuring->grid;
    bool gives_way = grid_style_of(grid)->gives_way, weighted = column->width.kind == WIDTH_WEIGHT;
    double whole = pen_width(pen, text);
    if (weighted && !gives_way)
        return 0; /* on as many lines as it needs, in what is left */
    if (column->align == GRID_NUMBER || !gives_way)
        return whole;
    bool is_long = weighted || whole > LONG_TEXT * grid->type.size_pt;
    size_t lines = column->strong ? 1 : is_long ? steps[grid->type.step].weighted : steps[grid->type.step].natural;
    return lines_least_width(pen, text, lines);
}

/* What stands below a figure is on two lines where it is much longer than figures are. */
static double below_width(const struct measuring *measuring, const struct pen *pen, const char *below) {
    static const double long_ems = 8;
    bool is_long = measuring->column->align == GRID_NUMBER && pen_width(pen, below) > long_ems * pen->size_pt;
    return is_long ? lines_least_width(pen, below, 2) : text_width(measuring, pen, below);
}

static double words_width(const struct measuring *measuring, const struct pen *pen, const struct grid_cell *cell) {
    const struct pen note = grid_note_pen(measuring->composer, NULL, measuring->grid);
    bool fixed = measuring->column->width.kind == WIDTH_FIXED;
    double below = cell->below == NULL ? 0
                   : fixed             ? lines_widest_word(&note, cell->below)
                                       : below_width(measuring, &note, cell->below);
    if (cell->text == NULL)
        return below;
    if (measuring->column->align == GRID_NUMBER && cell->content == GRID_TEXT) {
        measure_figure(measuring->column, pen, cell->text);
        return below;
    }
    return fmax(below, text_width(measuring, pen, cell->text));
}

static double box_width(const struct measuring *measuring, const struct pen *pen, const struct grid_cell *cell) {
    const struct pen note = grid_note_pen(measuring->composer, NULL, measuring->grid);
    double below = cell->below == NULL ? 0 : lines_widest_word(&note, cell->below);
    return fmax(lines_widest_word(pen, cell->text), below);
}

/* What a cell asks of its column; one that spans several asks nothing. */
static double cell_width(const struct measuring *measuring, const struct grid_row *row, const struct grid_cell *cell) {
    const struct grid *grid = measuring->grid;
    struct pen pen = grid_pen(measuring->composer, NULL, grid);
    pen.face = grid_face(row, measuring->column, cell);
    if (cell->span > 1)
        return 0;
    if (cell->row_span > 1)
        return box_width(measuring, &pen, cell);
    switch (cell->content) {
    case GRID_BAND:
    case GRID_OFF_TARGET:
    case GRID_QUARTILE:
        return grid_band_room(grid);
    case GRID_ICON:
        return ICON_SIZE_PT * icon_scale(grid->type.size_pt);
    case GRID_PROSE:
        return cell->prose_in_type ? 0 : PROSE_LEAST_PT;
    case GRID_NAMES:
        return name_list_least_width(&pen, cell->names);
    case GRID_LETTERS:
        return letter_strip_width(measuring->composer, cell->letters, grid_letter_pt(grid));
    case GRID_CHART:
        return fmax(CHART_WIDTH_PT, words_width(measuring, &pen, cell));
    case GRID_PAIR:
        measuring->column->whole_pt = fmax(measuring->column->whole_pt, pair_width(&pen, cell));
        return 0;
    default:
        return words_width(measuring, &pen, cell);
    }
}

/* A natural column of words that wraps has its words on one line again where there is room in the end. */
static double ample_width(const struct measuring *measuring, size_t c) {
    const struct grid *grid = measuring->grid;
    const struct pen pen = grid_pen(measuring->composer, NULL, grid);
    double width = 0;
    for (size_t r = 0; r < grid->row_count && measuring->column->align == GRID_LEFT; r++) {
        const struct grid_cell *cell = &grid->rows[r].cells[c];
        if (cell->text != NULL && cell->span <= 1)
            width = fmax(width, pen_width(&pen, cell->text));
    }
    return width < LONG_TEXT * grid->type.size_pt ? width : 0;
}

static size_t heading_lines(const struct grid *grid, size_t usual) {
    return grid->head_lines > 0 ? (size_t)grid->head_lines : grid->look == GRID_OPEN ? GROUP_LINES : usual;
}

static double heading_width(struct composer *composer, const struct grid *grid, const char *heading) {
    const struct grid_style *style = grid_style_of(grid);
    const struct pen pen = grid_head_pen(composer, NULL, grid);
    size_t lines = heading_lines(grid, HEAD_LINES);
    double width = style->head_from_word ? lines_least_from(&pen, heading, lines, lines_widest_word(&pen, heading))
                                         : lines_least_width(&pen, heading, lines);
    return width + style->head_air_pt;
}

/* A heading on many lines has two of them where there is room in the end. */
static double ample_heading(struct composer *composer, const struct grid *grid, const char *heading) {
    const struct pen pen = grid_head_pen(composer, NULL, grid);
    if (heading_lines(grid, HEAD_LINES) <= GROUP_LINES)
        return 0;
    return lines_least_width(&pen, heading, GROUP_LINES) + grid_style_of(grid)->head_air_pt;
}

static void measure_column(struct composer *composer, struct grid *grid, size_t c) {
    struct grid_column *column = &grid->columns[c];
    const struct measuring measuring = {composer, grid, column};
    double width = column->least_pt;
    column->whole_pt = column->part_pt = 0;
    column->figures = column->parted = 0;
    for (size_t r = 0; r < grid->row_count; r++)
        width = fmax(width, cell_width(&measuring, &grid->rows[r], &grid->rows[r].cells[c]));
    width = fmax(width, column->whole_pt + column->part_pt) + column->icon_pt * grid->type.size_pt +
            (column->coloured ? letter_room * grid->type.size_pt : 0);
    if (column->heading != NULL)
        width = fmax(width, heading_width(composer, grid, column->heading));
    column->need_pt = width;
    column->ample_pt = ample_width(&measuring, c);
    column->ample_head_pt = column->heading != NULL ? ample_heading(composer, grid, column->heading) : 0;
    column->width_pt = column->width.kind == WIDTH_FIXED ? column->width.amount : width;
}

/* Columns become wider where the heading over them needs it, but those whose width the author gave. */
static void widen_group(struct composer *composer, struct grid *grid, const struct grid_group *group) {
    const struct pen pen = grid_head_pen(composer, NULL, grid);
    double width = 0, open = 0;
    if (group->heading == NULL)
        return;
    for (size_t c = group->first; c < group->first + group->count; c++) {
        width += grid->columns[c].width_pt + (c > group->first ? grid_gap(grid, c) : 0);
        open += grid->columns[c].width.kind != WIDTH_FIXED;
    }
    double needed = lines_least_width(&pen, group->heading, heading_lines(grid, GROUP_LINES)) + 2;
    for (size_t c = group->first; c < group->first + group->count && needed > width; c++)
        if (grid->columns[c].width.kind != WIDTH_FIXED)
            grid->columns[c].width_pt += (needed - width) / open;
}

void grid_measure(struct composer *composer, struct grid *grid) {
    grid->strip_pt = strip_width(composer, grid);
    for (size_t c = 0; c < grid->column_count; c++)
        measure_column(composer, grid, c);
    for (int level = grid_levels(grid) - 1; level >= 0; level--)
        for (size_t g = 0; g < grid->group_count; g++)
            if (grid->groups[g].level == level)
                widen_group(composer, grid, &grid->groups[g]);
}

/* ------------------------------------------------------------------ where columns stand */

double grid_span_width(const struct grid *grid, size_t column, size_t span) {
    const struct grid_column *last = &grid->columns[column + (span > 1 ? span - 1 : 0)];
    return last->x + last->width_pt - grid->columns[column].x;
}

static double lacking(const struct grid_column *column, double ample_pt) {
    return column->width.kind == WIDTH_NATURAL ? fmax(ample_pt - column->width_pt, 0) : 0;
}

/* Whether all headings can have their two lines, so that none stands out, and half of the space between columns stays.
 */
static bool headings_fit(const struct grid *grid, size_t first, size_t end, double spare) {
    double needed = 0;
    for (size_t c = first; c < end; c++)
        needed += lacking(&grid->columns[c], grid->columns[c].ample_head_pt);
    return needed <= spare / 2;
}

/* Columns become as wide as their words while there is room, and as their headings where these ask for it; gives what
 * is left of it. */
static double widen_words(struct grid *grid, size_t first, size_t end, double spare, bool headings) {
    for (size_t c = first; c < end; c++) {
        struct grid_column *column = &grid->columns[c];
        double ample = headings ? fmax(column->ample_pt, column->ample_head_pt) : column->ample_pt;
        double more = lacking(column, ample);
        if (more <= spare) {
            column->width_pt += more;
            spare -= more;
        }
    }
    return spare;
}

/* Space between columns that had to be given, as far as there is room after all. */
static double returned_gap(const struct grid *grid, double gaps, double spare) {
    double lacking = (steps[0].gap - steps[grid->type.step].gap) * grid->type.size_pt;
    return gaps > 0 ? fmin(lacking, spare / gaps) : 0;
}

/* Between those words never gave any. */
static bool gave_way(const struct grid *grid, size_t first, size_t column) {
    return column > first && !is_between_words(grid, column);
}

/* Columns from `first` on between two edges. */
static void place_columns(struct grid *grid, size_t first, size_t end, double left, double right) {
    double needed = 0, weights = 0, x = left, gaps = 0;
    for (size_t c = first; c < end; c++) {
        const struct grid_column *column = &grid->columns[c];
        needed += column->width_pt + grid_gap(grid, c);
        gaps += gave_way(grid, first, c);
        weights += column->width.kind == WIDTH_WEIGHT ? column->width.amount : 0;
    }
    double spare = fmax(right - left - needed, 0);
    spare = widen_words(grid, first, end, spare, weights == 0 && headings_fit(grid, first, end, spare));
    double more = returned_gap(grid, gaps, spare), each = 0;
    spare -= gaps * more;
    if (weights == 0 && end - first > 1)
        each = spare / (double)(end - first - 1);
    for (size_t c = first; c < end; c++) {
        struct grid_column *column = &grid->columns[c];
        if (column->width.kind == WIDTH_WEIGHT && weights > 0)
            column->width_pt += spare * column->width.amount / weights;
        x += grid_gap(grid, c) + (gave_way(grid, first, c) ? more : 0) + (c > first ? each : 0);
        column->x = x;
        x += column->width_pt;
    }
}

void grid_place(struct grid *grid, const struct flow *flow) {
    double edge = grid_style_of(grid)->edge_pt;
    size_t end = grid->column_count;
    struct stretch stretches[2];
    size_t count = stretches_of(grid, flow, grid_strip_width(grid), stretches);
    for (size_t i = 0; i < count; i++)
        place_columns(grid, i == 0 ? 0 : grid->fold, i + 1 == count ? end : grid->fold, stretches[i].x + edge,
                      stretches[i].x + stretches[i].width_pt - edge);
}
