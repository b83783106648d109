#include "heading.h"

#include "block_parts.h"
#include "block_setters.h"
#include "dated.h"
#include "lines.h"
#include "text.h"

/* Offsets from the top margin (baseline of the first line) of the page's head. */
enum { LABEL_BASELINE = 0, TITLE_BASELINE = 22, TITLE_LEADING = 22, RULE_BELOW_TITLE = 10 };
enum { BELOW_BASELINE = 13, BELOW_DEPTH = 3 };

const char *heading_page_title(const struct composer *composer) {
    const struct page_spec *spec = composer->page->spec;
    if (spec->title != NULL)
        return spec->title;
    return spec->indicator != NULL ? spec->indicator->title : composer->layout->title;
}

/* A head while it is set; the elements are NULL where it is an artifact. */
struct head {
    struct element *title, *label, *below;
    const struct heading *own; /* NULL: a page without a heading of its own */
    const char *words;
};

static void set_label(struct composer *composer, struct piece *piece, const struct flow *flow,
                      const struct head *head) {
    const struct pen reference = pen_in(pen_make(composer, piece, STYLE_BODY), FACE_TEXT_BOLD, COLOUR_BRAND);
    const struct pen note = pen_make(composer, piece, STYLE_NOTE), label = pen_for(reference, head->label);
    const struct indicator *indicator = composer->page->spec->indicator;
    const char *catalogue = composer->layout->catalogue->title;
    const char *above = composer->page->spec->label;
    if (above == NULL && indicator != NULL)
        above = indicator->reference;
    if (above != NULL)
        pen_text(&label, 0, LABEL_BASELINE, above);
    if (!text_equal(catalogue, head->words))
        pen_text_right(&note, flow->width_pt, LABEL_BASELINE, catalogue);
}

/* Below the rule: the author's words at the left and at the right. */
static void set_below(struct composer *composer, struct piece *piece, const struct flow *flow,
                      const struct head *head) {
    const struct heading *own = head->own;
    struct pen pen = pen_in(pen_make(composer, piece, STYLE_BODY), FACE_TEXT, COLOUR_SECOND_TEXT);
    double baseline = piece->height_pt + BELOW_BASELINE;
    pen.element = head->below;
    if (own == NULL || (own->subtitle == NULL && own->note == NULL))
        return;
    if (own->subtitle != NULL)
        pen_text(&pen, 0, baseline, arena_printf(composer->arena, "%s ", dated_words(composer, own->subtitle)));
    if (own->note != NULL)
        pen_text_right(&pen, flow->width_pt, baseline, dated_words(composer, own->note));
    piece->height_pt = baseline + BELOW_DEPTH;
}

static const char *dated_of(struct composer *composer, const struct heading *own) {
    if (own != NULL && own->dated != NULL)
        return dated_words(composer, own->dated);
    return dated_short(composer, composer->period);
}

/* The title, beside the period or, where there is a fold, left of it. */
static struct piece *set_head(struct composer *composer, struct flow *flow, const struct head *head) {
    struct pen period = pen_make(composer, NULL, STYLE_TITLE), title = pen_in(period, FACE_TEXT_BOLD, COLOUR_TEXT);
    const char *dated = dated_of(composer, head->own);
    double width = flow_left_width(flow);
    if (flow->fold_pt == 0)
        width -= pen_width(&period, dated) + 16;
    const struct lines lines = lines_break(&title, head->words, width);
    double rule = TITLE_BASELINE + (double)(lines.count > 0 ? lines.count - 1 : 0) * TITLE_LEADING + RULE_BELOW_TITLE;
    struct piece *piece = flow_add(composer, flow, rule);
    piece->keep = true;
    set_label(composer, piece, flow, head);
    period.piece = title.piece = piece;
    title.element = head->title;
    period.element = head->label;
    title.leading_pt = TITLE_LEADING;
    lines_set(&title, &lines, 0, TITLE_BASELINE);
    pen_text_right(&period, flow->width_pt, TITLE_BASELINE, dated);
    pen_rule_across(&period, flow, rule, LINE_HEAD, COLOUR_BRAND);
    set_below(composer, piece, flow, head);
    return piece;
}

void heading_set(struct composer *composer, struct flow *flow, const struct block *block) {
    struct document *document = composer->document;
    const struct heading *own = block_heading(block);
    bool has_below = own->subtitle != NULL || own->note != NULL;
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
