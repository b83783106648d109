#include "composer.h"

#include <string.h>

enum { FOOTER_SPACE_PT = 10 };

/* The one place where the state of the page changes. */
static struct page_state *page_of(struct composer *composer) {
    return (struct page_state *)composer->page;
}

void composer_start_page(struct composer *composer, const struct page_spec *spec) {
    *page_of(composer) = (struct page_state){.spec = spec, .pos = spec->pos};
    composer_start_section(composer);
}

void composer_start_section(struct composer *composer) {
    page_of(composer)->section = document_add_element(composer->document, NULL, ROLE_SECTION);
}

void composer_open(struct composer *composer, enum role role, const char *meaning) {
    struct page_state *page = page_of(composer);
    page->section = document_add_element(composer->document, page->section, role);
    page->section->meaning = meaning;
}

void composer_close(struct composer *composer) {
    page_of(composer)->section = composer->page->section->parent;
}

void composer_go_on(struct composer *composer, struct source_pos pos, struct side_label *side_label) {
    page_of(composer)->pos = pos;
    page_of(composer)->side_label = side_label;
}

void composer_head(struct composer *composer, const struct selection *selection) {
    page_of(composer)->headed = selection;
}

bool composer_expand(struct composer *composer, const struct abbreviation *abbreviation) {
    enum { WORD_BITS = 64 };
    size_t which = (size_t)(abbreviation - composer->layout->abbreviations->items);
    uint64_t *word = &page_of(composer)->expanded[which / WORD_BITS], bit = UINT64_C(1) << which % WORD_BITS;
    bool first = (*word & bit) == 0;
    *word |= bit;
    return first && abbreviation->meaning[0] != '\0';
}

void composer_expand_no_more(struct composer *composer) {
    memset(page_of(composer)->expanded, 0xFF, sizeof page_of(composer)->expanded);
}

const struct indicator *composer_indicator(const struct composer *composer, const struct block *block) {
    const struct page_spec *spec = composer->page->spec;
    return block_speaks_of(block, spec == NULL ? NULL : spec->indicator);
}

bool composer_is_led(const struct composer *composer, const struct block *block) {
    const struct page_spec *spec = composer->page->spec;
    return block->leads != NULL && block->indicator == NULL && block->selection.count == 0 &&
           (spec == NULL || spec->indicator == NULL);
}

const struct paper *composer_paper(const struct composer *composer) {
    const struct page_spec *spec = composer->page->spec;
    return spec != NULL && spec->paper != NULL ? spec->paper : &composer->layout->paper;
}

double composer_paper_width(const struct paper *paper) {
    return paper->width_pt - paper->inner_pt - paper->outer_pt;
}

double composer_paper_height(const struct paper *paper) {
    return paper->height_pt - paper->top_pt - paper->bottom_pt - FOOTER_SPACE_PT;
}
