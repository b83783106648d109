#include <math.h>
#include <string.h>

#include "ledger_internal.h"

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

static const double near_pt = 0.2; /* less than can be seen */

/* What gives way, step by step: space between columns, then lines of the columns that wrap, then lines of others. */
static const struct {
    double gap; /* in sizes of type */
    size_t weighted, natural;
} steps[LEDGER_STEPS] = {{0.8, 2, 1}, {0.5, 2, 1}, {0.5, 3, 1}, {0.5, 3, 2}};

static bool has_labels(const struct ledger *ledger) {
    for (size_t r = 0; r < ledger->row_count; r++)
        if (ledger->rows[r].group != NULL)
            return true;
    return false;
}

double ledger_strip_width(const struct ledger *ledger) {
    return !ledger->labels_above && has_labels(ledger) ? 1.7 * ledger->type.size_pt + 4 : 0;
}

int ledger_depth(const struct ledger *ledger, size_t column) {
    int depth = 0;
    for (size_t g = 0; g < ledger->group_count; g++) {
        const struct ledger_group *group = &ledger->groups[g];
        depth += column >= group->first && column < group->first + group->count;
    }
    return depth;
}

int ledger_levels(const struct ledger *ledger) {
    int levels = 0;
    for (size_t g = 0; g < ledger->group_count; g++)
        levels = ledger->groups[g].level + 1 > levels ? ledger->groups[g].level + 1 : levels;
    return levels;
}

double ledger_gap(const struct ledger *ledger, size_t column) {
    const struct ledger_style *style = ledger_style_of(ledger);
    double gap = style->gap_pt > 0 ? style->gap_pt : steps[ledger->type.step].gap * ledger->type.size_pt;
    if (column == 0 || column == ledger->fold)
        return 0;
    for (size_t g = 0; g < ledger->group_count; g++) {
        const struct ledger_group *group = &ledger->groups[g];
        if (group->level == 0 && (group->first == column || group->first + group->count == column))
            return gap + GROUP_GAP_PT;
    }
    return gap;
}

size_t ledger_stretches(const struct ledger *ledger, const struct flow *flow, double x, struct stretch stretches[2]) {
    double half = flow_left_width(flow);
    stretches[0] = (struct stretch){x, (ledger->fold > 0 ? half : flow->width_pt) - x};
    stretches[1] = (struct stretch){flow->width_pt - half, half};
    return ledger->fold > 0 ? 2 : 1;
}

void ledger_rule(const struct pen *pen, const struct ledger *ledger, const struct flow *flow, double x, double y,
                 enum line line) {
    struct stretch stretches[2];
    size_t count = ledger_stretches(ledger, flow, x, stretches);
    for (size_t i = 0; i < count; i++)
        pen_rule(pen, stretches[i].x, y, stretches[i].width_pt, line, ledger_style_of(ledger)->rule);
}

int ledger_heard_columns(const struct ledger *ledger) {
    int count = 0;
    for (size_t c = 0; c < ledger->column_count; c++)
        count += !ledger->columns[c].again;
    return count;
}

struct lines ledger_lines(const struct pen *pen, const char *text, double width_pt) {
    return lines_break(pen, text, width_pt + near_pt);
}

/* ------------------------------------------------------------------ what a column needs */

/* A column while it is measured. */
struct measuring {
    struct composer *composer;
    const struct ledger *ledger;
    struct ledger_column *column;
};

static const char *decimal_part(const char *string) {
    const char *point = strchr(string, '.');
    return point != NULL ? point : string + strlen(string);
}

static void measure_figure(struct ledger_column *column, const struct pen *pen, const char *text) {
    const char *part = decimal_part(text);
    const char *whole = arena_strndup(pen->composer->arena, text, (size_t)(part - text));
    column->whole_pt = fmax(column->whole_pt, pen_width(pen, whole));
    column->part_pt = fmax(column->part_pt, pen_width(pen, part));
}

/* The part before is never wider than the whole. */
static double pair_width(const struct pen *pen, const struct ledger_cell *cell) {
    double of = pen_width(pen, words_get(pen->composer->words, WORD_OF));
    return of + 2 * OF_GAP_PT + 2 * pen_width(pen, cell->of);
}

static double text_width(const struct measuring *measuring, const struct pen *pen, const char *text) {
    const struct ledger_column *column = measuring->column;
    const struct ledger *ledger = measuring->ledger;
    bool gives_way = ledger_style_of(ledger)->gives_way, weighted = column->width.kind == WIDTH_WEIGHT;
    double whole = pen_width(pen, text);
    if (weighted && !gives_way)
        return 0; /* on as many lines as it needs, in what is left */
    if (column->align == LEDGER_NUMBER || !gives_way)
        return whole;
    bool is_long = weighted || whole > LONG_TEXT * ledger->type.size_pt;
    size_t lines = column->strong ? 1 : is_long ? steps[ledger->type.step].weighted : steps[ledger->type.step].natural;
    return lines_least_width(pen, text, lines);
}

static double words_width(const struct measuring *measuring, const struct pen *pen, const struct ledger_cell *cell) {
    const struct pen note = ledger_note_pen(measuring->composer, NULL, measuring->ledger);
    double below = cell->below == NULL ? 0 : text_width(measuring, &note, cell->below);
    if (cell->text == NULL)
        return below;
    if (measuring->column->align == LEDGER_NUMBER && cell->content == LEDGER_TEXT) {
        measure_figure(measuring->column, pen, cell->text);
        return below;
    }
    return fmax(below, text_width(measuring, pen, cell->text));
}

static double box_width(const struct measuring *measuring, const struct pen *pen, const struct ledger_cell *cell) {
    const struct pen note = ledger_note_pen(measuring->composer, NULL, measuring->ledger);
    double below = cell->below == NULL ? 0 : lines_widest_word(&note, cell->below);
    return fmax(lines_widest_word(pen, cell->text), below);
}

/* What a cell asks of its column; one that spans several asks nothing. */
static double cell_width(const struct measuring *measuring, const struct ledger_row *row,
                         const struct ledger_cell *cell) {
    const struct ledger *ledger = measuring->ledger;
    struct pen pen = ledger_pen(measuring->composer, NULL, ledger);
    pen.face = ledger_face(row, measuring->column, cell);
    if (cell->span > 1)
        return 0;
    if (cell->row_span > 1)
        return box_width(measuring, &pen, cell);
    switch (cell->content) {
    case LEDGER_BAND:
        return ledger_band_room(ledger);
    case LEDGER_ICON:
        return ICON_SIZE_PT * icon_scale(ledger->type.size_pt);
    case LEDGER_PROSE:
        return PROSE_LEAST_PT;
    case LEDGER_CHART:
        return CHART_WIDTH_PT;
    case LEDGER_PAIR:
        return pair_width(&pen, cell);
    default:
        return words_width(measuring, &pen, cell);
    }
}

/* A natural column of words that wraps has its words on one line again where there is room in the end. */
static double ample_width(const struct measuring *measuring, size_t c) {
    const struct ledger *ledger = measuring->ledger;
    const struct pen pen = ledger_pen(measuring->composer, NULL, ledger);
    double width = 0;
    for (size_t r = 0; r < ledger->row_count && measuring->column->align == LEDGER_LEFT; r++) {
        const struct ledger_cell *cell = &ledger->rows[r].cells[c];
        if (cell->text != NULL && cell->span <= 1)
            width = fmax(width, pen_width(&pen, cell->text));
    }
    return width < LONG_TEXT * ledger->type.size_pt ? width : 0;
}

static size_t heading_lines(const struct ledger *ledger, size_t usual) {
    return ledger->head_lines > 0 ? (size_t)ledger->head_lines : ledger->look == LEDGER_OPEN ? GROUP_LINES : usual;
}

static double heading_width(struct composer *composer, const struct ledger *ledger, const char *heading) {
    const struct ledger_style *style = ledger_style_of(ledger);
    const struct pen pen = ledger_head_pen(composer, NULL, ledger);
    size_t lines = heading_lines(ledger, HEAD_LINES);
    double width = style->head_from_word ? lines_least_from(&pen, heading, lines, lines_widest_word(&pen, heading))
                                         : lines_least_width(&pen, heading, lines);
    return width + style->head_air_pt;
}

static void measure_column(struct composer *composer, struct ledger *ledger, size_t c) {
    struct ledger_column *column = &ledger->columns[c];
    const struct measuring measuring = {composer, ledger, column};
    double width = column->least_pt;
    column->whole_pt = column->part_pt = 0;
    for (size_t r = 0; r < ledger->row_count; r++)
        width = fmax(width, cell_width(&measuring, &ledger->rows[r], &ledger->rows[r].cells[c]));
    width = fmax(width, column->whole_pt + column->part_pt) + column->icon_pt * ledger->type.size_pt;
    if (column->heading != NULL)
        width = fmax(width, heading_width(composer, ledger, column->heading));
    column->need_pt = width;
    column->ample_pt = ample_width(&measuring, c);
    column->width_pt = column->width.kind == WIDTH_FIXED ? column->width.amount : width;
}

/* Columns become wider where the heading over them needs it, but those whose width the author gave. */
static void widen_group(struct composer *composer, struct ledger *ledger, const struct ledger_group *group) {
    const struct pen pen = ledger_head_pen(composer, NULL, ledger);
    double width = 0, open = 0;
    if (group->heading == NULL)
        return;
    for (size_t c = group->first; c < group->first + group->count; c++) {
        width += ledger->columns[c].width_pt + (c > group->first ? ledger_gap(ledger, c) : 0);
        open += ledger->columns[c].width.kind != WIDTH_FIXED;
    }
    double needed = lines_least_width(&pen, group->heading, heading_lines(ledger, GROUP_LINES)) + 2;
    for (size_t c = group->first; c < group->first + group->count && needed > width; c++)
        if (ledger->columns[c].width.kind != WIDTH_FIXED)
            ledger->columns[c].width_pt += (needed - width) / open;
}

void ledger_measure(struct composer *composer, struct ledger *ledger) {
    for (size_t c = 0; c < ledger->column_count; c++)
        measure_column(composer, ledger, c);
    for (int level = ledger_levels(ledger) - 1; level >= 0; level--)
        for (size_t g = 0; g < ledger->group_count; g++)
            if (ledger->groups[g].level == level)
                widen_group(composer, ledger, &ledger->groups[g]);
}

/* ------------------------------------------------------------------ where columns stand */

double ledger_span_width(const struct ledger *ledger, size_t column, size_t span) {
    const struct ledger_column *last = &ledger->columns[column + (span > 1 ? span - 1 : 0)];
    return last->x + last->width_pt - ledger->columns[column].x;
}

/* Columns of words become as wide as their words while there is room; gives what is left of it. */
static double widen_words(struct ledger *ledger, size_t first, size_t end, double spare) {
    for (size_t c = first; c < end; c++) {
        struct ledger_column *column = &ledger->columns[c];
        double lacking = column->width.kind == WIDTH_NATURAL ? column->ample_pt - column->width_pt : 0;
        if (lacking > 0 && lacking <= spare) {
            column->width_pt += lacking;
            spare -= lacking;
        }
    }
    return spare;
}

/* Beside a fold, space between columns that only the other side had to give. */
static double returned_gap(const struct ledger *ledger, double gaps, double spare) {
    double lacking = (steps[0].gap - steps[ledger->type.step].gap) * ledger->type.size_pt;
    return ledger->fold == 0 ? 0 : fmin(lacking, spare / gaps);
}

/* Columns from `first` on between two edges. */
static void place_columns(struct ledger *ledger, size_t first, size_t end, double left, double right) {
    double needed = 0, weights = 0, x = left;
    for (size_t c = first; c < end; c++) {
        const struct ledger_column *column = &ledger->columns[c];
        needed += column->width_pt + ledger_gap(ledger, c);
        weights += column->width.kind == WIDTH_WEIGHT ? column->width.amount : 0;
    }
    double spare = widen_words(ledger, first, end, fmax(right - left - needed, 0));
    double gaps = (double)(end - first) - 1, more = gaps > 0 ? returned_gap(ledger, gaps, spare) : 0;
    spare -= gaps > 0 ? gaps * more : 0;
    if (weights == 0 && gaps > 0)
        more += spare / gaps;
    for (size_t c = first; c < end; c++) {
        struct ledger_column *column = &ledger->columns[c];
        if (column->width.kind == WIDTH_WEIGHT && weights > 0)
            column->width_pt += spare * column->width.amount / weights;
        x += ledger_gap(ledger, c) + (c > first ? more : 0);
        column->x = x;
        x += column->width_pt;
    }
}

void ledger_place(struct ledger *ledger, const struct flow *flow) {
    double edge = ledger_style_of(ledger)->edge_pt;
    size_t end = ledger->column_count;
    struct stretch stretches[2];
    size_t count = ledger_stretches(ledger, flow, ledger_strip_width(ledger), stretches);
    for (size_t i = 0; i < count; i++)
        place_columns(ledger, i == 0 ? 0 : ledger->fold, i + 1 == count ? end : ledger->fold, stretches[i].x + edge,
                      stretches[i].x + stretches[i].width_pt - edge);
}
