#include "block_parts.h"
#include "block_setters.h"
#include "key_lines.h"
#include "key_place.h"
#include "section_head.h"

/* One that stands before what its page shows is on its first side, and further sides have keys of their own. */
static struct usage usage_of_block(const struct composer *composer, const struct block *block) {
    if (block_key(block)->of_pack)
        return usage_of_pack(composer);
    const struct page_usage page = usage_of_page(composer);
    return key_place_goes_on(composer->page->spec->body) ? page.first_side : page.all;
}

void key_set(struct composer *composer, struct flow *flow, const struct block *block) {
    struct key_request request = {.form = block_key(block)->of_pack ? KEY_PACK : KEY_BLOCK,
                                  .usage = usage_of_block(composer, block)};
    if (composer->known == NULL)
        return;
    key_lines_leave_out(composer, &request.usage);
    if (usage_is_none(&request.usage)) {
        diag_warning(composer->diag, block->pos, "nothing is used that a key would explain; take the <key> out");
        return;
    }
    if (block->title != NULL)
        section_head_set(composer, flow, block->title, NULL);
    request.list = document_add_element(composer->document, composer->page->section, ROLE_LIST);
    key_lines_set(composer, flow, &request);
}
