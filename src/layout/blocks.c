#include "block_readers.h"
#include "blocks_read.h"
#include "condition_read.h"
#include "named.h"
#include "selection_read.h"
#include "value.h"
#include "vocabulary_words.h"
#include "written.h"

static void (*const readers[BLOCK_KIND_COUNT])(struct layout_reader *, struct block *, const struct xml_element *) = {
#define BLOCK(KIND, noun, ...) [BLOCK_##KIND] = noun##_read,
#define MARK BLOCK
#include "blocks.def"
};

/* False, reported, where there is nothing that the block could be about. */
static bool read_selection(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    enum block_selects selects = block_rules[block->kind].selects;
    bool asked = xml_value(element, "select") != NULL || xml_value(element, "indicators") != NULL;
    if (selects == SELECTS_NONE || (selects == SELECTS_SOME && !asked))
        return true;
    if (!selection_read(reader, element, &block->selection))
        return false;
    for (size_t i = 0; asked && i < block->selection.count; i++)
        written_add_indicator(reader, block->selection.indicators[i]);
    return true;
}

static void read_common(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    const char *width = xml_value(element, "width");
    block->title = xml_value(element, "title");
    block->title_left = xml_word(element, "title-at", title_at_words, TITLE_AT_COUNT, TITLE_ABOVE) == TITLE_LEFT;
    block->gap_pt = xml_length(element, "gap", -1);
    block->width = (struct width){WIDTH_WEIGHT, 1};
    if (width != NULL)
        value_width(width, &block->width);
    if (width != NULL && block->parent->kind != BLOCK_ROW && block->kind != BLOCK_PICTURE)
        diag_warning(reader->diag, xml_pos(element, "width"), "width has no effect outside a <row>");
    block->indicator = block->parent->indicator;
    if (xml_value(element, "indicator") != NULL)
        block->indicator = named_indicator(reader, element, "indicator");
    block->when = condition_read(reader, element);
    read_selection(reader, block, element);
}

static struct block *add_block(struct layout_reader *reader, struct block *parent, enum block_kind kind,
                               struct source_pos pos) {
    struct block *block = arena_new(reader->arena, struct block);
    *block = (struct block){.kind = kind, .parent = parent, .pos = pos};
    if (parent->last_child == NULL)
        parent->first_child = block;
    else
        parent->last_child->next = block;
    parent->last_child = block;
    return block;
}

/* Elements lie at most 64 deep. */
static void read_children(struct layout_reader *reader, struct block *parent, const struct xml_element *element) {
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        int kind = value_word(child->name, block_words, BLOCK_KIND_COUNT);
        if (kind < 0)
            continue;
        struct block *block = add_block(reader, parent, (enum block_kind)kind, child->pos);
        read_common(reader, block, child);
        if (readers[kind] != NULL)
            readers[kind](reader, block, child);
        if (block_rules[kind].contains)
            read_children(reader, block, child);
    }
}

struct block *blocks_read(struct layout_reader *reader, const struct xml_element *element) {
    struct block *stack = arena_new(reader->arena, struct block);
    *stack = (struct block){.kind = BLOCK_STACK, .width = {WIDTH_WEIGHT, 1}, .gap_pt = -1, .pos = element->pos};
    stack->part.stack = arena_new(reader->arena, struct stack);
    written_add_element(reader, element);
    read_children(reader, stack, element);
    return stack;
}
