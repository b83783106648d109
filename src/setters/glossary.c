#include "block_setters.h"
#include "key_lines.h"
#include "lines.h"
#include "section_head.h"
#include "usage.h"

/* The abbreviations of the pack and what they stand for: each on a line, in columns as there is room. */

enum { GAP_PT = 10, COLUMN_GAP_PT = 24, ROW_GAP_PT = 3, COLUMN_LEAST_PT = 180, COLUMNS_MAX = 3 };

struct glossary {
    struct composer *composer;
    const int *places; /* of the abbreviations, in order */
    size_t count, columns, rows;
    double label_pt; /* the widest short form */
    double body_pt;  /* what a meaning has */
    double step_pt;  /* from one column to the next */
    struct element *list;
};

static struct pen label_pen(struct composer *composer) {
    return pen_in(pen_make(composer, NULL, STYLE_TABLE), FACE_TABLE_BOLD, COLOUR_TEXT);
}

static const struct abbreviation *item(const struct glossary *glossary, size_t index) {
    return &glossary->composer->layout->abbreviations->items[glossary->places[index]];
}

static struct lines meaning(const struct glossary *glossary, const struct pen *pen, size_t index) {
    return lines_break(pen, item(glossary, index)->meaning, glossary->body_pt);
}

static void measure(struct glossary *glossary, const struct flow *flow) {
    const struct pen label = label_pen(glossary->composer);
    double room = flow_left_width(flow);
    for (size_t i = 0; i < glossary->count; i++) {
        double width = pen_width(&label, item(glossary, i)->short_form);
        glossary->label_pt = width > glossary->label_pt ? width : glossary->label_pt;
    }
    glossary->columns = COLUMNS_MAX;
    while (glossary->columns > 1 &&
           (room - COLUMN_GAP_PT * (double)(glossary->columns - 1)) / (double)glossary->columns <
               glossary->label_pt + COLUMN_LEAST_PT)
        glossary->columns--;
    glossary->rows = (glossary->count + glossary->columns - 1) / glossary->columns;
    glossary->step_pt = (room + COLUMN_GAP_PT) / (double)glossary->columns;
    glossary->body_pt = glossary->step_pt - COLUMN_GAP_PT - glossary->label_pt - GAP_PT;
}

/* What is read goes down the columns, and a row of the page has one of each. */
static void set_item(const struct glossary *glossary, struct piece *piece, struct element *element, size_t index,
                     double x) {
    struct composer *composer = glossary->composer;
    struct pen label = label_pen(composer), body = pen_make(composer, piece, STYLE_TABLE);
    label.piece = piece;
    label.explains = body.explains = true;
    label.element = document_add_element(composer->document, element, ROLE_LIST_LABEL);
    body.element = document_add_element(composer->document, element, ROLE_LIST_BODY);
    double baseline = pen_baseline(&body, body.leading_pt / 2);
    pen_text(&label, x, baseline, item(glossary, index)->short_form);
    const struct lines lines = meaning(glossary, &body, index);
    lines_set(&body, &lines, x + glossary->label_pt + GAP_PT, baseline);
}

static void set_row(const struct glossary *glossary, struct flow *flow, struct element **elements, size_t row) {
    struct pen pen = pen_make(glossary->composer, NULL, STYLE_TABLE);
    size_t most = 1;
    for (size_t i = row; i < glossary->count; i += glossary->rows) {
        size_t count = meaning(glossary, &pen, i).count;
        most = count > most ? count : most;
    }
    struct piece *piece = flow_add(glossary->composer, flow, (double)most * pen.leading_pt);
    piece->gap_pt = ROW_GAP_PT;
    for (size_t i = row; i < glossary->count; i += glossary->rows)
        set_item(glossary, piece, elements[i], i, (double)(i / glossary->rows) * glossary->step_pt);
}

void glossary_set(struct composer *composer, struct flow *flow, const struct block *block) {
    struct glossary glossary = {.composer = composer};
    const struct usage usage = key_usage(composer, block);
    if (composer->known == NULL)
        return;
    glossary.places = usage_abbreviations(composer, &usage, &glossary.count);
    if (glossary.count == 0) {
        diag_warning(composer->diag, block->pos, "no abbreviation is used that a glossary would explain; take it out");
        return;
    }
    section_head_set(composer, flow, section_head_title(composer, block, WORD_GLOSSARY), NULL);
    measure(&glossary, flow);
    glossary.list = document_add_element(composer->document, composer->page->section, ROLE_LIST);
    struct element **elements = arena_new_array(composer->arena, glossary.count, struct element *);
    for (size_t i = 0; i < glossary.count; i++)
        elements[i] = document_add_element(composer->document, glossary.list, ROLE_LIST_ITEM);
    for (size_t row = 0; row < glossary.rows; row++)
        set_row(&glossary, flow, elements, row);
}
