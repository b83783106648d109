#include "flag.h"

#include "due.h"
#include "pen.h"

enum { PADDING_PT = 6 };

int flag_period(const struct composer *composer, const struct indicator *indicator, enum field field) {
    int due = due_period(composer, indicator, field);
    int period = figure_last_period(figures_of(composer->figures, indicator), field, due);
    return period == due ? PERIOD_NONE : period;
}

const char *flag_words(struct composer *composer, const struct indicator *indicator, int period) {
    return words_format(composer->arena, composer->words, WORD_CHART_NOT_UPDATED, "period",
                        due_short(composer, indicator, period), NULL);
}

static struct pen flag_pen(struct composer *composer, struct piece *piece) {
    return pen_in(pen_make(composer, piece, STYLE_NOTE), FACE_TABLE_BOLD, COLOUR_RED);
}

double flag_width(struct composer *composer, const char *words) {
    const struct pen pen = flag_pen(composer, NULL);
    return pen_width(&pen, words) + 2 * PADDING_PT;
}

void flag_draw(struct composer *composer, struct piece *piece, const char *words, double right, double top) {
    double width = flag_width(composer, words), left = right - width;
    struct pen pen = flag_pen(composer, piece);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH);
    pen_edged(&pen, (struct box){left, top, width, FLAG_PT}, COLOUR_WHITE, COLOUR_RED,
              composer->layout->theme.lines_pt[LINE_SECTION]);
    pen_text(&pen, left + PADDING_PT, pen_baseline(&pen, top + FLAG_PT / 2.0), words);
}
