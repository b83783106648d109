#include "prose_columns.h"

#include <math.h>

enum { STEP_PT = 2 }; /* by which columns are tried higher */

/* A paragraph starts with it, behind others. */
static bool starts_paragraph(const struct flow *lines, const struct piece *line) {
    return line != lines->first && line->gap_pt > 0;
}

/* The height of a paragraph from its first line. */
static double paragraph_height(const struct flow *lines, const struct piece *first) {
    double height = first->height_pt;
    for (const struct piece *line = first->next; line != NULL && !starts_paragraph(lines, line); line = line->next)
        height += line->gap_pt + line->height_pt;
    return height;
}

/* True where a paragraph goes to the next column of those that are at most so high. */
static bool turns(const struct flow *lines, const struct piece *line, double y, double most) {
    return y > 0 && starts_paragraph(lines, line) && y + line->gap_pt + paragraph_height(lines, line) > most;
}

static size_t columns_needed(const struct flow *lines, double most) {
    size_t count = 1;
    double y = 0;
    for (const struct piece *line = lines->first; line != NULL; line = line->next) {
        bool turned = turns(lines, line, y, most);
        count += turned;
        y = turned ? line->height_pt : y + (y > 0 ? line->gap_pt : 0) + line->height_pt;
    }
    return count;
}

struct piece *prose_columns(struct composer *composer, const struct flow *lines, size_t count, double width_pt,
                            double gap_pt) {
    struct piece *block = arena_new(composer->arena, struct piece);
    double most = flow_height(lines) / (double)count, x = 0, y = 0;
    while (columns_needed(lines, most) > count)
        most += STEP_PT;
    for (const struct piece *line = lines->first; line != NULL; line = line->next) {
        if (turns(lines, line, y, most)) {
            x += width_pt + gap_pt;
            y = 0;
        }
        y += y > 0 ? line->gap_pt : 0;
        piece_adopt(composer, block, line, x, y);
        y += line->height_pt;
        block->height_pt = fmax(block->height_pt, y);
    }
    return block;
}
