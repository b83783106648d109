#include "heading.h"

#include <math.h>
#include <strings.h>

#include "block_parts.h"
#include "block_setters.h"
#include "dated.h"
#include "lines.h"
#include "text.h"

/* Offsets from the top margin (baseline of the first line) of the page's head, of usual type. */
enum { LABEL_BASELINE = 0, TITLE_BASELINE = 22, TITLE_LEADING = 22, RULE_BELOW_TITLE = 10 };
enum { BESIDE_PT = 16 }; /* between the title and the period */
enum { ASCENT_PT = 8, BELOW_BASELINE = 13, BELOW_DEPTH = 3 };

const char *heading_page_title(const struct composer *composer) {
    const struct page_spec *spec = composer->page->spec;
    if (spec->title != NULL)
        return spec->title;
    return spec->indicator != NULL ? spec->indicator->title : composer->layout->title;
}

/* The most of its title's and of its label's type. */
static double scale_of(const struct composer *composer) {
    const struct theme *theme = &composer->layout->theme;
    return fmax(theme_scale(theme, STYLE_TITLE, 20), theme_scale(theme, STYLE_BODY, 11));
}

/* A head while it is set; the elements are NULL where it is an artifact. */
struct head {
    struct element *title, *label, *below;
    const struct heading *own; /* NULL: a page without a heading of its own */
    const char *words;
};

/* Words at the left and at the right of a line; where they are long, each wraps in what it has: on a folded page its
 * half. */
struct sides {
    struct pen left_pen, right_pen;
    struct lines left, right;
    double width_pt;
};

static struct sides sides_of(struct pen left_pen, const char *left, struct pen right_pen, const char *right,
                             const struct flow *flow) {
    static const double gap_pt = 16, most = 0.5; /* of the width, where there are words at both sides */
    double width_pt = flow->width_pt, room = flow_left_width(flow);
    struct sides sides = {.left_pen = left_pen, .right_pen = right_pen, .width_pt = width_pt};
    if (right != NULL) {
        double least = left == NULL ? width_pt : width_pt - gap_pt - pen_width(&left_pen, left);
        sides.right = lines_break(&right_pen, right, fmin(fmax(least, most * width_pt), room));
        for (size_t i = 0; i < sides.right.count; i++)
            room = fmin(room, width_pt - gap_pt - pen_width(&right_pen, sides.right.items[i]));
    }
    if (left != NULL)
        sides.left = lines_break(&left_pen, left, room);
    return sides;
}

/* How far more lines than one reach down. */
static double sides_more(const struct sides *sides) {
    double left = sides->left.count > 1 ? (double)(sides->left.count - 1) * sides->left_pen.leading_pt : 0;
    double right = sides->right.count > 1 ? (double)(sides->right.count - 1) * sides->right_pen.leading_pt : 0;
    return fmax(left, right);
}

static void set_sides(struct sides *sides, struct piece *piece, double baseline) {
    sides->left_pen.piece = sides->right_pen.piece = piece;
    lines_set(&sides->left_pen, &sides->left, 0, baseline);
    for (size_t i = 0; i < sides->right.count; i++)
        pen_text_right(&sides->right_pen, sides->width_pt, baseline + (double)i * sides->right_pen.leading_pt,
                       lines_read(sides->right_pen.composer, &sides->right, i));
}

/* What the page is called beside its title, and the catalogue's name. */
static struct sides label_of(struct composer *composer, const struct flow *flow, const struct head *head) {
    const struct pen label = pen_in(pen_make(composer, NULL, STYLE_BODY), FACE_TEXT_BOLD, COLOUR_BRAND);
    const struct indicator *indicator = composer->page->spec->indicator;
    const char *catalogue = composer->layout->catalogue->title;
    const char *above = composer->page->spec->label;
    if (above == NULL && indicator != NULL)
        above = indicator->reference;
    if (above != NULL && strcasecmp(above, head->words) == 0)
        above = NULL; /* the title says it */
    struct sides sides = sides_of(pen_for(label, head->label), above, pen_make(composer, NULL, STYLE_NOTE),
                                  text_equal(catalogue, head->words) ? NULL : catalogue, flow);
    sides.left.go_on = true; /* the period is read behind it */
    return sides;
}

/* Below the rule: the author's words at the left and at the right. */
static void set_below(struct composer *composer, struct piece *piece, const struct flow *flow,
                      const struct head *head) {
    const struct heading *own = head->own;
    const struct pen look = pen_in(pen_make(composer, NULL, STYLE_BODY), FACE_TEXT, COLOUR_SECOND_TEXT);
    const struct pen pen = pen_for(look, head->below);
    const double scale = theme_scale(&composer->layout->theme, STYLE_BODY, 11);
    if (own == NULL || (own->subtitle == NULL && own->note == NULL))
        return;
    struct sides sides = sides_of(pen, own->subtitle == NULL ? NULL : dated_words(composer, own->subtitle), pen,
                                  own->note == NULL ? NULL : dated_words(composer, own->note), flow);
    sides.left.go_on = true;
    set_sides(&sides, piece, piece->height_pt + scale * BELOW_BASELINE);
    piece->height_pt += scale * BELOW_BASELINE + sides_more(&sides) + scale * BELOW_DEPTH;
}

static const char *dated_of(struct composer *composer, const struct heading *own) {
    if (own != NULL && own->dated != NULL)
        return dated_words(composer, own->dated);
    return dated_short(composer, composer->period);
}

static double widest_word(const struct composer *composer, const struct pen *pen, const char *words) {
    size_t count;
    char **list = text_split(composer->arena, words, &count);
    double widest = 0;
    for (size_t i = 0; i < count; i++)
        widest = fmax(widest, pen_width(pen, list[i]));
    return widest;
}

/* The title, beside the period or, where there is a fold, left of it; below it in a column that is too narrow for both.
 */
static struct piece *set_head(struct composer *composer, struct flow *flow, const struct head *head) {
    struct pen period = pen_make(composer, NULL, STYLE_TITLE), title = pen_in(period, FACE_TEXT_BOLD, COLOUR_TEXT);
    const char *dated = dated_of(composer, head->own);
    double width = flow_left_width(flow), beside = width - pen_width(&period, dated) - BESIDE_PT;
    bool narrow = flow->fold_pt == 0 && widest_word(composer, &title, head->words) > beside;
    const struct lines lines = lines_break(&title, head->words, flow->fold_pt > 0 || narrow ? width : beside);
    struct sides above = label_of(composer, flow, head);
    double scale = scale_of(composer), leading = scale * TITLE_LEADING;
    double baseline = scale * TITLE_BASELINE + sides_more(&above);
    double last = baseline + (double)(lines.count > 0 ? lines.count - 1 : 0) * leading;
    double dated_baseline = narrow ? last + leading : baseline;
    double rule = fmax(last, dated_baseline) + scale * RULE_BELOW_TITLE;
    struct piece *piece = flow_add(composer, flow, rule);
    piece->keep = true;
    set_sides(&above, piece, LABEL_BASELINE);
    period.piece = title.piece = piece;
    title.element = head->title;
    period.element = head->label;
    title.leading_pt = leading;
    lines_set(&title, &lines, 0, baseline);
    pen_text_right(&period, flow->width_pt, dated_baseline, dated);
    pen_rule_across(&period, flow, rule, LINE_HEAD, COLOUR_BRAND);
    set_below(composer, piece, flow, head);
    return piece;
}

void heading_set(struct composer *composer, struct flow *flow, const struct block *block) {
    struct document *document = composer->document;
    const struct heading *own = block_heading(block);
    bool has_below = own->subtitle != NULL || own->note != NULL;
    if (flow->last != NULL) /* its first line stands on the top of a page */
        flow_add(composer, flow, scale_of(composer) * ASCENT_PT)->keep = true;
    struct head head = {
        .title = document_add_element(document, composer->page->section, ROLE_HEADING_1),
        .label = document_add_element(document, composer->page->section, ROLE_PARAGRAPH),
        .below = has_below ? document_add_element(document, composer->page->section, ROLE_PARAGRAPH) : NULL,
        .own = own,
        .words = block->title != NULL ? block->title : heading_page_title(composer),
    };
    set_head(composer, flow, &head);
}

/* The first heading of a page. */
static const struct heading *find_heading(const struct block *block) {
    if (block->kind == BLOCK_HEADING)
        return block_heading(block);
    const struct heading *found = NULL;
    for (const struct block *child = block->first_child; child != NULL && found == NULL; child = child->next)
        found = find_heading(child);
    return found;
}

struct piece *heading_continued(struct composer *composer, const struct flow *page) {
    struct flow aside = {.width_pt = page->width_pt, .fold_pt = page->fold_pt};
    struct head head = {
        .own = find_heading(composer->page->spec->body),
        .words =
            words_format(composer->arena, composer->words, WORD_CONTINUED, "title", heading_page_title(composer), NULL),
    };
    return set_head(composer, &aside, &head);
}
