#ifndef SETTERS_COMMENTARY_H
#define SETTERS_COMMENTARY_H

#include "composer.h"

/* The message of the period: the words of the heading at the top of the commentary, or NULL. */
const char *commentary_message(struct composer *composer, const struct indicator *indicator);

/* The first paragraph of the commentary that is set: behind the message, where a chart of the page says it and words
 * follow; else 0. There is a commentary. */
size_t commentary_first(struct composer *composer, const struct indicator *indicator);

#endif
