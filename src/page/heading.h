#ifndef PAGE_HEADING_H
#define PAGE_HEADING_H

#include "flow.h"

/* What the page being set is about, as its head says it. */
const char *heading_page_title(const struct composer *composer);

/* The head of a page: reference, title, month or what stands in its place, rule, and what is written below it. */
void heading_set(struct composer *composer, struct flow *flow, const struct block *block);

/* The same as an artifact, for the second page of a topic, and says so: gives its height and frames. */
struct piece *heading_continued(struct composer *composer, const struct flow *page);

/* One line: RAG letter, figure, how far from the target. */
void status_line_set(struct composer *composer, struct flow *flow, const struct indicator *indicator);

/* A section's rule and title, H2, with a note at the right; keeps with what follows. */
struct piece *section_head_set(struct composer *composer, struct flow *flow, struct element *parent, const char *title,
                               const char *note);

#endif
