#ifndef APP_DUMP_H
#define APP_DUMP_H

#include <stdio.h>

#include "block.h"
#include "frame.h"

/* What the stages hand over, as text that a test can compare: one thing a line, numbers with two decimals. */
void dump_model(const struct layout *layout, FILE *stream);
void dump_frames(const struct document *document, FILE *stream);

#endif
