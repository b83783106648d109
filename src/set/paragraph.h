#ifndef SET_PARAGRAPH_H
#define SET_PARAGRAPH_H

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

/* Sets one plain string as a paragraph of the given role; gives its first piece. */
struct piece *prose_set_plain(struct composer *composer, struct flow *flow, struct element *parent, enum role role,
                              const char *string, struct source_pos pos, const struct prose_style *style);

/* Breaks a plain string into lines no wider than width: the lines, *count of them, without trailing blanks. */
char **prose_lines(struct composer *composer, const char *string, enum face face, double size_pt, double width,
                   size_t *count);

/* A line as it is read when another one follows: with a blank, but for one that ends with the hyphen of a word. */
const char *prose_line_on(struct composer *composer, const char *line);

/* Reports every character that no font has, with its place. Gives true where all can be shown. */
bool prose_check(struct composer *composer, const char *string, struct source_pos pos);

#endif
