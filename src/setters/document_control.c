#include "block_parts.h"
#include "block_setters.h"
#include "dated.h"
#include "lines.h"
#include "section_head.h"

enum { ROW_PT = 18, BASELINE_PT = 12, LABEL_PT = 104, LEAST_VALUE_PT = 72 };

/* A label, and its value beside it, or below where it has no room there. */
static void add_line(struct composer *composer, struct flow *flow, struct element *body, const char *label,
                     const char *value) {
    struct pen pen = pen_make(composer, NULL, STYLE_BODY);
    if (value == NULL)
        return;
    bool below = flow->width_pt - LABEL_PT < LEAST_VALUE_PT;
    double left = below ? 0 : LABEL_PT, drop = below ? pen.leading_pt : 0;
    const struct lines lines = lines_break(&pen, value, flow->width_pt - left);
    double height = ROW_PT + drop + (double)(lines.count > 0 ? lines.count - 1 : 0) * pen.leading_pt;
    struct piece *piece = flow_add(composer, flow, height);
    struct element *row = document_add_element(composer->document, body, ROLE_TABLE_ROW);
    struct element *head = document_add_element(composer->document, row, ROLE_HEADER_CELL);
    struct element *cell = document_add_element(composer->document, row, ROLE_DATA_CELL);
    head->scope = SCOPE_ROW;
    pen.piece = piece;
    const struct pen name = pen_for(pen_in(pen, FACE_TEXT, COLOUR_SECOND_TEXT), head), words = pen_for(pen, cell);
    pen_text(&name, 0, BASELINE_PT, label);
    lines_set(&words, &lines, left, BASELINE_PT + drop);
    pen_rule(&pen, 0, height, flow->width_pt, LINE_HAIR, COLOUR_HAIRLINE);
    piece->keep = true;
}

void document_control_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct document_control *control = block_document_control(block);
    const struct layout *layout = composer->layout;
    const struct words *words = composer->words;
    const char *title = block->title != NULL ? block->title : words_get(words, WORD_DOCUMENT_CONTROL);
    section_head_set(composer, flow, title, NULL);
    struct element *table = document_add_element(composer->document, composer->page->section, ROLE_TABLE);
    struct element *body = document_add_element(composer->document, table, ROLE_TABLE_BODY);
    add_line(composer, flow, body, words_get(words, WORD_CONTROL_STATUS), layout->status);
    add_line(composer, flow, body, words_get(words, WORD_CONTROL_DATA_AS_AT),
             dated_date(composer, layout->catalogue->data_as_at));
    add_line(composer, flow, body, words_get(words, WORD_CONTROL_CREATED), dated_date(composer, layout->created));
    add_line(composer, flow, body, words_get(words, WORD_CONTROL_CREATED_BY), layout->author);
    for (size_t i = 0; i < control->line_count; i++)
        add_line(composer, flow, body, control->lines[i].label, control->lines[i].value);
    flow->last->keep = false;
    if (body->first_child == NULL)
        diag_error(composer->diag, block->pos,
                   "the document control box is empty; give the pack a status, an author or a date created");
}
