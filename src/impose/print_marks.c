#include "print_marks.h"

#include <math.h>

static const double weight_pt = 0.25, dash_pt = 2;

struct mark_line {
    double x, y, width, height;
    double dash; /* 0: drawn through */
};

static void add(struct document *document, struct page *page, struct mark_line line) {
    struct frame *mark = page_add_frame(document, page, FRAME_RULE, NULL);
    mark->x = line.x;
    mark->y = line.y;
    mark->width = line.width;
    mark->height = line.height;
    mark->colour = COLOUR_TEXT;
    mark->u.rule.weight_pt = weight_pt;
    mark->u.rule.dash_pt[0] = mark->u.rule.dash_pt[1] = line.dash;
}

/* As long as there is room for. */
static double mark_length(double slug_pt, double gap_pt) {
    return fmin(PRINT_MARK_PT, slug_pt - gap_pt);
}

void print_marks_crop(struct document *document, struct page *page, double gap_pt) {
    double left = page->slug_x_pt, top = page->slug_y_pt;
    double right = page->width_pt - left, bottom = page->height_pt - top;
    double across = mark_length(left, gap_pt), down = mark_length(top, gap_pt);
    for (int corner = 0; corner < 4; corner++) {
        double x = corner % 2 != 0 ? right : left, y = corner >= 2 ? bottom : top;
        double beside = x == right ? right + gap_pt : left - gap_pt - across;
        double above = y == bottom ? bottom + gap_pt : top - gap_pt - down;
        add(document, page, (struct mark_line){.x = beside, .y = y, .width = across});
        add(document, page, (struct mark_line){.x = x, .y = above, .height = down});
    }
}

void print_marks_fold(struct document *document, struct page *page, double gap_pt) {
    double top = page->slug_y_pt, bottom = page->height_pt - top;
    bool outside = top > 0;
    double length = outside ? mark_length(top, gap_pt) : PRINT_MARK_PT;
    struct mark_line line = {.x = page->width_pt / 2, .height = length, .dash = dash_pt};
    line.y = outside ? top - gap_pt - length : 0;
    add(document, page, line);
    line.y = outside ? bottom + gap_pt : bottom - length;
    add(document, page, line);
}
