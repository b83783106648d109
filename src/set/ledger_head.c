#include "ledger_internal.h"
#include "paragraph.h"
#include "type_old.h"

enum { FOOT_PT = 5, BAR_WIDTH_PT = 20 };

static const double spanner_gap_pt = 3.5, bar_height_pt = 2.6;

/* Where the levels of a head stand: level[i] is the top of the groups of that level, the last one of the columns. */
struct head {
    const struct ledger *ledger;
    const struct ledger_type *type;
    int levels;
    double level[LEDGER_LEVELS_MAX + 1];
    double height;
    double bar; /* height of the bars over headings */
};

static size_t group_lines(struct composer *composer, const struct head *head, const struct ledger_group *group) {
    size_t count = 0;
    if (group->heading != NULL)
        ledger_lines(composer, group->heading, FACE_TABLE_BOLD, head->type->head_pt,
                     ledger_span_width(head->ledger, group->first, group->count), &count);
    return count;
}

static struct head measure_head(struct composer *composer, const struct ledger *ledger,
                                const struct ledger_type *type) {
    struct head head = {.ledger = ledger, .type = type, .levels = ledger_levels(ledger)};
    size_t most = 1;
    double y = 2;
    for (int level = 0; level < head.levels; level++) {
        size_t lines = 1;
        for (size_t g = 0; g < ledger->group_count; g++) {
            size_t count = ledger->groups[g].level == level ? group_lines(composer, &head, &ledger->groups[g]) : 0;
            lines = count > lines ? count : lines;
        }
        head.level[level] = y;
        y += (double)lines * type->head_leading_pt + spanner_gap_pt + 1;
    }
    head.level[head.levels] = y;
    for (size_t c = 0; c < ledger->column_count; c++) {
        const struct ledger_column *column = &ledger->columns[c];
        size_t count = 0;
        if (column->heading != NULL)
            ledger_lines(composer, column->heading, FACE_TABLE_BOLD, type->head_pt, column->width_pt, &count);
        most = count > most ? count : most;
        head.bar = column->has_bar ? bar_height_pt + 4 : head.bar;
    }
    head.height = y + head.bar + (double)most * type->head_leading_pt + FOOT_PT;
    return head;
}

static void set_line(struct composer *composer, struct piece *piece, struct element *element, const struct head *head,
                     enum ledger_align align, enum colour colour, double x, double width, double baseline,
                     const char *line, bool last) {
    double size = head->type->head_pt, own = type_width(composer, FACE_TABLE_BOLD, size, line);
    double left = align == LEDGER_LEFT ? x : align == LEDGER_CENTRE ? x + (width - own) / 2 : x + width - own;
    pen_text(&(struct pen){.composer = composer,
                           .piece = piece,
                           .element = element,
                           .face = FACE_TABLE_BOLD,
                           .size_pt = size,
                           .colour = colour},
             left, baseline, last ? line : type_line_on(composer, line));
}

static void set_group(struct composer *composer, struct piece *piece, struct element *row, const struct head *head,
                      const struct ledger_group *group) {
    double x = head->ledger->columns[group->first].x;
    double width = ledger_span_width(head->ledger, group->first, group->count), size = head->type->head_pt;
    double rule = head->level[group->level + 1] - 1;
    struct element *cell = document_add_element(composer->document, row, ROLE_HEADER_CELL);
    cell->scope = SCOPE_COLUMN;
    cell->column_span = (int)group->count;
    size_t count = 0;
    char **lines =
        group->heading == NULL ? NULL : ledger_lines(composer, group->heading, FACE_TABLE_BOLD, size, width, &count);
    for (size_t i = 0; i < count; i++)
        set_line(composer, piece, cell, head, LEDGER_CENTRE, COLOUR_BRAND, x, width,
                 rule - spanner_gap_pt - (double)(count - 1 - i) * head->type->head_leading_pt, lines[i],
                 i + 1 == count);
    if (count > 0)
        pen_rule(&(struct pen){.composer = composer, .piece = piece}, x + 1, rule, width - 2, LINE_TABLE, COLOUR_BRAND);
}

static void set_column(struct composer *composer, struct piece *piece, struct element *row, const struct head *head,
                       size_t c, int depth) {
    const struct ledger_column *column = &head->ledger->columns[c];
    struct element *cell = column->again ? NULL : document_add_element(composer->document, row, ROLE_HEADER_CELL);
    enum colour colour = column->tint ? COLOUR_BRAND : COLOUR_SECOND_TEXT;
    double size = head->type->head_pt, width = column->width_pt - column->icon_pt * head->type->size_pt;
    if (cell != NULL) {
        cell->scope = SCOPE_COLUMN;
        cell->row_span = head->levels - depth + 1;
    }
    if (column->has_bar)
        pen_fill(&(struct pen){.composer = composer, .piece = piece},
                 (struct box){column->x + (column->width_pt - BAR_WIDTH_PT) / 2, head->level[head->levels] + 3,
                              BAR_WIDTH_PT, bar_height_pt},
                 column->bar);
    if (column->heading == NULL)
        return;
    size_t count;
    char **lines = ledger_lines(composer, column->heading, FACE_TABLE_BOLD, size, column->width_pt, &count);
    double longest = 0;
    for (size_t i = 0; i < count; i++) {
        double own = type_width(composer, FACE_TABLE_BOLD, size, lines[i]);
        longest = own > longest ? own : longest;
    }
    for (size_t i = 0; i < count; i++)
        set_line(composer, piece, cell, head, column->align, colour, column->x,
                 longest > width ? column->width_pt : width,
                 head->height - FOOT_PT + 0.5 - (double)(count - 1 - i) * head->type->head_leading_pt, lines[i],
                 i + 1 == count);
}

/* A row of the head: the groups of its level, and the headings of columns that no deeper group holds. */
static void set_level(struct composer *composer, struct piece *piece, struct element *row, const struct head *head,
                      int level) {
    const struct ledger *ledger = head->ledger;
    for (size_t c = 0; c < ledger->column_count; c++) {
        for (size_t g = 0; g < ledger->group_count; g++)
            if (ledger->groups[g].level == level && ledger->groups[g].first == c)
                set_group(composer, piece, row, head, &ledger->groups[g]);
        int depth = ledger_depth(ledger, c);
        if (depth == level)
            set_column(composer, piece, row, head, c, depth);
    }
}

struct piece *ledger_head_set(struct composer *composer, struct flow *flow, const struct ledger *ledger,
                              const struct ledger_type *type, struct element *table) {
    struct head head = measure_head(composer, ledger, type);
    struct piece *piece = flow_add(composer, flow, head.height);
    double strip = ledger_strip_width(ledger, type);
    piece->keep = true;
    for (size_t c = 0; c < ledger->column_count; c++) {
        const struct ledger_column *column = &ledger->columns[c];
        double top = head.levels == 0 ? 0 : head.level[head.levels] - 1;
        if (column->tint)
            pen_fill(&(struct pen){.composer = composer, .piece = piece},
                     (struct box){column->x - 2, top, column->width_pt + 4, head.height - top}, COLOUR_TINT);
    }
    struct element *thead = document_add_element(composer->document, table, ROLE_TABLE_HEAD);
    for (int level = 0; level <= head.levels; level++) {
        struct element *row = document_add_element(composer->document, thead, ROLE_TABLE_ROW);
        if (level == 0 && strip > 0)
            document_add_element(composer->document, row, ROLE_DATA_CELL)->row_span = head.levels + 1;
        set_level(composer, piece, row, &head, level);
    }
    ledger_rule(composer, piece, ledger, flow, strip, head.height, LINE_SECTION, COLOUR_BRAND);
    return piece;
}
