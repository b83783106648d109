#include <math.h>

#include "chunks.h"
#include "grid_internal.h"
#include "notes.h"
#include "usage.h"

/* The head of a table: levels of groups, and below them the headings of columns. */

enum { FOOT_PT = 5, BAR_WIDTH_PT = 20, ICON_GAP_PT = 4 };

static const double spanner_gap_pt = 3.5, bar_height_pt = 2.6;

/* Where the levels of a head stand: level[i] is the top of the groups of that level, the last one of the columns. */
struct head {
    const struct grid *grid;
    struct pen pen;
    int levels;
    double level[GRID_LEVELS_MAX + 1];
    double height;
    double over; /* height of bars and icons over headings */
    bool *whole; /* for each column, whether its heading ends at the decimal point */
};

static struct lines group_lines(const struct head *head, const struct grid_group *group) {
    if (group->heading == NULL)
        return (struct lines){0};
    return grid_lines(&head->pen, group->heading, grid_span_width(head->grid, group->first, group->count));
}

static struct lines column_lines(const struct head *head, const struct grid_column *column) {
    return column->heading == NULL ? (struct lines){0} : grid_lines(&head->pen, column->heading, column->width_pt);
}

static struct head measure_head(struct composer *composer, const struct grid *grid) {
    struct head head = {.grid = grid, .pen = grid_head_pen(composer, NULL, grid), .levels = grid_levels(grid)};
    size_t most = 1;
    double y = 2;
    for (int level = 0; level < head.levels; level++) {
        size_t lines = 1;
        for (size_t g = 0; g < grid->group_count; g++) {
            size_t count = grid->groups[g].level == level ? group_lines(&head, &grid->groups[g]).count : 0;
            lines = count > lines ? count : lines;
        }
        head.level[level] = y;
        y += (double)lines * head.pen.leading_pt + spanner_gap_pt + 1;
    }
    head.level[head.levels] = y;
    for (size_t c = 0; c < grid->column_count; c++) {
        size_t count = column_lines(&head, &grid->columns[c]).count;
        most = count > most ? count : most;
        head.over = fmax(head.over, grid->columns[c].has_bar    ? bar_height_pt + 4
                                    : grid->columns[c].has_icon ? ICON_SIZE_PT + ICON_GAP_PT
                                                                : 0);
    }
    head.height = y + head.over + (double)most * head.pen.leading_pt + FOOT_PT;
    return head;
}

static double line_start(const struct pen *pen, const char *line, enum grid_align align, struct stretch place) {
    double spare = place.width_pt - pen_width(pen, line);
    return place.x + (align == GRID_LEFT ? 0 : align == GRID_CENTRE ? spare / 2 : spare);
}

/* Lines of a heading between two edges, the last one on a baseline. */
static void set_lines(const struct pen *pen, const struct lines *lines, enum grid_align align, struct stretch place,
                      double baseline) {
    for (size_t i = 0; i < lines->count; i++) {
        pen_text(pen, line_start(pen, lines->items[i], align, place),
                 baseline - (double)(lines->count - 1 - i) * pen->leading_pt, lines_read(pen->composer, lines, i));
    }
}

static void set_group(const struct head *head, struct element *row, const struct grid_group *group) {
    struct pen pen = pen_in(head->pen, head->pen.face, COLOUR_BRAND);
    const struct stretch place = {head->grid->columns[group->first].x,
                                  grid_span_width(head->grid, group->first, group->count)};
    double rule = head->level[group->level + 1] - 1;
    pen.element = document_add_element(pen.composer->document, row, ROLE_HEADER_CELL);
    pen.element->scope = SCOPE_COLUMN;
    pen.element->column_span = (int)group->count;
    const struct lines lines = group_lines(head, group);
    set_lines(&pen, &lines, GRID_CENTRE, place, rule - spanner_gap_pt);
    if (lines.count > 0)
        pen_rule(&pen, place.x + 1, rule, place.width_pt - 2, LINE_TABLE, COLOUR_BRAND);
}

/* Behind the last line of a heading. */
static void set_marks(const struct pen *pen, const struct rich_paragraph *heading, double x, double baseline) {
    static const double raised = 0.36;
    struct pen own = chunks_raised(pen_in(*pen, pen->face, COLOUR_BRAND));
    for (size_t i = 0; i < heading->run_count; i++) {
        const struct rich_note *note = heading->runs[i].note;
        if (note == NULL)
            continue;
        const char *number = notes_number(pen->composer, note);
        double width = pen_width(&own, number);
        own.element = notes_mark(pen->composer, note, pen->element);
        pen_link(&own, (struct box){x, baseline - pen->size_pt, width, pen->leading_pt});
        pen_text(&own, x, baseline - raised * pen->size_pt, number);
        x += 1.5 * width;
    }
}

/* The room of a heading that ends where figures do, before the room for their icons. */
static double room_of_figures(const struct head *head, const struct grid_column *column) {
    return column->width_pt - column->icon_pt * head->grid->type.size_pt;
}

/* That of one that ends at the decimal point. */
static double room_of_whole(const struct head *head, const struct grid_column *column) {
    return room_of_figures(head, column) - column->part_pt;
}

static double widest_line(const struct head *head, const struct lines *lines) {
    double width = 0;
    for (size_t i = 0; i < lines->count; i++)
        width = fmax(width, pen_width(&head->pen, lines->items[i]));
    return width;
}

/* The columns that lie in an outermost group with one: from *first on; else it alone. */
static size_t columns_with(const struct grid *grid, size_t column, size_t *first) {
    for (size_t g = 0; g < grid->group_count; g++) {
        const struct grid_group *group = &grid->groups[g];
        *first = group->first;
        if (group->level == 0 && column >= group->first && column < group->first + group->count)
            return group->count;
    }
    *first = column;
    return 1;
}

/* Few figures of columns have a decimal point, and their headings are short enough to end there. */
static bool are_whole(const struct head *head, size_t first, size_t count) {
    enum { FEW = 3 };                /* a third */
    static const double reach = 0.2; /* over the left edge, in sizes of type */
    size_t figures = 0, parted = 0;
    for (size_t c = first; c < first + count; c++) {
        const struct grid_column *other = &head->grid->columns[c];
        const struct lines lines = column_lines(head, other);
        if (widest_line(head, &lines) > room_of_whole(head, other) + reach * head->pen.size_pt)
            return false;
        figures += other->figures;
        parted += other->parted;
    }
    return FEW * parted < figures;
}

/* Columns of an outermost group are alike. */
static void find_whole(struct head *head) {
    const struct grid *grid = head->grid;
    head->whole = arena_new_array(head->pen.composer->arena, grid->column_count + 1, bool);
    for (size_t c = 0; c < grid->column_count; c++) {
        size_t first, count = columns_with(grid, c, &first);
        head->whole[c] = c > first ? head->whole[first] : are_whole(head, first, count);
    }
}

/* Headings of figures end where the figures do, if they are short enough. */
static double heading_width(const struct head *head, size_t c, const struct lines *lines) {
    const struct grid_column *column = &head->grid->columns[c];
    double room = room_of_figures(head, column);
    if (head->whole[c])
        return room_of_whole(head, column);
    return widest_line(head, lines) <= room ? room : column->width_pt;
}

/* The words below it say the same: it is an artifact. */
static void set_icon(const struct head *head, const struct grid_column *column) {
    double half = ICON_SIZE_PT / 2.0;
    double x = column->align == GRID_LEFT     ? column->x + half
               : column->align == GRID_CENTRE ? column->x + column->width_pt / 2
                                              : column->x + column->width_pt - half;
    icon_draw(&head->pen, column->icon, x, head->level[head->levels] + 2 + half, 1);
}

static void set_column(const struct head *head, struct element *row, size_t c, int depth) {
    const struct grid_column *column = &head->grid->columns[c];
    struct pen pen = head->pen;
    if (!column->again) {
        pen.element = document_add_element(pen.composer->document, row, ROLE_HEADER_CELL);
        pen.element->scope = SCOPE_COLUMN;
        pen.element->row_span = head->levels - depth + 1;
    }
    if (column->tint)
        pen.colour = COLOUR_BRAND;
    if (column->has_bar)
        pen_fill(&pen,
                 (struct box){column->x + (column->width_pt - BAR_WIDTH_PT) / 2, head->level[head->levels] + 3,
                              BAR_WIDTH_PT, bar_height_pt},
                 column->bar);
    if (column->has_icon)
        set_icon(head, column);
    const struct lines lines = column_lines(head, column);
    const struct stretch place = {column->x, heading_width(head, c, &lines)};
    double baseline = head->height - grid_style_of(head->grid)->head_foot_pt;
    set_lines(&pen, &lines, column->align, place, baseline);
    usage_note_sign(&pen, column->heading);
    if (column->marks != NULL)
        set_marks(&pen, column->marks,
                  line_start(&pen, lines.count > 0 ? lines.items[lines.count - 1] : "", column->align, place) +
                      pen_width(&pen, lines.count > 0 ? lines.items[lines.count - 1] : ""),
                  baseline);
}

/* A row of the head: the groups of its level, and the headings of columns that no deeper group holds. */
static void set_level(const struct head *head, struct element *row, int level) {
    const struct grid *grid = head->grid;
    for (size_t c = 0; c < grid->column_count; c++) {
        for (size_t g = 0; g < grid->group_count; g++)
            if (grid->groups[g].level == level && grid->groups[g].first == c)
                set_group(head, row, &grid->groups[g]);
        int depth = grid_depth(grid, c);
        if (depth == level)
            set_column(head, row, c, depth);
    }
}

static void set_tints(const struct head *head) {
    double top = head->levels == 0 ? 0 : head->level[head->levels] - 1;
    for (size_t c = 0; c < head->grid->column_count; c++) {
        const struct grid_column *column = &head->grid->columns[c];
        if (column->tint)
            pen_fill(&head->pen, (struct box){column->x - 2, top, column->width_pt + 4, head->height - top},
                     COLOUR_TINT);
    }
}

struct piece *grid_head_set(struct composer *composer, struct flow *flow, const struct grid *grid,
                            struct element *table) {
    struct head head = measure_head(composer, grid);
    double strip = grid_strip_width(grid);
    head.pen.piece = flow_add(composer, flow, head.height);
    head.pen.piece->keep = true;
    find_whole(&head);
    set_tints(&head);
    struct element *thead = document_add_element(composer->document, table, ROLE_TABLE_HEAD);
    for (int level = 0; level <= head.levels; level++) {
        struct element *row = document_add_element(composer->document, thead, ROLE_TABLE_ROW);
        if (level == 0 && strip > 0)
            document_add_element(composer->document, row, ROLE_DATA_CELL)->row_span = head.levels + 1;
        set_level(&head, row, level);
    }
    grid_rule(&head.pen, grid, flow, strip, head.height, grid_style_of(grid)->head_line);
    return head.pen.piece;
}

struct piece *grid_head_again(struct composer *composer, const struct grid *grid, const struct flow *page) {
    struct flow aside = {.width_pt = page->width_pt, .fold_pt = page->fold_pt};
    struct pen pen = pen_in(pen_make(composer, NULL, STYLE_BODY), FACE_TEXT_BOLD, COLOUR_BRAND);
    double above = grid->title == NULL ? 0 : pen.leading_pt + 2;
    struct piece *head = grid_head_set(composer, &aside, grid, arena_new(composer->arena, struct element));
    pen.piece = flow_add(composer, &aside, above + head->height_pt);
    if (grid->title != NULL)
        pen_text(&pen, 0, pen.leading_pt * LEADING_ABOVE,
                 words_format(composer->arena, composer->words, WORD_CONTINUED, "title", grid->title, NULL));
    piece_adopt(composer, pen.piece, head, 0, above);
    size_t kept = 0;
    for (size_t i = 0; i < pen.piece->frame_count; i++) {
        struct frame *frame = pen.piece->frames[i];
        frame->element = NULL;
        if (frame->kind != FRAME_LINK)
            pen.piece->frames[kept++] = frame;
    }
    pen.piece->frame_count = kept;
    return pen.piece;
}
