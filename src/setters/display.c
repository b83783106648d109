#include "display.h"

#include "lines.h"

double display_set(struct pen pen, enum role role, const char *words, double width, double baseline) {
    pen.element = document_add_element(pen.composer->document, pen.composer->page->section, role);
    const struct lines lines = lines_break(&pen, words, width);
    return lines_set(&pen, &lines, 0, baseline);
}

struct pen display_pen(struct composer *composer, struct piece *piece, enum text_style style, enum face face,
                       enum colour colour) {
    return pen_in(pen_make(composer, piece, style), face, colour);
}
