#include "cover_lines.h"

#include "chart_make.h"
#include "dated.h"
#include "due.h"
#include "lines.h"

enum { ACROSS = 5, ROWS_MAX = 2, LINES_MAX = 3 };
static const double gap_pt = 16, line_height_pt = 46, below_line_pt = 6, row_gap_pt = 22;

/* A measure that may be shown: which one of its page, and how many lines its name takes. */
struct candidate {
    const struct indicator *indicator;
    size_t place, lines;
    bool chosen;
};

struct candidates {
    struct candidate *items;
    size_t count, capacity, of_page;
};

/* The measures that are shown, how high their names are, and where their lines begin. */
struct shown {
    const struct indicator *items[ACROSS * ROWS_MAX];
    size_t count, lines;
    int first;
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

static size_t name_lines(struct composer *composer, const struct indicator *indicator, double width) {
    const struct pen pen = name_pen(composer, NULL);
    return lines_break(&pen, indicator->short_title, width).count;
}

/* A name that takes more lines than there is room for is left out with its line. */
static void add(struct composer *composer, struct candidates *all, const struct indicator *indicator, double width) {
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].indicator == indicator)
            return;
    size_t lines = name_lines(composer, indicator, width);
    if (lines <= LINES_MAX && is_up_to_date(composer, indicator))
        arena_append(composer->arena, all->items, all->count, all->capacity) =
            (struct candidate){.indicator = indicator, .place = all->of_page++, .lines = lines};
}

/* Those that blocks of a page are about, such as the graphs of several. */
static void add_blocks(struct composer *composer, struct candidates *all, const struct block *block, double width) {
    for (; block != NULL; block = block->next) {
        if (block->indicator != NULL)
            add(composer, all, block->indicator, width);
        add_blocks(composer, all, block->first_child, width);
    }
}

static struct candidates candidates_of(struct composer *composer, double width) {
    struct candidates all = {.count = 0};
    for (size_t i = 0; i < composer->layout->page_count; i++) {
        const struct page_spec *spec = &composer->layout->pages[i];
        all.of_page = 0;
        if (spec->listed && spec->indicator != NULL)
            add(composer, &all, spec->indicator, width);
        else if (spec->listed && spec->body != NULL)
            add_blocks(composer, &all, spec->body->first_child, width);
    }
    return all;
}

/* Lines go as far back as charts do, or as the first figure that one of them has. */
static int first_of(const struct composer *composer, const struct shown *shown) {
    const struct extent usual = extent_of_charts[composer->layout->catalogue->calendar.grain];
    int asked = dated_extent_first(composer, usual), first = composer->period;
    for (size_t i = 0; i < shown->count; i++) {
        const struct figure_table *table = figures_of(composer->figures, shown->items[i]);
        enum field field = field_reported(shown->items[i], FIELD_VALUE);
        int period = asked > table->first ? asked : table->first;
        while (period < first && status_is_absent(figure_at(table, field, period)->status))
            period++;
        first = period < first ? period : first;
    }
    return first;
}

/* The first measure of each page, then the second of each, so that none is left out for the many of another. */
static void choose(struct candidates *all, size_t most) {
    size_t chosen = 0;
    for (size_t i = 0; i < all->count; i++)
        all->items[i].chosen = false;
    for (size_t place = 0; place < all->count; place++)
        for (size_t i = 0; i < all->count && chosen < most; i++)
            if (all->items[i].place == place) {
                all->items[i].chosen = true;
                chosen++;
            }
}

/* So many of them at most, in the order of pages. */
static struct shown shown_of(struct composer *composer, struct candidates *all, size_t most) {
    struct shown shown = {.lines = 1};
    choose(all, most);
    for (size_t i = 0; i < all->count; i++) {
        if (!all->items[i].chosen)
            continue;
        shown.lines = all->items[i].lines > shown.lines ? all->items[i].lines : shown.lines;
        shown.items[shown.count++] = all->items[i].indicator;
    }
    shown.first = first_of(composer, &shown);
    return shown;
}

static void set_line(const struct pen *pen, const struct indicator *indicator, int first, struct box box) {
    struct composer *composer = pen->composer;
    struct chart *chart = chart_make_spark(composer, indicator, field_reported(indicator, FIELD_VALUE),
                                           composer->period - first + 1, false);
    chart->series[0].colour = COLOUR_ON_BRAND;
    struct pen line = *pen;
    line.explains = true; /* a cover needs no key */
    pen_chart(&line, box, chart);
    double y = box.y + box.height + below_line_pt;
    pen_rule(pen, box.x, y, box.width, LINE_HAIR, COLOUR_ON_BRAND);
    const struct lines lines = lines_break(pen, indicator->short_title, box.width);
    for (size_t i = 0; i < lines.count; i++)
        pen_text(pen, box.x, y + (double)(i + 1) * pen->leading_pt + 1, lines.items[i]);
}

/* The height of a row: its lines and their names. */
static double row_height(const struct composer *composer, const struct shown *shown) {
    return line_height_pt + below_line_pt + (double)shown->lines * composer->layout->theme.type[STYLE_NOTE].leading_pt;
}

static double height_of(const struct composer *composer, const struct shown *shown) {
    size_t rows = (shown->count + ACROSS - 1) / ACROSS;
    return (double)rows * (row_height(composer, shown) + row_gap_pt) - row_gap_pt;
}

void cover_lines_set(struct composer *composer, struct piece *piece, double width_pt, double top, double bottom) {
    double width = (width_pt - gap_pt * (ACROSS - 1)) / ACROSS;
    struct candidates all = candidates_of(composer, width);
    struct shown shown = shown_of(composer, &all, ACROSS * ROWS_MAX);
    for (size_t rows = ROWS_MAX; rows-- > 0 && height_of(composer, &shown) > bottom - top;)
        shown = shown_of(composer, &all, ACROSS * rows);
    double y = bottom - height_of(composer, &shown), row = row_height(composer, &shown) + row_gap_pt;
    const struct pen pen = name_pen(composer, piece);
    for (size_t i = 0; i < shown.count; i++) {
        const struct box box = {(double)(i % ACROSS) * (width + gap_pt), y + (double)(i / ACROSS) * row, width,
                                line_height_pt};
        set_line(&pen, shown.items[i], shown.first, box);
    }
}
