#include "cover_lines.h"

#include "chart_make.h"
#include "month.h"
#include "paragraph.h"

enum { ACROSS = 5, ROWS_MAX = 2, LINES_MAX = 3, YEARS = 2 };
static const double gap_pt = 16, line_height_pt = 46, below_line_pt = 6, row_gap_pt = 22;

/* The measures that are shown, and how high their names are. */
struct shown {
    const struct indicator *items[ACROSS * ROWS_MAX];
    size_t count, lines;
};

static char **name_lines(struct composer *composer, const struct indicator *indicator, double width, size_t *count) {
    return prose_lines(composer, indicator->short_title, FACE_TEXT, composer->layout->theme.type[STYLE_NOTE].size_pt,
                       width, count);
}

/* A name that takes more lines than there is room for is left out with its line. */
static struct shown choose(struct composer *composer, double width) {
    struct shown shown = {.lines = 1};
    for (size_t i = 0; i < composer->layout->page_count && shown.count < ACROSS * ROWS_MAX; i++) {
        const struct page_spec *spec = &composer->layout->pages[i];
        size_t lines;
        if (spec->indicator == NULL || !spec->listed)
            continue;
        name_lines(composer, spec->indicator, width, &lines);
        if (lines > LINES_MAX)
            continue;
        shown.items[shown.count++] = spec->indicator;
        shown.lines = lines > shown.lines ? lines : shown.lines;
    }
    return shown;
}

static void set_line(struct composer *composer, struct piece *piece, const struct indicator *indicator, double x,
                     double y, double width) {
    const struct type_size *type = &composer->layout->theme.type[STYLE_NOTE];
    int start = financial_year_first(composer->period, composer->layout->catalogue->year_start);
    struct chart *chart = chart_make_spark(composer, indicator, indicator->reports_ytd ? FIELD_YTD_VALUE : FIELD_VALUE,
                                           composer->period - start + 1 + 12 * (YEARS - 1));
    chart->series[0].colour = COLOUR_ON_BRAND;
    struct frame *frame = piece_add(composer, piece, FRAME_CHART, NULL);
    frame->x = x;
    frame->y = y;
    frame->width = width;
    frame->height = line_height_pt;
    frame->u.chart.chart = chart;
    y += line_height_pt + below_line_pt;
    piece_rule(composer, piece, x, y, width, LINE_HAIR, COLOUR_ON_BRAND);
    size_t count;
    char **lines = name_lines(composer, indicator, width, &count);
    for (size_t i = 0; i < count; i++)
        piece_text(composer, piece, NULL, FACE_TEXT, type->size_pt, COLOUR_ON_BRAND, x,
                   y + (double)(i + 1) * type->leading_pt + 1, lines[i]);
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
