#include "paper_read.h"

#include <math.h>

#include "vocabulary_words.h"

enum { BODY_MIN_PT = 144 };

static const struct {
    double width_pt, height_pt;
} papers[PAPER_COUNT] = {
    [PAPER_A4] = {595.2756, 841.8898},
    [PAPER_A5] = {419.5276, 595.2756},
    [PAPER_A3] = {841.8898, 1190.5512},
    [PAPER_LETTER] = {612, 792},
};

static bool is_landscape(const struct paper *paper) {
    return paper->width_pt > paper->height_pt;
}

static int paper_word(const struct xml_element *element, int preset) {
    return xml_word(element, "paper", paper_words, PAPER_COUNT, preset);
}

/* Width and height, as an element says them. */
static void read_size(const struct xml_element *element, int word, int orientation, struct paper *paper) {
    orientation = xml_word(element, "orientation", orientation_words, ORIENTATION_COUNT, orientation);
    bool landscape = orientation == ORIENTATION_LANDSCAPE;
    paper->width_pt = landscape ? papers[word].height_pt : papers[word].width_pt;
    paper->height_pt = landscape ? papers[word].width_pt : papers[word].height_pt;
}

static void check_room(struct layout_reader *reader, const struct paper *paper, struct source_pos pos) {
    if (paper->width_pt - paper->inner_pt - paper->outer_pt - paper->fold_pt < BODY_MIN_PT ||
        paper->height_pt - paper->top_pt - paper->bottom_pt < BODY_MIN_PT)
        diag_error(reader->diag, pos, "the margins leave less than %d points of the page for its blocks", BODY_MIN_PT);
}

struct paper paper_read(struct layout_reader *reader) {
    const struct xml_element *root = reader->root;
    struct paper paper = {.inner_pt = xml_length(root, "margin-inner", 56),
                          .outer_pt = xml_length(root, "margin-outer", 44),
                          .top_pt = xml_length(root, "margin-top", 50),
                          .bottom_pt = xml_length(root, "margin-bottom", 36),
                          .fold_pt = xml_length(root, "fold", 0)};
    read_size(root, paper_word(root, PAPER_A4), ORIENTATION_PORTRAIT, &paper);
    if (paper.fold_pt > 0 && !is_landscape(&paper))
        diag_error(
            reader->diag, xml_pos(root, "fold"),
            "a booklet is folded in the middle of landscape pages; write orientation=\"landscape\", or leave fold "
            "out");
    check_room(reader, &paper, root->pos);
    return paper;
}

/* A page of the pack's own paper that lies on its side among upright ones: the binding is at its head. */
static void turn(struct paper *paper, const struct paper *pack) {
    paper->turned = true;
    paper->top_pt = pack->inner_pt;
    paper->bottom_pt = fmax(pack->outer_pt, pack->bottom_pt);
    paper->inner_pt = paper->outer_pt = pack->outer_pt;
}

const struct paper *paper_read_own(struct layout_reader *reader, const struct xml_element *element) {
    const struct paper *pack = &reader->layout->paper;
    if (xml_value(element, "paper") == NULL && xml_value(element, "orientation") == NULL)
        return NULL;
    int of_pack = paper_word(reader->root, PAPER_A4), word = paper_word(element, of_pack);
    struct paper *paper = arena_new(reader->arena, struct paper);
    *paper = *pack;
    read_size(element, word, is_landscape(pack) ? ORIENTATION_LANDSCAPE : ORIENTATION_PORTRAIT, paper);
    if (word == of_pack && is_landscape(paper) == is_landscape(pack))
        return NULL;
    paper->fold_pt = is_landscape(paper) ? pack->fold_pt : 0;
    if (word == of_pack && is_landscape(paper))
        turn(paper, pack);
    check_room(reader, paper, element->pos);
    return paper;
}
