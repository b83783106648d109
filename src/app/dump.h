#ifndef APP_DUMP_H
#define APP_DUMP_H

#include <stdio.h>

#include "block.h"
#include "frame.h"

/* What the rooms hand over, as text that a test can compare: one thing a line, numbers with two decimals. */
void dump_model(const struct layout *layout, FILE *stream);
/* `elements`: the tree as it is read, roles, what elements say, their words; what is on no page is left out. Else
 * frames, as they are painted. */
bool dump_is_of_pages(const char *what); /* elements or frames */
void dump_document(const struct document *document, const char *what, FILE *stream);

#endif
