#include <string.h>

#include "ledger_internal.h"
#include "paragraph.h"
#include "type_old.h"

enum {
    LONG_TEXT = 12,
    HEAD_LINES = 3,
    GROUP_LINES = 2,
    GROUP_GAP_PT = 5,
    PROSE_LEAST_PT = 150,
    CHART_WIDTH_PT = 46,
    OF_GAP_PT = 3
};

static const double least_head_pt = 6.5;

/* What gives way, step by step: space between columns, then lines of the columns that wrap, then lines of others. */
static const struct {
    double gap; /* in sizes of type */
    int weighted, natural;
} steps[LEDGER_STEPS] = {{0.8, 2, 1}, {0.5, 2, 1}, {0.5, 3, 1}, {0.5, 3, 2}};

static double larger(double a, double b) {
    return a > b ? a : b;
}

struct ledger_type ledger_type_of(double size_pt, int step) {
    double head = size_pt < least_head_pt ? size_pt : larger(size_pt - 0.5, least_head_pt);
    return (struct ledger_type){
        .size_pt = size_pt,
        .leading_pt = 1.14 * size_pt,
        .head_pt = head,
        .head_leading_pt = 1.15 * head,
        .note_pt = head,
        .note_leading_pt = 1.2 * head,
        .prose_leading_pt = 1.36 * size_pt,
        .step = step,
    };
}

static bool has_labels(const struct ledger *ledger) {
    for (size_t r = 0; r < ledger->row_count; r++)
        if (ledger->rows[r].group != NULL)
            return true;
    return false;
}

double ledger_strip_width(const struct ledger *ledger, const struct ledger_type *type) {
    return !ledger->labels_above && has_labels(ledger) ? 1.7 * type->size_pt + 4 : 0;
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

double ledger_gap(const struct ledger *ledger, size_t column, const struct ledger_type *type) {
    double gap = steps[type->step].gap * type->size_pt;
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

void ledger_rule(struct composer *composer, struct piece *piece, const struct ledger *ledger, const struct flow *flow,
                 double x, double y, enum line line, enum colour colour) {
    struct stretch stretches[2];
    size_t count = ledger_stretches(ledger, flow, x, stretches);
    for (size_t i = 0; i < count; i++)
        pen_rule(&(struct pen){.composer = composer, .piece = piece}, stretches[i].x, y, stretches[i].width_pt, line,
                 colour);
}

int ledger_heard_columns(const struct ledger *ledger) {
    int count = 0;
    for (size_t c = 0; c < ledger->column_count; c++)
        count += !ledger->columns[c].again;
    return count;
}

char **ledger_lines(struct composer *composer, const char *text, enum face face, double size_pt, double width_pt,
                    size_t *count) {
    return type_lines(composer, text, face, size_pt, width_pt + 0.2, count);
}

/* The widest word of a text. */
static double word_width(struct composer *composer, const char *text, enum face face, double size_pt) {
    double widest = 0;
    for (const char *s = text; *s != '\0';) {
        size_t length = strcspn(s, " ");
        widest = larger(widest, type_width(composer, face, size_pt, arena_strndup(composer->arena, s, length)));
        s += length + strspn(s + length, " ");
    }
    return widest;
}

/* The least width in which a text stands on so many lines. */
static double lines_width(struct composer *composer, const char *text, enum face face, double size_pt, int lines) {
    double whole = type_width(composer, face, size_pt, text);
    double width = larger(word_width(composer, text, face, size_pt), whole / lines);
    for (size_t count; width < whole; width += 2) {
        ledger_lines(composer, text, face, size_pt, width, &count);
        if (count <= (size_t)lines)
            return width;
    }
    return whole;
}

static const char *decimal_part(const char *string) {
    const char *point = strchr(string, '.');
    return point != NULL ? point : string + strlen(string);
}

static void measure_figure(struct composer *composer, struct ledger_column *column, const char *text, enum face face,
                           double size_pt) {
    const char *part = decimal_part(text);
    const char *whole = arena_strndup(composer->arena, text, (size_t)(part - text));
    column->whole_pt = larger(column->whole_pt, type_width(composer, face, size_pt, whole));
    column->part_pt = larger(column->part_pt, type_width(composer, face, size_pt, part));
}

static double pair_width(struct composer *composer, const struct ledger_cell *cell, enum face face, double size_pt) {
    double of = type_width(composer, face, size_pt, words_get(composer->words, WORD_OF));
    double total = type_width(composer, face, size_pt, cell->of);
    /* the part before is never wider than the whole */
    return of + 2 * OF_GAP_PT + 2 * total;
}

static double text_width(struct composer *composer, const struct ledger_column *column, const char *text,
                         enum face face, double size_pt, const struct ledger_type *type) {
    double whole = type_width(composer, face, size_pt, text);
    bool is_long = column->width.kind == WIDTH_WEIGHT || whole > LONG_TEXT * size_pt;
    int lines = column->strong ? 1 : is_long ? steps[type->step].weighted : steps[type->step].natural;
    return column->align == LEDGER_NUMBER ? whole : lines_width(composer, text, face, size_pt, lines);
}

/* What a cell asks of its column; one that spans several asks nothing. */
static double cell_width(struct composer *composer, struct ledger_column *column, const struct ledger_row *row,
                         const struct ledger_cell *cell, const struct ledger_type *type) {
    bool bold = row->bold || row->strong || column->tint || column->strong;
    enum face face = bold ? FACE_TABLE_BOLD : FACE_TABLE;
    double below = cell->below == NULL ? 0 : text_width(composer, column, cell->below, FACE_TABLE, type->note_pt, type);
    if (cell->row_span > 1)
        return larger(word_width(composer, cell->text, face, type->size_pt),
                      cell->below == NULL ? 0 : word_width(composer, cell->below, FACE_TABLE, type->note_pt));
    switch (cell->content) {
    case LEDGER_BAND:
        return 1.9 * type->size_pt;
    case LEDGER_ICON:
        return ICON_SIZE_PT * icon_scale(type->size_pt);
    case LEDGER_PROSE:
        return PROSE_LEAST_PT;
    case LEDGER_CHART:
        return CHART_WIDTH_PT;
    case LEDGER_PAIR:
        return pair_width(composer, cell, face, type->size_pt);
    case LEDGER_TEXT:
    case LEDGER_SYMBOL:
    case LEDGER_DASH:
        break;
    }
    if (cell->text == NULL)
        return below;
    if (column->align == LEDGER_NUMBER && cell->content == LEDGER_TEXT) {
        measure_figure(composer, column, cell->text, face, type->size_pt);
        return below;
    }
    return larger(below, text_width(composer, column, cell->text, face, type->size_pt, type));
}

/* A natural column of words that wraps has its words on one line again where there is room in the end. */
static double ample_width(struct composer *composer, const struct ledger *ledger, size_t c,
                          const struct ledger_type *type) {
    const struct ledger_column *column = &ledger->columns[c];
    double width = 0;
    for (size_t r = 0; r < ledger->row_count && column->align == LEDGER_LEFT; r++) {
        const struct ledger_cell *cell = &ledger->rows[r].cells[c];
        if (cell->text != NULL && cell->span <= 1)
            width = larger(width, type_width(composer, FACE_TABLE, type->size_pt, cell->text));
    }
    return width < LONG_TEXT * type->size_pt ? width : 0;
}

static void measure_column(struct composer *composer, struct ledger *ledger, size_t c, const struct ledger_type *type) {
    struct ledger_column *column = &ledger->columns[c];
    double width = column->least_pt;
    column->whole_pt = column->part_pt = 0;
    for (size_t r = 0; r < ledger->row_count; r++) {
        const struct ledger_cell *cell = &ledger->rows[r].cells[c];
        if (cell->span <= 1)
            width = larger(width, cell_width(composer, column, &ledger->rows[r], cell, type));
    }
    width = larger(width, column->whole_pt + column->part_pt) + column->icon_pt * type->size_pt;
    if (column->heading != NULL)
        width = larger(width, lines_width(composer, column->heading, FACE_TABLE_BOLD, type->head_pt,
                                          ledger->head_lines > 0 ? ledger->head_lines : HEAD_LINES));
    column->need_pt = width;
    column->ample_pt = ample_width(composer, ledger, c, type);
    column->width_pt = column->width.kind == WIDTH_FIXED ? column->width.amount : width;
}

double ledger_span_width(const struct ledger *ledger, size_t column, size_t span) {
    const struct ledger_column *last = &ledger->columns[column + (span > 1 ? span - 1 : 0)];
    return last->x + last->width_pt - ledger->columns[column].x;
}

/* Columns become wider where the heading over them needs it, but those whose width the author gave. */
static void widen_group(struct composer *composer, struct ledger *ledger, const struct ledger_group *group,
                        const struct ledger_type *type) {
    double width = 0, open = 0;
    if (group->heading == NULL)
        return;
    for (size_t c = group->first; c < group->first + group->count; c++) {
        width += ledger->columns[c].width_pt + (c > group->first ? ledger_gap(ledger, c, type) : 0);
        open += ledger->columns[c].width.kind != WIDTH_FIXED;
    }
    int lines = ledger->head_lines > 0 ? ledger->head_lines : GROUP_LINES;
    double needed = lines_width(composer, group->heading, FACE_TABLE_BOLD, type->head_pt, lines) + 2;
    for (size_t c = group->first; c < group->first + group->count && needed > width; c++)
        if (ledger->columns[c].width.kind != WIDTH_FIXED)
            ledger->columns[c].width_pt += (needed - width) / open;
}

void ledger_measure(struct composer *composer, struct ledger *ledger, const struct ledger_type *type) {
    for (size_t c = 0; c < ledger->column_count; c++)
        measure_column(composer, ledger, c, type);
    for (int level = ledger_levels(ledger) - 1; level >= 0; level--)
        for (size_t g = 0; g < ledger->group_count; g++)
            if (ledger->groups[g].level == level)
                widen_group(composer, ledger, &ledger->groups[g], type);
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
static double returned_gap(const struct ledger *ledger, const struct ledger_type *type, double gaps, double spare) {
    double lacking = (steps[0].gap - steps[type->step].gap) * type->size_pt;
    return ledger->fold == 0 ? 0 : lacking < spare / gaps ? lacking : spare / gaps;
}

/* Columns from `first` on between two edges. */
static void place_columns(struct ledger *ledger, const struct ledger_type *type, size_t first, size_t end, double left,
                          double right) {
    double needed = 0, weights = 0, x = left;
    for (size_t c = first; c < end; c++) {
        const struct ledger_column *column = &ledger->columns[c];
        needed += column->width_pt + ledger_gap(ledger, c, type);
        weights += column->width.kind == WIDTH_WEIGHT ? column->width.amount : 0;
    }
    double spare = widen_words(ledger, first, end, larger(right - left - needed, 0));
    double gaps = (double)(end - first) - 1, more = gaps > 0 ? returned_gap(ledger, type, gaps, spare) : 0;
    spare -= gaps > 0 ? gaps * more : 0;
    if (weights == 0 && gaps > 0)
        more += spare / gaps;
    for (size_t c = first; c < end; c++) {
        struct ledger_column *column = &ledger->columns[c];
        if (column->width.kind == WIDTH_WEIGHT && weights > 0)
            column->width_pt += spare * column->width.amount / weights;
        x += ledger_gap(ledger, c, type) + (c > first ? more : 0);
        column->x = x;
        x += column->width_pt;
    }
}

void ledger_place(struct ledger *ledger, const struct ledger_type *type, const struct flow *flow) {
    size_t end = ledger->column_count;
    struct stretch stretches[2];
    size_t count = ledger_stretches(ledger, flow, ledger_strip_width(ledger, type), stretches);
    for (size_t i = 0; i < count; i++)
        place_columns(ledger, type, i == 0 ? 0 : ledger->fold, i + 1 == count ? end : ledger->fold, stretches[i].x,
                      stretches[i].x + stretches[i].width_pt);
}
