#ifndef PAGE_CONTENTS_H
#define PAGE_CONTENTS_H

#include "flow.h"

/* The contents with a summary: a sentence and a strip of the RAG letters, then a row for each listed page with its
 * figure, target, variance, RAG and page number, linked to its page. */
void contents_set(struct composer *composer, struct flow *flow, const struct block *block);

#endif
