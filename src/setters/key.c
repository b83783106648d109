#include "block_parts.h"
#include "block_setters.h"
#include "key_lines.h"
#include "section_head.h"

void key_set(struct composer *composer, struct flow *flow, const struct block *block) {
    struct key_request request = {.form = block_key(block)->of_pack ? KEY_PACK : KEY_BLOCK,
                                  .usage = key_usage(composer, block)};
    if (composer->known == NULL)
        return;
    if (usage_is_none(&request.usage)) {
        diag_warning(composer->diag, block->pos, "nothing is used that a key would explain; take the <key> out");
        return;
    }
    if (block->title != NULL)
        section_head_set(composer, flow, block->title, NULL);
    request.list = document_add_element(composer->document, composer->page->section, ROLE_LIST);
    key_lines_set(composer, flow, &request);
}
