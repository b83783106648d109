#ifndef PAGE_BOXES_H
#define PAGE_BOXES_H

#include "flow.h"

/* The small blocks of a topic: RAG key, benchmark box, commentary, definition, free text. */
void rag_key_set(struct composer *composer, struct flow *flow, const struct block *block,
                 const struct indicator *indicator);
void benchmark_box_set(struct composer *composer, struct flow *flow, const struct block *block,
                       const struct indicator *indicator);
void commentary_set(struct composer *composer, struct flow *flow, const struct block *block,
                    const struct indicator *indicator);
void definition_set(struct composer *composer, struct flow *flow, const struct block *block,
                    const struct indicator *indicator);
void text_block_set(struct composer *composer, struct flow *flow, const struct block *block);

/* The message of the month: the words of the heading at the top of the commentary, or NULL. */
const char *commentary_message(struct composer *composer, const struct indicator *indicator);

#endif
