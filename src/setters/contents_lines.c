#include "contents_lines.h"

#include "block_parts.h"
#include "contents_letters.h"
#include "contents_pages.h"
#include "lines.h"
#include "section_head.h"

/* A line is no longer than that of a portrait page, so that the number stands near the name. */
enum { LINE_PT = 17, LINE_BASELINE = 12, LINE_MOST_PT = 500, NUMBER_PT = 40, INDENT_PT = 12, PART_GAP_PT = 6 };
enum { TITLE_LEAST_PT = 120 };

/* Where pages of indicators are listed, the others are the parts that they belong to. */
static bool has_parts(const struct composer *composer, const struct block *block) {
    const struct layout *layout = composer->layout;
    for (size_t i = 0; i < layout->page_count; i++)
        if (contents_lists(composer, block, &layout->pages[i]) && layout->pages[i].indicator != NULL)
            return true;
    return false;
}

static bool is_part(const struct composer *composer, const struct block *block, const struct page_spec *spec) {
    return spec->indicator == NULL && has_parts(composer, block);
}

/* The line before is that of a part: indicators behind it need not belong to it. */
static bool follows_part(const struct composer *composer, const struct block *block, size_t spec_index) {
    for (size_t i = spec_index; i-- > 0;)
        if (contents_lists(composer, block, &composer->layout->pages[i]))
            return is_part(composer, block, &composer->layout->pages[i]);
    return false;
}

/* Plain contents while they are set. */
struct contents_lines {
    const struct block *block;
    struct flow *flow;
    struct element *element;
    double reference_pt; /* how far titles stand in, so that references have room before them */
    struct contents_letters letters;
};

/* A line, which leads to its page: those of indicators stand in from the parts that they belong to. */
static void add_line(struct composer *composer, const struct contents_lines *contents, size_t spec_index) {
    const struct block *block = contents->block;
    struct flow *flow = contents->flow;
    const struct page_spec *spec = &composer->layout->pages[spec_index];
    struct pen pen = pen_make(composer, NULL, STYLE_BODY);
    bool part = is_part(composer, block, spec);
    pen.face = part ? FACE_TEXT_BOLD : FACE_TEXT;
    double width_pt = flow->width_pt < LINE_MOST_PT ? flow->width_pt : LINE_MOST_PT;
    double x = spec->indicator == NULL ? 0 : contents->reference_pt;
    struct page_letters letters = contents_letters_of(&contents->letters, composer, spec);
    if (width_pt - NUMBER_PT - page_letters_width(&letters) - x < TITLE_LEAST_PT)
        letters = (struct page_letters){.count = 0}; /* a title that is read goes before letters */
    double letters_x = width_pt - NUMBER_PT - page_letters_width(&letters);
    struct lines lines = lines_break(&pen, contents_page_title(composer, spec), letters_x - x);
    bool first = flow->last == NULL;
    struct piece *piece = flow_add(composer, flow, LINE_PT + (double)(lines.count - 1) * pen.leading_pt);
    struct element *item = document_add_element(composer->document, contents->element, ROLE_CONTENTS_ITEM);
    /* ISO 32000-1, table 333: a contents item holds paragraphs, not links */
    struct element *words = document_add_element(composer->document, item, ROLE_PARAGRAPH);
    pen.piece = piece;
    pen.element = document_add_element(composer->document, words, ROLE_LINK);
    if (!first && (part || follows_part(composer, block, spec_index)))
        piece->gap_pt = PART_GAP_PT;
    pen.element->link.words = contents_page_title(composer, spec);
    pen_link(&pen, (struct box){0, 0, width_pt, piece->height_pt});
    if (spec->indicator != NULL && spec->indicator->reference != NULL) {
        const struct pen reference = pen_in(pen, FACE_TEXT, COLOUR_BRAND);
        pen_text(&reference, 0, LINE_BASELINE, arena_printf(composer->arena, "%s ", spec->indicator->reference));
    }
    lines.go_on = true;
    lines_set(&pen, &lines, x, LINE_BASELINE);
    arena_append(composer->arena, composer->references, composer->reference_count, composer->reference_capacity) =
        (struct page_reference){.spec = spec_index,
                                .link = pen.element,
                                .titled = true,
                                .number = pen_text(&pen, width_pt, LINE_BASELINE, "0")};
    pen.element = words;
    page_letters_add(&letters, &pen, letters_x);
    pen_rule(&pen, 0, piece->height_pt, width_pt, LINE_HAIR, COLOUR_HAIRLINE);
    piece->keep = part;
}

static double reference_width(struct composer *composer, const struct block *block) {
    const struct pen pen = pen_make(composer, NULL, STYLE_BODY);
    double widest = 0;
    for (size_t i = 0; i < composer->layout->page_count; i++) {
        const struct page_spec *spec = &composer->layout->pages[i];
        if (!contents_lists(composer, block, spec) || spec->indicator == NULL || spec->indicator->reference == NULL)
            continue;
        double width = pen_width(&pen, spec->indicator->reference);
        widest = width > widest ? width : widest;
    }
    return widest + INDENT_PT;
}

void contents_lines_set(struct composer *composer, struct flow *flow, const struct block *block) {
    struct contents_lines contents = {.block = block, .flow = flow, .reference_pt = reference_width(composer, block)};
    if (block->title != NULL)
        section_head_set(composer, flow, block->title, NULL);
    contents.element = document_add_element(composer->document, composer->page->section, ROLE_CONTENTS);
    if (block_contents(block)->page_letters)
        contents.letters = contents_letters_make(composer);
    for (size_t i = 0; i < composer->layout->page_count; i++)
        if (contents_lists(composer, block, &composer->layout->pages[i]))
            add_line(composer, &contents, i);
}
