#ifndef SET_PROSE_H
#define SET_PROSE_H

#include "flow.h"
#include "rich.h"

enum prose_align { PROSE_LEFT, PROSE_CENTRE, PROSE_RIGHT };

/* How prose is set. */
struct prose_style {
    enum face face, bold, italic, bold_italic;
    double size_pt, leading_pt;
    double between_pt; /* between paragraphs */
    enum colour colour;
    enum prose_align align;
};

struct prose_style prose_style_of(const struct composer *composer, enum text_style style);

/* Sets rich text into a flow, a piece a line, under the parent element: P, H3, L with LI, links, tables. `first` skips
 * paragraphs. In a narrow column words are divided (hyphens.h), but not in headings. What marks of footnotes lead to is
 * set with the block (notes.h). */
void prose_set(struct composer *composer, struct flow *flow, struct element *parent, const struct rich_text *text,
               size_t first, const struct prose_style *style);

/* Sets words as a paragraph, or whatever their role is, of the section being set; gives its first piece. */
struct piece *prose_set_words(struct composer *composer, struct flow *flow, enum role role, const char *words,
                              const struct prose_style *style);

#endif
