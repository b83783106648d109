#include "block_parts.h"
#include "block_setters.h"
#include "key_lines.h"
#include "section_head.h"

void key_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct usage usage = usage_of(composer, block_key(block)->of_pack);
    if (composer->known == NULL)
        return;
    if (usage_is_none(&usage)) {
        diag_warning(composer->diag, block->pos, "nothing is used that a key would explain; take the <key> out");
        return;
    }
    if (block->title != NULL)
        section_head_set(composer, flow, block->title, NULL);
    key_lines_set(composer, flow, &usage, KEY_BLOCK);
}
