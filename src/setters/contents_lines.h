#ifndef SETTERS_CONTENTS_LINES_H
#define SETTERS_CONTENTS_LINES_H

#include "composer.h"
#include "flow.h"

/* Plain contents: a line a page, which leads there, without figures. */
void contents_lines_set(struct composer *composer, struct flow *flow, const struct block *block);

#endif
