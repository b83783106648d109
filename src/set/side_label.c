#include "side_label.h"

#include <math.h>

#include "lines.h"

enum { END_PT = 3, LINES_MAX = 4, SHORT_PT = 72 };

static const double step_pt = 0.5, near_pt = 0.1;

static struct pen label_pen(struct composer *composer, struct piece *piece, double size_pt) {
    return (struct pen){
        .composer = composer, .piece = piece, .face = FACE_TABLE_BOLD, .size_pt = size_pt, .colour = COLOUR_BRAND};
}

/* Of a size that is asked for, the least in which it can be set. */
static double least_of(double size_pt) {
    static const double readable_pt = 7.5;
    return fmin(size_pt, readable_pt);
}

/* A label as it is set: on one line, or smaller, or on two lines of the least type. */
struct fitted {
    struct lines lines; /* none: it has no room */
    double size_pt;
};

static double lines_length(const struct pen *pen, const struct lines *lines) {
    double longest = 0;
    for (size_t i = 0; i < lines->count; i++)
        longest = fmax(longest, pen_width(pen, lines->items[i]));
    return longest + 2 * END_PT;
}

/* The lines that side by side are as wide as the label's strip. */
static size_t lines_beside(const struct side_label *label) {
    return (size_t)fmin(LINES_MAX, fmax(1, floor((label->width_pt + near_pt) / least_of(label->size_pt))));
}

/* A label that gives way stands level where it is no wider than its strip, and its rows are too low for it. */
static bool fits_level(const struct pen *asked, const struct side_label *label) {
    return label->gives_way && pen_width(asked, label->words) <= label->width_pt + near_pt;
}

static bool stands_level(struct composer *composer, const struct side_label *label, double length) {
    const struct pen asked = label_pen(composer, NULL, label->size_pt);
    return fits_level(&asked, label) && pen_width(&asked, label->words) + 2 * END_PT > length + near_pt;
}

/* A short label keeps its size; a long one has the least type, and two lines, before pieces make room for it. */
double side_label_length(struct composer *composer, const struct side_label *label) {
    const struct pen asked = label_pen(composer, NULL, label->size_pt);
    const struct pen least = label_pen(composer, NULL, least_of(label->size_pt));
    double whole = pen_width(&asked, label->words) + 2 * END_PT;
    if (whole <= SHORT_PT && !label->gives_way)
        return whole;
    if (fits_level(&asked, label))
        return asked.size_pt;
    double width = lines_least_width(&least, label->words, lines_beside(label));
    const struct lines lines = lines_break(&least, label->words, width + near_pt);
    return label->gives_way ? lines_length(&least, &lines) : fmax(lines_length(&least, &lines), SHORT_PT);
}

double side_label_width(struct composer *composer, const char *words, double size_pt, double length_pt) {
    static const double level = 3; /* how wide one that stands level may be, in sizes of type */
    const struct pen asked = label_pen(composer, NULL, size_pt), least = label_pen(composer, NULL, least_of(size_pt));
    double whole = pen_width(&asked, words);
    if (whole <= level * size_pt && whole + 2 * END_PT > length_pt)
        return whole;
    double room = length_pt - 2 * END_PT + near_pt, shortest = lines_least_width(&least, words, 1);
    size_t lines = 1;
    for (size_t count = 2; count <= LINES_MAX && shortest > room; count++) {
        double width = lines_least_width(&least, words, count);
        if (width >= shortest - near_pt)
            continue;
        shortest = width;
        lines = count;
    }
    return (double)lines * least.size_pt;
}

static struct fitted fit_words(struct composer *composer, const struct side_label *label, const char *words,
                               double length) {
    const double least_pt = least_of(label->size_pt);
    struct fitted fitted = {.size_pt = label->size_pt};
    for (; fitted.size_pt >= least_pt; fitted.size_pt -= step_pt) {
        const struct pen pen = label_pen(composer, NULL, fitted.size_pt);
        fitted.lines = lines_break(&pen, words, HUGE_VAL);
        if (lines_length(&pen, &fitted.lines) <= length + near_pt)
            return fitted;
    }
    fitted.size_pt = least_pt;
    const struct pen pen = label_pen(composer, NULL, fitted.size_pt);
    fitted.lines = lines_break(&pen, words, length - 2 * END_PT + near_pt);
    bool parts_words = lines_widest_word(&pen, words) + 2 * END_PT > length + near_pt;
    if (parts_words || fitted.lines.count > lines_beside(label))
        fitted.lines = (struct lines){0};
    return fitted;
}

/* With "(continued)" on a further page where there is room for it, else the label alone. */
static struct fitted fit(struct composer *composer, const struct side_label *label, double length) {
    const char *continued = words_format(composer->arena, composer->words, WORD_CONTINUED, "title", label->words, NULL);
    const struct pen pen = label_pen(composer, NULL, label->size_pt);
    bool has_room = label->set && pen_width(&pen, continued) + 2 * END_PT <= length;
    return fit_words(composer, label, has_room ? continued : label->words, length);
}

static void set_level(struct composer *composer, struct piece *piece, struct side_label *label, double x,
                      double middle) {
    struct pen pen = label_pen(composer, piece, label->size_pt);
    pen.element = label->element;
    pen_text_centred(&pen, x + label->width_pt / 2, pen_baseline(&pen, middle), label->words);
    label->set = true;
}

void side_label_set(struct composer *composer, struct piece *piece, struct side_label *label, double x, double top,
                    double bottom) {
    const struct fitted fitted = fit(composer, label, bottom - top);
    struct pen pen = label_pen(composer, piece, fitted.size_pt);
    pen_fill(&pen, (struct box){x, top, label->width_pt, bottom - top}, COLOUR_TINT);
    if (label->gives_way && label->set)
        return; /* the head of the further page says whose rows they are */
    if (stands_level(composer, label, bottom - top)) {
        set_level(composer, piece, label, x, (top + bottom) / 2);
        return;
    }
    if (fitted.lines.count == 0) {
        /* it is read all the same */
        label->element->alt = label->words;
        return;
    }
    pen.element = label->set ? NULL : label->element;
    for (size_t i = 0; i < fitted.lines.count; i++) {
        double off = ((double)i - (double)(fitted.lines.count - 1) / 2) * fitted.size_pt;
        pen_text_turned(&pen, pen_baseline(&pen, x + label->width_pt / 2 + off),
                        (top + bottom + pen_width(&pen, fitted.lines.items[i])) / 2,
                        lines_read(composer, &fitted.lines, i));
    }
    label->set = true;
}

void side_labels_adopt(struct composer *composer, struct piece *piece, const struct flow *flow, double x) {
    double y = 0, top = -1;
    for (const struct piece *own = flow->first; own != NULL; own = own->next) {
        y += own == flow->first ? 0 : own->gap_pt;
        bool starts = own->side_label != NULL && top < 0;
        if (starts)
            top = y;
        y += own->height_pt;
        bool ends = own->next == NULL || own->next->side_label != own->side_label;
        if (own->side_label != NULL && ends)
            side_label_set(composer, piece, own->side_label, x, top, y);
        if (ends)
            top = -1;
    }
}
