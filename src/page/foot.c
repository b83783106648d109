#include "foot.h"

#include <math.h>

#include "about.h"
#include "lines.h"
#include "page_number.h"
#include "pen.h"

enum { BASELINE_PT = 12, BETWEEN_PT = 14 };

/* Above the rule, where there is no room below or beside other words. */
static const double above = -0.4;

const char *foot_words(const struct composer *composer, const char *source) {
    return composer->layout->footer != NULL ? composer->layout->footer : source;
}

/* A foot while it is set. */
struct setting {
    const struct foot *foot;
    struct pen note, number;
    double left, right; /* where words may stand, beside the number */
    size_t lines;       /* that words took; 0: there are none */
};

/* Below the words, or above the rule where the margin has no room for another line. */
static double next_line(const struct setting *setting) {
    const struct pen *pen = &setting->note;
    double below = BASELINE_PT + (double)(setting->lines > 1 ? setting->lines : 1) * pen->leading_pt;
    return setting->foot->room_pt >= below + 0.5 * pen->leading_pt ? below : above * pen->size_pt;
}

/* `125`, or `Page 125 of 136`; nothing where the words say it. */
static const char *number_words(const struct composer *composer, const struct foot *foot) {
    const struct layout *layout = composer->layout;
    if (page_number_stands_in(foot_words(composer, foot->source)))
        return NULL;
    return layout->numbers_of_pages ? words_get(composer->words, WORD_PAGE_OF) : foot->label;
}

/* At the outer edge; that of each half, where the page is folded. */
static void set_number(struct setting *setting, bool left) {
    const struct foot *foot = setting->foot;
    const char *words = number_words(setting->note.composer, foot);
    if (words == NULL)
        return;
    if (words == foot->label && foot->flow.fold_pt > 0)
        words = page_number_of_half(setting->note.composer->arena, words, !left);
    double width = pen_width(&setting->number, words) + BETWEEN_PT;
    if (left) {
        pen_text(&setting->number, setting->left, BASELINE_PT, words);
        setting->left += width;
    } else {
        pen_text_right(&setting->number, setting->right, BASELINE_PT, words);
        setting->right -= width;
    }
}

static void check_room(const struct setting *setting, double baseline, const struct lines *lines, const char *words) {
    const struct composer *composer = setting->note.composer;
    double needed = baseline + ((double)lines->count - 1) * setting->note.leading_pt;
    if (needed > setting->foot->room_pt)
        diag_error(composer->diag, composer->layout->pos,
                   "the foot of a page takes %zu lines, %.0f points, for \"%s\", and the lower margin has %.0f; write "
                   "a shorter footer, or a larger margin-bottom",
                   lines->count, needed, words, setting->foot->room_pt);
}

/* Words at one end of what is left of the line, on further lines where it is too short for them. */
static void set_words(struct setting *setting, bool right, double baseline, const char *words) {
    double widest = 0;
    if (words == NULL)
        return;
    const struct lines lines = lines_break(&setting->note, words, setting->right - setting->left);
    check_room(setting, baseline, &lines, words);
    setting->lines = lines.count > setting->lines ? lines.count : setting->lines;
    for (size_t i = 0; i < lines.count; i++, baseline += setting->note.leading_pt) {
        widest = fmax(widest, pen_width(&setting->note, lines.items[i]));
        if (right)
            pen_text_right(&setting->note, setting->right, baseline, lines.items[i]);
        else
            pen_text(&setting->note, setting->left, baseline, lines.items[i]);
    }
    if (right)
        setting->right -= widest + BETWEEN_PT;
    else
        setting->left += widest + BETWEEN_PT;
}

/* What a page by itself says besides the foot that all pages have: below it, or above its rule where the margin has no
 * room. */
static void set_source(const struct setting *setting, const struct flow *flow) {
    const struct composer *composer = setting->note.composer;
    const struct foot *foot = setting->foot;
    const struct pen *pen = &setting->note;
    const char *words = composer->layout->alone ? about_source(composer->arena, composer->layout, foot->source,
                                                               foot_words(composer, foot->source))
                                                : NULL;
    if (words == NULL)
        return;
    double y = next_line(setting);
    if (foot->left_hand)
        pen_text_right(pen, flow->width_pt, y, words);
    else
        pen_text(pen, 0, y, words);
}

/* Two halves, each with its number, `3a` and `3b`, since a booklet parts them: rows at the left, words at the right. */
static void set_folded(struct setting *setting) {
    const struct foot *foot = setting->foot;
    double right = setting->right;
    setting->right = flow_left_width(&foot->flow);
    set_number(setting, true);
    const char *words = foot_words(setting->note.composer, foot->source);
    if (foot->shown == NULL) {
        set_words(setting, true, BASELINE_PT, words);
        words = NULL;
    }
    set_words(setting, true, BASELINE_PT, foot->shown);
    setting->left = (foot->flow.width_pt + foot->flow.fold_pt) / 2;
    setting->right = right;
    set_number(setting, false);
    set_words(setting, false, BASELINE_PT, words);
}

/* Rows stand beside the number, or where the words leave no room on a line of their own, which a page by itself has
 * other words on. */
static void set_plain(struct setting *setting) {
    const struct foot *foot = setting->foot;
    const double left = setting->left, right = setting->right;
    set_number(setting, foot->left_hand);
    set_words(setting, foot->left_hand, BASELINE_PT, foot_words(setting->note.composer, foot->source));
    if (foot->shown == NULL)
        return;
    bool room = pen_width(&setting->note, foot->shown) <= setting->right - setting->left;
    if (!room) {
        setting->left = left;
        setting->right = right;
    }
    bool taken = setting->note.composer->layout->alone;
    double apart = taken ? above * setting->note.size_pt : next_line(setting);
    set_words(setting, !foot->left_hand, room ? BASELINE_PT : apart, foot->shown);
}

struct piece *foot_set(struct composer *composer, const struct foot *foot) {
    struct flow aside = foot->flow;
    struct piece *piece = flow_add(composer, &aside, BASELINE_PT);
    struct setting setting = {
        .foot = foot,
        .note = pen_make(composer, piece, STYLE_NOTE),
        .number = pen_in(pen_make(composer, piece, STYLE_BODY), FACE_TEXT_BOLD, COLOUR_TEXT),
        .right = aside.width_pt,
    };
    pen_rule_across(&setting.note, &aside, 0, LINE_TABLE, COLOUR_HAIRLINE);
    if (aside.fold_pt > 0)
        set_folded(&setting);
    else
        set_plain(&setting);
    set_source(&setting, &aside);
    return piece;
}
