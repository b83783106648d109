#include "block_parts.h"
#include "block_setters.h"
#include "prose.h"

void text_block_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct text_block *text = block_text_block(block);
    struct prose_style style = prose_style_of(composer, text->small ? STYLE_NOTE : STYLE_BODY);
    if (text->rich != NULL)
        prose_set(composer, flow, composer->page->section, text->rich, 0, &style);
}
