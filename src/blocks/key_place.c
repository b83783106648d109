#include "key_place.h"

#include "block_parts.h"

bool key_place_has(const struct block *block, enum block_kind kind) {
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        if (child->kind == kind || key_place_has(child, kind))
            return true;
    return false;
}

const struct block *key_place_repeated(const struct block *body) {
    const struct block *first = body->first_child;
    return first != NULL && first->kind == BLOCK_STACK && block_stack(first)->repeat ? first : NULL;
}

/* Whether a block that shows something stands behind the last key. */
static bool goes_on(const struct block *block, bool after) {
    for (const struct block *child = block->first_child; child != NULL; child = child->next) {
        if (child->kind == BLOCK_KEY)
            after = false;
        else if (child->first_child != NULL)
            after = goes_on(child, after);
        else
            after = true;
    }
    return after;
}

bool key_place_goes_on(const struct block *body) {
    const struct block *head = key_place_repeated(body);
    return key_place_has(body, BLOCK_KEY) && (head == NULL || !key_place_has(head, BLOCK_KEY)) && goes_on(body, false);
}
