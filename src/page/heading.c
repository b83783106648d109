#include "heading.h"

#include <string.h>

#include "dated.h"
#include "lines.h"
#include "strip.h"
#include "text.h"

/* Offsets from the top margin (baseline of the first line) of the page's head. */
enum { LABEL_BASELINE = 0, TITLE_BASELINE = 22, TITLE_LEADING = 22, RULE_BELOW_TITLE = 10, STATUS_BASELINE = 20 };
enum { BELOW_BASELINE = 13, BELOW_DEPTH = 3 };

const char *heading_page_title(const struct composer *composer) {
    const struct page_spec *spec = composer->spec;
    if (spec->title != NULL)
        return spec->title;
    return spec->indicator != NULL ? spec->indicator->title : composer->layout->title;
}

/* A head while it is set; the elements are NULL where it is an artifact. */
struct head {
    struct element *title, *label, *below;
    const struct block *block; /* NULL: a page without a heading of its own */
    const char *words;
};

static void set_label(struct composer *composer, struct piece *piece, const struct flow *flow,
                      const struct head *head) {
    const struct pen reference = pen_in(pen_make(composer, piece, STYLE_BODY), FACE_TEXT_BOLD, COLOUR_BRAND);
    const struct pen note = pen_make(composer, piece, STYLE_NOTE), label = pen_for(reference, head->label);
    const struct indicator *indicator = composer->spec->indicator;
    const char *catalogue = composer->layout->catalogue->title;
    const char *above = composer->spec->label;
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
    const struct block *block = head->block;
    struct pen pen = pen_in(pen_make(composer, piece, STYLE_BODY), FACE_TEXT, COLOUR_SECOND_TEXT);
    double baseline = piece->height_pt + BELOW_BASELINE;
    pen.element = head->below;
    if (block == NULL || (block->subtitle == NULL && block->note == NULL))
        return;
    if (block->subtitle != NULL)
        pen_text(&pen, 0, baseline, arena_printf(composer->arena, "%s ", dated_words(composer, block->subtitle)));
    if (block->note != NULL)
        pen_text_right(&pen, flow->width_pt, baseline, dated_words(composer, block->note));
    piece->height_pt = baseline + BELOW_DEPTH;
}

static const char *dated_of(struct composer *composer, const struct block *block) {
    if (block != NULL && block->dated != NULL)
        return dated_words(composer, block->dated);
    return words_month_short(composer->arena, composer->words, composer->period);
}

/* The title, beside the month or, where there is a fold, left of it. */
static struct piece *set_head(struct composer *composer, struct flow *flow, const struct head *head) {
    struct pen month = pen_make(composer, NULL, STYLE_TITLE), title = pen_in(month, FACE_TEXT_BOLD, COLOUR_TEXT);
    const char *dated = dated_of(composer, head->block);
    double width = flow_left_width(flow);
    if (flow->fold_pt == 0)
        width -= pen_width(&month, dated) + 16;
    const struct lines lines = lines_break(&title, head->words, width);
    double rule = TITLE_BASELINE + (double)(lines.count > 0 ? lines.count - 1 : 0) * TITLE_LEADING + RULE_BELOW_TITLE;
    struct piece *piece = flow_add(composer, flow, rule);
    piece->keep = true;
    set_label(composer, piece, flow, head);
    month.piece = title.piece = piece;
    title.element = head->title;
    month.element = head->label;
    title.leading_pt = TITLE_LEADING;
    lines_set(&title, &lines, 0, TITLE_BASELINE);
    pen_text_right(&month, flow->width_pt, TITLE_BASELINE, dated);
    pen_rule_across(&month, flow, rule, LINE_HEAD, COLOUR_BRAND);
    set_below(composer, piece, flow, head);
    return piece;
}

void heading_set(struct composer *composer, struct flow *flow, const struct block *block) {
    struct document *document = composer->document;
    bool has_below = block->subtitle != NULL || block->note != NULL;
    struct head head = {
        .title = document_add_element(document, composer->section, ROLE_HEADING_1),
        .label = document_add_element(document, composer->section, ROLE_PARAGRAPH),
        .below = has_below ? document_add_element(document, composer->section, ROLE_PARAGRAPH) : NULL,
        .block = block,
        .words = block->title != NULL ? block->title : heading_page_title(composer),
    };
    set_head(composer, flow, &head);
}

/* The first heading of a page. */
static const struct block *find_heading(const struct block *block) {
    if (block->kind == BLOCK_HEADING)
        return block;
    const struct block *found = NULL;
    for (const struct block *child = block->first_child; child != NULL && found == NULL; child = child->next)
        found = find_heading(child);
    return found;
}

struct piece *heading_continued(struct composer *composer, const struct flow *page) {
    struct flow aside = {.width_pt = page->width_pt, .fold_pt = page->fold_pt};
    struct head head = {
        .block = find_heading(composer->spec->body),
        .words =
            words_format(composer->arena, composer->words, WORD_CONTINUED, "title", heading_page_title(composer), NULL),
    };
    return set_head(composer, &aside, &head);
}

static const char *unit_behind(const struct indicator *indicator) {
    return indicator->unit == UNIT_PERCENT ? "%" : "";
}

/* The line while it is put into words: a text with *bold* parts, and what is filled into them. */
struct status_line {
    const char *text;
    const char *value, *subject, *month;
    const char *distance, *target;
    const char *reason;
};

/* `, *2.4 points below* the target of 95%`; nothing where the two cannot be compared. */
static void add_distance(struct composer *composer, struct status_line *line, const struct indicator *indicator,
                         const struct figure *value, const struct figure *target) {
    struct arena *arena = composer->arena;
    struct fraction gap = fraction_subtract(value->value, target->value);
    int decimals = indicator->decimals > indicator->target_decimals ? indicator->decimals : indicator->target_decimals;
    if (indicator->variance == VARIANCE_RELATIVE)
        gap = fraction_multiply(fraction_divide(gap, target->value), fraction_make(100, 1));
    struct fraction shown = fraction_round(gap, decimals);
    if (status_is_absent(target->status) || !fraction_present(shown))
        return;
    int sign = fraction_sign(shown);
    if (sign < 0)
        shown.numerator = -shown.numerator;
    line->distance = fraction_printed(arena, shown, decimals, false);
    if (indicator->variance == VARIANCE_RELATIVE)
        line->distance = arena_printf(arena, "%s%%", line->distance);
    else if (indicator->unit == UNIT_PERCENT)
        line->distance = words_format(arena, composer->words, WORD_POINTS, "number", line->distance, NULL);
    line->target =
        arena_printf(arena, "%s%s", figure_printed(arena, indicator, FIELD_TARGET, target), unit_behind(indicator));
    enum word side = sign == 0 ? WORD_STATUS_LINE_AT : sign < 0 ? WORD_STATUS_LINE_BELOW : WORD_STATUS_LINE_ABOVE;
    line->text = arena_printf(arena, "%s%s", line->text, words_get(composer->words, side));
}

/* `*92.6%* of visits in July 2018`. */
static void add_value(struct composer *composer, struct status_line *line, const struct indicator *indicator,
                      const struct figure *value) {
    struct arena *arena = composer->arena;
    line->value =
        arena_printf(arena, "%s%s", figure_printed(arena, indicator, FIELD_VALUE, value), unit_behind(indicator));
    line->subject = indicator->subject;
    if (indicator->unit == UNIT_RATE)
        line->subject =
            words_format(arena, composer->words, WORD_PER_SUBJECT, "per",
                         fraction_printed(arena, indicator->per, 0, false), "subject", indicator->subject, NULL);
    line->text = words_get(composer->words, WORD_STATUS_LINE_MONTH);
    if (!indicator->reports_ytd)
        return;
    int start = financial_year_first(composer->period, composer->layout->catalogue->year_start);
    line->month = words_month_name(composer->words, start);
    line->text = words_get(composer->words, WORD_STATUS_LINE_YTD);
}

static struct status_line status_line_make(struct composer *composer, const struct indicator *indicator) {
    const struct figure_table *table = figures_of(composer->figures, indicator);
    const struct figure *value = figure_at(table, field_reported(indicator, FIELD_VALUE), composer->period);
    struct status_line line = {.month = words_month_long(composer->arena, composer->words, composer->period)};
    if (status_is_absent(value->status)) {
        line.text = words_get(composer->words, WORD_STATUS_LINE_ABSENT);
        line.reason = words_status(composer->words, value->status);
        return line;
    }
    add_value(composer, &line, indicator, value);
    add_distance(composer, &line, indicator, value, figure_at(table, FIELD_TARGET, composer->period));
    return line;
}

/* Parted at the asterisks before anything is filled in: a value may hold one. */
static double set_status_words(struct pen pen, double x, const struct status_line *line) {
    struct arena *arena = pen.composer->arena;
    bool bold = false;
    for (const char *part = line->text; *part != '\0'; bold = !bold) {
        size_t length = strcspn(part, "*");
        const char *string = words_fill(arena, arena_strndup(arena, part, length), "value", line->value, "subject",
                                        line->subject, "month", line->month, "distance", line->distance, "target",
                                        line->target, "reason", line->reason, NULL);
        pen.face = bold ? FACE_TEXT_BOLD : FACE_TEXT;
        pen_text(&pen, x, STATUS_BASELINE, string);
        x += pen_width(&pen, string);
        part += length + (part[length] == '*');
    }
    return x;
}

void status_line_set(struct composer *composer, struct flow *flow, const struct indicator *indicator) {
    const struct figure_table *table = figures_of(composer->figures, indicator);
    const struct figure *rag = figure_at(table, field_reported(indicator, FIELD_RAG), composer->period);
    struct status_line line = status_line_make(composer, indicator);
    struct piece *piece = flow_add(composer, flow, STATUS_BASELINE + 4);
    struct pen pen = pen_make(composer, piece, STYLE_LEAD);
    pen.element = document_add_element(composer->document, composer->section, ROLE_PARAGRAPH);
    double x = 0;
    if (rag->status == STATUS_PRESENT) {
        pen_band(&pen, (enum band_colour)rag->word, (struct box){0, STATUS_BASELINE - 10.5, 18, 14});
        x = 26;
    }
    if (set_status_words(pen, x, &line) > flow->width_pt)
        diag_warning(composer->diag, indicator->pos,
                     "the status line of \"%s\" is wider than the page; give the indicator a shorter subject",
                     indicator->id);
}

/* Below the title of a strip there is no line of its own for a note. */
static struct piece *set_strip_note(struct composer *composer, struct flow *flow, struct element *parent,
                                    const char *note) {
    struct pen pen = pen_make(composer, NULL, STYLE_NOTE);
    pen.piece = flow_add(composer, flow, pen.leading_pt);
    pen.piece->keep = true;
    pen.element = document_add_element(composer->document, parent, ROLE_PARAGRAPH);
    pen_text(&pen, 0, pen.size_pt, note);
    return pen.piece;
}

struct piece *section_head_set(struct composer *composer, struct flow *flow, struct element *parent, const char *title,
                               const char *note) {
    struct element *heading = document_add_element(composer->document, parent, ROLE_HEADING_2);
    if (composer->strip != NULL) {
        composer->strip->label = title;
        composer->strip->element = heading;
        return note == NULL ? NULL : set_strip_note(composer, flow, parent, note);
    }
    struct piece *piece = flow_add(composer, flow, 17);
    piece->keep = true;
    const struct pen pen =
        pen_for(pen_in(pen_make(composer, piece, STYLE_BODY), FACE_TEXT_BOLD, COLOUR_BRAND), heading);
    pen_rule_across(&pen, flow, 0, LINE_SECTION, COLOUR_BRAND);
    pen_text(&pen, 0, 11, title);
    if (note != NULL) {
        struct element *words = document_add_element(composer->document, parent, ROLE_PARAGRAPH);
        const struct pen aside = pen_for(pen_make(composer, piece, STYLE_NOTE), words);
        pen_text_right(&aside, flow->width_pt, 11, note);
    }
    return piece;
}
