#include "side_label.h"

enum { END_PT = 3 };

static const double least_pt = 6, step_pt = 0.5;

static struct pen label_pen(struct composer *composer, struct piece *piece, double size_pt) {
    return (struct pen){
        .composer = composer, .piece = piece, .face = FACE_TABLE_BOLD, .size_pt = size_pt, .colour = COLOUR_BRAND};
}

double side_label_length(struct composer *composer, const char *words, double size_pt) {
    const struct pen pen = label_pen(composer, NULL, size_pt);
    return pen_width(&pen, words) + 2 * END_PT;
}

/* What of a label is set, and how large. */
struct fitted {
    const char *words;
    double size_pt;
};

/* With "(continued)" on a further page where there is room for it, else the label alone, smaller where it must be;
 * nothing where not even that has room. */
static struct fitted fit(struct composer *composer, const struct side_label *label, double length) {
    struct fitted fitted = {label->words, label->size_pt};
    const char *continued = words_format(composer->arena, composer->words, WORD_CONTINUED, "title", label->words, NULL);
    if (label->set && side_label_length(composer, continued, label->size_pt) <= length)
        fitted.words = continued;
    while (side_label_length(composer, fitted.words, fitted.size_pt) > length + 0.1 && fitted.size_pt > least_pt)
        fitted.size_pt -= step_pt;
    if (side_label_length(composer, fitted.words, fitted.size_pt) > length + 0.1)
        fitted.words = NULL;
    return fitted;
}

void side_label_set(struct composer *composer, struct piece *piece, struct side_label *label, double x, double top,
                    double bottom) {
    const struct fitted fitted = fit(composer, label, bottom - top);
    struct pen pen = label_pen(composer, piece, fitted.size_pt);
    pen_fill(&pen, (struct box){x, top, label->width_pt, bottom - top}, COLOUR_TINT);
    if (fitted.words == NULL) {
        /* it is read all the same */
        label->element->alt = label->words;
        return;
    }
    pen.element = label->set ? NULL : label->element;
    pen_text_turned(&pen, pen_baseline(&pen, x + label->width_pt / 2),
                    (top + bottom + pen_width(&pen, fitted.words)) / 2, fitted.words);
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
