#include "cover_lines.h"

#include "chart_make.h"
#include "dated.h"
#include "due.h"
#include "lines.h"

enum { ACROSS = 5, ROWS_MAX = 2, LINES_MAX = 3 };
static const double gap_pt = 16, line_height_pt = 46, below_line_pt = 6, row_gap_pt = 22;

/* The measures that are shown, and how high their names are. */
struct shown {
    const struct indicator *items[ACROSS * ROWS_MAX];
    size_t count, lines;
};

static struct pen name_pen(struct composer *composer, struct piece *piece) {
    return pen_in(pen_make(composer, piece, STYLE_NOTE), FACE_TEXT, COLOUR_ON_BRAND);
}

/* A line that stops before the period would want words of why, which a cover has no room for. */
static bool is_up_to_date(const struct composer *composer, const struct indicator *indicator) {
    enum field field = field_reported(indicator, FIELD_VALUE);
    const struct figure_table *table = figures_of(composer->figures, indicator);
    return !status_is_absent(figure_at(table, field, due_period(composer, indicator, field))->status);
}

/* A name that takes more lines than there is room for is left out with its line. */
static void add(struct composer *composer, struct shown *shown, const struct indicator *indicator, double width) {
    const struct pen pen = name_pen(composer, NULL);
    size_t lines = lines_break(&pen, indicator->short_title, width).count;
    for (size_t i = 0; i < shown->count; i++)
        if (shown->items[i] == indicator)
            return;
    if (lines > LINES_MAX || shown->count == ACROSS * ROWS_MAX || !is_up_to_date(composer, indicator))
        return;
    shown->items[shown->count++] = indicator;
    shown->lines = lines > shown->lines ? lines : shown->lines;
}

/* Those that blocks of a page are about, such as the graphs of several. */
static void add_blocks(struct composer *composer, struct shown *shown, const struct block *block, double width) {
    for (; block != NULL; block = block->next) {
        if (block->indicator != NULL)
            add(composer, shown, block->indicator, width);
        add_blocks(composer, shown, block->first_child, width);
    }
}

static struct shown choose(struct composer *composer, double width) {
    struct shown shown = {.lines = 1};
    for (size_t i = 0; i < composer->layout->page_count; i++) {
        const struct page_spec *spec = &composer->layout->pages[i];
        if (!spec->listed)
            continue;
        if (spec->indicator != NULL)
            add(composer, &shown, spec->indicator, width);
        else if (spec->body != NULL)
            add_blocks(composer, &shown, spec->body->first_child, width);
    }
    return shown;
}

static void set_line(struct composer *composer, struct piece *piece, const struct indicator *indicator, double x,
                     double y, double width) {
    const struct pen pen = name_pen(composer, piece);
    const struct extent usual = extent_of_charts[composer->layout->catalogue->calendar.grain];
    struct chart *chart = chart_make_spark(composer, indicator, field_reported(indicator, FIELD_VALUE),
                                           composer->period - dated_extent_first(composer, usual) + 1, false);
    chart->series[0].colour = COLOUR_ON_BRAND;
    pen_chart(&pen, (struct box){x, y, width, line_height_pt}, chart);
    y += line_height_pt + below_line_pt;
    pen_rule(&pen, x, y, width, LINE_HAIR, COLOUR_ON_BRAND);
    const struct lines lines = lines_break(&pen, indicator->short_title, width);
    for (size_t i = 0; i < lines.count; i++)
        pen_text(&pen, x, y + (double)(i + 1) * pen.leading_pt + 1, lines.items[i]);
}

void cover_lines_set(struct composer *composer, struct piece *piece, double width_pt, double top, double bottom) {
    double width = (width_pt - gap_pt * (ACROSS - 1)) / ACROSS;
    struct shown shown = choose(composer, width);
    double names = (double)shown.lines * composer->layout->theme.type[STYLE_NOTE].leading_pt;
    double row = line_height_pt + below_line_pt + names;
    size_t rows = (shown.count + ACROSS - 1) / ACROSS;
    while (rows > 0 && (double)rows * (row + row_gap_pt) - row_gap_pt > bottom - top)
        rows--;
    double y = bottom - ((double)rows * (row + row_gap_pt) - row_gap_pt);
    for (size_t i = 0; i < shown.count && i < rows * ACROSS; i++)
        set_line(composer, piece, shown.items[i], (double)(i % ACROSS) * (width + gap_pt),
                 y + (double)(i / ACROSS) * (row + row_gap_pt), width);
}
