#ifndef SETTERS_HEADING_H
#define SETTERS_HEADING_H

#include "flow.h"

/* What the page being set is about, as its head says it. */
const char *heading_page_title(const struct composer *composer);

/* The head of the page, as an artifact, for the second page of a topic, and says so: gives its height and frames. */
struct piece *heading_continued(struct composer *composer, const struct flow *page);

#endif
