#ifndef SET_PROSE_H
#define SET_PROSE_H

#include "flow.h"
#include "rich.h"

/* How prose is set: left-aligned, never hyphenated but at a soft hyphen. */
struct prose_style {
    enum face face, bold, italic, bold_italic;
    double size_pt, leading_pt;
    double between_pt; /* between paragraphs */
    enum colour colour;
};

struct prose_style prose_style_of(const struct composer *composer, enum text_style style);

/* Sets rich text into a flow, a piece a line, under the parent element: P, H3, L with LI, links. `first` skips
 * paragraphs. */
void prose_set(struct composer *composer, struct flow *flow, struct element *parent, const struct rich_text *text,
               size_t first, const struct prose_style *style);

/* Sets words as a paragraph, or whatever their role is, of the section being set; gives its first piece. */
struct piece *prose_set_words(struct composer *composer, struct flow *flow, enum role role, const char *words,
                              const struct prose_style *style);

#endif
