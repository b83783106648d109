#include "measure_heading.h"

#include "block_setters.h"
#include "flag.h"
#include "lines.h"

enum { FLAG_TOP_PT = 4, FIRST_BASELINE = 14, FOOT_PT = 3, WORD_GAP_PT = 6, FLAG_SPACE_PT = 16 };

bool measure_heading_stands(const struct composer *composer, const struct indicator *indicator) {
    const struct selection *headed = composer->page->headed;
    for (size_t i = 0; headed != NULL && i < headed->count; i++)
        if (headed->indicators[i] == indicator)
            return true;
    return false;
}

/* Adds the lines of one indicator, the reference before the first; lines of a title stand below one another. Gives the
 * baseline behind them. */
static double set_indicator(const struct pen *pen, const struct indicator *indicator, const char *title, double width,
                            double baseline) {
    static const double most = 0.5; /* of the width, for a reference before a title: a longer one stands above it */
    double x = 0;
    if (indicator->reference != NULL) {
        const struct pen reference = pen_in(*pen, FACE_TEXT_BOLD, COLOUR_BRAND);
        struct lines own = lines_break(&reference, indicator->reference, width);
        double behind;
        own.go_on = true;
        behind = lines_set(&reference, &own, 0, baseline);
        x = pen_width(&reference, indicator->reference) + WORD_GAP_PT;
        baseline = x > most * width ? behind : baseline;
        x = x > most * width ? 0 : x;
    }
    struct lines lines = lines_break(pen, title, width - x);
    lines.go_on = true;
    return lines_set(pen, &lines, x, baseline);
}

/* The first of the indicators that has stopped, as words; NULL where none has. */
static const char *stopped_words(struct composer *composer, const struct selection *selection) {
    for (size_t i = 0; i < selection->count; i++) {
        int period = flag_period(composer, selection->indicators[i], FIELD_VALUE);
        if (period != PERIOD_NONE)
            return flag_words(composer, selection->indicators[i], period);
    }
    return NULL;
}

/* Those that the block names, else the one that it is about. */
static const struct selection *subjects(struct composer *composer, const struct block *block,
                                        const struct indicator *indicator) {
    if (block->selection.count > 0)
        return &block->selection;
    struct selection *selection = arena_new(composer->arena, struct selection);
    selection->indicators = arena_new(composer->arena, const struct indicator *);
    selection->indicators[0] = indicator;
    selection->count = 1;
    return selection;
}

void measure_heading_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    const struct selection *selection = subjects(composer, block, indicator);
    const char *flag = stopped_words(composer, selection);
    double width = flow->width_pt - (flag == NULL ? 0 : flag_width(composer, flag) + FLAG_SPACE_PT);
    struct piece *piece = flow_add(composer, flow, 0);
    struct pen pen = pen_make(composer, piece, STYLE_BODY);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_HEADING_2);
    const double scale = theme_scale(&composer->layout->theme, STYLE_BODY, 11);
    double baseline = scale * FIRST_BASELINE;
    piece->keep = true;
    pen_rule(&pen, 0, 0, flow->width_pt, LINE_SECTION, COLOUR_BRAND);
    for (size_t i = 0; i < selection->count; i++) {
        const struct indicator *subject = selection->indicators[i];
        const char *title = block->title != NULL && subject == indicator ? block->title : subject->title;
        baseline = set_indicator(&pen, subject, title, width, baseline);
    }
    piece->height_pt = baseline - pen.leading_pt + scale * FOOT_PT;
    if (flag != NULL) {
        flag_draw(composer, piece, flag, flow->width_pt, FLAG_TOP_PT);
        if (piece->height_pt < FLAG_TOP_PT + FLAG_PT)
            piece->height_pt = FLAG_TOP_PT + FLAG_PT;
    }
    composer_head(composer, selection);
}
